//! What commands are called, and how far they reach.

use super::command::{Command, Slot};
use super::moving;
use super::words;
use crate::scenario::{OfferId, Scenario};

impl Command {
    /// Whether figures of offers it doesn't name may change with it.
    #[must_use]
    pub fn reaches_every_offer(&self) -> bool {
        if let Self::Detail(_, detail) = self {
            return detail.reaches_every_offer();
        }
        !matches!(
            self,
            Self::SetRaise { .. }
                | Self::AddRaise { .. }
                | Self::MoveClause { .. }
                | Self::RemoveRaise { .. }
                | Self::AddOffer(_)
                | Self::Rename(..)
                | Self::SetSide(..)
                | Self::SetStatus(..)
                | Self::Share(..)
                | Self::WorkOn(_)
                | Self::WeAre(_)
                | Self::Title(_)
                | Self::Statement(_)
        )
    }

    /// What undo calls it: `Move raise 3 to Apr 1, 2027`.
    #[must_use]
    pub fn label(&self, scenario: &Scenario) -> String {
        let name = |id: &OfferId| {
            scenario
                .offer(id)
                .map_or_else(|| "offer".to_owned(), |offer| offer.name.clone())
        };
        match self {
            Self::SetRaise {
                offer,
                clause,
                date,
                percent,
            } => words::raise_change(scenario, offer, *clause, *date, *percent),
            Self::AddRaise { date, percent, .. } => {
                let percent = words::percent(percent.get());
                format!("Add {percent} on {}", words::date(*date))
            }
            Self::RemoveRaise { offer, clause } => {
                let what = words::clause_of(scenario, offer, *clause);
                format!("Remove {what} of {}", name(offer))
            }
            Self::AddClause { clause, .. } => {
                let terms = words::terms(&clause.terms, scenario.paid_in());
                format!("Add {terms} on {}", words::date(clause.date))
            }
            Self::SetClause { offer, clause, to } => {
                words::clause_change(scenario, offer, *clause, to)
            }
            Self::MoveClause {
                offer,
                clause,
                part,
                date,
                size,
            } => {
                let from = scenario.offer(offer).and_then(|own| own.clause(*clause));
                let to = from.and_then(|from| moving::moved(from, *part, *date, *size).ok());
                let what = words::clause_of(scenario, offer, *clause);
                match (from, to) {
                    (Some(from), Some(to)) => moving::label(&what, from, &to, scenario.paid_in()),
                    _ => format!("Move {what} to {}", words::date(*date)),
                }
            }
            Self::AddOffer(offer) => format!("Add {}", offer.name),
            Self::RemoveOffer(id) => format!("Remove {}", name(id)),
            Self::Rename(id, to) => format!("Rename {} to {to}", name(id)),
            Self::SetSide(id, side) => format!("Make {} the {}’s", name(id), side.name()),
            Self::SetStatus(id, status) => format!("Mark {} as {}", name(id), status.name()),
            Self::Share(id, true) => format!("Share {}", name(id)),
            Self::Share(id, false) => format!("Keep {} private", name(id)),
            Self::Detail(id, detail) => detail.label(&name(id)),
            Self::Compare(Slot::A, id) => format!("Compare {} as A", name(id)),
            Self::Compare(Slot::B, id) => format!("Compare {} as B", name(id)),
            Self::WorkOn(Some(id)) => format!("Work on {}", name(id)),
            Self::WorkOn(None) => "Work on no offer".to_owned(),
            Self::WeAre(party) => format!("Set that we are {}", party.name()),
            Self::People(..) => "Change the number of employees".to_owned(),
            Self::AveragePay(_) => "Change average annual pay".to_owned(),
            Self::Ratify(_) => "Change ratification".to_owned(),
            Self::RetroactiveByDefault(_) => "Change retroactive pay".to_owned(),
            Self::TakeEffect(_) => "Change when raises take effect".to_owned(),
            Self::LookAt(_) => "Change the employee looked at".to_owned(),
            Self::Hours(_) => "Change hours a year".to_owned(),
            Self::Title(_) => "Rename the case".to_owned(),
            Self::Setting(setting) => setting.label().to_owned(),
            Self::Payroll(edit) => edit.label(scenario),
            Self::Statement(edit) => edit.label(scenario),
        }
    }
}
