//! What a cost-of-living raise comes to (METHOD.md "Clauses").

use rust_decimal::Decimal;

use super::effects::Unknown;
use super::price_index::index_of;
use crate::scenario::{Clause, ClauseTerms, Scenario};
use crate::units::decimal::round;
use crate::units::{Date, Known, Percent};

/// The two values of the price index behind a cost-of-living raise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndexValues {
    /// The month it looks at, and the index then.
    pub(crate) month: (Date, Decimal),
    /// Twelve months before.
    pub(crate) year_before: (Date, Decimal),
}

/// The index values a raise dated `date` looks at, `lag` months back.
///
/// # Errors
/// [`Unknown::NoIndex`], naming the month that is missing.
pub fn index_values(scenario: &Scenario, date: Date, lag: u8) -> Result<IndexValues, Unknown> {
    let month = date.first_of_month().plus_months(-i32::from(lag));
    let year_before = month.plus_months(-12);
    let value = |month: Date| {
        let index = scenario.inflation.as_ref();
        let value = index.and_then(|index| index_of(index, month));
        value.ok_or(Unknown::NoIndex(month))
    };
    Ok(IndexValues {
        year_before: (year_before, value(year_before)?),
        month: (month, value(month)?),
    })
}

/// Rounded here: the share of the index's change over twelve months, to 0.01 %, between least and most.
///
/// # Errors
/// Why it can't be told.
pub fn resolved(scenario: &Scenario, clause: &Clause) -> Result<Percent, Unknown> {
    let ClauseTerms::Cola {
        share: Known::Known(share),
        floor,
        cap,
        lag_months,
    } = &clause.terms
    else {
        return Err(Unknown::Unpublished);
    };
    let index = index_values(scenario, clause.date, *lag_months)?;
    let percent = || {
        let change = index
            .month
            .1
            .checked_div(index.year_before.1)?
            .checked_sub(Decimal::ONE)?;
        let percent = round(share.get().checked_mul(change)?, 2);
        let least = floor.map_or(percent, |floor| percent.max(floor.get()));
        let limited = cap.map_or(least, |cap| least.min(cap.get()));
        Percent::new(limited).ok()
    };
    percent().ok_or(Unknown::NoIndex(index.month.0))
}
