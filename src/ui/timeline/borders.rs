//! The handles between lanes, and each lane's small menu.

use eframe::egui::{
    self, CursorIcon, EventFilter, Id, Key, Modifiers, Popup, Rect, RichText, Role, Sense,
    SetOpenCommand, Stroke, Ui, Vec2, WidgetInfo, accesskit, pos2,
};

use super::heads::menu::asked_now;
use crate::ui::state::actions::Lanes;
use crate::ui::state::lane_sizes::{Lane, LaneSizes};
use crate::ui::state::{Actions, Ask, Context, Look};
use crate::ui::widgets::chart::Asked;
use crate::ui::widgets::{controls, theme};

/// How far one press of an arrow key moves a border, in points.
const STEP: f32 = 12.0;

/// A border between two lanes.
pub(super) struct Border {
    pub(super) above: Lane,
    pub(super) below: Lane,
    pub(super) gap: Rect,
    /// The height all lanes share, points.
    pub(super) total: f32,
}

/// The handle below a lane: dragged, moved by arrow keys, put back by a double-click.
pub(super) fn handle(ui: &Ui, context: &Context, actions: &mut Actions, border: &Border) {
    let Border {
        above,
        below,
        gap,
        total,
    } = *border;
    let id = Id::unique(("lane border", above.name()));
    let response = ui
        .interact(gap, id, Sense::click_and_drag())
        .on_hover_cursor(CursorIcon::ResizeVertical);
    let label = format!("Height of {} and {}", above.name(), below.name());
    let palette = theme::palette(ui);
    let heights = context.screen.lanes.heights(total);
    let place = context
        .screen
        .lanes
        .shown()
        .iter()
        .position(|lane| *lane == above);
    let height = place.and_then(|place| heights.get(place)).copied();
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, &label));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_numeric_value(f64::from(height.unwrap_or_default().round()));
        node.set_numeric_value_step(f64::from(STEP));
        node.add_action(accesskit::Action::Increment);
        node.add_action(accesskit::Action::Decrement);
    });
    let mut by = 0.0;
    if response.dragged() {
        by += response.drag_delta().y;
    }
    if response.has_focus() {
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        by += ui.input_mut(|input| {
            let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown) as f32;
            let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp) as f32;
            (down - up) * STEP
        });
    }
    by += ui.input(|input| {
        let asked = |action| input.num_accesskit_action_requests(id, action) as f32;
        (asked(accesskit::Action::Increment) - asked(accesskit::Action::Decrement)) * STEP
    });
    if by != 0.0 {
        actions.look(Look::Lanes(Lanes::Border { above, by, total }));
    }
    if response.double_clicked() {
        actions.look(Look::Lanes(Lanes::ResetSizes));
    }
    let lively = response.hovered() || response.dragged() || response.has_focus();
    let color = if response.has_focus() {
        palette.mark(theme::Role::Edited)
    } else if lively {
        palette.ink
    } else {
        palette.outline
    };
    let grip = Rect::from_center_size(gap.center(), Vec2::new(36.0, 0.0));
    let width = if lively { 3.0 } else { 2.0 };
    ui.painter()
        .hline(grip.x_range(), grip.center().y, Stroke::new(width, color));
}

/// The small menu at the right of a lane's title: hide it, show it alone, show all.
pub(super) fn lane_menu(
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    lane: Lane,
    title: Rect,
) {
    if context.is_presenting() {
        return;
    }
    let center = pos2(title.right() - 13.0, title.top() + 9.0);
    let rect = Rect::from_center_size(center, Vec2::new(26.0, 20.0));
    let id = Id::unique(("lane menu", lane.name()));
    let response = ui.interact(rect, id, Sense::click());
    let label = format!("{}: show, hide or copy", lane.name());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let palette = theme::palette(ui);
    let color = if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 4.0, palette.rule);
        palette.ink
    } else {
        palette.faint
    };
    for dot in [-6.0, 0.0, 6.0] {
        ui.painter()
            .circle_filled(center + Vec2::new(dot, 0.0), 1.5, color);
    }
    controls::focus_ring(ui, &response, rect);
    let menu = |ui: &mut Ui, actions: &mut Actions| {
        ui.set_min_width(150.0);
        choices(ui, &context.screen.lanes, actions, lane);
        ui.separator();
        for (words, what) in [
            ("Copy picture", Asked::Picture),
            ("Copy data", Asked::Values),
        ] {
            if ui.button(words).clicked() {
                actions.copy_figure(lane.figure(), what);
                ui.close();
            }
        }
    };
    Popup::menu(&response).show(|ui| menu(ui, actions));
    // The same by the other button, anywhere on the lane but on a head or a chip.
    let asked = ui.input(|input| input.pointer.secondary_clicked())
        && ui.rect_contains_pointer(title)
        && !asked_now(ui);
    Popup::menu(&response)
        .id(id.with("where pointed"))
        .open_memory(asked.then_some(SetOpenCommand::Bool(true)))
        .at_pointer_fixed()
        .show(|ui| menu(ui, actions));
}

/// The way to a new term of the draft worked on, on the title line of the raises. Returns where it stands; nowhere
/// without a draft.
pub(super) fn add_term(
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    title: Rect,
) -> Option<Rect> {
    let scenario = context.scenario();
    let draft = scenario
        .counter
        .as_ref()
        .and_then(|id| scenario.offer(id))?;
    if context.is_presenting() || draft.status.is_locked() {
        return None;
    }
    let right = title.right() - 34.0;
    let rect = Rect::from_min_max(
        pos2(right - 92.0, title.top()),
        pos2(right, title.top() + 20.0),
    );
    let button = egui::Button::new(RichText::new("Add a term\u{2026}").size(12.5));
    let response = ui.put(rect, button.small());
    if response.clicked() {
        actions.ask(Ask::AddTerm(draft.id.clone()));
    }
    Some(rect)
}

fn choices(ui: &mut Ui, lanes: &LaneSizes, actions: &mut Actions, lane: Lane) {
    let mut entry = |name: &str, enabled: bool| {
        let clicked = ui.add_enabled(enabled, egui::Button::new(name)).clicked();
        if clicked {
            ui.close();
        }
        clicked
    };
    if lane != Lane::Terms && lanes.alone() != Some(lane) && entry("Show alone", true) {
        actions.look(Look::Lanes(Lanes::Alone(lane)));
    }
    if !lanes.all_shown() && entry("Show all lanes", true) {
        actions.look(Look::Lanes(Lanes::All));
    }
    if entry(
        "Hide this lane",
        lane == Lane::Terms || lanes.shown().len() > 1,
    ) {
        actions.look(Look::Lanes(Lanes::Hide(lane)));
    }
    if entry("Put the sizes back", true) {
        actions.look(Look::Lanes(Lanes::ResetSizes));
    }
}
