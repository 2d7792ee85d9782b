//! Import a roster…: its file, its columns, the check. Reading goes on beside the window, and nothing changes
//! before the last button.

mod beside;
mod check;
mod columns;
mod file;
mod frame;
mod job;
mod measures;
mod parts;
mod question;
mod rejected;
mod roster_words;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{self, Ui, Vec2, vec2};

use super::{Answer, Dialog};
use crate::document::payroll::of_groups;
use crate::document::{Command, PayrollEdit};
use crate::files::roster::{
    EmptyScope, Fault, FileForm, Preview, Profile, Question, RosterError, RosterFile, ScaleSource,
    Staged, empty_scopes,
};
use crate::scenario::{Rounding, Scenario};
use crate::ui::state::{Actions, Context, Disk, Look};
use job::{Job, Looked};

/// Which page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    File,
    Columns,
    Check,
}

/// A file that was opened.
struct Source {
    path: PathBuf,
    file: Arc<RosterFile>,
    preview: Preview,
    /// Whether its numbers could have a decimal point or a comma, and nobody said which.
    decimals_open: bool,
}

/// What the last reading came to.
enum Read {
    /// Nothing was read yet.
    NotYet,
    /// Something only the user can tell.
    Asks(Question),
    /// It can't be read; why, and what to do.
    Refused(String),
    /// Groups, ready to be taken over.
    Done(Arc<Staged>),
}

/// An import under way.
pub(super) struct Import {
    stage: Stage,
    /// The path in its field.
    path: String,
    source: Option<Source>,
    profile: Profile,
    /// Whether the profile is the one kept beside the scenario.
    kept: bool,
    job: Option<Job>,
    read: Read,
    /// The profile the last reading followed.
    read_by: Option<Profile>,
    /// Clauses that nobody would be in the scope of.
    empty: Vec<EmptyScope>,
    /// Whether those are to be left out.
    leave_out: bool,
    /// Whether rates far from the others are confirmed.
    confirmed: bool,
    /// What is wrong with the file.
    words: String,
    /// Whether the next button is to have the keyboard once it can be pressed.
    leads: bool,
}

impl Import {
    /// An import into the open scenario.
    pub fn of(context: &Context) -> Self {
        Self {
            stage: Stage::File,
            path: String::new(),
            source: None,
            profile: first_profile(context.scenario()),
            kept: false,
            job: None,
            read: Read::NotYet,
            read_by: None,
            empty: Vec::new(),
            leave_out: false,
            confirmed: false,
            words: String::new(),
            leads: false,
        }
    }

    fn open(&mut self, ui: &Ui, path: PathBuf) {
        self.path = path.display().to_string();
        self.words.clear();
        self.source = None;
        self.forget_reading();
        self.job = Some(Job::open(ui.ctx(), path));
    }

    fn forget_reading(&mut self) {
        self.read = Read::NotYet;
        self.read_by = None;
        self.empty.clear();
        self.confirmed = false;
        self.leave_out = false;
    }

    /// Takes what a job answers.
    fn follow(&mut self, ctx: &egui::Context, context: &Context) {
        let Some(job) = &self.job else { return };
        let Some(answer) = job.answer() else {
            ctx.request_repaint_after(Duration::from_millis(80));
            return;
        };
        self.job = None;
        match answer {
            Ok(job::Answer::Opened(opened)) => {
                self.source = Some(Source {
                    path: PathBuf::from(self.path.trim()),
                    file: opened.file,
                    preview: Preview::default(),
                    decimals_open: false,
                });
                self.look_at(opened.looked);
                self.leads = true;
                self.take_kept(context);
            }
            Ok(job::Answer::Looked(looked)) => self.look_at(*looked),
            Ok(job::Answer::Read(staged)) => {
                let next = staged.applied(context.scenario(), &[]);
                self.empty = empty_scopes(&next);
                self.read = Read::Done(Arc::new(*staged));
            }
            Err(RosterError::Refused {
                fault: Fault::Open(question),
                ..
            }) => self.read = Read::Asks(question),
            Err(RosterError::Cancelled) => self.read_by = None,
            Err(error) if self.stage == Stage::File => self.words = capital(&error.to_string()),
            Err(error) => self.read = Read::Refused(capital(&error.to_string())),
        }
    }

    fn look_at(&mut self, looked: Looked) {
        let Some(source) = &mut self.source else {
            return;
        };
        self.profile.file = looked.form;
        self.profile.columns = looked.guess.columns;
        self.profile.pay = looked.guess.pay;
        self.profile.fte = looked.guess.fte;
        if let Some(decimals) = looked.guess.decimals {
            self.profile.file.decimals = decimals;
        }
        source.decimals_open = looked.guess.decimals.is_none() && has_marks(&looked.preview);
        source.preview = looked.preview;
        self.kept = false;
        self.words.clear();
        self.forget_reading();
    }

    /// The settings kept beside the scenario, where this file has the columns they name: then one look at the
    /// check is left.
    fn take_kept(&mut self, context: &Context) {
        let Some(scenario) = &context.file().path else {
            return;
        };
        let Ok(kept) = Profile::read(&Profile::path_beside(scenario)) else {
            return;
        };
        let Some(source) = &mut self.source else {
            return;
        };
        let same_form = kept.file.sheet == self.profile.file.sheet
            && kept.file.header_row == self.profile.file.header_row
            && kept.file.separator == self.profile.file.separator;
        let headers = &source.preview.headers;
        let there = |column| (0..headers.len()).any(|at| parts::is_at(column, headers, at));
        if same_form && kept.columns.iter().all(there) {
            let form = FileForm {
                encoding: self.profile.file.encoding,
                ..kept.file.clone()
            };
            let ledger = context.scenario().ledger().cloned();
            self.profile = Profile {
                file: form,
                ledger: ledger.or(kept.ledger.clone()),
                ..kept
            };
            source.decimals_open = false;
            self.kept = true;
            self.stage = Stage::Check;
        }
    }

    /// Reads again where the settings have changed, once nothing is being typed.
    fn read_if_changed(&mut self, ctx: &egui::Context, context: &Context) {
        let Some(source) = &self.source else { return };
        if self.stage == Stage::File || ctx.text_edit_focused() || source.decimals_open {
            return;
        }
        if self.read_by.as_ref() == Some(&self.profile) {
            return;
        }
        let file = source.file.clone();
        self.forget_reading();
        self.read_by = Some(self.profile.clone());
        if let Err(fault) = self.profile.check() {
            self.job = None;
            self.read = Read::Refused(capital(&fault.to_string()));
            return;
        }
        let profile = self.profile.clone();
        self.job = Some(Job::read(ctx, file, profile, context.scenario()));
    }

    /// Stops what is under way; what was known before stays, and it can be read again.
    fn stop(&mut self) {
        let reading = self.stage != Stage::File;
        self.job = None;
        if reading {
            self.read = Read::Refused("Reading was stopped".to_owned());
        } else {
            self.words = "Stopped; nothing was opened".to_owned();
        }
    }

    fn staged(&self) -> Option<&Arc<Staged>> {
        match &self.read {
            Read::Done(staged) => Some(staged),
            _ => None,
        }
    }

    /// Why the next button can't be pressed; nothing where it can.
    fn why_not(&self) -> Option<String> {
        let source = match (&self.source, self.stage) {
            (None, _) => return Some("Choose a file first".to_owned()),
            (Some(source), _) => source,
        };
        match self.stage {
            Stage::File if source.decimals_open => {
                Some("Say whether numbers have a decimal point or a comma".to_owned())
            }
            Stage::File => None,
            Stage::Columns | Stage::Check => match &self.read {
                Read::NotYet => Some("Reading".to_owned()),
                Read::Asks(_) => Some("Answer the question on the dates first".to_owned()),
                Read::Refused(_) => {
                    Some("The file can\u{2019}t be read with these settings".to_owned())
                }
                Read::Done(_) if self.stage == Stage::Columns => None,
                Read::Done(staged) => check::why_not(self, staged),
            },
        }
    }

    /// Takes the roster over: one step, and the settings kept for next month.
    fn import(&mut self, context: &Context, actions: &mut Actions) -> Answer {
        let Some(staged) = self.staged().cloned() else {
            return Answer::Stay;
        };
        let mut staged = (*staged).clone();
        staged
            .reconciliation
            .ledger
            .clone_from(&self.profile.ledger);
        let leave_out = if self.leave_out {
            self.empty.clone()
        } else {
            Vec::new()
        };
        let stem = context.file().name();
        let (groups, heads) = (staged.groups.len(), staged.reconciliation.employees);
        let command = Command::Payroll(PayrollEdit::Import {
            staged: Arc::new(staged),
            leave_out,
            stem,
        });
        if let Err(refusal) = context.document().try_out(&command) {
            self.words = capital(&refusal.to_string());
            return Answer::Stay;
        }
        let employees = roster_words::employees(heads);
        let groups = of_groups(groups);
        actions.apply(command);
        actions.disk(Disk::KeepProfile(Box::new(self.profile.clone())));
        actions.look(Look::Payroll);
        actions.tell(format!("Imported {employees} as {groups}"));
        Answer::Close
    }
}

/// The settings an import begins with, before a file is there.
fn first_profile(scenario: &Scenario) -> Profile {
    Profile {
        name: "Payroll extract".to_owned(),
        rates_as_of: scenario.workforce.rates_as_of,
        file: FileForm::default(),
        columns: Vec::new(),
        pay: crate::files::roster::Pay::default(),
        paid_for: crate::files::roster::PaidFor::default(),
        fte: crate::files::roster::FteMeasure::default(),
        rounding: Rounding::Cent,
        keep_only: Vec::new(),
        leave_out: Vec::new(),
        scales: ScaleSource::Scenario,
        same_id: crate::files::roster::SameId::default(),
        limits: crate::files::roster::Limits::default(),
        ledger: scenario.ledger().cloned(),
    }
}

/// Whether some number has a point or a comma that could be a decimal mark.
fn has_marks(preview: &Preview) -> bool {
    let cells = preview.rows.iter().flat_map(|(_, cells)| cells);
    let mut numbers = cells.filter(|text| {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let marks = text.bytes().filter(|byte| matches!(byte, b',' | b'.'));
        digits > 0 && marks.count() == 1 && text.bytes().all(|byte| !byte.is_ascii_alphabetic())
    });
    numbers.next().is_some()
}

/// Words with a capital, as a sentence begins.
fn capital(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

impl Dialog for Import {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        let ctx = ui.ctx().clone();
        self.follow(&ctx, context);
        let answer = frame::show(self, ui, context, actions);
        self.read_if_changed(&ctx, context);
        answer
    }

    fn size(&self) -> Option<Vec2> {
        Some(vec2(1256.0, 792.0))
    }

    fn chosen(&mut self, ctx: &egui::Context, path: &Path) {
        self.path = path.display().to_string();
        self.words.clear();
        self.source = None;
        self.stage = Stage::File;
        self.forget_reading();
        self.job = Some(Job::open(ctx, path.to_path_buf()));
    }

    fn holds_work(&self) -> bool {
        self.source.is_some()
    }

    /// Columns and answers.
    fn holds_choices(&self) -> bool {
        self.source.is_some()
    }
}
