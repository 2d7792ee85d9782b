//! What joining small groups changes (METHOD.md "Small groups").

use rust_decimal::Decimal;

use crate::costing::{self, CostingError};
use crate::scenario::{OfferId, Scenario};
use crate::units::Currency;
use crate::units::decimal::round;

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

    /// What an offer's cost changes by at most, as the other side may be told: `lower by up to $5,000`. Where the raise
    /// of one of a few falls out with the group, the change itself would be that employee's pay times a percent
    /// everybody knows. None where nothing changes or nothing is known.
    #[must_use]
    pub fn bound_in_words(&self, offer: &OfferId, currency: &Currency) -> Option<String> {
        let change = self.cost_of(offer)?;
        let side = if change.is_sign_negative() {
            "lower"
        } else {
            "higher"
        };
        let bound = bound(round(change.abs(), 2))?;
        Some(format!("{side} by up to {}", currency.given(bound)))
    }

    /// What an offer's cost changes by, dollars; `None` where it isn't known with or without groups joined.
    #[must_use]
    pub fn cost_of(&self, offer: &OfferId) -> Option<Decimal> {
        let own = self.costs.iter().find(|(id, _)| id == offer);
        own.and_then(|(_, difference)| *difference)
    }
}

/// The first of 100, 200, 500, 1,000 and so on that an amount doesn't pass; `None` for nothing.
fn bound(amount: Decimal) -> Option<Decimal> {
    if amount.is_zero() {
        return None;
    }
    let mut decade = Decimal::ONE_HUNDRED;
    loop {
        for step in [Decimal::ONE, Decimal::TWO, Decimal::from(5)] {
            let bound = decade.checked_mul(step)?;
            if amount <= bound {
                return Some(bound);
            }
        }
        decade = decade.checked_mul(Decimal::TEN)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_told_no_closer_than_a_bound() {
        let id = OfferId("a".to_owned());
        let told = |change: &str| {
            let banding = Banding {
                joined: 1,
                costs: vec![(id.clone(), Some(change.parse().unwrap()))],
            };
            banding.bound_in_words(&id, Currency::us_dollar())
        };
        for (change, words) in [
            ("-2100.80", "lower by up to $5,000"),
            ("124.80", "higher by up to $200"),
            ("0.01", "higher by up to $100"),
            ("100", "higher by up to $100"),
            ("-100.01", "lower by up to $200"),
            ("1234567.89", "higher by up to $2M"),
        ] {
            assert_eq!(told(change).as_deref(), Some(words), "{change}");
        }
        assert_eq!(told("0"), None);
        assert_eq!(told("0.004"), None);
    }
}
