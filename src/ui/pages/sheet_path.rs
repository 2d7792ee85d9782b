//! Where a term sheet goes, where the desktop offers no dialog, and whether it may replace a file.

use std::path::{Path, PathBuf};

use eframe::egui::{RichText, Ui};

use super::super::dialogs::{Answer, act, buttons, title};
use super::super::sheet;
use super::{begin_with, entered, field};
use crate::scenario::OfferId;

pub(super) fn type_it(ui: &mut Ui, offer: &OfferId, path: &mut String) -> Answer {
    title(ui, "Save the term sheet as");
    ui.label("This desktop offers no file dialog. Type the path of the file.");
    let response = field(ui, "Path of the term sheet", path, "", f32::INFINITY);
    let entered = entered(ui, &response);
    begin_with(ui, &response);
    match (entered, buttons(ui, &["Save", "Cancel"])) {
        (true, _) | (_, Some(0)) if !path.trim().is_empty() => {
            let (offer, path) = (offer.clone(), PathBuf::from(path.trim()));
            act(move |window| sheet::save_to(window, &offer, path, false))
        }
        (_, Some(1)) => Answer::Close,
        _ => Answer::Stay,
    }
}

pub(super) fn replace(ui: &mut Ui, offer: &OfferId, path: &Path) -> Answer {
    title(ui, "Replace the file?");
    ui.label("There is a file of this name already.");
    ui.label(RichText::new(path.display().to_string()).weak());
    let (offer, path) = (offer.clone(), path.to_path_buf());
    match buttons(ui, &["Replace", "Save as\u{2026}", "Cancel"]) {
        Some(0) => act(move |window| sheet::save_to(window, &offer, path, true)),
        Some(1) => act(move |window| sheet::save_as(window, &offer)),
        Some(_) => Answer::Close,
        None => Answer::Stay,
    }
}
