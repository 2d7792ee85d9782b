//! The export dialog: which figures, how large, in which theme and format, with a preview of the very
//! pixels that are saved.

mod choice;
mod job;
mod page;
mod preview;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{self, Context, Frame, Id, Modal, Ui};

pub use choice::Choice;

use super::Window;
use super::chart::Asked;
use crate::export::figure_csv;
use crate::export::figure_set::FigureSet;
use crate::figure::{Figure, FigureName, build};
use crate::files;

/// The dialog's state; what is chosen outlives it.
#[derive(Default)]
pub struct Exporting {
    /// What is ticked; remembered over restarts.
    pub choice: Choice,
    open: bool,
    shown: Option<FigureName>,
    /// Headlines the user wrote, for this document.
    headlines: BTreeMap<FigureName, String>,
    figures: Option<Ready>,
    preview: preview::Preview,
    job: Option<job::Job>,
    outcome: Option<String>,
}

/// The figures of one revision, with or without private offers.
#[derive(Clone)]
struct Ready {
    revision: u64,
    with_private: bool,
    set: Result<Arc<FigureSet>, String>,
}

/// Opens the dialog.
pub fn open(window: &mut Window) {
    window.drag = None;
    window.document.cancel();
    window.exporting.open = true;
    window.exporting.outcome = None;
    // Private offers are ticked anew each time: nobody hands them out by habit.
    window.exporting.choice.with_private = false;
    if window.exporting.choice.folder.trim().is_empty() {
        let beside = window.place.path.as_deref().and_then(Path::parent);
        let folder = beside.map(Path::to_path_buf).or_else(first_folder);
        let folder = folder.map_or_else(String::new, |folder| folder.display().to_string());
        window.exporting.choice.folder = folder;
    }
}

/// Where to export to as long as nobody said: the user's documents, else the home folder.
fn first_folder() -> Option<PathBuf> {
    let home = std::env::home_dir().filter(|home| home.is_dir())?;
    let documents = home.join("Documents");
    let folder = if documents.is_dir() { documents } else { home };
    Some(folder.join("Counteroffer figures"))
}

/// Forgets what belongs to a document that is no longer open.
pub fn forget(window: &mut Window) {
    let choice = std::mem::take(&mut window.exporting.choice);
    window.exporting = Exporting {
        choice,
        ..Exporting::default()
    };
}

/// Shows the dialog while it is open.
pub fn show(window: &mut Window, ui: &Ui) {
    if !window.exporting.open {
        return;
    }
    let mut exporting = std::mem::take(&mut window.exporting);
    exporting.job = exporting.job.take().and_then(|job| {
        let (job, outcome) = job.follow();
        exporting.outcome = outcome.or(exporting.outcome.take());
        job
    });
    let screen = ui.ctx().content_rect();
    let modal = Modal::new(Id::unique("export"))
        .frame(Frame::window(ui.style()).inner_margin(20))
        .show(ui.ctx(), |ui| {
            ui.set_width((screen.width() - 90.0).min(1040.0));
            ui.set_height((screen.height() - 90.0).min(660.0));
            page::show(window, &mut exporting, ui)
        });
    let done = modal.inner || (modal.should_close() && exporting.job.is_none());
    exporting.open = !done;
    window.exporting = exporting;
}

impl Exporting {
    /// Whether the dialog is on top.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// The figures to export, made again when the document or the choice of offers changed, under the
    /// user's headlines. Without private offers they are those of the shared copy.
    fn ready(&mut self, window: &Window) -> Result<Arc<FigureSet>, String> {
        let revision = window.document.revision();
        let with_private = self.choice.with_private;
        let made_from = |one: &&Ready| (one.revision, one.with_private) == (revision, with_private);
        let ready = match self.figures.as_ref().filter(made_from) {
            Some(ready) => ready.clone(),
            None => {
                let set = FigureSet::of(window.document.scenario(), with_private);
                Ready {
                    revision,
                    with_private,
                    set: set.map(Arc::new).map_err(|error| error.to_string()),
                }
            }
        };
        self.figures = Some(ready.clone());
        let set = ready.set?;
        if self.headlines.is_empty() {
            return Ok(set);
        }
        let mut own = (*set).clone();
        for figure in &mut own.figures {
            if let Some(headline) = self.headlines.get(&figure.name) {
                figure.headline.clone_from(headline);
            }
        }
        Ok(Arc::new(own))
    }

    /// The headline drafted from the figures, whatever the user wrote.
    fn drafted(&self, name: FigureName) -> Option<String> {
        let set = self.figures.as_ref()?.set.as_ref().ok()?;
        set.figure(name).map(|figure| figure.headline.clone())
    }
}

/// One figure of the open document, with its hash, for copying.
pub fn one(window: &mut Window, name: FigureName) -> Result<Figure, String> {
    let results = window.document.results();
    let results = results.map_err(|error| error.to_string())?;
    let scenario = window.document.scenario();
    let hash = files::sha256(scenario).map_err(|error| error.to_string())?;
    Ok(build::figure(name, scenario, &results, &hash))
}

/// Copies a figure as a picture, or its values as cells; says what was done.
pub fn copy(window: &mut Window, ctx: &Context, name: FigureName, asked: Asked) {
    let offers = &window.document.scenario().offers;
    let private = if offers.iter().all(|offer| offer.shared) {
        ""
    } else {
        ", with private offers"
    };
    let words = match one(window, name) {
        Err(words) => words,
        Ok(figure) => match asked {
            Asked::Values => {
                ctx.copy_text(figure_csv::as_cells(&figure.data));
                let title = name.title();
                format!("Copied the values of \u{201c}{title}\u{201d} as cells{private}")
            }
            Asked::Picture => match preview::picture(&figure, ctx.theme()) {
                Ok(image) => {
                    ctx.copy_image(image);
                    let title = name.title();
                    format!("Copied \u{201c}{title}\u{201d} as a picture{private}")
                }
                Err(words) => words,
            },
        },
    };
    window.notice = Some(words);
}

fn gray(ui: &Ui, words: &str) -> egui::RichText {
    egui::RichText::new(words)
        .size(12.5)
        .color(super::theme::palette(ui).soft)
}
