//! Autosave, recovery and document locks, as the window uses them.

use std::path::Path;
use std::time::Instant;

use eframe::egui::Context;

use crate::document::Document;
use crate::files::SaveOutcome;
use crate::files::keeping::{
    AutosaveStatus, Backup, Backups, DataFolder, Keeper, KeepingError, LostWork, Original, Recovery,
};
use crate::scenario::Scenario;
use crate::ui::state::{Notice, OpenFile};
use crate::ui::widgets::clock::time_of_day;

/// Work is kept and lost work looked for in the program's data folder. Before it is started, as in most
/// tests, nothing is.
#[derive(Default)]
pub struct Keeping {
    keeper: Option<Keeper>,
    folder: Option<DataFolder>,
}

/// What the start found.
pub struct Found {
    /// Work of earlier sessions that wasn't saved, the newest first.
    pub(crate) lost: Vec<LostWork>,
    /// What is to be told of it.
    pub(crate) told: Option<String>,
}

/// Lost work, opened.
pub struct Recovered {
    pub(crate) scenario: Scenario,
    /// The file it belongs to, if there was one.
    pub(crate) original: Option<Original>,
    /// What is to be told.
    pub(crate) told: Option<String>,
}

impl Keeping {
    /// Starts keeping in a data folder: lost work of earlier sessions, autosaves of this one. `ctx` is
    /// woken when an autosave is done.
    #[must_use]
    pub fn start(ctx: &Context, data: Result<DataFolder, KeepingError>) -> (Self, Found) {
        let recovery = data.as_ref().map(Recovery::look).unwrap_or_default();
        let told = (!recovery.messages.is_empty()).then(|| recovery.messages.join(" "));
        let woken = ctx.clone();
        let keeper = Keeper::start(data.as_ref(), move || woken.request_repaint());
        let keeping = Self {
            keeper: Some(keeper),
            folder: data.ok(),
        };
        let lost = recovery.work;
        (keeping, Found { lost, told })
    }

    /// Whether it was started.
    #[must_use]
    pub fn is_started(&self) -> bool {
        self.keeper.is_some()
    }

    /// Another document is shown: its lock is taken, the former one's autosave cleared. What is to be told,
    /// such as that another window has it open.
    pub fn opened(&mut self, file: &OpenFile) -> Option<String> {
        let original = file.path.clone().zip(file.fingerprint.clone());
        let original = original.map(|(path, fingerprint)| Original { path, fingerprint });
        self.keeper.as_mut()?.opened(original)
    }

    /// The document was saved. What is to be told.
    pub fn saved(&mut self, path: &Path, outcome: &SaveOutcome) -> Option<String> {
        self.keeper.as_mut()?.saved(path, outcome)
    }

    /// Nothing is left to keep: the window closes with its work saved or given up. What went wrong.
    pub fn close(&mut self) -> Option<String> {
        let closed = self.keeper.as_mut()?.close();
        closed.err().map(|error| error.to_string())
    }

    /// Each frame: an autosave where one is due, and a frame at the time the next one will be. What went
    /// wrong.
    pub fn tick(&mut self, ctx: &Context, document: &Document) -> Option<String> {
        let keeper = self.keeper.as_mut()?;
        let next = keeper.tick_shared(Instant::now(), document.revision(), || {
            document.is_edited().then(|| document.snapshot())
        });
        if let Some(at) = next {
            ctx.request_repaint_after(at.saturating_duration_since(Instant::now()));
        }
        let troubles = keeper.take_troubles();
        (!troubles.is_empty()).then(|| troubles.join(" "))
    }

    /// What the status bar says of the autosave; nothing before the first.
    #[must_use]
    pub fn in_words(&self) -> Option<Notice> {
        Some(match self.keeper.as_ref()?.status() {
            AutosaveStatus::Nothing => return None,
            AutosaveStatus::At(when) => Notice::done(format!("Autosaved {}", time_of_day(*when))),
            AutosaveStatus::Failed(error) | AutosaveStatus::Off(error) => {
                Notice::trouble(error.to_string())
            }
        })
    }

    /// What the last saves of a file replaced, the newest first.
    #[must_use]
    pub fn versions(&self, file: &Path) -> Vec<Backup> {
        let folder = self.folder.as_ref();
        folder.map_or_else(Vec::new, |folder| Backups::new(folder).list(file))
    }

    pub fn recover(&mut self, work: LostWork) -> Option<Recovered> {
        let (scenario, original, told) = self.keeper.as_mut()?.recover(work);
        Some(Recovered {
            scenario,
            original,
            told,
        })
    }
}
