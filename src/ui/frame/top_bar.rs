//! The bar on top: menus, the document's name, views, Present.

use eframe::egui::{self, Align, Frame, Layout, Margin, Panel, Ui};

use super::{first_start, menus};
use crate::ui::state::{Actions, Ask, Context, Look, View};
use crate::ui::widgets::{controls, names, theme};

/// Below this width of the bar the program's name gives way, in points.
const LEAST_FOR_BRAND: f32 = 860.0;
/// What Present and Export… take with the gaps around them.
const BUTTONS: f32 = 190.0;
/// What the menu of the views takes.
const MENU: f32 = 100.0;
/// What "edited" takes beside the document's name.
const EDITED: f32 = 52.0;
/// The fewest letters of the document's name that say anything.
const LEAST_LETTERS: usize = 5;
/// The least room for the document's name beside tabs.
const LEAST_NAME: f32 = 60.0;

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
            let wide = ui.available_width();
            if wide >= LEAST_FOR_BRAND {
                ui.label(theme::strong("Counteroffer", 14.0));
            }
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
            // With Present, Export… and the gaps between them.
            let beside = BUTTONS + buttons;
            let tabs = tabs_width(ui, context.screen.views);
            let as_tabs = ui.available_width() - beside - tabs >= LEAST_NAME;
            let tabs = if as_tabs { tabs } else { MENU };
            let room = (ui.available_width() - beside - tabs).max(20.0);
            let font = theme::semibold(14.0);
            let whole = context.file().name();
            ui.scope(|ui| {
                ui.set_max_width(room);
                let beside = if edited { EDITED } else { 0.0 };
                let name = names::elided(ui, &whole, &font, palette.ink, room - beside);
                // Of a name with hardly a letter left nothing is shown; the title of the window has it.
                if name.text().chars().count() >= LEAST_LETTERS || name.text() == whole {
                    let label = ui.add(egui::Label::new(name));
                    let info = || egui::WidgetInfo::labeled(egui::Role::Label, true, &whole);
                    label.widget_info(info);
                    label.on_hover_text(&whole);
                }
                if edited && room > EDITED {
                    let words = egui::RichText::new("edited");
                    ui.label(words.font(theme::regular(12.5)).color(palette.soft));
                }
            });
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
                if as_tabs {
                    view_tabs(ui, context, actions);
                } else {
                    view_menu(ui, context, actions);
                }
                // After the tabs, so that Tab goes from left to right.
                if ui
                    .put(place, button)
                    .on_hover_text("A clean view with shared offers only (F5)")
                    .clicked()
                {
                    actions.look(Look::Present(true));
                }
                let hint = "Pictures and tables for a briefing (Ctrl+E)";
                let export = ui.put(last, export).on_hover_text(hint);
                controls::focus_ring(ui, &export, export.rect);
                if export.clicked() {
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

/// The views in a menu, where the window is too narrow for a row of tabs.
fn view_menu(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let shown = context.screen.view;
    let button = egui::Button::new(format!("{}     ", shown.title));
    let button = egui::containers::menu::MenuButton::from_button(button);
    let (response, _) = button.ui(ui, |ui| {
        for &view in context.screen.views {
            if ui.selectable_label(view == shown, view.title).clicked() {
                actions.look(Look::At(view));
                ui.close();
            }
        }
    });
    controls::drops_down(ui, response.rect);
    let label = format!("View: {}", shown.title);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
}

/// How wide the tabs of the views are, in points.
fn tabs_width(ui: &Ui, views: &[View]) -> f32 {
    let font = theme::semibold(13.0);
    let width = |view: &View| {
        let words = view.title.to_owned();
        let galley = ui
            .painter()
            .layout_no_wrap(words, font.clone(), egui::Color32::PLACEHOLDER);
        galley.size().x + 22.0
    };
    views.iter().map(width).sum()
}

fn view_tabs(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let views = context.screen.views.iter();
    let views: Vec<(View, &str)> = views.map(|view| (*view, view.title)).collect();
    if let Some(view) = controls::segmented(ui, "View", &views, context.screen.view) {
        actions.look(Look::At(view));
    }
}
