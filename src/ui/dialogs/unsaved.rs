//! Whether changes are saved before they would be lost.

use eframe::egui::Ui;

use super::{Answer, Dialog, question, title};
use crate::ui::state::{Actions, Context, Disk, Next};

pub(super) struct Unsaved(pub Next);

impl Dialog for Unsaved {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Save the changes?");
        ui.label(format!(
            "{} has changes that aren\u{2019}t saved.",
            context.file().name()
        ));
        let next = self.0.clone();
        match question(ui, &["Save", "Don\u{2019}t save", "Cancel"], 0) {
            Some(0) => actions.disk(Disk::SaveThen(next)),
            Some(1) => actions.disk(Disk::DiscardThen(next)),
            Some(_) => {}
            None => return Answer::Stay,
        }
        Answer::Close
    }
}
