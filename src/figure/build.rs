//! The content of each figure, from a scenario and its results: what it says, draws and notes.
//!
//! Every offer given is taken: who may see which is the caller's to decide. Headlines state the
//! difference as B less A and never whose side is right.

mod case;
mod comparison;
mod cost;
mod delay;
mod employee;
mod gap;
mod missing;
mod names;
mod notes;
mod parts;
mod raises;
mod say;
mod timeline;
mod wage_level;
mod years;

use super::{Body, Data, Figure, FigureName};
use crate::costing::results::Results;
use crate::scenario::Scenario;
use case::Case;

/// The most offers a chart draws: A, B, the edited one and one other.
pub const MOST_DRAWN: usize = 4;
/// The most offers the comparison holds.
pub const MOST_COMPARED: usize = 5;

/// What one figure's file decides; number and hash are common to all.
struct Draft {
    headline: String,
    subtitle: String,
    body: Body,
    notes: Vec<String>,
    /// What kind of picture it is, then the headline with names in full, then values.
    alt: Vec<String>,
    data: Data,
}

/// All figures in the order of the set, numbered from 1. `hash` is the SHA-256 of the canonical
/// scenario, 64 hexadecimal digits.
#[must_use]
pub fn figures(scenario: &Scenario, results: &Results, hash: &str) -> Vec<Figure> {
    FigureName::ALL
        .into_iter()
        .map(|name| figure(name, scenario, results, hash))
        .collect()
}

/// One figure, with the number it has in the set. `results` are those of `scenario`; an offer
/// without results is left out.
#[must_use]
pub fn figure(name: FigureName, scenario: &Scenario, results: &Results, hash: &str) -> Figure {
    let most = match name {
        FigureName::Comparison => MOST_COMPARED,
        _ => MOST_DRAWN,
    };
    let case = Case::new(scenario, results, most);
    let draft = match name {
        FigureName::Timeline => timeline::draft(&case),
        FigureName::WageLevel => wage_level::draft(&case),
        FigureName::Cost => cost::draft(&case),
        FigureName::Years => years::draft(&case),
        FigureName::Gap => gap::draft(&case),
        FigureName::Raises => raises::draft(&case),
        FigureName::Employee => employee::draft(&case),
        FigureName::Delay => delay::draft(&case),
        FigureName::Comparison => comparison::draft(&case),
    };
    let before = FigureName::ALL.iter().position(|one| *one == name);
    Figure {
        name,
        number: before.map_or(1, |before| before + 1),
        alt: spoken(draft.alt, &draft.body),
        headline: draft.headline,
        subtitle: draft.subtitle,
        body: draft.body,
        notes: draft.notes,
        hash: hash.to_owned(),
        data: draft.data,
    }
}

/// The alternative text; of a figure that can't be drawn, its message and the reason.
fn spoken(sentences: Vec<String>, body: &Body) -> String {
    match body {
        Body::Empty(reason) => {
            let message = sentences.into_iter().nth(1);
            let parts: Vec<String> = message.into_iter().chain([reason.clone()]).collect();
            parts.join(" ")
        }
        Body::Chart(_) | Body::Table(_) => sentences.join(" "),
    }
}
