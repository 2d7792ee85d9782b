//! Aligned columns of plain text.

use std::fmt::Write;

/// The most characters of a column of text.
const WIDEST: usize = 56;

/// A table of text: some columns to the left, the rest, which hold figures, to the right.
#[derive(Debug)]
pub struct Columns {
    rows: Vec<Vec<String>>,
    left: usize,
}

impl Columns {
    /// A table whose first `left` columns hold text.
    #[must_use]
    pub fn new(left: usize) -> Self {
        Self {
            rows: Vec::new(),
            left,
        }
    }

    /// The same with a header as its first row.
    #[must_use]
    pub fn with_header(left: usize, header: &[&str]) -> Self {
        let mut table = Self::new(left);
        table.row(header.iter().map(|cell| (*cell).to_owned()));
        table
    }

    /// Adds a row. Text too long for its column goes on in rows below, where its neighbours are empty.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        let left = self.left;
        let lines: Vec<Vec<String>> = cells
            .into_iter()
            .enumerate()
            .map(|(at, cell)| {
                if at < left && cell.chars().count() > WIDEST {
                    wrapped(&cell, WIDEST)
                } else {
                    vec![cell]
                }
            })
            .collect();
        let height = lines.iter().map(Vec::len).max().unwrap_or(0);
        for at in 0..height {
            let line = lines.iter().map(|cell| cell.get(at).cloned());
            self.rows
                .push(line.map(Option::unwrap_or_default).collect());
        }
    }

    /// Writes the table, each line indented by two spaces and without spaces at its end.
    pub fn write(&self, out: &mut String) {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |at: usize| {
            self.rows
                .iter()
                .filter_map(|row| row.get(at))
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for row in &self.rows {
            let mut line = String::from(" ");
            for (at, cell) in row.iter().enumerate() {
                let width = widths.get(at).copied().unwrap_or(0);
                // Writing to a String can't fail.
                let _ = if at < self.left {
                    write!(line, " {cell:<width$} ")
                } else {
                    write!(line, " {cell:>width$} ")
                };
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
}

/// Breaks a text into lines of at most `width` characters, at spaces.
#[must_use]
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
