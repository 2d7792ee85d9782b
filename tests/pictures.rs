//! Pictures of every figure at every size and in every theme: nothing is cut, nothing overlaps, and
//! the files say what the figures say.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::float_arithmetic,
    reason = "a panic is the failure message, and places are floating point"
)]

#[path = "pictures/asked.rs"]
mod asked;
#[path = "pictures/boxes.rs"]
mod boxes;
#[path = "figures/cases.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod cases;
#[path = "pictures/every_file.rs"]
mod every_file;
#[path = "pictures/few.rs"]
mod few;
#[path = "pictures/files.rs"]
mod files;
#[path = "pictures/formats.rs"]
mod formats;
#[path = "pictures/letters.rs"]
mod letters;
#[path = "pictures/made.rs"]
mod made;
#[path = "pictures/pdf_text.rs"]
mod pdf_text;
#[path = "pictures/rules.rs"]
mod rules;
#[path = "pictures/struck.rs"]
mod struck;
