//! The terms of an offer by date, as the table shows them: one entry a clause, or one for each of a clause's
//! own dates.

use crate::scenario::{Clause, ClauseId, ClauseTerms, LumpAmount, PaidIn, RateUnit, Scope};
use crate::units::{Date, Known, text};

/// One term at one date.
#[derive(Debug, Clone, PartialEq)]
pub struct DatedTerm {
    pub(crate) clause: ClauseId,
    /// Which of the clause's own dates it is, from 0.
    pub(crate) part: usize,
    /// The date as written.
    pub(crate) date: Date,
    /// The number, such as `6.5%`, `$1.50/h`, `5% or $1.50`.
    pub(crate) number: String,
    /// The kind in short; nothing for a raise in percent for everyone.
    pub(crate) kind: String,
    /// Whether it is in the figures.
    pub(crate) counted: bool,
}

/// The terms of a list of clauses by date, then as listed. Rates are in what `paid` says.
#[must_use]
pub fn dated_terms(clauses: &[Clause], paid: PaidIn<'_>) -> Vec<DatedTerm> {
    let mut all: Vec<DatedTerm> = Vec::with_capacity(clauses.len());
    for clause in clauses {
        for (part, date) in own_dates(clause).into_iter().enumerate() {
            all.push(DatedTerm {
                clause: clause.id,
                part,
                date,
                number: clause.terms.number(part, paid),
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

/// The kind of a clause in short, or for whom a plain raise is.
fn kind(clause: &Clause) -> String {
    let whom = (!clause.scope.is_everyone()).then(|| first_name(&clause.scope));
    let in_a_column = clause.terms.kind().in_words(RateUnit::Hour).in_a_column;
    let kind = clause.terms.own_name().unwrap_or(in_a_column);
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
pub fn as_typed(terms: &ClauseTerms, paid: PaidIn<'_>) -> String {
    match terms {
        ClauseTerms::Percent(_)
        | ClauseTerms::PerHour(_)
        | ClauseTerms::PerYear(_)
        | ClauseTerms::GreaterOf { .. } => terms.number(0, paid),
        ClauseTerms::Cola { .. } => terms.in_short(paid),
        ClauseTerms::Floor(Known::Known(rate)) => format!("min {}", paid.currency.rate(rate.get())),
        ClauseTerms::EquityPool {
            percent: Known::Known(percent),
            ..
        } => format!("pool {}", text::plain(percent.get())),
        ClauseTerms::Floor(Known::Unknown) | ClauseTerms::EquityPool { .. } => {
            terms.number(0, paid)
        }
        ClauseTerms::LumpSum { .. } if !terms.is_known() => terms.number(0, paid),
        ClauseTerms::LumpSum { amount, .. } => {
            let each = matches!(amount, LumpAmount::PerHead(_));
            let ending = if each { "each" } else { "bonus" };
            format!("{} {ending}", terms.number(0, paid))
        }
        _ => String::new(),
    }
}

/// A clause with one of its dates moved. The clause's own date stays its first.
#[must_use]
pub fn with_date(clause: &Clause, part: usize, date: Date) -> Clause {
    let mut moved = clause.clone();
    let own = moved.terms.own_dates_mut().into_iter().nth(part);
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
