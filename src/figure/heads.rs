//! Everything of an offer that changes rates, as heads at the days it takes effect: a percent stands
//! at its percent, any other at what it adds to the whole payroll that day, its own words beside it.

use rust_decimal::Decimal;

use crate::costing::curves::{Sample, step_at};
use crate::costing::report::OfferFigures;
use crate::scenario::{ClauseKind, ClauseTerms, Offer, PaidIn};
use crate::units::{Date, text};

/// A head of the raises lane and of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The clause's place in the offer's list, from 0.
    pub(crate) clause: usize,
    /// The day it takes effect; a part of a pool has one of its own.
    pub(crate) day: Date,
    /// How high it stands, percent.
    pub(crate) percent: Decimal,
    /// What is written beside it: `6.5%`, `$1.50/h`, `min. rates`.
    pub(crate) label: String,
    /// Whether the height is a percent of the clause's own, rather than what it adds to payroll.
    pub(crate) own_percent: bool,
    /// Whether it is for some employees only.
    pub(crate) scoped: bool,
}

/// The heads of an offer, in effective order. `level` is its wage level in steps
/// ([`crate::costing::curves::Curves::level`]); what isn't a percent has no height without it and is
/// left out.
#[must_use]
pub fn heads(
    offer: &Offer,
    figures: &OfferFigures,
    level: &[Sample],
    paid: PaidIn<'_>,
) -> Vec<Head> {
    let mut heads = Vec::new();
    for raise in &figures.raises {
        let Some(clause) = offer.clauses.get(raise.clause) else {
            continue;
        };
        let kind = clause.terms.kind();
        if !kind.changes_rates() {
            continue;
        }
        let scoped = !clause.scope.is_everyone();
        if kind == ClauseKind::Percent {
            heads.extend(raise.percent.map(|percent| Head {
                clause: raise.clause,
                day: raise.takes_effect,
                percent,
                label: text::percent_close(percent),
                own_percent: true,
                scoped,
            }));
            continue;
        }
        for (day, part) in parts_of(&clause.terms, raise.takes_effect) {
            let percents = percents_on(offer, figures, day);
            let words = clause.terms.in_short(paid);
            heads.extend(adds_on(level, day, percents).map(|percent| Head {
                clause: raise.clause,
                day,
                percent,
                label: part.map_or_else(|| words.clone(), |part| format!("{words} ({part})")),
                own_percent: false,
                scoped,
            }));
        }
    }
    heads.sort_by_key(|head| head.day);
    heads
}

/// The days a clause changes rates on, each with which part of it comes then where it comes in several: `1 of 2`. A
/// pool's parts have days of their own, as far as they come after the day the first takes effect.
fn parts_of(terms: &ClauseTerms, takes_effect: Date) -> Vec<(Date, Option<String>)> {
    let ClauseTerms::EquityPool { tranches, .. } = terms else {
        return vec![(takes_effect, None)];
    };
    let all = tranches.len();
    let later = |day: &Date| *day > takes_effect;
    let mut days: Vec<(Date, usize)> = vec![(takes_effect, 1)];
    for (number, day) in (2..).zip(tranches.iter().skip(1)) {
        match days.last_mut() {
            // What ratification delays comes together with the first.
            Some((_, last)) if !later(day) => *last = number,
            _ => days.push((*day, number)),
        }
    }
    if days.len() < 2 {
        return vec![(takes_effect, None)];
    }
    let mut from = 1;
    let named = days.into_iter().map(|(day, to)| {
        let part = if from == to {
            format!("{to} of {all}")
        } else {
            format!("{from}\u{2013}{to} of {all}")
        };
        from = to + 1;
        (day, Some(part))
    });
    named.collect()
}

/// The product of what the percents for everyone do to rates on a day.
fn percents_on(offer: &Offer, figures: &OfferFigures, day: Date) -> Decimal {
    let of_the_day = figures.raises.iter().filter(|raise| {
        let clause = offer.clauses.get(raise.clause);
        raise.takes_effect == day
            && clause.is_some_and(|clause| {
                clause.terms.kind() == ClauseKind::Percent && clause.scope.is_everyone()
            })
    });
    of_the_day
        .filter_map(|raise| raise.percent)
        .fold(Decimal::ONE, |all, percent| {
            let factor = percent
                .checked_div(Decimal::ONE_HUNDRED)
                .and_then(|part| part.checked_add(Decimal::ONE));
            factor
                .and_then(|factor| all.checked_mul(factor))
                .unwrap_or(all)
        })
}

/// What is added to payroll on a day beside the percents for everyone, percent.
fn adds_on(level: &[Sample], day: Date, percents: Decimal) -> Option<Decimal> {
    let after = step_at(level, day)?;
    let before = step_at(level, day.plus_days(-1)).unwrap_or(Decimal::ONE_HUNDRED);
    after
        .checked_div(before)?
        .checked_div(percents)?
        .checked_sub(Decimal::ONE)?
        .checked_mul(Decimal::ONE_HUNDRED)
}
