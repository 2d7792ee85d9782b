//! What an equity pool adds to rates (METHOD.md "Clauses").

use super::effects::{Effect, Factor, Fraction, Pool, RateChange};
use super::error::CostingError;
use super::schedule::Event;
use super::wide::common_divisor;
use crate::scenario::CapReading;
use crate::units::Date;

/// The share of the payroll that a pool spends, with its cap applied, as a fraction of 1. `events` are the
/// clauses it stands among; the raises of the first year are those before `second_year`.
///
/// # Errors
/// [`CostingError::TooLarge`].
pub fn share(
    pool: &Pool,
    events: &[&Event],
    of_offer: bool,
    second_year: Date,
) -> Result<Fraction, CostingError> {
    let percent = Factor::of(pool.percent)?;
    let asked = less_one(percent.num.into(), percent.den.into())?;
    let Some(cap) = pool.cap else {
        return Ok(not_negative(asked));
    };
    let raises = first_year(events, of_offer, second_year);
    let cap = Factor::of(cap)?;
    let (cap_num, cap_den) = (i128::from(cap.num), i128::from(cap.den));
    let left = match pool.reading {
        CapReading::Additive => {
            let mut sum = Fraction::new(0, 1);
            for raise in raises {
                sum = added(sum, less_one(raise.num.into(), raise.den.into())?, 1)?;
            }
            added(less_one(cap_num, cap_den)?, sum, -1)?
        }
        CapReading::Compounded => {
            let mut product = Fraction::new(1, 1);
            for raise in raises {
                let num = times(product.num, raise.num.into())?;
                product = Fraction::new(num, times(product.den, raise.den.into())?);
            }
            if product.num == 0 {
                return Ok(not_negative(asked));
            }
            let ratio = Fraction::new(times(cap_num, product.den)?, times(cap_den, product.num)?);
            less_one(ratio.num, ratio.den)?
        }
    };
    let smaller = if times(asked.num, left.den)? <= times(left.num, asked.den)? {
        asked
    } else {
        left
    };
    Ok(not_negative(smaller))
}

/// The factors of percents for everyone in the first year.
fn first_year<'e>(
    events: &'e [&Event],
    of_offer: bool,
    second_year: Date,
) -> impl Iterator<Item = Factor> + 'e {
    let for_everyone = move |event: &&&Event| {
        let own = event.clause.is_some() == of_offer && event.comes;
        own && event.scope == 0 && event.day < second_year
    };
    let events = events.iter().filter(for_everyone);
    events.filter_map(|event| match event.effect {
        Effect::Rate(RateChange::Percent(factor) | RateChange::GreaterOf(factor, _)) => {
            Some(factor)
        }
        _ => None,
    })
}

/// What one part adds to the target's rates: share × payroll ÷ (parts × the target's payroll), as a
/// fraction of 1; `None` where the target has no payroll. Both payrolls are in one unit.
///
/// # Errors
/// [`CostingError::TooLarge`].
pub fn added_by_part(
    share: Fraction,
    payroll: i128,
    target: i128,
    parts: usize,
) -> Result<Option<Fraction>, CostingError> {
    if target <= 0 {
        return Ok(None);
    }
    let parts = i128::try_from(parts.max(1)).map_err(|_| CostingError::TooLarge)?;
    let divisor = common_divisor(payroll, target);
    let (payroll, target) = (payroll / divisor, target / divisor);
    let num = share.num.checked_mul(payroll);
    let den = share
        .den
        .checked_mul(target)
        .and_then(|den| den.checked_mul(parts));
    if let (Some(num), Some(den)) = (num, den) {
        return Ok(Some(Fraction::new(num, den)));
    }
    // Payrolls of so many digits have no exact fraction here; 10⁻³⁰ of it is far below a cent.
    let scale = 10_i128.pow(30);
    let of_payroll = super::wide::scaled(payroll, scale, target)?;
    let den = share.den.checked_mul(parts).ok_or(CostingError::TooLarge)?;
    let num = super::wide::scaled(of_payroll, share.num, den)?;
    Ok(Some(Fraction::new(num, scale)))
}

fn less_one(num: i128, den: i128) -> Result<Fraction, CostingError> {
    let above = num.checked_sub(den).ok_or(CostingError::TooLarge)?;
    Ok(Fraction::new(above, den))
}

fn added(a: Fraction, b: Fraction, sign: i128) -> Result<Fraction, CostingError> {
    let second = times(times(b.num, a.den)?, sign)?;
    let num = times(a.num, b.den)?
        .checked_add(second)
        .ok_or(CostingError::TooLarge)?;
    Ok(Fraction::new(num, times(a.den, b.den)?))
}

fn times(a: i128, b: i128) -> Result<i128, CostingError> {
    a.checked_mul(b).ok_or(CostingError::TooLarge)
}

fn not_negative(fraction: Fraction) -> Fraction {
    if fraction.num < 0 {
        Fraction::new(0, 1)
    } else {
        fraction
    }
}
