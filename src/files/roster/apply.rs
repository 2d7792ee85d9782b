//! An import taken over into a scenario, and what it changes there.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::profile::Ledger;
use super::staged::{Changes, EmptyScope, Staged};
use crate::scenario::{
    Assumption, Clause, Group, Ladder, People, Scenario, Scope, Standing, Subject, Workforce,
};
use crate::units::{Known, text};

/// What the assumption with the ledger's totals is about.
pub const LEDGER: &str = "payroll ledger";

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
        for empty in leave_out {
            let clauses = match empty.offer {
                Some(offer) => next.offers.get_mut(offer).map(|offer| &mut offer.clauses),
                None => Some(&mut next.baseline),
            };
            if let Some(clause) = clauses.and_then(|clauses| clauses.get_mut(empty.clause)) {
                clause.counted = false;
                let names: Vec<&str> = empty.names.iter().map(|(_, name)| name.as_str()).collect();
                clause.left_out_because = if names.is_empty() {
                    "nobody on the payroll is in its scope".to_owned()
                } else {
                    format!("nobody on the payroll is in {}", names.join(", "))
                };
            }
        }
        // The employee looked at belonged to a group of the former workforce.
        let group = next.employee.group.as_ref();
        if group.is_some_and(|name| self.groups.iter().all(|own| own.name != *name)) {
            next.employee.group = None;
        }
        next.assumptions.retain(|one| one.about != LEDGER);
        if let Some(ledger) = &self.reconciliation.ledger {
            next.assumptions.push(assumption(ledger));
        }
        next
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
        one.about != LEDGER && one.of.iter().any(|subject| replaced.contains(subject))
    };
    scenario.assumptions.iter().filter(speaks)
}

fn assumption(ledger: &Ledger) -> Assumption {
    let mut totals = Vec::new();
    if let Some(heads) = ledger.headcount {
        totals.push(format!("{} employees", text::count(heads.into())));
    }
    if let Some(fte) = ledger.fte {
        totals.push(format!("{} FTE", text::count(fte.get())));
    }
    if let Some(payroll) = ledger.payroll {
        totals.push(format!("{} a year", text::dollars(payroll.get())));
    }
    Assumption {
        about: LEDGER.to_owned(),
        of: vec![
            Subject::Headcount,
            Subject::FullTimeEquivalents,
            Subject::AveragePay,
        ],
        standing: Standing::Published,
        why: format!("{}: {}", ledger.source, totals.join(", ")),
        sources: Vec::new(),
    }
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
            let mut names = Vec::new();
            for (key, wanted) in clause.scope.keys() {
                if wanted.is_empty() {
                    continue;
                }
                let known = workforce.names_under(key);
                let missing = wanted.iter().filter(|name| !known.contains(&name.as_str()));
                names.extend(missing.map(|name| (key, name.clone())));
            }
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

fn applies_to_any(scope: &Scope, workforce: &Workforce, groups: &[Group]) -> bool {
    scope.is_everyone() || groups.iter().any(|group| scope.includes(group, workforce))
}

/// What an import changes against the workforce the scenario has.
#[must_use]
pub fn changes(staged: &Staged, scenario: &Scenario) -> Changes {
    let before = &scenario.workforce;
    let (headcount, fte, payroll) = totals(before, scenario);
    let mut by_unit: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    let unit = |group: &Group| group.unit.clone().unwrap_or_default();
    for group in before.groups().unwrap_or_default() {
        by_unit.entry(unit(group)).or_default().0 += group.headcount.get().unwrap_or(0);
    }
    if before.groups().is_some() {
        for group in &staged.groups {
            by_unit.entry(unit(group)).or_default().1 += group.headcount.get().unwrap_or(0);
        }
    }
    let now = &staged.reconciliation;
    Changes {
        headcount: (headcount, now.employees),
        fte: (fte, now.fte),
        payroll: (payroll, now.payroll),
        by_unit: by_unit
            .into_iter()
            .map(|(name, (before, now))| (name, before, now))
            .collect(),
    }
}

/// Headcount, FTE and payroll of a workforce; none where a part is unknown.
fn totals(
    workforce: &Workforce,
    scenario: &Scenario,
) -> (Option<u64>, Option<Decimal>, Option<Decimal>) {
    if let People::Summary {
        headcount,
        fte,
        average_annual_pay,
    } = &workforce.people
    {
        let fte = fte.get().map(|fte| fte.get());
        let pay = average_annual_pay.get().map(|pay| pay.get());
        let payroll = fte.zip(pay).and_then(|(fte, pay)| fte.checked_mul(pay));
        return (headcount.get(), fte, payroll);
    }
    let Some(groups) = workforce.groups() else {
        return (None, None, None);
    };
    let times = match workforce.rate_unit {
        crate::scenario::RateUnit::Hour => scenario.hours.get(),
        crate::scenario::RateUnit::Month => Decimal::from(12),
        crate::scenario::RateUnit::Year => Decimal::ONE,
    };
    let headcount = groups
        .iter()
        .try_fold(0_u64, |sum, group| sum.checked_add(group.headcount.get()?));
    let fte = groups.iter().try_fold(Decimal::ZERO, |sum, group| {
        sum.checked_add(group.fte.get()?.get())
    });
    let payroll = groups.iter().try_fold(Decimal::ZERO, |sum, group| {
        let Known::Known(rate) = workforce.rate_of(group) else {
            return None;
        };
        let pay = rate.get().checked_mul(group.fte.get()?.get())?;
        sum.checked_add(pay.checked_mul(times)?)
    });
    (headcount, fte, payroll)
}
