//! Rules of clauses, in offers and in the baseline.

use super::names::Names;
use super::time::{rule, term_stands};
use super::{FieldPath, Findings, people, scopes, terms};
use crate::scenario::fault::{ClauseFault, Named};
use crate::scenario::{Clause, ClauseKind, ClauseTerms, Offer, Ratification, Scenario};
use crate::units::Date;

/// Checks a clause of an offer.
pub(super) fn in_offer(
    scenario: &Scenario,
    names: &Names<'_>,
    offer: &Offer,
    clause: &Clause,
    place: &FieldPath,
    found: &mut Findings,
) {
    alike(scenario, names, clause, place, found);
    let first = scenario.term.first_day;
    let last = scenario.last_day_of(offer);
    if !term_stands(scenario) || last < first {
        return;
    }
    let kind = clause.terms.kind();
    if clause.date > last {
        let outside = ClauseFault::OutsideTheTerm {
            kind,
            date: clause.date,
            first,
            last,
        };
        found.error(place.field("date"), outside);
        return;
    }
    if !clause.counted {
        return;
    }
    parts_after(clause, last, place, found);
    let as_of = scenario.workforce.rates_as_of;
    if clause.date <= as_of && kind.changes_rates() {
        let on_top = ClauseFault::OnTopOfTheRates {
            kind,
            date: clause.date,
            as_of,
        };
        found.warning(place.field("date"), on_top);
    }
    if !kind.goes_by_rule() {
        return;
    }
    let effective = effective_day(scenario, offer, clause);
    let horizon = scenario.common_horizon();
    if horizon >= first && effective > horizon {
        let after = ClauseFault::AfterTheHorizon {
            kind,
            effective,
            horizon,
        };
        found.warning(place.field("date"), after);
    }
    let (until, field) = match clause.terms {
        ClauseTerms::HoldSteps { until } => (Some(until), place.field("terms").field("until")),
        _ => (clause.until, place.field("until")),
    };
    if let Some(until) = until
        && until > clause.date
        && until <= effective
    {
        let never = ClauseFault::NeverInForce {
            kind,
            effective,
            until,
        };
        found.warning(field, never);
    }
}

/// Tells of own dates after the first, such as those of a pool's parts, that an offer's last day leaves out.
fn parts_after(clause: &Clause, last: Date, place: &FieldPath, found: &mut Findings) {
    let kind = clause.terms.kind();
    let Some((list, field)) = kind.list_of_dates() else {
        return;
    };
    for (index, date) in clause.terms.own_dates().into_iter().enumerate().skip(1) {
        if date > last {
            let entry = place.field("terms").field(list).index(index);
            let entry = field.map_or(entry.clone(), |field| entry.field(field));
            found.warning(entry, ClauseFault::PartAfterTheEnd { kind, date, last });
        }
    }
}

/// Checks a clause of the baseline.
pub(super) fn in_baseline(
    scenario: &Scenario,
    names: &Names<'_>,
    clause: &Clause,
    at: usize,
    found: &mut Findings,
) {
    let place = FieldPath::of("baseline").index(at);
    if clause.terms.kind().changes_rates() {
        alike(scenario, names, clause, &place, found);
        return;
    }
    found.error(
        place.field("terms"),
        ClauseFault::NotABaselineRaise(clause.terms.kind()),
    );
}

/// What holds in offers and in the baseline alike.
fn alike(
    scenario: &Scenario,
    names: &Names<'_>,
    clause: &Clause,
    place: &FieldPath,
    found: &mut Findings,
) {
    let kind = clause.terms.kind();
    if clause.counted {
        rule(scenario, clause.effective, place.field("effective"), found);
    }
    let scope = place.field("scope");
    scopes::check(
        scenario,
        names,
        &clause.scope,
        clause.counted,
        &scope,
        found,
    );
    if let Some(id) = &clause.source {
        source(names, id, place.field("source"), found);
    }
    if let Some(until) = clause.until {
        ends(clause, until, place.field("until"), found);
    }
    if clause.counted && kind.needs_groups() && people::is_summary(scenario) {
        found.warning(place.field("terms"), ClauseFault::NeedsScales(kind));
    }
    let goes_by_own_dates = !kind.goes_by_rule() && kind != ClauseKind::LumpSum;
    if goes_by_own_dates && clause.effective.is_some() {
        found.warning(
            place.field("effective"),
            ClauseFault::GoesByItsOwnDates(kind),
        );
    }
    terms::check(scenario, names, clause, place, found);
}

/// A clause for a time ends after it begins, and changes rates.
fn ends(clause: &Clause, until: Date, place: FieldPath, found: &mut Findings) {
    let kind = clause.terms.kind();
    if !kind.changes_rates() {
        found.error(place, ClauseFault::CannotEnd(kind));
    } else if until <= clause.date {
        let ends_first = ClauseFault::EndsFirst {
            kind,
            until,
            date: clause.date,
        };
        found.error(place, ends_first);
    }
}

/// Checks that a source named is listed.
pub(super) fn source(names: &Names<'_>, id: &str, place: FieldPath, found: &mut Findings) {
    if !names.sources.has(id) {
        let unknown = names.sources.unknown(Named::Source, id, found);
        found.error(place, unknown);
    }
}

/// The day a clause takes effect (METHOD.md "Time"); its own date where pay periods are missing.
fn effective_day(scenario: &Scenario, offer: &Offer, clause: &Clause) -> Date {
    let rule = clause.effective.unwrap_or(scenario.effective_rule(offer));
    let periods = scenario.pay_periods();
    let own = rule.day(clause.date, periods);
    match scenario.ratification_of(offer) {
        Ratification::On(day) if !scenario.is_retroactive(offer) => {
            own.max(rule.ratified_day(day, periods))
        }
        _ => own,
    }
}
