//! The bar on top: menus, the document's name, views, Present.

use eframe::egui::{self, Align, Frame, Layout, Margin, Panel, Ui};

use super::{first_start, menus};
use crate::ui::state::{Actions, Ask, Context, Look, View};
use crate::ui::widgets::{controls, theme};

/// Paints the bar.
pub fn show(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let palette = theme::palette(ui);
    let frame = Frame::new()
        .fill(palette.paper)
        .inner_margin(Margin::symmetric(14, 6));
    Panel::top("top bar").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(30.0);
            if context.is_presenting() {
                presenting(ui, context, actions);
                return;
            }
            ui.label(theme::strong("Counteroffer", 14.0));
            // A menu bar takes all the room there is.
            let size = egui::vec2(186.0, 28.0);
            ui.allocate_ui(size, |ui| {
                ui.set_max_width(size.x);
                menus::show(ui, context, actions);
            });
            let room = ui.available_width();
            ui.add_space(if room > 620.0 { 20.0 } else { 4.0 });
            let edited = context.document().is_edited();
            // The tabs keep their place; the name gives way.
            let first = context.is_first_start() && !first_start::below(ui);
            let buttons = if first { first_start::WIDTH } else { 0.0 };
            let room = (ui.available_width() - 556.0 - buttons).max(60.0);
            let font = theme::semibold(14.0);
            let mut job =
                egui::text::LayoutJob::simple_singleline(context.file().name(), font, palette.ink);
            if edited {
                let format = egui::TextFormat::simple(theme::regular(12.5), palette.soft);
                job.append("edited", 8.0, format);
            }
            job.wrap = egui::text::TextWrapping::truncate_at_width(room);
            ui.label(job);
            if first {
                ui.add_space(8.0);
                first_start::buttons(ui, actions);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let export = egui::Button::new(
                    egui::RichText::new("Export\u{2026}").color(palette.on_chosen),
                )
                .fill(palette.chosen);
                let button = egui::Button::new("Present");
                let mut place = |words: &str| {
                    let font = egui::TextStyle::Button;
                    let text = egui::WidgetText::from(words);
                    let text = text.into_galley(ui, None, f32::INFINITY, font);
                    let size = text.size() + 2.0 * ui.spacing().button_padding;
                    ui.allocate_space(size).1
                };
                let last = place("Export\u{2026}");
                let place = place("Present");
                view_tabs(ui, context, actions);
                // After the tabs, so that Tab goes from left to right.
                if ui
                    .put(place, button)
                    .on_hover_text("A clean view with shared offers only (F5)")
                    .clicked()
                {
                    actions.look(Look::Present(true));
                }
                let hint = "Pictures and tables for a briefing (Ctrl+E)";
                if ui.put(last, export).on_hover_text(hint).clicked() {
                    actions.ask(Ask::Export);
                }
            });
        });
    });
}

fn presenting(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let title = context.scenario().title.clone();
    ui.label(theme::strong(title, 16.0));
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if ui
            .button("End presentation")
            .on_hover_text("F5 or Esc")
            .clicked()
        {
            actions.look(Look::Present(false));
        }
        view_tabs(ui, context, actions);
    });
}

fn view_tabs(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let views = View::ALL.map(|view| (view, view.title()));
    if let Some(view) = controls::segmented(ui, "View", &views, context.screen.view) {
        actions.look(Look::At(view));
    }
}
