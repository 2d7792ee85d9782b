//! The content of each figure, from a scenario and its results: what it says, draws and notes.
//!
//! Every offer given is taken: who may see which is the caller's to decide. Headlines state the
//! difference as B less A and never whose side is right.

mod case;
mod claims;
mod comparison;
mod cost;
mod delay;
mod employee;
mod gap;
mod history;
mod late;
mod missing;
mod money;
mod name_in_words;
mod names;
mod near;
mod notes;
mod parts;
mod phrases;
mod point;
mod raises;
mod real_wage;
mod say;
mod scale;
mod settlements;
mod sources;
mod spread;
mod timeline;
mod wage_level;
mod whom;
mod years;

use super::{Body, Data, Figure, FigureName, Note, Role};
use crate::costing::results::Results;
use crate::explore::banding::Banding;
use crate::scenario::{OfferId, Scenario};
use case::Case;
use notes::Notes;

pub use employee::lump_sums_in_words;
pub use whom::{SMALL_GROUP, without_small_groups};

/// The most offers a chart draws: A, B, the edited one and one other.
pub const MOST_DRAWN: usize = 4;
/// The most offers the comparison holds.
pub const MOST_COMPARED: usize = 5;

/// What figures are made from, beside a scenario and its results.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin<'a> {
    /// SHA-256 of the canonical scenario the figures show, 64 hexadecimal digits.
    pub(crate) hash: &'a str,
    /// That of the whole scenario, where the figures show a part of it.
    pub(crate) file_hash: Option<&'a str>,
    /// Whether offers are shown that the other side hasn't been given.
    pub(crate) private: bool,
    /// Whether the average employee stands in for one of a group too small to be shown.
    pub(crate) average_stands_in: bool,
    /// What joining groups too small to be shown changes, where there are any.
    pub(crate) banding: Option<&'a Banding>,
    /// The scenario with every group as it is, where groups are joined in the one that is drawn. Cells of parts
    /// of the workforce are counted from it and small ones hidden, as in a report.
    pub(crate) unjoined: Option<&'a Scenario>,
}

impl<'a> From<&'a str> for Origin<'a> {
    fn from(hash: &'a str) -> Self {
        Self {
            hash,
            ..Self::default()
        }
    }
}

impl<'a> From<&'a String> for Origin<'a> {
    fn from(hash: &'a String) -> Self {
        Self::from(hash.as_str())
    }
}

/// What one figure's file decides; case, number and hashes are common to all.
struct Draft {
    headline: String,
    subtitle: String,
    body: Body,
    notes: Notes,
    /// What kind of picture it is, then the headline with names in full, then values.
    alt: Vec<String>,
    data: Data,
}

/// All figures in the order of the set.
#[must_use]
pub fn figures<'a>(
    scenario: &Scenario,
    results: &Results,
    origin: impl Into<Origin<'a>>,
) -> Vec<Figure> {
    let origin = origin.into();
    FigureName::ALL
        .into_iter()
        .map(|name| figure(name, scenario, results, origin))
        .collect()
}

/// One figure, with the number it has among those chosen. `results` are those of `scenario`; an
/// offer without results is left out.
#[must_use]
pub fn figure<'a>(
    name: FigureName,
    scenario: &Scenario,
    results: &Results,
    origin: impl Into<Origin<'a>>,
) -> Figure {
    let origin = origin.into();
    let most = match name {
        FigureName::Comparison => MOST_COMPARED,
        _ => MOST_DRAWN,
    };
    let mut case = Case::new(scenario, results, most, origin);
    // Both have lines of their own, whichever offers charts have room for.
    if matches!(name, FigureName::History | FigureName::Claims) {
        case.left_out.clear();
    }
    // No group is joined in what it counts, so joining changes nothing in it.
    if name == FigureName::Spread && case.unjoined.is_some() {
        case.banding = None;
    }
    let mut draft = match name {
        FigureName::Timeline => timeline::draft(&case),
        FigureName::WageLevel => wage_level::draft(&case),
        FigureName::Cost => cost::draft(&case),
        FigureName::Years => years::draft(&case),
        FigureName::Gap => gap::draft(&case),
        FigureName::Raises => raises::draft(&case),
        FigureName::Employee => employee::draft(&case),
        FigureName::Delay => delay::draft(&case),
        FigureName::Comparison => comparison::draft(&case),
        FigureName::Point => point::draft(&case),
        FigureName::RealWage => real_wage::draft(&case),
        FigureName::History => history::draft(&case),
        FigureName::Settlements => settlements::draft(&case),
        FigureName::Claims => claims::draft(&case),
        FigureName::Spread => spread::draft(&case),
    };
    mute_all_but_the_highlighted(&case, &mut draft.body);
    let told = case_in_words(scenario);
    let alt = spoken(&told, draft.alt, &draft.body);
    let edit = scenario.figures.edit_of(name);
    let own = |words: Option<&String>, drafted: String| {
        let words = words.map(|words| names::one_line(words));
        words.filter(|words| !words.is_empty()).unwrap_or(drafted)
    };
    let source = edit.and_then(|edit| edit.source.as_ref());
    let source = source.map(|words| names::one_line(words));
    let sources = match source.filter(|words| !words.is_empty()) {
        Some(words) if words.ends_with(['.', '!', '?', '\u{2026}']) => vec![Note::plain(words)],
        Some(words) => vec![Note::plain(format!("{words}."))],
        None => draft.notes.sources,
    };
    Figure {
        name,
        number: number_of(name, scenario),
        case: told,
        headline: own(
            edit.and_then(|edit| edit.headline.as_ref()),
            phrases::capitalized(&draft.headline),
        ),
        subtitle: own(edit.and_then(|edit| edit.subtitle.as_ref()), draft.subtitle),
        body: draft.body,
        notes: draft.notes.notes,
        sources,
        hash: origin.hash.to_owned(),
        file_hash: origin
            .file_hash
            .filter(|file| *file != origin.hash)
            .map(str::to_owned),
        private: origin.private,
        alt,
        data: draft.data,
    }
}

/// The offers a chart of a scenario draws; those hard to leave out come first.
#[must_use]
pub fn drawn(scenario: &Scenario, results: &Results) -> Vec<OfferId> {
    let case = Case::new(scenario, results, MOST_DRAWN, Origin::default());
    let shown = case.shown.iter();
    shown.map(|shown| shown.offer.id.clone()).collect()
}

/// A figure's number: its place among those chosen, or in the set where none are.
fn number_of(name: FigureName, scenario: &Scenario) -> Option<usize> {
    let settings = &scenario.figures;
    if settings.unnumbered {
        return None;
    }
    let place = if settings.chosen.is_empty() {
        FigureName::ALL.iter().position(|one| *one == name)
    } else {
        settings.chosen.iter().position(|one| *one == name)
    };
    place.map(|place| place.saturating_add(1))
}

/// The case's title, and the parties where the title doesn't name them.
fn case_in_words(scenario: &Scenario) -> String {
    let title = names::one_line(&scenario.title);
    let parties: Vec<String> = [&scenario.parties.employer, &scenario.parties.union]
        .into_iter()
        .map(|name| names::one_line(name))
        .filter(|name| !name.is_empty() && !title.contains(name.as_str()))
        .collect();
    match (title.is_empty(), parties.is_empty()) {
        (_, true) => title,
        (true, false) => phrases::listed(&parties),
        (false, false) => format!("{title} \u{b7} {}", phrases::listed(&parties)),
    }
}

/// Draws every offer but the highlighted one in grey, where the user has chosen one that is shown.
fn mute_all_but_the_highlighted(case: &Case<'_>, body: &mut Body) {
    let Some(id) = &case.scenario.figures.highlight else {
        return;
    };
    let Some(role) = case
        .shown
        .iter()
        .find(|shown| shown.offer.id == *id)
        .map(|shown| shown.role)
    else {
        return;
    };
    let is_other =
        |of: Role| of != role && matches!(of, Role::A | Role::B | Role::Edited | Role::Other);
    match body {
        Body::Chart(chart) => {
            for series in &mut chart.series {
                series.muted = is_other(series.role);
            }
        }
        Body::Table(table) => {
            for (_, of) in &mut table.columns {
                *of = of.filter(|of| !is_other(*of));
            }
        }
        Body::Empty(_) => {}
    }
}

/// The alternative text, after the case; of a figure that can't be drawn, its message and the
/// reason.
fn spoken(case: &str, sentences: Vec<String>, body: &Body) -> String {
    let case = (!case.is_empty()).then(|| format!("{}.", case.trim_end_matches('.')));
    let mut parts: Vec<String> = case.into_iter().collect();
    match body {
        Body::Empty(reason) => {
            parts.extend(sentences.into_iter().nth(1));
            parts.push(reason.clone());
        }
        Body::Chart(_) | Body::Table(_) => parts.extend(sentences),
    }
    let whole = parts.iter().map(|part| phrases::capitalized(part));
    whole.collect::<Vec<_>>().join(" ")
}
