//! The currency of a case, and the one place where amounts of it become text. Nothing is ever converted.

use std::sync::LazyLock;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::decimal::round;
use super::text::{count, fixed, grouped, rate_places};
use super::visible::hidden;

/// What money of a case is called, and how it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Currency {
    /// Stands before amounts: `$`, `C$`, `£`, `€`. One to four characters, no digits.
    pub symbol: String,
    /// The three letters of ISO 4217: `USD`.
    pub code: String,
}

/// The symbol of a case that names none, and of one that names none amounts can be written with.
const DOLLAR: &str = "$";

impl Default for Currency {
    fn default() -> Self {
        Self {
            symbol: DOLLAR.to_owned(),
            code: "USD".to_owned(),
        }
    }
}

impl Currency {
    /// The US dollar, which a case is in that names no other.
    #[must_use]
    pub fn us_dollar() -> &'static Self {
        static DOLLAR: LazyLock<Currency> = LazyLock::new(Currency::default);
        &DOLLAR
    }
}

/// The unit all amounts of one axis, column or row are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyUnit {
    /// `$5,000`.
    One,
    /// `$5M`.
    Million,
    /// `$5B`.
    Billion,
}

impl MoneyUnit {
    /// How much it is, in units of the currency.
    #[must_use]
    pub fn size(self) -> Decimal {
        match self {
            Self::One => Decimal::ONE,
            Self::Million => Decimal::from(1_000_000),
            Self::Billion => Decimal::from(1_000_000_000),
        }
    }
}

impl Currency {
    /// Whether symbol and code are such as amounts can be written with.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.has_sound_symbol() && self.has_sound_code()
    }

    /// One to four characters, no digits, no blanks and no signs numbers are written with.
    #[must_use]
    pub fn has_sound_symbol(&self) -> bool {
        let plain = |c: char| {
            !(c.is_whitespace()
                || hidden(c)
                || c.is_control()
                || c.is_ascii_digit()
                || matches!(c, '+' | '-' | '\u{2212}' | '%' | ',' | '=' | '('))
        };
        (1..=4).contains(&self.symbol.chars().count()) && self.symbol.chars().all(plain)
    }

    /// Three capital letters.
    #[must_use]
    pub fn has_sound_code(&self) -> bool {
        self.code.len() == 3 && self.code.chars().all(|c| c.is_ascii_uppercase())
    }

    /// Whether it is the US dollar, which scenarios need not name.
    #[must_use]
    pub fn is_dollar(&self) -> bool {
        *self == Self::default()
    }

    /// The symbol amounts are written with. A case that breaks its rules is shown all the same.
    #[must_use]
    pub fn sign(&self) -> &str {
        if self.is_sound() {
            &self.symbol
        } else {
            DOLLAR
        }
    }

    /// Its units in the plural, after a number or alone: `dollars`, `pounds`, else its code.
    #[must_use]
    pub fn units(&self) -> &str {
        match self.code.as_str() {
            "USD" | "CAD" | "AUD" | "NZD" => "dollars",
            "GBP" => "pounds",
            "EUR" => "euros",
            code => code,
        }
    }

    /// One of its units: `dollar`, `pound`, else its code.
    #[must_use]
    pub fn unit(&self) -> &str {
        let units = self.units();
        units.strip_suffix('s').unwrap_or(units)
    }

    /// A hundredth of its unit: `cent`, `penny`; `None` where it has another name, or there is none.
    #[must_use]
    pub fn hundredth(&self) -> Option<&'static str> {
        match self.code.as_str() {
            "USD" | "CAD" | "AUD" | "NZD" | "EUR" | "HKD" | "SGD" | "ZAR" => Some("cent"),
            "GBP" => Some("penny"),
            _ => None,
        }
    }

    /// A sentence of the program about money in general, with the units of this case for `dollars`.
    #[must_use]
    pub fn said(&self, sentence: &str) -> String {
        if self.units() == "dollars" {
            return sentence.to_owned();
        }
        let mut said = sentence
            .replace("dollars", self.units())
            .replace("dollar", self.unit());
        let mut start = self.units().to_owned();
        if let Some(first) = start.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        said = said.replace("Dollars", &start);
        let one = start.strip_suffix('s').unwrap_or(&start);
        said = said.replace("Dollar", one);
        match self.hundredth() {
            Some("cent") => said,
            Some(hundredth) => said.replace("the cent", &format!("the {hundredth}")),
            None => said.replace("the cent", "two decimals"),
        }
    }

    /// To the cent, for people: `$5,239,246,824.94`, `−$12.50`.
    #[must_use]
    pub fn exact(&self, value: Decimal) -> String {
        self.written(&fixed(value, 2), "")
    }

    /// To the cent, without cents where they are whole: `$750`, `$750.50`.
    #[must_use]
    pub fn close(&self, value: Decimal) -> String {
        if round(value, 2).fract().is_zero() {
            self.written(&fixed(value, 0), "")
        } else {
            self.exact(value)
        }
    }

    /// In at most five figures: `$963.8M`, `$5.24B`, `$15,545`.
    #[must_use]
    pub fn short(&self, value: Decimal) -> String {
        let size = value.abs();
        let (unit, places) = if size >= Decimal::from(999_950_000_000_i64) {
            (MoneyUnit::Billion, 0)
        } else if size >= Decimal::from(99_995_000_000_i64) {
            (MoneyUnit::Billion, 1)
        } else if size >= Decimal::from(999_500_000) {
            (MoneyUnit::Billion, 2)
        } else if size >= Decimal::from(99_950_000) {
            (MoneyUnit::Million, 1)
        } else if size >= Decimal::from(999_500) {
            (MoneyUnit::Million, 2)
        } else {
            (MoneyUnit::One, 0)
        };
        self.scaled(value, unit, places)
    }

    /// The same with a plus sign where more: `+$963.8M`.
    #[must_use]
    pub fn short_signed(&self, value: Decimal) -> String {
        self.signed(value, self.short(value))
    }

    /// For a narrow place: `$590M`, `$56.1M`, `$5.24B`, `$15,545`.
    #[must_use]
    pub fn brief(&self, value: Decimal) -> String {
        let size = value.abs();
        if size < Decimal::from(9_950_000) || size >= Decimal::from(999_500_000) {
            return self.short(value);
        }
        let places = u32::from(size < Decimal::from(99_500_000));
        self.scaled(value, MoneyUnit::Million, places)
    }

    /// The same with a plus sign where more: `+$590M`.
    #[must_use]
    pub fn brief_signed(&self, value: Decimal) -> String {
        self.signed(value, self.brief(value))
    }

    /// An amount somebody gave, as short as it is without losing a cent of it: `$1.85M`, `$750`, `$0.35`,
    /// `$1,234.50`. What is computed may be rounded for a narrow place; what stands in an offer may not.
    #[must_use]
    pub fn given(&self, value: Decimal) -> String {
        for (unit, name) in [(MoneyUnit::Billion, "B"), (MoneyUnit::Million, "M")] {
            let scaled = value.checked_div(unit.size()).map(|one| one.normalize());
            if let Some(scaled) = scaled
                && value.abs() >= unit.size()
                && scaled.scale() <= 2
                && scaled.checked_mul(unit.size()) == Some(value)
            {
                return self.written(&fixed(scaled, scaled.scale()), name);
            }
        }
        if value.normalize().scale() == 0 {
            return self.written(&fixed(value, 0), "");
        }
        self.rate(value)
    }

    /// A rate or an amount per hour: to the cent, or as fine as it is.
    #[must_use]
    pub fn rate(&self, value: Decimal) -> String {
        self.written(&fixed(value, rate_places(value)), "")
    }

    /// Among others in one unit with the same decimals: `$0`, `$2.5B`, `−$500M`.
    #[must_use]
    pub fn in_unit(&self, value: Decimal, unit: MoneyUnit, places: u32) -> String {
        if value.is_zero() {
            return self.nothing();
        }
        self.scaled(value, unit, places)
    }

    /// Digits of an example as they would be typed here: `$1,500` for `1,500`.
    #[must_use]
    pub fn example(&self, digits: &str) -> String {
        self.written(&digits.replace(',', ""), "")
    }

    /// `$0`.
    #[must_use]
    pub fn nothing(&self) -> String {
        self.written("0", "")
    }

    /// In whole units, thousands separated: `$1,441`.
    #[must_use]
    pub fn whole(&self, value: Decimal) -> String {
        self.in_unit(value, MoneyUnit::One, 0)
    }

    /// From one amount to another, such as `$20–25`.
    #[must_use]
    pub fn band(&self, low: Decimal, high: Decimal) -> String {
        format!(
            "{}\u{2013}{}",
            self.written(&low.normalize().to_string(), ""),
            count(high)
        )
    }

    /// With the decimals it is written with: `$1,440`, `$0.50`.
    #[must_use]
    pub fn as_written(&self, value: Decimal) -> String {
        self.written(&value.to_string(), "")
    }

    fn scaled(&self, value: Decimal, unit: MoneyUnit, places: u32) -> String {
        let name = match unit {
            MoneyUnit::One => "",
            MoneyUnit::Million => "M",
            MoneyUnit::Billion => "B",
        };
        // A power of ten divides every decimal.
        let scaled = value.checked_div(unit.size()).unwrap_or(value);
        self.written(&fixed(scaled, places), name)
    }

    fn signed(&self, value: Decimal, words: String) -> String {
        if value > Decimal::ZERO && words != self.nothing() {
            format!("+{words}")
        } else {
            words
        }
    }

    /// Plain digits as an amount.
    fn written(&self, digits: &str, name: &str) -> String {
        let (minus, size) = match digits.strip_prefix('-') {
            Some(size) => ("\u{2212}", size),
            None => ("", digits),
        };
        let sign = self.sign();
        // `CHF 1,500`: letters don't run into digits.
        let gap = if sign.ends_with(char::is_alphabetic) {
            "\u{a0}"
        } else {
            ""
        };
        format!("{minus}{sign}{gap}{}{name}", grouped(size))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn usd() -> Currency {
        Currency::default()
    }

    #[test]
    fn what_was_given_keeps_every_cent() {
        for (value, written) in [
            ("0.35", "$0.35"),
            ("0.6", "$0.60"),
            ("750", "$750"),
            ("1234.5", "$1,234.50"),
            ("1850000", "$1.85M"),
            ("1850001", "$1,850,001"),
            ("6255000", "$6,255,000"),
            ("2000000000", "$2B"),
            ("0.0125", "$0.0125"),
            ("-1200", "\u{2212}$1,200"),
        ] {
            assert_eq!(usd().given(d(value)), written);
        }
    }

    #[test]
    fn short_dollars_match_the_drawing() {
        assert_eq!(usd().short(d("963794507.39")), "$963.8M");
        assert_eq!(usd().short(d("5239246824.94")), "$5.24B");
        assert_eq!(usd().short(d("570200000000")), "$570.2B");
        assert_eq!(usd().short(d("4505000000000")), "$4,505B");
        assert_eq!(usd().short(d("15545.07")), "$15,545");
        assert_eq!(usd().short(d("56145781.62")), "$56.15M");
        assert_eq!(usd().brief(d("589660075.19")), "$590M");
        assert_eq!(usd().brief(d("-56145781.62")), "\u{2212}$56.1M");
        assert_eq!(usd().brief(d("6203041332.33")), "$6.20B");
        assert_eq!(usd().short(d("-445247707.69")), "\u{2212}$445.2M");
    }

    #[test]
    fn an_axis_keeps_one_unit() {
        let billions = |text| usd().in_unit(d(text), MoneyUnit::Billion, 1);
        assert_eq!(billions("0"), "$0");
        assert_eq!(billions("2500000000"), "$2.5B");
        assert_eq!(billions("5000000000"), "$5.0B");
        assert_eq!(
            usd().in_unit(d("-1250000000"), MoneyUnit::Million, 0),
            "\u{2212}$1,250M"
        );
        assert_eq!(usd().in_unit(d("0.25"), MoneyUnit::One, 2), "$0.25");
    }

    #[test]
    fn signs_and_cents_stand_where_people_put_them() {
        assert_eq!(usd().exact(d("-1234567.891")), "\u{2212}$1,234,567.89");
        assert_eq!(usd().exact(d("999")), "$999.00");
        assert_eq!(usd().brief_signed(d("8364.11")), "+$8,364");
        assert_eq!(usd().short_signed(d("963794507.39")), "+$963.8M");
        assert_eq!(usd().short_signed(d("0.2")), "$0");
    }

    #[test]
    fn an_amount_has_the_sign_of_its_case() {
        let of = |symbol: &str, code: &str| Currency {
            symbol: symbol.to_owned(),
            code: code.to_owned(),
        };
        let pounds = of("\u{a3}", "GBP");
        assert_eq!(pounds.exact(d("-1234.5")), "\u{2212}\u{a3}1,234.50");
        assert_eq!(pounds.short_signed(d("963794507.39")), "+\u{a3}963.8M");
        assert_eq!(pounds.short_signed(d("0.2")), "\u{a3}0");
        assert_eq!(pounds.band(d("20"), d("25")), "\u{a3}20\u{2013}25");
        assert_eq!(of("C$", "CAD").brief(d("590000000")), "C$590M");
        assert_eq!(of("CHF", "CHF").whole(d("-1500")), "\u{2212}CHF\u{a0}1,500");
        assert_eq!(of("", "GBP").whole(d("1")), "$1");
        assert_eq!(
            pounds.said("Raise in dollars an hour, to the cent"),
            "Raise in pounds an hour, to the penny"
        );
        assert_eq!(usd().said("Dollars an hour"), "Dollars an hour");
        assert_eq!(of("kr", "SEK").said("Dollars an hour"), "SEK an hour");
        let rounded = "rates are rounded to the cent";
        assert_eq!(of("\u{20ac}", "EUR").said(rounded), rounded);
        assert_eq!(
            of("\u{a3}", "GBP").said(rounded),
            "rates are rounded to the penny"
        );
        assert_eq!(
            of("\u{a5}", "JPY").said(rounded),
            "rates are rounded to two decimals"
        );
    }
}
