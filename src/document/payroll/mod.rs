//! Changes of the payroll: its groups as a table, its wage scales and ladders, the ledger's totals, a roster
//! taken over.

pub mod cell;
pub mod column;
mod label;
mod names;
pub mod paste;
mod sorting;
mod standing;
pub mod turning;

use std::collections::HashSet;
use std::sync::Arc;

use super::refusal::Refusal;
use super::words;
use crate::files::roster::{EmptyScope, ProposedScale, Staged, leave_out, with_scale};
use crate::files::table::as_table;
use crate::scenario::{Group, Ladder, Ledger, People, Scale, Scenario, Workforce};
use crate::units::Currency;
use column::Column;
pub use label::of_groups;
use paste::Put;

/// One change of the payroll.
#[derive(Debug, Clone, PartialEq)]
pub enum PayrollEdit {
    /// What was typed into one cell.
    Cell {
        row: usize,
        /// Which of its cells.
        column: Column,
        typed: String,
    },
    /// Empties cells; numbers become unknown.
    Clear {
        rows: Vec<usize>,
        /// Which of their cells.
        columns: Vec<Column>,
    },
    /// Gives groups what the first of them has.
    FillDown {
        /// The groups' places, the first to be copied.
        rows: Vec<usize>,
        /// Which of their cells.
        columns: Vec<Column>,
    },
    /// Takes pasted rows over.
    Put(Put),
    /// Adds a group of which only the name is known.
    Add(String),
    /// Takes groups away, by their places.
    Remove(Vec<usize>),
    /// Puts the groups in the order of a column.
    Sort {
        by: Column,
        /// Whether the largest comes first.
        descending: bool,
    },
    /// Adds a scale, or changes the one at a place.
    SetScale(Option<usize>, Scale),
    /// Takes the scale at a place away.
    RemoveScale(usize),
    /// Takes scales over that the rates of a job suggest.
    TakeScales(Vec<ProposedScale>),
    /// Adds a ladder, or changes the one at a place.
    SetLadder(Option<usize>, Ladder),
    /// Takes the ladder at a place away.
    RemoveLadder(usize),
    /// What the ledger says.
    SetLedger(Option<Ledger>),
    /// Another workforce in place of this one.
    Replace {
        workforce: Arc<Workforce>,
        /// Clauses that nobody is in the scope of then, to be left out.
        leave_out: Vec<EmptyScope>,
        /// What undo calls it.
        label: String,
    },
    /// A roster's employees in place of this workforce.
    Import {
        /// The roster as read and checked.
        staged: Arc<Staged>,
        /// Clauses that nobody is in the scope of, to be left out.
        leave_out: Vec<EmptyScope>,
        /// What the table beside the scenario is named after.
        stem: String,
    },
}

/// Whether the groups stand in the order of a column.
#[must_use]
pub fn is_sorted(scenario: &Scenario, by: Column, descending: bool) -> bool {
    let order = sorting::order(scenario, by, descending);
    order.iter().enumerate().all(|(place, at)| place == *at)
}

pub(super) fn apply(scenario: &mut Scenario, edit: &PayrollEdit) -> Result<(), Refusal> {
    match edit {
        PayrollEdit::Cell { row, column, typed } => {
            let currency = scenario.currency.clone();
            each(scenario, &[*row], |workforce, group| {
                cell::changed(workforce, &currency, group, *column, typed)
            })
        }
        PayrollEdit::Clear { rows, columns } => each(scenario, rows, |workforce, group| {
            cleared(workforce, group, columns)
        }),
        PayrollEdit::FillDown { rows, columns } => fill_down(scenario, rows, columns),
        PayrollEdit::Put(put) => put_rows(scenario, put),
        PayrollEdit::Add(name) => {
            let name = name.trim();
            if name.is_empty() {
                return Err(refused("a group needs a name of its own"));
            }
            super::sound::line("group", name, crate::units::visible::LONGEST_NAME)?;
            with_groups(scenario, |groups| {
                groups.push(cell::named(name));
                Ok(())
            })
        }
        PayrollEdit::Remove(rows) => {
            let gone: HashSet<usize> = rows.iter().copied().collect();
            with_groups(scenario, |groups| {
                let mut at = 0..;
                groups.retain(|_| at.next().is_none_or(|at| !gone.contains(&at)));
                Ok(())
            })
        }
        PayrollEdit::Sort { by, descending } => {
            let order = sorting::order(scenario, *by, *descending);
            with_groups(scenario, |groups| {
                let mut from: Vec<Option<Group>> = groups.drain(..).map(Some).collect();
                groups.extend(order.iter().filter_map(|at| from.get_mut(*at)?.take()));
                Ok(())
            })
        }
        PayrollEdit::SetScale(at, to) => {
            super::sound::line("scale", &to.name, crate::units::visible::LONGEST_NAME)?;
            standing::set_scale(scenario, *at, to)
        }
        PayrollEdit::RemoveScale(at) => standing::remove_scale(scenario, *at),
        PayrollEdit::TakeScales(list) => {
            for one in list {
                let groups = with_scale(&scenario.workforce, one);
                scenario.workforce_mut().scales.push(one.scale.clone());
                with_groups(scenario, |own| {
                    *own = groups;
                    Ok(())
                })?;
            }
            Ok(())
        }
        PayrollEdit::SetLadder(at, to) => {
            super::sound::line("ladder", &to.name, crate::units::visible::LONGEST_NAME)?;
            standing::set_ladder(scenario, *at, to)
        }
        PayrollEdit::RemoveLadder(at) => standing::remove_ladder(scenario, *at),
        PayrollEdit::SetLedger(ledger) => {
            if let Some(ledger) = ledger {
                super::sound::lines("source", &ledger.source)?;
            }
            scenario.set_ledger(ledger.clone());
            Ok(())
        }
        PayrollEdit::Replace {
            workforce,
            leave_out: empty,
            ..
        } => {
            scenario.workforce = workforce.clone();
            leave_out(scenario, empty);
            look_at_somebody(scenario);
            Ok(())
        }
        PayrollEdit::Import {
            staged,
            leave_out,
            stem,
        } => {
            *scenario = staged.applied(scenario, leave_out);
            let people = as_table(&scenario.workforce.people, stem);
            scenario.workforce_mut().people = people.map_err(|error| refused(error.to_string()))?;
            Ok(())
        }
    }
}

fn refused(words: impl Into<String>) -> Refusal {
    Refusal::Breaks(words.into())
}

/// Changes the groups. Those of a table stay one, under the hash they then have; a summary gives way to them.
fn with_groups(
    scenario: &mut Scenario,
    change: impl FnOnce(&mut Vec<Group>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let workforce = &scenario.workforce;
    if workforce.people.is_unread() {
        return Err(refused(
            "the table of groups isn\u{2019}t beside the scenario, so that it can\u{2019}t be changed",
        ));
    }
    let mut groups = workforce.read_groups().to_vec();
    change(&mut groups)?;
    let people = match &workforce.people {
        People::Table { file, .. } => {
            let stem = file.split('.').next().unwrap_or_default().to_owned();
            as_table(&People::Groups(groups), &stem).map_err(|error| refused(error.to_string()))?
        }
        People::Summary { .. } if groups.is_empty() => return Ok(()),
        People::Summary { .. } | People::Groups(_) => People::Groups(groups),
    };
    scenario.workforce_mut().people = people;
    look_at_somebody(scenario);
    Ok(())
}

/// Looks at the average employee where the group looked at is gone.
fn look_at_somebody(scenario: &mut Scenario) {
    let groups = scenario.workforce.groups();
    let name = scenario.employee.group.as_ref();
    let gone = name.is_some_and(|name| {
        groups.is_none_or(|groups| groups.iter().all(|group| group.name != *name))
    });
    if gone && !scenario.workforce.people.is_unread() {
        scenario.employee.group = None;
    }
}

/// Changes some groups, each by itself; names that clauses pick them by follow.
fn each(
    scenario: &mut Scenario,
    rows: &[usize],
    change: impl Fn(&Workforce, &Group) -> Result<Group, String>,
) -> Result<(), Refusal> {
    let workforce = scenario.workforce.clone();
    let before = workforce.read_groups();
    let mut after = before.to_vec();
    for row in rows {
        let own = after.get_mut(*row).ok_or(Refusal::Gone)?;
        let many = rows.len() > 1;
        *own = change(&workforce, own).map_err(|words| {
            refused(if many {
                format!("{}: {words}", own.name)
            } else {
                words
            })
        })?;
    }
    changed_to(scenario, before, after)
}

fn changed_to(scenario: &mut Scenario, before: &[Group], after: Vec<Group>) -> Result<(), Refusal> {
    names::follow(scenario, before, &after);
    with_groups(scenario, |groups| {
        *groups = after;
        Ok(())
    })
}

fn cleared(workforce: &Workforce, group: &Group, columns: &[Column]) -> Result<Group, String> {
    let mut next = group.clone();
    for column in columns {
        // Where a whole row is emptied, what can't be empty stays.
        let stays = match column {
            Column::Name | Column::Step | Column::Pay => true,
            Column::Rate => next.scale.is_some(),
            _ => false,
        };
        if stays && columns.len() > 1 {
            continue;
        }
        let typed = match column {
            Column::Headcount | Column::Fte | Column::Rate => "unknown",
            _ => "",
        };
        // Nothing of money is typed here.
        let currency = Currency::us_dollar();
        next = cell::changed(workforce, currency, &next, *column, typed)?;
    }
    Ok(next)
}

fn fill_down(scenario: &mut Scenario, rows: &[usize], columns: &[Column]) -> Result<(), Refusal> {
    let workforce = scenario.workforce.clone();
    let groups = workforce.read_groups();
    let (Some((first, rest)), true) = (rows.split_first(), !columns.contains(&Column::Name)) else {
        return Err(refused(
            "each group has a name of its own, which isn\u{2019}t filled down",
        ));
    };
    let from = groups.get(*first).ok_or(Refusal::Gone)?.clone();
    let cells = column::Cells::of(
        &workforce,
        crate::scenario::Rates::of(&workforce, scenario.hours),
        &scenario.currency,
    );
    let typed: Vec<(Column, String)> = columns
        .iter()
        .filter(|column| column.is_typed())
        .filter(|column| !(**column == Column::Step && columns.contains(&Column::Scale)))
        .filter(|column| {
            !(**column == Column::Rate && columns.contains(&Column::Scale) && from.scale.is_some())
        })
        .map(|column| {
            let text = match (column, &from.scale, from.step) {
                (Column::Scale, Some(scale), Some(step)) => format!("{scale} {step}"),
                _ => cells.typed(&from, *column),
            };
            (*column, text)
        })
        .collect();
    let currency = scenario.currency.clone();
    each(scenario, rest, |workforce, group| {
        typed
            .iter()
            .try_fold(group.clone(), |group, (column, typed)| {
                cell::changed(workforce, &currency, &group, *column, typed)
            })
    })
}

fn put_rows(scenario: &mut Scenario, put: &Put) -> Result<(), Refusal> {
    let workforce = scenario.workforce.clone();
    let before = workforce.read_groups();
    let mut after = before.to_vec();
    for (row, group) in &put.changed {
        after.get_mut(*row).ok_or(Refusal::Gone)?.clone_from(group);
    }
    names::follow(scenario, before, &after);
    after.extend(put.added.iter().cloned());
    let was_summary = matches!(workforce.people, People::Summary { .. });
    with_groups(scenario, |groups| {
        *groups = after;
        Ok(())
    })?;
    if was_summary && !put.added.is_empty() {
        // Rates of a payroll's own, no longer an average.
        scenario.workforce_mut().rounding = crate::scenario::Rounding::Cent;
    }
    Ok(())
}

/// What a change of the workforce loses, in words for the person about to make it.
#[must_use]
pub fn lost_by_summary(scenario: &Scenario) -> Vec<String> {
    let workforce = &scenario.workforce;
    let groups = workforce.read_groups();
    let mut lost = vec![format!(
        "{} with their markets, units, jobs and rates",
        of_groups(groups.len())
    )];
    let mut note = |number: usize, one: &str, many: &str| {
        if number > 0 {
            lost.push(if number == 1 {
                format!("1 {one}")
            } else {
                format!("{number} {many}")
            });
        }
    };
    note(
        workforce.scales.len(),
        "wage scale, and step movement",
        "wage scales, and step movement",
    );
    note(workforce.ladders.len(), "career ladder", "career ladders");
    let offers = scenario.offers.iter().flat_map(|offer| &offer.clauses);
    let scoped = offers
        .chain(&scenario.baseline)
        .filter(|clause| clause.counted && !clause.scope.is_everyone());
    note(
        scoped.count(),
        "term for some employees only, which can no longer be costed",
        "terms for some employees only, which can no longer be costed",
    );
    lost
}

/// By how much base payroll changes, in words; nothing where it doesn't.
#[must_use]
pub fn payroll_change(turned: &turning::Turned, currency: &Currency) -> Option<String> {
    let change = turned.payroll_changes.filter(|change| !change.is_zero())?;
    Some(format!(
        "Base payroll changes by {} a year",
        words::minus(&currency.exact(change))
    ))
}
