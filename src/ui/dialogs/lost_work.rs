//! Lost work: one document of an earlier session that wasn't saved.

use std::time::SystemTime;

use eframe::egui::Ui;

use super::{Answer, Dialog, question, title};
use crate::files::keeping::LostWork;
use crate::ui::forms::soft;
use crate::ui::state::{Actions, Context, Disk};

pub(super) struct Lost {
    /// Nothing once it was answered.
    work: Option<Box<LostWork>>,
    more: usize,
}

impl Lost {
    pub fn new(work: Box<LostWork>, more: usize) -> Self {
        let work = Some(work);
        Self { work, more }
    }
}

impl Dialog for Lost {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        let Some(work) = &self.work else {
            return Answer::Close;
        };
        title(ui, "Recover unsaved work?");
        ui.label(format!("{}.", work.in_words(SystemTime::now())));
        soft(
            ui,
            "Recovered work opens as unsaved changes; its file stays as it is until you save.",
        );
        match self.more {
            0 => {}
            1 => soft(
                ui,
                "One more is offered once this one is saved or given up.",
            ),
            more => {
                let words = format!("{more} more are offered once this one is saved or given up.");
                soft(ui, &words);
            }
        }
        let Some(choice) = question(ui, &["Recover", "Discard", "Ask again next time"], 0) else {
            return Answer::Stay;
        };
        match (choice, self.work.take()) {
            (0, Some(work)) => actions.disk(Disk::Recover(work)),
            (1, Some(work)) => actions.disk(Disk::Discard(work)),
            _ => {}
        }
        Answer::Close
    }

    /// It is asked until it is answered: Escape by habit would look like an answer.
    fn can_be_left(&self) -> bool {
        false
    }
}
