//! Percents of an offer: simple sum, end rate, average a year (costing.md §5).

use rust_decimal::Decimal;

use super::error::CostingError;
use super::model::Model;
use super::offer_cost::OfferCost;
use super::powers::power;
use super::schedule::{Effect, RateChange, Step};
use crate::scenario::{ClauseTerms, Offer};
use crate::units::Date;

/// Σ of percents effective by the last day, of unscoped raises. A `GreaterOf` counts with its
/// percent. `None` where one is unknown.
#[must_use]
pub fn simple_sum(offer: &Offer, steps: &[Step]) -> Option<Decimal> {
    counted_percents(offer, steps, false)
        .try_fold(Decimal::ZERO, |sum, (_, percent)| sum.checked_add(percent?))
}

/// Σ of percents of scoped raises, each × its scope's share of base payroll.
///
/// # Errors
/// [`CostingError`].
pub fn simple_sum_scoped(
    model: &Model<'_>,
    offer: &Offer,
    steps: &[Step],
) -> Result<Option<Decimal>, CostingError> {
    let mut sum = Decimal::ZERO;
    for (step, percent) in counted_percents(offer, steps, true) {
        let (Some(percent), Some(share)) = (percent, payroll_share(model, step.scope)?) else {
            return Ok(None);
        };
        sum = percent
            .checked_mul(share)
            .and_then(|weighted| sum.checked_add(weighted))
            .ok_or(CostingError::TooLarge)?;
    }
    Ok(Some(sum))
}

/// The share of base payroll that is paid to a scope, 0 to 1. `None` where payroll is unknown or 0.
///
/// # Errors
/// [`CostingError`].
pub fn payroll_share(model: &Model<'_>, scope: usize) -> Result<Option<Decimal>, CostingError> {
    let Some(paid) = &model.paid else {
        return Ok(None);
    };
    let mut in_scope = super::amount::AnnualPay::default();
    for (number, class) in paid.cohorts.classes.iter().enumerate() {
        if paid.cohorts.applies(scope, number) {
            in_scope = in_scope.plus(class.pay)?;
        }
    }
    let whole = paid.cohorts.base_payroll()?;
    Ok(in_scope.dollars().checked_div(whole.dollars()))
}

/// The percents of rate raises that count, scoped or not; `None` in the pair where unknown.
fn counted_percents<'a>(
    offer: &'a Offer,
    steps: &'a [Step],
    scoped: bool,
) -> impl Iterator<Item = (&'a Step, Option<Decimal>)> {
    steps
        .iter()
        .filter(move |step| step.counts && (step.scope != 0) == scoped)
        .filter_map(|step| {
            let terms = &offer.clauses.get(step.clause?)?.terms;
            match terms {
                ClauseTerms::Percent(percent) => {
                    Some((step, percent.get().map(|percent| percent.get())))
                }
                ClauseTerms::GreaterOf { percent, .. } => {
                    let known = step.effect != Effect::UnknownRate;
                    let percent = percent.get().filter(|_| known);
                    Some((step, percent.map(|percent| percent.get())))
                }
                ClauseTerms::Cola { .. } => Some((step, None)),
                _ => None,
            }
        })
}

/// The end rate: Σ r·H / Σ b·H − 1 on the horizon's day, percent. Where pay is unknown, percents
/// for everyone still give it: Π (1 + p) − 1.
///
/// # Errors
/// [`CostingError`].
pub fn compounded(
    model: &Model<'_>,
    offer: Option<&OfferCost>,
    steps: &[Step],
) -> Result<Option<Decimal>, CostingError> {
    let ratio = match offer {
        Some(offer) => {
            let last = model.calendar.clock.start_of(model.horizon());
            let (r, b) = (offer.path.pay_at(last), offer.baseline.pay_at(last));
            r.dollars().checked_div(b.dollars())
        }
        None if model.paid.is_none() && model.baseline.is_empty() => product(steps)?,
        None => None,
    };
    Ok(ratio
        .and_then(|ratio| ratio.checked_sub(Decimal::ONE))
        .and_then(|above| above.checked_mul(Decimal::ONE_HUNDRED)))
}

fn product(steps: &[Step]) -> Result<Option<Decimal>, CostingError> {
    let mut product = Decimal::ONE;
    for step in steps.iter().filter(|step| step.counts) {
        match (&step.effect, step.scope) {
            (Effect::Rate(RateChange::Percent(factor)), 0) => {
                product = product
                    .checked_mul(Decimal::from(factor.num))
                    .and_then(|raised| raised.checked_div(Decimal::from(factor.den)))
                    .ok_or(CostingError::TooLarge)?;
            }
            (Effect::Rate(_) | Effect::UnknownRate, _) => return Ok(None),
            (Effect::LumpSum(_) | Effect::UnknownDollars, _) => {}
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
