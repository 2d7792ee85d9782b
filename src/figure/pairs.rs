//! The terms of several offers side by side, paired by what they are, whom they are for and when they
//! come: never by how many stand before them.

use crate::scenario::{ClauseKind, ClauseTerms, Offer, Scope};
use crate::units::Date;

/// Terms that are further apart than this don't stand for each other, days: half a year.
const FURTHEST: i32 = 183;
/// The most rows of one kind in which terms of different days are paired: beyond, only the same day pairs.
const MOST_ROWS: usize = 300;

/// Terms of several offers that stand for each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// What they are; raises of every kind are [`ClauseKind::Percent`].
    pub(crate) kind: ClauseKind,
    /// Whom they are for.
    pub(crate) scope: Scope,
    first: Date,
    last: Date,
    /// For each offer the place of its clause in its list, from 0; `None` where it has none like it.
    pub(crate) clauses: Vec<Option<usize>>,
}

/// What can stand for each other: what it is, its name where several of a kind run side by side, whom it
/// is for.
type Like<'o> = (ClauseKind, Option<&'o str>, &'o Scope);

/// The terms of offers in rows, raises first, then by kind, each by date.
#[must_use]
pub fn pairs(offers: &[&Offer]) -> Vec<Pair> {
    let mut groups: Vec<(Like<'_>, Vec<Pair>)> = Vec::new();
    for (of, offer) in offers.iter().enumerate() {
        let mut places: Vec<usize> = (0..offer.clauses.len()).collect();
        places.sort_by_key(|place| offer.clauses.get(*place).map(|clause| clause.date));
        for place in places {
            let Some(clause) = offer.clauses.get(place) else {
                continue;
            };
            let like = (
                family(&clause.terms),
                clause.terms.own_name(),
                &clause.scope,
            );
            let at = groups.iter().position(|(one, _)| *one == like);
            let at = at.unwrap_or_else(|| {
                groups.push((like, Vec::new()));
                groups.len().saturating_sub(1)
            });
            if let Some((_, rows)) = groups.get_mut(at) {
                put(rows, like, (of, offers.len()), (place, clause.date));
            }
        }
    }
    groups.sort_by_key(|((kind, _, scope), rows)| {
        let first = rows.iter().map(|row| row.first).min();
        let order = ClauseKind::ALL.iter().position(|one| one == kind);
        (order, !scope.is_everyone(), first)
    });
    let joined = groups.into_iter().flat_map(|(_, rows)| join(rows));
    joined.collect()
}

/// Puts a clause into the row of its day, or into one of its own.
fn put(
    rows: &mut Vec<Pair>,
    (kind, _, scope): Like<'_>,
    (of, offers): (usize, usize),
    (place, date): (usize, Date),
) {
    let free = |row: &&mut Pair| row.first == date && row.clauses.get(of) == Some(&None);
    let row = match rows.iter_mut().find(free) {
        Some(row) => row,
        None => {
            rows.push(Pair {
                kind,
                scope: scope.clone(),
                first: date,
                last: date,
                clauses: vec![None; offers],
            });
            match rows.last_mut() {
                Some(row) => row,
                None => return,
            }
        }
    };
    if let Some(slot) = row.clauses.get_mut(of) {
        *slot = Some(place);
    }
}

/// Joins rows whose days lie near each other and which no offer stands in twice, the nearest first.
fn join(mut rows: Vec<Pair>) -> Vec<Pair> {
    rows.sort_by_key(|row| row.first);
    while rows.len() <= MOST_ROWS {
        let mut nearest: Option<(i32, usize, usize)> = None;
        for (one, row) in rows.iter().enumerate() {
            for (other, next) in rows.iter().enumerate().skip(one.saturating_add(1)) {
                let apart = row
                    .first
                    .min(next.first)
                    .days_until(row.last.max(next.last));
                if apart > FURTHEST {
                    break;
                }
                let nearer = nearest.is_none_or(|(before, ..)| apart < before);
                if nearer && are_apart(row, next) {
                    nearest = Some((apart, one, other));
                }
            }
        }
        let Some((_, one, other)) = nearest else {
            break;
        };
        let next = rows.remove(other);
        if let Some(row) = rows.get_mut(one) {
            row.first = row.first.min(next.first);
            row.last = row.last.max(next.last);
            for (slot, own) in row.clauses.iter_mut().zip(next.clauses) {
                *slot = slot.or(own);
            }
        }
        rows.sort_by_key(|row| row.first);
    }
    rows
}

fn are_apart(one: &Pair, other: &Pair) -> bool {
    let mut both = one.clauses.iter().zip(&other.clauses);
    both.all(|(one, other)| one.is_none() || other.is_none())
}

/// Raises are compared with raises, whatever they are counted in.
fn family(terms: &ClauseTerms) -> ClauseKind {
    match terms.kind() {
        ClauseKind::Percent | ClauseKind::PerHour | ClauseKind::PerYear | ClauseKind::GreaterOf => {
            ClauseKind::Percent
        }
        kind => kind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Clause, Scenario};
    use crate::units::{Known, Percent};

    fn scenario() -> Scenario {
        let text = include_str!("../../scenarios/kaiser-alliance-2025.ron");
        crate::files::parse_scenario(text).unwrap()
    }

    fn raises(offer: &Offer, days: &[&str]) -> Offer {
        let clause = |day: &&str| {
            let percent = Percent::new(3.into()).unwrap();
            Clause::new(
                Date::parse(day).unwrap(),
                ClauseTerms::Percent(Known::Known(percent)),
            )
        };
        Offer {
            clauses: days.iter().map(clause).collect(),
            ..offer.clone()
        }
    }

    fn rows(one: &[&str], other: &[&str]) -> Vec<Vec<Option<usize>>> {
        let scenario = scenario();
        let offer = &scenario.offers[0];
        let (one, other) = (raises(offer, one), raises(offer, other));
        let pairs = pairs(&[&one, &other]).into_iter();
        pairs.map(|pair| pair.clauses).collect()
    }

    #[test]
    fn raises_pair_by_time_and_never_by_count() {
        // The second offer begins a year later: by count its first would stand beside the other's first.
        assert_eq!(
            rows(&["2025-10-01", "2026-10-01"], &["2026-10-01", "2027-10-01"]),
            [
                vec![Some(0), None],
                vec![Some(1), Some(0)],
                vec![None, Some(1)]
            ]
        );
        // A raise split in two: the nearer half stands beside the whole.
        assert_eq!(
            rows(&["2025-10-01"], &["2025-10-15", "2026-04-01"]),
            [vec![Some(0), Some(0)], vec![None, Some(1)]]
        );
        // Two on one day are two.
        assert_eq!(
            rows(&["2025-10-01", "2025-10-01"], &["2025-10-01"]),
            [vec![Some(0), Some(0)], vec![Some(1), None]]
        );
    }

    #[test]
    fn every_term_stands_in_one_row_and_kinds_dont_mix() {
        let scenario = scenario();
        let offers: Vec<&Offer> = scenario.offers.iter().collect();
        let pairs = pairs(&offers);
        for (of, offer) in offers.iter().enumerate() {
            let mut found: Vec<usize> = pairs.iter().filter_map(|pair| pair.clauses[of]).collect();
            found.sort_unstable();
            assert_eq!(found, (0..offer.clauses.len()).collect::<Vec<_>>());
            for pair in &pairs {
                if let Some(place) = pair.clauses[of] {
                    let clause = &offer.clauses[place];
                    assert_eq!(family(&clause.terms), pair.kind);
                    assert_eq!(clause.scope, pair.scope);
                    assert!((pair.first..=pair.last).contains(&clause.date));
                }
            }
        }
    }
}
