//! What lists that are each of a fair length take together.

use std::collections::{HashMap, HashSet};

use super::{FieldPath, number};
use crate::scenario::fault::Fault;
use crate::scenario::{Offer, OfferId, Quantity, Scenario};

/// What each clause is worth takes the offer anew without it and with more of it, over every group and every rate
/// that changes on the way: groups times the cube of an offer's clauses, over all offers. A thousand groups under two
/// offers of twenty clauses make a thousandth of it.
const WORK: u64 = 21_000_000_000;
/// Fewer groups take as long as these: what is done once for each clause outweighs them.
const FEW_GROUPS: usize = 16;
/// Steps of wage scales in all their copies: what each is paid is kept after each clause, and who stands on it at each
/// moment that somebody moves.
const STEPS: usize = 60_000;
/// A step takes as long as so many groups.
const GROUPS_OF_A_STEP: usize = 20;
/// What is done once for an offer takes as long as so many clauses.
const CLAUSES_OF_AN_OFFER: usize = 7;
/// Different markets, units and jobs, times offers: what each offer gives each of them is told.
const PARTS: usize = 150_000;
/// To check a claim takes its offers several times for each of their clauses.
const TIMES_OF_A_CLAIM: u64 = 10;
/// To cost one raise alone with another count of the workforce takes as long as so many clauses of one group.
const RAISE_ALONE: u64 = 60_000;
/// To hold a claim against another count takes as long, and as much memory, as so many clauses of one group.
const AGAINST_A_COUNT: u64 = 1_000_000;

/// What is too much together, and where; nothing where all can be costed.
pub(super) fn fault(scenario: &Scenario) -> Option<(FieldPath, Fault)> {
    let people = || FieldPath::of("workforce").field("people");
    let offers = || FieldPath::of("offers");
    let groups = scenario.workforce.groups().map_or(0, <[_]>::len);
    let offered = scenario.offers.len();
    if groups.saturating_mul(offered) > PARTS {
        let keys = scenario.workforce.groups().unwrap_or_default().iter();
        let parts = keys
            .map(|group| [&group.market, &group.unit, &group.job])
            .collect::<HashSet<_>>()
            .len();
        if parts.saturating_mul(offered) > PARTS {
            let offers = offered;
            return Some((people(), Fault::TooManyParts { offers, parts }));
        }
    }
    let steps = steps(scenario);
    if steps > STEPS {
        let place = FieldPath::of("workforce").field("scales");
        let fault = Fault::TooManySteps {
            count: steps,
            most: STEPS,
        };
        return Some((place, fault));
    }
    let rates = groups
        .max(FEW_GROUPS)
        .saturating_add(steps.saturating_mul(GROUPS_OF_A_STEP));
    let owed = scenario.baseline.len();
    let clauses_of = scenario.offers.iter().map(|offer| offer.clauses.len());
    let cubes = clauses_of
        .clone()
        .map(|own| cube(own.saturating_add(owed)))
        .fold(0, u64::saturating_add);
    if number(rates).saturating_mul(cubes) > WORK {
        let place = if rates > FEW_GROUPS {
            people()
        } else {
            offers()
        };
        let clauses = clauses_of.sum::<usize>().saturating_add(owed);
        let fault = Fault::TooManyTogether {
            groups,
            clauses,
            offers: offered,
            most: most_clauses(rates, offered).saturating_sub(owed),
        };
        return Some((place, fault));
    }
    let claims = scenario.claims.len();
    (checking(scenario, rates) > WORK)
        .then(|| (FieldPath::of("claims"), Fault::TooManyToCheck { claims }))
}

/// How many clauses each of so many offers may have, those that are owed among them.
fn most_clauses(rates: usize, offers: usize) -> usize {
    let of_all = |clauses: usize| {
        let of_one = cube(clauses).saturating_mul(number(rates));
        of_one.saturating_mul(number(offers.max(1)))
    };
    (1_usize..)
        .take_while(|clauses| of_all(*clauses) <= WORK)
        .last()
        .unwrap_or(0)
}

/// What an offer with so many clauses takes of one group.
fn cube(clauses: usize) -> u64 {
    number(clauses.saturating_add(CLAUSES_OF_AN_OFFER)).saturating_pow(3)
}

/// Steps of all copies of scales: one copy for each market, unit and job that stands on it.
fn steps(scenario: &Scenario) -> usize {
    let scales = scenario.workforce.scales.iter();
    let lengths: HashMap<&str, usize> = scales
        .map(|scale| (scale.name.as_str(), scale.steps.len()))
        .collect();
    let mut seen = HashSet::new();
    let groups = scenario.workforce.groups().unwrap_or_default().iter();
    let copies = groups.filter_map(|group| {
        let scale = group.scale.as_deref()?;
        let keys = [&group.market, &group.unit, &group.job].map(Option::as_deref);
        let length = lengths.get(scale)?;
        seen.insert((scale, keys)).then_some(*length)
    });
    copies.fold(0, usize::saturating_add)
}

/// What checking all claims takes, in clauses of one group.
fn checking(scenario: &Scenario, rates: usize) -> u64 {
    if scenario.claims.is_empty() {
        return 0;
    }
    let owed = scenario.baseline.len();
    let counts = number(scenario.counts.len().saturating_add(1));
    let offers: HashMap<&OfferId, &Offer> = scenario
        .offers
        .iter()
        .map(|offer| (&offer.id, offer))
        .collect();
    let of_one = |id: &OfferId| {
        let own = offers.get(id).map_or(0, |offer| offer.clauses.len());
        cube(own.saturating_add(owed))
    };
    let compared = [&scenario.a, &scenario.b];
    let of_gap = compared
        .into_iter()
        .flatten()
        .map(of_one)
        .fold(0, u64::saturating_add);
    let of_claims = scenario.claims.iter().map(|claim| match &claim.quantity {
        Quantity::Gap { .. } => of_gap,
        other => other.offer().map_or(0, of_one),
    });
    let solved = of_claims
        .fold(0, u64::saturating_add)
        .saturating_mul(TIMES_OF_A_CLAIM)
        .saturating_mul(number(rates));
    let clauses = scenario.offers.iter().map(|offer| offer.clauses.len());
    let alone = number(clauses.sum::<usize>())
        .saturating_mul(counts)
        .saturating_mul(RAISE_ALONE);
    let against = number(scenario.claims.len())
        .saturating_mul(counts)
        .saturating_mul(AGAINST_A_COUNT);
    solved.saturating_add(alone).saturating_add(against)
}
