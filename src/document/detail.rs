//! What an offer says of itself beside its raises: its own rules, its sources, its note.

use super::offers::{any_offer, open_offer};
use super::refusal::Refusal;
use super::setting::rule_can_be_kept;
use crate::scenario::{EffectiveRule, OfferId, Ratification, Scenario};
use crate::units::Date;

/// One detail of an offer. `None` follows the scenario.
#[derive(Debug, Clone, PartialEq)]
pub enum Detail {
    /// When its raises take effect.
    Effective(Option<EffectiveRule>),
    /// Whether raises before ratification are paid back.
    Retroactive(Option<bool>),
    /// Its last day; beyond it its exit rates hold.
    LastDay(Option<Date>),
    /// When it is ratified.
    Ratified(Option<Ratification>),
    /// Ids of the sources it rests on.
    Sources(Vec<String>),
    Note(String),
}

impl Detail {
    /// Whether it is one of the terms, which a passed offer keeps.
    fn is_a_term(&self) -> bool {
        !matches!(self, Self::Ratified(_) | Self::Sources(_) | Self::Note(_))
    }

    /// Whether figures of other offers may change with it.
    #[must_use]
    pub fn reaches_every_offer(&self) -> bool {
        // The shortest last day is the day offers are compared to.
        matches!(self, Self::LastDay(_))
    }

    /// What undo calls it.
    #[must_use]
    pub fn label(&self, name: &str) -> String {
        match self {
            Self::Effective(_) => format!("Change when raises of {name} take effect"),
            Self::Retroactive(_) => format!("Change retroactive pay of {name}"),
            Self::LastDay(_) => format!("Change the last day of {name}"),
            Self::Ratified(_) => format!("Change ratification of {name}"),
            Self::Sources(_) => format!("Change the sources of {name}"),
            Self::Note(_) => format!("Change the note of {name}"),
        }
    }
}

/// Gives an offer a detail. When it is ratified is no term of it: that can be set for a passed offer
/// too, as can its sources and note.
pub(super) fn apply(scenario: &mut Scenario, id: &OfferId, detail: &Detail) -> Result<(), Refusal> {
    if let Detail::Effective(Some(rule)) = detail {
        rule_can_be_kept(scenario, *rule)?;
    }
    let offer = if detail.is_a_term() {
        open_offer(scenario, id)?
    } else {
        any_offer(scenario, id)?
    };
    match detail {
        Detail::Effective(rule) => offer.effective = *rule,
        Detail::Retroactive(own) => offer.retroactive = *own,
        Detail::LastDay(day) => offer.last_day = *day,
        Detail::Ratified(when) => offer.ratification = *when,
        Detail::Sources(ids) => offer.sources.clone_from(ids),
        Detail::Note(note) => note.trim().clone_into(&mut offer.note),
    }
    Ok(())
}
