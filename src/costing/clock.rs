//! Time in whole ticks.

use crate::scenario::Accrual;
use crate::units::Date;

/// Ticks in a year. A month has 1/12 of them and splits evenly over 28, 29, 30 or 31 days; a day of
/// a pay period has 1/364. This is the least number for which all of these are whole.
pub const TICKS_PER_YEAR: i128 = 58_902_480;
const TICKS_PER_MONTH: i64 = 4_908_540;
const TICKS_PER_BIWEEKLY_DAY: i64 = 161_820;

/// A moment, as ticks since the start of 1 January of year 0. Paid hours between two moments are
/// the ticks between them × H / [`TICKS_PER_YEAR`].
pub type Ticks = i64;

/// How hours fall on days (METHOD.md "Time").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// A month carries H/12, spread evenly over its days.
    Monthly,
    /// A day carries H/364.
    Biweekly,
}

impl Clock {
    /// The clock of an accrual.
    #[must_use]
    pub fn new(accrual: Accrual) -> Self {
        match accrual {
            Accrual::Monthly => Self::Monthly,
            Accrual::Biweekly { .. } => Self::Biweekly,
        }
    }

    /// The moment a day starts.
    #[must_use]
    pub fn start_of(self, day: Date) -> Ticks {
        match self {
            Self::Monthly => {
                let months = i64::from(day.year()) * 12 + i64::from(day.month()) - 1;
                let a_day = TICKS_PER_MONTH / i64::from(day.days_in_month());
                months * TICKS_PER_MONTH + (i64::from(day.day()) - 1) * a_day
            }
            Self::Biweekly => i64::from(day.day_number()) * TICKS_PER_BIWEEKLY_DAY,
        }
    }

    /// The days from `first` to `end` on which moments fall, and for those within a day the next one.
    /// Moments are in order.
    #[must_use]
    pub fn days_of(self, moments: &[Ticks], first: Date, end: Date) -> Vec<Date> {
        let mut days = Vec::new();
        let mut day = first;
        for moment in moments {
            if *moment < self.start_of(first) || *moment > self.start_of(end) {
                continue;
            }
            let after = self
                .day_of(*moment - 1, day.plus_days(-1), end)
                .plus_days(1);
            if days.last() != Some(&after) {
                days.push(after);
            }
            day = after;
        }
        days
    }

    /// The day a moment falls in, of those from `first` on and before `end`; `first` where it is earlier.
    #[must_use]
    pub fn day_of(self, moment: Ticks, first: Date, end: Date) -> Date {
        // Ticks grow with days, so halving finds the last day that starts no later.
        let (mut before, mut after) = (first, end);
        while before.days_until(after) > 1 {
            let middle = before.plus_days(before.days_until(after) / 2);
            if self.start_of(middle) <= moment {
                before = middle;
            } else {
                after = middle;
            }
        }
        before
    }

    /// The moment a day ends.
    #[must_use]
    pub fn end_of(self, day: Date) -> Ticks {
        let length = match self {
            Self::Monthly => TICKS_PER_MONTH / i64::from(day.days_in_month()),
            Self::Biweekly => TICKS_PER_BIWEEKLY_DAY,
        };
        self.start_of(day) + length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_divide_every_month_and_every_pay_period_day() {
        for days in [28, 29, 30, 31] {
            assert_eq!(TICKS_PER_MONTH % days, 0);
        }
        assert_eq!(i128::from(TICKS_PER_MONTH) * 12, TICKS_PER_YEAR);
        assert_eq!(i128::from(TICKS_PER_BIWEEKLY_DAY) * 364, TICKS_PER_YEAR);
    }

    #[test]
    fn days_join_without_gap_or_overlap() {
        for clock in [Clock::Monthly, Clock::Biweekly] {
            let mut day = Date::parse("2023-12-01").unwrap();
            for _ in 0..1500 {
                let next = day.plus_days(1);
                assert_eq!(clock.end_of(day), clock.start_of(next), "{day}");
                day = next;
            }
        }
    }
}
