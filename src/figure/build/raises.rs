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
        let scale = money.scale_of_all(values(&series));
        Body::Chart(Chart {
            x: time_axis(case, days.map(|raise| raise.takes_effect)),
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

/// The clause worth most: `the Oct 2025 raise adds about $3.0B under the union’s counter`; a cut saves.
fn headline(case: &Case<'_>, named: Named) -> String {
    let words = |shown: &Shown<'_>| {
        let (raise, worth) = worth_most(shown)?;
        let size = case.money.told(worth)?;
        let (kind, verb) = match (kind(shown, raise), worth.is_sign_negative()) {
            ("raise", true) => ("cut", "saves"),
            (kind, true) => (kind, "saves"),
            (kind, false) => (kind, "adds"),
        };
        let month = text::month_year(raise.takes_effect);
        Some((worth.abs(), format!("the {month} {kind} {verb} {size}")))
    };
    let told: Vec<(&Shown<'_>, Decimal, String)> = case
        .spoken_of()
        .filter_map(|shown| words(shown).map(|(size, said)| (shown, size, said)))
        .collect();
    let Some((shown, _, said)) = told.iter().max_by_key(|(_, size, _)| *size) else {
        return say::cost(case, named);
    };
    let alike = told.iter().all(|(_, _, other)| other == said);
    if told.len() == 2 && case.spoken_of().count() == 2 && alike {
        return format!("{said} under both");
    }
    format!("{said} under {}", shown.name(named))
}

/// The clause of an offer that is worth most, either way.
fn worth_most<'s>(shown: &Shown<'s>) -> Option<(&'s RaiseFigures, Decimal)> {
    let worths = in_term(shown).filter_map(|raise| Some((raise, raise.worth?)));
    worths.max_by_key(|(_, worth)| worth.abs())
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
