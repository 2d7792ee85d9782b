//! The room of the side panels, and what stands for them where they are folded.

use eframe::egui::{
    Align2, Color32, Frame, Panel, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder,
    Vec2, WidgetInfo, pos2,
};

use crate::document::Command;
use crate::scenario::Offer;
use crate::ui::state::folding::Side;
use crate::ui::state::{Actions, Context, Look};
use crate::ui::widgets::names::{is_open, role_of, short_name};
use crate::ui::widgets::{controls, theme};

/// A panel's room, or the strip that stands for it where it is folded.
pub fn room_of(
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    side: Side,
    folded: bool,
    wide: f32,
) -> Option<Rect> {
    if folded {
        strip(ui, context, actions, side);
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
fn strip(ui: &mut Ui, context: &Context, actions: &mut Actions, side: Side) {
    let frame = Frame::new().fill(theme::palette(ui).side);
    let (panel, wide) = match side {
        Side::Left => (Panel::left("offers folded"), RAIL),
        Side::Right => (Panel::right("values folded"), 18.0),
    };
    let panel = panel.resizable(false).exact_size(wide).frame(frame);
    panel.show(ui, |ui| {
        let (rect, _) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
        let center = pos2(rect.center().x, rect.top() + 22.0);
        let button = Rect::from_center_size(center, Vec2::new(18.0, 20.0));
        chevron(ui, actions, side, button, true);
        if side == Side::Left {
            marks(ui, context, actions, rect);
        }
    });
}

/// The width of the rail of marks that stands for the offers, in points.
const RAIL: f32 = 42.0;

/// The marks of the offers compared and worked on, one under the other; a click shows an offer's details.
fn marks(ui: &Ui, context: &Context, actions: &mut Actions, rail: Rect) {
    let scenario = context.scenario();
    let shown = |offer: &&Offer| role_of(scenario, &offer.id) != theme::Role::Other;
    let mut offers: Vec<&Offer> = scenario.offers.iter().filter(shown).collect();
    offers.sort_by_key(|offer| match role_of(scenario, &offer.id) {
        theme::Role::A => 0,
        theme::Role::B => 1,
        _ => 2,
    });
    for (number, offer) in offers.into_iter().enumerate() {
        let top = rail.top() + 44.0 + 48.0 * number as f32;
        let corner = pos2(rail.center().x - 15.0, top);
        let rect = Rect::from_min_size(corner, Vec2::new(30.0, 40.0));
        mark(ui, context, actions, offer, rect);
    }
}

fn mark(ui: &Ui, context: &Context, actions: &mut Actions, offer: &Offer, rect: Rect) {
    let scenario = context.scenario();
    let palette = theme::palette(ui);
    let role = role_of(scenario, &offer.id);
    let id = ui.scope_id().with(("mark", offer.id.0.as_str()));
    let response = ui.interact(rect, id, Sense::click());
    let label = format!("Work on {}", offer.name);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let edited = scenario.counter.as_ref() == Some(&offer.id);
    let outline = if edited {
        Stroke::new(2.0, palette.mark(theme::Role::Edited))
    } else {
        Stroke::new(1.0, palette.outline)
    };
    let painter = ui.painter();
    painter.rect_filled(rect, 5.0, palette.card);
    painter.rect_stroke(rect, 5.0, outline, StrokeKind::Inside);
    let center = pos2(rect.center().x, rect.top() + 14.0);
    let color = palette.mark(role);
    let open = is_open(scenario, offer);
    painter.add(controls::head_shape(
        offer.side,
        center,
        5.0,
        color,
        open,
        palette.card,
    ));
    let letters = match role {
        theme::Role::A => "A".to_owned(),
        theme::Role::B => "B".to_owned(),
        _ => {
            let initials = short_name(offer);
            let initials = initials.split_whitespace();
            initials
                .filter_map(|word| word.chars().next())
                .take(3)
                .collect()
        }
    };
    painter.text(
        pos2(rect.center().x, rect.bottom() - 10.0),
        Align2::CENTER_CENTER,
        letters,
        theme::regular(12.0),
        palette.soft,
    );
    controls::focus_ring(ui, &response, rect);
    if response.on_hover_text(&offer.name).clicked() {
        if !offer.status.is_locked() && !edited {
            actions.apply(Command::WorkOn(Some(offer.id.clone())));
        }
        actions.look(Look::Offer(offer.id.clone()));
    }
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
