//! Where facts come from and what is assumed.

use serde::{Deserialize, Serialize};

use super::{Ledger, Scenario};
use crate::units::{Currency, Date, text};

/// A document facts are taken from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What offers and clauses call it.
    pub id: String,
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
    /// The totals themselves, where they are those of a ledger that the payroll is compared with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ledger: Option<Ledger>,
}

/// An input that figures are made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Subject {
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

impl Scenario {
    /// The ledger's totals, where they were entered.
    #[must_use]
    pub fn ledger(&self) -> Option<&Ledger> {
        self.assumptions.iter().find_map(|one| one.ledger.as_ref())
    }

    /// Keeps the ledger's totals as an assumption, in place of those before; none, or an empty one, takes them
    /// away.
    pub fn set_ledger(&mut self, ledger: Option<Ledger>) {
        let is_ledger = |one: &Assumption| one.ledger.is_some() || one.about == Ledger::ABOUT;
        let at = self.assumptions.iter().position(is_ledger);
        self.assumptions.retain(|one| !is_ledger(one));
        if let Some(mut ledger) = ledger.filter(|ledger| !ledger.is_empty()) {
            // Blanks alone are no name of a source, and a file holds none.
            ledger.source = ledger.source.trim().to_owned();
            let at = at.unwrap_or(usize::MAX).min(self.assumptions.len());
            self.assumptions
                .insert(at, of_ledger(ledger, &self.currency));
        }
    }
}

fn of_ledger(ledger: Ledger, currency: &Currency) -> Assumption {
    let mut totals = Vec::new();
    if let Some(heads) = ledger.headcount {
        totals.push(format!("{} employees", text::count(heads.into())));
    }
    if let Some(fte) = ledger.fte {
        totals.push(format!("{} FTE", text::count(fte.get())));
    }
    if let Some(payroll) = ledger.payroll {
        totals.push(format!("{} a year", currency.exact(payroll.get())));
    }
    let from = if ledger.source.is_empty() {
        "ledger"
    } else {
        &ledger.source
    };
    Assumption {
        about: Ledger::ABOUT.to_owned(),
        of: vec![
            Subject::Headcount,
            Subject::FullTimeEquivalents,
            Subject::AveragePay,
        ],
        standing: Standing::Published,
        why: format!("{from}: {}", totals.join(", ")),
        sources: Vec::new(),
        ledger: Some(ledger),
    }
}
