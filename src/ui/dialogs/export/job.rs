//! Writing the files on a thread of its own, with progress and a way to stop.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use eframe::egui::Context;

use super::Choice;
use crate::export::figure_set::{Done, Existing, FigureSet, Plan, Stop, write};
use crate::export::picture::only_in_colour;
use crate::units::visible;

/// Files to write, and where.
pub struct Planned {
    plan: Plan,
    folder: PathBuf,
    existing: usize,
}

impl Planned {
    /// What would be written, in a sentence or two.
    pub fn words(&self) -> String {
        let files = count(self.plan.files.len());
        match self.existing {
            0 => format!("Writes {files}."),
            old if old == self.plan.files.len() => {
                format!("Writes {files}, in place of those of the same names.")
            }
            old => format!("Writes {files}, {old} in place of one of the same name."),
        }
    }

    /// Which of the figures asked for have nothing to draw; nothing where all have.
    pub fn nothing_of(&self) -> Option<String> {
        let names: Vec<&str> = self
            .plan
            .empty
            .iter()
            .map(|(name, _)| name.title())
            .collect();
        let words = format!("Left out, with nothing to draw: {}.", names.join(", "));
        (!names.is_empty()).then_some(words)
    }

    /// Why, a line for each of them.
    pub fn why_nothing(&self) -> String {
        let lines = self.plan.empty.iter();
        let lines = lines.map(|(name, why)| format!("{}: {why}", name.title()));
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Whether files of the same names are there.
    pub fn replaces(&self) -> bool {
        self.existing > 0
    }
}

/// What is missing or wrong, and whether it is the folder.
pub struct Missing {
    pub words: &'static str,
    pub is_folder: bool,
}

impl Missing {
    fn choice(words: &'static str) -> Self {
        Self {
            words,
            is_folder: false,
        }
    }

    fn folder(words: &'static str) -> Self {
        Self {
            words,
            is_folder: true,
        }
    }
}

/// What the choice comes to, or what is missing.
pub fn plan(
    choice: &Choice,
    set: Option<&FigureSet>,
    file: Option<&Path>,
) -> Result<Planned, Missing> {
    let set = set.ok_or_else(|| Missing::choice("There is nothing to export."))?;
    let missing = [
        (choice.figures.is_empty(), "Choose a figure."),
        (choice.formats.is_empty(), "Choose a format."),
        (choice.sizes.is_empty(), "Choose a size."),
        (choice.themes.is_empty(), "Choose a theme."),
    ];
    if let Some((_, words)) = missing.into_iter().find(|(missing, _)| *missing) {
        return Err(Missing::choice(words));
    }
    if choice.folder.trim().is_empty() {
        return Err(Missing::folder("Choose a folder."));
    }
    let mut request = choice.request(file);
    // The figures in the order that is chosen for the case; others after them.
    request.figures.sort_by_key(|name| {
        let place = set.chosen.iter().position(|one| one == name);
        place.unwrap_or(usize::MAX)
    });
    let plan = set.plan(&request);
    let folder = PathBuf::from(choice.folder.trim());
    // A path from nowhere in particular would end up where the program happened to be started.
    if !folder.is_absolute() {
        let words = "Type the whole path of the folder, from / or a drive on, or choose it.";
        return Err(Missing::folder(words));
    }
    if folder.is_file() {
        let words = "This is a file, not a folder: choose another.";
        return Err(Missing::folder(words));
    }
    let existing = plan.existing(&folder).len();
    Ok(Planned {
        plan,
        folder,
        existing,
    })
}

/// An export under way.
pub struct Job {
    folder: PathBuf,
    all: usize,
    done: Arc<AtomicUsize>,
    stop: Arc<AtomicBool>,
    end: Receiver<Done>,
}

pub fn start(planned: Planned, ctx: &Context) -> Job {
    let (sender, end) = channel();
    let done = Arc::new(AtomicUsize::new(0));
    let stop = Arc::new(AtomicBool::new(false));
    let job = Job {
        folder: planned.folder.clone(),
        all: planned.plan.files.len(),
        done: done.clone(),
        stop: stop.clone(),
        end,
    };
    let existing = if planned.replaces() {
        Existing::Replace
    } else {
        Existing::Refuse
    };
    let ctx = ctx.clone();
    std::thread::spawn(move || {
        let ended = write(&planned.plan, &planned.folder, existing, &mut |progress| {
            done.store(progress.done, Ordering::Relaxed);
            ctx.request_repaint();
            !stop.load(Ordering::Relaxed)
        });
        // The window may be gone by now; the files are there whole all the same.
        let _ = sender.send(ended);
        ctx.request_repaint();
    });
    job
}

impl Job {
    /// Files written, and files to write.
    pub fn progress(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.all)
    }

    /// Stops before the next file.
    pub fn cancel(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// The job while it lasts, then how it ended in words.
    pub fn follow(self) -> (Option<Self>, Option<String>) {
        match self.end.try_recv() {
            Err(TryRecvError::Empty) => (Some(self), None),
            Err(TryRecvError::Disconnected) => {
                let words = "The export ended early; the files written are whole.";
                (None, Some(words.to_owned()))
            }
            Ok(done) => {
                let words = ended(&done, &self.folder);
                (None, Some(words))
            }
        }
    }
}

fn ended(done: &Done, folder: &Path) -> String {
    let written = count(done.written.len());
    let mut words = match &done.stop {
        None => format!("Wrote {written} to {}.", visible::path(folder)),
        Some(Stop::Cancelled) => format!("Cancelled; {written} written, each of them whole."),
        Some(stop) => format!("{stop}; {written} written."),
    };
    if !done.replaced.is_empty() {
        let chars: String = done.replaced.iter().collect();
        words.push_str(" No typeface of this system draws ");
        words.push_str(&chars);
        words.push_str("; boxes stand for them.");
        if let Some(family) = done.replaced.iter().find_map(|one| only_in_colour(*one)) {
            words.push_str(&format!(
                " {family} has them as coloured pictures only, and pictures hold outlines."
            ));
        }
    }
    for (file, why) in &done.failed {
        words.push_str(&format!(" {file} wasn\u{2019}t written: {why}."));
    }
    words
}

fn count(files: usize) -> String {
    match files {
        1 => "1 file".to_owned(),
        many => format!("{many} files"),
    }
}
