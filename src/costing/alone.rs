//! A rate by itself under the clauses that apply to it, whatever the rest of the workforce is paid.

use super::changes::{self, What};
use super::clock::Ticks;
use super::effects::{Fraction, RateChange};
use super::error::CostingError;
use super::follow::stages;
use super::model::{Model, Paid};
use super::path::Path;
use super::pay_line::{FINE_DECIMALS, PayLine};
use super::schedule::{Event, merged};
use super::wide::{common_divisor, scaled};
use crate::scenario::Rounding;
use crate::units::HourlyRate;
use crate::units::decimal::in_units;

/// The rate over time of somebody without a scale. What pools add is taken from the path of the whole
/// workforce under the same events. Without a class only clauses for everyone apply.
///
/// # Errors
/// [`CostingError`].
pub fn line(
    model: &Model<'_>,
    paid: &Paid,
    events: &[Event],
    path: &Path,
    rate: HourlyRate,
    class: Option<usize>,
) -> Result<PayLine, CostingError> {
    let start = in_units(rate.get(), FINE_DECIMALS).ok_or(CostingError::TooLarge)?;
    let unit = match paid.rounding {
        Rounding::Cent => 10_i128.pow(FINE_DECIMALS - 2),
        Rounding::Dollar => 10_i128.pow(FINE_DECIMALS),
        Rounding::None => 1,
    };
    let applies = |scope: usize| match class {
        Some(class) => paid.cohorts.applies(scope, class),
        None => scope == 0,
    };
    let all = merged(&model.baseline, events);
    let mut rates: Vec<(Ticks, i128)> = Vec::new();
    for (number, (from, events)) in stages(&all).into_iter().enumerate() {
        let changes = changes::of(&events, model.calendar.second_year())?;
        rates.retain(|(at, _)| *at < from);
        let mut now = start;
        let mut at_start = start;
        let mut later = Vec::new();
        for (index, change) in changes.iter().enumerate() {
            if applies(change.scope) {
                now = match change.what {
                    What::Rate(rate) => changed(now, rate, unit)?,
                    What::Minimum(minimum) => {
                        let market = class.and_then(|class| paid.cohorts.market_of(class));
                        match minimum.of(market) {
                            Some(rate) => changed(now, RateChange::Lift(rate), unit)?,
                            None => now,
                        }
                    }
                    What::Part { .. } => match path.added_in(number, index) {
                        Some(added) => times(now, added.num + added.den, added.den, unit)?,
                        None => now,
                    },
                };
            }
            if change.at <= from {
                at_start = now;
            } else {
                later.push((change.at, now));
            }
        }
        if number > 0 {
            rates.push((from, at_start));
        }
        rates.extend(later);
    }
    Ok(PayLine::new(start, rates))
}

/// Rounded here: a rate in 10⁻¹⁸ dollars after a change, to the unit.
fn changed(rate: i128, change: RateChange, unit: i128) -> Result<i128, CostingError> {
    let changed = match change {
        RateChange::Percent(factor) => times(rate, factor.num.into(), factor.den.into(), unit)?,
        RateChange::Add(amount) => plus(rate, amount, unit)?,
        RateChange::GreaterOf(factor, amount) => {
            times(rate, factor.num.into(), factor.den.into(), unit)?.max(plus(rate, amount, unit)?)
        }
        RateChange::Floor(millionths) => {
            let floor = Fraction::new(millionths.into(), 1_000_000);
            times(rate, 1, 1, unit)?.max(plus(0, floor, unit)?)
        }
        RateChange::Lift(to) if rate >= millionths(to) => rate,
        RateChange::Lift(to) => plus(0, Fraction::new(to.into(), 1_000_000), unit)?,
    };
    if changed < 0 {
        return Err(CostingError::RateBelowZero);
    }
    Ok(changed)
}

fn times(rate: i128, num: i128, den: i128, unit: i128) -> Result<i128, CostingError> {
    // A rate is mostly whole in its unit already, which leaves room for a fraction of many digits.
    let common = common_divisor(rate, unit);
    let den = den
        .checked_mul(unit / common)
        .ok_or(CostingError::TooLarge)?;
    in_unit(scaled(rate / common, num, den)?, unit)
}

fn plus(rate: i128, amount: Fraction, unit: i128) -> Result<i128, CostingError> {
    let dollar = 10_i128.pow(FINE_DECIMALS);
    // One fraction, rounded once: (rate × den + num dollars) / (den × unit).
    let sum = rate
        .checked_mul(amount.den)
        .and_then(|rate| rate.checked_add(amount.num.checked_mul(dollar)?))
        .ok_or(CostingError::TooLarge)?;
    let den = amount.den.checked_mul(unit).ok_or(CostingError::TooLarge)?;
    in_unit(scaled(sum, 1, den)?, unit)
}

fn in_unit(units: i128, unit: i128) -> Result<i128, CostingError> {
    units.checked_mul(unit).ok_or(CostingError::TooLarge)
}

/// Millionths of a dollar in the decimals that a rate is followed with.
fn millionths(rate: i64) -> i128 {
    // 64 bits × 10¹² stay within 128.
    i128::from(rate) * 10_i128.pow(FINE_DECIMALS - 6)
}
