//! What an import needs of the disk: its file chosen, rejected lines saved, its settings kept for next month.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui;

use super::App;
use crate::files::roster::{Profile, Staged};
use crate::files::write_private;
use crate::ui::disk::Purpose;
use crate::ui::state::Notice;

impl App {
    /// Asks for a roster.
    pub(super) fn choose_roster(&mut self, ctx: &egui::Context) {
        self.file_dialogs.open(ctx, Purpose::Roster, String::new());
    }

    /// Asks where to save rejected lines.
    pub(super) fn save_rejected(&mut self, staged: Arc<Staged>, ctx: &egui::Context) {
        let suggested = "rejected-lines.csv".to_owned();
        self.file_dialogs
            .open(ctx, Purpose::Rejected(staged), suggested);
    }

    /// Saves rejected lines: line, column and reason, nothing of what stood there.
    pub(super) fn save_rejected_to(&mut self, staged: &Staged, path: PathBuf) {
        let path = if path.extension().is_none() {
            path.with_extension("csv")
        } else {
            path
        };
        let written = staged
            .rejected_csv()
            .and_then(|bytes| write_private(&path, &bytes));
        self.tell(match written {
            Ok(()) => Notice::done(format!("Saved the rejected lines to {}", path.display())),
            Err(error) => Notice::trouble(error.to_string()),
        });
    }

    /// Keeps the settings of the last import beside the scenario, once it has a file.
    pub(super) fn keep_profile(&mut self) {
        let file = self.context.file();
        let (Some(path), Some(profile)) = (&file.path, &file.profile) else {
            return;
        };
        let path: &Path = path;
        if let Err(error) = profile.write(&Profile::path_beside(path)) {
            let words = format!("The columns aren\u{2019}t kept for next month: {error}");
            self.tell(Notice::trouble(words));
        }
    }
}
