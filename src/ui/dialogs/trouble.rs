//! What can't be done, why, and what to do.

use eframe::egui::Ui;

use super::{Answer, Dialog, close_only, title};
use crate::ui::state::{Actions, Context};

pub(super) struct Trouble {
    pub title: String,
    pub words: String,
}

impl Dialog for Trouble {
    fn show(&mut self, ui: &mut Ui, _context: &Context, _actions: &mut Actions) -> Answer {
        title(ui, &self.title);
        ui.label(self.words.as_str());
        close_only(ui)
    }
}
