//! The heads of all raises, and where each stands without covering another.

use eframe::egui::{Pos2, Rect, Vec2, pos2};
use rust_decimal::Decimal;

use crate::document::order;
use crate::scenario::{OfferId, Party, Scenario};
use crate::ui::place::{TimeAxis, ValueAxis};
use crate::ui::theme::Role;
use crate::ui::words_of::{is_open, role_of};
use crate::units::Date;

/// How near two heads may come.
const APART: f32 = 15.0;

/// One raise on the lane.
#[derive(Debug, Clone)]
pub struct Head {
    /// Whose raise.
    pub offer: OfferId,
    /// Its place in the offer's clauses.
    pub clause: usize,
    /// Its number in date order.
    pub number: usize,
    /// How many raises the offer has.
    pub of: usize,
    /// Its date.
    pub date: Date,
    /// Its percent.
    pub percent: Decimal,
    /// Its offer's part in the comparison.
    pub role: Role,
    /// Whose offer it is.
    pub side: Party,
    /// Whether the offer is worked on and can be changed.
    pub open: bool,
    /// Whether the offer's terms are fixed.
    pub locked: bool,
    /// Where its stem stands: its true date.
    pub foot: f32,
    /// Where the head is drawn.
    pub at: Pos2,
}

/// How far beside its date a head was put.
#[derive(Debug, Clone)]
pub struct Standing {
    offer: OfferId,
    clause: usize,
    beside: f32,
}

impl Head {
    /// The square a head fills.
    #[must_use]
    pub fn rect(&self) -> Rect {
        Rect::from_center_size(self.at, Vec2::splat(14.0))
    }
}

/// Every head at its true date and height, in date order.
#[must_use]
pub fn heads(scenario: &Scenario, axis: &TimeAxis, values: &ValueAxis) -> Vec<Head> {
    let mut heads = Vec::new();
    for offer in &scenario.offers {
        let raises = order::raises(offer);
        let of = raises.len();
        for (index, raise) in raises.into_iter().enumerate() {
            if raise.date < axis.first || raise.date >= axis.end {
                continue;
            }
            let foot = axis.x_of(raise.date);
            heads.push(Head {
                offer: offer.id.clone(),
                clause: raise.clause,
                number: index + 1,
                of,
                date: raise.date,
                percent: raise.percent.get(),
                role: role_of(scenario, &offer.id),
                side: offer.side,
                open: is_open(scenario, offer),
                locked: offer.status.is_locked(),
                foot,
                at: pos2(foot, values.y_of(raise.percent.get())),
            });
        }
    }
    heads.sort_by_key(|head| head.date);
    heads
}

/// Moves heads that would overlap side by side, none left of `left`. A moving head stays at its true
/// date, and the others stand where they stood, so that nothing jumps away from under a drag. Offers that
/// are neither compared nor edited take the room that is left.
pub fn stand_apart(
    heads: &mut [Head],
    moving: Option<(&OfferId, usize)>,
    standing: &mut Vec<Standing>,
    left: f32,
) {
    if moving.is_some() {
        for head in heads.iter_mut() {
            let kept = standing
                .iter()
                .find(|kept| kept.offer == head.offer && kept.clause == head.clause);
            if moving != Some((&head.offer, head.clause)) {
                head.at.x += kept.map_or(0.0, |kept| kept.beside);
            }
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
    let mut taken: Vec<Pos2> = main.iter().map(|index| heads[*index].at).collect();
    for head in heads.iter_mut().filter(|head| head.role == Role::Other) {
        let free = |x: f32| {
            let clear = |other: &Pos2| {
                (other.x - x).abs() >= APART - 3.0 || (other.y - head.at.y).abs() >= APART - 3.0
            };
            taken.iter().all(clear)
        };
        let beside = [0.0, 1.0, -1.0, 2.0, -2.0, 3.0]
            .into_iter()
            .map(|step| step * APART)
            .find(|beside| free(head.at.x + beside) && head.at.x + beside >= left)
            .unwrap_or(0.0);
        head.at.x += beside;
        taken.push(head.at);
    }
    standing.extend(heads.iter().map(|head| Standing {
        offer: head.offer.clone(),
        clause: head.clause,
        beside: head.at.x - head.foot,
    }));
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
        let pair = (0..groups.len()).find_map(|first| {
            (first + 1..groups.len())
                .find(|second| touch(&groups[first], &groups[*second]))
                .map(|second| (first, second))
        });
        let Some((first, second)) = pair else {
            return groups;
        };
        let joined = groups.remove(second);
        if let Some(group) = groups.get_mut(first) {
            group.extend(joined);
            group.sort_by(|one, other| {
                let key =
                    |index: &usize| heads.get(*index).map(|head| (head.date, head.role as u8));
                key(one).cmp(&key(other))
            });
        }
    }
}

/// A rectangle beside each head for its percent, chosen so that as few as possible overlap heads or
/// one another.
#[must_use]
pub fn label_places(heads: &[Head], sizes: &[Vec2], stems: &[Rect], bounds: Rect) -> Vec<Rect> {
    let mut placed: Vec<Rect> = Vec::with_capacity(heads.len());
    for (head, size) in heads.iter().zip(sizes) {
        let (w, h) = (size.x / 2.0, size.y / 2.0);
        let beside = 11.0 + w;
        let candidates = [
            (beside, 0.0),
            (-beside, 0.0),
            (0.0, -(10.0 + h)),
            (beside, -9.0),
            (-beside, -9.0),
            (beside, 9.0),
            (-beside, 9.0),
            (0.0, 10.0 + h),
        ];
        let place = candidates
            .iter()
            .enumerate()
            .map(|(rank, (dx, dy))| {
                let rect = Rect::from_center_size(head.at + Vec2::new(*dx, *dy), *size);
                let mut cost = rank as f32 * 2.0;
                for other in heads {
                    let same = other.offer == head.offer && other.clause == head.clause;
                    if !same {
                        cost += overlap(rect, other.rect()) * 4.0;
                    }
                }
                cost += placed
                    .iter()
                    .map(|other| overlap(rect, *other) * 4.0)
                    .sum::<f32>();
                cost += stems
                    .iter()
                    .map(|stem| overlap(rect, *stem) * 1.5)
                    .sum::<f32>();
                if !bounds.contains_rect(rect) {
                    cost += 400.0;
                }
                (cost, rect)
            })
            .min_by(|one, other| one.0.total_cmp(&other.0))
            .map_or(head.rect(), |(_, rect)| rect);
        placed.push(place);
    }
    placed
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
