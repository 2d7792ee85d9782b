//! Reading a table of groups: every line accounted for.

use std::fmt;
use std::path::Path;

use super::COLUMNS;
use super::writing::unguarded;
use crate::files::roster::{Decoding, Encoding, Flow, Lines, Progress, Row, Separator, Wanted};
use crate::scenario::Group;
use crate::units::digits::FromDigits;
use crate::units::{Date, Known};

/// The most faults listed of one table.
const MOST_FAULTS: usize = 1_000;

/// What is wrong on one line of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFault {
    /// The line, from 1.
    pub line: u64,
    /// The column's header; empty for the whole line.
    pub column: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for TableFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if !self.column.is_empty() {
            write!(f, ", {}", self.column)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// Reads the groups of a table: UTF-8, commas, semicolons or tabs, its columns in any order.
///
/// # Errors
/// Everything that is wrong, line by line; then no group is taken.
pub fn read_table(bytes: &[u8]) -> Result<Vec<Group>, Vec<TableFault>> {
    let mut reader = Reader {
        columns: Vec::new(),
        groups: Vec::new(),
        faults: Vec::new(),
    };
    let progress = Progress::new();
    let source = Decoding::new(bytes, Encoding::Utf8);
    let mut lines = Lines::new(source, separator_of(bytes), Path::new("the table"));
    let done = lines.each(&Wanted::all(), &progress, &mut |row| {
        reader.take(row);
        Ok(Flow::On)
    });
    if let Err(error) = done {
        reader.fault(1, "", error.to_string());
    }
    if reader.columns.is_empty() && reader.faults.is_empty() {
        reader.fault(1, "", "the table is empty".to_owned());
    }
    if reader.faults.is_empty() {
        Ok(reader.groups)
    } else {
        reader.faults.sort_by_key(|fault| fault.line);
        Err(reader.faults)
    }
}

/// A spreadsheet may have saved it with another separator: the one its header line has.
fn separator_of(bytes: &[u8]) -> Separator {
    let head = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    let count = |separator: &Separator| {
        let sought = separator.byte();
        head.iter().filter(|byte| **byte == sought).count()
    };
    let most = Separator::ALL.into_iter().rev().max_by_key(count);
    most.unwrap_or_default()
}

struct Reader {
    /// For each column of the file, its place in [`COLUMNS`].
    columns: Vec<usize>,
    groups: Vec<Group>,
    faults: Vec<TableFault>,
}

impl Reader {
    fn fault(&mut self, line: u64, column: &str, message: String) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(TableFault {
                line,
                column: column.to_owned(),
                message,
            });
        }
    }

    fn take(&mut self, row: &Row) {
        if row.is_blank() {
            return;
        }
        if self.columns.is_empty() {
            self.headers(row);
        } else {
            self.group(row);
        }
    }

    fn headers(&mut self, row: &Row) {
        for at in 0..row.width {
            let text = row.cell(at as usize).text.to_lowercase();
            let known = COLUMNS.iter().position(|one| *one == text);
            match known {
                Some(known) if self.columns.contains(&known) => {
                    self.fault(row.line, &text, "the column is there twice".to_owned());
                }
                Some(known) => self.columns.push(known),
                None => {
                    let message = format!(
                        "no column of a table is called so; they are {}",
                        COLUMNS.join(", ")
                    );
                    self.fault(row.line, &text, message);
                    self.columns.push(COLUMNS.len());
                }
            }
        }
        for needed in ["group", "headcount", "fte"] {
            let at = COLUMNS.iter().position(|one| *one == needed);
            if at.is_none_or(|at| !self.columns.contains(&at)) {
                self.fault(row.line, needed, "the column is missing".to_owned());
            }
        }
    }

    fn group(&mut self, row: &Row) {
        if row.width as usize > self.columns.len() {
            let message = "it has more cells than there are headers".to_owned();
            self.fault(row.line, "", message);
            return;
        }
        let before = self.faults.len();
        let name = self.text(row, "group");
        if name.is_none() {
            let message = "the group has no name; give it one of its own".to_owned();
            self.fault(row.line, "group", message);
        }
        let group = Group {
            name: name.unwrap_or_default(),
            market: self.text(row, "market"),
            unit: self.text(row, "unit"),
            job: self.text(row, "job"),
            scale: self.text(row, "scale"),
            step: self
                .digits(row, "step")
                .and_then(|step: u64| u32::try_from(step).ok()),
            next_step: self.date(row),
            headcount: self.known(row, "headcount"),
            fte: self.known(row, "fte"),
            rate: self.optional(row, "rate"),
        };
        if self.faults.len() == before {
            self.groups.push(group);
        }
    }

    fn cell<'a>(&self, row: &'a Row, column: &str) -> &'a str {
        let known = COLUMNS.iter().position(|one| *one == column);
        let at = self.columns.iter().position(|one| Some(*one) == known);
        at.map_or("", |at| row.cell(at).text)
    }

    fn text(&self, row: &Row, column: &str) -> Option<String> {
        let text = unguarded(self.cell(row, column));
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn digits<T: FromDigits>(&mut self, row: &Row, column: &str) -> Option<T> {
        let text = self.cell(row, column);
        if text.is_empty() {
            return None;
        }
        match T::from_digits(text) {
            Ok(value) => Some(value),
            Err(error) => {
                self.fault(row.line, column, error.to_string());
                None
            }
        }
    }

    fn optional<T: FromDigits + Copy>(&mut self, row: &Row, column: &str) -> Option<Known<T>> {
        if self.cell(row, column) == "unknown" {
            return Some(Known::Unknown);
        }
        self.digits(row, column).map(Known::Known)
    }

    fn known<T: FromDigits + Copy>(&mut self, row: &Row, column: &str) -> Known<T> {
        if self.cell(row, column).is_empty() {
            let message = "a number is missing here; write it, or unknown".to_owned();
            self.fault(row.line, column, message);
            return Known::Unknown;
        }
        self.optional(row, column).unwrap_or(Known::Unknown)
    }

    fn date(&mut self, row: &Row) -> Option<Date> {
        let text = self.cell(row, "next_step");
        if text.is_empty() {
            return None;
        }
        match Date::parse(text) {
            Ok(date) => Some(date),
            Err(error) => {
                self.fault(row.line, "next_step", error.to_string());
                None
            }
        }
    }
}
