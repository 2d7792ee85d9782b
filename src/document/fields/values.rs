//! Values of a clause's terms as fields show them, and read back from what is typed.

use rust_decimal::Decimal;

use super::{Field, Key, Written};
use crate::document::{amounts, entry, words};
use crate::scenario::PercentRange;
use crate::units::digits::FromDigits;
use crate::units::reading::{Kind, Refusal, number};
use crate::units::{Currency, Fte, HourlyRate, Known, Money, Percent, text};

pub(super) fn of_percent(key: Key, name: &str, percent: &Known<Percent>, hint: &str) -> Field {
    Field::line(key, name, percent_in(percent), "", hint)
}

pub(super) fn optional(key: Key, name: &str, percent: Option<Percent>) -> Field {
    let value = percent.map_or_else(String::new, |percent| words::percent(percent.get()));
    Field::line(key, name, value, "", "none")
}

pub(super) fn percent_in(percent: &Known<Percent>) -> Written {
    or_unknown(percent, |percent| words::percent(percent.get()))
}

pub(super) fn rate_in(rate: &Known<HourlyRate>, currency: &Currency) -> Written {
    or_unknown(rate, |rate| currency.rate(rate.get()))
}

pub(super) fn money_in(money: &Known<Money>, currency: &Currency) -> Written {
    or_unknown(money, |money| currency.rate(money.get()))
}

pub(super) fn fte_in(fte: &Known<Fte>) -> Written {
    or_unknown(fte, |fte| text::plain(fte.get()))
}

pub(super) fn or_unknown<T: FromDigits + Copy>(
    value: &Known<T>,
    words: impl Fn(T) -> String,
) -> Written {
    let known = value.get().map(words).map(Written::from);
    known.unwrap_or_else(Written::unknown)
}

pub(super) fn chosen(names: &[&str], text: &str) -> Result<usize, String> {
    let at = names.iter().position(|name| *name == text);
    at.ok_or_else(|| format!("choose one of: {}", names.join("; ")))
}

pub(super) fn part(text: &str, what: &str, range: PercentRange) -> Result<Known<Percent>, String> {
    amounts::or_unknown(text, |text| amounts::percent(text, what, range))
}

/// The percent of a text that says with a sign or a word that it is one; none of any other.
pub(super) fn written_percent(text: &str) -> Option<Decimal> {
    let marked = number(text, Kind::Sum) == Err(Refusal::Unit("%".to_owned()));
    number(text, Kind::Percent).ok().filter(|_| marked)
}

pub(super) fn people(text: &str) -> Result<Fte, String> {
    let text = text.trim();
    let digits = text.strip_suffix("FTE").unwrap_or(text);
    entry::employees(digits.trim())
}
