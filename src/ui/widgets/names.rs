//! What offers are called on screen: as in the figures.

use crate::scenario::{Scenario, Standing};

pub use crate::figure::words::{
    drawing_order, is_open, pay_assumption, pay_standing, role_of, short_name, standing,
};

/// What figures made from pay that is inferred or weaker carry before them: `≈ `.
#[must_use]
pub fn about_sign(scenario: &Scenario) -> &'static str {
    match pay_standing(scenario) {
        Some(Standing::Published | Standing::NotIncluded) | None => "",
        Some(_) => "\u{2248} ",
    }
}
