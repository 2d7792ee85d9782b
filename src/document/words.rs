//! Dates, percents and money as people at the table write them.

use super::order;
use crate::costing::effects::Unknown;
use crate::costing::not_costed::NotCosted;
use crate::scenario::{Clause, ClauseId, ClauseTerms, OfferId, PaidIn, Ratification, Scenario};
use crate::units::{Date, HouseStyle, Percent};

pub use crate::units::text::{
    day as date, minus, month, month_year, percent_close as percent, percent_two, points,
};

/// What undo calls a raise that moved: only what changed is said.
#[must_use]
pub fn raise_change(
    scenario: &Scenario,
    offer: &OfferId,
    clause: ClauseId,
    to: Date,
    percent_to: Percent,
) -> String {
    let number = order::number_of(scenario, offer, clause);
    let from = scenario.offer(offer).and_then(|offer| offer.clause(clause));
    let moved = from.is_none_or(|clause| clause.date != to);
    let changed = from.is_none_or(|clause| clause.terms.percent() != Some(percent_to));
    let percent = percent(percent_to.get());
    match (moved, changed) {
        (true, false) => format!("Move raise {number} to {}", date(to)),
        (false, _) => format!("Set raise {number} to {percent}"),
        (true, true) => format!("Move raise {number} to {percent} on {}", date(to)),
    }
}

/// What a clause gives, as the window writes it: `6.5%`, `+$0.75 an hour`.
#[must_use]
pub fn terms(terms: &ClauseTerms, paid: PaidIn<'_>) -> String {
    terms.in_words(paid, HouseStyle::Print)
}

/// Why a figure isn't costed, as the window says it.
#[must_use]
pub fn not_costed(missing: &NotCosted) -> String {
    let NotCosted::Clause {
        clause: Some(_),
        kind,
        date: day,
        why,
    } = missing
    else {
        return match missing {
            NotCosted::Clause { date: day, .. } => {
                format!("unknown: the raise of {} in the baseline", date(*day))
            }
            other => other.in_words(),
        };
    };
    let which = format!("the {} of {}", kind.one(), date(*day));
    match why {
        Unknown::Unpublished => format!("unknown: the size of {which}"),
        Unknown::NeedsGroups => format!("{which} needs groups, and the workforce is a summary"),
        Unknown::NoIndex(month) => {
            format!("{which} needs the price index of {}", month_year(*month))
        }
    }
}

/// When it is ratified: `on time`, `Jan 1, 2026`.
#[must_use]
pub fn ratified(when: Ratification) -> String {
    match when {
        Ratification::OnTime => "on time".to_owned(),
        Ratification::On(day) => date(day),
    }
}

/// A clause by its number among the raises, or by its kind: `raise 3`, `the lump sum`.
#[must_use]
pub fn clause_of(scenario: &Scenario, offer: &OfferId, clause: ClauseId) -> String {
    match order::number_of(scenario, offer, clause) {
        0 => scenario
            .offer(offer)
            .and_then(|offer| offer.clause(clause))
            .map_or_else(
                || "the raise".to_owned(),
                |own| format!("the {}", own.terms.kind().one()),
            ),
        number => format!("raise {number}"),
    }
}

/// What undo calls a clause that changed: only what changed is said.
#[must_use]
pub fn clause_change(
    scenario: &Scenario,
    offer: &OfferId,
    clause: ClauseId,
    to: &Clause,
) -> String {
    let what = clause_of(scenario, offer, clause);
    let from = scenario.offer(offer).and_then(|offer| offer.clause(clause));
    let same = |part: fn(&Clause, &Clause) -> bool| from.is_some_and(|from| part(from, to));
    if !same(|from, to| from.terms == to.terms) {
        format!("Set {what} to {}", terms(&to.terms, scenario.paid_in()))
    } else if !same(|from, to| from.date == to.date) {
        format!("Move {what} to {}", date(to.date))
    } else if !same(|from, to| from.scope == to.scope) {
        format!("Change whom {what} is for")
    } else if !same(|from, to| from.effective == to.effective) {
        format!("Change when {what} takes effect")
    } else if !same(|from, to| from.until == to.until) {
        format!("Change until when {what} lasts")
    } else if !same(|from, to| from.counted == to.counted) {
        if to.counted {
            format!("Count {what}")
        } else {
            format!("Leave out {what}")
        }
    } else if !same(|from, to| from.left_out_because == to.left_out_because) {
        format!("Change why {what} is left out")
    } else if !same(|from, to| from.condition == to.condition) {
        format!("Change what {what} depends on")
    } else if !same(|from, to| from.source == to.source) {
        format!("Change the source of {what}")
    } else {
        format!("Change the note on {what}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::Decimal;

    #[test]
    fn figures_read_as_in_the_drawing() {
        let d = |t: &str| t.parse::<Decimal>().unwrap();
        assert_eq!(percent(d("6.50")), "6.5%");
        assert_eq!(percent(d("-2")), "\u{2212}2%");
        assert_eq!(percent_two(d("23.338179")), "23.34%");
        let day = Date::new(2027, 4, 1).unwrap();
        assert_eq!(date(day), "Apr 1, 2027");
    }
}
