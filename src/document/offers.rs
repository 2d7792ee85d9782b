//! The offer or clause a change is for, where it is there and may be changed.

use super::refusal::Refusal;
use crate::scenario::{Clause, ClauseId, Offer, OfferId, Scenario};

pub(super) fn any_offer<'s>(
    scenario: &'s mut Scenario,
    id: &OfferId,
) -> Result<&'s mut Offer, Refusal> {
    let offers = &mut scenario.offers;
    offers
        .iter_mut()
        .find(|offer| offer.id == *id)
        .ok_or(Refusal::Gone)
}

pub(super) fn open_offer<'s>(
    scenario: &'s mut Scenario,
    id: &OfferId,
) -> Result<&'s mut Offer, Refusal> {
    let offer = any_offer(scenario, id)?;
    if offer.status.is_locked() {
        return Err(Refusal::Locked(offer.name.clone()));
    }
    Ok(offer)
}

pub(super) fn open_clause<'s>(
    scenario: &'s mut Scenario,
    offer: &OfferId,
    clause: ClauseId,
) -> Result<&'s mut Clause, Refusal> {
    let clauses = &mut open_offer(scenario, offer)?.clauses;
    let found = clauses.iter_mut().find(|own| own.id == clause);
    found.ok_or(Refusal::Gone)
}

pub(super) fn any_clause<'s>(
    scenario: &'s mut Scenario,
    offer: &OfferId,
    clause: ClauseId,
) -> Result<&'s mut Clause, Refusal> {
    let clauses = &mut any_offer(scenario, offer)?.clauses;
    let found = clauses.iter_mut().find(|own| own.id == clause);
    found.ok_or(Refusal::Gone)
}
