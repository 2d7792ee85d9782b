//! Whether a file is replaced.

use std::path::PathBuf;

use eframe::egui::{RichText, Ui};

use super::{Answer, Dialog, buttons, title};
use crate::ui::state::{Actions, Context, Disk};

pub(super) struct Replace {
    pub path: PathBuf,
    pub words: String,
}

impl Dialog for Replace {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Replace the file?");
        ui.label(self.words.as_str());
        ui.label(RichText::new(self.path.display().to_string()).weak());
        match buttons(ui, &["Replace", "Save as\u{2026}", "Cancel"]) {
            Some(0) => actions.disk(Disk::SaveTo {
                path: self.path.clone(),
                over: true,
            }),
            Some(1) => actions.disk(Disk::SaveAs),
            Some(_) => {}
            None => return Answer::Stay,
        }
        Answer::Close
    }
}
