//! A scenario's figures and curves together: what the window, the charts and the exports draw from.

use std::sync::{Arc, OnceLock};

use rust_decimal::Decimal;

use super::between::{Compared, compared_offers, gap_of};
use super::curves::{Curves, curves};
use super::employee::{Looked, looked_at};
use super::figures::of_costed;
use super::offer_cost::OfferCost;
use super::report::{GapFigures, OfferFigures};
use super::{CostingError, Model};
use crate::scenario::{Offer, OfferId, Scenario};
use crate::units::Date;

/// The figures of `report` that a window shows at once, and curves.
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
    pub figures: Arc<OfferFigures>,
    /// The curves of the lanes.
    pub curves: Arc<Curves>,
    /// What comparing it takes, once it was compared.
    compared: Arc<OnceLock<Compared>>,
}

impl Results {
    /// Costs a whole scenario.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn new(scenario: &Scenario) -> Result<Self, CostingError> {
        let model = Model::new(scenario)?;
        let looked = looked_at(&model)?;
        let offers = scenario.offers.iter();
        let offers = offers.map(|offer| OfferResults::new(&model, looked.as_ref(), offer));
        let offers = offers.collect::<Result<_, _>>()?;
        Self::together(&model, looked.as_ref(), offers)
    }

    /// Adds what lies between the offers to the offers' own results.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn together(
        model: &Model<'_>,
        looked: Option<&Looked>,
        offers: Vec<OfferResults>,
    ) -> Result<Self, CostingError> {
        let figures: Vec<&OfferFigures> = offers.iter().map(|one| &*one.figures).collect();
        let of = |id: &OfferId| offers.iter().find(|one| one.figures.id == *id);
        let gap = match compared_offers(model.scenario) {
            Some((a, b)) => match (of(&a.id), of(&b.id)) {
                (Some(of_a), Some(of_b)) => {
                    let ready_a = of_a.compared(model, looked, a)?;
                    let ready_b = of_b.compared(model, looked, b)?;
                    gap_of(model, &figures, (a, ready_a), (b, ready_b))?
                }
                _ => None,
            },
            None => None,
        };
        Ok(Self {
            gap,
            offers,
            payroll: model.base_payroll()?,
            fte: model.fte(),
            horizon: model.horizon(),
            employee_pay: looked.and_then(|looked| looked.annual_pay(model)),
        })
    }

    /// The results with curves that read a day exactly, where they are sampled month by month.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn told_on(&self, day: Date) -> Result<Self, CostingError> {
        let mut told = self.clone();
        for offer in &mut told.offers {
            if offer.curves.are_month_by_month() {
                offer.curves = Arc::new(offer.curves.told_on(day)?);
            }
        }
        Ok(told)
    }

    /// Whether a day between samples of the curves has to be asked for.
    #[must_use]
    pub fn are_month_by_month(&self) -> bool {
        let mut offers = self.offers.iter();
        offers.any(|offer| offer.curves.are_month_by_month())
    }

    /// The results of an offer.
    #[must_use]
    pub fn of(&self, id: &OfferId) -> Option<&OfferResults> {
        self.offers.iter().find(|offer| offer.figures.id == *id)
    }
}

impl OfferResults {
    /// Costs one offer.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn new(
        model: &Model<'_>,
        looked: Option<&Looked>,
        offer: &Offer,
    ) -> Result<Self, CostingError> {
        let events = model.events(offer)?;
        let costed = OfferCost::part(model, &model.part, &events)?;
        let figures = of_costed(model, looked, offer, &events, &costed)?;
        let curves = curves(model, looked, offer, &events, &costed)?;
        Ok(Self {
            figures: Arc::new(figures),
            curves: Arc::new(curves),
            compared: Arc::default(),
        })
    }

    /// What comparing the offer takes, worked out once: while another is dragged it stays as it is.
    fn compared(
        &self,
        model: &Model<'_>,
        looked: Option<&Looked>,
        offer: &Offer,
    ) -> Result<&Compared, CostingError> {
        if let Some(ready) = self.compared.get() {
            return Ok(ready);
        }
        let ready = Compared::of(model, looked, offer)?;
        Ok(self.compared.get_or_init(|| ready))
    }
}
