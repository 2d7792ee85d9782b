//! Real wage: what pay buys at each contract year's end, against the last raise before the term.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named, Shown};
use super::notes::{Basis, notes};
use super::parts::{at, end_labels, time_axis, values};
use super::phrases;
use super::say;
use crate::figure::ticks::{self, Measure};
use crate::figure::{Body, Cell, Chart, Data, Direction, Mark, Note, Rule, Series};
use crate::units::{Date, text};

pub fn draft(case: &Case<'_>) -> Draft {
    let series: Vec<Series> = case
        .drawn()
        .into_iter()
        .map(line)
        .filter(|series| !series.points.is_empty())
        .collect();
    let hundred = Decimal::ONE_HUNDRED;
    let body = if series.is_empty() {
        Body::Empty(empty(case))
    } else {
        let days: Vec<Date> = case
            .shown
            .iter()
            .flat_map(known)
            .map(|(day, _)| day)
            .collect();
        Body::Chart(Chart {
            x: time_axis(case, days),
            y: ticks::values(Measure::Index, false, values(&series).chain([hundred])),
            labels: end_labels(&series, |value| text::fixed(value, 1)),
            shades: Vec::new(),
            rules: vec![Rule {
                on: Direction::Y,
                at: hundred,
                label: "buys as much as before".to_owned(),
            }],
            series,
        })
    };
    Draft {
        headline: headline(case, Named::Headline),
        subtitle: format!(
            "What pay buys at the end of each contract year, index, last raise before the term = 100, {}",
            case.period()
        ),
        body,
        notes: notes(case, Basis::Rates, own_notes(case)),
        alt: alt(case),
        data: data(case),
    }
}

fn empty(case: &Case<'_>) -> String {
    if case.scenario.inflation.is_none() {
        "What pay buys can\u{2019}t be drawn without a price index.".to_owned()
    } else {
        "What pay buys isn\u{2019}t known.".to_owned()
    }
}

/// What pay buys, 100 as before, on the days it is known for.
fn known<'s>(shown: &Shown<'s>) -> impl Iterator<Item = (Date, Decimal)> + use<'s> {
    let figures = shown.figures().real_wage.iter();
    figures.filter_map(|one| Some((one.date, one.ratio?.checked_mul(Decimal::ONE_HUNDRED)?)))
}

fn line(shown: &Shown<'_>) -> Series {
    Series {
        name: shown.names.label.clone(),
        role: shown.role,
        mark: Mark::Line,
        points: known(shown).map(|(day, value)| at(day, value)).collect(),
        muted: false,
        half: Vec::new(),
    }
}

/// What is bought less or more at the end: `pay buys 3.2% less at the end under the union’s counter`.
fn headline(case: &Case<'_>, named: Named) -> String {
    let end = |shown: &Shown<'_>| {
        let (_, value) = known(shown).last()?;
        let off = value.checked_sub(Decimal::ONE_HUNDRED)?;
        let size = text::fixed(off.abs(), 1);
        Some(match (size.as_str(), off.is_sign_negative()) {
            ("0.0", _) => "as much as before".to_owned(),
            (_, true) => format!("{size}% less"),
            (_, false) => format!("{size}% more"),
        })
    };
    let of_b = case
        .pair()
        .and_then(|pair| Some((end(pair.b)?, pair.b.name(named).to_owned())));
    match of_b {
        Some((end, name)) => format!("at the end pay buys {end} under {name}"),
        None => say::under(case, named, end).map_or_else(
            || "what pay buys is not known".to_owned(),
            |ends| format!("at the end pay buys {ends}"),
        ),
    }
}

fn own_notes(case: &Case<'_>) -> Vec<Note> {
    let projected = case.scenario.inflation.as_ref().map(|prices| {
        let rate = text::percent_close(prices.projected.get());
        Note::shortened(
            format!("Prices beyond the index are projected to rise {rate} a year."),
            format!("Prices projected: {rate} a year."),
        )
    });
    projected.into_iter().collect()
}

fn alt(case: &Case<'_>) -> Vec<String> {
    let each: Vec<String> = case
        .shown
        .iter()
        .filter_map(|shown| {
            let values: Vec<String> = known(shown)
                .map(|(day, value)| format!("{} on {}", text::fixed(value, 1), text::day(day)))
                .collect();
            let name = &shown.names.full;
            (!values.is_empty()).then(|| format!("{name}: {}", phrases::first_of(values, 8)))
        })
        .collect();
    let mut sentences = vec![
        format!(
            "Line chart of what pay buys, 100 as before the term, {}.",
            case.period()
        ),
        format!("{}.", headline(case, Named::Full)),
    ];
    if !each.is_empty() {
        sentences.push(format!("Year by year \u{2013} {}.", each.join("; ")));
    }
    sentences
}

fn data(case: &Case<'_>) -> Data {
    let rows = case.shown.iter().flat_map(|shown| {
        let figures = shown.figures().real_wage.iter();
        figures.map(|one| {
            let percent = |value: Option<Decimal>| value.map_or(Cell::Nothing, Cell::Percent);
            let hundredfold = |value: Decimal| value.checked_mul(Decimal::ONE_HUNDRED);
            vec![
                Cell::Text(shown.names.full.clone()),
                Cell::Day(one.date),
                percent(one.ratio.and_then(hundredfold)),
                percent(one.catch_up),
            ]
        })
    });
    Data {
        columns: [
            "offer",
            "day",
            "real wage, index",
            "catch-up raise, percent",
        ]
        .map(str::to_owned)
        .to_vec(),
        rows: rows.collect(),
    }
}
