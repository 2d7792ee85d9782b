//! The one formatter: figures as text, rounded half away from zero.

use rust_decimal::Decimal;

use super::Date;
use super::decimal::round;

/// Dollars to the cent, plain digits: `-12.50`. For files and other programs.
#[must_use]
pub fn cents(value: Decimal) -> String {
    fixed(value, 2)
}

/// A percent to six decimals, plain digits. For files and other programs.
#[must_use]
pub fn percent_six(value: Decimal) -> String {
    fixed(value, 6)
}

/// Plain digits with exactly `places` decimals; zero never carries a sign.
#[must_use]
pub fn fixed(value: Decimal, places: u32) -> String {
    let mut rounded = round(value, places);
    if rounded.is_zero() {
        rounded.set_sign_positive(true);
    }
    // Not by a precision in the format: that panics where digits and decimals are more than 31.
    let mut digits = rounded.to_string();
    let decimals = digits.find('.').map_or(0, |at| digits.len() - at - 1);
    let missing = (places as usize).saturating_sub(decimals);
    if decimals == 0 && missing > 0 {
        digits.push('.');
    }
    digits.extend(std::iter::repeat_n('0', missing));
    digits
}

/// Plain digits without trailing zeros.
#[must_use]
pub fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}

/// Dollars to the cent for people: `$5,239,246,824.94`, `−$12.50`.
#[must_use]
pub fn dollars(value: Decimal) -> String {
    signed_dollars(&fixed(value, 2), "")
}

/// Dollars in at most five figures for people: `$963.8M`, `$5.24B`, `$15,545`.
#[must_use]
pub fn dollars_short(value: Decimal) -> String {
    let size = value.abs();
    let (unit, name, places) = if size >= Decimal::from(999_500_000) {
        (1_000_000_000_i64, "B", 2)
    } else if size >= Decimal::from(99_950_000) {
        (1_000_000, "M", 1)
    } else if size >= Decimal::from(999_500) {
        (1_000_000, "M", 2)
    } else {
        (1, "", 0)
    };
    let scaled = value
        .checked_div(Decimal::from(unit))
        .unwrap_or(Decimal::ZERO);
    signed_dollars(&fixed(scaled, places), name)
}

/// An amount somebody gave, as short as it is without losing a cent of it: `$1.85M`, `$750`, `$0.35`,
/// `$1,234.50`. What is computed may be rounded for a narrow place; what stands in an offer may not.
#[must_use]
pub fn dollars_given(value: Decimal) -> String {
    for (unit, name) in [(1_000_000_000_i64, "B"), (1_000_000, "M")] {
        let unit = Decimal::from(unit);
        let scaled = value.checked_div(unit).map(|scaled| scaled.normalize());
        if let Some(scaled) = scaled
            && value.abs() >= unit
            && scaled.scale() <= 2
            && scaled.checked_mul(unit) == Some(value)
        {
            return signed_dollars(&fixed(scaled, scaled.scale()), name);
        }
    }
    if value.normalize().scale() == 0 {
        return signed_dollars(&fixed(value, 0), "");
    }
    rate(value)
}

/// Dollars for a narrow place: `$590M`, `$56.1M`, `$5.24B`, `$15,545`.
#[must_use]
pub fn dollars_brief(value: Decimal) -> String {
    let size = value.abs();
    if size < Decimal::from(9_950_000) || size >= Decimal::from(999_500_000) {
        return dollars_short(value);
    }
    let millions = value
        .checked_div(Decimal::from(1_000_000))
        .unwrap_or(Decimal::ZERO);
    let places = u32::from(size < Decimal::from(99_500_000));
    signed_dollars(&fixed(millions, places), "M")
}

/// A percent for people, at most `places` decimals and no trailing zeros: `21.5 %`.
#[must_use]
pub fn percent(value: Decimal, places: u32) -> String {
    let rounded = round(value, places).normalize();
    format!("{} %", minus(&rounded.to_string()))
}

/// A percent set close, as in tables and charts: `6.5%`, at most six decimals, as many as it has.
#[must_use]
pub fn percent_close(value: Decimal) -> String {
    percent(value, 6).replace(' ', "")
}

/// `23.34%`: exactly two decimals.
#[must_use]
pub fn percent_two(value: Decimal) -> String {
    percent_fixed(value, 2)
}

/// `21.0%`: exactly so many decimals.
#[must_use]
pub fn percent_fixed(value: Decimal, places: u32) -> String {
    format!("{}%", minus(&fixed(value, places)))
}

/// `3.50`: a difference of two percents, in points.
#[must_use]
pub fn points(value: Decimal) -> String {
    minus(&fixed(value, 2))
}

/// Points with their unit, at most two decimals: `3.5 points`, `1 point`.
#[must_use]
pub fn points_in_words(value: Decimal) -> String {
    let rounded = round(value, 2).normalize();
    let unit = if rounded.abs() == Decimal::ONE {
        "point"
    } else {
        "points"
    };
    format!("{} {unit}", minus(&rounded.to_string()))
}

/// A true minus sign in place of a hyphen.
#[must_use]
pub fn minus(digits: &str) -> String {
    digits.replace('-', "\u{2212}")
}

/// Brief dollars with a plus sign where more: `+$590M`.
#[must_use]
pub fn dollars_signed(value: Decimal) -> String {
    signed(value, dollars_brief(value))
}

/// Short dollars with a plus sign where more: `+$963.8M`.
#[must_use]
pub fn dollars_short_signed(value: Decimal) -> String {
    signed(value, dollars_short(value))
}

fn signed(value: Decimal, words: String) -> String {
    if value > Decimal::ZERO && words != "$0" {
        format!("+{words}")
    } else {
        words
    }
}

/// The unit all dollars of one axis are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DollarUnit {
    /// `$5,000`.
    One,
    /// `$5M`.
    Million,
    /// `$5B`.
    Billion,
}

impl DollarUnit {
    /// How many dollars it is.
    #[must_use]
    pub fn dollars(self) -> Decimal {
        match self {
            Self::One => Decimal::ONE,
            Self::Million => Decimal::from(1_000_000),
            Self::Billion => Decimal::from(1_000_000_000),
        }
    }
}

/// Dollars on an axis, all in one unit with the same decimals: `$0`, `$2.5B`, `−$500M`.
#[must_use]
pub fn dollars_in(value: Decimal, unit: DollarUnit, places: u32) -> String {
    let (name, scaled) = match unit {
        _ if value.is_zero() => return "$0".to_owned(),
        DollarUnit::One => ("", Some(value)),
        DollarUnit::Million => ("M", value.checked_div(unit.dollars())),
        DollarUnit::Billion => ("B", value.checked_div(unit.dollars())),
    };
    signed_dollars(&fixed(scaled.unwrap_or(value), places), name)
}

/// A rate or an amount per hour for people: to the cent, or as fine as it is.
#[must_use]
pub fn rate(value: Decimal) -> String {
    let places = value.normalize().scale().max(2);
    signed_dollars(&fixed(value, places), "")
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The short name of a month, 1 to 12; nothing for any other number.
#[must_use]
pub fn month(number: i8) -> &'static str {
    number
        .checked_sub(1)
        .and_then(|before| usize::try_from(before).ok())
        .and_then(|at| MONTHS.get(at))
        .copied()
        .unwrap_or("")
}

/// A date for people: `Oct 1, 2025`.
#[must_use]
pub fn day(date: Date) -> String {
    format!("{} {}, {}", month(date.month()), date.day(), date.year())
}

/// A day where the year is plain: `Oct 6`.
#[must_use]
pub fn day_of_month(date: Date) -> String {
    format!("{} {}", month(date.month()), date.day())
}

/// `Oct 2025`.
#[must_use]
pub fn month_year(date: Date) -> String {
    format!("{} {}", month(date.month()), date.year())
}

/// A band of dollars, such as `$20–25`.
#[must_use]
pub fn dollar_band(low: Decimal, high: Decimal) -> String {
    format!("${}\u{2013}{}", count(low), count(high))
}

/// A whole or decimal count with thousands separated: `62,000`.
#[must_use]
pub fn count(value: Decimal) -> String {
    minus(&grouped(&plain(value)))
}

/// Dollars with the decimals they are written with: `$1,440`, `$0.50`.
#[must_use]
pub fn dollars_as_written(value: Decimal) -> String {
    signed_dollars(&value.to_string(), "")
}

/// A number with the decimals it is written with, thousands separated: `61,000`, `18.50`.
#[must_use]
pub fn count_as_written(value: Decimal) -> String {
    minus(&grouped(&value.to_string()))
}

fn signed_dollars(digits: &str, unit: &str) -> String {
    match digits.strip_prefix('-') {
        Some(size) => format!("\u{2212}${}{unit}", grouped(size)),
        None => format!("${}{unit}", grouped(digits)),
    }
}

/// Separates thousands in plain digits; a sign and decimals stay as they are.
fn grouped(digits: &str) -> String {
    let (whole, rest) = digits
        .find('.')
        .map_or((digits, ""), |at| digits.split_at(at));
    let (sign, whole) = whole
        .strip_prefix('-')
        .map_or(("", whole), |size| ("-", size));
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    out.push_str(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        super::super::decimal::parse_exact(text).unwrap()
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
}
