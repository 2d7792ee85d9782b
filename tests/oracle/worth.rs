//! What one clause adds to the cost of a deal of which other dollars may be unknown.

use super::deal::Deal;
use super::flows;
use super::ledger::Ledger;
use super::lumps::{self, payments};
use super::offer::cost;
use super::sums::Money;
use super::terms::{Lump, Terms};

/// Whether it pays dollars that nobody's pay makes larger or smaller.
fn is_flat(terms: &Terms) -> bool {
    match terms {
        Terms::LumpSum { amount, .. } => !matches!(amount, Lump::PercentOfPay(_)),
        Terms::Benefit { .. } | Terms::Payout { .. } | Terms::CostStream { .. } => true,
        _ => false,
    }
}

/// What a deal costs more than another from which it differs in one clause. Dollars that don't rest on pay are the
/// same in both, and the rates are where the clause pays dollars beside them.
pub fn apart(ledger: &Ledger, place: usize, more: &Deal, less: &Deal) -> Option<Money> {
    let of = |deal: &Deal| {
        let placed = deal.placed().into_iter().find(|one| one.place == place);
        let beside = placed.map(|one| !one.clause.terms.is_rate_or_hold());
        match beside {
            Some(true) => dollars(ledger, deal, place),
            _ => cost(ledger, &deal.keeping(|_, terms| !is_flat(terms))),
        }
    };
    let pays = more
        .placed()
        .iter()
        .any(|one| one.place == place && !one.clause.terms.is_rate_or_hold());
    let without = less.placed().iter().all(|one| one.place != place);
    if pays && without {
        return of(more);
    }
    Some(&of(more)? - &of(less)?)
}

/// What one clause itself pays beside rates.
fn dollars(ledger: &Ledger, deal: &Deal, place: usize) -> Option<Money> {
    let own = deal.keeping(|at, terms| at == place || terms.is_rate_or_hold());
    let priced = ledger.price(&own);
    let days = (ledger.first, ledger.horizon);
    let lumps = lumps::within(&payments(ledger, &priced, &own), days.0, days.1)?;
    let benefits = flows::all_between(ledger, &priced, &own, days.0, days.1)?;
    Some(&lumps + &benefits)
}
