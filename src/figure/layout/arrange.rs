//! Which of their possible places labels take, so that none is in another's way.
//!
//! Each label takes the best place that the ones before it leave. Which one comes first matters, so several orders are
//! tried and the one kept in which labels stand nearest to what they speak of.

#![allow(clippy::float_arithmetic)]

use crate::figure::scene::{Rect, Spot};

use super::free::along;

/// A place a label may stand at.
pub(super) struct Candidate {
    pub(crate) place: Rect,
    /// A line from its mark, where one is needed.
    pub(crate) leader: Option<[Spot; 2]>,
    /// How little it is liked, points.
    pub(crate) cost: f64,
}

/// A label with the places it may stand at.
pub(super) struct Wish {
    /// What it speaks of.
    pub(crate) at: Spot,
    /// What leaving it out costs, points.
    pub(crate) worth: f64,
    /// Its places, the best first.
    pub(crate) candidates: Vec<Candidate>,
}

/// Which candidate each label takes, in the order given; none where it finds no place.
pub(super) fn arranged(wishes: &[Wish]) -> Vec<Option<usize>> {
    let given: Vec<usize> = (0..wishes.len()).collect();
    let mut best: Option<(f64, Vec<Option<usize>>)> = None;
    for way in [
        None,
        Some((1.0, 0.0)),
        Some((-1.0, 0.0)),
        Some((0.0, 1.0)),
        Some((0.0, -1.0)),
    ] {
        let mut order = given.clone();
        if let Some((across, down)) = way {
            let along = |at: &usize| {
                let spot = wishes.get(*at).map_or_else(Spot::default, |wish| wish.at);
                spot.x * across + spot.y * down
            };
            order.sort_by(|one, other| along(one).total_cmp(&along(other)));
        }
        let found = in_order(wishes, &order);
        let is_better = best
            .as_ref()
            .is_none_or(|(cost, _)| found.0 < cost - f64::EPSILON);
        if is_better {
            best = Some(found);
        }
    }
    best.map(|(_, taken)| taken).unwrap_or_default()
}

/// The places taken one after another, and what they cost together.
fn in_order(wishes: &[Wish], order: &[usize]) -> (f64, Vec<Option<usize>>) {
    let mut taken = vec![None; wishes.len()];
    let (mut texts, mut lines): (Vec<Rect>, Vec<Rect>) = (Vec::new(), Vec::new());
    let mut cost = 0.0;
    for at in order {
        let (Some(wish), Some(own)) = (wishes.get(*at), taken.get_mut(*at)) else {
            continue;
        };
        let mut all = wish.candidates.iter().enumerate();
        let found = all.find_map(|(number, one)| {
            let over = |other: &Rect| other.overlaps(&one.place);
            if texts.iter().any(over) || lines.iter().any(over) {
                return None;
            }
            let line = one.leader.map_or_else(Vec::new, |[a, b]| along(a, b));
            let through = |other: &Rect| line.iter().any(|part| part.overlaps(other));
            let is_clear = !texts.iter().any(through) && !lines.iter().any(through);
            is_clear.then_some((number, one, line))
        });
        match found {
            Some((number, one, line)) => {
                *own = Some(number);
                cost += one.cost;
                texts.push(one.place);
                lines.extend(line);
            }
            None => cost += wish.worth,
        }
    }
    (cost, taken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::scene::spot;

    fn candidate(left: f64, cost: f64) -> Candidate {
        Candidate {
            place: Rect::new(left, 0.0, left + 10.0, 10.0),
            leader: None,
            cost,
        }
    }

    fn wish(x: f64, candidates: Vec<Candidate>) -> Wish {
        Wish {
            at: spot(x, 0.0),
            worth: 100.0,
            candidates,
        }
    }

    #[test]
    fn a_label_with_one_place_has_it_though_another_comes_first() {
        let two = [
            wish(20.0, vec![candidate(0.0, 0.0), candidate(30.0, 1.0)]),
            wish(10.0, vec![candidate(5.0, 0.0)]),
        ];
        assert_eq!(arranged(&two), [Some(1), Some(0)]);
    }

    #[test]
    fn a_label_without_a_place_is_left_out_and_the_first_given_stays() {
        let two = [
            wish(20.0, vec![candidate(0.0, 0.0)]),
            wish(10.0, vec![candidate(5.0, 0.0)]),
        ];
        assert_eq!(arranged(&two), [Some(0), None]);
    }

    #[test]
    fn no_line_runs_through_a_label() {
        let with_line = Candidate {
            leader: Some([spot(-20.0, 5.0), spot(40.0, 5.0)]),
            ..candidate(40.0, 0.0)
        };
        let two = [
            wish(0.0, vec![candidate(0.0, 0.0)]),
            wish(-20.0, vec![with_line]),
        ];
        let found = arranged(&two);
        assert_eq!(found.iter().flatten().count(), 1, "{found:?}");
    }
}
