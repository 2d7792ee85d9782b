//! The table's rows and columns: a row an offer, a column a date.

use crate::document::dated::{DatedTerm, dated_terms};
use crate::scenario::{Offer, Scenario};
use crate::ui::widgets::names::is_open;
use crate::units::Date;

/// One row: an offer's terms, or those already owed.
pub(super) struct Row<'a> {
    /// The offer; nothing for what is owed.
    pub(super) offer: Option<&'a Offer>,
    /// Its terms by date.
    terms: Vec<DatedTerm>,
}

/// One column: a date, and which of several terms on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) date: Date,
    pub(super) place: usize,
    pub(super) holds: Holds,
}

/// Which terms stand in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Holds {
    /// All of its date.
    All,
    /// Those in the figures; the others stand behind all dates.
    Counted,
    LeftOut,
}

impl Holds {
    fn takes(self, term: &DatedTerm) -> bool {
        match self {
            Self::All => true,
            Self::Counted => term.counted,
            Self::LeftOut => !term.counted,
        }
    }
}

/// A, B and the offer worked on, then the others as listed, then what is owed where something is.
pub(super) fn rows(scenario: &Scenario) -> Vec<Row<'_>> {
    let paid = scenario.paid_in();
    let rank = |offer: &Offer| {
        if scenario.a.as_ref() == Some(&offer.id) {
            0
        } else if scenario.b.as_ref() == Some(&offer.id) {
            1
        } else if is_open(scenario, offer) {
            2
        } else {
            3
        }
    };
    let mut offers: Vec<&Offer> = scenario.offers.iter().collect();
    offers.sort_by_key(|offer| rank(offer));
    let mut rows: Vec<Row<'_>> = offers
        .into_iter()
        .map(|offer| Row {
            offer: Some(offer),
            terms: dated_terms(&offer.clauses, paid),
        })
        .collect();
    let owed: Vec<DatedTerm> = dated_terms(&scenario.baseline, paid);
    if !owed.is_empty() {
        rows.push(Row {
            offer: None,
            terms: owed,
        });
    }
    rows
}

/// A column for each date, and one more for each further term an offer has on it.
pub(super) fn columns(rows: &[Row<'_>]) -> Vec<Column> {
    columns_of(rows, Holds::All)
}

/// The same where room is short: what is left out stands behind all dates, so that the raises aren't
/// pushed out of sight by terms that are in no figure.
pub(super) fn parted_columns(rows: &[Row<'_>]) -> Vec<Column> {
    let mut columns = columns_of(rows, Holds::Counted);
    columns.extend(columns_of(rows, Holds::LeftOut));
    columns
}

fn columns_of(rows: &[Row<'_>], holds: Holds) -> Vec<Column> {
    let terms = |row: &Row<'_>| -> Vec<Date> {
        let held = row.terms.iter().filter(|term| holds.takes(term));
        held.map(|term| term.date).collect()
    };
    let held: Vec<Vec<Date>> = rows.iter().map(terms).collect();
    let mut dates: Vec<Date> = held.iter().flatten().copied().collect();
    dates.sort_unstable();
    dates.dedup();
    let mut columns = Vec::with_capacity(dates.len());
    for date in dates {
        let on = |row: &Vec<Date>| row.iter().filter(|own| **own == date).count();
        let most = held.iter().map(on).max().unwrap_or(0);
        columns.extend((0..most).map(|place| Column { date, place, holds }));
    }
    columns
}

impl Row<'_> {
    /// The term in a column.
    pub(super) fn term(&self, column: Column) -> Option<&DatedTerm> {
        let held = self.terms.iter().filter(|term| column.holds.takes(term));
        let mut on = held.filter(|term| term.date == column.date);
        on.nth(column.place)
    }
}
