//! Changes other programs make to the open file: noticed when the window comes to the front, never
//! lost and never overwritten unasked.

use eframe::egui::{Context, Event};

use crate::files::{Fingerprint, fingerprint, has_changed};
use crate::ui::state::OpenFile;

/// What is known of the file on disk besides what was read or saved last.
#[derive(Default)]
pub struct Outside {
    /// Whether the file is to be looked at as soon as nothing is in the way.
    due: bool,
    /// What was on disk when the user kept what is shown here; nothing where the file was gone.
    kept: Option<Option<Fingerprint>>,
}

/// What another program did to the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// It holds something else.
    Saved,
    /// It is no longer there.
    Gone,
}

impl Outside {
    /// Compares the file with the one read or saved last, once each time the window comes to the front and
    /// nothing is `in_the_way`. A change the user knows of is told once.
    pub fn look(&mut self, ctx: &Context, in_the_way: bool, file: &OpenFile) -> Option<Changed> {
        let focused = |event: &Event| matches!(event, Event::WindowFocused(true));
        if ctx.input(|input| input.events.iter().any(focused)) {
            self.due = true;
        }
        if !self.due || in_the_way {
            return None;
        }
        self.due = false;
        let (path, known) = (file.path.as_ref()?, file.fingerprint.as_ref()?);
        // A file that can't be looked at now is compared again before it is saved over.
        if !has_changed(path, known).unwrap_or(false) {
            return None;
        }
        let now = fingerprint(path).ok()?;
        if self.kept.as_ref() == Some(&now) {
            return None;
        }
        self.kept = None;
        Some(if now.is_none() {
            Changed::Gone
        } else {
            Changed::Saved
        })
    }

    /// Forgets what was kept: another file is open, or this one was saved.
    pub fn settled(&mut self) {
        self.kept = None;
    }

    /// Remembers what is on disk now as known: the user goes on with what is shown.
    pub fn keep(&mut self, file: &OpenFile) {
        if let Some(Ok(now)) = file.path.as_deref().map(fingerprint) {
            self.kept = Some(now);
        }
    }
}
