//! Made-up workforces: summaries and groups.

use super::exact::Dec;
use super::model::{Employee, Group, Keys, People, RollUp};
use super::random::Random;

const MARKETS: [&str; 3] = ["East", "West", "Coast"];
const UNITS: [&str; 2] = ["Nurses", "Service"];
const JOBS: [&str; 3] = ["RN", "Aide", "Cook"];

/// A workforce, and whether its rates are rounded to the cent.
pub fn workforce(random: &mut Random) -> (People, bool) {
    if random.chance(35) {
        let headcount = random.whole(1, 70_000);
        let pay = Dec::new(random.whole(2_500_000, 18_000_000), 2);
        let summary = People::Summary {
            headcount: Some(Dec::whole(headcount)),
            fte: Some(fte_of(random, headcount)),
            annual_pay: Some(pay),
        };
        return (summary, false);
    }
    let to_cents = random.chance(60);
    let fine = random.chance(40);
    let count = random.whole(1, 6);
    let groups = (1..=count).map(|at| group(random, at, fine)).collect();
    (People::Groups(groups), to_cents)
}

/// FTE with up to the four decimals a file may carry.
fn fte_of(random: &mut Random, headcount: i64) -> Dec {
    match random.whole(1, 4) {
        1 => Dec::whole(headcount),
        2 => Dec::new(headcount * random.whole(5, 10), 1),
        _ => Dec::new(headcount * random.whole(4_000, 10_000), 4),
    }
}

fn some_of(random: &mut Random, names: &[&str]) -> Option<String> {
    random.chance(80).then(|| (*random.pick(names)).to_owned())
}

fn group(random: &mut Random, at: i64, fine: bool) -> Group {
    let headcount = random.whole(1, 3_000);
    let rate = if fine {
        let scale = random.whole(3, 6);
        let unit = 10_i64.pow(u32::try_from(scale).unwrap());
        let scale = u32::try_from(scale).unwrap();
        Dec::new(random.whole(15 * unit, 95 * unit), scale)
    } else {
        Dec::new(random.whole(1_500, 9_500), 2)
    };
    Group {
        keys: Keys {
            market: some_of(random, &MARKETS),
            unit: some_of(random, &UNITS),
            job: some_of(random, &JOBS),
            ladder: None,
            name: Some(format!("Group {at}")),
        },
        headcount: Some(Dec::whole(headcount)),
        fte: Some(fte_of(random, headcount)),
        rate: Some(rate),
    }
}

/// The names a workforce has under each key, in the order of a scope's fields.
pub fn names(people: &People) -> [Vec<String>; 5] {
    let People::Groups(groups) = people else {
        return Default::default();
    };
    let of = |key: fn(&Keys) -> &Option<String>| {
        let mut names: Vec<String> = groups.iter().filter_map(|g| key(&g.keys).clone()).collect();
        names.sort();
        names.dedup();
        names
    };
    [
        of(|keys| &keys.market),
        of(|keys| &keys.unit),
        of(|keys| &keys.job),
        of(|keys| &keys.ladder),
        of(|keys| &keys.name),
    ]
}

/// The employee looked at: the average, one in a group, or one at a rate of their own.
pub fn looked_at(random: &mut Random, people: &People) -> Employee {
    let [.., groups] = names(people);
    let in_a_group = !groups.is_empty() && random.chance(50);
    Employee {
        rate: random.chance(35).then(|| {
            let digits = random.whole(1_500, 9_500);
            if random.chance(30) {
                Dec::new(digits * 100 + 37, 4)
            } else {
                Dec::new(digits, 2)
            }
        }),
        fte: random.decimal(&["1", "1", "0.5", "0.8", "0.9375"]),
        group: in_a_group.then(|| random.pick(&groups).clone()),
    }
}

/// Rates on top of wages; some stop at a pay base people are near.
pub fn roll_up(random: &mut Random, people: &People) -> Vec<RollUp> {
    let around = match people {
        People::Summary { annual_pay, .. } => annual_pay.clone(),
        People::Groups(groups) => groups[0].rate.as_ref().map(|rate| rate.times(2080)),
    };
    let around = around.unwrap_or(Dec::whole(90_000));
    let count = *random.pick(&[0, 0, 0, 1, 1, 2, 3]);
    (0..count)
        .map(|_| {
            let pay_base = random.chance(35).then(|| {
                let near = &around * &Dec::new(random.whole(90, 130), 2);
                near.to_cents()
            });
            RollUp {
                percent: random.decimal(&["7.65", "6.2", "1.45", "28.4", "0.123456"]),
                on_lump_sums: random.chance(50),
                pay_base,
            }
        })
        .collect()
}
