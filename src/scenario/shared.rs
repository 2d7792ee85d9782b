//! What of a scenario may be shown to the other side.

use super::{OfferId, Scenario};

impl Scenario {
    /// The scenario with what is shared and nothing else: no private offers, no notes. Presenting
    /// shows it, and pictures made from it carry its hash.
    #[must_use]
    pub fn shared_copy(&self) -> Self {
        let mut copy = self.clone();
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
}
