//! The cost of an offer: wages above the baseline, lump sums and benefits (METHOD.md "Cost").

use std::sync::Arc;

use super::amount::{Amount, AnnualPay};
use super::clock::Ticks;
use super::dollars::Dollars;
use super::effects::Effect;
use super::error::CostingError;
use super::hidden::Hidden;
use super::lump_sum::{LumpSum, lump_sums};
use super::model::{Model, Paid};
use super::path::Path;
use super::schedule::Event;
use crate::scenario::ClauseKind;

/// An offer costed: its path, its lump sums and benefits over time. Every figure of the offer is a
/// difference or a sum read off these.
#[derive(Debug, Clone)]
pub struct OfferCost {
    /// Who is paid.
    pub(crate) paid: Arc<Paid>,
    /// r(t), pay under the offer, of those whose pay is known.
    pub(crate) path: Arc<Path>,
    /// b(t), pay under the baseline.
    pub(crate) baseline: Arc<Path>,
    /// Lump sums.
    pub(crate) lumps: Vec<LumpSum>,
    /// Dollar clauses other than lump sums.
    pub(crate) benefits: Vec<Benefit>,
    /// Whose pay isn't known, and when.
    pub(crate) hidden: Hidden,
}

/// A dollar clause other than a lump sum.
#[derive(Debug, Clone, PartialEq)]
pub struct Benefit {
    /// Its place in the offer's list of clauses.
    pub(crate) clause: Option<usize>,
    /// The number of its scope.
    scope: usize,
    /// What it pays; `None` where nothing of it is known.
    dollars: Option<Arc<Dollars>>,
}

impl OfferCost {
    /// Costs the events of an offer. `None` where wages above the baseline aren't known to the horizon: a raise
    /// that counts is unknown, or applies to somebody whose pay is.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn new(
        model: &Model<'_>,
        paid: &Arc<Paid>,
        events: &[Event],
    ) -> Result<Option<Self>, CostingError> {
        let part = Self::part(model, paid, events)?;
        Ok(Some(part).filter(|part| !part.hidden.any_above(Ticks::MIN, model.end)))
    }

    /// Costs what is known of the events of an offer.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn part(
        model: &Model<'_>,
        paid: &Arc<Paid>,
        events: &[Event],
    ) -> Result<Self, CostingError> {
        let path = model.path(paid, events)?;
        let hidden = Hidden::of(
            &paid.cohorts,
            &model.baseline,
            events,
            model.calendar.second_year(),
        );
        let lumps = lumps_under(model, paid, events, &path, &hidden)?;
        Ok(Self {
            paid: paid.clone(),
            path: Arc::new(path),
            baseline: paid.baseline.clone(),
            lumps,
            benefits: benefits_of(events),
            hidden,
        })
    }

    /// Wages above the baseline between two moments: Σ (r − b)·h, of those whose pay is known.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn wages(&self, from: Ticks, to: Ticks) -> Result<Amount, CostingError> {
        self.path
            .earned(from, to)?
            .minus(self.baseline.earned(from, to)?)
    }

    /// The same of everyone; `None` where some of it isn't known.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn known_wages(&self, from: Ticks, to: Ticks) -> Result<Option<Amount>, CostingError> {
        if self.hidden.any_above(from, to) {
            return Ok(None);
        }
        self.wages(from, to).map(Some)
    }

    /// The same of one class.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn wages_of(
        &self,
        class: usize,
        from: Ticks,
        to: Ticks,
    ) -> Result<Option<Amount>, CostingError> {
        if self.hidden.above(class, from, to) {
            return Ok(None);
        }
        self.path
            .earned_by(class, from, to)?
            .minus(self.baseline.earned_by(class, from, to)?)
            .map(Some)
    }

    /// Σ r·h of a scope between two moments; `None` where some of it isn't known.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn pay_in(
        &self,
        scope: usize,
        from: Ticks,
        to: Ticks,
    ) -> Result<Option<Amount>, CostingError> {
        if self.hidden.pay_in(&self.paid.cohorts, scope, from, to) {
            return Ok(None);
        }
        self.paid.earned_in(&self.path, scope, from, to).map(Some)
    }

    /// Σ r·H of everyone at a moment; `None` where some of it isn't known.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn run_rate(&self, moment: Ticks) -> Result<Option<AnnualPay>, CostingError> {
        if self.hidden.any_pay(moment, moment.saturating_add(1)) {
            return Ok(None);
        }
        self.path.pay_at(moment).map(Some)
    }

    /// Lump sums that fall between two moments; `None` where one is unknown.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn lump_sums(&self, from: Ticks, to: Ticks) -> Result<Option<Amount>, CostingError> {
        let own = self.lumps.iter();
        total(own.filter(|lump| (from..to).contains(&lump.at)))
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
            Some(dollars) => dollars.between(self, benefit.scope, from, to),
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
        let wages = self.known_wages(from, to)?;
        let (Some(wages), Some(lumps)) = (wages, self.lump_sums(from, to)?) else {
            return Ok(None);
        };
        match self.benefits(from, to)? {
            Some(benefits) => wages.plus(lumps)?.plus(benefits).map(Some),
            None => Ok(None),
        }
    }

    /// The moments dollars are paid once, and those from which others accrue.
    #[must_use]
    pub fn dollar_moments(&self) -> Vec<Ticks> {
        let benefits = self.benefits.iter();
        let dollars = benefits.filter_map(|one| one.dollars.as_ref());
        dollars.flat_map(|one| one.moments()).collect()
    }

    /// Pay a year above the baseline at a moment; `None` where some of it isn't known.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn pay_above_baseline(&self, moment: Ticks) -> Result<Option<AnnualPay>, CostingError> {
        if self.hidden.any_above(moment, moment.saturating_add(1)) {
            return Ok(None);
        }
        self.path
            .pay_at(moment)?
            .minus(self.baseline.pay_at(moment)?)
            .map(Some)
    }

    /// The first moment anything differs from the baseline, or `otherwise` where that is earlier.
    #[must_use]
    pub fn earliest(&self, otherwise: Ticks) -> Ticks {
        let lumps = self.lumps.iter().map(|lump| lump.at);
        let benefits = self.benefits.iter();
        let benefits = benefits.filter_map(|one| one.dollars.as_ref()?.starts());
        // Where steps are held, the first difference is a move that doesn't happen.
        let (under, owed) = (self.path.standing(), self.baseline.standing());
        let is_held = !std::ptr::eq(under, owed);
        let moves = is_held.then(|| owed.changes().next()).flatten();
        self.path
            .changes()
            .chain(moves)
            .chain(lumps)
            .chain(benefits)
            .min()
            .unwrap_or(otherwise)
            .min(otherwise)
    }
}

/// Σ of lump sums; `None` where one is unknown.
///
/// # Errors
/// [`CostingError::TooLarge`].
pub fn total<'l>(lumps: impl Iterator<Item = &'l LumpSum>) -> Result<Option<Amount>, CostingError> {
    let mut sum = Amount::ZERO;
    for lump in lumps {
        match lump.amount {
            Some(amount) => sum = sum.plus(amount)?,
            None => return Ok(None),
        }
    }
    Ok(Some(sum))
}

/// The lump sums of an offer's events, given its path.
fn lumps_under(
    model: &Model<'_>,
    paid: &Paid,
    events: &[Event],
    path: &Path,
    hidden: &Hidden,
) -> Result<Vec<LumpSum>, CostingError> {
    let mut lumps = Vec::new();
    let clock = model.calendar.clock;
    for event in events.iter().filter(|event| event.counts) {
        if event.kind == ClauseKind::LumpSum {
            lumps.extend(lump_sums(event, &paid.cohorts, path, hidden, clock)?);
        }
    }
    Ok(lumps)
}

fn benefits_of(events: &[Event]) -> Vec<Benefit> {
    let counted = events.iter().filter(|event| event.counts);
    counted
        .filter_map(|event| {
            let dollars = match &event.effect {
                Effect::Dollars(dollars) | Effect::PartDollars(dollars) => Some(dollars.clone()),
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

/// Cost over the term of an offer's events; `None` where it is unknown.
///
/// # Errors
/// [`CostingError`].
pub fn cost_of(
    model: &Model<'_>,
    paid: &Arc<Paid>,
    events: &[Event],
) -> Result<Option<Amount>, CostingError> {
    OfferCost::part(model, paid, events)?.cost(model.first, model.end)
}
