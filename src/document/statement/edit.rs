//! Changes of claims, of the counts of the workforce they may rest on, and of settlements.

use crate::document::refusal::Refusal;
use crate::document::sound::{line, lines};
use crate::scenario::{Claim, Count, OfferId, Quantity, Scenario, Settlement};
use crate::units::visible::{LONGEST_LINE, LONGEST_NAME};

/// One change of a statement. No figure of an offer follows from any of them.
#[derive(Debug, Clone, PartialEq)]
pub enum StatementEdit {
    /// Adds a claim, with an id of its own.
    AddClaim(Box<Claim>),
    /// Gives the claim of this id other words, another number or anything else; its id stays.
    SetClaim(String, Box<Claim>),
    /// Whether the other side may see the claim of this id.
    ShareClaim(String, bool),
    /// Takes a claim out.
    RemoveClaim(String),
    AddSettlement(Box<Settlement>),
    /// Changes the settlement of this name; a new name is taken over by the claims about it.
    SetSettlement(String, Box<Settlement>),
    /// Whether the other side may see the settlement of this name.
    ShareSettlement(String, bool),
    /// Takes a settlement out, unless a claim is about it.
    RemoveSettlement(String),
    /// The other counts of the workforce.
    SetCounts(Vec<Count>),
}

impl StatementEdit {
    /// What undo calls it.
    #[must_use]
    pub fn label(&self, scenario: &Scenario) -> String {
        let of = |id: &String| {
            let claim = scenario.claims.iter().find(|claim| claim.id == *id);
            quoted(claim.map_or("", |claim| claim.words.as_str()))
        };
        match self {
            Self::AddClaim(claim) => format!("Add the claim {}", quoted(&claim.words)),
            Self::SetClaim(_, to) => format!("Change the claim {}", quoted(&to.words)),
            Self::ShareClaim(id, true) => format!("Share the claim {}", of(id)),
            Self::ShareClaim(id, false) => format!("Keep the claim {} private", of(id)),
            Self::RemoveClaim(id) => format!("Remove the claim {}", of(id)),
            Self::AddSettlement(one) => format!("Add the settlement {}", one.name),
            Self::SetSettlement(_, to) => format!("Change the settlement {}", to.name),
            Self::ShareSettlement(name, true) => format!("Share the settlement {name}"),
            Self::ShareSettlement(name, false) => format!("Keep the settlement {name} private"),
            Self::RemoveSettlement(name) => format!("Remove the settlement {name}"),
            Self::SetCounts(_) => "Change the other counts of the workforce".to_owned(),
        }
    }

    /// Refuses texts that a file would refuse.
    pub(in crate::document) fn sound(&self) -> Result<(), Refusal> {
        match self {
            Self::AddClaim(claim) | Self::SetClaim(_, claim) => {
                line("id", &claim.id, LONGEST_NAME)?;
                line("sentence", &claim.words, LONGEST_LINE)?;
                if let Quantity::NotComputed { takes, .. } = &claim.quantity {
                    lines("text of what checking takes", takes)?;
                }
                lines("note", &claim.note)
            }
            Self::AddSettlement(one) | Self::SetSettlement(_, one) => {
                line("name", &one.name, LONGEST_NAME)?;
                line("parties", &one.parties, LONGEST_LINE)?;
                lines("note", &one.note)
            }
            Self::SetCounts(counts) => counts
                .iter()
                .try_for_each(|count| line("name", &count.name, LONGEST_NAME)),
            Self::ShareClaim(..)
            | Self::RemoveClaim(_)
            | Self::ShareSettlement(..)
            | Self::RemoveSettlement(_) => Ok(()),
        }
    }
}

/// The beginning of a claim's words, in quotes.
fn quoted(words: &str) -> String {
    const LONGEST: usize = 40;
    let words = words.trim();
    if words.chars().count() <= LONGEST {
        return format!("\u{201c}{words}\u{201d}");
    }
    let start: String = words.chars().take(LONGEST).collect();
    format!("\u{201c}{}\u{2026}\u{201d}", start.trim_end())
}

/// An id no claim of the scenario has.
#[must_use]
pub fn new_id(scenario: &Scenario) -> String {
    let taken = |id: &str| scenario.claims.iter().any(|claim| claim.id == id);
    let mut number = scenario.claims.len().saturating_add(1);
    while taken(&format!("claim-{number}")) {
        number = number.saturating_add(1);
    }
    format!("claim-{number}")
}

pub(in crate::document) fn apply(
    scenario: &mut Scenario,
    edit: &StatementEdit,
) -> Result<(), Refusal> {
    match edit {
        StatementEdit::AddClaim(claim) => scenario.claims.push((**claim).clone()),
        StatementEdit::SetClaim(id, to) => {
            let own = claim_of(scenario, id)?;
            own.clone_from(to);
            own.id.clone_from(id);
        }
        StatementEdit::ShareClaim(id, shared) => claim_of(scenario, id)?.shared = *shared,
        StatementEdit::RemoveClaim(id) => {
            let before = scenario.claims.len();
            scenario.claims.retain(|claim| claim.id != *id);
            if scenario.claims.len() == before {
                return Err(Refusal::Gone);
            }
        }
        StatementEdit::AddSettlement(one) => scenario.settlements.push((**one).clone()),
        StatementEdit::SetSettlement(name, to) => {
            settlement_of(scenario, name)?.clone_from(to);
            for claim in &mut scenario.claims {
                if let Quantity::AgainstSettlement { settlement, .. } = &mut claim.quantity
                    && settlement == name
                {
                    settlement.clone_from(&to.name);
                }
            }
        }
        StatementEdit::ShareSettlement(name, shared) => {
            settlement_of(scenario, name)?.shared = *shared;
        }
        StatementEdit::RemoveSettlement(name) => remove_settlement(scenario, name)?,
        StatementEdit::SetCounts(counts) => scenario.counts.clone_from(counts),
    }
    Ok(())
}

fn claim_of<'s>(scenario: &'s mut Scenario, id: &str) -> Result<&'s mut Claim, Refusal> {
    let claim = scenario.claims.iter_mut().find(|claim| claim.id == id);
    claim.ok_or(Refusal::Gone)
}

fn settlement_of<'s>(
    scenario: &'s mut Scenario,
    name: &str,
) -> Result<&'s mut Settlement, Refusal> {
    let settlement = scenario.settlements.iter_mut().find(|one| one.name == name);
    settlement.ok_or(Refusal::Gone)
}

/// Refuses to leave a claim without the offer it is about.
pub(in crate::document) fn offer_is_free(
    scenario: &Scenario,
    offer: &OfferId,
) -> Result<(), Refusal> {
    let mut claims = scenario.claims.iter();
    let about = claims.find(|claim| claim.quantity.offer() == Some(offer));
    match about {
        Some(claim) => Err(Refusal::Breaks(format!(
            "the claim {} is about this offer; remove the claim first, under Statements",
            quoted(&claim.words)
        ))),
        None => Ok(()),
    }
}

/// A claim about a settlement that is gone would be about nothing.
fn remove_settlement(scenario: &mut Scenario, name: &str) -> Result<(), Refusal> {
    let about = scenario.claims.iter().find(|claim| {
        let of = &claim.quantity;
        matches!(of, Quantity::AgainstSettlement { settlement, .. } if settlement == name)
    });
    if let Some(claim) = about {
        return Err(Refusal::Breaks(format!(
            "the claim {} is about {name}; remove it first",
            quoted(&claim.words)
        )));
    }
    let before = scenario.settlements.len();
    scenario.settlements.retain(|one| one.name != name);
    if scenario.settlements.len() == before {
        return Err(Refusal::Gone);
    }
    Ok(())
}
