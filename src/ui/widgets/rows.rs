//! Rows of a name and its value, edited where it stands.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Button, Color32, Id, Label, Margin, PopupCloseBehavior, Role, Sense, TextEdit, Ui, WidgetInfo,
    containers::menu::{MenuButton, MenuConfig},
    pos2, vec2,
};

use super::{controls, names, theme, typed};

/// The width of the names' column, in a wide panel and a narrow one.
const NAMES: (f32, f32) = (82.0, 72.0);

/// The name at the left of a row, in a column of its own.
pub fn name(ui: &mut Ui, name: &str, height: f32) {
    let width = if ui.available_width() > 240.0 {
        NAMES.0
    } else {
        NAMES.1
    };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let color = theme::palette(ui).soft;
    let mut job = LayoutJob::simple_singleline(name.to_owned(), theme::regular(13.0), color);
    job.wrap = TextWrapping::truncate_at_width(width - 4.0);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    // A name that doesn't fit is told in full where it is pointed at; the field's own name has it for a screen reader.
    if galley.elided {
        response.on_hover_text(name);
    }
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, color);
}

/// A typed value; returns what was typed. `spoken` is its name for a screen reader.
pub fn typed(ui: &mut Ui, id: Id, shown: &str, spoken: &str, value: &str) -> Option<String> {
    let row = ui.horizontal(|ui| {
        name(ui, shown, 26.0);
        let width = (ui.available_width() - 18.0).clamp(60.0, 196.0);
        typed::typed_in_flow(ui, id, spoken, value, width)
    });
    typed::beneath(ui, id);
    row.inner
}

/// A value that can't be changed here.
pub fn plain(ui: &mut Ui, shown: &str, value: &str) {
    ui.horizontal(|ui| {
        name(ui, shown, 22.0);
        ui.add_space(8.0);
        ui.add(Label::new(value).truncate());
    });
}

/// One choice out of a few, in a menu; returns the index of the one made.
pub fn choice(ui: &mut Ui, shown: &str, value: &str, choices: &[&str]) -> Option<usize> {
    let mut chosen = None;
    ui.horizontal(|ui| {
        name(ui, shown, 26.0);
        menu(ui, shown, value, |ui| {
            for (index, choice) in choices.iter().enumerate() {
                if ui.selectable_label(*choice == value, *choice).clicked() {
                    chosen = Some(index);
                    ui.close();
                }
            }
        });
    });
    chosen.filter(|index| choices.get(*index).is_none_or(|choice| *choice != value))
}

/// Several choices, in a menu that stays open while they are ticked.
pub fn choices(ui: &mut Ui, shown: &str, value: &str, contents: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        name(ui, shown, 26.0);
        menu(ui, shown, value, contents);
    });
}

fn menu(ui: &mut Ui, shown: &str, value: &str, contents: impl FnOnce(&mut Ui)) {
    let room = (ui.available_width() - 4.0).max(60.0);
    let around = 2.0 * ui.spacing().button_padding.x + controls::CHEVRON;
    let font = theme::semibold(14.0);
    let text = names::elided(ui, value, &font, Color32::PLACEHOLDER, room - around);
    let button = Button::new((text, controls::ROOM_FOR_CHEVRON)).truncate();
    ui.scope(|ui| {
        ui.set_max_width(room);
        let config = MenuConfig::default().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let (response, _) = MenuButton::from_button(button).config(config).ui(ui, |ui| {
            ui.set_min_width(200.0);
            contents(ui);
        });
        controls::drops_down(ui, response.rect);
        let label = format!("{shown}: {value}");
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
        // Where the panel is too narrow for the whole of it.
        response.on_hover_text(value);
    });
}

/// A text of any length under its name; returns it once it is left. Escape gives the typing up.
pub fn long_text(ui: &mut Ui, id: Id, spoken: &str, value: &str, hint: &str) -> Option<String> {
    let mut text = typed::draft(ui, id).unwrap_or_else(|| value.to_owned());
    let edit = TextEdit::multiline(&mut text)
        .id(id)
        .desired_rows(2)
        .desired_width(f32::INFINITY)
        .hint_text(hint.to_owned())
        .font(theme::regular(13.0))
        .margin(Margin::symmetric(8, 4));
    let response = ui.add(edit);
    let refusal = typed::refusal_of(ui, id);
    let label = match &refusal {
        Some(words) => format!("{spoken}, not taken: {words}"),
        None => spoken.to_owned(),
    };
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::MultilineTextInput, true, &label);
        info.current_text_value = Some(text.clone());
        info
    });
    typed::beneath(ui, id);
    typed::call_it(ui, id, &response, spoken);
    let left = typed::left_with(ui, id, &response, text, value);
    left.filter(|text| text.trim() != value)
}
