//! The page of a settlement elsewhere: its raises, or only their total.

use eframe::egui::{ScrollArea, Ui};

use super::claim::choose;
use super::{Answer, Dialog, taken_by, title};
use crate::document::Command;
use crate::document::statement::edit::StatementEdit;
use crate::document::statement::settlement::{self, Asked};
use crate::ui::forms::{begin_with, field, labelled, lines, soft, wrong};
use crate::ui::state::{Actions, Context, Edit};
use crate::units::Currency;

/// What is typed so far.
pub(super) struct Settlement {
    /// The name of the settlement that is changed; none for a new one.
    of: Option<String>,
    asked: Asked,
    words: String,
}

impl Settlement {
    /// A new settlement, or the one of this name.
    pub fn new(context: &Context, of: Option<String>) -> Self {
        let all = &context.scenario().settlements;
        let known = of
            .as_ref()
            .and_then(|name| all.iter().find(|one| one.name == *name));
        Self {
            asked: known.map_or_else(Asked::default, |one| {
                Asked::of(one, &context.scenario().currency)
            }),
            of: known.map(|one| one.name.clone()),
            words: String::new(),
        }
    }
}

impl Dialog for Settlement {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        let is_new = self.of.is_none();
        title(
            ui,
            if is_new {
                "Add a settlement"
            } else {
                "Change a settlement"
            },
        );
        let asked = &mut self.asked;
        let height = (ui.ctx().content_rect().height() - 190.0).clamp(160.0, 600.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 12.0);
            ui.spacing_mut().item_spacing.y = 7.0;
            labelled(ui, "Name", |ui| {
                let response = field(
                    ui,
                    "Name of the settlement",
                    &mut asked.name,
                    "UC nurses 2025",
                    270.0,
                );
                begin_with(ui, &response);
            });
            labelled(ui, "Between", |ui| {
                field(ui, "Who settled it", &mut asked.parties, "", 270.0);
            });
            labelled(ui, "First day", |ui| {
                field(
                    ui,
                    "First day of the settlement",
                    &mut asked.first_day,
                    "11/5/2024",
                    130.0,
                );
            });
            labelled(ui, "Last day", |ui| {
                field(
                    ui,
                    "Last day of the settlement",
                    &mut asked.last_day,
                    "9/12/2028",
                    130.0,
                );
            });
            soft(
                ui,
                "Its raises for everyone, a line each, with their dates where they are known",
            );
            lines(
                ui,
                "Raises of the settlement",
                &mut asked.raises,
                "11/5/2024: 13%",
                4,
            );
            labelled(ui, "Or only a total", |ui| {
                field(
                    ui,
                    "Total of the settlement",
                    &mut asked.total,
                    "18.5%",
                    90.0,
                );
            });
            soft(ui, "Lump sums, a line each; they enter no percent");
            lines(
                ui,
                "Lump sums of the settlement",
                &mut asked.lump_sums,
                &format!(
                    "3/31/2023: {}",
                    context.scenario().currency.example("3,000")
                ),
                1,
            );
            labelled(ui, "Source", |ui| {
                let sources = context.scenario().sources.iter();
                let sources = sources.map(|one| (Some(one.id.clone()), one.title.clone()));
                choose(ui, "Source", &mut asked.source, "none", sources.collect());
            });
            ui.checkbox(&mut asked.shared, "The other side may see it here");
            lines(
                ui,
                "Private note on the settlement",
                &mut asked.note,
                "Private note",
                1,
            );
        });
        wrong(ui, &self.words);
        let done = if is_new { "Add" } else { "Done" };
        taken_by(ui, done, || {
            self.take(&context.scenario().currency, actions)
        })
    }

    fn refused(&mut self, words: String) -> Result<(), String> {
        self.words = words;
        Ok(())
    }
}

impl Settlement {
    fn take(&mut self, currency: &Currency, actions: &mut Actions) {
        match settlement::read(&self.asked, currency) {
            Ok(settlement) => {
                self.words.clear();
                let settlement = Box::new(settlement);
                let edit = match &self.of {
                    Some(name) => StatementEdit::SetSettlement(name.clone(), settlement),
                    None => StatementEdit::AddSettlement(settlement),
                };
                actions.edit(Edit::Typed(Command::Statement(edit)));
            }
            Err(words) => self.words = words,
        }
    }
}
