//! New offers made from those on the table.

use rust_decimal::Decimal;

use super::command::raise;
use super::order::raises;
use crate::scenario::{Offer, OfferId, Scenario, Status};
use crate::units::decimal::round;
use crate::units::{Date, Percent};

/// A private draft with the terms of an offer, from our side of the table.
#[must_use]
pub fn counter_from(scenario: &Scenario, offer: &Offer) -> Offer {
    let (id, name) = free_name(scenario);
    Offer {
        id,
        name,
        side: scenario.we_are,
        status: Status::Draft,
        shared: false,
        note: String::new(),
        ..offer.clone()
    }
}

/// A private draft at the middle of the terms of A and B (costing.md §5 "midpoint"): it isn't the
/// middle of their cost. Other clauses are A's. `None` unless there are both.
#[must_use]
pub fn midpoint(scenario: &Scenario) -> Option<Offer> {
    let a = scenario.offer(scenario.a.as_ref()?)?;
    let b = scenario.offer(scenario.b.as_ref()?)?;
    let (of_a, of_b) = (raises(a), raises(b));
    let mut draft = counter_from(scenario, a);
    draft.clauses.clear();
    for pair in 0..of_a.len().max(of_b.len()) {
        let (date, percent) = match (of_a.get(pair), of_b.get(pair)) {
            (Some(a), Some(b)) => (
                middle_date(a.date, b.date),
                half(a.percent.get().checked_add(b.percent.get())?),
            ),
            (Some(one), None) | (None, Some(one)) => (one.date, half(one.percent.get())),
            (None, None) => continue,
        };
        draft
            .clauses
            .push(raise(date, Percent::new(percent?).ok()?));
    }
    Some(draft)
}

fn half(value: Decimal) -> Option<Decimal> {
    let half = value.checked_div(Decimal::TWO)?;
    Some(round(half, 2).normalize())
}

/// The first of a month nearest to the middle day; a tie goes earlier.
fn middle_date(a: Date, b: Date) -> Date {
    if a == b {
        return a;
    }
    let middle = a.plus_days(a.days_until(b) / 2);
    let before = middle.first_of_month();
    let after = before.plus_months(1);
    if before.days_until(middle) <= middle.days_until(after) {
        before
    } else {
        after
    }
}

/// The next free `Draft n`.
fn free_name(scenario: &Scenario) -> (OfferId, String) {
    let taken = |id: &OfferId, name: &str| {
        let offers = &scenario.offers;
        offers
            .iter()
            .any(|offer| offer.id == *id || offer.name == name)
    };
    let mut number = 1_u32;
    loop {
        let (id, name) = (
            OfferId(format!("draft-{number}")),
            format!("Draft {number}"),
        );
        if !taken(&id, &name) {
            return (id, name);
        }
        number += 1;
    }
}
