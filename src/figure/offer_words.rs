//! What offers are called in pictures and on screen, and what part they play there.

use super::Role;
use crate::scenario::{Assumption, Offer, OfferId, Scenario, Standing, Status, Subject};
use crate::units::text;

/// An offer's part in the comparison. The only offer of a scenario is drawn as A, as in figures.
#[must_use]
pub fn role_of(scenario: &Scenario, id: &OfferId) -> Role {
    let is_only = scenario.offers.len() == 1;
    let nobody_is = [&scenario.a, &scenario.b, &scenario.counter]
        .into_iter()
        .all(Option::is_none);
    if scenario.a.as_ref() == Some(id) {
        Role::A
    } else if scenario.b.as_ref() == Some(id) {
        Role::B
    } else if scenario.counter.as_ref() == Some(id) {
        Role::Edited
    } else if is_only && nobody_is {
        Role::A
    } else {
        Role::Other
    }
}

/// Whether an offer's heads are drawn open: it is worked on and can be changed.
#[must_use]
pub fn is_open(scenario: &Scenario, offer: &Offer) -> bool {
    scenario.counter.as_ref() == Some(&offer.id) && !offer.status.is_locked()
}

/// An offer's name without the words every offer has: `Employer offer` is `Employer`.
#[must_use]
pub fn short_name(offer: &Offer) -> String {
    let name = offer.name.trim();
    for ending in [" offer", " counter", " proposal"] {
        if let Some(short) = name.strip_suffix(ending)
            && !short.is_empty()
        {
            return short.to_owned();
        }
    }
    name.to_owned()
}

/// The offers in the order they are drawn: others first, the edited one on top.
#[must_use]
pub fn drawing_order(scenario: &Scenario) -> Vec<&Offer> {
    let mut offers: Vec<&Offer> = scenario.offers.iter().collect();
    offers.sort_by_key(|offer| match role_of(scenario, &offer.id) {
        Role::A => 1,
        Role::B => 2,
        Role::Edited => 3,
        _ => 0,
    });
    offers
}

/// How an offer stands, in a line: `passed Oct 2, 2025 · locked`.
#[must_use]
pub fn standing(scenario: &Scenario, offer: &Offer) -> String {
    let seen = if offer.shared { "shared" } else { "private" };
    let retroactive = if scenario.is_retroactive(offer) {
        "retroactive"
    } else {
        "not retroactive"
    };
    match &offer.status {
        Status::Draft | Status::WhatIf => {
            format!("{} \u{b7} {seen} \u{b7} {retroactive}", offer.status.name())
        }
        status => {
            let when = status.moment().map_or_else(String::new, |moment| {
                let at = moment
                    .at
                    .as_ref()
                    .map_or_else(String::new, |at| format!(", {at}"));
                format!(" {}{at}", text::day(moment.on))
            });
            // The usual is that the other side has what was passed; only the contrary is said.
            let seen = if offer.shared { "" } else { "private \u{b7} " };
            format!("{}{when} \u{b7} {seen}locked", status.name())
        }
    }
}

/// What the scenario says of the average pay, where it does.
#[must_use]
pub fn pay_assumption(scenario: &Scenario) -> Option<&Assumption> {
    let of_pay = |one: &&Assumption| one.of.contains(&Subject::AveragePay);
    scenario.assumptions.iter().find(of_pay)
}

/// How firmly the average pay stands, where the scenario says.
#[must_use]
pub fn pay_standing(scenario: &Scenario) -> Option<Standing> {
    pay_assumption(scenario).map(|one| one.standing)
}
