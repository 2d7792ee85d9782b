//! Typed values: dates and percents as people write them.

use rust_decimal::Decimal;

use super::command::raise_range;
use super::words;
use crate::units::decimal::{parse_exact, round};
use crate::units::{Date, Percent};

/// Reads a date: `2027-10-01`, `10/1/27`, `10/1/2027`, `Oct 1, 2027`, `October 1 2027`,
/// `1 October 2027`. Month first where only digits are given, as in the United States.
///
/// # Errors
/// Words that say what is wrong.
pub fn date(text: &str) -> Result<Date, String> {
    let text = text.trim();
    if text.is_empty() {
        return Err("a date is missing; write it as 10/1/2027".to_owned());
    }
    let unreadable = || format!("\u{201c}{text}\u{201d} is no date; write it as 10/1/2027");
    let parts: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | '-' | '.' | ','))
        .filter(|part| !part.is_empty())
        .collect();
    let [one, two, three] = parts.as_slice() else {
        return Err(unreadable());
    };
    let number = |part: &str| -> Option<i16> {
        let part = part.trim_end_matches("st").trim_end_matches("nd");
        let part = part.trim_end_matches("rd").trim_end_matches("th");
        let digits =
            !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    };
    let (year, month, day) = if one.len() == 4 && number(one).is_some() {
        (number(one), number(two), number(three))
    } else if let Some(month) = month_named(one) {
        (year_of(three, number), Some(month), number(two))
    } else if let Some(month) = month_named(two) {
        (year_of(three, number), Some(month), number(one))
    } else {
        (year_of(three, number), number(one), number(two))
    };
    let (Some(year), Some(month), Some(day)) = (year, month, day) else {
        return Err(unreadable());
    };
    let small = |value: i16| i8::try_from(value).map_err(|_| unreadable());
    Date::new(year, small(month)?, small(day)?).map_err(|error| error.to_string())
}

/// Two digits are of this century.
fn year_of(part: &str, number: impl Fn(&str) -> Option<i16>) -> Option<i16> {
    let value = number(part)?;
    match part.len() {
        2 => Some(2000 + value),
        4 => Some(value),
        _ => None,
    }
}

fn month_named(part: &str) -> Option<i16> {
    let lower = part.to_ascii_lowercase();
    if lower.len() < 3 || !lower.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let full = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let place = full
        .iter()
        .position(|name| name.starts_with(&lower) || (lower == "sept" && *name == "september"))?;
    i16::try_from(place + 1).ok()
}

/// Reads a percent: `6.5`, `6.5%`, `6.5 %`, `6.5 percent`, `=21.5/4` (rounded to 0.01). From −50
/// to 100.
///
/// # Errors
/// Words that say what is wrong.
pub fn percent(text: &str) -> Result<Percent, String> {
    let value = percent_digits(text)?;
    let (low, high) = raise_range();
    if !(low..=high).contains(&value) {
        return Err(format!(
            "{} is outside what a raise can be: \u{2212}50% to 100%",
            words::percent(value)
        ));
    }
    Percent::new(value).map_err(|error| error.to_string())
}

/// The number of a percent as typed, whatever it is of.
pub(super) fn percent_digits(text: &str) -> Result<Decimal, String> {
    let text = text.trim();
    let plain = text.replace('\u{2212}', "-");
    if let Some(formula) = plain.strip_prefix('=') {
        return Ok(round(formula_value(formula)?, 2).normalize());
    }
    let digits = plain
        .trim_end_matches("percent")
        .trim_end_matches("pct")
        .trim_end_matches('%')
        .trim();
    if digits.is_empty() {
        return Err("a percent is missing; write it as 6.5%".to_owned());
    }
    parse_exact(digits)
        .map_err(|_| format!("\u{201c}{text}\u{201d} is no percent; write it as 6.5%"))
}

/// The value of sums, differences, products and quotients, from left to right by rank.
fn formula_value(formula: &str) -> Result<Decimal, String> {
    let wrong =
        || format!("\u{201c}={formula}\u{201d} can\u{2019}t be worked out; write it as =21.5/4");
    let clean: String = formula
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '%')
        .collect();
    let mut sum = Decimal::ZERO;
    let mut term: Option<Decimal> = None;
    let (mut sign, mut times) = (Decimal::ONE, '*');
    let mut rest = clean.as_str();
    loop {
        let end = rest
            .char_indices()
            .find(|(at, c)| matches!(c, '*' | '/' | '+') || (*c == '-' && *at > 0))
            .map_or(rest.len(), |(at, _)| at);
        let (digits, after) = rest.split_at(end);
        let value = parse_exact(digits).map_err(|_| wrong())?;
        term = match (term, times) {
            (None, _) => Some(value),
            (Some(term), '/') => term.checked_div(value),
            (Some(term), _) => term.checked_mul(value),
        };
        let Some(done) = term else {
            return Err(wrong());
        };
        let operator = after.chars().next();
        rest = after.get(1..).unwrap_or("");
        match operator {
            Some(next @ ('*' | '/')) => times = next,
            _ => {
                let signed = done.checked_mul(sign).ok_or_else(wrong)?;
                sum = sum.checked_add(signed).ok_or_else(wrong)?;
                term = None;
                sign = if operator == Some('-') {
                    Decimal::NEGATIVE_ONE
                } else {
                    Decimal::ONE
                };
            }
        }
        if operator.is_none() {
            return Ok(sum);
        }
    }
}

/// Reads dollars or a count: `$132,923.08`, `62,000`.
///
/// # Errors
/// Words that say what is wrong.
pub fn amount(text: &str) -> Result<Decimal, String> {
    let digits: String = text
        .chars()
        .filter(|c| !matches!(c, '$' | ',' | ' '))
        .collect();
    parse_exact(&digits).map_err(|error| error.to_string())
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
            "10-1-2027",
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
    fn percents_in_every_form_people_type() {
        let read = |text: &str| percent(text).unwrap().get().to_string();
        assert_eq!(read("6.5"), "6.5");
        assert_eq!(read("6.50 %"), "6.50");
        assert_eq!(read("6.5 percent"), "6.5");
        assert_eq!(read("=21.5/4"), "5.38");
        assert_eq!(read("=3+2*2-1"), "6");
        assert_eq!(read("=-3+5"), "2");
        assert_eq!(read("\u{2212}2%"), "-2");
        for text in ["", "%", "six", "101", "-51", "=1/0", "=", "6,5"] {
            assert!(percent(text).is_err(), "{text}");
        }
    }
}
