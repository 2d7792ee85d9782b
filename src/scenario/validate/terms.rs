//! Rules of what clauses give, kind by kind.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::names::Names;
use super::{FieldPath, Findings, Severity, cola, people, scopes};
use crate::scenario::fault::{MeasuredPercent, TermsFault};
use crate::scenario::ranges::{MULTIPLE, PART, PercentRange, RAISE};
use crate::scenario::{Clause, ClauseTerms, Goal, LumpAmount, LumpTiming, Scenario, ScopeKey};
use crate::units::{Date, Known, Percent};

/// Checks a clause's terms.
pub(super) fn check(
    scenario: &Scenario,
    names: &Names<'_>,
    clause: &Clause,
    place: &FieldPath,
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
                found.error(terms, TermsFault::GreaterOfWhat);
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
                MeasuredPercent::IndexShare,
                &terms.field("share"),
                found,
            );
            if let (Some(floor), Some(cap)) = (floor, cap)
                && floor > cap
            {
                let crossed = TermsFault::LimitsCrossed {
                    floor: *floor,
                    cap: *cap,
                };
                found.error(terms.field("floor"), crossed);
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
                MeasuredPercent::PayrollShare,
                &terms.field("percent"),
                found,
            );
            between(*cap, PART, MeasuredPercent::Cap, &terms.field("cap"), found);
            let payroll = terms.field("payroll_of");
            scopes::check(scenario, names, payroll_of, clause.counted, &payroll, found);
        }
        ClauseTerms::HoldSteps { until } => {
            if *until <= clause.date {
                let no_time = TermsFault::HeldForNoTime {
                    until: *until,
                    from: clause.date,
                };
                found.error(terms.field("until"), no_time);
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
                MeasuredPercent::Attainment,
                &place,
                found,
            );
        }
        ClauseTerms::Payout {
            likelihood, goals, ..
        } => {
            let place = terms.field("likelihood");
            between(
                likelihood.get(),
                PART,
                MeasuredPercent::Likelihood,
                &place,
                found,
            );
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
                MeasuredPercent::Backfilled,
                &place,
                found,
            );
            let place = terms.field("premium");
            between(
                premium.get(),
                MULTIPLE,
                MeasuredPercent::Premium,
                &place,
                found,
            );
        }
        ClauseTerms::Contribution { today, values, .. } => {
            let what = MeasuredPercent::Contribution;
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
fn dates(clause: &Clause, terms: &FieldPath, found: &mut Findings) {
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
        let date = clause.date;
        found.error(place, TermsFault::NoDates { list, date });
        return;
    };
    if *first != clause.date {
        let differs = TermsFault::FirstDateDiffers {
            first: *first,
            own: clause.date,
        };
        found.error(at(0), differs);
    }
    let pairs = own.iter().zip(own.iter().skip(1)).enumerate();
    for (index, (before, date)) in pairs {
        if date <= before {
            let fault = if date == before {
                TermsFault::DateTwice(*date)
            } else {
                TermsFault::DatesOutOfOrder {
                    before: *before,
                    date: *date,
                }
            };
            found.error(at(index + 1), fault);
        }
    }
}

fn raise(percent: Known<Percent>, place: FieldPath, found: &mut Findings) {
    let Some(percent) = percent.get().map(Percent::get) else {
        return;
    };
    if !RAISE.contains(percent) {
        found.error(place, TermsFault::Raise(percent));
    }
}

fn between(
    percent: Option<Percent>,
    range: PercentRange,
    what: MeasuredPercent,
    place: &FieldPath,
    found: &mut Findings,
) {
    let Some(percent) = percent.map(Percent::get) else {
        return;
    };
    if !range.contains(percent) {
        let outside = TermsFault::Outside {
            what,
            percent,
            range,
        };
        found.error(place.clone(), outside);
    }
}

/// On a summary the lowest rates aren't seen, which these clauses reach first.
fn understates(scenario: &Scenario, clause: &Clause, place: &FieldPath, found: &mut Findings) {
    if clause.counted && people::is_summary(scenario) {
        let kind = clause.terms.kind();
        found.warning(place.field("terms"), TermsFault::Understates(kind));
    }
}

fn minimum_rates(
    scenario: &Scenario,
    names: &Names<'_>,
    clause: &Clause,
    terms: &FieldPath,
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
        found.error(terms.field("by_market"), TermsFault::NoMinimum);
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
            found.error(place, TermsFault::MinimumTwice(one.market.clone()));
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
    terms: &FieldPath,
    found: &mut Findings,
) {
    let Some(day) = measured_to else { return };
    let place = terms.field("measured_to");
    if !matches!(amount, LumpAmount::PercentOfPay(_)) {
        found.error(place, TermsFault::NotMeasured);
    } else if paid == LumpTiming::Dated && day > clause.date {
        let after = TermsFault::MeasuredAfterPaid {
            measured: day,
            paid: clause.date,
        };
        found.warning(place, after);
    }
}

fn goals_of(goals: &[Goal], place: &FieldPath, found: &mut Findings) {
    for (at, goal) in goals.iter().enumerate() {
        let place = place.index(at);
        between(
            goal.share.get(),
            PART,
            MeasuredPercent::GoalShare,
            &place.field("share"),
            found,
        );
        let reached = place.field("reached");
        between(
            goal.reached.get(),
            MULTIPLE,
            MeasuredPercent::GoalReached,
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
        found.error(place.clone(), TermsFault::GoalsBeyondTheWhole(sum));
    }
}
