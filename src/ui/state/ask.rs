//! What a dialog can be opened for, as data: `dialogs` has a page for each.

use std::path::PathBuf;
use std::sync::Arc;

use crate::files::keeping::{Backup, LostWork};
use crate::files::roster::{ProposedScale, Staged};
use crate::scenario::{ClauseId, OfferId, Status};
use crate::units::{Date, Percent};

/// What waits for an answer to unsaved changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// The window closes.
    Close,
    /// Another file is chosen.
    Choose,
    /// This file is opened.
    Open(PathBuf),
    /// This file is opened as a copy that has no file, under this name.
    Copy(PathBuf, String),
    /// The example is opened.
    Example,
    /// A new contract is asked for.
    New,
}

/// What is asked or shown on top of everything.
#[derive(Debug)]
pub enum Ask {
    /// Changes would be lost.
    Unsaved(Next),
    /// What is typed and can't be read would be lost.
    Unread {
        next: Next,
        /// What was typed where, in words.
        typed: Vec<String>,
    },
    /// A path is typed, where there is no dialog service.
    TypePath {
        /// Whether to save there.
        saving: bool,
        /// What stands in the field at first.
        path: String,
    },
    /// A file would be replaced.
    Replace {
        path: PathBuf,
        /// Why it is asked: every reason.
        reasons: Vec<String>,
    },
    /// The file wasn't saved.
    NotSaved {
        /// Why, and what to do.
        words: String,
    },
    /// The window is to close while something is presented.
    EndPresenting,
    /// Nothing is shared that could be presented.
    NothingShared,
    /// Another program changed the open file.
    ChangedOutside {
        /// Whether it is no longer there.
        gone: bool,
    },
    /// What the last saves of a file replaced.
    EarlierVersions {
        of: PathBuf,
        /// Whether it is asked because the file can't be found.
        missing: bool,
        /// Its versions, the newest first.
        versions: Vec<Backup>,
    },
    /// Work of an earlier session that wasn't saved.
    LostWork {
        work: Box<LostWork>,
        /// How many others are offered after it.
        more: usize,
    },
    /// Something can't be done.
    Trouble {
        title: String,
        /// Why, and what to do.
        words: String,
    },
    /// A locked raise was to be changed.
    StartCounter {
        from: OfferId,
        /// What it was to become.
        then: Option<(ClauseId, Date, Percent)>,
    },
    /// Pasted lines, some of which can't be read.
    Pasted {
        offer: OfferId,
        /// From which column on.
        column: usize,
        /// As they came.
        text: String,
    },
    /// Raises are pasted or typed, a line each.
    PasteRaises(OfferId),
    /// An offer gets another name.
    Rename(OfferId),
    /// Whether an offer that was passed goes back to a status in which it can be changed.
    Reopen(OfferId, Status),
    /// Which term is added to an offer, and what it gives.
    AddTerm(OfferId),
    /// Where a term sheet is saved, where there is no dialog service.
    TermSheetPath {
        offer: OfferId,
        /// What stands in the field at first.
        path: String,
    },
    /// Whether a term sheet replaces a file.
    ReplaceWithTermSheet {
        offer: OfferId,
        path: PathBuf,
    },
    /// Where rejected lines of a roster are saved, where there is no dialog service.
    RejectedPath {
        /// The roster as it was read.
        staged: Arc<Staged>,
        /// What stands in the field at first.
        path: String,
    },
    /// Whether rejected lines replace a file.
    ReplaceWithRejected {
        /// The roster as it was read.
        staged: Arc<Staged>,
        path: PathBuf,
    },
    /// How a figure was computed.
    How {
        title: String,
        figure: String,
        /// Its inputs and formula.
        how: String,
    },
    /// What a new case starts from.
    NewContract,
    /// The rates of the payroll roll-up.
    RollUp,
    /// Where facts come from.
    Sources,
    /// Currency, parties and figures of the case.
    Figures,
    Assumed,
    /// The raises already owed.
    Baseline,
    Prices,
    /// A wage scale: a new one, or the one at a place.
    Scale(Option<usize>),
    /// A career ladder: a new one, or the one at a place.
    Ladder(Option<usize>),
    /// Scales that recurring rates suggest.
    ProposeScales(Vec<ProposedScale>),
    /// A roster: its file, its columns, the check.
    ImportRoster,
    /// By which shares a summary becomes groups.
    ToGroups,
    /// Whether groups become a summary.
    ToSummary,
    /// The table of groups was changed since the scenario was saved.
    TableChanged {
        /// What has become of it.
        words: String,
    },
    /// The table of groups was changed while the scenario is open.
    TableOutside,
    /// A claim: a new one from a sentence, or one that is changed.
    Claim {
        /// The id of the one that is changed.
        of: Option<String>,
        /// What stands in the field of a new one at first.
        sentence: String,
    },
    /// A settlement elsewhere: a new one, or the one of this name.
    Settlement(Option<String>),
    /// The other counts of the workforce.
    Counts,
    /// Which pictures and tables are written where.
    Export,
    /// Any action, offer, view or setting, found by a few letters.
    Palette,
    /// The list of keys.
    Keys,
    /// About the program.
    About,
}

impl Ask {
    /// Whether it shows nothing private and changes nothing, so that it may be open while only what is
    /// shared is presented.
    #[must_use]
    pub fn may_be_presented(&self) -> bool {
        matches!(
            self,
            Self::How { .. } | Self::Keys | Self::About | Self::EndPresenting
        )
    }
}
