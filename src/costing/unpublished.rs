//! What nobody has published of a workforce, and what other reasons there are that a figure is missing
//! (METHOD.md "What the figures rest on").

use super::effects::Unknown;
use crate::scenario::{ClauseKind, People, Workforce};
use crate::units::Date;

/// Why a figure of an offer is not costed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotCosted {
    /// A number of the workforce nobody has published.
    Workforce {
        what: Unpublished,
        /// Of which group; of everyone where absent.
        group: Option<String>,
    },
    /// The groups of the workforce: their table beside the scenario isn't read.
    Table { file: String },
    /// A clause that can't be costed.
    Clause {
        /// Its place in the offer's list; `None` in the baseline.
        clause: Option<usize>,
        kind: ClauseKind,
        /// Its date as written.
        date: Date,
        why: Unknown,
    },
}

/// What of a workforce can be unpublished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unpublished {
    Headcount,
    /// Full-time equivalents.
    Fte,
    /// Average annual pay.
    Pay,
    Rate,
}

/// What nobody has published of a workforce, in the order it is told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct UnknownPeople(Vec<UnknownPart>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct UnknownPart {
    told: NotCosted,
    /// Whether only lump sums per head ask for it.
    per_head: bool,
}

impl UnknownPeople {
    /// Goes through all of a workforce.
    pub fn of(workforce: &Workforce) -> Self {
        let mut missing = Vec::new();
        if let (People::Table { file, .. }, None) = (&workforce.people, workforce.groups()) {
            missing.push(UnknownPart {
                told: NotCosted::Table { file: file.clone() },
                per_head: false,
            });
        }
        let mut note = |known: bool, what: Unpublished, group: Option<&str>| {
            if !known {
                missing.push(UnknownPart {
                    told: NotCosted::Workforce {
                        what,
                        group: group.map(str::to_owned),
                    },
                    per_head: what == Unpublished::Headcount,
                });
            }
        };
        if let People::Summary {
            headcount,
            fte,
            average_annual_pay,
        } = &workforce.people
        {
            note(fte.is_known(), Unpublished::Fte, None);
            note(average_annual_pay.is_known(), Unpublished::Pay, None);
            note(headcount.is_known(), Unpublished::Headcount, None);
        }
        for group in workforce.read_groups() {
            let name = Some(group.name.as_str());
            note(group.fte.is_known(), Unpublished::Fte, name);
            note(workforce.rate_of(group).is_known(), Unpublished::Rate, name);
            note(group.headcount.is_known(), Unpublished::Headcount, name);
        }
        Self(missing)
    }

    /// What an offer's figures miss of it. Headcounts matter only to lump sums per head.
    pub fn told(&self, per_head: bool) -> impl Iterator<Item = NotCosted> {
        let parts = self.0.iter();
        let asked = parts.filter(move |part| per_head || !part.per_head);
        asked.map(|part| part.told.clone())
    }
}
