//! The price index behind real wages.

use serde::{Deserialize, Serialize};

use crate::units::{Date, IndexValue, Percent};

/// A consumer price index by month, and how it is carried on (METHOD.md "One employee", "Clauses").
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inflation {
    /// The date real wages are compared with; by default the last raise before the term, else
    /// the rates' as-of date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Date>,
    /// The index, one entry a month, in order.
    pub index: Vec<CpiMonth>,
    /// Percent a year assumed after the last published month.
    pub projected: Percent,
}

/// The index of one month.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CpiMonth {
    /// The first day of the month.
    pub month: Date,
    pub value: IndexValue,
}
