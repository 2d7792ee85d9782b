//! What each raise is worth, and a point on it (costing.md §5).

use rust_decimal::Decimal;

use super::amount::Amount;
use super::error::CostingError;
use super::model::{Model, Paid, one_point_more};
use super::offer_cost::cost_of;
use super::report::RaiseFigures;
use super::schedule::Step;
use crate::scenario::Offer;

/// Every clause of an offer in effective order, with its worth and the value of a point.
///
/// # Errors
/// [`CostingError`].
pub fn raises(
    model: &Model<'_>,
    offer: &Offer,
    steps: &[Step],
) -> Result<Vec<RaiseFigures>, CostingError> {
    let paid = known(model, steps)?;
    let mut before = paid.map(|_| Amount::ZERO);
    let mut figures = Vec::with_capacity(steps.len());
    for (index, step) in steps.iter().enumerate() {
        let after = match paid {
            Some(paid) => cost_of(model, paid, &steps[..=index])?,
            None => None,
        };
        let worth = match (before, after) {
            (Some(before), Some(after)) => Some(after.minus(before)?),
            _ => None,
        };
        before = after;
        let Some((number, clause)) = step
            .clause
            .and_then(|number| Some((number, offer.clauses.get(number)?)))
        else {
            continue;
        };
        figures.push(RaiseFigures {
            clause: number,
            date: clause.date,
            takes_effect: step.day,
            kind: clause.terms.kind(),
            terms: clause.terms.in_words(model.scenario.workforce.rate_unit),
            scope: clause.scope.describe(),
            percent: step.percent.map(|percent| percent.get()),
            worth: worth.map(Amount::dollars),
            value_of_a_point: value_of_a_point(model, steps, index)?,
        });
    }
    Ok(figures)
}

/// Cost with the first `index` + 1 clauses less the cost with the first `index`, in effective order:
/// worths add up to the cost.
///
/// # Errors
/// [`CostingError`].
pub fn worth(
    model: &Model<'_>,
    steps: &[Step],
    index: usize,
) -> Result<Option<Decimal>, CostingError> {
    let Some(paid) = known(model, steps)? else {
        return Ok(None);
    };
    let before = cost_of(model, paid, &steps[..index])?;
    let after = cost_of(model, paid, &steps[..=index])?;
    match (before, after) {
        (Some(before), Some(after)) => Ok(Some(after.minus(before)?.dollars())),
        _ => Ok(None),
    }
}

/// Cost with one clause's percent a point higher, other clauses unchanged, less the cost.
///
/// # Errors
/// [`CostingError`].
pub fn value_of_a_point(
    model: &Model<'_>,
    steps: &[Step],
    index: usize,
) -> Result<Option<Decimal>, CostingError> {
    let Some(higher) = steps.get(index).and_then(one_point_more) else {
        return Ok(None);
    };
    let (Some(paid), Some(now)) = (&model.paid, cost_of_all(model, steps)?) else {
        return Ok(None);
    };
    let mut raised = steps.to_vec();
    if let Some(step) = raised.get_mut(index) {
        *step = higher;
    }
    match cost_of(model, paid, &raised)? {
        Some(then) => Ok(Some(then.minus(now)?.dollars())),
        None => Ok(None),
    }
}

/// The workforce, where the whole cost is known: a worth is a part of a known whole.
fn known<'a>(model: &'a Model<'_>, steps: &[Step]) -> Result<Option<&'a Paid>, CostingError> {
    let cost = cost_of_all(model, steps)?;
    Ok(model.paid.as_ref().filter(|_| cost.is_some()))
}

fn cost_of_all(model: &Model<'_>, steps: &[Step]) -> Result<Option<Amount>, CostingError> {
    match &model.paid {
        Some(paid) => cost_of(model, paid, steps),
        None => Ok(None),
    }
}
