//! What one more percentage point costs, by the day of the raise it is put on.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named, Shown};
use super::notes::{Basis, notes};
use super::parts::{few_head_labels, roomy, series, time_axis, values};
use super::phrases;
use super::raises::{empty, in_term};
use crate::costing::curves::Sample;
use crate::figure::{Body, Cell, Chart, Data, Mark, Note, Series};
use crate::scenario::{Clause, ClauseTerms};
use crate::units::text;

/// The most points of an offer told in the alternative text.
const MOST_TOLD: usize = 8;

pub fn draft(case: &Case<'_>) -> Draft {
    let money = case.money;
    let series: Vec<Series> = case
        .drawn()
        .into_iter()
        .map(|shown| series(shown, Mark::Stem, &points_of(shown)))
        .filter(|series| !series.points.is_empty())
        .collect();
    let body = if series.is_empty() {
        Body::Empty(empty(case, "What a point costs"))
    } else {
        let days = case.shown.iter().flat_map(points_of);
        let scale = money.scale_of_all(values(&series));
        Body::Chart(Chart {
            x: time_axis(case, days.map(|(day, _)| day)),
            y: money.axis_in(scale, true, roomy(values(&series))),
            labels: few_head_labels(&series, |value| money.alike(value, scale)),
            series,
            shades: Vec::new(),
            rules: Vec::new(),
        })
    };
    Draft {
        headline: headline(case, Named::Headline),
        subtitle: case.subtitle(&format!(
            "Cost over the term of one more percentage point on a raise, {}",
            money.unit()
        )),
        body,
        notes: notes(case, Basis::Cost, own_notes()),
        alt: alt(case),
        data: data(case),
    }
}

/// What one more point costs on the days an offer raises rates by percents, in their order.
fn points_of(shown: &Shown<'_>) -> Vec<Sample> {
    let in_percent = |clause: &Clause| matches!(clause.terms, ClauseTerms::Percent(_));
    in_term(shown)
        .filter(|raise| {
            shown
                .offer
                .clauses
                .get(raise.clause)
                .is_some_and(in_percent)
        })
        .filter_map(|raise| Some((raise.takes_effect, raise.value_of_a_point?)))
        .collect()
}

/// The first point of A and of B, the dearer of the two: `a point in Oct 2025 costs about $360M under both`.
fn headline(case: &Case<'_>, named: Named) -> String {
    if case.shown.is_empty() {
        return "no offers yet".to_owned();
    }
    let first = |shown| points_of(shown).into_iter().next();
    let mut told: Vec<(&Shown<'_>, Sample)> = Vec::new();
    for shown in case.spoken_of() {
        told.extend(first(shown).map(|sample| (shown, sample)));
    }
    if told.is_empty() {
        let others = case.shown.iter();
        told.extend(
            others
                .filter_map(|shown| Some((shown, first(shown)?)))
                .take(1),
        );
    }
    let words = |(day, value): Sample| {
        let size = case.money.told(value)?;
        Some(format!("a point in {} costs {size}", text::month_year(day)))
    };
    let mut most: Option<&(&Shown<'_>, Sample)> = None;
    for one in &told {
        if most.is_none_or(|most| one.1.1 > most.1.1) {
            most = Some(one);
        }
    }
    let Some((shown, sample)) = most else {
        return "what one more point costs is not known".to_owned();
    };
    let Some(said) = words(*sample) else {
        return "one more point costs nothing over the term".to_owned();
    };
    let both = told.len() == 2
        && told
            .iter()
            .all(|(_, one)| words(*one).as_ref() == Some(&said));
    if both {
        format!("{said} under both")
    } else {
        format!("{said} under {}", shown.name(named))
    }
}

fn own_notes() -> Vec<Note> {
    vec![Note::plain(
        "A point: one percentage point more on the raise of that day.",
    )]
}

fn alt(case: &Case<'_>) -> Vec<String> {
    let each: Vec<String> = case
        .shown
        .iter()
        .filter_map(|shown| {
            let points: Vec<String> = points_of(shown)
                .into_iter()
                .map(|(day, value)| format!("{} on {}", case.money.brief(value), text::day(day)))
                .collect();
            let name = &shown.names.full;
            (!points.is_empty())
                .then(|| format!("{name}: {}", phrases::first_of(points, MOST_TOLD)))
        })
        .collect();
    let drawn = format!(
        "What one more percentage point costs over the term, as stems at the days of the raises, {}.",
        case.period()
    );
    let headline = headline(case, Named::Full);
    phrases::alternative(drawn, &headline, ("Cost of a point", &each))
}

fn data(case: &Case<'_>) -> Data {
    let rows = case.shown.iter().flat_map(|shown| {
        points_of(shown)
            .into_iter()
            .map(|(day, value): (_, Decimal)| {
                vec![
                    Cell::Text(shown.names.full.clone()),
                    Cell::Day(day),
                    Cell::Dollars(value),
                ]
            })
            .collect::<Vec<_>>()
    });
    Data {
        columns: vec![
            "offer".to_owned(),
            "takes effect".to_owned(),
            format!("one more point, {}", case.money.unit()),
        ],
        rows: rows.collect(),
    }
}
