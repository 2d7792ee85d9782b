//! Made-up cases, one a seed.
//!
//! What they use between them:
//! - every kind of clause, in offers and (where it changes rates) owed, with scopes by one key or several, rules of
//!   their own, `until`, left out, and dates before the term, on one day, and past an offer's end;
//! - both readings of a pool and both ways to measure it, up to three parts, with and without a cap; minimums with
//!   every ripple over unequal copies of a scale and up ladders; held steps; price indices with lags and limits;
//! - summaries and groups, scales of 2 to 6 steps of 1 to 24 months, groups with a day of their next step and spread
//!   ones, groups of nobody, rates by the hour, month and year, rounded to the cent, the dollar or not at all, rates
//!   finer than they are rounded to;
//! - both accruals and all pay calendars and rules, terms of some days to twenty years from any day, stated horizons,
//!   offers with a last day, a rule, retroactive pay and a ratification of their own, ratified late and on time;
//! - roll-ups with and without a pay base, discount rates, one to four offers with and without A, B and a counter;
//! - one or several unknowns: of a group, a summary, any value of a clause, an owed raise, a step of a scale (one that
//!   people reach, and one below them all).
//!
//! What they don't, and which test does:
//! - more than a few groups: `tests/growth.rs` and the benchmarks; groups in a table and those too small to be named:
//!   `tests/roster`;
//! - rates and totals near what a number can hold: the tests of `costing/wide.rs` and `costing/affine.rs`;
//! - claims, history, settlements: `tests/statements`; holding a total, the midpoint: `tests/explore.rs`;
//! - calendar and fiscal years: `tests/years.rs`; strikes and real pay month by month: the tests beside their code;
//! - words, files and currencies: `tests/malformed.rs`, `tests/roundtrip.rs`, `tests/currency.rs`;
//! - a minimum that meets something unknown on one scale of a market, unit and job with several, where the program is
//!   coarser (METHOD.md "What the figures rest on"): the few seeds beyond 2000 that happen on it, such as 12698, differ
//!   by "not costed" alone.

use super::calendar::Day;
use super::exact::Dec;
use super::generate_clauses::{Mood, baseline, clauses};
use super::generate_copies::unequal_copies;
use super::generate_edges::{self, edges};
use super::generate_people::{looked_at, roll_up, workforce};
use super::generate_terms::hide_something;
use super::model::{Accrual, Case, Inflation, Offer, People, RateUnit, Ratification, Side, Status};
use super::periods::{Periods, Rule};
use super::random::Random;

const RULES: [Rule; 4] = [
    Rule::OnDate,
    Rule::FirstPeriodOnOrAfter,
    Rule::FirstPeriodAfter,
    Rule::NearestPeriod,
];

/// The case of a seed, the same for ever.
pub fn case(seed: u64) -> Case {
    let mut random = Random::new(seed.wrapping_mul(0x2545_F491_4F6C_DD1D));
    let random = &mut random;
    let first_day = first_day(random);
    let last_day = last_day(random, first_day);
    let last_day = generate_edges::last_day(random, first_day, last_day);
    let (accrual, pay_calendar) = pay_periods(random, first_day);
    let has_periods = pay_calendar.is_some() || accrual != Accrual::Monthly;
    let rates_as_of = as_of(random, first_day);
    let workforce = workforce(random, rates_as_of);
    let hours = random.decimal(&[
        "2080",
        "2080",
        "2080",
        "2087",
        "2088",
        "1950.5",
        "1664.2525",
    ]);
    let employee = looked_at(random, &workforce);
    let mut case = Case {
        title: format!("Made-up case {seed}"),
        we_are: *random.pick(&[Side::Union, Side::Employer, Side::Neutral]),
        first_day,
        last_day,
        horizon: None,
        accrual,
        pay_calendar,
        hours,
        ratification: ratification(random, first_day, last_day),
        effective: rule(random, has_periods),
        retroactive: random.chance(50),
        discount_rate: random.decimal(&["0", "4", "4", "3.25", "7.125", "12", "0.5"]),
        inflation: random.chance(50).then(|| inflation(random, first_day)),
        roll_up: vec![],
        a: None,
        b: None,
        counter: None,
        employee,
        rates_as_of,
        rounding: workforce.rounding,
        rate_unit: workforce.rate_unit,
        people: workforce.people,
        scales: workforce.scales,
        ladders: workforce.ladders,
        baseline: vec![],
        offers: vec![],
    };
    case.fill_keys();
    case.roll_up = roll_up(random, &yearly_pay(&case));
    let mood = Mood::new(random, &case, has_periods);
    case.baseline = baseline(random, &mood, &case.people, case.rates_as_of);
    let count = *random.pick(&[1, 2, 2, 2, 3, 3, 4]);
    for at in 0..count {
        let offer = offer(random, &mood, &case, at);
        case.offers.push(offer);
    }
    compared(random, &mut case);
    if random.chance(15) {
        let span = last_day.0 - first_day.0;
        case.horizon = Some(first_day.plus(random.day_count(span / 3, span + 200)));
    }
    if random.chance(8) {
        hide_something(random, &mut case);
    }
    if random.chance(15) {
        unequal_copies(random, &mut case);
    }
    edges(random, &mood, &mut case);
    case
}

/// What somebody earns a year.
fn yearly_pay(case: &Case) -> Dec {
    match &case.people {
        People::Summary { annual_pay, .. } => annual_pay.clone().unwrap_or(Dec::whole(90_000)),
        People::Groups(groups) => {
            let first = &groups[0];
            let of_scale = first.stands.as_ref().map(|stands| {
                let scale = case.scale(&stands.scale);
                scale.steps[stands.step - 1].0.clone().unwrap()
            });
            let rate = first.rate.clone().or(of_scale).unwrap();
            match case.rate_unit {
                RateUnit::Hour => rate.times(2080),
                RateUnit::Month => rate.times(12),
                RateUnit::Year => rate,
            }
        }
    }
}

/// Prices of some years, from long before any clause to about the term's beginning.
fn inflation(random: &mut Random, first_day: Day) -> Inflation {
    let (year, month, _) = first_day.plus(-1_900).civil();
    let begin = Day::new(year, month, 1);
    let mut level = random.whole(180_000, 330_000);
    let months = random.day_count(50, 80);
    let index = (0..months).map(|n| {
        level += random.whole(-400, 1_600);
        (begin.plus_months(n), Dec::new(level, 3))
    });
    Inflation {
        index: index.collect(),
        projected: random.decimal(&["2.6", "3", "0", "-0.5", "4.25"]),
        reference: None,
    }
}

fn first_day(random: &mut Random) -> Day {
    let year = random.day_count(1990, 2060);
    let month = random.day_count(1, 12);
    match random.whole(1, 20) {
        1..=10 => Day::new(year, month, 1),
        11 => Day::new(year - year % 4, 2, 29),
        12 => Day::new(year, 1, 31),
        13 => Day::new(year, month, 28),
        _ => Day::new(year, 1, 1).plus(random.day_count(0, 364)),
    }
}

fn last_day(random: &mut Random, first_day: Day) -> Day {
    let months = match random.whole(1, 100) {
        1..=3 => 240,
        4..=8 => random.day_count(61, 200),
        9..=50 => 12 * random.day_count(1, 5),
        _ => random.day_count(5, 60),
    };
    let even = first_day.plus_months(months).plus(-1);
    if random.chance(25) {
        even.plus(random.day_count(1, 27))
    } else {
        even
    }
}

/// Accrual and a pay calendar; one of fortnights is that of a biweekly accrual.
fn pay_periods(random: &mut Random, first_day: Day) -> (Accrual, Option<Periods>) {
    let start = first_day.plus(random.day_count(-40, 40));
    let other = match random.whole(1, 3) {
        1 => Periods::Weeks(start),
        2 => Periods::HalfMonths,
        _ => Periods::Months,
    };
    if random.chance(50) {
        let own = if random.chance(40) {
            other
        } else {
            Periods::Fortnights(start)
        };
        (Accrual::Monthly, random.chance(55).then_some(own))
    } else {
        let same = Periods::Fortnights(start.plus(14 * random.day_count(-30, 30)));
        let named = match random.whole(1, 10) {
            1 | 2 => Some(same),
            3 => Some(other),
            _ => None,
        };
        (Accrual::Biweekly(start), named)
    }
}

fn rule(random: &mut Random, has_periods: bool) -> Rule {
    if has_periods && random.chance(65) {
        *random.pick(&RULES)
    } else {
        Rule::OnDate
    }
}

/// Like a rule of the scenario, but most offers and clauses have none of their own.
pub fn own_rule(random: &mut Random, has_periods: bool, often: i64) -> Option<Rule> {
    random.chance(often).then(|| rule(random, has_periods))
}

fn ratification(random: &mut Random, first_day: Day, last_day: Day) -> Ratification {
    let span = last_day.0 - first_day.0;
    let days = match random.whole(1, 100) {
        1..=40 => return Ratification::OnTime,
        41..=75 => random.day_count(0, span.min(500)),
        76..=83 => random.day_count(-120, -1),
        84..=88 => 0,
        89..=94 => random.day_count(0, span),
        _ => span + random.day_count(1, 100),
    };
    Ratification::On(first_day.plus(days))
}

fn as_of(random: &mut Random, first_day: Day) -> Day {
    match random.whole(1, 10) {
        1..=6 => first_day.plus(-1),
        7 | 8 => first_day.plus(random.day_count(-700, -2)),
        _ => first_day.plus(random.day_count(0, 300)),
    }
}

fn status(random: &mut Random, first_day: Day) -> Status {
    // Few days and times, so that some offers are passed on the same one.
    let on = first_day.plus(-30 + random.day_count(0, 2));
    let at = random.chance(40).then(|| {
        let times = ["09:15", "14:32", "23:50"];
        (*random.pick(&times)).to_owned()
    });
    match random.whole(1, 12) {
        1..=3 => Status::Draft,
        4 => Status::WhatIf,
        5..=10 => Status::Passed(on, at),
        11 => Status::Agreed(on, at),
        _ => Status::Withdrawn(on, at),
    }
}

fn offer(random: &mut Random, mood: &Mood, case: &Case, at: usize) -> Offer {
    let last_day = match random.whole(1, 100) {
        1..=15 => {
            let span = case.last_day.0 - case.first_day.0;
            Some(case.first_day.plus(random.day_count(span / 2, span)))
        }
        16..=25 => Some(case.last_day.plus(random.day_count(1, 400))),
        _ => None,
    };
    Offer {
        id: format!("o{}", at + 1),
        name: format!("Offer {}", at + 1),
        side: match random.whole(1, 7) {
            1..=3 => Side::Union,
            4..=6 => Side::Employer,
            _ => Side::Neutral,
        },
        status: status(random, case.first_day),
        shared: random.chance(50),
        effective: own_rule(random, mood.has_periods, 25),
        retroactive: random.chance(35).then(|| random.chance(50)),
        last_day,
        ratification: random
            .chance(30)
            .then(|| ratification(random, case.first_day, case.last_day)),
        clauses: clauses(random, mood, case, last_day.unwrap_or(case.last_day)),
    }
}

/// Names A and B in most cases, and a counter in some.
fn compared(random: &mut Random, case: &mut Case) {
    let ids: Vec<String> = case.offers.iter().map(|offer| offer.id.clone()).collect();
    let id = |at: usize| Some(ids[at % ids.len()].clone());
    if ids.len() > 1 && random.chance(92) {
        let first = usize::try_from(random.whole(0, 3)).unwrap();
        let next = usize::try_from(random.whole(1, 3)).unwrap();
        case.a = id(first);
        case.b = id(first + next);
        if case.a == case.b {
            case.b = id(first + 1);
        }
    } else if random.chance(50) {
        case.a = id(0);
    }
    if random.chance(40) {
        case.counter = Some(random.pick(&ids).clone());
    }
}

/// Whether the case has groups to split, scope and merge.
pub fn has_groups(case: &Case) -> bool {
    matches!(case.people, People::Groups(_))
}
