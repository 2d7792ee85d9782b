//! Which row each head stands in and how far beside its day: all offers in one row while no stem is bent by more
//! than a month, then a row an offer, then as many as its own heads need.

use eframe::egui::pos2;

use super::bands::{Bands, Whose};
use super::head::{Head, Key, fit};
use super::place::{Reach, Spot, free, in_rows, side_by_side};
use crate::scenario::{OfferId, Scenario};
use crate::ui::widgets::axis::ValueAxis;
use crate::ui::widgets::names::role_of;
use crate::ui::widgets::theme::Role;

/// The most rows one offer gets; what still has no room stands further from its day.
const MOST_ROWS: usize = 8;

/// The most heads that are put closer together to make room for those of other offers.
const MOST_TOGETHER: usize = 60;

/// Where a head was put.
#[derive(Debug, Clone)]
struct Standing {
    key: Key,
    row: usize,
    beside: f32,
}

/// The rows of the lane and where the heads stand in them, kept for the heads a drag doesn't move.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    rows: Vec<Whose>,
    standing: Vec<Standing>,
    /// How many heads of offers neither compared nor edited have no room near their days.
    pub(super) left_to_table: usize,
}

/// The heads of a row, each with where it was put.
type Taken = Vec<(Spot, f32)>;

/// The room a lane has.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// The axis of one row for all.
    pub(super) one: ValueAxis,
    /// Where the left of the lane is.
    pub(super) left: f32,
    /// How wide a month is.
    pub(super) month: f32,
}

/// The bend of two heads of one day that touch, in points: where a month is narrower, so much is allowed.
const TOUCHING: f32 = 7.0;

/// How far left of the lane's first day a head may stand, in points: half of two that share that day.
const BEYOND: f32 = 6.5;

impl Room {
    fn reach(&self) -> Reach {
        Reach {
            left: self.left - BEYOND,
            most: self.month.max(TOUCHING),
        }
    }
}

impl Layout {
    /// Puts heads where they have room. `heads` are in date order.
    #[must_use]
    pub fn of(heads: &[Head], scenario: &Scenario, room: &Room) -> Self {
        let one = Self::in_one_row(heads, room);
        one.unwrap_or_else(|| Self::split(heads, scenario, room))
    }

    /// All heads in one row; none where a head of an offer that is compared or edited, or what is owed, would
    /// stand too far from its day. Other offers take the room that is left.
    fn in_one_row(heads: &[Head], room: &Room) -> Option<Self> {
        let order = in_order(heads, &room.one);
        let (main, others): (Vec<Placed>, Vec<Placed>) =
            order.iter().copied().partition(|(head, _)| is_main(head));
        let places = |of: &[Placed]| side_by_side(&spots(of), room.reach());
        let with = |of: &[Placed], places: Vec<f32>, left: &[Placed]| {
            let mut layout = Self {
                rows: vec![Whose::All],
                ..Self::default()
            };
            let mut taken = vec![Taken::new()];
            for ((head, spot), x) in of.iter().zip(places) {
                layout.put(head, *spot, (0, x), &mut taken);
            }
            for (head, spot) in left {
                layout.put_small(head, *spot, 0, &mut taken, room);
            }
            layout
        };
        let layout = with(&main, places(&main)?, &others);
        if layout.left_to_table == 0 || heads.len() > MOST_TOGETHER {
            return Some(layout);
        }
        // Closer together there may be room for all.
        let together = places(&order).map(|places| with(&order, places, &[]));
        Some(together.unwrap_or(layout))
    }

    /// A row or more for each offer that is compared or edited, for a single other one, and for all others and
    /// what is owed.
    fn split(heads: &[Head], scenario: &Scenario, room: &Room) -> Self {
        let order = in_order(heads, &Bands::lowest(room.one));
        let mut layout = Self::default();
        let mut taken: Vec<Taken> = Vec::new();
        let is_other = |id: &OfferId| role_of(scenario, id) == Role::Other;
        let others = scenario.offers.iter().filter(|offer| is_other(&offer.id));
        let alone = others.count() == 1;
        let those = |which: &dyn Fn(&Head) -> bool| -> Vec<Placed> {
            let own = order.iter().copied();
            own.filter(|(head, _)| which(head)).collect()
        };
        for offer in &scenario.offers {
            if is_other(&offer.id) && !alone {
                continue;
            }
            let own = those(&|head| !head.owed && head.key.offer == offer.id);
            let whose = Whose::Offer(offer.id.clone());
            layout.add_rows(&whose, &own, &mut taken, room);
        }
        let owed = those(&|head| head.owed);
        let left = those(&|head| !alone && !is_main(head));
        if owed.is_empty() && left.is_empty() && !layout.rows.is_empty() {
            return layout;
        }
        let first = layout.rows.len();
        layout.add_rows(&Whose::Others, &owed, &mut taken, room);
        for (head, spot) in left {
            layout.put_small(head, spot, first, &mut taken, room);
        }
        layout
    }

    /// As many rows as these heads need, at least one.
    fn add_rows(&mut self, whose: &Whose, own: &[Placed], taken: &mut Vec<Taken>, room: &Room) {
        let first = self.rows.len();
        let put = in_rows(&spots(own), room.reach(), MOST_ROWS);
        let count = put.iter().map(|(row, _)| row + 1).max().unwrap_or(1);
        self.rows.extend(vec![whose.clone(); count]);
        taken.resize(self.rows.len(), Taken::new());
        for ((head, spot), (row, x)) in own.iter().zip(put) {
            self.put(head, *spot, (first + row, x), taken);
        }
    }

    fn put(&mut self, head: &Head, spot: Spot, (row, x): (usize, f32), taken: &mut [Taken]) {
        if let Some(taken) = taken.get_mut(row) {
            taken.push((spot, x));
        }
        self.standing.push(Standing {
            key: head.key.clone(),
            row,
            beside: x - head.foot,
        });
    }

    /// A head that is there for comparison, where a row from `first` on has room near its day; the table has the
    /// rest.
    fn put_small(
        &mut self,
        head: &Head,
        spot: Spot,
        first: usize,
        taken: &mut [Taken],
        room: &Room,
    ) {
        let rows = taken.iter().enumerate().skip(first);
        let place = rows
            .filter_map(|(row, taken)| Some((row, free(&spot, taken, room.reach())?)))
            .next();
        match place {
            Some(place) => self.put(head, spot, place, taken),
            None => self.left_to_table += 1,
        }
    }

    /// Whose heads stand in each row, from the top.
    #[must_use]
    pub fn rows(&self) -> &[Whose] {
        &self.rows
    }

    /// Puts heads into their rows and beside their days, and leaves out those without room. One that moves stands
    /// at its true date, and the others where they stood, so that nothing jumps away from under a drag; those of
    /// a counter that begins with it, made from `source`, stand in its rows beside those they were copied from.
    pub fn stand(
        &self,
        heads: &mut Vec<Head>,
        bands: &Bands,
        moving: Option<(&Key, Option<&OfferId>)>,
        left: f32,
    ) {
        let mut new = Vec::new();
        heads.retain_mut(|head| {
            let moves = moving.is_some_and(|(key, _)| *key == head.key);
            let stood = self.standing.iter().find(|one| one.key == head.key);
            let copied = || {
                let (_, source) = moving?;
                let key = Key {
                    offer: source?.clone(),
                    ..head.key.clone()
                };
                self.standing.iter().find(|one| one.key == key)
            };
            let row = match stood.or_else(copied) {
                Some(one) => one.row,
                None if moving.is_some() && (moves || is_main(head)) => {
                    self.row_of(&head.key.offer)
                }
                None => return false,
            };
            head.stand_in(row, bands);
            match stood {
                _ if moves => {}
                Some(stood) => head.at.x += stood.beside,
                None => new.push(head.key.clone()),
            }
            true
        });
        let anywhere = Reach {
            left,
            most: f32::INFINITY,
        };
        let is_new = |head: &Head| new.contains(&head.key);
        let stood = |head: &Head| (spot(head, head.at.y), head.at.x);
        let mut taken: Taken = heads
            .iter()
            .filter(|head| !is_new(head))
            .map(stood)
            .collect();
        for head in heads.iter_mut().filter(|head| is_new(head)) {
            if let Some(x) = free(&spot(head, head.at.y), &taken, anywhere) {
                head.at.x = x;
            }
            taken.push(stood(head));
        }
        fit(heads);
    }

    /// The first row of an offer; the last where it has none.
    fn row_of(&self, offer: &OfferId) -> usize {
        let own = |whose: &Whose| match whose {
            Whose::All => true,
            Whose::Offer(id) => id == offer,
            Whose::Others => false,
        };
        let last = self.rows.len().saturating_sub(1);
        self.rows.iter().position(own).unwrap_or(last)
    }
}

/// Whether a head has to be seen: of an offer that is compared or edited, or owed.
fn is_main(head: &Head) -> bool {
    head.owed || head.role != Role::Other
}

/// A head with where it would stand with no other in the way.
type Placed<'h> = (&'h Head, Spot);

fn spots(of: &[Placed]) -> Vec<Spot> {
    of.iter().map(|(_, spot)| *spot).collect()
}

/// Heads from the left: by their days, on one day by their offers' parts in the comparison.
fn in_order<'h>(heads: &'h [Head], values: &ValueAxis) -> Vec<Placed<'h>> {
    let at = |head: &'h Head| {
        let y = values.y_of(head.height);
        (head, spot(head, y.clamp(values.y.min, values.y.max)))
    };
    let mut order: Vec<Placed> = heads.iter().map(at).collect();
    order.sort_by_key(|(head, _)| (head.day, head.role as u8));
    order
}

fn spot(head: &Head, y: f32) -> Spot {
    Spot {
        foot: pos2(head.foot, y),
        small: !is_main(head),
    }
}

#[cfg(test)]
#[path = "layout_tests.rs"]
mod tests;
