//! What the window holds: one call for each thing that happens to the open document.

use std::path::Path;
use std::sync::Arc;
use std::time::{Instant, SystemTime};

use super::about::Original;
use super::autosave::Autosave;
use super::backups::Backups;
use super::data_folder::DataFolder;
use super::document_lock::{Claim, DocumentLock};
use super::error::KeepingError;
use super::recovery::LostWork;
use super::schedule::{Pace, Schedule};
use super::worker::{Order, Told, Work, Worker};
use crate::files::disk::{Disk, RealDisk};
use crate::files::save::SaveOutcome;
use crate::scenario::Scenario;
use crate::units::visible::path as shown;

/// How the open document stands with autosave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AutosaveStatus {
    /// Nothing has needed keeping yet.
    Nothing,
    /// Kept at this time.
    At(SystemTime),
    /// The last try failed; it is tried again.
    Failed(KeepingError),
    /// There is none, and why.
    Off(KeepingError),
}

/// Keeps the open document safe: its autosave, its lock, the backups of its saves.
///
/// Nothing here waits for the disk, except taking the lock. Dropping it, as a panic does, leaves
/// the unsaved work for the next start; [`Keeper::close`] ends with nothing left to offer.
pub struct Keeper {
    worker: Option<Worker>,
    pace: Pace,
    schedule: Schedule,
    /// Counts the documents opened and the saves: what is told of before doesn't hold afterwards.
    document: u64,
    /// The revision that was seen last.
    seen: Option<u64>,
    original: Option<Original>,
    lock: Option<DocumentLock>,
    status: AutosaveStatus,
    troubles: Vec<String>,
}

impl Keeper {
    /// Starts keeping in a data folder, or goes on without one. `wake` is called from another
    /// thread when there is something new: it should make the window draw again.
    #[must_use]
    pub fn start(
        folder: Result<&DataFolder, &KeepingError>,
        wake: impl Fn() + Send + 'static,
    ) -> Self {
        Self::start_on(Box::new(RealDisk), folder, Pace::default(), wake)
    }

    /// As [`Keeper::start`], with a disk for autosaves and a pace of the caller's.
    #[must_use]
    pub fn start_on(
        disk: Box<dyn Disk + Send>,
        folder: Result<&DataFolder, &KeepingError>,
        pace: Pace,
        wake: impl Fn() + Send + 'static,
    ) -> Self {
        let started = folder.map_err(KeepingError::clone).and_then(|folder| {
            Worker::start(Autosave::on(disk, folder), Backups::new(folder), pace, wake)
        });
        let (worker, status) = match started {
            Ok(worker) => (Some(worker), AutosaveStatus::Nothing),
            Err(error) => (None, AutosaveStatus::Off(error)),
        };
        Self {
            worker,
            pace,
            schedule: Schedule::new(pace),
            document: 0,
            seen: None,
            original: None,
            lock: None,
            status,
            troubles: Vec::new(),
        }
    }

    /// Another document was opened, or a new one begun: what was kept of the former goes. Says so
    /// where another window has it open, or where others can't be told that it is open here.
    pub fn opened(&mut self, original: Option<Original>) -> Option<String> {
        self.ask(Order::Clear);
        self.begin(original)
    }

    /// Goes on with recovered work, which stays safe all the while. Gives the scenario, to be
    /// shown as an edited document with `original` as its file, and a notice as
    /// [`Keeper::opened`] does.
    pub fn recover(&mut self, work: LostWork) -> (Scenario, Option<Original>, Option<String>) {
        let (scenario, slot) = work.into_parts();
        let original = slot.original.clone();
        self.ask(Order::Adopt(Box::new(slot)));
        let notice = self.begin(original.clone());
        (scenario, original, notice)
    }

    fn begin(&mut self, original: Option<Original>) -> Option<String> {
        self.schedule = Schedule::new(self.pace);
        self.seen = None;
        self.document += 1;
        if !matches!(self.status, AutosaveStatus::Off(_)) {
            self.status = AutosaveStatus::Nothing;
        }
        let notice = self.claim(original.as_ref().map(|original| original.path.as_path()));
        self.original = original;
        notice
    }

    /// Call with each frame. `revision` changes with every edit; `work` gives the scenario as it
    /// stands, a gesture under way included, or nothing if it is the same as its file. It is handed over at
    /// once: from then on it is kept in time whether or not another frame is drawn. Returns when to draw
    /// again to show it; an idle document needs no call.
    pub fn tick(
        &mut self,
        now: Instant,
        revision: u64,
        work: impl FnOnce() -> Option<Scenario>,
    ) -> Option<Instant> {
        self.tick_shared(now, revision, || work().map(Arc::new))
    }

    /// As [`Keeper::tick`], with a scenario that needn't be copied.
    pub fn tick_shared(
        &mut self,
        now: Instant,
        revision: u64,
        work: impl FnOnce() -> Option<Arc<Scenario>>,
    ) -> Option<Instant> {
        self.hear();
        self.worker.as_ref()?;
        if self.seen != Some(revision) {
            self.seen = Some(revision);
            self.schedule.edited(now);
            self.ask(match work() {
                Some(scenario) => Order::Work(Work {
                    document: self.document,
                    scenario,
                    original: self.original.clone(),
                }),
                None => Order::Clear,
            });
        }
        if self.schedule.due(now) {
            self.schedule.nothing_to_keep();
        }
        self.schedule.next()
    }

    /// The document was saved: its autosave goes, what the save replaced joins the backups, and
    /// the lock follows it to a new name. A notice as for [`Keeper::opened`].
    pub fn saved(&mut self, path: &Path, outcome: &SaveOutcome) -> Option<String> {
        self.ask(Order::Clear);
        if let Some(replaced) = &outcome.backup {
            self.ask(Order::Keep(path.to_path_buf(), replaced.clone()));
        }
        self.schedule.nothing_to_keep();
        // What was said of an autosave that failed is no longer so, nor what is told late.
        self.document += 1;
        if matches!(self.status, AutosaveStatus::Failed(_)) {
            self.status = AutosaveStatus::Nothing;
        }
        self.original = Some(Original {
            path: path.to_path_buf(),
            fingerprint: outcome.fingerprint.clone(),
        });
        self.claim(Some(path))
    }

    /// The program ends, and the work is saved or not wanted: nothing is left to offer. Waits
    /// until it is done.
    ///
    /// # Errors
    /// [`KeepingError::Clearing`] where something can't be removed.
    pub fn close(&mut self) -> Result<(), KeepingError> {
        self.lock = None;
        self.ask(Order::Clear);
        let Some(mut worker) = self.worker.take() else {
            return Ok(());
        };
        worker.finish();
        let told = worker.told().unwrap_or_default();
        let failed = told.into_iter().find_map(|report| match report {
            Told::Trouble(error @ KeepingError::Clearing { .. }) => Some(error),
            _ => None,
        });
        failed.map_or(Ok(()), Err)
    }

    /// How the open document stands with autosave.
    #[must_use]
    pub fn status(&self) -> &AutosaveStatus {
        &self.status
    }

    /// What went wrong besides autosaves since the last call, to be shown once.
    pub fn take_troubles(&mut self) -> Vec<String> {
        std::mem::take(&mut self.troubles)
    }

    /// Takes the lock of a document and gives back that of another.
    fn claim(&mut self, path: Option<&Path>) -> Option<String> {
        let Some(path) = path else {
            self.lock = None;
            return None;
        };
        if self.lock.as_ref().is_some_and(|lock| lock.is_of(path)) {
            return None;
        }
        self.lock = None;
        match DocumentLock::take(path) {
            Claim::Held(lock) => {
                self.lock = Some(lock);
                None
            }
            Claim::Elsewhere(holder) => Some(format!(
                "{} is open in {holder}. Nothing is overwritten unasked, but changes made here and \
                 there can't be joined: close one of them, or save here under another name",
                shown(path)
            )),
            Claim::Unlocked(why) => Some(why),
        }
    }

    fn hear(&mut self) {
        let Some(worker) = &self.worker else { return };
        match worker.told() {
            Ok(told) => {
                for report in told {
                    self.heard(report);
                }
            }
            Err(gone) => self.lose_worker(gone),
        }
    }

    fn heard(&mut self, report: Told) {
        match report {
            Told::Autosaved(document, when) if document == self.document => {
                self.status = AutosaveStatus::At(when);
            }
            Told::NotAutosaved(document, error) if document == self.document => {
                self.status = AutosaveStatus::Failed(error);
            }
            Told::Autosaved(..) | Told::NotAutosaved(..) => {}
            Told::Trouble(error) => self.troubles.push(error.to_string()),
        }
    }

    fn ask(&mut self, order: Order) {
        let gone = self
            .worker
            .as_ref()
            .is_some_and(|worker| !worker.ask(order));
        if gone {
            self.lose_worker(KeepingError::Stopped);
        }
    }

    fn lose_worker(&mut self, why: KeepingError) {
        self.worker = None;
        self.status = AutosaveStatus::Off(why);
    }
}
