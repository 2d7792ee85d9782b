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
use super::report::{BreakEvenFigures, GapFigures, OfferFigures, PairingFigures};
use super::schedule::Timing;
use super::why::{Layers, why};
use crate::scenario::{Offer, OfferId, Ratification, Scenario};

/// What comparing an offer takes, whichever offer it is compared with.
#[derive(Debug, Clone)]
pub struct Compared {
    layers: Layers,
    /// The employee looked at; `None` where pay isn't known to the horizon.
    pay: Option<EmployeePay>,
    /// Cost ratified as it is: retroactive, and not.
    with: Option<Decimal>,
    without: Option<Decimal>,
}

impl Compared {
    /// Costs what comparing an offer takes.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn of(
        model: &Model<'_>,
        looked: Option<&Looked>,
        offer: &Offer,
    ) -> Result<Self, CostingError> {
        let timing = Timing::of(model.scenario, offer);
        let events = model.events(offer)?;
        let costed = OfferCost::part(model, &model.part, &events)?;
        let layers = Layers::of(model, &model.part, &events, &costed)?;
        let pay = match looked {
            Some(looked) => EmployeePay::of(model, looked, &events, timing, &costed)?
                .filter(|pay| pay.is_known(model.first, model.end)),
            None => None,
        };
        let own = costed.cost(model.first, model.end)?.map(Amount::dollars);
        let other = Timing {
            retroactive: !timing.retroactive,
            ..timing
        };
        let other = cost_under(model, offer, other)?;
        let (with, without) = if timing.retroactive {
            (own, other)
        } else {
            (other, own)
        };
        Ok(Self {
            layers,
            pay,
            with,
            without,
        })
    }
}

/// The offers a scenario calls A and B; `None` unless it names two of its own.
#[must_use]
pub fn compared_offers(scenario: &Scenario) -> Option<(&Offer, &Offer)> {
    let named = |id: &Option<OfferId>| scenario.offer(id.as_ref()?);
    named(&scenario.a).zip(named(&scenario.b))
}

/// What lies between A and B; `None` unless the scenario names two of its offers. `offers` holds the
/// figures of every offer, in the scenario's order.
///
/// # Errors
/// [`CostingError`].
pub fn gap(
    model: &Model<'_>,
    looked: Option<&Looked>,
    offers: &[&OfferFigures],
) -> Result<Option<GapFigures>, CostingError> {
    let Some((a, b)) = compared_offers(model.scenario) else {
        return Ok(None);
    };
    let (of_a, of_b) = (
        Compared::of(model, looked, a)?,
        Compared::of(model, looked, b)?,
    );
    gap_of(model, offers, (a, &of_a), (b, &of_b))
}

/// The same of offers made ready to be compared.
///
/// # Errors
/// [`CostingError`].
pub fn gap_of(
    model: &Model<'_>,
    offers: &[&OfferFigures],
    (a, ready_a): (&Offer, &Compared),
    (b, ready_b): (&Offer, &Compared),
) -> Result<Option<GapFigures>, CostingError> {
    let figures = |offer: &Offer| offers.iter().find(|figures| figures.id == offer.id);
    let (Some(of_a), Some(of_b)) = (figures(a), figures(b)) else {
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
        why: why(&ready_a.layers, &ready_b.layers)?,
        movement: movement(model.scenario, offers),
        break_even: break_even_of(model, (a, ready_a), (b, ready_b))?,
        retroactivity: pairings(ready_a, ready_b),
    }))
}

/// When B's employee is ahead for good, counted from the later ratification.
fn break_even_of(
    model: &Model<'_>,
    (a, ready_a): (&Offer, &Compared),
    (b, ready_b): (&Offer, &Compared),
) -> Result<BreakEvenFigures, CostingError> {
    let late = |offer: &Offer| match model.scenario.ratification_of(offer) {
        Ratification::On(day) if day > model.first_day() => Some(day),
        _ => None,
    };
    let from = late(a).max(late(b)).unwrap_or(model.first_day());
    match (&ready_a.pay, &ready_b.pay) {
        (Some(a), Some(b)) => break_even(model, a, b, from, Amount::ZERO),
        _ => Ok(BreakEvenFigures::default()),
    }
}

/// The gap under each pairing of retroactivity: both, only B, neither, only A.
fn pairings(a: &Compared, b: &Compared) -> Vec<PairingFigures> {
    let pairs = [(true, true), (false, true), (false, false), (true, false)];
    let pairs = pairs.into_iter().map(|(retro_a, retro_b)| {
        let of = |ready: &Compared, retroactive: bool| {
            if retroactive {
                ready.with
            } else {
                ready.without
            }
        };
        let cost = of(b, retro_b).zip(of(a, retro_a));
        PairingFigures {
            a: retro_a,
            b: retro_b,
            cost: cost.and_then(|(b, a)| b.checked_sub(a)),
        }
    });
    pairs.collect()
}
