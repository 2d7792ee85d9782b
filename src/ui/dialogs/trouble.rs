//! What can't be done, why, and what to do.

use eframe::egui::Ui;

use super::{Answer, Dialog, close_only, question, title};
use crate::ui::state::{Actions, Context, Disk};
use crate::ui::widgets::sentence::ended;

pub(super) struct Trouble {
    pub(super) title: String,
    pub(super) words: String,
}

/// Why a file wasn't saved. The work is in the window only: another place for it is offered.
pub(super) struct NotSaved {
    pub(super) words: String,
}

impl Dialog for NotSaved {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "The file isn\u{2019}t saved");
        ui.label(ended(&self.words).into_owned());
        match question(ui, &["Save as\u{2026}", "Close"], 0) {
            Some(0) => actions.disk(Disk::SaveAs),
            Some(_) => {}
            None => return Answer::Stay,
        }
        Answer::Close
    }
}

impl Dialog for Trouble {
    fn show(&mut self, ui: &mut Ui, _context: &Context, _actions: &mut Actions) -> Answer {
        title(ui, &self.title);
        ui.label(ended(&self.words).into_owned());
        close_only(ui)
    }

    fn closes_beside(&self) -> bool {
        true
    }
}
