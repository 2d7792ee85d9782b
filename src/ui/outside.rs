//! Changes other programs make to the open file: noticed when the window comes to the front, never
//! lost and never overwritten unasked.

use eframe::egui::{Context, Event, Ui};

use super::dialogs::{Answer, act, buttons, title};
use super::{Dialog, Window, files};
use crate::files::{Fingerprint, fingerprint, has_changed};

/// What is known of the file on disk besides what was read or saved last.
#[derive(Default)]
pub struct Outside {
    /// Whether the file is to be looked at as soon as nothing is in the way.
    due: bool,
    /// What was on disk when the user kept what is shown here; nothing where the file was gone.
    kept: Option<Option<Fingerprint>>,
}

/// Compares the file with the one read or saved last, once each time the window comes to the
/// front.
pub fn look(window: &mut Window, ctx: &Context) {
    let focused = |event: &Event| matches!(event, Event::WindowFocused(true));
    if ctx.input(|input| input.events.iter().any(focused)) {
        window.outside.due = true;
    }
    let in_the_way = window.dialog.is_some()
        || window.drag.is_some()
        || window.presenting
        || window.keeping.asks();
    if !window.outside.due || in_the_way {
        return;
    }
    window.outside.due = false;
    let (Some(path), Some(known)) = (&window.place.path, &window.place.fingerprint) else {
        return;
    };
    // A file that can't be looked at now is compared again before it is saved over.
    if !has_changed(path, known).unwrap_or(false) {
        return;
    }
    let Ok(now) = fingerprint(path) else { return };
    let gone = now.is_none();
    if window.outside.kept.as_ref() != Some(&now) {
        window.outside.kept = None;
        window.dialog = Some(Dialog::ChangedOutside { gone });
    }
}

/// Forgets what was kept: another file is open, or this one was saved.
pub fn settled(window: &mut Window) {
    window.outside.kept = None;
}

/// Goes on with what is shown here, which then is nowhere on disk; saving asks before it replaces
/// anything.
fn keep_mine(window: &mut Window) {
    let now = window.place.path.as_deref().map(fingerprint);
    if let Some(Ok(now)) = now {
        window.outside.kept = Some(now);
    }
    window.document.mark_unsaved();
    window.notice = Some("Kept; saving will ask before it replaces the file".to_owned());
}

/// The question, in plain words.
pub(super) fn ask(window: &Window, ui: &mut Ui, gone: bool) -> Answer {
    let name = window.place.file_name();
    if gone {
        title(ui, &format!("{name} is no longer there"));
        ui.label("It was moved, renamed or deleted, or its disk isn\u{2019}t connected. What is shown here is complete, but it isn\u{2019}t saved anywhere.");
        return match buttons(ui, &["Save as\u{2026}", "Keep mine"]) {
            Some(0) => act(|window| {
                keep_mine(window);
                files::save_as(window);
            }),
            Some(_) => act(keep_mine),
            None => Answer::Stay,
        };
    }
    title(ui, &format!("{name} was changed elsewhere"));
    let edited = window.document.is_edited();
    ui.label(if edited {
        "Another program or another person saved it since it was opened here, and you have changes of your own that aren\u{2019}t saved. Reading it again gives yours up; keeping yours leaves the file as it is until you save, and saving asks first."
    } else {
        "Another program or another person saved it since it was opened here. Reading it again shows what the file holds now; keeping yours leaves the file as it is until you save, and saving asks first."
    });
    let mut names = vec!["Read it again", "Keep mine"];
    if edited {
        names.push("Save mine as\u{2026}");
    }
    match buttons(ui, &names) {
        Some(0) => act(files::read_again),
        Some(1) => act(keep_mine),
        Some(_) => act(|window| {
            keep_mine(window);
            files::save_as(window);
        }),
        None => Answer::Stay,
    }
}
