//! Where each head's percent is written, and which percents give way where heads crowd.

use eframe::egui::{Rect, Vec2};

use super::head::Head;
use super::place::overlap;

/// What a percent may cover of heads or of other percents before it gives way, in square points.
const TOLERATED: f32 = 10.0;

/// What stands on the lane besides heads.
pub(super) struct Around<'a> {
    /// The upright part of each stem.
    pub(super) stems: &'a [Rect],
    /// Where the lines of marked days stand: today, ratification.
    pub(super) lines: &'a [f32],
    /// The values left of the lane.
    pub(super) values: &'a [Rect],
    /// Where the cursor's line stands. Percents don't give way to it, or they would dance while it
    /// moves; they get a ground.
    pub(super) cursor: f32,
}

impl Around<'_> {
    /// Whether a line or stem runs through a place, so that it needs a ground of its own.
    #[must_use]
    pub fn crosses(&self, place: Rect) -> bool {
        let through = |x: &f32| place.x_range().contains(*x);
        let on_stem = |stem: &Rect| overlap(place, *stem) > 0.0;
        self.lines.iter().chain([&self.cursor]).any(through) || self.stems.iter().any(on_stem)
    }
}

/// A head's percent to be placed.
pub(super) struct Wanted {
    /// The room its text takes.
    pub(super) size: Vec2,
    /// Its turn: the lowest is placed first. None is written at rank `None`.
    pub(super) rank: Option<u8>,
    /// Where it may be written: in the row of its head.
    pub(super) bounds: Rect,
}

/// Ranks of percents: pointed at or chosen, then those of the offer worked on, of A and B.
pub(super) const ALWAYS: u8 = 0;

/// A place beside each head for its percent. Percents are placed by rank; one that would cover a
/// head or another percent gives way, but never one of rank [`ALWAYS`].
#[must_use]
#[expect(
    clippy::indexing_slicing,
    reason = "numbers go up to the shorter of heads and wishes, and each head has a place"
)]
pub(super) fn places(heads: &[Head], wanted: &[Wanted], around: &Around<'_>) -> Vec<Option<Rect>> {
    let mut order: Vec<usize> = (0..heads.len().min(wanted.len())).collect();
    order.sort_by_key(|index| wanted[*index].rank);
    let mut placed: Vec<Option<Rect>> = vec![None; heads.len()];
    for index in order {
        let Wanted {
            size,
            rank: Some(rank),
            bounds,
        } = &wanted[index]
        else {
            continue;
        };
        let head = &heads[index];
        let covered = |rect: Rect| -> f32 {
            let others = heads.iter().zip(wanted).enumerate();
            let others = others.filter(|(other, _)| *other != index);
            let heads: f32 = others
                .map(|(_, (other, wanted))| overlap(rect, filled(other, wanted)))
                .sum();
            let texts: f32 = placed
                .iter()
                .flatten()
                .map(|text| overlap(rect, *text))
                .sum();
            let values: f32 = around
                .values
                .iter()
                .map(|value| overlap(rect, *value))
                .sum();
            // A value or the name of a day never gives way, so words keep clear of it first.
            heads + texts + values * 4.0
        };
        // Beyond its row stand other offers' heads, the axis and the dates.
        let best = candidates(head, *size, if *rank == ALWAYS { 14.0 } else { 11.0 })
            .map(|(cost, rect)| match *rank {
                // What is always written stays in the lane, over its own head if need be.
                ALWAYS => (cost, moved_into(rect, *bounds)),
                _ => (cost, rect),
            })
            .filter(|(_, rect)| *rank == ALWAYS || bounds.contains_rect(*rect))
            .map(|(cost, rect)| {
                let covered = covered(rect) + overlap(rect, head.rect());
                (
                    covered,
                    cost + covered * 4.0 + inconvenience(rect, *bounds, around),
                    rect,
                )
            })
            .min_by(|one, other| one.1.total_cmp(&other.1));
        placed[index] = best
            .filter(|(covered, ..)| *rank == ALWAYS || *covered <= TOLERATED)
            .map(|(.., rect)| rect);
    }
    placed
}

/// What a head fills, with its halo where it is chosen or pointed at.
fn filled(head: &Head, wanted: &Wanted) -> Rect {
    if wanted.rank == Some(ALWAYS) {
        head.rect().expand(4.0)
    } else {
        head.rect()
    }
}

/// Places beside a head, each with what it costs to be there rather than on the right.
fn candidates(head: &Head, size: Vec2, gap: f32) -> impl Iterator<Item = (f32, Rect)> {
    let (w, h) = (size.x / 2.0, size.y / 2.0);
    let beside = gap + w;
    let above = -(gap - 2.0 + h);
    let places = [
        (beside, 0.0),
        (-beside, 0.0),
        (0.0, above),
        (beside, -9.0),
        (-beside, -9.0),
        (beside, 9.0),
        (-beside, 9.0),
        (w, above),
        (-w, above),
        (0.0, gap - 1.0 + h),
    ];
    let at = head.at;
    places.into_iter().enumerate().map(move |(rank, (x, y))| {
        let rect = Rect::from_center_size(at + Vec2::new(x, y), size);
        (rank as f32 * 2.0, rect)
    })
}

/// A place moved so that it lies inside others' bounds, as far as it has room there.
fn moved_into(rect: Rect, bounds: Rect) -> Rect {
    let most = (bounds.max - rect.size()).max(bounds.min);
    Rect::from_min_size(rect.min.clamp(bounds.min, most), rect.size())
}

fn inconvenience(rect: Rect, bounds: Rect, around: &Around<'_>) -> f32 {
    let stems: f32 = around.stems.iter().map(|stem| overlap(rect, *stem)).sum();
    let near = rect.x_range().expand(2.0);
    let lines = around.lines.iter().filter(|x| near.contains(**x)).count();
    let outside = !bounds.contains_rect(rect);
    stems * 1.5 + lines as f32 * 60.0 + if outside { 400.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::super::head::Key;
    use super::*;
    use crate::scenario::{ClauseId, ClauseKind, OfferId, Party};
    use crate::ui::widgets::theme::Role;
    use crate::units::Date;
    use eframe::egui::{Pos2, pos2, vec2};
    use rust_decimal::Decimal;

    fn head(number: usize, at: Pos2) -> Head {
        Head {
            key: Key {
                offer: OfferId(format!("offer-{number}")),
                clause: ClauseId::numbered(1),
                part: 0,
            },
            place: 0,
            kind: ClauseKind::Percent,
            number: 1,
            of: 1,
            day: Date::new(2027, 4, 1).unwrap(),
            date: Date::new(2027, 4, 1).unwrap(),
            height: Decimal::ONE,
            size: None,
            label: "1".to_owned(),
            brief: "1".to_owned(),
            terms: "1%".to_owned(),
            role: Role::A,
            side: Party::Union,
            open: false,
            locked: false,
            scoped: false,
            left_out: false,
            owed: false,
            row: 0,
            zero: 300.0,
            foot: at.x,
            at,
            radius: 6.0,
        }
    }

    const LANE: Rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(700.0, 300.0));

    fn wanted(rank: u8) -> Wanted {
        Wanted {
            size: vec2(22.0, 16.0),
            rank: Some(rank),
            bounds: LANE,
        }
    }

    fn around(lines: &[f32]) -> Around<'_> {
        Around {
            stems: &[],
            lines,
            values: &[],
            cursor: 650.0,
        }
    }

    #[test]
    fn percents_stay_off_lines_and_other_heads() {
        let heads = [head(0, pos2(100.0, 100.0)), head(1, pos2(70.0, 100.0))];
        // A line close on the right, a head close on the left: above is left.
        let lines = [118.0];
        let placed = places(&heads, &[wanted(1), wanted(1)], &around(&lines));
        let first = placed[0].unwrap();
        assert!(!around(&lines).crosses(first), "{first:?}");
        assert_eq!(overlap(first, heads[1].rect()), 0.0);
        let second = placed[1].unwrap();
        assert_eq!(overlap(first, second), 0.0);
    }

    #[test]
    fn in_a_crowd_some_give_way_but_never_the_chosen_one() {
        let heads: Vec<Head> = (0..50)
            .map(|n| {
                head(
                    n,
                    pos2(
                        200.0 + (n % 10) as f32 * 13.0,
                        60.0 + (n / 10) as f32 * 14.0,
                    ),
                )
            })
            .collect();
        for chosen in [0, 24, 49] {
            let wanted: Vec<Wanted> = (0..50)
                .map(|n| {
                    wanted(if n == chosen {
                        ALWAYS
                    } else {
                        1 + (n % 3) as u8
                    })
                })
                .collect();
            let placed = places(&heads, &wanted, &around(&[]));
            assert!(placed[chosen].is_some());
            let shown: Vec<(usize, Rect)> = placed
                .iter()
                .enumerate()
                .filter_map(|(index, place)| Some((index, (*place)?)))
                .collect();
            assert!((4..50).contains(&shown.len()), "{}", shown.len());
            for (index, rect) in shown.iter().filter(|(index, _)| *index != chosen) {
                let others = shown.iter().filter(|(other, _)| other != index);
                let texts: f32 = others.map(|(_, other)| overlap(*rect, *other)).sum();
                let heads = heads.iter().enumerate().filter(|(other, _)| other != index);
                let heads: f32 = heads.map(|(_, head)| overlap(*rect, head.rect())).sum();
                assert!(
                    texts + heads <= 2.0 * TOLERATED,
                    "{index} covers {texts} and {heads}"
                );
            }
        }
    }

    #[test]
    fn without_a_rank_nothing_is_written() {
        let none = Wanted {
            size: vec2(22.0, 16.0),
            rank: None,
            bounds: LANE,
        };
        let heads = [head(0, pos2(100.0, 100.0))];
        assert_eq!(places(&heads, &[none], &around(&[])), [None]);
    }
}
