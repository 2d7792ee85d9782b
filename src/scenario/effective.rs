//! When clauses take effect.

use serde::{Deserialize, Serialize};

use crate::units::Date;

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

/// When a contract is ratified.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ratification {
    /// No later than the term's first day: nothing moves.
    #[default]
    OnTime,
    /// On this day.
    On(Date),
}
