//! A career ladder: its name, and its scales from the lowest.

use eframe::egui::Ui;

use super::answered;
use crate::document::PayrollEdit;
use crate::document::wrong::Wrong;
use crate::scenario::{Ladder, Scenario};
use crate::ui::dialogs::{Answer, Dialog, title};
use crate::ui::forms::beside::{Beside, Typed};
use crate::ui::forms::{begin_with, soft};
use crate::ui::state::{Actions, Context};

/// What is typed so far.
pub(in crate::ui::dialogs) struct LadderPage {
    at: Option<usize>,
    name: String,
    scales: String,
    beside: Beside<Field>,
    words: String,
}

/// A field of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Name,
    Scales,
}

impl LadderPage {
    /// A new ladder, or the one at a place.
    pub fn of(scenario: &Scenario, at: Option<usize>) -> Self {
        let ladder = at.and_then(|at| scenario.workforce.ladders.get(at));
        Self {
            at: at.filter(|_| ladder.is_some()),
            name: ladder.map_or_else(String::new, |ladder| ladder.name.clone()),
            scales: ladder.map_or_else(String::new, |ladder| ladder.scales.join("\n")),
            beside: Beside::default(),
            words: String::new(),
        }
    }

    fn read(&self) -> Result<PayrollEdit, Wrong<Field>> {
        let mut wrong = Wrong::default();
        let name = self.name.trim();
        if name.is_empty() {
            wrong.tell(Field::Name, "The ladder needs a name");
        }
        let scales = self.scales.lines().map(str::trim);
        let scales: Vec<String> = scales
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect();
        if scales.len() < 2 {
            wrong.tell(
                Field::Scales,
                "A ladder has two scales or more, a line each",
            );
        }
        let ladder = Ladder {
            name: name.to_owned(),
            scales,
        };
        wrong.or(Some(PayrollEdit::SetLadder(self.at, ladder)))
    }
}

impl Dialog for LadderPage {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        let new = self.at.is_none();
        title(
            ui,
            if new {
                "Add a ladder"
            } else {
                "Change a ladder"
            },
        );
        let read = self.read();
        let right = Wrong::default();
        let wrong = read.as_ref().err().unwrap_or(&right);
        let beside = &mut self.beside;
        let called = Typed::filling("Name of the ladder", "Medical assisting");
        let name = beside.row(ui, ("Name", &Field::Name), called, &mut self.name, wrong);
        begin_with(ui, &name);
        soft(
            ui,
            "Its scales from the lowest job to the highest, a line each.",
        );
        let scales = Typed::filling("Scales, one a line", "MA\nLVN");
        beside.rows(ui, &Field::Scales, (scales, 5), &mut self.scales, wrong);
        let known: Vec<&str> = context
            .scenario()
            .workforce
            .scales
            .iter()
            .take(20)
            .map(|scale| scale.name.as_str())
            .collect();
        soft(
            ui,
            &if known.is_empty() {
                "There are no scales yet: add them first.".to_owned()
            } else {
                format!("There are {}.", known.join(", "))
            },
        );
        let remove = self.at.map(PayrollEdit::RemoveLadder);
        let read = read.map_err(|_| None);
        answered(
            ui,
            &mut self.words,
            (context, actions),
            read,
            remove,
            || {
                beside.tell_all();
            },
        )
    }
}
