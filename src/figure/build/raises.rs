//! Worth of each raise at its date, and what one more point would cost there: both in dollars, on
//! one axis.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named, Shown};
use super::missing::not_drawn;
use super::names::one_line;
use super::notes::{Basis, notes};
use super::parts::{at, head_labels, roomy, series, time_axis, values};
use super::say;
use crate::costing::curves::Sample;
use crate::costing::report::RaiseFigures;
use crate::figure::ticks::{self, Measure};
use crate::figure::{Body, Cell, Chart, Data, Label, Mark, Role, Series};
use crate::scenario::ClauseKind;
use crate::units::{Date, text};

/// The most offers whose raises are drawn: the line is a series too.
const MOST_STEMS: usize = 3;
/// The most raises of an offer told in the alternative text.
const MOST_TOLD: usize = 8;

pub fn draft(case: &Case<'_>) -> Draft {
    let drawn: Vec<&Shown<'_>> = case.shown.iter().take(MOST_STEMS).collect();
    let mut series: Vec<Series> = drawn
        .iter()
        .map(|shown| stems(shown))
        .filter(|series| !series.points.is_empty())
        .collect();
    let mut labels = head_labels(&series, text::dollars_brief);
    let body = if series.is_empty() {
        Body::Empty(empty(case))
    } else {
        if let Some(line) = line(case) {
            labels.extend(end_of(&line, series.len()));
            // Beneath the stems: their heads stay whole.
            series.push(line);
        }
        let days = drawn.iter().flat_map(|shown| in_term(shown));
        Body::Chart(Chart {
            x: time_axis(case, days.map(|raise| raise.takes_effect)),
            y: ticks::values(Measure::Dollars, true, roomy(values(&series))),
            series,
            shades: Vec::new(),
            rules: Vec::new(),
            labels,
        })
    };
    Draft {
        headline: headline(case, Named::Headline),
        subtitle: case.subtitle("Worth of each raise and of one more point over the term, dollars"),
        body,
        notes: notes(case, Basis::Cost, own_notes(case)),
        alt: alt(case),
        data: data(case),
    }
}

fn empty(case: &Case<'_>) -> String {
    if super::missing::missing(case).is_empty() {
        "No raises to draw.".to_owned()
    } else {
        not_drawn(case, "What raises are worth")
    }
}

/// The clauses that take effect before the last day is over; later ones are worth nothing.
fn in_term<'s>(shown: &Shown<'s>) -> impl Iterator<Item = &'s RaiseFigures> + use<'s> {
    let last = shown.results.curves.cost.last().map(|(day, _)| *day);
    let raises = shown.figures().raises.iter();
    raises.filter(move |raise| last.is_none_or(|last| raise.takes_effect < last))
}

fn stems(shown: &Shown<'_>) -> Series {
    let samples: Vec<Sample> = in_term(shown)
        .filter_map(|raise| Some((raise.takes_effect, raise.worth?)))
        .collect();
    series(shown, Mark::Stem, &samples)
}

/// The offer whose value of a point is drawn: the edited one, else the first that has one.
fn of_line<'c, 'a>(case: &'c Case<'a>) -> Option<&'c Shown<'a>> {
    let has = |shown: &&Shown<'_>| points_of(shown).next().is_some();
    let edited = case.of(Role::Edited).filter(has);
    edited.or_else(|| case.shown.iter().find(has))
}

/// What one more point costs on the days an offer raises rates, in their order.
fn points_of<'s>(shown: &Shown<'s>) -> impl Iterator<Item = (Date, Decimal)> + use<'s> {
    in_term(shown)
        .filter(|raise| raise.kind == ClauseKind::Percent)
        .filter_map(|raise| Some((raise.takes_effect, raise.value_of_a_point?)))
}

fn line(case: &Case<'_>) -> Option<Series> {
    let shown = of_line(case)?;
    let points: Vec<_> = points_of(shown)
        .map(|(day, value)| at(day, value))
        .collect();
    Some(Series {
        name: format!("A point, {}", shown.names.label),
        role: shown.role,
        mark: if points.len() > 1 {
            Mark::Line
        } else {
            Mark::Dot
        },
        points,
    })
}

fn end_of(line: &Series, number: usize) -> Option<Label> {
    super::parts::end_label(number, line, text::dollars_brief)
}

fn headline(case: &Case<'_>, named: Named) -> String {
    let Some(shown) = of_line(case) else {
        return match worth_most(case) {
            Some((shown, raise, worth)) => format!(
                "The {} of {} under {} is worth {}",
                kind(shown, raise),
                text::day(raise.takes_effect),
                shown.name(named),
                say::amount(worth)
            ),
            None => say::cost(case, named),
        };
    };
    let name = shown.name(named);
    let points: Vec<(Date, Decimal)> = points_of(shown).collect();
    let one =
        |(day, value): &(Date, Decimal)| format!("{} on {}", say::amount(*value), text::day(*day));
    match (points.first(), points.last()) {
        (Some(first), Some(last)) if first.0 != last.0 => format!(
            "One more point under {name} costs {} and {}",
            one(first),
            one(last)
        ),
        (Some(first), _) => format!("One more point under {name} costs {}", one(first)),
        _ => say::cost(case, named),
    }
}

/// The clause worth most, where none is in percent.
fn worth_most<'c, 'a>(case: &'c Case<'a>) -> Option<(&'c Shown<'a>, &'a RaiseFigures, Decimal)> {
    let all = case.shown.iter().flat_map(|shown| {
        in_term(shown).filter_map(move |raise| Some((shown, raise, raise.worth?)))
    });
    all.max_by_key(|(_, _, worth)| worth.abs())
}

fn kind(shown: &Shown<'_>, raise: &RaiseFigures) -> &'static str {
    let clause = shown.offer.clauses.get(raise.clause);
    clause.map_or("raise", |clause| {
        super::missing::kind_in_words(&clause.terms)
    })
}

fn own_notes(case: &Case<'_>) -> Vec<String> {
    let mut words = "Worth: what a raise adds to the cost of those before it".to_owned();
    if of_line(case).is_some() {
        words.push_str("; a point: one percentage point more on the raise of that day");
    }
    let mut notes = vec![format!("{words}.")];
    let without: Vec<String> = case
        .shown
        .iter()
        .skip(MOST_STEMS)
        .map(|shown| shown.names.headline.clone())
        .collect();
    if !without.is_empty() {
        notes.push(format!("Raises not drawn: {}.", say::listed(&without)));
    }
    notes
}

fn alt(case: &Case<'_>) -> Vec<String> {
    let each: Vec<String> = case
        .shown
        .iter()
        .take(MOST_STEMS)
        .filter_map(|shown| {
            let worths: Vec<String> = in_term(shown)
                .filter_map(|raise| {
                    let worth = text::dollars_brief(raise.worth?);
                    Some(format!("{worth} on {}", text::day(raise.takes_effect)))
                })
                .collect();
            let name = &shown.names.full;
            (!worths.is_empty()).then(|| format!("{name}: {}", say::first_of(worths, MOST_TOLD)))
        })
        .collect();
    let mut sentences = vec![
        format!(
            "What each raise is worth over the term, as stems, and what one more point costs, as a line, {}.",
            case.period()
        ),
        format!("{}.", headline(case, Named::Full)),
    ];
    if !each.is_empty() {
        sentences.push(format!("Worth of the raises \u{2013} {}.", each.join("; ")));
    }
    sentences
}

fn data(case: &Case<'_>) -> Data {
    let rows = case.shown.iter().flat_map(|shown| {
        let raises = shown.figures().raises.iter();
        raises.map(|raise| {
            let dollars = |value: Option<Decimal>| value.map_or(Cell::Nothing, Cell::Dollars);
            let percent = raise.percent.filter(|_| raise.kind == ClauseKind::Percent);
            vec![
                Cell::Text(shown.names.full.clone()),
                Cell::Day(raise.takes_effect),
                Cell::Text(raise.terms.clone()),
                Cell::Text(one_line(&raise.scope)),
                percent.map_or(Cell::Nothing, Cell::Percent),
                dollars(raise.worth),
                dollars(raise.value_of_a_point),
            ]
        })
    });
    Data {
        columns: [
            "offer",
            "takes effect",
            "terms",
            "applies to",
            "raise, percent",
            "worth, dollars",
            "one more point, dollars",
        ]
        .map(str::to_owned)
        .to_vec(),
        rows: rows.collect(),
    }
}
