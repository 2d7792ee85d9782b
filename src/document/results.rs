//! Figures and curves of the open scenario, kept until it changes.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::curves::{Curves, curves};
use crate::costing::cohorts::Cohorts;
use crate::costing::employee::looked_at;
use crate::costing::report::{GapFigures, OfferFigures, gap, offer as figures_of};
use crate::costing::{CostingError, Model};
use crate::scenario::{Offer, OfferId, Scenario};
use crate::units::Date;

/// What the window shows: the figures of `report`, and curves.
#[derive(Debug, Clone)]
pub struct Results {
    /// One entry an offer, in the scenario's order.
    pub offers: Vec<OfferResults>,
    /// Between A and B.
    pub gap: Option<GapFigures>,
    /// Base payroll, dollars a year.
    pub payroll: Option<Decimal>,
    /// Full-time equivalents of everyone.
    pub fte: Option<Decimal>,
    /// The last day counted.
    pub horizon: Date,
    /// Annual pay of the employee looked at, on the day the rates are taken from.
    pub employee_pay: Option<Decimal>,
}

/// One offer's figures and curves.
#[derive(Debug, Clone)]
pub struct OfferResults {
    /// The figures of `report`.
    pub figures: OfferFigures,
    /// The curves of the lanes.
    pub curves: Arc<Curves>,
}

impl Results {
    /// The results of an offer.
    #[must_use]
    pub fn of(&self, id: &OfferId) -> Option<&OfferResults> {
        self.offers.iter().find(|offer| offer.figures.id == *id)
    }
}

/// Results by revision; and by offer, so that a drag costs only the offer it moves.
#[derive(Debug, Default)]
pub(super) struct ResultCache {
    latest: Option<(u64, Result<Arc<Results>, CostingError>)>,
    offers: Vec<(Offer, OfferResults)>,
    cohorts: Option<Arc<Cohorts>>,
}

impl ResultCache {
    /// Something changed that reaches every offer.
    pub fn forget(&mut self) {
        self.offers.clear();
        self.cohorts = None;
    }

    pub fn get(
        &mut self,
        revision: u64,
        scenario: &Scenario,
    ) -> Result<Arc<Results>, CostingError> {
        if let Some((at, results)) = &self.latest
            && *at == revision
        {
            return results.clone();
        }
        let results = self.compute(scenario).map(Arc::new);
        self.latest = Some((revision, results.clone()));
        results
    }

    fn compute(&mut self, scenario: &Scenario) -> Result<Results, CostingError> {
        let model = Model::regrouped(scenario, self.cohorts.take())?;
        self.cohorts = model.paid.as_ref().map(|paid| paid.cohorts.clone());
        let looked = looked_at(&model)?;
        let mut ready = Vec::with_capacity(scenario.offers.len());
        for offer in &scenario.offers {
            let known = self.offers.iter().find(|(own, _)| own == offer);
            ready.push(match known {
                Some((_, results)) => results.clone(),
                None => OfferResults {
                    figures: figures_of(&model, looked.as_ref(), offer)?,
                    curves: Arc::new(curves(&model, looked.as_ref(), offer)?),
                },
            });
        }
        let figures: Vec<OfferFigures> = ready.iter().map(|one| one.figures.clone()).collect();
        self.offers = scenario.offers.iter().cloned().zip(ready.clone()).collect();
        let employee_pay = looked.as_ref().and_then(|looked| {
            let hours = scenario.hours.get();
            looked.rate.checked_mul(hours)
        });
        Ok(Results {
            gap: gap(&model, looked.as_ref(), &figures)?,
            offers: ready,
            payroll: model.base_payroll()?,
            fte: model.fte(),
            horizon: model.horizon(),
            employee_pay,
        })
    }
}
