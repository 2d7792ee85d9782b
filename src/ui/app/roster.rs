//! What an import needs of the disk: its file chosen, rejected lines saved, its settings kept for next month.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui;

use super::App;
use crate::files::roster::{Profile, Staged};
use crate::files::{FileError, write_private, write_private_new};
use crate::ui::disk::Purpose;
use crate::ui::state::{Ask, Notice};
use crate::units::visible;

/// What a file of rejected lines is called, unless the user calls it something else.
const REJECTED: &str = "rejected-lines.csv";

impl App {
    /// Asks for a roster.
    pub(super) fn choose_roster(&mut self, ctx: &egui::Context) {
        self.choose_file(ctx, Purpose::Roster, String::new());
    }

    /// Asks where to save rejected lines.
    pub(super) fn save_rejected(&mut self, staged: Arc<Staged>, ctx: &egui::Context) {
        self.choose_file(ctx, Purpose::Rejected(staged), REJECTED.to_owned());
    }

    /// What the field for their path holds at first: beside the scenario, or at home.
    pub(super) fn suggested_rejected(&self) -> String {
        let beside = self.context.file().path.as_deref().and_then(Path::parent);
        let folder = beside.map(Path::to_path_buf).or_else(std::env::home_dir);
        let path = folder.unwrap_or_default().join(REJECTED);
        path.display().to_string()
    }

    /// Saves rejected lines: line, column and reason, nothing of what stood there. A file that is there already
    /// is replaced only where the user said so of this very path.
    pub(super) fn save_rejected_to(&mut self, staged: &Arc<Staged>, path: PathBuf, over: bool) {
        let path = if path.extension().is_none() {
            path.with_extension("csv")
        } else {
            path
        };
        let written = staged.rejected_csv().and_then(|bytes| {
            if over {
                write_private(&path, &bytes)
            } else {
                write_private_new(&path, &bytes)
            }
        });
        match written {
            Ok(()) => {
                let words = format!("Saved the rejected lines to {}", visible::path(&path));
                self.tell(Notice::done(words));
            }
            Err(FileError::AlreadyThere(_)) => {
                let staged = staged.clone();
                self.ask(Ask::ReplaceWithRejected { staged, path });
            }
            Err(error) => self.tell(Notice::trouble(error.to_string())),
        }
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
