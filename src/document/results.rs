//! Figures and curves of the open scenario, kept until it changes.

use std::sync::Arc;

use crate::costing::employee::looked_at;
use crate::costing::model::Ready;
use crate::costing::results::OfferResults;
pub use crate::costing::results::Results;
use crate::costing::{CostingError, Model};
use crate::scenario::{Offer, Scenario};
use crate::units::Date;

/// What stands in for the results of a scenario that hasn't been costed: no offer, no figure.
#[must_use]
pub fn none_yet(scenario: &Scenario) -> Results {
    Results {
        offers: Vec::new(),
        gap: None,
        payroll: None,
        fte: None,
        horizon: scenario.horizon.unwrap_or(scenario.term.last_day),
        employee_pay: None,
    }
}

/// Results by revision; and by offer, so that a drag costs only the offer it moves.
#[derive(Debug, Default)]
pub(super) struct ResultCache {
    latest: Option<(u64, Result<Arc<Results>, CostingError>)>,
    /// The latest with a day told exactly.
    told: Option<(u64, Date, Arc<Results>)>,
    offers: Vec<(Offer, OfferResults)>,
    ready: Option<Ready>,
}

impl ResultCache {
    /// Something changed that reaches every offer.
    pub fn forget(&mut self) {
        self.offers.clear();
        self.ready = None;
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

    /// The same with a day told exactly on curves that are sampled month by month.
    pub fn told_on(
        &mut self,
        revision: u64,
        scenario: &Scenario,
        day: Date,
    ) -> Result<Arc<Results>, CostingError> {
        let results = self.get(revision, scenario)?;
        if !results.are_month_by_month() {
            return Ok(results);
        }
        if let Some((at, on, told)) = &self.told
            && (*at, *on) == (revision, day)
        {
            return Ok(told.clone());
        }
        let told = Arc::new(results.told_on(day)?);
        self.told = Some((revision, day, told.clone()));
        Ok(told)
    }

    /// A scenario of the same workforce made ready, by the groups the last results were made from.
    pub fn model_of<'s>(&self, scenario: &'s Scenario) -> Result<Model<'s>, CostingError> {
        Model::regrouped(scenario, self.ready.clone())
    }

    fn compute(&mut self, scenario: &Scenario) -> Result<Results, CostingError> {
        let model = Model::regrouped(scenario, self.ready.take())?;
        self.ready = Some(model.ready.clone());
        let looked = looked_at(&model)?;
        let mut ready = Vec::with_capacity(scenario.offers.len());
        for offer in &scenario.offers {
            let known = self.offers.iter().find(|(own, _)| own == offer);
            ready.push(match known {
                Some((_, results)) => results.clone(),
                None => OfferResults::new(&model, looked.as_ref(), offer)?,
            });
        }
        self.offers = scenario.offers.iter().cloned().zip(ready.clone()).collect();
        Results::together(&model, looked.as_ref(), ready)
    }
}
