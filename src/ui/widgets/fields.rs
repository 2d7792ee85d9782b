//! Rows of the left panel: a name on the left, its value on the right, changed where it stands.

use eframe::egui::containers::menu::{MenuButton, MenuConfig};
use eframe::egui::{self, Align, CollapsingHeader, Id, Layout, RichText, Ui};

use super::{controls, names, theme, typed};

/// The name the widget of a field keeps.
#[must_use]
pub fn field_id(name: &str) -> Id {
    Id::unique(("field", name))
}

/// Whether a field has the keyboard.
#[must_use]
pub fn has_keyboard(ui: &Ui, name: &str) -> bool {
    ui.memory(|memory| memory.has_focus(field_id(name)))
}

/// Gives a field the keyboard.
pub fn go_to(ui: &Ui, name: &str) {
    ui.memory_mut(|memory| memory.request_focus(field_id(name)));
}

/// A name with a field for its value.
pub fn field(ui: &mut Ui, name: &str, value: &str) -> Option<String> {
    let palette = theme::palette(ui);
    let row = ui.horizontal(|ui| {
        ui.label(RichText::new(name).color(palette.soft));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            typed::typed_in_flow(ui, field_id(name), name, value, 104.0)
        })
        .inner
    });
    typed::beneath(ui, field_id(name));
    row.inner
}

/// A name with a menu for its value; the index of the choice made.
pub fn menu_row(ui: &mut Ui, name: &str, value: &str, choices: &[&str]) -> Option<usize> {
    let mut chosen = None;
    menu(ui, name, value, |ui| chosen = chosen_of(ui, choices));
    chosen
}

/// The entries of a menu; the index of the one taken.
pub fn chosen_of(ui: &mut Ui, choices: &[&str]) -> Option<usize> {
    let mut chosen = None;
    for (index, choice) in choices.iter().enumerate() {
        if ui.button(*choice).clicked() {
            chosen = Some(index);
            ui.close();
        }
    }
    chosen
}

/// A name with a menu of any contents for its value.
pub fn menu(ui: &mut Ui, name: &str, value: &str, contents: impl FnOnce(&mut Ui)) {
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        ui.label(RichText::new(name).color(palette.soft));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let around = 2.0 * ui.spacing().button_padding.x + controls::CHEVRON;
            let (font, ink) = (theme::semibold(14.0), egui::Color32::PLACEHOLDER);
            let text = names::elided(ui, value, &font, ink, ui.available_width() - around);
            let button = egui::Button::new((text, controls::ROOM_FOR_CHEVRON))
                .frame_when_inactive(false)
                .truncate();
            let config =
                MenuConfig::default().close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
            let (response, _) = MenuButton::from_button(button).config(config).ui(ui, |ui| {
                ui.set_min_width(200.0);
                contents(ui);
            });
            controls::drops_down(ui, response.rect);
            let label = format!("{name}: {value}");
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
            response.on_hover_text(value);
        });
    });
    controls::rule(ui);
}

/// A name whose value opens a page; whether it was clicked.
pub fn page_row(ui: &mut Ui, name: &str, value: &str) -> bool {
    let palette = theme::palette(ui);
    let clicked = ui
        .horizontal(|ui| {
            ui.label(RichText::new(name).color(palette.soft));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let shown = format!("{value}\u{2026}");
                let button =
                    egui::Button::new(theme::strong(shown, 14.0)).frame_when_inactive(false);
                let response = ui.add(button);
                let label = format!("{name}: {value}");
                response
                    .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &label));
                response.clicked()
            })
            .inner
        })
        .inner;
    controls::rule(ui);
    clicked
}

/// Rows folded away under a title until they are wanted, or until `unfold` shows them.
pub fn folded(ui: &mut Ui, title: &str, unfold: bool, contents: impl FnOnce(&mut Ui)) {
    ui.add_space(8.0);
    let color = theme::palette(ui).soft;
    let head = theme::strong(title, 12.0)
        .color(color)
        .extra_letter_spacing(0.6);
    let shown = CollapsingHeader::new(head)
        .id_salt(title)
        .default_open(false)
        .open(unfold.then_some(true))
        .show_unindented(ui, contents);
    let open = shown.openness > 0.5;
    controls::focus_ring(ui, &shown.header_response, shown.header_response.rect);
    shown.header_response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::DisclosureTriangle, true, open, title)
    });
}
