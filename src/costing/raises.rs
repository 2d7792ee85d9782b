//! What each clause is worth, and a point on it (METHOD.md "Raises").

use std::sync::Arc;

use rust_decimal::Decimal;

use super::amount::Amount;
use super::effects::{Effect, Factor, RateChange};
use super::error::CostingError;
use super::lookup::part;
use super::model::{Model, Paid};
use super::offer_cost::{OfferCost, cost_of};
use super::report::RaiseFigures;
use super::schedule::{Event, Timing};
use super::worth::Alone;
use crate::scenario::{Clause, ClauseKind, ClauseTerms, LumpAmount, Offer};
use crate::units::{Known, Money, Percent};

/// Every counted clause of an offer in effective order, with its worth and the value of a point.
///
/// # Errors
/// [`CostingError`].
pub fn raises(
    model: &Model<'_>,
    offer: &Offer,
    events: &[Event],
    costed: Option<&OfferCost>,
) -> Result<Vec<RaiseFigures>, CostingError> {
    let whole = match costed {
        Some(costed) => costed.cost(model.first, model.end)?,
        None => None,
    };
    let paid = costed.map(|costed| &costed.paid);
    let mut before = paid.map(|_| Amount::ZERO);
    let mut figures = Vec::with_capacity(events.len());
    for (index, event) in events.iter().enumerate() {
        let last = index + 1 == events.len();
        let worth = match paid {
            Some(paid) if whole.is_none() => {
                let so_far = part(events, ..=index)?;
                Alone::of(offer, so_far, index).worth(model, paid)?
            }
            Some(paid) => {
                let after = match whole {
                    Some(whole) if last => Some(whole),
                    _ => cost_of(model, paid, part(events, ..=index)?)?,
                };
                let worth = match before.zip(after) {
                    Some((before, after)) => Some(after.minus(before)?),
                    None => None,
                };
                before = after;
                worth
            }
            None => None,
        };
        let Some((number, clause)) = event
            .clause
            .and_then(|number| Some((number, offer.clauses.get(number)?)))
        else {
            continue;
        };
        let point = match paid {
            Some(paid) => point_more(model, paid, offer, events, index, whole)?,
            None => None,
        };
        let percent = event.percent.map(|percent| percent.get());
        figures.push(RaiseFigures {
            clause: number,
            date: clause.date,
            takes_effect: event.day,
            kind: clause.terms.kind(),
            terms: clause.terms.clone(),
            unit: model.scenario.workforce.rate_unit,
            scope: clause.scope.clone(),
            percent,
            resolved_percent: percent.filter(|_| event.kind == ClauseKind::Cola),
            worth: worth.map(Amount::dollars),
            value_of_a_point: point,
        });
    }
    Ok(figures)
}

/// Cost with one clause's percent a point higher, or its dollars a dollar, other clauses unchanged, less
/// the cost.
///
/// # Errors
/// [`CostingError`].
pub fn value_of_a_point(
    model: &Model<'_>,
    offer: &Offer,
    events: &[Event],
    index: usize,
) -> Result<Option<Decimal>, CostingError> {
    let whole = cost_of(model, &model.part, events)?;
    point_more(model, &model.part, offer, events, index, whole)
}

fn point_more(
    model: &Model<'_>,
    paid: &Arc<Paid>,
    offer: &Offer,
    events: &[Event],
    index: usize,
    whole: Option<Amount>,
) -> Result<Option<Decimal>, CostingError> {
    let Some(event) = events.get(index) else {
        return Ok(None);
    };
    let clause = event.clause.and_then(|number| offer.clauses.get(number));
    let Some(higher) = clause
        .map(|clause| one_more(model, offer, event, clause))
        .transpose()?
        .flatten()
    else {
        return Ok(None);
    };
    let mut raised = events.to_vec();
    if let Some(event) = raised.get_mut(index) {
        *event = higher;
    }
    let (then, now) = match whole {
        Some(whole) => (cost_of(model, paid, &raised)?, Some(whole)),
        None => (
            Alone::of(offer, &raised, index).cost(model, paid)?,
            Alone::of(offer, events, index).cost(model, paid)?,
        ),
    };
    match then.zip(now) {
        Some((then, now)) => Ok(Some(then.minus(now)?.dollars())),
        None => Ok(None),
    }
}

/// An event with its percent one point higher, or its dollars one dollar; `None` where it has neither.
fn one_more(
    model: &Model<'_>,
    offer: &Offer,
    event: &Event,
    clause: &Clause,
) -> Result<Option<Event>, CostingError> {
    if let (Effect::Rate(RateChange::Percent(_)), Some(percent)) = (&event.effect, event.percent) {
        // A raise that follows an index is moved by what it comes to.
        let Some(percent) = a_point_more(percent) else {
            return Ok(None);
        };
        let mut higher = event.clone();
        higher.percent = Some(percent);
        higher.effect = Effect::Rate(RateChange::Percent(Factor::of(percent)?));
        return Ok(Some(higher));
    }
    let Some(terms) = more(&clause.terms) else {
        return Ok(None);
    };
    let clause = Clause {
        terms,
        ..clause.clone()
    };
    let timing = Timing::of(model.scenario, offer);
    let higher =
        model
            .setting(offer, timing, model.calendar.horizon)
            .event(&clause, event.place, true)?;
    Ok(Some(higher))
}

/// Terms with one percent or dollar more.
fn more(terms: &ClauseTerms) -> Option<ClauseTerms> {
    let mut more = terms.clone();
    match &mut more {
        ClauseTerms::GreaterOf { percent, .. }
        | ClauseTerms::EquityPool { percent, .. }
        | ClauseTerms::LumpSum {
            amount: LumpAmount::PercentOfPay(percent),
            ..
        } => *percent = Known::Known(a_point_more(percent.get()?)?),
        ClauseTerms::LumpSum {
            amount:
                LumpAmount::PerHead(amount) | LumpAmount::PerFte(amount) | LumpAmount::Prorated(amount),
            ..
        } => raise_if_known(amount, a_dollar_more)?,
        ClauseTerms::Benefit { values, .. } => {
            for one in values {
                raise_if_known(&mut one.value, a_dollar_more)?;
            }
        }
        ClauseTerms::Payout { amount, .. } => raise_if_known(amount, a_dollar_more)?,
        ClauseTerms::Contribution { values, .. } => {
            for one in values {
                raise_if_known(&mut one.value, a_point_more)?;
            }
        }
        _ => return None,
    }
    Some(more)
}

/// What is unknown stays so: whether the cost rests on it is for the costing to say.
fn raise_if_known<T: Copy>(value: &mut Known<T>, more: fn(T) -> Option<T>) -> Option<()> {
    if let Known::Known(own) = value {
        *own = more(*own)?;
    }
    Some(())
}

fn a_point_more(percent: Percent) -> Option<Percent> {
    Percent::new(percent.get().checked_add(Decimal::ONE)?).ok()
}

fn a_dollar_more(dollars: Money) -> Option<Money> {
    Money::new(dollars.get().checked_add(Decimal::ONE)?).ok()
}
