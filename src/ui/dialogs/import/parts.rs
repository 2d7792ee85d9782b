//! What several pages of the import are made of.

use eframe::egui::containers::menu::{MenuButton, MenuConfig};
use eframe::egui::{
    Button, Color32, PopupCloseBehavior, Pos2, Role, Shape, Stroke, Ui, WidgetInfo, vec2,
};

use crate::files::roster::ColumnUse;

/// Whether a column of the profile is the one at a place.
pub(super) fn is_at(column: &ColumnUse, headers: &[String], at: usize) -> bool {
    match column.column {
        Some(number) => number as usize == at + 1 && headers.get(at) == Some(&column.header),
        None => headers.get(at) == Some(&column.header),
    }
}

/// What a column is called on the page: its header, or its number where it has none.
pub(super) fn called(column: &ColumnUse) -> String {
    if column.header.trim().is_empty() {
        format!("column {}", column.called())
    } else {
        column.called()
    }
}

/// A tick: done, or right.
pub(super) fn tick(ui: &Ui, center: Pos2, ink: Color32) {
    let points = vec![
        center + vec2(-3.8, 0.2),
        center + vec2(-1.0, 3.0),
        center + vec2(4.0, -3.2),
    ];
    let stroke = Stroke::new(1.7, ink);
    ui.painter().add(Shape::line(points, stroke));
}

/// A menu of values, each ticked or not.
pub(super) fn values_menu(ui: &mut Ui, header: &str, values: &[String], chosen: &mut Vec<String>) {
    let now = if chosen.is_empty() {
        "none chosen".to_owned()
    } else {
        chosen.join(", ")
    };
    let config = MenuConfig::default().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let button = Button::new(&now).truncate();
    let (response, _) = MenuButton::from_button(button).config(config).ui(ui, |ui| {
        ui.set_min_width(180.0);
        for value in values {
            let mut on = chosen.contains(value);
            let shown = if value.is_empty() { "(empty)" } else { value };
            if ui.checkbox(&mut on, shown).changed() {
                if on {
                    chosen.push(value.clone());
                } else {
                    chosen.retain(|one| one != value);
                }
            }
        }
    });
    let label = format!("Values of {header}: {now}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
}
