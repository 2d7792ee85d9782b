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
/// The longest word of a head that columns are made wide for, sizes; a longer one is broken.
const LONGEST: f64 = 9.0;
/// Line height, sizes.
const LINE: f64 = 1.2;
/// Room between the lines of two rows, sizes: least and most.
const BETWEEN: (f64, f64) = (0.02, 1.1);
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
    let least = page.sizes.least;
    let needed = |rows: &[Row], between: f64, size: f64| {
        let lines: usize = rows.iter().map(Row::lines).sum();
        (lines as f64 * LINE + rows.len() as f64 * between) * size
    };
    // Of more rows than there is room for, however they are set, nothing else needs trying.
    let shortest = (table.rows.len() + 1) as f64 * (LINE + BETWEEN.0) * least;
    let ways = if shortest <= body.height() {
        &WAYS[..]
    } else {
        &[]
    };
    // Smaller type first; where that isn't enough, narrow columns leave the names of rows more room.
    for columns in ways.iter().copied() {
        let mut size = page.sizes.body;
        while size >= least {
            let widths = widths(page, table, body, size, columns);
            let rows = set(page, table, &widths, size, HEAD_LINES);
            if widths.whole && needed(&rows, EASY, size) <= body.height() {
                write(page, table, body, size, &widths, &rows);
                return;
            }
            size -= 0.5;
        }
    }
    // Rows stand close, and a name gives way before a row is lost.
    for columns in ways.iter().copied() {
        let widths = widths(page, table, body, least, columns);
        for lines in (1..=HEAD_LINES).rev() {
            let rows = set(page, table, &widths, least, lines);
            if widths.whole && needed(&rows, BETWEEN.0, least) <= body.height() {
                write(page, table, body, least, &widths, &rows);
                return;
            }
        }
    }
    let widths = widths(page, table, body, least, Columns::Own(0.5));
    let rows = (1..=HEAD_LINES)
        .rev()
        .map(|lines| set(page, table, &widths, least, lines))
        .find(|rows| needed(rows, BETWEEN.0, least) <= body.height());
    let rows = rows.unwrap_or_else(|| set(page, table, &widths, least, 1));
    write(page, table, body, least, &widths, &rows);
}

/// How the columns right of the rows' names share the sheet.
#[derive(Clone, Copy)]
enum Columns {
    /// Of one width, cells on one line as far as can be.
    Even,
    /// Each of its own width: from 0, its cells on two lines, to 1, all on one.
    Own(f64),
}

/// The ways tried, in this order, while not all rows fit.
const WAYS: [Columns; 6] = [
    Columns::Even,
    Columns::Own(0.0),
    Columns::Own(0.25),
    Columns::Own(0.5),
    Columns::Own(0.75),
    Columns::Own(1.0),
];

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
fn widths(page: &mut Page, table: &Table, body: Rect, size: f64, columns: Columns) -> Widths {
    let gap = size * 0.8;
    let needs = needs(page, table, size);
    let names = needs.names + 2.0 * gap;
    let count = needs.whole.len();
    let between = |share: f64| {
        let ends = needs.narrow.iter().zip(&needs.whole);
        let wide = ends.map(|(least, most)| least + (most - least).max(0.0) * share + 1.2 * gap);
        own(wide.collect(), names, body.width(), gap)
    };
    if let Columns::Own(share) = columns {
        return between(share);
    }
    let narrow = between(0.0);
    let others = count as f64;
    let cells = needs.whole.iter().copied().fold(0.0, f64::max);
    let least = needs.words + gap;
    let spare = body.width() - (cells + gap) * others;
    let first = names
        .min(spare.max(body.width() * 0.34))
        .min((body.width() - least * others).max(body.width() * 0.2));
    let each = (cells + 3.5 * size).min((body.width() - first) / others);
    let even = Widths {
        first,
        others: vec![each; count],
        gap,
        whole: each >= least,
    };
    let broken = names > first + 0.5;
    if !broken && even.whole {
        return even;
    }
    let whole: Vec<f64> = needs.whole.iter().map(|wide| wide + 1.5 * gap).collect();
    let taken = whole.iter().sum::<f64>();
    if taken < each * others * 0.85 && body.width() - taken > first {
        return own(whole, names, body.width(), gap);
    }
    // Offers stand in columns alike as long as they can.
    let alike = table.columns.iter().skip(1).all(|(_, role)| role.is_some());
    if !alike && narrow.whole && narrow.first >= names {
        narrow
    } else {
        even
    }
}

/// Columns of their own widths; the names of rows have what they leave, up to `names`.
fn own(mut others: Vec<f64>, names: f64, width: f64, gap: f64) -> Widths {
    let taken = others.iter().sum::<f64>();
    let first = (width - taken).min(names);
    // What is left keeps the columns apart.
    let spare = (width - taken - first) / others.len() as f64;
    for wide in &mut others {
        *wide += spare.clamp(0.0, 3.0 * gap);
    }
    Widths {
        first,
        others,
        gap,
        whole: first >= width * 0.2,
    }
}

/// What the texts of a table take, points.
struct Needs {
    /// The widest name of a row.
    names: f64,
    /// The other columns, every cell and head on one line.
    whole: Vec<f64>,
    /// The same, cells on two lines and heads broken between words.
    narrow: Vec<f64>,
    /// The widest word of all of them: figures are never broken, nor is a head.
    words: f64,
}

fn needs(page: &mut Page, table: &Table, size: f64) -> Needs {
    let count = table.columns.len().max(2) - 1;
    let wide = |text: &str| width(text, size, Weight::Semibold);
    let mut found = Needs {
        names: 0.0,
        whole: vec![0.0; count],
        narrow: vec![0.0; count],
        words: 0.0,
    };
    let mut add = |at: usize, whole: f64, narrow: f64, word: f64| {
        if let (Some(own), Some(least)) = (found.whole.get_mut(at), found.narrow.get_mut(at)) {
            *own = own.max(whole);
            *least = least.max(narrow);
        }
        found.words = found.words.max(word);
    };
    let mut names = 0.0_f64;
    for row in &table.rows {
        for (at, cell) in row.cells.iter().take(table.columns.len()).enumerate() {
            let text = page.drawable(cell);
            let Some(at) = at.checked_sub(1) else {
                names = names.max(wide(&text));
                continue;
            };
            let words = unbroken(&text);
            let word = words.iter().map(|word| wide(word)).fold(0.0, f64::max);
            let two_lines = (1..words.len())
                .filter_map(|at| words.split_at_checked(at))
                .map(|(upper, lower)| wide(&upper.join(" ")).max(wide(&lower.join(" "))))
                .fold(wide(&text), f64::min);
            add(at, wide(&text), two_lines, word);
        }
    }
    for (at, (name, role)) in table.columns.iter().skip(1).enumerate() {
        let text = page.drawable(name);
        // Its offer's head stands before it.
        let sign = if role.is_some() { 1.2 * size } else { 0.0 };
        let words = text.split(' ').map(wide).fold(0.0, f64::max);
        let word = words.min(LONGEST * size);
        add(at, wide(&text), word + sign, word);
    }
    found.names = names;
    found
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
    // A name takes several lines before it is cut, and then stays unlike the others; other heads stay whole.
    let most = |at: usize| {
        let role = table.columns.get(at).and_then(|(_, role)| *role);
        role.map_or(HEAD_LINES, |_| head_lines)
    };
    let heads = told_apart(&heads, |at, name| {
        wrapped(name, size, Weight::Semibold, room(at), most(at) + 1).len() <= most(at)
    });
    let mut rows = vec![Row {
        cells: table
            .columns
            .iter()
            .zip(&heads)
            .enumerate()
            .map(|(at, ((_, role), name))| Set {
                lines: wrapped(name, size, Weight::Semibold, room(at), most(at)),
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
