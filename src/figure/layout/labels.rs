//! Text beside the data, moved apart. Labels are placed in the order of their importance: A, B, the
//! edited offer, others, and within one the largest values first. Nothing runs through a label: one
//! that finds no place clear of marks, lines and other texts is left out.

#![allow(clippy::float_arithmetic)]

use crate::figure::measure::{ASCENT, Weight, shortened};
use crate::figure::scene::{Anchor, Part, Rect, Spot, TextBox, TextPart, spot};
use crate::figure::{Chart, Label, Point, Side};

use super::arrange::{Candidate, Wish, arranged};
use super::columns::label_size;
use super::end_labels::{self, is_at_the_end};
use super::frame::Frame;
use super::free::{Taken, along, held};
use super::label_look::{importance, look};
use super::page::Page;
use super::placed::Placed;

/// How far, in sizes, a label may stand from its point before a thin line joins them.
const NEAR: f64 = 1.0;
/// The same for a label that another mark is nearer to.
const NEAR_AMONG_OTHERS: f64 = 0.35;
/// How often a label beside a mark is tried further out, and how far each time, sizes.
const RINGS: u8 = 14;
const RING: f64 = 0.4;

/// What leaving out a label of least importance costs, sizes; one of more costs as many times more.
const LEFT_OUT: f64 = 100.0;

/// A label to be placed.
struct ToPlace<'c> {
    label: &'c Label,
    probe: TextBox,
    /// The middle of its mark, and what it keeps clear of there.
    mark: (Spot, Rect),
}

/// Places all labels.
pub(super) fn draw(
    page: &mut Page,
    chart: &Chart,
    frame: &Frame,
    placed: &[Placed],
    mut taken: Taken,
) {
    let mut left_out = end_labels::draw(page, chart, frame, &mut taken);
    let others = to_place(page, chart, frame, placed);
    let wishes: Vec<Wish> = others
        .iter()
        .map(|one| wish(page, chart, one, (placed, &taken), frame))
        .collect();
    for ((one, wish), found) in others.iter().zip(&wishes).zip(arranged(&wishes)) {
        let Some(found) = found.and_then(|at| wish.candidates.get(at)) else {
            left_out += 1;
            continue;
        };
        if let Some([from, to]) = found.leader {
            let faint = page.palette.faint;
            page.line(Part::Leader, vec![from, to], faint, 0.75);
        }
        let (place, size) = (found.place, one.probe.look.size);
        let text = one.probe.clone();
        page.write(text.moved(place.left, place.top + ASCENT * size));
    }
    page.leave_out(left_out, "label", "labels");
}

/// The labels beside marks, the most important first.
fn to_place<'c>(
    page: &mut Page,
    chart: &'c Chart,
    frame: &Frame,
    placed: &[Placed],
) -> Vec<ToPlace<'c>> {
    let mut labels: Vec<&Label> = chart
        .labels
        .iter()
        .filter(|label| !is_at_the_end(label))
        .collect();
    labels.sort_by_key(|label| importance(chart, label));
    let above = label_size(page, chart, placed);
    let mut all = Vec::new();
    for label in labels {
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
        all.push(ToPlace {
            label,
            probe: TextBox::new(TextPart::Label, &text, look, spot(0.0, 0.0), Anchor::Start),
            mark: mark.map_or((at, Rect::around(at, 1.0, 1.0)), |one| (one.at, one.rect)),
        });
    }
    all
}

/// Where a label may stand beside what is drawn already, the best place first.
fn wish(
    page: &Page,
    chart: &Chart,
    one: &ToPlace<'_>,
    (placed, taken): (&[Placed], &Taken),
    frame: &Frame,
) -> Wish {
    let s = page.sizes.body;
    let (rank, _, _) = importance(chart, one.label);
    let is_free = |place: &Rect| taken.is_free(place, &frame.body);
    let mut candidates: Vec<Candidate> = candidates(one, s)
        .into_iter()
        .filter(|(place, _)| is_free(place))
        .filter_map(|(place, far)| {
            // A bar's label is told by its row, a column's by its place: only heads crowd.
            let crowd = match one.label.side {
                Side::Beside => placed,
                _ => &[],
            };
            let leader = leader(one.mark, &place, crowd, s);
            let dislike = dislike(page, one, (&place, leader), placed, frame)?;
            Some(Candidate {
                place,
                leader,
                cost: dislike + far,
            })
        })
        .collect();
    candidates.sort_by(|one, other| one.cost.total_cmp(&other.cost));
    Wish {
        at: one.mark.0,
        worth: LEFT_OUT * s * f64::from(4 - rank.min(3)),
        candidates,
    }
}

/// How little a free place is liked, beyond its distance; `None` where a line to it would run through a text.
fn dislike(
    page: &Page,
    one: &ToPlace<'_>,
    (place, leader): (&Rect, Option<[Spot; 2]>),
    placed: &[Placed],
    frame: &Frame,
) -> Option<f64> {
    if one.label.side != Side::Beside {
        return Some(0.0);
    }
    let (area, s, (_, rect)) = (frame.plot.area, page.sizes.body, one.mark);
    // Among the ticks a label would be taken for one of theirs.
    let below = place.bottom > area.bottom + 0.3 * s;
    let mut cost = if below { 14.0 * s } else { 0.0 };
    if place.left < area.left {
        cost += 8.0 * s;
    }
    // Beside another's head it would be taken for that one's.
    if is_among_others(&rect, place, placed) {
        cost += 2.5 * s;
    }
    if let Some([from, to]) = leader {
        let line = along(from, to);
        let under = |other: &Rect| line.iter().any(|part| part.overlaps(other));
        if page.scene.texts.iter().any(|text| under(&text.bounds)) {
            return None;
        }
        let others = placed.iter().map(|other| other.rect);
        let covered = others.filter(|other| *other != rect && under(other));
        cost += 20.0 * s * covered.count() as f64;
    }
    Some(cost)
}

/// Where a label may stand, each with how little it is liked.
fn candidates(one: &ToPlace<'_>, s: f64) -> Vec<(Rect, f64)> {
    let (label, probe, (at, rect)) = (one.label, &one.probe, one.mark);
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
                if step < 2 {
                    // Held by an edge of its column, where the other side is a taller one's.
                    let aside = away + 0.3 * s;
                    add(rect.right, edge + toward * away, -1.0, toward, aside);
                    add(rect.left, edge + toward * away, 1.0, toward, aside);
                }
            }
        }
        Side::Beyond => {
            let gap = 0.4 * s;
            let (near, other) = if label.at.x < label.at.base {
                ((rect.left - gap, -1.0), (rect.right + gap, 1.0))
            } else {
                ((rect.right + gap, 1.0), (rect.left - gap, -1.0))
            };
            for step in 0..8 {
                let out = f64::from(step) * s;
                add(near.0 + near.1 * out, middle.y, near.1, 0.0, out);
                add(other.0 + other.1 * out, middle.y, other.1, 0.0, s + out);
            }
        }
        Side::Beside | Side::End | Side::Between => {
            let gap = 0.2 * s;
            // Right, left, above, below, then the corners and what lies between, each further out in turn.
            let ways = [
                (1.0, 0.0, 0.0),
                (-1.0, 0.0, 0.1),
                (0.0, -1.0, 0.2),
                (1.0, -1.0, 0.5),
                (-1.0, -1.0, 0.6),
                (0.5, -1.0, 0.4),
                (-0.5, -1.0, 0.45),
                (1.0, -0.5, 0.4),
                (-1.0, -0.5, 0.45),
                (0.0, 1.0, 0.7),
                (1.0, 0.5, 0.7),
                (-1.0, 0.5, 0.75),
                (1.0, 1.0, 0.8),
                (-1.0, 1.0, 0.9),
                (0.5, 1.0, 0.8),
                (-0.5, 1.0, 0.85),
            ];
            for ring in 0..RINGS {
                let out = f64::from(ring) * RING * s;
                for (across, down, disliked) in ways {
                    let slanted = 1.0 - 0.5 * f64::min(f64::abs(across), f64::abs(down));
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

/// Whether another mark than its own is nearer to a label.
fn is_among_others(mark: &Rect, label: &Rect, placed: &[Placed]) -> bool {
    let own = away(mark, label);
    let mut others = placed.iter().filter(|one| one.rect != *mark);
    others.any(|one| away(&one.rect, label) < own)
}

/// A thin line from a mark to a label that stands away from it, or that another mark is nearer to.
fn leader((at, mark): (Spot, Rect), label: &Rect, placed: &[Placed], s: f64) -> Option<[Spot; 2]> {
    let x = at.x.clamp(label.left, label.right);
    let y = at.y.clamp(label.top + 0.2 * s, label.bottom - 0.2 * s);
    let near = spot(
        at.x.clamp(mark.left, mark.right),
        y.clamp(mark.top, mark.bottom),
    );
    let from = spot(x.clamp(mark.left, mark.right), near.y);
    let far = (x - from.x).hypot(y - from.y);
    let near = if is_among_others(&mark, label, placed) {
        NEAR_AMONG_OTHERS
    } else {
        NEAR
    };
    (far > near * s).then(|| [from, spot(x, y)])
}
