//! The values of clauses in words, for every output alike.

use rust_decimal::Decimal;

use crate::scenario::RateUnit;
use crate::units::decimal::round;
use crate::units::digits::FromDigits;
use crate::units::text::DollarUnit;
use crate::units::{Fte, HourlyRate, HouseStyle, Known, Money, Percent, text};

/// What stands for a value nobody has published.
pub(super) const UNKNOWN: &str = "unknown";

pub(super) fn plain(percent: Percent, style: HouseStyle) -> String {
    style.percent(percent.get(), Percent::DECIMALS)
}

pub(super) fn of_percent(percent: &Known<Percent>, style: HouseStyle) -> String {
    or_unknown(percent, |percent| plain(percent, style))
}

/// An amount that can go up or down: `+$0.75 an hour`.
pub(super) fn of_amount<T: FromDigits + Copy + Into<Decimal>>(
    amount: &Known<T>,
    per: &str,
) -> String {
    or_unknown(amount, |amount| {
        let amount = amount.into();
        let sign = if amount.is_sign_negative() { "" } else { "+" };
        format!("{sign}{} {per}", text::rate(amount))
    })
}

pub(super) fn of_rate(rate: &Known<HourlyRate>, unit: RateUnit) -> String {
    or_unknown(rate, |rate| {
        format!("{} {}", text::rate(rate.get()), unit.in_words())
    })
}

pub(super) fn of_money(money: &Known<Money>) -> String {
    or_unknown(money, |money| text::dollars(money.get()))
}

pub(super) fn or_unknown<T: FromDigits + Copy>(
    value: &Known<T>,
    words: impl Fn(T) -> String,
) -> String {
    value.get().map_or_else(|| UNKNOWN.to_owned(), words)
}

/// A percent set close: `6.5%`.
pub(super) fn close(percent: Percent) -> String {
    text::percent_close(percent.get())
}

/// Dollars without cents where they are whole: `$750`, `$750.50`.
pub(super) fn dollars(value: Decimal) -> String {
    let cents = round(value, 2);
    if cents.fract().is_zero() {
        text::dollars_in(value, DollarUnit::One, 0)
    } else {
        text::dollars(value)
    }
}

/// Dollars of a value, without cents where they are whole.
pub(super) fn close_money(money: Money) -> String {
    dollars(money.get())
}

/// How many take part.
pub(super) fn of_count(participants: &Known<Fte>) -> String {
    match participants.get() {
        Some(count) => text::count(count.get()),
        None => "an unknown number".to_owned(),
    }
}
