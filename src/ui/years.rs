//! Each offer by contract year.

use eframe::egui::{RichText, ScrollArea, Ui};
use rust_decimal::Decimal;

use super::table::{Cell, Table};
use super::words_of::drawing_order;
use super::{Window, chart, exporting, theme};
use crate::costing::results::OfferResults;
use crate::document::{Results, words};
use crate::figure::{FigureName, build};
use crate::units::text;

/// Paints the view: contract years, from the first day.
pub fn show(window: &mut Window, ui: &mut Ui, results: &Results) {
    let palette = theme::palette(ui);
    let scenario = window.document.scenario();
    let tables: Vec<Table> = drawing_order(scenario)
        .into_iter()
        .rev()
        .filter_map(|offer| Some(table(&offer.name, results.of(&offer.id)?)))
        .collect();
    let figure = build::figure(FigureName::Years, scenario, results, "");
    let mut asked = None;
    let mut copied = false;
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        asked = chart::show(ui, &figure, 210.0);
        for table in &tables {
            copied |= table.show(ui, 190.0, 150.0);
        }
        ui.add_space(8.0);
        let note = "Shown figures are rounded and may not add. Carry-over lands the next year without a new raise.";
        ui.label(RichText::new(note).size(12.5).color(palette.soft));
    });
    if copied {
        window.notice = Some("Copied the table as cells".to_owned());
    }
    if let Some(what) = asked {
        exporting::copy(window, ui.ctx(), FigureName::Years, what);
    }
}

fn table(name: &str, offer: &OfferResults) -> Table {
    let money = |value: Option<Decimal>| {
        let words = match value {
            Some(value) if value.is_zero() => "\u{2013}".to_owned(),
            Some(value) => text::dollars_short(value),
            None => "not costed".to_owned(),
        };
        Cell::from(words)
    };
    let mut rows: Vec<(String, Vec<Cell>)> = offer
        .figures
        .years
        .iter()
        .map(|year| {
            let figures = [
                year.payroll,
                year.cash,
                year.added,
                year.annualized,
                year.carry_over,
            ];
            let from = words::month_year(year.first_day);
            (
                format!("{}, from {from}", year.label),
                figures.map(money).to_vec(),
            )
        })
        .collect();
    let empty = || Cell::from(String::new());
    rows.push((
        "Term".to_owned(),
        vec![
            empty(),
            money(offer.figures.cost),
            empty(),
            empty(),
            empty(),
        ],
    ));
    let heads = [
        "Payroll",
        "Cash",
        "Added this year",
        "Annualized",
        "Carry-over",
    ];
    Table {
        title: format!("{name} by contract year, above the baseline"),
        heads: heads.map(|head| (head.to_owned(), None)).to_vec(),
        rows,
    }
}
