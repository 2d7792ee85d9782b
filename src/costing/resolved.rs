//! What pools and minimum rates come to (METHOD.md "Clauses").

use rust_decimal::Decimal;

use super::clock::Ticks;
use super::cohorts::{Cohorts, RatePlace};
use super::effects::{Effect, Fraction, Minimum};
use super::error::CostingError;
use super::lookup::entry;
use super::model::Model;
use super::offer_cost::OfferCost;
use super::pay_line::rate_in_dollars;
use super::report::{LiftedFigures, PoolFigures};
use super::schedule::Event;
use crate::scenario::Scope;

/// What each part of each pool adds to the rates of its target.
#[must_use]
pub fn pools(events: &[Event], offer: &OfferCost) -> Vec<PoolFigures> {
    let mut all = Vec::new();
    for event in events.iter().filter(|event| event.counts) {
        let (Effect::Pool(pool), Some(clause)) = (&event.effect, event.clause) else {
            continue;
        };
        for (number, part) in pool
            .tranches
            .iter()
            .enumerate()
            .filter(|(_, one)| one.counts && event.until.is_none_or(|until| one.at < until))
        {
            let earlier = pool.tranches.iter().take(number);
            let nth = earlier.filter(|one| one.at == part.at).count();
            let added = offer.path.added_by(clause, part.at, nth);
            let classes = offer.paid.cohorts.classes_in(event.scope);
            let mut numbers = classes.map(|(number, _)| number);
            let is_hidden = numbers.any(|class| offer.hidden.act(clause, part.at, class));
            let percent = added.filter(|_| !is_hidden).and_then(Fraction::percent);
            all.push(PoolFigures {
                clause,
                takes_effect: part.day,
                percent,
            });
        }
    }
    all
}

/// The copies of wage scales that minimum rates lift, with their step rates just before and after. Copies of one
/// market that the same clauses of the offer apply to are one.
///
/// # Errors
/// [`CostingError`].
pub fn lifted(
    model: &Model<'_>,
    events: &[Event],
    offer: &OfferCost,
) -> Result<Vec<LiftedFigures>, CostingError> {
    let cohorts = &offer.paid.cohorts;
    let mut all: Vec<LiftedFigures> = Vec::new();
    for event in events.iter().filter(|event| event.counts) {
        let (Effect::Minimum(minimum), Some(clause)) = (&event.effect, event.clause) else {
            continue;
        };
        for number in 0..cohorts.copies.len() {
            let lift = LiftOf {
                clause,
                at: event.at,
                minimum,
            };
            if let Some(own) = of_copy(model, offer, events, &lift, number)?
                && !all.contains(&own)
            {
                all.push(own);
            }
        }
    }
    Ok(all)
}

/// Minimum rates that take effect: which clause's, and when.
struct LiftOf<'a> {
    clause: usize,
    at: Ticks,
    minimum: &'a Minimum,
}

/// What they do to the copy of a number; `None` where that is nothing or can't be told.
fn of_copy(
    model: &Model<'_>,
    offer: &OfferCost,
    events: &[Event],
    lift: &LiftOf<'_>,
    number: usize,
) -> Result<Option<LiftedFigures>, CostingError> {
    let cohorts = &offer.paid.cohorts;
    let copy = entry(&cohorts.copies, number)?;
    if offer.hidden.act(lift.clause, lift.at, copy.class) {
        return Ok(None);
    }
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for step in 0..copy.steps.len() {
        let place = RatePlace::Step { copy: number, step };
        let Some((was, is)) = offer.path.around(place, lift.clause, lift.at)? else {
            return Ok(None);
        };
        before.push(rate_in_dollars(was));
        after.push(rate_in_dollars(is));
    }
    if before == after {
        return Ok(None);
    }
    let market = cohorts.market_of(copy.class);
    let least = lift.minimum.of(market).map(|rate| Decimal::new(rate, 6));
    let by_ladder = before.first().copied() >= least;
    let scale = model.scenario.workforce.scales.get(copy.scale);
    Ok(Some(LiftedFigures {
        clause: lift.clause,
        scale: scale.map(|scale| scale.name.clone()),
        market: market.map(str::to_owned),
        scopes: scopes_of(cohorts, events, copy.class),
        before,
        after,
        by_ladder,
    }))
}

/// The scopes among events that a class is in, everyone left aside.
fn scopes_of(cohorts: &Cohorts, events: &[Event], class: usize) -> Vec<Scope> {
    let mut numbers: Vec<usize> = events
        .iter()
        .map(|event| event.scope)
        .filter(|scope| *scope != 0 && cohorts.applies(*scope, class))
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    let scopes = numbers.into_iter();
    scopes
        .filter_map(|number| cohorts.scope(number).cloned())
        .collect()
}
