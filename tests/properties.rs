//! What must hold of the program's figures whatever the scenario, and one thing that needn't.

// A panic in a helper is the failure message, as it is in a test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "oracle/mod.rs"]
mod oracle;

use counteroffer::costing::report::report;
use counteroffer::files::parse_scenario;
use num_traits::Zero;
use oracle::calendar::Day;
use oracle::compare::{agree, differences, readable};
use oracle::exact::{Dec, Fraction, fraction};
use oracle::figures::{Figure, Sheet};
use oracle::generate;
use oracle::model::{Case, Clause, Group, Known, Offer, People, Scope, Terms};
use oracle::ron_text;

/// Scenarios each property is tried on; none of them is among those the oracle compares.
const SEEDS: std::ops::Range<u64> = 10_000..10_200;

/// The program's figures of a case.
fn shown(case: &Case) -> Sheet {
    let text = ron_text::write(case);
    let scenario = parse_scenario(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let figures = report(&scenario).unwrap_or_else(|error| panic!("{error}\n{text}"));
    oracle::shown::sheet(&figures)
}

fn same(one: Option<&Fraction>, other: Option<&Fraction>, what: &str, case: &Case) {
    assert!(
        agree(one, other, Some(6)),
        "{what}: {} and {}\n{}",
        readable(one),
        readable(other),
        ron_text::write(case)
    );
}

fn count(sheet: &Sheet, name: &str) -> usize {
    sheet.words(name).parse().unwrap()
}

/// The sum of one figure over a list; `None` where any part is unknown.
fn total(sheet: &Sheet, list: &str, figure: &str) -> Option<Fraction> {
    (0..count(sheet, list))
        .map(|at| sheet.value(&format!("{list}.{at}.{figure}")).cloned())
        .sum()
}

fn offers_with_clauses(case: &Case) -> impl Iterator<Item = (usize, &Offer)> {
    let offers = case.offers.iter().enumerate();
    offers.filter(|(_, offer)| !offer.clauses.is_empty())
}

#[test]
fn a_clause_changes_nothing_before_it_takes_effect() {
    for seed in SEEDS {
        let case = generate::case(seed);
        let with = shown(&case);
        for (at, offer) in offers_with_clauses(&case) {
            let dropped = usize::try_from(seed).unwrap() % offer.clauses.len();
            let mut less = case.clone();
            less.offers[at].clauses.remove(dropped);
            let without = shown(&less);
            let raises = format!("offers.{at}.raises");
            let day = (0..count(&with, &raises))
                .find(|n| with.words(&format!("{raises}.{n}.clause")) == dropped.to_string())
                .map(|n| Day::iso(with.words(&format!("{raises}.{n}.takes_effect"))))
                .unwrap();
            // Where the clause is or rests on what isn't known, there is nothing to compare.
            let cost = format!("offers.{at}.cost");
            let alike = with.value(&cost).is_some() == without.value(&cost).is_some();
            if offer.clauses[dropped].terms.is_known() && alike {
                unchanged_before(&case, at, day, &with, &without);
            }
        }
    }
}

fn unchanged_before(case: &Case, at: usize, day: Day, with: &Sheet, without: &Sheet) {
    let years = format!("offers.{at}.years");
    let whole = (0..count(with, &years))
        .take_while(|n| Day::iso(with.words(&format!("{years}.{n}.last_day"))) < day);
    for n in whole {
        let names = [
            format!("{years}.{n}.payroll"),
            format!("{years}.{n}.cash"),
            format!("{years}.{n}.annualized"),
            format!("offers.{at}.employee.cumulative.{n}.earned"),
            format!("offers.{at}.employee.cumulative.{n}.lump_sums"),
        ];
        for name in names {
            same(with.value(&name), without.value(&name), &name, case);
        }
    }
}

#[test]
fn zero_raises_cost_nothing() {
    for seed in SEEDS {
        let mut case = generate::case(seed);
        if let People::Groups(groups) = &mut case.people {
            // A clause rounds the rate it applies to, so only whole cents stay as they are.
            for group in groups {
                group.rate = group.rate.as_ref().map(Dec::to_cents);
            }
        }
        for clause in case.offers.iter_mut().flat_map(|offer| &mut offer.clauses) {
            let zero: Known = Some(Dec::zero());
            clause.terms = match clause.date.0 % 4 {
                0 => Terms::PerHour(zero),
                1 => Terms::Floor(zero),
                2 => Terms::GreaterOf {
                    percent: zero.clone(),
                    per_hour: zero,
                },
                _ => Terms::Percent(zero),
            };
        }
        let sheet = shown(&case);
        for at in 0..case.offers.len() {
            for figure in [
                "cost",
                "wages",
                "roll_up",
                "present_value",
                "before_the_term",
            ] {
                let name = format!("offers.{at}.{figure}");
                if let Some(value) = sheet.value(&name) {
                    same(Some(value), Some(&fraction(0)), &name, &case);
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
            let cost = sheet.value(&format!("offers.{at}.cost"));
            if cost.is_none() {
                continue;
            }
            for (list, figure) in [("years", "cash"), ("raises", "worth"), ("by_scope", "cost")] {
                let list = format!("offers.{at}.{list}");
                same(total(&sheet, &list, figure).as_ref(), cost, &list, &case);
            }
        }
    }
}

#[test]
fn the_bars_add_up_to_the_gap() {
    let bars = [
        "size",
        "timing",
        "compounding",
        "lump_sums",
        "rounding",
        "floors",
    ];
    for seed in SEEDS {
        let case = generate::case(seed);
        let sheet = shown(&case);
        let Some(cost) = compared(&case).and_then(|()| sheet.value("gap.cost")) else {
            continue;
        };
        // Timing is missing where it is one bar with size.
        let values = bars.map(|bar| sheet.value(&format!("gap.why.{bar}")));
        let sum: Fraction = values.into_iter().flatten().sum();
        same(Some(&sum), Some(cost), "sum of the bars", &case);
    }
}

fn compared(case: &Case) -> Option<()> {
    case.compared().map(|_| ())
}

#[test]
fn the_gap_the_other_way_round_is_its_negative() {
    for seed in SEEDS {
        let case = generate::case(seed);
        if compared(&case).is_none() {
            continue;
        }
        let mut swapped = case.clone();
        std::mem::swap(&mut swapped.a, &mut swapped.b);
        let (there, back) = (shown(&case), shown(&swapped));
        for (name, figure) in &there.figures {
            let (Figure::Dollars(value) | Figure::Percent(value)) = figure else {
                continue;
            };
            let negates = name.starts_with("gap.") && !name.starts_with("gap.movement");
            let name_back = match name.as_str() {
                "gap.retroactivity.true.false" => "gap.retroactivity.false.true",
                "gap.retroactivity.false.true" => "gap.retroactivity.true.false",
                name => name,
            };
            if negates {
                let negative = back.value(name_back).map(|value| -value);
                same(value.as_ref(), negative.as_ref(), name, &case);
            } else if name.starts_with("offers.") {
                same(value.as_ref(), back.value(name), name, &case);
            }
        }
    }
}

#[test]
fn postponing_an_unrounded_raise_never_costs_more() {
    for seed in SEEDS {
        let mut case = generate::case(seed);
        case.to_cents = false;
        let offers = case.offers.iter_mut().flat_map(|offer| &mut offer.clauses);
        for (at, clause) in offers.chain(&mut case.baseline).enumerate() {
            if clause.terms.changes_rates() {
                let percent = Dec::new(25 + 25 * i64::try_from(at).unwrap(), 2);
                clause.terms = Terms::Percent(Some(percent));
            }
        }
        let before = shown(&case);
        for (at, offer) in offers_with_clauses(&case) {
            let chosen = usize::try_from(seed).unwrap() % offer.clauses.len();
            if !offer.clauses[chosen].terms.changes_rates() {
                continue;
            }
            let mut later = case.clone();
            let last_day = offer.last_day.unwrap_or(case.last_day);
            let date = &mut later.offers[at].clauses[chosen].date;
            *date = date
                .plus(1 + i32::try_from(seed % 200).unwrap())
                .min(last_day);
            let name = format!("offers.{at}.cost");
            let after = shown(&later);
            let (before, after) = (before.value(&name), after.value(&name));
            if after > before {
                same(after, before, &name, &later);
            }
        }
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

#[test]
fn costing_a_group_is_costing_its_members() {
    for seed in SEEDS {
        let case = generate::case(seed);
        let mut split = case.clone();
        let People::Groups(groups) = &mut split.people else {
            continue;
        };
        let at = usize::try_from(seed).unwrap() % groups.len();
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
            if clause.scope.group.contains(&name) {
                clause.scope.group.push("The other half".to_owned());
            }
        }
        let found = differences(&shown(&case), &shown(&split));
        assert!(found.is_empty(), "{found:#?}\n{}", ron_text::write(&case));
    }
}

/// One employee at $25.00 with two raises, and the rate they end at.
fn end_rate(raises: [&str; 2]) -> Fraction {
    let mut case = generate::case(0);
    let clause = |percent: &&str| Clause {
        date: case.first_day,
        terms: Terms::Percent(Some(Dec::parse(percent))),
        scope: Scope::default(),
        effective: None,
    };
    let clauses: Vec<Clause> = raises.iter().map(clause).collect();
    let one = Some(Dec::whole(1));
    case.to_cents = true;
    case.hours = Dec::whole(1);
    case.baseline = vec![];
    case.employee.group = None;
    case.people = People::Groups(vec![Group {
        keys: oracle::model::Keys {
            name: Some("One".to_owned()),
            ..Default::default()
        },
        headcount: one.clone(),
        fte: one,
        rate: Some(Dec::parse("25.00")),
    }]);
    for offer in &mut case.offers {
        offer.clauses.clone_from(&clauses);
    }
    let sheet = shown(&case);
    let rate = sheet.value("offers.0.exit_run_rate").unwrap().clone();
    assert!(!rate.is_zero());
    rate
}

#[test]
fn with_cents_the_order_of_raises_can_move_the_last_cent() {
    let cents = |text: &str| Dec::parse(text).to_fraction();
    assert_eq!(end_rate(["3", "2.5"]), cents("26.39"));
    assert_eq!(end_rate(["2.5", "3"]), cents("26.40"));
}
