//! Figures as text: rounding, signs and what is never lost.

use super::*;
use crate::units::{Currency, MoneyUnit};

fn d(text: &str) -> Decimal {
    crate::units::decimal::parse_exact(text).unwrap()
}

#[test]
fn cents_round_half_away_and_never_show_minus_zero() {
    assert_eq!(cents(d("26.395")), "26.40");
    assert_eq!(cents(d("-0.004")), "0.00");
    assert_eq!(cents(d("7")), "7.00");
    assert_eq!(percent_six(d("23.3381785")), "23.338179");
}

#[test]
fn people_get_thousands_and_a_real_minus() {
    assert_eq!(count(d("62000")), "62,000");
    assert_eq!(percent(d("21.50"), 2), "21.5 %");
}

#[test]
fn narrow_places_get_percents_points_and_signs() {
    assert_eq!(percent_close(d("-2.0")), "\u{2212}2%");
    assert_eq!(percent_two(d("23.338179")), "23.34%");
    assert_eq!(points_in_words(d("3.5")), "3.5 points");
    assert_eq!(points_in_words(d("-1.004")), "\u{2212}1 point");
    assert_eq!(points_in_words(d("0")), "0 points");
}

#[test]
fn names_that_begin_alike_still_differ_when_they_are_elided() {
    let name = |number: u32| format!("Union's counter of March 14 after mediation ({number})");
    assert_eq!(elided(&name(2), 20), "Union's coun\u{2026}tion (2)");
    for kept in 8..40 {
        let (one, other) = (elided(&name(1), kept), elided(&name(2), kept));
        assert_ne!(one, other);
        assert!(one.chars().count() <= kept + 1, "{one}");
    }
    assert_eq!(elided("Draft 1", 7), "Draft 1");
    assert_eq!(elided("Entwürfe", 4), "Ent\u{2026}e");
    assert_eq!(elided("Draft", 0), "\u{2026}");
}

/// Every formatter, at every size and scale a decimal can have.
#[test]
fn no_number_of_any_size_panics_a_formatter() {
    let of_money = Currency::default();
    let extremes = [
        i128::from(i64::MAX),
        1,
        5,
        0,
        49_999,
        79_228_162_514_264_337_593_543_950_335,
        39_614_081_257_132_168_796_771_975_168,
    ];
    for (mantissa, scale) in extremes
        .into_iter()
        .flat_map(|m| (0..=28).map(move |s| (m, s)))
    {
        for mantissa in [mantissa, -mantissa] {
            let value = Decimal::from_i128_with_scale(mantissa, scale);
            for places in 0..=28 {
                let digits = fixed(value, places);
                let decimals = digits.split_once('.').map_or(0, |(_, after)| after.len());
                assert!(decimals >= places as usize, "{digits} at {places}");
                // What is shown is the exact value rounded once, half away from zero.
                let back: Decimal = digits.parse().unwrap_or(value);
                assert!(
                    (back - value).abs() <= Decimal::new(5, (places + 1).min(28)),
                    "{digits}"
                );
                for unit in [MoneyUnit::One, MoneyUnit::Million, MoneyUnit::Billion] {
                    let _ = of_money.in_unit(value, unit, places);
                }
                let _ = percent(value, places);
            }
            for said in [
                cents(value),
                percent_six(value),
                plain(value),
                of_money.exact(value),
                of_money.short(value),
                of_money.brief(value),
                percent_close(value),
                percent_two(value),
                points(value),
                points_in_words(value),
                of_money.rate(value),
                count(value),
                of_money.brief_signed(value),
                of_money.short_signed(value),
            ] {
                assert!(!said.is_empty() && !said.starts_with('-') || said.contains('-'));
            }
        }
    }
    for number in i8::MIN..=i8::MAX {
        assert_eq!(month(number).is_empty(), !(1..=12).contains(&number));
    }
    for day_shown in [Date::earliest(), Date::latest()] {
        assert!(day(day_shown).len() > 8 && !month_year(day_shown).is_empty());
    }
}
