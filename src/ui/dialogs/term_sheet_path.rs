//! Where a term sheet goes, where the desktop offers no dialog, and whether it may replace a file.

use std::path::PathBuf;

use eframe::egui::{RichText, Ui};

use super::{Answer, Dialog, buttons, question, title};
use crate::scenario::OfferId;
use crate::ui::forms::{begin_with, entered, field};
use crate::ui::state::{Actions, Context, Disk};
use crate::units::visible;

pub(super) struct TypeIt {
    pub(super) offer: OfferId,
    pub(super) path: String,
}

impl Dialog for TypeIt {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Save the term sheet as");
        ui.label("This desktop offers no file dialog. Type the path of the file.");
        let path = &mut self.path;
        let response = field(ui, "Path of the term sheet", path, "", f32::INFINITY);
        let entered = entered(ui, &response);
        begin_with(ui, &response);
        match (entered, buttons(ui, &["Save", "Cancel"])) {
            (true, _) | (_, Some(0)) if !self.path.trim().is_empty() => {
                actions.disk(Disk::SaveTermSheetTo {
                    offer: self.offer.clone(),
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
    pub(super) offer: OfferId,
    pub(super) path: PathBuf,
}

impl Dialog for Replace {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Replace the file?");
        ui.label("There is a file of this name already.");
        ui.label(RichText::new(visible::path(&self.path)).weak());
        match question(ui, &["Replace", "Save as\u{2026}", "Cancel"], 1) {
            Some(0) => actions.disk(Disk::SaveTermSheetTo {
                offer: self.offer.clone(),
                path: self.path.clone(),
                over: true,
            }),
            Some(1) => actions.disk(Disk::SaveTermSheet(self.offer.clone())),
            Some(_) => {}
            None => return Answer::Stay,
        }
        Answer::Close
    }
}
