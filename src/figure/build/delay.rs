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
use crate::costing::report::DelayFigures;
use crate::figure::ticks;
use crate::figure::{Body, Cell, Chart, Data, Mark, Note, Series};
use crate::scenario::{Clause, ClauseTerms, LumpTiming, Offer};
use crate::units::{Date, text};

/// The most words of a headline that says of pay without back pay when and under which offer.
const MOST_WORDS: usize = 15;

/// The offers of the chart, each with what it loses by day; no day where it can't be costed.
type Delays<'c, 'a> = Vec<(&'c Shown<'a>, DelayByDay)>;

fn delays<'c, 'a>(case: &'c Case<'a>) -> Delays<'c, 'a> {
    let shown = || case.shown.iter();
    let by_day = |offers: &[&Offer]| {
        // A scenario that can't be costed has said so before any chart of it is drawn.
        delays_by_day(case.scenario, offers.iter().copied())
            .unwrap_or_else(|_| offers.iter().map(|_| DelayByDay::default()).collect())
    };
    let offers: Vec<&Offer> = shown().map(|shown| shown.offer).collect();
    let mut delays = by_day(&offers);
    if shown().any(waits) {
        let without: Vec<Offer> = shown().map(without_what_waits).collect();
        let without = by_day(&without.iter().collect::<Vec<_>>());
        for (own, without) in delays.iter_mut().zip(&without) {
            nothing_lost_that_waits(case, own, without);
        }
    }
    shown().zip(delays).collect()
}

fn is_paid_when_ratified(clause: &Clause) -> bool {
    matches!(
        clause.terms,
        ClauseTerms::LumpSum {
            paid: LumpTiming::OnRatification | LumpTiming::Later,
            ..
        }
    )
}

/// Whether an offer has a lump sum that waits for ratification.
fn waits(shown: &Shown<'_>) -> bool {
    let mut counted = shown.offer.clauses.iter().filter(|clause| clause.counted);
    counted.any(is_paid_when_ratified)
}

fn without_what_waits(shown: &Shown<'_>) -> Offer {
    let mut offer = shown.offer.clone();
    offer
        .clauses
        .retain(|clause| !is_paid_when_ratified(clause));
    offer
}

/// Ratified after the last day counted, an offer's lump sum on ratification is in no cost, but it is paid: of what
/// such a day costs, only the rest is lost.
fn nothing_lost_that_waits(case: &Case<'_>, own: &mut DelayByDay, without: &DelayByDay) {
    let last_counted = case.results.horizon;
    for (day, lost) in own.curve.iter_mut().filter(|(day, _)| *day > last_counted) {
        if let Some((_, rest)) = without.curve.iter().find(|(one, _)| one == day) {
            *lost = *rest;
        }
    }
    let after = own.listed.iter_mut();
    for one in after.filter(|one| one.ratified > last_counted) {
        let same = |other: &&DelayFigures| other.ratified == one.ratified;
        if let Some(rest) = without.listed.iter().find(same) {
            one.clone_from(rest);
        }
    }
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
        notes: notes(case, Basis::Delay, own_notes(case, &delays)),
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
    let to = if day.day() == 1 {
        text::month_year(day)
    } else {
        text::day(day)
    };
    // Under an offer with retroactive pay a delay takes nothing: what is drawn is how it would be without.
    let would_be_paid = |shown: &Shown<'_>| case.scenario.is_retroactive(shown.offer);
    let without = if case.shown.iter().any(would_be_paid) {
        "without back pay, "
    } else {
        ""
    };
    let start = format!("{without}delay to {to}");
    let whom = "an employee";
    let known: Vec<Decimal> = case.spoken_of().filter_map(lost).collect();
    let all_known = known.len() == case.spoken_of().count();
    if all_known && !known.is_empty() && known.iter().all(|lost| case.money.size(*lost).is_none()) {
        return format!("{start} costs {whom} nothing");
    }
    if let Some(most) = the_most(case, delays) {
        return format!("{start} costs {whom} {most}");
    }
    // Less pay is what late ratification costs; a cut that comes later means more.
    let told = |shown: &Shown<'_>| {
        let lost = lost(shown)?;
        let verb = if lost.is_sign_negative() {
            "saves"
        } else {
            "costs"
        };
        let size = case.money.told(lost);
        Some(size.map_or_else(
            || format!("costs {whom} nothing"),
            |size| format!("{verb} {whom} {size}"),
        ))
    };
    let of_b = case.pair().and_then(|pair| {
        let name = pair.b.name(named);
        Some(format!("{} under {name}", told(pair.b)?))
    });
    match of_b.or_else(|| say::under(case, named, told)) {
        Some(each) => {
            let whole = format!("{start} {each}");
            // Beside a long name a sentence has no room for the day; the axis ends with it.
            if without.is_empty() || whole.split_whitespace().count() <= MOST_WORDS {
                whole
            } else {
                format!("{without}delay {each}")
            }
        }
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

fn own_notes(case: &Case<'_>, delays: &Delays<'_, '_>) -> Vec<Note> {
    let mut notes = vec![Note::shortened(
        "On time means by the first day of the term; every offer is taken without retroactive pay here.",
        "Every offer is taken without retroactive pay.",
    )];
    let drawn_past_the_end = |(shown, delay): &(&Shown<'_>, DelayByDay)| {
        let last = delay.curve.last();
        waits(shown) && last.is_some_and(|(day, _)| *day > case.results.horizon)
    };
    if delays.iter().any(drawn_past_the_end) {
        notes.push(Note::shortened(
            "A lump sum on ratification is paid later then, and isn\u{2019}t lost.",
            "Lump sums on ratification aren\u{2019}t lost.",
        ));
    }
    notes
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
