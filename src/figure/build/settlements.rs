//! Settlements elsewhere and the offers, on one scale: a table.

use rust_decimal::Decimal;

use super::Draft;
use super::case::Case;
use super::names::one_line;
use super::notes::{Basis, notes};
use crate::costing::report::OfferFigures;
use crate::explore::settlements::{Row, RowOf, side_by_side};
use crate::figure::alike::places_of_percents;
use crate::figure::{Body, Cell, Data, Note, Table, TableRow};
use crate::units::text;

/// What stands where nothing is published.
const UNKNOWN: &str = "unknown";
/// The columns after the name.
const COLUMNS: [&str; 4] = ["Simple sum", "Compounded", "Average a year", "First year"];

pub fn draft(case: &Case<'_>) -> Draft {
    let offers: Vec<&OfferFigures> = case.shown.iter().map(|shown| shown.figures()).collect();
    let rows = if case.scenario.settlements.is_empty() {
        Vec::new()
    } else {
        side_by_side(case.scenario, &offers)
    };
    let body = if rows.is_empty() {
        Body::Empty("There are no settlements to compare.".to_owned())
    } else {
        Body::Table(table(case, &rows))
    };
    Draft {
        headline: headline(case, &rows),
        subtitle: "Raises of other settlements and of the offers, percent".to_owned(),
        body,
        notes: notes(case, Basis::Rates, own_notes(&rows)),
        alt: alt(case, &rows),
        data: data(case, &rows),
    }
}

fn name(case: &Case<'_>, row: &Row) -> String {
    let name = match &row.of {
        RowOf::Offer(id) => {
            let shown = case.shown.iter().find(|shown| shown.offer.id == *id);
            shown.map(|shown| shown.names.full.clone())
        }
        RowOf::Settlement(at) => {
            let settlement = case.scenario.settlements.get(*at);
            settlement.map(|one| one_line(&one.name))
        }
    };
    name.filter(|name| !name.is_empty())
        .unwrap_or_else(|| "a settlement".to_owned())
}

fn measures(row: &Row) -> [Option<Decimal>; 4] {
    let of = &row.measures;
    [of.simple, of.compounded, of.average_a_year, of.first_year]
}

fn table(case: &Case<'_>, rows: &[Row]) -> Table {
    let columns = std::iter::once(String::new()).chain(COLUMNS.map(str::to_owned));
    // A column is read down: its percents have the same decimals.
    let places: Vec<u32> = (0..COLUMNS.len())
        .map(|at| match at {
            0 | 3 => {
                let known = rows.iter().filter_map(|row| *measures(row).get(at)?);
                places_of_percents(known)
            }
            _ => 2,
        })
        .collect();
    Table {
        columns: columns.map(|name| (name, None)).collect(),
        rows: rows
            .iter()
            .map(|row| TableRow {
                cells: std::iter::once(name(case, row))
                    .chain(measures(row).into_iter().enumerate().map(|(at, value)| {
                        value.map_or_else(
                            || UNKNOWN.to_owned(),
                            |value| {
                                let places = places.get(at).copied().unwrap_or(2);
                                text::percent_fixed(value, places)
                            },
                        )
                    }))
                    .collect(),
                total: false,
            })
            .collect(),
    }
}

/// Where B stands among the settlements whose compounded percent is known.
fn headline(case: &Case<'_>, rows: &[Row]) -> String {
    let settled = rows
        .iter()
        .filter(|row| matches!(row.of, RowOf::Settlement(_)));
    let known: Vec<Decimal> = settled.filter_map(|row| row.measures.compounded).collect();
    let of_b = case.pair().and_then(|pair| {
        let own = pair.b.figures().compounded?;
        let below = known.iter().filter(|one| **one < own).count();
        let name = &pair.b.names.headline;
        Some(format!(
            "{name} ends above {below} of {} settlements",
            known.len()
        ))
    });
    match of_b {
        Some(told) if !known.is_empty() => told,
        _ => "the offers beside other settlements".to_owned(),
    }
}

fn own_notes(rows: &[Row]) -> Vec<Note> {
    let total_only = rows.iter().any(|row| row.measures.readings.is_some());
    let note = Note::shortened(
        "Where only a total is published, what it compounds to is unknown.",
        "Totals alone don\u{2019}t tell what they compound to.",
    );
    total_only.then_some(note).into_iter().collect()
}

fn alt(case: &Case<'_>, rows: &[Row]) -> Vec<String> {
    let mut sentences = vec![
        "Table of settlements and offers on one scale.".to_owned(),
        format!("{}.", headline(case, rows)),
    ];
    for row in table(case, rows).rows {
        let Some((name, cells)) = row.cells.split_first() else {
            continue;
        };
        let each: Vec<String> = COLUMNS
            .iter()
            .zip(cells)
            .map(|(column, cell)| format!("{} {cell}", column.to_lowercase()))
            .collect();
        sentences.push(format!("{name} \u{2013} {}.", each.join("; ")));
    }
    sentences
}

fn data(case: &Case<'_>, rows: &[Row]) -> Data {
    let columns = [
        "name",
        "simple sum, percent",
        "compounded, percent",
        "average a year, percent",
        "first year, percent",
    ];
    let rows = rows.iter().map(|row| {
        let values = measures(row).into_iter();
        let values = values.map(|value| value.map_or(Cell::Nothing, Cell::Percent));
        std::iter::once(Cell::Text(name(case, row)))
            .chain(values)
            .collect()
    });
    Data {
        columns: columns.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}
