//! What undo calls changes of the payroll.

use super::PayrollEdit;
use crate::scenario::Scenario;
use crate::units::text;

impl PayrollEdit {
    /// What undo calls it.
    #[must_use]
    pub fn label(&self, scenario: &Scenario) -> String {
        let groups = scenario.workforce.read_groups();
        let name = |row: &usize| groups.get(*row).map_or("a group", |one| one.name.as_str());
        match self {
            Self::Cell { row, column, typed } => match typed.trim() {
                "" => format!("Clear {} of {}", column.noun(), name(row)),
                typed => format!("Set {} of {} to {typed}", column.noun(), name(row)),
            },
            Self::Clear { rows, columns } => match (rows.as_slice(), columns.as_slice()) {
                ([row], [column]) => format!("Clear {} of {}", column.noun(), name(row)),
                _ => format!("Clear {} cells", rows.len() * columns.len()),
            },
            Self::FillDown { rows, columns } => {
                let what: Vec<&str> = columns.iter().map(|column| column.noun()).collect();
                let what = if what.len() > 3 {
                    "cells".to_owned()
                } else {
                    what.join(", ")
                };
                format!(
                    "Fill {what} down to {}",
                    of_groups(rows.len().saturating_sub(1))
                )
            }
            Self::Put(put) => {
                format!("Paste {}", of_groups(put.changed.len() + put.added.len()))
            }
            Self::Add(name) => format!("Add the group {}", name.trim()),
            Self::Remove(rows) => match rows.as_slice() {
                [row] => format!("Delete {}", name(row)),
                rows => format!("Delete {}", of_groups(rows.len())),
            },
            Self::Sort { by, descending } => {
                let from = if *descending { ", largest first" } else { "" };
                format!("Sort groups by {}{from}", by.noun())
            }
            Self::SetScale(None, scale) => format!("Add the scale {}", scale.name),
            Self::SetScale(Some(_), scale) => format!("Change the scale {}", scale.name),
            Self::RemoveScale(at) => {
                let scale = scenario.workforce.scales.get(*at);
                format!("Delete the scale {}", scale.map_or("", |one| &one.name))
            }
            Self::TakeScales(list) => match list.as_slice() {
                [one] => format!("Add the scale {}", one.scale.name),
                list => format!("Add {} scales", list.len()),
            },
            Self::SetLadder(None, ladder) => format!("Add the ladder {}", ladder.name),
            Self::SetLadder(Some(_), ladder) => format!("Change the ladder {}", ladder.name),
            Self::RemoveLadder(at) => {
                let ladder = scenario.workforce.ladders.get(*at);
                format!("Delete the ladder {}", ladder.map_or("", |one| &one.name))
            }
            Self::SetLedger(_) => "Change the ledger\u{2019}s totals".to_owned(),
            Self::Replace { label, .. } => label.clone(),
            Self::Import { staged, .. } => {
                let employees = text::counted(staged.reconciliation.employees, "employee");
                format!("Import a roster of {employees}")
            }
        }
    }
}

/// A number of groups in words.
#[must_use]
pub fn of_groups(number: usize) -> String {
    text::counted(number, "group")
}
