//! Rules of scopes: every name is known, and some group matches all keys.

use super::names::Names;
use super::{FieldPath, Findings, Severity, people};
use crate::scenario::fault::{ClauseFault, NameFault};
use crate::scenario::{Scenario, Scope, ScopeKey};

/// Checks a scope of a clause that is counted, or left out: that one may name what the workforce doesn't
/// have, which is only remarked upon.
pub(super) fn check(
    scenario: &Scenario,
    names: &Names<'_>,
    scope: &Scope,
    counted: bool,
    place: &FieldPath,
    found: &mut Findings,
) {
    if scope.is_everyone() || scenario.workforce.people.is_unread() {
        return;
    }
    if people::is_summary(scenario) {
        if counted {
            found.warning(place.clone(), ClauseFault::ScopeOfASummary(scope.clone()));
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
        let nobody = ClauseFault::NobodyMatches(scope.clone());
        found.push(severity, place.clone(), nobody.into());
    }
}

/// Says that no group has a name under a key.
pub(super) fn unknown_name(
    names: &Names<'_>,
    key: ScopeKey,
    name: &str,
    severity: Severity,
    place: FieldPath,
    found: &mut Findings,
) {
    let unknown = NameFault::UnknownUnder {
        key,
        written: name.to_owned(),
        known: names.under(key).known(name, found),
    };
    found.push(severity, place, unknown.into());
}
