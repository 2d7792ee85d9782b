//! Rules of what clauses give, kind by kind.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::names::Names;
use super::{Findings, Place, Severity, cola, people, scopes};
use crate::scenario::ranges::{MULTIPLE, PART, PercentRange, RAISE};
use crate::scenario::{Clause, ClauseTerms, Goal, LumpAmount, LumpTiming, Scenario, ScopeKey};
use crate::units::{Date, Known, Percent};

/// Checks a clause's terms.
pub(super) fn check(
    scenario: &Scenario,
    names: &Names<'_>,
    clause: &Clause,
    place: &Place,
    found: &mut Findings,
) {
    let terms = place.field("terms");
    dates(clause, &terms, found);
    match &clause.terms {
        ClauseTerms::Percent(percent) => raise(*percent, terms, found),
        ClauseTerms::PerHour(_) | ClauseTerms::PerYear(_) => {}
        ClauseTerms::GreaterOf {
            percent,
            per_hour,
            per_year,
        } => {
            raise(*percent, terms.field("percent"), found);
            if per_hour.is_some() == per_year.is_some() {
                found.error(
                    terms,
                    "the greater of two needs a percent and one amount; write per_hour or per_year, \
                     not both",
                );
            }
            understates(scenario, clause, place, found);
        }
        ClauseTerms::Floor(_) => understates(scenario, clause, place, found),
        ClauseTerms::Cola {
            share, floor, cap, ..
        } => {
            between(
                share.get(),
                MULTIPLE,
                "a share of the index's change",
                &terms.field("share"),
                found,
            );
            if let (Some(floor), Some(cap)) = (floor, cap)
                && floor > cap
            {
                let message = format!(
                    "the least this cost-of-living raise gives, {floor}, is above the most, {cap}; \
                     swap or correct them"
                );
                found.error(terms.field("floor"), message);
            } else {
                cola::check(scenario, clause, place, found);
            }
        }
        ClauseTerms::MinimumRate { .. } => minimum_rates(scenario, names, clause, &terms, found),
        ClauseTerms::EquityPool {
            percent,
            payroll_of,
            cap,
            ..
        } => {
            between(
                percent.get(),
                PART,
                "a share of payroll",
                &terms.field("percent"),
                found,
            );
            between(*cap, PART, "a cap", &terms.field("cap"), found);
            let payroll = terms.field("payroll_of");
            scopes::check(scenario, names, payroll_of, clause.counted, &payroll, found);
        }
        ClauseTerms::HoldSteps { until } => {
            if *until <= clause.date {
                let message = format!(
                    "steps are held until {until}, which isn't after {}, the day they are held from; \
                     give the first day on which they move again",
                    clause.date
                );
                found.error(terms.field("until"), message);
            }
        }
        ClauseTerms::LumpSum {
            amount,
            paid,
            measured_to,
        } => lump_sum(clause, amount, *paid, *measured_to, &terms, found),
        ClauseTerms::Benefit { attainment, .. } => {
            let place = terms.field("attainment");
            between(
                attainment.get(),
                PART,
                "the part that is reached",
                &place,
                found,
            );
        }
        ClauseTerms::Payout {
            likelihood, goals, ..
        } => {
            let place = terms.field("likelihood");
            between(likelihood.get(), PART, "a likelihood", &place, found);
            goals_of(goals, &terms.field("goals"), found);
        }
        ClauseTerms::PaidTime {
            backfilled,
            premium,
            ..
        } => {
            let place = terms.field("backfilled");
            between(
                backfilled.get(),
                PART,
                "the part of the hours",
                &place,
                found,
            );
            let place = terms.field("premium");
            between(
                premium.get(),
                MULTIPLE,
                "pay for these hours",
                &place,
                found,
            );
        }
        ClauseTerms::Contribution { today, values, .. } => {
            let what = "a contribution on pay";
            between(today.get(), PART, what, &terms.field("today"), found);
            for (at, one) in values.iter().enumerate() {
                let place = terms.field("values").index(at).field("value");
                between(one.value.get(), PART, what, &place, found);
            }
        }
        ClauseTerms::CostStream { .. } => {}
    }
}

/// The dates of a clause's own: at least one, in order, the first of them that of the clause.
fn dates(clause: &Clause, terms: &Place, found: &mut Findings) {
    let Some((list, field)) = clause.terms.kind().list_of_dates() else {
        return;
    };
    let place = terms.field(list);
    let at = |index: usize| {
        let entry = place.index(index);
        field.map_or(entry.clone(), |field| entry.field(field))
    };
    let own = clause.terms.own_dates();
    let Some(first) = own.first() else {
        let message = format!(
            "{list} is empty; give at least one, the first on {}",
            clause.date
        );
        found.error(place, message);
        return;
    };
    if *first != clause.date {
        let message = format!(
            "the first date here is {first} and the clause's own {}; give both the same",
            clause.date
        );
        found.error(at(0), message);
    }
    let pairs = own.iter().zip(own.iter().skip(1)).enumerate();
    for (index, (before, date)) in pairs {
        if date <= before {
            let message = if date == before {
                format!("{date} stands here twice; remove one, or correct it")
            } else {
                format!("{date} comes after {before} here; put the dates in order")
            };
            found.error(at(index + 1), message);
        }
    }
}

fn raise(percent: Known<Percent>, place: Place, found: &mut Findings) {
    let Some(percent) = percent.get().map(Percent::get) else {
        return;
    };
    if !RAISE.contains(percent) {
        let message = format!(
            "a raise of {percent} % is outside \u{2212}50 % to 100 %; write 6.5 for six and a \
             half percent"
        );
        found.error(place, message);
    }
}

fn between(
    percent: Option<Percent>,
    range: PercentRange,
    what: &str,
    place: &Place,
    found: &mut Findings,
) {
    let Some(percent) = percent.map(Percent::get) else {
        return;
    };
    if !range.contains(percent) {
        let PercentRange { low, high } = range;
        let message = format!("{what} of {percent} % is outside {low} % to {high} %; correct it");
        found.error(place.clone(), message);
    }
}

/// On a summary the lowest rates aren't seen, which these clauses reach first.
fn understates(scenario: &Scenario, clause: &Clause, place: &Place, found: &mut Findings) {
    if clause.counted && people::is_summary(scenario) {
        let message = format!(
            "on a summary a {} understates the cost, because the lower rates it lifts aren't \
             seen; give groups for the true cost",
            clause.terms.kind().one()
        );
        found.warning(place.field("terms"), message);
    }
}

fn minimum_rates(
    scenario: &Scenario,
    names: &Names<'_>,
    clause: &Clause,
    terms: &Place,
    found: &mut Findings,
) {
    let ClauseTerms::MinimumRate {
        by_market,
        elsewhere,
        ..
    } = &clause.terms
    else {
        return;
    };
    if by_market.is_empty() && elsewhere.is_none() {
        found.error(
            terms.field("by_market"),
            "no minimum is given; name a market and its rate, or give elsewhere",
        );
    }
    let severity = if clause.counted {
        Severity::Error
    } else {
        Severity::Warning
    };
    let mut seen = HashSet::new();
    for (at, one) in by_market.iter().enumerate() {
        let place = terms.field("by_market").index(at).field("market");
        if !seen.insert(one.market.as_str()) {
            let message = format!(
                "\"{}\" has a minimum already; remove one of the two",
                one.market
            );
            found.error(place, message);
        } else if scenario.workforce.groups().is_some()
            && !names.under(ScopeKey::Market).has(&one.market)
        {
            scopes::unknown_name(names, ScopeKey::Market, &one.market, severity, place, found);
        }
    }
}

fn lump_sum(
    clause: &Clause,
    amount: &LumpAmount,
    paid: LumpTiming,
    measured_to: Option<Date>,
    terms: &Place,
    found: &mut Findings,
) {
    let Some(day) = measured_to else { return };
    let place = terms.field("measured_to");
    if !matches!(amount, LumpAmount::PercentOfPay(_)) {
        found.error(
            place,
            "only a percent of pay is measured to a day; leave measured_to out",
        );
    } else if paid == LumpTiming::Dated && day > clause.date {
        let message = format!(
            "pay is measured to {day}, after {}, the day it is paid; check both days",
            clause.date
        );
        found.warning(place, message);
    }
}

fn goals_of(goals: &[Goal], place: &Place, found: &mut Findings) {
    for (at, goal) in goals.iter().enumerate() {
        let place = place.index(at);
        between(
            goal.share.get(),
            PART,
            "a goal's share",
            &place.field("share"),
            found,
        );
        let reached = place.field("reached");
        between(
            goal.reached.get(),
            MULTIPLE,
            "a goal reached",
            &reached,
            found,
        );
    }
    let shares = goals
        .iter()
        .filter_map(|goal| goal.share.get().map(Percent::get))
        .try_fold(Decimal::ZERO, Decimal::checked_add);
    if let Some(sum) = shares
        && sum > Decimal::ONE_HUNDRED
    {
        let message = format!(
            "the goals' shares come to {} %, more than the whole; correct them",
            sum.normalize()
        );
        found.error(place.clone(), message);
    }
}
