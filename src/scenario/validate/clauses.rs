//! Rules of clauses, in offers and in the baseline.

use super::names::Names;
use super::time::{rule, term_stands};
use super::{Findings, Place, people, scopes, terms};
use crate::scenario::{Clause, ClauseKind, ClauseTerms, Offer, Ratification, Scenario};
use crate::units::Date;

/// Checks a clause of an offer.
pub(super) fn in_offer(
    scenario: &Scenario,
    names: &Names<'_>,
    offer: &Offer,
    clause: &Clause,
    place: &Place,
    found: &mut Findings,
) {
    alike(scenario, names, clause, place, found);
    let first = scenario.term.first_day;
    let last = scenario.last_day_of(offer);
    if !term_stands(scenario) || last < first {
        return;
    }
    let kind = clause.terms.kind();
    let what = kind.one();
    if clause.date > last {
        let message = format!(
            "the {what} of {} lies outside the offer's term, {first} to {last}; change its date \
             or the term",
            clause.date
        );
        found.error(place.field("date"), message);
        return;
    }
    if !clause.counted {
        return;
    }
    let as_of = scenario.workforce.rates_as_of;
    if clause.date <= as_of && kind.changes_rates() {
        let message = format!(
            "the {what} of {} counts on top of the rates as of {as_of}; make sure it isn't in \
             them already",
            clause.date
        );
        found.warning(place.field("date"), message);
    }
    if !kind.goes_by_rule() {
        return;
    }
    let effective = effective_day(scenario, offer, clause);
    let horizon = scenario.common_horizon();
    if horizon >= first && effective > horizon {
        let message = format!(
            "the {what} takes effect on {effective}, after the last day compared, {horizon}, so \
             it costs nothing in any figure; check its date or the last day"
        );
        found.warning(place.field("date"), message);
    }
    let (until, field) = match clause.terms {
        ClauseTerms::HoldSteps { until } => (Some(until), place.field("terms").field("until")),
        _ => (clause.until, place.field("until")),
    };
    if let Some(until) = until
        && until > clause.date
        && until <= effective
    {
        let message = format!(
            "the {what} takes effect on {effective} and ends on {until}, so it is never in force; \
             check both days"
        );
        found.warning(field, message);
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
    let place = Place::of("baseline").index(at);
    if clause.terms.kind().changes_rates() {
        alike(scenario, names, clause, &place, found);
        return;
    }
    let message = format!(
        "the baseline holds raises only, and this is a {}; move it to an offer, or remove it",
        clause.terms.kind().one()
    );
    found.error(place.field("terms"), message);
}

/// What holds in offers and in the baseline alike.
fn alike(
    scenario: &Scenario,
    names: &Names<'_>,
    clause: &Clause,
    place: &Place,
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
        let message = format!(
            "on a summary nobody stands on a wage scale, so a {} can't be costed, nor what depends \
             on it; give groups with their scales, or leave the clause out with counted: false",
            kind.one()
        );
        found.warning(place.field("terms"), message);
    }
    let goes_by_own_dates = !kind.goes_by_rule() && kind != ClauseKind::LumpSum;
    if goes_by_own_dates && clause.effective.is_some() {
        let message = format!(
            "a {} goes by its own dates, which no rule moves; leave effective out",
            kind.one()
        );
        found.warning(place.field("effective"), message);
    }
    terms::check(scenario, names, clause, place, found);
}

/// A clause for a time ends after it begins, and changes rates.
fn ends(clause: &Clause, until: Date, place: Place, found: &mut Findings) {
    let kind = clause.terms.kind();
    if !kind.changes_rates() {
        let message = format!(
            "only what changes rates can end, and this is a {}; leave until out",
            kind.one()
        );
        found.error(place, message);
    } else if until <= clause.date {
        let message = format!(
            "the {} ends on {until}, which isn't after its own day, {}; give the first day on which \
             it is over",
            kind.one(),
            clause.date
        );
        found.error(place, message);
    }
}

/// Checks that a source named is listed.
pub(super) fn source(names: &Names<'_>, id: &str, place: Place, found: &mut Findings) {
    if !names.sources.has(id) {
        let advice = names.sources.advice(id, "sources are", found);
        found.error(place, format!("no source has the id \"{id}\"; {advice}"));
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
