//! The page of the raises already owed under existing contracts.

use eframe::egui::Ui;

use super::super::dialogs::{Answer, buttons, title};
use super::{Window, done, lines, soft};
use crate::document::{Command, Setting, baseline, words};
use crate::scenario::Scenario;

/// What is typed so far; none where lines can't say what is owed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Typed {
    text: Option<String>,
    words: String,
}

impl Typed {
    /// The baseline as it stands.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        Self {
            text: baseline::as_lines(scenario),
            words: String::new(),
        }
    }
}

pub(super) fn show(window: &Window, ui: &mut Ui, typed: &mut Typed) -> Answer {
    title(ui, "Raises already owed");
    soft(
        ui,
        "Raises existing contracts already give. They are the baseline that costs are counted above.",
    );
    let scenario = window.document.scenario();
    let Some(text) = &mut typed.text else {
        for clause in &scenario.baseline {
            let what = words::terms(&clause.terms, scenario.workforce.rate_unit);
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
    lines(ui, "Raises already owed", text, "10/1/2025: 3%", 6);
    let raises = baseline::read(scenario, text);
    done(ui, &mut typed.words, move || {
        raises.map(|raises| Command::Setting(Setting::Baseline(raises)))
    })
}
