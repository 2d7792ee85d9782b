//! Raises at their dates: stems with heads. Heads that would overlap stand side by side, and their
//! stems meet at the date.

#![allow(clippy::float_arithmetic)]

use rust_decimal::Decimal;

use crate::figure::palette::Rgb;
use crate::figure::scene::{Outline, Part, Plot, Rect, Shape, Spot, Stroke, spot};
use crate::figure::{Chart, Mark, Role};

use super::free::{Taken, along};
use super::marks::{half_shape, head_shape, line_width};
use super::page::Page;
use super::placed::Placed;

/// The radius of a head, points.
pub(super) fn head_radius(page: &Page) -> f64 {
    page.sizes.body * 0.44
}

struct Head {
    placed: Placed,
    /// Where the date stands.
    foot: f64,
    role: Role,
    colour: Rgb,
    stem: bool,
    half: bool,
}

/// Stems, then heads, in the order of the series.
pub(super) fn draw(
    page: &mut Page,
    chart: &Chart,
    plot: &Plot,
    placed: &mut Vec<Placed>,
    taken: &mut Taken,
) {
    let radius = head_radius(page);
    let mut heads: Vec<Head> = Vec::new();
    for (at, series) in chart.series.iter().enumerate() {
        let stem = series.mark == Mark::Stem;
        if !stem && series.mark != Mark::Dot {
            continue;
        }
        for (number, point) in series.points.iter().enumerate() {
            let place = plot.place(point.x, point.y);
            heads.push(Head {
                placed: Placed {
                    series: at,
                    point: *point,
                    at: place,
                    rect: Rect::default(),
                },
                foot: place.x,
                role: series.role,
                colour: page.mark(series),
                stem,
                half: series.half.contains(&number),
            });
        }
    }
    let feet: Vec<Spot> = heads.iter().map(|head| head.placed.at).collect();
    let across = side_by_side(&feet, radius * 2.25, plot.area);
    let zero = plot.y.place(Decimal::ZERO);
    for (head, x) in heads.iter_mut().zip(across) {
        if head.stem {
            head.placed.at.x = x;
        }
        head.placed.rect = Rect::around(head.placed.at, radius * 1.2, radius * 1.2);
    }
    // The taller first: of stems on one day each shows from its own head down.
    let mut stems: Vec<&Head> = heads.iter().filter(|head| head.stem).collect();
    let tall = |head: &Head| (zero - head.placed.at.y).abs();
    stems.sort_by(|one, other| tall(other).total_cmp(&tall(one)));
    for head in stems {
        let at = head.placed.at;
        let beside = (at.x - head.foot).abs() > 0.25;
        let knee = if beside {
            (radius * 1.8).min((zero - at.y).abs() * 0.5)
        } else {
            0.0
        };
        let bend = spot(at.x, zero + if at.y <= zero { -knee } else { knee });
        taken.lines.push(Rect::new(
            bend.x - 1.5,
            bend.y.min(at.y),
            bend.x + 1.5,
            bend.y.max(at.y),
        ));
        taken.lines.extend(along(spot(head.foot, zero), bend));
        let mut line = vec![spot(head.foot, zero), bend, at];
        line.dedup();
        let stem = Shape {
            part: Part::Stem,
            outline: Outline::Line(line),
            fill: None,
            stroke: Some(Stroke {
                colour: head.colour,
                width: line_width(page, head.role) * 0.85,
                dash: Vec::new(),
            }),
        };
        page.paint([stem]);
    }
    for head in &heads {
        let look = (head.role, head.colour);
        let at = head.placed.at;
        let shapes = if head.half {
            half_shape(page, look, at, radius)
        } else {
            vec![head_shape(page, Part::Head, look, at, radius)]
        };
        page.paint(shapes);
        page.scene.heads.push(head.placed.rect);
        // A text that touches a head looks like a part of it.
        let reach = (radius * 1.2 + radius * 0.4, radius * 1.2 + radius * 0.1);
        let around = Rect::around(head.placed.at, reach.0, reach.1);
        taken.hard.push(around);
        placed.push(head.placed);
    }
}

/// Where heads stand so that none overlap: those that would share the room around their mean date,
/// `reach` apart, in the order of their dates; all others stay.
#[expect(
    clippy::indexing_slicing,
    reason = "a head is named by its number, and the three lists have an entry for each head throughout"
)]
fn side_by_side(heads: &[Spot], reach: f64, within: Rect) -> Vec<f64> {
    let mut group: Vec<usize> = (0..heads.len()).collect();
    let mut across: Vec<f64> = heads.iter().map(|head| head.x).collect();
    // Each turn joins at least two groups, so there are fewer turns than heads.
    loop {
        let mut joined = false;
        for one in 0..heads.len() {
            for other in one + 1..heads.len() {
                let near = (across[one] - across[other]).abs() < reach - 0.01
                    && (heads[one].y - heads[other].y).abs() < reach - 0.01;
                if near && group[one] != group[other] {
                    let (from, to) = (group[other], group[one]);
                    group
                        .iter_mut()
                        .filter(|name| **name == from)
                        .for_each(|name| *name = to);
                    joined = true;
                }
            }
        }
        if !joined {
            return across;
        }
        for name in 0..heads.len() {
            let mut members: Vec<usize> =
                (0..heads.len()).filter(|at| group[*at] == name).collect();
            if members.len() < 2 {
                continue;
            }
            members.sort_by(|a, b| heads[*a].x.total_cmp(&heads[*b].x));
            let count = members.len() as f64;
            let mean = members.iter().map(|at| heads[*at].x).sum::<f64>() / count;
            let gap = reach.min(within.width() / count);
            let wide = gap * (count - 1.0);
            let highest = (within.right - reach / 2.0 - wide).max(within.left);
            let left = (mean - wide / 2.0).clamp(within.left.min(highest), highest);
            for (place, at) in members.iter().enumerate() {
                across[*at] = left + place as f64 * gap;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_heads_that_would_overlap_move_and_then_none_overlap() {
        let area = Rect::new(0.0, 0.0, 400.0, 100.0);
        let heads = [
            spot(100.0, 50.0),
            spot(100.0, 52.0),
            spot(104.0, 48.0),
            spot(100.0, 90.0),
            spot(300.0, 50.0),
        ];
        let across = side_by_side(&heads, 12.0, area);
        assert_eq!(across[3], 100.0);
        assert_eq!(across[4], 300.0);
        for one in 0..heads.len() {
            for other in one + 1..heads.len() {
                let apart = (across[one] - across[other]).abs() > 11.9
                    || (heads[one].y - heads[other].y).abs() > 11.9;
                assert!(apart, "{one} and {other}");
            }
        }
        let mean = (across[0] + across[1] + across[2]) / 3.0;
        assert!((mean - 304.0 / 3.0).abs() < 1e-9);
    }
}
