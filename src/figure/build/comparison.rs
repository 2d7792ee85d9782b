//! Up to five offers side by side: terms, figures, and what each costs more or less than A.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named, Shown};
use super::notes::{Basis, notes};
use super::say;
use crate::costing::report::OfferFigures;
use crate::figure::{Body, Cell, Data, Role, Table, TableRow};
use crate::scenario::{Party, Ratification};
use crate::units::text;

/// What stands where there is nothing to say.
const NOTHING: &str = "\u{2013}";
const NOT_COSTED: &str = "not costed";

/// A figure of the table: how it is read, its unit, and whether the difference from A follows.
struct Row {
    name: &'static str,
    read: fn(&OfferFigures) -> Option<Decimal>,
    unit: Unit,
    difference: bool,
    total: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Dollars,
    /// At most six decimals, as many as it has.
    Percent,
    /// Two decimals.
    PercentTwo,
}

pub fn draft(case: &Case<'_>) -> Draft {
    let body = if case.shown.is_empty() {
        Body::Empty("There are no offers to show.".to_owned())
    } else {
        Body::Table(table(case))
    };
    Draft {
        headline: headline(case, Named::Headline),
        subtitle: case.subtitle("Offers side by side, dollars above the baseline and percent"),
        body,
        notes: notes(case, Basis::Cost, Vec::new()),
        alt: alt(case),
        data: data(case),
    }
}

fn rows(case: &Case<'_>) -> Vec<Row> {
    let percent = |name, read, unit| Row {
        name,
        read,
        unit,
        difference: false,
        total: false,
    };
    let dollars = |name, read, difference| Row {
        name,
        read,
        unit: Unit::Dollars,
        difference,
        total: false,
    };
    let any = |read: fn(&OfferFigures) -> Option<Decimal>| {
        let mut values = case.shown.iter().filter_map(|shown| read(shown.figures()));
        values.any(|value| !value.is_zero())
    };
    let mut rows = vec![percent("Simple sum", |of| of.simple_sum, Unit::Percent)];
    if any(|of| of.simple_sum_scoped) {
        rows.push(percent(
            "Raises for some, by payroll",
            |of| of.simple_sum_scoped,
            Unit::PercentTwo,
        ));
    }
    rows.extend([
        percent("Compounded", |of| of.compounded, Unit::PercentTwo),
        percent("Average a year", |of| of.average_a_year, Unit::PercentTwo),
        Row {
            total: true,
            ..dollars("Cost over the term", |of| of.cost, true)
        },
    ]);
    if any(|of| of.lump_sums) {
        rows.push(dollars("Of it lump sums", |of| of.lump_sums, false));
    }
    rows.push(dollars(
        "Per full-time employee",
        |of| of.cost_per_fte,
        true,
    ));
    if !case.scenario.roll_up.is_empty() {
        rows.push(dollars("Roll-up, on top", |of| of.roll_up, true));
    }
    rows.push(dollars(
        "Payroll a year at the end",
        |of| of.exit_run_rate,
        true,
    ));
    rows
}

fn table(case: &Case<'_>) -> Table {
    let heads = case.shown.iter();
    let heads = heads.map(|shown| (shown.names.headline.clone(), Some(shown.role)));
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
        add(row.name, row.total, &|shown| {
            let value = (row.read)(shown.figures());
            value.map_or_else(|| NOT_COSTED.to_owned(), |value| said(row.unit, value))
        });
        if let Some(a) = base(case).filter(|_| row.difference && case.shown.len() > 1) {
            let name = format!("Difference from {}", a.names.label);
            add(&name, false, &|shown| {
                if shown.offer.id == a.offer.id {
                    return NOTHING.to_owned();
                }
                difference(&row, shown, a)
                    .map_or_else(|| NOT_COSTED.to_owned(), text::dollars_short_signed)
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

fn said(unit: Unit, value: Decimal) -> String {
    match unit {
        Unit::Dollars => text::dollars_short(value),
        Unit::Percent => text::percent_close(value),
        Unit::PercentTwo => text::percent_two(value),
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
    let name = match shown.offer.status.name() {
        "draft" => "Draft",
        "what-if" => "What-if",
        "passed" => "Passed",
        "agreed" => "Agreed",
        "withdrawn" => "Withdrawn",
        other => other,
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
    let (a, b) = (pair.a.name(named), pair.b.name(named));
    match pair.gap.cost_per_fte.map(say::more_or_less) {
        Some(Some(more)) => {
            let span = case.span();
            format!("{b} costs {more} per full-time employee than {a} {span}")
        }
        _ => say::gap(case, &pair, named),
    }
}

fn alt(case: &Case<'_>) -> Vec<String> {
    let count = say::counted(Decimal::from(case.shown.len()), "offer");
    let mut sentences = vec![
        format!("Table of {count}, {}.", case.period()),
        format!("{}.", headline(case, Named::Full)),
    ];
    let costs: Vec<String> = case
        .shown
        .iter()
        .filter_map(|shown| {
            let cost = text::dollars_short(shown.figures().cost?);
            Some(format!("{}: {cost}", shown.names.full))
        })
        .collect();
    if !costs.is_empty() {
        sentences.push(format!("Cost over the term \u{2013} {}.", costs.join("; ")));
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
        let unit = if dollars { "dollars" } else { "percent" };
        add(row.name, unit, &|shown| {
            let value = (row.read)(shown.figures());
            let cell = if dollars {
                Cell::Dollars
            } else {
                Cell::Percent
            };
            value.map_or(Cell::Nothing, cell)
        });
        if let Some(a) = base(case).filter(|_| row.difference && case.shown.len() > 1) {
            let name = format!("{}, difference from {}", row.name, a.names.full);
            add(&name, "dollars", &|shown| {
                difference(&row, shown, a).map_or(Cell::Nothing, Cell::Dollars)
            });
        }
    }
    data
}
