//! The export dialog: which figures, how large, in which theme and format, with a preview of the very
//! pixels that are saved.

mod choice;
mod job;
mod page;
mod preview;

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::{self, Context, Frame, Id, Modal, Ui};

pub use choice::Choice;

use super::Window;
use crate::costing::results::Results;
use crate::figure::{Figure, FigureName, build};
use crate::files;
use crate::scenario::Scenario;

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
    figures: Arc<Vec<Figure>>,
    offers: Vec<String>,
    left_out: Vec<String>,
    words: Option<String>,
}

/// Opens the dialog.
pub fn open(window: &mut Window) {
    window.drag = None;
    window.document.cancel();
    window.exporting.open = true;
    window.exporting.outcome = None;
    // Private offers are ticked anew each time: nobody hands them out by habit.
    window.exporting.choice.with_private = false;
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
        let (job, outcome) = job.follow(ui.ctx());
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
    /// The figures to export, made again when the document or the choice of offers changed.
    fn ready(&mut self, window: &mut Window) -> Ready {
        let revision = window.document.revision();
        let with_private = self.choice.with_private;
        let known = self.figures.as_ref();
        let known = known.filter(|one| (one.revision, one.with_private) == (revision, with_private));
        let mut ready = match known {
            Some(ready) => ready.clone(),
            None => make(window.document.scenario(), revision, with_private),
        };
        self.figures = Some(ready.clone());
        if !self.headlines.is_empty() {
            let mut figures = ready.figures.to_vec();
            for figure in &mut figures {
                if let Some(own) = self.headlines.get(&figure.name) {
                    figure.headline.clone_from(own);
                }
            }
            ready.figures = Arc::new(figures);
        }
        ready
    }
}

/// Costs what is exported: the shared offers alone unless private ones are ticked, so that figures of
/// a shared copy carry its hash.
fn make(scenario: &Scenario, revision: u64, with_private: bool) -> Ready {
    let exported = if with_private {
        scenario.clone()
    } else {
        scenario.shared_copy()
    };
    let names = |shown: bool| -> Vec<String> {
        let offers = scenario.offers.iter();
        let offers = offers.filter(|offer| exported.offer(&offer.id).is_some() == shown);
        offers.map(|offer| offer.name.clone()).collect()
    };
    let (offers, left_out) = (names(true), names(false));
    let made = Results::new(&exported)
        .map_err(|error| error.to_string())
        .and_then(|results| {
            let hash = files::sha256(&exported).map_err(|error| error.to_string())?;
            Ok(build::figures(&exported, &results, &hash))
        });
    let (figures, words) = match made {
        Ok(figures) => (figures, None),
        Err(words) => (Vec::new(), Some(words)),
    };
    Ready {
        revision,
        with_private,
        figures: Arc::new(figures),
        offers,
        left_out,
        words,
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
pub fn copy(window: &mut Window, ctx: &Context, name: FigureName, asked: super::chart::Asked) {
    let words = match one(window, name) {
        Err(words) => words,
        Ok(figure) => match asked {
            super::chart::Asked::Values => {
                ctx.copy_text(crate::export::figure_csv::as_cells(&figure));
                format!("Copied the values of \u{201c}{}\u{201d} as cells", name.title())
            }
            super::chart::Asked::Picture => match preview::picture(&figure, ctx.theme()) {
                Ok(image) => {
                    ctx.copy_image(image);
                    format!("Copied \u{201c}{}\u{201d} as a picture", name.title())
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
