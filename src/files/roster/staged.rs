//! What an import comes to, before anything is changed: groups, scales, and every line accounted for.

use rust_decimal::Decimal;

use super::profile::{ColumnUse, Ledger};
use super::reason::{Reason, Rejection};
use crate::files::FileError;
use crate::files::table::guarded;
use crate::scenario::{Group, RateUnit, Rounding, Scale, ScopeKey, Totals};
use crate::units::Date;

/// An import made ready. Dropping it leaves no trace.
#[derive(Debug, Clone, PartialEq)]
pub struct Staged {
    /// The groups of equal keys, rate, step and next-step date, each under a name made of them.
    pub groups: Vec<Group>,
    /// The wage scales they stand on.
    pub(crate) scales: Vec<Scale>,
    /// The day the rates are taken from.
    pub(crate) rates_as_of: Date,
    /// What a rate is paid for.
    pub(crate) rate_unit: RateUnit,
    /// How rates are rounded after each raise.
    pub(crate) rounding: Rounding,
    /// Every line of the file.
    pub reconciliation: Reconciliation,
    /// Rejected lines, in the file's order; the first [`MOST_LISTED`].
    pub rejected: Vec<Rejection>,
    /// Rejected lines alike, the most frequent first.
    pub(crate) rejected_alike: Vec<Alike>,
    /// Employees whose rate is not that of their step: they form groups without a scale.
    pub off_scale: OffScale,
    /// Rates to confirm.
    pub(crate) outliers: Vec<Outlier>,
    /// Employees and lines left out by bargaining unit, as people order their names.
    pub(crate) units: Vec<UnitCount>,
    /// What the columns hold that lines are left out by, in the profile's order of them.
    pub values: Vec<FilterValues>,
    /// What else should be known of the figures.
    pub(crate) notes: Vec<Note>,
}

/// The values of a column that lines are left out by, over the whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterValues {
    /// The column.
    pub column: ColumnUse,
    /// Each value, as people order them; none where there are more than [`MOST_VALUES`], as where a column
    /// tells who somebody is.
    pub values: Option<Vec<String>>,
}

/// The most values of a column that lines can be left out by.
pub const MOST_VALUES: usize = 60;

/// The most rejected lines listed one by one.
pub const MOST_LISTED: usize = 100_000;

/// Lines of the file below the headers: lines = employees + left out + rejected + blank + continued.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reconciliation {
    /// Physical lines below the header row.
    pub lines: u64,
    /// Lines that became employees.
    pub employees: u64,
    /// Lines left out by a column's value.
    pub left_out: u64,
    /// Lines rejected.
    pub rejected: u64,
    /// Lines with nothing in them.
    pub blank: u64,
    /// Lines that belong to the line before, because a cell holds line breaks.
    pub continued: u64,
    /// Physical lines up to the header row.
    pub headers: u64,
    /// Full-time equivalents of all employees.
    pub(crate) fte: Decimal,
    /// Σ rate × FTE × hours, dollars a year.
    pub payroll: Decimal,
    /// The ledger's totals, as the profile has them.
    pub(crate) ledger: Option<Ledger>,
}

impl Reconciliation {
    /// Whether every line is accounted for; always, unless the program is at fault.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let parts = [
            self.employees,
            self.left_out,
            self.rejected,
            self.blank,
            self.continued,
        ];
        parts
            .iter()
            .try_fold(0_u64, |sum, part| sum.checked_add(*part))
            == Some(self.lines)
    }
}

/// Rejected lines with one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// The column's header, where it is about one.
    pub(crate) header: Option<String>,
    /// Why the first of them is.
    pub(crate) reason: Reason,
    pub(crate) first_line: u64,
    /// How many there are.
    pub(crate) count: u64,
}

/// Employees whose rate is not that of their scale and step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OffScale {
    /// Employees with another rate than their step's.
    pub other_rate: u64,
    /// Employees with a scale and no step.
    pub no_step: u64,
    /// Employees on scales that aren't known, by scale, the most frequent first.
    pub unknown_scales: Vec<(String, u64)>,
}

impl OffScale {
    #[must_use]
    pub fn employees(&self) -> u64 {
        let unknown: u64 = self.unknown_scales.iter().map(|(_, heads)| heads).sum();
        self.other_rate + self.no_step + unknown
    }
}

/// A rate far from the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlier {
    pub(crate) kind: OutlierKind,
    /// The rate, in the workforce's unit.
    pub(crate) rate: Decimal,
    /// Employees with it in that group.
    pub(crate) employees: u64,
    pub(crate) first_line: u64,
}

/// Which way a rate is far from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutlierKind {
    /// Below the minimum wage.
    BelowMinimum,
    /// More than so many times the median.
    AboveMedian,
}

/// Lines of one bargaining unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitCount {
    /// Its name; empty for lines without one.
    pub(crate) name: String,
    /// Employees taken over.
    pub(crate) employees: u64,
    /// Lines left out.
    pub(crate) left_out: u64,
}

/// Something to know about the figures of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The file has no column of full-time equivalents: everyone counts as full-time.
    AllFullTime,
    /// The file says nothing of who it is: doubles can't be found.
    NoIds,
    /// So many lines are further posts of employees on other lines.
    FurtherPosts(u64),
    /// FTE of so many lines had more than four decimals and were rounded.
    FteRounded(u64),
    /// Scales of which no step could be told from the roster: they have holes.
    HoleInScale(String),
    /// So many lines hold line breaks inside a cell.
    LineBreaks(u64),
}

/// A counted clause that nobody is in the scope of any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmptyScope {
    /// The offer's place, or none for a raise already owed.
    pub(crate) offer: Option<usize>,
    /// The clause's place in its list.
    pub(crate) clause: usize,
    /// The names that match nobody, each with its key.
    pub(crate) names: Vec<(ScopeKey, String)>,
}

/// What has changed since the workforce the scenario had.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// Employees: before, now.
    pub headcount: (Option<u64>, u64),
    /// Full-time equivalents.
    pub fte: (Option<Decimal>, Decimal),
    /// Payroll, dollars a year.
    pub(crate) payroll: (Option<Decimal>, Decimal),
    /// Each bargaining unit by its name; empty where there were no groups before.
    pub by_unit: Vec<UnitChange>,
}

/// What has changed in a bargaining unit.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitChange {
    /// Its name; empty for those in none.
    pub unit: String,
    /// What it added up to before.
    pub before: Totals,
    /// What it adds up to now.
    pub now: Totals,
}

impl Staged {
    /// The rejected lines as a table to be put right: line, column and reason, and nothing of what stood there,
    /// because it may be a name in the wrong column.
    ///
    /// # Errors
    /// [`FileError::Unwritable`].
    pub fn rejected_csv(&self) -> Result<Vec<u8>, FileError> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let refused = |error: csv::Error| FileError::Unwritable(error.to_string());
        writer
            .write_record(["line", "column", "reason"])
            .map_err(refused)?;
        for one in &self.rejected {
            let header = one.header.as_deref().unwrap_or_default();
            let row = [
                one.line.to_string(),
                guarded(header),
                one.reason.to_string(),
            ];
            writer.write_record(row).map_err(refused)?;
        }
        writer
            .into_inner()
            .map_err(|error| FileError::Unwritable(error.to_string()))
    }
}
