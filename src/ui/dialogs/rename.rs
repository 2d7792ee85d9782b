//! Another name for an offer.

use eframe::egui::Ui;

use super::{Answer, Dialog, taken_by, title};
use crate::document::Command;
use crate::document::wrong::Wrong;
use crate::scenario::OfferId;
use crate::ui::forms::beside::{Beside, Typed};
use crate::ui::forms::{begin_with, wrong as tell_wrong};
use crate::ui::state::{Actions, Context, Edit};

pub(super) struct Rename {
    offer: OfferId,
    name: String,
    beside: Beside<()>,
    words: String,
}

impl Rename {
    pub fn of(context: &Context, offer: OfferId) -> Self {
        let name = context.name_of(&offer).to_owned();
        Self {
            offer,
            name,
            beside: Beside::default(),
            words: String::new(),
        }
    }
}

impl Dialog for Rename {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Rename the offer");
        let mut wrong = Wrong::default();
        if self.name.trim().is_empty() {
            wrong.tell((), "an offer needs a name");
        }
        let of = Typed::filling("Name of the offer", "");
        let beside = &mut self.beside;
        let field = beside.field(ui, &(), of, &mut self.name, &wrong);
        begin_with(ui, &field);
        beside.under(ui, &(), &self.name, (&wrong, 0.0));
        tell_wrong(ui, &self.words);
        let words = &mut self.words;
        taken_by(ui, "Rename", || {
            words.clear();
            if wrong.is_nothing() {
                let command = Command::Rename(self.offer.clone(), self.name.clone());
                actions.edit(Edit::Typed(command));
            } else {
                beside.tell_all();
            }
        })
    }

    fn refused(&mut self, words: String) -> Result<(), String> {
        self.words = words;
        Ok(())
    }
}
