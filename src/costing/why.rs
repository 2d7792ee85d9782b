//! Why two offers differ: bars that add up to the gap (METHOD.md "Between two offers").

use std::sync::Arc;

use rust_decimal::Decimal;

use super::amount::{Amount, AnnualPay};
use super::effects::{Effect, RateChange};
use super::error::CostingError;
use super::lump_sum::percent_of;
use super::model::{Follow, Model, Paid};
use super::offer_cost::OfferCost;
use super::path::Path;
use super::report::WhyFigures;
use super::schedule::Event;
use super::wide::scaled;
use crate::scenario::Rounding;

/// One offer taken apart: each layer is what its wages would be without the layers above it.
#[derive(Debug, Clone)]
pub struct Layers {
    benefits: Option<Amount>,
    lump_sums: Option<Amount>,
    /// Wages as they are.
    wages: Amount,
    /// Wages with rates left unrounded.
    unrounded: Amount,
    /// The same with no steps held.
    moving: Amount,
    /// The same without pools.
    without_pools: Amount,
    /// The same without minimum rates, floors and minimum amounts.
    plain: Amount,
    /// L: plain wages to first order, no raise on a raise.
    first_order: Amount,
    /// P: Σ percents weighted by scope share, percent.
    points: Decimal,
    /// Whether raises go both up and down.
    both_signs: bool,
}

/// What is stripped from an offer's events, layer by layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strip {
    Holds,
    Pools,
    Floors,
}

impl Strip {
    /// An event without what is stripped so far; `None` where nothing is left of it.
    fn from(self, event: &Event) -> Option<Event> {
        match &event.effect {
            Effect::Hold(_) => None,
            Effect::Pool(_) if self >= Self::Pools => None,
            Effect::Minimum(_) | Effect::Rate(RateChange::Floor(_)) if self == Self::Floors => None,
            Effect::Rate(RateChange::GreaterOf(factor, _)) if self == Self::Floors => {
                let mut percent = event.clone();
                percent.effect = Effect::Rate(RateChange::Percent(*factor));
                Some(percent)
            }
            _ => Some(event.clone()),
        }
    }

    /// Whether stripping this makes a difference to an event.
    fn touches(self, event: &Event) -> bool {
        match &event.effect {
            Effect::Hold(_) => self == Self::Holds,
            Effect::Pool(_) => self == Self::Pools,
            Effect::Minimum(_) => self == Self::Floors,
            Effect::Rate(change) => self == Self::Floors && !change.is_linear(),
            _ => false,
        }
    }
}

impl Layers {
    /// Takes an offer apart. `None` where base payroll is 0, or pay that a raise is taken of isn't known.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn of(
        model: &Model<'_>,
        paid: &Arc<Paid>,
        events: &[Event],
        offer: &OfferCost,
    ) -> Result<Option<Self>, CostingError> {
        let (first, end) = (model.first, model.end);
        let exact = Follow {
            rounding: Rounding::None,
            detailed: false,
        };
        let wages = offer.wages(first, end)?;
        let is_rounded = paid.rounding != Rounding::None && paid.cohorts.has_rates();
        let baseline = if is_rounded {
            paid.exact_baseline(|| model.followed(paid, &[], exact))?
        } else {
            paid.baseline.clone()
        };
        let owed = baseline.earned(first, end)?;
        let above = |events: &[Event]| -> Result<Amount, CostingError> {
            model
                .followed(paid, events, exact)?
                .earned(first, end)?
                .minus(owed)
        };
        let unrounded = if is_rounded { above(events)? } else { wages };
        let mut left = unrounded;
        let mut layers = [unrounded; 3];
        let mut plain_events = events.to_vec();
        for (layer, strip) in layers
            .iter_mut()
            .zip([Strip::Holds, Strip::Pools, Strip::Floors])
        {
            let counted = || events.iter().filter(|event| event.counts);
            if counted().any(|event| strip.touches(event)) {
                plain_events = events.iter().filter_map(|one| strip.from(one)).collect();
                left = above(&plain_events)?;
            }
            *layer = left;
        }
        let [moving, without_pools, plain] = layers;
        let mut first_order = Amount::ZERO;
        let mut points = Decimal::ZERO;
        let (mut up, mut down) = (false, false);
        for event in plain_events.iter().filter(|event| event.counts) {
            let Effect::Rate(change) = event.effect else {
                continue;
            };
            let Some(part) = FirstOrder::of(model, paid, &baseline, event, change)? else {
                return Ok(None);
            };
            first_order = first_order.plus(Amount::from_dollars(part.dollars)?)?;
            points = points
                .checked_add(part.points)
                .ok_or(CostingError::TooLarge)?;
            up |= part.is_raise == Some(true);
            down |= part.is_raise == Some(false);
        }
        Ok(Some(Self {
            benefits: offer.benefits(first, end)?,
            lump_sums: offer.lump_sums(first, end)?,
            wages,
            unrounded,
            moving,
            without_pools,
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
    /// Whether it raises pay; `None` where it changes nothing.
    is_raise: Option<bool>,
}

impl FirstOrder {
    fn of(
        model: &Model<'_>,
        paid: &Paid,
        baseline: &Path,
        event: &Event,
        change: RateChange,
    ) -> Result<Option<Self>, CostingError> {
        let from = event.at.max(model.first);
        let to = event.until.map_or(model.end, |until| until.min(model.end));
        let payroll = paid.base_payroll()?.dollars();
        match change {
            RateChange::Percent(_) | RateChange::GreaterOf(..) => {
                let percent = event.percent.map_or(Decimal::ZERO, |percent| percent.get());
                let share = paid.cohorts.payroll_in(event.scope)?.dollars();
                let Some(share) = share.checked_div(payroll) else {
                    return Ok(None);
                };
                let base = if from < to {
                    paid.earned_in(baseline, event.scope, from, to)?
                } else {
                    Amount::ZERO
                };
                let dollars = percent_of(base.dollars(), percent);
                let sign = percent.cmp(&Decimal::ZERO);
                Self::new(dollars, percent.checked_mul(share), sign).map(Some)
            }
            RateChange::Add(amount) => {
                let classes = paid.cohorts.classes_in(event.scope);
                let fte = classes.map(|(_, class)| class.fte).sum::<i128>();
                let micro = fte
                    .checked_mul(paid.cohorts.a_year)
                    .and_then(|a_year| a_year.checked_mul(1_000_000))
                    .ok_or(CostingError::TooLarge)?;
                let a_year = AnnualPay(scaled(micro, amount.num, amount.den)?);
                let Some(points) = a_year
                    .dollars()
                    .checked_mul(Decimal::ONE_HUNDRED)
                    .and_then(|hundredfold| hundredfold.checked_div(payroll))
                else {
                    return Ok(None);
                };
                let dollars = a_year.over((to - from).max(0))?.dollars();
                Self::new(Some(dollars), Some(points), amount.num.cmp(&0)).map(Some)
            }
            RateChange::Floor(_) | RateChange::Lift(_) => Self::new(
                Some(Decimal::ZERO),
                Some(Decimal::ZERO),
                std::cmp::Ordering::Equal,
            )
            .map(Some),
        }
    }

    fn new(
        dollars: Option<Decimal>,
        points: Option<Decimal>,
        sign: std::cmp::Ordering,
    ) -> Result<Self, CostingError> {
        let (Some(dollars), Some(points)) = (dollars, points) else {
            return Err(CostingError::TooLarge);
        };
        Ok(Self {
            dollars,
            points,
            is_raise: (!sign.is_eq()).then(|| sign.is_gt()),
        })
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
    let known = |a: Option<Amount>, b: Option<Amount>| match (a, b) {
        (Some(a), Some(b)) => b.minus(a).map(|bar| Some(bar.dollars())),
        _ => Ok(None),
    };
    Ok(WhyFigures {
        size: Some(size.dollars()),
        timing: timing.map(Amount::dollars),
        compounding: Some(bar(|l| l.plain.minus(l.first_order))?),
        lump_sums: known(a.lump_sums, b.lump_sums)?,
        benefits: known(a.benefits, b.benefits)?,
        rounding: Some(bar(|l| l.wages.minus(l.unrounded))?),
        steps: Some(bar(|l| l.unrounded.minus(l.moving))?),
        pools: Some(bar(|l| l.moving.minus(l.without_pools))?),
        floors: Some(bar(|l| l.without_pools.minus(l.plain))?),
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
