//! What one clause is worth, year by year, and what it would add (METHOD.md "Raises").

use rust_decimal::Decimal;

use super::amount::Amount;
use super::cohorts::Place;
use super::error::CostingError;
use super::model::Model;
use super::offer_cost::{OfferCost, cost_of};
use super::pay_line::rate_in_dollars;
use super::report::PoolFigures;
use super::resolved::pools;
use super::year_label::{YearKind, YearLabel};
use super::years::blocks;
use crate::scenario::Offer;

/// What a clause is worth from the term's first day to the horizon, dollars.
#[derive(Debug, Clone, PartialEq)]
pub struct ClauseWorth {
    /// Cost with the clauses up to this one less the cost with those before it.
    pub total: Option<Decimal>,
    /// The same by contract year.
    pub by_year: Vec<(YearLabel, Option<Decimal>)>,
}

/// What the clause at a place of an offer's list is worth; `None` where it isn't counted, or where what comes
/// before it can't be costed.
///
/// # Errors
/// [`CostingError`].
pub fn clause_worth(
    model: &Model<'_>,
    offer: &Offer,
    place: usize,
) -> Result<Option<ClauseWorth>, CostingError> {
    let events = model.events(offer)?;
    let of_it = |event: &super::schedule::Event| event.clause == Some(place) && event.counts;
    let Some(at) = events.iter().position(of_it) else {
        return Ok(None);
    };
    let (before, up_to) = (
        events.get(..at).unwrap_or_default(),
        events.get(..=at).unwrap_or_default(),
    );
    let before = OfferCost::part(model, &model.part, before)?;
    let up_to = OfferCost::part(model, &model.part, up_to)?;
    let between = |from, to| -> Result<Option<Decimal>, CostingError> {
        let (Some(less), Some(more)) = (before.cost(from, to)?, up_to.cost(from, to)?) else {
            return Ok(None);
        };
        Ok(Some(more.minus(less)?.dollars()))
    };
    let clock = model.calendar.clock;
    let years = blocks(model.first_day(), model.horizon(), YearKind::Contract);
    let by_year = years.into_iter().map(|year| {
        let (from, to) = (clock.start_of(year.first_day), clock.end_of(year.last_day));
        Ok((year.label, between(from, to)?))
    });
    Ok(Some(ClauseWorth {
        total: between(model.first, model.end)?,
        by_year: by_year.collect::<Result<_, CostingError>>()?,
    }))
}

/// What an offer costs from the term's first day to the horizon; `None` where something of it is unknown.
///
/// # Errors
/// [`CostingError`].
pub fn offer_costs(model: &Model<'_>, offer: &Offer) -> Result<Option<Decimal>, CostingError> {
    let events = model.events(offer)?;
    Ok(cost_of(model, &model.part, &events)?.map(Amount::dollars))
}

/// The lowest first step of a market's wage scales just before a minimum rate.
#[derive(Debug, Clone, PartialEq)]
pub struct LowestStep {
    /// The market; none for scales outside any.
    pub market: Option<String>,
    /// The step's rate, dollars in what the workforce's rates are paid for.
    pub rate: Decimal,
}

/// The lowest first steps that the minimum rates at a place of an offer's list meet, by market in order of
/// appearance; empty where they aren't counted, without the markets in which one isn't known.
///
/// # Errors
/// [`CostingError`].
pub fn lowest_steps(
    model: &Model<'_>,
    offer: &Offer,
    place: usize,
) -> Result<Vec<LowestStep>, CostingError> {
    let events = model.events(offer)?;
    let Some(at) = events
        .iter()
        .find(|event| event.clause == Some(place) && event.counts)
        .map(|event| event.at)
    else {
        return Ok(Vec::new());
    };
    let costed = OfferCost::part(model, &model.part, &events)?;
    let cohorts = &costed.paid.cohorts;
    let unknown: Vec<Option<&str>> = cohorts
        .copies
        .iter()
        .filter(|copy| costed.hidden.rates(copy.class, at - 1, at))
        .map(|copy| cohorts.market_of(copy.class))
        .collect();
    let mut all: Vec<LowestStep> = Vec::new();
    for (number, copy) in cohorts.copies.iter().enumerate() {
        let first = Place::Step {
            copy: number,
            step: 0,
        };
        let Some((before, _)) = costed.path.around(first, place, at)? else {
            continue;
        };
        let rate = rate_in_dollars(before);
        let market = cohorts.market_of(copy.class);
        if unknown.contains(&market) {
            continue;
        }
        match all.iter_mut().find(|one| one.market.as_deref() == market) {
            Some(one) => one.rate = one.rate.min(rate),
            None => all.push(LowestStep {
                market: market.map(str::to_owned),
                rate,
            }),
        }
    }
    Ok(all)
}

/// What each part of the pool at a place of an offer's list adds to its target's rates.
///
/// # Errors
/// [`CostingError`].
pub fn pool_parts(
    model: &Model<'_>,
    offer: &Offer,
    place: usize,
) -> Result<Vec<PoolFigures>, CostingError> {
    let events = model.events(offer)?;
    let costed = OfferCost::part(model, &model.part, &events)?;
    let mut parts = pools(&events, &costed);
    parts.retain(|part| part.clause == place);
    Ok(parts)
}
