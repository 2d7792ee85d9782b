//! What joining small groups changes (METHOD.md "Small groups").

use rust_decimal::Decimal;

use crate::costing::{self, CostingError};
use crate::scenario::{OfferId, Scenario};

/// Groups under ten joined in what leaves the house, and the difference that makes.
#[derive(Debug, Clone, PartialEq)]
pub struct Banding {
    /// How many groups are joined to another.
    pub(crate) joined: usize,
    /// Each offer's cost with groups joined less its cost without, dollars; `None` where either isn't known.
    pub(crate) costs: Vec<(OfferId, Option<Decimal>)>,
}

impl Banding {
    /// Whether an offer costs something else than without groups joined.
    #[must_use]
    pub fn changes_costs(&self) -> bool {
        self.costs
            .iter()
            .any(|(_, difference)| difference.is_some_and(|change| !change.is_zero()))
    }

    /// What an offer's cost changes by, dollars; `None` where it isn't known with or without groups joined.
    #[must_use]
    pub fn cost_of(&self, offer: &OfferId) -> Option<Decimal> {
        let own = self.costs.iter().find(|(id, _)| id == offer);
        own.and_then(|(_, difference)| *difference)
    }
}

/// What joining groups under ten changes; `None` where no group is so small.
///
/// # Errors
/// [`CostingError`] where the scenario can't be costed.
pub fn banding_cost(scenario: &Scenario) -> Result<Option<Banding>, CostingError> {
    let mut banded = scenario.clone();
    let joined = banded.band_groups();
    if joined == 0 {
        return Ok(None);
    }
    let before = costing::report(scenario)?;
    let after = costing::report(&banded)?;
    let pairs = before.offers.iter().zip(&after.offers);
    let costs = pairs.map(|(before, after)| {
        let both = after.cost.zip(before.cost);
        let difference = both.and_then(|(after, before)| after.checked_sub(before));
        (before.id.clone(), difference)
    });
    Ok(Some(Banding {
        joined,
        costs: costs.collect(),
    }))
}
