//! What a later ratification costs employees, and the employer doesn't spend (costing.md §5).

use rust_decimal::Decimal;

use super::amount::Amount;
use super::error::CostingError;
use super::model::Model;
use super::offer_cost::cost_of;
use super::report::DelayFigures;
use super::schedule::Timing;
use crate::scenario::Offer;
use crate::units::Date;

/// Cost of delay by the first day of each month in the first contract year.
///
/// # Errors
/// [`CostingError`].
pub fn delay(model: &Model<'_>, offer: &Offer) -> Result<Vec<DelayFigures>, CostingError> {
    let on_time = cost_when(model, offer, Timing::ON_TIME)?;
    let fte = model.fte();
    firsts_of_months(model.first_day())
        .map(|ratified| {
            let late = cost_when(model, offer, Timing::late(ratified))?;
            let lost = match (on_time, late) {
                (Some(on_time), Some(late)) => Some(on_time.minus(late)?.dollars()),
                _ => None,
            };
            Ok(DelayFigures {
                ratified,
                lost_per_fte: lost.zip(fte).and_then(|(lost, fte)| lost.checked_div(fte)),
                lost,
            })
        })
        .collect()
}

/// Cost of an offer under a timing, dollars.
///
/// # Errors
/// [`CostingError`].
pub fn cost_under(
    model: &Model<'_>,
    offer: &Offer,
    timing: Timing,
) -> Result<Option<Decimal>, CostingError> {
    Ok(cost_when(model, offer, timing)?.map(Amount::dollars))
}

fn cost_when(
    model: &Model<'_>,
    offer: &Offer,
    timing: Timing,
) -> Result<Option<Amount>, CostingError> {
    match &model.paid {
        Some(paid) => cost_of(model, paid, &model.steps_when(offer, timing)),
        None => Ok(None),
    }
}

/// The firsts of months from a day until twelve months after it.
fn firsts_of_months(first_day: Date) -> impl Iterator<Item = Date> {
    let end = first_day.plus_months(12);
    let first = first_day.first_of_month();
    (0..=12)
        .map(move |month| first.plus_months(month))
        .filter(move |day| (first_day..end).contains(day))
}
