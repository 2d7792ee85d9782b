//! Offers side by side: terms and figures, with the difference from the first.

use eframe::egui::{RichText, ScrollArea, Ui};
use rust_decimal::Decimal;

use crate::costing::results::OfferResults;
use crate::document::{Results, order, words};
use crate::scenario::{Offer, Ratification, Scenario};
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::names::{drawing_order, role_of};
use crate::ui::widgets::table::{Cell, Table};
use crate::ui::widgets::theme;
use crate::units::text;

/// The most offers shown side by side.
const MOST: usize = 5;

type Read = fn(&OfferResults) -> Option<Decimal>;
type Say = fn(Decimal) -> String;

/// Paints the view. The first offer, A where there is one, is the one others are measured against.
pub fn show(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let palette = theme::palette(ui);
    let scenario = context.scenario();
    let mut offers = drawing_order(scenario);
    offers.sort_by_key(|offer| match role_of(scenario, &offer.id) {
        theme::Role::A => 0,
        theme::Role::B => 1,
        theme::Role::Edited => 2,
        _ => 3,
    });
    offers.truncate(MOST);
    let heads: Vec<_> = offers
        .iter()
        .map(|offer| {
            let color = palette.text(role_of(scenario, &offer.id));
            (offer.name.clone(), Some(color))
        })
        .collect();
    let tables = [
        ("Terms", terms(scenario, &offers)),
        ("Figures", figures(&context.results, &offers)),
    ]
    .map(|(title, rows)| Table {
        title: title.to_owned(),
        heads: heads.clone(),
        rows,
    });
    let against = offers
        .first()
        .map_or(String::new(), |offer| offer.name.clone());
    let mut copied = false;
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        for table in &tables {
            copied |= table.show(ui, 190.0, 170.0);
        }
        ui.add_space(8.0);
        let note = format!("Small figures: the difference from {against}. Costs are above the baseline, without roll-up.");
        ui.label(RichText::new(note).size(12.5).color(palette.soft));
    });
    if copied {
        actions.tell("Copied the table as cells");
    }
}

fn terms(scenario: &Scenario, offers: &[&Offer]) -> Vec<(String, Vec<Cell>)> {
    let longest = offers
        .iter()
        .map(|offer| order::raises(offer).len())
        .max()
        .unwrap_or(0);
    let mut rows: Vec<(String, Vec<Cell>)> = (0..longest)
        .map(|number| {
            let cells = offers
                .iter()
                .map(|offer| match order::raises(offer).get(number) {
                    Some(raise) => Cell {
                        text: words::percent(raise.percent.get()),
                        small: words::date(raise.date),
                    },
                    None => Cell::from("\u{2013}".to_owned()),
                });
            (format!("Raise {}", number + 1), cells.collect())
        })
        .collect();
    let mut row = |name: &str, say: &dyn Fn(&Offer) -> String| {
        let cells = offers.iter().map(|offer| Cell::from(say(offer)));
        rows.push((name.to_owned(), cells.collect()));
    };
    row("Standing", &|offer| offer.status.name().to_owned());
    row("Retroactive", &|offer| {
        if scenario.is_retroactive(offer) {
            "yes".to_owned()
        } else {
            "no".to_owned()
        }
    });
    row("Ratified", &|offer| match scenario.ratification_of(offer) {
        Ratification::OnTime => "on time".to_owned(),
        Ratification::On(day) => words::date(day),
    });
    row("Last day", &|offer| {
        words::date(scenario.last_day_of(offer))
    });
    rows
}

fn figures(results: &Results, offers: &[&Offer]) -> Vec<(String, Vec<Cell>)> {
    let rows: [(&str, Read, Say, Say); 9] = [
        (
            "Simple sum",
            |o| o.figures.simple_sum,
            words::percent,
            points,
        ),
        (
            "Compounded",
            |o| o.figures.compounded,
            words::percent_two,
            points,
        ),
        (
            "Average a year",
            |o| o.figures.average_a_year,
            words::percent_two,
            points,
        ),
        (
            "Cost over the term",
            |o| o.figures.cost,
            text::dollars_short,
            words::dollars_signed,
        ),
        (
            "Of it lump sums",
            |o| o.figures.lump_sums,
            text::dollars_short,
            words::dollars_signed,
        ),
        (
            "Roll-up on top",
            |o| o.figures.roll_up,
            text::dollars_short,
            words::dollars_signed,
        ),
        (
            "Per full-time employee",
            |o| o.figures.cost_per_fte,
            text::dollars_short,
            words::dollars_signed,
        ),
        (
            "Present value",
            |o| o.figures.present_value,
            text::dollars_short,
            words::dollars_signed,
        ),
        (
            "Payroll a year at the end",
            |o| o.figures.exit_run_rate,
            text::dollars_short,
            words::dollars_signed,
        ),
    ];
    rows.into_iter()
        .map(|(label, read, say, difference)| {
            let base = offers
                .first()
                .and_then(|offer| read(results.of(&offer.id)?));
            let cells = offers.iter().enumerate().map(|(index, offer)| {
                let value = results.of(&offer.id).and_then(read);
                let less = value
                    .zip(base)
                    .and_then(|(value, base)| value.checked_sub(base));
                let less = less.filter(|less| index > 0 && !less.is_zero());
                Cell {
                    text: value.map_or_else(|| "not costed".to_owned(), say),
                    small: less.map_or_else(String::new, difference),
                }
            });
            (label.to_owned(), cells.collect())
        })
        .collect()
}

fn points(value: Decimal) -> String {
    let sign = if value > Decimal::ZERO { "+" } else { "" };
    format!("{sign}{} points", words::points(value))
}
