//! What one clause is worth, year by year, and what it would add (METHOD.md "Raises").

use std::sync::Arc;

use rust_decimal::Decimal;

use super::amount::Amount;
use super::clock::Ticks;
use super::cohorts::RatePlace;
use super::error::CostingError;
use super::lookup::part;
use super::model::{Model, Paid};
use super::offer_cost::{OfferCost, cost_of};
use super::pay_line::rate_in_dollars;
use super::report::PoolFigures;
use super::resolved::pools;
use super::schedule::Event;
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
    let of_it = |event: &Event| event.clause == Some(place) && event.counts;
    let Some(at) = events.iter().position(of_it) else {
        return Ok(None);
    };
    let up_to = Alone::of(offer, part(&events, ..=at)?, at);
    let (before, up_to) = up_to.costed(model, &model.part)?;
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

/// The clauses that what one of them adds rests on. Dollars that don't depend on pay are the same whatever the
/// other clauses, and what a clause pays beside rates is no part of what other dollars cost. So an unknown one
/// leaves the worth of the others known.
pub(super) struct Alone {
    events: Vec<Event>,
    /// Where the clause stands among them.
    index: usize,
    /// Whether it pays dollars beside rates.
    is_dollars: bool,
}

/// What a cost is read off.
pub(super) struct AloneCosted {
    costed: OfferCost,
    is_dollars: bool,
}

impl Alone {
    /// Of the clause at a place among the events.
    pub fn of(offer: &Offer, events: &[Event], index: usize) -> Self {
        let is_dollars = events
            .get(index)
            .is_some_and(|event| event.kind.pays_dollars());
        let rests_on_pay = |event: &Event| {
            let clause = event.clause.and_then(|number| offer.clauses.get(number));
            clause.is_some_and(|clause| clause.terms.rests_on_pay())
        };
        let matters =
            |event: &Event| !event.kind.pays_dollars() || (!is_dollars && rests_on_pay(event));
        let all = events.iter().enumerate();
        let kept = all.filter(|(place, event)| *place == index || matters(event));
        let mut own = 0;
        let mut events = Vec::new();
        for (place, event) in kept {
            if place == index {
                own = events.len();
            }
            events.push(event.clone());
        }
        Self {
            events,
            index: own,
            is_dollars,
        }
    }

    /// These clauses costed without the clause, and with it.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn costed(
        mut self,
        model: &Model<'_>,
        paid: &Arc<Paid>,
    ) -> Result<(AloneCosted, AloneCosted), CostingError> {
        let is_dollars = self.is_dollars;
        let part = |events: &[Event]| -> Result<AloneCosted, CostingError> {
            Ok(AloneCosted {
                costed: OfferCost::part(model, paid, events)?,
                is_dollars,
            })
        };
        let with = part(&self.events)?;
        if self.index < self.events.len() {
            self.events.remove(self.index);
        }
        Ok((part(&self.events)?, with))
    }

    /// What these clauses cost over the term: of one that pays dollars only those.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn cost(self, model: &Model<'_>, paid: &Arc<Paid>) -> Result<Option<Amount>, CostingError> {
        let costed = AloneCosted {
            costed: OfferCost::part(model, paid, &self.events)?,
            is_dollars: self.is_dollars,
        };
        costed.cost(model.first, model.end)
    }

    /// What the clause is worth over the term.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn worth(
        self,
        model: &Model<'_>,
        paid: &Arc<Paid>,
    ) -> Result<Option<Amount>, CostingError> {
        let (without, with) = self.costed(model, paid)?;
        let (from, to) = (model.first, model.end);
        match without.cost(from, to)?.zip(with.cost(from, to)?) {
            Some((without, with)) => with.minus(without).map(Some),
            None => Ok(None),
        }
    }
}

impl AloneCosted {
    fn cost(&self, from: Ticks, to: Ticks) -> Result<Option<Amount>, CostingError> {
        if !self.is_dollars {
            return self.costed.cost(from, to);
        }
        let dollars = (
            self.costed.lump_sums(from, to)?,
            self.costed.benefits(from, to)?,
        );
        match dollars {
            (Some(lumps), Some(benefits)) => lumps.plus(benefits).map(Some),
            _ => Ok(None),
        }
    }
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
    pub(crate) market: Option<String>,
    /// The step's rate, dollars in what the workforce's rates are paid for.
    pub(crate) rate: Decimal,
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
        let first = RatePlace::Step {
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
