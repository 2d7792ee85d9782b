//! Which column of a file is which: the profile's headers found in it.

use super::cell::number as number_of;
use super::dates::date;
use super::error::{Fault, RosterError};
use super::meaning::Meaning;
use super::profile::{ColumnUse, DecimalMark, Profile, Values};
use super::progress::Progress;
use super::row::{Cell, CellKind, Flow, Wanted};
use super::source::RosterFile;

/// The columns that are read, and where each row keeps their cells.
pub(super) struct Columns {
    /// How many columns the header row names.
    pub(crate) width: u32,
    /// The columns to read.
    pub(crate) wanted: Wanted,
    /// Each mapped column: what it is, and its slot.
    mapped: Vec<(ColumnUse, usize)>,
    /// Lines are read only with one of these values in the slot.
    pub(crate) keep_only: Vec<(usize, Values)>,
    /// Lines with one of these values in the slot are left out.
    pub(crate) leave_out: Vec<(usize, Values)>,
}

impl Columns {
    /// Finds the profile's columns in a file.
    pub fn find(
        file: &RosterFile,
        profile: &Profile,
        progress: &Progress,
    ) -> Result<Self, RosterError> {
        profile
            .check()
            .map_err(|fault| RosterError::whole(Fault::Mapping(fault)))?;
        let headers = headers(file, profile, progress)?;
        let has_headers = profile.file.header_row > 0;
        let refuse = |fault| match profile.file.header_row {
            0 => file.whole(&profile.file, fault),
            row => file.on_line(&profile.file, row, fault),
        };
        let mut numbers = Vec::new();
        let mut slot_of = |number: u32| {
            let known = numbers.iter().position(|one| *one == number);
            known.unwrap_or_else(|| {
                numbers.push(number);
                numbers.len() - 1
            })
        };
        let mut mapped = Vec::new();
        for column in &profile.columns {
            let number = find(&headers, &column.header, column.column).map_err(refuse)?;
            if is_data(&headers, number, column.is) {
                return Err(refuse(Fault::HeaderIsData(number + 1)));
            }
            mapped.push((column.clone(), slot_of(number)));
        }
        let mut by_value = |all: &[Values]| {
            let slots = all.iter().map(|values| {
                let mut own = profile.columns.iter().filter(|column| {
                    column.header.trim() == values.header.trim()
                        && (column.is == Meaning::Filter || values.column.is_none())
                });
                let number = values
                    .column
                    .or_else(|| own.find_map(|column| column.column));
                let number = find(&headers, &values.header, number).map_err(refuse)?;
                Ok((slot_of(number), values.clone()))
            });
            slots.collect::<Result<Vec<_>, RosterError>>()
        };
        let keep_only = by_value(&profile.keep_only)?;
        let leave_out = by_value(&profile.leave_out)?;
        Ok(Self {
            width: if has_headers {
                u32::try_from(headers.len()).unwrap_or(u32::MAX)
            } else {
                u32::MAX
            },
            wanted: Wanted::only(&numbers),
            mapped,
            keep_only,
            leave_out,
        })
    }

    /// Where the cell of a meaning is kept.
    pub fn slot(&self, meaning: Meaning) -> Option<usize> {
        self.of(meaning).map(|(_, slot)| *slot)
    }

    /// The column of a meaning, with its slot.
    pub fn of(&self, meaning: Meaning) -> Option<&(ColumnUse, usize)> {
        self.mapped.iter().find(|(column, _)| column.is == meaning)
    }

    /// The columns that lines are left out by, each with its slot.
    pub fn filters(&self) -> impl Iterator<Item = &(ColumnUse, usize)> {
        let all = self.mapped.iter();
        all.filter(|(column, _)| column.is == Meaning::Filter)
    }

    /// What a meaning's column is called.
    pub fn header(&self, meaning: Meaning) -> Option<String> {
        self.of(meaning).map(|(column, _)| column.called())
    }
}

fn headers(
    file: &RosterFile,
    profile: &Profile,
    progress: &Progress,
) -> Result<Vec<String>, RosterError> {
    let mut found = None;
    let row = profile.file.header_row;
    if row == 0 {
        return Ok(Vec::new());
    }
    file.each(&profile.file, &Wanted::all(), progress, &mut |line| {
        if line.line < row {
            return Ok(Flow::On);
        }
        if line.line == row {
            let cells = (0..line.width).map(|at| line.cell(at as usize).text.to_owned());
            found = Some(cells.collect());
        }
        Ok(Flow::Enough)
    })?;
    found.ok_or_else(|| file.whole(&profile.file, Fault::NoHeader(row)))
}

/// The column, from 0, that has a header; one with a number must still have it.
fn find(headers: &[String], header: &str, number: Option<u32>) -> Result<u32, Fault> {
    let header = header.trim();
    if let Some(number) = number {
        let at = (number as usize).checked_sub(1);
        let found = at.and_then(|at| headers.get(at)).map_or("", String::as_str);
        if found.trim() == header && number > 0 {
            return Ok(number.saturating_sub(1));
        }
        return Err(Fault::HeaderMoved {
            header: header.to_owned(),
            column: number,
        });
    }
    if header.is_empty() {
        return Err(Fault::NoNumber);
    }
    let mut same = headers
        .iter()
        .enumerate()
        .filter(|(_, one)| one.trim() == header);
    let first = same.next().and_then(|(at, _)| u32::try_from(at).ok());
    let more = same.count();
    match first {
        Some(first) if more == 0 => Ok(first),
        Some(first) => Err(Fault::HeaderTwice {
            header: header.to_owned(),
            count: more + 1,
            first: first + 1,
        }),
        None => Err(missing(headers, header)),
    }
}

/// Why no column has a header, as far as the row of headers tells. What stands in it isn't said: it may be an
/// employee's line.
fn missing(headers: &[String], header: &str) -> Fault {
    let header = header.to_owned();
    let (one, rest) = match headers {
        [] => return Fault::NoNumber,
        [one, rest @ ..] => (one, rest),
    };
    let parted = |sign: char| one.matches(sign).count() >= 2;
    if rest.is_empty() && [',', ';', '\t', '|'].into_iter().any(parted) {
        return Fault::OneColumn(header);
    }
    let plain = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ").to_lowercase()
    };
    let near = headers.iter().position(|one| plain(one) == plain(&header));
    match near.and_then(|at| u32::try_from(at + 1).ok()) {
        Some(column) => Fault::HeaderNearly { header, column },
        None => Fault::HeaderMissing(header),
    }
}

/// Whether what stands for a header is an employee's own figure, date or number: then the row is no row of headers,
/// and a profile that kept it would keep something of a person. A year may head a column of pay.
fn is_data(headers: &[String], number: u32, is: Meaning) -> bool {
    let header = headers.get(number as usize).map_or("", |one| one.trim());
    let digits = header.bytes().filter(u8::is_ascii_digit).count();
    if digits == 0 {
        return false;
    }
    let is_year =
        header.len() == 4 && digits == 4 && (header.starts_with("19") || header.starts_with("20"));
    let cell = Cell {
        text: header,
        kind: CellKind::Text,
    };
    let marks = [DecimalMark::Point, DecimalMark::Comma];
    match is {
        Meaning::Id => digits >= 4 && !is_year,
        Meaning::Market | Meaning::Unit | Meaning::Job | Meaning::Scale | Meaning::Filter => false,
        Meaning::Step | Meaning::Fte | Meaning::Rate | Meaning::PeriodHours => {
            !is_year && marks.into_iter().any(|mark| number_of(cell, mark).is_ok())
        }
        Meaning::NextStep | Meaning::LastStep | Meaning::Hired => date(cell).is_ok(),
    }
}
