//! Where something is saved, where the desktop offers no dialog, and whether it may replace a file.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{Label, RichText, Ui};

use super::{Answer, Dialog, buttons, question, title};
use crate::files::roster::Staged;
use crate::scenario::OfferId;
use crate::ui::forms::{begin_with, entered, field, soft};
use crate::ui::state::{Actions, Context, Disk};
use crate::units::visible;

/// What the file of rejected lines holds: a user about to pass it on wants to know whether somebody is named in it.
const HOLDS: &str = "It holds the number of each line, its column and the reason: no names, no employee numbers, nothing of what stood in the cells. Only you can read it.";

pub(super) enum Saved {
    /// The term sheet of an offer.
    TermSheet(OfferId),
    /// The rejected lines of a roster.
    Rejected(Arc<Staged>),
}

impl Saved {
    fn called(&self) -> &'static str {
        match self {
            Self::TermSheet(_) => "the term sheet",
            Self::Rejected(_) => "the rejected lines",
        }
    }

    /// The action that saves it under a path, in place of a file there where it may go `over`.
    fn to(&self, path: PathBuf, over: bool) -> Disk {
        match self {
            Self::TermSheet(offer) => Disk::SaveTermSheetTo {
                offer: offer.clone(),
                path,
                over,
            },
            Self::Rejected(staged) => Disk::SaveRejectedTo {
                staged: staged.clone(),
                path,
                over,
            },
        }
    }

    /// The action that asks anew where it goes.
    fn elsewhere(&self) -> Disk {
        match self {
            Self::TermSheet(offer) => Disk::SaveTermSheet(offer.clone()),
            Self::Rejected(staged) => Disk::SaveRejected(staged.clone()),
        }
    }
}

/// The page that asks for the path.
pub(super) struct TypePath {
    pub(super) saved: Saved,
    pub(super) path: String,
}

impl Dialog for TypePath {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        let called = self.saved.called();
        title(ui, &format!("Save {called} as"));
        let type_it = "This desktop offers no file dialog. Type the path of the file.";
        match self.saved {
            Saved::TermSheet(_) => {
                ui.label(type_it);
            }
            Saved::Rejected(_) => {
                ui.add(Label::new(HOLDS).wrap());
                soft(ui, type_it);
            }
        }
        let name = format!("Path of {called}");
        let response = field(ui, &name, &mut self.path, "", f32::INFINITY);
        let entered = entered(ui, &response);
        begin_with(ui, &response);
        match (entered, buttons(ui, &["Save", "Cancel"])) {
            (true, _) | (_, Some(0)) if !self.path.trim().is_empty() => {
                let path = PathBuf::from(self.path.trim());
                actions.disk(self.saved.to(path, false));
                Answer::Close
            }
            (_, Some(1)) => Answer::Close,
            _ => Answer::Stay,
        }
    }
}

/// The page that asks whether a file of the name may go.
pub(super) struct ReplaceFile {
    pub(super) saved: Saved,
    pub(super) path: PathBuf,
}

impl Dialog for ReplaceFile {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Replace the file?");
        ui.label("There is a file of this name already.");
        ui.label(RichText::new(visible::path(&self.path)).weak());
        match question(ui, &["Replace", "Save as\u{2026}", "Cancel"], 1) {
            Some(0) => actions.disk(self.saved.to(self.path.clone(), true)),
            Some(1) => actions.disk(self.saved.elsewhere()),
            Some(_) => {}
            None => return Answer::Stay,
        }
        Answer::Close
    }
}
