//! What few contracts have and all must be costed with: hardly any days, groups of nobody, minimums and pools that
//! are owed, raises for a time in the baseline, a stated day to compare prices with, several things unknown at once,
//! steps nobody is paid.

use super::calendar::Day;
use super::exact::Dec;
use super::generate_clauses::{Mood, scope};
use super::generate_terms::{hide_something, minimum, pool};
use super::model::{Case, People};
use super::random::Random;
use super::terms::{Clause, Terms};

pub fn edges(random: &mut Random, mood: &Mood, case: &mut Case) {
    if random.chance(12) {
        owed(random, mood, case);
    }
    if random.chance(20) {
        for clause in &mut case.baseline {
            if random.chance(50) {
                let until = clause.date.plus(random.day_count(20, 900));
                clause.until = Some(until);
            }
        }
    }
    if random.chance(8) {
        for clause in &mut case.baseline {
            clause.left_out = random.chance(50).then(|| "it was never paid".to_owned());
        }
    }
    if random.chance(6) {
        nobody(random, case);
    }
    let first_day = case.first_day;
    if let Some(inflation) = &mut case.inflation {
        let about = first_day.plus(random.day_count(-600, 900));
        inflation.reference = random.chance(30).then_some(about);
    }
    for offer in &mut case.offers {
        let last = offer.last_day.unwrap_or(case.last_day);
        for clause in &mut offer.clauses {
            let is_pool = matches!(clause.terms, Terms::EquityPool(_));
            if is_pool && random.chance(10) {
                let until = clause.date.plus(random.day_count(40, 700));
                clause.until = (until <= last).then_some(until);
            }
            if clause.terms.changes_rates() && random.chance(3) {
                let until = last.plus(random.day_count(1, 300));
                clause.until = (until > clause.date).then_some(until);
            }
        }
    }
    if random.chance(6) {
        for _ in 0..random.whole(1, 3) {
            hide_something(random, case);
        }
    }
    if random.chance(4) {
        hide_owed(random, case);
    }
    if random.chance(3) {
        hide_step(random, case);
    }
    if random.chance(4) {
        hide_step_below(random, case);
    }
}

/// A minimum or a pool that is owed.
fn owed(random: &mut Random, mood: &Mood, case: &mut Case) {
    if !matches!(case.people, People::Groups(_)) {
        return;
    }
    let date = case.rates_as_of.plus(random.day_count(-30, 500));
    let terms = if random.chance(60) {
        minimum(random, mood, case)
    } else {
        pool(random, case, date, case.last_day.plus(700))
    };
    let mut clause = Clause::new(date, terms);
    clause.scope = scope(random, &case.people, 50);
    case.baseline.push(clause);
}

/// A group of nobody at work, among the others.
fn nobody(random: &mut Random, case: &mut Case) {
    let People::Groups(groups) = &mut case.people else {
        return;
    };
    let mut empty = random.pick(groups).clone();
    empty.keys.name = Some("Nobody at work".to_owned());
    empty.fte = Some(Dec::zero());
    if random.chance(50) {
        empty.headcount = Some(Dec::zero());
    }
    let at = usize::try_from(random.next()).unwrap() % (groups.len() + 1);
    groups.insert(at, empty);
}

fn hide_owed(random: &mut Random, case: &mut Case) {
    if case.baseline.is_empty() {
        return;
    }
    let at = usize::try_from(random.next()).unwrap() % case.baseline.len();
    let mut values = case.baseline[at].terms.values_mut();
    if !values.is_empty() {
        let which = usize::try_from(random.next()).unwrap() % values.len();
        *values.swap_remove(which) = None;
    }
}

fn hide_step(random: &mut Random, case: &mut Case) {
    if case.scales.is_empty() {
        return;
    }
    let at = usize::try_from(random.next()).unwrap() % case.scales.len();
    let steps = &mut case.scales[at].steps;
    let which = usize::try_from(random.next()).unwrap() % steps.len();
    steps[which].0 = None;
}

/// A step nobody stands on or comes to: only a minimum has to see it.
fn hide_step_below(random: &mut Random, case: &mut Case) {
    let People::Groups(groups) = &case.people else {
        return;
    };
    let mut lowest: Vec<(String, usize)> = vec![];
    for stands in groups.iter().filter_map(|group| group.stands.as_ref()) {
        match lowest.iter_mut().find(|(scale, _)| *scale == stands.scale) {
            Some((_, step)) => *step = (*step).min(stands.step),
            None => lowest.push((stands.scale.clone(), stands.step)),
        }
    }
    lowest.retain(|(_, step)| *step > 1);
    if lowest.is_empty() {
        return;
    }
    let (scale, step) = random.pick(&lowest).clone();
    let which = usize::try_from(random.whole(0, i64::try_from(step).unwrap() - 2)).unwrap();
    for own in case.scales.iter_mut().filter(|own| own.name == scale) {
        own.steps[which].0 = None;
    }
}

/// A contract of a few days, now and then.
pub fn last_day(random: &mut Random, first_day: Day, otherwise: Day) -> Day {
    if random.chance(2) {
        first_day.plus(random.day_count(0, 40))
    } else {
        otherwise
    }
}
