//! Made-up clauses of offers and of the baseline: when, for whom, and raises.

use super::calendar::Day;
use super::exact::Dec;
use super::generate::own_rule;
use super::generate_people::names;
use super::generate_terms::{dollars_beside, minimum, pool};
use super::model::{Case, People, RateUnit, Scope};
use super::random::Random;
use super::terms::{Clause, Dollars, Lump, Paid, Terms};

/// What the clauses of one case have in common.
pub struct Mood {
    pub has_periods: bool,
    pub first_day: Day,
    pub last_day: Day,
    pub rate_unit: RateUnit,
    /// A rate near the lowest of the workforce.
    pub lowest: Dec,
    /// Whether a price index is given.
    pub has_index: bool,
    /// Whether some raises are cuts.
    negative: bool,
    /// Whether percents have all the decimals they may.
    fine: bool,
    /// Whether all clauses are percents.
    percents_only: bool,
}

impl Mood {
    pub fn new(random: &mut Random, case: &Case, has_periods: bool) -> Self {
        let starting = match &case.people {
            People::Summary { annual_pay, .. } => {
                let pay = annual_pay.clone().unwrap_or(Dec::whole(60_000));
                vec![match case.rate_unit {
                    RateUnit::Hour => (&pay * &Dec::new(48, 5)).to_cents(),
                    RateUnit::Month => (&pay * &Dec::new(83, 3)).to_cents(),
                    RateUnit::Year => pay,
                }]
            }
            People::Groups(groups) => {
                let scales = case.scales.iter().filter_map(|s| s.steps[0].0.clone());
                let rates = groups.iter().filter_map(|group| group.rate.clone());
                rates.chain(scales).collect()
            }
        };
        Self {
            has_periods,
            first_day: case.first_day,
            last_day: case.last_day,
            rate_unit: case.rate_unit,
            lowest: starting.into_iter().min().unwrap(),
            has_index: case.inflation.is_some(),
            negative: random.chance(12),
            fine: random.chance(15),
            percents_only: random.chance(10),
        }
    }
}

pub fn clauses(random: &mut Random, mood: &Mood, case: &Case, last: Day) -> Vec<Clause> {
    let count = *random.pick(&[0, 1, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9]);
    let mut clauses: Vec<Clause> = vec![];
    for _ in 0..count {
        let date = match clauses.last() {
            Some(earlier) if random.chance(25) => earlier.date,
            _ => date(random, mood),
        };
        let date = date.min(last);
        let terms = terms(random, mood, case, date, last);
        let own_dates = terms.own_dates();
        let mut clause = Clause::new(own_dates.first().copied().unwrap_or(date), terms);
        let scoped = match &clause.terms {
            Terms::EquityPool(_) => 75,
            Terms::Contribution { .. } | Terms::PaidTime { .. } => 50,
            terms if terms.is_benefit() => 0,
            _ => 35,
        };
        clause.scope = scope(random, &case.people, scoped);
        if !clause.terms.goes_by_its_own_dates() {
            clause.effective = own_rule(random, mood.has_periods, 15);
        }
        if clause.terms.changes_rates() && clause.terms.own_dates().is_empty() && random.chance(10)
        {
            clause.until = until(random, clause.date, last);
        }
        if random.chance(7) {
            clause.left_out = Some("nobody has published it".to_owned());
            if random.chance(50) {
                clause
                    .terms
                    .values_mut()
                    .into_iter()
                    .for_each(|value| *value = None);
            }
        }
        clauses.push(clause);
    }
    clauses
}

/// A day after any rule can have moved the date to, and within the offer.
fn until(random: &mut Random, date: Day, last: Day) -> Option<Day> {
    let until = date.plus(random.day_count(40, 700));
    (until <= last).then_some(until)
}

/// Raises already owed, dated around the as-of date and inside the term.
pub fn baseline(random: &mut Random, mood: &Mood, people: &People, as_of: Day) -> Vec<Clause> {
    if random.chance(60) {
        return vec![];
    }
    let count = random.whole(1, 3);
    (0..count)
        .map(|_| {
            let date = match random.whole(1, 4) {
                1 => as_of.plus(random.day_count(-400, 0)),
                2 => as_of.plus(random.day_count(0, 30)),
                _ => date(random, mood).max(as_of.plus(-200)),
            };
            let mut clause = Clause::new(date, raise(random, mood));
            clause.scope = scope(random, people, 35);
            clause.effective = own_rule(random, mood.has_periods, 15);
            clause
        })
        .collect()
}

fn date(random: &mut Random, mood: &Mood) -> Day {
    let span = mood.last_day.0 - mood.first_day.0;
    let day = match random.whole(1, 20) {
        1 => mood.first_day.plus(random.day_count(-90, -1)),
        2 => mood.last_day.plus(random.day_count(-10, 60)),
        3..=6 => mood.first_day,
        7..=10 => {
            let years = random.day_count(0, span / 366);
            return mood.first_day.plus_months(12 * years);
        }
        _ => mood.first_day.plus(random.day_count(0, span)),
    };
    if random.chance(60) {
        let (year, month, _) = day.civil();
        Day::new(year, month, 1)
    } else {
        day
    }
}

/// Everyone, or groups by one key or more; keys that together ask for nobody are given up, because a
/// file may not.
pub fn scope(random: &mut Random, people: &People, often: i64) -> Scope {
    let mut scope = Scope::default();
    let [markets, units, jobs, ladders, scales, groups] = names(people);
    let keys = [
        (&mut scope.market, markets),
        (&mut scope.unit, units),
        (&mut scope.job, jobs),
        (&mut scope.ladder, ladders),
        (&mut scope.scale, scales),
        (&mut scope.group, groups),
    ];
    if !random.chance(often) {
        return scope;
    }
    let main = random.whole(0, 5);
    for (at, (asked, names)) in keys.into_iter().enumerate() {
        let wanted = i64::try_from(at) == Ok(main) || random.chance(12);
        if !wanted || names.is_empty() {
            continue;
        }
        asked.push(random.pick(&names).clone());
        if random.chance(40) {
            let other = random.pick(&names);
            if !asked.contains(other) {
                asked.push(other.clone());
            }
        }
    }
    let somebody = match people {
        People::Groups(groups) => groups.iter().any(|group| scope.holds(&group.keys)),
        People::Summary { .. } => true,
    };
    if somebody { scope } else { Scope::default() }
}

fn percent(random: &mut Random, mood: &Mood) -> Dec {
    let percent = if mood.fine {
        Dec::new(random.whole(1_000, 9_000_000), 6)
    } else {
        match random.whole(1, 10) {
            1 => Dec::zero(),
            2..=5 => Dec::new(random.whole(1, 18) * 5, 1),
            _ => Dec::new(random.whole(5, 950), 2),
        }
    };
    if mood.negative && random.chance(35) {
        percent.negated()
    } else {
        percent
    }
}

fn per_hour(random: &mut Random, mood: &Mood) -> Dec {
    let dollars = if random.chance(20) {
        Dec::new(random.whole(1_000, 30_000), 4)
    } else {
        Dec::new(random.whole(5, 300), 2)
    };
    if mood.negative && random.chance(35) {
        // A cut as large as the largest raise would bring low rates down to nothing in a few steps.
        (&dollars * &Dec::new(4, 1)).to_cents().negated()
    } else {
        dollars
    }
}

fn per_year(random: &mut Random, mood: &Mood) -> Dec {
    let dollars = match random.whole(1, 3) {
        1 => Dec::whole(random.whole(1, 60) * 100),
        2 => Dec::whole(random.whole(100, 6_000)),
        _ => Dec::new(random.whole(10_000, 600_000), 2),
    };
    if mood.negative && random.chance(35) {
        (&dollars * &Dec::new(4, 1)).to_cents().negated()
    } else {
        dollars
    }
}

fn dollars(random: &mut Random, mood: &Mood) -> Dollars {
    let by_year = match mood.rate_unit {
        RateUnit::Hour => 25,
        RateUnit::Month | RateUnit::Year => 70,
    };
    if random.chance(by_year) {
        Dollars::PerYear(Some(per_year(random, mood)))
    } else {
        Dollars::PerHour(Some(per_hour(random, mood)))
    }
}

/// A rate near the lowest of the workforce, so that a minimum catches some.
pub fn near_lowest(random: &mut Random, mood: &Mood) -> Dec {
    (&mood.lowest * &Dec::new(random.whole(95, 125), 2)).to_cents()
}

fn raise(random: &mut Random, mood: &Mood) -> Terms {
    if mood.percents_only {
        return Terms::Percent(Some(percent(random, mood)));
    }
    match random.whole(1, 90) {
        1..=50 => Terms::Percent(Some(percent(random, mood))),
        51..=62 => match dollars(random, mood) {
            Dollars::PerHour(value) => Terms::PerHour(value),
            Dollars::PerYear(value) => Terms::PerYear(value),
        },
        63..=72 => Terms::GreaterOf {
            percent: Some(percent(random, mood)),
            dollars: dollars(random, mood),
        },
        73..=81 if mood.has_index => cola(random),
        _ => Terms::Floor(Some(near_lowest(random, mood))),
    }
}

fn cola(random: &mut Random) -> Terms {
    let floor = random.whole(0, 12);
    Terms::Cola {
        share: Some(random.decimal(&["100", "80", "75.5", "110", "60"])),
        floor: random.chance(40).then(|| Dec::new(floor * 25, 2)),
        cap: random
            .chance(40)
            .then(|| Dec::new((floor + random.whole(0, 16)) * 25, 2)),
        lag_months: *random.pick(&[2, 2, 3, 6, 1, 0]),
    }
}

fn terms(random: &mut Random, mood: &Mood, case: &Case, date: Day, last: Day) -> Terms {
    if mood.percents_only {
        return raise(random, mood);
    }
    let has_groups = matches!(case.people, People::Groups(_));
    match random.whole(1, 100) {
        1..=52 => raise(random, mood),
        53..=61 if has_groups => minimum(random, mood, case),
        62..=69 => pool(random, case, date, last),
        70..=74 if !case.scales.is_empty() => Terms::HoldSteps {
            until: date.plus(random.day_count(30, 900)),
        },
        75..=84 => lump_sum(random, case, date),
        85..=100 => dollars_beside(random, date, last),
        _ => raise(random, mood),
    }
}

fn lump_sum(random: &mut Random, case: &Case, date: Day) -> Terms {
    let dollars = Some(Dec::new(random.whole(10_000, 800_000), 2));
    let amount = match random.whole(1, 5) {
        1 => Lump::PerHead(dollars),
        2 => Lump::PerFte(dollars),
        3 => Lump::Prorated(dollars),
        _ => Lump::PercentOfPay(Some(Dec::new(random.whole(1, 100), 1))),
    };
    let measured = matches!(amount, Lump::PercentOfPay(_)) && random.chance(30);
    let horizon = case.horizon().min(case.last_day);
    Terms::LumpSum {
        amount,
        paid: *random.pick(&[Paid::Dated, Paid::OnRatification, Paid::Later]),
        measured_to: measured.then(|| date.plus(-random.day_count(0, 400)).min(horizon)),
    }
}
