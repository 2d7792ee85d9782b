//! Cost by contract year: columns of what is earned above the baseline in each.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named, Pair};
use super::missing::not_drawn;
use super::notes::{Basis, notes};
use super::parts::{point, roomy, values};
use super::say;
use crate::costing::report::YearFigures;
use crate::figure::ticks::{self, Measure};
use crate::figure::{Axis, Body, Cell, Chart, Data, Label, Mark, Series, Side};
use crate::units::text;

/// The most columns that carry their value.
const MOST_LABELLED: usize = 16;
/// The most years named in full on the axis.
const MOST_NAMED: usize = 8;

pub fn draft(case: &Case<'_>) -> Draft {
    let series: Vec<Series> = case
        .shown
        .iter()
        .filter(|shown| shown.figures().years.iter().any(|year| year.cash.is_some()))
        .map(|shown| Series {
            name: shown.names.label.clone(),
            role: shown.role,
            mark: Mark::Column,
            points: columns(&shown.figures().years).collect(),
        })
        .collect();
    let body = if series.is_empty() {
        Body::Empty(not_drawn(case, "The cost of each year"))
    } else {
        Body::Chart(Chart {
            x: axis(case),
            y: ticks::values(Measure::Dollars, true, roomy(values(&series))),
            labels: labels(&series),
            shades: Vec::new(),
            rules: Vec::new(),
            series,
        })
    };
    Draft {
        headline: headline(case, Named::Headline),
        subtitle: case.subtitle("Cost above the baseline by contract year, dollars"),
        body,
        notes: notes(case, Basis::Cost, own_notes(case)),
        alt: alt(case),
        data: data(case),
    }
}

fn columns(years: &[YearFigures]) -> impl Iterator<Item = crate::figure::Point> + '_ {
    let years = years.iter().enumerate();
    years.filter_map(|(place, year)| Some(point(Decimal::from(place), year.cash?)))
}

fn years<'c>(case: &'c Case<'_>) -> &'c [YearFigures] {
    case.shown
        .first()
        .map_or(&[], |shown| shown.figures().years.as_slice())
}

/// Years by name; many of them by number, every so many.
fn axis(case: &Case<'_>) -> Axis {
    let count = years(case).len();
    if count <= MOST_NAMED {
        return ticks::categories(years(case).iter().map(|year| short_label(&year.label)));
    }
    let every = [1, 2, 5, 10, 20, 50]
        .into_iter()
        .find(|every| count / every <= 20)
        .unwrap_or(100);
    let mut axis = ticks::categories((1..=count).map(|number| number.to_string()));
    let ticks = std::mem::take(&mut axis.ticks).into_iter().enumerate();
    axis.ticks = ticks
        .filter(|(place, _)| *place == 0 || (place + 1) % every == 0)
        .map(|(_, tick)| tick)
        .collect();
    axis.title = Some("Contract year".to_owned());
    axis
}

/// A year's name without what the notes say of it.
fn short_label(label: &str) -> String {
    label.split(" (").next().unwrap_or(label).to_owned()
}

fn labels(series: &[Series]) -> Vec<Label> {
    let columns: usize = series.iter().map(|one| one.points.len()).sum();
    if columns > MOST_LABELLED {
        return Vec::new();
    }
    let all = series.iter().enumerate();
    all.flat_map(|(number, one)| {
        one.points.iter().map(move |point| Label {
            series: number,
            at: *point,
            text: text::dollars_brief(point.y),
            side: Side::Above,
        })
    })
    .collect()
}

fn headline(case: &Case<'_>, named: Named) -> String {
    match case.pair() {
        Some(pair) => differ_most(case, &pair, named),
        None => say::cost_alone(case, named),
    }
}

/// The year in which A and B lie furthest apart.
fn differ_most(case: &Case<'_>, pair: &Pair<'_, '_>, named: Named) -> String {
    let (a, b) = (pair.a.name(named), pair.b.name(named));
    let known: Option<Vec<(&String, Decimal)>> = pair
        .gap
        .by_year
        .iter()
        .map(|(label, value)| Some((label, (*value)?)))
        .collect();
    let Some(known) = known.filter(|known| !known.is_empty()) else {
        return say::points_instead(pair, named);
    };
    let mut most: Option<(&String, Decimal)> = None;
    for (label, value) in known {
        if most.is_none_or(|(_, most)| value.abs() > most.abs()) {
            most = Some((label, value));
        }
    }
    let more = most.and_then(|(label, value)| Some((label, say::more_or_less(value)?)));
    match more {
        Some((label, more)) => {
            let year = short_label(label).to_lowercase();
            if pair.gap.by_year.len() == 1 {
                return format!("{b} costs {more} than {a} in {year}");
            }
            format!("The difference is largest in {year}: {b} costs {more} than {a}")
        }
        None if pair.gap.by_year.len() == 1 => say::gap(case, pair, named),
        None => format!("{a} and {b} cost the same in every year"),
    }
}

fn own_notes(case: &Case<'_>) -> Vec<String> {
    years(case)
        .iter()
        .filter(|year| year.cut)
        .map(|year| {
            format!(
                "{} is cut by the term: {} \u{2013} {}.",
                short_label(&year.label),
                text::day(year.first_day),
                text::day(year.last_day)
            )
        })
        .collect()
}

fn alt(case: &Case<'_>) -> Vec<String> {
    let each: Vec<String> = case
        .shown
        .iter()
        .filter_map(|shown| {
            let of = &shown.figures().years;
            let costs: Option<Vec<String>> = of
                .iter()
                .map(|year| year.cash.map(text::dollars_brief))
                .collect();
            let costs = costs.filter(|costs| (1..=MOST_NAMED).contains(&costs.len()))?;
            Some(format!("{}: {}", shown.names.full, say::listed(&costs)))
        })
        .collect();
    let mut sentences = vec![
        format!(
            "Columns of cost above the baseline by contract year, {}.",
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
        shown.figures().years.iter().map(|year| {
            vec![
                Cell::Text(shown.names.full.clone()),
                Cell::Text(year.label.clone()),
                Cell::Day(year.first_day),
                Cell::Day(year.last_day),
                year.cash.map_or(Cell::Nothing, Cell::Dollars),
            ]
        })
    });
    Data {
        columns: ["offer", "year", "first day", "last day", "cost, dollars"]
            .map(str::to_owned)
            .to_vec(),
        rows: rows.collect(),
    }
}
