//! How far a minimum lifts each scale, and with it the scales above on the same career ladder.

use std::collections::BTreeMap;

use super::acts::Minimum;
use super::crew::{Crew, Line};
use super::model::Scope;
use super::path::Rates;
use super::sums::Quotient;
use super::terms::Ripple;

/// Of each market and ladder: the lowest rank with employees and its largest lift.
type FirstJobs = BTreeMap<(Option<String>, usize), (usize, Option<Option<Lift>>)>;

/// What a minimum does to every step of a scale.
#[derive(Clone)]
pub enum Lift {
    Factor(Quotient),
    Dollars(Quotient),
    /// Each step to at least the minimum.
    AtLeast(Quotient),
}

impl Lift {
    pub fn on(&self, rate: &Quotient) -> Quotient {
        match self {
            Self::Factor(factor) => rate.times(factor),
            Self::Dollars(more) => rate.plus(more),
            Self::AtLeast(minimum) => rate.clone().larger(minimum.clone()),
        }
    }

    fn larger(self, other: Self) -> Self {
        match (&self, &other) {
            (Self::Factor(own), Self::Factor(others))
            | (Self::Dollars(own), Self::Dollars(others)) => {
                if others.is_above(own) {
                    other
                } else {
                    self
                }
            }
            _ => self,
        }
    }
}

/// By line: none, one that isn't known, or a lift.
pub fn lifts(
    crew: &Crew,
    rates: &Rates,
    scope: &Scope,
    minimum: &Minimum,
) -> Vec<Option<Option<Lift>>> {
    let in_scope = |line: &Line| scope.holds(&line.keys);
    let own: Vec<Option<Option<Lift>>> = crew
        .lines
        .iter()
        .zip(rates)
        .map(|(line, rates)| {
            if !in_scope(line) {
                return None;
            }
            let Some(least) = minimum.of(line)? else {
                return Some(None);
            };
            let Some(rates) = rates else {
                return Some(None);
            };
            if line.lacks_steps {
                return Some(None);
            }
            let first = rates[0].to_quotient();
            if !least.is_above(&first) {
                return None;
            }
            Some(Some(match minimum.ripple {
                Ripple::SamePercent => Lift::Factor(least.over(&first)),
                Ripple::SameDollars => Lift::Dollars(least.minus(&first)),
                Ripple::FirstStepOnly => Lift::AtLeast(least),
            }))
        })
        .collect();
    if minimum.ripple == Ripple::FirstStepOnly {
        return own;
    }
    // The first job of each market's ladder: the lowest rank with employees, its largest lift.
    let mut first_jobs = FirstJobs::new();
    for (at, line) in crew.counted().filter(|(_, line)| in_scope(line)) {
        let Some((ladder, rank)) = line.rank else {
            continue;
        };
        let lift = own[at].clone();
        let key = (line.keys.market.clone(), ladder);
        let found = first_jobs.remove(&key);
        let first = match found {
            Some((lowest, kept)) if lowest < rank => (lowest, kept),
            Some((lowest, kept)) if lowest == rank => (rank, larger(kept, lift)),
            _ => (rank, lift),
        };
        first_jobs.insert(key, first);
    }
    let lines = crew.lines.iter().zip(own);
    lines
        .map(|(line, own)| {
            let Some((ladder, rank)) = line.rank.filter(|_| in_scope(line)) else {
                return own;
            };
            match first_jobs.get(&(line.keys.market.clone(), ladder)) {
                Some((first, lift)) if *first < rank => larger(own, lift.clone()),
                _ => own,
            }
        })
        .collect()
}

fn larger(one: Option<Option<Lift>>, other: Option<Option<Lift>>) -> Option<Option<Lift>> {
    match (one, other) {
        (None, lift) | (lift, None) => lift,
        (Some(None), _) | (_, Some(None)) => Some(None),
        (Some(Some(one)), Some(Some(other))) => Some(Some(one.larger(other))),
    }
}
