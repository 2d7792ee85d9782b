//! Dates in a roster's cells, read as far as they go by themselves: which of two numbers is the month, and what day
//! numbers count from, is told or asked, never guessed.

use super::profile::{DateOrder, Epoch};
use super::row::{Cell, CellKind};
use super::serial::day_of_serial;
use crate::units::reading::MONTHS;
use crate::units::{Date, DateError};

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
