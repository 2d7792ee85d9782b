//! The one pass over a roster: every line counted, read, left out or rejected.

use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasher, RandomState};

use rust_decimal::Decimal;

use super::columns::Columns;
use super::error::{Fault, RosterError};
use super::grouping::grouped;
use super::meaning::Meaning;
use super::profile::{Profile, SameId, ScaleSource};
use super::progress::Progress;
use super::questions::settle_dates;
use super::reading::{LineReader, Refused, Taken};
use super::reason::{Reason, Rejection};
use super::row::{Flow, Row};
use super::source::RosterFile;
use super::staged::{
    Alike, FilterValues, MOST_LISTED, MOST_VALUES, Note, Reconciliation, Staged, UnitCount,
};
use super::tally::{Names, Tally};
use super::totals::Sums;
use crate::scenario::Scale;
use crate::units::text::as_read;
use crate::units::{Currency, HoursPerYear};

/// The most groups a roster may form.
pub const MOST_GROUPS: usize = 500_000;
/// The most reasons told apart.
const MOST_REASONS: usize = 10_000;
/// The most bargaining units told apart.
const MOST_UNITS: usize = 1_000;

/// The longest value lines can be left out by, in bytes.
const LONGEST_VALUE: usize = 200;

/// What of the scenario an import needs.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    /// Paid hours a year for 1.0 FTE.
    pub hours: HoursPerYear,
    /// The scenario's wage scales.
    pub scales: &'a [Scale],
    /// What the scenario's amounts are in.
    pub currency: &'a Currency,
}

/// Reads a roster by a profile. Nothing is changed; what it comes to is for the user to check.
///
/// # Errors
/// [`RosterError`]: the file can't be read by this profile, a question is open, or the user cancelled.
pub fn read_roster(
    file: &RosterFile,
    profile: &Profile,
    beside: Beside<'_>,
    progress: &Progress,
) -> Result<Staged, RosterError> {
    match pass(file, profile, beside, progress)? {
        Passed::Done(staged) => Ok(*staged),
        Passed::DatesOpen => {
            // Only a look at all dates can tell whether one of them settles the order.
            let settled = settle_dates(file, profile, progress)?;
            match pass(file, &settled, beside, progress)? {
                Passed::Done(staged) => Ok(*staged),
                Passed::DatesOpen => Err(RosterError::whole(Fault::NoLines)),
            }
        }
    }
}

enum Passed {
    Done(Box<Staged>),
    /// A date came up whose order the profile doesn't tell.
    DatesOpen,
}

fn pass(
    file: &RosterFile,
    profile: &Profile,
    beside: Beside<'_>,
    progress: &Progress,
) -> Result<Passed, RosterError> {
    let columns = Columns::find(file, profile, progress)?;
    let given = match &profile.scales {
        ScaleSource::Scenario => Some(beside.scales),
        ScaleSource::Given(scales) => Some(scales.as_slice()),
        ScaleSource::Roster(_) => None,
    };
    let known: Option<HashMap<String, Scale>> = given.map(|scales| {
        let named = scales
            .iter()
            .map(|scale| (scale.name.clone(), scale.clone()));
        named.collect()
    });
    let reader = LineReader::new(
        profile,
        &columns,
        known.as_ref(),
        beside.currency,
        file.epoch(),
    );
    let mut intake = Intake::new(reader);
    let mut open = false;
    file.each(
        &profile.file,
        &columns.wanted,
        progress,
        &mut |row| match intake.take(row) {
            Ok(()) => Ok(Flow::On),
            Err(Stop::DatesOpen) => {
                open = true;
                Ok(Flow::Enough)
            }
            Err(Stop::Fault(fault)) => Err(file.on_line(&profile.file, row.line, fault)),
        },
    )?;
    if open {
        return Ok(Passed::DatesOpen);
    }
    if intake.reconciliation.lines == 0 {
        return Err(file.whole(&profile.file, Fault::NoLines));
    }
    let staged = intake
        .finish(given, beside)
        .map_err(|fault| file.whole(&profile.file, fault))?;
    Ok(Passed::Done(Box::new(staged)))
}

enum Stop {
    DatesOpen,
    Fault(Fault),
}

/// An id's digest, and what of the line is compared with a double.
type Seen = HashMap<(u64, u64), (u64, u64)>;

struct Intake<'a> {
    reader: LineReader<'a>,
    tally: Tally,
    reconciliation: Reconciliation,
    rejected: Vec<Rejection>,
    /// By column and kind of reason: how many, and the first line with its own reason.
    alike: HashMap<(Option<String>, Reason), (u64, u64, Reason)>,
    units: Vec<UnitCount>,
    unit_at: HashMap<String, usize>,
    /// Two digests with salts of this pass alone: nothing about an id outlives it.
    salts: (RandomState, RandomState),
    seen: Seen,
    posts: u64,
    rounded: u64,
    breaks: u64,
    fte: i128,
    sums: Sums,
    /// For each column that lines are left out by, its values; none once there are too many.
    values: Vec<Option<BTreeSet<String>>>,
}

impl<'a> Intake<'a> {
    fn new(reader: LineReader<'a>) -> Self {
        let values = reader.columns.filters().map(|_| Some(BTreeSet::new()));
        let values = values.collect();
        Self {
            reader,
            tally: Tally::default(),
            reconciliation: Reconciliation::default(),
            rejected: Vec::new(),
            alike: HashMap::new(),
            units: Vec::new(),
            unit_at: HashMap::new(),
            salts: (RandomState::new(), RandomState::new()),
            seen: HashMap::new(),
            posts: 0,
            rounded: 0,
            breaks: 0,
            fte: 0,
            sums: Sums::default(),
            values,
        }
    }

    fn take(&mut self, row: &Row) -> Result<(), Stop> {
        let header = self.reader.profile.file.header_row;
        let counts = &mut self.reconciliation;
        if row.line <= header {
            counts.headers += row.lines;
            return Ok(());
        }
        counts.lines += row.lines;
        if row.is_blank() {
            counts.blank += row.lines;
            return Ok(());
        }
        counts.continued += row.lines - 1;
        self.breaks += u64::from(row.lines > 1);
        self.note_values(row);
        let total = self.total(row);
        if self.is_left_out(row) {
            self.reconciliation.left_out += 1;
            self.count_unit(row, false);
            return Ok(());
        }
        let read = match total {
            Some(refused) => Err(refused),
            None => self.reader.read(row),
        };
        let taken = match read.and_then(|taken| self.refuse_double(row, taken)) {
            Ok(taken) => taken,
            Err(Refused::Line(rejection)) => {
                self.reject(*rejection);
                return Ok(());
            }
            Err(Refused::Ask) => return Err(Stop::DatesOpen),
        };
        self.reconciliation.employees += 1;
        self.rounded += u64::from(taken.rounded);
        self.fte += i128::from(taken.fte);
        self.tally
            .add(taken.key, taken.fte, row.line)
            .map_err(Stop::Fault)?;
        if self.tally.len() > MOST_GROUPS {
            return Err(Stop::Fault(Fault::TooManyGroups(MOST_GROUPS)));
        }
        self.count_unit(row, true);
        Ok(())
    }

    /// Notes what stands in the columns that lines are left out by.
    fn note_values(&mut self, row: &Row) {
        for ((_, slot), values) in self.reader.columns.filters().zip(&mut self.values) {
            let text = row.cell(*slot).text;
            if let Some(known) = values
                && !known.contains(text)
            {
                if known.len() >= MOST_VALUES || text.len() > LONGEST_VALUE {
                    *values = None;
                } else {
                    known.insert(text.to_owned());
                }
            }
        }
    }

    /// Refuses a line that adds up the lines above, those left out among them.
    fn total(&mut self, row: &Row) -> Option<Refused> {
        if let Some(meaning) = self.reader.said_total(row) {
            self.sums.said();
            return Some(self.reader.reject(row, Some(meaning), Reason::Totals));
        }
        let is_sum = self.sums.add(self.reader.amounts(row));
        is_sum.then(|| self.reader.reject(row, None, Reason::Totals))
    }

    fn is_left_out(&self, row: &Row) -> bool {
        let columns = self.reader.columns;
        let kept = columns
            .keep_only
            .iter()
            .all(|(slot, values)| values.include(row.cell(*slot)));
        let left_out = columns
            .leave_out
            .iter()
            .any(|(slot, values)| values.include(row.cell(*slot)));
        left_out || !kept
    }

    /// Finds the same employee on an earlier line. The id itself is never kept.
    fn refuse_double(&mut self, row: &Row, taken: Taken) -> Result<Taken, Refused> {
        let Some(slot) = self.reader.columns.slot(Meaning::Id) else {
            return Ok(taken);
        };
        let id = row.cell(slot).text;
        let digest = (self.salts.0.hash_one(id), self.salts.1.hash_one(id));
        let rest = self.salts.0.hash_one((taken.key, taken.fte));
        let Some((line, before)) = self.seen.get(&digest) else {
            self.seen.insert(digest, (row.line, rest));
            return Ok(taken);
        };
        if self.reader.profile.same_id == SameId::AnotherPost {
            self.posts += 1;
            return Ok(taken);
        }
        let reason = Reason::Doubled {
            line: *line,
            same: *before == rest,
        };
        Err(self.reader.reject(row, Some(Meaning::Id), reason))
    }

    fn reject(&mut self, rejection: Rejection) {
        self.reconciliation.rejected += 1;
        let key = (rejection.header.clone(), rejection.reason.kind());
        if self.alike.len() < MOST_REASONS || self.alike.contains_key(&key) {
            let first = || (0, rejection.line, rejection.reason.clone());
            self.alike.entry(key).or_insert_with(first).0 += 1;
        }
        if self.rejected.len() < MOST_LISTED {
            self.rejected.push(rejection);
        }
    }

    fn count_unit(&mut self, row: &Row, taken: bool) {
        let Some(slot) = self.reader.columns.slot(Meaning::Unit) else {
            return;
        };
        let name = row.cell(slot).text;
        let at = match self.unit_at.get(name) {
            Some(at) => *at,
            None if self.units.len() < MOST_UNITS => {
                let at = self.units.len();
                self.units.push(UnitCount {
                    name: name.to_owned(),
                    employees: 0,
                    left_out: 0,
                });
                self.unit_at.insert(name.to_owned(), at);
                at
            }
            None => return,
        };
        if let Some(unit) = self.units.get_mut(at) {
            unit.employees += u64::from(taken);
            unit.left_out += u64::from(!taken);
        }
    }

    fn finish(self, given: Option<&[Scale]>, beside: Beside<'_>) -> Result<Staged, Fault> {
        let profile = self.reader.profile;
        let names: Names = self.reader.names;
        let mut reconciliation = self.reconciliation;
        reconciliation.ledger.clone_from(&profile.ledger);
        reconciliation.fte =
            Decimal::try_from_i128_with_scale(self.fte, 4).map_err(|_| Fault::TooLarge)?;
        let mut alike: Vec<Alike> = self
            .alike
            .into_iter()
            .map(|((header, _), (count, first_line, reason))| Alike {
                header,
                reason,
                first_line,
                count,
            })
            .collect();
        alike.sort_by_key(|one| (std::cmp::Reverse(one.count), one.first_line));
        let mut notes = Vec::new();
        let has = |meaning| self.reader.columns.slot(meaning).is_some();
        let mut note = |there: bool, note| {
            if there {
                notes.push(note);
            }
        };
        note(!has(Meaning::Fte), Note::AllFullTime);
        note(!has(Meaning::Id), Note::NoIds);
        note(self.posts > 0, Note::FurtherPosts(self.posts));
        note(self.rounded > 0, Note::FteRounded(self.rounded));
        note(self.breaks > 0, Note::LineBreaks(self.breaks));
        let mut units = self.units;
        units.sort_by_cached_key(|unit| (unit.name.is_empty(), as_read(&unit.name)));
        let filters = self.reader.columns.filters().zip(self.values);
        let values = filters.map(|((column, _), values)| FilterValues {
            column: column.clone(),
            values: values.map(|values| {
                let mut values: Vec<String> = values.into_iter().collect();
                values.sort_by_cached_key(|value| as_read(value));
                values
            }),
        });
        let values = values.collect();
        let made = grouped(self.tally, &names, profile, given, beside.hours)?;
        notes.extend(made.holes.into_iter().map(Note::HoleInScale));
        reconciliation.payroll = made.payroll;
        Ok(Staged {
            groups: made.groups,
            scales: made.scales,
            rates_as_of: profile.rates_as_of,
            rate_unit: profile.pay.rate_unit(),
            rounding: profile.rounding,
            reconciliation,
            rejected: self.rejected,
            rejected_alike: alike,
            off_scale: made.off_scale,
            outliers: made.outliers,
            units,
            values,
            notes,
        })
    }
}
