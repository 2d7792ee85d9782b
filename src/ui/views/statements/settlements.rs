//! Settlements elsewhere beside A, B and the offer worked on, all on one scale.

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::{
    Align2, Button, Frame, RichText, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::columns::{broken, lesser, strong};
use super::heading::heading;
use super::measures::{SMALL, Shown, WIDE, last_month};
use crate::costing::report::OfferFigures;
use crate::document::Command;
use crate::document::statement::edit::StatementEdit;
use crate::explore::settlements::{Row, RowOf, side_by_side};
use crate::scenario::{Scenario, Settlement};
use crate::ui::state::{Actions, Ask, Context};
use crate::ui::widgets::names::{is_open, role_of, short_name};
use crate::ui::widgets::{controls, theme};
use crate::units::Currency;
use crate::units::text;

/// What can be added.
pub fn tools(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    if !context.is_presenting() {
        if controls::leading(ui, "Add a settlement\u{2026}", true).clicked() {
            actions.ask(Ask::Settlement(None));
        }
        let button = Button::new("Prices\u{2026}").min_size(vec2(0.0, 28.0));
        if ui
            .add(button)
            .on_hover_text("The price index behind the last column")
            .clicked()
        {
            actions.ask(Ask::Prices);
        }
    }
    let copy = ui.add(Button::new("Copy").min_size(vec2(0.0, 28.0)));
    let name = "Copy the settlements as cells";
    copy.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if copy.on_hover_text(name).clicked() {
        actions.copy_table(as_cells(context), holds_private(context.scenario()));
    }
}

/// The buttons under the table beside the claims.
pub fn small_tools(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    if !context.is_presenting() && ui.button("Add a settlement\u{2026}").clicked() {
        actions.ask(Ask::Settlement(None));
    }
}

/// A, B and the offer worked on, each once, then settlements in their order.
fn rows(context: &Context) -> Vec<Row> {
    let scenario = context.scenario();
    let mut chosen: Vec<_> = Vec::with_capacity(3);
    for id in [&scenario.a, &scenario.b, &scenario.counter]
        .into_iter()
        .flatten()
    {
        if !chosen.contains(&id) {
            chosen.push(id);
        }
    }
    let offers: Vec<&OfferFigures> = chosen
        .into_iter()
        .filter_map(|id| context.results.of(id))
        .map(|results| &*results.figures)
        .collect();
    side_by_side(scenario, &offers)
}

pub fn show(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.set_max_width((ui.available_width() - 12.0).min(1020.0));
        table(ui, context, &WIDE, Some(actions));
        ui.add_space(8.0);
        for note in notes(context) {
            soft(ui, &note);
        }
        ui.add_space(12.0);
    });
}

/// The table beside the claims.
pub fn small(ui: &mut Ui, context: &Context) {
    heading(
        ui,
        "Settlements",
        "the same measures for all; nothing made up",
    );
    let palette = theme::palette(ui);
    let frame = Frame::new()
        .fill(palette.card)
        .stroke(Stroke::new(1.0, palette.outline))
        .corner_radius(6)
        .inner_margin(10);
    frame.show(ui, |ui| {
        table(ui, context, &SMALL, None);
        ui.add_space(6.0);
        for note in notes(context) {
            soft(ui, &note);
        }
    });
}

fn soft(ui: &mut Ui, words: &str) {
    let color = theme::palette(ui).soft;
    ui.add(eframe::egui::Label::new(RichText::new(words).size(12.5).color(color)).wrap());
}

fn notes(context: &Context) -> Vec<String> {
    let scenario = context.scenario();
    let mut notes = Vec::new();
    if scenario.settlements.is_empty() {
        notes.push(if context.is_presenting() {
            "No settlement is shared.".to_owned()
        } else {
            "No settlements yet: add one with its raises, or with only their total.".to_owned()
        });
        return notes;
    }
    if scenario.settlements.iter().any(|one| one.raises.is_empty()) {
        notes.push(
            "Where only a total is published, what it compounds to is unknown. The two readings under it are all on the first day, and in equal yearly raises; they are no limits."
                .to_owned(),
        );
    }
    notes.push(match last_month(scenario) {
        Some(month) => format!(
            "Real: pay against consumer prices, from each term\u{2019}s first day to the index\u{2019}s last month, {month}."
        ),
        None => "Real pay is unknown without a price index.".to_owned(),
    });
    notes
}

fn table(ui: &mut Ui, context: &Context, all: &[Shown], mut actions: Option<&mut Actions>) {
    // Without a price index nothing real is known of anybody.
    let has_index = last_month(context.scenario()).is_some();
    let columns = all.iter().copied();
    let columns: Vec<Shown> = columns
        .filter(|one| *one != Shown::Real || has_index)
        .collect();
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let menu = if actions.is_some() && !context.is_presenting() {
        28.0
    } else {
        0.0
    };
    let room = ui.available_width();
    let shares: f32 = columns.iter().map(|column| column.share()).sum();
    let each = ((room - menu - 92.0) / shares).clamp(46.0, 96.0);
    let first = room - menu - each * shares;
    let right = |left: f32, at: usize| {
        let upto = columns.iter().take(at + 1).map(|column| column.share());
        left + first + each * upto.sum::<f32>()
    };
    let (rect, _) = ui.allocate_exact_size(vec2(room, 40.0), Sense::hover());
    for (at, column) in columns.iter().enumerate() {
        let x = right(rect.left(), at);
        for (line, words) in column.head(context).lines().rev().enumerate() {
            let place = pos2(x, rect.bottom() - 4.0 - line as f32 * 15.0);
            let font = theme::regular(12.5);
            ui.painter()
                .text(place, Align2::RIGHT_BOTTOM, words, font, palette.soft);
        }
    }
    let outline = Stroke::new(1.0, palette.outline);
    ui.painter().hline(rect.x_range(), rect.bottom(), outline);
    let rows = rows(context);
    for (index, row) in rows.iter().enumerate() {
        let (name, small, head) = of_row(context, row);
        let inset = if head.is_some() { 20.0 } else { 0.0 };
        let name_galley = match head {
            Some(_) => broken(
                ui,
                &name,
                (theme::regular(13.5), palette.ink),
                first - inset - 6.0,
                1,
            ),
            None => strong(ui, &name, first - 6.0, 2),
        };
        let small_galley = (!small.is_empty()).then(|| lesser(ui, &small, first - 6.0, 3));
        let below = small_galley.as_ref().map_or(0.0, |galley| galley.size().y);
        let reads = columns
            .iter()
            .any(|column| column.reading(&row.measures).is_some());
        let least = if reads { 34.0 } else { 0.0 };
        let height = (name_galley.size().y + below).max(least) + 11.0;
        let (rect, response) = ui.allocate_exact_size(vec2(room, height), Sense::hover());
        let spoken = columns.iter().map(|column| {
            let reading = column.reading(&row.measures);
            let reading = reading.map_or_else(String::new, |one| format!(", as readings {one}"));
            format!(
                "{} {}{reading}",
                column.spoken(),
                column.cell(&row.measures)
            )
        });
        let label = format!("{name} {small}: {}", spoken.collect::<Vec<_>>().join(", "));
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &label));
        let cut = name_galley.elided || small_galley.as_ref().is_some_and(|one| one.elided);
        let top = rect.top() + 5.0;
        if let Some((side, role, open)) = head {
            let center = pos2(rect.left() + 8.0, top + 9.0);
            let shape =
                controls::head_shape(side, center, 5.0, palette.mark(role), open, palette.card);
            ui.painter().add(shape);
        }
        let name_height = name_galley.size().y;
        ui.painter()
            .galley(pos2(rect.left() + inset, top), name_galley, palette.ink);
        if let Some(galley) = small_galley {
            ui.painter()
                .galley(pos2(rect.left(), top + name_height), galley, palette.soft);
        }
        for (at, column) in columns.iter().enumerate() {
            let x = right(rect.left(), at);
            let words = column.cell(&row.measures);
            let (font, color) = match (column.is_known(&row.measures), column) {
                (false, _) => (theme::regular(12.5), palette.soft),
                (true, Shown::Compounded) => (theme::semibold(13.5), palette.ink),
                (true, _) => (theme::regular(13.5), palette.ink),
            };
            ui.painter()
                .text(pos2(x, top), Align2::RIGHT_TOP, words, font, color);
            if let Some(reading) = column.reading(&row.measures) {
                let font = theme::regular(12.0);
                let place = pos2(x, top + 17.0);
                ui.painter()
                    .text(place, Align2::RIGHT_TOP, reading, font, palette.soft);
            }
        }
        let last_offer = matches!(row.of, RowOf::Offer(_))
            && rows
                .get(index + 1)
                .is_none_or(|next| matches!(next.of, RowOf::Settlement(_)));
        let color = if last_offer {
            palette.outline
        } else {
            palette.rule
        };
        ui.painter()
            .hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, color));
        if let (RowOf::Settlement(at), Some(actions)) = (&row.of, actions.as_deref_mut())
            && menu > 0.0
            && let Some(settlement) = context.scenario().settlements.get(*at)
        {
            let place = eframe::egui::Rect::from_min_size(
                pos2(rect.right() - 24.0, top - 2.0),
                vec2(24.0, 22.0),
            );
            let place = eframe::egui::UiBuilder::new()
                .max_rect(place)
                .id_salt(("settlement", *at));
            what_to_do(&mut ui.new_child(place), actions, settlement);
        }
        if cut {
            response.on_hover_text(format!("{name}\n{small}"));
        }
    }
}

/// What can be done with a settlement, behind three dots.
fn what_to_do(ui: &mut Ui, actions: &mut Actions, settlement: &Settlement) {
    let name = || settlement.name.clone();
    let edit = |edit| Command::Statement(edit);
    let button = Button::new("\u{2026}").frame(false);
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
        ui.set_min_width(150.0);
        if ui.button("Edit\u{2026}").clicked() {
            actions.ask(Ask::Settlement(Some(name())));
            ui.close();
        }
        let share = if settlement.shared {
            "Keep private"
        } else {
            "Share"
        };
        if ui.button(share).clicked() {
            actions.apply(edit(StatementEdit::ShareSettlement(
                name(),
                !settlement.shared,
            )));
            ui.close();
        }
        if ui.button("Remove").clicked() {
            actions.apply(edit(StatementEdit::RemoveSettlement(name())));
            ui.close();
        }
    });
    let label = format!("Actions for {}", settlement.name);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    controls::focus_ring(ui, &response, response.rect);
}

type Head = (crate::scenario::Party, theme::Role, bool);

/// A row's name, what stands under it, and an offer's mark.
fn of_row(context: &Context, row: &Row) -> (String, String, Option<Head>) {
    let scenario = context.scenario();
    match &row.of {
        RowOf::Offer(id) => {
            let offer = scenario.offer(id);
            let name = offer.map_or_else(String::new, short_name);
            let head =
                offer.map(|offer| (offer.side, role_of(scenario, id), is_open(scenario, offer)));
            (name, String::new(), head)
        }
        RowOf::Settlement(at) => {
            let Some(settlement) = scenario.settlements.get(*at) else {
                return (String::new(), String::new(), None);
            };
            let mut parts = Vec::new();
            parts.extend(
                settlement
                    .term
                    .map(|term| term.first_day.year().to_string()),
            );
            parts.push(raises_in_words(settlement));
            if !settlement.lump_sums.is_empty() {
                parts.push(lump_sums_in_words(settlement, &context.scenario().currency));
            }
            if !settlement.shared && !context.is_presenting() {
                parts.push("private".to_owned());
            }
            (settlement.name.clone(), parts.join(" \u{b7} "), None)
        }
    }
}

fn raises_in_words(settlement: &Settlement) -> String {
    if settlement.raises.is_empty() {
        return "total only".to_owned();
    }
    let each = settlement
        .raises
        .iter()
        .map(|one| text::minus(&text::plain(one.percent.get())));
    each.collect::<Vec<_>>().join(", ")
}

fn lump_sums_in_words(settlement: &Settlement, currency: &Currency) -> String {
    let each = settlement
        .lump_sums
        .iter()
        .map(|one| currency.short(one.amount.get()));
    format!("and {} at once", each.collect::<Vec<_>>().join(", "))
}

/// Whether the table holds a settlement or an offer that isn't shared.
fn holds_private(scenario: &Scenario) -> bool {
    let offers = [&scenario.a, &scenario.b, &scenario.counter];
    let mut offers = offers.into_iter().flatten();
    scenario.settlements.iter().any(|one| !one.shared)
        || offers.any(|id| scenario.offer(id).is_some_and(|offer| !offer.shared))
}

/// The table for a spreadsheet, tabs between cells.
fn as_cells(context: &Context) -> String {
    let clean =
        |words: &str| crate::units::spreadsheet::guarded(&words.replace(['\t', '\n', '\r'], " "));
    let mut out = "Name\tRaises".to_owned();
    for column in WIDE {
        out.push('\t');
        out.push_str(column.spoken());
    }
    out.push_str("\treadings of a total\n");
    for row in rows(context) {
        let (name, small, _) = of_row(context, &row);
        out.push_str(&clean(&name));
        out.push('\t');
        out.push_str(&clean(&small));
        for column in WIDE {
            out.push('\t');
            out.push_str(&clean(&column.cell(&row.measures)));
        }
        let reading = Shown::Compounded.reading(&row.measures).unwrap_or_default();
        out.push('\t');
        out.push_str(&clean(&reading));
        out.push('\n');
    }
    out
}
