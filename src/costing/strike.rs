//! What a strike costs an employee, and when it has paid off (METHOD.md "One employee").

use rust_decimal::Decimal;

use super::amount::Amount;
use super::break_even::break_even;
use super::employee::EmployeePay;
use super::error::CostingError;
use super::model::Model;
use super::report::BreakEvenFigures;
use crate::units::Date;

/// A strike: its first and last day, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strike {
    /// The first day without pay.
    pub first_day: Date,
    /// The last day without pay.
    pub last_day: Date,
}

/// The pay lost in a strike: Σ b·h over its days, dollars.
///
/// # Errors
/// [`CostingError`].
pub fn loss(model: &Model<'_>, pay: &EmployeePay, strike: Strike) -> Result<Decimal, CostingError> {
    pay.of_share(lost(model, pay, strike)?)
}

/// From when on cumulative pay under B, less the pay lost in a strike for it, stays at or above that under
/// A to the horizon; counted from the strike's last day.
///
/// # Errors
/// [`CostingError`].
pub fn paid_off(
    model: &Model<'_>,
    a: &EmployeePay,
    b: &EmployeePay,
    strike: Strike,
) -> Result<BreakEvenFigures, CostingError> {
    let behind = lost(model, b, strike)?;
    break_even(model, a, b, strike.last_day, behind)
}

fn lost(model: &Model<'_>, pay: &EmployeePay, strike: Strike) -> Result<Amount, CostingError> {
    let clock = model.calendar.clock;
    pay.exact_baseline(
        clock.start_of(strike.first_day),
        clock.end_of(strike.last_day),
    )
}
