//! Opening: nothing is lost without asking, and nothing is left of the document before.

use std::path::{Path, PathBuf};

use eframe::egui::{self, ViewportCommand};

use super::App;
use crate::document::Document;
use crate::files::{FileError, Problem, example, open as open_file};
use crate::scenario::Scenario;
use crate::ui::disk::outside::Changed;
use crate::ui::disk::{Chosen, Purpose};
use crate::ui::state::{Ask, Next, Notice, OpenFile};
use crate::ui::widgets::unread::Unread;
use crate::units::HouseStyle;
use crate::units::visible::visible;

impl App {
    /// Takes the answer of a dialog of the system.
    pub(super) fn take_chosen_files(&mut self, ctx: &egui::Context) {
        let Some((purpose, chosen)) = self.file_dialogs.answer(ctx) else {
            return;
        };
        match (purpose, chosen) {
            (Purpose::Open, Chosen::Nothing) => self.given_up = None,
            (Purpose::Save, Chosen::Nothing) => self.after_saving = None,
            (_, Chosen::Nothing) => {}
            (Purpose::Open, Chosen::Path(path)) => self.load_chosen(path),
            (Purpose::Save, Chosen::Path(path)) => self.save_to(path, false, ctx),
            (Purpose::Folder, Chosen::Path(path)) => {
                self.dialogs.export.choice.folder = path.display().to_string();
            }
            (Purpose::TermSheet(offer), Chosen::Path(path)) => {
                self.save_term_sheet_to(&offer, path, false);
            }
            (Purpose::Roster, Chosen::Path(path)) => self.dialogs.chosen(ctx, &path),
            // Its field takes a typed path as well.
            (Purpose::Roster, Chosen::NoService) => {}
            (Purpose::Rejected(staged), Chosen::Path(path)) => {
                self.save_rejected_to(&staged, path, false);
            }
            (Purpose::Rejected(staged), Chosen::NoService) => {
                let path = self.suggested_rejected();
                self.ask(Ask::RejectedPath { staged, path });
            }
            (Purpose::Open, Chosen::NoService) => self.ask(Ask::TypePath {
                saving: false,
                path: String::new(),
            }),
            (Purpose::Save, Chosen::NoService) => {
                let path = self.suggested();
                self.ask(Ask::TypePath { saving: true, path });
            }
            // The folder's field takes a typed path as well.
            (Purpose::Folder, Chosen::NoService) => {}
            (Purpose::TermSheet(offer), Chosen::NoService) => {
                let path = self.suggested_sheet(&offer);
                self.ask(Ask::TermSheetPath { offer, path });
            }
        }
    }

    /// Notices what other programs did to the open file.
    pub(super) fn look_outside(&mut self, ctx: &egui::Context) {
        let in_the_way = self.dialogs.is_open()
            || self.context.document().in_gesture()
            || self.context.is_presenting();
        let saved = self.context.session.whole().as_saved();
        let changed = self
            .outside
            .look(ctx, in_the_way, self.context.file(), saved);
        if let Some(changed) = changed {
            match changed {
                Changed::Gone => self.ask(Ask::ChangedOutside { gone: true }),
                Changed::Saved => self.ask(Ask::ChangedOutside { gone: false }),
                Changed::Table => self.ask(Ask::TableOutside),
            }
        }
    }

    /// Whether work would be lost; then asks first.
    pub(super) fn ask_first(&mut self, next: Next) -> bool {
        let edited = self.context.session.whole().is_edited();
        if edited || !self.unread.is_empty() {
            self.present(false);
        }
        // A page on top holds work of its own.
        if next == Next::Close && self.dialogs.ask_before_leaving() {
            return true;
        }
        if !self.unread.is_empty() {
            let typed = self.unread.iter().map(Unread::in_words).collect();
            self.ask(Ask::Unread { next, typed });
            return true;
        }
        if edited {
            self.ask(Ask::Unsaved(next));
        }
        edited
    }

    /// Goes on, once nothing is lost by it.
    pub(super) fn open_next(&mut self, next: Next, ctx: &egui::Context) {
        if !self.ask_first(next.clone()) {
            self.go_on(next, ctx);
        }
    }

    /// Goes on after unsaved changes were dealt with.
    pub(super) fn go_on(&mut self, next: Next, ctx: &egui::Context) {
        match next {
            Next::Close => {
                self.closing = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Next::Choose => self.choose_file(ctx, Purpose::Open, String::new()),
            Next::Open(path) => self.load(path),
            Next::Copy(path, untitled) => self.load_copy(&path, untitled),
            Next::New => self.ask(Ask::NewContract),
            Next::Example => match example() {
                Ok(scenario) => {
                    let file = OpenFile {
                        recent: self.take_recent(),
                        ..OpenFile::example()
                    };
                    self.show_document(Document::new(scenario), file);
                }
                Err(error) => self.tell(Notice::trouble(error.to_string())),
            },
        }
    }

    /// Opens the file that was chosen. Work may have gone on while the system's dialog was open: what was
    /// edited since its loss was agreed to is asked for again.
    fn load_chosen(&mut self, path: PathBuf) {
        // A page that was filled in meanwhile is work as well.
        if self.dialogs.ask_before_leaving() {
            self.given_up = None;
            let words = "Finish or close the page first, then open the file again";
            return self.tell(Notice::refused(words));
        }
        let agreed = self.given_up.take() == Some(self.context.document().revision());
        if agreed || !self.ask_first(Next::Open(path.clone())) {
            self.load(path);
        }
    }

    fn take_recent(&mut self) -> Vec<PathBuf> {
        std::mem::take(&mut self.context.session.file.recent)
    }

    /// Opens a scenario that has no file yet.
    pub(super) fn show_new(&mut self, scenario: Scenario) {
        let file = OpenFile {
            untitled: scenario.title.clone(),
            recent: self.take_recent(),
            ..OpenFile::default()
        };
        self.show_document(Document::never_saved(scenario), file);
    }

    /// Opens a file by its path, unless work would be lost by it.
    pub fn open_path(&mut self, path: PathBuf) {
        if !self.ask_first(Next::Open(path.clone())) {
            self.load(path);
        }
    }

    /// Reads the open file again: what is shown is given up.
    pub(super) fn read_again(&mut self) {
        if let Some(path) = self.context.file().path.clone() {
            self.load(path);
        }
    }

    /// Goes on with what is shown here, which then is nowhere on disk; saving asks before it replaces
    /// anything.
    pub(super) fn keep_mine(&mut self) {
        self.outside.keep(self.context.file());
        self.context.session.document.mark_unsaved();
        let words = "Kept; saving will ask before it replaces the file";
        self.tell(Notice::done(words));
    }

    fn load_copy(&mut self, path: &Path, untitled: String) {
        match open_file(path) {
            Ok(opened) => {
                let file = OpenFile {
                    untitled,
                    recent: self.take_recent(),
                    ..OpenFile::default()
                };
                self.show_document(Document::never_saved(opened.scenario), file);
            }
            Err(error) => self.cant_be_opened(&error),
        }
    }

    fn cant_be_opened(&mut self, error: &FileError) {
        self.ask(Ask::Trouble {
            title: "The file can\u{2019}t be opened".to_owned(),
            words: error.to_string(),
        });
    }

    fn load(&mut self, path: PathBuf) {
        match open_file(&path) {
            Ok(opened) => {
                let mut file = OpenFile {
                    fingerprint: Some(opened.fingerprint),
                    read_only: opened.read_only,
                    has_comments: opened.has_comments,
                    table: opened.table,
                    recent: self.take_recent(),
                    ..OpenFile::default()
                };
                file.remember(&path);
                file.path = Some(path);
                let doubtful = opened.warnings.len();
                let document = match file.read_only.clone() {
                    Some(why) => Document::to_look_at(opened.scenario, why),
                    None => Document::new(opened.scenario),
                };
                // Why it is read-only stands for as long as it is open.
                self.show_document(document, file);
                if let Some(first) = opened.warnings.first() {
                    let words = format!("{doubtful} doubtful: {}", told(first));
                    self.tell(Notice::trouble(words));
                }
                self.tell_of_table();
            }
            Err(error) => self.cant_be_opened(&error),
        }
    }

    fn show_document(&mut self, document: Document, file: OpenFile) {
        self.put(document, file);
        if let Some(told) = self.keeping.opened(self.context.file()) {
            self.tell(Notice::trouble(told));
        }
    }

    /// Puts a document into the window, with nothing left of the one before.
    pub(super) fn put(&mut self, document: Document, file: OpenFile) {
        let term = document.scenario().term;
        let context = &mut self.context;
        context.session.document = document;
        context.session.file = file;
        context.selection.clause = None;
        context.selection.offer = None;
        context.selection.locks.clear();
        context.notices.forget();
        context.screen.picked.clear();
        context.screen.cursor = context.today().clamp(term.first_day, term.last_day);
        self.dialogs.close_all();
        self.dialogs.export.forget();
        self.file_dialogs.forget_former();
        self.outside.settled();
        self.given_up = None;
        self.asked_over = None;
        self.unread.clear();
        self.replaced = true;
    }
}

/// A problem of a file as the window says it.
fn told(problem: &Problem) -> String {
    match &problem.fault {
        Some(fault) => visible(&fault.in_words(HouseStyle::Print)),
        None => problem.message.clone(),
    }
}
