//! What the employer pays on top of wages (METHOD.md "Cost").

use rust_decimal::Decimal;

use super::amount::{Amount, AnnualPay, decimal};
use super::clock::Ticks;
use super::effects::Effect;
use super::error::CostingError;
use super::lump_sum::percent_of;
use super::model::Model;
use super::offer_cost::OfferCost;
use super::pay_line::{FINE_DECIMALS, PayLine};
use super::people::lump_of_one;
use super::schedule::Event;
use super::ways::{Way, ways};
use super::wide::scaled;
use crate::scenario::{LumpAmount, RollUpRate};
use crate::units::decimal::in_units;
use crate::units::{Known, Money};

/// Σ of the named rates × (wages above the baseline + lump sums where marked), dollars. A rate with
/// a pay base counts only pay below it. `None` where a marked lump sum is unknown.
///
/// # Errors
/// [`CostingError`].
pub fn roll_up(
    model: &Model<'_>,
    events: &[Event],
    offer: &OfferCost,
) -> Result<Option<Decimal>, CostingError> {
    let mut sum = Decimal::ZERO;
    for rate in &model.scenario.roll_up {
        let base = match rate.pay_base {
            Some(base) => below(model, events, offer, base, rate.on_lump_sums)?,
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
    let Some(wages) = offer.known_wages(model.first, model.end)? else {
        return Ok(None);
    };
    if !with_lump_sums {
        return Ok(Some(wages));
    }
    let lumps = offer.lump_sums(model.first, model.end)?;
    lumps.map(|lumps| wages.plus(lumps)).transpose()
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
/// full-time employees, and where asked for the part of lump sums that fits between their yearly pay and the
/// base. A base acts rate by rate, so each way through the workforce is followed by itself.
fn below(
    model: &Model<'_>,
    events: &[Event],
    offer: &OfferCost,
    base: Money,
    with_lump_sums: bool,
) -> Result<Option<Amount>, CostingError> {
    let lumps: Vec<&Event> = events
        .iter()
        .filter(|event| event.counts && with_lump_sums)
        .filter(|event| (model.first..model.end).contains(&event.at))
        .collect();
    if offer.hidden.any_above(model.first, model.end) {
        return Ok(None);
    }
    // Whether one fits under the base goes by what its employees are paid on its day.
    let hides = |event: &&Event| {
        let is_lump = matches!(event.effect, Effect::LumpSum(..));
        let cohorts = &offer.paid.cohorts;
        event.hides_lump_sum()
            || is_lump
                && offer
                    .hidden
                    .pay_in(cohorts, event.scope, event.at, event.at + 1)
    };
    if lumps.iter().any(hides) {
        return Ok(None);
    }
    if !offer.paid.cohorts.has_rates() {
        return average_below(model, &lumps, offer, base);
    }
    let a_year = offer.paid.cohorts.a_year;
    let base_rate = in_units(base.get(), 6)
        .and_then(|micro| micro.checked_mul(10_000))
        .ok_or(CostingError::TooLarge)?;
    // 10⁻⁶ dollars × 10⁴ over what makes a rate a year's pay in 10⁻⁴, in 10⁻¹⁸ dollars.
    let cap = scaled(base_rate, 10_i128.pow(FINE_DECIMALS - 6), a_year.max(1))?;
    let parts = i128::from(offer.paid.standing.parts);
    let mut sum = Amount::ZERO;
    for way in ways(model, events, offer)? {
        let fte = i128::from(way.seat.fte)
            .checked_mul(i128::from(way.parts))
            .ok_or(CostingError::TooLarge)?;
        let weight = fte.checked_mul(a_year).ok_or(CostingError::TooLarge)?;
        let capped = way
            .offered
            .capped(cap)
            .earned(model.first, model.end, weight)?
            .minus(
                way.owed
                    .capped(cap)
                    .earned(model.first, model.end, weight)?,
            )?;
        sum = sum.plus(capped.over(parts)?)?;
        for event in &lumps {
            match lump_below(model, event, offer, &way, base)? {
                Some(more) => sum = sum.plus(more)?,
                None => return Ok(None),
            }
        }
    }
    Ok(Some(sum))
}

/// The part of a lump sum that fits between the yearly pay of those on a way and the base.
fn lump_below(
    model: &Model<'_>,
    event: &Event,
    offer: &OfferCost,
    way: &Way,
    base: Money,
) -> Result<Option<Amount>, CostingError> {
    let Effect::LumpSum(amount, _) = &event.effect else {
        return Ok(Some(Amount::ZERO));
    };
    let cohorts = &offer.paid.cohorts;
    if !cohorts.applies(event.scope, way.seat.class) {
        return Ok(Some(Amount::ZERO));
    }
    let groups = model.scenario.workforce.read_groups();
    let group = groups.get(way.seat.group);
    let heads = group.and_then(|group| group.headcount.get());
    let one = cohorts.a_year.checked_mul(10_000);
    let pay = way
        .offered
        .pay_at(event.at, one.ok_or(CostingError::TooLarge)?)?;
    let room = base
        .get()
        .checked_sub(pay.dollars())
        .ok_or(CostingError::TooLarge)?
        .max(Decimal::ZERO);
    let all = decimal(i128::from(way.parts), 0)
        .checked_div(decimal(i128::from(offer.paid.standing.parts), 0))
        .ok_or(CostingError::TooLarge)?;
    let (each, times) = match amount {
        LumpAmount::PerHead(Known::Known(money)) => match heads {
            Some(heads) => (Some(money.get()), Decimal::from(heads)),
            None => return Ok(None),
        },
        _ => {
            let one = lump_of_one(model, event, amount, cohorts, way, heads)?;
            (one, decimal(i128::from(way.seat.fte), 4))
        }
    };
    let Some(each) = each else { return Ok(None) };
    let dollars = each
        .min(room)
        .checked_mul(times)
        .and_then(|dollars| dollars.checked_mul(all))
        .ok_or(CostingError::TooLarge)?;
    Amount::from_dollars(dollars).map(Some)
}

/// The same of a summary, where everyone is paid the average.
fn average_below(
    model: &Model<'_>,
    lumps: &[&Event],
    offer: &OfferCost,
    base: Money,
) -> Result<Option<Amount>, CostingError> {
    let fte = decimal(offer.paid.cohorts.fte(), 4);
    let cap = base.get().checked_mul(fte).ok_or(CostingError::TooLarge)?;
    let cap = AnnualPay::from_dollars(cap)?;
    let mut sum = Amount::ZERO;
    let mut from = model.first;
    let changes = offer.path.changes().chain(offer.baseline.changes());
    let mut ends: Vec<Ticks> = changes.filter(|at| *at > model.first).collect();
    ends.sort_unstable();
    for end in ends.into_iter().chain([model.end]) {
        let end = end.min(model.end);
        if end > from {
            let above = offer.path.pay_at(from)?.min(cap);
            let owed = offer.baseline.pay_at(from)?.min(cap);
            sum = sum.plus(above.minus(owed)?.over(end - from)?)?;
            from = end;
        }
    }
    // Everyone is one class, so each event has one lump sum, in the same order.
    let own = offer.lumps.iter();
    let own = own.filter(|lump| (model.first..model.end).contains(&lump.at));
    let of_lumps = |event: &&&Event| matches!(event.effect, Effect::LumpSum(..));
    for (event, own) in lumps.iter().filter(of_lumps).zip(own) {
        let Effect::LumpSum(amount, _) = &event.effect else {
            continue;
        };
        let room = cap.minus(offer.path.pay_at(event.at)?)?;
        let room = Amount::from_dollars(room.dollars().max(Decimal::ZERO))?;
        let by_heads = matches!(amount, LumpAmount::PerHead(_));
        let heads = offer
            .paid
            .cohorts
            .classes
            .first()
            .and_then(|one| one.headcount);
        // Each head gets the whole of a lump sum per head, with room for one full-time employee's.
        let room = match heads.filter(|_| by_heads) {
            // Nobody is paid anything, and the base of nobody's pay has no room.
            Some(_) if fte.is_zero() => Amount::ZERO,
            Some(heads) => {
                let each = room.dollars().checked_div(fte);
                let all = each.and_then(|each| each.checked_mul(decimal(heads, 0)));
                Amount::from_dollars(all.ok_or(CostingError::TooLarge)?)?
            }
            None => room,
        };
        let Some(amount) = own.amount else {
            return Ok(None);
        };
        sum = sum.plus(amount.min(room))?;
    }
    Ok(Some(sum))
}

impl PayLine {
    /// The line with no rate above a cap.
    fn capped(&self, cap: i128) -> Self {
        self.mapped(|rate| rate.min(cap))
    }
}
