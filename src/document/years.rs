//! Offers by year, the years cut one way or another, kept until the scenario or the way changes.

use std::sync::Arc;

use super::Document;
use crate::costing::CostingError;
use crate::costing::report::YearFigures;
use crate::costing::years::{YearKind, years_of_all};
use crate::scenario::{OfferId, Scenario};

/// The yearly figures of every offer, in the scenario's order.
pub type Years = Vec<(OfferId, Vec<YearFigures>)>;

/// The figures asked for last, kept by who shows them.
#[derive(Debug, Default)]
pub struct YearCache {
    latest: Option<Cut>,
}

/// A scenario's figures, its years cut one way.
#[derive(Debug)]
struct Cut {
    made_from: Arc<Scenario>,
    kind: YearKind,
    years: Result<Arc<Years>, CostingError>,
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
}
