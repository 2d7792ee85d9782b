//! When to autosave.

use std::time::{Duration, Instant};

/// How often a document is autosaved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// How long after an edit: several quick edits become one autosave.
    pub settle: Duration,
    /// The least time between two autosaves, or after one that failed.
    pub pause: Duration,
}

impl Default for Pace {
    /// A second after an edit, at most every four seconds: what a crash can take is well below
    /// the ten seconds promised, also on a slow disk.
    fn default() -> Self {
        Self {
            settle: Duration::from_secs(1),
            pause: Duration::from_secs(4),
        }
    }
}

/// When the next autosave is due. It reads no clock: the caller says what time it is.
#[derive(Debug, Clone, Copy)]
pub struct Schedule {
    pace: Pace,
    /// The oldest edit that isn't kept.
    edited: Option<Instant>,
    /// The last autosave, whether or not it succeeded.
    tried: Option<Instant>,
}

impl Schedule {
    /// With nothing to keep.
    #[must_use]
    pub fn new(pace: Pace) -> Self {
        Self {
            pace,
            edited: None,
            tried: None,
        }
    }

    /// There is something to keep since now, if not before.
    pub fn edited(&mut self, now: Instant) {
        self.edited.get_or_insert(now);
    }

    /// An autosave begins, with everything edited so far.
    pub fn began(&mut self, now: Instant) {
        self.edited = None;
        self.tried = Some(now);
    }

    /// There is nothing to keep.
    pub fn nothing_to_keep(&mut self) {
        self.edited = None;
    }

    /// When the next one is due; none without edits, so that an idle program sleeps.
    #[must_use]
    pub fn next(&self) -> Option<Instant> {
        let settled = self.edited? + self.pace.settle;
        let paused = self.tried.map(|tried| tried + self.pace.pause);
        Some(paused.map_or(settled, |paused| settled.max(paused)))
    }

    /// Whether one is due.
    #[must_use]
    pub fn due(&self, now: Instant) -> bool {
        self.next().is_some_and(|next| next <= now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_due_soon_after_an_edit_and_not_too_often() {
        let start = Instant::now();
        let at = |milliseconds| start + Duration::from_millis(milliseconds);
        let mut schedule = Schedule::new(Pace::default());
        assert_eq!(schedule.next(), None);
        schedule.edited(at(0));
        schedule.edited(at(900));
        assert!(!schedule.due(at(999)) && schedule.due(at(1_000)));
        schedule.began(at(1_000));
        assert!(!schedule.due(at(60_000)));
        schedule.edited(at(1_100));
        assert!(!schedule.due(at(4_999)) && schedule.due(at(5_000)));
        schedule.nothing_to_keep();
        assert_eq!(schedule.next(), None);
    }

    #[test]
    fn whatever_the_edits_no_edit_waits_ten_seconds() {
        let start = Instant::now();
        for every in [1, 7, 250, 999, 1_001, 4_500, 9_000] {
            let mut schedule = Schedule::new(Pace::default());
            let mut oldest = None;
            for milliseconds in 0..60_000_u64 {
                let now = start + Duration::from_millis(milliseconds);
                if milliseconds % every == 0 {
                    schedule.edited(now);
                    oldest.get_or_insert(milliseconds);
                }
                // A window looks now and then only; the worst is a second late.
                if milliseconds % 1_000 == 0 && schedule.due(now) {
                    schedule.began(now);
                    oldest = None;
                }
                assert!(oldest.is_none_or(|oldest| milliseconds - oldest < 6_000));
            }
        }
    }
}
