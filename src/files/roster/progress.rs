//! How far a long reading is, and whether it should stop: shared with the window's thread.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use super::error::RosterError;

/// Told by the reader, asked by whoever waits. Clones are the same progress.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress {
    /// A reading that hasn't begun.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks the reader to stop; it does within a thousand lines, and leaves nothing behind.
    pub fn cancel(&self) {
        self.0.cancelled.store(true, Ordering::Relaxed);
    }

    /// How much is done, in thousandths; none before the amount is known.
    #[must_use]
    pub fn thousandths(&self) -> Option<u64> {
        let total = self.0.total.load(Ordering::Relaxed);
        let done = self.0.done.load(Ordering::Relaxed);
        done.saturating_mul(1000)
            .checked_div(total)
            .map(|share| share.min(1000))
    }

    /// Tells how much there is to do, in a unit of the reader's own.
    pub(super) fn begin(&self, total: u64) {
        self.0.done.store(0, Ordering::Relaxed);
        self.0.total.store(total, Ordering::Relaxed);
    }

    /// Tells how much is done.
    ///
    /// # Errors
    /// [`RosterError::Cancelled`] once the user has asked to stop.
    pub(super) fn reach(&self, done: u64) -> Result<(), RosterError> {
        self.0.done.store(done, Ordering::Relaxed);
        if self.0.cancelled.load(Ordering::Relaxed) {
            return Err(RosterError::Cancelled);
        }
        Ok(())
    }
}
