//! Cost of delay: what ratifying late without retroactive pay takes from pay, by day.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named, Shown};
use super::missing::not_drawn;
use super::notes::{Basis, notes};
use super::parts::{end_labels, scale_of_ends, series, values};
use super::phrases;
use super::say;
use crate::costing::curves::Sample;
use crate::costing::delay::{DelayByDay, delays_by_day};
use crate::figure::ticks;
use crate::figure::{Body, Cell, Chart, Data, Mark, Note, Series};
use crate::units::{Date, text};

/// The offers of the chart, each with what it loses by day; no day where it can't be costed.
type Delays<'c, 'a> = Vec<(&'c Shown<'a>, DelayByDay)>;

fn delays<'c, 'a>(case: &'c Case<'a>) -> Delays<'c, 'a> {
    let shown = || case.shown.iter();
    let offers = shown().map(|shown| shown.offer);
    // A scenario that can't be costed has said so before any chart of it is drawn.
    let by_day = delays_by_day(case.scenario, offers)
        .unwrap_or_else(|_| shown().map(|_| DelayByDay::default()).collect());
    shown().zip(by_day).collect()
}

fn of<'d>(delays: &'d Delays<'_, '_>, shown: &Shown<'_>) -> &'d [Sample] {
    let own = delays
        .iter()
        .find(|(own, _)| own.offer.id == shown.offer.id);
    own.map_or(&[], |(_, delay)| &delay.curve)
}

pub fn draft(case: &Case<'_>) -> Draft {
    let delays = delays(case);
    let series: Vec<Series> = case
        .drawn()
        .into_iter()
        .map(|shown| series(shown, Mark::Line, of(&delays, shown)))
        .filter(|series| !series.points.is_empty())
        .collect();
    let body = if series.is_empty() {
        Body::Empty(not_drawn(case, "The cost of delay"))
    } else if values(&series).all(|value| value.is_zero()) {
        Body::Empty("A later ratification takes nothing from pay.".to_owned())
    } else {
        let scale = scale_of_ends(case.money, &series);
        Body::Chart(Chart {
            x: ticks::dates(case.first(), last_ratified(case, &delays)),
            y: case.money.axis_in(scale, true, values(&series)),
            labels: end_labels(&series, |value| case.money.alike(value, scale)),
            shades: Vec::new(),
            rules: Vec::new(),
            series,
        })
    };
    Draft {
        headline: headline(case, &delays, Named::Headline),
        subtitle: case
            .subtitle(&format!(
                "Pay not earned by day of ratification, without retroactive pay, {} per full-time employee",
                case.money.unit()
            )),
        body,
        notes: notes(case, Basis::Delay, own_notes()),
        alt: alt(case, &delays),
        data: data(case, &delays),
    }
}

fn last(delays: &Delays<'_, '_>, shown: &Shown<'_>) -> Option<Sample> {
    of(delays, shown).last().copied()
}

fn last_ratified(case: &Case<'_>, delays: &Delays<'_, '_>) -> Date {
    let ends = delays.iter().filter_map(|(_, delay)| delay.curve.last());
    let days = ends.map(|(day, _)| *day);
    days.max().unwrap_or_else(|| case.end())
}

/// The most that is lost by the last day drawn: `delay to Sep 2026 costs an employee up to about $11,000`. Where a
/// delay saves pay under one offer, B speaks.
fn headline(case: &Case<'_>, delays: &Delays<'_, '_>, named: Named) -> String {
    let lost = |shown: &Shown<'_>| Some(last(delays, shown)?.1);
    let day = last_ratified(case, delays);
    let start = if day.day() == 1 {
        format!("delay to {}", text::month_year(day))
    } else {
        format!("delay to {}", text::day(day))
    };
    let known: Vec<Decimal> = case.spoken_of().filter_map(lost).collect();
    let all_known = known.len() == case.spoken_of().count();
    if all_known && !known.is_empty() && known.iter().all(|lost| case.money.size(*lost).is_none()) {
        return format!("{start} costs an employee nothing");
    }
    if let Some(most) = the_most(case, delays) {
        return format!("{start} costs an employee {most}");
    }
    // Less pay is what late ratification costs; a cut that comes later means more.
    let told = |shown: &Shown<'_>| {
        let lost = lost(shown)?;
        let verb = if lost.is_sign_negative() {
            "saves an employee"
        } else {
            "costs an employee"
        };
        let size = case.money.told(lost);
        Some(size.map_or_else(
            || "costs an employee nothing".to_owned(),
            |size| format!("{verb} {size}"),
        ))
    };
    let of_b = case.pair().and_then(|pair| {
        let name = pair.b.name(named);
        Some(format!("{} under {name}", told(pair.b)?))
    });
    match of_b.or_else(|| say::under(case, named, told)) {
        Some(each) => format!("{start} {each}"),
        None if case.shown.is_empty() => "no offers yet".to_owned(),
        None => "what a later ratification takes from pay is not known".to_owned(),
    }
}

/// `about $11,000 under both`, `up to about $11,000`: what employees lose under several offers all of which cost them
/// pay; `None` where one saves them some, or isn't known.
fn the_most(case: &Case<'_>, delays: &Delays<'_, '_>) -> Option<String> {
    let lost: Option<Vec<Decimal>> = case
        .shown
        .iter()
        .map(|shown| Some(last(delays, shown)?.1))
        .collect();
    let lost = lost.filter(|lost| lost.len() > 1)?;
    let (least, most) = (lost.iter().min()?, lost.iter().max()?);
    if least.is_sign_negative() {
        return None;
    }
    let size = case.money.told(*most)?;
    let same = case.money.told(*least).as_ref() == Some(&size);
    Some(match (same, lost.len()) {
        (true, 2) => format!("{size} under both"),
        (true, _) => format!("{size} under all"),
        (false, _) => format!("up to {size}"),
    })
}

fn own_notes() -> Vec<Note> {
    vec![Note::shortened(
        "On time means by the first day of the term; every offer is taken without retroactive pay here.",
        "Every offer is taken without retroactive pay.",
    )]
}

fn alt(case: &Case<'_>, delays: &Delays<'_, '_>) -> Vec<String> {
    let each: Vec<String> = case
        .shown
        .iter()
        .filter_map(|shown| {
            let lost = case.money.amount(last(delays, shown)?.1);
            Some(format!("{lost} under {}", shown.names.full))
        })
        .collect();
    let mut sentences = vec![
        "Line chart of the pay a full-time employee does not earn, by the day of ratification, without retroactive pay."
            .to_owned(),
        format!("{}.", headline(case, delays, Named::Full)),
    ];
    if !each.is_empty() {
        sentences.push(format!(
            "Ratified {}, the pay not earned is {}.",
            text::day(last_ratified(case, delays)),
            phrases::listed(&each)
        ));
    }
    sentences
}

/// The days of the curve: between two of them what is lost grows evenly.
fn data(case: &Case<'_>, delays: &Delays<'_, '_>) -> Data {
    let dollars = |value: Option<Decimal>| value.map_or(Cell::Nothing, Cell::Dollars);
    let fte = case.results.fte;
    let rows = delays.iter().flat_map(|(shown, delay)| {
        delay.curve.iter().map(move |(day, each)| {
            let told = delay.listed.iter().find(|late| late.ratified == *day);
            let all = match told {
                Some(told) => told.lost,
                None => fte.and_then(|fte| each.checked_mul(fte)),
            };
            vec![
                Cell::Text(shown.names.full.clone()),
                Cell::Day(*day),
                Cell::Dollars(*each),
                dollars(all),
            ]
        })
    });
    Data {
        columns: vec![
            "offer".to_owned(),
            "ratified".to_owned(),
            format!("not earned per full-time employee, {}", case.money.unit()),
            format!("not earned by all, {}", case.money.unit()),
        ],
        rows: rows.collect(),
    }
}
