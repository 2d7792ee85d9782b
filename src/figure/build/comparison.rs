//! Up to five offers side by side: terms, figures, and what each costs more or less than A.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named, Shown};
use super::notes::{Basis, notes, of_rounding};
use super::phrases;
use super::say;
use super::scale::Scale;
use crate::figure::alike::{places_of_percents, unit_of_column};
use crate::figure::compared::{self, Row, Unit};
use crate::figure::{Body, Cell, Data, Note, Role, Table, TableRow};
use crate::scenario::{Party, Ratification, Status};
use crate::units::text;

/// What stands where there is nothing to say.
const NOTHING: &str = "\u{2013}";
const NOT_COSTED: &str = "not costed";
const NOT_KNOWN: &str = "not known";

pub fn draft(case: &Case<'_>) -> Draft {
    let body = if case.shown.is_empty() {
        Body::Empty("There are no offers to show.".to_owned())
    } else {
        Body::Table(table(case))
    };
    Draft {
        headline: headline(case, Named::Headline),
        subtitle: case.subtitle(&format!(
            "Offers side by side, {} above the baseline and percent",
            case.money.unit()
        )),
        body,
        notes: notes(case, Basis::Cost, own_notes(case)),
        alt: alt(case),
        data: data(case),
    }
}

fn rows(case: &Case<'_>) -> Vec<Row> {
    let offers = case.shown.iter().map(|shown| shown.figures());
    compared::rows(offers, !case.scenario.roll_up.is_empty())
}

fn table(case: &Case<'_>) -> Table {
    let heads = case.shown.iter();
    let heads = heads.map(|shown| (shown.names.full.clone(), Some(shown.role)));
    let columns = std::iter::once((String::new(), None))
        .chain(heads)
        .collect();
    let mut table = Table {
        columns,
        rows: Vec::new(),
    };
    let mut add = |name: &str, total: bool, say: &dyn Fn(&Shown<'_>) -> String| {
        let cells = case.shown.iter().map(say);
        let cells = std::iter::once(name.to_owned()).chain(cells).collect();
        table.rows.push(TableRow { cells, total });
    };
    add("Side", false, &|shown| side(shown).to_owned());
    add("Standing", false, &standing);
    add("Ratified", false, &|shown| ratified(case, shown));
    for row in rows(case) {
        let write = written(case, &row);
        add(row.name, row.total, &|shown| {
            let value = (row.read)(shown.figures());
            // A sum that leaves dollars out says so.
            let partial = row.unit == Unit::Percent && shown.figures().simple_sum_is_partial;
            let more = if partial { " +" } else { "" };
            let nothing = match row.unit {
                Unit::Dollars => NOT_COSTED,
                Unit::Percent | Unit::PercentTwo => NOT_KNOWN,
            };
            value.map_or_else(
                || nothing.to_owned(),
                |value| format!("{}{more}", write(value)),
            )
        });
        if let Some(a) = base(case).filter(|_| row.differs && case.shown.len() > 1) {
            // From whom is said once: a long name would take a line each time.
            let name = if row.total {
                format!("Difference from {}", a.names.label)
            } else {
                "Difference".to_owned()
            };
            let scale = scale_of_differences(case, &row);
            add(&name, false, &|shown| {
                if shown.offer.id == a.offer.id {
                    return NOTHING.to_owned();
                }
                difference(&row, shown, a).map_or_else(
                    || NOT_COSTED.to_owned(),
                    |value| case.money.alike_signed(value, scale),
                )
            });
        }
    }
    table
}

/// The offer others are measured against: A, where there is one.
fn base<'c, 'a>(case: &'c Case<'a>) -> Option<&'c Shown<'a>> {
    case.of(Role::A)
}

fn difference(row: &Row, shown: &Shown<'_>, a: &Shown<'_>) -> Option<Decimal> {
    (row.read)(shown.figures())?.checked_sub((row.read)(a.figures())?)
}

/// How the values of a row are written: alike, so that they can be read down and across.
fn written<'c>(case: &'c Case<'_>, row: &Row) -> Box<dyn Fn(Decimal) -> String + 'c> {
    let read = row.read;
    let all = case.shown.iter();
    let values = all.filter_map(|shown| read(shown.figures()));
    match row.unit {
        Unit::Dollars => {
            let scale = scale_of(case, row);
            Box::new(move |value| case.money.alike(value, scale))
        }
        Unit::Percent => {
            let places = places_of_percents(values);
            Box::new(move |value| text::percent_fixed(value, places))
        }
        Unit::PercentTwo => Box::new(text::percent_two),
    }
}

/// How an amount's row is printed. Where pay is known all amounts of everybody have one unit, with their differences,
/// and those of an employee one; where it is inferred, each row keeps the figures its own amounts bear.
fn scale_of(case: &Case<'_>, row: &Row) -> Scale {
    case.money
        .scale_of_row(values(case, row), || unit_of_column(column(case, row)))
}

/// The same of the differences below it.
fn scale_of_differences(case: &Case<'_>, row: &Row) -> Scale {
    case.money
        .scale_of_row(differences(case, row), || unit_of_column(column(case, row)))
}

/// The amounts that stand in one column with those of a row.
fn column(case: &Case<'_>, row: &Row) -> Vec<Decimal> {
    let rows = rows(case)
        .into_iter()
        .filter(|one| one.unit == Unit::Dollars && one.of_one_employee == row.of_one_employee);
    rows.flat_map(|row| {
        let mut amounts = values(case, &row);
        amounts.extend(differences(case, &row));
        amounts
    })
    .collect()
}

/// What stands in a row.
fn values(case: &Case<'_>, row: &Row) -> Vec<Decimal> {
    let shown = case.shown.iter();
    shown
        .filter_map(|shown| (row.read)(shown.figures()))
        .collect()
}

/// What stands below it as differences.
fn differences(case: &Case<'_>, row: &Row) -> Vec<Decimal> {
    let Some(a) = base(case).filter(|_| row.differs) else {
        return Vec::new();
    };
    let shown = case.shown.iter();
    shown
        .filter_map(|shown| difference(row, shown, a))
        .collect()
}

/// Where a difference isn't what the printed amounts leave, that is said.
fn own_notes(case: &Case<'_>) -> Vec<Note> {
    let Some(a) = base(case) else {
        return Vec::new();
    };
    let agrees = |row: &Row| {
        let (scale, of_differences) = (scale_of(case, row), scale_of_differences(case, row));
        let Some(from) = (row.read)(a.figures()) else {
            return true;
        };
        case.shown.iter().all(|shown| {
            let Some(to) = (row.read)(shown.figures()) else {
                return true;
            };
            let read = scale.told(to).saturating_sub(scale.told(from));
            read == of_differences.told(to.saturating_sub(from))
        })
    };
    let differing = rows(case).into_iter().filter(|row| row.differs);
    let all_agree = differing.into_iter().all(|row| agrees(&row));
    if all_agree {
        Vec::new()
    } else {
        vec![of_rounding()]
    }
}

fn side(shown: &Shown<'_>) -> &'static str {
    match shown.offer.side {
        Party::Union => "Union",
        Party::Employer => "Employer",
        Party::Neutral => "Neutral",
    }
}

/// `Passed Oct 2, 2025`.
fn standing(shown: &Shown<'_>) -> String {
    let name = match shown.offer.status {
        Status::Draft => "Draft",
        Status::WhatIf => "What-if",
        Status::Passed(_) => "Passed",
        Status::Agreed(_) => "Agreed",
        Status::Withdrawn(_) => "Withdrawn",
    };
    match shown.offer.status.moment() {
        Some(moment) => format!("{name} {}", text::day(moment.on)),
        None => name.to_owned(),
    }
}

fn ratified(case: &Case<'_>, shown: &Shown<'_>) -> String {
    let back = if case.scenario.is_retroactive(shown.offer) {
        "retroactive"
    } else {
        "not retroactive"
    };
    match case.scenario.ratification_of(shown.offer) {
        Ratification::OnTime => "On time".to_owned(),
        Ratification::On(day) => format!("{}, {back}", text::day(day)),
    }
}

fn headline(case: &Case<'_>, named: Named) -> String {
    let Some(pair) = case.pair() else {
        return say::cost_alone(case, named);
    };
    let b = pair.b.name(named);
    match pair
        .gap
        .cost_per_fte
        .map(|each| case.money.more_or_less(each))
    {
        Some(Some(more)) => format!("{b} costs {more} per full-time employee"),
        _ => say::gap(case, &pair, named),
    }
}

fn alt(case: &Case<'_>) -> Vec<String> {
    let count = phrases::counted(Decimal::from(case.shown.len()), "offer");
    let mut sentences = vec![
        format!("Table of {count}, {}.", case.period()),
        format!("{}.", headline(case, Named::Full)),
    ];
    // Every row is told: who can't see the table misses nothing of it.
    let table = table(case);
    for row in &table.rows {
        let Some((name, cells)) = row.cells.split_first() else {
            continue;
        };
        let each: Vec<String> = case
            .shown
            .iter()
            .zip(cells)
            .map(|(shown, cell)| format!("{} {cell}", shown.names.full))
            .collect();
        sentences.push(format!("{name} \u{2013} {}.", each.join("; ")));
    }
    sentences
}

fn data(case: &Case<'_>) -> Data {
    let names = case.shown.iter().map(|shown| shown.names.full.clone());
    let columns = ["figure".to_owned(), "unit".to_owned()];
    let mut data = Data {
        columns: columns.into_iter().chain(names).collect(),
        rows: Vec::new(),
    };
    let mut add = |name: &str, unit: &str, cell: &dyn Fn(&Shown<'_>) -> Cell| {
        let unit = (!unit.is_empty()).then(|| Cell::Text(unit.to_owned()));
        let start = [Cell::Text(name.to_owned()), unit.unwrap_or(Cell::Nothing)];
        let cells = case.shown.iter().map(cell);
        data.rows.push(start.into_iter().chain(cells).collect());
    };
    add("Side", "", &|shown| Cell::Text(side(shown).to_owned()));
    add("Standing", "", &|shown| Cell::Text(standing(shown)));
    add("Ratified", "", &|shown| Cell::Text(ratified(case, shown)));
    for row in rows(case) {
        let dollars = row.unit == Unit::Dollars;
        let unit = if dollars {
            case.money.unit()
        } else {
            "percent"
        };
        add(row.name, unit, &|shown| {
            let value = (row.read)(shown.figures());
            let cell = if dollars {
                Cell::Dollars
            } else {
                Cell::Percent
            };
            value.map_or(Cell::Nothing, cell)
        });
        if let Some(a) = base(case).filter(|_| row.differs && case.shown.len() > 1) {
            let name = format!("{}, difference from {}", row.name, a.names.full);
            add(&name, case.money.unit(), &|shown| {
                difference(&row, shown, a).map_or(Cell::Nothing, Cell::Dollars)
            });
        }
    }
    data
}
