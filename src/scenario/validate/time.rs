//! Rules of the term, of pay periods and of yearly rates.

use rust_decimal::Decimal;

use super::{Findings, Place};
use crate::scenario::{Accrual, Clause, EffectiveRule, Inflation, Scenario};
use crate::units::{Date, PayCalendar, Percent};

/// The longest term costed, in months: 50 years.
const LONGEST_TERM_MONTHS: i32 = 600;

/// Whether the term has a first day no later than its last.
pub(super) fn term_stands(scenario: &Scenario) -> bool {
    scenario.term.first_day <= scenario.term.last_day
}

pub(super) fn term(scenario: &Scenario, found: &mut Findings) {
    let (first, last) = (scenario.term.first_day, scenario.term.last_day);
    if last < first {
        let message = format!(
            "the term's last day, {last}, lies before its first day, {first}; correct one of them"
        );
        found.error(Place::of("term").field("last_day"), message);
    }
    if is_too_long(first, last) {
        found.error(Place::of("term").field("last_day"), too_long("term", first));
    }
    if let Some(horizon) = scenario.horizon {
        if horizon < first {
            let message = format!(
                "the last day of the comparison, {horizon}, lies before the term's first day, \
                 {first}; choose a later one, or leave it out"
            );
            found.error(Place::of("horizon"), message);
        }
        if is_too_long(first, horizon) {
            found.error(Place::of("horizon"), too_long("comparison", first));
        }
    }
}

pub(super) fn is_too_long(first: Date, last: Date) -> bool {
    let limit = first.plus_months(LONGEST_TERM_MONTHS);
    // Near 2200 the limit is held back to the last date accepted; no term reaches beyond it.
    last >= limit && limit < Date::latest()
}

pub(super) fn too_long(what: &str, first: Date) -> String {
    format!(
        "the {what} is longer than 50 years, counted from {first}; check the years of both days"
    )
}

/// Pay periods must be known where a rule needs them, and be the same wherever they are named.
pub(super) fn pay_periods(scenario: &Scenario, found: &mut Findings) {
    if let (Some(calendar), Accrual::Biweekly { first_day }) =
        (scenario.pay_calendar, scenario.accrual)
    {
        let of_accrual = PayCalendar::Biweekly { first_day };
        if let PayCalendar::Biweekly { first_day: named } = calendar
            && !calendar.same_periods(of_accrual)
        {
            let message = format!(
                "pay periods starting on {named} are not those of the biweekly accrual, which start \
                 on {first_day}; leave the pay calendar out, or give both the same periods"
            );
            found.error(Place::of("pay_calendar").field("first_day"), message);
        }
    }
    let own_rule = |clause: &Clause| clause.effective.is_some();
    let default_is_used = scenario.baseline.iter().any(|clause| !own_rule(clause))
        || scenario.offers.iter().any(|offer| {
            offer.effective.is_none() && offer.clauses.iter().any(|clause| !own_rule(clause))
        });
    if default_is_used {
        rule(
            scenario,
            Some(scenario.effective),
            Place::of("effective"),
            found,
        );
    }
}

pub(super) fn rule(
    scenario: &Scenario,
    rule: Option<EffectiveRule>,
    place: Place,
    found: &mut Findings,
) {
    let Some(rule) = rule else { return };
    if rule != EffectiveRule::OnDate && scenario.pay_periods().is_none() {
        found.error(
            place,
            "this rule moves a clause to the start of a pay period, but no pay periods are \
             given; add pay_calendar: (first_day: \"…\") with the first day of any pay period, \
             or use OnDate",
        );
    }
}

/// Yearly rates that would divide by zero.
pub(super) fn rates(scenario: &Scenario, found: &mut Findings) {
    let lowest = Decimal::from(-100);
    let mut above = |percent: Percent, place: Place| {
        if percent.get() <= lowest {
            found.error(
                place,
                "a yearly rate of \u{2212}100 % leaves nothing; enter a higher one",
            );
        }
    };
    above(scenario.discount_rate, Place::of("discount_rate"));
    if let Some(inflation) = &scenario.inflation {
        above(
            inflation.projected,
            Place::of("inflation").field("projected"),
        );
    }
}

pub(super) fn price_index(inflation: &Inflation, found: &mut Findings) {
    let place = Place::of("inflation").field("index");
    let mut before: Option<Date> = None;
    for (at, entry) in inflation.index.iter().enumerate() {
        let month = place.index(at).field("month");
        if entry.month.day() != 1 {
            let message = format!(
                "a month of the price index is named by its first day; write \"{}\"",
                entry.month.first_of_month()
            );
            found.error(month, message);
        } else if before == Some(entry.month) {
            let message = format!("the month of {} is given twice; remove one", entry.month);
            found.error(month, message);
        } else if before.is_some_and(|earlier| entry.month < earlier) {
            let message = format!(
                "the month of {} comes after a later one; put the months in order",
                entry.month
            );
            found.error(month, message);
        }
        before = Some(entry.month);
    }
}
