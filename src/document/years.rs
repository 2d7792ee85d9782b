//! Offers by year, the years cut one way or another, kept until the scenario or the way changes.

use std::sync::Arc;

use super::Document;
use crate::costing::CostingError;
use crate::costing::Model;
use crate::costing::report::{StepMovementFigures, YearFigures};
use crate::costing::step_movement::step_movement_by;
use crate::costing::year_label::YearKind;
use crate::costing::years::years_of_all;
use crate::scenario::{OfferId, Scenario};

/// The yearly figures of every offer, in the scenario's order.
pub type Years = Vec<(OfferId, Vec<YearFigures>)>;

/// The figures asked for last, kept by who shows them.
#[derive(Debug, Default)]
pub struct YearCache {
    latest: Option<Cut>,
    steps: Option<Cut<Vec<StepMovementFigures>>>,
}

/// A scenario's figures, its years cut one way.
#[derive(Debug)]
struct Cut<Figures = Years> {
    made_from: Arc<Scenario>,
    kind: YearKind,
    years: Result<Arc<Figures>, CostingError>,
}

impl YearCache {
    /// Every offer of a document by contract, calendar or fiscal years.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn of(&mut self, document: &Document, kind: YearKind) -> Result<Arc<Years>, CostingError> {
        let scenario = document.snapshot();
        if let Some(latest) = &self.latest
            && Arc::ptr_eq(&latest.made_from, &scenario)
            && latest.kind == kind
        {
            return latest.years.clone();
        }
        let years = years_of_all(&scenario, kind).map(Arc::new);
        self.latest = Some(Cut {
            made_from: scenario,
            kind,
            years: years.clone(),
        });
        years
    }

    /// What moving up steps costs before any offer, the years cut the same way.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn step_movement_of(
        &mut self,
        document: &Document,
        kind: YearKind,
    ) -> Result<Arc<Vec<StepMovementFigures>>, CostingError> {
        let scenario = document.snapshot();
        if let Some(latest) = &self.steps
            && Arc::ptr_eq(&latest.made_from, &scenario)
            && latest.kind == kind
        {
            return latest.years.clone();
        }
        let years = Model::new(&scenario)
            .and_then(|model| step_movement_by(&model, kind))
            .map(Arc::new);
        self.steps = Some(Cut {
            made_from: scenario,
            kind,
            years: years.clone(),
        });
        years
    }
}
