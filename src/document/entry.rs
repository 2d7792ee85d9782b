//! Typed values: dates, percents, amounts and counts as people write them.
//!
//! What a text means is settled in `units::reading`; here it gets its range and its words.

use rust_decimal::Decimal;

use super::refused::{self, Wanted};
use super::words;
use crate::scenario::ranges::RAISE;
use crate::scenario::{PaidIn, RateUnit};
use crate::units::decimal::DecimalError;
use crate::units::reading::{self, Kind, Per};
use crate::units::text::count;
use crate::units::{
    Currency, Date, Fte, HourlyAmount, HourlyRate, HoursPerYear, IndexValue, Money, Percent,
    YearlyAmount,
};

/// Reads a date: `2027-10-01`, `10/1/27`, `10/1/2027`, `Oct 1, 2027`, `October 1 2027`,
/// `1 October 2027`, `1-Oct-27`. Month first where only digits are given, as in the United States.
///
/// # Errors
/// Words that say what is wrong.
pub fn date(text: &str) -> Result<Date, String> {
    reading::date(text).map_err(|refusal| refused::words(&refusal, text, refused::DATE))
}

/// Reads the percent of a raise: `6.5`, `6,5 %`, `6.5 percent`, `=21.5/4`. From −50 to 100.
///
/// # Errors
/// Words that say what is wrong.
pub fn percent(text: &str) -> Result<Percent, String> {
    in_raise_range(percent_digits(text)?)
}

/// A percent that a raise can have.
pub(super) fn in_raise_range(value: Decimal) -> Result<Percent, String> {
    if !RAISE.contains(value) {
        return Err(format!(
            "{} is outside what a raise can be: \u{2212}50% to 100%",
            words::percent(value)
        ));
    }
    Percent::new(value).map_err(|error| error.to_string())
}

/// The number of a percent as typed, whatever it is of.
pub(super) fn percent_digits(text: &str) -> Result<Decimal, String> {
    number(text, Kind::Percent, refused::PERCENT)
}

/// Reads dollars: `$132,923.08`, `132.923,08`, `68k`, `$8.24B`.
///
/// # Errors
/// Words that say what is wrong.
pub fn money(text: &str, currency: &Currency) -> Result<Money, String> {
    let value = amount(text, Kind::Pay, currency, "1,500")?;
    made_amount(value, currency, Money::new)
}

/// Reads a currency from its symbol and its code: `£` and `gbp`.
///
/// # Errors
/// Words that say what is wrong.
pub fn currency(symbol: &str, code: &str) -> Result<Currency, String> {
    let currency = Currency {
        symbol: symbol.trim().to_owned(),
        code: code.trim().to_uppercase(),
    };
    if !currency.has_sound_symbol() {
        return Err(
            "The currency\u{2019}s symbol has one to four characters, no digits: $, C$, \u{a3} or \u{20ac}."
                .to_owned(),
        );
    }
    if !currency.has_sound_code() {
        return Err(
            "The currency\u{2019}s code has three letters: USD, CAD, GBP or EUR.".to_owned(),
        );
    }
    Ok(currency)
}

/// Reads a raise in dollars an hour: `0.75`, `+$0.75 an hour`, `−$0.10`, `75¢`.
///
/// # Errors
/// Words that say what is wrong.
pub fn per_hour(text: &str, currency: &Currency) -> Result<HourlyAmount, String> {
    let value = amount(text, Kind::Hourly, currency, "0.75")?;
    made_amount(value, currency, HourlyAmount::new)
}

/// Reads a raise in dollars a year: `1,500`, `+$1,500 a year`.
///
/// # Errors
/// Words that say what is wrong.
pub fn per_year(text: &str, currency: &Currency) -> Result<YearlyAmount, String> {
    let value = amount(text, Kind::Pay, currency, "1,500")?;
    made_amount(value, currency, YearlyAmount::new)
}

/// Reads dollars that are paid once, or on each of their dates: `$1,500`, not `$1,500 a year`.
///
/// # Errors
/// Words that say what is wrong.
pub fn sum(text: &str, currency: &Currency) -> Result<Money, String> {
    let value = amount(text, Kind::Sum, currency, "1,500")?;
    made_amount(value, currency, Money::new)
}

/// Reads dollars for each paid hour: `0.75`, `$1.25 an hour`.
///
/// # Errors
/// Words that say what is wrong.
pub fn per_paid_hour(text: &str, currency: &Currency) -> Result<Money, String> {
    let value = amount(text, Kind::Hourly, currency, "0.75")?;
    made_amount(value, currency, Money::new)
}

/// Reads a rate of what rates are paid in: `24`, `$24.00 an hour`; where they are salaries `68,000`,
/// `$68k a year`. Another time than theirs is refused, because hours would have to be assumed.
///
/// # Errors
/// Words that say what is wrong.
pub fn rate(text: &str, paid: PaidIn<'_>) -> Result<HourlyRate, String> {
    let value = amount(text, per(paid.unit).kind(), paid.currency, usual(paid.unit))?;
    made_amount(value, paid.currency, HourlyRate::new)
}

/// What a rate is per, as people write it.
#[must_use]
pub fn per(unit: RateUnit) -> Per {
    match unit {
        RateUnit::Hour => Per::Hour,
        RateUnit::Month => Per::Month,
        RateUnit::Year => Per::Year,
    }
}

/// The digits of a rate nobody would wonder at, as an example of how one is written.
#[must_use]
pub fn usual(unit: RateUnit) -> &'static str {
    match unit {
        RateUnit::Hour => "24.00",
        RateUnit::Month => "4,500",
        RateUnit::Year => "68,000",
    }
}

/// Reads a number of employees: `62,000`, `62.000`, `62 000`, `62k`.
///
/// # Errors
/// Words that say what is wrong.
pub fn headcount(text: &str) -> Result<u64, String> {
    let wanted = Wanted {
        what: "number of employees",
        such_as: "62,000",
    };
    let value = number(text, Kind::Headcount, wanted)?;
    if value.normalize().scale() > 0 {
        return Err(format!(
            "{} is no whole number of employees",
            words::minus(&value.to_string())
        ));
    }
    let digits = value.trunc().normalize().to_string();
    <u64 as crate::units::digits::FromDigits>::from_digits(&digits)
        .map_err(|error| error.to_string())
}

/// Reads full-time equivalents: `61,500.25`, `0.8`.
///
/// # Errors
/// Words that say what is wrong.
pub fn fte(text: &str) -> Result<Fte, String> {
    let wanted = Wanted {
        what: "number of full-time equivalents",
        such_as: "61,500",
    };
    made(number(text, Kind::Fte, wanted)?, Fte::new)
}

/// Reads employees where heads and full-time equivalents are the same: as a headcount where the
/// number is whole, so that `62.000` is 62,000, else as full-time equivalents.
///
/// # Errors
/// Words that say what is wrong.
pub fn employees(text: &str) -> Result<Fte, String> {
    match headcount(text) {
        Ok(heads) => made(Decimal::from(heads), Fte::new),
        Err(_) => fte(text),
    }
}

/// Reads paid hours a year for 1.0 FTE: `2,080`.
///
/// # Errors
/// Words that say what is wrong.
pub fn hours(text: &str) -> Result<HoursPerYear, String> {
    let wanted = Wanted {
        what: "number of hours",
        such_as: "2,080",
    };
    made(number(text, Kind::Hours, wanted)?, HoursPerYear::new)
}

/// Reads a value of a price index: `324.80`, `324,80`.
///
/// # Errors
/// Words that say what is wrong.
pub fn index(text: &str) -> Result<IndexValue, String> {
    let wanted = Wanted {
        what: "value of an index",
        such_as: "324.80",
    };
    made(number(text, Kind::Index, wanted)?, IndexValue::new)
}

fn number(text: &str, kind: Kind, wanted: Wanted<'_>) -> Result<Decimal, String> {
    reading::number(text, kind).map_err(|refusal| refused::words(&refusal, text, wanted))
}

/// An amount with the sign of `currency`, its code, its name or none.
fn amount(text: &str, kind: Kind, currency: &Currency, example: &str) -> Result<Decimal, String> {
    let wanted = Wanted {
        what: "amount",
        such_as: &currency.example(example),
    };
    reading::number_in(text, kind, currency)
        .map_err(|refusal| refused::words(&refusal, text, wanted))
}

/// A value of a quantity; what is out of its range is said as the window writes numbers.
fn made<T>(value: Decimal, make: impl Fn(Decimal) -> Result<T, DecimalError>) -> Result<T, String> {
    make(value).map_err(|error| match error {
        DecimalError::OutOfRange {
            what,
            low,
            high,
            unit,
            ..
        } => format!(
            "{} is outside what a {what} can be: {} to {}{unit}",
            words::minus(&value.normalize().to_string()),
            count(low),
            count(high)
        ),
        other => other.to_string(),
    })
}

/// The same of an amount: its bounds are said as amounts are.
fn made_amount<T>(
    value: Decimal,
    currency: &Currency,
    make: impl Fn(Decimal) -> Result<T, DecimalError>,
) -> Result<T, String> {
    make(value).map_err(|error| match error {
        DecimalError::OutOfRange {
            what, low, high, ..
        } => format!(
            "{} is outside what a {what} can be: {} to {}",
            currency.rate(value),
            currency.whole(low),
            currency.whole(high)
        ),
        other => other.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_every_form_people_type() {
        for text in [
            "2027-10-01",
            "10/1/27",
            "10/1/2027",
            "Oct 1, 2027",
            "October 1 2027",
            "1 Oct 2027",
            "Oct. 1st, 2027",
            "10/01/27",
        ] {
            assert_eq!(date(text).unwrap().to_string(), "2027-10-01", "{text}");
        }
        for text in [
            "",
            "10/1",
            "2/30/2027",
            "13/1/2027",
            "Foo 1 2027",
            "1/1/1",
            "10/1/27/3",
        ] {
            assert!(date(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_scenario_s_own_sign_is_its_unit_and_the_dollar_a_foreign_one() {
        let pounds = Currency {
            symbol: "\u{a3}".to_owned(),
            code: "GBP".to_owned(),
        };
        let read = |text: &str| money(text, &pounds).map(|value| value.get().to_string());
        assert_eq!(read("\u{a3}1,500"), Ok("1500".to_owned()));
        assert_eq!(read("1,500 GBP"), Ok("1500".to_owned()));
        assert_eq!(read("1,500"), Ok("1500".to_owned()));
        assert_eq!(
            read("$1,500").unwrap_err(),
            "\u{201c}$\u{201d} is another currency than this case\u{2019}s, and nothing here is converted; write it as \u{a3}1,500"
        );
        assert!(read("\u{20ac}1,500").is_err());
        assert!(money("\u{a3}1,500", Currency::us_dollar()).is_err());
    }

    #[test]
    fn percents_in_every_form_people_type() {
        let read = |text: &str| percent(text).unwrap().get().to_string();
        assert_eq!(read("6.5"), "6.5");
        assert_eq!(read("6.50 %"), "6.50");
        assert_eq!(read("6.5 percent"), "6.5");
        assert_eq!(read("=21.5/4"), "5.375");
        assert_eq!(read("=10/3"), "3.333333");
        assert_eq!(read("6,5"), "6.5");
        assert_eq!(read("=3+2*2-1"), "6");
        assert_eq!(read("=-3+5"), "2");
        assert_eq!(read("\u{2212}2%"), "-2");
        for text in ["", "%", "six", "101", "-51", "=1/0", "=", "6,500"] {
            assert!(percent(text).is_err(), "{text}");
        }
    }
}
