//! Counteroffer: what an offer costs, what lies between two offers, and what it means for one
//! employee's pay.
//!
//! The floors, each using only what lies below: [`cli`] · [`export`], [`files`] · [`explore`] ·
//! [`costing`] · [`scenario`] · [`units`]. ARCHITECTURE.md has the picture and the invariants,
//! METHOD.md every formula.

pub mod cli;
pub mod costing;
pub mod document;
pub mod explore;
pub mod export;
pub mod figure;
pub mod files;
pub mod scenario;
pub mod ui;
pub mod units;
