//! Settlements elsewhere, as published.

use serde::{Deserialize, Serialize};

use super::Term;
use crate::units::digits::bare;
use crate::units::{Date, Money, Percent};

/// A contract somebody else settled: its raises, or only their total (METHOD.md "Settlements").
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settlement {
    /// What it is called; unique within the scenario.
    pub name: String,
    /// Who settled it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub parties: String,
    /// Id of the source it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Its first and last day, where they are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<Term>,
    /// Its raises for everyone, in order; empty where only a total is published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub raises: Vec<SettledRaise>,
    /// The sum of its percents, where that is all that is published.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "bare"
    )]
    pub total: Option<Percent>,
    /// Payments that never enter a rate.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lump_sums: Vec<SettledLumpSum>,
    /// Whether the other side may see it. Private until shared.
    #[serde(default)]
    pub shared: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A raise of a settlement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettledRaise {
    /// Its date, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    pub percent: Percent,
}

/// A lump sum of a settlement, dollars a head.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettledLumpSum {
    /// Its date, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Dollars.
    pub amount: Money,
}
