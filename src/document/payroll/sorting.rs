//! The order of groups by one of their cells.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::column::Column;
use crate::scenario::{Group, Rates, Scenario};
use crate::units::text::as_read;

/// What groups are put in order by.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(Decimal),
    Text(String),
}

/// The places of the groups in the order of a column. Names are ordered as people read them, with numbers in
/// them by their size; empty cells come last either way, and equal ones stay as they were.
pub(super) fn order(scenario: &Scenario, by: Column, descending: bool) -> Vec<usize> {
    let workforce = &scenario.workforce;
    let rates = Rates::of(workforce, scenario.hours);
    let groups = workforce.read_groups();
    let keys: Vec<Option<Key>> = groups.iter().map(|group| key(group, by, &rates)).collect();
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by(|one, other| {
        let key = |at: &usize| keys.get(*at).and_then(Option::as_ref);
        match (key(one), key(other)) {
            (Some(one), Some(other)) if descending => other.cmp(one),
            (Some(one), Some(other)) => one.cmp(other),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        }
    });
    order
}

fn key(group: &Group, by: Column, rates: &Rates<'_>) -> Option<Key> {
    let text = |own: &Option<String>| own.as_ref().map(|name| Key::Text(as_read(name)));
    let number = |value: Decimal| Some(Key::Number(value));
    match by {
        Column::Name => Some(Key::Text(as_read(&group.name))),
        Column::Market => text(&group.market),
        Column::Unit => text(&group.unit),
        Column::Job => text(&group.job),
        Column::Scale => text(&group.scale),
        Column::Step => number(group.step?.into()),
        Column::Headcount => number(group.headcount.get()?.into()),
        Column::Fte => number(group.fte.get()?.get()),
        Column::Rate => number(rates.rate(group).get()?.get()),
        Column::Pay => number(rates.pay_a_year(group)?),
        Column::NextStep => number(group.next_step?.day_number().into()),
    }
}
