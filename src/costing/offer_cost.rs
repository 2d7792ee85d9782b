//! The cost of an offer: wages above the baseline and lump sums (costing.md §5 "cost").

use super::amount::{Amount, AnnualPay};
use super::clock::Ticks;
use super::error::CostingError;
use super::lump_sum::{LumpSum, lump_sums};
use super::model::{Model, Paid};
use super::path::Path;
use super::schedule::{Effect, Step};
use crate::scenario::LumpAmount;

/// An offer costed: its path and its lump sums over time. Every figure of the offer is a
/// difference or a sum read off these.
#[derive(Debug, Clone)]
pub struct OfferCost {
    /// r(t), pay under the offer.
    pub path: Path,
    /// b(t), pay under the baseline.
    pub baseline: Path,
    /// Lump sums; `None` where one of them is unknown.
    pub lumps: Option<Vec<LumpSum>>,
}

impl OfferCost {
    /// Costs the steps of an offer. `None` where a raise that counts is unknown.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn new(
        model: &Model<'_>,
        paid: &Paid,
        steps: &[Step],
    ) -> Result<Option<Self>, CostingError> {
        let counted = || steps.iter().filter(|step| step.counts);
        if counted().any(|step| step.effect == Effect::UnknownRate) {
            return Ok(None);
        }
        let path = model.path(paid, steps)?;
        let lumps = lumps_under(model, paid, steps, &path)?;
        Ok(Some(Self {
            path,
            baseline: paid.baseline.clone(),
            lumps,
        }))
    }

    /// Wages above the baseline between two moments: Σ (r − b)·h.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn wages(&self, from: Ticks, to: Ticks) -> Result<Amount, CostingError> {
        self.path
            .earned(from, to)?
            .minus(self.baseline.earned(from, to)?)
    }

    /// Lump sums that fall between two moments; `None` where one is unknown.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn lump_sums(&self, from: Ticks, to: Ticks) -> Result<Option<Amount>, CostingError> {
        let Some(lumps) = &self.lumps else {
            return Ok(None);
        };
        lumps
            .iter()
            .filter(|lump| (from..to).contains(&lump.at))
            .try_fold(Amount::ZERO, |sum, lump| sum.plus(lump.amount))
            .map(Some)
    }

    /// Wages above the baseline and lump sums between two moments; `None` where one is unknown.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn cost(&self, from: Ticks, to: Ticks) -> Result<Option<Amount>, CostingError> {
        let wages = self.wages(from, to)?;
        self.lump_sums(from, to)?
            .map(|lumps| wages.plus(lumps))
            .transpose()
    }

    /// Pay a year above the baseline at a moment.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn pay_above_baseline(&self, moment: Ticks) -> Result<AnnualPay, CostingError> {
        self.path.pay_at(moment).minus(self.baseline.pay_at(moment))
    }

    /// The first moment anything differs from the baseline, or `otherwise` where that is earlier.
    #[must_use]
    pub fn earliest(&self, otherwise: Ticks) -> Ticks {
        let lumps = self.lumps.iter().flatten().map(|lump| lump.at);
        self.path
            .changes()
            .iter()
            .copied()
            .chain(lumps)
            .min()
            .unwrap_or(otherwise)
            .min(otherwise)
    }
}

/// The lump sums of an offer's steps, given its path; `None` where one of them is unknown.
fn lumps_under(
    model: &Model<'_>,
    paid: &Paid,
    steps: &[Step],
    path: &Path,
) -> Result<Option<Vec<LumpSum>>, CostingError> {
    let mut lumps = Vec::new();
    for step in steps.iter().filter(|step| step.counts) {
        let more = match &step.effect {
            Effect::LumpSum(amount) => {
                lump_sums(amount, step, &paid.cohorts, path, model.calendar.clock)?
            }
            Effect::UnknownDollars => None,
            _ => continue,
        };
        match more {
            Some(more) => lumps.extend(more),
            None => return Ok(None),
        }
    }
    Ok(Some(lumps))
}

/// Lump sums over the term of an offer whose raises are unknown: known all the same, unless one is a
/// percent of pay.
///
/// # Errors
/// [`CostingError`].
pub fn lump_sums_alone(
    model: &Model<'_>,
    paid: &Paid,
    steps: &[Step],
) -> Result<Option<Amount>, CostingError> {
    let of_pay = |step: &Step| {
        step.counts && matches!(step.effect, Effect::LumpSum(LumpAmount::PercentOfPay(_)))
    };
    if steps.iter().any(of_pay) {
        return Ok(None);
    }
    let Some(lumps) = lumps_under(model, paid, steps, &paid.baseline)? else {
        return Ok(None);
    };
    lumps
        .iter()
        .filter(|lump| (model.first..model.end).contains(&lump.at))
        .try_fold(Amount::ZERO, |sum, lump| sum.plus(lump.amount))
        .map(Some)
}

/// Cost over the term of an offer's steps; `None` where it is unknown.
///
/// # Errors
/// [`CostingError`].
pub fn cost_of(
    model: &Model<'_>,
    paid: &Paid,
    steps: &[Step],
) -> Result<Option<Amount>, CostingError> {
    match OfferCost::new(model, paid, steps)? {
        Some(offer) => offer.cost(model.first, model.end),
        None => Ok(None),
    }
}
