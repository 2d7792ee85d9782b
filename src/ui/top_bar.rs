//! The bar on top: menus, the document's name, views, Present.

use eframe::egui::{self, Align, Frame, Layout, Margin, Panel, Ui};

use super::{View, Window, controls, menus, theme};

/// Paints the bar.
pub fn show(window: &mut Window, ui: &mut Ui) {
    let palette = theme::palette(ui);
    let frame = Frame::new()
        .fill(palette.paper)
        .inner_margin(Margin::symmetric(14, 6));
    Panel::top("top bar").frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(30.0);
            if window.presenting {
                presenting(window, ui);
                return;
            }
            ui.label(theme::strong("Counteroffer", 14.0));
            // A menu bar takes all the room there is.
            let size = egui::vec2(186.0, 28.0);
            ui.allocate_ui(size, |ui| {
                ui.set_max_width(size.x);
                menus::show(window, ui);
            });
            let room = ui.available_width();
            ui.add_space(if room > 620.0 { 20.0 } else { 4.0 });
            let edited = window.document.is_edited();
            // The tabs keep their place; the name gives way.
            let room = (ui.available_width() - 470.0).max(60.0);
            let font = theme::semibold(14.0);
            let mut job =
                egui::text::LayoutJob::simple_singleline(window.place.name(), font, palette.ink);
            if edited {
                let format = egui::TextFormat::simple(theme::regular(12.5), palette.soft);
                job.append("edited", 8.0, format);
            }
            job.wrap = egui::text::TextWrapping::truncate_at_width(room);
            ui.label(job);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let present = "A clean view with shared offers only (F5)";
                if after_the_tabs(window, ui, "Present", present) {
                    window.present(true);
                }
            });
        });
    });
}

fn presenting(window: &mut Window, ui: &mut Ui) {
    let title = window.document.scenario().title.clone();
    ui.label(theme::strong(title, 16.0));
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if after_the_tabs(window, ui, "End presentation", "F5 or Esc") {
            window.present(false);
        }
    });
}

/// The tabs with a button right of them, in a row that is laid from the right; whether the button was
/// clicked. Tab comes to the button after the tabs.
fn after_the_tabs(window: &mut Window, ui: &mut Ui, name: &str, hint: &str) -> bool {
    let font = egui::TextStyle::Button.resolve(ui.style());
    let text = ui
        .painter()
        .layout_no_wrap(name.to_owned(), font, egui::Color32::PLACEHOLDER);
    let size = text.size() + ui.spacing().button_padding * 2.0;
    let (place, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    view_tabs(window, ui);
    let button = ui.put(place, egui::Button::new(name));
    button.on_hover_text(hint).clicked()
}

fn view_tabs(window: &mut Window, ui: &mut Ui) {
    let views = [
        (View::Timeline, "Timeline"),
        (View::Compare, "Compare"),
        (View::Gap, "Gap"),
        (View::Years, "Years"),
        (View::People, "People"),
    ];
    if let Some(view) = controls::segmented(ui, "View", &views, window.view) {
        window.view = view;
    }
}
