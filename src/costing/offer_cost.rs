//! The cost of an offer: wages above the baseline, lump sums and benefits (METHOD.md "Cost").

use std::sync::Arc;

use super::amount::{Amount, AnnualPay};
use super::clock::Ticks;
use super::dollars::Dollars;
use super::effects::Effect;
use super::error::CostingError;
use super::lump_sum::{LumpSum, lump_sums};
use super::model::{Model, Paid};
use super::path::Path;
use super::schedule::Event;
use crate::scenario::LumpAmount;

/// An offer costed: its path, its lump sums and benefits over time. Every figure of the offer is a
/// difference or a sum read off these.
#[derive(Debug, Clone)]
pub struct OfferCost {
    /// Who is paid.
    pub paid: Arc<Paid>,
    /// r(t), pay under the offer.
    pub path: Path,
    /// b(t), pay under the baseline.
    pub baseline: Arc<Path>,
    /// Lump sums; `None` where one of them is unknown.
    pub lumps: Option<Vec<LumpSum>>,
    /// Dollar clauses other than lump sums.
    pub benefits: Vec<Benefit>,
}

/// A dollar clause other than a lump sum.
#[derive(Debug, Clone, PartialEq)]
pub struct Benefit {
    /// Its place in the offer's list of clauses.
    pub clause: Option<usize>,
    /// The number of its scope.
    pub scope: usize,
    /// What it pays; `None` where it is unknown.
    pub dollars: Option<Arc<Dollars>>,
}

impl OfferCost {
    /// Costs the events of an offer. `None` where a raise that counts is unknown, or applies to somebody whose
    /// pay is.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn new(
        model: &Model<'_>,
        paid: &Arc<Paid>,
        events: &[Event],
    ) -> Result<Option<Self>, CostingError> {
        if events.iter().any(|event| hides_wages(paid, event)) {
            return Ok(None);
        }
        let path = model.path(paid, events)?;
        let lumps = lumps_under(model, paid, events, Some(&path))?;
        Ok(Some(Self {
            paid: paid.clone(),
            path,
            baseline: paid.baseline.clone(),
            lumps,
            benefits: benefits_of(paid, events),
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

    /// The same of one class.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn wages_of(&self, class: usize, from: Ticks, to: Ticks) -> Result<Amount, CostingError> {
        self.path
            .earned_by(class, from, to)?
            .minus(self.baseline.earned_by(class, from, to)?)
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

    /// What one benefit comes to between two moments; `None` where it is unknown.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn benefit(
        &self,
        benefit: &Benefit,
        from: Ticks,
        to: Ticks,
    ) -> Result<Option<Amount>, CostingError> {
        match &benefit.dollars {
            Some(dollars) => dollars
                .between(&self.paid, &self.path, benefit.scope, from, to)
                .map(Some),
            None => Ok(None),
        }
    }

    /// Benefits between two moments; `None` where one is unknown.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn benefits(&self, from: Ticks, to: Ticks) -> Result<Option<Amount>, CostingError> {
        let mut sum = Amount::ZERO;
        for benefit in &self.benefits {
            match self.benefit(benefit, from, to)? {
                Some(more) => sum = sum.plus(more)?,
                None => return Ok(None),
            }
        }
        Ok(Some(sum))
    }

    /// Wages above the baseline, lump sums and benefits between two moments; `None` where one is unknown.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn cost(&self, from: Ticks, to: Ticks) -> Result<Option<Amount>, CostingError> {
        let (Some(lumps), Some(benefits)) = (self.lump_sums(from, to)?, self.benefits(from, to)?)
        else {
            return Ok(None);
        };
        self.wages(from, to)?.plus(lumps)?.plus(benefits).map(Some)
    }

    /// The moments dollars are paid once, and those from which others accrue.
    #[must_use]
    pub fn dollar_moments(&self) -> Vec<Ticks> {
        let benefits = self.benefits.iter();
        let dollars = benefits.filter_map(|one| one.dollars.as_ref());
        dollars.flat_map(|one| one.moments()).collect()
    }

    /// Pay a year above the baseline at a moment.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn pay_above_baseline(&self, moment: Ticks) -> Result<AnnualPay, CostingError> {
        self.path
            .pay_at(moment)?
            .minus(self.baseline.pay_at(moment)?)
    }

    /// The first moment anything differs from the baseline, or `otherwise` where that is earlier.
    #[must_use]
    pub fn earliest(&self, otherwise: Ticks) -> Ticks {
        let lumps = self.lumps.iter().flatten().map(|lump| lump.at);
        let benefits = self.benefits.iter();
        let benefits = benefits.filter_map(|one| one.dollars.as_ref()?.starts());
        self.path
            .changes()
            .chain(lumps)
            .chain(benefits)
            .min()
            .unwrap_or(otherwise)
            .min(otherwise)
    }
}

/// Whether an event leaves wages above the baseline unknown.
fn hides_wages(paid: &Paid, event: &Event) -> bool {
    let changes_pay = match &event.effect {
        Effect::Rate(_) | Effect::Minimum(_) | Effect::Hold(_) | Effect::UnknownRate(_) => true,
        Effect::Pool(pool) if event.counts && paid.hides(pool.payroll_of) => return true,
        Effect::Pool(_) => true,
        Effect::LumpSum(..) | Effect::Dollars(_) | Effect::UnknownDollars(_) => false,
    };
    event.hides_rates() || (event.counts && changes_pay && paid.hides(event.scope))
}

/// The lump sums of an offer's events, given its path where that is known; `None` where one of them is unknown.
fn lumps_under(
    model: &Model<'_>,
    paid: &Paid,
    events: &[Event],
    path: Option<&Path>,
) -> Result<Option<Vec<LumpSum>>, CostingError> {
    let mut lumps = Vec::new();
    for event in events.iter().filter(|event| event.counts) {
        let Effect::LumpSum(amount, measured_to) = &event.effect else {
            // A lump sum nobody has published the size of; benefits are asked for by themselves.
            if event.hides_lump_sum() {
                return Ok(None);
            }
            continue;
        };
        let of_pay = matches!(amount, LumpAmount::PercentOfPay(_));
        let path = match path {
            Some(path) if !of_pay || !paid.hides(event.scope) => path,
            None if !of_pay => &paid.baseline,
            _ => return Ok(None),
        };
        let clock = model.calendar.clock;
        match lump_sums(amount, *measured_to, event, &paid.cohorts, path, clock)? {
            Some(more) => lumps.extend(more),
            None => return Ok(None),
        }
    }
    Ok(Some(lumps))
}

fn benefits_of(paid: &Paid, events: &[Event]) -> Vec<Benefit> {
    let counted = events.iter().filter(|event| event.counts);
    counted
        .filter_map(|event| {
            let dollars = match &event.effect {
                Effect::Dollars(dollars) => {
                    let of_pay = matches!(
                        dollars.as_ref(),
                        Dollars::OfPay(_) | Dollars::AtAverageRate(..)
                    );
                    Some(dollars.clone()).filter(|_| !of_pay || !paid.hides(event.scope))
                }
                Effect::UnknownDollars(_) if !event.hides_lump_sum() => None,
                _ => return None,
            };
            Some(Benefit {
                clause: event.clause,
                scope: event.scope,
                dollars,
            })
        })
        .collect()
}

/// Lump sums over the term of an offer whose raises are unknown: known all the same, unless one is a
/// percent of pay.
///
/// # Errors
/// [`CostingError`].
pub fn lump_sums_alone(
    model: &Model<'_>,
    paid: &Paid,
    events: &[Event],
) -> Result<Option<Amount>, CostingError> {
    let Some(lumps) = lumps_under(model, paid, events, None)? else {
        return Ok(None);
    };
    lumps
        .iter()
        .filter(|lump| (model.first..model.end).contains(&lump.at))
        .try_fold(Amount::ZERO, |sum, lump| sum.plus(lump.amount))
        .map(Some)
}

/// Cost over the term of an offer's events; `None` where it is unknown.
///
/// # Errors
/// [`CostingError`].
pub fn cost_of(
    model: &Model<'_>,
    paid: &Arc<Paid>,
    events: &[Event],
) -> Result<Option<Amount>, CostingError> {
    match OfferCost::new(model, paid, events)? {
        Some(offer) => offer.cost(model.first, model.end),
        None => Ok(None),
    }
}
