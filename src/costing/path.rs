//! Pay a year over time: a step function, and what is earned under it.

use super::amount::{Amount, AnnualPay};
use super::clock::Ticks;
use super::error::CostingError;

/// Pay a year of every class, before the first step and after each. Steps on one day follow each
/// other without time between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// When each step takes effect, in order.
    at: Vec<Ticks>,
    /// Pay a year of everyone: before the first step, then after each.
    totals: Vec<AnnualPay>,
    /// The same by class: step × classes + class.
    by_class: Vec<AnnualPay>,
    classes: usize,
}

impl Path {
    /// A path from the pay of each class: `by_class` holds `classes` values before the first step, then
    /// `classes` after each.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn new(
        at: Vec<Ticks>,
        by_class: Vec<AnnualPay>,
        classes: usize,
    ) -> Result<Self, CostingError> {
        let totals = by_class
            .chunks(classes.max(1))
            .map(|pays| {
                pays.iter()
                    .try_fold(AnnualPay::default(), |sum, pay| sum.plus(*pay))
            })
            .collect::<Result<_, _>>()?;
        Ok(Self {
            at,
            totals,
            by_class,
            classes,
        })
    }

    /// Σ r·h of everyone between two moments.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn earned(&self, from: Ticks, to: Ticks) -> Result<Amount, CostingError> {
        self.integral(from, to, |step| self.totals.get(step).copied())
    }

    /// Σ r·h of one class between two moments.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn earned_by(&self, class: usize, from: Ticks, to: Ticks) -> Result<Amount, CostingError> {
        self.integral(from, to, |step| {
            self.by_class.get(step * self.classes + class).copied()
        })
    }

    /// Pay a year of everyone at a moment, after the steps of that moment.
    #[must_use]
    pub fn pay_at(&self, moment: Ticks) -> AnnualPay {
        let step = self.at.partition_point(|at| *at <= moment);
        self.totals.get(step).copied().unwrap_or_default()
    }

    /// When pay changes, in order; a moment may repeat.
    #[must_use]
    pub fn changes(&self) -> &[Ticks] {
        &self.at
    }

    fn integral(
        &self,
        from: Ticks,
        to: Ticks,
        pay: impl Fn(usize) -> Option<AnnualPay>,
    ) -> Result<Amount, CostingError> {
        let mut sum = Amount::ZERO;
        let mut start = from;
        let mut step = self.at.partition_point(|at| *at <= from);
        while start < to {
            let end = self.at.get(step).copied().unwrap_or(to).min(to);
            if end > start {
                sum = sum.plus(pay(step).unwrap_or_default().over(end - start)?)?;
                start = end;
            }
            step += 1;
        }
        Ok(sum)
    }
}
