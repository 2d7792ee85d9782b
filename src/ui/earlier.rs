//! Earlier versions of the open file: what its last saves replaced, each opened as a copy.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use eframe::egui::{Role, ScrollArea, Ui, WidgetInfo};

use super::dialogs::{Answer, act, buttons, title};
use super::{Dialog, Window, files, keeping};
use crate::files::keeping::{Backup, MOST_BACKUPS, ago};

/// File, Earlier versions….
pub fn show(window: &mut Window) {
    if let Some(path) = window.place.path.clone() {
        let versions = window.keeping.versions(&path);
        window.dialog = Some(Dialog::EarlierVersions {
            of: path,
            missing: false,
            versions,
        });
    }
}

/// At the start, where the file open last is gone: says so, and offers what was kept of it.
pub fn missing(window: &mut Window, path: &Path) {
    let versions = window.keeping.versions(path);
    window.dialog = Some(Dialog::EarlierVersions {
        of: path.to_path_buf(),
        missing: true,
        versions,
    });
}

/// The list.
pub(super) fn list(ui: &mut Ui, of: &Path, missing: bool, versions: &[Backup]) -> Answer {
    let name = file_name(of);
    if missing {
        title(ui, &format!("{name} can\u{2019}t be found"));
        let folder = of.parent().map(Path::display);
        let folder = folder.map_or_else(String::new, |folder| format!(" in {folder}"));
        ui.label(format!("It was open last{folder}. It was moved, renamed or deleted since, or its disk isn\u{2019}t connected. The example is shown instead."));
    } else {
        title(ui, &format!("Earlier versions of {name}"));
    }
    if versions.is_empty() {
        if !missing {
            ui.label(format!("None is kept yet. Each save keeps the version it replaces, up to the last {MOST_BACKUPS}."));
        }
        return match buttons(ui, &["Close"]) {
            Some(_) => Answer::Close,
            None => Answer::Stay,
        };
    }
    ui.label("A version opens as a copy without a file; the file stays as it is.");
    let now = SystemTime::now();
    let mut chosen = None;
    ScrollArea::vertical().max_height(340.0).show(ui, |ui| {
        for version in versions {
            let saved = keeping::date_and_time(version.when);
            ui.horizontal(|ui| {
                let button = ui.button("Open a copy");
                let label = format!("Open a copy saved {saved}");
                button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
                if button.clicked() {
                    chosen = Some(version.path.clone());
                }
                ui.label(format!("Saved {saved}, {}", ago(version.when, now)));
            });
        }
    });
    let untitled = of.file_stem().unwrap_or_default().to_string_lossy();
    let untitled = format!("{untitled}, earlier version");
    match (chosen, buttons(ui, &["Cancel"])) {
        (Some(path), _) => act(move |window| files::open_copy(window, path, untitled)),
        (None, Some(_)) => Answer::Close,
        (None, None) => Answer::Stay,
    }
}

/// A file's name without its folders.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name()
        .map_or_else(|| PathBuf::from(path), PathBuf::from)
        .display()
        .to_string()
}
