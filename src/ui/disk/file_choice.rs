//! Asking for a file: the system's dialogs, on a thread of their own.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use eframe::egui::Context;

use crate::files::roster::Staged;
use crate::scenario::OfferId;

/// Chooses files; tests choose without a screen.
pub trait FileChoice: Send + Sync {
    /// A file to open.
    fn to_open(&self) -> Option<PathBuf>;
    /// A file to save as.
    fn to_save(&self, suggested: &str) -> Option<PathBuf>;
    /// A folder to export to.
    fn to_folder(&self) -> Option<PathBuf> {
        None
    }
    /// A roster to import.
    fn to_import(&self) -> Option<PathBuf> {
        self.to_open()
    }
    /// A file to save a table as.
    fn to_save_table(&self, suggested: &str) -> Option<PathBuf> {
        self.to_save(suggested)
    }
    /// A file to save a text as.
    fn to_save_text(&self, suggested: &str) -> Option<PathBuf> {
        self.to_save(suggested)
    }
}

pub struct SystemDialogs;

impl FileChoice for SystemDialogs {
    fn to_open(&self) -> Option<PathBuf> {
        rfd::FileDialog::new()
            .add_filter("Scenarios", &["ron"])
            .pick_file()
    }

    fn to_save(&self, suggested: &str) -> Option<PathBuf> {
        rfd::FileDialog::new()
            .add_filter("Scenarios", &["ron"])
            .set_file_name(suggested)
            .save_file()
    }

    fn to_folder(&self) -> Option<PathBuf> {
        rfd::FileDialog::new().pick_folder()
    }

    fn to_import(&self) -> Option<PathBuf> {
        rfd::FileDialog::new()
            .add_filter("Rosters", &["csv", "txt", "tsv", "xlsx", "xlsm"])
            .pick_file()
    }

    fn to_save_table(&self, suggested: &str) -> Option<PathBuf> {
        rfd::FileDialog::new()
            .add_filter("Tables", &["csv"])
            .set_file_name(suggested)
            .save_file()
    }

    fn to_save_text(&self, suggested: &str) -> Option<PathBuf> {
        rfd::FileDialog::new()
            .add_filter("Text", &["txt"])
            .set_file_name(suggested)
            .save_file()
    }
}

/// What a dialog of the system is open for.
#[derive(Debug, Clone, PartialEq)]
pub enum Purpose {
    /// A file to open.
    Open,
    /// A file to save as.
    Save,
    /// A folder to export to.
    Folder,
    /// A file for an offer's term sheet.
    TermSheet(OfferId),
    /// A roster to import.
    Roster,
    /// A file for the rejected lines of a roster.
    Rejected(Arc<Staged>),
}

/// What a dialog was answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    Path(PathBuf),
    /// Nothing: it was cancelled.
    Nothing,
    /// Nothing, so soon or so abruptly that there is no dialog service: the path is to be typed.
    NoService,
}

/// Below this time an answer of nothing comes from no user.
const TOO_SOON: Duration = Duration::from_millis(1500);

struct Waiting {
    purpose: Purpose,
    asked: Instant,
    answer: Receiver<Option<PathBuf>>,
}

/// The system's dialogs, one at a time, each on a thread of its own.
pub struct FileDialogs {
    choice: Arc<dyn FileChoice>,
    waiting: Option<Waiting>,
}

impl FileDialogs {
    /// With a way to choose files.
    #[must_use]
    pub fn new(choice: Box<dyn FileChoice>) -> Self {
        Self {
            choice: Arc::from(choice),
            waiting: None,
        }
    }

    /// Opens a dialog, unless one is open; [`FileDialogs::answer`] has its answer. Whether it was opened.
    pub fn open(&mut self, ctx: &Context, purpose: Purpose, suggested: String) -> bool {
        if self.waiting.is_some() {
            return false;
        }
        let (sender, answer) = channel();
        let (choice, ctx, asked_for) = (self.choice.clone(), ctx.clone(), purpose.clone());
        std::thread::spawn(move || {
            let path = match asked_for {
                Purpose::Open => choice.to_open(),
                Purpose::Save => choice.to_save(&suggested),
                Purpose::Folder => choice.to_folder(),
                Purpose::TermSheet(_) => choice.to_save_text(&suggested),
                Purpose::Roster => choice.to_import(),
                Purpose::Rejected(_) => choice.to_save_table(&suggested),
            };
            // The window may be gone by now; then nobody waits for the answer.
            let _ = sender.send(path);
            ctx.request_repaint();
        });
        self.waiting = Some(Waiting {
            purpose,
            asked: Instant::now(),
            answer,
        });
        true
    }

    /// Another document is shown: an answer about the former one is no longer wanted.
    pub fn forget_former(&mut self) {
        let opens = |waiting: &mut Waiting| waiting.purpose == Purpose::Open;
        if !self.waiting.as_mut().is_some_and(opens) {
            self.waiting = None;
        }
    }

    /// The answer of the dialog that was open, once it is there.
    pub fn answer(&mut self, ctx: &Context) -> Option<(Purpose, Chosen)> {
        let waiting = self.waiting.take()?;
        let chosen = match waiting.answer.try_recv() {
            Err(TryRecvError::Empty) => {
                self.waiting = Some(waiting);
                ctx.request_repaint_after(Duration::from_millis(200));
                return None;
            }
            Ok(Some(path)) => Chosen::Path(path),
            // A dialog that ended without an answer broke down, however long that took.
            Err(TryRecvError::Disconnected) => Chosen::NoService,
            Ok(None) if waiting.asked.elapsed() < TOO_SOON => Chosen::NoService,
            Ok(None) => Chosen::Nothing,
        };
        Some((waiting.purpose, chosen))
    }
}
