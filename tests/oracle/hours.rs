//! How a year's hours fall on days, counted in a unit every day's share is a whole number of.

use super::calendar::{Day, month_length};
use super::model::Accrual;

/// Twelfths of a year come in 28, 29, 30 or 31 daily parts: this many units each divide by all.
const UNITS_OF_A_MONTH: u32 = 28 * 29 * 30 * 31 / 2;

/// The share of a year's hours on each day of a stretch of days.
pub struct Hours {
    first: Day,
    shares: Vec<u32>,
    /// Units in a year's hours.
    pub year: i64,
}

impl Hours {
    pub fn new(accrual: Accrual, first: Day, last: Day) -> Self {
        match accrual {
            Accrual::Monthly => Self {
                first,
                shares: first
                    .until(last)
                    .map(|day| {
                        let (year, month, _) = day.civil();
                        let days = u32::try_from(month_length(year, month)).unwrap();
                        assert_eq!(UNITS_OF_A_MONTH % days, 0);
                        UNITS_OF_A_MONTH / days
                    })
                    .collect(),
                year: i64::from(UNITS_OF_A_MONTH) * 12,
            },
            Accrual::Biweekly(_) => Self {
                first,
                shares: first.until(last).map(|_| 1).collect(),
                year: 364,
            },
        }
    }

    /// The units of one day.
    pub fn on(&self, day: Day) -> i64 {
        let at = usize::try_from(day.0 - self.first.0).unwrap();
        i64::from(self.shares[at])
    }

    /// The units of the days from one to the other, both included.
    pub fn between(&self, first: Day, last: Day) -> i64 {
        first.until(last).map(|day| self.on(day)).sum()
    }
}
