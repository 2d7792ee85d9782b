//! The thread that writes: a slow disk must not stop the pointer.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::SystemTime;

use super::about::Original;
use super::autosave::Autosave;
use super::backups::Backups;
use super::error::KeepingError;
use super::slot::Slot;
use crate::scenario::Scenario;

/// What the thread is asked to do; it does one after the other.
pub(super) enum Order {
    /// Keep the work of a document as it stands.
    Record(u64, Box<Scenario>, Option<Original>),
    /// The work is safe elsewhere, or not wanted.
    Clear,
    /// Go on with recovered work.
    Adopt(Box<Slot>),
    /// Keep what a save of the document left in the second file.
    Keep(PathBuf, PathBuf),
}

/// What it tells.
pub(super) enum Report {
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
    reports: Receiver<Report>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts it. `wake` is called after each report.
    pub(super) fn start(
        mut autosave: Autosave,
        backups: Backups,
        wake: impl Fn() + Send + 'static,
    ) -> Result<Self, KeepingError> {
        let (orders, received) = channel::<Order>();
        let (reporting, reports) = channel();
        let thread = std::thread::Builder::new()
            .name("autosave".to_owned())
            .spawn(move || {
                for order in received {
                    // An error of the program's own in one autosave must not end all others.
                    // Autosaves on the disk are whole at any moment, and the next makes a new one.
                    let document = match &order {
                        Order::Record(document, ..) => Some(*document),
                        _ => None,
                    };
                    let fault = || match document {
                        Some(document) => Report::NotAutosaved(document, KeepingError::Fault),
                        None => Report::Trouble(KeepingError::Fault),
                    };
                    let report =
                        catch_unwind(AssertUnwindSafe(|| obey(&mut autosave, &backups, order)))
                            .unwrap_or_else(|_| Some(fault()));
                    if let Some(report) = report {
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
    pub(super) fn told(&self) -> Result<Vec<Report>, KeepingError> {
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
        self.finish();
    }
}

fn obey(autosave: &mut Autosave, backups: &Backups, order: Order) -> Option<Report> {
    match order {
        Order::Record(document, scenario, original) => {
            Some(match autosave.record(&scenario, original.as_ref()) {
                Ok(when) => Report::Autosaved(document, when),
                Err(error) => Report::NotAutosaved(document, error),
            })
        }
        Order::Clear => autosave.clear().err().map(Report::Trouble),
        Order::Adopt(slot) => autosave.adopt(*slot).err().map(Report::Trouble),
        Order::Keep(document, replaced) => backups
            .keep(&document, &replaced)
            .err()
            .map(Report::Trouble),
    }
}
