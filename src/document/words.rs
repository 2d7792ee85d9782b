//! Dates, percents and money as people at the table write them.

use super::order;
use crate::scenario::{OfferId, Scenario};
use crate::units::{Date, Percent};

pub use crate::units::text::{
    day as date, dollars_signed, minus, month, month_year, percent_close as percent, percent_two,
    points,
};

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
    use crate::units::text;
    use rust_decimal::Decimal;

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
