//! An offer over time, sampled where its curves bend: between two samples they run straight.

use rust_decimal::Decimal;

use super::effects::Effect;
use super::employee::{EmployeePay, Looked};
use super::schedule::{Event, Timing};
use super::simple_sum::ratio_without_pay;
use super::{CostingError, Model, OfferCost};
use crate::scenario::Offer;
use crate::units::Date;

/// A value at the start of a day.
pub type Sample = (Date, Decimal);

/// The curves of one offer. Hours fall evenly on the days of a month, so cumulative figures are
/// straight between month starts and effective days: reading between samples is exact. Each is known from the
/// first day to the horizon, or empty: one that broke off would seem to go on at its last value.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Curves {
    /// Pay against the day the rates are taken from, which is 100; holds until the next sample.
    pub level: Vec<Sample>,
    /// Cost above the baseline, cumulative from the first day.
    pub cost: Vec<Sample>,
    /// Cumulative pay of the employee looked at.
    pub employee: Vec<Sample>,
}

/// The curves of an offer, of its events as they are costed; one is empty where what it shows isn't known to the horizon.
///
/// # Errors
/// [`CostingError`].
pub fn curves(
    model: &Model<'_>,
    looked: Option<&Looked>,
    offer: &Offer,
    events: &[Event],
    costed: &OfferCost,
) -> Result<Curves, CostingError> {
    let mut curves = Curves::default();
    let clock = model.calendar.clock;
    let days = sample_days(model, events, costed);
    let pay_is_known = !costed.hidden.any_pay(model.first, model.end);
    if model.base_payroll()?.is_some() && pay_is_known {
        curves.level = level(model, &days, costed)?;
    } else if !model.part.cohorts.has_scales() {
        curves.level = level_without_pay(model, &days, events)?;
    }
    if costed.cost(model.first, model.end)?.is_some() {
        for day in &days {
            if let Some(cost) = costed.cost(model.first, clock.start_of(*day))? {
                curves.cost.push((*day, cost.dollars()));
            }
        }
    }
    if let Some(looked) = looked {
        let timing = Timing::of(model.scenario, offer);
        let pay = EmployeePay::of(model, looked, events, timing, costed)?;
        if let Some(pay) = pay.filter(|pay| pay.is_known(model.first, model.end)) {
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

/// Pay against base payroll, which is 100, where it changes up to the horizon. What takes effect on the day after
/// isn't of it.
fn level(
    model: &Model<'_>,
    days: &[Date],
    costed: &OfferCost,
) -> Result<Vec<Sample>, CostingError> {
    let base = costed.paid.base_payroll()?.dollars();
    let mut samples: Vec<Sample> = Vec::new();
    for day in days.iter().filter(|day| **day <= model.horizon()) {
        let pay = costed.path.pay_at(model.calendar.clock.start_of(*day))?;
        let level = pay
            .dollars()
            .checked_div(base)
            .and_then(|ratio| ratio.checked_mul(Decimal::ONE_HUNDRED));
        if let Some(level) = level
            && samples.last().is_none_or(|(_, last)| *last != level)
        {
            samples.push((*day, level));
        }
    }
    Ok(samples)
}

/// The level where pay is unknown: percents for everyone give it without; empty where anything else is raised.
/// Nobody may move up a step.
fn level_without_pay(
    model: &Model<'_>,
    days: &[Date],
    events: &[Event],
) -> Result<Vec<Sample>, CostingError> {
    let mut samples: Vec<Sample> = Vec::new();
    for day in days.iter().filter(|day| **day <= model.horizon()) {
        let at = model.calendar.clock.start_of(*day);
        let ratio = ratio_without_pay(model, events, at)?;
        let Some(level) = ratio.and_then(|ratio| ratio.checked_mul(Decimal::ONE_HUNDRED)) else {
            return Ok(Vec::new());
        };
        if samples.last().is_none_or(|(_, last)| *last != level) {
            samples.push((*day, level));
        }
    }
    Ok(samples)
}

/// First day, month starts, days on which rates change or somebody moves a step, the days dollars are paid and
/// those after, the day after the last.
fn sample_days(model: &Model<'_>, events: &[Event], costed: &OfferCost) -> Vec<Date> {
    let (first, end) = (model.first_day(), model.horizon().plus_days(1));
    let mut days = vec![first, end];
    let mut month = first.first_of_month();
    while month < end {
        month = month.plus_months(1);
        days.push(month);
    }
    for event in model.baseline.iter().chain(events) {
        days.push(event.day);
        match &event.effect {
            Effect::LumpSum(..) => days.push(event.day.plus_days(1)),
            Effect::Pool(pool) => days.extend(pool.tranches.iter().map(|part| part.day)),
            _ => {}
        }
    }
    let clock = model.calendar.clock;
    let paths = costed
        .path
        .changes()
        .chain(costed.path.standing().changes());
    let mut moments: Vec<_> = paths.chain(costed.dollar_moments()).collect();
    moments.sort_unstable();
    moments.dedup();
    days.extend(clock.days_of(&moments, first, end));
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
