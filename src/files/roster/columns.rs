//! Which column of a file is which: the profile's headers found in it.

use super::error::{Fault, RosterError};
use super::profile::{ColumnUse, Meaning, Profile, Values};
use super::progress::Progress;
use super::row::{Flow, Wanted};
use super::source::RosterFile;

/// The columns that are read, and where each row keeps their cells.
pub(super) struct Columns {
    /// How many columns the header row names.
    pub width: u32,
    /// The columns to read.
    pub wanted: Wanted,
    /// Each mapped column: what it is, and its slot.
    mapped: Vec<(ColumnUse, usize)>,
    /// Lines are read only with one of these values in the slot.
    pub keep_only: Vec<(usize, Values)>,
    /// Lines with one of these values in the slot are left out.
    pub leave_out: Vec<(usize, Values)>,
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
        let refuse = |fault| file.on_line(&profile.file, profile.file.header_row, fault);
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
            mapped.push((column.clone(), slot_of(number)));
        }
        let mut by_value = |all: &[Values]| {
            let slots = all.iter().map(|values| {
                let own = profile.columns.iter();
                let number = own
                    .filter(|column| column.header.trim() == values.header.trim())
                    .find_map(|column| column.column);
                let number = find(&headers, &values.header, number).map_err(refuse)?;
                Ok((slot_of(number), values.clone()))
            });
            slots.collect::<Result<Vec<_>, RosterError>>()
        };
        let keep_only = by_value(&profile.keep_only)?;
        let leave_out = by_value(&profile.leave_out)?;
        Ok(Self {
            width: u32::try_from(headers.len()).unwrap_or(u32::MAX),
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

    /// The header of a meaning's column.
    pub fn header(&self, meaning: Meaning) -> Option<String> {
        self.of(meaning).map(|(column, _)| column.header.clone())
    }
}

fn headers(
    file: &RosterFile,
    profile: &Profile,
    progress: &Progress,
) -> Result<Vec<String>, RosterError> {
    let mut found = None;
    let row = profile.file.header_row;
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
        if found.trim() == header {
            return Ok(number.saturating_sub(1));
        }
        return Err(Fault::HeaderMoved {
            header: header.to_owned(),
            column: number,
            found: found.to_owned(),
        });
    }
    let mut same = headers
        .iter()
        .enumerate()
        .filter(|(_, one)| one.trim() == header && !header.is_empty());
    let first = same.next().and_then(|(at, _)| u32::try_from(at).ok());
    let more = same.count();
    match first {
        Some(first) if more == 0 => Ok(first),
        Some(first) => Err(Fault::HeaderTwice {
            header: header.to_owned(),
            count: more + 1,
            first: first + 1,
        }),
        None => Err(Fault::HeaderMissing(header.to_owned())),
    }
}
