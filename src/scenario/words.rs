//! Clauses in the words of the table.

use super::clause::{ClauseTerms, LumpAmount};
use crate::units::quantity::FromDigits;
use crate::units::{HourlyAmount, HourlyRate, Known, Money, Percent, text};

/// What stands for a value nobody has published.
const UNKNOWN: &str = "unknown";

impl ClauseTerms {
    /// What it gives, in words: `6.5 %`, `+$0.75 an hour`, `at least $24.00 an hour`,
    /// `lump sum $750.00 each, by FTE`.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Percent(percent) => of_percent(percent),
            Self::PerHour(amount) => of_amount(amount),
            Self::GreaterOf { percent, per_hour } => {
                format!("{} or {}", of_percent(percent), of_amount(per_hour))
            }
            Self::Floor(rate) => format!("at least {}", of_rate(rate)),
            Self::LumpSum { amount, .. } => match amount {
                LumpAmount::PerHead(money) => format!("lump sum {} each", of_money(money)),
                LumpAmount::PerFte(money) => format!("lump sum {} per 1.0 FTE", of_money(money)),
                LumpAmount::Prorated(money) => {
                    format!("lump sum {} each, by FTE", of_money(money))
                }
                LumpAmount::PercentOfPay(percent) => {
                    format!("lump sum {} of a year\u{2019}s pay", of_percent(percent))
                }
            },
            Self::Cola { .. } => "cost-of-living raise".to_owned(),
            Self::MinimumRate { .. } => "minimum rates".to_owned(),
            Self::EquityPool { .. } => "equity pool".to_owned(),
            Self::Benefit { .. } => "benefit".to_owned(),
            Self::CostStream(_) => "cost worked out elsewhere".to_owned(),
        }
    }
}

fn of_percent(percent: &Known<Percent>) -> String {
    or_unknown(percent, |percent| {
        text::percent(percent.get(), Percent::DECIMALS)
    })
}

fn of_amount(amount: &Known<HourlyAmount>) -> String {
    or_unknown(amount, |amount| {
        let sign = if amount.get().is_sign_negative() {
            ""
        } else {
            "+"
        };
        format!("{sign}{} an hour", text::rate(amount.get()))
    })
}

fn of_rate(rate: &Known<HourlyRate>) -> String {
    or_unknown(rate, |rate| format!("{} an hour", text::rate(rate.get())))
}

fn of_money(money: &Known<Money>) -> String {
    or_unknown(money, |money| text::dollars(money.get()))
}

fn or_unknown<T: FromDigits + Copy>(value: &Known<T>, words: impl Fn(T) -> String) -> String {
    value.get().map_or_else(|| UNKNOWN.to_owned(), words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_clause_says_what_it_gives() {
        let amount = |text: &str| Known::Known(HourlyAmount::from_digits(text).unwrap());
        let percent = Known::Known(Percent::from_digits("5.00").unwrap());
        let greater = ClauseTerms::GreaterOf {
            percent,
            per_hour: amount("1.5"),
        };
        assert_eq!(greater.in_words(), "5 % or +$1.50 an hour");
        assert_eq!(
            ClauseTerms::PerHour(amount("-0.125")).in_words(),
            "\u{2212}$0.125 an hour"
        );
        assert_eq!(ClauseTerms::Percent(Known::Unknown).in_words(), "unknown");
    }
}
