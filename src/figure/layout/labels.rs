//! Text beside the data, moved apart. Labels are placed in the order of their importance: A, B, the
//! edited offer, others, and within one the largest values first; one that finds no free place is
//! left out.

#![allow(clippy::float_arithmetic)]

use rust_decimal::Decimal;

use crate::figure::measure::{ASCENT, Weight, shortened, width, wrapped};
use crate::figure::scene::{
    Anchor, Outline, Part, Rect, Shape, Spot, TextBox, TextPart, Type, spot,
};
use crate::figure::told_apart::told_apart;
use crate::figure::{Chart, Label, Point, Role, Side};

use super::columns::label_size;
use super::frame::{Frame, LINE};
use super::free::{Taken, apart, held};
use super::page::Page;
use super::placed::Placed;

/// How far, in sizes, a label may stand from its point before a thin line joins them.
const NEAR: f64 = 1.0;

/// The most lines of a label right of the plot.
pub(super) const MOST_END_LINES: usize = 3;

/// Places all labels.
pub(super) fn draw(
    page: &mut Page,
    chart: &Chart,
    frame: &Frame,
    placed: &[Placed],
    mut taken: Taken,
) {
    let mut left_out = ends(page, chart, frame, &mut taken);
    let mut others: Vec<&Label> = chart
        .labels
        .iter()
        .filter(|label| !is_at_the_end(label))
        .collect();
    others.sort_by_key(|label| importance(chart, label));
    let above = label_size(page, chart, placed);
    for label in others {
        let text = page.drawable(&label.text);
        let room = frame.plot.area.width() * 0.4;
        let mut look = look(page, chart, label);
        if label.side == Side::Above {
            look.size = above;
        }
        let text = shortened(&text, look.size, Weight::Semibold, room);
        if text.is_empty() {
            continue;
        }
        let mark = placed
            .iter()
            .find(|one| one.series == label.series && one.point == label.at);
        let at = frame.plot.place(label.at.x, label.at.y);
        let (at, rect) = mark.map_or((at, Rect::around(at, 1.0, 1.0)), |one| (one.at, one.rect));
        let probe = TextBox::new(TextPart::Label, &text, look, spot(0.0, 0.0), Anchor::Start);
        let s = page.sizes.body;
        let candidates = candidates(label, at, rect, &probe, s);
        let best = candidates
            .into_iter()
            .filter_map(|(place, far)| {
                let covered = taken.cost(&place, &frame.body)?;
                // Among the ticks a label would be taken for one of theirs.
                let area = frame.plot.area;
                let below = place.bottom > area.bottom + 0.3 * s;
                // On the axis its ground would break the line.
                let on_axis = !below
                    && label.side == Side::Beside
                    && place.top < area.bottom
                    && place.bottom > area.bottom - 0.1 * s;
                let before = label.side == Side::Beside && place.left < area.left;
                let outside = if below { 7.0 * s } else { 0.0 }
                    + if on_axis { 2.0 * s } else { 0.0 }
                    + if before { 8.0 * s } else { 0.0 };
                let strange = placed
                    .iter()
                    .filter(|one| one.rect != rect && away(&one.rect, &place) < away(&rect, &place))
                    .count();
                let strange = label.side == Side::Beside && strange > 0;
                // Beside another's head it would be taken for that one's.
                let strange = if strange { 6.0 * s } else { 0.0 };
                Some((place, covered, covered * s + outside + strange + far))
            })
            .min_by(|one, other| one.2.total_cmp(&other.2));
        let Some((place, covered, _)) = best else {
            left_out += 1;
            continue;
        };
        lead(page, at, rect, place);
        if covered > 0.0 {
            clear(page, place);
        }
        taken.hard.push(place);
        page.write(probe.moved(place.left, place.top + ASCENT * look.size));
    }
    page.leave_out(left_out, "label", "labels");
}

fn look(page: &Page, chart: &Chart, label: &Label) -> Type {
    let colour = match chart.series.get(label.series) {
        Some(series) if label.side != Side::Between => page.text(series),
        _ => page.palette.text(Role::Total),
    };
    Type {
        size: page.sizes.body,
        weight: Weight::Semibold,
        colour,
    }
}

/// Least first: what is placed first.
fn importance(chart: &Chart, label: &Label) -> (u8, Decimal, usize) {
    let rank = match chart.series.get(label.series).map(|one| one.role) {
        Some(Role::A | Role::Total) => 0,
        Some(Role::B) => 1,
        Some(Role::Other) => 3,
        _ => 2,
    };
    let value = match label.side {
        Side::Beyond => label.at.x,
        Side::End | Side::Between | Side::Beside | Side::Above => label.at.y,
    };
    (rank, -value.abs(), label.series)
}

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
fn ends(page: &mut Page, chart: &Chart, frame: &Frame, taken: &mut Taken) -> usize {
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

/// Where a label may stand, each with how little it is liked.
fn candidates(label: &Label, at: Spot, rect: Rect, probe: &TextBox, s: f64) -> Vec<(Rect, f64)> {
    let (wide, high) = (probe.bounds.width(), probe.bounds.height());
    let mut found = Vec::new();
    let mut add = |x: f64, y: f64, across: f64, down: f64, far: f64| {
        found.push((held(spot(x, y), across, down, wide, high), far));
    };
    let middle = rect.centre();
    match label.side {
        Side::Above => {
            let below = is_below(label.at);
            let (edge, toward) = if below {
                (rect.bottom, 1.0)
            } else {
                (rect.top, -1.0)
            };
            for step in 0..12 {
                let away = 0.15 * s + f64::from(step) * 0.5 * s;
                add(at.x, edge + toward * away, 0.0, toward, away);
            }
        }
        Side::Beyond => {
            let gap = 0.4 * s;
            let (near, other) = if label.at.x < label.at.base {
                ((rect.left - gap, -1.0), (rect.right + gap, 1.0))
            } else {
                ((rect.right + gap, 1.0), (rect.left - gap, -1.0))
            };
            add(near.0, middle.y, near.1, 0.0, 0.0);
            add(other.0, middle.y, other.1, 0.0, s);
        }
        Side::Beside | Side::End | Side::Between => {
            let gap = 0.2 * s;
            // Right, left, above, below, then the corners, each further out in turn.
            let ways = [
                (1.0, 0.0, 0.0),
                (-1.0, 0.0, 0.1),
                (0.0, -1.0, 0.2),
                (1.0, -1.0, 0.5),
                (-1.0, -1.0, 0.6),
                (0.0, 1.0, 0.7),
                (1.0, 1.0, 0.8),
                (-1.0, 1.0, 0.9),
            ];
            for ring in 0..5 {
                let out = f64::from(ring) * 0.8 * s;
                for (across, down, disliked) in ways {
                    let slanted = if across != 0.0 && down != 0.0 {
                        0.5
                    } else {
                        1.0
                    };
                    let half = (rect.width() / 2.0, rect.height() / 2.0);
                    let x = middle.x + across * (half.0 * slanted + gap + out);
                    let y = middle.y + down * (half.1 * slanted + gap * 0.5 + out);
                    add(x, y, across, down, out * 1.2 + disliked * 0.5 * s);
                }
            }
        }
    }
    found
}

fn is_below(point: Point) -> bool {
    point.y < point.base
}

/// How far a mark's middle is from a label, points.
fn away(mark: &Rect, label: &Rect) -> f64 {
    let at = mark.centre();
    let x = at.x.clamp(label.left, label.right) - at.x;
    let y = at.y.clamp(label.top, label.bottom) - at.y;
    x.hypot(y)
}

/// Ground behind a label that stands on a stem or a curve.
fn clear(page: &mut Page, place: Rect) {
    let inset = place.height() * 0.12;
    page.scene.shapes.push(Shape {
        part: Part::Leader,
        outline: Outline::Rect(Rect::new(
            place.left,
            place.top + inset,
            place.right,
            place.bottom - inset,
        )),
        fill: Some((page.palette.paper, 0.8)),
        stroke: None,
    });
}

/// A thin line from a mark to a label that stands away from it.
fn lead(page: &mut Page, at: Spot, mark: Rect, label: Rect) {
    let s = page.sizes.body;
    let x = at.x.clamp(label.left, label.right);
    let y = at.y.clamp(label.top + 0.2 * s, label.bottom - 0.2 * s);
    let near = spot(
        at.x.clamp(mark.left, mark.right),
        y.clamp(mark.top, mark.bottom),
    );
    let from = spot(x.clamp(mark.left, mark.right), near.y);
    let (dx, dy) = (x - from.x, y - from.y);
    if dx.hypot(dy) > NEAR * s {
        let faint = page.palette.faint;
        page.line(Part::Leader, vec![from, spot(x, y)], faint, 0.75);
    }
}
