//! Rules of claims, counts and settlements.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::names::{NameSet, Names};
use super::texts::one_line;
use super::{FieldPath, Findings};
use crate::scenario::fault::{NameFault, Named, StatementFault};
use crate::scenario::{Claim, OfferId, Precision, Quantity, Scenario, Settlement, Span};
use crate::units::{Date, Percent};

/// The names claims and settlements may use.
struct NamesInUse<'n, 's> {
    names: &'n Names<'s>,
    settlements: NameSet<'s>,
    assumptions: NameSet<'s>,
}

pub(super) fn check<'s>(scenario: &'s Scenario, names: &Names<'s>, found: &mut Findings) {
    let known = NamesInUse {
        names,
        settlements: NameSet::of(scenario.settlements.iter().map(|one| one.name.as_str())),
        assumptions: NameSet::of(scenario.assumptions.iter().map(|one| one.about.as_str())),
    };
    let mut ids = HashSet::new();
    for (at, claim) in scenario.claims.iter().enumerate() {
        let place = FieldPath::of("claims").index(at);
        own_name(&claim.id, "id", Named::Claim, &mut ids, &place, found);
        one_line(&claim.words, "words", place.field("words"), found);
        source(claim.source.as_deref(), &known, &place, found);
        number(claim, &place, found);
        parameters(scenario, claim, &known, &place, found);
    }
    let mut names = HashSet::new();
    for (at, count) in scenario.counts.iter().enumerate() {
        let place = FieldPath::of("counts").index(at);
        own_name(&count.name, "name", Named::Count, &mut names, &place, found);
    }
    let mut names = HashSet::new();
    for (at, settlement) in scenario.settlements.iter().enumerate() {
        let place = FieldPath::of("settlements").index(at);
        own_name(
            &settlement.name,
            "name",
            Named::Settlement,
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
    what: Named,
    seen: &mut HashSet<&'s str>,
    place: &FieldPath,
    found: &mut Findings,
) {
    one_line(name, field, place.field(field), found);
    if name.trim().is_empty() {
        found.error(place.field(field), NameFault::Missing(what));
    } else if !seen.insert(name) {
        let taken = NameFault::Taken(what, name.to_owned());
        found.error(place.field(field), taken);
    }
}

fn source(id: Option<&str>, known: &NamesInUse<'_, '_>, place: &FieldPath, found: &mut Findings) {
    if let Some(id) = id {
        there(
            Named::Source,
            id,
            &known.names.sources,
            place.field("source"),
            found,
        );
    }
}

/// Something of this name is among those there are.
fn there(what: Named, name: &str, all: &NameSet<'_>, place: FieldPath, found: &mut Findings) {
    if !all.has(name) {
        let unknown = StatementFault::Unknown {
            what,
            written: name.to_owned(),
            known: all.known(name, found),
        };
        found.error(place, unknown);
    }
}

/// A claim quotes a number, unless it says "most"; only shares are "most".
fn number(claim: &Claim, place: &FieldPath, found: &mut Findings) {
    let share = matches!(
        claim.quantity,
        Quantity::ShareInForce { .. } | Quantity::NotComputed { .. }
    );
    match (claim.precision, claim.value) {
        (Precision::Most, _) if !share => {
            found.error(place.field("precision"), StatementFault::MostOfNoShare)
        }
        (Precision::Most, Some(_)) => {
            found.error(place.field("value"), StatementFault::MostWithANumber);
        }
        (Precision::Most, None) => {}
        (_, None) if !matches!(claim.quantity, Quantity::NotComputed { .. }) => {
            found.error(place.field("value"), StatementFault::NoNumber);
        }
        (Precision::Nearly | Precision::About, Some(value)) if value.get() <= Decimal::ZERO => {
            found.error(place.field("value"), StatementFault::NotAboveZero);
        }
        _ => {}
    }
}

/// What a claim's quantity and `input_of` name is there.
fn parameters(
    scenario: &Scenario,
    claim: &Claim,
    known: &NamesInUse<'_, '_>,
    place: &FieldPath,
    found: &mut Findings,
) {
    let quantity = place.field("quantity");
    if let Some(OfferId(id)) = claim.quantity.offer() {
        there(
            Named::Offer,
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
        Quantity::Delay { months, .. } if *months == 0 => {
            found.error(quantity.field("months"), StatementFault::NoDelay);
        }
        Quantity::Delay { months, .. } => {
            let late = scenario.term.first_day.plus_months(i32::from(*months));
            if late > scenario.common_horizon() {
                let too_long = StatementFault::DelayTooLong {
                    months: *months,
                    last: scenario.common_horizon(),
                };
                found.error(quantity.field("months"), too_long);
            }
        }
        Quantity::AgainstSettlement { settlement, .. } => there(
            Named::Settlement,
            settlement,
            &known.settlements,
            quantity.field("settlement"),
            found,
        ),
        _ => {}
    }
    if let Some(about) = claim.input_of.as_deref() {
        there(
            Named::Assumption,
            about,
            &known.assumptions,
            place.field("input_of"),
            found,
        );
    }
}

/// A contract year is one of the term's.
fn span(scenario: &Scenario, over: Span, quantity: &FieldPath, found: &mut Findings) {
    let Span::Year(year) = over else { return };
    let before = i32::from(year).saturating_sub(1).saturating_mul(12);
    let starts = scenario.term.first_day.plus_months(before);
    if year == 0 || starts > scenario.common_horizon() {
        let last = scenario.common_horizon();
        let none = StatementFault::NoSuchYear { year, last };
        found.error(quantity.field("over"), none);
    }
}

fn one_settlement(settlement: &Settlement, place: &FieldPath, found: &mut Findings) {
    if let Some(term) = settlement.term
        && term.last_day < term.first_day
    {
        let ends_first = StatementFault::SettlementEndsFirst {
            first: term.first_day,
            last: term.last_day,
        };
        found.error(place.field("term").field("last_day"), ends_first);
    }
    let sum = settlement
        .raises
        .iter()
        .try_fold(Percent::ZERO, |sum, raise| sum.checked_add(raise.percent));
    match (settlement.total, settlement.raises.is_empty(), sum) {
        (None, true, _) => found.error(place.field("raises"), StatementFault::NothingSettled),
        (_, false, None) => found.error(place.field("raises"), StatementFault::SumTooLarge),
        (Some(total), false, Some(sum)) if total.get() != sum.get() => {
            let differs = StatementFault::TotalDiffers {
                sum: sum.get(),
                total: total.get(),
            };
            found.error(place.field("total"), differs);
        }
        _ => {}
    }
    let mut before: Option<Date> = None;
    for (at, raise) in settlement.raises.iter().enumerate() {
        let Some(date) = raise.date else { continue };
        let of_date = place.field("raises").index(at).field("date");
        if before.is_some_and(|earlier| date < earlier) {
            found.error(of_date, StatementFault::RaiseOutOfOrder(date));
        } else if settlement.term.is_some_and(|term| date > term.last_day) {
            found.warning(of_date, StatementFault::RaiseAfterTheEnd(date));
        }
        before = Some(date);
    }
}
