//! The bars that add up to the gap.

use eframe::egui::{self, Align, Layout, Rect, Sense, Ui, pos2, vec2};
use rust_decimal::Decimal;

use crate::figure::alike;
use crate::figure::bars::bars;
use crate::ui::state::Context;
use crate::ui::widgets::axis::number;
use crate::ui::widgets::names::about_sign;
use crate::ui::widgets::{controls, theme};

/// The bars of the gap, one after the other, that add up to it.
pub fn show(ui: &mut Ui, context: &Context) {
    let currency = &context.scenario().currency;
    let Some(gap) = &context.results.gap else {
        return;
    };
    controls::section(ui, "Why B and A differ");
    let palette = theme::palette(ui);
    let bars: Vec<(&str, Decimal, egui::Color32)> = bars(&gap.why)
        .into_iter()
        .map(|bar| (bar.part.title(), bar.value, palette.mark(bar.role())))
        .collect();
    let mut reach = (0.0_f32, 0.0_f32);
    let mut sum = 0.0;
    for (_, value, _) in &bars {
        sum += number(*value);
        reach = (reach.0.min(sum), reach.1.max(sum));
    }
    let width = ui.available_width();
    let wide = |name: &str| {
        let font = theme::regular(13.0);
        let galley = ui
            .painter()
            .layout_no_wrap(name.to_owned(), font, palette.ink);
        galley.size().x
    };
    let names = bars.iter().map(|(name, ..)| wide(name) + 8.0);
    let values = bars.iter().map(|(_, value, _)| *value);
    let unit = alike::unit_of_table(values.chain(gap.cost));
    let written = bars
        .iter()
        .map(|(_, value, _)| wide(&alike::in_table(currency, *value, unit)) + 8.0);
    let (names, figures) = (names.fold(104.0, f32::max), written.fold(64.0, f32::max));
    let span = (width - names - figures).max(20.0);
    let scale = span / (reach.1 - reach.0).max(1.0);
    let mut at = 0.0_f32;
    for (name, value, color) in &bars {
        let (rect, response) = ui.allocate_exact_size(vec2(width, 26.0), Sense::hover());
        let y = rect.center().y;
        let label = format!("{name}: {}", currency.exact(*value));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &label));
        response.on_hover_text(currency.exact(*value));
        let text_at = pos2(rect.left(), y);
        ui.painter().text(
            text_at,
            egui::Align2::LEFT_CENTER,
            *name,
            theme::regular(13.0),
            palette.ink,
        );
        let to = at + number(*value);
        let zero = rect.left() + names;
        let (from_x, to_x) = (zero + (at - reach.0) * scale, zero + (to - reach.0) * scale);
        let bar = Rect::from_two_pos(pos2(from_x, y - 9.0), pos2(to_x, y + 9.0));
        ui.painter().rect_filled(bar, 0.0, *color);
        let figure = alike::in_table(currency, *value, unit);
        let end = pos2(bar.right() + 6.0, y);
        ui.painter().text(
            end,
            egui::Align2::LEFT_CENTER,
            figure,
            theme::regular(13.0),
            palette.ink,
        );
        at = to;
    }
    controls::rule(ui);
    let total = gap.cost.map_or_else(
        || "not costed".to_owned(),
        |value| alike::in_table(currency, value, unit),
    );
    let about = about_sign(context.scenario());
    ui.horizontal(|ui| {
        ui.label(theme::strong("Gap", 14.0));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(theme::strong(format!("{about}{total}"), 14.0));
        });
    });
}
