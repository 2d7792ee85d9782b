//! Under which conventions a quoted number comes out (METHOD.md "Claims").
//!
//! A number said in public leaves open how it was worked out. All usual ways are tried, and all that meet
//! the quote are listed with how many were tried: a match shows that a way is possible, not that it was taken.

use rust_decimal::Decimal;

use super::convention::{Convention, Conventions, Measure};
use super::ground::Ground;
use super::in_dollars::dollars;
use super::verdict::meets;
use crate::costing::CostingError;
use crate::costing::report::OfferFigures;
use crate::explore::settlements::Across;
use crate::scenario::{Claim, Offer, OfferId, Per, Quantity, Scenario};

/// Tries every convention of a claim's kind; none for claims that leave none open.
///
/// # Errors
/// [`CostingError`] of the scenario itself; a count too large to be exact isn't tried.
pub(super) fn conventions(ground: &Ground<'_>, claim: &Claim) -> Result<Conventions, CostingError> {
    let scenario = ground.scenario();
    let Some(quoted) = claim.value.map(|value| value.get()) else {
        return Ok(Conventions::default());
    };
    let mut tried = match &claim.quantity {
        Quantity::Gap { per, .. } => match (&scenario.a, &scenario.b) {
            (Some(a), Some(b)) => known(ground, Measure::Gap, &[a, b], *per)?,
            _ => Vec::new(),
        },
        Quantity::Cost { offer, per, .. } => known(ground, Measure::Cost, &[offer], *per)?,
        Quantity::SimpleSum { offer }
        | Quantity::Compounded { offer }
        | Quantity::AverageAYear { offer }
        | Quantity::WithSteps { offer } => percents(ground, offer)?,
        _ => Vec::new(),
    };
    for one in &mut tried {
        one.matches = meets(claim.precision, quoted, one.value, claim.quantity.unit());
    }
    Ok(Conventions { tried })
}

/// Dollars, worked out once for all claims that ask for them.
fn known(
    ground: &Ground<'_>,
    measure: Measure,
    ids: &[&OfferId],
    per: Per,
) -> Result<Vec<Convention>, CostingError> {
    ground.tried(measure, ids, per, || dollars(ground, measure, ids, per))
}

/// Percents: measure × with or without raises for some; alike where the offer has none.
fn percents(ground: &Ground<'_>, id: &OfferId) -> Result<Vec<Convention>, CostingError> {
    let scenario = ground.scenario();
    let Some(offer) = scenario.offer(id) else {
        return Ok(Vec::new());
    };
    let mut for_everyone = offer.clone();
    for_everyone.clauses.retain(|clause| {
        clause.counted && (clause.scope.is_everyone() || !clause.terms.changes_rates())
    });
    let counted = offer.clauses.iter().filter(|clause| clause.counted).count();
    let has_scoped = for_everyone.clauses.len() < counted;
    let without = ground.figures_of(&for_everyone)?;
    let with = ground.figures_of(offer)?;
    let first_year = first_year(scenario, &for_everyone, &without);
    let scoped_first_year = if has_scoped {
        scoped_first_year(ground, offer)?
    } else {
        None
    };
    let sum = |a: Option<Decimal>, b: Option<Decimal>| a?.checked_add(b?);
    let rows = [
        (
            Measure::Simple,
            without.simple_sum,
            sum(with.simple_sum, with.simple_sum_scoped),
        ),
        (Measure::Compounded, without.compounded, with.compounded),
        (
            Measure::AverageAYear,
            without.average_a_year,
            with.average_a_year,
        ),
        (
            Measure::FirstYear,
            first_year,
            sum(first_year, scoped_first_year),
        ),
        (Measure::WithSteps, without.with_steps, with.with_steps),
    ];
    let mut tried = Vec::new();
    for (measure, plain, all) in rows {
        for (scoped, value) in [(false, plain), (true, all)] {
            let Some(value) = value.filter(|_| has_scoped || !scoped) else {
                continue;
            };
            tried.push(Convention {
                measure,
                compounding: None,
                period: None,
                scoped: Some(scoped),
                roll_up: None,
                counts: None,
                timing: None,
                value,
                matches: false,
            });
        }
    }
    Ok(tried)
}

/// The percents for everyone of the first twelve months, added up.
fn first_year(scenario: &Scenario, offer: &Offer, figures: &OfferFigures) -> Option<Decimal> {
    let end = scenario.term.first_day.plus_months(12);
    Across::of_offer(offer, figures)?.sum(|day| day < end)
}

/// The percents for some of the first twelve months, at their shares of payroll: the scoped sum of the
/// offer held to those months.
fn scoped_first_year(ground: &Ground<'_>, offer: &Offer) -> Result<Option<Decimal>, CostingError> {
    let first_day = ground.scenario().term.first_day;
    let first_year = Offer {
        last_day: Some(first_day.plus_months(12).plus_days(-1)),
        ..offer.clone()
    };
    Ok(ground.figures_of(&first_year)?.simple_sum_scoped)
}
