//! What a term would cost the offer, in a line.

use rust_decimal::Decimal;

use crate::costing::worth::offer_costs;
use crate::costing::{Model, cola};
use crate::document::words;
use crate::scenario::{Clause, ClauseTerms, OfferId, Scenario};
use crate::units::text;

/// What a clause would add to the cost of an offer, in a line.
pub(super) fn worked(
    scenario: &Scenario,
    offer: &OfferId,
    clause: &Clause,
    example: bool,
) -> String {
    let currency = &scenario.currency;
    let paid = scenario.paid_in();
    let mut what = words::terms(&clause.terms, paid);
    if let ClauseTerms::Cola { lag_months, .. } = clause.terms {
        match cola::resolved(scenario, clause) {
            Ok(percent) => {
                what = format!("{what}, which comes to {}", words::percent(percent.get()));
            }
            Err(_) => {
                let month = clause
                    .date
                    .first_of_month()
                    .plus_months(-i32::from(lag_months));
                return format!(
                    "It needs the price index up to {}: enter it under Prices.",
                    text::month_year(month)
                );
            }
        }
    }
    let on = words::date(clause.date);
    let what = if example {
        format!("For example: {what} on {on}")
    } else {
        format!("{} on {on}", begun_large(&what))
    };
    match added(scenario, offer, clause) {
        Some(cost) if cost.is_sign_negative() && !cost.is_zero() => {
            format!("{what} saves {} over the term.", currency.short(cost.abs()))
        }
        Some(cost) => format!("{what} costs {} over the term.", currency.short(cost)),
        None => format!("{what} can\u{2019}t be costed: a number it needs is unknown."),
    }
}

/// A sentence begins with a large letter.
fn begun_large(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Cost with the clause less the cost without it; what else is unknown in the offer is left aside.
fn added(scenario: &Scenario, offer: &OfferId, clause: &Clause) -> Option<Decimal> {
    let mut with = scenario.clone();
    let own = with.offers.iter_mut().find(|one| one.id == *offer)?;
    own.clauses.retain(|one| one.terms.is_known());
    let before = own.clone();
    own.clauses.push(clause.clone());
    let after = own.clone();
    let model = Model::new(&with).ok()?;
    let more = offer_costs(&model, &after).ok()??;
    let less = offer_costs(&model, &before).ok()??;
    more.checked_sub(less)
}
