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

/// The digits of a rate, without the sign of its money: `1,021.95`.
#[must_use]
pub fn rate_digits(value: Decimal) -> String {
    minus(&grouped(&fixed(value, rate_places(value))))
}

pub(super) fn rate_places(value: Decimal) -> u32 {
    value.normalize().scale().max(2)
}

/// The short names of the months, from January.
pub(crate) const MONTHS: [&str; 12] = [
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

/// A whole or decimal count with thousands separated: `62,000`.
#[must_use]
pub fn count(value: Decimal) -> String {
    minus(&grouped(&plain(value)))
}

/// A number of things by their name for one: `1 raise`, `5 raises`, `62,000 full-time equivalents`.
#[must_use]
pub fn counted(number: impl Into<Decimal>, what: &str) -> String {
    let number = number.into();
    let plural = if number == Decimal::ONE { "" } else { "s" };
    format!("{} {what}{plural}", count(number))
}

/// A number with the decimals it is written with, thousands separated: `61,000`, `18.50`.
#[must_use]
pub fn count_as_written(value: Decimal) -> String {
    minus(&grouped(&value.to_string()))
}

/// A name with only `kept` of its characters: what it begins with and, as names of offers often differ at
/// their end only, what it ends with. The whole where it is no longer.
#[must_use]
pub fn elided(name: &str, kept: usize) -> String {
    let count = name.chars().count();
    if count <= kept {
        return name.to_owned();
    }
    let tail = kept * 2 / 5;
    let start: String = name.chars().take(kept - tail).collect();
    let end: String = name.chars().skip(count - tail).collect();
    format!("{}\u{2026}{}", start.trim_end(), end.trim_start())
}

/// Separates thousands in plain digits; a sign and decimals stay as they are.
#[must_use]
pub fn grouped(digits: &str) -> String {
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

/// A name as people order names: in small letters, its numbers filled up so that 2 comes before 10.
#[must_use]
pub fn as_read(name: &str) -> String {
    let mut read = String::with_capacity(name.len() + 8);
    let mut digits = String::new();
    let end = |digits: &mut String, read: &mut String| {
        let missing = if digits.is_empty() {
            0
        } else {
            12_usize.saturating_sub(digits.len())
        };
        read.extend(std::iter::repeat_n('0', missing));
        read.push_str(digits);
        digits.clear();
    };
    for letter in name.chars().flat_map(char::to_lowercase) {
        if letter.is_ascii_digit() {
            digits.push(letter);
        } else {
            end(&mut digits, &mut read);
            read.push(letter);
        }
    }
    end(&mut digits, &mut read);
    read
}

#[cfg(test)]
mod tests;
