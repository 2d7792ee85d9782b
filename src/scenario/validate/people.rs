//! Rules of the workforce and of the employee looked at.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::names::Names;
use super::scales::{self, Standing};
use super::{Findings, Place};
use crate::scenario::{Group, People, Rounding, Scenario, ScopeKey, Workforce};
use crate::units::{Fte, Known};

/// Checks the workforce and the employee looked at.
pub(super) fn check(scenario: &Scenario, names: &Names<'_>, found: &mut Findings) {
    let workforce: &Workforce = &scenario.workforce;
    scales::check(workforce, names, found);
    let place = Place::of("workforce").field("people");
    match &workforce.people {
        People::Summary {
            headcount,
            fte,
            average_annual_pay,
        } => {
            let unit = match workforce.rounding {
                Rounding::None => None,
                Rounding::Cent => Some("cent"),
                Rounding::Dollar => Some("dollar"),
            };
            if let Some(unit) = unit {
                let message = format!(
                    "an average is no real rate, so it can't be rounded to the {unit}; write \
                     rounding: None, or give groups with their own rates"
                );
                found.error(Place::of("workforce").field("rounding"), message);
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
        People::Groups(groups) => groups_of(workforce, groups, names, &place, found),
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
                groups_of(workforce, groups, names, &place, found);
            }
        }
    }
    employee(scenario, names, found);
}

fn groups_of(
    workforce: &Workforce,
    groups: &[Group],
    names: &Names<'_>,
    place: &Place,
    found: &mut Findings,
) {
    if groups.is_empty() {
        found.error(
            place.clone(),
            "the list of groups is empty; add a group, or give a Summary",
        );
        return;
    }
    let standing = Standing::of(workforce);
    let mut seen = HashSet::new();
    for (at, group) in groups.iter().enumerate() {
        let place = place.index(at);
        if group.name.trim().is_empty() {
            found.error(
                place.field("name"),
                "the group has no name; give it one of its own",
            );
        } else if !seen.insert(group.name.as_str()) {
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
        standing.check(group, &place, names, found);
        share(group.headcount, group.fte, place.field("fte"), found);
    }
    let fte = sum(groups.iter().map(|group| group.fte.get().map(Fte::get)));
    zero_fte(fte, place, found);
    let nobody_is_paid = groups.iter().all(|group| {
        let rate = standing.rate_of(group).get();
        rate.is_some_and(|rate| rate.get().is_zero())
            || group.fte.get().is_some_and(|fte| fte.get().is_zero())
    });
    if nobody_is_paid && fte.is_some_and(|fte| !fte.is_zero()) {
        found.error(
            place.clone(),
            "no group has any pay: every rate is zero; enter the rates, or write unknown",
        );
    }
}

/// Whether a table's file is a bare name: a scenario never makes the program read elsewhere.
fn is_table_name(file: &str) -> bool {
    let plain = !file.contains(['/', '\\', ':', '\0']) && !file.starts_with('.');
    plain && file.len() <= 255 && file.ends_with(".csv")
}

/// Whether only totals are known of the workforce.
pub(super) fn is_summary(scenario: &Scenario) -> bool {
    matches!(scenario.workforce.people, People::Summary { .. })
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

fn employee(scenario: &Scenario, names: &Names<'_>, found: &mut Findings) {
    let Some(name) = &scenario.employee.group else {
        return;
    };
    let place = Place::of("employee").field("group");
    if scenario.workforce.people.is_unread() {
        return;
    }
    if is_summary(scenario) {
        found.error(
            place,
            "the workforce is a summary and has no groups; leave the employee's group out, or \
             give groups",
        );
    } else if !names.under(ScopeKey::Group).has(name) {
        let groups = names.under(ScopeKey::Group);
        let advice = groups.advice(name, "groups are", found);
        found.error(place, format!("no group is called \"{name}\"; {advice}"));
    }
}
