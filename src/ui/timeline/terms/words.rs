//! What is written on a chip: a term that doesn't change rates, in the fewest words.

use rust_decimal::Decimal;

use crate::document::words;
use crate::scenario::parts::{DatedValue, LumpAmount};
use crate::scenario::{Clause, ClauseTerms};
use crate::ui::timeline::heads::head::scope_in_short;
use crate::units::{Known, Money, text};

/// What stands on the chip of a clause: `$750 bonus`, `pension 1.25% → 1.5%`.
pub(super) fn of_clause(clause: &Clause) -> String {
    let own = of_terms(&clause.terms);
    match scope_in_short(&clause.scope) {
        Some(scope) => format!("{own}, {scope}"),
        None => own,
    }
}

fn of_terms(terms: &ClauseTerms) -> String {
    match terms {
        ClauseTerms::HoldSteps { until } => format!("steps held to {}", words::date(*until)),
        ClauseTerms::LumpSum { amount, .. } => {
            let amount = match amount {
                LumpAmount::PerHead(money)
                | LumpAmount::PerFte(money)
                | LumpAmount::Prorated(money) => dollars(money),
                LumpAmount::PercentOfPay(percent) => {
                    percent.get().map(|own| words::percent(own.get()))
                }
            };
            amount.map_or_else(|| "lump sum".to_owned(), |amount| format!("{amount} bonus"))
        }
        ClauseTerms::Benefit { today, values, .. } => {
            from_to("benefit", dollars(today), last(values).and_then(dollars))
        }
        ClauseTerms::Payout { amount, .. } => dollars(amount).map_or_else(
            || "payout".to_owned(),
            |amount| format!("payout up to {amount}"),
        ),
        ClauseTerms::PaidTime { hours, .. } => hours.get().map_or_else(
            || "paid time".to_owned(),
            |hours| format!("{} paid hours", text::plain(hours.get())),
        ),
        ClauseTerms::Contribution {
            name,
            today,
            values,
            ..
        } => {
            let percent = |value: &Known<crate::units::Percent>| {
                value.get().map(|own| words::percent(own.get()))
            };
            from_to(name, percent(today), last(values).and_then(percent))
        }
        ClauseTerms::CostStream { amounts, .. } => {
            let sum = amounts.iter().try_fold(Decimal::ZERO, |sum, one| {
                sum.checked_add(one.amount.get()?.get())
            });
            sum.map_or_else(
                || "cost".to_owned(),
                |sum| format!("cost {}", text::dollars_given(sum)),
            )
        }
        // What changes rates is a chip only where it is left out.
        other => words::kind(other).to_owned(),
    }
}

fn last<T>(values: &[DatedValue<T>]) -> Option<&Known<T>> {
    values.last().map(|one| &one.value)
}

fn dollars(money: &Known<Money>) -> Option<String> {
    money.get().map(|own| text::dollars_given(own.get()))
}

fn from_to(what: &str, from: Option<String>, to: Option<String>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from == to => format!("{what} {to}"),
        (Some(from), Some(to)) => format!("{what} {from} \u{2192} {to}"),
        (None, Some(to)) => format!("{what} {to}"),
        (_, None) => what.to_owned(),
    }
}
