//! How a year's hours fall on days, counted in a unit every day's share is a whole number of.

use super::calendar::{Day, month_length};
use super::model::Accrual;

/// Twelfths of a year come in 28, 29, 30 or 31 daily parts: this many units each divide by all.
const UNITS_OF_A_MONTH: i32 = 28 * 29 * 30 * 31 / 2;

/// The share of a year's hours on each day of a stretch of days.
pub struct Hours {
    pub first: Day,
    pub last: Day,
    /// Units of all days from the first up to each, and 0 before any.
    upto: Vec<i64>,
    /// Units in a year's hours.
    pub year: i64,
}

impl Hours {
    pub fn new(accrual: Accrual, first: Day, last: Day) -> Self {
        let share = |day: Day| match accrual {
            Accrual::Monthly => {
                let (year, month, _) = day.civil();
                let days = month_length(year, month);
                assert_eq!(UNITS_OF_A_MONTH % days, 0);
                UNITS_OF_A_MONTH / days
            }
            Accrual::Biweekly(_) => 1,
        };
        let mut sum = 0;
        let mut upto = vec![0];
        for day in first.until(last) {
            sum += i64::from(share(day));
            upto.push(sum);
        }
        Self {
            first,
            last,
            upto,
            year: match accrual {
                Accrual::Monthly => i64::from(UNITS_OF_A_MONTH) * 12,
                Accrual::Biweekly(_) => 364,
            },
        }
    }

    pub fn days(&self) -> usize {
        self.upto.len() - 1
    }

    /// The place of a day among those counted.
    pub fn at(&self, day: Day) -> usize {
        assert!(day <= self.last.plus(1), "{day} lies past the days counted");
        usize::try_from(day.0 - self.first.0)
            .unwrap_or_else(|_| panic!("{day} lies before the days counted"))
    }

    /// The units of one day.
    pub fn on(&self, day: Day) -> i64 {
        self.between(day, day)
    }

    /// The units of the days from one to the other, both included.
    pub fn between(&self, first: Day, last: Day) -> i64 {
        if last < first {
            return 0;
        }
        self.upto[self.at(last) + 1] - self.upto[self.at(first)]
    }
}
