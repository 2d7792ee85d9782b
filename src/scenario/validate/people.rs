//! Rules of the workforce, of scopes and of the employee looked at.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::similar::{known_names, suggestion};
use super::{Findings, Place};
use crate::scenario::{Group, People, Rounding, Scenario, Scope, Workforce};
use crate::units::{Fte, Known};

/// Checks the workforce and the employee looked at.
pub(super) fn check(scenario: &Scenario, found: &mut Findings) {
    let place = Place::of("workforce").field("people");
    match &scenario.workforce.people {
        People::Summary {
            headcount,
            fte,
            average_annual_pay,
        } => {
            if scenario.workforce.rounding == Rounding::Cent {
                found.error(
                    Place::of("workforce").field("rounding"),
                    "an average is no real rate, so it can't be rounded to the cent; write \
                     rounding: None, or give groups with their own rates",
                );
            }
            zero_fte(fte.get().map(Fte::get), &place.field("fte"), found);
            let pay = average_annual_pay.get().map(|pay| pay.get());
            if pay.is_some_and(|pay| pay <= Decimal::ZERO) {
                found.error(
                    place.field("average_annual_pay"),
                    "average annual pay must be above zero; enter it, or write unknown",
                );
            }
            share(*headcount, *fte, place.field("fte"), found);
        }
        People::Groups(groups) => groups_of(&scenario.workforce, groups, &place, found),
        People::Table { file, groups, .. } => {
            if !is_table_name(file) {
                let message = format!(
                    "\"{file}\" is no name of a table beside the scenario; it is a bare file name that \
                     ends in .csv"
                );
                found.error(place.field("file"), message);
            }
            // What is wrong with a table that isn't read is told by whoever reads files.
            if let Some(groups) = groups.get() {
                groups_of(&scenario.workforce, groups, &place, found);
            }
        }
    }
    employee(scenario, found);
}

/// Whether a table's file is a bare name: a scenario never makes the program read elsewhere.
fn is_table_name(file: &str) -> bool {
    let plain = !file.contains(['/', '\\', ':', '\0']) && !file.starts_with('.');
    plain && file.len() <= 255 && file.ends_with(".csv")
}

fn groups_of(workforce: &Workforce, groups: &[Group], place: &Place, found: &mut Findings) {
    if groups.is_empty() {
        found.error(
            place.clone(),
            "the list of groups is empty; add a group, or give a Summary",
        );
        return;
    }
    let mut names = HashSet::new();
    for (at, group) in groups.iter().enumerate() {
        let place = place.index(at);
        if group.name.trim().is_empty() {
            found.error(
                place.field("name"),
                "the group has no name; give it one of its own",
            );
        } else if !names.insert(group.name.as_str()) {
            let message = format!(
                "another group is already called \"{}\"; give this one a name of its own",
                group.name
            );
            found.error(place.field("name"), message);
        }
        if group.step == Some(0) {
            found.error(
                place.field("step"),
                "steps count from 1; correct it, or leave it out",
            );
        }
        share(group.headcount, group.fte, place.field("fte"), found);
    }
    let fte = sum(groups.iter().map(|group| group.fte.get().map(Fte::get)));
    zero_fte(fte, place, found);
    let pay = sum(groups.iter().map(|group| {
        let (fte, rate) = (
            group.fte.get()?.get(),
            workforce.rate_of(group).get()?.get(),
        );
        fte.checked_mul(rate)
    }));
    if pay == Some(Decimal::ZERO) && fte != Some(Decimal::ZERO) {
        found.error(
            place.clone(),
            "no group has any pay: every rate is zero; enter the rates, or write unknown",
        );
    }
}

/// The sum, if every part is known and it can be represented.
fn sum(mut parts: impl Iterator<Item = Option<Decimal>>) -> Option<Decimal> {
    parts.try_fold(Decimal::ZERO, |total, part| total.checked_add(part?))
}

fn zero_fte(fte: Option<Decimal>, place: &Place, found: &mut Findings) {
    if fte == Some(Decimal::ZERO) {
        found.error(
            place.clone(),
            "the whole workforce is zero full-time equivalents; enter them, or write unknown",
        );
    }
}

/// Full-time equivalents are a total, not one employee's share: warn where they look like one.
fn share(headcount: Known<u64>, fte: Known<Fte>, place: Place, found: &mut Findings) {
    let (Some(headcount), Some(fte)) = (headcount.get(), fte.get()) else {
        return;
    };
    let (employees, fte) = (Decimal::from(headcount), fte.get());
    let tenfold = fte.checked_mul(Decimal::TEN).unwrap_or(Decimal::MAX);
    let doubt = if fte > employees {
        "more full-time equivalents than employees"
    } else if tenfold < employees {
        "fewer full-time equivalents than a tenth of the employees"
    } else {
        return;
    };
    let message = format!(
        "{fte} FTE for {headcount} employees: {doubt}; fte is the total of all of them together, \
         not one employee's share"
    );
    found.warning(place, message);
}

fn employee(scenario: &Scenario, found: &mut Findings) {
    let Some(name) = &scenario.employee.group else {
        return;
    };
    let place = Place::of("employee").field("group");
    match &scenario.workforce.people {
        People::Summary { .. } => found.error(
            place,
            "the workforce is a summary and has no groups; leave the employee's group out, or \
             give groups",
        ),
        People::Table { groups, .. } if groups.get().is_none() => {}
        people @ (People::Groups(_) | People::Table { .. }) => {
            let groups = people.groups().unwrap_or_default();
            let names: Vec<&str> = groups.iter().map(|group| group.name.as_str()).collect();
            if !names.contains(&name.as_str()) {
                let message = format!(
                    "no group is called \"{name}\"; {}",
                    suggestion(name, &names).unwrap_or_else(|| known_names("groups are", &names))
                );
                found.error(place, message);
            }
        }
    }
}

/// Checks that every name of a scope is known and that some group matches all its keys.
pub(super) fn scope(scenario: &Scenario, scope: &Scope, place: &Place, found: &mut Findings) {
    if scope.is_everyone() {
        return;
    }
    if scenario.workforce.people.is_unread() {
        return;
    }
    let Some(groups) = scenario.workforce.groups() else {
        let message = format!(
            "the workforce is a summary, which has no groups, so nobody can be picked out as {}; \
             give groups, or leave the scope out to mean everyone",
            scope.describe()
        );
        found.error(place.clone(), message);
        return;
    };
    let mut all_known = true;
    for (key, names) in scope.keys() {
        if names.is_empty() {
            continue;
        }
        let known = scenario.workforce.names_under(key);
        let key = key.name();
        for (at, name) in names.iter().enumerate() {
            if !known.contains(&name.as_str()) {
                all_known = false;
                let message = format!(
                    "no group has the {key} \"{name}\"; {}",
                    suggestion(name, &known)
                        .unwrap_or_else(|| known_names(&format!("{key} names are"), &known))
                );
                found.error(place.field(key).index(at), message);
            }
        }
    }
    if all_known
        && !groups
            .iter()
            .any(|group| scope.includes(group, &scenario.workforce))
    {
        let message = format!(
            "each name is known, but no group matches all of them together: {}; remove a key, \
             or correct the groups",
            scope.describe()
        );
        found.error(place.clone(), message);
    }
}
