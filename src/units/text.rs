//! The one formatter: figures as text, rounded half away from zero.

use rust_decimal::Decimal;

use super::Date;
use super::decimal::round;

/// Dollars to the cent, plain digits: `-12.50`. For files and other programs.
#[must_use]
pub fn cents(value: Decimal) -> String {
    fixed(value, 2)
}

/// A percent to six decimals, plain digits. For files and other programs.
#[must_use]
pub fn percent_six(value: Decimal) -> String {
    fixed(value, 6)
}

/// Plain digits with exactly `places` decimals; zero never carries a sign.
#[must_use]
pub fn fixed(value: Decimal, places: u32) -> String {
    let mut rounded = round(value, places);
    if rounded.is_zero() {
        rounded.set_sign_positive(true);
    }
    // Not by a precision in the format: that panics where digits and decimals are more than 31.
    let mut digits = rounded.to_string();
    let decimals = digits.find('.').map_or(0, |at| digits.len() - at - 1);
    let missing = (places as usize).saturating_sub(decimals);
    if decimals == 0 && missing > 0 {
        digits.push('.');
    }
    digits.extend(std::iter::repeat_n('0', missing));
    digits
}

/// Plain digits without trailing zeros.
#[must_use]
pub fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}

/// Dollars to the cent for people: `$5,239,246,824.94`, `−$12.50`.
#[must_use]
pub fn dollars(value: Decimal) -> String {
    signed_dollars(&fixed(value, 2), "")
}

/// Dollars in at most five figures for people: `$963.8M`, `$5.24B`, `$15,545`.
#[must_use]
pub fn dollars_short(value: Decimal) -> String {
    let size = value.abs();
    let (unit, name, places) = if size >= Decimal::from(999_500_000) {
        (1_000_000_000_i64, "B", 2)
    } else if size >= Decimal::from(99_950_000) {
        (1_000_000, "M", 1)
    } else if size >= Decimal::from(999_500) {
        (1_000_000, "M", 2)
    } else {
        (1, "", 0)
    };
    // A power of ten divides every decimal.
    let scaled = value
        .checked_div(Decimal::from(unit))
        .unwrap_or(Decimal::ZERO);
    signed_dollars(&fixed(scaled, places), name)
}

/// An amount somebody gave, as short as it is without losing a cent of it: `$1.85M`, `$750`, `$0.35`,
/// `$1,234.50`. What is computed may be rounded for a narrow place; what stands in an offer may not.
#[must_use]
pub fn dollars_given(value: Decimal) -> String {
    for (unit, name) in [(1_000_000_000_i64, "B"), (1_000_000, "M")] {
        let unit = Decimal::from(unit);
        let scaled = value.checked_div(unit).map(|scaled| scaled.normalize());
        if let Some(scaled) = scaled
            && value.abs() >= unit
            && scaled.scale() <= 2
            && scaled.checked_mul(unit) == Some(value)
        {
            return signed_dollars(&fixed(scaled, scaled.scale()), name);
        }
    }
    if value.normalize().scale() == 0 {
        return signed_dollars(&fixed(value, 0), "");
    }
    rate(value)
}

/// Dollars for a narrow place: `$590M`, `$56.1M`, `$5.24B`, `$15,545`.
#[must_use]
pub fn dollars_brief(value: Decimal) -> String {
    let size = value.abs();
    if size < Decimal::from(9_950_000) || size >= Decimal::from(999_500_000) {
        return dollars_short(value);
    }
    // A power of ten divides every decimal.
    let millions = value
        .checked_div(Decimal::from(1_000_000))
        .unwrap_or(Decimal::ZERO);
    let places = u32::from(size < Decimal::from(99_500_000));
    signed_dollars(&fixed(millions, places), "M")
}

/// A percent for people, at most `places` decimals and no trailing zeros: `21.5 %`.
#[must_use]
pub fn percent(value: Decimal, places: u32) -> String {
    format!("{} %", at_most(value, places))
}

/// The same set close, as in tables and charts: `21.5%`.
#[must_use]
pub fn percent_at_most(value: Decimal, places: u32) -> String {
    format!("{}%", at_most(value, places))
}

/// At most `places` decimals and no trailing zeros, with a true minus sign: `−21.5`.
#[must_use]
pub fn at_most(value: Decimal, places: u32) -> String {
    minus(&round(value, places).normalize().to_string())
}

/// A percent set close, as in tables and charts: `6.5%`, at most six decimals, as many as it has.
#[must_use]
pub fn percent_close(value: Decimal) -> String {
    percent_at_most(value, 6)
}

/// A sentence as somebody wrote it, set so that no line ends between a number and its percent sign.
#[must_use]
pub fn unbroken(sentence: &str) -> String {
    sentence.replace(" %", "\u{a0}%")
}

/// `23.34%`: exactly two decimals.
#[must_use]
pub fn percent_two(value: Decimal) -> String {
    percent_fixed(value, 2)
}

/// `21.0%`: exactly so many decimals.
#[must_use]
pub fn percent_fixed(value: Decimal, places: u32) -> String {
    format!("{}%", minus(&fixed(value, places)))
}

/// `3.50`: a difference of two percents, in points.
#[must_use]
pub fn points(value: Decimal) -> String {
    minus(&fixed(value, 2))
}

/// Points with their unit, at most two decimals: `3.5 points`, `1 point`.
#[must_use]
pub fn points_in_words(value: Decimal) -> String {
    let rounded = round(value, 2).normalize();
    let unit = if rounded.abs() == Decimal::ONE {
        "point"
    } else {
        "points"
    };
    format!("{} {unit}", minus(&rounded.to_string()))
}

/// A true minus sign in place of a hyphen.
#[must_use]
pub fn minus(digits: &str) -> String {
    digits.replace('-', "\u{2212}")
}

/// Brief dollars with a plus sign where more: `+$590M`.
#[must_use]
pub fn dollars_signed(value: Decimal) -> String {
    signed(value, dollars_brief(value))
}

/// Short dollars with a plus sign where more: `+$963.8M`.
#[must_use]
pub fn dollars_short_signed(value: Decimal) -> String {
    signed(value, dollars_short(value))
}

fn signed(value: Decimal, words: String) -> String {
    if value > Decimal::ZERO && words != "$0" {
        format!("+{words}")
    } else {
        words
    }
}

/// The unit all dollars of one axis are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DollarUnit {
    /// `$5,000`.
    One,
    /// `$5M`.
    Million,
    /// `$5B`.
    Billion,
}

impl DollarUnit {
    /// How many dollars it is.
    #[must_use]
    pub fn dollars(self) -> Decimal {
        match self {
            Self::One => Decimal::ONE,
            Self::Million => Decimal::from(1_000_000),
            Self::Billion => Decimal::from(1_000_000_000),
        }
    }
}

/// Dollars on an axis, all in one unit with the same decimals: `$0`, `$2.5B`, `−$500M`.
#[must_use]
pub fn dollars_in(value: Decimal, unit: DollarUnit, places: u32) -> String {
    let (name, scaled) = match unit {
        _ if value.is_zero() => return "$0".to_owned(),
        DollarUnit::One => ("", Some(value)),
        DollarUnit::Million => ("M", value.checked_div(unit.dollars())),
        DollarUnit::Billion => ("B", value.checked_div(unit.dollars())),
    };
    signed_dollars(&fixed(scaled.unwrap_or(value), places), name)
}

/// A rate or an amount per hour for people: to the cent, or as fine as it is.
#[must_use]
pub fn rate(value: Decimal) -> String {
    signed_dollars(&fixed(value, rate_places(value)), "")
}

/// The digits of a rate, without the dollar sign: `1,021.95`.
#[must_use]
pub fn rate_digits(value: Decimal) -> String {
    minus(&grouped(&fixed(value, rate_places(value))))
}

fn rate_places(value: Decimal) -> u32 {
    value.normalize().scale().max(2)
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The short name of a month, 1 to 12; nothing for any other number.
#[must_use]
pub fn month(number: i8) -> &'static str {
    number
        .checked_sub(1)
        .and_then(|before| usize::try_from(before).ok())
        .and_then(|at| MONTHS.get(at))
        .copied()
        .unwrap_or("")
}

/// A date for people: `Oct 1, 2025`.
#[must_use]
pub fn day(date: Date) -> String {
    format!("{} {}, {}", month(date.month()), date.day(), date.year())
}

/// A day where the year is plain: `Oct 6`.
#[must_use]
pub fn day_of_month(date: Date) -> String {
    format!("{} {}", month(date.month()), date.day())
}

/// `Oct 2025`.
#[must_use]
pub fn month_year(date: Date) -> String {
    format!("{} {}", month(date.month()), date.year())
}

/// A band of dollars, such as `$20–25`.
#[must_use]
pub fn dollar_band(low: Decimal, high: Decimal) -> String {
    format!("${}\u{2013}{}", count(low), count(high))
}

/// A whole or decimal count with thousands separated: `62,000`.
#[must_use]
pub fn count(value: Decimal) -> String {
    minus(&grouped(&plain(value)))
}

/// Dollars with the decimals they are written with: `$1,440`, `$0.50`.
#[must_use]
pub fn dollars_as_written(value: Decimal) -> String {
    signed_dollars(&value.to_string(), "")
}

/// A number with the decimals it is written with, thousands separated: `61,000`, `18.50`.
#[must_use]
pub fn count_as_written(value: Decimal) -> String {
    minus(&grouped(&value.to_string()))
}

fn signed_dollars(digits: &str, unit: &str) -> String {
    match digits.strip_prefix('-') {
        Some(size) => format!("\u{2212}${}{unit}", grouped(size)),
        None => format!("${}{unit}", grouped(digits)),
    }
}

/// Separates thousands in plain digits; a sign and decimals stay as they are.
fn grouped(digits: &str) -> String {
    let (whole, rest) = digits
        .find('.')
        .map_or((digits, ""), |at| digits.split_at(at));
    let (sign, whole) = whole
        .strip_prefix('-')
        .map_or(("", whole), |size| ("-", size));
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    out.push_str(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests;
