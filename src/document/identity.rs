//! Names for clauses, given once and kept for life: through edits, undo and redo.

use std::collections::BTreeSet;

use crate::scenario::{Clause, ClauseId, Scenario};

/// Hands out names that no clause of the document has had.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names {
    given: u64,
}

impl Names {
    /// Names for the clauses of a scenario that have none; those that have one keep it.
    pub fn of(scenario: &mut Scenario) -> Self {
        let mut names = Self { given: 0 };
        for clause in all(scenario) {
            // Names count up, so that the highest one is found by asking for each.
            while clause.id.is_assigned() && clause.id > ClauseId::numbered(names.given) {
                names.given += 1;
            }
        }
        names.give(scenario);
        names
    }

    /// Gives a name to each clause that has none, or that shares its name with another of its offer.
    pub fn give(&mut self, scenario: &mut Scenario) {
        for offer in &mut scenario.offers {
            self.give_each(&mut offer.clauses);
        }
        self.give_each(&mut scenario.baseline);
    }

    fn give_each(&mut self, clauses: &mut [Clause]) {
        let mut taken = BTreeSet::new();
        for clause in clauses {
            if !clause.id.is_assigned() || !taken.insert(clause.id) {
                self.given += 1;
                clause.id = ClauseId::numbered(self.given);
                taken.insert(clause.id);
            }
        }
    }
}

fn all(scenario: &Scenario) -> impl Iterator<Item = &Clause> {
    let of_offers = scenario.offers.iter().flat_map(|offer| &offer.clauses);
    of_offers.chain(&scenario.baseline)
}
