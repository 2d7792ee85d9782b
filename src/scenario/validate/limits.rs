//! How much a scenario may hold: a hundredfold of what a real contract has. Beyond that a file is no
//! contract, and checking and costing it would take the machine's time and memory.

use super::{FieldPath, Findings};
use crate::scenario::fault::{Fault, Listed};
use crate::scenario::{Clause, ClauseTerms, Scenario, ScopeKey};

const GROUPS: usize = 100_000;
const OFFERS: usize = 200;
/// Of one offer, and of the baseline.
const CLAUSES: usize = 1_000;
/// Of all offers and the baseline together.
const ALL_CLAUSES: usize = 5_000;
/// Names under one key of a scope.
const NAMES: usize = 2_000;
/// What each clause is worth takes the offer anew without it and with more of it, over every group and every rate
/// that changes on the way: groups times the cube of an offer's clauses, over all offers. A thousand groups under two
/// offers of twenty clauses make a thousandth of it.
const WORK: u64 = 20_000_000_000;
/// Fewer groups take as long as these: what is done once for each clause outweighs them.
const FEW_GROUPS: usize = 16;
/// Scales, ladders, sources and assumptions, each.
const LISTED: usize = 5_000;
/// Steps of a scale, scales of a ladder, roll-up rates, goals.
const SHORT: usize = 100;
/// Dates and values of one clause: every month of the longest term.
const DATED: usize = 600;
/// Months from 1900 to 2200.
const MONTHS: usize = 3_612;

/// Whether the scenario is of a size that can be checked further; says where it isn't.
pub(super) fn check(scenario: &Scenario, found: &mut Findings) -> bool {
    let before = found.errors();
    let mut list = |place: FieldPath, count: usize, most: usize, of: Listed| {
        if count > most {
            found.error(place, Fault::TooMany { count, most, of });
        }
    };
    let workforce = FieldPath::of("workforce");
    let people = workforce.field("people");
    let groups = scenario.workforce.groups().map_or(0, <[_]>::len);
    list(people.clone(), groups, GROUPS, Listed::Groups);
    let scales = &scenario.workforce.scales;
    list(
        workforce.field("scales"),
        scales.len(),
        LISTED,
        Listed::WageScales,
    );
    for (at, scale) in scales.iter().enumerate() {
        let place = workforce.field("scales").index(at).field("steps");
        list(place, scale.steps.len(), SHORT, Listed::Steps);
    }
    let ladders = &scenario.workforce.ladders;
    list(
        workforce.field("ladders"),
        ladders.len(),
        LISTED,
        Listed::Ladders,
    );
    for (at, ladder) in ladders.iter().enumerate() {
        let place = workforce.field("ladders").index(at).field("scales");
        list(place, ladder.scales.len(), SHORT, Listed::Scales);
    }
    list(
        FieldPath::of("roll_up"),
        scenario.roll_up.len(),
        SHORT,
        Listed::RollUpRates,
    );
    list(
        FieldPath::of("sources"),
        scenario.sources.len(),
        LISTED,
        Listed::Sources,
    );
    list(
        FieldPath::of("assumptions"),
        scenario.assumptions.len(),
        LISTED,
        Listed::Assumptions,
    );
    for (at, assumption) in scenario.assumptions.iter().enumerate() {
        let place = FieldPath::of("assumptions").index(at).field("sources");
        list(place, assumption.sources.len(), SHORT, Listed::Sources);
    }
    if let Some(inflation) = &scenario.inflation {
        let place = FieldPath::of("inflation").field("index");
        list(place, inflation.index.len(), MONTHS, Listed::Months);
    }
    let figures = FieldPath::of("figures");
    let settings = &scenario.figures;
    list(
        figures.field("chosen"),
        settings.chosen.len(),
        SHORT,
        Listed::Figures,
    );
    list(
        figures.field("short_names"),
        settings.short_names.len(),
        OFFERS,
        Listed::Names,
    );
    list(
        figures.field("edits"),
        settings.edits.len(),
        SHORT,
        Listed::Entries,
    );
    list(
        FieldPath::of("baseline"),
        scenario.baseline.len(),
        CLAUSES,
        Listed::Clauses,
    );
    list(
        FieldPath::of("offers"),
        scenario.offers.len(),
        OFFERS,
        Listed::Offers,
    );
    let owed = scenario.baseline.len();
    let mut clauses = owed;
    let mut cubes = 0_u64;
    for (at, clause) in scenario.baseline.iter().enumerate() {
        of_clause(clause, &FieldPath::of("baseline").index(at), &mut list);
    }
    for (at, offer) in scenario.offers.iter().enumerate() {
        let place = FieldPath::of("offers").index(at);
        list(
            place.field("clauses"),
            offer.clauses.len(),
            CLAUSES,
            Listed::Clauses,
        );
        list(
            place.field("sources"),
            offer.sources.len(),
            LISTED,
            Listed::Sources,
        );
        clauses += offer.clauses.len();
        cubes = cubes.saturating_add(number(offer.clauses.len() + owed).saturating_pow(3));
        for (n, clause) in offer.clauses.iter().enumerate() {
            of_clause(clause, &place.field("clauses").index(n), &mut list);
        }
    }
    list(
        FieldPath::of("offers"),
        clauses,
        ALL_CLAUSES,
        Listed::Clauses,
    );
    let work = number(groups.max(FEW_GROUPS)).saturating_mul(cubes);
    if work > WORK && found.errors() == before {
        let place = if groups > FEW_GROUPS {
            people
        } else {
            FieldPath::of("offers")
        };
        found.error(place, Fault::TooManyTogether { groups, clauses });
    }
    found.errors() == before
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn of_clause(
    clause: &Clause,
    place: &FieldPath,
    list: &mut impl FnMut(FieldPath, usize, usize, Listed),
) {
    for key in ScopeKey::ALL {
        let count = clause.scope.under(key).len();
        if count > NAMES {
            list(
                place.field("scope").field(key.name()),
                count,
                NAMES,
                Listed::Names,
            );
        }
    }
    let terms = place.field("terms");
    if let Some((dates, _)) = clause.terms.kind().list_of_dates() {
        let most = match clause.terms {
            ClauseTerms::EquityPool { .. } => SHORT,
            _ => DATED,
        };
        let count = clause.terms.own_dates().len();
        list(terms.field(dates), count, most, Listed::Dates);
    }
    match &clause.terms {
        ClauseTerms::MinimumRate { by_market, .. } => {
            list(
                terms.field("by_market"),
                by_market.len(),
                DATED,
                Listed::Markets,
            );
        }
        ClauseTerms::EquityPool { payroll_of, .. } => {
            for key in ScopeKey::ALL {
                let place = terms.field("payroll_of").field(key.name());
                list(place, payroll_of.under(key).len(), NAMES, Listed::Names);
            }
        }
        ClauseTerms::Payout { goals, .. } => {
            list(terms.field("goals"), goals.len(), SHORT, Listed::Goals);
        }
        _ => {}
    }
}
