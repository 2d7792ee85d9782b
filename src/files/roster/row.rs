//! One line of a roster: the cells that are wanted, and nothing of the others.

use super::error::RosterError;

/// The most columns a roster may have.
pub const MOST_COLUMNS: u32 = 2_000;

/// Which columns are read; text of all others is passed over without being kept.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// By column, where its cell is kept in the row.
    slots: Vec<Option<u16>>,
    kept: usize,
    all: bool,
}

impl Wanted {
    /// Every column, for a preview.
    #[must_use]
    pub fn all() -> Self {
        Self {
            slots: Vec::new(),
            kept: 0,
            all: true,
        }
    }

    /// These columns, counted from 0, in any order.
    #[must_use]
    pub fn only(columns: &[u32]) -> Self {
        let mut slots = Vec::new();
        let mut kept = 0_u16;
        for column in columns {
            let at = *column as usize;
            if slots.len() <= at {
                slots.resize(at + 1, None);
            }
            if let Some(slot @ None) = slots.get_mut(at) {
                *slot = Some(kept);
                kept += 1;
            }
        }
        Self {
            slots,
            kept: usize::from(kept),
            all: false,
        }
    }

    /// Whether a column is read for good, not only shown in a preview.
    #[must_use]
    pub fn is_read(&self, column: u32) -> bool {
        !self.all && self.slot(column).is_some()
    }

    /// Where a column's cell is kept; nothing for a column that isn't read.
    #[must_use]
    pub fn slot(&self, column: u32) -> Option<usize> {
        if self.all {
            return (column < MOST_COLUMNS).then_some(column as usize);
        }
        self.slots
            .get(column as usize)
            .copied()
            .flatten()
            .map(usize::from)
    }
}

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CellKind {
    /// Text, as typed or exported.
    #[default]
    Text,
    /// A number of a workbook, written out with a decimal point.
    Number,
    /// A date of a workbook, written as 2026-03-01.
    Date,
    /// An error of a workbook, such as #N/A.
    Error,
}

/// A cell: its text without spaces around it, and what it was in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell<'a> {
    /// The text; empty where the line has nothing there.
    pub(crate) text: &'a str,
    pub(crate) kind: CellKind,
}

#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Its physical line or row, from 1; the first one where a cell holds line breaks.
    pub(crate) line: u64,
    /// How many physical lines it takes.
    pub(crate) lines: u64,
    /// How many columns it has, up to the last that isn't empty.
    pub(crate) width: u32,
    text: String,
    cells: Vec<(u32, u32, CellKind)>,
}

impl Row {
    /// Makes it an empty line.
    pub fn begin(&mut self, line: u64, wanted: &Wanted) {
        self.line = line;
        self.lines = 1;
        self.width = 0;
        self.text.clear();
        self.cells.clear();
        self.cells.resize(wanted.kept, (0, 0, CellKind::Text));
    }

    /// Whether there is nothing in it, in any column.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.width == 0
    }

    /// Notes that a column isn't empty.
    pub fn saw(&mut self, column: u32) {
        self.width = self.width.max(column + 1);
    }

    pub fn keep(&mut self, slot: usize, text: &str, kind: CellKind) {
        let text = text.trim();
        let start = self.text.len();
        self.text.push_str(text);
        if self.cells.len() <= slot {
            self.cells.resize(slot + 1, (0, 0, CellKind::Text));
        }
        let range = u32::try_from(start)
            .ok()
            .zip(u32::try_from(self.text.len()).ok());
        if let (Some(cell), Some((start, end))) = (self.cells.get_mut(slot), range) {
            *cell = (start, end, kind);
        }
    }

    /// The cell kept in a slot.
    #[must_use]
    pub fn cell(&self, slot: usize) -> Cell<'_> {
        let (start, end, kind) = self.cells.get(slot).copied().unwrap_or_default();
        let text = self.text.get(start as usize..end as usize);
        Cell {
            text: text.unwrap_or_default(),
            kind,
        }
    }
}

/// Whether to go on after a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Read the next one.
    On,
    Enough,
}

/// What is done with each line.
pub type EachRow<'a> = dyn FnMut(&Row) -> Result<Flow, RosterError> + 'a;
