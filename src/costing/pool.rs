//! What an equity pool adds to rates (METHOD.md "Clauses").

use super::effects::{Effect, Factor, Fraction, Pool, RateChange};
use super::error::CostingError;
use super::schedule::Event;
use super::wide::{Wide, common_divisor, scaled};
use crate::scenario::{CapReading, ClauseKind};
use crate::units::Date;

/// What fractions with too many digits are kept to: a part of 10²⁶ of any payroll is far below a cent.
const KEPT: i128 = 10_i128.pow(26);

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
            let mut raised = Fraction::new(1, 1);
            for raise in raises {
                let raise = Fraction::new(raise.num.into(), raise.den.into());
                raised = product(raised, raise)?;
            }
            if raised.num <= 0 {
                return Ok(not_negative(asked));
            }
            let once = Fraction::new(raised.den, raised.num);
            let ratio = product(Fraction::new(cap_num, cap_den), once)?;
            less_one(ratio.num, ratio.den)?
        }
    };
    let apart = Wide::product(asked.num, left.den).plus(Wide::product(-left.num, asked.den))?;
    let smaller = if apart.is_above_zero() { left } else { asked };
    Ok(not_negative(smaller))
}

/// Whether what a pool's cap leaves of it can't be told, because a raise that it counts is unknown.
#[must_use]
pub fn cap_is_unknown(pool: &Pool, events: &[&Event], of_offer: bool, second_year: Date) -> bool {
    let mut raises = across_the_board(events, of_offer, second_year);
    pool.cap.is_some() && raises.any(|event| event.percent.is_none())
}

/// The factors of percents for everyone in the first year.
fn first_year<'e>(
    events: &'e [&'e Event],
    of_offer: bool,
    second_year: Date,
) -> impl Iterator<Item = Factor> + 'e {
    let raises = across_the_board(events, of_offer, second_year);
    raises.filter_map(|event| match event.effect {
        Effect::Rate(RateChange::Percent(factor) | RateChange::GreaterOf(factor, _)) => {
            Some(factor)
        }
        // The percent of a greater amount counts, whatever the amount.
        _ => Factor::of(event.percent?).ok(),
    })
}

/// The raises for everyone in the first year that have a percent, known or not.
fn across_the_board<'e>(
    events: &'e [&'e Event],
    of_offer: bool,
    second_year: Date,
) -> impl Iterator<Item = &'e Event> + 'e {
    let counts = move |event: &&Event| {
        let own = event.clause.is_some() == of_offer && event.comes;
        let has_percent = matches!(
            event.kind,
            ClauseKind::Percent | ClauseKind::Cola | ClauseKind::GreaterOf
        );
        own && has_percent && event.scope == 0 && event.day < second_year
    };
    events.iter().copied().filter(counts)
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
    // Payrolls of so many digits have no exact fraction here.
    let of_payroll = scaled(scaled(KEPT, payroll, target)?, 1, parts)?;
    product(Fraction::new(of_payroll, KEPT), share).map(Some)
}

/// The product, exactly where its numbers fit, else to 1 / [`KEPT`].
fn product(a: Fraction, b: Fraction) -> Result<Fraction, CostingError> {
    if let (Some(num), Some(den)) = (a.num.checked_mul(b.num), a.den.checked_mul(b.den)) {
        return Ok(Fraction::new(num, den));
    }
    let kept = scaled(scaled(KEPT, a.num, a.den)?, b.num, b.den)?;
    Ok(Fraction::new(kept, KEPT))
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
