//! Civil dates of the Gregorian calendar, counted in days from 0001-01-01.

use std::fmt;

/// A civil date: day 0 is 0001-01-01.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Day(pub i32);

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

pub fn month_length(year: i32, month: i32) -> i32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 0001-01-01 to the first day of a year.
fn days_before_year(year: i32) -> i32 {
    let past = year - 1;
    365 * past + past / 4 - past / 100 + past / 400
}

impl Day {
    pub fn new(year: i32, month: i32, day: i32) -> Self {
        let months: i32 = (1..month).map(|m| month_length(year, m)).sum();
        Self(days_before_year(year) + months + day - 1)
    }

    /// Reads `2025-10-01`; only for dates written in these tests.
    pub fn iso(text: &str) -> Self {
        let parts: Vec<i32> = text.split('-').map(|part| part.parse().unwrap()).collect();
        Self::new(parts[0], parts[1], parts[2])
    }

    /// Year, month and day of the month.
    pub fn civil(self) -> (i32, i32, i32) {
        // 366 never overshoots, so the year is found by stepping up at most a few times.
        let mut year = self.0 / 366 + 1;
        while days_before_year(year + 1) <= self.0 {
            year += 1;
        }
        let mut rest = self.0 - days_before_year(year);
        let mut month = 1;
        while rest >= month_length(year, month) {
            rest -= month_length(year, month);
            month += 1;
        }
        (year, month, rest + 1)
    }

    pub fn plus(self, days: i32) -> Self {
        Self(self.0 + days)
    }

    /// The same day of the month `months` later, held back to that month's last day.
    pub fn plus_months(self, months: i32) -> Self {
        let (year, month, day) = self.civil();
        let count = year * 12 + (month - 1) + months;
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
        Self::new(year, month, day.min(month_length(year, month)))
    }

    pub fn until(self, last: Self) -> impl Iterator<Item = Self> {
        (self.0..=last.0).map(Self)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}
