//! Amounts as people type them: dollars, dollars an hour, percents of other things than raises,
//! times of day.

use super::entry;
use crate::scenario::PercentRange;
use crate::units::{Known, Percent};

pub use super::entry::{money, per_hour, per_paid_hour, per_year, rate, sum};

/// Reads a percent that is not of a raise, such as a discount rate: `4`, `4%`, `7.65 %`.
///
/// # Errors
/// Words that say what is wrong; outside the range too.
pub fn percent(text: &str, what: &str, range: PercentRange) -> Result<Percent, String> {
    let value = entry::percent_digits(text)?;
    if !range.contains(value) {
        let (low, high) = range.ends();
        let (low, high) = (super::words::percent(low), super::words::percent(high));
        let value = super::words::percent(value);
        return Err(format!(
            "{value} is outside what {what} can be: {low} to {high}"
        ));
    }
    Percent::new(value).map_err(|error| error.to_string())
}

/// Reads a value that may be unknown.
///
/// # Errors
/// As `read`.
pub fn or_unknown<T>(
    text: &str,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<Known<T>, String> {
    if text.trim().eq_ignore_ascii_case("unknown") {
        return Ok(Known::Unknown);
    }
    read(text).map(Known::Known)
}

/// Reads a time of day and keeps it as written: `14:32`, `2:30 PM`, `9 pm`; empty is none.
///
/// # Errors
/// Words that say what is wrong.
pub fn time(text: &str) -> Result<Option<String>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let lower = text.to_ascii_lowercase().replace('.', "");
    let (digits, half) = match lower.strip_suffix("am").or(lower.strip_suffix("pm")) {
        Some(digits) => (digits.trim(), true),
        None => (lower.as_str(), false),
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
        None if half => (digits, "00"),
        _ => ("", ""),
    };
    let number = |part: &str| {
        let plain = !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse::<u8>().ok()).flatten()
    };
    let right = match (number(hours), number(minutes)) {
        (Some(hours), Some(minutes)) => {
            minutes < 60
                && if half {
                    (1..=12).contains(&hours)
                } else {
                    hours < 24
                }
        }
        _ => false,
    };
    if right {
        Ok(Some(text.to_owned()))
    } else {
        Err(format!(
            "\u{201c}{text}\u{201d} is no time of day; write it as 2:30 PM or 14:30"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_every_form_people_type() {
        let usd = crate::units::Currency::us_dollar();
        let hourly = |text: &str| per_hour(text, usd).unwrap().get().to_string();
        assert_eq!(hourly("+$0.75 an hour"), "0.75");
        assert_eq!(hourly("\u{2212}$0.10"), "-0.10");
        assert_eq!(hourly("1.5/hr"), "1.5");
        let hour = crate::scenario::PaidIn::us_dollars(crate::scenario::RateUnit::Hour);
        assert_eq!(rate("$24.00", hour).unwrap().get().to_string(), "24.00");
        assert_eq!(money("$1,500", usd).unwrap().get().to_string(), "1500");
        assert!(
            rate("-1", hour).is_err() && rate("soon", hour).is_err() && money("", usd).is_err()
        );
        assert_eq!(
            or_unknown("Unknown", |text| money(text, usd)),
            Ok(Known::Unknown)
        );
    }

    #[test]
    fn percents_are_held_to_what_they_are_of() {
        let read = |text: &str| percent(text, "a discount rate", PercentRange { low: 0, high: 50 });
        assert_eq!(read("7.65 %").unwrap().get().to_string(), "7.65");
        assert_eq!(
            read("51").unwrap_err(),
            "51% is outside what a discount rate can be: 0% to 50%"
        );
        assert!(read("four").is_err());
    }

    #[test]
    fn times_of_day_stay_as_written() {
        for text in ["14:32", "2:30 PM", "9 pm", "12:00 a.m.", "0:05"] {
            assert_eq!(time(text).unwrap().as_deref(), Some(text));
        }
        for text in ["soon", "25:00", "13 pm", "9", "9:5", "9:60", "0 am"] {
            assert!(time(text).is_err(), "{text}");
        }
        assert_eq!(time(" ").unwrap(), None);
    }
}
