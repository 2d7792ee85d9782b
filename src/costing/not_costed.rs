//! What is missing from an offer's figures (METHOD.md "What the figures rest on").

use super::effects::Effect;
use super::model::Model;
use super::schedule::Event;
pub use super::unpublished::{NotCosted, Unpublished};
use crate::scenario::LumpAmount;

/// Why figures of an offer are not costed; empty where all are.
#[must_use]
pub fn not_costed(model: &Model<'_>, events: &[Event]) -> Vec<NotCosted> {
    let per_head = events.iter().any(|event| {
        event.counts && matches!(event.effect, Effect::LumpSum(LumpAmount::PerHead(_), _))
    });
    let mut missing: Vec<NotCosted> = model.ready.unknown_people().told(per_head).collect();
    for event in model.baseline.iter().chain(events) {
        let Some(why) = event.unknown().filter(|_| event.counts) else {
            continue;
        };
        // An unknown minimum of markets in which nobody is in scope keeps no figure from being known.
        if let Effect::Minimum(minimum) = &event.effect {
            let cohorts = &model.part.cohorts;
            let mut own = cohorts.classes_in(event.scope);
            if !own.any(|(class, _)| minimum.hides(cohorts.market_of(class))) {
                continue;
            }
        }
        missing.push(NotCosted::Clause {
            clause: event.clause,
            kind: event.kind,
            date: event.nominal,
            why,
        });
    }
    missing
}
