//! Names that clauses pick employees by, kept in step with the groups they name.

use std::collections::HashMap;

use crate::scenario::{ClauseTerms, Group, Scenario, Scope, ScopeKey};

/// Gives what names a group, market, unit or job its new name, where all who had the old one have the same
/// new one. `before` and `after` are the same groups in the same order.
pub(super) fn follow(scenario: &mut Scenario, before: &[Group], after: &[Group]) {
    for key in [
        ScopeKey::Group,
        ScopeKey::Market,
        ScopeKey::Unit,
        ScopeKey::Job,
    ] {
        for (old, new) in renamed(key, before, after) {
            rename(scenario, key, &old, &new);
        }
    }
}

/// Old names that nobody has any more, each with the one name its groups have now.
fn renamed(key: ScopeKey, before: &[Group], after: &[Group]) -> Vec<(String, String)> {
    let mut moved: HashMap<&str, Option<&str>> = HashMap::new();
    for (old, new) in before.iter().zip(after) {
        let (Some(old), new) = (old.name_under(key), new.name_under(key)) else {
            continue;
        };
        if new == Some(old) {
            continue;
        }
        let to = moved.entry(old).or_insert(new);
        if *to != new {
            *to = None;
        }
    }
    if moved.is_empty() {
        return Vec::new();
    }
    for group in after {
        if let Some(name) = group.name_under(key) {
            moved.remove(name);
        }
    }
    let had = |name: &str| {
        before
            .iter()
            .any(|group| group.name_under(key) == Some(name))
    };
    let to_new = moved.into_iter().filter_map(|(old, new)| {
        let new = new.filter(|new| !had(new))?;
        Some((old.to_owned(), new.to_owned()))
    });
    to_new.collect()
}

/// Gives a name another one wherever a clause or the employee looked at names it.
pub(super) fn rename(scenario: &mut Scenario, key: ScopeKey, old: &str, new: &str) {
    let offers = scenario.offers.iter_mut();
    let clauses = offers.flat_map(|offer| offer.clauses.iter_mut());
    for clause in clauses.chain(scenario.baseline.iter_mut()) {
        rename_in(&mut clause.scope, key, old, new);
        match &mut clause.terms {
            ClauseTerms::MinimumRate { by_market, .. } if key == ScopeKey::Market => {
                for minimum in by_market {
                    if minimum.market == old {
                        new.clone_into(&mut minimum.market);
                    }
                }
            }
            ClauseTerms::EquityPool { payroll_of, .. } => rename_in(payroll_of, key, old, new),
            _ => {}
        }
    }
    if key == ScopeKey::Group && scenario.employee.group.as_deref() == Some(old) {
        scenario.employee.group = Some(new.to_owned());
    }
}

fn rename_in(scope: &mut Scope, key: ScopeKey, old: &str, new: &str) {
    for name in scope.under_mut(key) {
        if name == old {
            new.clone_into(name);
        }
    }
}
