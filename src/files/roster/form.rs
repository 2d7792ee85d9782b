//! How a roster's file is laid out, told from its first rows: what parts its cells, which row holds the headers.

use super::cell::number;
use super::dates::date;
use super::profile::DecimalMark;
use super::row::{Cell, CellKind};

/// A cell of a preview, whose text is all that is kept.
pub(super) fn as_cell(text: &str) -> Cell<'_> {
    Cell {
        text,
        kind: CellKind::Text,
    }
}

/// How well a separator parts the first rows: many columns, and as many in every row.
pub(super) fn separator_score(rows: &[(u64, Vec<String>)]) -> usize {
    let mut widths: Vec<usize> = rows
        .iter()
        .map(|(_, row)| row.len())
        .filter(|width| *width > 1)
        .collect();
    widths.sort_unstable();
    let Some(usual) = widths.get(widths.len() / 2).copied() else {
        return 0;
    };
    let near = widths.iter().filter(|width| width.abs_diff(usual) <= 1);
    near.count() * usual
}

/// Whether a first row is an employee's already: a figure wherever the next row has one.
fn is_headless(first: &[String], next: &[String], is_figure: impl Fn(&String) -> bool) -> bool {
    let of_figures = || {
        let pairs = first.iter().zip(next);
        pairs.filter(|(own, below)| !own.is_empty() && is_figure(below))
    };
    of_figures().count() > 0 && of_figures().all(|(own, _)| is_figure(own))
}

/// The row that holds the headers: names only, and figures below it. 0 where the first row is an employee's already.
pub(super) fn header_row_of(rows: &[(u64, Vec<String>)]) -> u64 {
    let is_figure = |text: &String| {
        let cell = as_cell(text);
        !text.is_empty() && (number(cell, DecimalMark::Point).is_ok() || date(cell).is_ok())
    };
    let filled = |row: &[String]| row.iter().filter(|text| !text.is_empty()).count();
    let widest = rows.iter().map(|(_, row)| filled(row)).max().unwrap_or(0);
    let filled_rows: Vec<_> = rows.iter().filter(|(_, row)| filled(row) > 0).collect();
    for pair in filled_rows.windows(2) {
        if let [(line, row), (_, below)] = pair {
            let names = !row.iter().any(is_figure) && filled(row) * 2 >= widest;
            if names && filled(row) > 1 && below.iter().any(is_figure) {
                return *line;
            }
        }
    }
    match filled_rows.as_slice() {
        [(_, first), (_, next), ..] if is_headless(first, next, is_figure) => 0,
        rows => rows.first().map_or(1, |(line, _)| *line),
    }
}
