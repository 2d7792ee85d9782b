//! Where each head stands without covering another.

use eframe::egui::{Pos2, Rect, pos2};

use super::head::{Head, Key};
use crate::ui::widgets::theme::Role;

/// How near two heads may come.
const APART: f32 = 15.0;
/// How near a head may come that takes the room the others leave.
const BESIDE: f32 = 11.0;
/// And from above or below.
const ABOVE: f32 = 9.5;

/// The most heads of other offers that are put side by side wherever there is room.
const MOST_APART: usize = 50;

/// How far beside its date a head was put.
#[derive(Debug, Clone)]
pub struct Standing {
    key: Key,
    beside: f32,
}

/// Moves heads that would overlap side by side, none left of `left`. A moving head stays at its true
/// date, and the others stand where they stood, so that nothing jumps away from under a drag. Offers that
/// are neither compared nor edited take the room that is left.
#[expect(
    clippy::indexing_slicing,
    reason = "heads are named by their numbers in a list that keeps its length"
)]
pub fn stand_apart(
    heads: &mut [Head],
    moving: Option<&Key>,
    standing: &mut Vec<Standing>,
    left: f32,
) {
    if moving.is_some() {
        let mut new = Vec::new();
        for (index, head) in heads.iter_mut().enumerate() {
            let kept = standing.iter().find(|kept| kept.key == head.key);
            match kept {
                _ if moving == Some(&head.key) => {}
                Some(kept) => head.at.x += kept.beside,
                None => new.push(index),
            }
        }
        // A counter that begins with the drag: its other heads beside those they were copied from.
        let mut taken: Vec<Pos2> = (0..heads.len())
            .filter(|index| !new.contains(index))
            .map(|index| heads[index].at)
            .collect();
        for index in new {
            heads[index].at.x += free_place(heads[index].at, &taken, left);
            taken.push(heads[index].at);
        }
        return;
    }
    standing.clear();
    let main: Vec<usize> = (0..heads.len())
        .filter(|index| heads[*index].role != Role::Other)
        .collect();
    for group in overlapping(heads, &main) {
        let middle = (group.len() as f32 - 1.0) / 2.0;
        let furthest = group
            .iter()
            .enumerate()
            .map(|(place, index)| heads[*index].at.x + (place as f32 - middle) * APART)
            .fold(f32::INFINITY, f32::min);
        let push = if group.len() > 1 {
            (left - furthest).max(0.0)
        } else {
            0.0
        };
        for (place, index) in group.iter().enumerate() {
            heads[*index].at.x += (place as f32 - middle) * APART + push;
        }
    }
    others_apart(heads, left);
    standing.extend(heads.iter().map(|head| Standing {
        key: head.key.clone(),
        beside: head.at.x - head.foot,
    }));
}

/// Puts the heads of other offers where there is room. So many that they would stand nearer to other dates
/// than to their own stay on their dates, one on another: they are there for comparison.
fn others_apart(heads: &mut [Head], left: f32) {
    let main = heads.iter().filter(|head| head.role != Role::Other);
    let mut taken: Vec<Pos2> = main.map(|head| head.at).collect();
    let mut furthest: f32 = 0.0;
    for head in heads.iter_mut().filter(|head| head.role == Role::Other) {
        head.at.x += free_place(head.at, &taken, left);
        taken.push(head.at);
        furthest = furthest.max((head.at.x - head.foot).abs());
    }
    let others = || heads.iter().filter(|head| head.role == Role::Other);
    if others().count() > MOST_APART && furthest > 3.0 * BESIDE {
        let others = heads.iter_mut().filter(|head| head.role == Role::Other);
        others.for_each(|head| head.at.x = head.foot);
    }
}

/// Whether a head of an offer that is compared or edited had to stand further from its day than `most`.
#[must_use]
pub fn is_bent(heads: &[Head], most: f32) -> bool {
    let mut main = heads.iter().filter(|head| head.role != Role::Other);
    main.any(|head| (head.at.x - head.foot).abs() > most)
}

/// How far beside its date a head finds room among those that stand already; 0 where there is none
/// within reach.
fn free_place(at: Pos2, taken: &[Pos2], left: f32) -> f32 {
    let free = |x: f32| {
        let near = |other: &Pos2| (other.x - x).abs() < BESIDE && (other.y - at.y).abs() < ABOVE;
        x >= left && !taken.iter().any(near)
    };
    (0..=20_i16)
        .map(|step| {
            let side = if step % 2 == 0 { -1.0 } else { 1.0 };
            side * f32::from((step + 1) / 2) * BESIDE
        })
        .find(|beside| free(at.x + beside))
        .unwrap_or(0.0)
}

/// Groups of heads that would overlap, each in the order of its members' dates and roles. Putting
/// a group side by side can make it touch another; then they become one, until none do.
fn overlapping(heads: &[Head], among: &[usize]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = among.iter().map(|index| vec![*index]).collect();
    let spread = |group: &[usize]| -> Vec<Pos2> {
        let count = group.len() as f32;
        group
            .iter()
            .enumerate()
            .filter_map(|(place, index)| {
                let at = heads.get(*index)?.at;
                Some(pos2(
                    at.x + (place as f32 - (count - 1.0) / 2.0) * APART,
                    at.y,
                ))
            })
            .collect()
    };
    let touch = |a: &[usize], b: &[usize]| {
        let (a, b) = (spread(a), spread(b));
        a.iter().any(|one| {
            b.iter().any(|other| {
                (one.x - other.x).abs() < APART - 1.0 && (one.y - other.y).abs() < APART - 1.0
            })
        })
    };
    loop {
        let pair = groups.iter().enumerate().find_map(|(first, own)| {
            let behind = groups.iter().enumerate().skip(first + 1);
            let mut near = behind.filter(|(_, other)| touch(own, other));
            near.next().map(|(second, _)| (first, second))
        });
        let Some((first, second)) = pair else {
            return groups;
        };
        let joined = groups.remove(second);
        if let Some(group) = groups.get_mut(first) {
            group.extend(joined);
            group.sort_by(|one, other| {
                let key = |index: &usize| heads.get(*index).map(|head| (head.day, head.role as u8));
                key(one).cmp(&key(other))
            });
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Results};
    use crate::files::parse_scenario;
    use crate::scenario::{OfferId, Scenario};
    use crate::ui::timeline::heads::bands::Bands;
    use crate::ui::timeline::heads::head::heads;
    use crate::ui::widgets::axis::{TimeAxis, ValueAxis};
    use eframe::egui::Rangef;

    /// The percent raises of every offer.
    fn percents(scenario: &Scenario, axis: &TimeAxis, values: &ValueAxis) -> Vec<Head> {
        let results = Results::new(scenario).unwrap();
        heads(scenario, &results, axis, &Bands::one(*values))
    }

    /// The example with more copies of one offer, all on the same dates and percents.
    fn crowd(copies: usize) -> (Scenario, TimeAxis, ValueAxis) {
        let text = include_str!("../../../../scenarios/kaiser-alliance-2025.ron");
        let mut scenario = Document::new(parse_scenario(text).unwrap())
            .scenario()
            .clone();
        scenario.baseline.clear();
        for offer in &mut scenario.offers {
            offer.clauses.retain(|clause| {
                clause.counted && clause.terms.kind() == crate::scenario::ClauseKind::Percent
            });
        }
        for copy in 0..copies {
            let mut offer = scenario.offers[0].clone();
            offer.id = OfferId(format!("copy-{copy}"));
            scenario.offers.push(offer);
        }
        let axis = TimeAxis {
            first: scenario.term.first_day,
            end: scenario.term.last_day.plus_days(1),
            x: Rangef::new(300.0, 980.0),
        };
        let values = ValueAxis {
            low: 0.0,
            high: 10.0,
            y: Rangef::new(100.0, 300.0),
        };
        (scenario, axis, values)
    }

    fn assert_apart(heads: &[Head]) {
        for (index, one) in heads.iter().enumerate() {
            for other in &heads[index + 1..] {
                let apart = one.at - other.at;
                let clear = apart.x.abs() > 8.0 || apart.y.abs() > 8.0;
                assert!(clear, "{one:?} lies on {other:?}");
            }
        }
    }

    #[test]
    fn eleven_offers_on_the_same_days_stand_side_by_side() {
        let (scenario, axis, values) = crowd(8);
        let mut heads = percents(&scenario, &axis, &values);
        // Nine of the one with five raises, the union's five, September's four.
        assert_eq!(heads.len(), 54);
        stand_apart(&mut heads, None, &mut Vec::new(), axis.x.min);
        assert_apart(&heads);
    }

    #[test]
    fn so_many_that_they_would_leave_their_dates_stay_on_them() {
        let (scenario, axis, values) = crowd(14);
        let mut heads = percents(&scenario, &axis, &values);
        stand_apart(&mut heads, None, &mut Vec::new(), axis.x.min);
        let others = heads.iter().filter(|head| head.role == Role::Other);
        assert!(others.clone().count() > 60);
        for head in others {
            assert_eq!(head.at.x, head.foot, "{head:?}");
        }
        let main: Vec<Head> = heads
            .into_iter()
            .filter(|head| head.role != Role::Other)
            .collect();
        assert_apart(&main);
    }

    #[test]
    fn a_counter_begun_by_a_drag_stands_beside_its_original() {
        let (mut scenario, axis, values) = crowd(0);
        let mut standing = Vec::new();
        let mut before = percents(&scenario, &axis, &values);
        stand_apart(&mut before, None, &mut standing, axis.x.min);
        let mut copy = scenario.offers[0].clone();
        copy.id = OfferId("copy".to_owned());
        scenario.counter = Some(copy.id.clone());
        scenario.offers.push(copy);
        let id = OfferId("copy".to_owned());
        let second = scenario.offers[0].clauses[1].id;
        let mut during = percents(&scenario, &axis, &values);
        let moving = Key {
            offer: id.clone(),
            clause: second,
            part: 0,
        };
        stand_apart(&mut during, Some(&moving), &mut standing, axis.x.min);
        // The one that moves is under the pointer, wherever that is.
        during.retain(|head| head.key != moving);
        assert_apart(&during);
        let kept = during.iter().filter(|head| head.key.offer != id);
        for (now, then) in kept.zip(&before) {
            assert_eq!(
                (now.at, now.key.clause),
                (then.at, then.key.clause),
                "a head jumped"
            );
        }
    }
}
