//! What the employer pays on top of wages (costing.md §5 "roll-up").

use rust_decimal::Decimal;

use super::amount::{Amount, AnnualPay};
use super::clock::Ticks;
use super::cohorts::{Cohorts, pay_of_sum};
use super::error::CostingError;
use super::lump_sum::percent_of;
use super::model::{Model, Paid};
use super::offer_cost::OfferCost;
use super::schedule::Step;
use crate::scenario::RollUpRate;
use crate::units::Money;
use crate::units::decimal::in_units;

/// Σ of the named rates × (wages above the baseline + lump sums where marked), dollars. A rate with
/// a pay base counts only pay below it. `None` where a marked lump sum is unknown.
///
/// # Errors
/// [`CostingError`].
pub fn roll_up(
    model: &Model<'_>,
    paid: &Paid,
    steps: &[Step],
    offer: &OfferCost,
) -> Result<Option<Decimal>, CostingError> {
    let mut sum = Decimal::ZERO;
    for rate in &model.scenario.roll_up {
        let base = match rate.pay_base {
            Some(base) => below(model, paid, steps, base, rate.on_lump_sums)?,
            None => all(model, offer, rate.on_lump_sums)?,
        };
        let Some(base) = base else { return Ok(None) };
        sum = percent_of(base.dollars(), rate.percent.get())
            .and_then(|part| sum.checked_add(part))
            .ok_or(CostingError::TooLarge)?;
    }
    Ok(Some(sum))
}

/// Wages above the baseline, and lump sums where asked for.
fn all(
    model: &Model<'_>,
    offer: &OfferCost,
    with_lump_sums: bool,
) -> Result<Option<Amount>, CostingError> {
    if with_lump_sums {
        offer.cost(model.first, model.end)
    } else {
        offer.wages(model.first, model.end).map(Some)
    }
}

/// Σ of all rates, percent.
///
/// # Errors
/// [`CostingError`].
pub fn total_rate(rates: &[RollUpRate]) -> Result<Decimal, CostingError> {
    rates.iter().try_fold(Decimal::ZERO, |sum, rate| {
        sum.checked_add(rate.percent.get())
            .ok_or(CostingError::TooLarge)
    })
}

/// What a rate with a pay base is charged on: Σ (min(r·H, base) − min(b·H, base)) over time, of the pay of
/// full-time employees, and where asked for the lump sums of those whose pay on its day is below the base.
///
/// A base acts rate by rate, so each cohort is costed by itself.
fn below(
    model: &Model<'_>,
    paid: &Paid,
    steps: &[Step],
    base: Money,
    with_lump_sums: bool,
) -> Result<Option<Amount>, CostingError> {
    let mut sum = Amount::ZERO;
    for (one, fte) in singles(&paid.cohorts)? {
        let cap = pay_base_of(fte, base)?;
        let alone = model.paid_by(one.into(), paid.rounding)?;
        let Some(alone) = alone else { continue };
        let Some(offer) = OfferCost::new(model, &alone, steps)? else {
            continue;
        };
        sum = sum.plus(wages_below(model, &offer, cap)?)?;
        if !with_lump_sums {
            continue;
        }
        let Some(lumps) = &offer.lumps else {
            return Ok(None);
        };
        let in_term = |at: Ticks| (model.first..model.end).contains(&at);
        for lump in lumps.iter().filter(|lump| in_term(lump.at)) {
            if offer.path.pay_at(lump.at) < cap {
                sum = sum.plus(lump.amount)?;
            }
        }
    }
    Ok(Some(sum))
}

fn wages_below(
    model: &Model<'_>,
    offer: &OfferCost,
    cap: AnnualPay,
) -> Result<Amount, CostingError> {
    let mut sum = Amount::ZERO;
    let mut from = model.first;
    let changes = offer.path.changes().iter().copied();
    let ends = changes.filter(|at| *at > model.first);
    for end in ends.chain([model.end]).map(|end| end.min(model.end)) {
        let stretch: Ticks = end - from;
        if stretch > 0 {
            let above = offer.path.pay_at(from).min(cap);
            let owed = offer.baseline.pay_at(from).min(cap);
            sum = sum.plus(above.minus(owed)?.over(stretch)?)?;
            from = end;
        }
    }
    Ok(sum)
}

/// Every cohort by itself, with its FTE in 10⁻⁴; a summary is one cohort.
fn singles(cohorts: &Cohorts) -> Result<Vec<(Cohorts, i128)>, CostingError> {
    let mut all = Vec::new();
    for number in 0..cohorts.classes.len() {
        let class = cohorts.only(number);
        if !class.has_rates() {
            let fte = class.fte();
            all.push((class, fte));
            continue;
        }
        for at in 0..class.rates.len() {
            let one = class.only_rate(at)?;
            let fte = one.fte();
            all.push((one, fte));
        }
    }
    Ok(all)
}

/// The pay base of a cohort's full-time equivalents, as pay a year.
fn pay_base_of(fte: i128, base: Money) -> Result<AnnualPay, CostingError> {
    // A year's pay is a rate × hours; here it is given outright, so hours are 1 (10⁴ in 10⁻⁴).
    let micro = in_units(base.get(), 6).ok_or(CostingError::TooLarge)?;
    pay_of_sum(
        micro.checked_mul(fte).ok_or(CostingError::TooLarge)?,
        6,
        10_000,
    )
}
