//! The offers each side has passed, as steps over the days they were passed, told in cost.

use rust_decimal::Decimal;

use super::Draft;
use super::case::Case;
use super::notes::{Basis, notes};
use super::parts::{at, end_labels, values};
use super::phrases;
use crate::costing::report::OfferFigures;
use crate::explore::history::{Move, Told, history};
use crate::figure::{Body, Cell, Chart, Data, Mark, Note, Role, Series};
use crate::figure::{passed, ticks};
use crate::scenario::{OfferId, Party};
use crate::units::{Date, text};

/// The most moves told in the alternative text.
const MOST_TOLD: usize = 8;

pub fn draft(case: &Case<'_>) -> Draft {
    let moves = moves(case);
    let sides = [
        (Party::Employer, "Employer"),
        (Party::Union, "Union"),
        (Party::Neutral, "Neutral"),
    ];
    let days = moves.iter().map(|one| one.on.on);
    let (first, last) = (days.clone().min(), days.max());
    // A little beyond the last move, so that its step has a length to be seen by.
    let end = first
        .zip(last)
        .map(|(first, last)| last.plus_days(first.days_until(last) / 20 + 1));
    let series: Vec<Series> = sides
        .into_iter()
        .map(|(side, name)| Series {
            name: name.to_owned(),
            role: role_of_side(case, side),
            mark: Mark::Steps,
            points: points(&moves, side, end),
            muted: false,
            half: Vec::new(),
        })
        .filter(|series| !series.points.is_empty())
        .collect();
    let scale = case.money.scale_of_all(values(&series));
    let body = match (first, end) {
        (Some(first), Some(end)) if moves.len() > 1 && !series.is_empty() => Body::Chart(Chart {
            x: ticks::dates(first, end),
            y: case.money.axis_in(scale, false, values(&series)),
            labels: end_labels(&series, |value| case.money.alike(value, scale)),
            shades: Vec::new(),
            rules: Vec::new(),
            series: with_heads(case, &moves, series),
        }),
        _ => Body::Empty("There are no two offers passed whose cost is known.".to_owned()),
    };
    Draft {
        headline: headline(case, &moves),
        subtitle: subtitle(case, first.zip(last)),
        body,
        notes: notes(case, Basis::Cost, own_notes(case, &moves)),
        alt: alt(case, &moves),
        data: data(case, &moves),
    }
}

/// Axes of days name no year: it stands here.
fn subtitle(case: &Case<'_>, passed: Option<(Date, Date)>) -> String {
    let (unit, population) = (case.money.unit(), case.population());
    let when = passed.map_or_else(String::new, |(first, last)| {
        format!(", {} \u{2013} {}", text::day(first), text::day(last))
    });
    format!("Cost over the term of each side\u{2019}s offers as passed, {unit}, {population}{when}")
}

/// A side looks as its offer does in the other figures: as A or as B, where the two are of different sides.
/// The sides without an offer there take what is left.
fn role_of_side(case: &Case<'_>, side: Party) -> Role {
    let of = |id: Option<&OfferId>| Some(case.scenario.offer(id?)?.side);
    let (a, b) = (of(case.scenario.a.as_ref()), of(case.scenario.b.as_ref()));
    let given = if a == b { [None, None] } else { [a, b] };
    let sides = [Party::Employer, Party::Union, Party::Neutral];
    let mut left = sides.into_iter().filter(|one| !given.contains(&Some(*one)));
    let own =
        |given: Option<Party>, left: &mut dyn Iterator<Item = Party>| given.or_else(|| left.next());
    let (as_a, as_b) = (own(given[0], &mut left), own(given[1], &mut left));
    match Some(side) {
        one if one == as_a => Role::A,
        one if one == as_b => Role::B,
        _ => Role::Other,
    }
}

/// The steps, and a head on each day an offer was passed.
fn with_heads(case: &Case<'_>, moves: &[Move], steps: Vec<Series>) -> Vec<Series> {
    let heads = [Party::Employer, Party::Union, Party::Neutral].map(|side| Series {
        // The label at its end names the side.
        name: String::new(),
        role: role_of_side(case, side),
        mark: Mark::Dot,
        points: points(moves, side, None),
        muted: false,
        half: Vec::new(),
    });
    let heads = heads.into_iter().filter(|one| !one.points.is_empty());
    steps.into_iter().chain(heads).collect()
}

fn moves(case: &Case<'_>) -> Vec<Move> {
    let results = case.results.offers.iter();
    let figures: Vec<OfferFigures> = results.map(|one| (*one.figures).clone()).collect();
    history(case.scenario, &figures, Told::Cost)
}

/// A side's offers in their order; its last holds to the end of the axis.
fn points(
    moves: &[Move],
    side: Party,
    last: Option<crate::units::Date>,
) -> Vec<crate::figure::Point> {
    let own = moves.iter().filter(|one| one.side == side);
    let mut points: Vec<crate::figure::Point> = own
        .filter_map(|one| Some(at(one.on.on, one.figure?)))
        .collect();
    if let (Some(end), Some(last)) = (points.last().copied(), last) {
        let held = at(last, end.y);
        if held.x > end.x {
            points.push(held);
        }
    }
    points
}

/// What is left between the sides: `about $960M remains between the sides`.
fn headline(case: &Case<'_>, moves: &[Move]) -> String {
    let distance = moves.last().and_then(|last| last.distance);
    match distance.map(|distance| case.money.told(distance)) {
        Some(Some(size)) => format!("{size} remains between the sides after the last move"),
        Some(None) => "nothing remains between the sides after the last move".to_owned(),
        None if moves.is_empty() => "no offers passed yet".to_owned(),
        None => "what remains between the sides is not known".to_owned(),
    }
}

fn own_notes(case: &Case<'_>, moves: &[Move]) -> Vec<Note> {
    let mut notes = vec![Note::plain(
        "A move follows another in time; neither is said to answer it.",
    )];
    let doubts = passed::in_doubt(case.scenario, moves);
    notes.extend(doubts.into_iter().map(Note::plain));
    notes
}

fn name_of(case: &Case<'_>, one: &Move) -> String {
    let offer = case.scenario.offer(&one.offer);
    offer.map_or_else(String::new, |offer| super::names::one_line(&offer.name))
}

fn alt(case: &Case<'_>, moves: &[Move]) -> Vec<String> {
    let each: Vec<String> = moves
        .iter()
        .filter_map(|one| {
            let cost = case.money.short(one.figure?);
            Some(format!(
                "{}, {}: {cost}",
                text::day(one.on.on),
                name_of(case, one)
            ))
        })
        .collect();
    let mut sentences = vec![
        "Steps of what the offers passed by each side cost.".to_owned(),
        format!("{}.", headline(case, moves)),
    ];
    if !each.is_empty() {
        sentences.push(format!(
            "The moves \u{2013} {}.",
            phrases::first_of(each, MOST_TOLD)
        ));
    }
    sentences
}

fn data(case: &Case<'_>, moves: &[Move]) -> Data {
    let dollars = |value: Option<Decimal>| value.map_or(Cell::Nothing, Cell::Dollars);
    let rows = moves.iter().map(|one| {
        let side = match one.side {
            Party::Union => "Union",
            Party::Employer => "Employer",
            Party::Neutral => "Neutral",
        };
        vec![
            Cell::Day(one.on.on),
            Cell::Text(side.to_owned()),
            Cell::Text(name_of(case, one)),
            dollars(one.figure),
            dollars(one.conceded),
            dollars(one.distance),
        ]
    });
    let unit = case.money.unit();
    Data {
        columns: vec![
            "passed".to_owned(),
            "side".to_owned(),
            "offer".to_owned(),
            format!("cost, {unit}"),
            format!("change from the side\u{2019}s offer before, {unit}"),
            format!("distance, {unit}"),
        ],
        rows: rows.collect(),
    }
}
