//! What dollar clauses come to between two moments, where some are a share of the offer's pay.

use rust_decimal::Decimal;

use super::amount::{Amount, AnnualPay};
use super::clock::Ticks;
use super::dollars::{Dollars, of_percent};
use super::error::CostingError;
use super::offer_cost::OfferCost;

impl Dollars {
    /// What it pays between two moments, given the offer's pay; `None` where a value of that time isn't known, or
    /// pay it is taken of.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn between(
        &self,
        offer: &OfferCost,
        scope: usize,
        from: Ticks,
        to: Ticks,
    ) -> Result<Option<Amount>, CostingError> {
        let mut sum = Amount::ZERO;
        match self {
            Self::Accruing(values) => {
                for (start, end, a_year) in stretches(values, from, to) {
                    let Some(a_year) = a_year else {
                        return Ok(None);
                    };
                    let a_year = AnnualPay::from_dollars(a_year)?;
                    sum = sum.plus(a_year.over(end - start)?)?;
                }
            }
            Self::Dated(days) => {
                for (_, dollars) in days.iter().filter(|(at, _)| (from..to).contains(at)) {
                    let Some(dollars) = dollars else {
                        return Ok(None);
                    };
                    sum = sum.plus(Amount::from_dollars(*dollars)?)?;
                }
            }
            Self::OfPay(percents) => {
                for (start, end, percent) in stretches(percents, from, to) {
                    let pay = offer.pay_in(scope, start, end)?;
                    let (Some(percent), Some(pay)) = (percent, pay) else {
                        return Ok(None);
                    };
                    let part = of_percent(pay.dollars(), percent).ok_or(CostingError::TooLarge)?;
                    sum = sum.plus(Amount::from_dollars(part)?)?;
                }
            }
            Self::AtAverageRate(start, hours) => {
                let start = from.max(*start);
                if start < to {
                    let (Some(hours), Some(pay)) = (hours, offer.pay_in(scope, start, to)?) else {
                        return Ok(None);
                    };
                    // Nobody in scope means no rate to pay at.
                    let fte = offer.paid.fte_in(scope).filter(|fte| !fte.is_zero());
                    let Some(fte) = fte else {
                        return Ok(Some(Amount::ZERO));
                    };
                    // Pay over FTE is what 1.0 FTE earns in that time; over H it is the average rate × time.
                    let part = fte
                        .checked_mul(offer.paid.hours)
                        .and_then(|all| pay.dollars().checked_mul(*hours)?.checked_div(all))
                        .ok_or(CostingError::TooLarge)?;
                    sum = Amount::from_dollars(part)?;
                }
            }
        }
        Ok(Some(sum))
    }
}

/// The stretches between two moments in which a value holds.
fn stretches(
    values: &[(Ticks, Option<Decimal>)],
    from: Ticks,
    to: Ticks,
) -> impl Iterator<Item = (Ticks, Ticks, Option<Decimal>)> {
    values
        .iter()
        .enumerate()
        .filter_map(move |(index, (at, value))| {
            let next = values.get(index + 1).map_or(to, |(next, _)| *next);
            let (start, end) = ((*at).max(from), next.min(to));
            (start < end).then_some((start, end, *value))
        })
}
