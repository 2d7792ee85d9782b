//! What-if questions on top of costing: pure functions of a scenario.

pub mod hold;
pub mod midpoint;

pub use hold::{Held, Hold, Outcome, hold};
pub use midpoint::{Midpoint, midpoint};
