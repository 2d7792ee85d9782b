//! Σ of step rates × who stands on each step: the loop that every figure on wage scales runs through.

use std::ops::Range;

use super::error::CostingError;
use super::lookup::part;

/// How far from 0 a sum may be to be kept in 64 bits: the difference of two such sums fits too.
const MOST_SHORT: i128 = 1 << 61;

/// How much each step weighs: at a moment, or over the time between two.
#[derive(Debug, Clone, Copy)]
pub(super) enum Weights<'r> {
    /// At a moment.
    Now(&'r [i64]),
    /// What the second holds less what the first does, each at most [`MOST_SHORT`] from 0.
    Passed(&'r [i64], &'r [i64]),
    /// The same, however large.
    LongPassed(&'r [i128], &'r [i128]),
}

/// Σ over steps.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Weighed {
    /// Σ rate × weight.
    pub(crate) by_rate: i128,
    /// Σ weight.
    pub(crate) all: i128,
}

/// Sums in 64 bits; `None` where one is too far from 0.
pub(super) fn shortened(sums: &[i128]) -> Option<Vec<i64>> {
    let fits = |sum: &&i128| (-MOST_SHORT..=MOST_SHORT).contains(*sum);
    let short = sums.iter().take_while(fits);
    let short: Vec<i64> = short.filter_map(|sum| i64::try_from(*sum).ok()).collect();
    (short.len() == sums.len()).then_some(short)
}

impl Weights<'_> {
    /// Σ over some steps of their rates × weights.
    ///
    /// # Errors
    /// [`CostingError::Misplaced`] where there is no weight for a step; [`CostingError::TooLarge`].
    pub fn weigh(self, rates: &[u64], steps: Range<usize>) -> Result<Weighed, CostingError> {
        let weighed = match self {
            Self::Now(now) => {
                let now = part(now, steps)?.iter().copied();
                short(rates, now)
            }
            Self::Passed(first, last) => {
                let both = part(last, steps.clone())?.iter().zip(part(first, steps)?);
                short(rates, both.map(|(last, first)| last - first))
            }
            Self::LongPassed(first, last) => {
                let both = part(last, steps.clone())?.iter().zip(part(first, steps)?);
                long(rates, both.map(|(last, first)| last.checked_sub(*first)))
            }
        };
        weighed.ok_or(CostingError::TooLarge)
    }
}

/// A product of 64 bits by 63 and a sign stays within 128, so only the sums are checked.
fn short(rates: &[u64], weights: impl Iterator<Item = i64>) -> Option<Weighed> {
    let mut sum = Weighed::default();
    for (rate, weight) in rates.iter().zip(weights) {
        let product = i128::from(*rate) * i128::from(weight);
        sum.by_rate = sum.by_rate.checked_add(product)?;
        sum.all = sum.all.checked_add(i128::from(weight))?;
    }
    Some(sum)
}

fn long(rates: &[u64], weights: impl Iterator<Item = Option<i128>>) -> Option<Weighed> {
    let mut sum = Weighed::default();
    for (rate, weight) in rates.iter().zip(weights) {
        let product = i128::from(*rate).checked_mul(weight?)?;
        sum.by_rate = sum.by_rate.checked_add(product)?;
        sum.all = sum.all.checked_add(weight?)?;
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_sums_weigh_alike() {
        let rates = [20_00_u64, 31_50, u64::MAX];
        let first = [0_i128, -7, 1 << 40];
        let last = [i128::from(i64::MAX >> 2), 123_456_789, (1 << 40) + 3];
        let (short_first, short_last) = (shortened(&first).unwrap(), shortened(&last).unwrap());
        let short = Weights::Passed(&short_first, &short_last).weigh(&rates, 0..3);
        assert_eq!(
            short,
            Weights::LongPassed(&first, &last).weigh(&rates, 0..3)
        );
        let middle = Weights::Passed(&short_first, &short_last).weigh(&rates[1..2], 1..2);
        assert_eq!(
            middle,
            Ok(Weighed {
                by_rate: 31_50 * 123_456_796,
                all: 123_456_796
            })
        );
    }

    #[test]
    fn sums_too_far_from_0_stay_long() {
        assert_eq!(shortened(&[1, MOST_SHORT + 1]), None);
        assert_eq!(shortened(&[-MOST_SHORT - 1]), None);
        assert!(shortened(&[MOST_SHORT, -MOST_SHORT]).is_some());
    }

    #[test]
    fn a_step_without_a_weight_is_refused() {
        let weights = Weights::Now(&[1, 2]);
        assert_eq!(
            weights.weigh(&[1, 2, 3], 0..3),
            Err(CostingError::Misplaced)
        );
    }
}
