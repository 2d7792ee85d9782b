//! Whether the presentation ends, because the window is to close with changes that aren't saved.

use eframe::egui::Ui;

use super::{Answer, Dialog, question, title};
use crate::ui::state::{Actions, Context, Disk, Look};

pub(super) struct EndPresenting;

impl Dialog for EndPresenting {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "End the presentation?");
        ui.label("There are changes that aren\u{2019}t saved. To ask about them the window shows the whole case again, with what is private.");
        match question(ui, &["Keep presenting", "End and close\u{2026}"], 0) {
            Some(0) => {}
            Some(_) => {
                actions.look(Look::Present(false));
                actions.disk(Disk::Quit);
            }
            None => return Answer::Stay,
        }
        Answer::Close
    }
}
