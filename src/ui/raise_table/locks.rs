//! The lock in a cell of the table: whether its raise gives way when something is held.

use eframe::egui::{self, Color32, Pos2, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::explore::Hold;
use crate::ui::state::{Actions, ClauseAt, Context, Edit};
use crate::ui::widgets::{controls, theme};

/// Paints the lock at the left of a cell and takes clicks and keys on it. Pale while nothing is held.
pub(super) fn show(
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    (cell, at): (Rect, ClauseAt),
    said: &str,
    noticed: bool,
) {
    let palette = theme::palette(ui);
    let locked = context.selection.locks.contains(&at);
    let center = pos2(cell.left() + 8.0, cell.center().y);
    let rect = Rect::from_center_size(center, vec2(16.0, 20.0));
    let id = egui::Id::unique(("give way", at.offer.0.as_str(), at.clause));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::CheckBox, true, locked, said));
    let color = if locked {
        palette.ink
    } else if noticed || response.hovered() || response.has_focus() {
        palette.soft
    } else if context.selection.hold == Hold::Nothing {
        palette.outline
    } else {
        palette.faint
    };
    glyph(ui, center, color, locked);
    controls::focus_ring(ui, &response, rect.shrink(2.0));
    let hint = if locked {
        "Doesn\u{2019}t give way when something is held"
    } else {
        "Gives way when something is held; click to lock it"
    };
    if response.on_hover_text(hint).clicked() {
        actions.edit(Edit::ToggleLock(at));
    }
}

/// A padlock, open or shut: the fonts have none.
fn glyph(ui: &Ui, center: Pos2, color: Color32, shut: bool) {
    let body = Rect::from_min_size(center + vec2(-4.0, -0.5), vec2(8.0, 6.0));
    let stroke = Stroke::new(1.3, color);
    let (left, right, top) = (center.x - 2.5, center.x + 2.5, center.y - 5.0);
    let foot = if shut { body.top() } else { top + 2.5 };
    let shackle = vec![
        pos2(left, body.top()),
        pos2(left, top + 1.5),
        pos2(left + 1.2, top),
        pos2(right - 1.2, top),
        pos2(right, top + 1.5),
        pos2(right, foot),
    ];
    ui.painter().add(Shape::line(shackle, stroke));
    if shut {
        ui.painter().rect_filled(body, 1.0, color);
    } else {
        ui.painter()
            .rect_stroke(body, 1.0, stroke, egui::StrokeKind::Inside);
    }
}
