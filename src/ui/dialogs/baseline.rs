//! The page of the raises already owed under existing contracts.

use eframe::egui::Ui;

use super::{Answer, Dialog, buttons, done, title};
use crate::document::wrong::Wrong;
use crate::document::{Command, Setting, baseline, words};
use crate::scenario::Scenario;
use crate::ui::forms::beside::{Beside, Typed};
use crate::ui::forms::soft;
use crate::ui::state::{Actions, Context};

/// What is typed so far; none where lines can't say what is owed.
#[derive(Default)]
pub(super) struct Baseline {
    text: Option<String>,
    beside: Beside<()>,
    words: String,
}

impl Baseline {
    /// The baseline as it stands.
    pub fn of(scenario: &Scenario) -> Self {
        Self {
            text: baseline::as_lines(scenario),
            ..Self::default()
        }
    }
}

impl Dialog for Baseline {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Raises already owed");
        soft(
            ui,
            "Raises existing contracts already give. They are the baseline that costs are counted above.",
        );
        let scenario = context.scenario();
        let Some(text) = &mut self.text else {
            for clause in &scenario.baseline {
                let what = words::terms(&clause.terms, scenario.paid_in());
                let whom = clause.scope.describe();
                ui.label(format!("{}: {what} for {whom}", words::date(clause.date)));
            }
            soft(
                ui,
                "Some are for part of the employees, or no percents: change those in the file.",
            );
            return match buttons(ui, &["Close"]) {
                Some(_) => Answer::Close,
                None => Answer::Stay,
            };
        };
        soft(ui, "A raise a line, pasted or typed");
        let mut wrong = Wrong::default();
        let raises = wrong.taken((), baseline::read(scenario, text));
        let of = Typed::filling("Raises already owed", "10/1/2025: 3%");
        let beside = &mut self.beside;
        beside.rows(ui, &(), (of, 6), text, &wrong);
        let command = raises.map(|raises| Command::Setting(Setting::Baseline(raises)));
        let read = wrong.or(command);
        done(ui, &mut self.words, actions, read, || beside.tell_all())
    }

    fn refused(&mut self, words: String) -> Result<(), String> {
        self.words = words;
        Ok(())
    }
}
