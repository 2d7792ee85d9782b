//! The terms of an offer by date, as the table shows them: one entry a clause, or one for each of a clause's
//! own dates.

use rust_decimal::Decimal;

use crate::figure::heads;
use crate::scenario::{Clause, ClauseId, ClauseTerms, LumpAmount, MarketMinimum, RateUnit, Scope};
use crate::units::{Date, Known, Money, Percent, text};

/// One term at one date.
#[derive(Debug, Clone, PartialEq)]
pub struct DatedTerm {
    /// The clause.
    pub clause: ClauseId,
    /// Which of the clause's own dates it is, from 0.
    pub part: usize,
    /// The date as written.
    pub date: Date,
    /// The number, such as `6.5%`, `$1.50/h`, `5% or $1.50`.
    pub number: String,
    /// The kind in short; nothing for a raise in percent for everyone.
    pub kind: String,
    /// Whether it is in the figures.
    pub counted: bool,
}

/// The terms of a list of clauses by date, then as listed. Rates are in `unit`.
#[must_use]
pub fn dated_terms(clauses: &[Clause], unit: RateUnit) -> Vec<DatedTerm> {
    let mut all: Vec<DatedTerm> = Vec::with_capacity(clauses.len());
    for clause in clauses {
        for (part, date) in own_dates(clause).into_iter().enumerate() {
            all.push(DatedTerm {
                clause: clause.id,
                part,
                date,
                number: number(&clause.terms, part, unit),
                kind: kind(clause),
                counted: clause.counted,
            });
        }
    }
    all.sort_by_key(|term| term.date);
    all
}

/// The dates a clause has: those of its terms, or its own.
fn own_dates(clause: &Clause) -> Vec<Date> {
    let dates = clause.terms.own_dates();
    if dates.is_empty() {
        vec![clause.date]
    } else {
        dates
    }
}

const UNKNOWN: &str = "unknown";

fn known<T: Copy>(value: &Known<T>, words: impl FnOnce(T) -> String) -> String {
    value.get().map_or_else(|| UNKNOWN.to_owned(), words)
}

fn percent(value: Percent) -> String {
    text::percent_close(value.get())
}

fn dollars(value: Decimal) -> String {
    let exact = text::dollars(value);
    match exact.strip_suffix(".00") {
        Some(whole) => whole.to_owned(),
        None => exact,
    }
}

fn money(value: Money) -> String {
    dollars(value.get())
}

/// The number of a clause on one of its dates.
fn number(terms: &ClauseTerms, part: usize, unit: RateUnit) -> String {
    match terms {
        ClauseTerms::Percent(value) => known(value, percent),
        ClauseTerms::PerHour(value) => known(value, |v| format!("{}/h", text::rate(v.get()))),
        ClauseTerms::PerYear(value) => known(value, |v| format!("{}/year", dollars(v.get()))),
        ClauseTerms::GreaterOf {
            percent: share,
            per_hour,
            per_year,
        } => {
            let amount = match (per_hour, per_year) {
                (Some(hour), _) => known(hour, |v| format!("{}/h", text::rate(v.get()))),
                (_, Some(year)) => known(year, |v| format!("{}/year", dollars(v.get()))),
                _ => UNKNOWN.to_owned(),
            };
            format!("{} or {amount}", known(share, percent))
        }
        ClauseTerms::Floor(rate) => known(rate, |v| {
            let per = match unit {
                RateUnit::Hour => "/h",
                RateUnit::Month => "/month",
                RateUnit::Year => "/year",
            };
            format!("{}{per}", text::rate(v.get()))
        }),
        ClauseTerms::Cola {
            share, floor, cap, ..
        } => match (floor, cap) {
            (Some(floor), Some(cap)) => {
                format!("{}\u{2013}{}", text::plain(floor.get()), percent(*cap))
            }
            (Some(floor), None) => format!("min {}", percent(*floor)),
            (None, Some(cap)) => format!("max {}", percent(*cap)),
            (None, None) => known(share, percent),
        },
        ClauseTerms::MinimumRate {
            by_market,
            elsewhere,
            ..
        } => minimum(by_market, elsewhere.as_ref()),
        ClauseTerms::EquityPool {
            percent: share,
            tranches,
            ..
        } => known(share, |share| {
            let parts = Decimal::from(tranches.len().max(1) as u64);
            let one = share.get().checked_div(parts).unwrap_or(share.get());
            text::percent_close(one)
        }),
        ClauseTerms::HoldSteps { .. } => "held".to_owned(),
        ClauseTerms::LumpSum { amount, .. } => match amount {
            LumpAmount::PerHead(value)
            | LumpAmount::PerFte(value)
            | LumpAmount::Prorated(value) => known(value, money),
            LumpAmount::PercentOfPay(value) => known(value, percent),
        },
        ClauseTerms::Benefit { values, .. } => values
            .get(part)
            .map_or_else(|| UNKNOWN.to_owned(), |one| known(&one.value, money)),
        ClauseTerms::Payout { amount, .. } => known(amount, money),
        ClauseTerms::PaidTime { hours, .. } => {
            known(hours, |v| format!("{} h", text::plain(v.get())))
        }
        ClauseTerms::Contribution { values, .. } => values
            .get(part)
            .map_or_else(|| UNKNOWN.to_owned(), |one| known(&one.value, percent)),
        ClauseTerms::CostStream { amounts, .. } => amounts.get(part).map_or_else(
            || UNKNOWN.to_owned(),
            |one| known(&one.amount, |v| text::dollars_given(v.get())),
        ),
    }
}

/// The highest of the minimum rates: the one people name.
fn minimum(
    by_market: &[MarketMinimum],
    elsewhere: Option<&Known<crate::units::HourlyRate>>,
) -> String {
    let named = by_market.iter().filter_map(|one| one.rate.get());
    let rates = named.chain(elsewhere.and_then(Known::get));
    let highest = rates.map(crate::units::HourlyRate::get).max();
    highest.map_or_else(|| UNKNOWN.to_owned(), text::rate)
}

/// The kind of a clause in short, or for whom a plain raise is.
fn kind(clause: &Clause) -> String {
    let whom = (!clause.scope.is_everyone()).then(|| first_name(&clause.scope));
    let kind = match &clause.terms {
        ClauseTerms::Percent(_) | ClauseTerms::PerHour(_) | ClauseTerms::PerYear(_) => "",
        ClauseTerms::GreaterOf { .. } => "the greater",
        ClauseTerms::Floor(_) => "floor",
        ClauseTerms::Cola { .. } => "COLA",
        ClauseTerms::MinimumRate { .. } => "min. rates",
        ClauseTerms::EquityPool { .. } => "pool",
        ClauseTerms::HoldSteps { .. } => "steps",
        ClauseTerms::LumpSum { .. } => "bonus",
        ClauseTerms::Benefit { .. } => "benefit",
        ClauseTerms::Payout { .. } => "payout",
        ClauseTerms::PaidTime { .. } => "paid time",
        ClauseTerms::Contribution { name, .. } => name.as_str(),
        ClauseTerms::CostStream { .. } => "amounts",
    };
    let until = clause.until.map(|_| "for a time");
    match (kind, whom, until) {
        ("", Some(whom), _) => whom,
        ("", None, Some(until)) => until.to_owned(),
        (kind, _, _) => kind.to_owned(),
    }
}

fn first_name(scope: &Scope) -> String {
    let mut names = scope.keys().flat_map(|(_, names)| names.iter());
    let first = names.next().cloned().unwrap_or_default();
    if names.next().is_some() {
        format!("{first} \u{2026}")
    } else {
        first
    }
}

/// What is typed to get a clause's terms again; nothing where a cell can't say them.
#[must_use]
pub fn as_typed(terms: &ClauseTerms, unit: RateUnit) -> String {
    match terms {
        ClauseTerms::Percent(_)
        | ClauseTerms::PerHour(_)
        | ClauseTerms::PerYear(_)
        | ClauseTerms::GreaterOf { .. } => number(terms, 0, unit),
        ClauseTerms::Floor(rate) => known(rate, |v| format!("min {}", text::rate(v.get()))),
        ClauseTerms::Cola { floor, cap, .. } => heads::cola(*floor, *cap),
        ClauseTerms::EquityPool { percent, .. } => {
            known(percent, |v| format!("pool {}", text::plain(v.get())))
        }
        ClauseTerms::LumpSum { amount, .. } => match amount {
            LumpAmount::PercentOfPay(value) => known(value, |v| format!("{} bonus", percent(v))),
            LumpAmount::PerHead(value) => known(value, |v| format!("{} each", money(v))),
            LumpAmount::PerFte(value) | LumpAmount::Prorated(value) => {
                known(value, |v| format!("{} bonus", money(v)))
            }
        },
        _ => String::new(),
    }
}

/// A clause with one of its dates moved. The clause's own date stays its first.
#[must_use]
pub fn with_date(clause: &Clause, part: usize, date: Date) -> Clause {
    let mut moved = clause.clone();
    let own: Option<&mut Date> = match &mut moved.terms {
        ClauseTerms::EquityPool { tranches, .. } => tranches.get_mut(part),
        ClauseTerms::Payout { on, .. } => on.get_mut(part),
        ClauseTerms::Benefit { values, .. } => values.get_mut(part).map(|one| &mut one.date),
        ClauseTerms::Contribution { values, .. } => values.get_mut(part).map(|one| &mut one.date),
        ClauseTerms::CostStream { amounts, .. } => amounts.get_mut(part).map(|one| &mut one.date),
        _ => None,
    };
    match own {
        Some(own) => {
            *own = date;
            if part == 0 {
                moved.date = date;
            }
        }
        None => moved.date = date,
    }
    moved
}
