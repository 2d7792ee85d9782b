//! Rules of claims, counts and settlements.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::names::{NameSet, Names};
use super::texts::one_line;
use super::{Findings, Place};
use crate::scenario::{Claim, OfferId, Precision, Quantity, Scenario, Settlement, Span};
use crate::units::{Date, Percent};

/// The names claims and settlements may use.
struct Known<'n, 's> {
    names: &'n Names<'s>,
    settlements: NameSet<'s>,
    assumptions: NameSet<'s>,
}

pub(super) fn check<'s>(scenario: &'s Scenario, names: &Names<'s>, found: &mut Findings) {
    let known = Known {
        names,
        settlements: NameSet::of(scenario.settlements.iter().map(|one| one.name.as_str())),
        assumptions: NameSet::of(scenario.assumptions.iter().map(|one| one.about.as_str())),
    };
    let mut ids = HashSet::new();
    for (at, claim) in scenario.claims.iter().enumerate() {
        let place = Place::of("claims").index(at);
        own_name(&claim.id, "id", "claim", &mut ids, &place, found);
        one_line(&claim.words, "words", place.field("words"), found);
        source(claim.source.as_deref(), &known, &place, found);
        number(claim, &place, found);
        parameters(scenario, claim, &known, &place, found);
    }
    let mut names = HashSet::new();
    for (at, count) in scenario.counts.iter().enumerate() {
        let place = Place::of("counts").index(at);
        own_name(&count.name, "name", "count", &mut names, &place, found);
    }
    let mut names = HashSet::new();
    for (at, settlement) in scenario.settlements.iter().enumerate() {
        let place = Place::of("settlements").index(at);
        own_name(
            &settlement.name,
            "name",
            "settlement",
            &mut names,
            &place,
            found,
        );
        source(settlement.source.as_deref(), &known, &place, found);
        one_settlement(settlement, &place, found);
    }
}

/// A name or id is there and is its own.
fn own_name<'s>(
    name: &'s str,
    field: &'static str,
    what: &str,
    seen: &mut HashSet<&'s str>,
    place: &Place,
    found: &mut Findings,
) {
    one_line(name, field, place.field(field), found);
    if name.trim().is_empty() {
        let message = format!("the {field} is empty; give the {what} a short one of its own");
        found.error(place.field(field), message);
    } else if !seen.insert(name) {
        let message =
            format!("another {what} already has the {field} \"{name}\"; give this one its own");
        found.error(place.field(field), message);
    }
}

fn source(id: Option<&str>, known: &Known<'_, '_>, place: &Place, found: &mut Findings) {
    if let Some(id) = id {
        there(
            "source",
            id,
            &known.names.sources,
            place.field("source"),
            found,
        );
    }
}

/// Something of this name is among those there are.
fn there(what: &str, name: &str, all: &NameSet<'_>, place: Place, found: &mut Findings) {
    if !all.has(name) {
        let advice = all.advice(name, &format!("{what}s are"), found);
        found.error(place, format!("no {what} is called \"{name}\"; {advice}"));
    }
}

/// A claim quotes a number, unless it says "most"; only shares are "most".
fn number(claim: &Claim, place: &Place, found: &mut Findings) {
    let share = matches!(
        claim.quantity,
        Quantity::ShareInForce { .. } | Quantity::NotComputed { .. }
    );
    match (claim.precision, claim.value) {
        (Precision::Most, _) if !share => found.error(
            place.field("precision"),
            "only a share can be \"most\"; choose another precision, or ShareInForce as the quantity",
        ),
        (Precision::Most, Some(_)) => found.error(
            place.field("value"),
            "\"most\" means more than half and quotes no number; remove the value, or choose \
             another precision",
        ),
        (Precision::Most, None) => {}
        (_, None) if !matches!(claim.quantity, Quantity::NotComputed { .. }) => found.error(
            place.field("value"),
            "the number quoted is missing; add it, with its digits as quoted",
        ),
        (Precision::Nearly | Precision::About, Some(value)) if value.get() <= Decimal::ZERO => {
            found.error(
                place.field("value"),
                "\"nearly\" and \"about\" need a number above zero; turn the claim round, or \
                 choose another precision",
            );
        }
        _ => {}
    }
}

/// What a claim's quantity and `input_of` name is there.
fn parameters(
    scenario: &Scenario,
    claim: &Claim,
    known: &Known<'_, '_>,
    place: &Place,
    found: &mut Findings,
) {
    let quantity = place.field("quantity");
    if let Some(OfferId(id)) = claim.quantity.offer() {
        there(
            "offer",
            id,
            &known.names.offers,
            quantity.field("offer"),
            found,
        );
    }
    match &claim.quantity {
        Quantity::Gap { over, .. }
        | Quantity::Cost { over, .. }
        | Quantity::EmployeePay { over, .. } => span(scenario, *over, &quantity, found),
        Quantity::Delay { months, .. } if *months == 0 => found.error(
            quantity.field("months"),
            "a delay of no months costs nothing; write 1 or more",
        ),
        Quantity::Delay { months, .. } => {
            let late = scenario.term.first_day.plus_months(i32::from(*months));
            if late > scenario.common_horizon() {
                let message = format!(
                    "{months} months after the first day lie beyond the last day, {}; write fewer",
                    scenario.common_horizon()
                );
                found.error(quantity.field("months"), message);
            }
        }
        Quantity::AgainstSettlement { settlement, .. } => there(
            "settlement",
            settlement,
            &known.settlements,
            quantity.field("settlement"),
            found,
        ),
        _ => {}
    }
    if let Some(about) = claim.input_of.as_deref() {
        there(
            "assumption",
            about,
            &known.assumptions,
            place.field("input_of"),
            found,
        );
    }
}

/// A contract year is one of the term's.
fn span(scenario: &Scenario, over: Span, quantity: &Place, found: &mut Findings) {
    let Span::Year(year) = over else { return };
    let before = i32::from(year).saturating_sub(1).saturating_mul(12);
    let starts = scenario.term.first_day.plus_months(before);
    if year == 0 || starts > scenario.common_horizon() {
        let message = format!(
            "the term has no year {year}; years count from 1, to the last day, {}",
            scenario.common_horizon()
        );
        found.error(quantity.field("over"), message);
    }
}

fn one_settlement(settlement: &Settlement, place: &Place, found: &mut Findings) {
    if let Some(term) = settlement.term
        && term.last_day < term.first_day
    {
        let message = format!(
            "the settlement's last day, {}, lies before its first day, {}; correct one of them",
            term.last_day, term.first_day
        );
        found.error(place.field("term").field("last_day"), message);
    }
    let sum = settlement
        .raises
        .iter()
        .try_fold(Percent::ZERO, |sum, raise| sum.checked_add(raise.percent));
    match (settlement.total, settlement.raises.is_empty(), sum) {
        (None, true, _) => found.error(
            place.field("raises"),
            "neither raises nor a total are given; add the raises, or total: with their sum",
        ),
        (_, false, None) => found.error(
            place.field("raises"),
            "the raises add up to more than a percent can be, 1000; check them for a slip",
        ),
        (Some(total), false, Some(sum)) if total.get() != sum.get() => {
            let message = format!(
                "the raises add up to {}, but the total says {}; correct one, or leave the total out",
                sum.get().normalize(),
                total.get().normalize()
            );
            found.error(place.field("total"), message);
        }
        _ => {}
    }
    let mut before: Option<Date> = None;
    for (at, raise) in settlement.raises.iter().enumerate() {
        let Some(date) = raise.date else { continue };
        let of_date = place.field("raises").index(at).field("date");
        if before.is_some_and(|earlier| date < earlier) {
            let message =
                format!("the raise of {date} comes after a later one; put the raises in order");
            found.error(of_date, message);
        } else if settlement.term.is_some_and(|term| date > term.last_day) {
            found.warning(
                of_date,
                format!("the raise of {date} lies after the settlement's last day"),
            );
        }
        before = Some(date);
    }
}
