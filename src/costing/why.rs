//! Why two offers differ: bars that add up to the gap (METHOD.md "Between two offers").

use std::sync::Arc;

use rust_decimal::Decimal;

use super::amount::{Amount, AnnualPay};
use super::effects::{Effect, Factor, RateChange, Unknown};
use super::error::CostingError;
use super::hidden::Hidden;
use super::lump_sum::percent_of;
use super::model::{Follow, Model, Paid};
use super::offer_cost::OfferCost;
use super::path::Path;
use super::report::WhyFigures;
use super::schedule::Event;
use super::wide::scaled;
use crate::scenario::{ClauseKind, Rounding};

/// One offer taken apart: what each kind of clause adds to its wages. What rests on something unknown is `None`.
#[derive(Debug, Clone)]
pub struct Layers {
    benefits: Option<Amount>,
    lump_sums: Option<Amount>,
    /// What rounding of rates adds.
    rounding: Option<Amount>,
    /// What held steps add.
    steps: Option<Amount>,
    pools: Option<Amount>,
    /// What minimum rates, floors and minimum amounts add.
    floors: Option<Amount>,
    /// What raises on raises add to what is left.
    compounding: Option<Amount>,
    first_order: Option<FirstOrder>,
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
    fn from(self, event: &Event) -> Result<Option<Event>, CostingError> {
        let is_stripped = match event.kind {
            ClauseKind::HoldSteps => true,
            ClauseKind::EquityPool => self >= Self::Pools,
            ClauseKind::MinimumRate | ClauseKind::Floor => self == Self::Floors,
            _ => false,
        };
        if is_stripped {
            return Ok(None);
        }
        // Its percent is what is left of the greater of two, also where only the amount is unpublished.
        let has_percent = matches!(
            event.effect,
            Effect::Rate(_) | Effect::UnknownRate(Unknown::Unpublished)
        );
        let percent = event
            .percent
            .filter(|_| has_percent && self == Self::Floors && event.kind == ClauseKind::GreaterOf);
        let mut left = event.clone();
        if let Some(percent) = percent {
            left.effect = Effect::Rate(RateChange::Percent(Factor::of(percent)?));
        }
        Ok(Some(left))
    }

    /// Whether stripping this makes a difference to a clause of a kind.
    fn touches(self, kind: ClauseKind) -> bool {
        match self {
            Self::Holds => kind == ClauseKind::HoldSteps,
            Self::Pools => kind == ClauseKind::EquityPool,
            Self::Floors => matches!(
                kind,
                ClauseKind::MinimumRate | ClauseKind::Floor | ClauseKind::GreaterOf
            ),
        }
    }
}

impl Layers {
    /// Takes an offer apart.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn of(
        model: &Model<'_>,
        paid: &Arc<Paid>,
        events: &[Event],
        offer: &OfferCost,
    ) -> Result<Self, CostingError> {
        let (first, end) = (model.first, model.end);
        let exact = Follow {
            rounding: Rounding::None,
            detailed: false,
        };
        let wages = offer.known_wages(first, end)?;
        let is_rounded = paid.rounding != Rounding::None && paid.cohorts.has_groups;
        let baseline = if is_rounded {
            paid.exact_baseline(|| model.followed(paid, &[], exact))?
        } else {
            paid.baseline.clone()
        };
        let owed = baseline.earned(first, end)?;
        let above = |events: &[Event]| -> Result<Option<Amount>, CostingError> {
            if hidden_under(model, paid, events).any_above(first, end) {
                return Ok(None);
            }
            let path = model.followed(paid, events, exact)?;
            path.earned(first, end)?.minus(owed).map(Some)
        };
        let (mut left, rounding) = if is_rounded {
            let unrounded = above(events)?;
            (unrounded, apart(wages, unrounded)?)
        } else {
            (wages, Some(Amount::ZERO))
        };
        let mut layers = [Some(Amount::ZERO); 3];
        let mut plain = events.to_vec();
        for (layer, strip) in layers
            .iter_mut()
            .zip([Strip::Holds, Strip::Pools, Strip::Floors])
        {
            // What no clause does adds nothing, whatever else is unknown.
            let mut counted = events.iter().filter(|event| event.counts);
            if counted.any(|event| strip.touches(event.kind)) {
                let stripped = events.iter().map(|event| strip.from(event));
                let stripped: Result<Vec<Option<Event>>, CostingError> = stripped.collect();
                plain = stripped?.into_iter().flatten().collect();
                let without = above(&plain)?;
                *layer = apart(left, without)?;
                left = without;
            }
        }
        let [steps, pools, floors] = layers;
        let first_order = FirstOrder::of(model, paid, &baseline, &plain)?;
        let linear = first_order.as_ref().map(|sums| sums.dollars);
        Ok(Self {
            benefits: offer.benefits(first, end)?,
            lump_sums: offer.lump_sums(first, end)?,
            rounding,
            steps,
            pools,
            floors,
            compounding: apart(left, linear)?,
            first_order,
        })
    }
}

/// What one sum is more than another; `None` where one of them isn't known.
fn apart(more: Option<Amount>, less: Option<Amount>) -> Result<Option<Amount>, CostingError> {
    more.zip(less)
        .map(|(more, less)| more.minus(less))
        .transpose()
}

/// What some events leave unknown.
fn hidden_under(model: &Model<'_>, paid: &Paid, events: &[Event]) -> Hidden {
    let second_year = model.calendar.second_year();
    Hidden::of(&paid.cohorts, &model.baseline, events, second_year)
}

/// Raises to first order: what they add with no raise on a raise.
#[derive(Debug, Clone)]
struct FirstOrder {
    /// L, dollars over the term.
    dollars: Amount,
    /// P × base payroll: dollars a year for a hundred, each raise by its scope's payroll.
    size: Decimal,
    /// Whether raises go both up and down.
    both_signs: bool,
}

impl FirstOrder {
    /// The sums over all raises of an offer; `None` where one isn't known, or pay it is taken of.
    fn of(
        model: &Model<'_>,
        paid: &Paid,
        baseline: &Path,
        events: &[Event],
    ) -> Result<Option<Self>, CostingError> {
        let owed = hidden_under(model, paid, &[]);
        let (mut dollars, mut size) = (Amount::ZERO, Decimal::ZERO);
        let (mut up, mut down) = (false, false);
        for event in events.iter().filter(|event| event.counts) {
            let change = match event.effect {
                Effect::Rate(change) => change,
                Effect::UnknownRate(_) | Effect::Minimum(_) => return Ok(None),
                _ => continue,
            };
            let Some(part) = RaiseAlone::of(model, paid, (baseline, &owed), event, change)? else {
                return Ok(None);
            };
            dollars = dollars.plus(Amount::from_dollars(part.dollars)?)?;
            size = size.checked_add(part.size).ok_or(CostingError::TooLarge)?;
            up |= part.is_raise == Some(true);
            down |= part.is_raise == Some(false);
        }
        Ok(Some(Self {
            dollars,
            size,
            both_signs: up && down,
        }))
    }

    /// W / 100: dollars to first order for each dollar of size; `None` where P is 0.
    fn per_size(&self) -> Option<Decimal> {
        self.dollars.dollars().checked_div(self.size)
    }
}

/// One raise to first order: what it adds with no raise on a raise.
struct RaiseAlone {
    dollars: Decimal,
    size: Decimal,
    /// Whether it raises pay; `None` where it changes nothing.
    is_raise: Option<bool>,
}

impl RaiseAlone {
    fn of(
        model: &Model<'_>,
        paid: &Paid,
        (baseline, owed): (&Path, &Hidden),
        event: &Event,
        change: RateChange,
    ) -> Result<Option<Self>, CostingError> {
        let from = event.at.max(model.first);
        let to = event.until.map_or(model.end, |until| until.min(model.end));
        let (from, to) = (from, to.max(from));
        let mut members = paid.cohorts.classes_in(event.scope);
        // Dollars go by full-time equivalents alone, whatever pay is.
        let by_pay = !matches!(change, RateChange::Add(_));
        if by_pay && members.any(|(_, class)| class.is_unknown) {
            return Ok(None);
        }
        match change {
            RateChange::Percent(_) | RateChange::GreaterOf(..) => {
                let percent = event.percent.map_or(Decimal::ZERO, |percent| percent.get());
                if from < to && owed.pay_in(&paid.cohorts, event.scope, from, to) {
                    return Ok(None);
                }
                let payroll = paid.cohorts.payroll_in(event.scope)?.dollars();
                let base = if from < to {
                    paid.earned_in(baseline, event.scope, from, to)?
                } else {
                    Amount::ZERO
                };
                let dollars = percent_of(base.dollars(), percent);
                let sign = percent.cmp(&Decimal::ZERO);
                Self::new(dollars, percent.checked_mul(payroll), sign).map(Some)
            }
            RateChange::Add(amount) => {
                let classes = paid.cohorts.classes_in(event.scope);
                let fte = classes.map(|(_, class)| class.whole_fte);
                let Some(fte) = fte.sum::<Option<i128>>() else {
                    return Ok(None);
                };
                let micro = fte
                    .checked_mul(paid.cohorts.a_year)
                    .and_then(|a_year| a_year.checked_mul(1_000_000))
                    .ok_or(CostingError::TooLarge)?;
                let a_year = AnnualPay(scaled(micro, amount.num, amount.den)?);
                let size = a_year.dollars().checked_mul(Decimal::ONE_HUNDRED);
                let dollars = a_year.over(to - from)?.dollars();
                Self::new(Some(dollars), size, amount.num.cmp(&0)).map(Some)
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
        size: Option<Decimal>,
        sign: std::cmp::Ordering,
    ) -> Result<Self, CostingError> {
        let (Some(dollars), Some(size)) = (dollars, size) else {
            return Err(CostingError::TooLarge);
        };
        Ok(Self {
            dollars,
            size,
            is_raise: (!sign.is_eq()).then(|| sign.is_gt()),
        })
    }
}

/// The bars between A and B, B less A. They add up to the gap exactly. A bar is `None` where it rests on
/// something unknown.
///
/// # Errors
/// [`CostingError`].
pub fn why(a: &Layers, b: &Layers) -> Result<WhyFigures, CostingError> {
    let bar = |layer: fn(&Layers) -> Option<Amount>| -> Result<Option<Decimal>, CostingError> {
        Ok(apart(layer(b), layer(a))?.map(Amount::dollars))
    };
    let linear = bar(|layers| Some(layers.first_order.as_ref()?.dollars))?;
    let (size, timing) = match (&a.first_order, &b.first_order) {
        (Some(a), Some(b)) if !a.both_signs && !b.both_signs => {
            let size = size_bar(a, b)?;
            let timing = b.dollars.minus(a.dollars)?.minus(size)?;
            (Some(size.dollars()), Some(timing.dollars()))
        }
        _ => (linear, None),
    };
    Ok(WhyFigures {
        size,
        timing,
        compounding: bar(|layers| layers.compounding)?,
        lump_sums: bar(|layers| layers.lump_sums)?,
        benefits: bar(|layers| layers.benefits)?,
        rounding: bar(|layers| layers.rounding)?,
        steps: bar(|layers| layers.steps)?,
        pools: bar(|layers| layers.pools)?,
        floors: bar(|layers| layers.floors)?,
    })
}

/// (P_B − P_A)·(W_A + W_B)/2 × base payroll; an offer without points borrows the other's W.
fn size_bar(a: &FirstOrder, b: &FirstOrder) -> Result<Amount, CostingError> {
    let (of_a, of_b) = match (a.per_size(), b.per_size()) {
        (Some(a), Some(b)) => (a, b),
        (Some(one), None) | (None, Some(one)) => (one, one),
        (None, None) => return Ok(Amount::ZERO),
    };
    b.size
        .checked_sub(a.size)
        .and_then(|size| size.checked_mul(of_a.checked_add(of_b)?))
        .and_then(|twice| twice.checked_div(Decimal::TWO))
        .ok_or(CostingError::TooLarge)
        .and_then(Amount::from_dollars)
}
