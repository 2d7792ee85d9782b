//! An offer's term sheet, copied or saved for handing across.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use eframe::egui::Context;

use super::pages::Page;
use super::{Dialog, Window};
use crate::document::term_sheet::term_sheet;
use crate::files::{FileError, write_whole};
use crate::scenario::OfferId;

/// A dialog under way on another thread, and whose sheet it is for.
pub struct Waiting {
    offer: OfferId,
    asked: Instant,
    answer: Receiver<Option<PathBuf>>,
}

/// Puts the term sheet on the clipboard.
pub fn copy(window: &mut Window, ctx: &Context, id: &OfferId) {
    if let Some(offer) = window.document.offer(id) {
        ctx.copy_text(term_sheet(window.document.scenario(), offer));
        window.notice = Some(format!("Copied the term sheet of {}", offer.name));
    }
}

/// Asks where to save the term sheet.
pub fn save_as(window: &mut Window, id: &OfferId) {
    if window.sheet.is_some() {
        return;
    }
    let suggested = suggested(window, id);
    let choice = window.files.choice();
    let (sender, answer) = channel();
    std::thread::spawn(move || {
        // The window may be gone by now; then nobody waits for the answer.
        let _ = sender.send(choice.to_save_text(&suggested));
    });
    window.sheet = Some(Waiting {
        offer: id.clone(),
        asked: Instant::now(),
        answer,
    });
}

/// Takes the answer of the dialog. None at once means that there is no dialog service; then the path
/// is typed.
pub fn poll(window: &mut Window, ctx: &Context) {
    let Some(waiting) = window.sheet.take() else {
        return;
    };
    match waiting.answer.try_recv() {
        Err(TryRecvError::Empty) => {
            window.sheet = Some(waiting);
            ctx.request_repaint_after(Duration::from_millis(100));
        }
        Ok(Some(path)) => save_to(window, &waiting.offer, path, false),
        Ok(None) | Err(TryRecvError::Disconnected) => {
            if waiting.asked.elapsed() < Duration::from_millis(1500) {
                let path = suggested(window, &waiting.offer);
                let page = Page::SheetPath {
                    offer: waiting.offer,
                    path,
                };
                window.dialog = Some(Dialog::Page(Box::new(page)));
            }
        }
    }
}

/// Saves the term sheet; over a file only when `over_it`, because the user was asked.
pub fn save_to(window: &mut Window, id: &OfferId, path: PathBuf, over_it: bool) {
    let path = if path.extension().is_none() {
        path.with_extension("txt")
    } else {
        path
    };
    let Some(offer) = window.document.offer(id) else {
        return;
    };
    let sheet = term_sheet(window.document.scenario(), offer);
    match write_whole(&path, sheet.as_bytes(), over_it) {
        Ok(()) => {
            let words = format!(
                "Saved the term sheet of {} to {}",
                offer.name,
                path.display()
            );
            window.dialog = None;
            window.notice = Some(words);
        }
        Err(FileError::AlreadyThere(_)) => {
            window.dialog = Some(Dialog::Page(Box::new(Page::ReplaceWithSheet {
                offer: id.clone(),
                path,
            })));
        }
        Err(error) => {
            window.dialog = Some(Dialog::Trouble {
                title: "The term sheet isn\u{2019}t saved".to_owned(),
                words: error.to_string(),
            });
        }
    }
}

/// A file name from the offer's, without what file systems can't hold.
fn suggested(window: &Window, id: &OfferId) -> String {
    let name = window
        .document
        .offer(id)
        .map_or("Offer", |offer| &offer.name);
    let clean: String = name
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || "-_., ()".contains(c) {
                c
            } else {
                '-'
            }
        })
        .collect();
    format!("{} term sheet.txt", clean.trim())
}
