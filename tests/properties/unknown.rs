//! An unknown blanks the figures that rest on it, and no others.

use super::oracle::calendar::Day;
use super::oracle::compare::agree;
use super::oracle::figures::{Figure, Key, Name, Part, Sheet};
use super::oracle::gains::TABLES;
use super::oracle::generate_terms::hide_something;
use super::oracle::model::{Case, People};
use super::oracle::random::Random;
use super::oracle::terms::{Clause, Lump, Paid, Terms};
use super::oracle::{generate, ron_text};
use super::{SEEDS, chosen, shown};

/// Whether a figure tells something.
fn is_known(figure: &Figure) -> bool {
    match figure {
        Figure::Dollars(value) | Figure::Percent(value) | Figure::Number(value) => value.is_some(),
        Figure::Text(text) => text != "none",
    }
}

fn are_equal(one: &Figure, other: &Figure) -> bool {
    match (one, other) {
        (Figure::Dollars(a), Figure::Dollars(b))
        | (Figure::Percent(a), Figure::Percent(b))
        | (Figure::Number(a), Figure::Number(b)) => agree(a.as_ref(), b.as_ref(), Some(6)),
        // Of a list of lifted scales those that are known stay.
        (Figure::Text(a), Figure::Text(b)) => {
            b.lines().all(|line| a.lines().any(|own| own == line))
        }
        _ => false,
    }
}

/// Every figure that is known with an unknown added, and isn't what it was without.
fn made_up(whole: &Sheet, hidden: &Sheet) -> Vec<Key> {
    let known = hidden.figures.iter().filter(|(_, figure)| is_known(figure));
    // Who stands in which band of pay, or fifth, depends on pay.
    let is_of_band = |part: Part| match part {
        Part::Gains { table, .. } | Part::GainsOf { table, .. } => table + 1 >= TABLES,
        _ => false,
    };
    known
        .filter(|((part, _), _)| !is_of_band(*part))
        .filter(|((part, name), figure)| {
            let before = whole.find(*part, *name);
            !before.is_some_and(|before| are_equal(before, figure))
        })
        .map(|(key, _)| *key)
        .collect()
}

#[test]
fn an_added_unknown_changes_no_figure_that_stays_known() {
    let mut blanked = 0;
    for seed in SEEDS {
        let case = generate::case(seed);
        let whole = shown(&case);
        for round in 0..3 {
            let mut hidden = case.clone();
            hide_something(&mut Random::new(seed * 7 + round), &mut hidden);
            let sheet = shown(&hidden);
            let found = made_up(&whole, &sheet);
            assert!(found.is_empty(), "{found:?}\n{}", ron_text::write(&hidden));
            let known = |sheet: &Sheet| {
                let figures = sheet.figures.iter();
                figures.filter(|(_, figure)| is_known(figure)).count()
            };
            blanked += usize::from(known(&sheet) < known(&whole));
        }
    }
    // The test means nothing where nothing becomes unknown.
    assert!(blanked > 100, "{blanked}");
}

/// The day a clause takes effect, as the figures have it.
fn takes_effect(sheet: &Sheet, offer: usize, clause: usize, case: &Case) -> Option<Day> {
    let part = Part::Raise { offer, clause };
    let Some(Figure::Text(day)) = sheet.find(part, Name::TakesEffect) else {
        return None;
    };
    let mut days = case
        .first_day
        .plus(-2_000)
        .until(case.first_day.plus(9_000));
    days.find(|own| own.to_string() == *day)
}

#[test]
fn an_unknown_raise_leaves_every_year_before_it_known() {
    let mut tried = 0;
    for seed in SEEDS {
        let case = generate::case(seed);
        let whole = shown(&case);
        for (at, offer) in case.offers.iter().enumerate() {
            // A raise of the first year is counted in the cap of a pool that may come before it.
            let has_cap = offer.clauses.iter().any(
                |clause| matches!(&clause.terms, Terms::EquityPool(pool) if pool.cap.is_some()),
            );
            let Some(place) = chosen(offer, seed).filter(|_| !has_cap) else {
                continue;
            };
            let mut hidden = case.clone();
            let terms = &mut hidden.offers[at].clauses[place].terms;
            let values = terms.values_mut();
            if values.is_empty() {
                continue;
            }
            values.into_iter().for_each(|value| *value = None);
            let Some(day) = takes_effect(&whole, at, place, &case) else {
                continue;
            };
            let sheet = shown(&hidden);
            let years = (0..).map_while(|year| {
                let last = case.first_day.plus_months(12 * (year + 1)).plus(-1);
                (last < day).then_some(usize::try_from(year).unwrap())
            });
            for year in years {
                for name in [
                    Name::Payroll,
                    Name::Cash,
                    Name::Added,
                    Name::NewMoney,
                    Name::Annualized,
                ] {
                    let part = Part::Year(at, year);
                    let (Some(before), Some(now)) =
                        (whole.find(part, name), sheet.find(part, name))
                    else {
                        continue;
                    };
                    tried += 1;
                    assert!(
                        are_equal(before, now),
                        "{part:?} {name:?} of {place}\n{}",
                        ron_text::write(&hidden)
                    );
                }
            }
        }
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn unknown_pay_leaves_lump_sums_by_heads_and_full_time_equivalents_known() {
    let mut tried = 0;
    for seed in SEEDS {
        let mut case = generate::case(seed);
        let known = |value: &Option<_>| value.is_some();
        let are_counted = match &mut case.people {
            People::Summary {
                headcount,
                fte,
                annual_pay,
            } => {
                *annual_pay = None;
                known(headcount) && known(fte)
            }
            People::Groups(groups) => {
                groups[0].stands = None;
                groups[0].rate = None;
                let mut groups = groups.iter();
                groups.all(|group| known(&group.headcount) && known(&group.fte))
            }
        };
        if !are_counted {
            continue;
        }
        case.fill_keys();
        case.baseline.clear();
        for offer in &mut case.offers {
            let day = case.first_day;
            let lump = |amount| Terms::LumpSum {
                amount,
                paid: Paid::Dated,
                measured_to: None,
            };
            let dollars = || Some(super::Dec::whole(1_000));
            offer.clauses = vec![
                Clause::new(day, lump(Lump::PerHead(dollars()))),
                Clause::new(day, lump(Lump::PerFte(dollars()))),
            ];
        }
        // A scope may name what nobody has any more; none is left.
        let sheet = shown(&case);
        for at in 0..case.offers.len() {
            tried += 1;
            for name in [Name::Cost, Name::Wages, Name::LumpSums, Name::CostPerFte] {
                let figure = sheet.find(Part::Offer(at), name).unwrap();
                let nobody = name == Name::CostPerFte && !is_known(figure);
                assert!(
                    is_known(figure) || nobody,
                    "{name:?}\n{}",
                    ron_text::write(&case)
                );
            }
            let payroll = sheet.find(Part::Offer(at), Name::ExitRunRate).unwrap();
            assert!(!is_known(payroll), "{}", ron_text::write(&case));
        }
    }
    assert!(tried > 100, "{tried}");
}

/// Whether it pays dollars that are the same whatever people are paid.
fn is_flat(terms: &Terms) -> bool {
    match terms {
        Terms::LumpSum { amount, .. } => !matches!(amount, Lump::PercentOfPay(_)),
        _ => matches!(
            terms,
            Terms::Benefit { .. } | Terms::Payout { .. } | Terms::CostStream { .. }
        ),
    }
}

#[test]
fn unknown_dollars_beside_pay_leave_the_worth_of_every_other_clause_as_it_was() {
    let mut tried = 0;
    for seed in SEEDS {
        let case = generate::case(seed);
        let whole = shown(&case);
        for (at, offer) in case.offers.iter().enumerate() {
            let counted = super::counted(offer);
            let mut flat = counted.iter().copied();
            let Some(place) = flat.rfind(|place| is_flat(&offer.clauses[*place].terms)) else {
                continue;
            };
            let mut hidden = case.clone();
            let values = hidden.offers[at].clauses[place].terms.values_mut();
            values.into_iter().for_each(|value| *value = None);
            let sheet = shown(&hidden);
            for clause in counted.into_iter().filter(|other| *other != place) {
                let part = Part::Raise { offer: at, clause };
                for name in [Name::Worth, Name::ValueOfAPoint] {
                    let (Some(before), Some(now)) =
                        (whole.find(part, name), sheet.find(part, name))
                    else {
                        continue;
                    };
                    tried += usize::from(is_known(before));
                    assert!(
                        are_equal(before, now),
                        "{part:?} {name:?} beside {place}\n{}",
                        ron_text::write(&hidden)
                    );
                }
            }
        }
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn an_unknown_pool_leaves_every_bar_of_the_gap_but_its_own_layers_known() {
    let mut tried = 0;
    for seed in SEEDS {
        let case = generate::case(seed);
        let whole = shown(&case);
        let mut hidden = case.clone();
        let offers = hidden.offers.iter_mut();
        let clauses = offers.flat_map(|offer| offer.clauses.iter_mut());
        let mut has_pool = false;
        for clause in clauses {
            if let Terms::EquityPool(pool) = &mut clause.terms {
                pool.percent = None;
                has_pool = true;
            }
        }
        if !has_pool {
            continue;
        }
        let sheet = shown(&hidden);
        for name in [Name::Size, Name::Timing, Name::Compounding, Name::Floors] {
            let find = |sheet: &Sheet| sheet.find(Part::Why, name).cloned();
            let (Some(before), Some(now)) = (find(&whole), find(&sheet)) else {
                continue;
            };
            tried += usize::from(is_known(&before));
            assert!(
                are_equal(&before, &now),
                "{name:?}\n{}",
                ron_text::write(&hidden)
            );
        }
    }
    assert!(tried > 20, "{tried}");
}
