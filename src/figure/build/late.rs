//! What falls due when the figures have ended.

use rust_decimal::Decimal;

use super::case::Case;
use crate::figure::Note;
use crate::scenario::{ClauseTerms, LumpAmount, People, Scope};
use crate::units::{Fte, text};

/// Lump sums that fall due when the figures have ended: no figure holds them.
pub fn paid_after_the_end(case: &Case<'_>) -> Vec<Note> {
    let end = case.results.horizon;
    let mut told = Vec::new();
    for shown in &case.shown {
        let late = shown.figures().raises.iter();
        for raise in late.filter(|raise| raise.takes_effect > end) {
            let Some(clause) = shown.offer.clauses.get(raise.clause) else {
                continue;
            };
            let ClauseTerms::LumpSum { amount, .. } = &clause.terms else {
                continue;
            };
            let sum = lump_sum(case, amount, &clause.scope)
                .map_or_else(|| "A lump sum".to_owned(), |sum| case.money.in_full(sum));
            let day = text::day(raise.takes_effect);
            told.push(Note::shortened(
                format!(
                    "{sum} falls due after {}, on {day}, under {}.",
                    text::day(end),
                    shown.names.headline
                ),
                format!("{sum} falls due after {}.", text::day(end)),
            ));
        }
    }
    told
}

/// What a lump sum in dollars comes to for its scope; `None` where heads or FTE aren't known, or it
/// is a share of pay.
fn lump_sum(case: &Case<'_>, amount: &LumpAmount, scope: &Scope) -> Option<Decimal> {
    let workforce = &case.scenario.workforce;
    let (heads, fte) = if let People::Summary { headcount, fte, .. } = &workforce.people {
        (headcount.get().map(Decimal::from), fte.get().map(Fte::get))
    } else {
        let sum = |of: Option<Decimal>, more: Option<Decimal>| of?.checked_add(more?);
        let asked = scope.asked(workforce);
        let within = workforce.groups()?.iter();
        within.filter(|group| asked.include(group)).fold(
            (Some(Decimal::ZERO), Some(Decimal::ZERO)),
            |(heads, fte), group| {
                (
                    sum(heads, group.headcount.get().map(Decimal::from)),
                    sum(fte, group.fte.get().map(Fte::get)),
                )
            },
        )
    };
    match amount {
        LumpAmount::PerHead(money) => money.get()?.get().checked_mul(heads?),
        LumpAmount::PerFte(money) | LumpAmount::Prorated(money) => {
            money.get()?.get().checked_mul(fte?)
        }
        LumpAmount::PercentOfPay(_) => None,
    }
}
