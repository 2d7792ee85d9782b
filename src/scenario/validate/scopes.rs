//! Rules of scopes: every name is known, and some group matches all keys.

use super::names::Names;
use super::{Findings, Place, Severity, people};
use crate::scenario::{Scenario, Scope, ScopeKey};

/// Checks a scope of a clause that is counted, or left out: that one may name what the workforce doesn't
/// have, which is only remarked upon.
pub(super) fn check(
    scenario: &Scenario,
    names: &Names<'_>,
    scope: &Scope,
    counted: bool,
    place: &Place,
    found: &mut Findings,
) {
    if scope.is_everyone() || scenario.workforce.people.is_unread() {
        return;
    }
    if people::is_summary(scenario) {
        if counted {
            let message = format!(
                "the workforce is a summary, which has no groups, so nobody can be picked out as \
                 {}: what depends on this clause is not costed; give groups, leave the clause out \
                 with counted: false, or leave the scope out to mean everyone",
                scope.describe()
            );
            found.warning(place.clone(), message);
        }
        return;
    }
    let severity = if counted {
        Severity::Error
    } else {
        Severity::Warning
    };
    let mut all_known = true;
    for (key, asked) in scope.keys() {
        for (at, name) in asked.iter().enumerate() {
            if !names.under(key).has(name) {
                all_known = false;
                let place = place.field(key.name()).index(at);
                unknown_name(names, key, name, severity, place, found);
            }
        }
    }
    if all_known && !names.someone_in(scope, found) {
        let message = format!(
            "each name is known, but no group matches all of them together: {}; remove a key, \
             or correct the groups",
            scope.describe()
        );
        found.push(severity, place.clone(), message);
    }
}

/// Says that no group has a name under a key.
pub(super) fn unknown_name(
    names: &Names<'_>,
    key: ScopeKey,
    name: &str,
    severity: Severity,
    place: Place,
    found: &mut Findings,
) {
    let what = format!("{} names are", key.name());
    let advice = names.under(key).advice(name, &what, found);
    let message = format!("no group has the {} \"{name}\"; {advice}", key.name());
    found.push(severity, place, message);
}
