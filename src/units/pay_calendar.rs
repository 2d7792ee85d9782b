//! Biweekly pay periods.

use serde::{Deserialize, Serialize};

use super::Date;

/// Fourteen-day pay periods, running without a break in both directions from any one of
/// their first days (costing.md §2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayCalendar {
    /// The first day of any pay period.
    pub first_day: Date,
}

impl PayCalendar {
    /// Days in a pay period.
    pub const DAYS: i32 = 14;

    /// How many days into its pay period a date is, 0 to 13.
    #[must_use]
    pub fn days_into_period(self, date: Date) -> i32 {
        self.first_day.days_until(date).rem_euclid(Self::DAYS)
    }

    /// The first period start on or after the date.
    #[must_use]
    pub fn on_or_after(self, date: Date) -> Date {
        match self.days_into_period(date) {
            0 => date,
            into => date.plus_days(Self::DAYS - into),
        }
    }

    /// The first period start strictly after the date.
    #[must_use]
    pub fn after(self, date: Date) -> Date {
        date.plus_days(Self::DAYS - self.days_into_period(date))
    }

    /// The period start closest to the date; a tie goes to the earlier one.
    #[must_use]
    pub fn nearest(self, date: Date) -> Date {
        let into = self.days_into_period(date);
        if into <= Self::DAYS / 2 {
            date.plus_days(-into)
        } else {
            date.plus_days(Self::DAYS - into)
        }
    }

    /// Whether two calendars have the same period starts.
    #[must_use]
    pub fn same_periods(self, other: Self) -> bool {
        self.days_into_period(other.first_day) == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn period_starts_around_the_first_raise_of_the_case() {
        let periods = PayCalendar {
            first_day: d("2025-09-28"),
        };
        assert_eq!(periods.nearest(d("2025-10-01")), d("2025-09-28"));
        assert_eq!(periods.on_or_after(d("2025-10-01")), d("2025-10-12"));
        assert_eq!(periods.on_or_after(d("2025-10-12")), d("2025-10-12"));
        assert_eq!(periods.after(d("2025-10-12")), d("2025-10-26"));
    }

    #[test]
    fn a_tie_goes_to_the_earlier_start_also_before_the_first_day() {
        let periods = PayCalendar {
            first_day: d("2025-09-28"),
        };
        assert_eq!(periods.nearest(d("2025-10-05")), d("2025-09-28"));
        assert_eq!(periods.nearest(d("2025-10-06")), d("2025-10-12"));
        assert_eq!(periods.nearest(d("2025-09-21")), d("2025-09-14"));
        assert_eq!(periods.on_or_after(d("2025-09-01")), d("2025-09-14"));
    }
}
