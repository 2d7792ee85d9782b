//! Columns and bars, with their fillings, and the thin lines that join the bars of a bridge.

#![allow(clippy::float_arithmetic)]

use rust_decimal::Decimal;

use crate::figure::measure::{Weight, width};
use crate::figure::palette::{Filling, Rgb, filling};
use crate::figure::scene::{Outline, Part, Plot, Rect, Shape, Spot, Stroke, spot};
use crate::figure::{Chart, Mark, Point, Role, Series, Side};

use super::free::Taken;
use super::page::Page;
use super::placed::Placed;

/// How much of a category's place its bars take.
const SHARE: f64 = 0.68;
/// How much of it they may take for what is written above them.
const MOST: f64 = 0.88;

/// Draws both kinds and tells where they stand.
pub(super) fn draw(
    page: &mut Page,
    chart: &Chart,
    plot: &Plot,
    placed: &mut Vec<Placed>,
    taken: &mut Taken,
) {
    let upright = of(chart, Mark::Column);
    let widest = above(page, chart, page.sizes.body);
    for (place, &(series, own)) in upright.iter().enumerate() {
        for point in &own.points {
            let one = one_place(plot.x.from, plot.x.to, plot.x.low, plot.x.high);
            let count = upright.len() as f64;
            // Columns become as wide as what is written above them, if they can.
            let wished = (one * SHARE).max(widest * count);
            let all = wished.min(one * MOST).min(page.sizes.body * 5.0 * count);
            let each = all / count;
            let left = plot.x.place(point.x) - all / 2.0 + place as f64 * each;
            let (a, b) = (plot.y.place(point.base), plot.y.place(point.y));
            let gap = (each * 0.06).min(1.5);
            let rect = Rect::new(left + gap, a.min(b), left + each - gap, a.max(b));
            let end = spot(left + each / 2.0, b);
            let bar = bar(page, (series, own), *point, rect, end, taken);
            placed.push(bar);
        }
    }
    let across = of(chart, Mark::Bar);
    for &(series, own) in &across {
        for point in &own.points {
            let sharing: Vec<usize> = across
                .iter()
                .filter(|(_, one)| one.points.iter().any(|p| p.y == point.y))
                .map(|(number, _)| *number)
                .collect();
            let place = sharing.iter().position(|one| *one == series).unwrap_or(0);
            let one = one_place(plot.y.from, plot.y.to, plot.y.low, plot.y.high);
            let all = (one * SHARE).min(page.sizes.body * 2.2 * sharing.len() as f64);
            let each = all / sharing.len() as f64;
            let top = plot.y.place(point.y) - all / 2.0 + place as f64 * each;
            let (a, b) = (plot.x.place(point.base), plot.x.place(point.x));
            let rect = Rect::new(a.min(b), top, a.max(b), top + each);
            let end = spot(b, top + each / 2.0);
            let bar = bar(page, (series, own), *point, rect, end, taken);
            placed.push(bar);
        }
    }
    joints(page, chart, placed);
}

/// The width of the widest label above a column, points.
fn above(page: &mut Page, chart: &Chart, size: f64) -> f64 {
    let labels = chart.labels.iter().filter(|one| one.side == Side::Above);
    labels
        .map(|label| width(&page.drawable(&label.text), size, Weight::Semibold))
        .fold(0.0, f64::max)
}

/// The size of labels above columns: smaller, down to the least, where they are wider than their
/// columns.
pub(super) fn label_size(page: &mut Page, chart: &Chart, placed: &[Placed]) -> f64 {
    let size = page.sizes.body;
    let widest = above(page, chart, size);
    let narrowest = placed
        .iter()
        .filter(|one| one.is(chart, Mark::Column))
        .map(|one| one.rect.width())
        .fold(f64::INFINITY, f64::min);
    if widest > narrowest {
        (size * narrowest / widest).max(page.sizes.least)
    } else {
        size
    }
}

/// The series of a mark, each with its number.
fn of(chart: &Chart, mark: Mark) -> Vec<(usize, &Series)> {
    let all = chart.series.iter().enumerate();
    all.filter(|(_, one)| one.mark == mark).collect()
}

impl Placed {
    fn is(&self, chart: &Chart, mark: Mark) -> bool {
        let own = chart.series.get(self.series);
        own.is_some_and(|own| own.mark == mark)
    }
}

/// Points from one category to the next.
fn one_place(from: f64, to: f64, low: Decimal, high: Decimal) -> f64 {
    (to - from).abs() / crate::figure::position::number(high - low).max(1.0)
}

fn bar(
    page: &mut Page,
    (series, of): (usize, &Series),
    point: Point,
    rect: Rect,
    at: Spot,
    taken: &mut Taken,
) -> Placed {
    let shapes = filled(page, Part::Bar, (of.role, page.mark(of)), rect);
    page.paint(shapes);
    taken.hard.push(rect);
    Placed {
        series,
        point,
        at,
        rect,
    }
}

/// A rectangle filled as its role is.
pub(super) fn filled(
    page: &Page,
    part: Part,
    (role, colour): (Role, Rgb),
    rect: Rect,
) -> Vec<Shape> {
    let paper = page.palette.paper;
    let solid = Shape {
        part,
        outline: Outline::Rect(rect),
        fill: Some((colour, 1.0)),
        stroke: None,
    };
    let thin = page.sizes.body * 0.07;
    let stripe = |from: Spot, to: Spot| Shape {
        part,
        outline: Outline::Line(vec![from, to]),
        fill: None,
        stroke: Some(Stroke {
            colour: paper,
            width: thin,
            dash: Vec::new(),
        }),
    };
    match filling(role) {
        Filling::Solid => vec![solid],
        Filling::Open => {
            let width = (page.sizes.body * 0.16)
                .min(rect.width() / 2.0)
                .min(rect.height() / 2.0);
            vec![Shape {
                part,
                outline: Outline::Rect(rect.grown(-width / 2.0)),
                fill: Some((paper, 1.0)),
                stroke: Some(Stroke {
                    colour,
                    width,
                    dash: Vec::new(),
                }),
            }]
        }
        Filling::Striped => {
            let mut shapes = vec![solid];
            shapes.extend(
                slants(rect, page.sizes.body * 0.42)
                    .into_iter()
                    .map(|(a, b)| stripe(a, b)),
            );
            shapes
        }
        Filling::Lined => {
            let mut shapes = vec![solid];
            let step = page.sizes.body * 0.3;
            let mut y = rect.bottom - step;
            while y > rect.top {
                shapes.push(stripe(spot(rect.left, y), spot(rect.right, y)));
                y -= step;
            }
            shapes
        }
    }
}

/// Lines that rise to the right at 45 degrees, `step` apart across, cut to the rectangle.
fn slants(rect: Rect, step: f64) -> Vec<(Spot, Spot)> {
    let mut found = Vec::new();
    let mut along = step;
    while along < rect.width() + rect.height() {
        let from = if along <= rect.height() {
            spot(rect.left, rect.top + along)
        } else {
            spot(rect.left + along - rect.height(), rect.bottom)
        };
        let to = if along <= rect.width() {
            spot(rect.left + along, rect.top)
        } else {
            spot(rect.right, rect.top + along - rect.width())
        };
        found.push((from, to));
        along += step;
    }
    found
}

/// From the end of each bar of a bridge to the one below that starts or ends there.
fn joints(page: &mut Page, chart: &Chart, placed: &[Placed]) {
    let mut bars: Vec<&Placed> = placed
        .iter()
        .filter(|one| one.is(chart, Mark::Bar))
        .collect();
    bars.sort_by_key(|one| one.point.y);
    for [upper, lower] in bars.array_windows() {
        let meets = lower.point.base == upper.point.x || lower.point.x == upper.point.x;
        if meets && upper.rect.bottom < lower.rect.top {
            let ends = vec![
                spot(upper.at.x, upper.rect.bottom),
                spot(upper.at.x, lower.rect.top),
            ];
            let faint = page.palette.faint;
            page.line(Part::Leader, ends, faint, 0.75);
        }
    }
}
