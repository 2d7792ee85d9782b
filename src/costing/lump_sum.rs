//! Lump sums: dollars that never enter a rate (METHOD.md "Clauses").

use rust_decimal::Decimal;

use super::amount::Amount;
use super::clock::{Clock, Ticks};
use super::cohorts::Cohorts;
use super::error::CostingError;
use super::path::Path;
use super::schedule::Event;
use crate::scenario::LumpAmount;
use crate::units::{Date, Known};

/// A lump sum of one class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LumpSum {
    /// The start of the day it falls on.
    pub at: Ticks,
    /// Who gets it.
    pub class: usize,
    /// How much all of them get.
    pub amount: Amount,
}

/// What a lump sum comes to for each class in its scope. `None` where it depends on an unknown
/// headcount or FTE.
///
/// # Errors
/// [`CostingError::TooLarge`].
pub fn lump_sums(
    amount: &LumpAmount,
    measured_to: Option<Date>,
    event: &Event,
    cohorts: &Cohorts,
    path: &Path,
    clock: Clock,
) -> Result<Option<Vec<LumpSum>>, CostingError> {
    let mut lumps = Vec::new();
    for (number, class) in cohorts.classes_in(event.scope) {
        let whole = |units: Option<i128>, places: u32| -> Option<Decimal> {
            Decimal::try_from_i128_with_scale(units?, places).ok()
        };
        let dollars = match amount {
            LumpAmount::PerHead(Known::Known(money)) => match whole(class.headcount, 0) {
                Some(heads) => heads.checked_mul(money.get()),
                None => return Ok(None),
            },
            LumpAmount::PerFte(Known::Known(money)) | LumpAmount::Prorated(Known::Known(money)) => {
                match whole(class.whole_fte, 4) {
                    Some(fte) => fte.checked_mul(money.get()),
                    None => return Ok(None),
                }
            }
            LumpAmount::PercentOfPay(Known::Known(percent)) => {
                let (from, to) = measured(event, measured_to, clock);
                let pay = path.earned_by(number, from, to)?;
                percent_of(pay.dollars(), percent.get())
            }
            _ => return Ok(None),
        };
        lumps.push(LumpSum {
            at: event.at,
            class: number,
            amount: Amount::from_dollars(dollars.ok_or(CostingError::TooLarge)?)?,
        });
    }
    Ok(Some(lumps))
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
