//! What must hold of the program's figures whatever the scenario, and one thing that needn't.

// A panic in a helper is the failure message, as it is in a test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "properties/gap.rs"]
mod gap;
#[path = "properties/groups.rs"]
mod groups;
#[path = "oracle/mod.rs"]
mod oracle;
#[path = "properties/unknown.rs"]
mod unknown;

use std::ops::Range;

use counteroffer::costing::figures::report;
use counteroffer::files::parse_scenario;
use num_traits::Zero;
use oracle::calendar::Day;
use oracle::compare::{agree, differences, readable};
use oracle::exact::{Dec, Fraction, fraction};
use oracle::figures::{Key, Name, Part, Sheet};
use oracle::generate;
use oracle::model::{Case, Group, Keys, Known, Offer, People, RateUnit, Rounding};
use oracle::ron_text;
use oracle::terms::{Clause, Kind, Pool, Terms};

/// Scenarios each property is tried on; none of them is among those the oracle compares.
const SEEDS: Range<u64> = 10_000..10_150;

/// The program's figures of a case.
fn shown(case: &Case) -> Sheet {
    let text = ron_text::write(case);
    let scenario = parse_scenario(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let figures = report(&scenario).unwrap_or_else(|error| panic!("{error}\n{text}"));
    oracle::shown::sheet(&figures)
}

fn same(one: Option<&Fraction>, other: Option<&Fraction>, what: Key, case: &Case) {
    assert!(
        agree(one, other, Some(6)),
        "{what:?}: {} and {}\n{}",
        readable(one),
        readable(other),
        ron_text::write(case)
    );
}

/// The sum of one figure over the parts of a list; `None` where any of them is unknown.
fn total(sheet: &Sheet, name: Name, listed: impl Fn(Part) -> bool) -> Option<Fraction> {
    let own = sheet.figures.iter();
    own.filter(|((part, own), _)| *own == name && listed(*part))
        .map(|((part, name), _)| sheet.value(*part, *name).cloned())
        .sum()
}

fn counted(offer: &Offer) -> Vec<usize> {
    let clauses = offer.clauses.iter().enumerate();
    let counted = clauses.filter(|(_, clause)| clause.is_counted());
    counted.map(|(at, _)| at).collect()
}

/// One of an offer's counted clauses, another by each seed.
fn chosen(offer: &Offer, seed: u64) -> Option<usize> {
    let counted = counted(offer);
    let which = usize::try_from(seed).unwrap().checked_rem(counted.len())?;
    Some(counted[which])
}

#[test]
fn a_clause_changes_nothing_before_it_takes_effect() {
    for seed in SEEDS {
        let case = generate::case(seed);
        let with = shown(&case);
        for (at, offer) in case.offers.iter().enumerate() {
            let Some(dropped) = chosen(offer, seed) else {
                continue;
            };
            // A raise of the first year may lower what a pool gives earlier in it.
            let capped = offer.clauses.iter().any(|clause| match &clause.terms {
                Terms::EquityPool(pool) => pool.cap.is_some() && clause.is_counted(),
                _ => false,
            });
            if capped && offer.clauses[dropped].scope.is_everyone() {
                continue;
            }
            let mut less = case.clone();
            less.offers[at].clauses.remove(dropped);
            let without = shown(&less);
            let raise = Part::Raise {
                offer: at,
                clause: dropped,
            };
            let day = Day::iso(with.words(raise, Name::TakesEffect));
            // Where the clause is or rests on what isn't known, there is nothing to compare.
            let cost = |sheet: &Sheet| sheet.value(Part::Offer(at), Name::Cost).is_some();
            let alike = cost(&with) == cost(&without);
            if offer.clauses[dropped].terms.is_known() && alike {
                unchanged_before(&case, at, day, &with, &without);
            }
        }
    }
}

fn unchanged_before(case: &Case, at: usize, day: Day, with: &Sheet, without: &Sheet) {
    let years = (0..).map(|n| Part::Year(at, n));
    let years = years.take_while(|part| with.find(*part, Name::LastDay).is_some());
    for (n, part) in years.enumerate() {
        if Day::iso(with.words(part, Name::LastDay)) >= day {
            return;
        }
        let cumulative = Part::Cumulative(at, n);
        let keys = [
            (part, Name::Payroll),
            (part, Name::Cash),
            (part, Name::Annualized),
            (part, Name::CarryOver),
            (part, Name::NewMoney),
            (cumulative, Name::Earned),
            (cumulative, Name::LumpSums),
        ];
        for (part, name) in keys {
            same(
                with.value(part, name),
                without.value(part, name),
                (part, name),
                case,
            );
        }
    }
}

/// Only whole cents, or dollars, stay as they are when a clause that changes nothing rounds them.
fn round_rates(case: &mut Case) {
    let rounding = case.rounding;
    let round = |rate: &Dec| match rounding {
        Rounding::Dollar => rate.to_dollars(),
        _ => rate.to_cents(),
    };
    for (rate, _) in case.scales.iter_mut().flat_map(|scale| &mut scale.steps) {
        *rate = rate.as_ref().map(round);
    }
    if let People::Groups(groups) = &mut case.people {
        for group in groups {
            group.rate = group.rate.as_ref().map(round);
        }
    }
}

#[test]
fn zero_raises_cost_nothing() {
    for seed in SEEDS {
        let mut case = generate::case(seed);
        round_rates(&mut case);
        for clause in case.offers.iter_mut().flat_map(|offer| &mut offer.clauses) {
            let zero: Known = Some(Dec::zero());
            clause.terms = match clause.date.0 % 5 {
                0 => Terms::PerHour(zero),
                1 => Terms::Floor(zero),
                2 => Terms::GreaterOf {
                    percent: zero.clone(),
                    dollars: oracle::terms::Dollars::PerYear(zero),
                },
                3 => Terms::PerYear(zero),
                _ => Terms::Percent(zero),
            };
        }
        let sheet = shown(&case);
        for at in 0..case.offers.len() {
            for name in [
                Name::Cost,
                Name::Wages,
                Name::RollUp,
                Name::PresentValue,
                Name::BeforeTheTerm,
            ] {
                let part = Part::Offer(at);
                if let Some(value) = sheet.value(part, name) {
                    same(Some(value), Some(&fraction(0)), (part, name), &case);
                }
            }
        }
    }
}

#[test]
fn parts_add_up_to_the_cost() {
    for seed in SEEDS {
        let case = generate::case(seed);
        let sheet = shown(&case);
        for at in 0..case.offers.len() {
            let offer = Part::Offer(at);
            let Some(cost) = sheet.value(offer, Name::Cost) else {
                continue;
            };
            let of_year = |part| matches!(part, Part::Year(own, _) if own == at);
            let of_raise = |part| matches!(part, Part::Raise { offer, .. } if offer == at);
            let of_scope = |part| matches!(part, Part::Scope(own, _) if own == at);
            let of_benefit = |part| matches!(part, Part::Benefit { offer, .. } if offer == at);
            let years = total(&sheet, Name::Cash, of_year);
            same(
                years.as_ref(),
                Some(cost),
                (Part::Year(at, 0), Name::Cash),
                &case,
            );
            let worths = total(&sheet, Name::Worth, of_raise);
            same(worths.as_ref(), Some(cost), (offer, Name::Worth), &case);
            let benefits = sheet.value(offer, Name::Benefits).unwrap();
            let listed = total(&sheet, Name::Cost, of_benefit);
            same(
                listed.as_ref(),
                Some(benefits),
                (offer, Name::Benefits),
                &case,
            );
            let in_years = total(&sheet, Name::Benefits, of_year);
            same(
                in_years.as_ref(),
                Some(benefits),
                (offer, Name::Benefits),
                &case,
            );
            // Benefits are not allocated to scopes: they stand beside.
            let allocated = cost - benefits;
            let scopes = total(&sheet, Name::Cost, of_scope);
            same(
                scopes.as_ref(),
                Some(&allocated),
                (Part::Scope(at, 0), Name::Cost),
                &case,
            );
        }
    }
}

#[test]
fn postponing_an_unrounded_raise_never_costs_more() {
    for seed in SEEDS {
        let mut case = generate::case(seed);
        case.rounding = Rounding::None;
        let offers = case.offers.iter_mut().flat_map(|offer| &mut offer.clauses);
        for (at, clause) in offers.chain(&mut case.baseline).enumerate() {
            if clause.terms.changes_rates() {
                let percent = Dec::new(25 + 25 * i64::try_from(at).unwrap(), 2);
                clause.terms = Terms::Percent(Some(percent));
                clause.until = None;
            }
        }
        let before = shown(&case);
        for (at, offer) in case.offers.iter().enumerate() {
            let Some(chosen) = chosen(offer, seed) else {
                continue;
            };
            if !offer.clauses[chosen].terms.changes_rates() {
                continue;
            }
            let mut later = case.clone();
            let last_day = offer.last_day.unwrap_or(case.last_day);
            let date = &mut later.offers[at].clauses[chosen].date;
            *date = date
                .plus(1 + i32::try_from(seed % 200).unwrap())
                .min(last_day)
                .max(*date);
            let key = (Part::Offer(at), Name::Wages);
            let after = shown(&later);
            let (before, after) = (before.value(key.0, key.1), after.value(key.0, key.1));
            if after > before {
                same(after, before, key, &later);
            }
        }
    }
}

/// What of a report doesn't depend on how clauses are numbered.
fn without_places(sheet: &Sheet) -> Sheet {
    let mut kept = Sheet::default();
    for ((part, name), figure) in &sheet.figures {
        let by_place = matches!(
            part,
            Part::Raise { .. }
                | Part::Benefit { .. }
                | Part::BenefitYear { .. }
                | Part::Pool { .. }
                | Part::Lifted { .. }
                | Part::LeftOut { .. }
        );
        if !by_place && *name != Name::Order {
            kept.put(*part, *name, figure.clone());
        }
    }
    kept
}

#[test]
fn a_clause_left_out_leaves_every_figure_as_if_it_were_not_there() {
    for seed in SEEDS {
        let case = generate::case(seed);
        for (at, offer) in case.offers.iter().enumerate() {
            let Some(dropped) = chosen(offer, seed) else {
                continue;
            };
            let mut left_out = case.clone();
            left_out.offers[at].clauses[dropped].left_out = Some("a reason".to_owned());
            let mut without = case.clone();
            without.offers[at].clauses.remove(dropped);
            let one = without_places(&shown(&left_out));
            let found = differences(&one, &without_places(&shown(&without)));
            assert!(
                found.is_empty(),
                "{found:#?}\n{}",
                ron_text::write(&left_out)
            );
        }
    }
}

#[test]
fn a_pool_capped_to_nothing_costs_nothing() {
    let mut tried = 0;
    for seed in SEEDS {
        let mut case = generate::case(seed);
        round_rates(&mut case);
        for offer in &mut case.offers {
            for clause in &mut offer.clauses {
                // No cut may make room under the cap.
                if let Some(percent) = clause.terms.percent()
                    && percent.is_negative()
                {
                    clause.terms = Terms::Percent(Some(percent.negated()));
                }
                if let Terms::Cola { floor, cap, .. } = &mut clause.terms {
                    (*floor, *cap) = (Some(Dec::zero()), None);
                }
                if let Terms::EquityPool(Pool { cap, .. }) = &mut clause.terms {
                    *cap = Some(Dec::zero());
                }
            }
        }
        let capped = shown(&case);
        let mut without = case.clone();
        for clause in without
            .offers
            .iter_mut()
            .flat_map(|offer| &mut offer.clauses)
        {
            if clause.terms.kind() == Kind::EquityPool {
                clause.left_out = Some("to compare".to_owned());
                tried += 1;
            }
        }
        let without = shown(&without);
        for at in 0..case.offers.len() {
            for name in [Name::Cost, Name::PresentValue, Name::ExitRunRate] {
                let key = (Part::Offer(at), name);
                let (one, other) = (capped.value(key.0, key.1), without.value(key.0, key.1));
                if one.is_some() {
                    same(one, other, key, &case);
                }
            }
        }
    }
    assert!(tried > 20, "only {tried} pools");
}

/// One employee at $25.00 with two raises, and the rate they end at.
fn end_rate(raises: [&str; 2]) -> Fraction {
    let mut case = generate::case(0);
    let clause =
        |percent: &&str| Clause::new(case.first_day, Terms::Percent(Some(Dec::parse(percent))));
    let clauses: Vec<Clause> = raises.iter().map(clause).collect();
    let one = Some(Dec::whole(1));
    case.rounding = Rounding::Cent;
    case.rate_unit = RateUnit::Hour;
    case.hours = Dec::whole(1);
    case.baseline = vec![];
    case.employee.group = None;
    case.scales = vec![];
    case.ladders = vec![];
    case.people = People::Groups(vec![Group {
        keys: Keys {
            name: Some("One".to_owned()),
            ..Default::default()
        },
        headcount: one.clone(),
        fte: one,
        rate: Some(Dec::parse("25.00")),
        stands: None,
    }]);
    for offer in &mut case.offers {
        offer.clauses.clone_from(&clauses);
    }
    let sheet = shown(&case);
    let rate = sheet
        .value(Part::Offer(0), Name::ExitRunRate)
        .unwrap()
        .clone();
    assert!(!rate.is_zero());
    rate
}

#[test]
fn with_cents_the_order_of_raises_can_move_the_last_cent() {
    let cents = |text: &str| Dec::parse(text).to_fraction();
    assert_eq!(end_rate(["3", "2.5"]), cents("26.39"));
    assert_eq!(end_rate(["2.5", "3"]), cents("26.40"));
}
