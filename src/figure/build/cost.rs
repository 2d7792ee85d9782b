//! Cumulative cost above the baseline, the space between A and B shaded.

use super::Draft;
use super::case::{Case, Named, Shown};
use super::missing::not_drawn;
use super::notes::{Basis, notes};
use super::parts::{end_labels, series, time_axis, values};
use super::say;
use crate::costing::curves::Sample;
use crate::figure::ticks::{self, Measure};
use crate::figure::{Body, Cell, Chart, Data, Mark, Role, Series, Shade};
use crate::units::text;

pub fn draft(case: &Case<'_>) -> Draft {
    let series: Vec<Series> = case
        .drawn()
        .into_iter()
        .filter(|shown| !shown.results.curves.cost.is_empty())
        .map(|shown| series(shown, Mark::Line, &shown.results.curves.cost))
        .collect();
    let body = if series.is_empty() {
        Body::Empty(not_drawn(case, "The cost"))
    } else {
        Body::Chart(Chart {
            x: time_axis(case, []),
            y: ticks::values(Measure::Dollars, true, values(&series)),
            labels: end_labels(&series, text::dollars_brief),
            shades: between(case, &series).into_iter().collect(),
            rules: Vec::new(),
            series,
        })
    };
    Draft {
        headline: say::cost(case, Named::Headline),
        subtitle: case.subtitle("Cumulative cost above the baseline, dollars"),
        body,
        notes: notes(case, Basis::Cost, Vec::new()),
        alt: alt(case),
        data: data(case),
    }
}

/// The space between A and B, where the scenario compares them.
fn between(case: &Case<'_>, series: &[Series]) -> Option<Shade> {
    case.pair()?;
    let of = |role| series.iter().position(|one| one.role == role);
    Some(Shade {
        of: of(Role::B)?,
        to: Some(of(Role::A)?),
    })
}

fn alt(case: &Case<'_>) -> Vec<String> {
    let ends: Vec<String> = case
        .shown
        .iter()
        .filter_map(|shown| {
            let cost = text::dollars_short(shown.figures().cost?);
            Some(format!("{}: {cost}", shown.names.full))
        })
        .collect();
    let mut sentences = vec![
        format!(
            "Line chart of cumulative cost above the baseline, {}.",
            case.period()
        ),
        format!("{}.", say::cost(case, Named::Full)),
    ];
    if !ends.is_empty() {
        sentences.push(format!(
            "Cost by the last day \u{2013} {}.",
            ends.join("; ")
        ));
    }
    sentences
}

fn data(case: &Case<'_>) -> Data {
    let rows = case.shown.iter().flat_map(|shown| {
        let samples = shown.results.curves.cost.iter();
        samples.map(|sample| row(shown, sample))
    });
    Data {
        columns: ["offer", "by the start of", "cumulative cost, dollars"]
            .map(str::to_owned)
            .to_vec(),
        rows: rows.collect(),
    }
}

fn row(shown: &Shown<'_>, (day, cost): &Sample) -> Vec<Cell> {
    vec![
        Cell::Text(shown.names.full.clone()),
        Cell::Day(*day),
        Cell::Dollars(*cost),
    ]
}
