//! How much a scenario may hold: a hundredfold of what a real contract has. Beyond that a file is no
//! contract, and checking and costing it would take the machine's time and memory.

mod together;

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
/// Scales, ladders, sources and assumptions, each.
const LISTED: usize = 5_000;
/// Steps of a scale, scales of a ladder, roll-up rates, goals.
const SHORT: usize = 100;
/// Dates and values of one clause: every month of the longest term.
const DATED: usize = 600;
/// Of all clauses together: each is gone through for what each other clause is worth.
const ALL_DATED: usize = 60_000;
/// What a published dispute had fifteen of.
const CLAIMS: usize = 1_500;
/// Of the workforce, beside its own.
const COUNTS: usize = 100;
const SETTLEMENTS: usize = 1_000;
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
    list(people, groups, GROUPS, Listed::Groups);
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
    let all = scenario.offers.iter().map(|offer| &offer.clauses);
    let all = all.chain([&scenario.baseline]).flatten();
    let dated = all.map(|clause| clause.terms.own_dates().len());
    let dated = dated.fold(0, usize::saturating_add);
    list(FieldPath::of("offers"), dated, ALL_DATED, Listed::Dates);
    of_statements(scenario, &mut list);
    if found.errors() == before
        && let Some((place, fault)) = together::fault(scenario)
    {
        found.error(place, fault);
    }
    found.errors() == before
}

fn of_statements(scenario: &Scenario, list: &mut impl FnMut(FieldPath, usize, usize, Listed)) {
    let claims = scenario.claims.len();
    list(FieldPath::of("claims"), claims, CLAIMS, Listed::Claims);
    let counts = scenario.counts.len();
    list(FieldPath::of("counts"), counts, COUNTS, Listed::Counts);
    let settlements = FieldPath::of("settlements");
    let all = scenario.settlements.iter();
    list(
        settlements.clone(),
        all.len(),
        SETTLEMENTS,
        Listed::Settlements,
    );
    for (at, one) in all.enumerate() {
        let place = || settlements.index(at);
        let (raises, sums) = (one.raises.len(), one.lump_sums.len());
        if raises > SHORT {
            list(place().field("raises"), raises, SHORT, Listed::Raises);
        }
        if sums > SHORT {
            list(place().field("lump_sums"), sums, SHORT, Listed::LumpSums);
        }
    }
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
