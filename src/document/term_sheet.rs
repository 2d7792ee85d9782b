//! An offer's terms on one page, for handing across.

use std::fmt::Write as _;

use super::words;
use crate::scenario::{
    Clause, ClauseTerms, DollarTiming, EffectiveRule, LumpTiming, Offer, Scenario,
};
use crate::units::HouseStyle;

/// What stands first on the sheet of an offer that the other side hasn't been given.
const PRIVATE: &str = "Private: this offer isn\u{2019}t shared";

/// An offer's terms on one page, as text for handing across. No notes, no figures. That of a private offer says so
/// in its first line.
#[must_use]
pub fn term_sheet(scenario: &Scenario, offer: &Offer) -> String {
    let term = scenario.term;
    let private = if offer.shared {
        String::new()
    } else {
        format!("{PRIVATE}\n")
    };
    let mut sheet = format!("{private}{}\n{}\n\n", scenario.title, offer.name);
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
    let _ = writeln!(sheet, "Retroactive to the dates below: {retroactive}");
    let rule = scenario.effective_rule(offer);
    if rule != EffectiveRule::OnDate {
        let _ = writeln!(sheet, "When raises apply: {}", rule.in_words());
    }
    sheet.push('\n');
    let mut clauses: Vec<&Clause> = offer.clauses.iter().collect();
    clauses.sort_by_key(|clause| clause.date);
    for clause in clauses {
        let _ = write!(
            sheet,
            "{}: {} for {}",
            words::date(clause.date),
            clause.terms.in_full(scenario.paid_in(), HouseStyle::Print),
            clause.scope.describe()
        );
        if let Some(until) = clause.until {
            let _ = write!(sheet, ", until {}", words::date(until));
        }
        if !clause.condition.is_empty() {
            let _ = write!(sheet, ", {}", clause.condition);
        }
        if let Some(own) = clause.effective.filter(|own| *own != rule) {
            let _ = write!(sheet, " ({})", own.in_words());
        }
        if let ClauseTerms::LumpSum { paid, .. } = &clause.terms {
            sheet.push_str(match paid {
                LumpTiming::Dated => "",
                LumpTiming::OnRatification => ", paid on ratification",
                LumpTiming::Later => ", paid then or on ratification, whichever is later",
            });
        }
        if is_paid_on_ratification_if_later(&clause.terms) {
            sheet.push_str(", each then or on ratification, whichever is later");
        }
        sheet.push('\n');
    }
    sheet
}

/// Whether dollars dated before a late ratification wait for it.
fn is_paid_on_ratification_if_later(terms: &ClauseTerms) -> bool {
    terms.when() == Some(DollarTiming::Later)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::parse_scenario;

    #[test]
    fn the_sheet_of_a_private_offer_says_so_first() {
        let text = include_str!("../../scenarios/two-market-hospital.ron");
        let mut scenario = parse_scenario(text).unwrap();
        let mut offer = scenario.offers.remove(2);
        let first = |offer: &Offer| {
            term_sheet(&scenario, offer)
                .lines()
                .next()
                .map(str::to_owned)
        };
        offer.shared = false;
        assert!(first(&offer).unwrap().starts_with("Private"));
        offer.shared = true;
        assert_eq!(first(&offer).unwrap(), scenario.title);
    }

    #[test]
    fn every_term_stands_on_the_sheet_in_date_order_and_no_note() {
        let text = include_str!("../../scenarios/two-market-hospital.ron");
        let mut scenario = parse_scenario(text).unwrap();
        let mut offer = scenario.offers.remove(2);
        offer.note = "they will never take it".to_owned();
        assert_eq!(
            term_sheet(&scenario, &offer)
                .lines()
                .skip(2)
                .collect::<Vec<_>>(),
            [
                "Draft counter",
                "",
                "Term: Jul 1, 2026 to Jun 30, 2029",
                "Retroactive to the dates below: yes",
                "When raises apply: first pay period on or after",
                "",
                "Jul 1, 2026: 4.5% for everyone",
                "Jul 1, 2026: lump sum 0.5% of a year\u{2019}s pay for everyone, paid then or on ratification, whichever is later",
                "Oct 1, 2026: +$0.75 an hour for Valley",
                "Jul 1, 2027: 3.75% for everyone",
                "Jul 1, 2028: 3.5% for everyone",
            ]
        );
    }
}
