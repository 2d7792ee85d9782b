//! Wages against prices (METHOD.md "One employee").

use rust_decimal::Decimal;

use super::amount::AnnualPay;
use super::error::CostingError;
use super::model::{Model, last_owed_before};
use super::offer_cost::OfferCost;
use super::price_index::index_of;
use super::schedule::Timing;
use crate::scenario::{Inflation, Offer, Scenario};
use crate::units::Date;

/// The real wage on a day and what it would take to catch up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RealWage {
    /// (r / r at the reference date) ÷ (CPI of the day's month / CPI of the reference month); 1 means
    /// pay buys what it bought then.
    pub ratio: Decimal,
    /// 1 / ratio − 1, percent.
    pub catch_up: Decimal,
}

/// The date real wages are compared with: as stated, else the effective day of the last owed raise before
/// the term, else the day the rates are taken from.
#[must_use]
pub fn reference_date(scenario: &Scenario, inflation: &Inflation) -> Date {
    let last_raise = || last_owed_before(scenario, scenario.term.first_day);
    let stated = inflation.reference.or_else(last_raise);
    stated.unwrap_or(scenario.workforce.rates_as_of)
}

/// The real wage under an offer, costed to the horizon, on some days: of the workforce, all raises up to the day and
/// to the reference date counted, whatever the horizon. `None` where the scenario has no index for a day, or pay is
/// unknown.
///
/// # Errors
/// [`CostingError`].
pub fn real_wages(
    model: &Model<'_>,
    offer: &Offer,
    costed: &OfferCost,
    days: &[Date],
) -> Result<Vec<Option<RealWage>>, CostingError> {
    let Some(inflation) = &model.scenario.inflation else {
        return Ok(vec![None; days.len()]);
    };
    let reference = reference_date(model.scenario, inflation);
    let last = days.iter().copied().chain([reference]).max();
    let further = match last.filter(|last| *last > model.horizon()) {
        Some(last) => {
            let timing = Timing::of(model.scenario, offer);
            let events = model.events_until(offer, timing, last)?;
            Some(OfferCost::part(model, &model.part, &events)?)
        }
        None => None,
    };
    let costed = further.as_ref().unwrap_or(costed);
    let clock = model.calendar.clock;
    let pay = |day: Date| costed.run_rate(clock.start_of(day));
    let before = pay(reference)?.map(AnnualPay::dollars);
    let on = |day: &Date| {
        let then = pay(*day)?.map(AnnualPay::dollars);
        Ok(then.zip(before).and_then(|(then, before)| {
            let prices = index_of(inflation, *day)?.checked_div(index_of(inflation, reference)?)?;
            let ratio = then.checked_div(before)?.checked_div(prices)?;
            let catch_up = Decimal::ONE
                .checked_div(ratio)?
                .checked_sub(Decimal::ONE)?
                .checked_mul(Decimal::ONE_HUNDRED)?;
            Some(RealWage { ratio, catch_up })
        }))
    };
    days.iter().map(on).collect()
}
