//! Cumulative cost above the baseline, the space between A and B shaded and told at its end; of
//! offers too close to tell apart, what each costs more or less than A.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named, Shown};
use super::missing::not_drawn;
use super::near;
use super::notes::{Basis, notes, of_rounding};
use super::parts::{between, end_labels, level_with, scale_of_ends, series, time_axis, values};
use super::say;
use crate::costing::curves::{Curve, Sample};
use crate::figure::{Body, Cell, Chart, Data, Mark, Role, Series, Shade};

/// Why no curves are drawn where no offer costs anything.
pub const NO_COST: &str = "No offer costs more or less than the baseline.";

pub fn draft(case: &Case<'_>) -> Draft {
    let money = case.money;
    let near = near::differences(case, Curve::Cost);
    let (body, measure, own) = match near {
        Some(differences) => {
            let a = case.of(Role::A).map_or("", |a| &a.names.headline);
            let measure = format!("Cumulative cost less that of {a}, {}", money.unit());
            (of_differences(case, &differences), measure, Vec::new())
        }
        None => {
            let measure = format!("Cumulative cost above the baseline, {}", money.unit());
            let (body, agrees) = of_costs(case);
            let own = if agrees { None } else { Some(of_rounding()) };
            (body, measure, own.into_iter().collect())
        }
    };
    Draft {
        headline: say::cost(case, Named::Headline),
        subtitle: case.subtitle(&measure),
        body,
        notes: notes(case, Basis::Cost, own),
        alt: alt(case),
        data: data(case),
    }
}

/// The curves, and whether what lies between A and B agrees with the ends as printed.
fn of_costs(case: &Case<'_>) -> (Body, bool) {
    let money = case.money;
    let series: Vec<Series> = case
        .drawn()
        .into_iter()
        .filter(|shown| !shown.results.curves.cost.is_empty())
        .map(|shown| series(shown, Mark::Line, &shown.results.curves.cost))
        .collect();
    if series.is_empty() {
        return (Body::Empty(not_drawn(case, "The cost")), true);
    }
    if values(&series).all(|value| value.is_zero()) {
        return (Body::Empty(NO_COST.to_owned()), true);
    }
    let compared = |role| {
        let one = series.iter().find(|one| one.role == role)?;
        Some(one.points.last()?.y)
    };
    let pair = case.pair().and(compared(Role::A).zip(compared(Role::B)));
    let pairs: Vec<(Decimal, Decimal)> = pair.into_iter().collect();
    let ends = series.iter().filter_map(|one| one.points.last());
    let (scale, agrees) = money.scale_beside(ends.map(|point| point.y), &pairs);
    let mut labels = end_labels(&series, |value| money.alike(value, scale));
    // What lies between is the number that is quoted: it has the digits it has everywhere.
    labels.extend(between(case, &series, |value| money.short_signed(value)));
    let body = Body::Chart(Chart {
        x: time_axis(case, []),
        y: money.axis_in(scale, true, values(&series)),
        labels,
        shades: shade(case, &series).into_iter().collect(),
        rules: Vec::new(),
        series,
    });
    (body, agrees)
}

fn of_differences(case: &Case<'_>, differences: &[(&Shown<'_>, Vec<Sample>)]) -> Body {
    let money = case.money;
    let series: Vec<Series> = differences
        .iter()
        .map(|(shown, samples)| series(shown, Mark::Line, samples))
        .collect();
    let scale = scale_of_ends(money, &series);
    Body::Chart(Chart {
        x: time_axis(case, []),
        y: money.axis_in(scale, true, values(&series)),
        labels: end_labels(&series, |value| money.alike_signed(value, scale)),
        shades: Vec::new(),
        rules: level_with(case).into_iter().collect(),
        series,
    })
}

/// The space between A and B, where the scenario compares them.
fn shade(case: &Case<'_>, series: &[Series]) -> Option<Shade> {
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
            let cost = case.money.short(shown.figures().cost?);
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
        columns: vec![
            "offer".to_owned(),
            "by the start of".to_owned(),
            format!("cumulative cost, {}", case.money.unit()),
        ],
        rows: rows.collect(),
    }
}

fn row(shown: &Shown<'_>, (day, cost): &(crate::units::Date, Decimal)) -> Vec<Cell> {
    vec![
        Cell::Text(shown.names.full.clone()),
        Cell::Day(*day),
        Cell::Dollars(*cost),
    ]
}
