//! Offers by year, the years cut one way or another, kept until the scenario or the way changes.

use std::sync::Arc;

use super::Document;
use crate::costing::CostingError;
use crate::costing::report::YearFigures;
use crate::costing::years::{YearKind, years_of_all};
use crate::scenario::OfferId;

/// The yearly figures of every offer, in the scenario's order.
pub type Years = Vec<(OfferId, Vec<YearFigures>)>;

/// The figures asked for last.
#[derive(Debug, Default)]
pub(super) struct YearCache {
    latest: Option<(u64, YearKind, Result<Arc<Years>, CostingError>)>,
}

impl Document {
    /// Every offer by contract, calendar or fiscal years.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn years(&mut self, kind: YearKind) -> Result<Arc<Years>, CostingError> {
        if let Some((revision, of, years)) = &self.years.latest
            && (*revision, *of) == (self.revision, kind)
        {
            return years.clone();
        }
        let years = years_of_all(&self.current, kind).map(Arc::new);
        self.years.latest = Some((self.revision, kind, years.clone()));
        years
    }
}
