//! Who gains: an offer by market, bargaining unit, job, wage scale and band of starting pay
//! (METHOD.md "Between two offers").

mod fifths;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::error::CostingError;
use super::model::Model;
use super::people::{Share, shares};
use super::report::{SpreadFigures, SpreadOffer, SpreadRow};
use super::undefined;
use crate::scenario::{Group, OfferId, RateUnit};
use crate::units::Known;

/// The width of a band of starting hourly rates, in dollars.
const BAND: u32 = 5;

/// One group under one offer: its parts put together.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    /// Wages and lump sums above the baseline.
    cost: Option<Decimal>,
    /// FTE × rate on the last day, under the offer; `None` where that is unknown.
    end: Option<Decimal>,
    /// The same under the baseline.
    owed: Option<Decimal>,
}

impl Sums {
    const NOTHING: Self = Self {
        cost: Some(Decimal::ZERO),
        end: Some(Decimal::ZERO),
        owed: Some(Decimal::ZERO),
    };
}

/// How the offers spread over the workforce, table by table; empty for a summary.
///
/// # Errors
/// [`CostingError`].
pub fn spread(model: &Model<'_>) -> Result<SpreadFigures, CostingError> {
    let workforce = &model.scenario.workforce;
    let Some(groups) = workforce.groups().filter(|groups| !groups.is_empty()) else {
        return Ok(SpreadFigures::default());
    };
    let mut offers: Vec<(OfferId, Vec<Sums>)> = Vec::new();
    for offer in &model.scenario.offers {
        let sums = by_group(groups, &shares(model, offer)?)?;
        offers.push((offer.id.clone(), sums));
    }
    let table = |key: &dyn Fn(&Group) -> Option<String>| rows(groups, &offers, key);
    let by_rate = fifths::by_starting_rate(model, groups);
    let fifth = |highest: bool| {
        let by_rate = by_rate.as_deref();
        by_rate
            .map(|by_rate| fifths::row(by_rate, highest, groups, &offers))
            .transpose()
            .map(Option::flatten)
    };
    Ok(SpreadFigures {
        by_market: table(&|group| group.market.clone())?,
        by_unit: table(&|group| group.unit.clone())?,
        by_job: table(&|group| group.job.clone())?,
        by_scale: table(&|group| group.scale.clone())?,
        by_band: bands(model, groups, &offers)?,
        lowest_fifth: fifth(false)?,
        highest_fifth: fifth(true)?,
    })
}

fn by_group(groups: &[Group], shares: &[Share]) -> Result<Vec<Sums>, CostingError> {
    let mut parts = vec![Decimal::ZERO; groups.len()];
    let mut sums = vec![Sums::NOTHING; groups.len()];
    let large = || CostingError::TooLarge;
    for share in shares {
        let (Some(sum), Some(all)) = (sums.get_mut(share.group), parts.get_mut(share.group)) else {
            return Err(CostingError::Misplaced);
        };
        let part = Decimal::from(share.parts);
        *all = all.checked_add(part).ok_or_else(large)?;
        let weighed = |rate: Option<Decimal>| -> Result<Option<Decimal>, CostingError> {
            let weighed = rate.map(|rate| rate.checked_mul(part).ok_or_else(large));
            weighed.transpose()
        };
        *sum = sum.plus(&Sums {
            cost: share.cost,
            end: weighed(share.end_rate)?,
            owed: weighed(share.owed_end_rate)?,
        })?;
    }
    for ((group, sum), all) in groups.iter().zip(&mut sums).zip(&parts) {
        let fte = group.fte.get().map(|fte| fte.get());
        let whole = |value: Decimal| value.checked_mul(fte?)?.checked_div(*all);
        sum.end = sum.end.and_then(whole);
        sum.owed = sum.owed.and_then(whole);
    }
    Ok(sums)
}

/// The rows of one table, in order of appearance.
fn rows(
    groups: &[Group],
    offers: &[(OfferId, Vec<Sums>)],
    key: &dyn Fn(&Group) -> Option<String>,
) -> Result<Vec<SpreadRow>, CostingError> {
    let mut order: Vec<Option<String>> = Vec::new();
    let mut members: BTreeMap<Option<String>, Vec<usize>> = BTreeMap::new();
    for (at, group) in groups.iter().enumerate() {
        let name = key(group);
        let own = members.entry(name.clone()).or_default();
        if own.is_empty() {
            order.push(name);
        }
        own.push(at);
    }
    let mut table = Vec::with_capacity(order.len());
    for name in order {
        let own = members.get(&name).ok_or(CostingError::Misplaced)?;
        table.push(row(name, own, groups, offers)?);
    }
    Ok(table)
}

fn bands(
    model: &Model<'_>,
    groups: &[Group],
    offers: &[(OfferId, Vec<Sums>)],
) -> Result<Vec<SpreadRow>, CostingError> {
    let mut members: BTreeMap<Option<Decimal>, Vec<usize>> = BTreeMap::new();
    let width = Decimal::from(BAND);
    for (at, group) in groups.iter().enumerate() {
        let low = hourly(model, group)
            .and_then(|rate| rate.checked_div(width)?.floor().checked_mul(width));
        members.entry(low).or_default().push(at);
    }
    let named = members.iter().map(|(low, own)| {
        let high = low.and_then(|low| low.checked_add(width));
        let name = low
            .zip(high)
            .map(|(low, high)| model.scenario.currency.band(low, high));
        row(name, own, groups, offers)
    });
    named.collect()
}

/// A group's starting rate as dollars an hour; none where it is unknown.
fn hourly(model: &Model<'_>, group: &Group) -> Option<Decimal> {
    let Known::Known(rate) = model.scenario.workforce.rate_of(group) else {
        return None;
    };
    let hours = model.scenario.hours.get();
    match model.scenario.workforce.rate_unit {
        RateUnit::Hour => Some(rate.get()),
        RateUnit::Month => rate
            .get()
            .checked_mul(Decimal::from(12))?
            .checked_div(hours),
        RateUnit::Year => rate.get().checked_div(hours),
    }
}

/// What a part of the workforce costs under each offer, and its rate at the end.
fn of_offers(fte: Option<Decimal>, totals: Vec<(OfferId, Sums)>) -> Vec<SpreadOffer> {
    let offers = totals.into_iter().map(|(id, total)| {
        let cost = total.cost;
        let ends = total.end.zip(total.owed);
        let end = ends.map(|(end, owed)| undefined::percent_above(end, owed));
        SpreadOffer {
            id,
            cost,
            per_fte: cost.zip(fte).and_then(|(cost, fte)| cost.checked_div(fte)),
            end_percent: end.and_then(Result::ok),
            without_end: end.and_then(Result::err),
        }
    });
    offers.collect()
}

fn row(
    name: Option<String>,
    members: &[usize],
    groups: &[Group],
    offers: &[(OfferId, Vec<Sums>)],
) -> Result<SpreadRow, CostingError> {
    let own = || members.iter().filter_map(|at| groups.get(*at));
    let headcount = own().try_fold(0_u64, |sum, group| sum.checked_add(group.headcount.get()?));
    let fte = own().try_fold(Decimal::ZERO, |sum, group| {
        sum.checked_add(group.fte.get()?.get())
    });
    let mut totals = Vec::with_capacity(offers.len());
    for (id, sums) in offers {
        let mut total = Sums::NOTHING;
        for part in members.iter().filter_map(|at| sums.get(*at)) {
            total = total.plus(part)?;
        }
        totals.push((id.clone(), total));
    }
    Ok(SpreadRow {
        name,
        headcount,
        fte,
        offers: of_offers(fte, totals),
        hidden: false,
    })
}

impl Sums {
    fn plus(self, other: &Self) -> Result<Self, CostingError> {
        let add = |one: Option<Decimal>, other: Option<Decimal>| match one.zip(other) {
            Some((one, other)) => one
                .checked_add(other)
                .map(Some)
                .ok_or(CostingError::TooLarge),
            None => Ok(None),
        };
        Ok(Self {
            cost: add(self.cost, other.cost)?,
            end: add(self.end, other.end)?,
            owed: add(self.owed, other.owed)?,
        })
    }
}
