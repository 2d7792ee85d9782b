//! Public statements checked against the model: what it finds, whether the statement holds, what
//! would make it exactly true, and under which conventions its number comes out (METHOD.md "Claims").

mod convention;
mod conventions;
mod finding;
mod ground;
mod implied;
mod in_dollars;
mod solve;
mod verdict;

use rust_decimal::Decimal;

pub use convention::{Compounding, Convention, Conventions, Measure, Period, Timing};
pub use finding::Takes;
pub use ground::Ground;
pub use implied::{Implied, ImpliedRaise, Solution};
pub use verdict::{ReadAs, Reading, Verdict, meets};

use crate::costing::CostingError;
use crate::scenario::{Claim, Quantity, QuotedUnit, Scenario};
use finding::{Found, gap_with, share_of_gap};

/// A claim with what the model makes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    pub(crate) claim: Claim,
    /// What its number counts.
    pub(crate) unit: QuotedUnit,
    /// What the model finds: dollars, percent or heads, unrounded. Two where the quote leaves
    /// open whether percents are added up or compounded; empty where it can't be checked.
    pub(crate) readings: Vec<Reading>,
    /// Whether it holds.
    pub verdict: Verdict,
    /// What checking it would take, where it can't be checked.
    pub(crate) takes: Option<Takes>,
    /// Figures worth seeing beside the finding.
    pub beside: Vec<Beside>,
    /// What would make it exactly true; `None` where it is, where it can't be checked, and where an
    /// inequality holds.
    pub implied: Option<Implied>,
    /// The conventions tried.
    pub conventions: Conventions,
}

/// A figure beside a finding.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Beside {
    /// The compounded percent of an offer whose simple sum is quoted.
    Compounded(Decimal),
    /// A share as the points it is made of: so many of so many.
    Points {
        /// Points in force.
        part: Decimal,
        /// All points.
        whole: Decimal,
    },
    /// The gap with the workforce the claim counts, dollars.
    GapThen(Decimal),
    /// Dollars that can't be checked, as a percent of the gap.
    ShareOfGap(Decimal),
}

impl Checked {
    /// What the model finds in the first reading.
    #[must_use]
    pub fn finding(&self) -> Option<Decimal> {
        self.readings.first().map(|reading| reading.finding)
    }
}

/// Checks every claim of a scenario.
///
/// # Errors
/// [`CostingError`] where the scenario can't be costed.
pub fn check(scenario: &Scenario) -> Result<Vec<Checked>, CostingError> {
    if scenario.claims.is_empty() {
        return Ok(Vec::new());
    }
    let ground = Ground::new(scenario)?;
    let claims = scenario.claims.iter();
    claims.map(|claim| check_on(&ground, claim)).collect()
}

/// What the model finds for a quantity alone, in its first reading; `None` where it can't be checked.
///
/// # Errors
/// [`CostingError`].
pub fn finding_of(
    scenario: &Scenario,
    quantity: &Quantity,
) -> Result<Option<Decimal>, CostingError> {
    Ok(finding::find(&Ground::new(scenario)?, quantity)?.first())
}

/// Checks one claim, which need not be the scenario's: also one being typed.
///
/// # Errors
/// [`CostingError`].
pub fn check_one(scenario: &Scenario, claim: &Claim) -> Result<Checked, CostingError> {
    check_on(&Ground::new(scenario)?, claim)
}

/// Checks one claim on a scenario made ready: of several, each needs only what is its own.
///
/// # Errors
/// [`CostingError`].
pub fn check_on(ground: &Ground<'_>, claim: &Claim) -> Result<Checked, CostingError> {
    let found = finding::find(ground, &claim.quantity)?;
    let (readings, takes) = match found {
        Found::Nothing(takes) => (Vec::new(), Some(takes)),
        Found::One(value) => (vec![Reading::of(claim, ReadAs::Quoted, value, None)], None),
        Found::TwoWays(ways) => (
            ways.into_iter()
                .map(|way| Reading::of(claim, way.read_as, way.value, way.against))
                .collect(),
            None,
        ),
    };
    let verdict = verdict::verdict(claim, &readings);
    let implied = match verdict {
        Verdict::CannotBeChecked => None,
        _ => implied::implied(ground, claim, &readings)?,
    };
    Ok(Checked {
        unit: claim.quantity.unit(),
        beside: beside(ground, claim, &readings)?,
        conventions: conventions::conventions(ground, claim)?,
        claim: claim.clone(),
        readings,
        verdict,
        takes,
        implied,
    })
}

fn beside(
    ground: &Ground<'_>,
    claim: &Claim,
    readings: &[Reading],
) -> Result<Vec<Beside>, CostingError> {
    let beside = match &claim.quantity {
        Quantity::SimpleSum { offer } => {
            let compounded = Quantity::Compounded {
                offer: offer.clone(),
            };
            let found = finding::find(ground, &compounded)?;
            found.first().map(Beside::Compounded)
        }
        Quantity::ShareInForce { offer, by } => finding::points_in_force(ground, offer, *by)?
            .map(|(part, whole)| Beside::Points { part, whole }),
        Quantity::Headcount | Quantity::FullTimeEquivalents if !readings.is_empty() => {
            gap_with(ground, claim)?.map(Beside::GapThen)
        }
        Quantity::NotComputed {
            unit: QuotedUnit::Dollars,
            ..
        } => share_of_gap(ground, claim)?.map(Beside::ShareOfGap),
        _ => None,
    };
    Ok(beside.into_iter().collect())
}
