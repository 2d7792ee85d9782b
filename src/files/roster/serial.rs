//! Days counted by a spreadsheet, and numbers as it shows them.

use super::profile::Epoch;
use crate::units::Date;

/// Days in a sheet's last possible year; anything beyond is no date.
const LAST: i64 = 200_000;

/// The date of a day number; none for a day no calendar has, such as February 29, 1900, which
/// spreadsheets count.
#[must_use]
pub fn day_of_serial(days: i64, epoch: Epoch) -> Option<Date> {
    if !(0..=LAST).contains(&days) {
        return None;
    }
    let days = i32::try_from(days).ok()?;
    match epoch {
        Epoch::Since1904 => Some(Date::new(1904, 1, 1).ok()?.plus_days(days)),
        // Up to the day that never was, each number is one more than the day of the year.
        Epoch::Since1900 if (1..60).contains(&days) => {
            Some(Date::new(1900, 1, 1).ok()?.plus_days(days - 1))
        }
        Epoch::Since1900 if days > 60 => Some(Date::new(1900, 3, 1).ok()?.plus_days(days - 61)),
        Epoch::Since1900 => None,
    }
}

/// A number with the fifteen digits a spreadsheet shows, written out: what was typed, without what binary
/// fractions add.
pub(super) fn shown(value: f64) -> String {
    let text = format!("{value:.14e}");
    let Some((digits, power)) = text.split_once('e') else {
        return text;
    };
    let Ok(power) = power.parse::<i32>() else {
        return text;
    };
    // A number this long is no pay, no share and no day.
    if !(-12..=15).contains(&power) {
        return if digits.trim_matches(['0', '.', '-']).is_empty() {
            "0".to_owned()
        } else {
            text
        };
    }
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |d| ("-", d));
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    let (whole, part) = if power < 0 {
        ("0".to_owned(), format!("{}{digits}", zeros(-power - 1)))
    } else {
        let padded = format!("{digits}{}", zeros(power - 14));
        let at = usize::try_from(power).unwrap_or(0) + 1;
        let (whole, part) = padded.split_at(at.min(padded.len()));
        (whole.to_owned(), part.to_owned())
    };
    let part = part.trim_end_matches('0');
    if part.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{part}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_epochs_count_as_spreadsheets_do() {
        let day = |days, epoch| day_of_serial(days, epoch).map(|date| date.to_string());
        let (old, mac) = (Epoch::Since1900, Epoch::Since1904);
        assert_eq!(day(1, old).as_deref(), Some("1900-01-01"));
        assert_eq!(day(59, old).as_deref(), Some("1900-02-28"));
        assert_eq!(day(60, old), None);
        assert_eq!(day(61, old).as_deref(), Some("1900-03-01"));
        assert_eq!(day(45_931, old).as_deref(), Some("2025-10-01"));
        assert_eq!(day(44_469, mac).as_deref(), Some("2025-10-01"));
        assert_eq!(day(0, mac).as_deref(), Some("1904-01-01"));
        assert_eq!(day(-1, old), None);
    }

    #[test]
    fn numbers_are_what_the_sheet_shows() {
        for (value, text) in [
            (37.5, "37.5"),
            (0.300_000_000_000_000_04, "0.3"),
            (25.05, "25.05"),
            (65_000.0, "65000"),
            (0.0, "0"),
            (-1200.5, "-1200.5"),
            (0.000_001, "0.000001"),
            (123_456_789.012_345, "123456789.012345"),
        ] {
            assert_eq!(shown(value), text);
        }
        assert!(shown(f64::NAN).contains("NaN"));
        assert!(shown(1e300).contains('e'));
    }
}
