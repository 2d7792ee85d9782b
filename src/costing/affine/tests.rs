//! The integer loops against decimals and against each other.

use rust_decimal::Decimal;

use super::super::effects::Factor;
use super::super::rounded::{BLOCK, Fits, raise};
use super::*;
use crate::units::Percent;
use crate::units::decimal::round;

const CENTS: Units = Units {
    dollar: 100,
    unit: 1,
};

/// A rate in cents under a raise, by decimals: the definition the loops must equal.
fn by_decimals(cents: u64, percent: Decimal) -> u64 {
    let factor = Decimal::ONE + percent / Decimal::ONE_HUNDRED;
    let rate = round(Decimal::new(cents as i64, 2) * factor, 2);
    u64::try_from(rate.mantissa() * 10_i128.pow(2 - rate.scale())).unwrap()
}

fn raise_of(percent: Decimal) -> RateChange {
    RateChange::Percent(Factor::of(Percent::new(percent).unwrap()).unwrap())
}

fn compiled(change: RateChange) -> Compiled {
    Compiled::new(change, CENTS).unwrap()
}

fn dollars(millionths: i64) -> RateChange {
    RateChange::Add(Fraction::new(millionths.into(), 1_000_000))
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
        let exact = compiled(raise_of(percent)).first;
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
        let exact = compiled(dollars(millionths)).first;
        let fast = Fast::prove(exact, 20_000).expect("has a fast form");
        for cents in low..=20_000_u64 {
            let expected = i64::try_from(cents).unwrap() + millionths / 10_000;
            assert_eq!(fast.apply(cents), u64::try_from(expected).unwrap());
        }
    }
}

/// A dollar amount without an end of decimals: 1,500 a year over 1,950 hours is 10/13 of a dollar, and
/// 20.00 + 10/13 = 20.769… is 20.77.
#[test]
fn a_yearly_amount_is_rounded_with_the_rate_and_not_before() {
    let change = compiled(RateChange::Add(Fraction::new(1_500, 1_950)));
    assert_eq!(change.apply(2_000), Ok(2_077));
    let mut rates = [2_000, 4_000];
    change.change(&mut rates).unwrap();
    assert_eq!(rates, [2_077, 4_077]);
}

/// The narrow, the wide and the exact loop, told apart by the size of the numbers, agree.
#[test]
fn every_loop_gives_the_same_sums() {
    let rates: Vec<u64> = (1_500..4_500).step_by(7).collect();
    let ftes: Vec<u64> = rates.iter().map(|rate| rate % 97 * 100 + 1).collect();
    let mut change = compiled(raise_of(Decimal::new(3125, 3)));
    let sum_with = |change: &Compiled, fits: Fits| {
        let mut raised = rates.clone();
        let sum: i128 = raised
            .chunks_mut(BLOCK)
            .zip(ftes.chunks(BLOCK))
            .map(|(rates, ftes)| raise(change, rates, ftes, fits).unwrap())
            .sum();
        (raised, sum)
    };
    let none = Fits {
        sums: false,
        narrow: false,
    };
    let exact = sum_with(&change, none);
    change.fast = change.prove(1_500, 4_500);
    assert!(change.fast.is_some());
    let wide = Fits {
        sums: true,
        narrow: false,
    };
    assert_eq!(sum_with(&change, wide), exact);
    assert_eq!(sum_with(&change, Fits::of(5_000, 10_000)), exact);
}

/// METHOD.md "Clauses": $25.00 with 3 % then 2.5 % is 26.39, reversed 26.40.
#[test]
fn the_order_of_two_raises_moves_the_last_cent() {
    let paid_after = |first: &str, second: &str| {
        let after = |rate: i128, percent: &str| {
            compiled(raise_of(percent.parse().unwrap()))
                .apply(rate)
                .unwrap()
        };
        after(after(2_500, first), second)
    };
    assert_eq!(paid_after("3", "2.5"), 2_639);
    assert_eq!(paid_after("2.5", "3"), 2_640);
}

#[test]
fn a_rate_below_zero_and_one_too_large_are_errors() {
    let mut rates = [100, 200];
    assert_eq!(
        compiled(dollars(-1_010_000)).change(&mut rates),
        Err(CostingError::RateBelowZero)
    );
    assert_eq!(rates, [100, 200]);
    let doubled = compiled(raise_of(Decimal::ONE_HUNDRED));
    let last = (0..80).try_for_each(|_| doubled.change(&mut rates));
    assert_eq!(last, Err(CostingError::TooLarge));
}

/// Made ready once for all, a change gives each rate what it gives it by itself, whichever of the changes before it were
/// for that rate; and no rate passes the highest that was told.
#[test]
fn what_is_ready_for_all_rates_is_right_for_each() {
    let greater = RateChange::GreaterOf(
        Factor::of(Percent::new(Decimal::new(25, 1)).unwrap()).unwrap(),
        Fraction::new(1_005, 1_000),
    );
    let changes = [
        raise_of(Decimal::new(3_125, 3)),
        RateChange::Lift(30_005_000),
        greater,
        RateChange::Floor(24_750_000),
        dollars(-100_000),
        raise_of(Decimal::from(-4)),
    ];
    let rates: Vec<u64> = (1_500..1_800).chain([4_321, 9_999]).collect();
    let (ready, highest) = ready_for_all(&rates, changes.into_iter(), CENTS).unwrap();
    assert!(ready[1].is_none(), "each class has its own lift");
    for which in 0_u32..64 {
        let applied = || (0..changes.len()).filter(|at| which & (1 << at) != 0);
        for rate in &rates {
            let (mut exact, mut shared) = (i128::from(*rate), *rate);
            for at in applied() {
                exact = compiled(changes[at]).apply(exact).unwrap();
                shared = match &ready[at] {
                    Some(change) => {
                        let (first, second) = change.fast.unwrap();
                        let larger = first
                            .apply(shared)
                            .max(second.unwrap_or(first).apply(shared));
                        larger.max(change.least)
                    }
                    None => {
                        u64::try_from(compiled(changes[at]).apply(shared.into()).unwrap()).unwrap()
                    }
                };
                assert_eq!(i128::from(shared), exact, "{rate} under {which:b} at {at}");
                assert!(shared <= highest);
            }
        }
    }
    // A cut that could take somebody below zero is left to those it is for.
    let cut = [raise_of(Decimal::ONE), dollars(-20_000_000)];
    assert!(ready_for_all(&rates, cut.into_iter(), CENTS).is_none());
}
