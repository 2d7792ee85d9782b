//! What a later ratification costs employees, and the employer doesn't spend (METHOD.md "Delay").

use rust_decimal::Decimal;

use super::amount::Amount;
use super::curves::Sample;
use super::error::CostingError;
use super::model::Model;
use super::offer_cost::cost_of;
use super::report::DelayFigures;
use super::schedule::Timing;
use crate::scenario::{EffectiveRule, Offer, Ratification, Scenario};
use crate::units::Date;

/// Cost of delay by the first day of each month in the first contract year, and by the day the offer is ratified
/// on where that is known.
///
/// # Errors
/// [`CostingError`].
pub fn delay(model: &Model<'_>, offer: &Offer) -> Result<Vec<DelayFigures>, CostingError> {
    delay_until(model, offer, model.first_day().plus_months(12))
}

/// The same for every offer, in the scenario's order, by the first day of each month to the horizon.
///
/// # Errors
/// [`CostingError`].
pub fn delays_to_horizon(scenario: &Scenario) -> Result<Vec<Vec<DelayFigures>>, CostingError> {
    let model = Model::new(scenario)?;
    let end = model.horizon().plus_days(1);
    scenario
        .offers
        .iter()
        .map(|offer| delay_until(&model, offer, end))
        .collect()
}

/// The same by the first day of each month before `end`.
///
/// # Errors
/// [`CostingError`].
pub fn delay_until(
    model: &Model<'_>,
    offer: &Offer,
    end: Date,
) -> Result<Vec<DelayFigures>, CostingError> {
    let mut days: Vec<Date> = firsts_of_months(model.first_day(), end).collect();
    if let Ratification::On(day) = model.scenario.ratification_of(offer)
        && day >= model.first_day()
        && let Err(place) = days.binary_search(&day)
    {
        days.insert(place, day);
    }
    on_days(model, offer, days)
}

fn on_days(
    model: &Model<'_>,
    offer: &Offer,
    days: Vec<Date>,
) -> Result<Vec<DelayFigures>, CostingError> {
    let on_time = cost_when(model, offer, Timing::ON_TIME)?;
    let fte = model.fte();
    days.into_iter()
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

/// The same by some days of every offer, in the scenario's order.
///
/// # Errors
/// [`CostingError`].
pub fn delays_on(
    scenario: &Scenario,
    days: &[Date],
) -> Result<Vec<Vec<DelayFigures>>, CostingError> {
    let model = Model::new(scenario)?;
    let offers = scenario.offers.iter();
    offers
        .map(|offer| on_days(&model, offer, days.to_vec()))
        .collect()
}

/// The cost of delay as a chart draws it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DelayByDay {
    /// By the first of each month of the first contract year, and by the day of ratification.
    pub(crate) listed: Vec<DelayFigures>,
    /// What a full-time employee loses by the day of ratification, dollars.
    pub(crate) curve: Vec<Sample>,
}

/// The cost of delay of some offers of a scenario by day, in their order. Each is costed a hundred times or more:
/// for a chart that is drawn, not for every frame of a drag.
///
/// # Errors
/// [`CostingError`].
pub fn delays_by_day<'o>(
    scenario: &Scenario,
    offers: impl Iterator<Item = &'o Offer>,
) -> Result<Vec<DelayByDay>, CostingError> {
    let model = Model::new(scenario)?;
    let listed: Result<Vec<_>, CostingError> = offers
        .map(|offer| Ok((offer, delay(&model, offer)?)))
        .collect();
    let listed = listed?;
    // What is lost under several offers compares by the same day.
    let last = listed.iter().filter_map(|(_, listed)| listed.last());
    let last = last.map(|one| one.ratified).max();
    listed
        .into_iter()
        .map(|(offer, listed)| {
            let curve = curve(&model, offer, &listed, last)?;
            Ok(DelayByDay { listed, curve })
        })
        .collect()
}

/// What one full-time employee loses by the day an offer is ratified on, sampled where it bends: hours fall
/// evenly on the days between, so that reading between two samples is exact but for steps somebody moves within
/// a month. From the first day to the `last` one of all offers, or to the day after the last one counted where that
/// is earlier. Empty where it can't be costed.
fn curve(
    model: &Model<'_>,
    offer: &Offer,
    listed: &[DelayFigures],
    last: Option<Date>,
) -> Result<Vec<Sample>, CostingError> {
    let is_costed = listed
        .last()
        .is_some_and(|last| last.lost_per_fte.is_some());
    let Some(last) = last.filter(|_| is_costed) else {
        return Ok(Vec::new());
    };
    let (first, end) = (model.first_day(), last.min(model.horizon().plus_days(1)));
    // What falls due after the last day counted is lost from one day to the next.
    let last_counted = model.horizon().max(first).min(end);
    let mut days = vec![first, last_counted, end];
    days.extend(listed.iter().map(|one| one.ratified));
    days.extend(firsts_of_months(first, end));
    let events = model.events_when(offer, Timing::ON_TIME)?;
    days.extend(events.iter().map(|event| event.day));
    days.extend(period_starts(model, offer, (first, end)));
    days.retain(|day| (first..=end).contains(day));
    days.sort_unstable();
    days.dedup();
    let (on_time, fte) = (cost_when(model, offer, Timing::ON_TIME)?, model.fte());
    let mut samples = Vec::with_capacity(days.len());
    for day in days {
        let known = listed.iter().find(|one| one.ratified == day);
        let lost = match known {
            Some(known) => known.lost_per_fte,
            None => {
                let late = cost_when(model, offer, Timing::late(day))?;
                let lost = match (on_time, late) {
                    (Some(on_time), Some(late)) => Some(on_time.minus(late)?.dollars()),
                    _ => None,
                };
                lost.zip(fte).and_then(|(lost, fte)| lost.checked_div(fte))
            }
        };
        samples.extend(lost.map(|lost| (day, lost)));
    }
    Ok(samples)
}

/// Where raises wait for a pay period, the starts of periods and the days after: what is lost grows there.
fn period_starts(model: &Model<'_>, offer: &Offer, (first, end): (Date, Date)) -> Vec<Date> {
    let rules = offer.clauses.iter().filter_map(|clause| clause.effective);
    let mut rules = rules.chain([model.scenario.effective_rule(offer)]);
    let (Some(periods), true) = (
        model.calendar.periods,
        rules.any(|rule| rule != EffectiveRule::OnDate),
    ) else {
        return Vec::new();
    };
    let mut days = Vec::new();
    let mut start = periods.on_or_before(first);
    while start <= end {
        days.extend([start, start.plus_days(1)]);
        let next = periods.after(start);
        if next <= start {
            break;
        }
        start = next;
    }
    days
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
    cost_of(model, &model.part, &model.events_when(offer, timing)?)
}

/// The firsts of months from a day until before another.
fn firsts_of_months(first_day: Date, end: Date) -> impl Iterator<Item = Date> {
    let first = first_day.first_of_month();
    (0..)
        .map(move |month| first.plus_months(month))
        .take_while(move |day| *day < end)
        .filter(move |day| *day >= first_day)
}
