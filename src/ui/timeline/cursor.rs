//! The cursor's day, shared by all lanes: it follows the pointer, and the keys of a lane.

use eframe::egui::{
    EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui,
    WidgetInfo, accesskit, pos2,
};

use crate::document::words;
use crate::scenario::Ratification;
use crate::ui::state::lane_sizes::Lane;
use crate::ui::state::{Actions, Context, Look};
use crate::ui::widgets::axis::TimeAxis;
use crate::ui::widgets::theme;
use crate::units::Date;

/// The cursor follows the pointer where it moves, but not a drag: a pointer at rest leaves it to
/// the keys.
pub(super) fn follow_pointer(
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    axis: &TimeAxis,
    plots: Rect,
) {
    if context.document().in_gesture() {
        return;
    }
    let (pointer, moved) = ui.input(|input| {
        let moved = input.pointer.delta() != eframe::egui::Vec2::ZERO;
        (input.pointer.hover_pos(), moved)
    });
    if let Some(pointer) = pointer
        && moved
        && plots.contains(pointer)
        && ui.rect_contains_pointer(plots)
    {
        let day = axis.day_at(pointer.x);
        if day != context.screen.cursor {
            actions.look(Look::Cursor(day));
        }
    }
}

/// What stands where a lane can be stopped at.
pub(super) struct LaneStop<'a> {
    pub(super) lane: Lane,
    pub(super) plot: Rect,
    /// Its values at the cursor, or why there are none.
    pub(super) values: &'a str,
}

/// A lane as a stop of the keyboard: its arrow keys move the cursor, and it says the values there.
pub(super) fn lane_stop(
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    axis: &TimeAxis,
    LaneStop { lane, plot, values }: LaneStop<'_>,
) {
    let id = Id::unique(("lane", lane.name()));
    let response = ui.interact(plot, id, Sense::click());
    keys(ui, context, actions, axis, &response);
    describe(ui, context, axis, lane, &response, values);
}

/// Left and right move the cursor to the firsts of months, with Alt or Ctrl by a day; Home and End
/// to the ends of the axis.
pub(super) fn keys(
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    axis: &TimeAxis,
    response: &Response,
) {
    if response.clicked() {
        response.request_focus();
    }
    let last = axis.end.plus_days(-1);
    let mut cursor = context.screen.cursor;
    if response.has_focus() {
        let filter = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        ui.input_mut(|input| {
            let mut presses = |modifiers: Modifiers, key: Key| {
                i32::try_from(input.count_and_consume_key(modifiers, key)).unwrap_or(0)
            };
            let mut across = |modifiers: Modifiers| {
                presses(modifiers, Key::ArrowRight) - presses(modifiers, Key::ArrowLeft)
            };
            let days = across(Modifiers::ALT) + across(Modifiers::CTRL);
            let months = across(Modifiers::NONE);
            cursor = by_months(cursor.plus_days(days), months);
            if presses(Modifiers::NONE, Key::Home) > 0 {
                cursor = axis.first;
            }
            if presses(Modifiers::NONE, Key::End) > 0 {
                cursor = last;
            }
        });
    }
    let asked = ui.input(|input| {
        let count = |action| {
            let times = input.num_accesskit_action_requests(response.id, action);
            i32::try_from(times).unwrap_or(0)
        };
        count(accesskit::Action::Increment) - count(accesskit::Action::Decrement)
    });
    cursor = by_months(cursor, asked).clamp(axis.first, last);
    if cursor != context.screen.cursor {
        actions.look(Look::Cursor(cursor));
    }
    if response.has_focus() {
        let stroke = Stroke::new(2.0, theme::palette(ui).mark(theme::Role::Edited));
        let around = response.rect.expand(2.0);
        ui.painter()
            .rect_stroke(around, 4.0, stroke, StrokeKind::Outside);
    }
}

/// The first of a month that many firsts away; the day itself for none.
fn by_months(day: Date, months: i32) -> Date {
    if months < 0 && day != day.first_of_month() {
        return day.first_of_month().plus_months(months + 1);
    }
    if months == 0 {
        return day;
    }
    day.first_of_month().plus_months(months)
}

/// What a screen reader hears of a lane: its name, the cursor's day and the values there.
pub(super) fn describe(
    ui: &Ui,
    context: &Context,
    axis: &TimeAxis,
    lane: Lane,
    response: &Response,
    values: &str,
) {
    let label = format!("{}, cursor", lane.name());
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &label));
    let days = axis.first.days_until(context.screen.cursor);
    let said = match values {
        "" => words::date(context.screen.cursor),
        values => format!("{}: {values}", words::date(context.screen.cursor)),
    };
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(f64::from(axis.first.days_until(axis.end)));
        node.set_numeric_value(f64::from(days));
        node.set_value(said);
        node.add_action(accesskit::Action::Increment);
        node.add_action(accesskit::Action::Decrement);
    });
}

/// The cursor's line through all plots; titles and dates between them stay clear.
pub(super) fn line(ui: &Ui, context: &Context, axis: &TimeAxis, plots: &[Rect]) {
    let stroke = Stroke::new(1.0, theme::palette(ui).faint);
    let x = axis.x_of(context.screen.cursor).round() + 0.5;
    if !axis.x.contains(x) {
        return;
    }
    for plot in plots {
        let line = [pos2(x, plot.top()), pos2(x, plot.bottom())];
        ui.painter()
            .extend(Shape::dashed_line(&line, stroke, 2.0, 4.0));
    }
}

/// Why a day has a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marked {
    RatesAsOf,
    Ratified,
    Today,
}

impl Marked {
    fn name(self) -> &'static str {
        match self {
            Self::RatesAsOf => "rates as of",
            Self::Ratified => "ratified",
            Self::Today => "today",
        }
    }
}

/// The days that have a line: the rates' day, a late ratification, today.
fn marked_days(context: &Context, axis: &TimeAxis) -> Vec<(Date, Marked)> {
    let scenario = context.scenario();
    let mut named = vec![(scenario.workforce.rates_as_of, Marked::RatesAsOf)];
    if let Ratification::On(day) = scenario.ratification {
        named.push((day, Marked::Ratified));
    }
    named.push((context.today(), Marked::Today));
    named.retain(|(day, _)| (axis.first..axis.end).contains(day));
    named.sort_by_key(|(day, _)| *day);
    named
}

/// Where the lines of the marked days stand.
pub(super) fn marks_at(context: &Context, axis: &TimeAxis) -> Vec<f32> {
    let marked = marked_days(context, axis).into_iter();
    marked.map(|(day, _)| axis.x_of(day)).collect()
}

/// Lines for the marked days through all plots, each named at the top of the first. Returns where the names stand.
pub(super) fn marks(ui: &Ui, context: &Context, axis: &TimeAxis, plots: &[Rect]) -> Vec<Rect> {
    let palette = theme::palette(ui);
    let mut taken = f32::NEG_INFINITY;
    let mut names = Vec::new();
    for (day, marked) in marked_days(context, axis) {
        let x = axis.x_of(day).round() + 0.5;
        let color = if marked == Marked::Today {
            palette.today
        } else {
            palette.faint
        };
        for plot in plots {
            ui.painter()
                .vline(x, plot.y_range(), Stroke::new(1.0, color));
        }
        let galley = ui.painter().layout_no_wrap(
            marked.name().to_owned(),
            theme::regular(12.0),
            palette.soft,
        );
        let left = (x + 4.0).max(taken + 6.0);
        taken = left + galley.size().x;
        let top = plots.first().map_or(0.0, |first| first.top());
        let at = pos2(left, top - 4.0);
        names.push(Rect::from_min_size(at, galley.size()));
        ui.painter().galley(at, galley, palette.soft);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_go_from_first_to_first() {
        let day = |text: &str| Date::parse(text).unwrap();
        for (from, months, to) in [
            ("2027-06-12", 1, "2027-07-01"),
            ("2027-06-12", -1, "2027-06-01"),
            ("2027-06-01", -1, "2027-05-01"),
            ("2027-06-01", 2, "2027-08-01"),
            ("2027-12-31", 1, "2028-01-01"),
            ("2027-06-12", -2, "2027-05-01"),
            ("2027-06-12", 0, "2027-06-12"),
        ] {
            assert_eq!(by_months(day(from), months), day(to), "{from} by {months}");
        }
    }
}
