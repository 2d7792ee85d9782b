//! Rosters: an extract of a payroll read into groups of equal pay.
//!
//! Three steps, each pure until the user confirms: *File* ([`RosterFile::open`], [`RosterFile::guess_form`],
//! [`RosterFile::preview`]), *Columns* ([`guess_columns`], kept as a [`Profile`]), *Check* ([`read_roster`]
//! gives a [`Staged`] import with every physical line accounted for). Names and numbers of employees are
//! hashed in memory to find doubles and are in nothing that is kept.
//!
//! | to | see |
//! |---|---|
//! | show progress, cancel | [`Progress`], a clone for each thread |
//! | ask which date order is meant | [`Fault::Open`] with a [`Question`] |
//! | list clauses whose scope matches nobody | [`empty_scopes`] on [`Staged::applied`] |
//! | say what changed since last month | [`changes`] |
//! | propose scales for jobs without one | [`propose_scales`], [`with_scale`] |

mod apply;
mod cell;
mod columns;
mod counting;
mod dates;
mod decoding;
mod error;
mod form;
mod grouping;
mod guess;
mod intake;
mod kept;
mod lines;
mod made_up;
mod meaning;
mod money_sign;
mod profile;
mod progress;
mod questions;
mod reading;
mod reason;
mod row;
mod scales;
mod serial;
mod source;
mod staged;
mod tally;
mod totals;
mod workbook;

pub use apply::{assumptions_to_look_over, changes, empty_scopes, leave_out};
pub(super) use decoding::Decoding;
pub use decoding::Encoding;
pub use error::{Fault, MappingFault, Measure, Question, RosterError, RosterPlace, letters};
pub use guess::{ColumnGuess, guess_columns};
pub use intake::{Beside, MOST_GROUPS, read_roster};
pub(super) use lines::Lines;
pub use lines::Separator;
pub use made_up::{made_up_csv, made_up_profile, made_up_xlsx};
pub use meaning::Meaning;
pub use profile::{
    ColumnUse, DateOrder, DecimalMark, Epoch, FileForm, FteMeasure, Ledger, Limits, PaidFor, Pay,
    Profile, SameId, ScaleSource, Values,
};
pub use progress::Progress;
pub use reason::{Reason, Rejection};
pub(super) use row::{Flow, Row, Wanted};
pub use scales::{ProposedScale, propose_scales, with_scale};
pub use source::{Preview, RosterFile};
pub use staged::{
    Alike, Changes, EmptyScope, FilterValues, MOST_LISTED, MOST_VALUES, Note, OffScale, Outlier,
    OutlierKind, Reconciliation, Staged, UnitChange, UnitCount,
};
pub use workbook::SheetName;
