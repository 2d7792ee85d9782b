//! The page of what the figures rest on that nobody has published.

use eframe::egui::{ScrollArea, Ui};

use super::{Answer, Dialog, done, title};
use crate::document::wrong::Wrong;
use crate::document::{Command, Setting};
use crate::scenario::{Assumption, Scenario, Standing};
use crate::ui::forms::beside::{Beside, Typed};
use crate::ui::forms::{lines, pick, soft};
use crate::ui::state::{Actions, Context};

/// What is typed so far.
#[derive(Default)]
pub(super) struct Assumed {
    list: Vec<Assumption>,
    /// What is wrong is that an entry says nothing of what it is about, by its place.
    beside: Beside<usize>,
    words: String,
}

impl Assumed {
    /// What is assumed as it stands.
    pub fn of(scenario: &Scenario) -> Self {
        Self {
            list: scenario.assumptions.clone(),
            ..Self::default()
        }
    }

    fn read(&self) -> Result<Command, Wrong<usize>> {
        let mut wrong = Wrong::default();
        for (at, one) in self.list.iter().enumerate() {
            if one.about.trim().is_empty() {
                wrong.tell(at, "say what it is about");
            }
        }
        let list = self.list.iter().map(|one| Assumption {
            about: one.about.trim().to_owned(),
            why: one.why.trim().to_owned(),
            ..one.clone()
        });
        let setting = Setting::Assumptions(list.collect());
        wrong.or(Some(Command::Setting(setting)))
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
        let read = self.read();
        let right = Wrong::default();
        let wrong = read.as_ref().err().unwrap_or(&right);
        let Self { list, beside, .. } = self;
        ScrollArea::vertical().max_height(380.0).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 12.0);
            for (at, one) in list.iter_mut().enumerate() {
                let spoken = |what: &str| format!("{what} of entry {}", at + 1);
                let subject = spoken("Subject");
                ui.horizontal(|ui| {
                    let of = Typed {
                        spoken: &subject,
                        hint: "average annual pay",
                        width: 210.0,
                    };
                    beside.field(ui, &at, of, &mut one.about, wrong);
                    pick(ui, &spoken("Standing"), &mut one.standing, &STANDINGS);
                    if ui.button("Remove").clicked() {
                        gone = Some(at);
                    }
                });
                beside.under(ui, &at, &one.about, (wrong, 0.0));
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
        let beside = &mut self.beside;
        let answer = done(ui, &mut self.words, actions, read, || beside.tell_all());
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
