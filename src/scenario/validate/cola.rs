//! Rules of raises that follow a price index: the months they need are there.

use super::{FieldPath, Findings, Severity};
use crate::scenario::fault::TermsFault;
use crate::scenario::{Clause, ClauseTerms, Scenario};

/// Checks that the index has what a cost-of-living raise needs: the month its lag reaches back to, and the one
/// twelve months before. Months after the last are carried on by the projected percent.
pub(super) fn check(scenario: &Scenario, clause: &Clause, place: &FieldPath, found: &mut Findings) {
    let ClauseTerms::Cola { lag_months, .. } = clause.terms else {
        return;
    };
    let severity = if clause.counted {
        Severity::Error
    } else {
        Severity::Warning
    };
    let place = place.field("terms");
    let index = match &scenario.inflation {
        Some(inflation) if !inflation.index.is_empty() => &inflation.index,
        _ => {
            found.push(severity, place, TermsFault::NoIndex.into());
            return;
        }
    };
    let month = clause
        .date
        .first_of_month()
        .plus_months(-i32::from(lag_months));
    let (first, last) = (index.first(), index.last());
    let (Some(first), Some(last)) = (first.map(|one| one.month), last.map(|one| one.month)) else {
        return;
    };
    for needed in [month.plus_months(-12), month] {
        let is_given = index.binary_search_by(|one| one.month.cmp(&needed)).is_ok();
        if needed > last || is_given {
            continue;
        }
        let lacks = if needed < first {
            TermsFault::IndexBeginsLater { needed, first }
        } else {
            TermsFault::IndexLacks(needed)
        };
        found.push(severity, place, lacks.into());
        return;
    }
}
