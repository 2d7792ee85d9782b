//! An offer's terms on one page, for handing across.

use std::fmt::Write as _;

use super::{order, words};
use crate::scenario::{Offer, Scenario};

/// An offer's terms on one page, as text for handing across. No notes, no figures.
#[must_use]
pub fn term_sheet(scenario: &Scenario, offer: &Offer) -> String {
    let term = scenario.term;
    let mut sheet = format!("{}\n{}\n\n", scenario.title, offer.name);
    let _ = writeln!(
        sheet,
        "Term: {} to {}",
        words::date(term.first_day),
        words::date(scenario.last_day_of(offer))
    );
    let retroactive = if scenario.is_retroactive(offer) {
        "yes"
    } else {
        "no"
    };
    let _ = writeln!(sheet, "Retroactive to the dates below: {retroactive}\n");
    for raise in order::raises(offer) {
        let to = offer
            .clauses
            .get(raise.clause)
            .map_or_else(String::new, |clause| clause.scope.describe());
        let _ = writeln!(
            sheet,
            "{}: {} for {to}",
            words::date(raise.date),
            words::percent(raise.percent.get())
        );
    }
    let others = offer
        .clauses
        .iter()
        .filter(|clause| !matches!(clause.terms, crate::scenario::ClauseTerms::Percent(_)));
    for clause in others {
        let _ = writeln!(
            sheet,
            "{}: {} (see the offer)",
            words::date(clause.date),
            clause.terms.kind()
        );
    }
    sheet
}
