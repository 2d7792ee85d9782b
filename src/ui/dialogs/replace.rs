//! Whether a file is replaced.

use std::path::PathBuf;

use eframe::egui::{RichText, Ui};

use super::{Answer, Dialog, question, title};
use crate::ui::state::{Actions, Context, Disk};
use crate::ui::widgets::sentence::ended;
use crate::units::visible;

pub(super) struct Replace {
    pub(super) path: PathBuf,
    pub(super) reasons: Vec<String>,
}

impl Dialog for Replace {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Replace the file?");
        for reason in &self.reasons {
            ui.label(ended(reason).into_owned());
        }
        ui.label(RichText::new(visible::path(&self.path)).weak());
        match question(ui, &["Replace", "Save as\u{2026}", "Cancel"], 1) {
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
