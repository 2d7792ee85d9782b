//! Numbers in a roster's cells.
//!
//! Stricter than what people may type: a file is read without anyone looking at each cell, so whatever could
//! be read two ways is refused.

use super::money_sign::{is_own, sign_before, sign_behind};
use super::profile::DecimalMark;
use super::row::{Cell, CellKind};
use crate::units::Currency;

/// Decimals kept of a number: millionths.
pub(super) const DECIMALS: u32 = 6;
/// One, in millionths.
pub(super) const ONE: i64 = 1_000_000;

/// Why a cell is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFault {
    /// Nothing in it.
    Empty,
    /// An error of the spreadsheet.
    Error,
    /// No number, or one with thousands parted wrongly.
    NotANumber,
    /// An amount in another currency than the scenario's.
    Foreign,
    /// More than six decimals.
    TooFine,
    /// More than fits.
    TooLarge,
}

/// A number of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// Its value in millionths.
    pub(crate) millionths: i64,
    /// Whether a percent sign follows it.
    pub(crate) percent: bool,
}

/// Reads a number: `65000`, `$65,000.00`, `65 000`, `(1,200)`, `90%`; with a decimal comma `65.000,00`.
///
/// # Errors
/// [`NumberFault`].
pub fn number(cell: Cell<'_>, mark: DecimalMark) -> Result<Number, NumberFault> {
    number_in(cell, mark, None)
}

/// The same of a scenario in a currency: an amount in another is refused.
///
/// # Errors
/// [`NumberFault`].
pub fn number_in(
    cell: Cell<'_>,
    mark: DecimalMark,
    currency: Option<&Currency>,
) -> Result<Number, NumberFault> {
    match cell.kind {
        CellKind::Error => return Err(NumberFault::Error),
        CellKind::Date => return Err(NumberFault::NotANumber),
        CellKind::Text | CellKind::Number => {}
    }
    let text = cell.text;
    if text.is_empty() {
        return Err(NumberFault::Empty);
    }
    // A workbook's numbers are written with a point, whatever the sheet shows.
    let mark = if cell.kind == CellKind::Number {
        DecimalMark::Point
    } else {
        mark
    };
    if let Some(millionths) = plain(text.as_bytes(), mark) {
        return Ok(Number {
            millionths,
            percent: false,
        });
    }
    dressed(text, mark, currency)
}

/// Digits with at most one decimal mark: nearly every cell.
fn plain(text: &[u8], mark: DecimalMark) -> Option<i64> {
    let mark = mark_of(mark);
    let (whole, part) = match memchr::memchr(mark, text) {
        Some(at) => (text.get(..at)?, text.get(at + 1..)?),
        None => (text, &[][..]),
    };
    // Some programs leave out the zero of .5; a mark alone is no number.
    let bare = whole.is_empty() && part.is_empty();
    if bare || whole.len() > 12 || part.len() > DECIMALS as usize {
        return None;
    }
    let digits = |bytes: &[u8]| {
        bytes.iter().try_fold(0_i64, |sum, byte| {
            byte.is_ascii_digit()
                .then(|| sum * 10 + i64::from(byte - b'0'))
        })
    };
    let missing = DECIMALS - u32::try_from(part.len()).ok()?;
    digits(whole)?
        .checked_mul(ONE)?
        .checked_add(digits(part)? * 10_i64.pow(missing))
}

fn mark_of(mark: DecimalMark) -> u8 {
    match mark {
        DecimalMark::Point => b'.',
        DecimalMark::Comma => b',',
    }
}

/// A number with a currency sign, a sign of its own, thousands or a percent sign.
fn dressed(
    text: &str,
    mark: DecimalMark,
    currency: Option<&Currency>,
) -> Result<Number, NumberFault> {
    let mut rest = text.trim();
    let mut negative = false;
    if let Some(inside) = rest.strip_prefix('(').and_then(|r| r.strip_suffix(')')) {
        negative = true;
        rest = inside.trim();
    }
    let percent = rest.ends_with('%');
    rest = rest.strip_suffix('%').unwrap_or(rest).trim_end();
    // Some payroll systems put the sign behind.
    if let Some(before) = rest.strip_suffix(['-', '\u{2212}']) {
        negative = !negative;
        rest = before.trim_end();
    }
    for _ in 0..2 {
        if let Some(after) = rest.strip_prefix(['-', '\u{2212}']) {
            if negative {
                return Err(NumberFault::NotANumber);
            }
            negative = true;
            rest = after.trim_start();
        }
        rest = rest.strip_prefix('+').unwrap_or(rest);
        if let Some((sign, after)) = sign_before(rest, currency) {
            own_or_foreign(sign, currency)?;
            rest = after.trim_start();
        }
    }
    if let Some((before, sign)) = sign_behind(rest, currency) {
        own_or_foreign(sign, currency)?;
        rest = before.trim_end();
    }
    let (whole, part) = match rest.split_once(char::from(mark_of(mark))) {
        Some((whole, part)) => (whole, part),
        None => (rest, ""),
    };
    let whole = if whole.is_empty() && !part.is_empty() {
        "0".to_owned()
    } else {
        without_thousands(whole, mark).ok_or(NumberFault::NotANumber)?
    };
    if !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NumberFault::NotANumber);
    }
    let part = part.trim_end_matches('0');
    if part.len() > DECIMALS as usize {
        return Err(NumberFault::TooFine);
    }
    let whole = whole.trim_start_matches('0');
    let digits = format!("{}.{part}", if whole.is_empty() { "0" } else { whole });
    let value = plain(digits.as_bytes(), DecimalMark::Point).ok_or(NumberFault::TooLarge)?;
    Ok(Number {
        millionths: if negative { -value } else { value },
        percent,
    })
}

/// Refuses a sign that isn't the scenario's. Where no scenario is asked, every sign is taken.
fn own_or_foreign(sign: &str, currency: Option<&Currency>) -> Result<(), NumberFault> {
    match currency {
        Some(currency) if !is_own(sign, currency) => Err(NumberFault::Foreign),
        _ => Ok(()),
    }
}

/// The digits before the decimals: bare, or in threes parted by one and the same sign.
fn without_thousands(whole: &str, mark: DecimalMark) -> Option<String> {
    let sign = whole.chars().find(|c| !c.is_ascii_digit());
    let Some(sign) = sign else {
        return (!whole.is_empty()).then(|| whole.to_owned());
    };
    let allowed = match mark {
        DecimalMark::Point => sign == ',',
        DecimalMark::Comma => sign == '.',
    };
    let spaces = [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '\u{2019}'];
    if !allowed && !spaces.contains(&sign) {
        return None;
    }
    let mut parts = whole.split(sign);
    let first = parts.next()?;
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !(1..=3).contains(&first.len()) || !is_digits(first) {
        return None;
    }
    let mut digits = first.to_owned();
    for part in parts {
        if part.len() != 3 || !is_digits(part) {
            return None;
        }
        digits.push_str(part);
    }
    Some(digits)
}

#[cfg(test)]
mod tests;
