//! The page of a settlement elsewhere: its raises, or only their total.

use eframe::egui::{ScrollArea, Ui};

use super::claim::choose;
use super::{Answer, Dialog, taken_by, title};
use crate::document::Command;
use crate::document::statement::edit::StatementEdit;
use crate::document::statement::settlement::{self, Asked, Field};
use crate::document::wrong::Wrong;
use crate::scenario::Settlement as Read;
use crate::ui::forms::beside::{Beside, Typed};
use crate::ui::forms::{begin_with, field, labelled, lines, soft, wrong as tell_wrong};
use crate::ui::state::{Actions, Context, Edit};

/// What is typed so far.
pub(super) struct Settlement {
    /// The name of the settlement that is changed; none for a new one.
    of: Option<String>,
    asked: Asked,
    beside: Beside<Field>,
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
            beside: Beside::default(),
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
        let currency = &context.scenario().currency;
        let read = settlement::read(&self.asked, currency);
        let right = Wrong::default();
        let wrong = read.as_ref().err().unwrap_or(&right);
        let Self { asked, beside, .. } = self;
        let height = (ui.ctx().content_rect().height() - 190.0).clamp(160.0, 760.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 12.0);
            ui.spacing_mut().item_spacing.y = 7.0;
            let of = |spoken, hint, width| Typed {
                spoken,
                hint,
                width,
            };
            let wide = f32::INFINITY;
            let name = of("Name of the settlement", "UC nurses 2025", wide);
            let at = ("Name", &Field::Name);
            let response = beside.row(ui, at, name, &mut asked.name, wrong);
            begin_with(ui, &response);
            labelled(ui, "Between", |ui| {
                field(ui, "Who settled it", &mut asked.parties, "", wide);
            });
            let first = of("First day of the settlement", "11/5/2024", 150.0);
            let at = ("First day", &Field::FirstDay);
            beside.row(ui, at, first, &mut asked.first_day, wrong);
            let last = of("Last day of the settlement", "9/12/2028", 150.0);
            let at = ("Last day", &Field::LastDay);
            beside.row(ui, at, last, &mut asked.last_day, wrong);
            soft(
                ui,
                "Its raises for everyone, a line each, with their dates where they are known",
            );
            let raises = of("Raises of the settlement", "11/5/2024: 13%", wide);
            beside.rows(ui, &Field::Raises, (raises, 4), &mut asked.raises, wrong);
            let total = of("Total of the settlement", "18.5%", 150.0);
            let at = ("Or only a total", &Field::Total);
            beside.row(ui, at, total, &mut asked.total, wrong);
            soft(ui, "Lump sums, a line each; they enter no percent");
            let hint = format!("3/31/2023: {}", currency.example("3,000"));
            let sums = of("Lump sums of the settlement", &hint, wide);
            beside.rows(ui, &Field::LumpSums, (sums, 1), &mut asked.lump_sums, wrong);
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
        tell_wrong(ui, &self.words);
        let done = if is_new { "Add" } else { "Done" };
        taken_by(ui, done, || self.take(read, actions))
    }

    fn refused(&mut self, words: String) -> Result<(), String> {
        self.words = words;
        Ok(())
    }
}

impl Settlement {
    fn take(&mut self, read: Result<Read, Wrong<Field>>, actions: &mut Actions) {
        self.words.clear();
        let Ok(settlement) = read else {
            self.beside.tell_all();
            return;
        };
        let settlement = Box::new(settlement);
        let edit = match &self.of {
            Some(name) => StatementEdit::SetSettlement(name.clone(), settlement),
            None => StatementEdit::AddSettlement(settlement),
        };
        actions.edit(Edit::Typed(Command::Statement(edit)));
    }
}
