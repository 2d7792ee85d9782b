//! A roster's file, whatever its kind: its form guessed, its rows handed over one by one.

use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use super::decoding::{Decoding, Encoding};
use super::error::{Fault, Measure, RosterError};
use super::form::{header_row_of, separator_score};
use super::lines::{Lines, Separator};
use super::profile::{Epoch, FileForm};
use super::progress::Progress;
use super::row::{EachRow, Flow, Row, Wanted};
use super::workbook::{MOST_PACKED, Workbook};
use crate::files::FileError;

/// The largest text file, in bytes.
const MOST_TEXT: u64 = 1_000_000_000;
/// How many rows a guess looks at.
const LOOKED_AT: usize = 30;
/// How old Excel's and other programs' files begin.
const COMPOUND: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

/// An opened roster. Nothing of it is kept but, for a workbook, its packed bytes.
pub struct RosterFile {
    path: PathBuf,
    size: u64,
    book: Option<Workbook>,
}

/// The headers of a roster and its first lines, for the window to show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// Texts of the header row, one a column; empty where it has none.
    pub headers: Vec<String>,
    /// The first lines below it, each with its physical line.
    pub rows: Vec<(u64, Vec<String>)>,
}

impl RosterFile {
    /// Opens a roster and finds out what kind of file it is, by its contents.
    ///
    /// # Errors
    /// [`RosterError`] where it can't be opened, is of another kind, damaged or hostile.
    pub fn open(path: &Path, progress: &Progress) -> Result<Self, RosterError> {
        let failed = |error: std::io::Error| RosterError::from(FileError::opening(path, &error));
        let metadata = fs::metadata(path).map_err(failed)?;
        crate::files::open::is_file(path, &metadata)?;
        let size = metadata.len();
        if size > MOST_TEXT {
            let most = Measure::Megabytes(MOST_TEXT / 1_000_000);
            return Err(RosterError::whole(Fault::TooMuch(most)));
        }
        let mut head = Vec::new();
        File::open(path)
            .and_then(|file| file.take(1024).read_to_end(&mut head))
            .map_err(failed)?;
        if head.iter().all(u8::is_ascii_whitespace) && size <= 1024 {
            return Err(RosterError::whole(Fault::Empty));
        }
        if head.starts_with(&COMPOUND) {
            let kind = "an old Excel workbook (.xls) or one with a password";
            return Err(RosterError::whole(Fault::Kind(kind)));
        }
        if head.starts_with(b"%PDF") {
            return Err(RosterError::whole(Fault::Kind("a PDF")));
        }
        let mut file = Self {
            path: path.to_path_buf(),
            size,
            book: None,
        };
        if head.starts_with(b"PK") {
            if size > MOST_PACKED {
                let most = Measure::Megabytes(MOST_PACKED / 1_000_000);
                return Err(RosterError::whole(Fault::TooMuch(most)));
            }
            let mut bytes = Vec::new();
            File::open(path)
                .and_then(|file| file.take(MOST_PACKED).read_to_end(&mut bytes))
                .map_err(failed)?;
            file.book = Some(Workbook::open(bytes, progress)?);
        }
        Ok(file)
    }

    /// The workbook, where it is one.
    #[must_use]
    pub fn book(&self) -> Option<&Workbook> {
        self.book.as_ref()
    }

    /// What day numbers count from, where the file itself says it.
    #[must_use]
    pub fn epoch(&self) -> Option<Epoch> {
        self.book.as_ref().map(|book| book.epoch)
    }

    /// Guesses the file's form, for the user to see and change: encoding, separator, sheet, header row. The
    /// decimal mark is guessed with the columns.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn guess_form(&self, progress: &Progress) -> Result<FileForm, RosterError> {
        let mut form = FileForm::default();
        match &self.book {
            Some(book) => {
                form.sheet = Some(book.sheet(None)?.name.clone());
            }
            None => {
                let opening = |error| RosterError::from(FileError::opening(&self.path, &error));
                let file = File::open(&self.path).map_err(opening)?;
                form.encoding = Encoding::guess(BufReader::new(file)).map_err(opening)?;
                let mut best = 0;
                for separator in Separator::ALL {
                    let tried = FileForm {
                        separator,
                        ..form.clone()
                    };
                    // What can't be read with this separator may be with another.
                    let rows = self.first_rows(&tried, LOOKED_AT, progress);
                    let score = rows.map_or(0, |rows| separator_score(&rows));
                    if score > best {
                        best = score;
                        form.separator = separator;
                    }
                }
            }
        }
        form.header_row = header_row_of(&self.first_rows(&form, LOOKED_AT, progress)?);
        Ok(form)
    }

    /// The headers and the first `count` lines below them.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn preview(
        &self,
        form: &FileForm,
        count: usize,
        progress: &Progress,
    ) -> Result<Preview, RosterError> {
        let mut preview = Preview::default();
        let mut found = false;
        let all = Wanted::all();
        self.each(form, &all, progress, &mut |row| {
            if row.line < form.header_row {
                return Ok(Flow::On);
            }
            let cells = || (0..row.width).map(|column| cell_text(row, column));
            if row.line == form.header_row {
                found = true;
                preview.headers = cells().collect();
            } else {
                preview.rows.push((row.line, cells().collect()));
            }
            Ok(if preview.rows.len() >= count {
                Flow::Enough
            } else {
                Flow::On
            })
        })?;
        if !found {
            return Err(self.whole(form, Fault::NoHeader(form.header_row)));
        }
        Ok(preview)
    }

    fn first_rows(
        &self,
        form: &FileForm,
        count: usize,
        progress: &Progress,
    ) -> Result<Vec<(u64, Vec<String>)>, RosterError> {
        let mut rows = Vec::new();
        self.each(form, &Wanted::all(), progress, &mut |row| {
            let cells = (0..row.width).map(|column| cell_text(row, column));
            rows.push((row.line, cells.collect()));
            Ok(if rows.len() >= count {
                Flow::Enough
            } else {
                Flow::On
            })
        })?;
        Ok(rows)
    }

    /// Hands every row to `each`.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn each(
        &self,
        form: &FileForm,
        wanted: &Wanted,
        progress: &Progress,
        each: &mut EachRow<'_>,
    ) -> Result<(), RosterError> {
        match &self.book {
            Some(book) => {
                let sheet = book.sheet(form.sheet.as_deref())?.name.clone();
                progress.begin(book.size());
                book.each(&sheet, form.header_row, wanted, progress, each)
            }
            None => {
                let file = File::open(&self.path)
                    .map_err(|error| FileError::opening(&self.path, &error))?;
                progress.begin(self.size);
                let text = Decoding::new(file, form.encoding);
                Lines::new(text, form.separator, &self.path).each(wanted, progress, each)
            }
        }
    }

    /// The sheet that is read, where it is a workbook.
    fn sheet_read(&self, form: &FileForm) -> Option<&str> {
        let book = self.book.as_ref()?;
        let sheet = book.sheet(form.sheet.as_deref()).ok()?;
        Some(&sheet.name)
    }

    /// A fault of the file, or of the sheet that is read.
    pub(super) fn whole(&self, form: &FileForm, fault: Fault) -> RosterError {
        match self.sheet_read(form) {
            Some(sheet) => RosterError::in_sheet(sheet, None, fault),
            None => RosterError::whole(fault),
        }
    }

    /// A fault of a line.
    pub(super) fn on_line(&self, form: &FileForm, line: u64, fault: Fault) -> RosterError {
        match self.sheet_read(form) {
            Some(sheet) => RosterError::in_sheet(sheet, Some((line, 0)), fault),
            None => RosterError::on_line(line, None, fault),
        }
    }
}

fn cell_text(row: &Row, column: u32) -> String {
    row.cell(column as usize).text.to_owned()
}
