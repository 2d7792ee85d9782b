//! Made-up minimums, pools and dollars beside rates, and what is made unknown.

use super::calendar::Day;
use super::exact::Dec;
use super::generate_clauses::{Mood, near_lowest, scope};
use super::generate_people::names;
use super::model::{Case, Group, Known, People};
use super::random::Random;
use super::terms::{Basis, Pool, Ripple, Terms, When};

pub fn minimum(random: &mut Random, mood: &Mood, case: &Case) -> Terms {
    let [markets, ..] = names(&case.people);
    let mut by_market = vec![];
    for market in markets {
        if random.chance(70) {
            by_market.push((market, Some(near_lowest(random, mood))));
        }
    }
    let elsewhere = by_market.is_empty() || random.chance(50);
    Terms::MinimumRate {
        by_market,
        elsewhere: elsewhere.then(|| Some(near_lowest(random, mood))),
        ripple: *random.pick(&[
            Ripple::SamePercent,
            Ripple::SamePercent,
            Ripple::SameDollars,
            Ripple::SameDollars,
            Ripple::FirstStepOnly,
        ]),
    }
}

/// Days one after another, the first as given, none after the last.
fn days(random: &mut Random, first: Day, last: Day, most: i64) -> Vec<Day> {
    let mut days = vec![first];
    for _ in 1..random.whole(1, most) {
        let next = days[days.len() - 1].plus(random.day_count(1, 420));
        if next <= last {
            days.push(next);
        }
    }
    days
}

pub fn pool(random: &mut Random, case: &Case, date: Day, last: Day) -> Terms {
    Terms::EquityPool(Pool {
        percent: Some(Dec::new(random.whole(1, 16) * 25, 2)),
        payroll_of: scope(random, &case.people, 60),
        tranches: days(random, date, last, 3),
        cap: random
            .chance(60)
            .then(|| Dec::new(random.whole(8, 44) * 25, 2)),
        compounded: random.chance(40),
        today: random.chance(35),
    })
}

fn dollars(random: &mut Random, most: i64) -> Known {
    Some(Dec::new(random.whole(0, most * 100), 2))
}

fn share(random: &mut Random) -> Known {
    Some(random.decimal(&["100", "100", "100", "62", "37.5", "0", "8.3333"]))
}

fn when(random: &mut Random) -> When {
    *random.pick(&[When::Dated, When::Later])
}

fn participants(random: &mut Random) -> Known {
    Some(if random.chance(50) {
        Dec::whole(random.whole(0, 4_000))
    } else {
        Dec::new(random.whole(0, 40_000_000), 4)
    })
}

pub fn dollars_beside(random: &mut Random, date: Day, last: Day) -> Terms {
    match random.whole(1, 5) {
        1 => {
            let basis = *random.pick(&[Basis::PerHead, Basis::PerFte, Basis::PerPaidHour]);
            let most = if basis == Basis::PerPaidHour {
                3
            } else {
                6_000
            };
            let days = days(random, date, last, 4);
            Terms::Benefit {
                today: dollars(random, most),
                values: days
                    .into_iter()
                    .map(|day| (day, dollars(random, most)))
                    .collect(),
                participants: participants(random),
                attainment: share(random),
                basis,
                when: when(random),
            }
        }
        2 => Terms::Payout {
            on: days(random, date, last, 4),
            amount: dollars(random, 3_000),
            today: dollars(random, 1_000),
            participants: participants(random),
            basis: *random.pick(&[Basis::PerHead, Basis::PerFte]),
            likelihood: share(random),
            goals: match random.whole(1, 3) {
                1 => vec![],
                2 => vec![(Dec::whole(100), Dec::whole(random.whole(0, 100)))],
                _ => vec![
                    (Dec::whole(60), Dec::whole(random.whole(0, 100))),
                    (Dec::new(375, 1), Dec::whole(random.whole(0, 120))),
                ],
            },
            when: when(random),
        },
        3 => Terms::PaidTime {
            hours: Some(Dec::new(random.whole(1, 2_000), 1)),
            participants: participants(random),
            backfilled: share(random),
            premium: Some(random.decimal(&["100", "150", "125", "50"])),
        },
        4 => {
            let days = days(random, date, last, 4);
            let rate = |random: &mut Random| Some(Dec::new(random.whole(0, 1_600), 2));
            Terms::Contribution {
                today: rate(random),
                values: days.into_iter().map(|day| (day, rate(random))).collect(),
                when: when(random),
            }
        }
        _ => Terms::CostStream {
            amounts: days(random, date, last, 4)
                .into_iter()
                .map(|day| (day, dollars(random, 2_000_000)))
                .collect(),
            when: when(random),
        },
    }
}

/// Makes something in the case unknown.
pub fn hide_something(random: &mut Random, case: &mut Case) {
    if random.chance(35) {
        match &mut case.people {
            People::Summary {
                headcount,
                fte,
                annual_pay,
            } => hide_one(random, vec![headcount, fte, annual_pay]),
            People::Groups(groups) => {
                let at = usize::try_from(random.next()).unwrap() % groups.len();
                let Group {
                    headcount,
                    fte,
                    rate,
                    ..
                } = &mut groups[at];
                hide_one(random, vec![headcount, fte, rate]);
            }
        }
        return;
    }
    let at = usize::try_from(random.next()).unwrap() % case.offers.len();
    let clauses = &mut case.offers[at].clauses;
    if clauses.is_empty() {
        return;
    }
    let at = usize::try_from(random.next()).unwrap() % clauses.len();
    let values = clauses[at].terms.values_mut();
    if !values.is_empty() {
        hide_one(random, values);
    }
}

fn hide_one(random: &mut Random, values: Vec<&mut Known>) {
    let which = usize::try_from(random.next()).unwrap() % values.len();
    for (at, value) in values.into_iter().enumerate() {
        if at == which {
            *value = None;
        }
    }
}
