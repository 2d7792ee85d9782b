//! Lost work, one document after the other, the newest first.

use std::time::SystemTime;

use eframe::egui::{RichText, Ui};

use super::{Answer, Dialog, question, title};
use crate::files::keeping::LostWork;
use crate::ui::state::{Actions, Ask, Context, Disk};
use crate::ui::widgets::theme;

pub(super) struct Lost(pub Vec<LostWork>);

impl Dialog for Lost {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        let Some(work) = self.0.first() else {
            return Answer::Close;
        };
        title(ui, "Recover unsaved work?");
        ui.label(work.in_words(SystemTime::now()));
        let color = theme::palette(ui).soft;
        let kept =
            "Recovered work opens as unsaved changes; its file stays as it is until you save.";
        ui.label(RichText::new(kept).color(color));
        let Some(choice) = question(ui, &["Recover", "Discard", "Ask again next time"], 0) else {
            return Answer::Stay;
        };
        let work = Box::new(self.0.remove(0));
        match choice {
            0 => actions.disk(Disk::Recover(work)),
            1 => actions.disk(Disk::Discard(work)),
            _ => {}
        }
        if !self.0.is_empty() {
            actions.ask(Ask::LostWork(std::mem::take(&mut self.0)));
        }
        Answer::Close
    }

    /// It is asked until it is answered: Escape by habit would look like an answer.
    fn can_be_left(&self) -> bool {
        false
    }
}
