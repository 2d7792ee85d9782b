//! The thread that writes: a slow disk must not stop the pointer, and a window that isn't drawn must not
//! stop autosaves. It has the work from the moment it was edited, and a clock of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant, SystemTime};

use super::about::Original;
use super::autosave::Autosave;
use super::backups::Backups;
use super::error::KeepingError;
use super::schedule::{Pace, Schedule};
use super::slot::Slot;
use crate::scenario::Scenario;

/// What the thread is asked to do; it does one after the other.
pub(super) enum Order {
    /// This is the work as it stands; it is kept in time.
    Work(Work),
    /// The work is safe elsewhere, or not wanted.
    Clear,
    /// Keep nothing more of what waits.
    Leave,
    /// Go on with recovered work.
    Adopt(Box<Slot>),
    /// Keep what a save of the document left in the second file.
    Keep(PathBuf, PathBuf),
}

/// A document's work at one moment.
#[derive(Clone)]
pub(super) struct Work {
    /// Which of the documents opened.
    pub(super) document: u64,
    pub(super) scenario: Arc<Scenario>,
    /// The file it came from.
    pub(super) original: Option<Original>,
}

/// How often it is made sure that what was kept is still there.
const LOOK_AGAIN: Duration = Duration::from_secs(3);

pub(super) enum Told {
    /// The work of this document is kept, as of this time.
    Autosaved(u64, SystemTime),
    /// It isn't.
    NotAutosaved(u64, KeepingError),
    /// Something else failed.
    Trouble(KeepingError),
}

/// The thread, while the program lives.
pub(super) struct Worker {
    orders: Option<Sender<Order>>,
    reports: Receiver<Told>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts it. `wake` is called after each report.
    pub(super) fn start(
        autosave: Autosave,
        backups: Backups,
        pace: Pace,
        wake: impl Fn() + Send + 'static,
    ) -> Result<Self, KeepingError> {
        let (orders, received) = channel::<Order>();
        let (reporting, reports) = channel();
        let thread = std::thread::Builder::new()
            .name("autosave".to_owned())
            .spawn(move || {
                let mut keeping = Keeping {
                    autosave,
                    backups,
                    schedule: Schedule::new(pace),
                    waiting: None,
                    kept: None,
                };
                while let Some(report) = keeping.next(&received) {
                    for report in report {
                        // Nobody listens once the window is gone.
                        let _ = reporting.send(report);
                        wake();
                    }
                }
            })
            .map_err(|_| KeepingError::Stopped)?;
        Ok(Self {
            orders: Some(orders),
            reports,
            thread: Some(thread),
        })
    }

    /// Asks for something; false if the thread is gone.
    pub(super) fn ask(&self, order: Order) -> bool {
        self.orders
            .as_ref()
            .is_some_and(|orders| orders.send(order).is_ok())
    }

    /// What it has told since; an error if the thread is gone.
    pub(super) fn told(&self) -> Result<Vec<Told>, KeepingError> {
        let mut told = Vec::new();
        loop {
            match self.reports.try_recv() {
                Ok(report) => told.push(report),
                Err(TryRecvError::Empty) => return Ok(told),
                Err(TryRecvError::Disconnected) if told.is_empty() => {
                    return Err(KeepingError::Stopped);
                }
                Err(TryRecvError::Disconnected) => return Ok(told),
            }
        }
    }

    /// Lets it finish what it was asked, and ends it.
    pub(super) fn finish(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take() {
            // It catches its own panics; whatever ended it, it has ended.
            let _ = thread.join();
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // What was handed over last may be what made it panic: the work before it is offered.
            self.ask(Order::Leave);
        }
        self.finish();
    }
}

/// What the thread knows.
struct Keeping {
    autosave: Autosave,
    backups: Backups,
    schedule: Schedule,
    /// Work that isn't kept yet.
    waiting: Option<Work>,
    /// Work that was kept last.
    kept: Option<Work>,
}

impl Keeping {
    /// Waits for the next thing to do, by order or by the clock, and does it; none when the window
    /// is gone and nothing waits any more.
    fn next(&mut self, orders: &Receiver<Order>) -> Option<Vec<Told>> {
        let due = self.schedule.next().filter(|_| self.waiting.is_some());
        let wait = match due {
            Some(due) => due.saturating_duration_since(Instant::now()),
            None if self.kept.is_some() => LOOK_AGAIN,
            None => Duration::MAX,
        };
        match receive(orders, wait) {
            Ok(order) => Some(self.guarded(|keeping| keeping.obey(order))),
            Err(RecvTimeoutError::Timeout) if due.is_some() => Some(self.record()),
            Err(RecvTimeoutError::Timeout) => {
                // Someone may have removed it, with the whole folder perhaps.
                if !self.autosave.is_there() {
                    self.waiting = self.kept.take();
                    self.schedule.edited(Instant::now());
                }
                Some(Vec::new())
            }
            // The window is gone: what it handed over last is kept yet.
            Err(RecvTimeoutError::Disconnected) if self.waiting.is_some() => {
                let reports = self.record();
                self.waiting = None;
                Some(reports)
            }
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    /// An error of the program's own in one thing must not end all others. Autosaves on the disk are whole
    /// at any moment, and the next makes a new one.
    fn guarded(&mut self, work: impl FnOnce(&mut Self) -> Option<Told>) -> Vec<Told> {
        catch_unwind(AssertUnwindSafe(|| work(self)))
            .unwrap_or(Some(Told::Trouble(KeepingError::Fault)))
            .into_iter()
            .collect()
    }

    fn record(&mut self) -> Vec<Told> {
        let Some(work) = self.waiting.clone() else {
            return Vec::new();
        };
        self.schedule.began(Instant::now());
        let autosave = &mut self.autosave;
        let recorded = catch_unwind(AssertUnwindSafe(|| {
            autosave.record(&work.scenario, work.original.as_ref())
        }))
        .unwrap_or(Err(KeepingError::Fault));
        let document = work.document;
        vec![match recorded {
            Ok(when) => {
                self.waiting = None;
                self.kept = Some(work);
                Told::Autosaved(document, when)
            }
            Err(error) => {
                // Tried again after the pause.
                self.schedule.edited(Instant::now());
                Told::NotAutosaved(document, error)
            }
        }]
    }

    fn obey(&mut self, order: Order) -> Option<Told> {
        match order {
            Order::Work(work) => {
                self.waiting = Some(work);
                self.schedule.edited(Instant::now());
                None
            }
            Order::Clear => {
                self.waiting = None;
                self.kept = None;
                self.schedule.nothing_to_keep();
                self.autosave.clear().err().map(Told::Trouble)
            }
            Order::Leave => {
                self.waiting = None;
                None
            }
            Order::Adopt(slot) => self.autosave.adopt(*slot).err().map(Told::Trouble),
            Order::Keep(document, replaced) => self
                .backups
                .keep(&document, &replaced)
                .err()
                .map(Told::Trouble),
        }
    }
}

/// Waits at most so long; without an end it sleeps until there is something.
fn receive(orders: &Receiver<Order>, wait: Duration) -> Result<Order, RecvTimeoutError> {
    if wait == Duration::MAX {
        return orders.recv().map_err(|_| RecvTimeoutError::Disconnected);
    }
    orders.recv_timeout(wait)
}
