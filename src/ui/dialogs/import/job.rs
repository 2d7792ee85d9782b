//! Reading a roster on a thread of its own, with progress and a way to stop.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use eframe::egui::Context;

use crate::files::roster::{
    Beside, ColumnGuess, FileForm, Preview, Profile, Progress, RosterError, RosterFile, Staged,
    guess_columns, read_roster,
};
use crate::scenario::Scenario;

/// How many lines a guess and a menu of values look at.
const LOOKED_AT: usize = 200;

/// A file that was opened, and what is guessed of it.
pub(super) struct Opened {
    pub(crate) file: Arc<RosterFile>,
    pub(crate) looked: Looked,
}

/// A file's first lines in a form, and what is guessed of its columns.
pub(super) struct Looked {
    pub(crate) form: FileForm,
    pub(crate) preview: Preview,
    pub(crate) guess: ColumnGuess,
}

/// What a job answers with.
pub(super) enum Answer {
    Opened(Box<Opened>),
    Looked(Box<Looked>),
    Read(Box<Staged>),
}

/// A reading under way. Let go of, it stops and leaves nothing behind.
pub(super) struct Job {
    pub(crate) progress: Progress,
    /// What it does, for people who wait.
    pub(crate) what: &'static str,
    end: Receiver<Result<Answer, RosterError>>,
}

impl Drop for Job {
    fn drop(&mut self) {
        self.progress.cancel();
    }
}

impl Job {
    /// Opens a file and guesses its form and columns.
    pub fn open(ctx: &Context, path: PathBuf) -> Self {
        Self::start(ctx, "Opening", move |progress| {
            let file = RosterFile::open(&path, progress)?;
            let form = file.guess_form(progress)?;
            let looked = look(&file, form, progress)?;
            Ok(Answer::Opened(Box::new(Opened {
                file: Arc::new(file),
                looked,
            })))
        })
    }

    /// Looks at a file's first lines in another form.
    pub fn look(ctx: &Context, file: Arc<RosterFile>, form: FileForm) -> Self {
        Self::start(ctx, "Looking", move |progress| {
            let looked = look(&file, form, progress)?;
            Ok(Answer::Looked(Box::new(looked)))
        })
    }

    /// Reads a file by a profile.
    pub fn read(
        ctx: &Context,
        file: Arc<RosterFile>,
        profile: Profile,
        scenario: &Scenario,
    ) -> Self {
        let (hours, currency) = (scenario.hours, scenario.currency.clone());
        let scales = scenario.workforce.scales.clone();
        Self::start(ctx, "Reading every line", move |progress| {
            let beside = Beside {
                hours,
                scales: &scales,
                currency: &currency,
            };
            let staged = read_roster(&file, &profile, beside, progress)?;
            Ok(Answer::Read(Box::new(staged)))
        })
    }

    fn start(
        ctx: &Context,
        what: &'static str,
        work: impl FnOnce(&Progress) -> Result<Answer, RosterError> + Send + 'static,
    ) -> Self {
        let (sender, end) = channel();
        let progress = Progress::new();
        let (own, ctx) = (progress.clone(), ctx.clone());
        std::thread::spawn(move || {
            let answer = work(&own);
            // The page may be gone by now; nothing is kept then.
            let _ = sender.send(answer);
            ctx.request_repaint();
        });
        Self {
            progress,
            what,
            end,
        }
    }

    /// The answer, once it is there.
    pub fn answer(&self) -> Option<Result<Answer, RosterError>> {
        match self.end.try_recv() {
            Ok(answer) => Some(answer),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err(RosterError::Cancelled)),
        }
    }
}

fn look(file: &RosterFile, form: FileForm, progress: &Progress) -> Result<Looked, RosterError> {
    let preview = file.preview(&form, LOOKED_AT, progress)?;
    let guess = guess_columns(&preview);
    Ok(Looked {
        form,
        preview,
        guess,
    })
}
