//! The scenario's rules, told to the person who is about to break one.

use crate::scenario::{Fault, Scenario, Severity, validate};
use crate::units::HouseStyle;

/// What a change would make wrong that wasn't wrong before, in words.
#[must_use]
pub fn newly_broken(before: &Scenario, after: &Scenario) -> Option<String> {
    let errors = |scenario: &Scenario| -> Vec<Fault> {
        validate(scenario)
            .into_iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| finding.fault)
            .collect()
    };
    let now = errors(after);
    if now.is_empty() {
        return None;
    }
    let then = errors(before);
    now.into_iter()
        .find(|fault| !then.contains(fault))
        .map(|fault| fault.in_words(HouseStyle::Print))
}
