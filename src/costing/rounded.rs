//! Rates rounded to the cent or the dollar after each change: what payroll does.
//!
//! This is the hot loop: every rate under every change. Employees without a scale are worked through in
//! blocks that stay in the fastest cache across all changes between two parts of a pool; a part of a pool
//! needs to see everyone at its moment, so the blocks begin anew behind it. Steps of scales are few: they are
//! changed one event at a time and kept after each, for the path to price.

use super::affine::{Compiled, Fast, Units, raise_to_larger, ready_for_all};
use super::amount::AnnualPay;
use super::changes::{Change, What};
use super::clock::Ticks;
use super::cohorts::{Class, Cohorts};
use super::effects::{Fraction, Minimum, RateChange};
use super::error::CostingError;
use super::lookup::{entry, part, part_mut};
use super::minimum::{Lift, lifts};
use super::path::{Prices, Replay};
use super::pool::added_by_part;
use super::standing::Standing;
use super::wide::scaled;
use crate::scenario::{PayrollMeasured, Ripple};

/// Rates worked through together.
pub(super) const BLOCK: usize = 512;

/// The state of all rates on their way through the changes.
struct Run<'a> {
    cohorts: &'a Cohorts,
    standing: &'a Standing,
    units: Units,
    changes: &'a [Change<'a>],
    /// Rates of employees without a scale.
    rates: Vec<u64>,
    steps: Vec<u64>,
    /// Σ rate × FTE of each class without scales: before the first change, then after each.
    sums: Vec<i128>,
    /// Rates of steps likewise.
    rows: Vec<Vec<u64>>,
    /// Rates without a scale likewise, where every one of them is asked for.
    plain_rows: Option<Vec<Vec<u64>>>,
    /// What each part of a pool adds.
    added: Vec<Option<Fraction>>,
}

/// What is known of the numbers of a class before its loop runs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fits {
    /// Σ rate × FTE of a block fits 64 bits.
    pub sums: bool,
    /// So it does, and every rate and FTE fits 32 bits.
    pub narrow: bool,
}

impl Fits {
    pub fn of(highest: u64, most_fte: u64) -> Self {
        // A length has at most 64 bits, so nothing of the block's is cut off.
        let sums = u128::from(highest) * u128::from(most_fte) * (BLOCK as u128) < 1 << 64;
        let most = u64::from(u32::MAX);
        Self {
            sums,
            narrow: sums && highest <= most && most_fte <= most,
        }
    }
}

/// Takes changes in order through all rates, each rounded to 10^−`places` dollars. `detailed` keeps every
/// rate after every change.
///
/// # Errors
/// [`CostingError`].
pub fn rounded(
    cohorts: &Cohorts,
    standing: &Standing,
    changes: &[Change<'_>],
    places: u32,
    detailed: bool,
) -> Result<Replay, CostingError> {
    let dollar = 10_i128.pow(cohorts.rate_decimals);
    // Rates are followed with two decimals at the least, and rounded to two or none.
    let rounded_off = cohorts.rate_decimals.checked_sub(places);
    let rounded_off = rounded_off.ok_or(CostingError::Misplaced)?;
    let units = Units {
        dollar,
        unit: 10_i128.pow(rounded_off),
    };
    let classes = cohorts.classes.len();
    let mut sums = Vec::with_capacity(classes * (changes.len() + 1));
    for class in &cohorts.classes {
        let (rates, ftes) = cohorts.plain_of(class)?;
        sums.push(weigh(rates, ftes, false));
    }
    let mut run = Run {
        cohorts,
        standing,
        units,
        changes,
        rates: cohorts.rates.clone(),
        steps: cohorts.steps.clone(),
        sums,
        rows: Vec::with_capacity(changes.len() + 1),
        plain_rows: detailed.then(|| vec![cohorts.rates.clone()]),
        added: Vec::with_capacity(changes.len()),
    };
    run.rows.push(run.steps.clone());
    let mut at = 0;
    while at < changes.len() {
        let alone = |change: &Change<'_>| matches!(change.what, What::Part { .. }) || detailed;
        let ahead = changes.iter().skip(at);
        let together = ahead.take_while(|change| !alone(change)).count();
        if together == 0 {
            run.one(at)?;
            at += 1;
        } else {
            run.plain_block(at, at + together)?;
            for number in at..at + together {
                run.scales(number)?;
            }
            at += together;
        }
    }
    run.finish()
}

impl Run<'_> {
    /// A change that has to see everyone at its moment.
    fn one(&mut self, number: usize) -> Result<(), CostingError> {
        let change = entry(self.changes, number)?;
        if let What::Part { pool, share, first } = change.what {
            let payroll = match pool.measured {
                PayrollMeasured::Today => self.base_payroll(pool.payroll_of)?,
                PayrollMeasured::Eve => self.payroll(pool.payroll_of, first)?,
            };
            let target = self.payroll(change.scope, change.at)?;
            let added = added_by_part(share, payroll, target, pool.tranches.len())?;
            self.added.push(added);
            self.spend(change.scope, added)?;
            self.rows.push(self.steps.clone());
            self.sum_up()?;
        } else {
            self.plain_block(number, number + 1)?;
            self.scales(number)?;
        }
        if let Some(rows) = &mut self.plain_rows {
            rows.push(self.rates.clone());
        }
        Ok(())
    }

    /// Takes rates without a scale through changes that act on each by itself.
    fn plain_block(&mut self, from: usize, to: usize) -> Result<(), CostingError> {
        let classes = self.cohorts.classes.len();
        let start = self.sums.len();
        let before = start.checked_sub(classes).ok_or(CostingError::Misplaced)?;
        let before = part(&self.sums, before..)?.to_vec();
        for _ in from..to {
            self.sums.extend_from_slice(&before);
        }
        let changes = part(self.changes, from..to)?;
        // No part of a pool is among them, and a lift to zero lifts nobody.
        let of_all = changes.iter().map(|change| match change.what {
            What::Rate(rate) => rate,
            What::Minimum(minimum) => RateChange::Lift(minimum.highest().unwrap_or(0)),
            What::Part { .. } => RateChange::Lift(0),
        });
        let for_all = ready_for_all(&self.rates, of_all, self.units);
        let alike = |index: usize| for_all.as_ref()?.0.get(index)?.as_ref();
        let mut own: Vec<(usize, Compiled)> = Vec::with_capacity(changes.len());
        let mut totals: Vec<i128> = Vec::with_capacity(changes.len());
        for (number, class) in self.cohorts.classes.iter().enumerate() {
            let rates = part_mut(&mut self.rates, class.rates.clone())?;
            let ftes = part(&self.cohorts.ftes, class.rates.clone())?;
            let Some(most_fte) = ftes.iter().copied().max() else {
                continue;
            };
            own.clear();
            let applies = |change: &Change<'_>| self.cohorts.applies(change.scope, number);
            let applying = || changes.iter().enumerate().filter(|(_, one)| applies(one));
            for (index, change) in applying().filter(|(index, _)| alike(*index).is_none()) {
                if let Some(rate) = of_rate(self.cohorts, number, change) {
                    own.push((index, Compiled::new(rate, self.units)?));
                }
            }
            let highest = match &for_all {
                Some((_, highest)) => *highest,
                None => bounds(rates, &mut own)?,
            };
            let mut owned = own.iter().peekable();
            let ready = applying().filter_map(|(index, _)| {
                let own = owned.next_if(|(at, _)| *at == index);
                let change = alike(index).or(own.map(|(_, change)| change))?;
                Some((index, change))
            });
            let ready: Vec<(usize, &Compiled)> = ready.collect();
            let fits = Fits::of(highest, most_fte);
            totals.clear();
            totals.resize(ready.len(), 0);
            for (rates, ftes) in rates.chunks_mut(BLOCK).zip(ftes.chunks(BLOCK)) {
                for ((_, change), total) in ready.iter().zip(&mut totals) {
                    *total += raise(change, rates, ftes, fits)?;
                }
            }
            // A change holds until the next one of its class.
            let until = ready.iter().skip(1).map(|(index, _)| *index);
            let until = until.chain([changes.len()]);
            for (((index, _), total), until) in ready.iter().zip(&totals).zip(until) {
                for row in *index..until {
                    let sum = self.sums.get_mut(start + row * classes + number);
                    *sum.ok_or(CostingError::Misplaced)? = *total;
                }
            }
        }
        Ok(())
    }

    /// Takes the steps of scales through one change.
    fn scales(&mut self, number: usize) -> Result<(), CostingError> {
        self.added.push(None);
        let change = entry(self.changes, number)?;
        if self.cohorts.has_scales() {
            match change.what {
                What::Rate(rate) => {
                    let compiled = Compiled::new(rate, self.units)?;
                    for (_, class) in self.cohorts.classes_in(change.scope) {
                        compiled.change(part_mut(&mut self.steps, class.steps.clone())?)?;
                    }
                }
                What::Minimum(minimum) => self.lift(minimum, change.scope)?,
                What::Part { .. } => {}
            }
        }
        self.rows.push(self.steps.clone());
        Ok(())
    }

    fn lift(&mut self, minimum: &Minimum, scope: usize) -> Result<(), CostingError> {
        // Rates have at most six decimals, so millionths of a dollar hold them and the minimums exactly.
        let millionths = self.cohorts.missing_decimals();
        let first = |copy: &super::cohorts::ScaleCopy| {
            let first = entry(&self.steps, copy.steps.start)?;
            Ok(i128::from(*first) * millionths)
        };
        let firsts = self.cohorts.copies.iter().map(first);
        let firsts = firsts.collect::<Result<Vec<i128>, CostingError>>()?;
        let lifts = lifts(self.cohorts, minimum, scope, &firsts, 1);
        for (copy, lift) in self.cohorts.copies.iter().zip(lifts) {
            let Some(lift) = lift else { continue };
            let steps = part_mut(&mut self.steps, copy.steps.clone())?;
            match lifted(minimum.ripple, lift, self.units)? {
                Some(compiled) => compiled.change(steps)?,
                None => multiply(steps, Fraction::new(lift.to, lift.from.max(1)), self.units)?,
            }
        }
        Ok(())
    }

    /// Adds what a part of a pool gives to the rates of a scope.
    fn spend(&mut self, scope: usize, added: Option<Fraction>) -> Result<(), CostingError> {
        let Some(added) = added else { return Ok(()) };
        let num = added
            .num
            .checked_add(added.den)
            .ok_or(CostingError::TooLarge)?;
        let factor = Fraction::new(num, added.den);
        for (_, class) in self.cohorts.classes_in(scope) {
            let rates = part_mut(&mut self.rates, class.rates.clone())?;
            multiply(rates, factor, self.units)?;
            let steps = part_mut(&mut self.steps, class.steps.clone())?;
            multiply(steps, factor, self.units)?;
        }
        Ok(())
    }

    /// The sums of all classes after a change that saw everyone.
    fn sum_up(&mut self) -> Result<(), CostingError> {
        for class in &self.cohorts.classes {
            let rates = part(&self.rates, class.rates.clone())?;
            let ftes = part(&self.cohorts.ftes, class.rates.clone())?;
            self.sums.push(weigh(rates, ftes, false));
        }
        Ok(())
    }

    /// Σ rate × FTE × parts of a scope on the eve of a moment: all changes and moves before it applied.
    fn payroll(&self, scope: usize, moment: Ticks) -> Result<i128, CostingError> {
        let before = self.changes.partition_point(|change| change.at < moment);
        let row = self.standing.at(moment - 1)?;
        self.payroll_after(scope, before, &row.now)
    }

    /// The same on the day the rates are taken from.
    fn base_payroll(&self, scope: usize) -> Result<i128, CostingError> {
        self.payroll_after(scope, 0, self.standing.at_start())
    }

    fn payroll_after(
        &self,
        scope: usize,
        changes: usize,
        weights: &[i64],
    ) -> Result<i128, CostingError> {
        let classes = self.cohorts.classes.len();
        let mut sum = 0_i128;
        for (number, class) in self.cohorts.classes_in(scope) {
            let plain = entry(&self.sums, changes * classes + number)?;
            let on_steps = dot(entry(&self.rows, changes)?, weights, class)?;
            sum = plain
                .checked_mul(i128::from(self.standing.parts))
                .and_then(|plain| plain.checked_add(on_steps))
                .and_then(|more| sum.checked_add(more))
                .ok_or(CostingError::TooLarge)?;
        }
        Ok(sum)
    }

    fn finish(self) -> Result<Replay, CostingError> {
        let pays = self.sums.iter().map(|sum| self.cohorts.pay_of_sum(*sum));
        let by_class = pays.collect::<Result<Vec<AnnualPay>, _>>()?;
        let prices = self.rows.into_iter().map(Prices::Whole).collect();
        Replay::new(
            self.changes,
            by_class,
            self.cohorts.classes.len(),
            prices,
            self.plain_rows
                .map(|rows| rows.into_iter().map(Prices::Whole).collect()),
            self.added,
        )
    }
}

/// What a change does to rates without a scale: a scale of one step under the minimum is lifted to it, whatever
/// the ripple.
pub(super) fn of_rate(cohorts: &Cohorts, class: usize, change: &Change<'_>) -> Option<RateChange> {
    match change.what {
        What::Rate(rate) => Some(rate),
        What::Minimum(minimum) => minimum.of(cohorts.market_of(class)).map(RateChange::Lift),
        What::Part { .. } => None,
    }
}

/// How a lifted copy's steps change; `None` where the percent is too large a fraction for the loops.
fn lifted(ripple: Ripple, lift: Lift, units: Units) -> Result<Option<Compiled>, CostingError> {
    let to = i64::try_from(lift.to).map_err(|_| CostingError::TooLarge)?;
    Ok(match ripple {
        Ripple::SamePercent if lift.from > 0 => Compiled::ratio(lift.to, lift.from, units),
        Ripple::SamePercent | Ripple::FirstStepOnly => {
            Some(Compiled::new(RateChange::Floor(to), units)?)
        }
        Ripple::SameDollars => {
            let more = Fraction::new(lift.to - lift.from, 1_000_000);
            Some(Compiled::new(RateChange::Add(more), units)?)
        }
    })
}

/// Rates × a fraction, rounded; by the loops where the numbers allow.
fn multiply(rates: &mut [u64], by: Fraction, units: Units) -> Result<(), CostingError> {
    if let Some(compiled) = Compiled::ratio(by.num, by.den, units)
        && compiled.change(rates).is_ok()
    {
        return Ok(());
    }
    let den = by
        .den
        .checked_mul(units.unit)
        .ok_or(CostingError::TooLarge)?;
    for rate in rates {
        let raised = scaled(i128::from(*rate), by.num, den)?
            .checked_mul(units.unit)
            .ok_or(CostingError::TooLarge)?;
        *rate = u64::try_from(raised).map_err(|_| CostingError::TooLarge)?;
    }
    Ok(())
}

/// Σ step rate × weight of a class.
pub(super) fn dot(rates: &[u64], weights: &[i64], class: &Class) -> Result<i128, CostingError> {
    let rates = part(rates, class.steps.clone())?;
    let weights = part(weights, class.steps.clone())?;
    rates
        .iter()
        .zip(weights)
        .try_fold(0_i128, |sum, (rate, weight)| {
            // Both factors fit 64 bits, so the product fits; the sum is checked.
            sum.checked_add(i128::from(*rate) * i128::from(*weight))
        })
        .ok_or(CostingError::TooLarge)
}

/// Follows the lowest and the highest rate of a class through all changes, exactly. Says which changes may take the
/// fast form, and returns the highest rate met.
fn bounds(rates: &[u64], changes: &mut [(usize, Compiled)]) -> Result<u64, CostingError> {
    let (Some(low), Some(high)) = (rates.iter().min(), rates.iter().max()) else {
        return Ok(0);
    };
    let (mut low, mut high) = (i128::from(*low), i128::from(*high));
    let mut highest = high;
    for (_, change) in changes.iter_mut() {
        change.fast = change.prove(low, high);
        (low, high) = change.range(low, high)?;
        highest = highest.max(high);
    }
    u64::try_from(highest).map_err(|_| CostingError::TooLarge)
}

/// Raises a block of rates and returns Σ rate × FTE.
pub(super) fn raise(
    change: &Compiled,
    rates: &mut [u64],
    ftes: &[u64],
    fits: Fits,
) -> Result<i128, CostingError> {
    match change.fast {
        Some((fast, None)) if fits.narrow && change.least == 0 && fast.is_narrow() => {
            return Ok(raise_narrow(fast, rates, ftes));
        }
        Some((first, second)) if fits.sums => {
            raise_to_larger(first, second.unwrap_or(first), change.least, rates);
        }
        _ => change.change_exactly(rates)?,
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

/// Σ rate × FTE; in 64 bits where that was shown to fit. In 128 bits no product passes half of what they
/// hold, since a rate has at most 53 bits and FTE 47.
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
