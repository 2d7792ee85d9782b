//! Whom a figure speaks of: groups too small to be shown are not named in one.

use std::collections::HashSet;

use super::names::{cut, one_line};
use crate::scenario::{Employee, Scenario, Scope};

/// A group below so many employees is never shown by itself: its figures would be a person's.
pub const SMALL_GROUP: u64 = 10;

/// The scenario with the average employee in place of one whose group is too small to be shown,
/// and whether that was so.
#[must_use]
pub fn without_small_groups(scenario: &Scenario) -> (Scenario, bool) {
    let mut shown = scenario.clone();
    let small = scenario
        .employee
        .group
        .as_ref()
        .is_some_and(|name| is_small(scenario, std::slice::from_ref(name)));
    if small {
        shown.employee = Employee::default();
    }
    (shown, small)
}

/// Whether groups of these names hold fewer employees together than may be shown. A headcount
/// nobody knows may be small.
fn is_small(scenario: &Scenario, names: &[String]) -> bool {
    let Some(groups) = scenario.workforce.groups() else {
        // A table that isn't read may hold a small one.
        return scenario.workforce.people.is_unread();
    };
    let names: HashSet<&str> = names.iter().map(String::as_str).collect();
    let mut heads = 0_u64;
    for group in groups
        .iter()
        .filter(|group| names.contains(group.name.as_str()))
    {
        match group.headcount.get() {
            Some(count) => heads = heads.saturating_add(count),
            None => return true,
        }
    }
    heads < SMALL_GROUP
}

/// Whom a clause applies to, in words, or nothing for everyone. A small group stays unnamed.
pub fn scope_in_words(scenario: &Scenario, scope: &Scope) -> Option<String> {
    if scope.is_everyone() {
        return None;
    }
    if !scope.group.is_empty() && is_small(scenario, &scope.group) {
        return Some(format!("a group of fewer than {SMALL_GROUP}"));
    }
    Some(match cut(&one_line(&scope.describe()), 60).as_str() {
        "" => "some".to_owned(),
        words => words.to_owned(),
    })
}

/// A group's name where it may be shown.
pub fn group_name(scenario: &Scenario, name: &str) -> Option<String> {
    let small = is_small(scenario, std::slice::from_ref(&name.to_owned()));
    let name = cut(&one_line(name), 40);
    (!small && !name.is_empty()).then_some(name)
}
