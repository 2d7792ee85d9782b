//! Wages against prices (METHOD.md "One employee").

use rust_decimal::Decimal;

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

/// The real wage under an offer on a day: of the workforce, all raises up to the day and to the reference
/// date counted, whatever the horizon. `None` where the scenario has no index for it, or pay is unknown.
///
/// # Errors
/// [`CostingError`].
pub fn real_wage(
    model: &Model<'_>,
    offer: &Offer,
    day: Date,
) -> Result<Option<RealWage>, CostingError> {
    let Some(inflation) = &model.scenario.inflation else {
        return Ok(None);
    };
    let reference = reference_date(model.scenario, inflation);
    let timing = Timing::of(model.scenario, offer);
    let last = reference.max(day).max(model.horizon());
    let events = model.events_until(offer, timing, last)?;
    let costed = OfferCost::part(model, &model.part, &events)?;
    let clock = model.calendar.clock;
    let pay = |day: Date| costed.run_rate(clock.start_of(day));
    let (Some(then), Some(before)) = (pay(day)?, pay(reference)?) else {
        return Ok(None);
    };
    let (then, before) = (then.dollars(), before.dollars());
    let ratio = || {
        let prices = index_of(inflation, day)?.checked_div(index_of(inflation, reference)?)?;
        then.checked_div(before)?.checked_div(prices)
    };
    Ok(ratio().and_then(|ratio| {
        let catch_up = Decimal::ONE
            .checked_div(ratio)?
            .checked_sub(Decimal::ONE)?
            .checked_mul(Decimal::ONE_HUNDRED)?;
        Some(RealWage { ratio, catch_up })
    }))
}
