//! The page of the sources facts are taken from, with private notes on them.

use eframe::egui::{ScrollArea, Ui};

use super::{Answer, Dialog, done, title};
use crate::document::wrong::Wrong;
use crate::document::{Command, Setting, entry, words};
use crate::scenario::{Scenario, Source};
use crate::ui::forms::beside::{Beside, Typed, indent, named};
use crate::ui::forms::{field, lines, soft};
use crate::ui::state::{Actions, Context};

/// What is typed so far.
#[derive(Default)]
pub(super) struct Sources {
    sources: Vec<One>,
    beside: Beside<(usize, Field)>,
    words: String,
}

/// A field of one source that can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Title,
    Published,
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
            ..Self::default()
        }
    }

    fn read(&self) -> Result<Command, Wrong<(usize, Field)>> {
        let mut wrong = Wrong::default();
        let mut list = Vec::new();
        for (at, one) in self.sources.iter().enumerate() {
            let title = one.title.trim();
            if title.is_empty() {
                wrong.tell((at, Field::Title), "it needs a title");
            }
            let published = wrong.taken_if((at, Field::Published), &one.published, entry::date);
            list.push(Source {
                id: one.id.clone(),
                title: title.to_owned(),
                publisher: one.publisher.trim().to_owned(),
                published,
                note: one.note.trim().to_owned(),
            });
        }
        wrong.or(Some(Command::Setting(Setting::Sources(list))))
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
        let read = self.read();
        let right = Wrong::default();
        let wrong = read.as_ref().err().unwrap_or(&right);
        let Self {
            sources, beside, ..
        } = self;
        ScrollArea::vertical().max_height(380.0).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 12.0);
            for (at, one) in sources.iter_mut().enumerate() {
                let spoken = |what: &str| format!("{what} of source {}", at + 1);
                let (title, date) = (spoken("Title"), spoken("Date"));
                let of = Typed {
                    spoken: &title,
                    hint: "Latest offer",
                    width: f32::INFINITY,
                };
                let key = (at, Field::Title);
                beside.row(ui, ("Title", &key), of, &mut one.title, wrong);
                named(ui, "Published by", |ui| {
                    let width = f32::INFINITY;
                    field(ui, &spoken("Publisher"), &mut one.publisher, "", width);
                });
                let of = Typed {
                    spoken: &date,
                    hint: "10/2/2025",
                    width: 150.0,
                };
                let key = (at, Field::Published);
                named(ui, "On", |ui| {
                    beside.field(ui, &key, of, &mut one.published, wrong);
                    if ui.button("Remove").clicked() {
                        gone = Some(at);
                    }
                });
                beside.under(ui, &key, &one.published, (wrong, indent(ui)));
                lines(ui, &spoken("Note"), &mut one.note, "Private note", 1);
                ui.separator();
            }
        });
        if ui.button("Add a source").clicked() {
            self.add();
        }
        let beside = &mut self.beside;
        let answer = done(ui, &mut self.words, actions, read, || beside.tell_all());
        if let Some(at) = gone {
            self.sources.remove(at);
            self.beside.forget_left();
        }
        answer
    }

    fn refused(&mut self, words: String) -> Result<(), String> {
        self.words = words;
        Ok(())
    }
}
