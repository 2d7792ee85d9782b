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
#[path = "roster/guesses.rs"]
mod guesses;
#[path = "roster/hostile.rs"]
mod hostile;
#[path = "roster/made.rs"]
mod made;
mod own_time;
#[path = "roster/published.rs"]
mod published;
#[path = "roster/suppression.rs"]
mod suppression;
mod traces;
