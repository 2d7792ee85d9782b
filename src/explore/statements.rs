//! Claims, history and settlements of a scenario together: what a report says of them.

use super::claims::{Checked, check};
use super::history::{Move, Told, history};
use super::settlements::{self, Measures};
use crate::costing::CostingError;
use crate::costing::report::OfferFigures;
use crate::scenario::Scenario;

/// What a report says of public statements.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Statements {
    /// Every claim, checked, in the scenario's order.
    pub(crate) claims: Vec<Checked>,
    /// The offers passed, in the order of their moments, told in cost.
    pub(crate) history: Vec<Move>,
    /// The measures of every settlement, in the scenario's order.
    pub(crate) settlements: Vec<Measures>,
}

impl Statements {
    /// Checks and measures everything. `offers` holds the figures of the scenario's offers.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn of(scenario: &Scenario, offers: &[OfferFigures]) -> Result<Self, CostingError> {
        Ok(Self {
            claims: check(scenario)?,
            history: history(scenario, offers, Told::Cost),
            settlements: settlements::all(scenario),
        })
    }
}
