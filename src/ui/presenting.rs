//! What may be presented.

use crate::scenario::{OfferId, Scenario};

/// A scenario with what is shared and nothing else: no drafts, no notes.
#[must_use]
pub fn shared_copy(scenario: &Scenario) -> Scenario {
    let mut copy = scenario.clone();
    copy.offers.retain(|offer| offer.shared);
    for offer in &mut copy.offers {
        offer.note.clear();
        for clause in &mut offer.clauses {
            clause.note.clear();
        }
    }
    for clause in &mut copy.baseline {
        clause.note.clear();
    }
    copy.note.clear();
    copy.workforce.note.clear();
    for source in &mut copy.sources {
        source.note.clear();
    }
    let kept = |id: &Option<OfferId>| id.clone().filter(|id| copy.offer(id).is_some());
    let (a, b, counter) = (kept(&copy.a), kept(&copy.b), kept(&copy.counter));
    (copy.a, copy.b, copy.counter) = (a, b, counter);
    copy
}
