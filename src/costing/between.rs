//! What lies between two offers (METHOD.md "Between two offers").

use rust_decimal::Decimal;

use super::amount::Amount;
use super::break_even::break_even;
use super::delay::cost_under;
use super::employee::{EmployeePay, Looked};
use super::error::CostingError;
use super::model::Model;
use super::movement::movement;
use super::offer_cost::OfferCost;
use super::report::{BreakEvenFigures, GapFigures, OfferFigures, PairingFigures, WhyFigures};
use super::schedule::Timing;
use super::why::{Layers, why};
use crate::scenario::{Offer, Ratification};

/// What lies between A and B; `None` unless the scenario names two of its offers. `offers` holds the
/// figures of every offer, in the scenario's order.
///
/// # Errors
/// [`CostingError`].
pub fn gap(
    model: &Model<'_>,
    looked: Option<&Looked>,
    offers: &[OfferFigures],
) -> Result<Option<GapFigures>, CostingError> {
    let scenario = model.scenario;
    let compared = |id: &Option<crate::scenario::OfferId>| {
        let id = id.as_ref()?;
        let figures = offers.iter().find(|figures| figures.id == *id)?;
        Some((scenario.offer(id)?, figures))
    };
    let (Some((a, of_a)), Some((b, of_b))) = (compared(&scenario.a), compared(&scenario.b)) else {
        return Ok(None);
    };
    let less = |b: Option<Decimal>, a: Option<Decimal>| b?.checked_sub(a?);
    let cost = less(of_b.cost, of_a.cost);
    let by_year = of_a
        .years
        .iter()
        .zip(&of_b.years)
        .map(|(a, b)| (a.label, less(b.cash, a.cash)))
        .collect();
    Ok(Some(GapFigures {
        a: a.id.clone(),
        b: b.id.clone(),
        cost,
        cost_per_fte: model.per_fte(cost),
        simple_points: less(of_b.simple_sum, of_a.simple_sum),
        compounded_points: less(of_b.compounded, of_a.compounded),
        present_value: less(of_b.present_value, of_a.present_value),
        by_year,
        why: why_differ(model, a, b)?,
        movement: movement(scenario, offers),
        break_even: break_even_of(model, looked, a, b)?,
        retroactivity: pairings(model, a, b)?,
    }))
}

/// Why A and B differ; a bar is `None` where it rests on something unknown.
///
/// # Errors
/// [`CostingError`].
pub fn why_differ(model: &Model<'_>, a: &Offer, b: &Offer) -> Result<WhyFigures, CostingError> {
    why(&layers(model, a)?, &layers(model, b)?)
}

fn layers(model: &Model<'_>, offer: &Offer) -> Result<Layers, CostingError> {
    let events = model.events(offer)?;
    let costed = OfferCost::part(model, &model.part, &events)?;
    Layers::of(model, &model.part, &events, &costed)
}

/// When B's employee is ahead for good, counted from the later ratification.
fn break_even_of(
    model: &Model<'_>,
    looked: Option<&Looked>,
    a: &Offer,
    b: &Offer,
) -> Result<BreakEvenFigures, CostingError> {
    let Some(looked) = looked else {
        return Ok(BreakEvenFigures::default());
    };
    let pay = |offer: &Offer| {
        let timing = Timing::of(model.scenario, offer);
        EmployeePay::new(model, looked, &model.events(offer)?, timing)
    };
    let late = |offer: &Offer| match model.scenario.ratification_of(offer) {
        Ratification::On(day) if day > model.first_day() => Some(day),
        _ => None,
    };
    let from = late(a).max(late(b)).unwrap_or(model.first_day());
    match (pay(a)?, pay(b)?) {
        (Some(a), Some(b)) => break_even(model, &a, &b, from, Amount::ZERO),
        _ => Ok(BreakEvenFigures::default()),
    }
}

/// The gap under each pairing of retroactivity: both, only B, neither, only A.
fn pairings(model: &Model<'_>, a: &Offer, b: &Offer) -> Result<Vec<PairingFigures>, CostingError> {
    let cost = |offer: &Offer, retroactive: bool| {
        let timing = Timing {
            retroactive,
            ..Timing::of(model.scenario, offer)
        };
        cost_under(model, offer, timing)
    };
    let [(a_with, a_without), (b_with, b_without)] = [
        (cost(a, true)?, cost(a, false)?),
        (cost(b, true)?, cost(b, false)?),
    ];
    Ok([(true, true), (false, true), (false, false), (true, false)]
        .into_iter()
        .map(|(retro_a, retro_b)| {
            let of_a = if retro_a { a_with } else { a_without };
            let of_b = if retro_b { b_with } else { b_without };
            PairingFigures {
                a: retro_a,
                b: retro_b,
                cost: of_b.zip(of_a).and_then(|(b, a)| b.checked_sub(a)),
            }
        })
        .collect())
}
