//! What offers cost: pure functions of a scenario.
//!
//! Everything here is exact whole-number arithmetic: pay a year in 10⁻¹⁴ dollars, and time in ticks so fine that
//! a day of any month and a day of a pay period are both whole ([`amount`], [`clock`]). Money is a whole number of
//! (10⁻¹⁴ dollars × ticks), so years add up to the term, and the bars of a gap to the gap. The only roundings are
//! named: a rate to the cent or the dollar ([`rounded`]), an unrounded one to 10⁻¹⁴ dollars a year ([`unrounded`])
//! or 10⁻²⁴ of its factor (`blocks`), and a figure that leaves the ledger.
//!
//! From the bottom: [`clock`], [`amount`], [`wide`] · [`schedule`] (when each clause takes effect) and [`effects`]
//! (what it does) · [`cohorts`] (who is paid alike) and [`standing`] (who stands on which step, counted once) ·
//! [`changes`] taken through all rates by [`rounded`] or [`unrounded`] · [`path`] (rates priced over time) ·
//! [`model`] (a scenario made ready) · one file a figure · [`mod@report`] (all of them).

mod affine;
mod alone;
pub mod amount;
pub mod between;
mod blocks;
pub mod break_even;
pub mod by_scope;
pub mod changes;
mod clause_dollars;
mod clause_effect;
pub mod clock;
pub mod cohorts;
pub mod cola;
pub mod curves;
pub mod delay;
pub mod dollars;
mod dollars_paid;
pub mod effects;
pub mod employee;
pub mod error;
mod events;
pub mod figures;
pub mod follow;
mod gathering;
mod grouping;
pub mod hidden;
pub mod looked;
mod lookup;
pub mod lump_sum;
mod minimum;
pub mod model;
pub mod movement;
pub mod not_costed;
pub mod offer_cost;
pub mod paid;
pub mod path;
mod path_order;
pub mod pay_line;
pub mod people;
pub mod pool;
pub mod powers;
pub mod present_value;
pub mod price_index;
pub mod raises;
pub mod real_wage;
pub mod received;
pub mod report;
pub mod report_words;
mod resolved;
pub mod results;
pub mod roll_up;
pub mod rounded;
pub mod schedule;
pub mod simple_sum;
pub mod spread;
pub mod standing;
pub mod step_movement;
pub mod strike;
pub mod undefined;
mod unpublished;
pub mod unrounded;
pub mod ways;
mod weights;
pub mod why;
pub mod wide;
mod without_value;
pub mod worth;
pub mod year_label;
pub mod years;

pub use error::CostingError;
pub use figures::report;
pub use model::Model;
pub use offer_cost::OfferCost;
pub use report::Report;
