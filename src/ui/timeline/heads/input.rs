//! The raises lane: stems with heads that are dragged.

use eframe::egui::{
    Align2, CursorIcon, Id, PointerButton, Rangef, Rect, Sense, Stroke, Ui, Vec2, pos2,
};
use rust_decimal::Decimal;

use super::drag::{Drag, moved_percent, snapped_day};
use super::place::{Head, head_id, heads, stand_apart};
use super::{Heads, keys, paint, spoken};
use crate::document::words;
use crate::scenario::{ClauseId, OfferId, Scenario};
use crate::ui::state::lane_sizes::Lane;
use crate::ui::state::{Actions, Context, Edit, Look};
use crate::ui::timeline::{TITLE, cursor, lane_title, year_lines};
use crate::ui::widgets::axis::{TimeAxis, ValueAxis, number, round_range};
use crate::ui::widgets::theme;
use crate::units::Percent;

/// Paints the lane and takes clicks, drags and keys on its heads. The cursor's line goes through
/// all lanes, under the heads.
pub fn show(
    own: &mut Heads,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    (axis, lane, plots): (&TimeAxis, Rect, &[Rect]),
) {
    let plot = Rect::from_x_y_ranges(axis.x, lane.top() + TITLE..=lane.bottom());
    let kept = own.range.filter(|_| own.drag.is_some());
    let range = kept.unwrap_or_else(|| range_of(context.scenario()));
    own.range = Some(range);
    let values = ValueAxis {
        low: range.0,
        high: range.1,
        y: Rangef::new(plot.top() + 14.0, plot.bottom() - 4.0),
    };
    let note = if context.is_presenting() {
        ""
    } else {
        "drag up or down for percent, sideways for date"
    };
    lane_title(ui, lane, Lane::Raises.name(), note, axis.x.max);
    grid(ui, axis, &values, range.2);
    add_where_double_clicked(ui, context, actions, axis, &values, plot);
    cursor::line(ui, context, axis, plots);
    let mut all = heads(context.scenario(), axis, &values);
    let moving = own
        .drag
        .as_ref()
        .map(|drag| (drag.offer.clone(), drag.clause));
    let moving = moving.as_ref().map(|(offer, clause)| (offer, *clause));
    stand_apart(&mut all, moving, &mut own.standing, axis.x.min);
    let pointed = interact(own, ui, context, actions, (&all, axis, &values));
    paint::paint(
        own.drag.as_ref(),
        ui,
        context,
        (&all, axis, &values),
        (plot, pointed),
    );
}

fn range_of(scenario: &Scenario) -> (f32, f32, f32) {
    let percents = scenario.offers.iter().flat_map(|offer| {
        let percents = offer
            .clauses
            .iter()
            .filter_map(|clause| clause.terms.percent());
        percents.map(|percent| number(percent.get()))
    });
    let (low, high) = percents.fold((0.0_f32, 8.0_f32), |(low, high), value| {
        (low.min(value), high.max(value + 0.5))
    });
    round_range(low, high, 5.0)
}

fn grid(ui: &Ui, axis: &TimeAxis, values: &ValueAxis, step: f32) {
    let palette = theme::palette(ui);
    year_lines(ui, axis, values.y);
    let ticks = ((values.high - values.low) / step).round() as i32;
    for tick in 0..=ticks {
        let value = values.low + tick as f32 * step;
        let y = values.y_of_number(value);
        ui.painter()
            .hline(axis.x, y, Stroke::new(1.0, palette.rule));
        // Where there is little room, every other line has its percent.
        if tick % 2 == 1 && values.y.span() / (ticks.max(1) as f32) < 15.0 {
            continue;
        }
        let label = words::minus(&format!("{value:.0}%"));
        let at = pos2(axis.x.min - 8.0, y);
        ui.painter().text(
            at,
            Align2::RIGHT_CENTER,
            label,
            theme::regular(12.0),
            palette.faint,
        );
    }
}

fn add_where_double_clicked(
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    axis: &TimeAxis,
    values: &ValueAxis,
    plot: Rect,
) {
    let ground = ui.interact(plot, Id::unique("raises ground"), Sense::click());
    cursor::keys(ui, context, actions, axis, &ground);
    cursor::describe(ui, context, axis, Lane::Raises, &ground, "");
    let Some(pointer) = ground.interact_pointer_pos() else {
        return;
    };
    if ground.clicked() {
        actions.look(Look::Clause(None));
    }
    if ground.double_clicked() {
        let day = snapped_day(context.scenario(), axis.day_at(pointer.x)).max(axis.first);
        let up = values.y_of_number(0.0) - pointer.y;
        let percent = moved_percent(Decimal::ZERO, values.hundredths_in(up), false);
        if let Ok(percent) = Percent::new(percent) {
            actions.edit(Edit::AddRaise { date: day, percent });
        }
    }
}

/// Heads in date order, so that Tab walks them so. Returns the head pointed at or focused.
fn interact(
    own: &mut Heads,
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    (all, axis, values): (&[Head], &TimeAxis, &ValueAxis),
) -> Option<(OfferId, ClauseId)> {
    let mut pointed = None;
    for head in all {
        let id = head_id(&head.offer, head.clause);
        let rect = Rect::from_center_size(head.at, Vec2::splat(24.0));
        let response = ui
            .interact(rect, id, Sense::drag())
            .on_hover_cursor(CursorIcon::Grab);
        spoken::describe(ui, context, actions, head, &response);
        if own.drag.is_none() {
            keys::on_head(ui, context, actions, head, &response);
        }
        // A quick click may begin and end within one frame, in which no drag starts.
        let tapped =
            response.contains_pointer() && ui.input(|input| input.pointer.primary_clicked());
        if tapped && own.drag.is_none() {
            response.request_focus();
            actions.choose(&head.offer, head.clause);
        }
        let twice = response.contains_pointer()
            && ui.input(|input| input.pointer.button_double_clicked(PointerButton::Primary));
        if twice && !context.is_presenting() {
            if head.locked {
                actions.tell_locked(context, &head.offer);
            } else {
                actions.look(Look::ExactValues);
            }
        }
        if response.drag_started()
            && own.drag.is_none()
            && !context.is_presenting()
            && let Some(pointer) = ui.input(|input| input.pointer.press_origin())
        {
            response.request_focus();
            let axes = (*axis, *values);
            own.drag = Some(Drag::begin(head, pointer, axes, context, actions));
        }
        if response.has_focus() && response.gained_focus() && own.drag.is_none() {
            actions.choose(&head.offer, head.clause);
        }
        if response.hovered() || (response.has_focus() && pointed.is_none()) {
            pointed = Some((head.offer.clone(), head.clause));
        }
    }
    if let Some(drag) = &own.drag {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        pointed = Some(match &drag.counter {
            Some((source, copy)) if context.offer(&copy.id).is_none() => {
                (source.clone(), drag.clause)
            }
            _ => (drag.offer.clone(), drag.clause),
        });
    }
    pointed
}
