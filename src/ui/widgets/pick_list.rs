//! A menu's entries where they may be thousands: found by typing, painted as far as they are seen.

use eframe::egui::{Key, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

/// Entries that are all listed without a field to find them by.
const FEW: usize = 15;
/// Height of the list, points.
const HEIGHT: f32 = 320.0;

/// The entries of a menu, `first` before all others; the number of the one taken, `first` being 0.
pub fn pick(ui: &mut Ui, what: &str, first: &str, names: &[&str]) -> Option<usize> {
    let name_of = |number: usize| match number.checked_sub(1) {
        Some(at) => names.get(at).copied().unwrap_or_default(),
        None => first,
    };
    let mut taken = None;
    let mut found: Vec<usize> = (0..=names.len()).collect();
    if names.len() > FEW {
        let id = ui.scope_id().with(what);
        let mut typed: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let field = TextEdit::singleline(&mut typed)
            .id(id)
            .hint_text(what)
            .desired_width(f32::INFINITY);
        let response = ui.add(field);
        let label = what.to_owned();
        response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &label));
        let wanted = typed.trim().to_lowercase();
        found.retain(|number| {
            wanted.is_empty() || *number > 0 && name_of(*number).to_lowercase().contains(&wanted)
        });
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            taken = found.first().copied();
        }
        ui.data_mut(|data| data.insert_temp(id, typed));
        if found.is_empty() {
            ui.label("None of that name");
        }
    }
    let height = ui.spacing().interact_size.y;
    ScrollArea::vertical()
        .max_height(HEIGHT)
        .show_rows(ui, height, found.len(), |ui, seen| {
            for number in found.get(seen).unwrap_or_default() {
                if ui.button(name_of(*number)).clicked() {
                    taken = Some(*number);
                }
            }
        });
    if taken.is_some() {
        ui.close();
    }
    taken
}
