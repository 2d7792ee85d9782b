//! Made-up clauses of offers and of the baseline.

use super::calendar::Day;
use super::exact::Dec;
use super::generate::own_rule;
use super::generate_people::names;
use super::model::{Case, Clause, Group, Known, Lump, NotCosted, Paid, People, Scope, Terms};
use super::random::Random;

/// What the clauses of one case have in common.
pub struct Mood {
    pub has_periods: bool,
    first_day: Day,
    last_day: Day,
    /// Whether some raises are cuts.
    negative: bool,
    /// Whether percents have all the decimals they may.
    fine: bool,
    /// Whether all clauses are percents.
    percents_only: bool,
}

impl Mood {
    pub fn new(random: &mut Random, has_periods: bool, first_day: Day, last_day: Day) -> Self {
        Self {
            has_periods,
            first_day,
            last_day,
            negative: random.chance(12),
            fine: random.chance(15),
            percents_only: random.chance(15),
        }
    }
}

pub fn clauses(random: &mut Random, mood: &Mood, people: &People) -> Vec<Clause> {
    let count = *random.pick(&[0, 1, 2, 3, 3, 4, 4, 5, 5, 6, 7]);
    let mut clauses: Vec<Clause> = vec![];
    for _ in 0..count {
        let date = match clauses.last() {
            Some(last) if random.chance(25) => last.date,
            _ => date(random, mood),
        };
        clauses.push(Clause {
            date,
            terms: terms(random, mood, people),
            scope: scope(random, people, 35),
            effective: own_rule(random, mood.has_periods, 15),
        });
    }
    clauses
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
            Clause {
                date,
                terms: raise(random, mood, people),
                scope: scope(random, people, 35),
                effective: own_rule(random, mood.has_periods, 15),
            }
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
fn scope(random: &mut Random, people: &People, often: i64) -> Scope {
    let mut scope = Scope::default();
    let [markets, units, jobs, ladders, groups] = names(people);
    let keys = [
        (&mut scope.market, markets),
        (&mut scope.unit, units),
        (&mut scope.job, jobs),
        (&mut scope.ladder, ladders),
        (&mut scope.group, groups),
    ];
    if !random.chance(often) {
        return scope;
    }
    let main = random.whole(0, 4);
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

/// An hourly rate near the lowest of the workforce, so that a floor catches some.
fn floor(random: &mut Random, people: &People) -> Dec {
    let lowest = match people {
        People::Summary { annual_pay, .. } => annual_pay
            .as_ref()
            .map(|pay| (pay * &Dec::new(48, 5)).to_cents()),
        People::Groups(groups) => groups.iter().filter_map(|g| g.rate.clone()).min(),
    };
    let lowest = lowest.unwrap_or(Dec::whole(20));
    (&lowest * &Dec::new(random.whole(95, 125), 2)).to_cents()
}

fn raise(random: &mut Random, mood: &Mood, people: &People) -> Terms {
    if mood.percents_only {
        return Terms::Percent(Some(percent(random, mood)));
    }
    match random.whole(1, 80) {
        1..=50 => Terms::Percent(Some(percent(random, mood))),
        51..=62 => Terms::PerHour(Some(per_hour(random, mood))),
        63..=72 => Terms::GreaterOf {
            percent: Some(percent(random, mood)),
            per_hour: Some(per_hour(random, mood)),
        },
        _ => Terms::Floor(Some(floor(random, people))),
    }
}

fn terms(random: &mut Random, mood: &Mood, people: &People) -> Terms {
    if mood.percents_only || random.chance(78) {
        return raise(random, mood, people);
    }
    let dollars = Some(Dec::new(random.whole(10_000, 800_000), 2));
    Terms::LumpSum {
        amount: match random.whole(1, 5) {
            1 => Lump::PerHead(dollars),
            2 => Lump::PerFte(dollars),
            3 => Lump::Prorated(dollars),
            _ => Lump::PercentOfPay(Some(Dec::new(random.whole(1, 100), 1))),
        },
        paid: *random.pick(&[Paid::Dated, Paid::OnRatification, Paid::Later]),
    }
}

/// Makes something in the case unknown, or adds a clause no figure counts.
pub fn hide_something(random: &mut Random, case: &mut Case) {
    let kinds = [
        NotCosted::Cola,
        NotCosted::MinimumRate,
        NotCosted::EquityPool,
        NotCosted::Benefit,
        NotCosted::CostStream,
    ];
    if random.chance(35) {
        match &mut case.people {
            People::Summary {
                headcount,
                fte,
                annual_pay,
            } => hide_one(random, [headcount, fte, annual_pay]),
            People::Groups(groups) => {
                let at = usize::try_from(random.next()).unwrap() % groups.len();
                let Group {
                    headcount,
                    fte,
                    rate,
                    ..
                } = &mut groups[at];
                hide_one(random, [headcount, fte, rate]);
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
    let terms = &mut clauses[at].terms;
    if random.chance(35) {
        *terms = Terms::NotCosted(*random.pick(&kinds));
        return;
    }
    match terms {
        Terms::Percent(value) | Terms::PerHour(value) | Terms::Floor(value) => *value = None,
        Terms::GreaterOf { percent, per_hour } => {
            *percent = None;
            *per_hour = None;
        }
        Terms::LumpSum { amount, .. } => match amount {
            Lump::PerHead(value)
            | Lump::PerFte(value)
            | Lump::Prorated(value)
            | Lump::PercentOfPay(value) => *value = None,
        },
        Terms::NotCosted(_) => {}
    }
}

fn hide_one(random: &mut Random, values: [&mut Known; 3]) {
    let which = usize::try_from(random.next()).unwrap() % values.len();
    for (at, value) in values.into_iter().enumerate() {
        if at == which {
            *value = None;
        }
    }
}
