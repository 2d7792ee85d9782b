//! A table's body: names to the left, figures to the right, thin rules between rows.

#![allow(clippy::float_arithmetic)]

use crate::figure::Table;
use crate::figure::measure::{ASCENT, Weight, advance, shortened, unbroken, width, wrapped};
use crate::figure::palette::Rgb;
use crate::figure::scene::{Anchor, CellText, Part, Rect, TextBox, TextPart, Type, spot};
use crate::figure::told_apart::told_apart;

use super::marks::head_shape;
use super::page::Page;

/// The most lines of a column's head.
const HEAD_LINES: usize = 4;
/// The most lines of a row's name, and of its other cells.
const NAME_LINES: usize = 3;
const CELL_LINES: usize = 2;
/// Line height, sizes.
const LINE: f64 = 1.2;
/// Room between the lines of two rows, sizes: least and most.
const BETWEEN: (f64, f64) = (0.15, 1.1);
/// The room between rows that type shrinks for, sizes.
const EASY: f64 = 0.35;

/// What a cell holds: its lines, weight and colour.
struct Set {
    lines: Vec<String>,
    weight: Weight,
    colour: Rgb,
}

/// One row, ready to be written.
struct Row {
    cells: Vec<Set>,
    rule_above: bool,
}

impl Row {
    fn lines(&self) -> usize {
        self.cells
            .iter()
            .map(|cell| cell.lines.len())
            .max()
            .unwrap_or(1)
            .max(1)
    }
}

/// Lays out a table in the body.
pub(super) fn lay_out(page: &mut Page, table: &Table, body: Rect) {
    if table.columns.is_empty() {
        return;
    }
    let mut size = page.sizes.body;
    let least = page.sizes.least;
    loop {
        let widths = widths(page, table, body, size);
        let rows = set(page, table, &widths, size, HEAD_LINES);
        let needed = |rows: &[Row], between: f64| {
            let lines: usize = rows.iter().map(Row::lines).sum();
            (lines as f64 * LINE + rows.len() as f64 * between) * size
        };
        let fits = needed(&rows, EASY) <= body.height() && widths.whole;
        if fits || size <= least {
            // A name gives way before a row is lost.
            let lower = (1..HEAD_LINES).rev();
            let lower = lower.map(|lines| set(page, table, &widths, size, lines));
            let fitting = |rows: &Vec<Row>| needed(rows, BETWEEN.0) <= body.height();
            let rows = std::iter::once(rows).chain(lower).find(fitting);
            let rows = rows.unwrap_or_else(|| set(page, table, &widths, size, 1));
            write(page, table, body, size, &widths, &rows);
            return;
        }
        size -= 0.5;
    }
}

/// How wide the columns are, points.
struct Widths {
    /// The names of the rows.
    first: f64,
    /// The other columns.
    others: Vec<f64>,
    /// Kept free in every column.
    gap: f64,
    /// Whether every word of a cell fits its column: figures are never broken.
    whole: bool,
}

impl Widths {
    fn room(&self, column: usize) -> f64 {
        let all = match column.checked_sub(1) {
            None => self.first,
            Some(at) => self.others.get(at).copied().unwrap_or(0.0),
        };
        all - self.gap
    }

    fn right(&self, column: usize, left: f64) -> f64 {
        left + self.first + self.others.iter().take(column).sum::<f64>()
    }
}

/// Figures stand near the names of their rows, so that a wide sheet leaves room on the right; where
/// room is short, the names of rows and offers give way first. Columns are of one width, unless names would be
/// broken for the sake of narrow ones.
fn widths(page: &mut Page, table: &Table, body: Rect, size: f64) -> Widths {
    let gap = size * 0.8;
    let count = table.columns.len().max(2) - 1;
    let mut of_column = vec![0.0_f64; count];
    let (mut names, mut words) = (0.0_f64, 0.0_f64);
    for row in &table.rows {
        for (at, cell) in row.cells.iter().take(table.columns.len()).enumerate() {
            let text = page.drawable(cell);
            let wide = width(&text, size, Weight::Semibold);
            let Some(at) = at.checked_sub(1) else {
                names = names.max(wide);
                continue;
            };
            if let Some(own) = of_column.get_mut(at) {
                *own = own.max(wide);
            }
            for word in unbroken(&text) {
                words = words.max(width(word, size, Weight::Semibold));
            }
        }
    }
    for (own, (name, _)) in of_column.iter_mut().zip(table.columns.iter().skip(1)) {
        *own = own.max(width(&page.drawable(name), size, Weight::Semibold));
    }
    let others = count as f64;
    let cells = of_column.iter().copied().fold(0.0, f64::max);
    let least = words + gap;
    let spare = body.width() - (cells + gap) * others;
    let first = (names + 2.0 * gap)
        .min(spare.max(body.width() * 0.34))
        .min((body.width() - least * others).max(body.width() * 0.2));
    let each = (cells + 3.5 * size).min((body.width() - first) / others);
    let own: Vec<f64> = of_column.iter().map(|wide| wide + 1.5 * gap).collect();
    let narrow = own.iter().sum::<f64>();
    let broken = names + 2.0 * gap > first + 0.5;
    if broken && narrow < each * others * 0.85 && body.width() - narrow > first {
        return Widths {
            first: body.width() - narrow,
            others: own,
            gap,
            whole: true,
        };
    }
    Widths {
        first,
        others: vec![each; count],
        gap,
        whole: each >= least,
    }
}

/// All rows, the header first.
fn set(page: &mut Page, table: &Table, widths: &Widths, size: f64, head_lines: usize) -> Vec<Row> {
    let columns = table.columns.len();
    let room = |at: usize| widths.room(at);
    let heads: Vec<String> = table
        .columns
        .iter()
        .map(|(name, _)| page.drawable(name))
        .collect();
    // A name takes several lines before it is cut, and then stays unlike the others.
    let heads = told_apart(&heads, |at, name| {
        wrapped(name, size, Weight::Semibold, room(at), head_lines + 1).len() <= head_lines
    });
    let mut rows = vec![Row {
        cells: table
            .columns
            .iter()
            .zip(&heads)
            .enumerate()
            .map(|(at, ((_, role), name))| Set {
                lines: wrapped(name, size, Weight::Semibold, room(at), head_lines),
                weight: Weight::Semibold,
                colour: role.map_or(page.palette.soft, |role| page.palette.text(role)),
            })
            .collect(),
        rule_above: false,
    }];
    for row in &table.rows {
        let cells = row.cells.iter().take(columns).enumerate();
        rows.push(Row {
            cells: cells
                .map(|(at, text)| {
                    let weight = if row.total {
                        Weight::Semibold
                    } else {
                        Weight::Regular
                    };
                    let text = page.drawable(text);
                    let most = if at == 0 { NAME_LINES } else { CELL_LINES };
                    let lines = wrapped(&text, size, weight, room(at), most);
                    let colour = if at == 0 && !row.total {
                        page.palette.soft
                    } else {
                        page.palette.ink
                    };
                    Set {
                        lines,
                        weight,
                        colour,
                    }
                })
                .collect(),
            rule_above: row.total,
        });
    }
    rows
}

fn write(page: &mut Page, table: &Table, body: Rect, size: f64, widths: &Widths, rows: &[Row]) {
    let lines: usize = rows.iter().map(Row::lines).sum();
    let spare = body.height() / size - lines as f64 * LINE;
    let between = (spare / rows.len() as f64).clamp(BETWEEN.0, BETWEEN.1) * size;
    let mut y = body.top;
    let mut left_out = 0;
    for (at, row) in rows.iter().enumerate() {
        let high = row.lines() as f64 * LINE * size + between;
        if y + high > body.bottom + 0.5 {
            left_out += 1;
            continue;
        }
        if at > 0 {
            let (colour, thick) = if row.rule_above || at == 1 {
                (page.palette.faint, 1.0)
            } else {
                (page.palette.rule, 0.75)
            };
            let right = widths.right(table.columns.len().max(1) - 1, body.left);
            let ends = vec![spot(body.left, y), spot(right, y)];
            page.line(Part::Grid, ends, colour, thick);
        }
        for (column, cell) in row.cells.iter().enumerate() {
            // The header stands on its rule, cells hang from theirs.
            let missing = if at == 0 {
                row.lines() - cell.lines.len()
            } else {
                0
            };
            for (line, text) in cell.lines.iter().enumerate() {
                let down = (missing + line) as f64 * LINE * size;
                let baseline = y + between / 2.0 + down + ASCENT * size + 0.06 * size;
                let look = Type {
                    size,
                    weight: cell.weight,
                    colour: cell.colour,
                };
                let (x, anchor) = match column {
                    0 => (body.left, Anchor::Start),
                    _ => (widths.right(column, body.left), Anchor::End),
                };
                let text = shortened(text, size, cell.weight, body.width());
                let text = TextBox::new(TextPart::Cell, &text, look, spot(x, baseline), anchor);
                if at == 0 && line == 0 && column > 0 {
                    sign(page, table, column, &text);
                }
                if !text.text.is_empty() {
                    page.scene.cells.push(CellText {
                        row: at,
                        column,
                        text: page.scene.texts.len(),
                    });
                }
                page.write(text);
            }
        }
        y += high;
    }
    page.leave_out(left_out, "row", "rows");
}

/// The head of the offer's marks before its name, where there is room.
fn sign(page: &mut Page, table: &Table, column: usize, text: &TextBox) {
    let Some((_, Some(role))) = table.columns.get(column) else {
        return;
    };
    let size = text.look.size;
    let radius = size * 0.36;
    // The slack of a text held by its end lies on its left.
    let slack = text.bounds.width() - advance(&text.text, size, text.look.weight);
    let centre = spot(
        text.bounds.left + slack - radius * 2.0,
        text.at.y - 0.33 * size,
    );
    let look = (*role, page.palette.mark(*role));
    let shape = head_shape(page, Part::Key, look, centre, radius);
    page.scene.shapes.push(shape);
}
