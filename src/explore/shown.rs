//! A report as others may see it: cells under ten hidden, and those that would give them away.

use std::collections::HashMap;

use super::privacy::{CellHeads, hide_one_way, hide_together};
use crate::costing::report::{Report, ScopeFigures, SpreadRow};
use crate::scenario::{Group, Scenario, banding::FEWEST};

/// Hides the small cells of a report's tables by scope and of the five tables of people, and the percentiles
/// of a workforce that is itself so small.
pub fn hide_small_cells(report: &mut Report, scenario: &Scenario) {
    let Some(groups) = scenario.workforce.groups() else {
        return;
    };
    // The cells in their order, each with its row in the three tables.
    let mut order: Vec<([Option<&str>; 3], [usize; 3])> = Vec::new();
    let mut heads: HashMap<[Option<&str>; 3], Option<u64>> = HashMap::new();
    let mut rows: [Vec<Option<&str>>; 3] = Default::default();
    let mut row_of: [HashMap<Option<&str>, usize>; 3] = Default::default();
    for group in groups {
        let keys = keys(group);
        let mut own_rows = [0; 3];
        let tables = keys.iter().zip(&mut rows).zip(&mut row_of);
        for (((key, rows), row_of), own) in tables.zip(&mut own_rows) {
            *own = *row_of.entry(*key).or_insert_with(|| {
                rows.push(*key);
                rows.len() - 1
            });
        }
        let own = heads.entry(keys).or_insert_with(|| {
            order.push((keys, own_rows));
            Some(0)
        });
        *own = own
            .zip(group.headcount.get())
            .and_then(|(sum, more)| sum.checked_add(more));
    }
    let cells: Vec<CellHeads> = order
        .iter()
        .map(|(keys, rows)| CellHeads {
            rows: *rows,
            heads: heads.get(keys).copied().flatten(),
        })
        .collect();
    let counts = [rows[0].len(), rows[1].len(), rows[2].len()];
    let hidden = hide_together(&cells, counts);
    let is_hidden: HashMap<[Option<&str>; 3], bool> = order
        .iter()
        .map(|(keys, _)| *keys)
        .zip(hidden.cells.iter().copied())
        .collect();
    for apart in &mut report.apart {
        for scope in &mut apart.by_scope {
            hide_scope(scope, &is_hidden);
        }
    }
    let people = &mut report.people;
    let spread = &mut people.spread;
    let tables = [
        &mut spread.by_market,
        &mut spread.by_unit,
        &mut spread.by_job,
    ];
    for (at, table) in tables.into_iter().enumerate() {
        for own in table {
            let rows = row_of.get(at);
            let hides = rows
                .and_then(|rows| rows.get(&own.name.as_deref()))
                .and_then(|row| hidden.one_way.get(at)?.get(*row));
            // A row of nobody who was counted above is not to be shown either.
            hide_row(own, hides.copied().unwrap_or(true));
        }
    }
    let heads_of_bands: Vec<Option<u64>> = spread.by_band.iter().map(|row| row.headcount).collect();
    for table in [&mut spread.by_scale, &mut spread.by_band] {
        let heads: Vec<Option<u64>> = table.iter().map(|row| row.headcount).collect();
        for (own, hides) in table.iter_mut().zip(hide_one_way(&heads)) {
            hide_row(own, hides);
        }
    }
    // Bands stand in the order of pay, one of unknown pay first; where there is one, there are no fifths.
    let mut bands: Vec<(Option<u64>, bool)> = heads_of_bands
        .into_iter()
        .zip(spread.by_band.iter().map(|row| row.hidden))
        .collect();
    for fifth in [&mut spread.lowest_fifth, &mut spread.highest_fifth] {
        if let Some(row) = fifth {
            hide_row(row, fifth_tells(&bands));
        }
        bands.reverse();
    }
    if report.basis.headcount.is_some_and(|heads| heads < FEWEST) {
        for own in &mut people.percentiles {
            own.end_percent = None;
            own.dollars_per_fte = None;
        }
    }
}

/// Whether a fifth, alone or beside the bands of pay, would tell of fewer than ten employees. `bands` are employees from the
/// end the fifth is counted from, each with whether it is hidden. The fifth and the bands up to any border are both
/// the first so many employees in the order of pay, so a reader who can add those bands up knows the difference.
fn fifth_tells(bands: &[(Option<u64>, bool)]) -> bool {
    let all = bands
        .iter()
        .try_fold(0_u64, |sum, (heads, _)| sum.checked_add((*heads)?));
    let Some(all) = all else { return true };
    // A fifth of 49 is under ten, though it is shown as ten.
    if all < 5 * FEWEST {
        return true;
    }
    let hidden = bands.iter().filter(|(_, hidden)| *hidden).count();
    let (mut sum, mut hidden_so_far) = (0_u64, 0);
    bands.iter().any(|(heads, is_hidden)| {
        sum = sum.saturating_add(heads.unwrap_or(0));
        hidden_so_far += usize::from(*is_hidden);
        // What several hidden bands add up to is known where all of them are on one side.
        let is_known = hidden_so_far == 0 || hidden_so_far == hidden;
        // Fifths of employees, so that nothing is rounded: 5 × the bands against all.
        let apart = sum.saturating_mul(5).abs_diff(all);
        is_known && apart > 0 && apart < 5 * FEWEST
    })
}

fn keys(group: &Group) -> [Option<&str>; 3] {
    [
        group.market.as_deref(),
        group.unit.as_deref(),
        group.job.as_deref(),
    ]
}

fn hide_scope(scope: &mut ScopeFigures, hidden: &HashMap<[Option<&str>; 3], bool>) {
    let keys = [
        scope.market.as_deref(),
        scope.unit.as_deref(),
        scope.job.as_deref(),
    ];
    // Whom nobody was counted for above, nobody is to be shown for.
    if hidden.get(&keys).copied().unwrap_or(true) {
        scope.cost = None;
        scope.hidden = true;
    }
}

fn hide_row(row: &mut SpreadRow, hides: bool) {
    if !hides {
        return;
    }
    row.hidden = true;
    row.headcount = None;
    row.fte = None;
    for offer in &mut row.offers {
        offer.cost = None;
        offer.per_fte = None;
        offer.end_percent = None;
    }
}
