//! Offers side by side: terms and figures, with the difference from a chosen one.

use eframe::egui::{self, Align, Layout, RichText, ScrollArea, Ui, vec2};
use rust_decimal::Decimal;

use super::words_of::{drawing_order, is_open, role_of};
use super::{Window, controls, theme};
use crate::document::results::OfferResults;
use crate::document::{Results, order, words};
use crate::scenario::Offer;
use crate::units::text;

/// The most offers shown side by side.
const MOST: usize = 5;

type Read = fn(&OfferResults) -> Option<Decimal>;
type Say = fn(Decimal) -> String;

/// Paints the view. The first offer, A where there is one, is the one others are measured against.
pub fn show(window: &mut Window, ui: &mut Ui, results: &Results) {
    let scenario = window.document.scenario();
    let mut offers = drawing_order(scenario);
    offers.sort_by_key(|offer| match role_of(scenario, &offer.id) {
        theme::Role::A => 0,
        theme::Role::B => 1,
        theme::Role::Edited => 2,
        theme::Role::Other => 3,
    });
    offers.truncate(MOST);
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        ui.add_space(8.0);
        egui::Grid::new("compare").num_columns(offers.len() + 1).spacing(vec2(24.0, 6.0)).min_col_width(130.0).show(ui, |ui| {
            names(window, ui, &offers);
            terms(ui, &offers);
            figures(ui, results, &offers);
        });
        let against = offers.first().map_or("", |offer| offer.name.as_str());
        ui.add_space(8.0);
        ui.label(RichText::new(format!("Small figures: the difference from {against}. Figures are above the baseline, without roll-up, unless the row says otherwise.")).size(12.5).weak());
    });
}

fn cell(ui: &mut Ui, main: RichText, small: Option<String>) {
    let palette = theme::palette(ui);
    ui.with_layout(Layout::top_down(Align::Max), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.label(main);
        if let Some(small) = small {
            ui.label(RichText::new(small).size(12.0).color(palette.soft));
        }
    });
}

fn name(ui: &mut Ui, name: &str) {
    let color = theme::palette(ui).soft;
    ui.label(RichText::new(name).color(color));
}

fn names(window: &Window, ui: &mut Ui, offers: &[&Offer]) {
    let scenario = window.document.scenario();
    let palette = theme::palette(ui);
    ui.label("");
    for offer in offers {
        let role = role_of(scenario, &offer.id);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(theme::strong(&offer.name, 15.0).color(palette.text(role)));
            controls::offer_mark(ui, offer.side, palette.mark(role), is_open(scenario, offer));
        });
    }
    ui.end_row();
    name(ui, "Standing");
    for offer in offers {
        cell(
            ui,
            RichText::new(super::words_of::standing(scenario, offer)).size(12.5),
            None,
        );
    }
    ui.end_row();
}

fn terms(ui: &mut Ui, offers: &[&Offer]) {
    let longest = offers
        .iter()
        .map(|offer| order::raises(offer).len())
        .max()
        .unwrap_or(0);
    for number in 0..longest {
        name(ui, &format!("Raise {}", number + 1));
        for offer in offers {
            match order::raises(offer).get(number) {
                Some(raise) => cell(
                    ui,
                    theme::strong(words::percent(raise.percent.get()), 14.0),
                    Some(words::date(raise.date)),
                ),
                None => cell(ui, RichText::new("\u{2013}"), None),
            }
        }
        ui.end_row();
    }
}

fn figures(ui: &mut Ui, results: &Results, offers: &[&Offer]) {
    let rows: [(&str, Read, Say, Say); 10] = [
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
            "Of it wages",
            |o| o.figures.wages,
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
    for (label, read, say, difference) in rows {
        name(ui, label);
        let base = offers
            .first()
            .and_then(|offer| read(results.of(&offer.id)?));
        for (index, offer) in offers.iter().enumerate() {
            let value = results.of(&offer.id).and_then(read);
            let shown = value.map_or_else(|| "not costed".to_owned(), say);
            let less = value
                .zip(base)
                .and_then(|(value, base)| value.checked_sub(base));
            cell(
                ui,
                theme::strong(shown, 14.0),
                less.filter(|_| index > 0).map(difference),
            );
        }
        ui.end_row();
    }
}

fn points(value: Decimal) -> String {
    let sign = if value > Decimal::ZERO { "+" } else { "" };
    format!("{sign}{} points", words::points(value))
}
