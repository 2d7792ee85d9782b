//! What other raises give way when one moves and something is held.

use super::Document;
use super::command::{self, Command};
use crate::costing::CostingError;
use crate::explore::{Held, Hold, hold};
use crate::scenario::{ClauseId, Offer, OfferId};

#[derive(Debug, Clone)]
pub struct GaveWay {
    /// The changes of the raises that give way.
    pub(crate) commands: Vec<Command>,
    /// How well it was held.
    pub(crate) held: Held,
}

impl Document {
    /// What gives way when the raise `moves` of `offer` moves by `commands`, and `what` is held; raises in
    /// `locked` stay. Computed from the scenario before the gesture, so that the path of a drag doesn't
    /// matter. `None` where nothing is held, or where the commands can't be done.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn giving_way(
        &self,
        commands: &[Command],
        (offer, moves): (&OfferId, ClauseId),
        locked: &[ClauseId],
        what: Hold,
    ) -> Result<Option<GaveWay>, CostingError> {
        if what == Hold::Nothing {
            return Ok(None);
        }
        let mut after = self.before_gesture().clone();
        let mut before = after.offer(offer).cloned();
        for command in commands {
            if let Command::AddOffer(copy) = command {
                before = Some((**copy).clone());
            }
            if command::apply(&mut after, command).is_err() {
                return Ok(None);
            }
        }
        let (Some(before), Some(now)) = (before, after.offer(offer)) else {
            return Ok(None);
        };
        let Some(moved) = before.place_of(moves) else {
            return Ok(None);
        };
        let places = locked.iter().filter_map(|id| before.place_of(*id));
        let locked: Vec<usize> = places.collect();
        // The workforce is the same: its groups are those the results were made from.
        let model = self.cache.model_of(&after)?;
        let held = hold(&model, &before, now, moved, &locked, what)?;
        let commands = changed_raises(&held.offer, now);
        Ok(Some(GaveWay { commands, held }))
    }
}

/// The raises of an offer that differ from those it has now.
fn changed_raises(held: &Offer, now: &Offer) -> Vec<Command> {
    let pairs = held.clauses.iter().zip(&now.clauses);
    pairs
        .filter(|(held, now)| held != now)
        .filter_map(|(held, own)| {
            Some(Command::SetRaise {
                offer: now.id.clone(),
                clause: own.id,
                date: held.date,
                percent: held.terms.percent()?,
            })
        })
        .collect()
}
