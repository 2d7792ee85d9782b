//! Each offer by contract year.

use eframe::egui::{self, Align, Layout, RichText, ScrollArea, Ui, vec2};
use rust_decimal::Decimal;

use super::words_of::{drawing_order, role_of};
use super::{Window, controls, theme};
use crate::document::{Results, words};
use crate::units::text;

/// Paints the view: contract years, from the first day.
pub fn show(window: &mut Window, ui: &mut Ui, results: &Results) {
    let scenario = window.document.scenario();
    let palette = theme::palette(ui);
    let none = || "\u{2013}".to_owned();
    let money = |value: Option<Decimal>| value.map_or_else(none, text::dollars_short);
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        for offer in drawing_order(scenario).into_iter().rev() {
            let Some(result) = results.of(&offer.id) else {
                continue;
            };
            controls::section(ui, &format!("{} by contract year", offer.name));
            let role = role_of(scenario, &offer.id);
            let grid = egui::Grid::new(("years", offer.id.0.as_str())).num_columns(7);
            grid.spacing(vec2(24.0, 6.0)).min_col_width(96.0).show(ui, |ui| {
                let heads = ["", "From", "Payroll", "Cash above the baseline", "Added this year", "Annualized", "Carry-over"];
                for (index, head) in heads.into_iter().enumerate() {
                    let text = RichText::new(head).size(12.5).color(palette.soft);
                    side(ui, index > 1, text);
                }
                ui.end_row();
                for year in &result.figures.years {
                    ui.label(theme::strong(&year.label, 14.0).color(palette.text(role)));
                    ui.label(words::date(year.first_day));
                    for value in [year.payroll, year.cash, year.added, year.annualized, year.carry_over] {
                        side(ui, true, RichText::new(money(value)));
                    }
                    ui.end_row();
                }
                ui.label(theme::strong("Term", 14.0));
                ui.label("");
                ui.label("");
                side(ui, true, theme::strong(money(result.figures.cost), 14.0));
                ui.end_row();
            });
        }
        ui.add_space(8.0);
        let note = "Parts are rounded for showing and may not add. Carry-over lands the next year without a new raise.";
        ui.label(RichText::new(note).size(12.5).color(palette.soft));
    });
}

fn side(ui: &mut Ui, right: bool, text: RichText) {
    if right {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(text));
    } else {
        ui.label(text);
    }
}
