//! Saving: over the file that was read and nothing else, unless the user was asked.

use std::path::{Path, PathBuf};

use eframe::egui;

use super::App;
use crate::files::{FileError, Over, SaveOutcome, fingerprint, has_changed, read_text, save_on};
use crate::scenario::OfferId;
use crate::ui::disk::{Purpose, term_sheet};
use crate::ui::state::{Ask, Notice};
use crate::ui::widgets::unread::Unread;
use crate::units::visible;

impl App {
    /// Where to save, as long as nobody said: the file's own path, else its name.
    pub(super) fn suggested(&self) -> String {
        let file = self.context.file();
        match &file.path {
            Some(path) => path.display().to_string(),
            None => format!("{}.ron", file.name().replace('\u{2013}', "-")),
        }
    }

    /// Saves over the file, or asks where.
    pub(super) fn save(&mut self, ctx: &egui::Context) {
        self.present(false);
        let file = self.context.file();
        match (file.path.clone(), file.read_only.clone()) {
            (Some(_), Some(why)) => {
                self.tell(Notice::refused(why));
                self.save_as(ctx);
            }
            (Some(path), None) => self.save_to(path, false, ctx),
            (None, _) => self.save_as(ctx),
        }
    }

    /// Asks where to save.
    pub(super) fn save_as(&mut self, ctx: &egui::Context) {
        self.present(false);
        let name = self.suggested();
        let name = Path::new(&name)
            .file_name()
            .map_or(name.clone(), |name| name.to_string_lossy().into_owned());
        self.choose_file(ctx, Purpose::Save, name);
    }

    /// Opens a dialog of the system, or says that one is open already.
    pub(super) fn choose_file(&mut self, ctx: &egui::Context, purpose: Purpose, name: String) {
        if !self.file_dialogs.open(ctx, purpose, name) {
            let words = "A file dialog is open already: answer it or close it first";
            self.tell(Notice::refused(words));
        }
    }

    /// Asks for a folder to export to.
    pub(super) fn choose_folder(&mut self, ctx: &egui::Context) {
        let purpose = Purpose::Folder;
        self.choose_file(ctx, purpose, String::new());
    }

    /// Saves to a path; `over_anything` when the user was asked.
    pub(super) fn save_to(&mut self, path: PathBuf, over_anything: bool, ctx: &egui::Context) {
        let path = if path.extension().is_none() {
            path.with_extension("ron")
        } else {
            path
        };
        let file = self.context.file();
        let same = file.path.as_ref() == Some(&path);
        if let Some(why) = file.read_only.clone().filter(|_| same) {
            self.not_saved(why);
            return;
        }
        let agreed = over_anything && self.is_as_asked(&path);
        let reasons = if agreed {
            Vec::new()
        } else {
            self.reasons_to_ask(&path)
        };
        if !reasons.is_empty() {
            self.ask_over(path, reasons);
            return;
        }
        let file = self.context.file();
        let over_anything = agreed;
        let known = file.fingerprint.as_ref().filter(|_| same);
        let over = match (known, over_anything) {
            (_, true) => Over::Anything,
            (Some(known), false) => Over::Known(known),
            (None, false) => Over::Nothing,
        };
        match save_on(&*self.disk, self.context.scenario(), &path, over) {
            Ok(saved) => self.was_saved(path, &saved, ctx),
            Err(error @ (FileError::AlreadyThere(_) | FileError::ChangedOutside(_))) => {
                self.ask_over(path, vec![error.to_string()]);
            }
            Err(error) => self.not_saved(error.to_string()),
        }
    }

    /// Every reason to ask before the file at a path is replaced.
    fn reasons_to_ask(&self, path: &Path) -> Vec<String> {
        let file = self.context.file();
        let mut reasons = Vec::new();
        if file.path.as_deref() != Some(path) {
            return reasons;
        }
        let known = file.fingerprint.as_ref();
        // A file that is gone or can't be looked at is dealt with by the save itself.
        let is_changed = known.is_some_and(|known| has_changed(path, known).unwrap_or(false))
            && matches!(fingerprint(path), Ok(Some(_)));
        if is_changed {
            reasons.push(FileError::ChangedOutside(path.to_path_buf()).to_string());
        }
        if Self::table_is_changed(path, self.context.document().as_saved()) {
            reasons.push(
                "The table of groups beside it was changed by another program. Saving keeps the groups shown here."
                    .to_owned(),
            );
        }
        if file.has_comments || (is_changed && Self::holds_comments(path)) {
            reasons.push("The file holds comments, which saving would lose.".to_owned());
        }
        reasons
    }

    /// Whether a file another program has written holds comments now. What can't be read holds none that are known.
    fn holds_comments(path: &Path) -> bool {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        read_text(&text).is_ok_and(|reading| reading.has_comments)
    }

    /// Whether a file is still the one the user was asked about.
    fn is_as_asked(&self, path: &Path) -> bool {
        let asked = self.asked_over.as_ref().filter(|(of, _)| of == path);
        asked.is_some_and(|(_, then)| fingerprint(path).is_ok_and(|now| now == *then))
    }

    /// Asks whether a file may be replaced, for all reasons at once.
    fn ask_over(&mut self, path: PathBuf, reasons: Vec<String>) {
        self.asked_over = Some((path.clone(), fingerprint(&path).ok().flatten()));
        self.ask(Ask::Replace { path, reasons });
    }

    /// Tells why nothing was saved, and offers another place.
    fn not_saved(&mut self, words: String) {
        self.ask(Ask::NotSaved { words });
    }

    fn was_saved(&mut self, path: PathBuf, saved: &SaveOutcome, ctx: &egui::Context) {
        self.context.session.document.mark_saved();
        let file = &mut self.context.session.file;
        file.fingerprint = Some(saved.fingerprint.clone());
        file.has_comments = false;
        file.read_only = None;
        file.remember(&path);
        file.path = Some(path.clone());
        self.keep_profile();
        self.tell(if saved.durable && self.unread.is_empty() {
            Notice::done("Saved")
        } else if saved.durable {
            let all: Vec<String> = self.unread.iter().map(Unread::in_words).collect();
            let words = format!(
                "Saved, without {}, which can\u{2019}t be read",
                all.join(" and ")
            );
            Notice::refused(words)
        } else {
            Notice::trouble("Saved; the disk has not confirmed that it would survive a power cut")
        });
        self.outside.settled();
        if let Some(told) = self.keeping.saved(&path, saved) {
            self.tell(Notice::trouble(told));
        }
        if let Some(next) = self.after_saving.take() {
            self.go_on(next, ctx);
        }
    }

    /// A file name for an offer's term sheet.
    pub(super) fn suggested_sheet(&self, offer: &OfferId) -> String {
        let offer = self.context.offer(offer);
        offer.map_or_else(
            || "Offer term sheet.txt".to_owned(),
            term_sheet::suggested_name,
        )
    }

    /// Asks where to save an offer's term sheet.
    pub(super) fn save_term_sheet_as(&mut self, offer: OfferId, ctx: &egui::Context) {
        let suggested = self.suggested_sheet(&offer);
        let purpose = Purpose::TermSheet(offer);
        self.choose_file(ctx, purpose, suggested);
    }

    /// Saves an offer's term sheet; over a file only when `over`, because the user was asked.
    pub(super) fn save_term_sheet_to(&mut self, id: &OfferId, path: PathBuf, over: bool) {
        let path = term_sheet::with_ending(path);
        let Some(offer) = self.context.offer(id) else {
            return;
        };
        match term_sheet::save(self.context.scenario(), offer, &path, over) {
            Ok(()) => {
                let (name, path) = (&offer.name, visible::path(&path));
                let words = format!("Saved the term sheet of {name} to {path}");
                self.tell(Notice::done(words));
            }
            Err(FileError::AlreadyThere(_)) => self.ask(Ask::ReplaceWithTermSheet {
                offer: id.clone(),
                path,
            }),
            Err(error) => self.ask(Ask::Trouble {
                title: "The term sheet isn\u{2019}t saved".to_owned(),
                words: error.to_string(),
            }),
        }
    }
}
