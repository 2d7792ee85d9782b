//! What is wrong with a roster, where, and what to do.

use std::fmt;

use thiserror::Error;

use super::decoding::Encoding;
use super::meaning::Meaning;
use crate::files::FileError;

/// Why a roster can't be read. Nothing has changed then.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RosterError {
    /// The file itself can't be opened.
    #[error(transparent)]
    File(#[from] FileError),
    /// Its contents are refused.
    #[error("{}{fault}", before(place))]
    Refused {
        /// Where, if it is one place.
        place: Option<RosterPlace>,
        /// What is wrong and what to do.
        fault: Fault,
    },
    /// The user cancelled.
    #[error("cancelled; nothing was changed")]
    Cancelled,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RosterPlace {
    /// In a text file: line and column, from 1; the column counts characters.
    Text {
        /// The physical line.
        line: u64,
        /// The character in it, where one can be named.
        column: Option<u64>,
    },
    /// In a workbook.
    Sheet {
        /// The sheet's name.
        sheet: String,
        /// The row, from 1, and the column, from 0, where it is one.
        cell: Option<(u64, Option<u32>)>,
    },
}

impl fmt::Display for RosterPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { line, column: None } => write!(f, "line {line}"),
            Self::Text {
                line,
                column: Some(column),
            } => write!(f, "line {line}, column {column}"),
            Self::Sheet { sheet, cell: None } => write!(f, "sheet \"{sheet}\""),
            Self::Sheet {
                sheet,
                cell: Some((row, None)),
            } => write!(f, "sheet \"{sheet}\", row {row}"),
            Self::Sheet {
                sheet,
                cell: Some((row, Some(column))),
            } => write!(f, "sheet \"{sheet}\", cell {}{row}", letters(*column)),
        }
    }
}

/// What is wrong with the contents of a roster.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    /// Nothing in it.
    #[error("the file is empty; check that it is the right one")]
    Empty,
    /// No line below the headers.
    #[error("there is no line below the headers; check the header row, or choose another sheet")]
    NoLines,
    /// The header row isn't there.
    #[error("there is no row {0} to hold the headers; choose another header row, or another sheet")]
    NoHeader(u64),
    /// What should be headers are an employee's own cells.
    #[error(
        "the row of headers holds figures or dates where column {0} has its header; choose another header row, or 0 for a file without headers"
    )]
    HeaderIsData(u32),
    /// All the sheets are hidden, and none is chosen.
    #[error("every sheet is hidden; choose one of those there are: {0}")]
    AllHidden(String),
    /// More than can be read.
    #[error("the file has more than {0}; split it, or check that it is the right one")]
    TooMuch(Measure),
    /// Another kind of file.
    #[error("this is {0}, which can't be read; save it as an Excel workbook (.xlsx) or as CSV")]
    Kind(&'static str),
    /// A quoted cell without an end.
    #[error(
        "a quotation mark opens a cell here and nothing closes it; close it, or remove the mark"
    )]
    UnclosedQuote,
    /// Something between a closing quotation mark and the next separator.
    #[error(
        "the cell in quotation marks that opens here goes on after its closing mark; double the marks inside it, or remove them"
    )]
    TextAfterQuote,
    /// One cell is too long.
    #[error(
        "the cell that begins here holds more than {0} KB; a quotation mark may be missing before it"
    )]
    LongCell(u64),
    /// Zero bytes.
    #[error(
        "the text holds a zero byte here; the file is damaged, or saved as UTF-16 without its mark: export it again as UTF-8"
    )]
    ZeroByte,
    /// The same in a sheet, where no quotation marks stand around cells.
    #[error("the cell holds more than {0} KB of text; shorten it, or don't read its column")]
    LongText(u64),
    /// Bytes the encoding doesn't have.
    #[error("this is not {0} text; choose another encoding")]
    Encoding(Encoding),
    /// The file's mark tells of another encoding than the one it is to be read in.
    #[error("the file begins with the mark of {0}; choose that encoding")]
    Marked(Encoding),
    /// Two columns have the header that was asked for.
    #[error(
        "{count} columns are called \"{header}\"; say in the profile which one is meant, as in (header: \"{header}\", column: {first}, is: …)"
    )]
    HeaderTwice {
        header: String,
        /// How many there are.
        count: usize,
        /// The first of them, from 1.
        first: u32,
    },
    /// No column has the header that was asked for.
    #[error("no column is called \"{0}\"; map the columns of this file anew")]
    HeaderMissing(String),
    /// A column has nearly that header.
    #[error(
        "no column is called \"{header}\", but column {column} is with other capitals; write it as the file does"
    )]
    HeaderNearly {
        /// The header asked for.
        header: String,
        /// The column, from 1.
        column: u32,
    },
    /// The whole header row is one cell.
    #[error(
        "no column is called \"{0}\": the line is all one cell; choose another separator (commas, semicolons and tabs are read)"
    )]
    OneColumn(String),
    /// A column without a header is asked for by nothing else.
    #[error(
        "a file without headers needs the number of each column in the profile, as in (header: \"\", column: 5, is: Rate)"
    )]
    NoNumber,
    /// The column with that number has another header.
    #[error(
        "column {column} isn't called \"{header}\" in this file; map the columns of this file anew"
    )]
    HeaderMoved {
        /// The header asked for.
        header: String,
        /// The column, from 1.
        column: u32,
    },
    /// The profile uses a column twice, or has no rate.
    #[error("{0}")]
    Mapping(MappingFault),
    /// The workbook is damaged or made to do harm.
    #[error(
        "the workbook can't be read: {0}; open it in a spreadsheet and save it anew, or save it as CSV"
    )]
    Workbook(String),
    /// It unpacks to more than is safe.
    #[error("the workbook unpacks to more than {0} MB; save the one sheet that matters as CSV")]
    Unpacked(u64),
    /// A count in it can't be true.
    #[error(
        "the workbook says it has {0} shared texts, which can't be; open it in a spreadsheet and save it anew"
    )]
    AbsurdCount(String),
    /// The sheet asked for isn't there.
    #[error("there is no sheet \"{0}\"; choose one of those there are: {1}")]
    NoSheet(String, String),
    /// Merged cells among the data.
    #[error(
        "cells are merged here, so that some lines have no value of their own; unmerge them and fill each line"
    )]
    Merged,
    /// Formulas whose values were never stored.
    #[error(
        "{}; open the workbook in a spreadsheet, let it calculate, and save it",
        without_value(*.0)
    )]
    FormulaWithoutValue(u64),
    /// A cell of a sheet stands there twice.
    #[error("this cell stands in the sheet twice; open it in a spreadsheet and save it anew")]
    CellTwice,
    /// More groups than a scenario can hold.
    #[error("the lines form more than {0} groups of equal pay; leave out columns that split them")]
    TooManyGroups(usize),
    /// Sums beyond what is counted exactly.
    #[error(
        "the lines come to more than can be counted exactly; check rates, hours and full-time equivalents for a slip of the keys"
    )]
    TooLarge,
    /// Something in a profile that can't be read.
    #[error("the profile can't be read here: {0}")]
    Profile(String),
    /// A question that must be answered first.
    #[error("{0}")]
    Open(Question),
}

/// What a mapping of columns lacks.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MappingFault {
    /// Neither a rate nor a scale with steps.
    #[error("no column is mapped as the rate, nor are scale and step; map one of them")]
    NoRate,
    /// Two columns are mapped to the same thing.
    #[error("two columns are mapped as {0}; keep one")]
    Twice(&'static str),
    /// Pay per period without the hours of one.
    #[error("pay per pay period needs the hours of a period: give them, or map a column of hours")]
    NoPeriodHours,
    /// A value of the settings that can't be.
    #[error("{0} must be more than zero")]
    NotPositive(&'static str),
}

/// Something only the user can tell, asked once.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Question {
    /// Dates that read two ways, and none in the column that settles it.
    #[error(
        "\"{example}\" in column \"{header}\" (line {line}, and {more} more) reads as month first or day first, and nothing in the column settles it; say which in the profile, as in dates: MonthFirst"
    )]
    DateOrder {
        /// The column's header, or its number where it has none.
        header: String,
        /// What the column is.
        of: Meaning,
        /// One of the dates.
        example: String,
        line: u64,
        /// How many more there are.
        more: u64,
    },
    /// Dates of which some can only be month first, others only day first.
    #[error(
        "column \"{header}\" holds dates with the month first (line {month_first}) and with the day first (line {day_first}); put right one kind, or don't read the column"
    )]
    MixedDates {
        /// The column's header, or its number where it has none.
        header: String,
        /// What the column is.
        of: Meaning,
        /// A line with the month first.
        month_first: u64,
        /// A line with the day first.
        day_first: u64,
    },
    /// Whole numbers where dates belong.
    #[error(
        "\"{example}\" in column \"{header}\" (line {line}) is a day number of a spreadsheet; say in the profile which day it counts from, as in serials: Since1900"
    )]
    Serials {
        /// The column's header, or its number where it has none.
        header: String,
        /// What the column is.
        of: Meaning,
        example: String,
        line: u64,
    },
}

/// A measure that has a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Measure {
    /// Millions of bytes.
    #[error("{0} MB")]
    Megabytes(u64),
    #[error("{0} lines")]
    Lines(u64),
    /// Cells.
    #[error("{0} cells")]
    Cells(u64),
    #[error("{0} columns")]
    Columns(u32),
}

impl RosterError {
    /// A fault of the whole file.
    #[must_use]
    pub fn whole(fault: Fault) -> Self {
        Self::Refused { place: None, fault }
    }

    /// A fault on a line of a text file.
    #[must_use]
    pub fn on_line(line: u64, column: Option<u64>, fault: Fault) -> Self {
        Self::Refused {
            place: Some(RosterPlace::Text { line, column }),
            fault,
        }
    }

    /// A fault in a sheet, in a cell of it where one can be named.
    #[must_use]
    pub fn in_sheet(sheet: &str, cell: Option<(u64, u32)>, fault: Fault) -> Self {
        let cell = cell.map(|(row, column)| (row, Some(column)));
        Self::at(sheet, cell, fault)
    }

    /// A fault in a row of a sheet.
    #[must_use]
    pub fn in_row(sheet: &str, row: u64, fault: Fault) -> Self {
        Self::at(sheet, Some((row, None)), fault)
    }

    fn at(sheet: &str, cell: Option<(u64, Option<u32>)>, fault: Fault) -> Self {
        Self::Refused {
            place: Some(RosterPlace::Sheet {
                sheet: sheet.to_owned(),
                cell,
            }),
            fault,
        }
    }
}

fn before(place: &Option<RosterPlace>) -> String {
    place
        .as_ref()
        .map_or(String::new(), |place| format!("{place}: "))
}

fn without_value(formulas: u64) -> String {
    match formulas {
        1 => "the formula here has no stored value".to_owned(),
        more => format!("{more} formulas, this one first, have no stored value"),
    }
}

/// A spreadsheet's name of a column: 0 is A, 26 is AA.
#[must_use]
pub fn letters(column: u32) -> String {
    let mut name = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        name.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    name.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        for (column, name) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (701, "ZZ"),
            (16_383, "XFD"),
        ] {
            assert_eq!(letters(column), name);
        }
    }
}
