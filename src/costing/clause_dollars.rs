//! What a dollar clause pays: its terms made into dollars over time (METHOD.md "Clauses").

use rust_decimal::Decimal;

use super::clock::Ticks;
use super::dollars::{Dollars, of_percent};
use super::error::CostingError;
use super::schedule::Setting;
use crate::scenario::{BenefitBasis, Clause, ClauseTerms, DatedValue, DollarTiming};
use crate::units::Date;
use crate::units::digits::FromDigits;

/// What a dollar clause other than a lump sum pays; `None` for other terms.
///
/// # Errors
/// [`CostingError::TooLarge`].
pub fn of(setting: &Setting<'_>, clause: &Clause) -> Result<Option<Dollars>, CostingError> {
    let too_large = CostingError::TooLarge;
    Ok(match &clause.terms {
        ClauseTerms::Benefit {
            today,
            values,
            participants,
            attainment,
            basis,
            when,
        } => {
            let hours = match basis {
                BenefitBasis::PerHead | BenefitBasis::PerFte => Decimal::ONE,
                BenefitBasis::PerPaidHour => setting.scenario.hours.get(),
            };
            let each = match (participants.get(), attainment.get()) {
                (Some(participants), Some(attainment)) => Some(
                    of_percent(participants.get(), attainment.get())
                        .and_then(|each| each.checked_mul(hours))
                        .ok_or(too_large)?,
                ),
                _ => None,
            };
            let known = each.zip(today.get());
            from_dates(setting, values, *when, |value| {
                let (each, today) = known?;
                Some(value.checked_sub(today.get())?.checked_mul(each))
            })
            .map(|values| Some(Dollars::Accruing(values)))?
        }
        ClauseTerms::Payout {
            on,
            amount,
            today,
            participants,
            likelihood,
            goals,
            when,
            ..
        } => {
            let mut reached = Some(Decimal::ONE);
            if !goals.is_empty() {
                reached = Some(Decimal::ZERO);
                for goal in goals {
                    let (Some(share), Some(part)) = (goal.share.get(), goal.reached.get()) else {
                        reached = None;
                        break;
                    };
                    let Some(sum) = reached else { break };
                    let part = of_percent(share.get(), part.get())
                        .and_then(|part| of_percent(part, Decimal::ONE))
                        .and_then(|part| sum.checked_add(part));
                    reached = Some(part.ok_or(CostingError::TooLarge)?);
                }
            }
            let each = amount.get().zip(today.get());
            let times = participants.get().zip(likelihood.get()).zip(reached);
            let dollars = match each.zip(times) {
                Some(((amount, today), ((participants, likelihood), reached))) => Some(
                    amount
                        .get()
                        .checked_sub(today.get())
                        .and_then(|each| each.checked_mul(participants.get()))
                        .and_then(|all| of_percent(all, likelihood.get()))
                        .and_then(|likely| likely.checked_mul(reached))
                        .ok_or(too_large)?,
                ),
                None => None,
            };
            let days = on.iter().map(|date| (*date, dollars));
            Some(Dollars::Dated(on_dates(setting, *when, days)))
        }
        ClauseTerms::PaidTime {
            hours,
            participants,
            backfilled,
            premium,
        } => {
            let day = setting.day_of_raise(clause, clause.date);
            let all = hours.get().zip(participants.get());
            let called = backfilled.get().zip(premium.get());
            let a_year = match all.zip(called) {
                Some(((hours, participants), (backfilled, premium))) => Some(
                    hours
                        .get()
                        .checked_mul(participants.get())
                        .and_then(|all| of_percent(all, backfilled.get()))
                        .and_then(|called| of_percent(called, premium.get()))
                        .ok_or(too_large)?,
                ),
                None => None,
            };
            let from = setting.calendar.clock.start_of(day);
            Some(Dollars::AtAverageRate(from, a_year))
        }
        ClauseTerms::Contribution {
            today,
            values,
            when,
            ..
        } => {
            let today = today.get();
            from_dates(setting, values, *when, |value| {
                Some(value.checked_sub(today?.get()))
            })
            .map(|values| Some(Dollars::OfPay(values)))?
        }
        ClauseTerms::CostStream { amounts, when } => {
            let amounts = amounts.iter();
            let days = amounts.map(|one| (one.date, one.amount.get().map(|amount| amount.get())));
            Some(Dollars::Dated(on_dates(setting, *when, days)))
        }
        _ => None,
    })
}

/// Dollars on their days, those past the last day counted left out.
fn on_dates(
    setting: &Setting<'_>,
    when: DollarTiming,
    dates: impl Iterator<Item = (Date, Option<Decimal>)>,
) -> Vec<(Ticks, Option<Decimal>)> {
    dates
        .map(|(date, dollars)| (setting.timing.of_dollars(when, date), dollars))
        .filter(|(day, _)| *day <= setting.last_counted)
        .map(|(day, dollars)| (setting.calendar.clock.start_of(day), dollars))
        .collect()
}

/// A value from each of its dates on, where it is known; of several moved to one day the last counts. `of` gives
/// what a value comes to: nothing where that isn't known, and nothing of it where it is too large.
fn from_dates<T: FromDigits + Copy + Into<Decimal>>(
    setting: &Setting<'_>,
    values: &[DatedValue<T>],
    when: DollarTiming,
    of: impl Fn(Decimal) -> Option<Option<Decimal>>,
) -> Result<Vec<(Ticks, Option<Decimal>)>, CostingError> {
    let mut from: Vec<(Ticks, Option<Decimal>)> = Vec::with_capacity(values.len());
    for one in values {
        let day = setting.timing.of_dollars(when, one.date);
        if day > setting.last_counted {
            continue;
        }
        let value = match one.value.get().and_then(|value| of(value.into())) {
            Some(value) => Some(value.ok_or(CostingError::TooLarge)?),
            None => None,
        };
        let start = setting.calendar.clock.start_of(day);
        from.retain(|(earlier, _)| *earlier != start);
        from.push((start, value));
    }
    from.sort_by_key(|(start, _)| *start);
    Ok(from)
}
