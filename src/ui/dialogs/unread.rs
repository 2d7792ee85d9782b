//! Whether what is typed and can't be read is given up.

use eframe::egui::Ui;

use super::{Answer, Dialog, question, title};
use crate::ui::state::{Actions, Context, Disk, Next};

pub(super) struct Unread {
    pub(super) next: Next,
    pub(super) typed: Vec<String>,
}

/// How many texts are named.
const NAMED: usize = 6;

impl Dialog for Unread {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Give up what you typed?");
        ui.label("What is typed here can\u{2019}t be read, so that it isn\u{2019}t in the case:");
        for one in self.typed.iter().take(NAMED) {
            ui.label(one.as_str());
        }
        if let Some(more) = self.typed.len().checked_sub(NAMED).filter(|more| *more > 0) {
            ui.label(format!("and {more} more"));
        }
        match question(ui, &["Keep editing", "Give it up"], 0) {
            Some(1) => actions.disk(Disk::GiveUpTypedThen(self.next.clone())),
            Some(_) => {}
            None => return Answer::Stay,
        }
        Answer::Close
    }
}
