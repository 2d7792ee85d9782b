//! The page of the sources facts are taken from, with private notes on them.

use eframe::egui::{Grid, ScrollArea, Ui};

use super::{Answer, Dialog, done, title};
use crate::document::{Command, Setting, entry, words};
use crate::scenario::{Scenario, Source};
use crate::ui::forms::{field, lines, soft};
use crate::ui::state::{Actions, Context};

/// What is typed so far.
#[derive(Default)]
pub(super) struct Sources {
    sources: Vec<One>,
    words: String,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct One {
    id: String,
    title: String,
    publisher: String,
    published: String,
    note: String,
}

impl Sources {
    /// The sources as they stand.
    pub fn of(scenario: &Scenario) -> Self {
        let sources = scenario.sources.iter().map(|source| One {
            id: source.id.clone(),
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            published: source.published.map_or_else(String::new, words::date),
            note: source.note.clone(),
        });
        Self {
            sources: sources.collect(),
            words: String::new(),
        }
    }

    fn read(&self) -> Result<Vec<Source>, String> {
        let mut list = Vec::new();
        for (at, one) in self.sources.iter().enumerate() {
            let here = |told: String| format!("Source {}: {told}", at + 1);
            let title = one.title.trim();
            if title.is_empty() {
                return Err(here("it needs a title".to_owned()));
            }
            let published = match one.published.trim() {
                "" => None,
                typed => Some(entry::date(typed).map_err(here)?),
            };
            list.push(Source {
                id: one.id.clone(),
                title: title.to_owned(),
                publisher: one.publisher.trim().to_owned(),
                published,
                note: one.note.trim().to_owned(),
            });
        }
        Ok(list)
    }

    /// A source that nothing names yet.
    fn add(&mut self) {
        let taken = |id: &str| self.sources.iter().any(|one| one.id == id);
        let mut number = self.sources.len() + 1;
        while taken(&format!("source-{number}")) {
            number += 1;
        }
        self.sources.push(One {
            id: format!("source-{number}"),
            ..One::default()
        });
    }
}

impl Dialog for Sources {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Sources");
        soft(
            ui,
            "Where facts come from. The notes are private and never presented.",
        );
        let mut gone = None;
        ScrollArea::vertical().max_height(380.0).show(ui, |ui| {
            for (at, one) in self.sources.iter_mut().enumerate() {
                let spoken = |what: &str| format!("{what} of source {}", at + 1);
                Grid::new(("source", at))
                    .num_columns(2)
                    .spacing([12.0, 6.0])
                    .show(ui, |ui| {
                        soft(ui, "Title");
                        field(ui, &spoken("Title"), &mut one.title, "Latest offer", 320.0);
                        ui.end_row();
                        soft(ui, "Published by");
                        field(ui, &spoken("Publisher"), &mut one.publisher, "", 320.0);
                        ui.end_row();
                        soft(ui, "On");
                        ui.horizontal(|ui| {
                            field(ui, &spoken("Date"), &mut one.published, "10/2/2025", 110.0);
                            if ui.button("Remove").clicked() {
                                gone = Some(at);
                            }
                        });
                        ui.end_row();
                    });
                lines(ui, &spoken("Note"), &mut one.note, "Private note", 1);
                ui.separator();
            }
        });
        if let Some(at) = gone {
            self.sources.remove(at);
        }
        if ui.button("Add a source").clicked() {
            self.add();
        }
        let list = self.read();
        done(ui, &mut self.words, actions, move || {
            list.map(|list| Command::Setting(Setting::Sources(list)))
        })
    }
}
