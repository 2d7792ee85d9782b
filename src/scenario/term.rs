//! The contract's term and how hours fall on its days.

use serde::{Deserialize, Serialize};

use crate::units::Date;

/// First and last day of the contract, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    pub first_day: Date,
    /// The last day, included.
    pub last_day: Date,
}

/// How a year's hours H fall on days (METHOD.md "Time").
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Accrual {
    /// Each calendar month carries H/12, spread evenly over its days.
    #[default]
    Monthly,
    /// Every day carries H/364: fourteen-day pay periods of H/26.
    Biweekly {
        /// The first day of any pay period.
        first_day: Date,
    },
}

impl Accrual {
    /// The name used in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Monthly => "Monthly",
            Self::Biweekly { .. } => "Biweekly",
        }
    }
}
