//! Work that is kept, and work that was lost and comes back.

use std::path::Path;

use eframe::egui;

use super::App;
use crate::document::Document;
use crate::files::keeping::{DataFolder, KeepingError, LostWork, crash};
use crate::ui::disk::Keeping;
use crate::ui::state::{Ask, Notice, OpenFile};

impl App {
    /// Starts keeping: crash notes, lost work of earlier sessions, autosaves of this one. Answers with the
    /// lost work there is.
    pub fn start_keeping(&mut self, ctx: &egui::Context) -> Vec<LostWork> {
        let data = DataFolder::standard();
        crash::install(data.as_ref().ok());
        self.start_keeping_in(ctx, data)
    }

    /// The same, in a data folder of the caller's.
    pub fn start_keeping_in(
        &mut self,
        ctx: &egui::Context,
        data: Result<DataFolder, KeepingError>,
    ) -> Vec<LostWork> {
        let (keeping, found) = Keeping::start(ctx, data);
        self.keeping = keeping;
        if let Some(told) = found.told {
            self.tell(Notice::trouble(told));
        }
        if let Some(told) = self.keeping.opened(self.context.file()) {
            self.tell(Notice::trouble(told));
        }
        found.lost
    }

    /// Offers lost work, one document after the other: the next one when the one before is saved or given up, so
    /// that none takes the place of another.
    pub fn offer_lost_work(&mut self, lost: Vec<LostWork>) {
        self.lost = lost;
    }

    /// Each frame: the next lost work, once nothing is in its way.
    pub(super) fn offer_next(&mut self) {
        let in_the_way = self.dialogs.is_open()
            || self.context.is_presenting()
            || self.context.document().in_gesture()
            || self.context.document().is_edited();
        if in_the_way || self.lost.is_empty() {
            return;
        }
        let work = Box::new(self.lost.remove(0));
        let more = self.lost.len();
        self.ask(Ask::LostWork { work, more });
    }

    /// Each frame: an autosave where one is due.
    pub(super) fn keep(&mut self, ctx: &egui::Context) {
        let told = self.keeping.tick(ctx, self.context.session.whole());
        if let Some(told) = told {
            self.tell(Notice::trouble(told));
        }
        self.context.autosave = self.keeping.in_words();
    }

    /// Opens lost work as unsaved changes.
    pub(super) fn recover(&mut self, work: LostWork) {
        let Some(recovered) = self.keeping.recover(work) else {
            return;
        };
        let mut file = OpenFile {
            untitled: recovered.scenario.title.clone(),
            recent: std::mem::take(&mut self.context.session.file.recent),
            ..OpenFile::default()
        };
        if let Some(original) = recovered.original {
            file.path = Some(original.path);
            file.fingerprint = Some(original.fingerprint);
        }
        self.put(Document::never_saved(recovered.scenario), file);
        if let Some(told) = recovered.told {
            self.tell(Notice::trouble(told));
        }
    }

    pub(super) fn discard(&mut self, work: LostWork) {
        if let Err(error) = work.discard() {
            self.tell(Notice::trouble(error.to_string()));
        }
    }

    /// File, Earlier versions….
    pub(super) fn show_earlier_versions(&mut self) {
        if let Some(path) = self.context.file().path.clone() {
            self.ask(Ask::EarlierVersions {
                versions: self.keeping.versions(&path),
                of: path,
                missing: false,
            });
        }
    }

    /// At the start, where the file open last is gone: says so, and offers what was kept of it.
    pub(super) fn tell_missing(&mut self, path: &Path) {
        self.ask(Ask::EarlierVersions {
            versions: self.keeping.versions(path),
            of: path.to_path_buf(),
            missing: true,
        });
    }
}

#[cfg(test)]
mod tests;
