//! The lowest and the highest paid fifth of the employees (METHOD.md "Between two offers").

use rust_decimal::Decimal;

use super::{Sums, of_offers};
use crate::costing::error::CostingError;
use crate::costing::model::Model;
use crate::costing::report::SpreadRow;
use crate::scenario::{Group, OfferId, Rates};
use crate::units::decimal::round;

/// The places of the groups from the lowest starting rate to the highest, each with its employees; equal rates
/// as they stand in the workforce. `None` where a rate or a headcount is unknown.
pub(super) fn by_starting_rate(
    model: &Model<'_>,
    groups: &[Group],
) -> Option<Vec<(usize, Decimal)>> {
    let rates = Rates::of(&model.scenario.workforce, model.scenario.hours);
    let mut order = Vec::with_capacity(groups.len());
    for (at, group) in groups.iter().enumerate() {
        let heads = Decimal::from(group.headcount.get()?);
        order.push((rates.rate(group).get()?, at, heads));
    }
    order.sort_by_key(|(rate, at, _)| (*rate, *at));
    Some(
        order
            .into_iter()
            .map(|(_, at, heads)| (at, heads))
            .collect(),
    )
}

/// A fifth of the employees. The group on its border counts by the part of its employees that is in it. `None`
/// where nobody is there.
///
/// # Errors
/// [`CostingError::TooLarge`].
pub(super) fn row(
    by_rate: &[(usize, Decimal)],
    highest: bool,
    groups: &[Group],
    offers: &[(OfferId, Vec<Sums>)],
) -> Result<Option<SpreadRow>, CostingError> {
    let large = || CostingError::TooLarge;
    let all = by_rate
        .iter()
        .try_fold(Decimal::ZERO, |sum, (_, heads)| sum.checked_add(*heads))
        .ok_or_else(large)?;
    let fifth = all.checked_div(Decimal::from(5)).ok_or_else(large)?;
    if fifth.is_zero() {
        return Ok(None);
    }
    let parts = parts(by_rate, highest, fifth).ok_or_else(large)?;
    let fte = parts
        .iter()
        .map(|(at, share)| {
            let fte = groups.get(*at)?.fte.get()?.get();
            fte.checked_mul(*share)
        })
        .try_fold(Decimal::ZERO, |sum, fte| sum.checked_add(fte?));
    let mut totals = Vec::with_capacity(offers.len());
    for (id, sums) in offers {
        let mut total = Sums::NOTHING;
        for (at, share) in &parts {
            if let Some(part) = sums.get(*at) {
                total = total.plus(&part.times(*share).ok_or_else(large)?)?;
            }
        }
        totals.push((id.clone(), total));
    }
    Ok(Some(SpreadRow {
        name: None,
        headcount: u64::try_from(round(fifth, 0).trunc().mantissa()).ok(),
        fte,
        offers: of_offers(fte, totals),
        hidden: false,
    }))
}

/// The groups of a fifth, each with the share of it that belongs there.
fn parts(
    by_rate: &[(usize, Decimal)],
    highest: bool,
    fifth: Decimal,
) -> Option<Vec<(usize, Decimal)>> {
    let mut left = fifth;
    let mut parts = Vec::new();
    let mut take = |(at, heads): &(usize, Decimal)| -> Option<()> {
        if left > Decimal::ZERO && !heads.is_zero() {
            let own = left.min(*heads);
            parts.push((*at, own.checked_div(*heads)?));
            left = left.checked_sub(own)?;
        }
        Some(())
    };
    if highest {
        by_rate.iter().rev().try_for_each(&mut take)?;
    } else {
        by_rate.iter().try_for_each(&mut take)?;
    }
    Some(parts)
}

impl Sums {
    /// A part of it.
    fn times(&self, share: Decimal) -> Option<Self> {
        let part = |value: Option<Decimal>| match value {
            Some(value) => value.checked_mul(share).map(Some),
            None => Some(None),
        };
        Some(Self {
            cost: part(self.cost)?,
            end: part(self.end)?,
            owed: part(self.owed)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_group_on_the_border_counts_in_part() {
        // Fifty employees: a fifth is ten.
        let groups: Vec<(usize, Decimal)> = [(2, 4), (0, 16), (1, 30)]
            .into_iter()
            .map(|(at, heads)| (at, Decimal::from(heads)))
            .collect();
        let of = |highest| parts(&groups, highest, Decimal::TEN).unwrap_or_default();
        assert_eq!(of(false), [(2, Decimal::ONE), (0, Decimal::new(375, 3))]);
        let third = Decimal::TEN / Decimal::from(30);
        assert_eq!(of(true), [(1, third)]);
    }
}
