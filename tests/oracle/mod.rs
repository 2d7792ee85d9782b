//! A second computation of every figure of a report, straight from the definitions: exact
//! fractions, a walk over every day, no code in common with the program. Where the two differ,
//! one of them has misread the method.

// Each test file compiles this module for itself and uses only part of it.
#![allow(dead_code)]

pub mod acts;
pub mod calendar;
pub mod cola;
pub mod compare;
pub mod crew;
pub mod deal;
pub mod employee;
pub mod exact;
pub mod figures;
pub mod flows;
pub mod from_json;
pub mod gains;
pub mod gap;
pub mod generate;
pub mod generate_clauses;
pub mod generate_copies;
pub mod generate_edges;
pub mod generate_people;
pub mod generate_terms;
pub mod hours;
pub mod ladder;
pub mod ledger;
pub mod listed;
pub mod lumps;
pub mod model;
pub mod movement;
pub mod offer;
pub mod path;
pub mod periods;
pub mod powers;
pub mod random;
pub mod report;
pub mod ron_terms;
pub mod ron_text;
pub mod shown;
pub mod shown_gains;
pub mod shown_gap;
pub mod spread;
pub mod steps;
pub mod sums;
pub mod terms;
pub mod why;
pub mod worth;
