//! Counteroffer: what an offer costs, what lies between two offers, and what it means for one
//! employee's pay.
//!
//! The floors, each using only what lies below: [`cli`] · [`export`], [`files`] · [`explore`] ·
//! [`costing`] · [`scenario`] · [`units`]. ARCHITECTURE.md has the picture and the invariants,
//! METHOD.md every formula.

// A number that is cut off, a place beyond a list's end, half a letter: each is a type that can't fail, an error, or
// says in a sentence why it can't happen. Tests may index: a panic there is the failure message.
#![cfg_attr(
    not(test),
    warn(
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        clippy::cast_sign_loss,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

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
