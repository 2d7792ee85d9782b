//! The room of the side panels, and what stands for them where they are folded.

use eframe::egui::{
    Color32, Frame, Panel, Rect, Role, Sense, Shape, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, pos2,
};

use crate::ui::state::folding::Side;
use crate::ui::state::{Actions, Look};
use crate::ui::widgets::{controls, theme};

/// A panel's room, or the strip that stands for it where it is folded.
pub fn room_of(
    ui: &mut Ui,
    actions: &mut Actions,
    side: Side,
    folded: bool,
    wide: f32,
) -> Option<Rect> {
    if folded {
        strip(ui, actions, side);
        return None;
    }
    let (left, right) = if wide < 1200.0 {
        (232.0, 252.0)
    } else {
        (256.0, 352.0)
    };
    let panel = match side {
        Side::Left => Panel::left("offers").exact_size(left),
        Side::Right => Panel::right("values").exact_size(right),
    };
    let frame = Frame::new().fill(theme::palette(ui).side);
    let panel = panel.resizable(false).frame(frame);
    Some(panel.show(ui, room).inner)
}

/// All the room of a panel, to be filled later.
pub fn room(ui: &mut Ui) -> Rect {
    let rect = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(rect);
    rect
}

/// Contents over a panel's room, within its margins. Its fold button stands in the first row, and so
/// comes first for Tab.
pub fn over(
    ui: &mut Ui,
    actions: &mut Actions,
    rect: Rect,
    side: Side,
    contents: impl FnOnce(&mut Ui, &mut Actions),
) {
    let center = pos2(rect.right() - 24.0, rect.top() + 23.0);
    let fold = Rect::from_center_size(center, Vec2::splat(20.0));
    chevron(ui, actions, side, fold, false);
    let inner = Rect::from_min_max(
        rect.min + Vec2::new(14.0, 4.0),
        rect.max - Vec2::new(2.0, 4.0),
    );
    let place = UiBuilder::new().id_salt(side.panel()).max_rect(inner);
    let mut child = ui.new_child(place);
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    contents(&mut child, actions);
}

/// A narrow strip in place of a folded panel, which brings it back.
fn strip(ui: &mut Ui, actions: &mut Actions, side: Side) {
    let frame = Frame::new().fill(theme::palette(ui).side);
    let panel = match side {
        Side::Left => Panel::left("offers folded"),
        Side::Right => Panel::right("values folded"),
    };
    let panel = panel.resizable(false).exact_size(18.0).frame(frame);
    panel.show(ui, |ui| {
        let (rect, _) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
        let center = pos2(rect.center().x, rect.top() + 22.0);
        let button = Rect::from_center_size(center, Vec2::new(18.0, 20.0));
        chevron(ui, actions, side, button, true);
    });
}

/// The button that folds a panel, or shows it again.
fn chevron(ui: &Ui, actions: &mut Actions, side: Side, rect: Rect, folded: bool) {
    let id = ui.scope_id().with(("fold", side.panel(), folded));
    let verb = if folded { "Show" } else { "Fold" };
    let label = format!("{verb} the {}", side.panel());
    let response = ui
        .interact(rect, id, Sense::click())
        .on_hover_text(format!("{label} ({})", side.key()));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let palette = theme::palette(ui);
    let mut color = palette.faint;
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 4.0, palette.rule);
        color = palette.ink;
    }
    let points_left = (side == Side::Left) != folded;
    paint_chevron(ui, rect, color, points_left);
    controls::focus_ring(ui, &response, rect);
    if response.clicked() {
        actions.look(Look::Panel(side));
    }
}

fn paint_chevron(ui: &Ui, rect: Rect, color: Color32, points_left: bool) {
    let toward = if points_left { -2.5 } else { 2.5 };
    let center = rect.center();
    for beside in [-2.5, 2.5] {
        let tip = center + Vec2::new(toward + beside, 0.0);
        let back = -2.0 * toward;
        let line = vec![tip + Vec2::new(back, -5.0), tip, tip + Vec2::new(back, 5.0)];
        ui.painter().add(Shape::line(line, Stroke::new(1.5, color)));
    }
}
