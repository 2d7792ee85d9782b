//! History and settlements beside the claims, in a wide window.

use eframe::egui::{Rect, ScrollArea, Ui, UiBuilder, vec2};

use super::{in_short, settlements};
use crate::ui::state::{Actions, Context};

/// Paints both over their room.
pub fn show(ui: &mut Ui, context: &Context, actions: &mut Actions, room: Rect) {
    let inner = Rect::from_min_max(room.min + vec2(14.0, 14.0), room.max - vec2(4.0, 4.0));
    let place = UiBuilder::new()
        .id_salt("beside the claims")
        .max_rect(inner);
    let mut child = ui.new_child(place);
    child.set_clip_rect(room.intersect(ui.clip_rect()));
    ScrollArea::vertical()
        .auto_shrink(false)
        .show(&mut child, |ui| {
            ui.set_max_width(inner.width() - 12.0);
            in_short::small(ui, context);
            ui.add_space(14.0);
            settlements::small(ui, context);
            ui.add_space(10.0);
            ui.horizontal_wrapped(|ui| {
                settlements::small_tools(ui, context, actions);
                in_short::small_tools(ui, context, actions);
            });
            ui.add_space(12.0);
        });
}
