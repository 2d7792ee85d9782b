//! Paths of unrounded rates.
//!
//! Without a scale a class is one line of pay however many employees it has, as long as all changes act alike
//! on a sum of rates and on each of them; else a line for each rate. Rounded here: a changed line to 10⁻¹⁴
//! dollars a year, half away from zero. Steps of scales go through `blocks`.

use super::amount::AnnualPay;
use super::blocks::{self, Block, Changed};
use super::changes::{Change, What};
use super::clock::Ticks;
use super::cohorts::Cohorts;
use super::effects::{Factor, Fraction, RateChange};
use super::error::CostingError;
use super::lookup::{entry, part};
use super::path::{Prices, Replay, annual_pay};
use super::pool::added_by_part;
use super::rounded::of_rate;
use super::standing::Standing;
use super::weights::Weights;
use super::wide::{Wide, scaled};
use crate::scenario::PayrollMeasured;

/// Pay of employees whose rate moves together.
struct Line {
    class: usize,
    /// Pay a year, 10⁻¹⁴ dollars.
    pay: i128,
    /// FTE × what makes a rate a year's pay, 10⁻⁸: × 10⁻⁶ dollars gives 10⁻¹⁴ dollars.
    a_year: i128,
}

struct Run<'a> {
    cohorts: &'a Cohorts,
    standing: &'a Standing,
    changes: &'a [Change<'a>],
    lines: Vec<Line>,
    blocks: Vec<Block>,
    state: Vec<Changed>,
    /// Pay a year of each class without scales: before the first change, then after each.
    pays: Vec<AnnualPay>,
    /// What blocks have come to, likewise.
    rows: Vec<Vec<Changed>>,
    added: Vec<Option<Fraction>>,
}

/// Takes changes in order through all rates without rounding them. `detailed` keeps every rate apart.
///
/// # Errors
/// [`CostingError`].
pub fn unrounded(
    cohorts: &Cohorts,
    standing: &Standing,
    changes: &[Change<'_>],
    detailed: bool,
) -> Result<Replay, CostingError> {
    let acts_alike = |change: &Change<'_>| match change.what {
        What::Rate(rate) => rate.is_linear(),
        What::Minimum(_) => false,
        What::Part { .. } => true,
    };
    let lines = if cohorts.rates.is_empty() || changes.iter().all(acts_alike) {
        class_lines(cohorts)?
    } else {
        rate_lines(cohorts)?
    };
    let blocks = blocks::blocks(cohorts, changes, detailed);
    let classes = cohorts.classes.len();
    let mut pays = Vec::with_capacity(classes * (changes.len() + 1));
    pays.extend(cohorts.classes.iter().map(|class| class.plain));
    let mut run = Run {
        cohorts,
        standing,
        changes,
        lines,
        state: vec![Changed::NOT; blocks.len()],
        blocks,
        pays,
        rows: Vec::with_capacity(changes.len() + 1),
        added: Vec::with_capacity(changes.len()),
    };
    run.rows.push(run.state.clone());
    for number in 0..changes.len() {
        run.one(number)?;
    }
    let blocks = std::sync::Arc::new(run.blocks);
    let prices = run.rows.into_iter().map(|state| Prices::Blocks {
        blocks: blocks.clone(),
        state,
    });
    let prices: Vec<Prices> = prices.collect();
    Replay::new(
        changes,
        run.pays,
        classes,
        prices.clone(),
        detailed.then_some(prices),
        run.added,
    )
}

impl Run<'_> {
    fn one(&mut self, number: usize) -> Result<(), CostingError> {
        let change = entry(self.changes, number)?;
        let mut added = None;
        if let What::Part { pool, share, first } = change.what {
            let payroll = match pool.measured {
                PayrollMeasured::Today => self.cohorts.payroll_in(pool.payroll_of)?,
                PayrollMeasured::Eve => self.payroll(pool.payroll_of, first)?,
            };
            let target = self.payroll(change.scope, change.at)?;
            added = added_by_part(share, payroll.0, target.0, pool.tranches.len())?;
        }
        self.added.push(added);
        let classes = self.cohorts.classes.len();
        let start = self.pays.len();
        self.pays.resize(start + classes, AnnualPay::default());
        for line in &mut self.lines {
            if self.cohorts.applies(change.scope, line.class) {
                if let Some(rate) = of_rate(self.cohorts, line.class, change) {
                    line.pay = line.apply(rate)?;
                } else if let Some(added) = added {
                    let num = added.num.checked_add(added.den);
                    let num = num.ok_or(CostingError::TooLarge)?;
                    line.pay = scaled(line.pay, num, added.den)?;
                }
                if line.pay < 0 {
                    return Err(CostingError::RateBelowZero);
                }
            }
            let pay = self.pays.get_mut(start + line.class);
            let pay = pay.ok_or(CostingError::Misplaced)?;
            *pay = pay.plus(AnnualPay(line.pay))?;
        }
        if !self.blocks.is_empty() {
            blocks::change(self.cohorts, &self.blocks, &mut self.state, change, added)?;
        }
        self.rows.push(self.state.clone());
        Ok(())
    }

    /// Pay a year of a scope on the eve of a moment: all changes and moves before it applied.
    fn payroll(&self, scope: usize, moment: Ticks) -> Result<AnnualPay, CostingError> {
        let before = self.changes.partition_point(|change| change.at < moment);
        let classes = self.cohorts.classes.len();
        let mut sum = AnnualPay::default();
        for (number, _) in self.cohorts.classes_in(scope) {
            sum = sum.plus(*entry(&self.pays, before * classes + number)?)?;
        }
        if let Some(state) = self.rows.get(before).filter(|state| !state.is_empty()) {
            let row = self.standing.at(moment - 1)?;
            let now = Weights::Now(&row.now);
            let mut on_steps = Wide::ZERO;
            for (block, changed) in self.blocks.iter().zip(state) {
                if block.plain || !self.cohorts.applies(scope, block.class) {
                    continue;
                }
                let rates = part(&self.cohorts.steps, block.cells.clone())?;
                let weighed = now.weigh(rates, block.cells.clone())?;
                on_steps = on_steps.plus(changed.price(weighed.by_rate, weighed.all)?)?;
            }
            let parts = self.standing.parts;
            sum = sum.plus(annual_pay(self.cohorts, on_steps, parts, blocks::GRAIN)?)?;
        }
        Ok(sum)
    }
}

fn class_lines(cohorts: &Cohorts) -> Result<Vec<Line>, CostingError> {
    let classes = cohorts.classes.iter().enumerate();
    classes
        .map(|(number, class)| {
            Ok(Line {
                class: number,
                pay: class.plain.0,
                a_year: a_year(cohorts, class.plain_fte)?,
            })
        })
        .collect()
}

fn rate_lines(cohorts: &Cohorts) -> Result<Vec<Line>, CostingError> {
    let mut lines = Vec::with_capacity(cohorts.rates.len());
    for (number, class) in cohorts.classes.iter().enumerate() {
        let (rates, ftes) = cohorts.plain_of(class)?;
        for (rate, fte) in rates.iter().zip(ftes) {
            let pay = cohorts.pay_of_sum(i128::from(*rate) * i128::from(*fte))?;
            lines.push(Line {
                class: number,
                pay: pay.0,
                a_year: a_year(cohorts, i128::from(*fte))?,
            });
        }
    }
    Ok(lines)
}

fn a_year(cohorts: &Cohorts, fte: i128) -> Result<i128, CostingError> {
    fte.checked_mul(cohorts.a_year)
        .ok_or(CostingError::TooLarge)
}

impl Line {
    fn apply(&self, change: RateChange) -> Result<i128, CostingError> {
        match change {
            RateChange::Percent(factor) => self.raised(factor),
            RateChange::Add(amount) => self.plus(amount),
            RateChange::GreaterOf(factor, amount) => {
                Ok(self.raised(factor)?.max(self.plus(amount)?))
            }
            RateChange::Floor(millionths) | RateChange::Lift(millionths) => {
                let floor = self.at_rate(Fraction::new(millionths.into(), 1_000_000))?;
                Ok(self.pay.max(floor))
            }
        }
    }

    fn raised(&self, factor: Factor) -> Result<i128, CostingError> {
        scaled(self.pay, factor.num.into(), factor.den.into())
    }

    fn plus(&self, amount: Fraction) -> Result<i128, CostingError> {
        self.pay
            .checked_add(self.at_rate(amount)?)
            .ok_or(CostingError::TooLarge)
    }

    /// Pay a year at a rate in dollars.
    fn at_rate(&self, rate: Fraction) -> Result<i128, CostingError> {
        let micro = self.a_year.checked_mul(1_000_000);
        scaled(micro.ok_or(CostingError::TooLarge)?, rate.num, rate.den)
    }
}
