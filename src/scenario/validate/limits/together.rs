//! What lists that are each of a fair length take together.

use std::collections::{HashMap, HashSet};

use super::{FieldPath, number};
use crate::scenario::fault::{Fault, Listed};
use crate::scenario::{Clause, ClauseTerms, Offer, OfferId, Quantity, Scenario};

/// What each clause is worth takes the offer anew without it and with more of it, over every group and every rate
/// that changes on the way: groups times the cube of an offer's clauses, over all offers. A thousand groups under two
/// offers of twenty clauses make a thousandth of it.
const WORK: u64 = 21_000_000_000;
/// Fewer groups take as long as these: what is done once for each clause outweighs them.
const FEW_GROUPS: usize = 16;
/// Steps of wage scales in all their copies: what each is paid is kept after each clause, and who stands on it at each
/// moment that somebody moves.
const STEPS: usize = 55_000;
/// A step takes as long as so many groups.
const GROUPS_OF_A_STEP: usize = 20;
/// What is done once for an offer takes as long as so many clauses.
const CLAUSES_OF_AN_OFFER: usize = 7;
/// Different markets, units and jobs, times offers: what each offer gives each of them is told.
const PARTS: usize = 150_000;
/// The same, times the square of an offer's clauses: each part goes through every change by itself, twice for each clause.
const SQUARES: u64 = 30_000_000;
/// To check a claim takes its offers many times for each of their clauses.
const TIMES_OF_A_CLAIM: u64 = 70;
/// So many rates of a part take as long as the part itself.
const RATES_OF_A_PART: usize = 8;
/// Rates of the roll-up times groups: each rate is applied to the pay of each group.
const ROLLED_UP: usize = 700_000;
/// So many steps take as long under a rate of the roll-up as one group.
const STEPS_OF_A_GROUP: usize = 5;
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
    let owed = changes(&scenario.baseline);
    let offered_changes = scenario.offers.iter().map(|offer| changes(&offer.clauses));
    let taken_by = |one: fn(usize) -> u64| {
        let each = offered_changes.clone();
        let each = each.map(|own| one(own.saturating_add(owed)));
        each.fold(0, u64::saturating_add)
    };
    let parts = parts(scenario);
    let too_many_parts = || {
        let fault = Fault::TooManyParts {
            offers: offered,
            parts,
        };
        Some((people(), fault))
    };
    if parts.saturating_mul(offered) > PARTS {
        return too_many_parts();
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
    let rolled_up = scenario.roll_up.len();
    let most = ROLLED_UP / groups.saturating_add(steps / STEPS_OF_A_GROUP).max(1);
    if rolled_up > most {
        let fault = Fault::TooMany {
            count: rolled_up,
            most,
            of: Listed::RollUpRates,
        };
        return Some((FieldPath::of("roll_up"), fault));
    }
    let rates = groups
        .max(FEW_GROUPS)
        .saturating_add(steps.saturating_mul(GROUPS_OF_A_STEP));
    let cubes = taken_by(cube);
    if number(rates).saturating_mul(cubes) > WORK {
        let place = if rates > FEW_GROUPS {
            people()
        } else {
            offers()
        };
        let listed = scenario.offers.iter().map(|offer| offer.clauses.len());
        let clauses = listed
            .sum::<usize>()
            .saturating_add(scenario.baseline.len());
        let fault = Fault::TooManyTogether {
            groups,
            clauses,
            offers: offered,
            most: most_clauses(rates, offered).saturating_sub(owed),
        };
        return Some((place, fault));
    }
    if parts > FEW_GROUPS && taken_by(square).saturating_mul(number(parts)) > SQUARES {
        return too_many_parts();
    }
    let claims = scenario.claims.len();
    let rates_of_a_claim = parts.saturating_add(rates / RATES_OF_A_PART);
    (checking(scenario, rates_of_a_claim) > WORK)
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

/// Clauses as they are worked through: each part of a pool sees all rates anew, as a clause does.
fn changes(clauses: &[Clause]) -> usize {
    let parts = clauses.iter().map(|clause| match &clause.terms {
        ClauseTerms::EquityPool { tranches, .. } => tranches.len().max(1),
        _ => 1,
    });
    parts.fold(0, usize::saturating_add)
}

/// Different markets, units and jobs.
fn parts(scenario: &Scenario) -> usize {
    let groups = scenario.workforce.groups().unwrap_or_default().iter();
    let keys = groups.map(|group| [&group.market, &group.unit, &group.job]);
    keys.collect::<HashSet<_>>().len()
}

/// What an offer with so many clauses takes of one part of the workforce.
fn square(clauses: usize) -> u64 {
    number(clauses.saturating_add(CLAUSES_OF_AN_OFFER)).saturating_pow(2)
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
    let owed = changes(&scenario.baseline);
    let counts = number(scenario.counts.len().saturating_add(1));
    let offers: HashMap<&OfferId, &Offer> = scenario
        .offers
        .iter()
        .map(|offer| (&offer.id, offer))
        .collect();
    let of_one = |id: &OfferId| {
        let own = offers.get(id).map_or(0, |offer| changes(&offer.clauses));
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
