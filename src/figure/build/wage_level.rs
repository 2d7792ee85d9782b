//! Wage level: pay against the day the rates are taken from, in steps.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named, Shown};
use super::missing::not_drawn;
use super::notes::{Basis, notes};
use super::parts::{at, end_labels, series, time_axis, values};
use super::say;
use crate::costing::curves::Sample;
use crate::figure::ticks::{self, Measure};
use crate::figure::{Body, Cell, Chart, Data, Direction, Mark, Rule, Series};
use crate::units::text;

pub fn draft(case: &Case<'_>) -> Draft {
    let series: Vec<Series> = case
        .drawn()
        .into_iter()
        .filter_map(|one| steps(case, one))
        .collect();
    let body = if series.is_empty() {
        Body::Empty(not_drawn(case, "The wage level"))
    } else {
        chart(case, series)
    };
    let as_of = text::day(case.scenario.workforce.rates_as_of);
    Draft {
        headline: headline(case, Named::Headline),
        subtitle: case.subtitle(&format!("Wage level, index, {as_of} = 100")),
        body,
        notes: notes(case, Basis::Rates, Vec::new()),
        alt: alt(case),
        data: data(case),
    }
}

/// The level holds to the last day: a point there gives the last step its length.
fn steps(case: &Case<'_>, shown: &Shown<'_>) -> Option<Series> {
    let samples = &shown.results.curves.level;
    let (last_day, last) = *samples.last()?;
    let mut series = series(shown, Mark::Steps, samples);
    if last_day < case.end() {
        series.points.push(at(case.end(), last));
    }
    Some(series)
}

fn chart(case: &Case<'_>, series: Vec<Series>) -> Body {
    let as_of = text::day(case.scenario.workforce.rates_as_of);
    let hundred = Decimal::ONE_HUNDRED;
    Body::Chart(Chart {
        x: time_axis(case, []),
        y: ticks::values(Measure::Index, false, values(&series).chain([hundred])),
        labels: end_labels(&series, |level| text::fixed(level, 2)),
        rules: vec![Rule {
            on: Direction::Y,
            at: hundred,
            label: format!("{as_of} = 100"),
        }],
        shades: Vec::new(),
        series,
    })
}

fn headline(case: &Case<'_>, named: Named) -> String {
    let end = |shown: &Shown<'_>| shown.figures().compounded.map(text::percent_two);
    match say::under(case, named, end) {
        Some(ends) => format!("Wages end above the baseline by {ends}"),
        None if case.shown.is_empty() => "No offers yet".to_owned(),
        None => "How far wages rise is not known".to_owned(),
    }
}

fn alt(case: &Case<'_>) -> Vec<String> {
    let as_of = text::day(case.scenario.workforce.rates_as_of);
    let ends: Vec<String> = case
        .shown
        .iter()
        .filter_map(|shown| {
            let level = text::fixed(shown.results.curves.level.last()?.1, 2);
            Some(format!("{}: {level}", shown.names.full))
        })
        .collect();
    let mut sentences = vec![
        format!(
            "Step chart of the wage level, {as_of} = 100, {}.",
            case.period()
        ),
        format!("{}.", headline(case, Named::Full)),
    ];
    if !ends.is_empty() {
        sentences.push(format!(
            "The index on the last day \u{2013} {}.",
            ends.join("; ")
        ));
    }
    sentences
}

fn data(case: &Case<'_>) -> Data {
    let rows = case.shown.iter().flat_map(|shown| {
        let samples = shown.results.curves.level.iter();
        samples.map(|sample| row(shown, sample))
    });
    Data {
        columns: ["offer", "from", "wage level, index"]
            .map(str::to_owned)
            .to_vec(),
        rows: rows.collect(),
    }
}

fn row(shown: &Shown<'_>, (day, level): &Sample) -> Vec<Cell> {
    vec![
        Cell::Text(shown.names.full.clone()),
        Cell::Day(*day),
        Cell::Percent(*level),
    ]
}
