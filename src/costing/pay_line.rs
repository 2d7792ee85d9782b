//! The rate of one way through the workforce over time: of an employee, or of those who move alike.

use super::amount::{Amount, AnnualPay};
use super::clock::Ticks;
use super::cohorts::RatePlace;
use super::error::CostingError;
use super::path::Path;
use super::standing::Track;
use super::wide::scaled;

/// Decimals of the rates on a line: 10⁻¹⁸ dollars.
pub(super) const FINE_DECIMALS: u32 = 18;

/// A rate over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayLine {
    /// The rate from the beginning of time, 10⁻¹⁸ dollars.
    start: i128,
    /// The rates after it, each from its moment on, in the order of their moments.
    later: Vec<(Ticks, i128)>,
}

impl PayLine {
    /// A line of a first rate and of later ones in the order of their moments, in 10⁻¹⁸ dollars.
    #[must_use]
    pub fn new(start: i128, later: Vec<(Ticks, i128)>) -> Self {
        Self { start, later }
    }

    /// The rates along a track under a path.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn along(path: &Path, track: &Track) -> Result<Option<Self>, CostingError> {
        let mut moments: Vec<Ticks> = path.changes().chain(track.moves.iter().copied()).collect();
        moments.sort_unstable();
        moments.dedup();
        let rate_at = |moment: Ticks| path.rate_at(track.place_at(moment), moment);
        let Some(start) = rate_at(Ticks::MIN)? else {
            return Ok(None);
        };
        let mut later = Vec::with_capacity(moments.len());
        let mut last = start;
        for moment in moments {
            let Some(rate) = rate_at(moment)? else {
                return Ok(None);
            };
            if rate != last {
                later.push((moment, rate));
                last = rate;
            }
        }
        Ok(Some(Self { start, later }))
    }

    /// The mean of lines, each counted so many times.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn mean(lines: &[(i64, Self)]) -> Result<Self, CostingError> {
        if let [(_, one)] = lines {
            return Ok(one.clone());
        }
        let all: i64 = lines.iter().map(|(times, _)| *times).sum();
        let mut moments: Vec<Ticks> = lines.iter().flat_map(|(_, line)| line.changes()).collect();
        moments.sort_unstable();
        moments.dedup();
        let mean_at = |moment: Ticks| {
            let mut sum = 0_i128;
            for (times, line) in lines {
                sum = line
                    .rate_at(moment)
                    .checked_mul(i128::from(*times))
                    .and_then(|more| sum.checked_add(more))
                    .ok_or(CostingError::TooLarge)?;
            }
            Ok(super::amount::divide(sum, i128::from(all.max(1))))
        };
        let later = moments
            .iter()
            .map(|moment| Ok((*moment, mean_at(*moment)?)));
        Ok(Self {
            start: mean_at(Ticks::MIN)?,
            later: later.collect::<Result<_, CostingError>>()?,
        })
    }

    /// The rate at a moment, 10⁻¹⁸ dollars.
    #[must_use]
    pub fn rate_at(&self, moment: Ticks) -> i128 {
        let after = self.later.partition_point(|(at, _)| *at <= moment);
        let last = after.checked_sub(1).and_then(|last| self.later.get(last));
        last.map_or(self.start, |(_, rate)| *rate)
    }

    /// The line with every rate changed.
    #[must_use]
    pub(super) fn mapped(&self, of: impl Fn(i128) -> i128) -> Self {
        let later = self.later.iter();
        Self {
            start: of(self.start),
            later: later.map(|(at, rate)| (*at, of(*rate))).collect(),
        }
    }

    /// When the rate changes.
    pub fn changes(&self) -> impl Iterator<Item = Ticks> {
        self.later.iter().map(|(at, _)| *at)
    }

    /// Pay a year at a moment. `a_year` is FTE × what makes a rate a year's pay, in 10⁻⁸.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn pay_at(&self, moment: Ticks, a_year: i128) -> Result<AnnualPay, CostingError> {
        // 10⁻¹⁸ dollars × 10⁻⁸ is 10⁻²⁶; pay is kept in 10⁻¹⁴.
        scaled(self.rate_at(moment), a_year, 1_000_000_000_000).map(AnnualPay)
    }

    /// Σ r·h between two moments.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn earned(&self, from: Ticks, to: Ticks, a_year: i128) -> Result<Amount, CostingError> {
        let mut sum = 0_i128;
        let first = [(Ticks::MIN, self.start)];
        let rates = first.iter().chain(&self.later);
        let ends = self.changes().chain([to]);
        for ((at, rate), next) in rates.zip(ends) {
            let (start, end) = ((*at).max(from), next.min(to));
            if start < end {
                sum = rate
                    .checked_mul(i128::from(end - start))
                    .and_then(|more| sum.checked_add(more))
                    .ok_or(CostingError::TooLarge)?;
            }
        }
        AnnualPay(scaled(sum, a_year, 1_000_000_000_000)?).over(1)
    }
}

impl Track {
    /// Where those on the track stand at a moment, after its moves.
    #[must_use]
    pub fn place_at(&self, moment: Ticks) -> RatePlace {
        let moved = self.moves.partition_point(|at| *at <= moment);
        match self.place {
            RatePlace::Step { copy, step } => RatePlace::Step {
                copy,
                step: step + moved,
            },
            place => place,
        }
    }
}

/// A rate in 10⁻¹⁸ dollars as a decimal.
#[must_use]
pub fn rate_in_dollars(rate: i128) -> rust_decimal::Decimal {
    super::amount::decimal(rate, FINE_DECIMALS)
}
