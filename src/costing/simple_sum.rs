//! Percents of an offer: simple sum, end rate, average a year (METHOD.md "Percents").

use rust_decimal::Decimal;

use super::amount::AnnualPay;
use super::clock::Ticks;
use super::effects::{Effect, RateChange, Unknown};
use super::error::CostingError;
use super::model::Model;
use super::offer_cost::OfferCost;
use super::powers::power;
use super::schedule::Event;
use crate::scenario::{ClauseKind, Rounding};
use crate::units::Date;

/// The simple sum of raises for everyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SimpleSum {
    /// Σ of percents; `None` where one is unknown, or where dollars are the only raises.
    pub(crate) percent: Option<Decimal>,
    /// Whether raises in dollars stand beside the percents.
    pub(crate) is_partial: bool,
    /// Whether dollars are the only raises, so that there is no percent to sum.
    pub(crate) is_in_dollars: bool,
}

/// Σ of percents effective and in force on the last day, of raises for everyone. A `GreaterOf` counts with
/// its percent, a cost-of-living raise with what it comes to.
#[must_use]
pub fn simple_sum(model: &Model<'_>, events: &[Event]) -> SimpleSum {
    let last = model.calendar.clock.start_of(model.horizon());
    let for_everyone = || in_force(events, last).filter(|event| event.scope == 0);
    let in_dollars =
        for_everyone().any(|event| matches!(event.kind, ClauseKind::PerHour | ClauseKind::PerYear));
    let mut percents = for_everyone().filter(|event| has_percent(event)).peekable();
    let none = percents.peek().is_none();
    let percent = percents.try_fold(Decimal::ZERO, |sum, event| {
        sum.checked_add(known_percent(event)?)
    });
    SimpleSum {
        percent: percent.filter(|_| !(none && in_dollars)),
        is_partial: !none && in_dollars,
        is_in_dollars: none && in_dollars,
    }
}

/// Σ of percents of scoped raises, each × its scope's share of base payroll.
///
/// # Errors
/// [`CostingError`].
pub fn simple_sum_scoped(
    model: &Model<'_>,
    events: &[Event],
) -> Result<Option<Decimal>, CostingError> {
    let last = model.calendar.clock.start_of(model.horizon());
    let mut sum = Decimal::ZERO;
    for event in in_force(events, last).filter(|event| event.scope != 0 && has_percent(event)) {
        let share = model.part.payroll_share(event.scope)?;
        let (Some(percent), Some(share)) = (known_percent(event), share) else {
            return Ok(None);
        };
        sum = percent
            .checked_mul(share)
            .and_then(|weighted| sum.checked_add(weighted))
            .ok_or(CostingError::TooLarge)?;
    }
    Ok(Some(sum))
}

/// Counted events but for raises for a time that are over by a moment.
fn in_force(events: &[Event], last: Ticks) -> impl Iterator<Item = &Event> {
    events
        .iter()
        .filter(move |event| event.counts && event.until.is_none_or(|until| until > last))
}

fn has_percent(event: &Event) -> bool {
    matches!(
        event.kind,
        ClauseKind::Percent | ClauseKind::GreaterOf | ClauseKind::Cola
    )
}

fn known_percent(event: &Event) -> Option<Decimal> {
    // Of the larger of a percent and dollars the percent counts, whatever the dollars are.
    let known = event.unknown() != Some(Unknown::NeedsGroups);
    event.percent.filter(|_| known).map(|percent| percent.get())
}

/// The end rate: Σ r·H / Σ b·H − 1 on the horizon's day, percent. Where pay or an owed percent is unknown, percents
/// for everyone still give it, unless rates are rounded: Π (1 + p) − 1.
///
/// # Errors
/// [`CostingError`].
pub fn compounded(
    model: &Model<'_>,
    offer: Option<&OfferCost>,
    events: &[Event],
) -> Result<Option<Decimal>, CostingError> {
    let last = model.calendar.clock.start_of(model.horizon());
    let offer = match offer {
        Some(offer) => offer
            .run_rate(last)?
            .zip(Some(offer.baseline.pay_at(last)?)),
        None => None,
    };
    let ratio = match offer {
        Some((r, b)) => r.dollars().checked_div(b.dollars()),
        None => product_of_percents(model, events, last)?,
    };
    Ok(ratio.and_then(above_one))
}

/// Σ r·H of today's employees on the last day, who have moved up their steps, over base payroll, less 1,
/// percent. `None` without scales.
///
/// # Errors
/// [`CostingError`].
pub fn with_steps(
    model: &Model<'_>,
    offer: Option<&OfferCost>,
) -> Result<Option<Decimal>, CostingError> {
    let has_scales = model.part.cohorts.has_scales();
    let last = model.calendar.clock.start_of(model.horizon());
    let then = match offer.filter(|_| has_scales) {
        Some(offer) => offer.run_rate(last)?,
        None => None,
    };
    let Some(then) = then.map(AnnualPay::dollars) else {
        return Ok(None);
    };
    let now = model.part.base_payroll()?.dollars();
    Ok(then.checked_div(now).and_then(above_one))
}

fn above_one(ratio: Decimal) -> Option<Decimal> {
    ratio
        .checked_sub(Decimal::ONE)?
        .checked_mul(Decimal::ONE_HUNDRED)
}

/// Rates at a moment against those without the offer, where pay is unknown: Π (1 + p). `None` where pay is known,
/// where rates are rounded or something is owed, and where the offer raises anything but by percents for everyone.
///
/// # Errors
/// [`CostingError`].
pub(super) fn ratio_without_pay(
    model: &Model<'_>,
    events: &[Event],
    at: Ticks,
) -> Result<Option<Decimal>, CostingError> {
    let alike = model.baseline.is_empty() && model.part.rounding == Rounding::None;
    if alike && model.base_payroll()?.is_none() {
        product(events, at)
    } else {
        Ok(None)
    }
}

/// Π (1 + p) of percents for everyone, where rates aren't rounded. Percents that are owed, known or not, raise the rates
/// with and without the offer alike.
fn product_of_percents(
    model: &Model<'_>,
    events: &[Event],
    at: Ticks,
) -> Result<Option<Decimal>, CostingError> {
    let mut owed = model.baseline.iter();
    let alike = owed.all(|event| event.kind == ClauseKind::Percent);
    if alike && model.part.rounding == Rounding::None {
        product(events, at)
    } else {
        Ok(None)
    }
}

fn product(events: &[Event], at: Ticks) -> Result<Option<Decimal>, CostingError> {
    let mut product = Decimal::ONE;
    for event in in_force(events, at).filter(|event| event.at <= at) {
        match (&event.effect, event.scope) {
            (Effect::Rate(RateChange::Percent(factor)), 0) => {
                product = product
                    .checked_mul(Decimal::from(factor.num))
                    .and_then(|raised| raised.checked_div(Decimal::from(factor.den)))
                    .ok_or(CostingError::TooLarge)?;
            }
            (
                Effect::LumpSum(..)
                | Effect::Dollars(_)
                | Effect::PartDollars(_)
                | Effect::UnknownDollars(_),
                _,
            ) => {}
            _ => return Ok(None),
        }
    }
    Ok(Some(product))
}

/// The even yearly raise that compounds to `compounded` percent: (1 + c)^(1/years) − 1, percent.
#[must_use]
pub fn average_a_year(compounded: Decimal, first_day: Date, horizon: Date) -> Option<Decimal> {
    let years = months(first_day, horizon)?.checked_div(Decimal::from(12))?;
    let ratio = compounded
        .checked_div(Decimal::ONE_HUNDRED)?
        .checked_add(Decimal::ONE)?;
    power(ratio, Decimal::ONE.checked_div(years)?)?
        .checked_sub(Decimal::ONE)?
        .checked_mul(Decimal::ONE_HUNDRED)
}

/// Months of a term: whole ones from the first day, and the rest as days over the days of the
/// month they fall in.
#[must_use]
pub fn months(first_day: Date, horizon: Date) -> Option<Decimal> {
    let end = horizon.plus_days(1);
    let mut whole = (i32::from(end.year()) - i32::from(first_day.year())) * 12
        + i32::from(end.month())
        - i32::from(first_day.month());
    if first_day.plus_months(whole) > end {
        whole -= 1;
    }
    let start = first_day.plus_months(whole);
    let length = start.days_until(first_day.plus_months(whole + 1));
    let rest = Decimal::from(start.days_until(end)).checked_div(Decimal::from(length))?;
    Decimal::from(whole).checked_add(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_a_term_count_days_of_a_broken_month() {
        let months = |a: &str, b: &str| {
            months(Date::parse(a).unwrap(), Date::parse(b).unwrap())
                .unwrap()
                .normalize()
                .to_string()
        };
        assert_eq!(months("2025-10-01", "2029-09-30"), "48");
        assert_eq!(months("2024-02-29", "2025-02-27"), "12");
        assert_eq!(months("2025-01-01", "2025-04-15"), "3.5");
    }
}
