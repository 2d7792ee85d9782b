//! Lump sums: dollars that never enter a rate (costing.md §3).

use rust_decimal::Decimal;

use super::amount::Amount;
use super::clock::{Clock, Ticks};
use super::cohorts::{Class, Cohorts};
use super::error::CostingError;
use super::path::Path;
use super::schedule::Step;
use crate::scenario::LumpAmount;
use crate::units::Known;

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
/// headcount.
///
/// # Errors
/// [`CostingError::TooLarge`].
pub fn lump_sums(
    amount: &LumpAmount,
    step: &Step,
    cohorts: &Cohorts,
    path: &Path,
    clock: Clock,
) -> Result<Option<Vec<LumpSum>>, CostingError> {
    let mut lumps = Vec::new();
    for (number, class) in cohorts.classes.iter().enumerate() {
        if !cohorts.applies(step.scope, number) {
            continue;
        }
        let dollars = match amount {
            LumpAmount::PerHead(Known::Known(money)) => match class.headcount {
                Some(heads) => Decimal::try_from_i128_with_scale(heads, 0)
                    .ok()
                    .and_then(|heads| heads.checked_mul(money.get())),
                None => return Ok(None),
            },
            LumpAmount::PerFte(Known::Known(money)) | LumpAmount::Prorated(Known::Known(money)) => {
                fte(class).and_then(|fte| fte.checked_mul(money.get()))
            }
            LumpAmount::PercentOfPay(Known::Known(percent)) => {
                let pay = path.earned_by(number, year_before(step, clock), step.at)?;
                percent_of(pay.dollars(), percent.get())
            }
            _ => return Ok(None),
        };
        lumps.push(LumpSum {
            at: step.at,
            class: number,
            amount: Amount::from_dollars(dollars.ok_or(CostingError::TooLarge)?)?,
        });
    }
    Ok(Some(lumps))
}

/// The start of the twelve months, or of the 26 pay periods, that end the day before.
fn year_before(step: &Step, clock: Clock) -> Ticks {
    match clock {
        Clock::Monthly => clock.start_of(step.day.plus_months(-12)),
        Clock::Biweekly => clock.start_of(step.day.plus_days(-364)),
    }
}

/// Full-time equivalents of a class.
fn fte(class: &Class) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(class.fte, 4).ok()
}

/// Percent of dollars.
pub(super) fn percent_of(dollars: Decimal, percent: Decimal) -> Option<Decimal> {
    dollars
        .checked_mul(percent)?
        .checked_div(Decimal::ONE_HUNDRED)
}
