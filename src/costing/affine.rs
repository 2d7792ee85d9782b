//! Changes of whole-number rates, each rounded to the cent or the dollar.
//!
//! Rates are whole numbers of 10^−d dollars. Each change is brought into the form
//! ⌊(rate × num + addend) / den⌋ × unit once, with the half of rounding in the addend; where the rates allow,
//! the division becomes one multiplication and a shift whose result is proved equal beforehand
//! ([`Fast::prove`]). Bounds on the rates are carried along exactly, so overflow and a rate below zero are
//! found before a loop runs, not in it.

use super::effects::{Factor, Fraction, RateChange};
use super::error::CostingError;

/// ⌊(rate × num + addend) / den⌋ × unit, exactly; rates from 0 to a bound keep the numerator positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Affine {
    num: i128,
    addend: i128,
    den: i128,
    unit: i128,
}

impl Affine {
    /// A percent, rounded to the unit.
    pub fn percent(factor: Factor, unit: i128) -> Self {
        let den = i128::from(factor.den) * unit;
        Self {
            num: i128::from(factor.num),
            addend: den / 2,
            den,
            unit,
        }
    }

    /// Rate × `num` / `den`, rounded to the unit; `None` where the numbers are too large for it.
    pub fn ratio(num: i128, den: i128, unit: i128) -> Option<Self> {
        let den = den.checked_mul(unit)?;
        Some(Self {
            num,
            addend: den / 2,
            den,
            unit,
        })
    }

    /// A fraction of dollars added, rounded to the unit. `dollar` is a dollar in the unit of the rates.
    pub fn plus(amount: Fraction, dollar: i128, unit: i128) -> Result<Self, CostingError> {
        let den = amount.den.checked_mul(unit).ok_or(CostingError::TooLarge)?;
        let addend = amount
            .num
            .checked_mul(dollar)
            .and_then(|addend| addend.checked_add(den / 2))
            .ok_or(CostingError::TooLarge)?;
        Ok(Self {
            num: amount.den,
            addend,
            den,
            unit,
        })
    }

    pub fn apply(self, rate: i128) -> Result<i128, CostingError> {
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
pub(super) struct Fast {
    pub(crate) mul: u64,
    pub(crate) add: u64,
    pub(crate) shift: u32,
    unit: u64,
}

impl Fast {
    /// The fast form, where it gives the same result for every rate from 0 to `highest`.
    ///
    /// With N = rate × num + addend and the shift s, mul exceeds num·2^s/den by less than 1 and add
    /// exceeds addend·2^s/den by less than 1. So (rate × mul + add) / 2^s exceeds N/den by less than
    /// (rate + 1) / 2^s, which is at most 1/den where 2^s ≥ (highest + 1) × den; and as N/den is a whole
    /// number of 1/den, the whole part is the same.
    pub fn prove(exact: Affine, highest: i128) -> Option<Self> {
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
    pub fn is_narrow(self) -> bool {
        self.unit == 1 && self.mul <= u64::from(u32::MAX)
    }

    #[inline(always)]
    pub fn apply(self, rate: u64) -> u64 {
        (rate.wrapping_mul(self.mul).wrapping_add(self.add) >> self.shift) * self.unit
    }
}

/// One change of rates, ready for a loop.
#[derive(Debug, Clone, Copy)]
pub(super) struct Compiled {
    first: Affine,
    /// The other result of a `GreaterOf`.
    second: Option<Affine>,
    /// The least result of a `Floor`; what a `Lift` lifts to.
    pub(crate) least: u64,
    /// Of a `Lift`: the rates under this are lifted, all others stay as they are.
    under: Option<i128>,
    /// The fast forms of both results, where they are proved for the rates at hand.
    pub(crate) fast: Option<(Fast, Option<Fast>)>,
}

/// The units a change works in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Units {
    /// A dollar in the unit of the rates.
    pub(crate) dollar: i128,
    /// What rates are rounded to, in their unit.
    pub(crate) unit: i128,
}

impl Compiled {
    pub fn new(change: RateChange, units: Units) -> Result<Self, CostingError> {
        let Units { dollar, unit } = units;
        let (first, second, least) = match change {
            RateChange::Percent(factor) => (Affine::percent(factor, unit), None, 0),
            RateChange::Add(amount) => (Affine::plus(amount, dollar, unit)?, None, 0),
            RateChange::GreaterOf(factor, amount) => (
                Affine::percent(factor, unit),
                Some(Affine::plus(amount, dollar, unit)?),
                0,
            ),
            RateChange::Floor(millionths) | RateChange::Lift(millionths) => {
                let nothing = Fraction::new(0, 1);
                let floor = Fraction::new(i128::from(millionths), 1_000_000);
                let least = Affine::plus(floor, dollar, unit)?.apply(0)?;
                let least = u64::try_from(least).map_err(|_| CostingError::TooLarge)?;
                (Affine::plus(nothing, dollar, unit)?, None, least)
            }
        };
        let under = match change {
            // Whole rates are under a minimum with more decimals where they are under the next whole one.
            RateChange::Lift(millionths) => {
                let fine = i128::from(millionths).checked_mul(dollar);
                let fine = fine.ok_or(CostingError::TooLarge)?;
                let whole = fine.div_euclid(1_000_000);
                Some(whole + i128::from(fine.rem_euclid(1_000_000) > 0))
            }
            _ => None,
        };
        Ok(Self {
            first,
            second,
            least,
            under,
            fast: None,
        })
    }

    /// A rate × `num` / `den`; `None` where that is too large for the loops.
    pub fn ratio(num: i128, den: i128, units: Units) -> Option<Self> {
        Some(Self {
            first: Affine::ratio(num, den, units.unit)?,
            second: None,
            least: 0,
            under: None,
            fast: None,
        })
    }

    /// The exact result for one rate.
    pub fn apply(&self, rate: i128) -> Result<i128, CostingError> {
        if let Some(under) = self.under {
            let least = i128::from(self.least);
            return Ok(if rate < under { least } else { rate });
        }
        let raised = match self.second {
            // The smaller of two results may be below zero without harm: the larger one counts.
            Some(second) => match (self.first.apply(rate), second.apply(rate)) {
                (Ok(a), Ok(b)) => a.max(b),
                (Ok(a), Err(CostingError::RateBelowZero)) => a,
                (a, b) => a.and(b)?,
            },
            None => self.first.apply(rate)?,
        };
        Ok(raised.max(i128::from(self.least)))
    }

    /// The lowest and the highest result for rates from `low` to `high`. Each change keeps their order but a
    /// lift, which may take a rate past one that is just above the minimum.
    pub fn range(&self, low: i128, high: i128) -> Result<(i128, i128), CostingError> {
        let (lowest, highest) = (self.apply(low)?, self.apply(high)?);
        Ok(match self.under {
            Some(under) if low < under => (lowest.min(under), highest.max(lowest)),
            _ => (lowest, highest),
        })
    }

    /// The fast forms for rates from `low` to `high`; none of a lift, which needs no arithmetic.
    pub fn prove(&self, low: i128, high: i128) -> Option<(Fast, Option<Fast>)> {
        if self.under.is_some() {
            return None;
        }
        let first = Fast::prove(self.first, high)?;
        match self.second {
            None => Some((first, None)),
            Some(second) => {
                second.apply(low).ok()?;
                Some((first, Some(Fast::prove(second, high)?)))
            }
        }
    }

    /// Changes rates one by one, in the fast form where it holds for all of them.
    pub fn change(&self, rates: &mut [u64]) -> Result<(), CostingError> {
        let (Some(low), Some(high)) = (rates.iter().min(), rates.iter().max()) else {
            return Ok(());
        };
        let (low, high) = (i128::from(*low), i128::from(*high));
        // Each change keeps the order of rates, so these two tell whether all of them stay in bounds.
        self.apply(low)?;
        u64::try_from(self.apply(high)?).map_err(|_| CostingError::TooLarge)?;
        match self.prove(low, high) {
            Some((first, second)) => {
                raise_to_larger(first, second.unwrap_or(first), self.least, rates);
                Ok(())
            }
            None => self.change_exactly(rates),
        }
    }

    pub fn change_exactly(&self, rates: &mut [u64]) -> Result<(), CostingError> {
        for rate in rates {
            let raised = self.apply(i128::from(*rate))?;
            *rate = u64::try_from(raised).map_err(|_| CostingError::TooLarge)?;
        }
        Ok(())
    }
}

/// Changes made ready once for all of the rates, whichever of them each one is for: in the fast form, which gives the
/// same result for a rate as any other, with the highest rate that can be met. A lift is the highest of its markets': it
/// tells how far rates go, and each class has its own. `None` where a change needs more than that, or could be
/// refused; then each class is looked at by itself.
pub(super) fn ready_for_all(
    rates: &[u64],
    changes: impl Iterator<Item = RateChange>,
    units: Units,
) -> Option<(Vec<Option<Compiled>>, u64)> {
    let (mut low, mut high) = (
        i128::from(*rates.iter().min()?),
        i128::from(*rates.iter().max()?),
    );
    let mut ready = Vec::with_capacity(changes.size_hint().0);
    for change in changes {
        let mut change = Compiled::new(change, units).ok()?;
        let is_lift = change.under.is_some();
        if !is_lift {
            change.fast = Some(change.prove(low, high)?);
        }
        // A change may be for some of the rates only: the others stay where they were.
        let (lowest, highest) = change.range(low, high).ok()?;
        (low, high) = (low.min(lowest), high.max(highest));
        ready.push((!is_lift).then_some(change));
    }
    Some((ready, u64::try_from(high).ok()?))
}

/// Raises rates to the larger of two results and of a least one.
pub(super) fn raise_to_larger(first: Fast, second: Fast, least: u64, rates: &mut [u64]) {
    for rate in rates {
        *rate = first.apply(*rate).max(second.apply(*rate)).max(least);
    }
}

#[cfg(test)]
mod tests;
