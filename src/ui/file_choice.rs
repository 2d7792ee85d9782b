//! Asking for a file: the system's dialogs, on a thread of their own.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Instant;

use eframe::egui::Context;

use super::files::Next;

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
    /// A file to save a text as.
    fn to_save_text(&self, suggested: &str) -> Option<PathBuf> {
        self.to_save(suggested)
    }
}

/// The system's own dialogs.
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

    fn to_save_text(&self, suggested: &str) -> Option<PathBuf> {
        rfd::FileDialog::new()
            .add_filter("Text", &["txt"])
            .set_file_name(suggested)
            .save_file()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Open,
    Save,
    Folder,
}

/// A dialog under way on another thread.
pub struct Files {
    choice: Arc<dyn FileChoice>,
    pub(super) waiting: Option<(Purpose, Instant, Receiver<Option<PathBuf>>)>,
    pub(super) ctx: Option<Context>,
    pub(super) after_saving: Option<Next>,
    pub(super) folder: Option<PathBuf>,
}

impl Files {
    /// With a way to choose files.
    #[must_use]
    pub fn new(choice: Box<dyn FileChoice>) -> Self {
        Self {
            choice: Arc::from(choice),
            waiting: None,
            ctx: None,
            after_saving: None,
            folder: None,
        }
    }

    /// The folder chosen since it was last asked for.
    pub fn take_folder(&mut self) -> Option<PathBuf> {
        self.folder.take()
    }

    /// The way files are chosen.
    pub(super) fn choice(&self) -> Arc<dyn FileChoice> {
        self.choice.clone()
    }

    pub(super) fn ask(&mut self, purpose: Purpose, suggested: String) {
        if self.waiting.is_some() {
            return;
        }
        let (sender, receiver) = channel();
        let (choice, ctx) = (self.choice.clone(), self.ctx.clone());
        std::thread::spawn(move || {
            let path = match purpose {
                Purpose::Open => choice.to_open(),
                Purpose::Save => choice.to_save(&suggested),
                Purpose::Folder => choice.to_folder(),
            };
            // The window may be gone by now; then nobody waits for the answer.
            let _ = sender.send(path);
            if let Some(ctx) = ctx {
                ctx.request_repaint();
            }
        });
        self.waiting = Some((purpose, Instant::now(), receiver));
    }
}
