//! The scenario's rules, told to the person who is about to break one.

use crate::scenario::{Scenario, Severity, validate};
use crate::units::Date;

use super::words;

/// What a change would make wrong that wasn't wrong before, in words.
#[must_use]
pub fn newly_broken(before: &Scenario, after: &Scenario) -> Option<String> {
    let errors = |scenario: &Scenario| -> Vec<String> {
        validate(scenario)
            .into_iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| finding.message)
            .collect()
    };
    let now = errors(after);
    if now.is_empty() {
        return None;
    }
    let then = errors(before);
    now.into_iter()
        .find(|message| !then.contains(message))
        .map(|message| as_people_write(&message))
}

/// A finding in the manner of the window: `Oct 1, 2025` for `2025-10-01`, `5%` for `5 %`.
fn as_people_write(message: &str) -> String {
    let mut out = String::with_capacity(message.len());
    let mut rest = message;
    while let Some(next) = rest.chars().next() {
        let date = rest.get(..10).and_then(|text| Date::parse(text).ok());
        if let Some(date) = date {
            out.push_str(&words::date(date));
            rest = rest.get(10..).unwrap_or("");
        } else {
            out.push(next);
            rest = rest.get(next.len_utf8()..).unwrap_or("");
        }
    }
    out.replace(" %", "%").replace('\'', "\u{2019}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_told_with_dates_as_people_write_them() {
        assert_eq!(
            as_people_write("the raise of 2030-01-01 lies outside \u{2212}50 % to 100 %"),
            "the raise of Jan 1, 2030 lies outside \u{2212}50% to 100%"
        );
        assert_eq!(
            as_people_write("\u{201c}2030\u{201d}"),
            "\u{201c}2030\u{201d}"
        );
    }
}
