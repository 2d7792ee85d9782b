//! What a group costs is what its members cost, on a scale or not.

use super::oracle::compare::differences;
use super::oracle::exact::Dec;
use super::oracle::figures::{Figure, Name, Part};
use super::oracle::model::{Group, Known, People, Scale, Stands};
use super::oracle::terms::{Clause, Kind, Terms};
use super::oracle::{generate, ron_text};
use super::{SEEDS, shown};

#[test]
fn a_scale_on_whose_one_step_everyone_stays_costs_what_the_group_alone_does() {
    for seed in SEEDS {
        let mut case = generate::case(seed);
        for offer in &mut case.offers {
            offer
                .clauses
                .retain(|clause| clause.terms.kind() != Kind::MinimumRate);
            for clause in &mut offer.clauses {
                (clause.scope.scale, clause.scope.ladder) = (vec![], vec![]);
                if let Terms::EquityPool(pool) = &mut clause.terms {
                    pool.payroll_of.scale.clear();
                    pool.payroll_of.ladder.clear();
                }
            }
        }
        case.baseline
            .retain(|clause| clause.terms.kind() != Kind::MinimumRate);
        for clause in &mut case.baseline {
            (clause.scope.scale, clause.scope.ladder) = (vec![], vec![]);
            if let Terms::EquityPool(pool) = &mut clause.terms {
                pool.payroll_of.scale.clear();
                pool.payroll_of.ladder.clear();
            }
        }
        let (mut alone, mut on_scales) = (case.clone(), case);
        let People::Groups(groups) = &mut alone.people else {
            continue;
        };
        let flat: Vec<Dec> = groups
            .iter()
            .map(|group| match (&group.stands, &group.rate) {
                (Some(stands), _) => &on_scales.scale(&stands.scale).steps[stands.step - 1].0,
                (None, rate) => rate,
            })
            .map(|rate| rate.clone().unwrap_or(Dec::whole(30)))
            .collect();
        for (group, rate) in groups.iter_mut().zip(&flat) {
            (group.stands, group.rate) = (None, Some(rate.clone()));
        }
        let People::Groups(groups) = &mut on_scales.people else {
            continue;
        };
        on_scales.ladders = vec![];
        on_scales.scales = flat
            .iter()
            .enumerate()
            .map(|(at, rate)| Scale {
                name: format!("Own scale {at}"),
                // A step above that nobody comes to, and the one they stand on as the top.
                steps: vec![(Some(&Dec::new(9, 1) * rate), 12), (Some(rate.clone()), 12)],
            })
            .collect();
        for (at, group) in groups.iter_mut().enumerate() {
            group.rate = None;
            group.stands = Some(Stands {
                scale: format!("Own scale {at}"),
                step: 2,
                next_step: None,
            });
        }
        alone.scales = vec![];
        alone.ladders = vec![];
        for case in [&mut alone, &mut on_scales] {
            // A step's rate has no more decimals than a file may carry.
            for (rate, _) in case.scales.iter_mut().flat_map(|scale| &mut scale.steps) {
                *rate = rate.as_ref().map(|rate| rate.to_places(6));
            }
            case.fill_keys();
        }
        let (alone, mut scaled) = (shown(&alone), shown(&on_scales));
        // With steps is told only where there are scales.
        for at in 0..on_scales.offers.len() {
            let unknown = Figure::Percent(None);
            scaled.replace(Part::Offer(at), Name::WithSteps, unknown);
        }
        let mut found = differences(&alone, &scaled);
        // By scale they stand in rows of their own.
        let by_scale = ["Gains { table: 3,", "GainsOf { table: 3,"];
        found.retain(|line| !by_scale.iter().any(|row| line.starts_with(row)));
        assert!(
            found.is_empty(),
            "{found:#?}\n{}",
            ron_text::write(&on_scales)
        );
    }
}

/// Half of a number of employees or FTE, no finer than it is written, and the rest.
fn halves(whole: &Known) -> (Known, Known) {
    let Some(whole) = whole else {
        return (None, None);
    };
    let half = Dec {
        digits: &whole.digits / 2,
        scale: whole.scale,
    };
    let rest = whole - &half;
    (Some(half), Some(rest))
}

/// Whether a scope that asks for a group's name asks for its other half too.
fn ask_for_both(clause: &mut Clause, name: &str) {
    let mut scopes = vec![&mut clause.scope];
    if let Terms::EquityPool(pool) = &mut clause.terms {
        scopes.push(&mut pool.payroll_of);
    }
    for scope in scopes {
        if scope.group.iter().any(|group| group == name) {
            scope.group.push("The other half".to_owned());
        }
    }
}

#[test]
fn splitting_a_group_changes_nothing() {
    for seed in SEEDS {
        let mut case = generate::case(seed);
        // Percentiles and pay per head are told by the head: halves of an odd number differ.
        let People::Groups(groups) = &mut case.people else {
            continue;
        };
        let at = usize::try_from(seed).unwrap() % groups.len();
        groups[at].headcount = groups[at].headcount.as_ref().map(|heads| heads.times(2));
        groups[at].fte = groups[at].fte.as_ref().map(|fte| fte.times(2));
        let mut split = case.clone();
        let People::Groups(groups) = &mut split.people else {
            continue;
        };
        let (headcount, other_headcount) = halves(&groups[at].headcount);
        let (fte, other_fte) = halves(&groups[at].fte);
        let mut other: Group = groups[at].clone();
        let name = other
            .keys
            .name
            .replace("The other half".to_owned())
            .unwrap();
        (other.headcount, other.fte) = (other_headcount, other_fte);
        (groups[at].headcount, groups[at].fte) = (headcount, fte);
        groups.insert(at + 1, other);
        let offers = split.offers.iter_mut().flat_map(|offer| &mut offer.clauses);
        for clause in offers.chain(&mut split.baseline) {
            ask_for_both(clause, &name);
        }
        let found = differences(&shown(&case), &shown(&split));
        assert!(found.is_empty(), "{found:#?}\n{}", ron_text::write(&case));
    }
}
