//! The page of what the figures rest on that nobody has published.

use eframe::egui::{Grid, ScrollArea, Ui};

use super::{Answer, Dialog, done, title};
use crate::document::{Command, Setting};
use crate::scenario::{Assumption, Scenario, Standing};
use crate::ui::forms::{field, lines, pick, soft};
use crate::ui::state::{Actions, Context};

/// What is typed so far.
#[derive(Default)]
pub(super) struct Assumed {
    list: Vec<Assumption>,
    words: String,
}

impl Assumed {
    /// What is assumed as it stands.
    pub fn of(scenario: &Scenario) -> Self {
        Self {
            list: scenario.assumptions.clone(),
            words: String::new(),
        }
    }

    fn read(&self) -> Result<Vec<Assumption>, String> {
        let unnamed = self.list.iter().position(|one| one.about.trim().is_empty());
        if let Some(at) = unnamed {
            return Err(format!("Entry {}: say what it is about", at + 1));
        }
        let list = self.list.iter().map(|one| Assumption {
            about: one.about.trim().to_owned(),
            why: one.why.trim().to_owned(),
            ..one.clone()
        });
        Ok(list.collect())
    }
}

const STANDINGS: [(Standing, &str); 5] = [
    (Standing::Published, "published"),
    (Standing::Inferred, "inferred"),
    (Standing::Assumed, "assumed"),
    (Standing::MadeUp, "made up"),
    (Standing::NotIncluded, "not included"),
];

impl Dialog for Assumed {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "What is assumed");
        soft(
            ui,
            "What the figures rest on. Where pay isn\u{2019}t published, figures made from it carry \u{2248}.",
        );
        let mut gone = None;
        ScrollArea::vertical().max_height(380.0).show(ui, |ui| {
            for (at, one) in self.list.iter_mut().enumerate() {
                let spoken = |what: &str| format!("{what} of entry {}", at + 1);
                Grid::new(("assumed", at))
                    .num_columns(3)
                    .spacing([8.0, 6.0])
                    .show(ui, |ui| {
                        field(
                            ui,
                            &spoken("Subject"),
                            &mut one.about,
                            "average annual pay",
                            210.0,
                        );
                        pick(ui, &spoken("Standing"), &mut one.standing, &STANDINGS);
                        if ui.button("Remove").clicked() {
                            gone = Some(at);
                        }
                        ui.end_row();
                    });
                lines(
                    ui,
                    &spoken("Reason"),
                    &mut one.why,
                    "How it was arrived at",
                    2,
                );
                ui.separator();
            }
        });
        if let Some(at) = gone {
            self.list.remove(at);
        }
        if ui.button("Add an entry").clicked() {
            self.list.push(Assumption {
                about: String::new(),
                of: Vec::new(),
                standing: Standing::Assumed,
                why: String::new(),
                sources: Vec::new(),
                ledger: None,
            });
        }
        let list = self.read();
        done(ui, &mut self.words, actions, move || {
            list.map(|list| Command::Setting(Setting::Assumptions(list)))
        })
    }
}
