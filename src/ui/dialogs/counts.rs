//! The page of the other counts of the workforce, which the conventions behind a claim are tried with.

use eframe::egui::{ScrollArea, Ui};

use super::{Answer, Dialog, taken_by, title};
use crate::document::Command;
use crate::document::statement::counts::{self, Asked, Field};
use crate::document::statement::edit::StatementEdit;
use crate::document::wrong::Wrong;
use crate::scenario::{Count, Scenario};
use crate::ui::forms::beside::{Beside, Typed, named};
use crate::ui::forms::{soft, wrong as tell_wrong};
use crate::ui::state::{Actions, Context, Edit};

/// What is typed so far.
pub(super) struct Counts {
    list: Vec<Asked>,
    beside: Beside<(usize, Field)>,
    words: String,
}

impl Counts {
    /// The counts as they stand.
    pub fn of(scenario: &Scenario) -> Self {
        Self {
            list: counts::asked(scenario),
            beside: Beside::default(),
            words: String::new(),
        }
    }
}

impl Dialog for Counts {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        let currency = &context.scenario().currency;
        title(ui, "Other counts of the workforce");
        soft(
            ui,
            "Each side may count differently. The conventions behind a number are tried with every count here, beside the scenario\u{2019}s own.",
        );
        let read = counts::read(&self.list, currency);
        let right = Wrong::default();
        let wrong = read.as_ref().err().unwrap_or(&right);
        let mut gone = None;
        let Self { list, beside, .. } = self;
        let height = (ui.ctx().content_rect().height() - 260.0).clamp(120.0, 400.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 12.0);
            for (at, one) in list.iter_mut().enumerate() {
                let pay = format!("{} or unknown", currency.example("132,923"));
                let count = "61,000 or unknown";
                let rows = [
                    (
                        "Whose count",
                        "Name",
                        Field::Name,
                        &mut one.name,
                        "the employer\u{2019}s count",
                    ),
                    (
                        "Employees",
                        "Employees",
                        Field::Employees,
                        &mut one.headcount,
                        count,
                    ),
                    (
                        "FTE",
                        "Full-time equivalents",
                        Field::FullTime,
                        &mut one.fte,
                        count,
                    ),
                    (
                        "Average pay a year",
                        "Average pay",
                        Field::AveragePay,
                        &mut one.average_pay,
                        &pay,
                    ),
                ];
                for (name, spoken, field, text, hint) in rows {
                    let spoken = format!("{spoken} of count {}", at + 1);
                    let of = Typed {
                        spoken: &spoken,
                        hint,
                        width: 230.0,
                    };
                    beside.row(ui, (name, &(at, field)), of, text, wrong);
                }
                named(ui, "", |ui| {
                    ui.checkbox(&mut one.shared, "Shared");
                    if ui.button("Remove").clicked() {
                        gone = Some(at);
                    }
                });
                ui.separator();
            }
        });
        tell_wrong(ui, &self.words);
        if ui.button("Add a count").clicked() {
            self.list.push(Asked::default());
        }
        let answer = taken_by(ui, "Done", || self.take(read, actions));
        if let Some(at) = gone {
            self.list.remove(at);
            self.beside.forget_left();
        }
        answer
    }

    fn refused(&mut self, words: String) -> Result<(), String> {
        self.words = words;
        Ok(())
    }
}

impl Counts {
    fn take(&mut self, read: Result<Vec<Count>, Wrong<(usize, Field)>>, actions: &mut Actions) {
        self.words.clear();
        match read {
            Ok(counts) => {
                let edit = StatementEdit::SetCounts(counts);
                actions.edit(Edit::Typed(Command::Statement(edit)));
            }
            Err(_) => self.beside.tell_all(),
        }
    }
}
