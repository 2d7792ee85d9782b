//! Fields of forms, used by dialogs and by the inspector.

pub mod beside;
pub mod clause;
pub mod rules;

use eframe::egui::{self, Id, Key, Response, RichText, Role, TextEdit, Ui, WidgetInfo};

use crate::document::Command;
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::{controls, fields, theme, typed};

/// What is wrong with the page, where something is, behind a sign that isn't told by its colour alone.
pub fn wrong(ui: &mut Ui, words: &str) {
    if !words.is_empty() {
        let color = theme::palette(ui).alarm;
        ui.horizontal_top(|ui| {
            controls::alarm_sign(ui);
            ui.add(egui::Label::new(RichText::new(words).color(color)).wrap());
        });
    }
}

/// Asks for the change that what was typed into a field stands for. Where it can't be read, or the document
/// wouldn't take it, that is said beside the field, and what was typed stands there to be mended.
pub fn take(
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    (id, text): (Id, &str),
    command: Result<Command, String>,
) {
    let tried = command.and_then(|command| {
        let tried = context.document().try_out(&command);
        tried.map_err(|refusal| refusal.to_string())?;
        Ok(command)
    });
    match tried {
        Ok(command) => actions.apply(command),
        Err(words) => typed::refuse(ui, id, text, &words),
    }
}

/// The same for a field of the left panel, by its name.
pub fn take_field(
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    (name, text): (&str, &str),
    command: Result<Command, String>,
) {
    take(
        ui,
        context,
        actions,
        (fields::field_id(name), text),
        command,
    );
}

/// A line that explains.
pub fn soft(ui: &mut Ui, words: &str) {
    let color = theme::palette(ui).soft;
    ui.label(RichText::new(words).size(12.5).color(color));
}

/// A field of a page, named for a screen reader; infinitely wide fills the page.
pub fn field(ui: &mut Ui, spoken: &str, text: &mut String, hint: &str, width: f32) -> Response {
    let edit = TextEdit::singleline(text)
        .hint_text(hint.to_owned())
        .desired_width(width);
    let response = if width.is_finite() {
        ui.add_sized([width, 26.0], edit)
    } else {
        ui.add(edit)
    };
    let value = text.clone();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, spoken);
        info.current_text_value = Some(value.clone());
        info
    });
    response
}

/// A row of a page: a name on the left, what is typed or chosen beside it.
pub fn labelled(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui)) {
    let color = theme::palette(ui).soft;
    ui.horizontal(|ui| {
        let size = egui::vec2(126.0, 26.0);
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(size, layout, |ui| {
            ui.set_min_width(size.x);
            ui.add(egui::Label::new(RichText::new(name).color(color)).truncate());
        });
        contents(ui);
    });
}

/// The keyboard goes to a field when its page opens.
pub fn begin_with(ui: &Ui, response: &Response) {
    // Enter takes the keyboard from a field and answers for the page.
    let answers = ui.input(|input| input.key_pressed(Key::Enter));
    if !answers && ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
}

/// Whether Enter was pressed in a field.
pub fn entered(ui: &Ui, response: &Response) -> bool {
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// A field of several lines.
pub fn lines(ui: &mut Ui, spoken: &str, text: &mut String, hint: &str, rows: usize) -> Response {
    let edit = TextEdit::multiline(text)
        .hint_text(hint.to_owned())
        .desired_rows(rows)
        .desired_width(f32::INFINITY);
    let response = ui.add(edit);
    let value = text.clone();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::MultilineTextInput, true, spoken);
        info.current_text_value = Some(value.clone());
        info
    });
    response
}

/// A menu of a few named choices; changes the choice made.
pub fn pick<T: Copy + PartialEq>(ui: &mut Ui, spoken: &str, chosen: &mut T, all: &[(T, &str)]) {
    let now = all.iter().find(|(one, _)| one == chosen);
    let now = now.map_or("", |(_, name)| name);
    let button = egui::Button::new((now, controls::ROOM_FOR_CHEVRON));
    let (response, _) = egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        for (one, name) in all {
            if ui.selectable_label(one == chosen, *name).clicked() {
                *chosen = *one;
                ui.close();
            }
        }
    });
    controls::drops_down(ui, response.rect);
    let label = format!("{spoken}: {now}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
}
