//! Where facts come from and what is assumed.

use serde::{Deserialize, Serialize};

use crate::units::Date;

/// A document facts are taken from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What offers and clauses call it.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub publisher: String,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// What was taken from it, in the user's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Something the figures rest on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// What it is about, such as "average annual pay".
    pub about: String,
    /// Which inputs it speaks of: figures made from them carry it. Empty means all in dollars.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<Subject>,
    /// How firmly it stands.
    pub standing: Standing,
    /// How it was arrived at, in the user's words.
    pub why: String,
    /// Ids of the sources it is drawn from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

/// An input that figures are made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// What employees earn.
    AveragePay,
    /// How much they work.
    FullTimeEquivalents,
    /// How many they are.
    Headcount,
    /// How large the raises are.
    Raises,
    /// When terms take effect.
    Dates,
    /// When the contract is ratified, and what is paid back then.
    Ratification,
    /// Step movement.
    Steps,
    /// Consumer prices.
    Prices,
    /// Dollars beside wages.
    Benefits,
}

/// How firmly a figure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// Published by a party.
    Published,
    /// Worked back from something published.
    Inferred,
    /// Taken as true to be able to go on.
    Assumed,
    /// Made up, for an example.
    MadeUp,
    /// Not in the figures at all.
    NotIncluded,
}

impl Standing {
    /// The name used in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Inferred => "inferred",
            Self::Assumed => "assumed",
            Self::MadeUp => "made up",
            Self::NotIncluded => "not included",
        }
    }
}
