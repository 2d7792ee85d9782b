//! The export dialog: which figures, how large, in which theme and format, with a preview of the very
//! pixels that are saved.

mod choice;
mod job;
mod page;
mod preview;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{self, Ui};

pub use choice::Choice;
pub use preview::picture;

use super::Answer;
use crate::document::{Command, Presentation, Setting};
use crate::export::figure_set::FigureSet;
use crate::figure::FigureName;
use crate::scenario::{FigureEdit, Scenario};
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::theme;

/// The dialog's state; what is chosen outlives it.
#[derive(Default)]
pub struct Exporting {
    /// What is ticked; remembered over restarts.
    pub choice: Choice,
    shown: Option<FigureName>,
    /// Headlines that are being typed; what they are left with becomes the case's.
    headlines: BTreeMap<FigureName, String>,
    figures: Option<Ready>,
    preview: preview::Preview,
    job: Option<job::Job>,
    outcome: Option<String>,
}

/// The figures of one scenario, with or without private offers.
#[derive(Clone)]
struct Ready {
    made_from: Arc<Scenario>,
    with_private: bool,
    set: Result<Arc<FigureSet>, String>,
}

/// Where to export to as long as nobody said: the user's documents, else the home folder.
fn first_folder() -> Option<PathBuf> {
    let home = std::env::home_dir().filter(|home| home.is_dir())?;
    let documents = home.join("Documents");
    let folder = if documents.is_dir() { documents } else { home };
    Some(folder.join("Counteroffer figures"))
}

pub(super) fn show(
    own: &mut Exporting,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
) -> Answer {
    if let Some(job) = own.job.take() {
        let (job, outcome) = job.follow();
        own.job = job;
        own.outcome = outcome.or(own.outcome.take());
    }
    if page::show(own, ui, context, actions) {
        Answer::Close
    } else {
        Answer::Stay
    }
}

impl Exporting {
    /// Begins anew: what is chosen stays, what came of the last export goes.
    pub(super) fn begin(&mut self, context: &Context) {
        self.outcome = None;
        // Private offers are ticked anew each time: nobody hands them out by habit.
        self.choice.with_private = false;
        if self.choice.folder.trim().is_empty() {
            let beside = context.file().path.as_deref().and_then(Path::parent);
            let folder = beside.map(Path::to_path_buf).or_else(first_folder);
            let folder = folder.map_or_else(String::new, |folder| folder.display().to_string());
            self.choice.folder = folder;
        }
    }

    /// Forgets what belongs to a document that is no longer open.
    pub fn forget(&mut self) {
        *self = Self {
            choice: std::mem::take(&mut self.choice),
            ..Self::default()
        };
    }

    /// Whether files are being written.
    pub(super) fn is_writing(&self) -> bool {
        self.job.is_some()
    }

    /// The figures to export, made again when the document or the choice of offers changed, under the
    /// user's headlines. Without private offers they are those of the shared copy.
    fn ready(&mut self, context: &Context) -> Result<Arc<FigureSet>, String> {
        let scenario = context.document().snapshot();
        let with_private = self.choice.with_private;
        let made_from = |one: &&Ready| {
            Arc::ptr_eq(&one.made_from, &scenario) && one.with_private == with_private
        };
        let ready = match self.figures.as_ref().filter(made_from) {
            Some(ready) => ready.clone(),
            None => {
                let set = FigureSet::of(&scenario, with_private);
                Ready {
                    made_from: scenario,
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

    /// Whether a figure has a headline of the user's.
    fn is_own(&self, context: &Context, name: FigureName) -> bool {
        let edit = context.scenario().figures.edit_of(name);
        self.headlines.contains_key(&name) || edit.is_some_and(|edit| edit.headline.is_some())
    }

    /// Makes what was typed the case's own headlines, as a step that can be undone; an empty one is drafted again.
    /// What the case can't hold stays typed, and why is told.
    pub(super) fn keep_words(&mut self, context: &Context, actions: &mut Actions) {
        if self.headlines.is_empty() {
            return;
        }
        let scenario = context.scenario();
        let mut figures = scenario.figures.clone();
        for (name, headline) in &self.headlines {
            let headline = headline.trim();
            let headline = (!headline.is_empty()).then(|| headline.to_owned());
            let at = figures.edits.iter().position(|edit| edit.figure == *name);
            match at.and_then(|at| figures.edits.get_mut(at)) {
                Some(edit) => edit.headline = headline,
                None => figures.edits.push(FigureEdit {
                    figure: *name,
                    headline,
                    subtitle: None,
                    source: None,
                }),
            }
        }
        figures.edits.retain(|edit| {
            edit.headline.is_some() || edit.subtitle.is_some() || edit.source.is_some()
        });
        if figures == scenario.figures {
            self.headlines.clear();
            return;
        }
        let command = Command::Setting(Setting::Presentation(Box::new(Presentation {
            currency: scenario.currency.clone(),
            parties: scenario.parties.clone(),
            figures,
        })));
        match context.document().try_out(&command) {
            Ok(()) => {
                self.headlines.clear();
                self.outcome = None;
                actions.apply(command);
            }
            Err(refusal) => {
                let words = format!("The headline isn\u{2019}t kept: {refusal}");
                actions.refuse(words.clone());
                self.outcome = Some(words);
            }
        }
    }
}

fn gray(ui: &Ui, words: &str) -> egui::RichText {
    egui::RichText::new(words)
        .size(12.5)
        .color(theme::palette(ui).soft)
}
