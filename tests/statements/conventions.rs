//! A number made under a hidden convention is traced back to it.

use counteroffer::explore::claims::{Convention, meets};
use counteroffer::scenario::{Per, Precision, Quantity, QuotedUnit, Scenario, Span};
use counteroffer::units::Quoted;
use counteroffer::units::decimal::round;
use rust_decimal::Decimal;

use super::made::{Made, PERIODS, Way};
use super::numbers::Numbers;
use super::{case, checked, claim_of, d};

/// The value quoted, and the precision it is quoted with: exactly to the dollar, or rounded to three or
/// four figures with a word that fits.
fn quote(n: &mut Numbers, value: Decimal) -> Option<(Decimal, Precision)> {
    let figures = 3 + u32::try_from(n.below(2)).ok()?;
    let coarse = value.round_sf_with_strategy(
        figures,
        rust_decimal::RoundingStrategy::MidpointAwayFromZero,
    )?;
    let coarse = round(coarse, 0);
    Some(match n.below(4) {
        0 => (round(value, 0), Precision::Exactly),
        1 => (coarse, Precision::About),
        2 if value > Decimal::ZERO && coarse >= value => (coarse, Precision::Nearly),
        _ if coarse < value => (coarse, Precision::MoreThan),
        _ => (round(value, 0), Precision::Exactly),
    })
}

fn is_way(made: &Made, way: Way, one: &Convention) -> bool {
    let compounding = if way.compounded {
        "compounded"
    } else {
        "to first order"
    };
    let counts = (way.workforce > 0).then(|| format!("count {}", way.workforce));
    // Nothing is nothing by every count.
    let same_count = one.counts == counts || made.gap(way).is_zero();
    let same_timing = one.timing.map(|own| own.name() == "on time") == Some(way.on_time)
        // Ratified on time, or paid back, both timings are one.
        || made.gap(way) == made.gap(Way { on_time: !way.on_time, ..way });
    one.compounding.map(|own| own.name()) == Some(compounding)
        && one.period.map(|own| own.name()) == Some(PERIODS[way.period])
        && one.roll_up.map(|rate| !rate.is_zero()) == Some(way.with_roll_up)
        && same_count
        && same_timing
}

#[test]
fn the_hidden_convention_of_two_hundred_numbers_is_among_those_found() {
    let mut n = Numbers::new(12_200);
    let template = claim_of(&case(), "billion");
    let mut cases = 0;
    while cases < 200 {
        let made = Made::new(&mut n);
        let way = Way {
            compounded: n.below(2) == 0,
            period: n.below(5) as usize,
            with_roll_up: n.below(2) == 0,
            workforce: n.below(made.workforces.len() as u64) as usize,
            on_time: n.below(2) == 0,
        };
        let value = made.gap(way);
        if value.abs() < Decimal::from(10_000) {
            continue;
        }
        let Some((quoted, precision)) = quote(&mut n, value) else {
            continue;
        };
        if matches!(precision, Precision::About) && value < Decimal::ZERO {
            continue;
        }
        cases += 1;
        let scenario = made.scenario();
        let mut claim = template.clone();
        claim.value = Some(Quoted::new(quoted).unwrap());
        claim.precision = precision;
        let found = checked(&scenario, &claim).conventions;
        let hidden = found.matching().find(|one| is_way(&made, way, one));
        let Some(hidden) = hidden else {
            panic!("case {cases}: {way:?} {precision:?} {quoted} not found of {value}\n{made:?}");
        };
        assert!(
            (hidden.value - value).abs() < d("0.01"),
            "{hidden:?} {value}"
        );
        // Every way listed meets the quote, none that meets it is left out, and each value is the walk's own.
        for one in &found.tried {
            let meets_it = meets(precision, quoted, one.value, QuotedUnit::Dollars);
            assert_eq!(one.matches, meets_it, "{one:?}");
        }
        let most = 40 * made.workforces.len();
        let late = made
            .offers
            .iter()
            .any(|one| one.late.is_some() && !one.retroactive);
        let least = 20 * made.workforces.len();
        let nothing = found.tried.iter().any(|one| one.value.is_zero());
        assert!(found.tried.len() <= most, "{}", found.tried.len());
        assert!(
            late || nothing || found.tried.len() == least,
            "{}",
            found.tried.len()
        );
    }
}

#[test]
fn every_convention_tried_has_the_value_of_a_walk_through_the_months() {
    let mut n = Numbers::new(7);
    let template = claim_of(&case(), "billion");
    for _ in 0..25 {
        let made = Made::new(&mut n);
        let scenario = made.scenario();
        let found = checked(&scenario, &template).conventions;
        for workforce in 0..made.workforces.len() {
            for at in 0..40 {
                let way = Way {
                    compounded: at % 2 == 0,
                    with_roll_up: at / 2 % 2 == 0,
                    on_time: at / 4 % 2 == 0,
                    period: at / 8,
                    workforce,
                };
                let own = found.tried.iter().find(|one| is_way(&made, way, one));
                let own = own.unwrap_or_else(|| panic!("{way:?} wasn't tried\n{made:?}"));
                let off = own.value - made.gap(way);
                assert!(off.abs() < d("0.01"), "{own:?} {way:?} {}", made.gap(way));
            }
        }
    }
}

/// Pay that is the same per head makes counts alike per full-time employee: they are tried once.
#[test]
fn conventions_that_make_no_difference_are_tried_once() {
    let scenario = case();
    let mut claim = claim_of(&scenario, "billion");
    claim.quantity = Quantity::Gap {
        over: Span::Term,
        per: Per::Fte,
    };
    assert_eq!(checked(&scenario, &claim).conventions.tried.len(), 20);
}

fn percents(scenario: &Scenario, value: &str) -> Vec<(&'static str, Option<bool>, Decimal)> {
    let mut claim = claim_of(scenario, "sum-employer");
    claim.value = Some(Quoted::new(d(value)).unwrap());
    let found = checked(scenario, &claim).conventions;
    let matching = found.matching();
    matching
        .map(|one| (one.measure.name(), one.scoped, round(one.value, 6)))
        .collect()
}

/// 21.5 % is a sum, 23.34 % an end rate, 5.38 % an average, 6.5 % a first year.
#[test]
fn a_percent_is_traced_to_its_measure() {
    let scenario = case();
    for (value, measure) in [
        ("21.5", "simple"),
        ("23.34", "compounded"),
        ("5.38", "average a year"),
        ("6.5", "first year"),
    ] {
        let found = percents(&scenario, value);
        assert_eq!(found.len(), 1, "{value}: {found:?}");
        assert_eq!(found[0].0, measure);
    }
    assert!(percents(&scenario, "20").is_empty());
}
