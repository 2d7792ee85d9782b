//! Clauses: what an offer gives, when and to whom (METHOD.md "Clauses").

use serde::{Deserialize, Serialize};

use super::{ClauseTerms, EffectiveRule, Scope};
use crate::units::Date;

/// One clause of an offer or of the baseline.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Names it for life while the program runs; no file holds it, and equality doesn't look at it.
    #[serde(skip)]
    pub id: ClauseId,
    /// Its date as written in the offer; the effective day follows by a rule. Where the terms have
    /// dates of their own it equals the first of them.
    pub date: Date,
    pub terms: ClauseTerms,
    /// Whom it applies to; everyone unless named.
    #[serde(default, skip_serializing_if = "Scope::is_everyone")]
    pub scope: Scope,
    /// Its own effective-day rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective: Option<EffectiveRule>,
    /// Of a raise for a time: the first day on which rates are again as if it had never applied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Whether it is in the figures. A clause left out is in none.
    #[serde(default = "counted", skip_serializing_if = "is_counted")]
    pub counted: bool,
    /// Why it is left out, such as what it waits for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub left_out_because: String,
    /// On what it depends, in the words of the offer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub condition: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Id of the source it is taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// What the program calls a clause for as long as it runs. Undo, selection and locks name clauses by it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseId(u64);

impl ClauseId {
    /// Of a clause just read or made, which the open document hasn't named yet.
    pub const UNASSIGNED: Self = Self(0);

    /// The n-th id a document hands out, counted from 1.
    #[must_use]
    pub fn numbered(number: u64) -> Self {
        Self(number)
    }

    /// Whether a document has named the clause.
    #[must_use]
    pub fn is_assigned(self) -> bool {
        self != Self::UNASSIGNED
    }
}

impl Clause {
    /// A counted clause for everyone, with nothing said beyond its date and terms.
    #[must_use]
    pub fn new(date: Date, terms: ClauseTerms) -> Self {
        Self {
            id: ClauseId::UNASSIGNED,
            date,
            terms,
            scope: Scope::default(),
            effective: None,
            until: None,
            counted: true,
            left_out_because: String::new(),
            condition: String::new(),
            note: String::new(),
            source: None,
        }
    }
}

/// Equal in all that a file holds. The id is left aside, so that what was saved equals what is read back.
impl PartialEq for Clause {
    fn eq(&self, other: &Self) -> bool {
        // Taken apart by name, so that a new field can't be forgotten here.
        let Self {
            id: _,
            date,
            terms,
            scope,
            effective,
            until,
            counted,
            left_out_because,
            condition,
            note,
            source,
        } = self;
        *date == other.date
            && *terms == other.terms
            && *scope == other.scope
            && *effective == other.effective
            && *until == other.until
            && *counted == other.counted
            && *left_out_because == other.left_out_because
            && *condition == other.condition
            && *note == other.note
            && *source == other.source
    }
}

fn counted() -> bool {
    true
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands fields over by reference"
)]
fn is_counted(counted: &bool) -> bool {
    *counted
}
