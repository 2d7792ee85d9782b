//! An offer over time, sampled where its curves bend: between two samples they run straight.

use rust_decimal::Decimal;

use super::employee::{EmployeePay, Looked};
use super::schedule::{Effect, Step, Timing};
use super::{CostingError, Model, OfferCost};
use crate::scenario::Offer;
use crate::units::Date;

/// A value at the start of a day.
pub type Sample = (Date, Decimal);

/// The curves of one offer. Hours fall evenly on the days of a month, so cumulative figures are
/// straight between month starts and effective days: reading between samples is exact.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Curves {
    /// Pay against the day the rates are taken from, which is 100; holds until the next sample.
    pub level: Vec<Sample>,
    /// Cost above the baseline, cumulative from the first day.
    pub cost: Vec<Sample>,
    /// Cumulative pay of the employee looked at.
    pub employee: Vec<Sample>,
}

/// The curves of an offer; empty where it can't be costed.
///
/// # Errors
/// [`CostingError`].
pub fn curves(
    model: &Model<'_>,
    looked: Option<&Looked>,
    offer: &Offer,
) -> Result<Curves, CostingError> {
    let steps = model.steps(offer);
    let mut curves = Curves::default();
    let Some(paid) = &model.paid else {
        return Ok(curves);
    };
    let Some(costed) = OfferCost::new(model, paid, &steps)? else {
        return Ok(curves);
    };
    let clock = model.calendar.clock;
    let base = paid.cohorts.base_payroll()?.dollars();
    let days = sample_days(model, &steps);
    for day in &days {
        let pay = costed.path.pay_at(clock.start_of(*day)).dollars();
        let level = pay
            .checked_div(base)
            .and_then(|ratio| ratio.checked_mul(Decimal::ONE_HUNDRED));
        if let Some(level) = level
            && curves.level.last().is_none_or(|(_, last)| *last != level)
        {
            curves.level.push((*day, level));
        }
        if let Some(cost) = costed.cost(model.first, clock.start_of(*day))? {
            curves.cost.push((*day, cost.dollars()));
        }
    }
    if let Some(looked) = looked {
        let timing = Timing::of(model.scenario, offer);
        if let Some(pay) = EmployeePay::new(model, looked, &steps, timing)? {
            for day in &days {
                let earned = if *day > model.first_day() {
                    pay.earned(model, day.plus_days(-1))?
                } else {
                    Decimal::ZERO
                };
                curves.employee.push((*day, earned));
            }
        }
    }
    Ok(curves)
}

/// First day, month starts, effective days, the day after a lump sum, the day after the last.
fn sample_days(model: &Model<'_>, steps: &[Step]) -> Vec<Date> {
    let (first, end) = (model.first_day(), model.horizon().plus_days(1));
    let mut days = vec![first, end];
    let mut month = first.first_of_month();
    while month < end {
        month = month.plus_months(1);
        days.push(month);
    }
    for step in model.baseline.iter().chain(steps) {
        days.push(step.day);
        if matches!(step.effect, Effect::LumpSum(_)) {
            days.push(step.day.plus_days(1));
        }
    }
    days.retain(|day| (first..=end).contains(day));
    days.sort_unstable();
    days.dedup();
    days
}

/// The value of a step curve on a day.
#[must_use]
pub fn step_at(samples: &[Sample], day: Date) -> Option<Decimal> {
    let after = samples.partition_point(|(at, _)| *at <= day);
    Some(samples.get(after.checked_sub(1)?)?.1)
}

/// The value of a cumulative curve at the end of a day.
#[must_use]
pub fn by_end_of(samples: &[Sample], day: Date) -> Option<Decimal> {
    let moment = day.plus_days(1);
    let after = samples.partition_point(|(at, _)| *at <= moment);
    let before = samples.get(after.checked_sub(1)?)?;
    let Some(next) = samples.get(after) else {
        return Some(before.1);
    };
    let part = Decimal::from(before.0.days_until(moment));
    let whole = Decimal::from(before.0.days_until(next.0));
    let rise = next.1.checked_sub(before.1)?;
    before
        .1
        .checked_add(rise.checked_mul(part)?.checked_div(whole)?)
}

/// One cumulative curve less another, at the days of both.
#[must_use]
pub fn less(of: &[Sample], base: &[Sample]) -> Vec<Sample> {
    let mut days: Vec<Date> = of.iter().chain(base).map(|(day, _)| *day).collect();
    days.sort_unstable();
    days.dedup();
    days.into_iter()
        .filter_map(|day| {
            let eve = day.plus_days(-1);
            let value = by_end_of(of, eve).zip(by_end_of(base, eve));
            let value = value.or_else(|| {
                let first = of.first().zip(base.first());
                first.map(|(one, other)| (one.1, other.1))
            });
            let (of, base) = value?;
            Some((day, of.checked_sub(base)?))
        })
        .collect()
}
