//! Copies of one wage scale in one market whose rates a raise has made unequal, before a minimum: whichever is
//! lifted furthest lifts the scales above it on the ladder.

use super::exact::Dec;
use super::model::{Case, Group, Keys, People, Stands};
use super::random::Random;
use super::terms::{Clause, Ripple, Terms};

const MARKET: &str = "East";
const UNITS: [&str; 2] = ["Nurses", "Service"];

pub fn unequal_copies(random: &mut Random, case: &mut Case) {
    let Some(ladder) = case.ladders.first().map(|ladder| ladder.scales.clone()) else {
        return;
    };
    let Some(first_rate) = case.scale(&ladder[0]).steps[0].0.clone() else {
        return;
    };
    let People::Groups(groups) = &mut case.people else {
        return;
    };
    let mut add = |scale: &str, unit: &str| {
        let headcount = random.whole(1, 900);
        groups.push(Group {
            keys: Keys {
                market: Some(MARKET.to_owned()),
                unit: Some(unit.to_owned()),
                name: Some(format!("{scale} of {unit}")),
                ..Keys::default()
            },
            headcount: Some(Dec::whole(headcount)),
            fte: Some(Dec::new(headcount * random.whole(5, 10), 1)),
            rate: None,
            stands: Some(Stands {
                scale: scale.to_owned(),
                step: 1,
                next_step: None,
            }),
        });
    };
    for unit in UNITS {
        add(&ladder[0], unit);
    }
    add(&ladder[1], UNITS[ladder.len() % UNITS.len()]);
    case.fill_keys();
    // One unit is raised a little first; then everyone's first step is lifted past both.
    let at = usize::try_from(random.next()).unwrap() % case.offers.len();
    let last_day = case.offers[at].last_day.unwrap_or(case.last_day);
    let within = (last_day.0 - case.first_day.0 - 60).clamp(0, 150);
    let raised = case.first_day.plus(random.day_count(0, within));
    let mut early = Clause::new(
        raised,
        Terms::Percent(Some(Dec::new(random.whole(50, 700), 2))),
    );
    early.scope.unit = vec![(*random.pick(&UNITS)).to_owned()];
    let lifted = raised.plus(random.day_count(1, 60)).min(last_day);
    let above = &first_rate * &Dec::new(random.whole(108, 135), 2);
    let minimum = Clause::new(
        lifted,
        Terms::MinimumRate {
            by_market: vec![],
            elsewhere: Some(Some(above.to_dollars())),
            ripple: *random.pick(&[Ripple::SamePercent, Ripple::SameDollars]),
        },
    );
    case.offers[at].clauses.extend([early, minimum]);
}
