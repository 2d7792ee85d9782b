//! Heads put side by side: no two on each other, none further from its day than it may be.

use eframe::egui::{Pos2, Rangef, Rect, vec2};

/// How far heads of near heights stand apart, and how far where there is less room, in points.
const APART: [f32; 2] = [15.0, CLOSE];
/// As far apart as two heads are wide that stand closer than heads of full size have room.
const CLOSE: f32 = 12.5;
/// How far from above or below one may come to another.
const ABOVE: f32 = 13.0;
/// The same for a smaller head beside any.
const SMALL_APART: f32 = 11.7;
const SMALL_ABOVE: f32 = 11.7;
/// How far the stems of heads of different days and heights stand apart, in points, or they would be taken for one.
const STEMS: f32 = 3.0;

/// A head to be put.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    /// Where its day is, across, and its height.
    pub(super) foot: Pos2,
    /// Whether it is one of the smaller heads, of an offer that is only there for comparison.
    pub(super) small: bool,
}

impl Spot {
    /// How far apart across two heads have to stand; `apart` for those that aren't small.
    fn needed(&self, other: &Self, apart: f32) -> f32 {
        let (beside, above) = if self.small || other.small {
            (SMALL_APART, SMALL_ABOVE)
        } else {
            (apart, ABOVE)
        };
        if (self.foot.y - other.foot.y).abs() < above {
            beside
        } else {
            STEMS.min((self.foot.x - other.foot.x).abs())
        }
    }
}

/// Where heads may be put.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reach {
    /// None stands left of it.
    pub(super) left: f32,
    /// The furthest one stands from its day, in points.
    pub(super) most: f32,
}

impl Reach {
    /// Whether a head may stand there; a thousandth of a point is no bend.
    fn has(self, foot: f32, x: f32) -> bool {
        x >= self.left - 0.001 && (x - foot).abs() <= self.most + 0.001
    }
}

/// Places across for heads, in the order they stand in from the left; `None` where there aren't any within reach.
pub(super) fn side_by_side(heads: &[Spot], reach: Reach) -> Option<Vec<f32>> {
    let with = |apart: f32| pushed_apart(heads, apart, reach);
    APART
        .into_iter()
        .find_map(with)
        .or_else(|| in_turn(heads, reach))
}

/// Heads pushed apart until none touches another: those of one day stand evenly on both sides of it.
#[expect(
    clippy::indexing_slicing,
    reason = "heads are named by their numbers in lists that keep their length"
)]
fn pushed_apart(heads: &[Spot], apart: f32, reach: Reach) -> Option<Vec<f32>> {
    const TIMES: usize = 200;
    let mut pairs = Vec::new();
    for (first, one) in heads.iter().enumerate() {
        for (second, other) in heads.iter().enumerate().skip(first + 1) {
            let needed = one.needed(other, apart);
            if needed > 0.0 && other.foot.x - one.foot.x < 2.0 * reach.most + apart {
                pairs.push((first, second, needed));
            }
        }
    }
    let mut places: Vec<f32> = heads.iter().map(|head| head.foot.x).collect();
    for _ in 0..TIMES {
        let mut touch = false;
        for (first, second, needed) in &pairs {
            let short = needed - (places[*second] - places[*first]);
            if short > 0.01 {
                places[*first] -= short / 2.0;
                places[*second] += short / 2.0;
                touch = true;
            }
        }
        for place in places.iter_mut().filter(|place| **place < reach.left) {
            *place = reach.left;
            touch = true;
        }
        if !touch {
            break;
        }
    }
    let clear = pairs
        .iter()
        .all(|(first, second, needed)| places[*second] - places[*first] >= needed - 0.1);
    let within = heads
        .iter()
        .zip(&places)
        .all(|(head, place)| reach.has(head.foot.x, *place));
    (clear && within).then_some(places)
}

/// Heads one after another, each as near to its day as those before leave room.
fn in_turn(heads: &[Spot], reach: Reach) -> Option<Vec<f32>> {
    let mut taken: Vec<(Spot, f32)> = Vec::with_capacity(heads.len());
    for head in heads {
        let x = free(head, &taken, reach)?;
        taken.push((*head, x));
    }
    Some(taken.into_iter().map(|(_, x)| x).collect())
}

/// The place nearest to a head's day that those leave free that stand already, each with where it was put.
pub(super) fn free(head: &Spot, taken: &[(Spot, f32)], reach: Reach) -> Option<f32> {
    let needed = |other: &Spot| head.needed(other, APART[1]);
    let clear = |x: &f32| {
        let far = |(other, at): &(Spot, f32)| (at - x).abs() >= needed(other) - 0.01;
        reach.has(head.foot.x, *x) && taken.iter().all(far)
    };
    let beside = taken.iter().flat_map(|(other, at)| {
        let needed = needed(other);
        [at - needed, at + needed]
    });
    let bend = |x: &f32| (x - head.foot.x).abs();
    let places = [head.foot.x].into_iter().chain(beside).filter(clear);
    places.min_by(|one, other| bend(one).total_cmp(&bend(other)))
}

/// Heads in as few rows as hold them within reach, first come first placed; what the last of `most` rows has no
/// room for within reach stands further off. For each head its row, and its place across.
#[expect(
    clippy::indexing_slicing,
    reason = "heads are named by their numbers in lists that keep their length"
)]
pub(super) fn in_rows(heads: &[Spot], reach: Reach, most: usize) -> Vec<(usize, f32)> {
    if let Some(places) = side_by_side(heads, reach) {
        return places.into_iter().map(|x| (0, x)).collect();
    }
    let anywhere = Reach {
        most: f32::INFINITY,
        ..reach
    };
    let mut rows: Vec<Vec<(Spot, f32)>> = Vec::new();
    let mut put = Vec::with_capacity(heads.len());
    for head in heads {
        let fits = rows
            .iter()
            .enumerate()
            .find_map(|(row, taken)| Some((row, free(head, taken, reach)?)));
        let (row, x) = fits.unwrap_or_else(|| {
            if rows.len() < most.max(1) {
                rows.push(Vec::new());
            }
            let last = rows.len() - 1;
            let x = free(head, &rows[last], anywhere);
            (last, x.unwrap_or(head.foot.x))
        });
        rows[row].push((*head, x));
        put.push((row, x));
    }
    // Each row by itself may stand more evenly than head after head was put.
    for row in 0..rows.len() {
        let own: Vec<usize> = (0..put.len())
            .filter(|index| put[*index].0 == row)
            .collect();
        let feet: Vec<Spot> = own.iter().map(|index| heads[*index]).collect();
        if let Some(places) = side_by_side(&feet, reach) {
            for (index, x) in own.into_iter().zip(places) {
                put[index].1 = x;
            }
        }
    }
    put
}

/// The area two rectangles share.
#[must_use]
pub fn overlap(a: Rect, b: Rect) -> f32 {
    let shared = a.intersect(b);
    if shared.width() > 0.0 && shared.height() > 0.0 {
        shared.area()
    } else {
        0.0
    }
}

/// The upright part of a stem, a point wide on both sides: from its bend to its head.
pub(super) fn upright(at: Pos2, bend: f32) -> Rect {
    let y = Rangef::new(at.y.min(bend), at.y.max(bend));
    Rect::from_x_y_ranges(Rangef::point(at.x), y).expand2(vec2(1.0, 0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::pos2;

    const REACH: Reach = Reach {
        left: 0.0,
        most: 13.0,
    };

    fn spot(x: f32, y: f32) -> Spot {
        Spot {
            foot: pos2(x, y),
            small: false,
        }
    }

    fn row(feet: &[f32]) -> Vec<Spot> {
        feet.iter().map(|x| spot(*x, 50.0)).collect()
    }

    #[test]
    fn two_of_one_day_stand_evenly_beside_it_and_three_close_up() {
        let two = side_by_side(&row(&[100.0, 100.0]), REACH).unwrap();
        assert!(
            (two[0] - 92.5).abs() < 0.1 && (two[1] - 107.5).abs() < 0.1,
            "{two:?}"
        );
        let three = side_by_side(&row(&[100.0; 3]), REACH).unwrap();
        assert!(
            (three[0] - 87.5).abs() < 0.2 && (three[2] - 112.5).abs() < 0.2,
            "{three:?}"
        );
    }

    #[test]
    fn what_stands_apart_keeps_its_day() {
        let heads = [spot(100.0, 50.0), spot(100.0, 64.0), spot(120.0, 50.0)];
        assert_eq!(side_by_side(&heads, REACH).unwrap(), [100.0, 100.0, 120.0]);
    }

    #[test]
    fn nine_within_half_a_year_stay_within_a_month_in_one_row() {
        let feet: Vec<f32> = (0..9).map(|n| 100.0 + n as f32 * 9.75).collect();
        let places = side_by_side(&row(&feet), REACH).unwrap();
        for (foot, place) in feet.iter().zip(&places) {
            assert!((foot - place).abs() <= 13.01, "{foot} {place}");
        }
        for pair in places.windows(2) {
            assert!(pair[1] - pair[0] > 12.3, "{places:?}");
        }
    }

    #[test]
    fn four_of_one_day_need_a_second_row() {
        assert_eq!(side_by_side(&row(&[100.0; 4]), REACH), None);
        let put = in_rows(&row(&[100.0; 4]), REACH, 8);
        let rows: Vec<usize> = put.iter().map(|(row, _)| *row).collect();
        assert_eq!(rows.iter().max(), Some(&1));
        assert!(
            put.iter().all(|(_, x)| (x - 100.0).abs() <= 13.01),
            "{put:?}"
        );
    }

    #[test]
    fn none_stands_left_of_the_lane() {
        let places = side_by_side(&row(&[2.0, 2.0]), REACH).unwrap();
        assert!(
            places[0] >= 0.0 && places[1] - places[0] > 12.3,
            "{places:?}"
        );
    }
}
