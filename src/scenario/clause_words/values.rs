//! The values of clauses in words, for every output alike.

use rust_decimal::Decimal;

use crate::scenario::PaidIn;
use crate::units::digits::FromDigits;
use crate::units::{Currency, Fte, HourlyRate, HouseStyle, Known, Money, Percent, text};

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
    currency: &Currency,
) -> String {
    or_unknown(amount, |amount| {
        let amount = amount.into();
        let sign = if amount.is_sign_negative() { "" } else { "+" };
        format!("{sign}{} {per}", currency.rate(amount))
    })
}

pub(super) fn of_rate(rate: &Known<HourlyRate>, paid: PaidIn<'_>) -> String {
    or_unknown(rate, |rate| {
        format!(
            "{} {}",
            paid.currency.rate(rate.get()),
            paid.unit.in_words()
        )
    })
}

pub(super) fn of_money(money: &Known<Money>, currency: &Currency) -> String {
    or_unknown(money, |money| currency.exact(money.get()))
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

/// How many take part.
pub(super) fn of_count(participants: &Known<Fte>) -> String {
    match participants.get() {
        Some(count) => text::count(count.get()),
        None => "an unknown number".to_owned(),
    }
}
