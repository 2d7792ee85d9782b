//! Why a typed or pasted text was not taken, in words.

use rust_decimal::Decimal;

use super::words;
use crate::units::reading::{DateRefusal, Refusal};
use crate::units::text;
use crate::units::visible::visible;

/// What a field holds, for its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// The thing, in the singular: `percent`, `amount`.
    pub(super) what: &'static str,
    /// How to write one: `6.5%`.
    pub(super) such_as: &'a str,
}

pub const PERCENT: Wanted<'static> = Wanted {
    what: "percent",
    such_as: "6.5%",
};

pub const DATE: Wanted<'static> = Wanted {
    what: "date",
    such_as: "10/1/2027",
};

/// Says why `typed` is not what was wanted and how to write it.
#[must_use]
pub fn words(refusal: &Refusal, typed: &str, wanted: Wanted<'_>) -> String {
    let Wanted { what, such_as } = wanted;
    let typed = quoted(typed.trim());
    let write = |why: String| format!("{why}; write it as {such_as}");
    match refusal {
        Refusal::Missing => {
            let article = if what.starts_with(['a', 'e', 'i', 'o']) {
                "an"
            } else {
                "a"
            };
            write(format!("{article} {what} is missing"))
        }
        Refusal::NotANumber | Refusal::Date(DateRefusal::Form) => {
            write(format!("{typed} is no {what}"))
        }
        Refusal::TwoNumbers => write(format!("{typed} has two numbers")),
        Refusal::Range => write(format!(
            "{typed} leaves a choice between two numbers; give one"
        )),
        Refusal::Ambiguous {
            as_decimal,
            as_thousands,
        } => {
            let (small, large) = (text::plain(*as_decimal), text::plain(*as_thousands));
            format!(
                "{typed} can be {} or {}; write {small} as {} or {large}",
                words::minus(&small),
                text::count(*as_thousands),
                unmistakable(*as_decimal),
            )
        }
        Refusal::Share { written, percent } => {
            let (written, percent) = (words::percent(*written), words::percent(*percent));
            format!(
                "{typed} can be {written} or, as spreadsheets keep it, {percent}; write {written} or {percent}"
            )
        }
        Refusal::Grouping => format!(
            "the separators in {typed} are where neither decimals nor thousands have them; \
             check the digits, and part them as in {such_as}"
        ),
        Refusal::Word(word) => format!(
            "{} in {typed} may change what the number means; write only the {what}, as {such_as}",
            quoted(word)
        ),
        Refusal::Unit(unit) => write(format!("{} is no unit of this {what}", quoted(unit))),
        Refusal::Currency(sign) => write(format!(
            "{} is another currency than this case\u{2019}s, and nothing here is converted",
            quoted(sign)
        )),
        Refusal::Brackets => format!(
            "brackets around a number can mean below zero; write it without them, as {such_as}, or with a minus sign"
        ),
        Refusal::Dash => format!(
            "the dash in {typed} may be a minus sign or none; write {such_as} or -{such_as}"
        ),
        Refusal::Invisible => write(format!("{typed} holds characters nobody sees")),
        Refusal::TooManyDigits => format!("{typed} has more digits than can be kept exactly"),
        Refusal::Formula => format!("{typed} can\u{2019}t be worked out; write it as =21.5/4"),
        Refusal::DivisionByZero => format!("{typed} divides by zero"),
        Refusal::Date(DateRefusal::Ambiguous(one, other)) => format!(
            "{typed} can be {} or {}; write it as {one} or {other}",
            words::date(*one),
            words::date(*other)
        ),
        Refusal::Date(DateRefusal::Impossible) => {
            format!("{typed} is not in the calendar; check the month and the day")
        }
        Refusal::Date(DateRefusal::DayFirst(day)) => format!(
            "{typed} has the day first, and dates with slashes are read month first here; write it as {}/{}/{} or {day}",
            day.month(),
            day.day(),
            day.year()
        ),
        Refusal::Date(DateRefusal::OutOfRange) => {
            format!("{typed} is outside 1900 to 2200; check the year")
        }
    }
}

/// A small number written so that its separator can't group thousands: `1.2` for `1.200`,
/// `68.1250` for `68.125`.
fn unmistakable(value: Decimal) -> String {
    let plain = text::plain(value);
    match plain.split_once('.') {
        None => format!("{plain}.0"),
        Some((_, decimals)) if decimals.len() == 3 => format!("{plain}0"),
        Some(_) => plain,
    }
}

/// What was typed, in quotes, cut and with nothing invisible.
fn quoted(typed: &str) -> String {
    const LONGEST: usize = 60;
    // Tabs part the cells of a row; in a sentence a blank does.
    let blank = |char| if char == '\t' { ' ' } else { char };
    let seen = visible(&typed.chars().map(blank).collect::<String>());
    if seen.chars().count() <= LONGEST {
        return format!("\u{201c}{seen}\u{201d}");
    }
    let start: String = seen.chars().take(LONGEST).collect();
    format!("\u{201c}{start}\u{2026}\u{201d}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::reading::{Kind, number};

    fn said(typed: &str, kind: Kind) -> String {
        words(&number(typed, kind).unwrap_err(), typed, PERCENT)
    }

    #[test]
    fn both_readings_are_named_and_written_so_that_they_read_back() {
        assert_eq!(
            said("68.000", Kind::Pay),
            "\u{201c}68.000\u{201d} can be 68 or 68,000; write 68 as 68.0 or 68000"
        );
        assert_eq!(
            number("68.0", Kind::Pay).unwrap().normalize(),
            Decimal::from(68)
        );
        assert_eq!(
            said("3,125", Kind::Percent),
            "\u{201c}3,125\u{201d} can be 3.125 or 3,125; write 3.125 as 3.1250 or 3125"
        );
        assert_eq!(
            number("3.1250", Kind::Percent).unwrap().to_string(),
            "3.1250"
        );
    }

    #[test]
    fn long_and_invisible_texts_stay_one_readable_line() {
        let told = said(&format!("x\n\u{202e}{}", "y".repeat(500)), Kind::Percent);
        assert!(told.contains("[U+000A]") && told.len() < 300, "{told}");
    }
}
