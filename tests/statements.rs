//! Public statements: what the model finds for them, what would make them true, under which conventions
//! their numbers come out; the history of offers; settlements on one scale.
// A panic is how a test fails.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "statements/claims.rs"]
mod claims;
#[path = "statements/conventions.rs"]
mod conventions;
#[path = "statements/history.rs"]
mod history;
#[path = "statements/implied.rs"]
mod implied;
#[path = "statements/made.rs"]
mod made;
mod numbers;
mod program;
#[path = "statements/real_pay.rs"]
mod real_pay;
#[path = "statements/sentences.rs"]
mod sentences;
#[path = "statements/settlements.rs"]
mod settlements;

use counteroffer::explore::claims::{Checked, check_one};
use counteroffer::files::parse_scenario;
use counteroffer::scenario::{Claim, Scenario};
use rust_decimal::Decimal;

/// The Kaiser–Alliance case.
fn case() -> Scenario {
    parse_scenario(include_str!("../scenarios/kaiser-alliance-2025.ron")).unwrap()
}

fn checked(scenario: &Scenario, claim: &Claim) -> Checked {
    check_one(scenario, claim).unwrap()
}

fn claim_of(scenario: &Scenario, id: &str) -> Claim {
    let found = scenario.claims.iter().find(|claim| claim.id == id);
    found.unwrap_or_else(|| panic!("no claim {id}")).clone()
}

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// Dollars to the cent, half away from zero.
fn cents(value: Decimal) -> Decimal {
    value.round_dp_with_strategy(2, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
}
