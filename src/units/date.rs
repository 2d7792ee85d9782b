//! Civil dates from 1900 to 2200.

use std::fmt;

use jiff::civil;
use jiff::{Span, ToSpan};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use super::decimal::shorten;

/// More days and more months than any two dates lie apart. A span beyond the library's own limits would panic;
/// held to these it leads to the calendar's end all the same.
const FARTHEST_DAYS: i32 = 200_000;
const FARTHEST_MONTHS: i32 = 6_000;

/// A civil date from 1900-01-01 to 2200-12-31 (METHOD.md "What the figures rest on").
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

/// Why a text or a year is not a date this program accepts.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DateError {
    /// Not of the form 2025-10-01.
    #[error("\"{0}\" is not a date; write it as year-month-day, such as \"2025-10-01\"")]
    Form(String),
    /// The form is right but no calendar has the day.
    #[error("{0} is not in the calendar; check the month and the day")]
    Impossible(String),
    /// Before 1900 or after 2200.
    #[error("{0} is outside 1900 to 2200; check the year")]
    OutOfRange(String),
}

impl Date {
    const FIRST_YEAR: i16 = 1900;
    const LAST_YEAR: i16 = 2200;

    /// A date from its year, month and day.
    ///
    /// # Errors
    /// [`DateError`] where the calendar has no such day, or before 1900 or after 2200.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, DateError> {
        let text = || format!("{year:04}-{month:02}-{day:02}");
        let date = civil::Date::new(year, month, day).map_err(|_| DateError::Impossible(text()))?;
        Self::from_civil(date).ok_or_else(|| DateError::OutOfRange(text()))
    }

    /// Reads an ISO date, `2025-10-01`, and no other form.
    ///
    /// # Errors
    /// [`DateError`] saying whether the form, the calendar or the range is wrong.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let form = || DateError::Form(shorten(text));
        let mut parts = text.split('-');
        let (Some(y), Some(m), Some(d), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(form());
        };
        let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        if !digits(y, 4) || !digits(m, 2) || !digits(d, 2) {
            return Err(form());
        }
        let year = y.parse().map_err(|_| form())?;
        let month = m.parse().map_err(|_| form())?;
        let day = d.parse().map_err(|_| form())?;
        Self::new(year, month, day)
    }

    fn from_civil(date: civil::Date) -> Option<Self> {
        (Self::FIRST_YEAR..=Self::LAST_YEAR)
            .contains(&date.year())
            .then_some(Self(date))
    }

    /// The first date accepted, 1900-01-01.
    #[must_use]
    pub fn earliest() -> Self {
        Self(civil::date(Self::FIRST_YEAR, 1, 1))
    }

    /// The last date accepted, 2200-12-31.
    #[must_use]
    pub fn latest() -> Self {
        Self(civil::date(Self::LAST_YEAR, 12, 31))
    }

    /// The year, 1900 to 2200.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// How many days its month has, 28 to 31.
    #[must_use]
    pub fn days_in_month(self) -> i8 {
        self.0.days_in_month()
    }

    /// Its year and month as files write them: `2025-04`.
    #[must_use]
    pub fn year_month(self) -> String {
        format!("{:04}-{:02}", self.year(), self.month())
    }

    /// The first of its month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        Self(self.0.first_of_month())
    }

    /// Days since 1970-01-01; negative before.
    #[must_use]
    pub fn day_number(self) -> i32 {
        // The days between two dates of the calendar always fit; only larger units could fail.
        let span = civil::date(1970, 1, 1).until(self.0).unwrap_or_default();
        span.get_days()
    }

    /// The date `days` later, or earlier where negative, held within 1900 to 2200.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        let (start, end) = (-FARTHEST_DAYS, FARTHEST_DAYS);
        self.shifted(i64::from(days.clamp(start, end)).days(), days < 0)
    }

    /// The date `months` later, the day held back to the month's last (METHOD.md "Time": Feb 29
    /// becomes 28), held within 1900 to 2200.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let (start, end) = (-FARTHEST_MONTHS, FARTHEST_MONTHS);
        self.shifted(i64::from(months.clamp(start, end)).months(), months < 0)
    }

    fn shifted(self, span: Span, backwards: bool) -> Self {
        let edge = if backwards {
            Self::earliest()
        } else {
            Self::latest()
        };
        self.0
            .checked_add(span)
            .ok()
            .and_then(Self::from_civil)
            .unwrap_or(edge)
    }

    /// Days from this date to `later`, negative where that one is earlier.
    #[must_use]
    pub fn days_until(self, later: Self) -> i32 {
        later.day_number() - self.day_number()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Iso;
        impl serde::de::Visitor<'_> for Iso {
            type Value = Date;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date in quotes, such as \"2025-10-01\"")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Date, E> {
                Date::parse(text).map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Iso)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_distance_leads_beyond_the_calendar() {
        let day = Date::parse("2026-07-01").unwrap();
        for far in [i32::MAX, i32::MAX / 12, 400_000] {
            assert_eq!(day.plus_months(far), Date::latest());
            assert_eq!(day.plus_months(-far), Date::earliest());
            assert_eq!(day.plus_days(far), Date::latest());
            assert_eq!(day.plus_days(-far), Date::earliest());
        }
    }

    #[test]
    fn february_29_clamps_to_28() {
        let leap = Date::parse("2024-02-29").unwrap();
        assert_eq!(leap.plus_months(12).to_string(), "2025-02-28");
        assert_eq!(leap.plus_months(48).to_string(), "2028-02-29");
    }

    #[test]
    fn each_wrong_date_says_what_is_wrong() {
        assert!(matches!(Date::parse("10/1/2027"), Err(DateError::Form(_))));
        assert!(matches!(Date::parse("2027-2-3"), Err(DateError::Form(_))));
        assert!(matches!(
            Date::parse("2027-02-30"),
            Err(DateError::Impossible(_))
        ));
        assert!(matches!(
            Date::parse("1899-12-31"),
            Err(DateError::OutOfRange(_))
        ));
        assert!(matches!(
            Date::parse("2201-01-01"),
            Err(DateError::OutOfRange(_))
        ));
    }

    #[test]
    fn day_numbers_count_days() {
        let a = Date::parse("2025-10-01").unwrap();
        assert_eq!(a.days_until(a.plus_days(1461)), 1461);
        assert_eq!(a.plus_days(1460).to_string(), "2029-09-30");
        assert_eq!(a.plus_days(-400).plus_days(400), a);
    }
}
