//! Made-up workforces: summaries, groups, groups on wage scales.

use super::calendar::Day;
use super::exact::Dec;
use super::model::{
    Employee, Group, Keys, Ladder, People, RateUnit, RollUp, Rounding, Scale, Stands,
};
use super::random::Random;

const MARKETS: [&str; 3] = ["East", "West", "Coast"];
const UNITS: [&str; 2] = ["Nurses", "Service"];
const JOBS: [&str; 3] = ["RN", "Aide", "Cook"];
const SCALES: [&str; 4] = ["S1", "S2", "S3", "S4"];

/// A workforce as a case holds it.
pub struct Workforce {
    pub people: People,
    pub rate_unit: RateUnit,
    pub rounding: Rounding,
    pub scales: Vec<Scale>,
    pub ladders: Vec<Ladder>,
    /// Whether rates have more decimals than they are rounded to.
    pub fine: bool,
}

pub fn workforce(random: &mut Random, as_of: Day) -> Workforce {
    let rate_unit = match random.whole(1, 20) {
        1..=3 => RateUnit::Month,
        4 | 5 => RateUnit::Year,
        _ => RateUnit::Hour,
    };
    if random.chance(25) {
        let headcount = random.whole(1, 70_000);
        let pay = Dec::new(random.whole(2_500_000, 18_000_000), 2);
        return Workforce {
            people: People::Summary {
                headcount: Some(Dec::whole(headcount)),
                fte: Some(fte_of(random, headcount)),
                annual_pay: Some(pay),
            },
            rate_unit,
            rounding: Rounding::None,
            scales: vec![],
            ladders: vec![],
            fine: false,
        };
    }
    let rounding = match (rate_unit, random.whole(1, 10)) {
        (RateUnit::Hour, 1..=6) | (_, 1..=3) => Rounding::Cent,
        (RateUnit::Month | RateUnit::Year, 4..=7) => Rounding::Dollar,
        _ => Rounding::None,
    };
    let fine = random.chance(25);
    let pay = Pay {
        unit: rate_unit,
        rounding,
        fine,
    };
    let scales = if random.chance(65) {
        scales(random, &pay)
    } else {
        vec![]
    };
    let ladders = ladders(random, &scales);
    let count = random.whole(1, 6);
    let groups = (1..=count).map(|at| group(random, at, &pay, &scales, as_of));
    Workforce {
        people: People::Groups(groups.collect()),
        rate_unit,
        rounding,
        scales,
        ladders,
        fine,
    }
}

/// What rates look like.
struct Pay {
    unit: RateUnit,
    rounding: Rounding,
    fine: bool,
}

impl Pay {
    /// A rate about as high as so many cents an hour.
    fn about(&self, random: &mut Random, cents: i64) -> Dec {
        let dollars = match self.unit {
            RateUnit::Hour => Dec::new(cents, 2),
            RateUnit::Month => Dec::new(cents * 173, 2),
            RateUnit::Year => Dec::new(cents * 2_080, 2),
        };
        if self.fine {
            let scale = u32::try_from(random.whole(3, 6)).unwrap();
            let most = 10_i64.pow(scale) - 1;
            return &dollars + &Dec::new(random.whole(0, most), scale);
        }
        match self.rounding {
            Rounding::Dollar => dollars.to_dollars(),
            _ => dollars.to_cents(),
        }
    }
}

fn scales(random: &mut Random, pay: &Pay) -> Vec<Scale> {
    let count = usize::try_from(random.whole(1, 4)).unwrap();
    let names = SCALES.iter().take(count);
    names
        .map(|name| {
            let steps = random.whole(2, 6);
            let mut cents = random.whole(1_600, 5_500);
            let steps = (0..steps).map(|_| {
                let rate = pay.about(random, cents);
                cents += random.whole(40, 400);
                let months = *random.pick(&[12, 12, 12, 24, 18, 6, 1]);
                (Some(rate), months)
            });
            Scale {
                name: (*name).to_owned(),
                steps: steps.collect(),
            }
        })
        .collect()
}

fn ladders(random: &mut Random, scales: &[Scale]) -> Vec<Ladder> {
    let names: Vec<String> = scales.iter().map(|scale| scale.name.clone()).collect();
    if names.len() < 2 || !random.chance(70) {
        return vec![];
    }
    if names.len() == 4 && random.chance(40) {
        let (low, high) = names.split_at(2);
        return vec![
            Ladder {
                name: "Clinical".to_owned(),
                scales: low.to_vec(),
            },
            Ladder {
                name: "Support".to_owned(),
                scales: high.to_vec(),
            },
        ];
    }
    let mut scales = names;
    if random.chance(40) {
        scales.reverse();
    }
    vec![Ladder {
        name: "Clinical".to_owned(),
        scales,
    }]
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

fn group(random: &mut Random, at: i64, pay: &Pay, scales: &[Scale], as_of: Day) -> Group {
    let headcount = random.whole(1, 3_000);
    let stands = (!scales.is_empty() && random.chance(80)).then(|| {
        let scale = random.pick(scales);
        let top = i64::try_from(scale.steps.len()).unwrap();
        let step = usize::try_from(random.whole(1, top)).unwrap();
        let moves = step < scale.steps.len() && random.chance(55);
        Stands {
            scale: scale.name.clone(),
            step,
            next_step: moves.then(|| next_step(random, as_of)),
        }
    });
    Group {
        keys: Keys {
            market: some_of(random, &MARKETS),
            unit: some_of(random, &UNITS),
            job: some_of(random, &JOBS),
            ladder: None,
            scale: None,
            name: Some(format!("Group {at}")),
        },
        headcount: Some(Dec::whole(headcount)),
        fte: Some(fte_of(random, headcount)),
        rate: if stands.is_some() {
            None
        } else {
            let cents = random.whole(1_500, 9_500);
            Some(pay.about(random, cents))
        },
        stands,
    }
}

fn next_step(random: &mut Random, as_of: Day) -> Day {
    let day = as_of.plus(random.day_count(1, 800));
    let (year, month, _) = day.civil();
    match random.whole(1, 10) {
        1..=4 => Day::new(year, month, 1).plus_months(1),
        // The last of a month, which the next month may not have.
        5 => Day::new(year, month, 1).plus_months(1).plus(-1).max(day),
        _ => day,
    }
}

/// The names a workforce has under each key, in the order of a scope's fields.
pub fn names(people: &People) -> [Vec<String>; 6] {
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
        of(|keys| &keys.scale),
        of(|keys| &keys.name),
    ]
}

/// The employee looked at: the average, one in a group, or one at a rate of their own.
pub fn looked_at(random: &mut Random, workforce: &Workforce) -> Employee {
    let [.., groups] = names(&workforce.people);
    let in_a_group = !groups.is_empty() && random.chance(50);
    let pay = Pay {
        unit: workforce.rate_unit,
        rounding: workforce.rounding,
        fine: workforce.fine,
    };
    Employee {
        rate: random.chance(35).then(|| {
            let cents = random.whole(1_500, 9_500);
            pay.about(random, cents)
        }),
        fte: random.decimal(&["1", "1", "0.5", "0.8", "0.9375"]),
        group: in_a_group.then(|| random.pick(&groups).clone()),
    }
}

/// Rates on top of wages; some stop at a pay base people are near.
pub fn roll_up(random: &mut Random, around: &Dec) -> Vec<RollUp> {
    let count = *random.pick(&[0, 0, 0, 1, 1, 2, 3]);
    (0..count)
        .map(|_| {
            let pay_base = random.chance(35).then(|| {
                let near = around * &Dec::new(random.whole(90, 130), 2);
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
