//! How an offer spreads over employees (METHOD.md "Between two offers").

use rust_decimal::Decimal;

use super::amount::decimal;
use super::clock::Ticks;
use super::cohorts::{Cohorts, Seat};
use super::effects::Effect;
use super::error::CostingError;
use super::hidden::Hidden;
use super::lump_sum::{measured, percent_of};
use super::model::Model;
use super::offer_cost::OfferCost;
use super::pay_line::{PayLine, rate_in_dollars};
use super::report::{PercentileFigures, Percentiles};
use super::schedule::Event;
use super::undefined::{self, Why};
use super::ways::{Way, ways, ways_of};
use crate::scenario::{LumpAmount, Offer};
use crate::units::Known;

/// What an offer means for employees who are paid alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// The group's place in the workforce's list.
    pub(crate) group: usize,
    /// How many of the group's equal parts they are.
    pub(crate) parts: i64,
    /// Employees × parts; `None` where that is unknown.
    heads: Option<i128>,
    /// Rate on the last day, dollars in the workforce's unit; `None` where it is unknown.
    pub(crate) end_rate: Option<Decimal>,
    /// The same under the baseline.
    pub(crate) owed_end_rate: Option<Decimal>,
    /// Wages and lump sums above the baseline over the term, dollars for 1.0 FTE; `None` where a lump sum is
    /// unknown, or they have no FTE.
    per_fte: Option<Decimal>,
    /// The same for all of them together, dollars.
    pub(crate) cost: Option<Decimal>,
}

/// What an offer means for everyone in groups, by those who are paid alike.
///
/// # Errors
/// [`CostingError`].
pub fn shares(model: &Model<'_>, offer: &Offer) -> Result<Vec<Share>, CostingError> {
    let cohorts = &model.part.cohorts;
    let events = model.events(offer)?;
    let costed = OfferCost::part(model, &model.part, &events)?;
    let ways = ways(model, &events, &costed)?;
    let mut shares = Vec::with_capacity(ways.len());
    let mut is_seated = vec![false; cohorts.class_of.len()];
    for way in &ways {
        if let Some(own) = is_seated.get_mut(way.seat.group) {
            *own = true;
        }
        shares.push(share(model, &events, &costed, way)?);
    }
    let unseated = is_seated.iter().zip(&cohorts.class_of).enumerate();
    for (group, (_, class)) in unseated.filter(|(_, (seated, _))| !**seated) {
        shares.push(unpaid(model, &events, &costed, group, *class)?);
    }
    Ok(shares)
}

/// One group under an offer: its mean rate on the last day, and its wages and lump sums above the baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupFigures {
    /// Mean rate on the last day, dollars in the workforce's unit.
    pub end_rate: Decimal,
    /// Wages and lump sums above the baseline over the term, dollars per full-time equivalent.
    pub per_fte: Option<Decimal>,
}

/// One group under an offer; `None` where it can't be told.
///
/// # Errors
/// [`CostingError`].
pub fn of_group(
    model: &Model<'_>,
    offer: &Offer,
    name: &str,
) -> Result<Option<GroupFigures>, CostingError> {
    let groups = model.scenario.workforce.read_groups();
    let events = model.events(offer)?;
    let Some(at) = groups.iter().position(|group| group.name == name) else {
        return Ok(None);
    };
    let costed = OfferCost::part(model, &model.part, &events)?;
    let class = model.part.cohorts.class_of.get(at);
    if class.is_none_or(|class| costed.hidden.rates(*class, model.first, model.end)) {
        return Ok(None);
    }
    let cohorts = &costed.paid.cohorts;
    let seats: Vec<Seat> = cohorts
        .seats
        .iter()
        .filter(|seat| seat.group == at)
        .copied()
        .collect();
    let mut all = Decimal::ZERO;
    let (mut rate, mut per_fte) = (Decimal::ZERO, Some(Decimal::ZERO));
    for way in ways_of(model, &events, &costed, &seats)? {
        let own = share(model, &events, &costed, &way)?;
        let parts = Decimal::from(own.parts);
        let weighed = |value: Decimal| value.checked_mul(parts);
        all = all.checked_add(parts).ok_or(CostingError::TooLarge)?;
        let Some(end_rate) = own.end_rate else {
            return Ok(None);
        };
        rate = weighed(end_rate)
            .and_then(|more| rate.checked_add(more))
            .ok_or(CostingError::TooLarge)?;
        per_fte = per_fte.and_then(|sum| sum.checked_add(weighed(own.per_fte?)?));
    }
    Ok(rate.checked_div(all).map(|end_rate| GroupFigures {
        end_rate,
        per_fte: per_fte.and_then(|sum| sum.checked_div(all)),
    }))
}

fn share(
    model: &Model<'_>,
    events: &[Event],
    costed: &OfferCost,
    way: &Way,
) -> Result<Share, CostingError> {
    let cohorts = &costed.paid.cohorts;
    let groups = model.scenario.workforce.read_groups();
    let group = groups.get(way.seat.group);
    let heads = group.and_then(|group| group.headcount.get());
    let fte = group.and_then(|group| group.fte.get());
    let fte = fte.map(|fte| fte.get());
    let class = way.seat.class;
    let last = model.calendar.clock.start_of(model.horizon());
    let wages = way.wages_of_one(cohorts.a_year, model.first, model.end)?;
    let wages = wages.dollars();
    let per_one = lumps(model, events, costed, class, |event, amount| {
        lump_of_one(model, event, amount, cohorts, way, heads)
    })?;
    let of_all = lumps(model, events, costed, class, |event, amount| {
        lump_of_all(model, event, amount, cohorts, Some(way), (heads, fte))
    })?;
    let is_known = !costed.hidden.rates(class, model.first, model.end);
    let is_above_known = !costed.hidden.rates_above(class, model.first, model.end);
    let wages_of_all = match fte {
        Some(fte) => wages.checked_mul(fte),
        // Of however many, before any clause is in force for them.
        None => (!costed.hidden.above(class, model.first, model.end)).then_some(Decimal::ZERO),
    };
    let whole = wages_of_all.filter(|_| is_above_known).zip(of_all);
    let rate = |line: &PayLine, hidden: &Hidden| {
        (!hidden.rates(class, last, last + 1)).then(|| rate_in_dollars(line.rate_at(last)))
    };
    let parts = decimal(i128::from(way.parts), 0);
    let all_parts = decimal(i128::from(costed.paid.standing.parts), 0);
    Ok(Share {
        group: way.seat.group,
        parts: way.parts,
        heads: heads.and_then(|heads| i128::from(heads).checked_mul(i128::from(way.parts))),
        end_rate: rate(&way.offered, &costed.hidden),
        owed_end_rate: rate(&way.owed, &costed.paid.hidden),
        per_fte: per_one
            .filter(|_| is_known)
            .and_then(|lumps| wages.checked_add(lumps)),
        cost: whole.and_then(|(wages, lumps)| {
            let all = wages.checked_add(lumps)?.checked_mul(parts)?;
            all.checked_div(all_parts)
        }),
    })
}

/// What an offer means for a group whose rate nobody has published: dollars that don't rest on it.
fn unpaid(
    model: &Model<'_>,
    events: &[Event],
    costed: &OfferCost,
    number: usize,
    class: usize,
) -> Result<Share, CostingError> {
    let groups = model.scenario.workforce.read_groups();
    let group = groups.get(number);
    let heads = group.and_then(|group| group.headcount.get());
    let fte = group.and_then(|group| group.fte.get());
    let fte = fte.map(|fte| fte.get());
    let cohorts = &costed.paid.cohorts;
    let of_all = lumps(model, events, costed, class, |event, amount| {
        lump_of_all(model, event, amount, cohorts, None, (heads, fte))
    })?;
    let parts = costed.paid.standing.parts;
    Ok(Share {
        group: number,
        parts,
        heads: heads.and_then(|heads| i128::from(heads).checked_mul(i128::from(parts))),
        end_rate: None,
        owed_end_rate: None,
        per_fte: None,
        cost: of_all.filter(|_| !costed.hidden.above(class, model.first, model.end)),
    })
}

/// Lump sums of a class over the term, by what each comes to; `None` where one is unknown.
fn lumps(
    model: &Model<'_>,
    events: &[Event],
    costed: &OfferCost,
    class: usize,
    of: impl Fn(&Event, &LumpAmount) -> Result<Option<Decimal>, CostingError>,
) -> Result<Option<Decimal>, CostingError> {
    let mut sum = Decimal::ZERO;
    let in_term = |at: Ticks| (model.first..model.end).contains(&at);
    for event in events.iter().filter(|event| event.counts) {
        if !in_term(event.at) || !costed.paid.cohorts.applies(event.scope, class) {
            continue;
        }
        if event.hides_lump_sum() {
            return Ok(None);
        }
        let Effect::LumpSum(amount, measured_to) = &event.effect else {
            continue;
        };
        if let LumpAmount::PercentOfPay(_) = amount {
            let (from, to) = measured(event, *measured_to, model.calendar.clock);
            if costed.hidden.rates(class, from, to) {
                return Ok(None);
            }
        }
        let Some(dollars) = of(event, amount)? else {
            return Ok(None);
        };
        sum = sum.checked_add(dollars).ok_or(CostingError::TooLarge)?;
    }
    Ok(Some(sum))
}

/// What a lump sum comes to for a whole group of so many heads and FTE, dollars. `None` where that is unknown.
fn lump_of_all(
    model: &Model<'_>,
    event: &Event,
    amount: &LumpAmount,
    cohorts: &Cohorts,
    way: Option<&Way>,
    (heads, fte): (Option<u64>, Option<Decimal>),
) -> Result<Option<Decimal>, CostingError> {
    let each = match (amount, way) {
        (LumpAmount::PerHead(Known::Known(money)), _) => {
            let all = heads.map(|heads| money.get().checked_mul(Decimal::from(heads)));
            return all.map(|all| all.ok_or(CostingError::TooLarge)).transpose();
        }
        (
            LumpAmount::PerFte(Known::Known(money)) | LumpAmount::Prorated(Known::Known(money)),
            _,
        ) => Some(money.get()),
        (LumpAmount::PercentOfPay(_), Some(way)) => {
            lump_of_one(model, event, amount, cohorts, way, heads)?
        }
        _ => None,
    };
    let all = each.zip(fte).map(|(each, fte)| each.checked_mul(fte));
    all.map(|all| all.ok_or(CostingError::TooLarge)).transpose()
}

/// What a lump sum comes to for 1.0 FTE, dollars: of one per head, what the heads of a full-time equivalent
/// get. `None` where that is unknown.
///
/// # Errors
/// [`CostingError::TooLarge`].
pub fn lump_of_one(
    model: &Model<'_>,
    event: &Event,
    amount: &LumpAmount,
    cohorts: &Cohorts,
    way: &Way,
    heads: Option<u64>,
) -> Result<Option<Decimal>, CostingError> {
    Ok(match amount {
        LumpAmount::PerHead(Known::Known(money)) => {
            let fte = decimal(i128::from(way.seat.fte), 4);
            heads.and_then(|heads| {
                let all = money.get().checked_mul(Decimal::from(heads))?;
                all.checked_div(fte)
            })
        }
        LumpAmount::PerFte(Known::Known(money)) | LumpAmount::Prorated(Known::Known(money)) => {
            Some(money.get())
        }
        LumpAmount::PercentOfPay(Known::Known(percent)) => {
            let measured_to = match &event.effect {
                Effect::LumpSum(_, measured_to) => *measured_to,
                _ => None,
            };
            let (from, to) = measured(event, measured_to, model.calendar.clock);
            let one = cohorts.a_year.checked_mul(10_000);
            let one = one.ok_or(CostingError::TooLarge)?;
            let pay = way.offered.earned(from, to, one)?.dollars();
            percent_of(pay, percent.get())
        }
        _ => None,
    })
}

/// The spread of an offer over employees, by headcount.
///
/// # Errors
/// [`CostingError`].
pub fn percentiles(
    model: &Model<'_>,
    offer: &Offer,
) -> Result<Option<PercentileFigures>, CostingError> {
    let groups = model.scenario.workforce.groups();
    if groups.is_none_or(<[_]>::is_empty) {
        return Ok(None);
    }
    let shares = shares(model, offer)?;
    let known = shares
        .iter()
        .map(|share| Some((share.end_rate?, share.owed_end_rate?, share.heads?)));
    let end = known.collect::<Option<Vec<_>>>().map(end_ranks);
    let dollars = shares
        .iter()
        .map(|share| Some((share.per_fte?, share.heads?)));
    Ok(Some(PercentileFigures {
        offer: offer.id.clone(),
        end_percent: end.and_then(Result::ok),
        without_end: end.and_then(Result::err),
        dollars_per_fte: dollars.collect::<Option<Vec<_>>>().and_then(ranks),
        // What they get is known, what that is for 1.0 FTE isn't.
        is_of_no_fte: shares.iter().any(|share| {
            share.per_fte.is_none() && share.cost.is_some() && share.end_rate.is_some()
        }),
    }))
}

/// Nearest ranks of how far rates are above others, by heads; else why there are none.
fn end_ranks(known: Vec<(Decimal, Decimal, i128)>) -> Result<Percentiles, Why> {
    let percents = known
        .into_iter()
        .map(|(rate, owed, heads)| Ok((undefined::percent_above(rate, owed)?, heads)));
    ranks(percents.collect::<Result<Vec<_>, Why>>()?).ok_or(Why::OfNothing)
}

/// Nearest ranks of values by their weights; `None` where they weigh nothing.
fn ranks(mut values: Vec<(Decimal, i128)>) -> Option<Percentiles> {
    values.sort_unstable_by_key(|value| value.0);
    let all = values
        .iter()
        .try_fold(0_i128, |sum, (_, weight)| sum.checked_add(*weight))?;
    if all <= 0 {
        return None;
    }
    let rank = |percent: i128| {
        let needed = all.checked_mul(percent)?;
        let mut below = 0_i128;
        for (value, weight) in &values {
            below = below.checked_add(*weight)?;
            if below.checked_mul(100)? >= needed && below > 0 {
                return Some(*value);
            }
        }
        None
    };
    Some(Percentiles {
        p10: rank(10)?,
        p25: rank(25)?,
        p50: rank(50)?,
        p75: rank(75)?,
        p90: rank(90)?,
    })
}
