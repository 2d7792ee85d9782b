//! Dollars beside rates: benefits, payouts, paid time, contributions, amounts worked out elsewhere
//! (METHOD.md "Clauses").

use rust_decimal::Decimal;

use super::amount::{Amount, AnnualPay};
use super::clock::Ticks;
use super::error::CostingError;
use super::offer_cost::OfferCost;
use super::schedule::Setting;
use crate::scenario::{BenefitBasis, Clause, ClauseTerms, DatedValue, DollarTiming};
use crate::units::Date;
use crate::units::digits::FromDigits;

/// What a dollar clause pays above the baseline. A number that is missing is one nobody has published.
#[derive(Debug, Clone, PartialEq)]
pub enum Dollars {
    /// So many dollars a year from each moment on.
    Accruing(Vec<(Ticks, Option<Decimal>)>),
    /// So many dollars on each day, which starts at the moment.
    Dated(Vec<(Ticks, Option<Decimal>)>),
    /// So many percent of the scope's pay from each moment on.
    OfPay(Vec<(Ticks, Option<Decimal>)>),
    /// So many hours a year at the scope's average hourly rate from a moment on.
    AtAverageRate(Ticks, Option<Decimal>),
}

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

fn of_percent(value: Decimal, percent: Decimal) -> Option<Decimal> {
    value
        .checked_mul(percent)?
        .checked_div(Decimal::ONE_HUNDRED)
}

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
                    // Pay over FTE is what 1.0 FTE earns in that time; over H it is the average rate × time.
                    let part = offer
                        .paid
                        .fte_in(scope)
                        .and_then(|fte| fte.checked_mul(offer.paid.hours))
                        .and_then(|all| pay.dollars().checked_mul(*hours)?.checked_div(all));
                    // Nobody in scope means no rate to pay at.
                    sum = Amount::from_dollars(part.unwrap_or_default())?;
                }
            }
        }
        Ok(Some(sum))
    }

    /// The moments it pays on, or from which it pays another sum.
    #[must_use]
    pub fn moments(&self) -> Vec<Ticks> {
        match self {
            Self::Accruing(values) | Self::OfPay(values) => {
                values.iter().map(|(at, _)| *at).collect()
            }
            // A sum paid at once is a jump: it is there at the start of its day and not the tick before.
            Self::Dated(values) => {
                let jumps = values.iter();
                jumps
                    .flat_map(|(at, _)| [*at, at.saturating_add(1)])
                    .collect()
            }
            Self::AtAverageRate(at, _) => vec![*at],
        }
    }

    /// The first moment it pays.
    #[must_use]
    pub fn starts(&self) -> Option<Ticks> {
        match self {
            Self::Accruing(values) | Self::OfPay(values) | Self::Dated(values) => {
                values.iter().map(|(at, _)| *at).min()
            }
            Self::AtAverageRate(at, _) => Some(*at),
        }
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
