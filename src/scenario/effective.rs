//! When clauses take effect.

use serde::{Deserialize, Serialize};

use crate::units::{Date, PayCalendar};

/// How a clause's day follows from its date (METHOD.md "Time").
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum EffectiveRule {
    /// On the date itself.
    #[default]
    OnDate,
    /// On the first pay-period start on or after the date.
    FirstPeriodOnOrAfter,
    /// On the first pay-period start strictly after the date.
    FirstPeriodAfter,
    /// On the pay-period start closest to the date; a tie goes to the earlier one.
    NearestPeriod,
}

impl EffectiveRule {
    /// The effective day of a date; the date itself where there are no pay periods.
    #[must_use]
    pub fn day(self, date: Date, periods: Option<PayCalendar>) -> Date {
        match (self, periods) {
            (Self::OnDate, _) | (_, None) => date,
            (Self::FirstPeriodOnOrAfter, Some(periods)) => periods.on_or_after(date),
            (Self::FirstPeriodAfter, Some(periods)) => periods.after(date),
            (Self::NearestPeriod, Some(periods)) => periods.nearest(date),
        }
    }

    /// The day of a late ratification, which only moves forward: itself under `OnDate`, else the first period
    /// start on or after it.
    #[must_use]
    pub fn ratified_day(self, ratified: Date, periods: Option<PayCalendar>) -> Date {
        match self {
            Self::OnDate => ratified,
            _ => Self::FirstPeriodOnOrAfter.day(ratified, periods),
        }
    }

    /// What it is called where a rule is chosen: `first pay period on or after`.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::OnDate => "on the date",
            Self::FirstPeriodOnOrAfter => "first pay period on or after",
            Self::FirstPeriodAfter => "first pay period after",
            Self::NearestPeriod => "nearest pay period",
        }
    }
}

/// When a contract is ratified.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ratification {
    /// No later than the term's first day: nothing moves.
    #[default]
    OnTime,
    /// On this day.
    On(Date),
}
