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
/// How many sheets are looked at for the one with a roster.
const MOST_SHEETS: usize = 20;
/// How old Excel's and other programs' files begin.
const COMPOUND: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

/// An opened roster. Nothing of it is kept but, for a workbook, its packed bytes.
pub struct RosterFile {
    path: PathBuf,
    size: u64,
    book: Option<Workbook>,
    /// The encoding a mark at its beginning tells of.
    marked: Option<Encoding>,
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
        let text = Encoding::without_mark(&head);
        if text.iter().all(u8::is_ascii_whitespace) && size <= 1024 {
            return Err(RosterError::whole(Fault::Empty));
        }
        if let Some(kind) = other_kind(&head, text) {
            return Err(RosterError::whole(Fault::Kind(kind)));
        }
        let mut file = Self {
            path: path.to_path_buf(),
            size,
            book: None,
            marked: Encoding::marked(&head),
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
                form.sheet = Some(self.sheet_with_rows(book, progress)?);
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

    /// The first sheet that isn't hidden and has rows; a cover before it has at most one.
    fn sheet_with_rows(&self, book: &Workbook, progress: &Progress) -> Result<String, RosterError> {
        let first = book.sheet(None)?.name.clone();
        for sheet in book
            .sheets
            .iter()
            .filter(|sheet| !sheet.hidden)
            .take(MOST_SHEETS)
        {
            let form = FileForm {
                sheet: Some(sheet.name.clone()),
                ..FileForm::default()
            };
            // A sheet that can't be read is no reason not to look at the others.
            let rows = self
                .first_rows(&form, LOOKED_AT, progress)
                .unwrap_or_default();
            let wide = rows.iter().filter(|(_, row)| row.len() > 1);
            if wide.count() > 1 {
                return Ok(sheet.name.clone());
            }
        }
        Ok(first)
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
        let mut found = form.header_row == 0;
        let mut width = 0;
        let all = Wanted::all();
        self.each(form, &all, progress, &mut |row| {
            if row.line < form.header_row {
                return Ok(Flow::On);
            }
            let cells = || (0..row.width).map(|column| cell_text(row, column));
            width = width.max(row.width as usize);
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
        if form.header_row == 0 {
            preview.headers = vec![String::new(); width];
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
                self.refuse_other_mark(form.encoding)?;
                let text = Decoding::new(file, form.encoding);
                Lines::new(text, form.separator, &self.path).each(wanted, progress, each)
            }
        }
    }

    /// Refuses an encoding that the file's own mark speaks against.
    fn refuse_other_mark(&self, encoding: Encoding) -> Result<(), RosterError> {
        match self.marked {
            Some(marked) if marked != encoding => {
                let fault = Fault::Marked(marked);
                Err(RosterError::on_line(1, Some(1), fault))
            }
            _ => Ok(()),
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
            Some(sheet) => RosterError::in_row(sheet, line, fault),
            None => RosterError::on_line(line, None, fault),
        }
    }
}

/// What a file is that is neither a workbook nor lines of text, by how it begins.
fn other_kind(head: &[u8], text: &[u8]) -> Option<&'static str> {
    let start = text.trim_ascii_start();
    let begins = |word: &[u8]| {
        let own = start.get(..word.len());
        own.is_some_and(|own| own.eq_ignore_ascii_case(word))
    };
    if head.starts_with(&COMPOUND) {
        return Some("an old Excel workbook (.xls) or one with a password");
    }
    if head.starts_with(b"%PDF") {
        return Some("a PDF");
    }
    if head.starts_with(&[0x1f, 0x8b]) {
        return Some("a packed file (.gz)");
    }
    let pages: [&[u8]; 4] = [b"<html", b"<!doctype html", b"<table", b"<meta"];
    if pages.into_iter().any(begins) {
        return Some("a web page, as some payroll systems write under the name of a workbook");
    }
    if begins(b"<?xml") {
        return Some("an XML file, as some payroll systems write under the name of a workbook");
    }
    begins(b"{\\rtf").then_some("a text document (.rtf)")
}

fn cell_text(row: &Row, column: u32) -> String {
    row.cell(column as usize).text.to_owned()
}
