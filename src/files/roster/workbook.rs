//! The rows of an Excel workbook, cell by cell.
//!
//! A workbook is counted before it is read: a small file may unpack to anything. Then its cells are streamed;
//! a whole sheet is never held.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::counting::count;
use super::error::{Fault, Measure, RosterError};
use super::profile::Epoch;
use super::progress::Progress;
use super::row::{CellKind, EachRow, Flow, MOST_COLUMNS, Row, Wanted};
use super::serial::{day_of_serial, shown};

/// The largest workbook file, in bytes.
pub(super) const MOST_PACKED: u64 = 64_000_000;
/// The longest text of a cell, in bytes.
const LONGEST_CELL: usize = 64 * 1024;
/// The most cells read.
const MOST_CELLS: u64 = 50_000_000;
/// What a sheet can have.
const MOST_ROWS: u32 = 1_048_576;
/// How often progress is told, in cells.
const EVERY: u64 = 4_096;
/// How many sheets are named to somebody who has to choose one.
const MOST_NAMED: usize = 8;

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetName {
    pub name: String,
    /// Whether the workbook hides it.
    pub hidden: bool,
}

/// A workbook that has been counted and can be read.
pub struct Workbook {
    bytes: Vec<u8>,
    /// Its worksheets, in order.
    pub sheets: Vec<SheetName>,
    /// What its day numbers count from.
    pub(crate) epoch: Epoch,
    has_merged: bool,
}

impl Workbook {
    /// Counts a workbook and reads its list of sheets.
    ///
    /// # Errors
    /// [`RosterError`] for a damaged or hostile workbook and for other kinds of files with its form.
    pub fn open(bytes: Vec<u8>, progress: &Progress) -> Result<Self, RosterError> {
        let has_merged = count(&bytes, progress)?.has_merged;
        let (sheets, epoch) = guarded(|| {
            let book = book(&bytes)?;
            let epoch = if book.has_1904_epoch() {
                Epoch::Since1904
            } else {
                Epoch::Since1900
            };
            let sheets = book.sheets_metadata().iter();
            let of_cells = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
            let named = of_cells.map(|sheet| SheetName {
                name: sheet.name.clone(),
                hidden: sheet.visible != SheetVisible::Visible,
            });
            Ok((named.collect(), epoch))
        })?;
        Ok(Self {
            bytes,
            sheets,
            epoch,
            has_merged,
        })
    }

    /// The sheet asked for, or the first that isn't hidden.
    ///
    /// # Errors
    /// [`Fault::NoSheet`]; [`Fault::AllHidden`], or [`Fault::Empty`] where there is none at all.
    pub fn sheet(&self, name: Option<&str>) -> Result<&SheetName, RosterError> {
        let found = match name {
            Some(name) => self.sheets.iter().find(|sheet| sheet.name == name),
            None => self.sheets.iter().find(|sheet| !sheet.hidden),
        };
        found.ok_or_else(|| {
            RosterError::whole(match name {
                Some(name) => Fault::NoSheet(name.to_owned(), self.sheet_names()),
                None if self.sheets.is_empty() => Fault::Empty,
                None => Fault::AllHidden(self.sheet_names()),
            })
        })
    }

    /// The names of its first sheets, for somebody who has to choose one.
    fn sheet_names(&self) -> String {
        let names = self.sheets.iter().take(MOST_NAMED);
        let names: Vec<String> = names
            .map(|sheet| format!("\"{}\"", crate::units::decimal::shorten(&sheet.name)))
            .collect();
        let more = self.sheets.len().saturating_sub(MOST_NAMED);
        let more = if more > 0 {
            format!(" and {more} more")
        } else {
            String::new()
        };
        names.join(", ") + &more
    }

    /// Hands every row of a sheet to `each`, up to its last cell; blank ones too.
    ///
    /// # Errors
    /// [`RosterError`] with the cell, what `each` says, or that the user cancelled.
    pub fn each(
        &self,
        sheet: &str,
        header_row: u64,
        wanted: &Wanted,
        progress: &Progress,
        each: &mut EachRow<'_>,
    ) -> Result<(), RosterError> {
        guarded(|| {
            let mut book = book(&self.bytes)?;
            if self.has_merged {
                refuse_merged(&mut book, sheet, header_row, wanted)?;
            }
            let in_sheet = |error: XlsxError| {
                let why = why_damaged(&error).to_owned();
                RosterError::in_sheet(sheet, None, Fault::Workbook(why))
            };
            let mut cells = book.worksheet_cells_reader(sheet).map_err(in_sheet)?;
            let mut scan = Scan {
                sheet,
                wanted,
                epoch: self.epoch,
                row: Row::default(),
                at: 0,
                gaps: None,
                header_row,
            };
            scan.row.begin(1, wanted);
            let mut read = 0_u64;
            while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(in_sheet)? {
                read += 1;
                if read > MOST_CELLS {
                    return Err(RosterError::whole(Fault::TooMuch(Measure::Cells(
                        MOST_CELLS,
                    ))));
                }
                if read.is_multiple_of(EVERY) {
                    progress.reach(read)?;
                }
                let (row, column) = cell.pos;
                if scan.move_to(row, each)? == Flow::Enough {
                    return Ok(());
                }
                scan.take(column, &cell.value, cell.formula.is_some())?;
            }
            if !scan.row.is_blank() {
                each(&scan.row)?;
            }
            match scan.gaps {
                Some((count, cell)) => Err(RosterError::in_sheet(
                    sheet,
                    Some(cell),
                    Fault::FormulaWithoutValue(count),
                )),
                None => Ok(()),
            }
        })
    }

    /// How many cells of a sheet there may be, for progress: its bytes, roughly.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.bytes.len() as u64
    }
}

/// Rows put together from cells.
struct Scan<'a> {
    sheet: &'a str,
    wanted: &'a Wanted,
    epoch: Epoch,
    row: Row,
    /// The row being put together, from 0.
    at: u32,
    /// Formulas in wanted columns that have no stored value: how many, and the first.
    gaps: Option<(u64, (u64, u32))>,
    header_row: u64,
}

impl Scan<'_> {
    /// Hands over the rows before `row`.
    fn move_to(&mut self, row: u32, each: &mut EachRow<'_>) -> Result<Flow, RosterError> {
        if row < self.at {
            let why = "its rows are not in order".to_owned();
            return Err(RosterError::in_sheet(
                self.sheet,
                None,
                Fault::Workbook(why),
            ));
        }
        if row >= MOST_ROWS {
            let why = "it has a row beyond the last a sheet can have".to_owned();
            return Err(RosterError::in_sheet(
                self.sheet,
                None,
                Fault::Workbook(why),
            ));
        }
        while self.at < row {
            if each(&self.row)? == Flow::Enough {
                return Ok(Flow::Enough);
            }
            self.at += 1;
            self.row.begin(u64::from(self.at) + 1, self.wanted);
        }
        Ok(Flow::On)
    }

    fn take(
        &mut self,
        column: u32,
        value: &DataRef<'_>,
        is_formula: bool,
    ) -> Result<(), RosterError> {
        if column >= MOST_COLUMNS {
            if matches!(value, DataRef::Empty) {
                return Ok(());
            }
            let most = Fault::TooMuch(Measure::Columns(MOST_COLUMNS));
            return Err(RosterError::in_sheet(self.sheet, self.place(column), most));
        }
        let slot = self.wanted.slot(column);
        if matches!(value, DataRef::Empty) {
            let below = u64::from(self.at) + 1 > self.header_row;
            if is_formula && slot.is_some() && below {
                let here = (u64::from(self.at) + 1, column);
                let (count, first) = self.gaps.unwrap_or((0, here));
                self.gaps = Some((count + 1, first));
            }
            return Ok(());
        }
        let Some(slot) = slot else {
            self.row.saw(column);
            return Ok(());
        };
        let number;
        let (text, kind) = match value {
            DataRef::Empty => ("", CellKind::Text),
            DataRef::String(text) => (text.as_str(), CellKind::Text),
            DataRef::SharedString(text) => (*text, CellKind::Text),
            DataRef::Int(value) => {
                number = value.to_string();
                (number.as_str(), CellKind::Number)
            }
            DataRef::Float(value) => {
                number = shown(*value);
                (number.as_str(), CellKind::Number)
            }
            DataRef::Bool(value) => (if *value { "TRUE" } else { "FALSE" }, CellKind::Text),
            DataRef::DateTime(moment) => {
                let (text, kind) = day(*moment, self.epoch);
                number = text;
                (number.as_str(), kind)
            }
            DataRef::DateTimeIso(text) => (text.as_str(), CellKind::Date),
            DataRef::DurationIso(text) => (text.as_str(), CellKind::Text),
            DataRef::Error(error) => {
                number = error.to_string();
                (number.as_str(), CellKind::Error)
            }
        };
        if text.len() > LONGEST_CELL {
            let most = (LONGEST_CELL / 1024) as u64;
            let fault = Fault::LongText(most);
            return Err(RosterError::in_sheet(self.sheet, self.place(column), fault));
        }
        if !self.row.cell(slot).text.is_empty() {
            let here = self.place(column);
            return Err(RosterError::in_sheet(self.sheet, here, Fault::CellTwice));
        }
        if !text.trim().is_empty() {
            self.row.saw(column);
        }
        self.row.keep(slot, text, kind);
        Ok(())
    }

    fn place(&self, column: u32) -> Option<(u64, u32)> {
        Some((u64::from(self.at) + 1, column))
    }
}

/// The day of a moment; the number itself where it is a duration or no day.
fn day(moment: ExcelDateTime, epoch: Epoch) -> (String, CellKind) {
    let text = shown(moment.as_f64());
    let whole = text.split('.').next().unwrap_or_default();
    match whole
        .parse()
        .ok()
        .and_then(|days| day_of_serial(days, epoch))
    {
        Some(date) if moment.is_datetime() => (date.to_string(), CellKind::Date),
        _ => (text, CellKind::Number),
    }
}

fn refuse_merged(
    book: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    header_row: u64,
    wanted: &Wanted,
) -> Result<(), RosterError> {
    let merged = book.merge_cells_by_sheet_name(sheet).map_err(damaged)?;
    for region in merged {
        let below = u64::from(region.end.0) + 1 > header_row;
        let rows = region.end.0 > region.start.0;
        // A preview shows merged cells as they are; importing can't fill them.
        let last = region.end.1.min(MOST_COLUMNS);
        let read = (region.start.1..=last).any(|column| wanted.is_read(column));
        let columns = region.end.1 > region.start.1;
        if below && read && (rows || columns) {
            let first = u64::from(region.start.0) + 1;
            let place = Some((first, region.start.1));
            return Err(RosterError::in_sheet(sheet, place, Fault::Merged));
        }
    }
    Ok(())
}

fn book(bytes: &[u8]) -> Result<Xlsx<Cursor<&[u8]>>, RosterError> {
    Xlsx::new(Cursor::new(bytes)).map_err(damaged)
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it stands in map_err, which hands the error over"
)]
fn damaged(error: XlsxError) -> RosterError {
    RosterError::whole(Fault::Workbook(why_damaged(&error).to_owned()))
}

/// What is wrong with a workbook, in words of a spreadsheet and not of the library that reads it.
fn why_damaged(error: &XlsxError) -> &'static str {
    match error {
        XlsxError::Password => "it has a password",
        XlsxError::Zip(_) | XlsxError::Io(_) => "it is damaged, or was cut off on its way",
        XlsxError::FileNotFound(_)
        | XlsxError::RelationshipNotFound
        | XlsxError::WorksheetNotFound(_) => "one of its parts is missing",
        XlsxError::Xml(_)
        | XlsxError::XmlAttr(_)
        | XlsxError::XmlEof(_)
        | XlsxError::Encoding(_)
        | XlsxError::UnexpectedNode(_) => "one of its parts is not well written, or cut off",
        XlsxError::Alphanumeric(_)
        | XlsxError::NumericColumn(_)
        | XlsxError::RangeWithoutColumnComponent
        | XlsxError::RangeWithoutRowComponent
        | XlsxError::ColumnNumberOverflow
        | XlsxError::RowNumberOverflow
        | XlsxError::DimensionCount(_) => "a cell of it stands where no sheet has one",
        XlsxError::NotAWorksheet(_) => "the sheet holds no cells",
        _ => "its parts contradict each other",
    }
}

/// A last net: a fault of the reading library in a damaged workbook is an answer, not the end of the program.
fn guarded<T>(read: impl FnOnce() -> Result<T, RosterError>) -> Result<T, RosterError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
        let why = "its parts contradict each other".to_owned();
        Err(RosterError::whole(Fault::Workbook(why)))
    })
}
