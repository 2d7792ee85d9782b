//! Paths of rates rounded to the cent after each clause: what payroll does.
//!
//! This is the hot loop: every cohort under every clause. Rates are whole numbers of 10^−d dollars
//! (d is 2 unless a starting rate or a clause is finer). Each clause is brought into the form
//! ⌊(rate × num + addend) / den⌋ × unit once, with the half cent of rounding in the addend; where the
//! rates allow, the division becomes one multiplication and a shift whose result is proved equal
//! beforehand (`Fast::prove`). Bounds on the rates are carried along exactly, so overflow and a rate
//! below zero are found before the loop runs, not in it.

use super::amount::AnnualPay;
use super::cohorts::{Cohorts, pay_of_sum};
use super::error::CostingError;
use super::lines::Change;
use super::path::Path;
use super::schedule::{Factor, RateChange};

/// Cohorts worked through together: their rates stay in the fastest cache across all clauses.
const BLOCK: usize = 512;

/// ⌊(rate × num + addend) / den⌋ × unit, exactly; rates from 0 to a bound keep the numerator positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Affine {
    num: i128,
    addend: i128,
    den: i128,
    unit: i128,
}

impl Affine {
    /// A percent, rounded to the cent.
    fn percent(factor: Factor, unit: i128) -> Self {
        let den = i128::from(factor.den) * unit;
        Self {
            num: i128::from(factor.num),
            addend: den / 2,
            den,
            unit,
        }
    }

    /// Dollars per hour (in the unit of the rates), rounded to the cent.
    fn per_hour(amount: i128, unit: i128) -> Self {
        Self {
            num: 1,
            addend: amount + unit / 2,
            den: unit,
            unit,
        }
    }

    fn apply(self, rate: i128) -> Result<i128, CostingError> {
        let numerator = rate
            .checked_mul(self.num)
            .and_then(|product| product.checked_add(self.addend))
            .ok_or(CostingError::TooLarge)?;
        if numerator < 0 {
            return Err(CostingError::RateBelowZero);
        }
        Ok(numerator / self.den * self.unit)
    }
}

/// An [`Affine`] as one multiplication, one addition and one shift in 64 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Fast {
    mul: u64,
    add: u64,
    shift: u32,
    unit: u64,
}

impl Fast {
    /// The fast form, where it gives the same result for every rate from 0 to `highest`.
    ///
    /// With N = rate × num + addend and the shift s, mul exceeds num·2^s/den by less than 1 and add
    /// exceeds addend·2^s/den by less than 1. So (rate × mul + add) / 2^s exceeds N/den by less than
    /// (rate + 1) / 2^s, which is at most 1/den where 2^s ≥ (highest + 1) × den; and as N/den is a whole
    /// number of 1/den, the whole part is the same.
    fn prove(exact: Affine, highest: i128) -> Option<Self> {
        let needed = (highest + 1).checked_mul(exact.den)?;
        let shift = 128 - (needed - 1).max(1).leading_zeros();
        let scale = 1_i128.checked_shl(shift).filter(|_| shift < 64)?;
        let up = |value: i128| -> Option<i128> {
            let scaled = value.checked_mul(scale)?;
            Some(scaled.div_euclid(exact.den) + i128::from(scaled.rem_euclid(exact.den) > 0))
        };
        let (mul, add) = (up(exact.num)?, up(exact.addend)?);
        let largest = highest.checked_mul(mul)?.checked_add(add.max(0))?;
        if largest > i128::from(u64::MAX) {
            return None;
        }
        Some(Self {
            mul: u64::try_from(mul).ok()?,
            // A negative addend wraps, and wraps back: the sum with rate × mul isn't negative.
            add: i64::try_from(add).ok()?.cast_unsigned(),
            shift,
            unit: u64::try_from(exact.unit).ok()?,
        })
    }

    /// Whether rates are whole cents and the factor fits 32 bits.
    fn is_narrow(self) -> bool {
        self.unit == 1 && self.mul <= u64::from(u32::MAX)
    }

    #[inline(always)]
    fn apply(self, rate: u64) -> u64 {
        (rate.wrapping_mul(self.mul).wrapping_add(self.add) >> self.shift) * self.unit
    }
}

/// What is known of the numbers of a class before its loop runs.
#[derive(Debug, Clone, Copy)]
struct Fits {
    /// Σ rate × FTE of a block fits 64 bits.
    sums: bool,
    /// So it does, and every rate and FTE fits 32 bits.
    narrow: bool,
}

impl Fits {
    fn of(highest: u64, most_fte: u64) -> Self {
        let sums = u128::from(highest) * u128::from(most_fte) * (BLOCK as u128) < 1 << 64;
        let most = u64::from(u32::MAX);
        Self {
            sums,
            narrow: sums && highest <= most && most_fte <= most,
        }
    }
}

/// One clause, ready for the loop.
struct Compiled {
    /// Its place among the changes.
    number: usize,
    scope: usize,
    first: Affine,
    /// The other result of a `GreaterOf`.
    second: Option<Affine>,
    /// The least result of a `Floor`.
    least: i128,
    /// The fast forms of both results, where they are proved for the class at hand.
    fast: Option<(Fast, Option<Fast>)>,
}

impl Compiled {
    fn new(number: usize, change: &Change, decimals: u32) -> Self {
        let unit = 10_i128.pow(decimals.saturating_sub(2));
        let rate = |millionths: i64| i128::from(millionths) / 10_i128.pow(6 - decimals.min(6));
        let (first, second, least) = match change.change {
            RateChange::Percent(factor) => (Affine::percent(factor, unit), None, 0),
            RateChange::PerHour(amount) => (Affine::per_hour(rate(amount), unit), None, 0),
            RateChange::GreaterOf(factor, amount) => (
                Affine::percent(factor, unit),
                Some(Affine::per_hour(rate(amount), unit)),
                0,
            ),
            RateChange::Floor(floor) => {
                let least = (rate(floor) + unit / 2) / unit * unit;
                (Affine::per_hour(0, unit), None, least)
            }
        };
        Self {
            number,
            scope: change.scope,
            first,
            second,
            least,
            fast: None,
        }
    }

    /// The exact result for one rate.
    fn apply(&self, rate: i128) -> Result<i128, CostingError> {
        let mut raised = match self.second {
            // The smaller of two results may be below zero without harm: the larger one counts.
            Some(second) => match (self.first.apply(rate), second.apply(rate)) {
                (Ok(a), Ok(b)) => a.max(b),
                (Ok(a), Err(CostingError::RateBelowZero)) => a,
                (a, b) => a.and(b)?,
            },
            None => self.first.apply(rate)?,
        };
        raised = raised.max(self.least);
        Ok(raised)
    }

    /// The fast forms for rates from `low` to `high`.
    fn prove(&self, low: i128, high: i128) -> Option<(Fast, Option<Fast>)> {
        let first = Fast::prove(self.first, high)?;
        match self.second {
            None => Some((first, None)),
            Some(second) => {
                second.apply(low).ok()?;
                Some((first, Some(Fast::prove(second, high)?)))
            }
        }
    }
}

/// The path of rates rounded to the cent under changes in order.
///
/// # Errors
/// [`CostingError`].
pub fn rounded(cohorts: &Cohorts, changes: &[Change]) -> Result<Path, CostingError> {
    let decimals = decimals_needed(cohorts.rate_decimals, changes);
    let widen = 10_u64.pow(decimals - cohorts.rate_decimals);
    let classes = cohorts.classes.len();
    let mut sums = vec![0_i128; classes * changes.len()];
    let mut steps: Vec<Compiled> = changes
        .iter()
        .enumerate()
        .map(|(number, change)| Compiled::new(number, change, decimals))
        .collect();
    for (number, class) in cohorts.classes.iter().enumerate() {
        let rates = &cohorts.rates[class.rates.clone()];
        let ftes = &cohorts.ftes[class.rates.clone()];
        let highest = bounds(cohorts, number, rates, widen, &mut steps)?;
        let fits = Fits::of(highest, ftes.iter().copied().max().unwrap_or(0));
        let sums = &mut sums[number * changes.len()..(number + 1) * changes.len()];
        let applied = || {
            let applies = |step: &&Compiled| cohorts.applies(step.scope, number);
            steps.iter().filter(applies)
        };
        let mut block = [0_u64; BLOCK];
        for (rates, ftes) in rates.chunks(BLOCK).zip(ftes.chunks(BLOCK)) {
            let block = &mut block[..rates.len()];
            if widen == 1 {
                block.copy_from_slice(rates);
            } else {
                for (slot, rate) in block.iter_mut().zip(rates) {
                    *slot = rate * widen;
                }
            }
            for step in applied() {
                sums[step.number] += raise(step, block, ftes, fits)?;
            }
        }
    }
    let mut pays: Vec<AnnualPay> = cohorts.classes.iter().map(|class| class.pay).collect();
    for step in &steps {
        for class in 0..classes {
            let before = pays[pays.len() - classes];
            let sum = sums[class * changes.len() + step.number];
            pays.push(if cohorts.applies(step.scope, class) {
                pay_of_sum(sum, decimals, cohorts.hours)?
            } else {
                before
            });
        }
    }
    let at = changes.iter().map(|change| change.at).collect();
    Path::new(at, pays, classes)
}

/// Follows the lowest and the highest rate of a class through all clauses, exactly: each clause keeps
/// their order. Says which clauses may take the fast form, and returns the highest rate met.
fn bounds(
    cohorts: &Cohorts,
    class: usize,
    rates: &[u64],
    widen: u64,
    steps: &mut [Compiled],
) -> Result<u64, CostingError> {
    let wide = |rate: Option<&u64>| {
        rate.copied()
            .unwrap_or(0)
            .checked_mul(widen)
            .map(i128::from)
            .ok_or(CostingError::TooLarge)
    };
    // Rates are sorted within a class.
    let (mut low, mut high) = (wide(rates.first())?, wide(rates.last())?);
    let mut highest = high;
    for step in steps.iter_mut() {
        if !cohorts.applies(step.scope, class) {
            continue;
        }
        step.fast = step.prove(low, high);
        (low, high) = (step.apply(low)?, step.apply(high)?);
        highest = highest.max(high);
    }
    u64::try_from(highest).map_err(|_| CostingError::TooLarge)
}

/// Raises a block of rates and returns Σ rate × FTE.
fn raise(
    step: &Compiled,
    rates: &mut [u64],
    ftes: &[u64],
    fits: Fits,
) -> Result<i128, CostingError> {
    match step.fast {
        Some((fast, None)) if fits.narrow && step.least == 0 && fast.is_narrow() => {
            return Ok(raise_narrow(fast, rates, ftes));
        }
        Some((first, second)) if fits.sums => {
            raise_to_larger(first, second.unwrap_or(first), step.least, rates);
        }
        _ => raise_exactly(step, rates)?,
    }
    Ok(weigh(rates, ftes, fits.sums))
}

/// The tightest of the loops: whole cents, one result, every factor below 2³², so that two employees
/// share a vector instruction on any 64-bit machine.
fn raise_narrow(fast: Fast, rates: &mut [u64], ftes: &[u64]) -> i128 {
    let low = |value: u64| value & u64::from(u32::MAX);
    let mut sum = 0_u64;
    for (rate, fte) in rates.iter_mut().zip(ftes) {
        *rate = (low(*rate) * low(fast.mul)).wrapping_add(fast.add) >> fast.shift;
        sum = sum.wrapping_add(low(*rate) * low(*fte));
    }
    i128::from(sum)
}

/// Raises a block of rates to the larger of two results and of a least one.
fn raise_to_larger(first: Fast, second: Fast, least: i128, rates: &mut [u64]) {
    let least = u64::try_from(least).unwrap_or(u64::MAX);
    for rate in rates {
        *rate = first.apply(*rate).max(second.apply(*rate)).max(least);
    }
}

fn raise_exactly(step: &Compiled, rates: &mut [u64]) -> Result<(), CostingError> {
    for rate in rates {
        let raised = step.apply(i128::from(*rate))?;
        *rate = u64::try_from(raised).map_err(|_| CostingError::TooLarge)?;
    }
    Ok(())
}

/// Σ rate × FTE of a block; in 64 bits where that was shown to fit.
fn weigh(rates: &[u64], ftes: &[u64], fits: bool) -> i128 {
    let pairs = rates.iter().zip(ftes);
    if fits {
        i128::from(pairs.map(|(rate, fte)| rate * fte).sum::<u64>())
    } else {
        pairs
            .map(|(rate, fte)| i128::from(*rate) * i128::from(*fte))
            .sum()
    }
}

/// The finest decimals among starting rates and dollar clauses, 2 to 6.
fn decimals_needed(rates: u32, changes: &[Change]) -> u32 {
    let of = |millionths: i64| {
        (2..=6)
            .find(|places| millionths % 10_i64.pow(6 - places) == 0)
            .unwrap_or(6)
    };
    changes
        .iter()
        .map(|change| match change.change {
            RateChange::Percent(_) => 2,
            RateChange::PerHour(amount) | RateChange::GreaterOf(_, amount) => of(amount),
            RateChange::Floor(rate) => of(rate),
        })
        .max()
        .unwrap_or(2)
        .max(rates)
}

#[cfg(test)]
mod tests;
