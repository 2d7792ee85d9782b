//! Finds a free place for a text among others.

#![allow(clippy::float_arithmetic)]

use crate::figure::position::whole;
use crate::figure::scene::{Rect, Spot, spot};

/// What a label keeps clear of.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// Texts, heads, bars.
    pub(crate) hard: Vec<Rect>,
    /// Stems, curves, rules, the line at zero, lines to labels: they would strike a text out.
    pub(crate) lines: Vec<Rect>,
}

impl Taken {
    /// Whether a box may stand here.
    pub fn is_free(&self, at: &Rect, within: &Rect) -> bool {
        let mut all = self.hard.iter().chain(&self.lines);
        within.holds(at) && !all.any(|one| one.overlaps(at))
    }
}

/// Points between the places of a line that labels keep clear of.
const SAMPLE: f64 = 4.0;

/// What labels keep clear of along a straight line.
pub(super) fn along(from: Spot, to: Spot) -> Vec<Rect> {
    let (across, down) = (to.x - from.x, to.y - from.y);
    let steps = (across.abs().max(down.abs()) / SAMPLE).ceil();
    let places = (0..=whole(steps)).map(|step| {
        let part = step as f64 / steps.max(1.0);
        spot(from.x + across * part, from.y + down * part)
    });
    places.map(|at| Rect::around(at, 1.5, 1.5)).collect()
}

/// A box of a size with one of its nine handles at a place.
pub(super) fn held(at: Spot, across: f64, down: f64, width: f64, height: f64) -> Rect {
    let left = at.x - width * (1.0 - across) / 2.0;
    let top = at.y - height * (1.0 - down) / 2.0;
    Rect::new(left, top, left + width, top + height)
}

/// Moves places on a line apart so that neighbours keep `gap`, in the order given, as near to
/// where they wish to be as possible, between `low` and `high` as far as there is room.
pub(super) fn apart(wished: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    // Runs of places that touch, each around the mean of what its members wish.
    let mut runs: Vec<(f64, usize)> = Vec::new();
    for (at, wish) in wished.iter().enumerate() {
        let mut run = (wish - at as f64 * gap, 1);
        while let Some(&(mean, count)) = runs.last() {
            if mean <= run.0 {
                break;
            }
            runs.pop();
            let all = (count + run.1) as f64;
            run = (
                (mean * count as f64 + run.0 * run.1 as f64) / all,
                count + run.1,
            );
        }
        runs.push(run);
    }
    let top = high - gap * (wished.len().saturating_sub(1)) as f64;
    let mut places = Vec::with_capacity(wished.len());
    for (mean, count) in runs {
        for _ in 0..count {
            let base = mean.min(top).max(low);
            places.push(base + places.len() as f64 * gap);
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_far_apart_stay_and_near_ones_share_the_move() {
        assert_eq!(
            apart(&[10.0, 30.0, 50.0], 10.0, 0.0, 100.0),
            [10.0, 30.0, 50.0]
        );
        assert_eq!(apart(&[20.0, 20.0], 10.0, 0.0, 100.0), [15.0, 25.0]);
        assert_eq!(apart(&[1.0, 2.0], 10.0, 0.0, 100.0), [0.0, 10.0]);
        assert_eq!(apart(&[99.0, 99.5], 10.0, 0.0, 100.0), [90.0, 100.0]);
    }

    #[test]
    fn a_box_is_held_by_its_side() {
        let at = Spot { x: 10.0, y: 10.0 };
        assert_eq!(
            held(at, 1.0, 0.0, 4.0, 2.0),
            Rect::new(10.0, 9.0, 14.0, 11.0)
        );
        assert_eq!(
            held(at, -1.0, 0.0, 4.0, 2.0),
            Rect::new(6.0, 9.0, 10.0, 11.0)
        );
        assert_eq!(
            held(at, 0.0, -1.0, 4.0, 2.0),
            Rect::new(8.0, 8.0, 12.0, 10.0)
        );
    }
}
