//! The raises lane: stems with heads that are dragged.

use eframe::egui::{CursorIcon, Id, PointerButton, Rangef, Rect, Sense, Stroke, Ui, Vec2, pos2};
use rust_decimal::Decimal;

use super::bands::{Bands, Whose};
use super::drag::{Drag, Grabbed, moved_percent, snapped_day};
use super::head::{Head, Key, head_id, heads};
use super::layout::{Layout, Room};
use super::{Heads, keys, menu, paint, spoken};
use crate::explore::Hold;
use crate::figure::Axis;
use crate::figure::ticks::{self, Measure};
use crate::ui::state::lane_sizes::Lane;
use crate::ui::state::{Actions, Context, Edit, Look};
use crate::ui::timeline::{TITLE, borders, cursor, lane_title, value_label, year_lines};
use crate::ui::widgets::axis::{TimeAxis, ValueAxis, number, whole};
use crate::ui::widgets::names::{in_short, role_of};
use crate::ui::widgets::theme;
use crate::units::Percent;

/// Room above the highest value and below the lowest, in points.
const ABOVE: f32 = 14.0;
const BELOW: f32 = 4.0;

/// What there is beside the lane.
pub struct Around<'a> {
    /// The plots the cursor's line goes through.
    pub plots: &'a [Rect],
    /// Where the names of marked days stand.
    pub marks: &'a [Rect],
    /// Plots of lanes in which nothing is written.
    pub free: &'a [Rect],
}

/// Paints the lane and takes clicks, drags and keys on its heads. The cursor's line goes through
/// all lanes, under the heads.
pub fn show(
    own: &mut Heads,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    (axis, lane): (&TimeAxis, Rect),
    around: &Around<'_>,
) {
    let plot = Rect::from_x_y_ranges(axis.x, lane.top() + TITLE..=lane.bottom());
    let whole = Rangef::new(plot.top() + ABOVE, plot.bottom() - BELOW);
    let low = Rangef::new(whole.min, whole.min + own.one_row - ABOVE - BELOW);
    let kept = own.range.take().filter(|_| own.drag.is_some());
    let mut all = heads(context.scenario(), &context.results, axis);
    // The axis is that of one row, or it would change with the rows it decides on.
    let up = kept.unwrap_or_else(|| range_of(&all, low));
    let values = ValueAxis {
        low: number(up.low),
        high: number(up.high),
        y: whole,
    };
    let bands = standing(own, context, (axis, values), &mut all);
    let left_out = own.layout.left_to_table;
    let without_room = match left_out {
        0 => String::new(),
        1 => "a raise of another offer has no room: see the table".to_owned(),
        count => format!("{count} raises of other offers have no room: see the table"),
    };
    let note = match context.selection.hold {
        _ if context.is_presenting() => "",
        Hold::Nothing => "drag up or down for size, sideways for date",
        Hold::SimpleSum => "holds the simple sum: other raises give way to one that is dragged",
        Hold::Compounded => {
            "holds the compounded total: other raises give way to one that is dragged"
        }
        Hold::Cost => "holds the total cost: other raises give way to one that is dragged",
    };
    let button = borders::add_term(ui, context, actions, lane);
    let limit = button.map_or(axis.x.max, |rect| rect.left() - 8.0);
    let parts = [note, without_room.as_str()].into_iter();
    let note = parts.filter(|part| !part.is_empty());
    let note = note.collect::<Vec<_>>().join(" \u{b7} ");
    // What isn't drawn comes before how to draw it.
    let mut notes = vec![note];
    if left_out > 0 {
        notes.push(without_room);
        notes.push(format!("{left_out} more in the table"));
    }
    lane_title(ui, lane, Lane::Raises.name(), &notes, limit);
    let (labels, names) = rows(ui, context, (axis, &bands), &up);
    own.widest = labels.iter().map(Rect::width).fold(0.0, f32::max);
    // What is written of heads keeps clear of the axis and of the names of marked days alike.
    let written = labels.iter().chain(&names).chain(around.marks);
    let written: Vec<Rect> = written.copied().collect();
    own.range = Some(up);
    if own.drag.is_none() && own.rows != bands.rows().len() {
        own.rows = bands.rows().len();
        // The lane's height follows the rows: heads would otherwise stand elsewhere in the next frame, when the
        // pointer may be on its way to one.
        ui.ctx().request_discard("rows of the raises");
    }
    add_where_double_clicked(own, ui, context, actions, axis, (&bands, plot));
    cursor::line(ui, context, axis, around.plots);
    let pointed = interact(own, ui, context, actions, (&all, axis, &bands));
    paint::paint(
        own.drag.as_ref(),
        ui,
        context,
        (&all, axis, &bands),
        (plot, &written, pointed),
        around.free,
    );
}

/// Puts the heads where they stand. A drag keeps the rows and places its start had.
fn standing(
    own: &mut Heads,
    context: &Context,
    (axis, values): (&TimeAxis, ValueAxis),
    all: &mut Vec<Head>,
) -> Bands {
    let left = axis.x.min;
    if own.drag.is_none() {
        let low = Rangef::new(values.y.min, values.y.min + own.one_row - ABOVE - BELOW);
        let room = Room {
            one: ValueAxis { y: low, ..values },
            left,
            month: axis.x_of(axis.first.plus_days(31)) - left,
        };
        own.layout = Layout::of(all, context.scenario(), &room);
    }
    let bands = Bands::filling(values, own.layout.rows());
    let moving = own.drag.as_ref().map(|drag| {
        let source = drag.counter.as_ref().map(|(source, _)| source);
        (&drag.key, source)
    });
    own.layout.stand(all, &bands, moving, left);
    bands
}

/// The lane's axis: zero, all heads with room above, and at least eight percent.
fn range_of(all: &[Head], room: Rangef) -> Axis {
    let half = Decimal::new(5, 1);
    let heights = all.iter().map(|head| {
        if head.height.is_sign_negative() {
            head.height
        } else {
            head.height.saturating_add(half)
        }
    });
    let steps = whole((room.span() / 30.0).clamp(2.0, 6.0));
    let steps = u8::try_from(steps).unwrap_or(6);
    ticks::values_in(
        Measure::Percent,
        true,
        steps,
        heights.chain([Decimal::from(8)]),
    )
}

/// The grid of each row, labelled as far as there is room, and whose row it is. Returns where the labels stand, and
/// where the names do.
fn rows(
    ui: &Ui,
    context: &Context,
    (axis, bands): (&TimeAxis, &Bands),
    up: &Axis,
) -> (Vec<Rect>, Vec<Rect>) {
    let (mut labels, mut names) = (Vec::new(), Vec::new());
    let palette = theme::palette(ui);
    let mut above: Option<&Whose> = None;
    for (whose, values) in bands.rows() {
        year_lines(ui, axis, values.y);
        let count = up.ticks.len().max(2) - 1;
        let dense = 15.0 * count as f32 / values.y.span().max(1.0);
        let every = whole(dense.ceil().max(1.0));
        for (index, tick) in up.ticks.iter().enumerate() {
            let y = values.y_of(tick.at);
            let stroke = Stroke::new(1.0, palette.rule);
            ui.painter().hline(axis.x, y, stroke);
            if index % every == 0 {
                labels.push(value_label(ui, axis, y, &tick.label));
            }
        }
        // Of several rows of one offer the first has its name.
        let again = above.replace(whose) == Some(whose);
        if let Whose::Offer(id) = whose
            && !again
            && let Some(offer) = context.offer(id)
        {
            let color = palette.text(role_of(context.scenario(), id));
            let font = theme::semibold(12.0);
            let room = ui.max_rect().right() - axis.x.max - 10.0;
            let name = in_short(
                ui,
                context.scenario(),
                &offer.id,
                (&font, color),
                room.max(92.0),
            );
            let at = pos2(axis.x.max + 8.0, values.y.center() - name.size().y / 2.0);
            names.push(Rect::from_min_size(at, name.size()));
            ui.painter().galley(at, name, color);
        }
    }
    (labels, names)
}

fn add_where_double_clicked(
    own: &mut Heads,
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    axis: &TimeAxis,
    (bands, plot): (&Bands, Rect),
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
        let worked_on = context.scenario().counter.as_ref();
        let Some(values) = bands.at(worked_on, pointer.y) else {
            return;
        };
        let up = values.y_of_number(0.0) - pointer.y;
        let percent = moved_percent(Decimal::ZERO, values.hundredths_in(up), false);
        if let Ok(percent) = Percent::new(percent) {
            own.adds(context);
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
    (all, axis, bands): (&[Head], &TimeAxis, &Bands),
) -> Option<Key> {
    let mut pointed = None;
    let focus = own.take_focus(context);
    for head in all {
        let id = head_id(&head.key);
        let rect = Rect::from_center_size(head.at, Vec2::splat(24.0));
        if head.owed {
            let response = ui.interact(rect, id, Sense::hover());
            spoken::describe(ui, context, actions, head, &response);
            if response.hovered() {
                pointed = Some(head.key.clone());
            }
            continue;
        }
        let response = ui
            .interact(rect, id, Sense::drag())
            .on_hover_cursor(CursorIcon::Grab);
        spoken::describe(ui, context, actions, head, &response);
        let values = bands.of(head.row);
        let grabbed = values.map(|values| Grabbed::head(head, values));
        if focus.as_ref() == Some(&(head.key.offer.clone(), head.key.clause)) {
            response.request_focus();
        }
        if own.drag.is_none()
            && let Some(grabbed) = &grabbed
        {
            let held = (grabbed, head.locked, head.held_height());
            keys::on_grabbed(ui, context, actions, held, &response);
        }
        menu::of_clause(ui, context, actions, &head.key, &response);
        // A quick click may begin and end within one frame, in which no drag starts.
        let tapped =
            response.contains_pointer() && ui.input(|input| input.pointer.primary_clicked());
        if tapped && own.drag.is_none() {
            response.request_focus();
            actions.choose(&head.key.offer, head.key.clause);
        }
        let twice = response.contains_pointer()
            && ui.input(|input| input.pointer.button_double_clicked(PointerButton::Primary));
        if twice && !context.is_presenting() {
            if head.locked {
                actions.tell_locked(context, &head.key.offer);
            } else {
                actions.look(Look::ExactValues);
            }
        }
        if response.drag_started_by(PointerButton::Primary)
            && own.drag.is_none()
            && !context.is_presenting()
            && let Some(pointer) = ui.input(|input| input.pointer.press_origin())
            && let Some(grabbed) = grabbed
        {
            response.request_focus();
            own.drag = Some(Drag::begin(grabbed, pointer, *axis, context, actions));
        }
        if response.has_focus() && response.gained_focus() && own.drag.is_none() {
            actions.choose(&head.key.offer, head.key.clause);
        }
        if response.hovered() || (response.has_focus() && pointed.is_none()) {
            pointed = Some(head.key.clone());
        }
    }
    if let Some(drag) = &own.drag {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        return Some(match &drag.counter {
            Some((source, copy)) if context.offer(&copy.id).is_none() => Key {
                offer: source.clone(),
                ..drag.key.clone()
            },
            _ => drag.key.clone(),
        });
    }
    // After a drop the bubble speaks of what was dropped, whatever lies under the pointer.
    let pointer = ui.input(|input| input.pointer.latest_pos());
    match &own.dropped {
        Some((key, at)) if *at == pointer => pointed.map(|_| key.clone()),
        _ => {
            own.dropped = None;
            pointed
        }
    }
}
