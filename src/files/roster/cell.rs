//! Numbers and dates in a roster's cells.
//!
//! Stricter than what people may type: a file is read without anyone looking at each cell, so whatever could
//! be read two ways is refused.

use super::money_sign::{is_own, sign_before, sign_behind};
use super::profile::{DateOrder, DecimalMark, Epoch};
use super::row::{Cell, CellKind};
use super::serial::day_of_serial;
use crate::units::reading::MONTHS;
use crate::units::{Currency, Date, DateError};

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
    pub millionths: i64,
    /// Whether a percent sign follows it.
    pub percent: bool,
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
    if whole.is_empty() || whole.len() > 12 || part.len() > DECIMALS as usize {
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
    let whole = without_thousands(whole, mark).ok_or(NumberFault::NotANumber)?;
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

/// What a date cell says, before anyone has told which number is the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateReading {
    /// One day, without doubt.
    Day(Date),
    /// Two numbers and a year: month and day, or day and month.
    Either {
        /// The first number.
        first: u8,
        second: u8,
        year: i16,
    },
    /// A day number of a spreadsheet.
    Serial(i64),
}

/// Why a cell is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// Nothing in it.
    Empty,
    /// An error of the spreadsheet.
    Error,
    /// No date.
    NotADate,
    /// A day no calendar has.
    NoSuchDay,
}

/// Reads a date as far as it goes by itself: `2026-03-01`, `20260301`, `Mar 1, 2026`, `1-Mar-26`, `3/1/2026`, a
/// day number.
///
/// # Errors
/// [`DateFault`].
pub fn date(cell: Cell<'_>) -> Result<DateReading, DateFault> {
    if cell.kind == CellKind::Error {
        return Err(DateFault::Error);
    }
    let text = without_time(cell.text);
    if text.is_empty() {
        return Err(DateFault::Empty);
    }
    let bytes = text.as_bytes();
    if bytes.iter().all(u8::is_ascii_digit) {
        return match bytes.len() {
            8 => day(
                number_of(text.get(..4))?,
                number_of(text.get(4..6))?,
                number_of(text.get(6..))?,
            ),
            1..=6 => Ok(DateReading::Serial(number_of(Some(text))?)),
            _ => Err(DateFault::NotADate),
        };
    }
    let sign = |c: char| matches!(c, '-' | '/' | '.');
    let mut parts = text.split(sign);
    let (one, two, three) = (parts.next(), parts.next(), parts.next());
    if parts.next().is_some() {
        return Err(DateFault::NotADate);
    }
    let is_number = |part: Option<&str>| {
        part.is_some_and(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
    };
    if is_number(one) && is_number(two) && is_number(three) {
        if one.is_some_and(|part| part.len() == 4) {
            return day(number_of(one)?, number_of(two)?, number_of(three)?);
        }
        let year = year_of(three.unwrap_or_default())?;
        let (first, second) = (number_of(one)?, number_of(two)?);
        let small = |n: i64| u8::try_from(n).ok().filter(|n| (1..=31).contains(n));
        let (Some(first), Some(second)) = (small(first), small(second)) else {
            return Err(DateFault::NoSuchDay);
        };
        if first > 12 && second > 12 {
            return Err(DateFault::NoSuchDay);
        }
        if first == second {
            return day(i64::from(year), i64::from(first), i64::from(second));
        }
        return Ok(DateReading::Either {
            first,
            second,
            year,
        });
    }
    // A fraction of a day: the time of day in a day number.
    if let (Some(whole), Some(part), None) = (one, two, three)
        && text.contains('.')
        && is_number(Some(whole))
        && is_number(Some(part))
    {
        return Ok(DateReading::Serial(number_of(Some(whole))?));
    }
    named_month(text)
}

/// `Mar 1, 2026`, `1 March 2026`, `01-MAR-26`.
fn named_month(text: &str) -> Result<DateReading, DateFault> {
    let mut month = None;
    let mut numbers = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            numbers.push(word);
        } else if month.is_none() {
            month = Some(month_named(word).ok_or(DateFault::NotADate)?);
        } else {
            return Err(DateFault::NotADate);
        }
    }
    let (Some(month), [one, two]) = (month, numbers.as_slice()) else {
        return Err(DateFault::NotADate);
    };
    // Four digits are the year; of two short numbers the day comes first.
    let (year, in_month) = if one.len() == 4 {
        (one, two)
    } else {
        (two, one)
    };
    day(i64::from(year_of(year)?), month, number_of(Some(in_month))?)
}

/// The month of a whole name, of its first three letters, or of `Sept`.
fn month_named(word: &str) -> Option<i64> {
    let word = word.to_lowercase();
    if word == "sept" {
        return Some(9);
    }
    let is_it = |name: &str| name == word || (word.len() == 3 && name.starts_with(&word));
    let at = MONTHS.iter().position(|name| is_it(name))?;
    i64::try_from(at).ok().map(|at| at + 1)
}

/// A year of four digits, or of two: 00 to 68 are 2000 to 2068, 69 to 99 are 1969 to 1999.
fn year_of(text: &str) -> Result<i16, DateFault> {
    let year = number_of(Some(text))?;
    let full = match text.len() {
        4 => year,
        2 if year < 69 => 2000 + year,
        2 => 1900 + year,
        _ => return Err(DateFault::NotADate),
    };
    i16::try_from(full).map_err(|_| DateFault::NotADate)
}

fn day(year: i64, month: i64, day: i64) -> Result<DateReading, DateFault> {
    let parts = i16::try_from(year)
        .ok()
        .zip(i8::try_from(month).ok())
        .zip(i8::try_from(day).ok());
    let ((year, month), day) = parts.ok_or(DateFault::NoSuchDay)?;
    match Date::new(year, month, day) {
        Ok(date) => Ok(DateReading::Day(date)),
        Err(DateError::Impossible(_) | DateError::OutOfRange(_)) => Err(DateFault::NoSuchDay),
        Err(DateError::Form(_)) => Err(DateFault::NotADate),
    }
}

fn number_of(text: Option<&str>) -> Result<i64, DateFault> {
    text.and_then(|text| text.parse().ok())
        .ok_or(DateFault::NotADate)
}

/// The day of a moment: a time of day after it says nothing about pay.
fn without_time(text: &str) -> &str {
    let text = text.trim();
    let at = text
        .find('T')
        .filter(|at| text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit) && *at == 10)
        .or_else(|| {
            let colon = text.find(':')?;
            text.get(..colon)?.rfind(' ')
        });
    at.and_then(|at| text.get(..at)).unwrap_or(text).trim_end()
}

impl DateReading {
    /// The day, once it is known which number is the month and what day numbers count from.
    ///
    /// # Errors
    /// [`DateFault::NoSuchDay`] for a day no calendar has; [`DateFault::NotADate`] where the question is open.
    pub fn settle(self, order: Option<DateOrder>, epoch: Option<Epoch>) -> Result<Date, DateFault> {
        match self {
            Self::Day(date) => Ok(date),
            Self::Serial(days) => {
                let epoch = epoch.ok_or(DateFault::NotADate)?;
                day_of_serial(days, epoch).ok_or(DateFault::NoSuchDay)
            }
            Self::Either {
                first,
                second,
                year,
            } => {
                let order = order.ok_or(DateFault::NotADate)?;
                let (month, of_month) = match order {
                    DateOrder::MonthFirst => (first, second),
                    DateOrder::DayFirst => (second, first),
                };
                match day(i64::from(year), i64::from(month), i64::from(of_month))? {
                    Self::Day(date) => Ok(date),
                    _ => Err(DateFault::NotADate),
                }
            }
        }
    }

    /// The order this date proves, where only one fits.
    #[must_use]
    pub fn proves(self) -> Option<DateOrder> {
        match self {
            Self::Either { first, .. } if first > 12 => Some(DateOrder::DayFirst),
            Self::Either { second, .. } if second > 12 => Some(DateOrder::MonthFirst),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
