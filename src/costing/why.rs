//! Why two offers differ: bars that add up to the gap (costing.md §5).

use rust_decimal::Decimal;

use super::amount::{Amount, AnnualPay};
use super::error::CostingError;
use super::lump_sum::percent_of;
use super::model::{Model, Paid, without_floors};
use super::offer_cost::OfferCost;
use super::path::Path;
use super::report::WhyFigures;
use super::schedule::{Effect, RateChange, Step};
use super::simple_sum::payroll_share;

/// One offer taken apart: each layer is what its wages would be without the layers above it.
#[derive(Debug, Clone)]
pub struct Layers {
    lump_sums: Option<Amount>,
    /// Wages as they are.
    wages: Amount,
    /// Wages with rates left unrounded.
    unrounded: Amount,
    /// The same without floors and minimum amounts.
    plain: Amount,
    /// L: plain wages to first order, no raise on a raise.
    first_order: Amount,
    /// P: Σ percents weighted by scope share, percent.
    points: Decimal,
    /// Whether raises go both up and down.
    both_signs: bool,
}

impl Layers {
    /// Takes an offer apart. `None` where base payroll is 0.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn of(
        model: &Model<'_>,
        paid: &Paid,
        steps: &[Step],
        offer: &OfferCost,
    ) -> Result<Option<Self>, CostingError> {
        let (first, end) = (model.first, model.end);
        let wages = offer.wages(first, end)?;
        let baseline = model.unrounded_path(paid, &[])?;
        let above = |path: &Path| -> Result<Amount, CostingError> {
            path.earned(first, end)?.minus(baseline.earned(first, end)?)
        };
        let is_rounded = paid.rounding == crate::scenario::Rounding::Cent;
        let unrounded = if is_rounded {
            above(&model.unrounded_path(paid, steps)?)?
        } else {
            wages
        };
        let has_floors = steps.iter().any(
            |step| matches!(step.effect, Effect::Rate(change) if step.counts && !change.is_linear()),
        );
        let plain_steps = without_floors(steps);
        let plain = if has_floors {
            above(&model.unrounded_path(paid, &plain_steps)?)?
        } else {
            unrounded
        };
        let mut first_order = Amount::ZERO;
        let mut points = Decimal::ZERO;
        let (mut up, mut down) = (false, false);
        for step in plain_steps.iter().filter(|step| step.counts) {
            let Effect::Rate(change) = step.effect else {
                continue;
            };
            let Some(part) = FirstOrder::of(model, paid, &baseline, step, change)? else {
                return Ok(None);
            };
            first_order = first_order.plus(Amount::from_dollars(part.dollars)?)?;
            points = points
                .checked_add(part.points)
                .ok_or(CostingError::TooLarge)?;
            up |= part.size > Decimal::ZERO;
            down |= part.size < Decimal::ZERO;
        }
        Ok(Some(Self {
            lump_sums: offer.lump_sums(first, end)?,
            wages,
            unrounded,
            plain,
            first_order,
            points,
            both_signs: up && down,
        }))
    }

    /// W × base payroll: dollars to first order for each point, 1/100 of it; `None` where P is 0.
    fn per_point(&self) -> Option<Decimal> {
        self.first_order.dollars().checked_div(self.points)
    }
}

/// One raise to first order: what it adds with no raise on a raise.
struct FirstOrder {
    dollars: Decimal,
    points: Decimal,
    /// The raise's own percent or dollars, for its sign.
    size: Decimal,
}

impl FirstOrder {
    fn of(
        model: &Model<'_>,
        paid: &Paid,
        baseline: &Path,
        step: &Step,
        change: RateChange,
    ) -> Result<Option<Self>, CostingError> {
        let from = step.at.max(model.first);
        let in_scope = || {
            (0..paid.cohorts.classes.len()).filter(|class| paid.cohorts.applies(step.scope, *class))
        };
        match change {
            RateChange::Percent(_) | RateChange::GreaterOf(..) => {
                let percent = step.percent.map_or(Decimal::ZERO, |percent| percent.get());
                let Some(share) = payroll_share(model, step.scope)? else {
                    return Ok(None);
                };
                let mut base = Amount::ZERO;
                for class in in_scope() {
                    base = base.plus(baseline.earned_by(class, from, model.end)?)?;
                }
                let dollars = percent_of(base.dollars(), percent);
                let points = percent.checked_mul(share);
                Self::new(dollars, points, percent).map(Some)
            }
            RateChange::PerHour(millionths) | RateChange::Floor(millionths) => {
                let mut hours = 0_i128;
                for class in in_scope() {
                    hours += paid.cohorts.class_hours(&paid.cohorts.classes[class]);
                }
                let a_year = hours
                    .checked_mul(i128::from(millionths))
                    .map(AnnualPay)
                    .ok_or(CostingError::TooLarge)?;
                let payroll = paid.cohorts.base_payroll()?.dollars();
                let Some(points) = a_year
                    .dollars()
                    .checked_mul(Decimal::ONE_HUNDRED)
                    .and_then(|hundredfold| hundredfold.checked_div(payroll))
                else {
                    return Ok(None);
                };
                let dollars = a_year.over((model.end - from).max(0))?.dollars();
                let size = Decimal::from(millionths);
                Self::new(Some(dollars), Some(points), size).map(Some)
            }
        }
    }

    fn new(
        dollars: Option<Decimal>,
        points: Option<Decimal>,
        size: Decimal,
    ) -> Result<Self, CostingError> {
        match (dollars, points) {
            (Some(dollars), Some(points)) => Ok(Self {
                dollars,
                points,
                size,
            }),
            _ => Err(CostingError::TooLarge),
        }
    }
}

/// The bars between A and B, B less A. They add up to the gap exactly.
///
/// # Errors
/// [`CostingError`].
pub fn why(a: &Layers, b: &Layers) -> Result<WhyFigures, CostingError> {
    let bar = |layer: fn(&Layers) -> Result<Amount, CostingError>| {
        layer(b)?.minus(layer(a)?).map(Amount::dollars)
    };
    let first_order = b.first_order.minus(a.first_order)?;
    let (size, timing) = if a.both_signs || b.both_signs {
        (first_order, None)
    } else {
        let size = size_bar(a, b)?;
        (size, Some(first_order.minus(size)?))
    };
    let lump_sums = match (a.lump_sums, b.lump_sums) {
        (Some(a), Some(b)) => Some(b.minus(a)?.dollars()),
        _ => None,
    };
    Ok(WhyFigures {
        size: Some(size.dollars()),
        timing: timing.map(Amount::dollars),
        compounding: Some(bar(|l| l.plain.minus(l.first_order))?),
        lump_sums,
        rounding: Some(bar(|l| l.wages.minus(l.unrounded))?),
        floors: Some(bar(|l| l.unrounded.minus(l.plain))?),
    })
}

/// (P_B − P_A)·(W_A + W_B)/2 × base payroll; an offer without points borrows the other's W.
fn size_bar(a: &Layers, b: &Layers) -> Result<Amount, CostingError> {
    let (of_a, of_b) = match (a.per_point(), b.per_point()) {
        (Some(a), Some(b)) => (a, b),
        (Some(one), None) | (None, Some(one)) => (one, one),
        (None, None) => return Ok(Amount::ZERO),
    };
    b.points
        .checked_sub(a.points)
        .and_then(|points| points.checked_mul(of_a.checked_add(of_b)?))
        .and_then(|twice| twice.checked_div(Decimal::TWO))
        .ok_or(CostingError::TooLarge)
        .and_then(Amount::from_dollars)
}
