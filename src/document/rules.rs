//! The scenario's rules, told to the person who is about to break one.

use crate::scenario::{Scenario, Severity, validate};

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
        .map(|message| words::set_as_in_the_window(&message))
}
