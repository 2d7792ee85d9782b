//! Worth of each raise at its date.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named, Shown};
use super::missing::{missing, not_drawn};
use super::notes::{Basis, notes};
use super::parts::{few_head_labels, roomy, series, time_axis, values};
use super::phrases;
use super::say;
use super::whom::scope_in_words;
use crate::costing::curves::Sample;
use crate::costing::report::RaiseFigures;
use crate::figure::alike::unit_of_all;
use crate::figure::{Body, Cell, Chart, Data, Mark, Note, Series};
use crate::scenario::ClauseKind;
use crate::units::{HouseStyle, text};

/// The most heads of which every one is drawn, however low.
const MOST_HEADS: usize = 14;
/// The most raises of an offer told in the alternative text.
const MOST_TOLD: usize = 8;

pub fn draft(case: &Case<'_>) -> Draft {
    let money = case.money;
    let least = least_drawn(case);
    let series: Vec<Series> = case
        .drawn()
        .into_iter()
        .map(|shown| stems(shown, least))
        .filter(|series| !series.points.is_empty())
        .collect();
    let body = if series.is_empty() {
        Body::Empty(empty(case, "What raises are worth"))
    } else {
        let days = case.shown.iter().flat_map(|shown| in_term(shown));
        let unit = unit_of_all(values(&series));
        Body::Chart(Chart {
            x: time_axis(case, days.map(|raise| raise.takes_effect)),
            y: money.axis_in(unit, true, roomy(values(&series))),
            labels: few_head_labels(&series, |value| money.alike(value, unit)),
            series,
            shades: Vec::new(),
            rules: Vec::new(),
        })
    };
    Draft {
        headline: headline(case, Named::Headline),
        subtitle: case.subtitle(&format!(
            "Worth of each raise over the term, {}",
            money.unit()
        )),
        body,
        notes: notes(case, Basis::Cost, own_notes(case, least)),
        alt: alt(case),
        data: data(case),
    }
}

/// Why no raise is drawn.
pub fn empty(case: &Case<'_>, what: &str) -> String {
    if missing(case).is_empty() {
        "No raises to draw.".to_owned()
    } else {
        not_drawn(case, what)
    }
}

/// The clauses that take effect before the last day is over; later ones are worth nothing.
pub fn in_term<'s>(shown: &Shown<'s>) -> impl Iterator<Item = &'s RaiseFigures> + use<'s> {
    let last = shown.results.curves.cost.last().map(|(day, _)| *day);
    let raises = shown.figures().raises.iter();
    raises.filter(move |raise| last.is_none_or(|last| raise.takes_effect < last))
}

/// The worth below which a term has no head of its own: where there are many, a fiftieth of the largest. Nearer to zero
/// heads would lie on the axis and on one another.
fn least_drawn(case: &Case<'_>) -> Decimal {
    let worths = case.shown.iter().flat_map(worths).map(|worth| worth.abs());
    let worths: Vec<Decimal> = worths.collect();
    if worths.len() <= MOST_HEADS {
        return Decimal::ZERO;
    }
    let most = worths.into_iter().max().unwrap_or_default();
    most.checked_div(Decimal::from(50)).unwrap_or_default()
}

fn worths(shown: &Shown<'_>) -> impl Iterator<Item = Decimal> {
    in_term(shown).filter_map(|raise| raise.worth)
}

fn stems(shown: &Shown<'_>, least: Decimal) -> Series {
    let samples: Vec<Sample> = in_term(shown)
        .filter_map(|raise| Some((raise.takes_effect, raise.worth?)))
        .filter(|(_, worth)| worth.abs() >= least)
        .collect();
    series(shown, Mark::Stem, &samples)
}

/// The clause worth most: `Oct 2025 alone is worth about $3.1B under the union’s counter`.
fn headline(case: &Case<'_>, named: Named) -> String {
    let all = case.spoken_of().flat_map(|shown| {
        in_term(shown).filter_map(move |raise| Some((shown, raise, raise.worth?)))
    });
    let most = all.max_by_key(|(_, _, worth)| worth.abs());
    let told = most.and_then(|(shown, raise, worth)| {
        let worth = case.money.told(worth).map(|size| {
            let minus = if worth.is_sign_negative() {
                "\u{2212}"
            } else {
                ""
            };
            format!("{minus}{size}")
        })?;
        Some((shown, raise, worth))
    });
    match told {
        Some((shown, raise, worth)) => format!(
            "the {} of {} is worth {worth} under {}",
            kind(shown, raise),
            text::month_year(raise.takes_effect),
            shown.name(named),
        ),
        None => say::cost(case, named),
    }
}

/// What a clause is called in short: whatever raises pay for good is a raise.
fn kind(shown: &Shown<'_>, raise: &RaiseFigures) -> &'static str {
    let clause = shown.offer.clauses.get(raise.clause);
    clause.map_or("raise", |clause| match clause.terms.kind() {
        ClauseKind::PerHour | ClauseKind::PerYear | ClauseKind::GreaterOf => "raise",
        kind => kind.called(),
    })
}

fn own_notes(case: &Case<'_>, least: Decimal) -> Vec<Note> {
    let mut notes = vec![Note::plain(
        "Worth: what a raise adds to the cost of those before it.",
    )];
    let small = case.shown.iter().flat_map(worths).map(|worth| worth.abs());
    let small: Vec<Decimal> = small.filter(|worth| *worth < least).collect();
    if let Some(most) = small.iter().max() {
        let count = phrases::counted(Decimal::from(small.len()), "term");
        let (are, each) = if small.len() == 1 {
            ("is", "")
        } else {
            ("are", " each")
        };
        notes.push(Note::shortened(
            format!(
                "{count} worth at most {}{each} {are} not drawn.",
                case.money.amount(*most)
            ),
            format!("{count} not drawn."),
        ));
    }
    notes
}

fn alt(case: &Case<'_>) -> Vec<String> {
    let each: Vec<String> = case
        .shown
        .iter()
        .filter_map(|shown| {
            let worths: Vec<String> = in_term(shown)
                .filter_map(|raise| {
                    let worth = case.money.brief(raise.worth?);
                    Some(format!("{worth} on {}", text::day(raise.takes_effect)))
                })
                .collect();
            let name = &shown.names.full;
            (!worths.is_empty())
                .then(|| format!("{name}: {}", phrases::first_of(worths, MOST_TOLD)))
        })
        .collect();
    let drawn = format!(
        "What each raise is worth over the term, as stems, {}.",
        case.period()
    );
    let headline = headline(case, Named::Full);
    phrases::alternative(drawn, &headline, ("Worth of the raises", &each))
}

fn data(case: &Case<'_>) -> Data {
    let paid = case.scenario.paid_in();
    let rows = case.shown.iter().flat_map(|shown| {
        let raises = shown.figures().raises.iter();
        raises.filter_map(|raise| {
            let dollars = |value: Option<Decimal>| value.map_or(Cell::Nothing, Cell::Dollars);
            let clause = shown.offer.clauses.get(raise.clause)?;
            let scope = scope_in_words(case.scenario, &clause.scope);
            Some(vec![
                Cell::Text(shown.names.full.clone()),
                Cell::Day(raise.takes_effect),
                Cell::Text(clause.terms.in_words(paid, HouseStyle::File)),
                Cell::Text(scope.unwrap_or_else(|| "everyone".to_owned())),
                dollars(raise.worth),
            ])
        })
    });
    Data {
        columns: vec![
            "offer".to_owned(),
            "takes effect".to_owned(),
            "terms".to_owned(),
            "applies to".to_owned(),
            format!("worth, {}", case.money.unit()),
        ],
        rows: rows.collect(),
    }
}
