//! What claims are checked on: a scenario made ready once, and the figures of its offers, each costed once.
//!
//! A check asks for an offer's figures many times over, most often with one raise changed. The workforce is
//! grouped once for all of them, and nothing is costed that no claim speaks of.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use rust_decimal::Decimal;

use crate::costing::employee::looked_at;
use crate::costing::figures::{everyone, offer_in_short};
use crate::costing::looked::Looked;
use crate::costing::model::Ready;
use crate::costing::report::OfferFigures;
use crate::costing::{CostingError, Model};
use crate::scenario::{Offer, OfferId, Scenario};

/// Figures kept, by the offer they are of.
type KeptFigures = RefCell<Vec<(OfferId, Rc<OfferFigures>)>>;

/// A scenario that claims are checked on.
#[derive(Debug)]
pub struct Ground<'s> {
    scenario: &'s Scenario,
    model: Rc<Model<'s>>,
    known: Rc<KeptFigures>,
    looked: OnceCell<Option<Looked>>,
    /// An offer that stands in for that of its id.
    instead: Option<Offer>,
}

impl<'s> Ground<'s> {
    /// Makes a scenario ready.
    ///
    /// # Errors
    /// [`CostingError`] where its workforce is too large to be exact.
    pub fn new(scenario: &'s Scenario) -> Result<Self, CostingError> {
        Self::regrouped(scenario, None)
    }

    /// Makes a scenario ready, by what was made of the same workforce.
    pub(super) fn regrouped(
        scenario: &'s Scenario,
        ready: Option<Ready>,
    ) -> Result<Self, CostingError> {
        Ok(Self {
            scenario,
            model: Rc::new(Model::regrouped(scenario, ready)?),
            known: Rc::default(),
            looked: OnceCell::new(),
            instead: None,
        })
    }

    /// The same with one offer in place of that of its id; all others keep their figures.
    pub(super) fn with(&self, offer: Offer) -> Self {
        Self {
            scenario: self.scenario,
            model: self.model.clone(),
            known: self.known.clone(),
            looked: OnceCell::new(),
            instead: Some(offer),
        }
    }

    pub(super) fn scenario(&self) -> &'s Scenario {
        self.scenario
    }

    /// What was made of the workforce, for a scenario with the same.
    pub(super) fn ready(&self) -> Ready {
        self.model.ready.clone()
    }

    /// The offer of this id.
    pub(super) fn offer(&self, id: &OfferId) -> Option<&Offer> {
        let instead = self.instead.as_ref().filter(|offer| offer.id == *id);
        instead.or_else(|| self.scenario.offer(id))
    }

    /// The figures of the offer of this id that need it costed once; `None` where there is no such offer.
    pub(super) fn figures(&self, id: &OfferId) -> Result<Option<Rc<OfferFigures>>, CostingError> {
        let Some(offer) = self.offer(id) else {
            return Ok(None);
        };
        if self.instead.as_ref().is_some_and(|own| own.id == *id) {
            return self.figures_of(offer).map(|figures| Some(Rc::new(figures)));
        }
        let known = self.known.borrow();
        if let Some((_, figures)) = known.iter().find(|(own, _)| own == id) {
            return Ok(Some(figures.clone()));
        }
        drop(known);
        let figures = Rc::new(self.figures_of(offer)?);
        self.known.borrow_mut().push((id.clone(), figures.clone()));
        Ok(Some(figures))
    }

    /// The same of any offer whose scopes the scenario knows.
    pub(super) fn figures_of(&self, offer: &Offer) -> Result<OfferFigures, CostingError> {
        offer_in_short(&self.model, None, offer)
    }

    /// The same with the pay of the employee looked at.
    pub(super) fn with_pay(&self, offer: &Offer) -> Result<OfferFigures, CostingError> {
        let looked = match self.looked.get() {
            Some(looked) => looked,
            None => {
                let looked = looked_at(&self.model)?;
                self.looked.get_or_init(|| looked)
            }
        };
        offer_in_short(&self.model, looked.as_ref(), offer)
    }

    /// Employees; `None` where a part is unknown.
    pub(super) fn headcount(&self) -> Option<u64> {
        everyone(&self.scenario.workforce).0
    }

    /// Full-time equivalents; `None` where a part is unknown.
    pub(super) fn fte(&self) -> Option<Decimal> {
        everyone(&self.scenario.workforce).1
    }

    /// Base payroll, dollars a year.
    pub(super) fn payroll(&self) -> Result<Option<Decimal>, CostingError> {
        self.model.base_payroll()
    }
}
