//! Rules of the term, of pay periods and of yearly rates.

use rust_decimal::Decimal;

use super::{FieldPath, Findings};
use crate::scenario::fault::{Length, TimeFault, YearlyRate};
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
        let ends_first = TimeFault::TermEndsFirst { first, last };
        found.error(FieldPath::of("term").field("last_day"), ends_first);
    }
    near_the_calendars_ends(first, last, found);
    if is_too_long(first, last) {
        let too_long = TimeFault::TooLong {
            what: Length::Term,
            first,
        };
        found.error(FieldPath::of("term").field("last_day"), too_long);
    }
    if let Some(horizon) = scenario.horizon {
        if horizon < first {
            let before = TimeFault::HorizonFirst { horizon, first };
            found.error(FieldPath::of("horizon"), before);
        }
        if is_too_long(first, horizon) {
            let too_long = TimeFault::TooLong {
                what: Length::Comparison,
                first,
            };
            found.error(FieldPath::of("horizon"), too_long);
        }
    }
}

/// Figures look at a year before the first day, for pay a lump sum is a percent of, and at a whole year after the
/// last one, for what a year costs. Both must be in the calendar.
fn near_the_calendars_ends(first: Date, last: Date, found: &mut Findings) {
    let mut outside = |field, day: Date| {
        let near = TimeFault::NearTheCalendarsEnd(day);
        found.error(FieldPath::of("term").field(field), near);
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
            let differ = TimeFault::PayPeriodsDiffer {
                own,
                of_accrual: first_day,
            };
            found.error(FieldPath::of("pay_calendar").field("first_day"), differ);
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
            FieldPath::of("effective"),
            found,
        );
    }
}

pub(super) fn rule(
    scenario: &Scenario,
    rule: Option<EffectiveRule>,
    place: FieldPath,
    found: &mut Findings,
) {
    let Some(rule) = rule else { return };
    if rule != EffectiveRule::OnDate && scenario.pay_periods().is_none() {
        found.error(place, TimeFault::NoPayPeriods);
    }
}

/// Yearly rates that nothing can be computed with.
pub(super) fn rates(scenario: &Scenario, found: &mut Findings) {
    let mut within = |percent: Percent, rate: YearlyRate, place: FieldPath| {
        let value = percent.get();
        if value <= Decimal::from(-100) {
            found.error(place, TimeFault::NothingLeft);
        } else if !YEARLY.contains(value) {
            found.error(place, TimeFault::YearlyRate { rate, value });
        }
    };
    let place = FieldPath::of("discount_rate");
    within(scenario.discount_rate, YearlyRate::Discount, place);
    if let Some(inflation) = &scenario.inflation {
        let place = FieldPath::of("inflation").field("projected");
        within(inflation.projected, YearlyRate::Prices, place);
    }
}

pub(super) fn price_index(inflation: &Inflation, found: &mut Findings) {
    let place = FieldPath::of("inflation").field("index");
    let mut before: Option<Date> = None;
    for (at, entry) in inflation.index.iter().enumerate() {
        let month = place.index(at).field("month");
        if entry.month.day() != 1 {
            found.error(month, TimeFault::NotAFirstDay(entry.month));
        } else if before == Some(entry.month) {
            found.error(month, TimeFault::MonthTwice(entry.month));
        } else if before.is_some_and(|earlier| entry.month < earlier) {
            found.error(month, TimeFault::MonthOutOfOrder(entry.month));
        }
        before = Some(entry.month);
    }
}
