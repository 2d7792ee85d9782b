//! Why A and B differ, year by year, raise by raise, and under each pairing of retroactivity.

use eframe::egui::{self, Align, Layout, RichText, ScrollArea, Ui, vec2};
use rust_decimal::Decimal;

use super::{Window, controls, inspector, theme};
use crate::document::{Results, words};
use crate::scenario::OfferId;
use crate::units::text;

/// Paints the view.
pub fn show(window: &mut Window, ui: &mut Ui, results: &Results) {
    let Some(gap) = &results.gap else {
        ui.add_space(16.0);
        ui.label("Choose two offers, A and B, on their cards.");
        return;
    };
    let palette = theme::palette(ui);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let scenario = window.document.scenario();
        let name = |id: &OfferId| scenario.offer(id).map_or_else(String::new, |offer| offer.name.clone());
        let (a, b) = (name(&gap.a), name(&gap.b));
        ui.columns(2, |columns| {
            let [left, right] = columns else {
                return;
            };
            inspector::why(window, left, results);
            controls::section(left, "When the contract is ratified and who pays back");
            pairings(left, results, &a, &b);
            controls::section(right, &format!("{b} less {a}, by contract year"));
            for (year, value) in &gap.by_year {
                let value = value.map_or_else(|| "not costed".to_owned(), text::dollars_short);
                controls::figure_row(right, year, &value);
            }
            controls::section(right, "What each raise is worth");
            for id in [&gap.a, &gap.b] {
                worths(right, results, id, &name(id));
            }
        });
        ui.add_space(8.0);
        let note = "The bars add up exactly: size is what the percents alone would cost at equal timing, dates what the timing adds, compounding what raises on raises add.";
        ui.label(RichText::new(note).size(12.5).color(palette.soft));
    });
}

fn pairings(ui: &mut Ui, results: &Results, a: &str, b: &str) {
    let Some(gap) = &results.gap else {
        return;
    };
    for pairing in &gap.retroactivity {
        let name = match (pairing.a, pairing.b) {
            (true, true) => "Both retroactive".to_owned(),
            (false, false) => "Neither retroactive".to_owned(),
            (true, false) => format!("Only {a} retroactive"),
            (false, true) => format!("Only {b} retroactive"),
        };
        let value = pairing
            .cost
            .map_or_else(|| "not costed".to_owned(), text::dollars_short);
        controls::figure_row(ui, &name, &value);
    }
}

fn worths(ui: &mut Ui, results: &Results, id: &OfferId, name: &str) {
    let Some(offer) = results.of(id) else {
        return;
    };
    let palette = theme::palette(ui);
    let none = || "\u{2013}".to_owned();
    let money = |value: Option<Decimal>| value.map_or_else(none, words::dollars_brief);
    ui.label(theme::strong(name, 14.0));
    egui::Grid::new(("worth", id.0.as_str()))
        .num_columns(4)
        .spacing(vec2(20.0, 4.0))
        .show(ui, |ui| {
            for head in [
                "Takes effect",
                "Increase",
                "Worth over the term",
                "A point here",
            ] {
                ui.label(RichText::new(head).size(12.5).color(palette.soft));
            }
            ui.end_row();
            for raise in &offer.figures.raises {
                ui.label(words::date(raise.takes_effect));
                let right = |ui: &mut Ui, text: String| {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(text));
                };
                right(
                    ui,
                    raise
                        .percent
                        .map_or_else(|| raise.kind.to_owned(), words::percent),
                );
                right(ui, money(raise.worth));
                right(ui, money(raise.value_of_a_point));
                ui.end_row();
            }
        });
    ui.add_space(8.0);
}
