//! The raises lane: stems with heads that are dragged.

use eframe::egui::{
    Align2, CursorIcon, Id, PointerButton, Rangef, Rect, Sense, Stroke, Ui, Vec2, pos2,
};
use rust_decimal::Decimal;

use super::drag::{Drag, moved_percent, snapped_day};
use super::heads::{Head, heads, stand_apart};
use super::lane_sizes::Lane;
use super::{TITLE, cursor, keys, lane_title, spoken, stems, year_lines};
use crate::document::{Results, words};
use crate::scenario::OfferId;
use crate::ui::place::{TimeAxis, ValueAxis, number, round_range};
use crate::ui::theme;
use crate::ui::{Selected, Window};

/// The name a head's widget keeps while its raise stays in the scenario.
#[must_use]
pub fn head_id(offer: &OfferId, clause: usize) -> Id {
    Id::unique(("raise head", offer.0.as_str(), clause))
}

/// Paints the lane and takes clicks, drags and keys on its heads. The cursor's line goes through
/// all lanes, under the heads.
pub fn show(
    window: &mut Window,
    ui: &mut Ui,
    results: &Results,
    axis: &TimeAxis,
    lane: Rect,
    plots: &[Rect],
) {
    let plot = Rect::from_x_y_ranges(axis.x, lane.top() + TITLE..=lane.bottom());
    let kept = window.timeline.range.filter(|_| window.drag.is_some());
    let range = kept.unwrap_or_else(|| range_of(window));
    window.timeline.range = Some(range);
    let values = ValueAxis {
        low: range.0,
        high: range.1,
        y: Rangef::new(plot.top() + 14.0, plot.bottom() - 4.0),
    };
    let note = if window.presenting {
        ""
    } else {
        "drag up or down for percent, sideways for date"
    };
    lane_title(ui, lane, Lane::Raises.name(), note, axis.x.max);
    grid(ui, axis, &values, range.2);
    add_where_double_clicked(window, ui, axis, &values, plot);
    cursor::line(window, ui, axis, plots);
    let mut all = heads(window.document.scenario(), axis, &values);
    let moving = window
        .drag
        .as_ref()
        .map(|drag| (drag.offer.clone(), drag.clause));
    let moving = moving.as_ref().map(|(offer, clause)| (offer, *clause));
    stand_apart(&mut all, moving, &mut window.timeline.standing, axis.x.min);
    let pointed = interact(window, ui, &all, axis, &values);
    stems::paint(window, ui, results, &all, (axis, &values), plot, pointed);
}

fn range_of(window: &Window) -> (f32, f32, f32) {
    let percents = window.document.scenario().offers.iter().flat_map(|offer| {
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
    window: &mut Window,
    ui: &Ui,
    axis: &TimeAxis,
    values: &ValueAxis,
    plot: Rect,
) {
    let ground = ui.interact(plot, Id::unique("raises ground"), Sense::click());
    cursor::keys(window, ui, axis, &ground);
    cursor::describe(window, ui, axis, Lane::Raises, &ground, "");
    let Some(pointer) = ground.interact_pointer_pos() else {
        return;
    };
    if ground.clicked() {
        window.selected = None;
    }
    if ground.double_clicked() {
        let day = snapped_day(window.document.scenario(), axis.day_at(pointer.x)).max(axis.first);
        let up = values.y_of_number(0.0) - pointer.y;
        let percent = moved_percent(Decimal::ZERO, values.hundredths_in(up), false);
        window.add_raise(day, percent);
    }
}

/// Heads in date order, so that Tab walks them so. Returns the head pointed at or focused.
fn interact(
    window: &mut Window,
    ui: &Ui,
    all: &[Head],
    axis: &TimeAxis,
    values: &ValueAxis,
) -> Option<(OfferId, usize)> {
    let mut pointed = None;
    for head in all {
        let id = head_id(&head.offer, head.clause);
        let rect = Rect::from_center_size(head.at, Vec2::splat(24.0));
        let response = ui
            .interact(rect, id, Sense::drag())
            .on_hover_cursor(CursorIcon::Grab);
        spoken::describe(window, ui, head, &response);
        keys::on_head(window, ui, head, &response);
        // A quick click may begin and end within one frame, in which no drag starts.
        let tapped =
            response.contains_pointer() && ui.input(|input| input.pointer.primary_clicked());
        if tapped && window.drag.is_none() {
            response.request_focus();
            window.selected = Some(Selected {
                offer: head.offer.clone(),
                clause: head.clause,
            });
        }
        let twice = response.contains_pointer()
            && ui.input(|input| input.pointer.button_double_clicked(PointerButton::Primary));
        if twice && !window.presenting {
            if head.locked {
                window.say_locked(&head.offer);
            } else {
                window.type_exact_values = true;
            }
        }
        if response.drag_started()
            && window.drag.is_none()
            && !window.presenting
            && let Some(pointer) = ui.input(|input| input.pointer.press_origin())
        {
            response.request_focus();
            Drag::begin(window, head, pointer, *axis, *values);
        }
        if response.has_focus() && response.gained_focus() && window.drag.is_none() {
            window.selected = Some(Selected {
                offer: head.offer.clone(),
                clause: head.clause,
            });
        }
        if response.hovered() || (response.has_focus() && pointed.is_none()) {
            pointed = Some((head.offer.clone(), head.clause));
        }
    }
    if let Some(drag) = &window.drag {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        pointed = Some(match &drag.counter {
            Some((source, copy)) if window.document.offer(&copy.id).is_none() => {
                (source.clone(), drag.clause)
            }
            _ => (drag.offer.clone(), drag.clause),
        });
    }
    pointed
}
