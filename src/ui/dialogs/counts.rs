//! The page of the other counts of the workforce, which the conventions behind a claim are tried with.

use eframe::egui::{Grid, ScrollArea, Ui};

use super::{Answer, Dialog, taken_by, title};
use crate::document::Command;
use crate::document::statement::counts::{self, Asked};
use crate::document::statement::edit::StatementEdit;
use crate::scenario::Scenario;
use crate::ui::forms::{field, soft, wrong};
use crate::ui::state::{Actions, Context, Edit};
use crate::units::Currency;

/// What is typed so far.
pub(super) struct Counts {
    list: Vec<Asked>,
    words: String,
}

impl Counts {
    /// The counts as they stand.
    pub fn of(scenario: &Scenario) -> Self {
        Self {
            list: counts::asked(scenario),
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
        let mut gone = None;
        let height = (ui.ctx().content_rect().height() - 260.0).clamp(120.0, 400.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            for (at, one) in self.list.iter_mut().enumerate() {
                let spoken = |what: &str| format!("{what} of count {}", at + 1);
                Grid::new(("count", at))
                    .num_columns(2)
                    .spacing([12.0, 6.0])
                    .show(ui, |ui| {
                        soft(ui, "Whose count");
                        field(
                            ui,
                            &spoken("Name"),
                            &mut one.name,
                            "the employer\u{2019}s count",
                            230.0,
                        );
                        ui.end_row();
                        soft(ui, "Employees");
                        field(
                            ui,
                            &spoken("Employees"),
                            &mut one.headcount,
                            "61,000 or unknown",
                            150.0,
                        );
                        ui.end_row();
                        soft(ui, "Full-time equivalents");
                        field(
                            ui,
                            &spoken("Full-time equivalents"),
                            &mut one.fte,
                            "61,000 or unknown",
                            150.0,
                        );
                        ui.end_row();
                        soft(ui, "Average pay a year");
                        field(
                            ui,
                            &spoken("Average pay"),
                            &mut one.average_pay,
                            &format!("{} or unknown", currency.example("132,923")),
                            150.0,
                        );
                        ui.end_row();
                        ui.checkbox(&mut one.shared, "Shared");
                        if ui.button("Remove").clicked() {
                            gone = Some(at);
                        }
                        ui.end_row();
                    });
                ui.separator();
            }
        });
        if let Some(at) = gone {
            self.list.remove(at);
        }
        if ui.button("Add a count").clicked() {
            self.list.push(Asked::default());
        }
        wrong(ui, &self.words);
        taken_by(ui, "Done", || self.take(currency, actions))
    }

    fn refused(&mut self, words: String) -> Result<(), String> {
        self.words = words;
        Ok(())
    }
}

impl Counts {
    fn take(&mut self, currency: &Currency, actions: &mut Actions) {
        match counts::read(&self.list, currency) {
            Ok(counts) => {
                self.words.clear();
                let edit = StatementEdit::SetCounts(counts);
                actions.edit(Edit::Typed(Command::Statement(edit)));
            }
            Err(words) => self.words = words,
        }
    }
}
