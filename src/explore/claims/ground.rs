//! What claims are checked on: a scenario made ready once, and the figures of its offers, each costed once.
//!
//! A check asks for an offer's figures many times over, most often with one raise changed. The workforce is
//! grouped once for all of them, and nothing is costed that no claim speaks of.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use rust_decimal::Decimal;

use super::convention::{Convention, Measure};
use crate::costing::employee::looked_at;
use crate::costing::figures::{everyone, offer_in_short};
use crate::costing::looked::Looked;
use crate::costing::model::Ready;
use crate::costing::report::OfferFigures;
use crate::costing::{CostingError, Model};
use crate::scenario::{FigureSettings, Offer, OfferId, Parties, Per, Quantity, Scenario};

/// Figures kept, by the offer they are of.
type KeptFigures = RefCell<Vec<(OfferId, Rc<OfferFigures>)>>;

/// A scenario that claims are checked on.
#[derive(Debug)]
pub struct Ground<'s> {
    scenario: &'s Scenario,
    model: Rc<Model<'s>>,
    known: Rc<KeptFigures>,
    looked: OnceCell<Option<Looked>>,
    /// The scenario without its offers and all that is said of it, for others like it.
    bare: Rc<OnceCell<Scenario>>,
    /// The conventions for dollars tried before.
    tried: Rc<RefCell<HashMap<Asked, Rc<Vec<Convention>>>>>,
    /// An offer that stands in for that of its id.
    instead: Option<Offer>,
}

/// What dollars were asked for: which measure, of which offers, of all or by full-time equivalent.
type Asked = (Measure, Vec<OfferId>, bool);

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
            bare: Rc::default(),
            tried: Rc::default(),
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
            bare: self.bare.clone(),
            tried: Rc::default(),
            instead: Some(offer),
        }
    }

    pub(super) fn scenario(&self) -> &'s Scenario {
        self.scenario
    }

    /// The scenario with its offers, without claims, sources and what else no figure of an offer needs: many
    /// claims are each checked on many scenarios like it, and a long list isn't copied for each.
    pub(super) fn to_cost(&self) -> Scenario {
        Scenario {
            offers: self.scenario.offers.clone(),
            ..self.bare().clone()
        }
    }

    /// The same with no more than a quantity speaks of.
    pub(super) fn to_read(&self, quantity: &Quantity) -> Scenario {
        let scenario = self.scenario;
        let compared = [&scenario.a, &scenario.b].into_iter().flatten();
        let named: Vec<&OfferId> = compared.chain(quantity.offer()).collect();
        let offers = scenario.offers.iter();
        let settlement = match quantity {
            Quantity::AgainstSettlement { settlement, .. } => Some(settlement),
            _ => None,
        };
        let settlements = scenario.settlements.iter();
        Scenario {
            offers: offers
                .filter(|offer| named.contains(&&offer.id))
                .cloned()
                .collect(),
            settlements: settlements
                .filter(|one| Some(&one.name) == settlement)
                .cloned()
                .collect(),
            ..self.bare().clone()
        }
    }

    fn bare(&self) -> &Scenario {
        self.bare.get_or_init(|| {
            let all = self.scenario;
            // Field by field: a copy of the whole would copy the lists first.
            Scenario {
                version: all.version,
                title: String::new(),
                parties: Parties::default(),
                currency: all.currency.clone(),
                we_are: all.we_are,
                term: all.term,
                horizon: all.horizon,
                accrual: all.accrual,
                pay_calendar: all.pay_calendar,
                hours: all.hours,
                ratification: all.ratification,
                effective: all.effective,
                retroactive: all.retroactive,
                discount_rate: all.discount_rate,
                inflation: all.inflation.clone(),
                roll_up: all.roll_up.clone(),
                a: all.a.clone(),
                b: all.b.clone(),
                counter: all.counter.clone(),
                employee: all.employee.clone(),
                workforce: all.workforce.clone(),
                baseline: all.baseline.clone(),
                offers: Vec::new(),
                assumptions: Vec::new(),
                claims: Vec::new(),
                counts: Vec::new(),
                settlements: Vec::new(),
                sources: Vec::new(),
                figures: FigureSettings::default(),
                note: String::new(),
            }
        })
    }

    /// Conventions worked out once for all claims that ask for the same dollars.
    ///
    /// # Errors
    /// [`CostingError`] from `work`.
    pub(super) fn tried(
        &self,
        measure: Measure,
        ids: &[&OfferId],
        per: Per,
        work: impl FnOnce() -> Result<Vec<Convention>, CostingError>,
    ) -> Result<Vec<Convention>, CostingError> {
        let ids = ids.iter().map(|id| (*id).clone()).collect();
        let asked = (measure, ids, per == Per::Fte);
        if let Some(known) = self.tried.borrow().get(&asked) {
            return Ok(known.to_vec());
        }
        let tried = work()?;
        self.tried
            .borrow_mut()
            .insert(asked, Rc::new(tried.clone()));
        Ok(tried)
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
