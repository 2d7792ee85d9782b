//! Offers on the timeline: everything that changes rates as a stem at the day it takes effect, what
//! pays dollars beside rates told beneath.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named, Shown};
use super::notes::{Basis, notes};
use super::parts::{MOST_LABELLED, day_rules, roomy, series, time_axis, values};
use super::phrases;
use super::say;
use super::whom::scope_in_words;
use crate::costing::curves::Sample;
use crate::costing::report::RaiseFigures;
use crate::figure::heads::{Head, heads};
use crate::figure::ticks::{self, Measure};
use crate::figure::{Body, Cell, Chart, Data, Label, Mark, Note, Role, Series, Side};
use crate::scenario::ClauseKind;
use crate::units::{Date, HouseStyle, text};

/// The most raises of an offer told in the alternative text.
const MOST_TOLD: usize = 8;

pub fn draft(case: &Case<'_>) -> Draft {
    let drawn: Vec<(Series, Vec<Head>)> = case
        .drawn()
        .into_iter()
        .map(|shown| {
            let heads = heads_of(case, shown);
            (stems(shown, &heads), heads)
        })
        .filter(|(_, heads)| !heads.is_empty())
        .collect();
    let days: Vec<Date> = drawn
        .iter()
        .flat_map(|(_, heads)| heads.iter().map(|head| head.day))
        .collect();
    let mut labels = Vec::new();
    for (number, (series, heads)) in drawn.iter().enumerate() {
        for (point, head) in series.points.iter().zip(heads) {
            labels.push(Label {
                series: number,
                at: *point,
                text: head.label.clone(),
                side: Side::Beside,
            });
        }
    }
    // Among many heads those of A and B are told; the others are there to be seen beside them.
    if labels.len() > MOST_LABELLED {
        labels.retain(|label: &Label| {
            let of = drawn.get(label.series);
            of.is_some_and(|(series, _)| matches!(series.role, Role::A | Role::B))
        });
    }
    let in_percent = drawn
        .iter()
        .all(|(_, heads)| heads.iter().all(|head| head.own_percent));
    let series: Vec<Series> = drawn.into_iter().map(|(series, _)| series).collect();
    let body = if labels.is_empty() {
        Body::Empty("No raises to draw.".to_owned())
    } else {
        Body::Chart(Chart {
            x: time_axis(case, days),
            y: ticks::values(Measure::Percent, true, roomy(values(&series))),
            series,
            shades: Vec::new(),
            rules: day_rules(case),
            labels,
        })
    };
    let own = case.shown.iter().flat_map(|shown| beside(case, shown));
    let height = (!in_percent).then(|| {
        Note::shortened(
            "Terms that aren\u{2019}t a percent stand at what they add to the whole payroll that day.",
            "Other terms stand at what they add to payroll.",
        )
    });
    Draft {
        headline: headline(case, Named::Headline),
        subtitle: case.subtitle("Raises at the day they take effect, percent"),
        body,
        notes: notes(case, Basis::Terms, own.chain(height).collect()),
        alt: alt(case),
        data: data(case),
    }
}

/// What of an offer changes rates, as it is drawn.
fn heads_of(case: &Case<'_>, shown: &Shown<'_>) -> Vec<Head> {
    let paid = case.scenario.paid_in();
    let level = &shown.results.curves.level;
    heads(shown.offer, shown.figures(), level, paid)
}

fn stems(shown: &Shown<'_>, heads: &[Head]) -> Series {
    let samples: Vec<Sample> = heads.iter().map(|head| (head.day, head.percent)).collect();
    let scoped = heads.iter().enumerate().filter(|(_, head)| head.scoped);
    Series {
        half: scoped.map(|(at, _)| at).collect(),
        ..series(shown, Mark::Stem, &samples)
    }
}

fn headline(case: &Case<'_>, named: Named) -> String {
    if let Some(points) = case.pair().and_then(|pair| say::points(case, &pair, named)) {
        return points;
    }
    // Sums that leave dollars out say nothing against others: what wages end at does.
    let in_dollars = |shown: &Shown<'_>| {
        let figures = shown.figures();
        let is_partial = figures.simple_sum.is_none() || figures.simple_sum_is_partial;
        is_partial || !say::whose([shown.offer]).is_empty()
    };
    if case.spoken_of().any(in_dollars)
        && let Some(compounded) = compounded(case, named)
    {
        return compounded;
    }
    // Raises for some only have no percent anybody gets.
    let for_some = |shown: &Shown<'_>| {
        let sum = shown.figures().simple_sum;
        sum.is_some_and(|sum| sum.is_zero()) && heads_of(case, shown).iter().any(|head| head.scoped)
    };
    let (mut spoken, sum) = (case.spoken_of(), |shown: &Shown<'_>| {
        let whom = say::whose([shown.offer]);
        let sum = shown.figures().simple_sum?;
        Some(format!("{}{whom}", text::percent_close(sum)))
    });
    if let (Some(one), None) = (spoken.next(), spoken.next())
        && for_some(one)
    {
        return format!("{} raises pay for some only", one.name(named));
    }
    match say::under(case, named, sum) {
        Some(sums) => format!("raises add up to {sums}"),
        None if case.shown.is_empty() => "no offers yet".to_owned(),
        None => "what the raises add up to is not known".to_owned(),
    }
}

/// By how much more wages rise under B, or by how much under each; `None` where it isn't known.
fn compounded(case: &Case<'_>, named: Named) -> Option<String> {
    if let Some(pair) = case.pair() {
        return say::compounded(case, &pair, named);
    }
    let mut spoken = case.spoken_of();
    let (one, none) = (spoken.next()?, spoken.next());
    let percent = one.figures().compounded.filter(|_| none.is_none())?;
    let size = text::percent_at_most(percent, 2);
    Some(format!(
        "{} raises pay by {size}, compounded",
        one.name(named)
    ))
}

/// What an offer gives besides what is drawn, and which of that is for some only.
fn beside(case: &Case<'_>, shown: &Shown<'_>) -> Vec<Note> {
    let heads = heads_of(case, shown);
    let (mut others, mut scoped) = (Vec::new(), Vec::new());
    for raise in &shown.figures().raises {
        let day = text::day(raise.takes_effect);
        let scope = scope_of(case, shown, raise);
        let for_whom = scope.map_or_else(String::new, |scope| format!(" for {scope} only"));
        match heads.iter().find(|head| head.clause == raise.clause) {
            None => others.push(format!("{}{for_whom}, {day}", terms_of(case, shown, raise))),
            Some(_) if for_whom.is_empty() => {}
            Some(head) => {
                let words = short_of(case, shown, raise, head);
                scoped.push(format!("{words} of {day}{for_whom}"));
            }
        }
    }
    let name = phrases::capitalized(&shown.names.headline);
    let counted = |count: usize, what: &str| phrases::counted(Decimal::from(count), what);
    let mut notes = Vec::new();
    if heads.is_empty() {
        notes.push(Note::plain(format!("{name} holds no raises to draw.")));
    }
    if !others.is_empty() {
        let short = format!("{name} also has {}.", counted(others.len(), "other term"));
        let full = format!("{name} also: {}.", phrases::first_of(others, MOST_TOLD));
        notes.push(Note::shortened(full, short));
    }
    if !scoped.is_empty() {
        let short = format!("{name}: {} for some only.", counted(scoped.len(), "raise"));
        let full = format!("{name}: {}.", phrases::first_of(scoped, MOST_TOLD));
        notes.push(Note::shortened(full, short));
    }
    notes
}

/// What a raise is in short, all its parts together.
fn short_of(case: &Case<'_>, shown: &Shown<'_>, raise: &RaiseFigures, head: &Head) -> String {
    let clause = shown.offer.clauses.get(raise.clause);
    match clause {
        Some(clause) if !head.own_percent => clause.terms.in_short(case.scenario.paid_in()),
        _ => head.label.clone(),
    }
}

/// Whom a raise is for, in words; nothing for everyone.
fn scope_of(case: &Case<'_>, shown: &Shown<'_>, raise: &RaiseFigures) -> Option<String> {
    let clause = shown.offer.clauses.get(raise.clause)?;
    scope_in_words(case.scenario, &clause.scope)
}

/// A clause in words, its percents set close, as everywhere in the figure.
fn terms_of(case: &Case<'_>, shown: &Shown<'_>, raise: &RaiseFigures) -> String {
    let paid = case.scenario.paid_in();
    let clause = shown.offer.clauses.get(raise.clause);
    clause.map_or_else(String::new, |clause| {
        clause.terms.in_words(paid, HouseStyle::Print)
    })
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
            let raises: Vec<String> = heads_of(case, shown)
                .iter()
                .map(|head| format!("{} on {}", head.label, text::day(head.day)))
                .collect();
            let name = &shown.names.full;
            if raises.is_empty() {
                format!("{name}: no raises")
            } else {
                format!("{name}: {}", phrases::first_of(raises, MOST_TOLD))
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
        raises.map(|raise| row(case, shown, raise))
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

fn row(case: &Case<'_>, shown: &Shown<'_>, raise: &RaiseFigures) -> Vec<Cell> {
    let clause = shown.offer.clauses.get(raise.clause);
    let kind = clause.map_or("", |clause| clause.terms.kind().called());
    let day = |day: Date| Cell::Day(day);
    let own = clause.is_some_and(|clause| clause.terms.kind() == ClauseKind::Percent);
    let percent = raise.percent.filter(|_| own);
    let scope = scope_of(case, shown, raise);
    let paid = case.scenario.paid_in();
    vec![
        Cell::Text(shown.names.full.clone()),
        day(raise.takes_effect),
        day(raise.date),
        Cell::Text(kind.to_owned()),
        percent.map_or(Cell::Nothing, Cell::Percent),
        Cell::Text(clause.map_or_else(String::new, |clause| {
            clause.terms.in_words(paid, HouseStyle::File)
        })),
        Cell::Text(scope.unwrap_or_else(|| "everyone".to_owned())),
    ]
}
