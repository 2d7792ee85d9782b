//! What the employer pays on top of wages.

use serde::{Deserialize, Serialize};

use crate::units::digits::bare;
use crate::units::{Money, Percent};

/// One rate of the payroll roll-up, such as the employer's payroll tax (METHOD.md "Cost").
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RollUpRate {
    /// What it is called.
    pub name: String,
    /// Percent of wages.
    pub percent: Percent,
    /// Whether lump sums carry it too.
    #[serde(default)]
    pub on_lump_sums: bool,
    /// Annual pay of a full-time employee above which the rate stops, dollars.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "bare"
    )]
    pub pay_base: Option<Money>,
}
