//! Paths of unrounded rates.
//!
//! A percent and dollars per hour act alike on a sum of rates and on each of them, so a class is one
//! line however many employees it has. Floors and minimum amounts act rate by rate: they take a line for
//! each cohort. Rounding: a raised line to 10⁻¹⁴ dollars a year, half away from zero.

use super::amount::{AnnualPay, divide};
use super::clock::Ticks;
use super::cohorts::{Cohorts, pay_of};
use super::error::CostingError;
use super::path::Path;
use super::schedule::{Factor, RateChange};

/// A rate change on its way through the cohorts.
#[derive(Debug, Clone, Copy)]
pub struct Change {
    /// When.
    pub at: Ticks,
    /// What.
    pub change: RateChange,
    /// For which scope.
    pub scope: usize,
}

/// Pay of employees whose rate moves together.
struct Line {
    class: usize,
    /// Pay a year, 10⁻¹⁴ dollars.
    pay: i128,
    /// Hours a year, 10⁻⁸ hours: × 10⁻⁶ dollars an hour gives 10⁻¹⁴ dollars.
    hours: i128,
}

/// The path of unrounded rates under changes in order.
///
/// # Errors
/// [`CostingError`].
pub fn unrounded(cohorts: &Cohorts, changes: &[Change]) -> Result<Path, CostingError> {
    let by_class = changes.iter().all(|change| change.change.is_linear());
    let mut lines = if by_class || !cohorts.has_rates() {
        class_lines(cohorts)
    } else {
        cohort_lines(cohorts)?
    };
    let classes = cohorts.classes.len();
    let mut pays = vec![AnnualPay::default(); classes * (changes.len() + 1)];
    for (class, pay) in pays.iter_mut().take(classes).enumerate() {
        *pay = cohorts.classes[class].pay;
    }
    for (index, change) in changes.iter().enumerate() {
        let after = &mut pays[(index + 1) * classes..(index + 2) * classes];
        for line in &mut lines {
            if cohorts.applies(change.scope, line.class) {
                line.pay = line.apply(change.change)?;
                if line.pay < 0 {
                    return Err(CostingError::RateBelowZero);
                }
            }
            after[line.class] = after[line.class].plus(AnnualPay(line.pay))?;
        }
    }
    let at = changes.iter().map(|change| change.at).collect();
    Path::new(at, pays, classes)
}

fn class_lines(cohorts: &Cohorts) -> Vec<Line> {
    cohorts
        .classes
        .iter()
        .enumerate()
        .map(|(number, class)| Line {
            class: number,
            pay: class.pay.0,
            hours: cohorts.class_hours(class),
        })
        .collect()
}

fn cohort_lines(cohorts: &Cohorts) -> Result<Vec<Line>, CostingError> {
    let mut lines = Vec::with_capacity(cohorts.rates.len());
    for (number, class) in cohorts.classes.iter().enumerate() {
        let rates = &cohorts.rates[class.rates.clone()];
        let ftes = &cohorts.ftes[class.rates.clone()];
        for (rate, fte) in rates.iter().zip(ftes) {
            let pay = pay_of(*rate, *fte, cohorts.rate_decimals, cohorts.hours)?;
            lines.push(Line {
                class: number,
                pay: pay.0,
                hours: i128::from(*fte).saturating_mul(cohorts.hours),
            });
        }
    }
    Ok(lines)
}

impl Line {
    fn apply(&self, change: RateChange) -> Result<i128, CostingError> {
        match change {
            RateChange::Percent(factor) => self.raised(factor),
            RateChange::PerHour(amount) => self.plus(amount),
            RateChange::GreaterOf(factor, amount) => {
                Ok(self.raised(factor)?.max(self.plus(amount)?))
            }
            RateChange::Floor(rate) => Ok(self.pay.max(self.at_rate(rate)?)),
        }
    }

    fn raised(&self, factor: Factor) -> Result<i128, CostingError> {
        self.pay
            .checked_mul(i128::from(factor.num))
            .map(|pay| divide(pay, i128::from(factor.den)))
            .ok_or(CostingError::TooLarge)
    }

    fn plus(&self, amount: i64) -> Result<i128, CostingError> {
        self.pay
            .checked_add(self.at_rate(amount)?)
            .ok_or(CostingError::TooLarge)
    }

    /// Pay a year at a rate in millionths of a dollar.
    fn at_rate(&self, rate: i64) -> Result<i128, CostingError> {
        self.hours
            .checked_mul(i128::from(rate))
            .ok_or(CostingError::TooLarge)
    }
}
