//! Offers: who made them and how they stand.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Clause, ClauseId, EffectiveRule, Ratification};
use crate::units::{Date, TimeOfDay};

/// A party at the table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Party {
    /// The union or unions.
    Union,
    Employer,
    /// Neither: a mediator, or an offer of nobody in particular.
    #[default]
    Neutral,
}

impl Party {
    /// The name used in reports: `union`, `employer`, `neutral`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Union => "union",
            Self::Employer => "employer",
            Self::Neutral => "neutral",
        }
    }

    /// The party across the table; none for a neutral.
    #[must_use]
    pub fn other(self) -> Option<Self> {
        match self {
            Self::Union => Some(Self::Employer),
            Self::Employer => Some(Self::Union),
            Self::Neutral => None,
        }
    }
}

/// What a scenario calls an offer for itself; unique within it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OfferId(pub String);

impl fmt::Display for OfferId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How an offer stands at the table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Status {
    /// Being worked on.
    #[default]
    Draft,
    /// Tried out, not meant to be made.
    WhatIf,
    /// Made to the other side; locked.
    Passed(Moment),
    /// Agreed by both sides; locked.
    Agreed(Moment),
    /// Taken back; locked.
    Withdrawn(Moment),
}

/// A day, and the time of day where it is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    pub on: Date,
    /// The time of day as people at the table wrote it, such as `14:32`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

impl Moment {
    /// What moments are ordered by: the day, then the time of day. One without a time goes before those of its
    /// day that have one; `2:30 pm` and `14:30` are the same moment.
    #[must_use]
    pub fn order(&self) -> (Date, Option<TimeOfDay>) {
        (self.on, self.at.as_deref().and_then(TimeOfDay::parse))
    }
}

impl Status {
    /// The name used in reports.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::WhatIf => "what-if",
            Self::Passed(_) => "passed",
            Self::Agreed(_) => "agreed",
            Self::Withdrawn(_) => "withdrawn",
        }
    }

    /// Whether the offer may no longer be edited.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        !matches!(self, Self::Draft | Self::WhatIf)
    }

    /// When it was passed, agreed or withdrawn.
    #[must_use]
    pub fn moment(&self) -> Option<&Moment> {
        match self {
            Self::Draft | Self::WhatIf => None,
            Self::Passed(moment) | Self::Agreed(moment) | Self::Withdrawn(moment) => Some(moment),
        }
    }
}

/// One offer: its terms and how it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// Unique within the scenario.
    pub id: OfferId,
    /// What people call it.
    pub name: String,
    pub side: Party,
    /// How it stands.
    #[serde(default)]
    pub status: Status,
    /// Whether the other side may see it. Private until shared.
    #[serde(default)]
    pub shared: bool,
    /// Its own effective-day rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective: Option<EffectiveRule>,
    /// Its own choice of retroactive pay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retroactive: Option<bool>,
    /// Its own last day; beyond it its exit rates hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_day: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratification: Option<Ratification>,
    /// Raises and other terms, in list order: on one day they apply in this order.
    #[serde(default)]
    pub clauses: Vec<Clause>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Ids of the sources it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

impl Offer {
    /// The clause of this name.
    #[must_use]
    pub fn clause(&self, id: ClauseId) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }

    /// The place in the list of the clause of this name.
    #[must_use]
    pub fn place_of(&self, id: ClauseId) -> Option<usize> {
        self.clauses.iter().position(|clause| clause.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_go_by_the_clock_and_not_by_the_letters() {
        let at = |at: Option<&str>| Moment {
            on: Date::parse("2025-10-02").unwrap(),
            at: at.map(str::to_owned),
        };
        assert!(at(Some("9:05")).order() < at(Some("14:32")).order());
        assert!(at(None).order() < at(Some("0:00")).order());
    }
}
