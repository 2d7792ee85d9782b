//! Who is paid: a summary, or groups.

use serde::{Deserialize, Serialize};

use crate::units::{Date, Fte, HourlyRate, Known, Money};

/// The workforce and how its rates are kept (costing.md §4).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workforce {
    /// The day the rates are taken from: baseline raises on or before it are already in them.
    pub rates_as_of: Date,
    /// How an hourly rate is rounded after each clause.
    pub rounding: Rounding,
    /// Who they are.
    pub people: People,
    /// A private note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// How an hourly rate is rounded after each clause (costing.md §1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rounding {
    /// To the cent, half away from zero: what payroll does with real rates.
    Cent,
    /// Not at all: an average is no real rate.
    None,
}

/// The people, by as much detail as is known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum People {
    /// Totals only. Annual pay is primary; the hourly rate follows from it.
    Summary {
        /// Employees.
        headcount: Known<u64>,
        /// Full-time equivalents of all of them together.
        fte: Known<Fte>,
        /// Average annual pay of a full-time employee (1.0 FTE), dollars.
        average_annual_pay: Known<Money>,
    },
    /// Groups of employees at one rate each.
    Groups(Vec<Group>),
}

/// Employees with one rate and the same scope keys.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// What the group is called; unique.
    pub name: String,
    /// Market.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub market: Option<String>,
    /// Bargaining unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Job family.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<String>,
    /// Career ladder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ladder: Option<String>,
    /// Wage scale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<String>,
    /// Step of the wage scale, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<u32>,
    /// Employees.
    pub headcount: Known<u64>,
    /// Full-time equivalents of the whole group together.
    pub fte: Known<Fte>,
    /// Hourly rate on the workforce's as-of date, dollars.
    pub rate: Known<HourlyRate>,
}

impl Group {
    /// The group's name under a scope key.
    #[must_use]
    pub fn key(&self, key: &str) -> Option<&str> {
        match key {
            "market" => self.market.as_deref(),
            "unit" => self.unit.as_deref(),
            "job" => self.job.as_deref(),
            "ladder" => self.ladder.as_deref(),
            "group" => Some(&self.name),
            _ => None,
        }
    }
}
