//! Rules of clauses, in offers and in the baseline.

use rust_decimal::Decimal;

use super::people;
use super::similar::{known_names, suggestion};
use super::time::{rule, term_stands};
use super::{Findings, Place};
use crate::scenario::{
    Clause, ClauseKind, ClauseTerms, EffectiveRule, Offer, People, Ratification, Scenario,
};
use crate::units::{Date, Known, Percent};

/// The least a raise can be, percent.
const LEAST: i64 = -50;
/// The most a raise can be, percent.
const MOST: i64 = 100;

/// Checks a clause of an offer.
pub(super) fn in_offer(
    scenario: &Scenario,
    offer: &Offer,
    clause: &Clause,
    place: &Place,
    found: &mut Findings,
) {
    let before = found.0.len();
    alike(scenario, clause, place, found);
    kept_only(clause, place, before, found);
    let first = scenario.term.first_day;
    let last = scenario.last_day_of(offer);
    if !term_stands(scenario) || last < first {
        return;
    }
    let what = name_of(&clause.terms);
    if clause.date < first || clause.date > last {
        let message = format!(
            "the {what} of {} lies outside the offer's term, {first} to {last}; change its date \
             or the term",
            clause.date
        );
        found.error(place.field("date"), message);
        return;
    }
    let as_of = scenario.workforce.rates_as_of;
    if clause.date <= as_of {
        let message = format!(
            "the {what} of {} counts on top of the rates as of {as_of}; make sure it isn't in \
             them already",
            clause.date
        );
        found.warning(place.field("date"), message);
    }
    let effective = effective_day(scenario, offer, clause);
    let horizon = scenario.common_horizon();
    if clause.terms.changes_rates() && horizon >= first && effective > horizon {
        let message = format!(
            "the {what} takes effect on {effective}, after the last day compared, {horizon}, so \
             it costs nothing in any figure; check its date or the last day"
        );
        found.warning(place.field("date"), message);
    }
}

/// Checks a clause of the baseline.
pub(super) fn in_baseline(scenario: &Scenario, clause: &Clause, at: usize, found: &mut Findings) {
    let place = Place::of("baseline").index(at);
    let before = found.0.len();
    alike(scenario, clause, &place, found);
    if !clause.terms.changes_rates() {
        let message = format!(
            "the baseline holds raises only, and this is a {}; move it to an offer, or remove it",
            name_of(&clause.terms)
        );
        found.error(place.field("terms"), message);
    }
    kept_only(clause, &place, before, found);
}

/// A kind this version doesn't cost; told only where nothing else has been said of the clause since there were
/// `before` findings.
fn kept_only(clause: &Clause, place: &Place, before: usize, found: &mut Findings) {
    let costed = matches!(
        clause.terms.kind(),
        ClauseKind::Percent
            | ClauseKind::PerHour
            | ClauseKind::GreaterOf
            | ClauseKind::Floor
            | ClauseKind::LumpSum
    );
    if found.0.len() == before && !costed {
        let message = format!(
            "this version keeps a {} but can't cost it; the offer's figures are shown as not \
             costed",
            name_of(&clause.terms)
        );
        found.warning(place.field("terms"), message);
    }
}

/// What holds in offers and in the baseline alike.
fn alike(scenario: &Scenario, clause: &Clause, place: &Place, found: &mut Findings) {
    rule(scenario, clause.effective, place.field("effective"), found);
    people::scope(scenario, &clause.scope, &place.field("scope"), found);
    if let Some(id) = &clause.source {
        source(scenario, id, place.field("source"), found);
    }
    let terms = place.field("terms");
    match &clause.terms {
        ClauseTerms::Percent(percent) => raise(*percent, terms, found),
        ClauseTerms::GreaterOf { percent, .. } => {
            raise(*percent, terms.field("percent"), found);
            needs_groups(scenario, &clause.terms, place, found);
        }
        ClauseTerms::Floor(_) | ClauseTerms::MinimumRate { .. } => {
            needs_groups(scenario, &clause.terms, place, found);
        }
        ClauseTerms::Cola {
            floor: Some(floor),
            cap: Some(cap),
            ..
        } if floor > cap => {
            let message = format!(
                "the least this cost-of-living raise gives, {floor}, is above the most, {cap}; \
                 swap or correct them"
            );
            found.error(terms.field("floor"), message);
        }
        ClauseTerms::EquityPool {
            payroll_of,
            tranches,
            ..
        } => {
            people::scope(scenario, payroll_of, &terms.field("payroll_of"), found);
            if tranches.is_empty() {
                found.error(
                    terms.field("tranches"),
                    "a pool is given on at least one date; list its dates",
                );
            }
        }
        _ => {}
    }
}

fn raise(percent: Known<Percent>, place: Place, found: &mut Findings) {
    let Some(percent) = percent.get().map(Percent::get) else {
        return;
    };
    if percent < Decimal::from(LEAST) || percent > Decimal::from(MOST) {
        let message = format!(
            "a raise of {percent} % is outside \u{2212}50 % to 100 %; write 6.5 for six and a \
             half percent"
        );
        found.error(place, message);
    }
}

fn needs_groups(scenario: &Scenario, terms: &ClauseTerms, place: &Place, found: &mut Findings) {
    if matches!(scenario.workforce.people, People::Summary { .. }) {
        let message = format!(
            "on a summary a {} understates the cost, because the lower rates it lifts aren't \
             seen; give groups for the true cost",
            name_of(terms)
        );
        found.warning(place.field("terms"), message);
    }
}

/// Checks that a source named is listed.
pub(super) fn source(scenario: &Scenario, id: &str, place: Place, found: &mut Findings) {
    let ids: Vec<&str> = scenario.sources.iter().map(|s| s.id.as_str()).collect();
    if !ids.contains(&id) {
        let message = format!(
            "no source has the id \"{id}\"; {}",
            suggestion(id, &ids).unwrap_or_else(|| known_names("sources are", &ids))
        );
        found.error(place, message);
    }
}

fn name_of(terms: &ClauseTerms) -> &'static str {
    match terms {
        ClauseTerms::Percent(_) | ClauseTerms::PerHour(_) | ClauseTerms::PerYear(_) => "raise",
        ClauseTerms::GreaterOf { .. } => "raise by the greater of two amounts",
        ClauseTerms::Floor(_) => "lowest rate",
        ClauseTerms::LumpSum { .. } => "lump sum",
        ClauseTerms::Cola { .. } => "cost-of-living raise",
        ClauseTerms::MinimumRate { .. } => "minimum rate",
        ClauseTerms::EquityPool { .. } => "equity pool",
        ClauseTerms::HoldSteps { .. } => "hold on steps",
        ClauseTerms::Benefit { .. } => "benefit",
        ClauseTerms::Payout { .. } => "payout",
        ClauseTerms::PaidTime { .. } => "paid time",
        ClauseTerms::Contribution { .. } => "contribution",
        ClauseTerms::CostStream { .. } => "cost stream",
    }
}

/// The day a clause takes effect (costing.md §2); its own date where pay periods are missing.
fn effective_day(scenario: &Scenario, offer: &Offer, clause: &Clause) -> Date {
    let rule = clause.effective.unwrap_or(scenario.effective_rule(offer));
    let own = match (rule, scenario.pay_periods()) {
        (EffectiveRule::OnDate, _) | (_, None) => clause.date,
        (EffectiveRule::FirstPeriodOnOrAfter, Some(periods)) => periods.on_or_after(clause.date),
        (EffectiveRule::FirstPeriodAfter, Some(periods)) => periods.after(clause.date),
        (EffectiveRule::NearestPeriod, Some(periods)) => periods.nearest(clause.date),
    };
    match scenario.ratification_of(offer) {
        Ratification::On(day) if !scenario.is_retroactive(offer) => {
            let ratified = match (rule, scenario.pay_periods()) {
                (EffectiveRule::OnDate, _) | (_, None) => day,
                (_, Some(periods)) => periods.on_or_after(day),
            };
            own.max(ratified)
        }
        _ => own,
    }
}
