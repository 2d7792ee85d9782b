//! Offers on the timeline: each raise as a stem at the day it takes effect.

use super::Draft;
use super::case::{Case, Named, Shown};
use super::missing::kind_in_words;
use super::names::{cut, one_line};
use super::notes::{Basis, notes};
use super::parts::{day_rules, head_labels, roomy, series, time_axis, values};
use super::say;
use crate::costing::curves::Sample;
use crate::costing::report::RaiseFigures;
use crate::figure::ticks::{self, Measure};
use crate::figure::{Body, Cell, Chart, Data, Mark, Series};
use crate::scenario::ClauseKind;
use crate::units::{Date, text};

/// The most raises of an offer told in the alternative text.
const MOST_TOLD: usize = 8;
/// How costing says that a clause is for everyone.
const EVERYONE: &str = "everyone";

pub fn draft(case: &Case<'_>) -> Draft {
    let series: Vec<Series> = case
        .drawn()
        .into_iter()
        .map(stems)
        .filter(|series| !series.points.is_empty())
        .collect();
    let days = case.shown.iter().flat_map(|shown| heads(shown));
    let x = time_axis(case, days.map(|raise| raise.takes_effect));
    let y = ticks::values(Measure::Percent, true, roomy(values(&series)));
    let labels = head_labels(&series, text::percent_close);
    let body = if labels.is_empty() {
        Body::Empty("No raises in percent to draw.".to_owned())
    } else {
        Body::Chart(Chart {
            x,
            y,
            series,
            shades: Vec::new(),
            rules: day_rules(case),
            labels,
        })
    };
    let own = case.shown.iter().flat_map(beside).collect();
    Draft {
        headline: headline(case, Named::Headline),
        subtitle: case.subtitle("Raises at the day they take effect, percent"),
        body,
        notes: notes(case, Basis::Terms, own),
        alt: alt(case),
        data: data(case),
    }
}

/// The raises drawn: those in percent, for everyone or for some.
fn heads<'s>(shown: &Shown<'s>) -> impl Iterator<Item = &'s RaiseFigures> + use<'s> {
    let raises = shown.figures().raises.iter();
    raises.filter(|raise| is_head(raise))
}

fn is_head(raise: &RaiseFigures) -> bool {
    raise.kind == ClauseKind::Percent && raise.percent.is_some()
}

fn stems(shown: &Shown<'_>) -> Series {
    let samples: Vec<Sample> = heads(shown)
        .filter_map(|raise| Some((raise.takes_effect, raise.percent?)))
        .collect();
    series(shown, Mark::Stem, &samples)
}

fn headline(case: &Case<'_>, named: Named) -> String {
    let sum = |shown: &Shown<'_>| shown.figures().simple_sum.map(text::percent_close);
    let some = |shown: &Shown<'_>| {
        let scoped = shown.figures().simple_sum_scoped;
        scoped.is_none_or(|sum| !sum.is_zero())
    };
    let whose = if case.spoken_of().any(some) {
        "Raises for everyone"
    } else {
        "Raises"
    };
    match say::under(case, named, sum) {
        Some(sums) => format!("{whose} sum to {sums}"),
        None if case.shown.is_empty() => "No offers yet".to_owned(),
        None => "What the raises sum to is not known".to_owned(),
    }
}

/// What an offer gives besides raises in percent, and which raises are for some only.
fn beside(shown: &Shown<'_>) -> Vec<String> {
    let (mut others, mut scoped) = (Vec::new(), Vec::new());
    for raise in &shown.figures().raises {
        let day = text::day(raise.takes_effect);
        let for_whom = if raise.scope == EVERYONE {
            String::new()
        } else {
            match cut(&one_line(&raise.scope), 60).as_str() {
                "" => " for some".to_owned(),
                scope => format!(" for {scope} only"),
            }
        };
        match raise.percent.filter(|_| is_head(raise)) {
            None => others.push(format!("{}{for_whom}, {day}", close(&raise.terms))),
            Some(_) if for_whom.is_empty() => {}
            Some(percent) => {
                scoped.push(format!(
                    "{} of {day}{for_whom}",
                    text::percent_close(percent)
                ));
            }
        }
    }
    let name = &shown.names.headline;
    let mut notes = Vec::new();
    if heads(shown).next().is_none() {
        notes.push(format!("{name} holds no raises in percent."));
    }
    if !others.is_empty() {
        notes.push(format!("{name} also: {}.", others.join("; ")));
    }
    if !scoped.is_empty() {
        notes.push(format!("{name}: {}.", scoped.join("; ")));
    }
    notes
}

/// Terms with their percents set close, as everywhere in the figure.
fn close(terms: &str) -> String {
    terms.replace(" %", "%")
}

fn alt(case: &Case<'_>) -> Vec<String> {
    let mut sentences = vec![
        format!("Raises on a timeline, {}.", case.period()),
        format!("{}.", headline(case, Named::Full)),
    ];
    let each: Vec<String> = case
        .shown
        .iter()
        .map(|shown| {
            let raises: Vec<String> = heads(shown)
                .filter_map(|raise| {
                    let percent = text::percent_close(raise.percent?);
                    Some(format!("{percent} on {}", text::day(raise.takes_effect)))
                })
                .collect();
            let name = &shown.names.full;
            if raises.is_empty() {
                format!("{name}: no raises in percent")
            } else {
                format!("{name}: {}", say::first_of(raises, MOST_TOLD))
            }
        })
        .collect();
    if !each.is_empty() {
        sentences.push(format!("{}.", each.join("; ")));
    }
    sentences
}

fn data(case: &Case<'_>) -> Data {
    let rows = case.shown.iter().flat_map(|shown| {
        let raises = shown.figures().raises.iter();
        raises.map(|raise| row(shown, raise))
    });
    Data {
        columns: [
            "offer",
            "takes effect",
            "dated",
            "kind",
            "raise, percent",
            "terms",
            "applies to",
        ]
        .map(str::to_owned)
        .to_vec(),
        rows: rows.collect(),
    }
}

fn row(shown: &Shown<'_>, raise: &RaiseFigures) -> Vec<Cell> {
    let clause = shown.offer.clauses.get(raise.clause);
    let kind = clause.map_or("", |clause| kind_in_words(&clause.terms));
    let day = |day: Date| Cell::Day(day);
    let percent = raise.percent.filter(|_| is_head(raise));
    vec![
        Cell::Text(shown.names.full.clone()),
        day(raise.takes_effect),
        day(raise.date),
        Cell::Text(kind.to_owned()),
        percent.map_or(Cell::Nothing, Cell::Percent),
        Cell::Text(raise.terms.clone()),
        Cell::Text(one_line(&raise.scope)),
    ]
}
