//! Changes other programs make to the open file: noticed when the window comes to the front, never
//! lost and never overwritten unasked.

use eframe::egui::{Context, Event};

use crate::files::table::is_as_named;
use crate::files::{Fingerprint, fingerprint, has_changed};
use crate::scenario::Scenario;
use crate::ui::state::OpenFile;

/// What is known of the file on disk besides what was read or saved last.
#[derive(Default)]
pub struct Outside {
    /// Whether the file is to be looked at as soon as nothing is in the way.
    due: bool,
    /// What was on disk when the user kept what is shown here; nothing where the file was gone.
    kept: Option<Option<Fingerprint>>,
    /// Whether the user goes on with the groups shown, though the table holds others.
    kept_table: bool,
}

/// What another program did to the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// It holds something else.
    Saved,
    /// It is no longer there.
    Gone,
    /// The table of groups beside it holds something else.
    Table,
}

impl Outside {
    /// Compares the file with the one read or saved last, once each time the window comes to the front and
    /// nothing is `in_the_way`. A change the user knows of is told once.
    pub fn look(
        &mut self,
        ctx: &Context,
        in_the_way: bool,
        file: &OpenFile,
        saved: &Scenario,
    ) -> Option<Changed> {
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
            // One that wasn't as saved when the file was opened was told of then.
            let told = self.kept_table || saved.workforce.people.is_unread();
            let changed = !told && is_as_named(path, &saved.workforce.people) == Some(false);
            return changed.then_some(Changed::Table);
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
        self.kept_table = false;
    }

    /// Remembers what is on disk now as known: the user goes on with what is shown.
    pub fn keep(&mut self, file: &OpenFile) {
        if let Some(Ok(now)) = file.path.as_deref().map(fingerprint) {
            self.kept = Some(now);
        }
        self.kept_table = true;
    }
}
