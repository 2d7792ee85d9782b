//! An import taken over into a scenario, and what it changes there.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::staged::{Changes, EmptyScope, Staged, UnitChange};
use crate::scenario::{
    Assumption, Clause, ClauseTerms, Group, Ladder, People, Scenario, Scope, ScopeKey, Subject,
    Totals, Workforce,
};
use crate::units::text::as_read;

impl Staged {
    /// The scenario with the workforce replaced; `scenario` stays as it is. Ladders stay as far as their scales
    /// are still there. Clauses in `leave_out` are left out of the figures, because nobody is in their scope.
    #[must_use]
    pub fn applied(&self, scenario: &Scenario, leave_out: &[EmptyScope]) -> Scenario {
        let mut next = scenario.clone();
        let is_there = |ladder: &&Ladder| {
            let known = |name: &String| self.scales.iter().any(|scale| scale.name == *name);
            ladder.scales.iter().all(known)
        };
        let ladders = scenario.workforce.ladders.iter().filter(is_there).cloned();
        next.workforce = Arc::new(Workforce {
            rates_as_of: self.rates_as_of,
            rate_unit: self.rate_unit,
            rounding: self.rounding,
            people: People::Groups(self.groups.clone()),
            scales: self.scales.clone(),
            ladders: ladders.collect(),
            note: scenario.workforce.note.clone(),
        });
        self::leave_out(&mut next, leave_out);
        // The employee looked at belonged to a group of the former workforce.
        let group = next.employee.group.as_ref();
        if group.is_some_and(|name| self.groups.iter().all(|own| own.name != *name)) {
            next.employee.group = None;
        }
        next.set_ledger(self.reconciliation.ledger.clone());
        next
    }
}

/// Leaves clauses out of the figures that nobody is in the scope of, and says why in each.
pub fn leave_out(scenario: &mut Scenario, clauses: &[EmptyScope]) {
    for empty in clauses {
        let all = match empty.offer {
            Some(offer) => scenario
                .offers
                .get_mut(offer)
                .map(|offer| &mut offer.clauses),
            None => Some(&mut scenario.baseline),
        };
        if let Some(clause) = all.and_then(|clauses| clauses.get_mut(empty.clause)) {
            clause.counted = false;
            let names: Vec<&str> = empty.names.iter().map(|(_, name)| name.as_str()).collect();
            clause.left_out_because = if names.is_empty() {
                "nobody on the payroll is in its scope".to_owned()
            } else {
                format!("nobody on the payroll is in {}", names.join(", "))
            };
        }
    }
}

/// Assumptions of a scenario that speak of what an import replaces: how many the employees are, how much they
/// work and earn. They stay as they were written, for the user to look over.
pub fn assumptions_to_look_over(scenario: &Scenario) -> impl Iterator<Item = &Assumption> {
    let replaced = [
        Subject::Headcount,
        Subject::FullTimeEquivalents,
        Subject::AveragePay,
    ];
    let speaks = move |one: &&Assumption| {
        one.ledger.is_none() && one.of.iter().any(|subject| replaced.contains(subject))
    };
    scenario.assumptions.iter().filter(speaks)
}

/// The counted clauses of a scenario that apply to nobody of its workforce, with the names that match nobody.
#[must_use]
pub fn empty_scopes(scenario: &Scenario) -> Vec<EmptyScope> {
    let workforce = &scenario.workforce;
    let Some(groups) = workforce.groups() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut look = |offer: Option<usize>, clauses: &[Clause]| {
        for (at, clause) in clauses.iter().enumerate().filter(|(_, one)| one.counted) {
            let mut names = missing(&clause.scope, workforce);
            names.extend(missing(&picked_by_terms(&clause.terms), workforce));
            if !names.is_empty() || !applies_to_any(&clause.scope, workforce, groups) {
                found.push(EmptyScope {
                    offer,
                    clause: at,
                    names,
                });
            }
        }
    };
    look(None, &scenario.baseline);
    for (at, offer) in scenario.offers.iter().enumerate() {
        look(Some(at), &offer.clauses);
    }
    found
}

/// The names a scope asks for that nobody of a workforce has, each with its key.
fn missing(scope: &Scope, workforce: &Workforce) -> Vec<(ScopeKey, String)> {
    let mut names = Vec::new();
    for (key, wanted) in scope.keys().filter(|(_, wanted)| !wanted.is_empty()) {
        let known = workforce.names_under(key);
        let gone = wanted.iter().filter(|name| !known.contains(&name.as_str()));
        names.extend(gone.map(|name| (key, name.clone())));
    }
    names
}

/// Whom a clause's terms name beside its scope: the markets of a minimum rate, those a pool is measured by.
fn picked_by_terms(terms: &ClauseTerms) -> Scope {
    match terms {
        ClauseTerms::MinimumRate { by_market, .. } => Scope {
            market: by_market.iter().map(|one| one.market.clone()).collect(),
            ..Scope::default()
        },
        ClauseTerms::EquityPool { payroll_of, .. } => payroll_of.clone(),
        _ => Scope::default(),
    }
}

fn applies_to_any(scope: &Scope, workforce: &Workforce, groups: &[Group]) -> bool {
    let asked = scope.asked(workforce);
    scope.is_everyone() || groups.iter().any(|group| asked.include(group))
}

/// What an import changes against the workforce the scenario has.
#[must_use]
pub fn changes(staged: &Staged, scenario: &Scenario) -> Changes {
    let before = &scenario.workforce;
    let Totals {
        headcount,
        fte,
        payroll,
        ..
    } = before.totals(scenario.hours);
    let mut units: BTreeMap<String, [Vec<&Group>; 2]> = BTreeMap::new();
    let next = staged.applied(scenario, &[]);
    let parts = [before, &next.workforce].map(|workforce| workforce.read_groups());
    for (part, groups) in parts.into_iter().enumerate() {
        for group in groups {
            let unit = group.unit.clone().unwrap_or_default();
            if let Some(own) = units.entry(unit).or_default().get_mut(part) {
                own.push(group);
            }
        }
    }
    let totals = |workforce: &Workforce, groups: Vec<&Group>| {
        workforce.totals_of(groups.into_iter(), scenario.hours)
    };
    let mut units: Vec<_> = units.into_iter().collect();
    units.sort_by_cached_key(|(unit, _)| (unit.is_empty(), as_read(unit)));
    let by_unit = units.into_iter().map(|(unit, [was, is])| UnitChange {
        unit,
        before: totals(before, was),
        now: totals(&next.workforce, is),
    });
    // A summary says nothing of units to compare with.
    let by_unit = before.groups().map_or_else(Vec::new, |_| by_unit.collect());
    let now = &staged.reconciliation;
    Changes {
        headcount: (headcount, now.employees),
        fte: (fte, now.fte),
        payroll: (payroll, now.payroll),
        by_unit,
    }
}
