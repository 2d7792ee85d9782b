//! Lump sums: dollars that never enter a rate (METHOD.md "Clauses").

use rust_decimal::Decimal;

use super::amount::Amount;
use super::clock::{Clock, Ticks};
use super::cohorts::Cohorts;
use super::effects::Effect;
use super::error::CostingError;
use super::hidden::Hidden;
use super::path::Path;
use super::schedule::Event;
use crate::scenario::LumpAmount;
use crate::units::{Date, Known};

/// A lump sum of one class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LumpSum {
    /// The start of the day it falls on.
    pub(crate) at: Ticks,
    /// Who gets it.
    pub(crate) class: usize,
    /// How much all of them get; `None` where it isn't known.
    pub(crate) amount: Option<Amount>,
}

/// What a lump sum comes to for each class in its scope.
///
/// # Errors
/// [`CostingError::TooLarge`].
pub fn lump_sums(
    event: &Event,
    cohorts: &Cohorts,
    path: &Path,
    hidden: &Hidden,
    clock: Clock,
) -> Result<Vec<LumpSum>, CostingError> {
    let lump = |class: usize, amount: Option<Amount>| LumpSum {
        at: event.at,
        class,
        amount,
    };
    let Effect::LumpSum(amount, measured_to) = &event.effect else {
        // Nobody has published its size, or who of a summary gets it.
        let classes = 0..cohorts.classes.len();
        let own =
            classes.filter(|class| !cohorts.has_groups || cohorts.applies(event.scope, *class));
        return Ok(own.map(|class| lump(class, None)).collect());
    };
    let mut lumps = Vec::new();
    for (number, class) in cohorts.classes_in(event.scope) {
        let whole = |units: Option<i128>, places: u32| -> Option<Decimal> {
            Decimal::try_from_i128_with_scale(units?, places).ok()
        };
        let (times, each) = match amount {
            LumpAmount::PerHead(Known::Known(money)) => (whole(class.headcount, 0), money.get()),
            LumpAmount::PerFte(Known::Known(money)) | LumpAmount::Prorated(Known::Known(money)) => {
                (whole(class.whole_fte, 4), money.get())
            }
            LumpAmount::PercentOfPay(Known::Known(percent)) => {
                let (from, to) = measured(event, *measured_to, clock);
                if hidden.pay(number, from, to) {
                    (None, percent.get())
                } else {
                    let pay = path.earned_by(number, from, to)?.dollars();
                    let hundredth = percent.get().checked_div(Decimal::ONE_HUNDRED);
                    (Some(pay), hundredth.ok_or(CostingError::TooLarge)?)
                }
            }
            _ => (None, Decimal::ZERO),
        };
        let amount = match times {
            Some(times) => {
                let dollars = times.checked_mul(each).ok_or(CostingError::TooLarge)?;
                Some(Amount::from_dollars(dollars)?)
            }
            None => None,
        };
        lumps.push(lump(number, amount));
    }
    Ok(lumps)
}

/// The twelve months, or the 26 pay periods, whose pay a percent is taken of: they end on a day of their own,
/// else the day before the lump sum falls.
#[must_use]
pub fn measured(event: &Event, measured_to: Option<Date>, clock: Clock) -> (Ticks, Ticks) {
    let end = measured_to.map_or(event.day, |day| day.plus_days(1));
    let start = match clock {
        Clock::Monthly => end.plus_months(-12),
        Clock::Biweekly => end.plus_days(-364),
    };
    (clock.start_of(start), clock.start_of(end))
}

/// Percent of dollars.
pub(super) fn percent_of(dollars: Decimal, percent: Decimal) -> Option<Decimal> {
    dollars
        .checked_mul(percent)?
        .checked_div(Decimal::ONE_HUNDRED)
}
