//! Rules of the workforce and of the employee looked at.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::names::Names;
use super::scales::{self, Standing};
use super::{FieldPath, Findings};
use crate::scenario::fault::{NameFault, Named, PeopleFault};
use crate::scenario::{Group, People, Rounding, Scenario, ScopeKey, Workforce};
use crate::units::{Fte, Known};

/// Checks the workforce and the employee looked at.
pub(super) fn check(scenario: &Scenario, names: &Names<'_>, found: &mut Findings) {
    let workforce: &Workforce = &scenario.workforce;
    scales::check(workforce, names, found);
    let place = FieldPath::of("workforce").field("people");
    match &workforce.people {
        People::Summary {
            headcount,
            fte,
            average_annual_pay,
        } => {
            if workforce.rounding != Rounding::None {
                let place = FieldPath::of("workforce").field("rounding");
                found.error(place, PeopleFault::RoundedAverage(workforce.rounding));
            }
            zero_fte(fte.get().map(Fte::get), &place.field("fte"), found);
            let pay = average_annual_pay.get().map(|pay| pay.get());
            if pay.is_some_and(|pay| pay <= Decimal::ZERO) {
                found.error(place.field("average_annual_pay"), PeopleFault::NoAveragePay);
            }
            share(*headcount, *fte, place.field("fte"), found);
        }
        People::Groups(groups) => groups_of(workforce, groups, names, &place, found),
        People::Table { file, groups, .. } => {
            if !is_table_name(file) {
                let fault = PeopleFault::NotATableName(file.clone());
                found.error(place.field("file"), fault);
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
    place: &FieldPath,
    found: &mut Findings,
) {
    if groups.is_empty() {
        found.error(place.clone(), PeopleFault::NoGroups);
        return;
    }
    let standing = Standing::of(workforce);
    let mut seen = HashSet::new();
    for (at, group) in groups.iter().enumerate() {
        let place = place.index(at);
        if group.name.trim().is_empty() {
            found.error(place.field("name"), NameFault::Missing(Named::Group));
        } else if !seen.insert(group.name.as_str()) {
            let taken = NameFault::Taken(Named::Group, group.name.clone());
            found.error(place.field("name"), taken);
        }
        if group.step == Some(0) {
            found.error(place.field("step"), PeopleFault::StepZero);
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
        found.error(place.clone(), PeopleFault::NobodyIsPaid);
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

fn zero_fte(fte: Option<Decimal>, place: &FieldPath, found: &mut Findings) {
    if fte == Some(Decimal::ZERO) {
        found.error(place.clone(), PeopleFault::ZeroFte);
    }
}

/// Full-time equivalents are a total, not one employee's share: warn where they look like one.
fn share(headcount: Known<u64>, fte: Known<Fte>, place: FieldPath, found: &mut Findings) {
    let (Some(headcount), Some(fte)) = (headcount.get(), fte.get()) else {
        return;
    };
    let (employees, fte) = (Decimal::from(headcount), fte.get());
    // Ten times what can't be kept in a decimal is more than any number of employees.
    let tenfold = fte.checked_mul(Decimal::TEN);
    if fte > employees || tenfold.is_some_and(|tenfold| tenfold < employees) {
        found.warning(place, PeopleFault::LooksLikeAShare { fte, employees });
    }
}

fn employee(scenario: &Scenario, names: &Names<'_>, found: &mut Findings) {
    let Some(name) = &scenario.employee.group else {
        return;
    };
    let place = FieldPath::of("employee").field("group");
    if scenario.workforce.people.is_unread() {
        return;
    }
    if is_summary(scenario) {
        found.error(place, PeopleFault::EmployeeOfASummary);
    } else if !names.under(ScopeKey::Group).has(name) {
        let groups = names.under(ScopeKey::Group);
        let unknown = groups.unknown(Named::Group, name, found);
        found.error(place, unknown);
    }
}
