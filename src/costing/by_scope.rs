//! What an offer costs for parts of the workforce (METHOD.md "Between two offers").

use super::amount::Amount;
use super::error::CostingError;
use super::model::Model;
use super::offer_cost::{OfferCost, total};
use super::report::ScopeFigures;

/// Wages and lump sums by market, bargaining unit and job family, in order of appearance. Benefits belong to
/// no part of the workforce.
///
/// # Errors
/// [`CostingError`].
pub fn by_scope(
    model: &Model<'_>,
    offer: Option<&OfferCost>,
) -> Result<Vec<ScopeFigures>, CostingError> {
    let cohorts = &model.part.cohorts;
    let mut costs = vec![offer.map(|_| Amount::ZERO); cohorts.keys.len()];
    if let Some(offer) = offer {
        for (number, class) in cohorts.classes.iter().enumerate() {
            let cost = cost_of_class(model, offer, number)?;
            let sum = costs.get_mut(class.keys);
            let sum = sum.ok_or(CostingError::Misplaced)?;
            *sum = match (*sum, cost) {
                (Some(sum), Some(cost)) => Some(sum.plus(cost)?),
                _ => None,
            };
        }
    }
    let parts = cohorts.keys.iter().zip(costs);
    Ok(parts
        .map(|(keys, cost)| ScopeFigures {
            market: keys.market.clone(),
            unit: keys.unit.clone(),
            job: keys.job.clone(),
            cost: cost.map(Amount::dollars),
            hidden: false,
        })
        .collect())
}

fn cost_of_class(
    model: &Model<'_>,
    offer: &OfferCost,
    class: usize,
) -> Result<Option<Amount>, CostingError> {
    let (first, end) = (model.first, model.end);
    let Some(wages) = offer.wages_of(class, first, end)? else {
        return Ok(None);
    };
    let own = offer.lumps.iter();
    let own = own.filter(|lump| lump.class == class && (first..end).contains(&lump.at));
    total(own)?.map(|lumps| wages.plus(lumps)).transpose()
}
