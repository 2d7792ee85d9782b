//! The right side: the chosen raise, what is held, values at the cursor, the edited offer by year,
//! and why A and B differ.

use eframe::egui::{self, Id, RichText, ScrollArea, Sense, Ui, pos2, vec2};
use rust_decimal::Decimal;

use super::words_of::{drawing_order, is_open, role_of, short_name};
use super::{Window, controls, theme};
use crate::costing::curves;
use crate::document::{Results, entry, order, words};
use crate::explore::{Held, Hold, Outcome};
use crate::scenario::Offer;
use crate::units::text;

/// Paints the panel.
pub fn show(window: &mut Window, ui: &mut Ui, results: &Results) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        super::beside_the_bar(ui, |ui| {
            controls::section(ui, "Selected raise");
            selected(window, ui);
            controls::section(ui, "While dragging, hold");
            let wide = ui.available_width() > 300.0;
            let sum = if wide { "Simple sum" } else { "Sum" };
            let compounded = if wide { "Compounded" } else { "Comp." };
            let choices = [
                (Hold::Nothing, "Nothing"),
                (Hold::SimpleSum, sum),
                (Hold::Compounded, compounded),
                (Hold::Cost, "Cost"),
            ];
            if let Some(hold) = controls::segmented(ui, "Hold", &choices, window.holding) {
                window.holding = hold;
            }
            at_the_cursor(window, ui, results);
            by_year(window, ui, results);
            super::why::show(window, ui, results);
            ui.add_space(12.0);
        });
    });
}

fn selected(window: &mut Window, ui: &mut Ui) {
    let palette = theme::palette(ui);
    let scenario = window.document.scenario();
    let found = window.selected.clone().and_then(|one| {
        let offer = scenario.offer(&one.offer)?.clone();
        let raises = order::raises(&offer);
        let place = raises.iter().position(|raise| raise.clause == one.clause)?;
        Some((offer, raises, place))
    });
    let Some((offer, raises, place)) = found else {
        ui.label(RichText::new("Click a head on the timeline, or Tab to it.").color(palette.soft));
        return;
    };
    let Some(raise) = raises.get(place).copied() else {
        return;
    };
    let role = role_of(scenario, &offer.id);
    let open = is_open(scenario, &offer);
    let applies = match scenario.effective_rule(&offer) {
        crate::scenario::EffectiveRule::OnDate => "on that date",
        crate::scenario::EffectiveRule::FirstPeriodOnOrAfter => "first pay period on or after",
        crate::scenario::EffectiveRule::FirstPeriodAfter => "first pay period after",
        crate::scenario::EffectiveRule::NearestPeriod => "nearest pay period",
    };
    let everyone = offer
        .clauses
        .get(raise.clause)
        .map_or_else(String::new, |clause| clause.scope.describe());
    controls::card(&palette).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            controls::offer_mark(ui, offer.side, palette.mark(role), open);
            let title = format!(
                "{} \u{b7} raise {} of {}",
                offer.name,
                place + 1,
                raises.len()
            );
            ui.add(egui::Label::new(theme::strong(title, 14.0)).truncate());
        });
        ui.add_space(4.0);
        let id = Id::unique(("inspector", offer.id.0.as_str(), raise.clause));
        let shown = words::percent(raise.percent.get());
        let focus = std::mem::take(&mut window.type_exact_values);
        if focus {
            ui.memory_mut(|memory| memory.request_focus(id.with("percent")));
        }
        if let Some(typed) = row(ui, id.with("percent"), "Increase", &shown) {
            match entry::percent(&typed) {
                Ok(percent) => window.change_raise(&offer.id, raise.clause, raise.date, percent),
                Err(words) => window.notice = Some(words),
            }
        }
        if let Some(typed) = row(ui, id.with("date"), "Effective", &words::date(raise.date)) {
            match entry::date(&typed) {
                Ok(date) => window.change_raise(&offer.id, raise.clause, date, raise.percent),
                Err(words) => window.notice = Some(words),
            }
        }
        plain(ui, "Applies", applies);
        plain(ui, "To", &everyone);
        if offer.status.is_locked() {
            ui.add_space(4.0);
            if ui.button("Start a counter from this offer").clicked() {
                window.start_counter(&offer.id, None);
            }
        } else {
            lock_and_remove(window, ui, &offer, raise.clause);
        }
    });
}

fn lock_and_remove(window: &mut Window, ui: &mut Ui, offer: &Offer, clause: usize) {
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        let key = (offer.id.clone(), clause);
        let mut locked = window.locks.contains(&key);
        if ui
            .checkbox(&mut locked, "Doesn\u{2019}t give way")
            .changed()
        {
            if locked {
                window.locks.insert(key);
            } else {
                window.locks.remove(&key);
            }
        }
        if ui.button("Remove").on_hover_text("Delete").clicked() {
            window.remove_raise(&offer.id, clause);
        }
    });
}

/// The name at the left of a row, in a column of its own.
fn name_of_row(ui: &mut Ui, name: &str, height: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(76.0, height), Sense::hover());
    ui.painter().text(
        pos2(rect.left(), rect.center().y),
        egui::Align2::LEFT_CENTER,
        name,
        theme::regular(13.0),
        theme::palette(ui).soft,
    );
}

fn row(ui: &mut Ui, id: Id, name: &str, value: &str) -> Option<String> {
    ui.horizontal(|ui| {
        name_of_row(ui, name, 26.0);
        controls::typed(ui, id, name, value, 110.0)
    })
    .inner
}

fn plain(ui: &mut Ui, name: &str, value: &str) {
    ui.horizontal(|ui| {
        name_of_row(ui, name, 22.0);
        ui.add_space(8.0);
        ui.add(egui::Label::new(value).truncate());
    });
}

fn at_the_cursor(window: &Window, ui: &mut Ui, results: &Results) {
    controls::section(ui, &format!("At {}", words::date(window.cursor)));
    let scenario = window.document.scenario();
    for offer in drawing_order(scenario)
        .into_iter()
        .filter(|one| role_of(scenario, &one.id) != theme::Role::Other)
    {
        let Some(result) = results.of(&offer.id) else {
            continue;
        };
        let level = curves::step_at(&result.curves.level, window.cursor);
        let cost = curves::by_end_of(&result.curves.cost, window.cursor);
        let none = || "not costed".to_owned();
        let level = level.map_or_else(none, |level| text::fixed(level, 2));
        let cost = cost.map_or_else(String::new, |cost| {
            format!("{} \u{b7} ", crate::units::text::dollars_brief(cost))
        });
        controls::figure_row(
            ui,
            &format!("{} cost, level", short_name(offer)),
            &format!("{cost}{level}"),
        );
    }
}

fn by_year(window: &Window, ui: &mut Ui, results: &Results) {
    let scenario = window.document.scenario();
    let shown = scenario
        .counter
        .as_ref()
        .or(scenario.b.as_ref())
        .and_then(|id| scenario.offer(id));
    let Some((offer, result)) = shown.and_then(|offer| Some((offer, results.of(&offer.id)?)))
    else {
        return;
    };
    controls::section(
        ui,
        &format!("{} by contract year, above the baseline", short_name(offer)),
    );
    let palette = theme::palette(ui);
    let none = || "\u{2013}".to_owned();
    let money = |value: Option<Decimal>| match value {
        Some(value) if value.is_zero() => none(),
        Some(value) => crate::units::text::dollars_brief(value),
        None => none(),
    };
    let width = ui.available_width();
    let ends = [0.46, 0.71, 1.0];
    let row = |ui: &mut Ui, name: &str, cells: [String; 3], size: f32, color: egui::Color32| {
        let (rect, response) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
        let label = format!("{name}: {}", cells.join(", "));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &label));
        let (y, font) = (rect.center().y, theme::regular(size));
        let painter = ui.painter();
        painter.text(
            pos2(rect.left(), y),
            egui::Align2::LEFT_CENTER,
            name,
            font.clone(),
            color,
        );
        for (cell, end) in cells.into_iter().zip(ends) {
            let at = pos2(rect.left() + width * end, y);
            painter.text(at, egui::Align2::RIGHT_CENTER, cell, font.clone(), color);
        }
    };
    let heads = ["Cash", "Added", "Carry-over"].map(str::to_owned);
    row(ui, "", heads, 12.5, palette.soft);
    for year in &result.figures.years {
        let cells = [year.cash, year.added, year.carry_over].map(money);
        let name = year.label.replace(" (cut by the term)", ", cut");
        row(ui, &name, cells, 13.0, palette.ink);
    }
}

/// What holding came to, where it isn't simply held.
#[must_use]
pub fn held_in_words(what: Hold, held: &Held) -> Option<String> {
    let remainder = match what {
        Hold::Cost => text::dollars(held.remainder),
        _ => format!("{} points", words::points(held.remainder)),
    };
    match held.outcome {
        Outcome::Held if held.remainder.is_zero() || what == Hold::Nothing => None,
        Outcome::Held => Some(format!("Held to within a step; off by {remainder}")),
        Outcome::Saturated => Some(format!(
            "The other raises can give no more way; off by {remainder}"
        )),
        Outcome::AllLocked => Some(format!("No raise is free to give way; off by {remainder}")),
        Outcome::Unknown => {
            Some("What is held isn\u{2019}t known, so nothing gives way".to_owned())
        }
    }
}
