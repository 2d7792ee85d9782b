//! A career ladder: its name, and its scales from the lowest.

use eframe::egui::Ui;

use super::answered;
use crate::document::PayrollEdit;
use crate::scenario::{Ladder, Scenario};
use crate::ui::dialogs::{Answer, Dialog, title};
use crate::ui::forms::{begin_with, field, lines, soft};
use crate::ui::state::{Actions, Context};

/// What is typed so far.
pub(in crate::ui::dialogs) struct LadderPage {
    at: Option<usize>,
    name: String,
    scales: String,
    words: String,
}

impl LadderPage {
    /// A new ladder, or the one at a place.
    pub fn of(scenario: &Scenario, at: Option<usize>) -> Self {
        let ladder = at.and_then(|at| scenario.workforce.ladders.get(at));
        Self {
            at: at.filter(|_| ladder.is_some()),
            name: ladder.map_or_else(String::new, |ladder| ladder.name.clone()),
            scales: ladder.map_or_else(String::new, |ladder| ladder.scales.join("\n")),
            words: String::new(),
        }
    }

    fn read(&self) -> Result<PayrollEdit, String> {
        let name = self.name.trim();
        if name.is_empty() {
            return Err("The ladder needs a name".to_owned());
        }
        let scales = self.scales.lines().map(str::trim);
        let scales: Vec<String> = scales
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect();
        if scales.len() < 2 {
            return Err("A ladder has two scales or more, a line each".to_owned());
        }
        let ladder = Ladder {
            name: name.to_owned(),
            scales,
        };
        Ok(PayrollEdit::SetLadder(self.at, ladder))
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
        soft(ui, "Name");
        let width = f32::INFINITY;
        let name = field(
            ui,
            "Name of the ladder",
            &mut self.name,
            "Medical assisting",
            width,
        );
        begin_with(ui, &name);
        soft(
            ui,
            "Its scales from the lowest job to the highest, a line each.",
        );
        lines(ui, "Scales, one a line", &mut self.scales, "MA\nLVN", 5);
        let known: Vec<&str> = context
            .scenario()
            .workforce
            .scales
            .iter()
            .take(20)
            .map(|scale| scale.name.as_str())
            .collect();
        soft(ui, &format!("There are {}.", known.join(", ")));
        let remove = self.at.map(PayrollEdit::RemoveLadder);
        let edit = self.read();
        answered(ui, &mut self.words, (context, actions), edit, remove)
    }
}
