//! The page of the price index behind real wages.

use eframe::egui::{Grid, Ui};

use super::{Answer, Dialog, done, title};
use crate::document::prices;
use crate::document::{Command, Setting};
use crate::scenario::Scenario;
use crate::ui::forms::{field, lines, soft};
use crate::ui::state::{Actions, Context};

/// What is typed so far.
#[derive(Default)]
pub(super) struct Prices {
    asked: prices::Asked,
    words: String,
}

impl Prices {
    /// The index as it stands; empty where there is none.
    pub fn of(scenario: &Scenario) -> Self {
        Self {
            asked: prices::asked(scenario),
            words: String::new(),
        }
    }
}

impl Dialog for Prices {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Prices");
        soft(
            ui,
            "The price index real wages are measured by. Without months there is none, and real wages aren\u{2019}t shown.",
        );
        let asked = &mut self.asked;
        Grid::new("prices")
            .num_columns(2)
            .spacing([16.0, 8.0])
            .show(ui, |ui| {
                ui.label("Then a year");
                field(ui, "Inflation a year", &mut asked.projected, "2.5%", 120.0);
                ui.end_row();
                ui.label("Compared with");
                field(
                    ui,
                    "Reference date",
                    &mut asked.reference,
                    "the last raise before",
                    160.0,
                );
                ui.end_row();
            });
        soft(ui, "A month a line, pasted or typed, in order");
        lines(
            ui,
            "Months of the index",
            &mut asked.months,
            "Sep 2025: 324.80",
            8,
        );
        let prices = prices::read(asked);
        done(ui, &mut self.words, actions, move || {
            prices.map(|prices| Command::Setting(Setting::Prices(prices)))
        })
    }
}
