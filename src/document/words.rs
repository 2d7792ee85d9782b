//! Dates, percents and money as people at the table write them.

use rust_decimal::Decimal;

use super::order;
use crate::scenario::{OfferId, Scenario};
use crate::units::{Date, Percent, text};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The short name of a month, 1 to 12.
#[must_use]
pub fn month(number: i8) -> &'static str {
    usize::try_from(number - 1)
        .ok()
        .and_then(|index| MONTHS.get(index))
        .copied()
        .unwrap_or("")
}

/// `Apr 1, 2027`.
#[must_use]
pub fn date(date: Date) -> String {
    format!("{} {}, {}", month(date.month()), date.day(), date.year())
}

/// `Oct 2025`.
#[must_use]
pub fn month_year(date: Date) -> String {
    format!("{} {}", month(date.month()), date.year())
}

/// `6.5%`: at most six decimals, as many as it has.
#[must_use]
pub fn percent(value: Decimal) -> String {
    text::percent(value, 6).replace(' ', "")
}

/// `23.34%`: exactly two decimals.
#[must_use]
pub fn percent_two(value: Decimal) -> String {
    format!("{}%", minus(&text::fixed(value, 2)))
}

/// `3.50`: a difference of two percents, in points.
#[must_use]
pub fn points(value: Decimal) -> String {
    minus(&text::fixed(value, 2))
}

/// A true minus sign in place of a hyphen.
#[must_use]
pub fn minus(digits: &str) -> String {
    digits.replace('-', "\u{2212}")
}

/// Dollars with a plus sign where more.
#[must_use]
pub fn dollars_signed(value: Decimal) -> String {
    let words = text::dollars_brief(value);
    if value > Decimal::ZERO && words != "$0" {
        format!("+{words}")
    } else {
        words
    }
}

/// What undo calls a raise that moved: only what changed is said.
#[must_use]
pub fn raise_change(
    scenario: &Scenario,
    offer: &OfferId,
    clause: usize,
    to: Date,
    percent_to: Percent,
) -> String {
    let number = order::number_of(scenario, offer, clause);
    let from = scenario
        .offer(offer)
        .and_then(|offer| offer.clauses.get(clause));
    let moved = from.is_none_or(|clause| clause.date != to);
    let changed = from.is_none_or(|clause| clause.terms.percent() != Some(percent_to));
    let percent = percent(percent_to.get());
    match (moved, changed) {
        (true, false) => format!("Move raise {number} to {}", date(to)),
        (false, _) => format!("Set raise {number} to {percent}"),
        (true, true) => format!("Move raise {number} to {percent} on {}", date(to)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_in_the_drawing() {
        let d = |t: &str| t.parse::<Decimal>().unwrap();
        assert_eq!(percent(d("6.50")), "6.5%");
        assert_eq!(percent(d("-2")), "\u{2212}2%");
        assert_eq!(percent_two(d("23.338179")), "23.34%");
        assert_eq!(text::dollars_brief(d("589660075.19")), "$590M");
        assert_eq!(text::dollars_brief(d("5239246824.94")), "$5.24B");
        assert_eq!(dollars_signed(d("8364.11")), "+$8,364");
        assert_eq!(text::dollars_brief(d("-56145781.62")), "\u{2212}$56.1M");
        let day = Date::new(2027, 4, 1).unwrap();
        assert_eq!(date(day), "Apr 1, 2027");
    }
}
