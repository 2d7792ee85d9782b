//! Labels right of the plot: of curves at their ends, and of what lies between two of them.

#![allow(clippy::float_arithmetic)]

use rust_decimal::Decimal;

use crate::figure::measure::{Weight, width, wrapped};
use crate::figure::scene::{Anchor, Part, Rect, Spot, TextBox, TextPart, spot};
use crate::figure::told_apart::told_apart;
use crate::figure::{Chart, Label, Side};

use super::frame::{Frame, LINE};
use super::free::{Taken, apart};
use super::label_look::{importance, look};
use super::page::Page;

/// The most lines of a label right of the plot.
pub(super) const MOST_END_LINES: usize = 3;

/// Whether a label stands right of the plot.
pub(super) fn is_at_the_end(label: &Label) -> bool {
    matches!(label.side, Side::End | Side::Between)
}

/// The height a label at the end speaks of: a curve's end, or the middle between two.
fn speaks_of(label: &Label) -> Decimal {
    match label.side {
        Side::Between => label
            .at
            .y
            .saturating_add(label.at.base)
            .checked_div(Decimal::TWO)
            .unwrap_or(label.at.y),
        _ => label.at.y,
    }
}

/// The lines of each label at the end, in the order given: names wrapped before they are cut, and then unlike each
/// other, their figures whole.
pub(super) fn end_lines(texts: &[String], size: f64, room: f64) -> Vec<Vec<String>> {
    let lines = |text: &str, most: usize| wrapped(text, size, Weight::Semibold, room, most);
    let names: Vec<String> = texts
        .iter()
        .map(|text| {
            text.rsplit_once(' ')
                .map_or("", |(name, _)| name)
                .to_owned()
        })
        .collect();
    let figure = |text: &str| text.rsplit(' ').next().unwrap_or_default().to_owned();
    // Beside its figure a name has as many lines as leave the figure one.
    let of = |at: usize| texts.get(at).map_or("", String::as_str);
    let joined = |at: usize, name: &str| format!("{name} {}", figure(of(at)));
    let names = told_apart(&names, |at, name| {
        name.is_empty() || lines(&joined(at, name), MOST_END_LINES + 1).len() <= MOST_END_LINES
    });
    let all = texts.iter().enumerate().map(|(at, text)| {
        if width(text, size, Weight::Semibold) <= room {
            return vec![text.clone()];
        }
        let text = match names.get(at).map_or("", String::as_str) {
            "" => text.clone(),
            name => joined(at, name),
        };
        lines(&text, MOST_END_LINES)
    });
    all.collect()
}

/// A label at the end, ready to be placed.
struct AtEnd<'c> {
    label: &'c Label,
    from: Spot,
    lines: Vec<String>,
}

/// Labels of curves, right of the plot; gives how many found no room.
pub(super) fn draw(page: &mut Page, chart: &Chart, frame: &Frame, taken: &mut Taken) -> usize {
    let s = page.sizes.body;
    let area = frame.plot.area;
    let left = area.right + frame.end_gap;
    let room = frame.body.right - left + 0.01;
    let gap = LINE * s;
    let (low, high) = (frame.body.top + 0.5 * s, area.bottom);
    let mut labels: Vec<&Label> = chart
        .labels
        .iter()
        .filter(|one| is_at_the_end(one))
        .collect();
    labels.sort_by_key(|label| (label.side == Side::Between, importance(chart, label)));
    let mut left_out = 0;
    let mut free = high - low + gap;
    let mut kept: Vec<AtEnd<'_>> = Vec::new();
    let texts: Vec<String> = labels
        .iter()
        .map(|label| page.drawable(&label.text))
        .collect();
    let lines = end_lines(&texts, s, room);
    for (label, lines) in labels.into_iter().zip(lines) {
        let high = lines.len() as f64 * gap;
        if high > free {
            left_out += 1;
            continue;
        }
        free -= high;
        let from = frame.plot.place(label.at.x, speaks_of(label));
        kept.push(AtEnd { label, from, lines });
    }
    kept.sort_by(|one, other| one.from.y.total_cmp(&other.from.y));
    // Each label is as many rows as it has lines; its rows stay together.
    let mut wished = Vec::new();
    for one in &kept {
        let half = (one.lines.len() as f64 - 1.0) / 2.0;
        for row in 0..one.lines.len() {
            wished.push(one.from.y + (row as f64 - half) * gap);
        }
    }
    let mut rows = apart(&wished, gap, low, high).into_iter();
    for one in &kept {
        let places: Vec<f64> = rows.by_ref().take(one.lines.len()).collect();
        let (Some(first), Some(last)) = (places.first(), places.last()) else {
            continue;
        };
        let middle = f64::midpoint(*first, *last);
        match one.label.side {
            Side::Between => span(page, frame, one.label, (left, middle)),
            _ => lead_to_end(page, area, one.from, (left, middle)),
        }
        for (line, y) in one.lines.iter().zip(&places) {
            let at = spot(left, y + 0.34 * s);
            let look = look(page, chart, one.label);
            let text = TextBox::new(TextPart::Label, line, look, at, Anchor::Start);
            taken.hard.push(text.bounds);
            page.write(text);
        }
    }
    left_out
}

/// A thin line from a curve's end to its label, where that had to move.
fn lead_to_end(page: &mut Page, area: Rect, from: Spot, (left, y): (f64, f64)) {
    let s = page.sizes.body;
    let moved = (y - from.y).abs() > 0.5 * s;
    if moved || from.x < area.right - s {
        let bend = spot(area.right + 0.15 * s, from.y);
        let label = spot(left - 0.2 * s, y);
        let line = if from.x < area.right - s {
            vec![from, bend, label]
        } else {
            vec![bend, label]
        };
        let faint = page.palette.faint;
        page.line(Part::Leader, line, faint, 0.75);
    }
}

/// A bracket over what lies between two curves' ends, and a thin line to the figure that tells it.
fn span(page: &mut Page, frame: &Frame, label: &Label, (left, y): (f64, f64)) {
    let s = page.sizes.body;
    let x = frame.plot.area.right + 0.3 * s;
    let foot = 0.2 * s;
    let one = frame.plot.y.place(label.at.y);
    let other = frame.plot.y.place(label.at.base);
    let ink = page.palette.ink;
    let bracket = vec![
        spot(x - foot, one),
        spot(x, one),
        spot(x, other),
        spot(x - foot, other),
    ];
    page.line(Part::Leader, bracket, ink, 1.0);
    let middle = f64::midpoint(one, other);
    let faint = page.palette.faint;
    page.line(
        Part::Leader,
        vec![spot(x, middle), spot(left - 0.2 * s, y)],
        faint,
        0.75,
    );
}
