//! Holding a total while one raise moves: the others give way.

use rust_decimal::Decimal;

use crate::costing::{CostingError, Model, OfferCost, simple_sum};
use crate::scenario::{ClauseTerms, Offer};
use crate::units::decimal::round;
use crate::units::{Known, Percent};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Hold {
    /// Nothing gives way.
    #[default]
    Nothing,
    /// The simple sum of percents, exactly.
    SimpleSum,
    /// The compounded end rate, to within one step.
    Compounded,
    /// The cost over the term, to within one step.
    Cost,
}

/// How well it was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// To within one step of 0.01 %.
    Held,
    /// No further: the raises that give way are at 0, or at 100 %.
    Saturated,
    /// No raise is free to give way.
    AllLocked,
    /// The figure held is unknown.
    Unknown,
}

/// An offer after the others gave way.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    pub offer: Offer,
    /// What the held figure is off by: percent points, or dollars for the cost.
    pub remainder: Decimal,
    /// How well it was held.
    pub outcome: Outcome,
}

/// The step raises give way in, percent.
const STEP: Decimal = Decimal::from_parts(1, 0, 0, false, 2);
/// The most a raise grows to, percent.
const HIGHEST: Decimal = Decimal::ONE_HUNDRED;
/// How narrow the scale's bounds become at the most: far below a step.
const NARROW: Decimal = Decimal::from_parts(1, 0, 0, false, 6);
/// Guesses of the scale: every third halves its bounds, so these are enough to make them narrow.
const GUESSES: u32 = 120;

/// Lets the raises of `after` that are neither `moved` nor `locked` give way in proportion to their
/// percents in `before`, never below 0, until the figure is that of `before`. Only percents for everyone give
/// way; results are in steps of 0.01 %, with the exact rest of a simple sum on one of them. Clauses are named by
/// their place in the list, which is the same in `before` and `after`.
///
/// # Errors
/// [`CostingError`].
pub fn hold(
    model: &Model<'_>,
    before: &Offer,
    after: &Offer,
    moved: usize,
    locked: &[usize],
    what: Hold,
) -> Result<Held, CostingError> {
    let as_is = |outcome, remainder| Held {
        offer: after.clone(),
        remainder,
        outcome,
    };
    let Some(measure) = Measure::of(what) else {
        return Ok(as_is(Outcome::Held, Decimal::ZERO));
    };
    let (Some(target), Some(now)) = (measure.read(model, before)?, measure.read(model, after)?)
    else {
        return Ok(as_is(Outcome::Unknown, Decimal::ZERO));
    };
    let off = difference(now, target)?;
    let mut giving: Vec<Giving> = before
        .clauses
        .iter()
        .enumerate()
        .filter(|(place, clause)| clause.counted && *place != moved && !locked.contains(place))
        .filter_map(|(place, clause)| match clause.terms {
            ClauseTerms::Percent(Known::Known(percent)) if clause.scope.is_everyone() => {
                Some(Giving {
                    place,
                    was: percent.get(),
                })
            }
            _ => None,
        })
        .collect();
    if off.is_zero() {
        return Ok(as_is(Outcome::Held, off));
    }
    if giving.is_empty() {
        return Ok(as_is(Outcome::AllLocked, off));
    }
    giving.retain(|raise| raise.was > Decimal::ZERO);
    if giving.is_empty() {
        return Ok(as_is(Outcome::Saturated, off));
    }
    match what {
        Hold::SimpleSum => simple(model, after, &giving, target),
        _ => scaled(model, after, &giving, measure, target),
    }
}

/// A raise that gives way, and its percent before.
struct Giving {
    place: usize,
    was: Decimal,
}

/// The figure held.
#[derive(Clone, Copy)]
enum Measure {
    SimpleSum,
    Compounded,
    Cost,
}

impl Measure {
    fn of(what: Hold) -> Option<Self> {
        match what {
            Hold::Nothing => None,
            Hold::SimpleSum => Some(Self::SimpleSum),
            Hold::Compounded => Some(Self::Compounded),
            Hold::Cost => Some(Self::Cost),
        }
    }

    fn read(self, model: &Model<'_>, offer: &Offer) -> Result<Option<Decimal>, CostingError> {
        let events = model.events(offer)?;
        if let Self::SimpleSum = self {
            return Ok(simple_sum::simple_sum(model, &events).percent);
        }
        let costed = OfferCost::new(model, &model.part, &events)?;
        match (self, costed) {
            (Self::Compounded, costed) => simple_sum::compounded(model, costed.as_ref(), &events),
            (_, Some(costed)) => Ok(costed
                .cost(model.first, model.end)?
                .map(crate::costing::amount::Amount::dollars)),
            (_, None) => Ok(None),
        }
    }
}

/// The simple sum, exactly: what is left for the raises that give way is shared in proportion, in
/// steps of 0.01 %, the largest remainders rounded up; a rest finer than a step goes to the first.
fn simple(
    model: &Model<'_>,
    after: &Offer,
    giving: &[Giving],
    target: Decimal,
) -> Result<Held, CostingError> {
    let all = giving
        .iter()
        .try_fold(Decimal::ZERO, |all, raise| sum(all, raise.was))?;
    let fixed = {
        let silent = with_percents(after, giving, &vec![Decimal::ZERO; giving.len()]);
        // The sum was read of the offer as it is, and other percents make nothing in it unknown.
        Measure::SimpleSum
            .read(model, &silent)?
            .ok_or(CostingError::TooLarge)?
    };
    let wanted = difference(target, fixed)?;
    let share = wanted.clamp(Decimal::ZERO, HIGHEST);
    let exact: Vec<Decimal> = giving
        .iter()
        .map(|raise| {
            raise
                .was
                .checked_mul(share)
                .and_then(|part| part.checked_div(all))
                .ok_or(CostingError::TooLarge)
        })
        .collect::<Result<_, _>>()?;
    let mut percents: Vec<Decimal> = exact.iter().map(|part| part.trunc_with_scale(2)).collect();
    let given = percents
        .iter()
        .try_fold(Decimal::ZERO, |all, part| sum(all, *part))?;
    let mut rest = difference(share, given)?;
    let cut: Vec<Decimal> = exact
        .iter()
        .zip(&percents)
        .map(|(exact, percent)| difference(*exact, *percent))
        .collect::<Result<_, _>>()?;
    let mut by_remainder: Vec<(Decimal, &mut Decimal)> =
        cut.into_iter().zip(&mut percents).collect();
    by_remainder.sort_by_key(|(cut, _)| std::cmp::Reverse(*cut));
    for (_, percent) in by_remainder {
        if rest < STEP {
            break;
        }
        *percent = sum(*percent, STEP)?;
        rest = difference(rest, STEP)?;
    }
    if let Some(first) = percents.first_mut() {
        *first = sum(*first, rest)?;
    }
    finish(model, after, giving, &percents, Measure::SimpleSum, target)
}

/// Compounded or cost: the scale of the giving raises is found between bounds, each is rounded to 0.01, and
/// single steps are taken as long as they come closer. Both figures grow with each percent.
fn scaled(
    model: &Model<'_>,
    after: &Offer,
    giving: &[Giving],
    measure: Measure,
    target: Decimal,
) -> Result<Held, CostingError> {
    let read = |percents: &[Decimal]| -> Result<Decimal, CostingError> {
        let offer = with_percents(after, giving, percents);
        // The figure was read of the offer as it is. With other percents it can only grow beyond what a percent is
        // told as, and that is more than any target.
        Ok(measure.read(model, &offer)?.unwrap_or(Decimal::MAX))
    };
    let at_scale = |scale: Decimal, places: u32| -> Vec<Decimal> {
        giving
            .iter()
            .map(|raise| {
                // Beyond what can be kept it is cut to the highest raise, as anything above that is.
                let scaled = raise.was.checked_mul(scale).unwrap_or(HIGHEST);
                round(scaled.min(HIGHEST), places)
            })
            .collect()
    };
    let largest = giving
        .iter()
        .map(|raise| raise.was)
        .max()
        .unwrap_or(HIGHEST);
    let mut low = Decimal::ZERO;
    // Those that give way are above zero, with at most six decimals.
    let mut high = HIGHEST.checked_div(largest).ok_or(CostingError::TooLarge)?;
    // Half a step of the largest raise, as a part of the scale.
    let near = STEP
        .checked_div(Decimal::TWO)
        .and_then(|half| half.checked_div(largest))
        .ok_or(CostingError::TooLarge)?;
    // A figure beyond what can be told is above any target, however far.
    let from_target = |scale: Decimal| -> Result<Decimal, CostingError> {
        let off = read(&at_scale(scale, 6))?.checked_sub(target);
        Ok(off.unwrap_or(Decimal::MAX))
    };
    let mut under = from_target(low)?;
    if under >= Decimal::ZERO {
        return finish(model, after, giving, &at_scale(low, 2), measure, target);
    }
    // The raises as they were are seldom far off: the line through them and none leads beyond the target.
    let mut over = None;
    let as_they_were = Decimal::ONE.min(high);
    let off = from_target(as_they_were)?;
    if off >= Decimal::ZERO {
        (high, over) = (as_they_were, Some(off));
    } else {
        let beyond = on_line((low, under), (as_they_were, off))
            .and_then(|scale| scale.checked_add(near))
            .filter(|scale| *scale > as_they_were && *scale < high);
        (low, under) = (as_they_were, off);
        if let Some(scale) = beyond {
            let off = from_target(scale)?;
            if off >= Decimal::ZERO {
                (high, over) = (scale, Some(off));
            } else {
                (low, under) = (scale, off);
            }
        }
    }
    let mut over = match over {
        Some(over) => over,
        None => from_target(high)?,
    };
    if over <= Decimal::ZERO {
        return finish(model, after, giving, &at_scale(high, 2), measure, target);
    }
    let mut was_over = true;
    for guess in 0..GUESSES {
        let apart = difference(high, low)?;
        if apart < NARROW || a_step_apart(&at_scale(low, 2), &at_scale(high, 2)) {
            break;
        }
        // The figures run nearly straight, so the line between the bounds leads close to the target. Looked for a
        // little to the other side than the last time, the target is soon between two close bounds; where it
        // isn't, halving finds it.
        let line = on_line((low, under), (high, over)).and_then(|scale| {
            if was_over {
                scale.checked_sub(near)
            } else {
                scale.checked_add(near)
            }
        });
        let is_within = |scale: &Decimal| low < *scale && *scale < high;
        let middle = match line
            .filter(is_within)
            .filter(|_| guess < 6 || guess % 3 != 2)
        {
            Some(scale) => scale,
            None => halfway(low, high)?,
        };
        let off = from_target(middle)?;
        was_over = off >= Decimal::ZERO;
        if was_over {
            (high, over) = (middle, off);
        } else {
            (low, under) = (middle, off);
        }
    }
    let mut percents = at_scale(high, 2);
    let mut off = difference(read(&percents)?, target)?;
    // Rounding leaves at most half a step on each raise, and the bounds are at most a step apart.
    for _ in 0..=giving.len().saturating_mul(2) {
        if off.is_zero() {
            break;
        }
        let step = if off > Decimal::ZERO { -STEP } else { STEP };
        let mut best: Option<(usize, Decimal, Decimal)> = None;
        for (at, percent) in percents.iter().enumerate() {
            let tried = sum(*percent, step)?;
            if tried < Decimal::ZERO || tried > HIGHEST {
                continue;
            }
            let mut other = percents.clone();
            if let Some(percent) = other.get_mut(at) {
                *percent = tried;
            }
            let then = difference(read(&other)?, target)?;
            let least = best.map_or(off, |(_, _, least)| least);
            if then.abs() < least.abs() {
                best = Some((at, tried, then));
            }
        }
        let Some((at, tried, then)) = best else { break };
        if let Some(percent) = percents.get_mut(at) {
            *percent = tried;
        }
        off = then;
    }
    finish(model, after, giving, &percents, measure, target)
}

/// Where the line through two scales, of which one is below the target and the other may be above, meets the target.
fn on_line(one: (Decimal, Decimal), other: (Decimal, Decimal)) -> Option<Decimal> {
    let rise = other.1.checked_sub(one.1)?;
    let run = other.0.checked_sub(one.0)?;
    let part = one.1.abs().checked_div(rise)?;
    one.0.checked_add(part.checked_mul(run)?)
}

/// Whether no raise differs by more than a step: single steps find the rest.
fn a_step_apart(low: &[Decimal], high: &[Decimal]) -> bool {
    let mut both = low.iter().zip(high);
    both.all(|(low, high)| high.checked_sub(*low).is_some_and(|apart| apart <= STEP))
}

fn finish(
    model: &Model<'_>,
    after: &Offer,
    giving: &[Giving],
    percents: &[Decimal],
    measure: Measure,
    target: Decimal,
) -> Result<Held, CostingError> {
    let offer = with_percents(after, giving, percents);
    let now = measure.read(model, &offer)?.ok_or(CostingError::TooLarge)?;
    let remainder = difference(now, target)?;
    let at_edge = |edge: Decimal| percents.iter().all(|percent| *percent == edge);
    let stuck = (remainder > Decimal::ZERO && at_edge(Decimal::ZERO))
        || (remainder < Decimal::ZERO && percents.contains(&HIGHEST));
    Ok(Held {
        offer,
        remainder,
        outcome: if stuck {
            Outcome::Saturated
        } else {
            Outcome::Held
        },
    })
}

fn with_percents(after: &Offer, giving: &[Giving], percents: &[Decimal]) -> Offer {
    let mut offer = after.clone();
    for (raise, percent) in giving.iter().zip(percents) {
        let Ok(percent) = Percent::new(percent.normalize()) else {
            continue;
        };
        if let Some(clause) = offer.clauses.get_mut(raise.place) {
            clause.terms = ClauseTerms::Percent(Known::Known(percent));
        }
    }
    offer
}

fn sum(a: Decimal, b: Decimal) -> Result<Decimal, CostingError> {
    a.checked_add(b).ok_or(CostingError::TooLarge)
}

fn halfway(a: Decimal, b: Decimal) -> Result<Decimal, CostingError> {
    sum(a, b)?
        .checked_div(Decimal::TWO)
        .ok_or(CostingError::TooLarge)
}

fn difference(a: Decimal, b: Decimal) -> Result<Decimal, CostingError> {
    a.checked_sub(b).ok_or(CostingError::TooLarge)
}
