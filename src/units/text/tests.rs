//! Figures as text: rounding, signs and what is never lost.

use super::*;

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
fn what_was_given_keeps_every_cent() {
    for (value, written) in [
        ("0.35", "$0.35"),
        ("0.6", "$0.60"),
        ("750", "$750"),
        ("1234.5", "$1,234.50"),
        ("1850000", "$1.85M"),
        ("1850001", "$1,850,001"),
        ("6255000", "$6,255,000"),
        ("2000000000", "$2B"),
        ("0.0125", "$0.0125"),
        ("-1200", "\u{2212}$1,200"),
    ] {
        assert_eq!(dollars_given(d(value)), written);
    }
}

#[test]
fn short_dollars_match_the_drawing() {
    assert_eq!(dollars_short(d("963794507.39")), "$963.8M");
    assert_eq!(dollars_short(d("5239246824.94")), "$5.24B");
    assert_eq!(dollars_short(d("15545.07")), "$15,545");
    assert_eq!(dollars_short(d("56145781.62")), "$56.15M");
    assert_eq!(dollars_brief(d("589660075.19")), "$590M");
    assert_eq!(dollars_brief(d("-56145781.62")), "\u{2212}$56.1M");
    assert_eq!(dollars_brief(d("6203041332.33")), "$6.20B");
    assert_eq!(dollars_short(d("-445247707.69")), "\u{2212}$445.2M");
}

#[test]
fn people_get_thousands_and_a_real_minus() {
    assert_eq!(dollars(d("-1234567.891")), "\u{2212}$1,234,567.89");
    assert_eq!(dollars(d("999")), "$999.00");
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
    assert_eq!(dollars_signed(d("8364.11")), "+$8,364");
    assert_eq!(dollars_short_signed(d("963794507.39")), "+$963.8M");
    assert_eq!(dollars_short_signed(d("0.2")), "$0");
}

/// Every formatter, at every size and scale a decimal can have.
#[test]
fn no_number_of_any_size_panics_a_formatter() {
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
                for unit in [DollarUnit::One, DollarUnit::Million, DollarUnit::Billion] {
                    let _ = dollars_in(value, unit, places);
                }
                let _ = percent(value, places);
            }
            for said in [
                cents(value),
                percent_six(value),
                plain(value),
                dollars(value),
                dollars_short(value),
                dollars_brief(value),
                percent_close(value),
                percent_two(value),
                points(value),
                points_in_words(value),
                rate(value),
                count(value),
                dollars_signed(value),
                dollars_short_signed(value),
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

#[test]
fn an_axis_keeps_one_unit() {
    let billions = |text| dollars_in(d(text), DollarUnit::Billion, 1);
    assert_eq!(billions("0"), "$0");
    assert_eq!(billions("2500000000"), "$2.5B");
    assert_eq!(billions("5000000000"), "$5.0B");
    assert_eq!(
        dollars_in(d("-1250000000"), DollarUnit::Million, 0),
        "\u{2212}$1,250M"
    );
    assert_eq!(dollars_in(d("0.25"), DollarUnit::One, 2), "$0.25");
}
