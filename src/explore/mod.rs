//! What-if questions on top of costing: pure functions of a scenario.

pub mod banding;
pub mod claims;
pub mod history;
pub mod hold;
pub mod midpoint;
pub mod privacy;
pub mod real_pay;
pub mod sentence;
pub mod settlements;
pub mod shown;
pub mod statements;

pub use hold::{Held, Hold, Outcome, hold};
pub use midpoint::{Midpoint, midpoint};
