//! Earlier versions of a file: what its last saves replaced, each opened as a copy.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use eframe::egui::{Role, ScrollArea, Ui, WidgetInfo};

use super::{Answer, Dialog, close_only, question, title};
use crate::files::keeping::{Backup, MOST_BACKUPS, ago};
use crate::ui::state::{Actions, Context, Disk};
use crate::ui::widgets::clock::date_and_time;
use crate::units::visible;

pub(super) struct EarlierVersions {
    pub(super) of: PathBuf,
    pub(super) missing: bool,
    pub(super) versions: Vec<Backup>,
}

impl Dialog for EarlierVersions {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        let name = file_name(&self.of);
        if self.missing {
            title(ui, &format!("{name} can\u{2019}t be found"));
            let folder = self.of.parent().map(visible::path);
            let folder = folder.map_or_else(String::new, |folder| format!(" in {folder}"));
            ui.label(format!("It was open last{folder}. It was moved, renamed or deleted since, or its disk isn\u{2019}t connected. The example is shown instead."));
        } else {
            title(ui, &format!("Earlier versions of {name}"));
        }
        if self.versions.is_empty() {
            if !self.missing {
                ui.label(format!("None is kept yet. Each save keeps the version it replaces, up to the last {MOST_BACKUPS}."));
            }
            return close_only(ui);
        }
        ui.label("A version opens as a copy without a file; the file stays as it is.");
        let now = SystemTime::now();
        let mut chosen = None;
        ScrollArea::vertical().max_height(340.0).show(ui, |ui| {
            for version in &self.versions {
                let saved = date_and_time(version.when);
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
        let untitled = self
            .of
            .file_stem()
            .map_or_else(String::new, |stem| visible::path(Path::new(stem)));
        let untitled = format!("{untitled}, earlier version");
        match (chosen, question(ui, &["Cancel"], 0)) {
            (Some(path), _) => actions.disk(Disk::OpenCopy(path, untitled)),
            (None, Some(_)) => {}
            (None, None) => return Answer::Stay,
        }
        Answer::Close
    }
}

/// A file's name without its folders.
fn file_name(path: &Path) -> String {
    visible::path(path.file_name().map_or(path, Path::new))
}
