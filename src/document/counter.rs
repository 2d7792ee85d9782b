//! New offers made from those on the table.

use crate::scenario::{ClauseId, Offer, OfferId, Scenario, Status};

/// A private draft with the terms of an offer, from our side of the table.
#[must_use]
pub fn counter_from(scenario: &Scenario, offer: &Offer) -> Offer {
    let (id, name) = free_name(scenario);
    let mut draft = Offer {
        id,
        name,
        side: scenario.we_are,
        status: Status::Draft,
        shared: false,
        note: format!("Begun from {}", offer.name),
        // What stands behind the other offer doesn't stand behind this one.
        sources: Vec::new(),
        ..offer.clone()
    };
    for clause in &mut draft.clauses {
        clause.source = None;
    }
    draft
}

/// A private draft at the middle of the terms of A and B (METHOD.md "Between two offers"): it isn't the
/// middle of their cost. `None` unless there are both.
#[must_use]
pub fn midpoint(scenario: &Scenario) -> Option<Offer> {
    let a = scenario.offer(scenario.a.as_ref()?)?;
    let b = scenario.offer(scenario.b.as_ref()?)?;
    let mut draft = counter_from(scenario, a);
    draft.clauses = crate::explore::midpoint(a, b, scenario.term).clauses;
    // Halfway between two clauses is neither of them.
    for clause in &mut draft.clauses {
        clause.id = ClauseId::UNASSIGNED;
    }
    draft.note = format!("Begun from the midpoint of {} and {}", a.name, b.name);
    for clause in &mut draft.clauses {
        clause.source = None;
    }
    Some(draft)
}

/// The next free `Draft n`.
fn free_name(scenario: &Scenario) -> (OfferId, String) {
    let taken = |id: &OfferId, name: &str| {
        let offers = &scenario.offers;
        offers
            .iter()
            .any(|offer| offer.id == *id || offer.name == name)
    };
    let mut number = 1_u32;
    loop {
        let (id, name) = (
            OfferId(format!("draft-{number}")),
            format!("Draft {number}"),
        );
        if !taken(&id, &name) {
            return (id, name);
        }
        number += 1;
    }
}
