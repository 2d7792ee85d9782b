//! How far a counter has come (METHOD.md "Between two offers").

use rust_decimal::Decimal;

use super::report::{MovementFigures, OfferFigures};
use crate::scenario::{Offer, Party, Scenario, Status};

/// Movement of the scenario's counter between its side's last offer and the other's. `offers` holds
/// the figures of every offer, in the scenario's order.
#[must_use]
pub fn movement(scenario: &Scenario, offers: &[&OfferFigures]) -> MovementFigures {
    let Some(counter) = counter(scenario) else {
        return MovementFigures::default();
    };
    let side = match counter.side {
        Party::Neutral => scenario.we_are,
        side => side,
    };
    let (from, to) = match side.other() {
        Some(other) => (
            last_offer(scenario, side, counter),
            last_offer(scenario, other, counter),
        ),
        None => (compared(scenario, 0), compared(scenario, 1)),
    };
    let (Some(from), Some(to)) = (from, to) else {
        return MovementFigures {
            counter: Some(counter.id.clone()),
            ..MovementFigures::default()
        };
    };
    let cost = |offer: &Offer| {
        let figures = offers.iter().find(|figures| figures.id == offer.id)?;
        figures.cost
    };
    let between = |a: &Offer, b: &Offer| Some(cost(a)?.checked_sub(cost(b)?)?.abs());
    let (moved, remains) = (between(from, counter), between(counter, to));
    let whole = between(from, to);
    let share =
        |part: Option<Decimal>| part?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole?);
    MovementFigures {
        counter: Some(counter.id.clone()),
        from: Some(from.id.clone()),
        to: Some(to.id.clone()),
        moved,
        remains,
        moved_share: share(moved),
        remains_share: share(remains),
    }
}

/// The offer being worked on: as named, else the last draft or what-if of our side.
fn counter(scenario: &Scenario) -> Option<&Offer> {
    if let Some(id) = &scenario.counter {
        return scenario.offer(id);
    }
    scenario.offers.iter().rev().find(|offer| {
        !offer.status.is_locked()
            && (scenario.we_are == Party::Neutral || offer.side == scenario.we_are)
    })
}

/// A side's last passed offer, by when it was passed; else the one of A and B that is its.
fn last_offer<'s>(scenario: &'s Scenario, side: Party, counter: &Offer) -> Option<&'s Offer> {
    let of_side = |offer: &&Offer| offer.side == side && offer.id != counter.id;
    let passed = scenario
        .offers
        .iter()
        .filter(of_side)
        .filter_map(|offer| match &offer.status {
            Status::Passed(moment) => Some((moment.order(), offer)),
            _ => None,
        })
        .max_by(|a, b| a.0.cmp(&b.0))
        .map(|(_, offer)| offer);
    passed.or_else(|| {
        (0..2)
            .filter_map(|which| compared(scenario, which))
            .find(of_side)
    })
}

fn compared(scenario: &Scenario, which: usize) -> Option<&Offer> {
    let id = [&scenario.a, &scenario.b].get(which)?.as_ref()?;
    scenario.offer(id)
}
