//! Opening and saving: dialogs off this thread, a typed path where there are none, and nothing lost
//! without asking.

use std::path::{Path, PathBuf};
use std::sync::mpsc::TryRecvError;
use std::time::Duration;

use eframe::egui::{Context, ViewportCommand};

use super::file_choice::Purpose;
use super::file_place::FilePlace;
use super::{Dialog, Window, exporting, keeping, outside};
use crate::document::Document;
use crate::files::{FileError, Over, example, open as open_file, save as save_file};

/// What waits for an answer to unsaved changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// The window closes.
    Close,
    /// Another file is chosen.
    Choose,
    /// This file is opened.
    Open(PathBuf),
    /// This file is opened as a copy that has no file, under this name.
    Copy(PathBuf, String),
    /// The example is opened.
    Example,
    /// A new contract is asked for.
    New,
}

/// Takes the answer of a dialog. An answer of nothing within half a second means that there is no
/// dialog service; then the path is typed.
pub fn poll(window: &mut Window, ctx: &Context) {
    if window.files.ctx.is_none() {
        window.files.ctx = Some(ctx.clone());
    }
    let Some((purpose, asked, receiver)) = window.files.waiting.take() else {
        return;
    };
    match receiver.try_recv() {
        Err(TryRecvError::Empty) => {
            window.files.waiting = Some((purpose, asked, receiver));
            ctx.request_repaint_after(Duration::from_millis(200));
        }
        Ok(Some(path)) if purpose == Purpose::Open => load(window, path),
        Ok(Some(path)) if purpose == Purpose::Folder => window.files.folder = Some(path),
        // The folder's field takes a typed path as well.
        Ok(None) | Err(TryRecvError::Disconnected) if purpose == Purpose::Folder => {}
        Ok(Some(path)) => save_to(window, path, false),
        nothing @ (Ok(None) | Err(TryRecvError::Disconnected)) => {
            // Without an answer the dialog broke down, however long that took.
            if nothing.is_err() || asked.elapsed() < Duration::from_millis(1500) {
                let suggested = suggested(window);
                window.dialog = Some(Dialog::TypePath {
                    saving: purpose == Purpose::Save,
                    path: if purpose == Purpose::Save {
                        suggested
                    } else {
                        String::new()
                    },
                });
            }
        }
    }
}

fn suggested(window: &Window) -> String {
    match &window.place.path {
        Some(path) => path.display().to_string(),
        None => format!("{}.ron", window.place.name().replace('\u{2013}', "-")),
    }
}

/// Whether work would be lost; then asks first.
fn ask_first(window: &mut Window, next: Next) -> bool {
    window.present(false);
    if window.document.is_edited() {
        window.dialog = Some(Dialog::Unsaved(next));
        return true;
    }
    false
}

/// Goes on after unsaved changes were dealt with.
pub fn go_on(window: &mut Window, next: Next) {
    match next {
        Next::Close => {
            window.closing = true;
            if let Some(ctx) = &window.files.ctx {
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
        Next::Choose => window.files.ask(Purpose::Open, String::new()),
        Next::Open(path) => load(window, path),
        Next::Copy(path, untitled) => load_copy(window, &path, untitled),
        Next::New => {
            let asked = crate::document::new_contract::Asked::default();
            window.dialog = Some(Dialog::NewContract {
                asked: Box::new(asked),
                words: String::new(),
            });
        }
        Next::Example => match example() {
            Ok(scenario) => {
                let recent = std::mem::take(&mut window.place.recent);
                show(
                    window,
                    Document::new(scenario),
                    FilePlace {
                        recent,
                        ..FilePlace::example()
                    },
                );
            }
            Err(error) => window.notice = Some(error.to_string()),
        },
    }
}

/// File, Open.
pub fn open(window: &mut Window) {
    if !ask_first(window, Next::Choose) {
        go_on(window, Next::Choose);
    }
}

/// File, New contract.
pub fn new_contract(window: &mut Window) {
    if !ask_first(window, Next::New) {
        go_on(window, Next::New);
    }
}

/// Opens a scenario that has no file yet.
pub fn show_new(window: &mut Window, scenario: crate::scenario::Scenario) {
    let recent = std::mem::take(&mut window.place.recent);
    let untitled = scenario.title.clone();
    show(
        window,
        Document::never_saved(scenario),
        FilePlace {
            untitled,
            recent,
            ..FilePlace::default()
        },
    );
}

/// Opens a file by its path.
pub fn open_path(window: &mut Window, path: PathBuf) {
    if !ask_first(window, Next::Open(path.clone())) {
        load(window, path);
    }
}

/// Opens the example.
pub fn open_example(window: &mut Window) {
    if !ask_first(window, Next::Example) {
        go_on(window, Next::Example);
    }
}

/// Opens a copy of a file, which has no file of its own.
pub fn open_copy(window: &mut Window, path: PathBuf, untitled: String) {
    let next = Next::Copy(path, untitled);
    if !ask_first(window, next.clone()) {
        go_on(window, next);
    }
}

/// Reads the open file again: what is shown is given up.
pub fn read_again(window: &mut Window) {
    if let Some(path) = window.place.path.clone() {
        load(window, path);
    }
}

fn load_copy(window: &mut Window, path: &Path, untitled: String) {
    match open_file(path) {
        Ok(opened) => {
            let place = FilePlace {
                untitled,
                recent: std::mem::take(&mut window.place.recent),
                ..FilePlace::default()
            };
            show(window, Document::never_saved(opened.scenario), place);
        }
        Err(error) => cant_be_opened(window, &error),
    }
}

fn cant_be_opened(window: &mut Window, error: &FileError) {
    window.dialog = Some(Dialog::Trouble {
        title: "The file can\u{2019}t be opened".to_owned(),
        words: error.to_string(),
    });
}

fn load(window: &mut Window, path: PathBuf) {
    match open_file(&path) {
        Ok(opened) => {
            let mut place = FilePlace {
                fingerprint: Some(opened.fingerprint),
                read_only: opened.read_only,
                has_comments: opened.has_comments,
                recent: std::mem::take(&mut window.place.recent),
                ..FilePlace::default()
            };
            place.remember(&path);
            place.path = Some(path);
            let doubtful = opened.warnings.len();
            show(window, Document::new(opened.scenario), place);
            if let Some(first) = opened.warnings.first() {
                window.notice = Some(format!("{doubtful} doubtful: {}", first.message));
            }
        }
        Err(error) => cant_be_opened(window, &error),
    }
}

fn show(window: &mut Window, document: Document, place: FilePlace) {
    put(window, document, place);
    keeping::opened(window);
}

/// Puts a document into the window, with nothing left of the one before.
pub(super) fn put(window: &mut Window, document: Document, place: FilePlace) {
    let term = document.scenario().term;
    window.document = document;
    window.place = place;
    window.selected = None;
    window.chosen = None;
    window.notice = None;
    window.dialog = None;
    window.locks.clear();
    exporting::forget(window);
    outside::settled(window);
    window.cursor = window.today.clamp(term.first_day, term.last_day);
}

/// Saves over the file, or asks where.
pub fn save(window: &mut Window) {
    window.present(false);
    match window.place.path.clone() {
        Some(_) if window.place.read_only.is_some() => {
            let words = window.place.read_only.clone().unwrap_or_default();
            window.notice = Some(words);
            save_as(window);
        }
        Some(path) => save_to(window, path, false),
        None => save_as(window),
    }
}

/// Asks where to save.
pub fn save_as(window: &mut Window) {
    window.present(false);
    let name = suggested(window);
    let name = Path::new(&name)
        .file_name()
        .map_or(name.clone(), |name| name.to_string_lossy().into_owned());
    window.files.ask(Purpose::Save, name);
}

/// Asks for a folder to export to; [`Files::take_folder`] has it once it is chosen.
pub fn choose_folder(window: &mut Window) {
    window.files.ask(Purpose::Folder, String::new());
}

/// Saves to a path; `over_anything` when the user was asked.
pub fn save_to(window: &mut Window, path: PathBuf, over_anything: bool) {
    let path = if path.extension().is_none() {
        path.with_extension("ron")
    } else {
        path
    };
    let same = window.place.path.as_ref() == Some(&path);
    let known = window.place.fingerprint.clone().filter(|_| same);
    if same && window.place.has_comments && !over_anything {
        window.dialog = Some(Dialog::Replace {
            path,
            words: "The file holds comments, which saving would lose.".to_owned(),
        });
        return;
    }
    let over = match (&known, over_anything) {
        (_, true) => Over::Anything,
        (Some(known), false) => Over::Known(known),
        (None, false) => Over::Nothing,
    };
    match save_file(window.document.scenario(), &path, over) {
        Ok(saved) => {
            window.document.mark_saved();
            window.place.fingerprint = Some(saved.fingerprint.clone());
            window.place.has_comments = false;
            window.place.read_only = None;
            window.place.remember(&path);
            window.notice = Some(if saved.durable {
                "Saved".to_owned()
            } else {
                "Saved; the disk has not confirmed that it would survive a power cut".to_owned()
            });
            window.place.path = Some(path.clone());
            window.dialog = None;
            outside::settled(window);
            keeping::saved(window, &path, &saved);
            if let Some(next) = window.files.after_saving.take() {
                go_on(window, next);
            }
        }
        Err(error @ (FileError::AlreadyThere(_) | FileError::ChangedOutside(_))) => {
            window.dialog = Some(Dialog::Replace {
                path,
                words: error.to_string(),
            });
        }
        Err(error) => {
            window.dialog = Some(Dialog::Trouble {
                title: "The file isn\u{2019}t saved".to_owned(),
                words: error.to_string(),
            });
        }
    }
}

/// Saves, then goes on.
pub fn save_then(window: &mut Window, next: Next) {
    window.files.after_saving = Some(next);
    save(window);
}

/// Asks before the window closes with unsaved changes.
pub fn before_closing(window: &mut Window, ctx: &Context) {
    let wants = ctx.input(|input| input.viewport().close_requested());
    if !wants {
        return;
    }
    if !window.closing && ask_first(window, Next::Close) {
        ctx.send_viewport_cmd(ViewportCommand::CancelClose);
    } else {
        keeping::close(window);
    }
}
