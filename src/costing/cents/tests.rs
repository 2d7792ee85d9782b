//! The integer loops against decimals and against each other.

use rust_decimal::Decimal;

use super::*;
use crate::units::decimal::round;
use crate::units::{HoursPerYear, Percent};

/// A rate in cents under a raise, by decimals: the definition the loops must equal.
fn by_decimals(cents: u64, percent: Decimal) -> u64 {
    let factor = Decimal::ONE + percent / Decimal::ONE_HUNDRED;
    let rate = round(Decimal::new(cents as i64, 2) * factor, 2);
    u64::try_from(rate.mantissa() * 10_i128.pow(2 - rate.scale())).unwrap()
}

fn raise_of(percent: Decimal) -> RateChange {
    RateChange::Percent(Factor::of(Percent::new(percent).unwrap()))
}

/// The fast form leaves no room for luck: every rate to 400 dollars for percents that are hard to
/// hit (halves of a cent, six decimals, cuts), and the exact form beside it.
#[test]
fn integers_equal_decimals_for_every_rate() {
    for percent in [
        "3",
        "2.5",
        "6.25",
        "0.01",
        "-50",
        "-3.125",
        "9.186725",
        "100",
        "33.333333",
        "0",
    ] {
        let percent: Decimal = percent.parse().unwrap();
        let change = Change {
            at: 0,
            change: raise_of(percent),
            scope: 0,
        };
        let exact = Compiled::new(0, &change, 2).first;
        let fast = Fast::prove(exact, 40_000).expect("small rates have a fast form");
        for cents in 0..=40_000 {
            let expected = by_decimals(cents, percent);
            assert_eq!(fast.apply(cents), expected, "{cents} cents and {percent} %");
            assert_eq!(exact.apply(i128::from(cents)), Ok(i128::from(expected)));
        }
    }
}

#[test]
fn dollars_down_and_up_equal_decimals_for_every_rate() {
    for (millionths, low) in [(-1_250_000, 125), (750_000, 0), (-10_000, 1)] {
        let change = Change {
            at: 0,
            change: RateChange::PerHour(millionths),
            scope: 0,
        };
        let exact = Compiled::new(0, &change, 2).first;
        let fast = Fast::prove(exact, 20_000).expect("has a fast form");
        for cents in low..=20_000_u64 {
            let expected = i64::try_from(cents).unwrap() + millionths / 10_000;
            assert_eq!(fast.apply(cents), u64::try_from(expected).unwrap());
        }
    }
}

/// The narrow, the wide and the exact loop, told apart by the size of the numbers, agree.
#[test]
fn every_loop_gives_the_same_sums() {
    let rates: Vec<u64> = (1_500..4_500).step_by(7).collect();
    let ftes: Vec<u64> = rates.iter().map(|rate| rate % 97 * 100 + 1).collect();
    let change = Change {
        at: 0,
        change: raise_of(Decimal::new(3125, 3)),
        scope: 0,
    };
    let mut step = Compiled::new(0, &change, 2);
    let sum_with = |step: &Compiled, fits: Fits| {
        let mut raised = rates.clone();
        let sum: i128 = raised
            .chunks_mut(BLOCK)
            .zip(ftes.chunks(BLOCK))
            .map(|(rates, ftes)| super::raise(step, rates, ftes, fits).unwrap())
            .sum();
        (raised, sum)
    };
    let none = Fits {
        sums: false,
        narrow: false,
    };
    let exact = sum_with(&step, none);
    step.fast = step.prove(1_500, 4_500);
    assert!(step.fast.is_some());
    let wide = Fits {
        sums: true,
        narrow: false,
    };
    assert_eq!(sum_with(&step, wide), exact);
    assert_eq!(sum_with(&step, Fits::of(5_000, 10_000)), exact);
}

/// costing.md §8: $25.00 with 3 % then 2.5 % is 26.39, reversed 26.40.
#[test]
fn the_order_of_two_raises_moves_the_last_cent() {
    let paid_after = |first: &str, second: &str| {
        let one = Cohorts::of_one(
            crate::units::HourlyRate::new("25.00".parse().unwrap()).unwrap(),
            crate::units::Fte::default(),
            HoursPerYear::default(),
            &[crate::scenario::Scope::default()],
            |_| true,
        )
        .unwrap();
        let changes = [first, second].map(|percent| Change {
            at: 0,
            change: raise_of(percent.parse().unwrap()),
            scope: 0,
        });
        let pay = rounded(&one, &changes).unwrap().pay_at(0);
        pay.dollars() / Decimal::from(2080)
    };
    assert_eq!(paid_after("3", "2.5"), Decimal::new(2639, 2));
    assert_eq!(paid_after("2.5", "3"), Decimal::new(2640, 2));
}

#[test]
fn a_rate_below_zero_and_one_too_large_are_errors() {
    let one = |rate: &str| {
        Cohorts::of_one(
            crate::units::HourlyRate::new(rate.parse().unwrap()).unwrap(),
            crate::units::Fte::default(),
            HoursPerYear::default(),
            &[crate::scenario::Scope::default()],
            |_| true,
        )
        .unwrap()
    };
    let change = |change| Change {
        at: 0,
        change,
        scope: 0,
    };
    assert_eq!(
        rounded(&one("1.00"), &[change(RateChange::PerHour(-1_010_000))]),
        Err(CostingError::RateBelowZero)
    );
    let doubled = [change(raise_of(Decimal::ONE_HUNDRED)); 110];
    assert_eq!(
        rounded(&one("100000"), &doubled),
        Err(CostingError::TooLarge)
    );
}
