//! An offer over time, sampled where its curves bend: between two samples they run straight, or, where somebody
//! moves up a step on nearly every day, as good as straight.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::clock::{Clock, Ticks};
use super::effects::Effect;
use super::employee::{EmployeePay, Looked};
use super::real_wage::reference_date;
use super::schedule::{Event, Timing};
use super::simple_sum::ratio_without_pay;
use super::year_label::YearKind;
use super::years::blocks;
use super::{CostingError, Model, OfferCost};
use crate::scenario::Offer;
use crate::units::Date;

/// Days on which somebody moves a step, for each month of the term, up to which each is sampled. The moves of a
/// whole payroll fall on every day; between two month starts they bend a curve by less than can be drawn.
const MOST_MOVE_DAYS_A_MONTH: usize = 4;

/// A value at the start of a day.
pub type Sample = (Date, Decimal);

/// The curves of one offer. Hours fall evenly on the days of a month, so cumulative figures are straight between
/// month starts, effective days and moves up steps: reading between samples is exact, unless moves are too many to
/// sample, when a day is read with [`Curves::told_on`]. Each is known from the first day to the horizon, or empty: one
/// that broke off would seem to go on at its last value.
#[derive(Debug, Clone, Default)]
pub struct Curves {
    /// Pay against the day the rates are taken from, which is 100; holds until the next sample.
    pub level: Vec<Sample>,
    /// Cost above the baseline, cumulative from the first day.
    pub cost: Vec<Sample>,
    /// Cumulative pay of the employee looked at, without lump sums.
    pub employee: Vec<Sample>,
    /// The lump sums that the employee receives up to the horizon, in the order of their days; `None` where one
    /// is unknown, or pay is.
    pub lump_sums: Option<Vec<Sample>>,
    /// What other days are read from, where moves up steps aren't sampled.
    unsampled: Option<Unsampled>,
}

/// One of an offer's curves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Curve {
    /// Wage level, index; holds until its next sample.
    Level,
    /// Cumulative cost above the baseline, dollars.
    Cost,
    /// Cumulative pay of the employee looked at, dollars.
    Employee,
}

/// An offer as it was costed, to read any day from.
#[derive(Debug, Clone)]
struct Unsampled {
    costed: OfferCost,
    employee: Option<EmployeePay>,
    clock: Clock,
    first: Ticks,
    /// The first day, and the one after the last.
    days: (Date, Date),
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
    let (days, all) = sample_days(model, events, costed);
    let pay_is_known = !costed.hidden.any_pay(model.first, model.end);
    if model.base_payroll()?.is_some() && pay_is_known {
        curves.level = level(model, &days, costed)?;
    } else if !model.part.cohorts.has_scales() {
        curves.level = level_without_pay(model, &days, events)?;
    }
    let employee = match looked {
        Some(looked) => {
            let timing = Timing::of(model.scenario, offer);
            EmployeePay::of(model, looked, events, timing, costed)?
        }
        None => None,
    };
    let employee = employee.filter(|pay| pay.is_known(model.first, model.end));
    let clock = model.calendar.clock;
    if costed.cost(model.first, model.end)?.is_some() {
        for day in &days {
            if let Some(cost) = costed.cost(model.first, clock.start_of(*day))? {
                curves.cost.push((*day, cost.dollars()));
            }
        }
    }
    if let Some(pay) = &employee {
        curves.lump_sums = pay.lumps_by_day(model);
        let (first, end) = (model.first_day(), model.horizon().plus_days(1));
        let mut days = days;
        if let Some(moments) = pay.changes_of_one() {
            days.extend(clock.days_of(&moments, first, end));
            days.sort_unstable();
            days.dedup();
        }
        for day in days {
            curves
                .employee
                .push((day, pay.earned_before(model.first, clock.start_of(day))?));
        }
    }
    if all == Sampled::MonthByMonth {
        curves.unsampled = Some(Unsampled {
            costed: costed.clone(),
            employee,
            clock,
            first: model.first,
            days: (model.first_day(), model.horizon().plus_days(1)),
        });
    }
    Ok(curves)
}

impl Curves {
    /// Whether a day between samples may be off by what moves up steps bend the curves.
    #[must_use]
    pub fn are_month_by_month(&self) -> bool {
        self.unsampled.is_some()
    }

    /// One of the curves less that of another offer, at the days of both.
    #[must_use]
    pub fn less(&self, base: &Self, curve: Curve) -> Vec<Sample> {
        let (own, base) = (self.on_days_of(base, curve), base.on_days_of(self, curve));
        match curve {
            Curve::Level => less_in_steps(&own, &base),
            Curve::Cost | Curve::Employee => less(&own, &base),
        }
    }

    /// One of the curves with samples on the days of the same curve of another offer too, where days between its own
    /// would be off. A day that can't be costed has none.
    fn on_days_of(&self, other: &Self, curve: Curve) -> Cow<'_, [Sample]> {
        let own = self.of(curve);
        let Some(unsampled) = self.unsampled.as_ref().filter(|_| !own.is_empty()) else {
            return Cow::Borrowed(own);
        };
        let mut all = own.to_vec();
        for (day, _) in other.of(curve) {
            if let Ok(value) = unsampled.read(curve, *day) {
                insert(&mut all, *day, value);
            }
        }
        Cow::Owned(all)
    }

    /// The samples of one of the curves.
    #[must_use]
    pub fn of(&self, curve: Curve) -> &[Sample] {
        match curve {
            Curve::Level => &self.level,
            Curve::Cost => &self.cost,
            Curve::Employee => &self.employee,
        }
    }

    /// The curves with samples for the start and the end of a day, so that it is read exactly.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn told_on(&self, day: Date) -> Result<Self, CostingError> {
        let mut told = self.clone();
        let Some(unsampled) = &self.unsampled else {
            return Ok(told);
        };
        for day in [day, day.plus_days(1)] {
            for (curve, samples) in [
                (Curve::Level, &mut told.level),
                (Curve::Cost, &mut told.cost),
                (Curve::Employee, &mut told.employee),
            ] {
                if !samples.is_empty() {
                    insert(samples, day, unsampled.read(curve, day)?);
                }
            }
        }
        Ok(told)
    }
}

impl Unsampled {
    /// The value of a curve at the start of a day; `None` on a day it doesn't reach, or where it isn't known.
    fn read(&self, curve: Curve, day: Date) -> Result<Option<Decimal>, CostingError> {
        let (first, end) = self.days;
        let is_reached = match curve {
            Curve::Level => (first..end).contains(&day),
            Curve::Cost | Curve::Employee => (first..=end).contains(&day),
        };
        if !is_reached {
            return Ok(None);
        }
        let at = self.clock.start_of(day);
        match curve {
            Curve::Level => level_on(&self.costed, at),
            Curve::Cost => Ok(self.costed.cost(self.first, at)?.map(|cost| cost.dollars())),
            Curve::Employee => {
                let pay = self.employee.as_ref();
                pay.map(|pay| pay.earned_before(self.first, at)).transpose()
            }
        }
    }
}

/// Puts a sample in its place; one that is there already stays.
fn insert(samples: &mut Vec<Sample>, day: Date, value: Option<Decimal>) {
    let place = samples.binary_search_by_key(&day, |(at, _)| *at);
    if let (Err(place), Some(value)) = (place, value) {
        samples.insert(place, (day, value));
    }
}

/// Pay at a moment, of 100 on the day the rates are taken from; `None` where nobody was paid then.
fn level_on(costed: &OfferCost, at: Ticks) -> Result<Option<Decimal>, CostingError> {
    let base = costed.paid.base_payroll()?.dollars();
    let pay = costed.path.pay_at(at)?.dollars();
    Ok(pay
        .checked_div(base)
        .and_then(|ratio| ratio.checked_mul(Decimal::ONE_HUNDRED)))
}

/// Pay against base payroll, which is 100, where it changes up to the horizon. What takes effect on the day after
/// isn't of it.
fn level(
    model: &Model<'_>,
    days: &[Date],
    costed: &OfferCost,
) -> Result<Vec<Sample>, CostingError> {
    let mut samples: Vec<Sample> = Vec::new();
    for day in days.iter().filter(|day| **day <= model.horizon()) {
        let level = level_on(costed, model.calendar.clock.start_of(*day))?;
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

/// Which moves up steps are among the days sampled.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sampled {
    /// All of them.
    EveryMove,
    /// None but those on a day sampled for another reason: they are too many.
    MonthByMonth,
}

/// First day, month starts, the ends of contract years, the day prices are compared with, days on which rates change or
/// somebody moves a step, the days dollars are paid and those after, the day after the last. Where moves aren't
/// sampled, the eve of every change is: it shows how large the change is.
fn sample_days(model: &Model<'_>, events: &[Event], costed: &OfferCost) -> (Vec<Date>, Sampled) {
    let (first, end) = (model.first_day(), model.horizon().plus_days(1));
    let clock = model.calendar.clock;
    let mut days = Vec::new();
    for event in model.baseline.iter().chain(events) {
        days.push(event.day);
        match &event.effect {
            Effect::LumpSum(..) => days.push(event.day.plus_days(1)),
            Effect::Pool(pool) => days.extend(pool.tranches.iter().map(|part| part.day)),
            _ => {}
        }
    }
    let changes = costed.path.changes().chain(costed.dollar_moments());
    let mut changes: Vec<Ticks> = changes.collect();
    changes.sort_unstable();
    changes.dedup();
    days.extend(clock.days_of(&changes, first, end));
    let mut months = vec![first, end];
    let mut month = first.first_of_month();
    while month < end {
        month = month.plus_months(1);
        months.push(month);
    }
    let moves = costed.path.standing();
    let moves = moves.moments(clock.start_of(first), clock.start_of(end));
    let sampled = if moves.len() > MOST_MOVE_DAYS_A_MONTH * months.len() {
        let eves: Vec<Date> = days.iter().map(|day| day.plus_days(-1)).collect();
        days.extend(eves);
        let years = blocks(first, model.horizon(), YearKind::Contract);
        days.extend(years.iter().map(|year| year.last_day));
        let prices = model.scenario.inflation.as_ref();
        days.extend(prices.map(|prices| reference_date(model.scenario, prices)));
        Sampled::MonthByMonth
    } else {
        days.extend(clock.days_of(moves, first, end));
        Sampled::EveryMove
    };
    days.extend(months);
    days.retain(|day| (first..=end).contains(day));
    days.sort_unstable();
    days.dedup();
    (days, sampled)
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

/// One step curve less another, at the days of both.
fn less_in_steps(of: &[Sample], base: &[Sample]) -> Vec<Sample> {
    let days = days_of_both(of, base).into_iter();
    days.filter_map(|day| {
        let value = step_at(of, day)?.checked_sub(step_at(base, day)?)?;
        Some((day, value))
    })
    .collect()
}

fn days_of_both(of: &[Sample], base: &[Sample]) -> Vec<Date> {
    let mut days: Vec<Date> = of.iter().chain(base).map(|(day, _)| *day).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// One cumulative curve less another, at the days of both.
fn less(of: &[Sample], base: &[Sample]) -> Vec<Sample> {
    days_of_both(of, base)
        .into_iter()
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
