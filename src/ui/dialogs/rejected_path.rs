//! Where rejected lines of a roster go, where the desktop offers no dialog, and whether they may replace a file.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{Label, RichText, Ui};

use super::{Answer, Dialog, buttons, question, title};
use crate::files::roster::Staged;
use crate::ui::forms::{begin_with, entered, field, soft};
use crate::ui::state::{Actions, Context, Disk};
use crate::units::visible;

/// What the file holds: a user about to pass it on wants to know whether somebody is named in it.
const HOLDS: &str = "It holds the number of each line, its column and the reason: no names, no employee numbers, nothing of what stood in the cells. Only you can read it.";

pub(super) struct TypeIt {
    pub(super) staged: Arc<Staged>,
    pub(super) path: String,
}

impl Dialog for TypeIt {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Save the rejected lines as");
        ui.add(Label::new(HOLDS).wrap());
        soft(
            ui,
            "This desktop offers no file dialog. Type the path of the file.",
        );
        let path = &mut self.path;
        let response = field(ui, "Path of the rejected lines", path, "", f32::INFINITY);
        let entered = entered(ui, &response);
        begin_with(ui, &response);
        match (entered, buttons(ui, &["Save", "Cancel"])) {
            (true, _) | (_, Some(0)) if !self.path.trim().is_empty() => {
                actions.disk(Disk::SaveRejectedTo {
                    staged: self.staged.clone(),
                    path: PathBuf::from(self.path.trim()),
                    over: false,
                });
                Answer::Close
            }
            (_, Some(1)) => Answer::Close,
            _ => Answer::Stay,
        }
    }
}

pub(super) struct Replace {
    pub(super) staged: Arc<Staged>,
    pub(super) path: PathBuf,
}

impl Dialog for Replace {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Replace the file?");
        ui.label("There is a file of this name already.");
        ui.label(RichText::new(visible::path(&self.path)).weak());
        match question(ui, &["Replace", "Save as\u{2026}", "Cancel"], 1) {
            Some(0) => actions.disk(Disk::SaveRejectedTo {
                staged: self.staged.clone(),
                path: self.path.clone(),
                over: true,
            }),
            Some(1) => actions.disk(Disk::SaveRejected(self.staged.clone())),
            Some(_) => {}
            None => return Answer::Stay,
        }
        Answer::Close
    }
}
