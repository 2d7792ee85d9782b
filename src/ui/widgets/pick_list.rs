//! A menu's entries where they may be thousands: found by typing, painted as far as they are seen.

use super::names;
use eframe::egui::{self, Button, Key, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

/// Entries that are all listed without a field to find them by.
const FEW: usize = 7;
/// Entries that are all painted, so that a screen reader hears of each; of more only those seen are.
const MOST_PAINTED: usize = 60;
/// Size of the list, points: room for the names that an import gives to groups.
const HEIGHT: f32 = 320.0;
const WIDTH: f32 = 440.0;

/// The entries of a menu, `first` before all others and the one of the number `now` marked; the number of the one
/// taken, that of `first` being 0.
pub fn pick(ui: &mut Ui, what: &str, first: &str, names: &[&str], now: usize) -> Option<usize> {
    let name_of = |number: usize| match number.checked_sub(1) {
        Some(at) => names.get(at).copied().unwrap_or(first),
        None => first,
    };
    let mut taken = None;
    let mut found: Vec<usize> = (0..=names.len()).collect();
    if names.len() > FEW {
        ui.set_width(WIDTH);
        let (sought, entered) = sought(ui, what);
        if !sought.trim().is_empty() {
            let words: Vec<&str> = sought.split_whitespace().collect();
            found.retain(|number| {
                let name = name_of(*number).to_lowercase();
                *number > 0 && words.iter().all(|word| name.contains(word))
            });
        }
        if entered {
            taken = found.first().copied();
        }
    }
    if found.is_empty() {
        ui.label("None of that name");
    }
    let mut entry = |ui: &mut Ui, number: usize| {
        let name = name_of(number);
        let (font, ink) = (
            egui::TextStyle::Button.resolve(ui.style()),
            egui::Color32::PLACEHOLDER,
        );
        let room = ui.available_width() - 2.0 * ui.spacing().button_padding.x;
        let written = names::elided(ui, name, &font, ink, room);
        let cut = written.text() != name;
        let response = ui.add(Button::selectable(number == now, written));
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, number == now, name));
        let response = if cut {
            response.on_hover_text(name)
        } else {
            response
        };
        if response.clicked() {
            taken = Some(number);
        }
    };
    let area = ScrollArea::vertical().max_height(HEIGHT);
    if found.len() <= MOST_PAINTED {
        area.show(ui, |ui| {
            for number in found {
                entry(ui, number);
            }
        });
    } else {
        let height = ui.spacing().interact_size.y;
        area.show_rows(ui, height, found.len(), |ui, seen| {
            for number in found.get(seen).into_iter().flatten() {
                entry(ui, *number);
            }
        });
    }
    if taken.is_some() {
        ui.close();
    }
    taken
}

/// What is typed into the field that finds entries, and the frame it was last shown in.
#[derive(Debug, Clone, Default)]
struct Sought {
    typed: String,
    shown: u64,
}

/// What is typed into the field that finds entries, in small letters, and whether Enter took it. A menu just opened
/// begins with an empty field that has the keyboard.
fn sought(ui: &mut Ui, what: &str) -> (String, bool) {
    let id = ui.scope_id().with(what);
    let frame = ui.ctx().cumulative_frame_nr();
    let kept: Option<Sought> = ui.data(|data| data.get_temp(id));
    let kept = kept.filter(|kept| kept.shown + 1 >= frame);
    let is_new = kept.is_none();
    let mut typed = kept.unwrap_or_default().typed;
    let field = TextEdit::singleline(&mut typed)
        .id(id)
        .hint_text(what)
        .margin(egui::Margin::symmetric(8, 6))
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    if is_new {
        response.request_focus();
    }
    let value = typed.clone();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, what);
        info.current_text_value = Some(value.clone());
        info
    });
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let sought = typed.to_lowercase();
    let shown = frame;
    ui.data_mut(|data| data.insert_temp(id, Sought { typed, shown }));
    (sought, entered)
}
