//! What offers cost: pure functions of a scenario.
//!
//! Everything here is exact whole-number arithmetic on two scales ([`amount`]): pay a year in
//! 10⁻¹⁴ dollars, and time in ticks so fine that a day of any month and a day of a pay period are both
//! whole. Money is a whole number of (10⁻¹⁴ dollars × ticks), so years add up to the term, and the bars
//! of a gap to the gap, without a remainder. The only roundings are named: a rate to the cent
//! ([`cents`]), and an unrounded raise to 10⁻¹⁴ dollars a year ([`lines`]).
//!
//! From the bottom: [`clock`] and [`amount`] · [`schedule`] (when each clause takes effect) ·
//! [`cohorts`], [`lines`], [`cents`] (who is paid what after each clause) · [`path`] (pay over time) ·
//! [`model`] (a scenario made ready) · one file a figure · [`mod@report`] (all of them).

pub mod amount;
pub mod break_even;
pub mod cents;
pub mod clock;
pub mod cohorts;
pub mod curves;
pub mod delay;
pub mod employee;
pub mod error;
pub mod figures;
pub mod lines;
pub mod lump_sum;
pub mod model;
pub mod movement;
pub mod not_costed;
pub mod offer_cost;
pub mod path;
pub mod powers;
pub mod present_value;
pub mod raises;
pub mod real_wage;
pub mod report;
pub mod results;
pub mod roll_up;
pub mod schedule;
pub mod simple_sum;
pub mod strike;
pub mod why;
pub mod years;

pub use error::CostingError;
pub use model::Model;
pub use offer_cost::OfferCost;
pub use report::{Report, report};
