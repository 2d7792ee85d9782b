//! Rosters: whatever payrolls send is read right or refused with its place, every line is accounted for, and no
//! name is kept.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "roster/awkward.rs"]
mod awkward;
#[path = "roster/beside.rs"]
mod beside;
#[path = "roster/books.rs"]
mod books;
#[path = "roster/canary.rs"]
mod canary;
#[path = "roster/commands.rs"]
mod commands;
#[path = "roster/curves.rs"]
mod curves;
#[path = "roster/extracts.rs"]
mod extracts;
#[path = "roster/figures.rs"]
mod figures;
mod full_disk;
#[path = "roster/gains.rs"]
mod gains;
#[path = "roster/guesses.rs"]
mod guesses;
#[path = "roster/hostile.rs"]
mod hostile;
#[path = "roster/imports.rs"]
mod imports;
#[path = "roster/kept_apart.rs"]
mod kept_apart;
#[path = "roster/made.rs"]
mod made;
#[path = "roster/other_books.rs"]
mod other_books;
#[path = "roster/outside.rs"]
mod outside;
#[path = "roster/outside_books.rs"]
mod outside_books;
#[path = "roster/outside_refused.rs"]
mod outside_refused;
mod own_time;
#[path = "roster/published.rs"]
mod published;
#[path = "roster/rejected.rs"]
mod rejected;
#[path = "roster/suppression.rs"]
mod suppression;
mod traces;
