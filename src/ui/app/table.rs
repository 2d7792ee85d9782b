//! The table of groups beside the scenario: not costed, and not written over, unless the user says so.

use std::path::Path;
use std::sync::Arc;

use super::App;
use crate::document::{Command, PayrollEdit};
use crate::files::table::{TableState, accept_table, is_as_named};
use crate::scenario::{People, Scenario};
use crate::ui::state::{Ask, Edit};

impl App {
    /// Says what has become of the table of the file just opened, where it isn't as it was saved.
    pub(super) fn tell_of_table(&mut self) {
        let People::Table { file, .. } = &self.context.scenario().workforce.people else {
            return;
        };
        let state = &self.context.file().table;
        let Some(words) = state.message(file) else {
            return;
        };
        let mut words = words;
        if let Some(first) = words.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        if matches!(state, TableState::Changed { groups: Ok(_), .. }) {
            self.ask(Ask::TableChanged { words });
        } else {
            self.ask(Ask::Trouble {
                title: "The table of groups isn\u{2019}t as it was saved".to_owned(),
                words,
            });
        }
    }

    /// Takes the table as it is now, as one step.
    pub(super) fn accept_table(&mut self) {
        let workforce = &self.context.scenario().workforce;
        let Some(people) = accept_table(&workforce.people, &self.context.file().table) else {
            return;
        };
        let mut next = (**workforce).clone();
        next.people = people;
        let edit = PayrollEdit::Replace {
            workforce: Arc::new(next),
            leave_out: Vec::new(),
            label: "Accept the table of groups as it is now".to_owned(),
        };
        self.carry_out(Edit::Apply(Command::Payroll(edit)));
    }

    /// Whether the table that a scenario names lies beside its file with other contents than it names.
    pub(super) fn table_is_changed(path: &Path, saved: &Scenario) -> bool {
        is_as_named(path, &saved.workforce.people) == Some(false)
    }
}
