//! Totals of a general ledger that a payroll is compared with.

use serde::{Deserialize, Serialize};

use crate::units::digits::bare;
use crate::units::{Fte, Money};

/// Totals from the general ledger.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    /// Employees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headcount: Option<u64>,
    /// Full-time equivalents.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "bare"
    )]
    pub fte: Option<Fte>,
    /// Payroll, dollars a year.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "bare"
    )]
    pub payroll: Option<Money>,
    /// Where the totals are from.
    pub source: String,
}

impl Ledger {
    /// What the assumption with these totals is about.
    pub const ABOUT: &str = "payroll ledger";

    /// Whether it holds no total.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.headcount.is_none() && self.fte.is_none() && self.payroll.is_none()
    }
}
