//! Dollars beside rates: benefits, payouts, paid time, contributions, amounts worked out elsewhere
//! (METHOD.md "Clauses").

use rust_decimal::Decimal;

use super::amount::{Amount, AnnualPay};
use super::clock::Ticks;
use super::error::CostingError;
use super::model::Paid;
use super::path::Path;
use super::schedule::Setting;
use crate::scenario::{BenefitBasis, Clause, ClauseTerms, DatedValue, DollarTiming};
use crate::units::digits::FromDigits;
use crate::units::{Date, Known};

/// What a dollar clause pays above the baseline.
#[derive(Debug, Clone, PartialEq)]
pub enum Dollars {
    /// So many dollars a year from each moment on.
    Accruing(Vec<(Ticks, Decimal)>),
    /// So many dollars on each day, which starts at the moment.
    Dated(Vec<(Ticks, Decimal)>),
    /// So many percent of the scope's pay from each moment on.
    OfPay(Vec<(Ticks, Decimal)>),
    /// So many hours a year at the scope's average hourly rate from a moment on.
    AtAverageRate(Ticks, Decimal),
}

/// What a dollar clause other than a lump sum pays; `None` for other terms, or where a value is unknown.
///
/// # Errors
/// [`CostingError::TooLarge`].
pub fn of(setting: &Setting<'_>, clause: &Clause) -> Result<Option<Dollars>, CostingError> {
    let too_large = CostingError::TooLarge;
    Ok(match &clause.terms {
        ClauseTerms::Benefit {
            today: Known::Known(today),
            values,
            participants: Known::Known(participants),
            attainment: Known::Known(attainment),
            basis,
            when,
        } => {
            let hours = match basis {
                BenefitBasis::PerHead | BenefitBasis::PerFte => Decimal::ONE,
                BenefitBasis::PerPaidHour => setting.scenario.hours.get(),
            };
            let each = of_percent(participants.get(), attainment.get())
                .and_then(|each| each.checked_mul(hours))
                .ok_or(too_large)?;
            let a_year = |value: Decimal| value.checked_sub(today.get())?.checked_mul(each);
            from_dates(setting, values, *when, a_year)?.map(Dollars::Accruing)
        }
        ClauseTerms::Payout {
            on,
            amount: Known::Known(amount),
            today: Known::Known(today),
            participants: Known::Known(participants),
            likelihood: Known::Known(likelihood),
            goals,
            when,
            ..
        } => {
            let mut reached = Decimal::ONE;
            if !goals.is_empty() {
                reached = Decimal::ZERO;
                for goal in goals {
                    let (Some(share), Some(part)) = (goal.share.get(), goal.reached.get()) else {
                        return Ok(None);
                    };
                    reached = of_percent(share.get(), part.get())
                        .and_then(|part| of_percent(part, Decimal::ONE))
                        .and_then(|part| reached.checked_add(part))
                        .ok_or(CostingError::TooLarge)?;
                }
            }
            let dollars = amount
                .get()
                .checked_sub(today.get())
                .and_then(|each| each.checked_mul(participants.get()))
                .and_then(|all| of_percent(all, likelihood.get()))
                .and_then(|likely| likely.checked_mul(reached))
                .ok_or(too_large)?;
            let days = on.iter().map(|date| (*date, dollars));
            Some(Dollars::Dated(on_dates(setting, *when, days)))
        }
        ClauseTerms::PaidTime {
            hours: Known::Known(hours),
            participants: Known::Known(participants),
            backfilled: Known::Known(backfilled),
            premium: Known::Known(premium),
        } => {
            let day = setting.day_of_raise(clause, clause.date);
            let a_year = hours
                .get()
                .checked_mul(participants.get())
                .and_then(|all| of_percent(all, backfilled.get()))
                .and_then(|called| of_percent(called, premium.get()))
                .ok_or(too_large)?;
            let from = setting.calendar.clock.start_of(day);
            Some(Dollars::AtAverageRate(from, a_year))
        }
        ClauseTerms::Contribution {
            today: Known::Known(today),
            values,
            when,
            ..
        } => {
            let more = |value: Decimal| value.checked_sub(today.get());
            from_dates(setting, values, *when, more)?.map(Dollars::OfPay)
        }
        ClauseTerms::CostStream { amounts, when } => {
            let mut days = Vec::with_capacity(amounts.len());
            for one in amounts {
                let Some(amount) = one.amount.get() else {
                    return Ok(None);
                };
                days.push((one.date, amount.get()));
            }
            Some(Dollars::Dated(on_dates(setting, *when, days.into_iter())))
        }
        _ => None,
    })
}

/// Dollars on their days, those past the last day counted left out.
fn on_dates(
    setting: &Setting<'_>,
    when: DollarTiming,
    dates: impl Iterator<Item = (Date, Decimal)>,
) -> Vec<(Ticks, Decimal)> {
    dates
        .map(|(date, dollars)| (setting.timing.of_dollars(when, date), dollars))
        .filter(|(day, _)| *day <= setting.last_counted)
        .map(|(day, dollars)| (setting.calendar.clock.start_of(day), dollars))
        .collect()
}

/// A value from each of its dates on; of several moved to one day the last counts. `None` where one is
/// unknown.
fn from_dates<T: FromDigits + Copy + Into<Decimal>>(
    setting: &Setting<'_>,
    values: &[DatedValue<T>],
    when: DollarTiming,
    of: impl Fn(Decimal) -> Option<Decimal>,
) -> Result<Option<Vec<(Ticks, Decimal)>>, CostingError> {
    let mut from: Vec<(Ticks, Decimal)> = Vec::with_capacity(values.len());
    for one in values {
        let Some(value) = one.value.get() else {
            return Ok(None);
        };
        let day = setting.timing.of_dollars(when, one.date);
        if day > setting.last_counted {
            continue;
        }
        let value = of(value.into()).ok_or(CostingError::TooLarge)?;
        let start = setting.calendar.clock.start_of(day);
        from.retain(|(earlier, _)| *earlier != start);
        from.push((start, value));
    }
    from.sort_by_key(|(start, _)| *start);
    Ok(Some(from))
}

fn of_percent(value: Decimal, percent: Decimal) -> Option<Decimal> {
    value
        .checked_mul(percent)?
        .checked_div(Decimal::ONE_HUNDRED)
}

impl Dollars {
    /// What it pays between two moments, given the offer's pay.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn between(
        &self,
        paid: &Paid,
        path: &Path,
        scope: usize,
        from: Ticks,
        to: Ticks,
    ) -> Result<Amount, CostingError> {
        let mut sum = Amount::ZERO;
        match self {
            Self::Accruing(values) => {
                for (start, end, a_year) in stretches(values, from, to) {
                    let a_year = AnnualPay::from_dollars(a_year)?;
                    sum = sum.plus(a_year.over(end - start)?)?;
                }
            }
            Self::Dated(days) => {
                for (at, dollars) in days {
                    if (from..to).contains(at) {
                        sum = sum.plus(Amount::from_dollars(*dollars)?)?;
                    }
                }
            }
            Self::OfPay(percents) => {
                for (start, end, percent) in stretches(percents, from, to) {
                    let pay = paid.earned_in(path, scope, start, end)?.dollars();
                    let part = of_percent(pay, percent).ok_or(CostingError::TooLarge)?;
                    sum = sum.plus(Amount::from_dollars(part)?)?;
                }
            }
            Self::AtAverageRate(start, hours) => {
                let start = from.max(*start);
                if start < to {
                    let pay = paid.earned_in(path, scope, start, to)?.dollars();
                    // Pay over FTE is what 1.0 FTE earns in that time; over H it is the average rate × time.
                    let part = paid
                        .fte_in(scope)
                        .and_then(|fte| fte.checked_mul(paid.hours))
                        .and_then(|all| pay.checked_mul(*hours)?.checked_div(all));
                    // Nobody in scope means no rate to pay at.
                    sum = Amount::from_dollars(part.unwrap_or_default())?;
                }
            }
        }
        Ok(sum)
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
    values: &[(Ticks, Decimal)],
    from: Ticks,
    to: Ticks,
) -> impl Iterator<Item = (Ticks, Ticks, Decimal)> {
    values
        .iter()
        .enumerate()
        .filter_map(move |(index, (at, value))| {
            let next = values.get(index + 1).map_or(to, |(next, _)| *next);
            let (start, end) = ((*at).max(from), next.min(to));
            (start < end).then_some((start, end, *value))
        })
}
