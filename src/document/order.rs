//! The raises of an offer in the order people read them: by date, then as listed.

use crate::scenario::{ClauseId, ClauseTerms, Offer, OfferId, Scenario};
use crate::units::{Date, Percent};

/// One percent raise of an offer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Raise {
    /// Which of the offer's clauses.
    pub(crate) clause: ClauseId,
    /// Its place in the offer's list of clauses, from 0.
    place: usize,
    /// Its date as written.
    pub date: Date,
    pub percent: Percent,
    /// Whether it is for everyone.
    everyone: bool,
}

/// The percent raises of an offer in date order.
#[must_use]
pub fn raises(offer: &Offer) -> Vec<Raise> {
    let mut raises: Vec<Raise> = offer
        .clauses
        .iter()
        .enumerate()
        .filter_map(|(place, one)| match &one.terms {
            ClauseTerms::Percent(percent) => Some(Raise {
                clause: one.id,
                place,
                date: one.date,
                percent: percent.get()?,
                everyone: one.scope.is_everyone(),
            }),
            _ => None,
        })
        .collect();
    raises.sort_by_key(|raise| raise.date);
    raises
}

/// The place of a clause among the offer's raises in date order, from 1; 0 where it has none.
#[must_use]
pub fn number_of(scenario: &Scenario, offer: &OfferId, clause: ClauseId) -> usize {
    scenario
        .offer(offer)
        .and_then(|offer| {
            let raises = raises(offer);
            raises.iter().position(|raise| raise.clause == clause)
        })
        .map_or(0, |place| place + 1)
}
