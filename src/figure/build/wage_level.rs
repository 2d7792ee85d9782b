//! Wage level: pay against the day the rates are taken from, in steps.

use super::Draft;
use super::case::{Case, Named, Shown};
use super::missing::not_drawn;
use super::notes::{Basis, notes};
use super::parts::{at, end_labels, series, time_axis, values};
use super::say::listed;
use crate::costing::curves::Sample;
use crate::figure::ticks::{self, Measure};
use crate::figure::{Body, Cell, Chart, Data, Direction, Mark, Rule, Series};
use crate::units::text;
use rust_decimal::Decimal;

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
    let ends: Vec<String> = case
        .spoken_of()
        .filter_map(|shown| {
            let percent = text::percent_two(shown.figures().compounded?);
            Some(format!("{percent} under {}", shown.name(named)))
        })
        .collect();
    if ends.is_empty() {
        "How far wages rise is not known".to_owned()
    } else {
        format!("Wages end above the baseline by {}", listed(&ends))
    }
}

fn alt(case: &Case<'_>) -> String {
    let as_of = text::day(case.scenario.workforce.rates_as_of);
    let ends: Vec<String> = case
        .shown
        .iter()
        .filter_map(|shown| {
            let level = text::fixed(shown.results.curves.level.last()?.1, 2);
            Some(format!("{} at {level}", shown.names.full))
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
            "On the last day the index stands as follows: {}.",
            ends.join("; ")
        ));
    }
    sentences.join(" ")
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
