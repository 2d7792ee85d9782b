//! A second computation of every figure of a report, straight from the definitions: exact
//! fractions, a walk over every day, no code in common with the program. Where the two differ,
//! one of them has misread the method.

// Each test file compiles this module for itself and uses only part of it.
#![allow(dead_code)]

pub mod calendar;
pub mod compare;
pub mod cost;
pub mod deal;
pub mod employee;
pub mod exact;
pub mod figures;
pub mod gap;
pub mod generate;
pub mod generate_clauses;
pub mod generate_people;
pub mod hours;
pub mod model;
pub mod movement;
pub mod offer;
pub mod path;
pub mod people;
pub mod powers;
pub mod random;
pub mod report;
pub mod ron_text;
pub mod shown;
pub mod why;
