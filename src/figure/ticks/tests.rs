//! Ticks against axes worked out by hand, and what must hold of any.

use std::collections::HashSet;

use super::*;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn labels(axis: &Axis) -> Vec<&str> {
    axis.ticks.iter().map(|tick| tick.label.as_str()).collect()
}

fn dollars(high: &str) -> Axis {
    values(Measure::Money(Currency::us_dollar()), true, [d(high)])
}

/// What any axis must keep.
fn sound(axis: &Axis) {
    assert!(axis.low < axis.high, "{axis:?}");
    let mut seen = HashSet::new();
    for tick in &axis.ticks {
        assert!((axis.low..=axis.high).contains(&tick.at), "{axis:?}");
        assert!(!tick.label.is_empty(), "{axis:?}");
        assert!(seen.insert(tick.label.clone()), "{axis:?}");
    }
    assert!(axis.ticks.windows(2).all(|pair| pair[0].at < pair[1].at));
    assert!((2..=9).contains(&axis.ticks.len()), "{axis:?}");
}

#[test]
fn dollars_stay_in_one_unit() {
    assert_eq!(
        labels(&dollars("6203041332.33")),
        ["$0", "$2B", "$4B", "$6B", "$8B"]
    );
    assert_eq!(
        labels(&dollars("963794507.39")),
        ["$0", "$200M", "$400M", "$600M", "$800M", "$1,000M"]
    );
    assert_eq!(
        labels(&dollars("900")),
        ["$0", "$200", "$400", "$600", "$800", "$1,000"]
    );
    assert_eq!(
        labels(&dollars("900000000000")),
        ["$0", "$200B", "$400B", "$600B", "$800B", "$1,000B"]
    );
    assert_eq!(
        labels(&dollars("2270000000")),
        ["$0", "$0.5B", "$1.0B", "$1.5B", "$2.0B", "$2.5B"]
    );
    assert_eq!(
        labels(&dollars("12000000000")),
        ["$0", "$2.5B", "$5.0B", "$7.5B", "$10.0B", "$12.5B"]
    );
}

#[test]
fn both_signs_meet_at_zero() {
    let axis = values(
        Measure::Money(Currency::us_dollar()),
        true,
        [d("-56145781.62"), d("98465256.59")],
    );
    assert_eq!(
        labels(&axis),
        ["\u{2212}$100M", "\u{2212}$50M", "$0", "$50M", "$100M"]
    );
}

#[test]
fn an_index_needs_no_zero() {
    let axis = values(Measure::Index, false, [d("100"), d("127.502794")]);
    assert_eq!(labels(&axis), ["100", "110", "120", "130"]);
    let axis = values(Measure::Percent, true, [d("2.4"), d("0.75")]);
    assert_eq!(
        labels(&axis),
        ["0.0%", "0.5%", "1.0%", "1.5%", "2.0%", "2.5%"]
    );
}

#[test]
fn flat_and_empty_data_still_have_an_axis() {
    for measure in [
        Measure::Money(Currency::us_dollar()),
        Measure::Percent,
        Measure::Index,
    ] {
        for zero in [true, false] {
            sound(&values(measure, zero, []));
            sound(&values(measure, zero, [d("0")]));
            sound(&values(measure, zero, [d("100"), d("100")]));
            sound(&values(measure, zero, [d("-7"), d("-7")]));
        }
    }
    sound(&dates(day("2025-10-01"), day("2025-10-01")));
    sound(&dates(Date::latest().plus_days(-1), Date::latest()));
}

#[test]
fn ticks_of_any_size_are_sound_and_hold_the_values() {
    let mut high = d("0.09");
    for _ in 0..24 {
        for factor in ["1", "1.7", "2.1", "3", "4.9", "6.3", "9.99"] {
            let most = high * d(factor);
            for least in [Decimal::ZERO, -most / d("3"), -most] {
                for measure in [
                    Measure::Money(Currency::us_dollar()),
                    Measure::Percent,
                    Measure::Index,
                ] {
                    let axis = values(measure, true, [least, most]);
                    sound(&axis);
                    assert!(axis.low <= least && axis.high >= most, "{axis:?}");
                    assert!(axis.ticks.iter().any(|tick| tick.at.is_zero()), "{axis:?}");
                }
            }
        }
        high *= d("10");
    }
}

#[test]
fn dates_are_anniversaries_of_a_term_that_starts_a_month() {
    let axis = dates(day("2025-10-01"), day("2029-10-01"));
    assert_eq!(
        labels(&axis),
        ["Oct 2025", "Oct 2026", "Oct 2027", "Oct 2028", "Oct 2029"]
    );
    let axis = dates(day("2025-10-01"), day("2045-10-01"));
    assert_eq!(
        labels(&axis),
        ["Oct 2025", "Oct 2030", "Oct 2035", "Oct 2040", "Oct 2045"]
    );
}

#[test]
fn other_terms_get_januaries_and_a_month_its_days() {
    let axis = dates(day("2021-05-26"), day("2026-11-07"));
    assert_eq!(labels(&axis), ["2022", "2023", "2024", "2025", "2026"]);
    let axis = dates(day("2025-10-01"), day("2025-11-01"));
    assert_eq!(
        labels(&axis),
        [
            "Oct 1", "Oct 6", "Oct 11", "Oct 16", "Oct 21", "Oct 26", "Oct 31"
        ]
    );
}

#[test]
fn dates_of_every_length_are_sound() {
    for start in ["2025-10-01", "2024-02-29", "2021-05-26", "2025-12-31"] {
        let first = day(start);
        for days in (1..90).chain((90..8_000).step_by(61)) {
            sound(&dates(first, first.plus_days(days)));
        }
        sound(&dates(first, Date::latest()));
    }
    sound(&dates(Date::earliest(), Date::latest()));
}

/// Whatever the values and however few the steps, a label says exactly where it stands.
#[test]
fn labels_are_exact_however_few_the_steps() {
    let read = |label: &str| -> Decimal {
        let plain: String = label
            .chars()
            .filter(|char| !matches!(char, '$' | ',' | '%' | 'M' | 'B'))
            .map(|char| if char == '\u{2212}' { '-' } else { char })
            .collect();
        let unit = match label.chars().last() {
            Some('M') => 1_000_000,
            Some('B') => 1_000_000_000,
            _ => 1,
        };
        d(&plain) * Decimal::from(unit)
    };
    for (low, high) in [
        ("0", "7.5"),
        ("-2.5", "5"),
        ("-331175.01", "1500000"),
        ("99.5", "134.5"),
        ("0", "0.0625"),
        ("-1250000000", "6203041332.33"),
    ] {
        for steps in 1..=8 {
            for measure in [
                Measure::Money(Currency::us_dollar()),
                Measure::Percent,
                Measure::Index,
            ] {
                let axis = values_in(measure, true, steps, [d(low), d(high)]);
                let mut labels = HashSet::new();
                for tick in &axis.ticks {
                    assert_eq!(read(&tick.label), tick.at, "{}", tick.label);
                    assert!(labels.insert(&tick.label), "{axis:?}");
                }
                assert!(axis.ticks.len() >= 2, "{axis:?}");
            }
        }
    }
}
