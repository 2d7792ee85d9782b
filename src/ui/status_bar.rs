//! The bar at the bottom: where the work is kept, what happened last, what figures rest on.

use eframe::egui::{Align, Frame, Layout, Margin, Panel, RichText, Ui};

use super::words_of::pay_standing;
use super::{Window, first_start, keeping, theme};
use crate::scenario::{People, Standing};

/// Paints the bar.
pub fn show(window: &mut Window, ui: &mut Ui) {
    let palette = theme::palette(ui);
    let frame = Frame::new()
        .fill(palette.paper)
        .inner_margin(Margin::symmetric(14, 4));
    Panel::bottom("status bar").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            let small = |text: &str| RichText::new(text).size(12.5).color(palette.soft);
            if window.presenting {
                ui.label(small(&basis(window)));
                return;
            }
            ui.label(small(&window.place.described()));
            if first_start::is_one(window) && first_start::below(ui) {
                first_start::buttons(window, ui);
            }
            if let Some(words) = keeping::in_words(window) {
                ui.add_space(8.0);
                ui.label(small(&words));
            }
            if let Some(notice) = &window.notice {
                ui.add_space(8.0);
                ui.label(RichText::new(notice).size(12.5).color(palette.ink));
            }
            if let Some(offer) = window.locked_in_notice()
                && ui.small_button("Start a counter").clicked()
            {
                window.start_counter(&offer, None);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let room = ui.available_width() > 220.0;
                if room {
                    ui.label(small(&basis(window)));
                }
            });
        });
    });
}

/// What every figure rests on, in a few words.
fn basis(window: &Window) -> String {
    let scenario = window.document.scenario();
    let people = match &scenario.workforce.people {
        People::Summary { .. } => "Summary workforce".to_owned(),
        people @ (People::Groups(_) | People::Table { .. }) => match people.groups() {
            Some(groups) => format!("{} groups of employees", groups.len()),
            None => "Table of groups not read".to_owned(),
        },
    };
    match pay_standing(scenario) {
        Some(Standing::Inferred) => format!("{people}, pay inferred"),
        Some(Standing::Assumed) => format!("{people}, pay assumed"),
        Some(Standing::MadeUp) => format!("{people}, pay made up"),
        _ => people,
    }
}

/// Whether pay is inferred or weaker: figures made from it carry `≈`.
#[must_use]
pub fn about_sign(window: &Window) -> &'static str {
    match pay_standing(window.document.scenario()) {
        Some(Standing::Published | Standing::NotIncluded) | None => "",
        Some(_) => "\u{2248} ",
    }
}
