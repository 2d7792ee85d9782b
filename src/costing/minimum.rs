//! Which wage scales a minimum rate lifts, and by how much (METHOD.md "Clauses").

use super::cohorts::{Cohorts, ScaleCopy};
use super::effects::Minimum;
use crate::scenario::Ripple;

/// How a copy of a scale is lifted: by what takes `from` to `to`, in percent or dollars, or each step below
/// `to` up to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lift {
    /// The first step that counts: its own, or that of its ladder's first job where that is lower.
    pub(crate) from: i128,
    pub(crate) to: i128,
    /// Whether it is its ladder that lifts it, its own first step being no lower than the minimum.
    by_ladder: bool,
}

/// The lift of every copy; `None` for those left as they are. `firsts` holds the rate of every copy's first
/// step in a unit of which a millionth of a dollar is `millionth`.
pub(super) fn lifts(
    cohorts: &Cohorts,
    minimum: &Minimum,
    scope: usize,
    firsts: &[i128],
    millionth: i128,
) -> Vec<Option<Lift>> {
    let to = |copy: &ScaleCopy| -> Option<i128> {
        let rate = minimum.of(cohorts.market_of(copy.class))?;
        i128::from(rate).checked_mul(millionth)
    };
    let mut lifts: Vec<Option<Lift>> = cohorts
        .copies
        .iter()
        .zip(firsts)
        .map(|(copy, first)| {
            let to = to(copy).filter(|_| cohorts.applies(scope, copy.class))?;
            (*first < to).then_some(Lift {
                from: *first,
                to,
                by_ladder: false,
            })
        })
        .collect();
    if minimum.ripple != Ripple::FirstStepOnly {
        for ladder in &cohorts.ladders {
            up_the_ladder(cohorts, ladder, scope, &mut lifts, &to);
        }
    }
    lifts
}

/// In every market the lowest scale of a ladder that has employees in scope is its first job. Its largest lift
/// is that of every higher scale, unless their own is larger. All copies of a market have one minimum, so the
/// largest lift is the one from the lowest first step, in percent as in dollars.
fn up_the_ladder(
    cohorts: &Cohorts,
    ladder: &[usize],
    scope: usize,
    lifts: &mut [Option<Lift>],
    to: &impl Fn(&ScaleCopy) -> Option<i128>,
) {
    let rank = |copy: &ScaleCopy| ladder.iter().position(|scale| *scale == copy.scale);
    // The copies on the ladder that have employees in scope: market, rank and number of each.
    let on_it: Vec<(Option<&str>, usize, usize)> = cohorts
        .copies
        .iter()
        .enumerate()
        .filter_map(|(number, copy)| Some((rank(copy)?, number, copy)))
        .filter(|(_, _, copy)| cohorts.applies(scope, copy.class))
        .map(|(rank, number, copy)| (cohorts.market_of(copy.class), rank, number))
        .collect();
    let mut markets: Vec<Option<&str>> = on_it.iter().map(|(market, ..)| *market).collect();
    markets.sort_unstable();
    markets.dedup();
    for market in markets {
        let here = || on_it.iter().filter(move |(own, ..)| *own == market);
        let Some(lowest) = here().map(|(_, rank, _)| *rank).min() else {
            continue;
        };
        let largest = here()
            .filter(|(_, rank, _)| *rank == lowest)
            .filter_map(|(_, _, number)| Some(lifts.get(*number)?.as_ref()?.from))
            .min();
        let Some(largest) = largest else { continue };
        for (_, _, number) in here().filter(|(_, rank, _)| *rank > lowest) {
            let (Some(copy), Some(lift)) = (cohorts.copies.get(*number), lifts.get_mut(*number))
            else {
                continue;
            };
            let own = lift.map(|lift| lift.from);
            if own.is_none_or(|own| largest < own)
                && let Some(to) = to(copy)
            {
                *lift = Some(Lift {
                    from: largest,
                    to,
                    by_ladder: own.is_none(),
                });
            }
        }
    }
}
