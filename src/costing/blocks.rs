//! Unrounded rates: whatever moves together is one block, which holds how its starting rates were changed.
//!
//! A percent, dollars, a part of a pool and a lifted scale take a rate r to a·r + b alike for every step of a
//! class or of a copy, so a block of them is two numbers however many steps it has. Floors and greater amounts
//! act rate by rate and need a block for each. Rounded here: a and b to 10⁻²⁴.

use std::ops::Range;

use super::changes::{Change, What};
use super::cohorts::Cohorts;
use super::effects::{Fraction, Minimum, RateChange};
use super::error::CostingError;
use super::lookup::entry;
use super::minimum::lifts;
use super::wide::{Wide, scaled};
use crate::scenario::Ripple;

/// One whole of a factor.
pub(super) const GRAIN: i128 = 10_i128.pow(24);

/// Rates that move together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// The class they belong to.
    pub(crate) class: usize,
    /// The copy of a scale, where the block is no larger than one.
    copy: Option<usize>,
    /// Where they are: in the list of steps, or of rates.
    pub(crate) cells: Range<usize>,
    /// Whether they are rates without a scale.
    pub(crate) plain: bool,
}

/// What a block's starting rates have come to: rate × `factor` / [`GRAIN`] + `more` / [`GRAIN`], in the unit
/// of the rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Changed {
    factor: i128,
    more: i128,
}

impl Changed {
    pub const NOT: Self = Self {
        factor: GRAIN,
        more: 0,
    };

    /// A starting rate as it is now, × [`GRAIN`].
    pub fn of(self, rate: u64) -> Result<i128, CostingError> {
        i128::from(rate)
            .checked_mul(self.factor)
            .and_then(|raised| raised.checked_add(self.more))
            .ok_or(CostingError::TooLarge)
    }

    /// Σ of starting rates × weights and of weights, as they are now, × [`GRAIN`].
    pub fn price(self, rates: i128, weights: i128) -> Result<Wide, CostingError> {
        let raised = Wide::product(rates, self.factor);
        if self.more == 0 {
            return Ok(raised);
        }
        raised.plus(Wide::product(weights, self.more))
    }

    fn times(self, num: i128, den: i128) -> Result<Self, CostingError> {
        Ok(Self {
            factor: scaled(self.factor, num, den)?,
            more: scaled(self.more, num, den)?,
        })
    }

    fn plus(self, more: i128) -> Result<Self, CostingError> {
        let more = self.more.checked_add(more).ok_or(CostingError::TooLarge)?;
        Ok(Self { more, ..self })
    }

    fn set(rate: i128) -> Self {
        Self {
            factor: 0,
            more: rate,
        }
    }
}

/// The blocks that changes ask for: classes, copies or single rates; rates without a scale only where
/// `detailed`.
pub(super) fn blocks(cohorts: &Cohorts, changes: &[Change<'_>], detailed: bool) -> Vec<Block> {
    let mut single = false;
    let mut by_copy = detailed;
    for change in changes {
        match change.what {
            What::Rate(rate) => single |= !rate.is_linear(),
            What::Minimum(minimum) => {
                by_copy = true;
                single |= minimum.ripple == Ripple::FirstStepOnly;
            }
            What::Part { .. } => {}
        }
    }
    let mut blocks = Vec::new();
    let whole = |class: usize, copy: Option<usize>, cells: Range<usize>| Block {
        class,
        copy,
        cells,
        plain: false,
    };
    if single || by_copy {
        for (number, copy) in cohorts.copies.iter().enumerate() {
            if single {
                let steps = copy.steps.clone();
                blocks.extend(steps.map(|step| whole(copy.class, Some(number), step..step + 1)));
            } else {
                blocks.push(whole(copy.class, Some(number), copy.steps.clone()));
            }
        }
    } else {
        for (number, class) in cohorts.classes.iter().enumerate() {
            if !class.steps.is_empty() {
                blocks.push(whole(number, None, class.steps.clone()));
            }
        }
    }
    if detailed {
        for (number, class) in cohorts.classes.iter().enumerate() {
            blocks.extend(class.rates.clone().map(|rate| Block {
                class: number,
                copy: None,
                cells: rate..rate + 1,
                plain: true,
            }));
        }
    }
    blocks
}

/// Takes all blocks through one change; `added` is what a part of a pool adds.
pub(super) fn change(
    cohorts: &Cohorts,
    blocks: &[Block],
    state: &mut [Changed],
    change: &Change<'_>,
    added: Option<Fraction>,
) -> Result<(), CostingError> {
    match change.what {
        What::Rate(rate) => {
            for (block, now) in blocks.iter().zip(state.iter_mut()) {
                if cohorts.applies(change.scope, block.class) {
                    *now = changed(cohorts, block, *now, rate)?;
                }
            }
        }
        What::Minimum(minimum) => lift(cohorts, blocks, state, minimum, change.scope)?,
        What::Part { .. } => {
            let Some(added) = added else { return Ok(()) };
            let num = added.num.checked_add(added.den);
            let num = num.ok_or(CostingError::TooLarge)?;
            for (block, now) in blocks.iter().zip(state.iter_mut()) {
                if cohorts.applies(change.scope, block.class) {
                    *now = now.times(num, added.den)?;
                }
            }
        }
    }
    Ok(())
}

/// A dollar in the unit of the rates, × [`GRAIN`].
fn dollars(cohorts: &Cohorts, amount: Fraction) -> Result<i128, CostingError> {
    let grain = GRAIN
        .checked_mul(10_i128.pow(cohorts.rate_decimals))
        .ok_or(CostingError::TooLarge)?;
    scaled(grain, amount.num, amount.den)
}

/// The starting rate of a block's first cell.
fn starting(cohorts: &Cohorts, block: &Block) -> Result<u64, CostingError> {
    let all = if block.plain {
        &cohorts.rates
    } else {
        &cohorts.steps
    };
    entry(all, block.cells.start).copied()
}

fn changed(
    cohorts: &Cohorts,
    block: &Block,
    now: Changed,
    rate: RateChange,
) -> Result<Changed, CostingError> {
    let changed = match rate {
        RateChange::Percent(factor) => now.times(factor.num.into(), factor.den.into())?,
        RateChange::Add(amount) => now.plus(dollars(cohorts, amount)?)?,
        RateChange::GreaterOf(factor, amount) => {
            let percent = now.times(factor.num.into(), factor.den.into())?;
            let amount = now.plus(dollars(cohorts, amount)?)?;
            let start = starting(cohorts, block)?;
            if amount.of(start)? > percent.of(start)? {
                amount
            } else {
                percent
            }
        }
        RateChange::Floor(millionths) | RateChange::Lift(millionths) => {
            floored(cohorts, block, now, millionths)?
        }
    };
    let block_has_rates = block.cells.len() == 1 || matches!(rate, RateChange::Add(_));
    if block_has_rates && changed.of(starting(cohorts, block)?)? < 0 {
        return Err(CostingError::RateBelowZero);
    }
    Ok(changed)
}

fn floored(
    cohorts: &Cohorts,
    block: &Block,
    now: Changed,
    millionths: i64,
) -> Result<Changed, CostingError> {
    let floor = dollars(cohorts, Fraction::new(millionths.into(), 1_000_000))?;
    Ok(if now.of(starting(cohorts, block)?)? < floor {
        Changed::set(floor)
    } else {
        now
    })
}

fn lift(
    cohorts: &Cohorts,
    blocks: &[Block],
    state: &mut [Changed],
    minimum: &Minimum,
    scope: usize,
) -> Result<(), CostingError> {
    let mut firsts = vec![0_i128; cohorts.copies.len()];
    for (block, now) in blocks.iter().zip(state.iter()) {
        let copy = block.copy.and_then(|copy| cohorts.copies.get(copy));
        if let (Some(number), Some(copy)) = (block.copy, copy)
            && block.cells.start == copy.steps.start
            && let Some(first) = firsts.get_mut(number)
        {
            *first = now.of(starting(cohorts, block)?)?;
        }
    }
    let millionth = dollars(cohorts, Fraction::new(1, 1_000_000))?;
    let lifts = lifts(cohorts, minimum, scope, &firsts, millionth);
    for (block, now) in blocks.iter().zip(state.iter_mut()) {
        if block.plain {
            let rate = minimum.of(cohorts.market_of(block.class));
            if let Some(rate) = rate.filter(|_| cohorts.applies(scope, block.class)) {
                *now = floored(cohorts, block, *now, rate)?;
            }
            continue;
        }
        let lift = block
            .copy
            .and_then(|copy| lifts.get(copy).copied().flatten());
        let Some(lift) = lift else { continue };
        *now = match minimum.ripple {
            Ripple::SamePercent if lift.from > 0 => now.times(lift.to, lift.from)?,
            Ripple::SameDollars => now.plus(lift.to - lift.from)?,
            Ripple::SamePercent | Ripple::FirstStepOnly => {
                if now.of(starting(cohorts, block)?)? < lift.to {
                    Changed::set(lift.to)
                } else {
                    *now
                }
            }
        };
    }
    Ok(())
}
