//! What a view, a dialog or a key can ask for. Nothing here does anything: `app` carries actions out
//! once the frame is drawn.

use std::path::PathBuf;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::ask::{Ask, Next};
use super::folding::Side;
use super::lane_sizes::Lane;
use super::{ClauseAt, Context, Notice, Page, SettingField, View};
use crate::document::Command;
use crate::document::paste::PastedLine;
use crate::explore::Hold;
use crate::figure::FigureName;
use crate::files::keeping::LostWork;
use crate::files::roster::{Profile, Staged};
use crate::scenario::{Clause, ClauseId, Offer, OfferId, Scenario, Status};
use crate::ui::widgets::chart::Asked;
use crate::units::{Date, Percent};

/// Anything that can be asked for.
#[derive(Debug)]
pub enum Action {
    /// Change the scenario, or how it is changed. Present forbids all of them.
    Edit(Edit),
    /// Open, save, close.
    Disk(Disk),
    /// Look elsewhere, or at something else.
    Look(Look),
    /// Put something on the clipboard.
    Copy(Copied),
    Ask(Ask),
    Tell(Notice),
}

/// A change of the scenario, or of how it is changed.
#[derive(Debug)]
pub enum Edit {
    /// One change, as one step that can be undone.
    Apply(Command),
    /// One change typed into a dialog, which closes once it is made; a refusal goes back to it.
    Typed(Command),
    /// Adds a clause and chooses it; a refusal goes back to the dialog that asked.
    AddClause { offer: OfferId, clause: Box<Clause> },
    /// Gives a clause other terms; asks to start a counter where its offer is locked.
    SetClause(ClauseAt, Box<Clause>),
    /// Moves a head or a chip by a key, and with it the raises that give way; asks to start a counter
    /// where its offer is locked.
    Nudge {
        at: ClauseAt,
        /// Which part of a pool, from 0.
        part: usize,
        date: Date,
        /// Its new size; `None` leaves it.
        size: Option<Decimal>,
    },
    /// Gives a raise what was typed; asks to start a counter where its offer is locked. Nothing gives way.
    MoveRaise {
        raise: ClauseAt,
        date: Date,
        percent: Percent,
    },
    /// Adds a raise to the offer worked on, and chooses it.
    AddRaise { date: Date, percent: Percent },
    /// Takes a clause out of its offer.
    Remove(ClauseAt),
    /// Lets a raise give way when something is held, or not.
    ToggleLock(ClauseAt),
    /// What is held while a raise moves.
    Hold(Hold),
    /// Starts a counter from an offer and works on it.
    StartCounter {
        from: OfferId,
        /// Which of its raises then gets other terms.
        then: Option<(ClauseId, Date, Percent)>,
    },
    /// Starts a draft at the middle of the terms of A and B.
    StartMidpoint,
    /// Gives an offer a status; asks first where the other side has seen it as it is.
    SetStatus(OfferId, Status),
    /// Puts the raises of pasted lines over those from a column on.
    Paste {
        offer: OfferId,
        /// From which column on, the first is 0.
        column: usize,
        /// The lines; those that can't be read are left out.
        lines: Vec<PastedLine>,
    },
    /// Shares offers and starts the clean view with them.
    ShareAndPresent(Vec<OfferId>),
    /// Takes back the last step.
    Undo,
    /// Repeats the step taken back last.
    Redo,
    /// A part of a gesture.
    Gesture(Gesture),
}

/// A part of a gesture: many changes on the way, one step at its end.
#[derive(Debug)]
pub enum Gesture {
    /// Begins, under a label.
    Begin(&'static str),
    /// What it amounts to so far: these changes, from where it began. Raises give way to the one that
    /// `moves`.
    To {
        commands: Vec<Command>,
        /// The raise that moves.
        moves: Option<ClauseAt>,
    },
    /// Ends as one step.
    End,
    /// Ends as one step named after where a raise went, or after the counter that began with it.
    DropRaise {
        /// The raise, by its place in the copy where there is one.
        raise: ClauseAt,
        /// The locked offer a counter was made from.
        copied_from: Option<OfferId>,
    },
    /// Gives it up without a trace.
    Cancel,
}

/// Something done with files.
#[derive(Debug)]
pub enum Disk {
    /// Asks for a new contract.
    New,
    /// Chooses a file to open.
    Open,
    OpenPath(PathBuf),
    /// Opens a copy of a file, which has none of its own, under a name.
    OpenCopy(PathBuf, String),
    OpenExample,
    /// Opens a scenario that was just made.
    Start(Box<Scenario>),
    /// Saves over the file, or asks where.
    Save,
    /// Asks where to save.
    SaveAs,
    /// Saves to a path; `over` when the user was asked.
    SaveTo {
        path: PathBuf,
        /// Whether what is there may be replaced.
        over: bool,
    },
    /// Saves, then goes on.
    SaveThen(Next),
    /// Gives changes up and goes on.
    DiscardThen(Next),
    /// Gives up what is typed and can't be read, and goes on once nothing else would be lost.
    GiveUpTypedThen(Next),
    GoOn(Next),
    /// Shows what the last saves of the open file replaced.
    EarlierVersions,
    /// Reads the open file again: what is shown is given up.
    ReadAgain,
    /// Goes on with what is shown here, though the file holds something else.
    KeepMine {
        /// Whether to ask at once where to save it.
        save_as: bool,
    },
    /// Chooses a roster to import.
    ChooseRoster,
    /// Asks where to save the rejected lines of a roster.
    SaveRejected(Arc<Staged>),
    /// Saves them to a path; over what is there only where the user said so.
    SaveRejectedTo {
        /// The roster as it was read.
        staged: Arc<Staged>,
        path: PathBuf,
        /// Whether a file there may be replaced.
        over: bool,
    },
    /// Keeps the settings of an import beside the scenario.
    KeepProfile(Box<Profile>),
    /// Takes the table of groups as it is now, though it isn't as it was saved.
    AcceptTable,
    /// Opens the file again to see whether its table of groups is there now.
    LookForTable,
    Recover(Box<LostWork>),
    Discard(Box<LostWork>),
    /// Asks where to save an offer's term sheet.
    SaveTermSheet(OfferId),
    /// Saves an offer's term sheet to a path.
    SaveTermSheetTo {
        offer: OfferId,
        path: PathBuf,
        /// Whether what is there may be replaced.
        over: bool,
    },
    /// Chooses the folder to export to.
    ChooseFolder,
    Quit,
}

/// Looking elsewhere, or at something else.
#[derive(Debug, Clone)]
pub enum Look {
    /// Shows a view in the centre.
    At(View),
    /// Shows a page of the statements.
    Statements(Page),
    /// Shows the groups and scales all figures are made from.
    Payroll,
    /// Starts or ends the replay of the history.
    Replay(bool),
    /// Starts or ends the clean view with shared offers only.
    Present(bool),
    /// Shows these offers in Compare and in the charts.
    Offers(Vec<OfferId>),
    /// Folds a side panel, or shows it.
    Panel(Side),
    /// Puts away what went wrong: it was read.
    TroubleRead,
    Cursor(Date),
    /// Shows, hides or resizes lanes.
    Lanes(Lanes),
    /// Chooses a clause, or none.
    Clause(Option<ClauseAt>),
    /// Shows an offer's details.
    Offer(OfferId),
    /// Goes to a field of the left panel.
    Setting(SettingField),
    /// Goes to the fields of the chosen raise.
    ExactValues,
    Theme(eframe::egui::ThemePreference),
    /// How much larger everything is than at first.
    Zoom(f32),
}

/// What happens to the lanes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Lanes {
    Show(Lane),
    /// Hides one, but never the last.
    Hide(Lane),
    /// Shows one and no other.
    Alone(Lane),
    All,
    /// Gives every lane the size it had at first.
    ResetSizes,
    /// Moves the border below a lane.
    Border {
        /// The lane above the border.
        above: Lane,
        /// How far down, in points.
        by: f32,
        /// The height all lanes share, in points.
        total: f32,
    },
}

#[derive(Debug)]
pub enum Copied {
    /// A table of a view, as cells.
    Table {
        cells: String,
        /// Whether anything in it isn't shared.
        private: bool,
    },
    /// The table of raises, as cells.
    Raises,
    /// An offer's term sheet.
    TermSheet(OfferId),
    /// A figure as a picture.
    Picture(FigureName),
    /// The values of a figure as cells.
    Values(FigureName),
}

/// What was asked for in a frame, in order.
#[derive(Debug, Default)]
pub struct Actions {
    asked: Vec<Action>,
}

impl Actions {
    pub fn push(&mut self, action: Action) {
        self.asked.push(action);
    }

    /// Asks for a change of the scenario.
    pub fn edit(&mut self, edit: Edit) {
        self.push(Action::Edit(edit));
    }

    /// Asks for one change as one step.
    pub fn apply(&mut self, command: Command) {
        self.edit(Edit::Apply(command));
    }

    /// Asks for what was typed, once it could be read; what is wrong with it is told.
    pub fn take(&mut self, command: Result<Command, String>) {
        match command {
            Ok(command) => self.apply(command),
            Err(words) => self.refuse(words),
        }
    }

    /// Asks for a part of a gesture.
    pub fn gesture(&mut self, part: Gesture) {
        self.edit(Edit::Gesture(part));
    }

    /// Asks for something done with files.
    pub fn disk(&mut self, disk: Disk) {
        self.push(Action::Disk(disk));
    }

    /// Asks to look elsewhere.
    pub fn look(&mut self, look: Look) {
        self.push(Action::Look(look));
    }

    pub fn choose(&mut self, offer: &OfferId, clause: ClauseId) {
        self.look(Look::Clause(Some(ClauseAt {
            offer: offer.clone(),
            clause,
        })));
    }

    pub fn ask(&mut self, ask: Ask) {
        self.push(Action::Ask(ask));
    }

    /// Asks for a copy.
    pub fn copy(&mut self, copied: Copied) {
        self.push(Action::Copy(copied));
    }

    /// Copies a figure as a picture, or its values as cells.
    pub fn copy_figure(&mut self, figure: FigureName, asked: Asked) {
        self.copy(match asked {
            Asked::Picture => Copied::Picture(figure),
            Asked::Values => Copied::Values(figure),
        });
    }

    /// Copies a table of a view as cells of a spreadsheet; `private` where anything in it isn't shared.
    pub fn copy_table(&mut self, cells: String, private: bool) {
        self.copy(Copied::Table { cells, private });
    }

    /// The same of a table about offers.
    pub fn copy_table_of<'o>(
        &mut self,
        cells: String,
        offers: impl IntoIterator<Item = &'o Offer>,
    ) {
        let private = offers.into_iter().any(|offer| !offer.shared);
        self.copy_table(cells, private);
    }

    /// Tells that something was done.
    pub fn tell(&mut self, words: impl Into<String>) {
        self.push(Action::Tell(Notice::done(words)));
    }

    /// Tells why something isn't done.
    pub fn refuse(&mut self, words: impl Into<String>) {
        self.push(Action::Tell(Notice::refused(words)));
    }

    /// Tells that a locked offer keeps its terms, and offers a counter from it.
    pub fn tell_locked(&mut self, context: &Context, offer: &OfferId) {
        if let Some(offer) = context.offer(offer) {
            self.push(Action::Tell(Notice::locked(offer)));
        }
    }

    /// Whether nothing was asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.asked.is_empty()
    }

    /// What was asked for, in order.
    #[must_use]
    pub fn into_list(self) -> Vec<Action> {
        self.asked
    }
}
