//! Which mark is whose, where the labels don't say: the series' names above the plot, each with its
//! mark. Curves that are named at their end need none.

#![allow(clippy::float_arithmetic)]

use crate::figure::measure::{Weight, width};
use crate::figure::scene::{Anchor, Outline, Part, Rect, Shape, TextBox, TextPart, Type, spot};
use crate::figure::told_apart::told_apart;
use crate::figure::{Chart, Mark, Series, Side};

use super::columns::filled;
use super::marks::{head_shape, stroke};
use super::page::Page;
use super::stems::head_radius;

/// The most rows of a key whose names stand whole: one for each offer of a chart.
const MOST_ROWS: usize = 4;

/// How many rows entries of such widths take, one after the other; more than there can be where one is too wide.
fn rows_of(wide: &[f64], room: f64) -> usize {
    let (mut rows, mut taken) = (1, 0.0);
    for one in wide {
        if *one > room {
            return usize::MAX;
        }
        if taken + one > room {
            rows += 1;
            taken = 0.0;
        }
        taken += one;
    }
    rows
}

/// Draws the key where one is needed; gives the room below it.
pub(super) fn lay_out(page: &mut Page, chart: &Chart, body: Rect) -> Rect {
    let named = |at: usize| {
        chart
            .labels
            .iter()
            .any(|label| label.series == at && label.side == Side::End)
    };
    let entries: Vec<&Series> = chart
        .series
        .iter()
        .enumerate()
        .filter(|(at, series)| series.mark != Mark::Bar && !named(*at) && !series.name.is_empty())
        .map(|(_, series)| series)
        .collect();
    // A single mark is what the headline and subtitle speak of.
    if chart.series.len() < 2 || entries.is_empty() {
        return body;
    }
    let s = page.sizes.body;
    let sign = 1.9 * s;
    let gap = 1.4 * s;
    let names: Vec<String> = entries.iter().map(|one| page.drawable(&one.name)).collect();
    let wide: Vec<f64> = names
        .iter()
        .map(|name| sign + width(name, s, Weight::Semibold) + gap)
        .collect();
    let share = if rows_of(&wide, body.width() + gap) <= MOST_ROWS {
        f64::INFINITY
    } else {
        // Two rows; a name too long for its share is cut.
        let in_a_row = wide.len().div_ceil(2) as f64;
        body.width() / in_a_row
    };
    let cut = told_apart(&names, |at, name| {
        let own = wide.get(at).copied().unwrap_or(share);
        let room = own.min(share) - sign - gap;
        width(name, s, Weight::Semibold) <= room + 0.01
    });
    let (mut x, mut row) = (body.left, 0.0);
    for ((series, text), wide) in entries.iter().zip(&cut).zip(wide) {
        let wide = wide.min(share);
        if x > body.left && x + wide - gap > body.right + 0.01 {
            x = body.left;
            row += 1.0;
        }
        let middle = body.top + (row * 1.35 + 0.5) * s;
        sign_of(page, series, spot(x, middle), s);
        let look = Type {
            size: s,
            weight: Weight::Semibold,
            colour: page.text(series),
        };
        let at = spot(x + sign, middle + 0.34 * s);
        page.write(TextBox::new(TextPart::Key, text, look, at, Anchor::Start));
        x += wide;
    }
    Rect::new(
        body.left,
        body.top + (row * 1.35 + 1.7) * s,
        body.right,
        body.bottom,
    )
}

fn sign_of(page: &mut Page, series: &Series, left: crate::figure::scene::Spot, s: f64) {
    let end = left.x + 1.5 * s;
    let centre = spot(f64::midpoint(left.x, end), left.y);
    let shapes = match series.mark {
        Mark::Edge => Vec::new(),
        Mark::Line | Mark::Steps => vec![Shape {
            part: Part::Key,
            outline: Outline::Line(vec![left, spot(end, left.y)]),
            fill: None,
            stroke: Some(stroke(page, series)),
        }],
        Mark::Stem | Mark::Dot => {
            let radius = head_radius(page);
            let look = (series.role, page.mark(series));
            vec![head_shape(page, Part::Key, look, centre, radius)]
        }
        Mark::Column | Mark::Bar => {
            let rect = Rect::around(centre, 0.55 * s, 0.45 * s);
            filled(page, Part::Key, (series.role, page.mark(series)), rect)
        }
    };
    page.paint(shapes);
}
