//! Rules of the term, of pay periods and of yearly rates.

use rust_decimal::Decimal;

use super::{Findings, Place};
use crate::scenario::ranges::YEARLY;
use crate::scenario::{Accrual, Clause, EffectiveRule, Inflation, Scenario};
use crate::units::{Date, PayCalendar, Percent};

/// The longest term costed, in months: 50 years.
const LONGEST_TERM_MONTHS: i32 = 600;

/// Months of the calendar that must be left on both sides of a term.
const MARGIN_MONTHS: i32 = 13;

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
    near_the_calendars_ends(first, last, found);
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

/// Figures look at a year before the first day, for pay a lump sum is a percent of, and at a whole year after the
/// last one, for what a year costs. Both must be in the calendar.
fn near_the_calendars_ends(first: Date, last: Date, found: &mut Findings) {
    let mut outside = |field, day: Date| {
        let message = format!(
            "{day} is too close to the end of the calendar, 1900 to 2200: figures need the year \
             before the term and the year after it; check the year"
        );
        found.error(Place::of("term").field(field), message);
    };
    if first < Date::earliest().plus_months(MARGIN_MONTHS) {
        outside("first_day", first);
    }
    if last > Date::latest().plus_months(-MARGIN_MONTHS) {
        outside("last_day", last);
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
        // Other lengths are a calendar of their own: hours accrue by the fortnight, and people are paid by it.
        if let PayCalendar::Biweekly { first_day: own } = calendar
            && !calendar.same_periods(of_accrual)
        {
            let message = format!(
                "pay periods starting on {own} are not those of the biweekly accrual, which start \
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

/// Yearly rates that nothing can be computed with.
pub(super) fn rates(scenario: &Scenario, found: &mut Findings) {
    let mut within = |percent: Percent, what: &str, place: Place| {
        let value = percent.get();
        if value <= Decimal::from(-100) {
            found.error(
                place,
                "a yearly rate of \u{2212}100 % leaves nothing; enter a higher one",
            );
        } else if !YEARLY.contains(value) {
            let message = format!(
                "{what} of {value} % a year is outside \u{2212}50 % to 100 %, and no figure can rest \
                 on it; write 4 for four percent a year"
            );
            found.error(place, message);
        }
    };
    let place = Place::of("discount_rate");
    within(scenario.discount_rate, "a discount rate", place);
    if let Some(inflation) = &scenario.inflation {
        let place = Place::of("inflation").field("projected");
        within(inflation.projected, "a change of prices", place);
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
