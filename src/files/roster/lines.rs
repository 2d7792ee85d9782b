//! The lines of a text file with separators and quotation marks.
//!
//! A scanner of its own, because what matters here is what ordinary readers pass over: a quotation mark that
//! is never closed, zero bytes, cells of a megabyte, and the physical line everything stands on.

use std::io::Read;

use memchr::{memchr, memchr2, memchr3};
use serde::{Deserialize, Serialize};

use super::decoding::{Decoded, Decoding};
use super::error::{Fault, Measure, RosterError};
use super::progress::Progress;
use super::row::{CellKind, EachRow, Flow, MOST_COLUMNS, Row, Wanted};
use crate::files::problem::FileError;
use crate::files::system::Doing;

/// The longest cell, in bytes.
const LONGEST_CELL: usize = 64 * 1024;
/// The most physical lines.
const MOST_LINES: u64 = 5_000_000;
/// How often progress is told, in lines.
const EVERY: u64 = 512;

/// What stands between the cells of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Separator {
    #[default]
    Comma,
    /// A semicolon, as where decimals have a comma.
    Semicolon,
    Tab,
}

impl Separator {
    /// The separators, as a menu lists them.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    #[must_use]
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// How a cell ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Cell,
    Row,
    File,
}

/// Scans a text line by line.
pub struct Lines<'a, R> {
    source: Decoding<R>,
    path: &'a std::path::Path,
    separator: u8,
    buffer: Vec<u8>,
    /// The next byte in the buffer.
    at: usize,
    /// Where the line began in the buffer; below 0 once its beginning was let go.
    line_start: i64,
    line: u64,
    ended: bool,
    /// The text goes on here with bytes the encoding doesn't have.
    wrong_at: Option<usize>,
    cell: Vec<u8>,
}

impl<'a, R: Read> Lines<'a, R> {
    /// The lines of a text; `path` is what errors of the system name.
    pub fn new(source: Decoding<R>, separator: Separator, path: &'a std::path::Path) -> Self {
        Self {
            source,
            path,
            separator: separator.byte(),
            buffer: Vec::new(),
            at: 0,
            line_start: 0,
            line: 1,
            ended: false,
            wrong_at: None,
            cell: Vec::new(),
        }
    }

    /// Hands every line to `each`, blank ones too, until there are no more or it has enough.
    ///
    /// # Errors
    /// [`RosterError`] with line and column, what `each` says, or that the user cancelled.
    pub fn each(
        &mut self,
        wanted: &Wanted,
        progress: &Progress,
        each: &mut EachRow<'_>,
    ) -> Result<(), RosterError> {
        let mut row = Row::default();
        let mut next_report = 0;
        while self.more()? {
            row.begin(self.line, wanted);
            let end = self.read_row(&mut row, wanted)?;
            row.lines = self.line - row.line + u64::from(end == End::File);
            if self.line > MOST_LINES {
                return Err(RosterError::whole(Fault::TooMuch(Measure::Lines(
                    MOST_LINES,
                ))));
            }
            if self.line >= next_report {
                progress.reach(self.source.bytes)?;
                next_report = self.line + EVERY;
            }
            if each(&row)? == Flow::Enough {
                break;
            }
        }
        Ok(())
    }

    fn read_row(&mut self, row: &mut Row, wanted: &Wanted) -> Result<End, RosterError> {
        for column in 0..MOST_COLUMNS {
            let slot = wanted.slot(column);
            self.cell.clear();
            let (end, filled) = if self.peek()? == Some(b'"') {
                self.quoted(slot.is_some())?
            } else {
                self.plain(slot.is_some())?
            };
            if filled {
                row.saw(column);
            }
            if let Some(slot) = slot {
                // The decoder gives whole characters, and separators are never part of one.
                let text = std::str::from_utf8(&self.cell).unwrap_or_default();
                row.keep(slot, text, CellKind::Text);
            }
            if end != End::Cell {
                return Ok(end);
            }
        }
        let most = Fault::TooMuch(Measure::Columns(MOST_COLUMNS));
        Err(RosterError::on_line(row.line, None, most))
    }

    /// A cell up to the next separator or line break; quotation marks inside it are just text.
    fn plain(&mut self, keep: bool) -> Result<(End, bool), RosterError> {
        let (line, column) = (self.line, self.column());
        let mut length = 0_usize;
        let mut filled = false;
        loop {
            let rest = self.buffer.get(self.at..).unwrap_or_default();
            let stop = memchr3(self.separator, b'\n', b'\r', rest);
            let part = rest.get(..stop.unwrap_or(rest.len())).unwrap_or_default();
            length += part.len();
            filled = filled || part.iter().any(|byte| *byte > b' ');
            if length > LONGEST_CELL {
                return Err(long_cell(line, column));
            }
            if keep {
                self.cell.extend_from_slice(part);
            }
            self.at += part.len();
            if stop.is_some() {
                return Ok((self.past_stop()?, filled));
            }
            if !self.more()? {
                return Ok((End::File, filled));
            }
        }
    }

    /// A cell in quotation marks; a doubled mark inside is one mark.
    fn quoted(&mut self, keep: bool) -> Result<(End, bool), RosterError> {
        let (line, column) = (self.line, self.column());
        let mut length = 0_usize;
        let mut filled = false;
        self.at += 1;
        loop {
            let rest = self.buffer.get(self.at..).unwrap_or_default();
            let mark = memchr(b'"', rest);
            let part = rest.get(..mark.unwrap_or(rest.len())).unwrap_or_default();
            length += part.len();
            filled = filled || part.iter().any(|byte| *byte > b' ');
            if length > LONGEST_CELL {
                return Err(long_cell(line, column));
            }
            if keep {
                self.cell.extend_from_slice(part);
            }
            let size = part.len();
            self.pass(size)?;
            if mark.is_none() {
                if self.more()? {
                    continue;
                }
                return Err(RosterError::on_line(
                    line,
                    Some(column),
                    Fault::UnclosedQuote,
                ));
            }
            self.at += 1;
            if self.peek()? != Some(b'"') {
                break;
            }
            if keep {
                self.cell.push(b'"');
            }
            filled = true;
            self.at += 1;
        }
        // Some programs leave spaces between the closing mark and the separator.
        while self.peek()? == Some(b' ') {
            self.at += 1;
        }
        match self.peek()? {
            None => Ok((End::File, filled)),
            Some(byte) if byte == self.separator || byte == b'\n' || byte == b'\r' => {
                Ok((self.past_stop()?, filled))
            }
            Some(_) => Err(RosterError::on_line(
                line,
                Some(column),
                Fault::TextAfterQuote,
            )),
        }
    }

    /// Goes past the separator or line break that stands next.
    fn past_stop(&mut self) -> Result<End, RosterError> {
        let stop = self.buffer.get(self.at).copied();
        self.at += 1;
        if stop == Some(self.separator) {
            return Ok(End::Cell);
        }
        if stop == Some(b'\r') && self.peek()? == Some(b'\n') {
            self.at += 1;
        }
        self.line += 1;
        self.line_start = i64::try_from(self.at).unwrap_or(i64::MAX);
        Ok(End::Row)
    }

    /// Goes past `size` bytes inside a quoted cell, counting their line breaks.
    fn pass(&mut self, size: usize) -> Result<(), RosterError> {
        let end = self.at + size;
        while let Some(found) = self
            .buffer
            .get(self.at..end)
            .and_then(|part| memchr2(b'\n', b'\r', part))
        {
            self.at += found;
            let is_return = self.buffer.get(self.at) == Some(&b'\r');
            self.at += 1;
            if is_return && self.at == self.buffer.len() {
                // The two bytes of one break may lie in two pieces; then the second one counts.
                if self.peek()? != Some(b'\n') {
                    self.line += 1;
                    self.line_start = i64::try_from(self.at).unwrap_or(i64::MAX);
                }
                return Ok(());
            }
            if is_return && self.buffer.get(self.at) == Some(&b'\n') {
                self.at += 1;
            }
            self.line += 1;
            self.line_start = i64::try_from(self.at).unwrap_or(i64::MAX);
        }
        self.at = self.at.max(end.min(self.buffer.len()));
        Ok(())
    }

    fn peek(&mut self) -> Result<Option<u8>, RosterError> {
        if self.at < self.buffer.len() || self.more()? {
            return Ok(self.buffer.get(self.at).copied());
        }
        Ok(None)
    }

    /// Whether there is more text, reading the next piece if need be.
    fn more(&mut self) -> Result<bool, RosterError> {
        while self.at >= self.buffer.len() {
            if self.wrong_at.is_some() {
                let fault = Fault::Encoding(self.source.encoding());
                return Err(RosterError::on_line(self.line, Some(self.column()), fault));
            }
            if self.ended {
                return Ok(false);
            }
            let gone = i64::try_from(self.buffer.len()).unwrap_or(i64::MAX);
            self.line_start = self.line_start.saturating_sub(gone);
            self.buffer.clear();
            self.at = 0;
            match self.source.read_into(&mut self.buffer) {
                Ok(Decoded::More) => {}
                Ok(Decoded::End) => self.ended = true,
                Ok(Decoded::Wrong) => self.wrong_at = Some(self.buffer.len()),
                Err(error) => {
                    return Err(FileError::system(self.path, Doing::Opening, &error).into());
                }
            }
            self.refuse_zero_bytes()?;
        }
        Ok(true)
    }

    fn refuse_zero_bytes(&self) -> Result<(), RosterError> {
        let Some(zero) = memchr(0, &self.buffer) else {
            return Ok(());
        };
        let before = self.buffer.get(..zero).unwrap_or_default();
        let breaks = before.iter().filter(|byte| **byte == b'\n').count() as u64;
        let column = match before.iter().rposition(|byte| *byte == b'\n') {
            Some(last) => (before.len() - last) as u64,
            None => self.column() + before.len() as u64,
        };
        Err(RosterError::on_line(
            self.line + breaks,
            Some(column),
            Fault::ZeroByte,
        ))
    }

    /// The column of the next byte, from 1, in characters as far as the line is still in the buffer.
    fn column(&self) -> u64 {
        let at = i64::try_from(self.at).unwrap_or(i64::MAX);
        let start = usize::try_from(self.line_start).unwrap_or(0);
        let bytes = self.buffer.get(start..self.at).unwrap_or_default();
        let inside = bytes.iter().filter(|byte| (**byte & 0xc0) == 0x80).count() as u64;
        let all = u64::try_from(at.saturating_sub(self.line_start)).unwrap_or(0);
        all.saturating_sub(inside) + 1
    }
}

fn long_cell(line: u64, column: u64) -> RosterError {
    let most = (LONGEST_CELL / 1024) as u64;
    RosterError::on_line(line, Some(column), Fault::LongCell(most))
}
