//! Finding the value of one input at which a figure is what is quoted.

use rust_decimal::Decimal;

use crate::costing::CostingError;
use crate::units::decimal::round;

/// The value of an input that comes closest to a quote, and what it leaves over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Solution {
    /// The input, in steps of its grid.
    pub input: Decimal,
    /// The finding with it less the quote: 0 where it reaches the quote exactly.
    pub remainder: Decimal,
}

/// The values an input can take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Range {
    pub(super) low: Decimal,
    pub(super) high: Decimal,
    /// Decimals of its grid.
    pub(super) places: u32,
}

/// Steps by the secant: a figure that is straight in its input needs one.
const SECANTS: u32 = 12;
/// Halvings of a range: enough for 10¹² in steps of 10⁻⁶.
const HALVINGS: u32 = 64;

/// The input on its grid at which the figure passes the quote, the closer of the two beside it.
/// `read` gives the figure at an input, `None` where it is unknown there. `None` where no input in the
/// range reaches the quote.
///
/// # Errors
/// [`CostingError`] from `read`; a figure too large to be exact counts as out of reach.
pub(super) fn solve(
    read: impl Fn(Decimal) -> Result<Option<Decimal>, CostingError>,
    now: Decimal,
    quote: Decimal,
    range: Range,
) -> Result<Option<Solution>, CostingError> {
    let off = |input: Decimal| -> Result<Option<Decimal>, CostingError> {
        match read(input) {
            Ok(figure) => Ok(figure.and_then(|figure| figure.checked_sub(quote))),
            Err(CostingError::TooLarge | CostingError::RateBelowZero) => Ok(None),
            Err(other) => Err(other),
        }
    };
    if let Some(found) = by_secant(&off, now, range)? {
        return Ok(Some(found));
    }
    by_halving(&off, range)
}

/// Follows the line through two points until the quote is passed within one step of the grid.
fn by_secant(
    off: &impl Fn(Decimal) -> Result<Option<Decimal>, CostingError>,
    now: Decimal,
    range: Range,
) -> Result<Option<Solution>, CostingError> {
    let step = Decimal::new(1, range.places);
    let probe = probe(now, range);
    let (Some(of_now), Some(of_probe)) = (off(now)?, off(probe)?) else {
        return Ok(None);
    };
    let (mut before, mut last) = ((now, of_now), (probe, of_probe));
    for _ in 0..SECANTS {
        let next = || {
            let rise = last.1.checked_sub(before.1)?;
            let run = last.0.checked_sub(before.0)?;
            let back = last.1.checked_mul(run)?.checked_div(rise)?;
            last.0.checked_sub(back)
        };
        let Some(next) = next() else { return Ok(None) };
        // Rounded here: an input to its grid.
        let next = round(next, range.places);
        if next < range.low || next > range.high {
            return Ok(None);
        }
        let Some(of_next) = off(next)? else {
            return Ok(None);
        };
        if next == last.0 || next == before.0 || of_next.is_zero() {
            return beside(off, (next, of_next), step, range);
        }
        before = last;
        last = (next, of_next);
    }
    Ok(None)
}

/// A second input to draw the line through: far enough that its slope is exact. It is only a place to look, so that
/// a sum held back at the largest decimal does no harm: it is out of the range, and the other side is taken.
fn probe(now: Decimal, range: Range) -> Decimal {
    let away = if now.abs() > Decimal::ONE_HUNDRED {
        now.checked_div(Decimal::from(50)).unwrap_or(Decimal::ONE)
    } else {
        Decimal::ONE
    };
    let higher = round(now.saturating_add(away), range.places);
    if higher <= range.high {
        higher
    } else {
        round(now.saturating_sub(away), range.places)
    }
}

/// The better of a place and its neighbours, if the quote is passed between them.
fn beside(
    off: &impl Fn(Decimal) -> Result<Option<Decimal>, CostingError>,
    at: (Decimal, Decimal),
    step: Decimal,
    range: Range,
) -> Result<Option<Solution>, CostingError> {
    if at.1.is_zero() {
        return Ok(Some(solution(at)));
    }
    for next in [at.0.checked_add(step), at.0.checked_sub(step)] {
        let Some(next) = next.filter(|next| (range.low..=range.high).contains(next)) else {
            continue;
        };
        let Some(of_next) = off(next)? else { continue };
        if of_next.is_zero() || of_next.is_sign_negative() != at.1.is_sign_negative() {
            return Ok(Some(closer(at, (next, of_next))));
        }
    }
    Ok(None)
}

/// Halves the range until two neighbours of the grid lie on both sides of the quote.
fn by_halving(
    off: &impl Fn(Decimal) -> Result<Option<Decimal>, CostingError>,
    range: Range,
) -> Result<Option<Solution>, CostingError> {
    let (Some(of_low), Some(of_high)) = (off(range.low)?, off(range.high)?) else {
        return Ok(None);
    };
    let (mut low, mut high) = ((range.low, of_low), (range.high, of_high));
    if low.1.is_zero() {
        return Ok(Some(solution(low)));
    }
    if high.1.is_zero() {
        return Ok(Some(solution(high)));
    }
    if low.1.is_sign_negative() == high.1.is_sign_negative() {
        return Ok(None);
    }
    for _ in 0..HALVINGS {
        let middle = low
            .0
            .checked_add(high.0)
            .and_then(|sum| sum.checked_div(Decimal::TWO))
            .map(|middle| middle.trunc_with_scale(range.places));
        let Some(middle) = middle.filter(|middle| *middle != low.0 && *middle != high.0) else {
            break;
        };
        let Some(of_middle) = off(middle)? else {
            return Ok(None);
        };
        if of_middle.is_zero() {
            return Ok(Some(solution((middle, of_middle))));
        }
        if of_middle.is_sign_negative() == low.1.is_sign_negative() {
            low = (middle, of_middle);
        } else {
            high = (middle, of_middle);
        }
    }
    Ok(Some(closer(low, high)))
}

fn closer(one: (Decimal, Decimal), other: (Decimal, Decimal)) -> Solution {
    solution(if other.1.abs() < one.1.abs() {
        other
    } else {
        one
    })
}

fn solution((input, remainder): (Decimal, Decimal)) -> Solution {
    Solution {
        input: input.normalize(),
        remainder,
    }
}
