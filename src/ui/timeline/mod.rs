//! The centre: lanes that share one time axis and one cursor.

pub mod bubble;
pub mod drag;
pub mod heads;
mod keys;
mod lanes;
pub mod paint;
mod raises;
mod spoken;
mod stems;

use eframe::egui::{Align2, Rangef, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::Window;
use super::place::TimeAxis;
use super::theme;
use crate::document::{Results, words};
use crate::scenario::Ratification;
use crate::units::Date;

/// Room on the left for values, on the right for the ends of curves.
const LEFT: f32 = 48.0;
const RIGHT: f32 = 104.0;
/// A lane's title row.
const TITLE: f32 = 20.0;

/// What the lanes remember between frames.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    /// The ranges of the value axes, kept while a drag is under way.
    ranges: [Option<(f32, f32, f32)>; 4],
    /// Where the heads stand, kept for the heads a drag doesn't move.
    standing: Vec<heads::Standing>,
}

/// Paints all lanes and takes the pointer's wishes.
pub fn show(window: &mut Window, ui: &mut Ui, results: &Results) {
    let whole = ui.available_rect_before_wrap();
    let (area, hover) = ui.allocate_exact_size(whole.size(), Sense::hover());
    hover.widget_info(|| {
        let label =
            "Timeline: raises, wage level, cost and one employee\u{2019}s pay over the term";
        eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Figure, true, label)
    });
    let axis = TimeAxis {
        first: window.document.scenario().term.first_day,
        end: results.horizon.plus_days(1),
        x: Rangef::new(area.left() + LEFT, area.right() - RIGHT),
    };
    let dates = 22.0;
    let rest = (area.height() - 4.0 * TITLE - dates - 34.0).max(160.0);
    let raises = rest * 0.40;
    let other = (rest - raises) / 3.0;
    let mut top = area.top();
    let mut lane = |height: f32| {
        let rect = Rect::from_min_max(
            pos2(area.left(), top),
            pos2(area.right(), top + TITLE + height),
        );
        top += TITLE + height + 8.0;
        rect
    };
    let first = lane(raises);
    top_dates(ui, &axis, first.bottom() + 4.0);
    let mut lane = |height: f32| {
        let rect = lane(height);
        rect.translate(vec2(0.0, dates))
    };
    let others = [lane(other), lane(other), lane(other)];
    let plots = Rect::from_x_y_ranges(axis.x, first.top() + TITLE..=others[2].bottom());
    follow_cursor(window, ui, &axis, plots);
    marks(window, ui, &axis, first, plots);
    lanes::show(window, ui, results, &axis, others);
    cursor_line(window, ui, &axis, plots);
    raises::show(window, ui, results, &axis, first);
}

/// The contract years and their first days, under the raises.
fn top_dates(ui: &Ui, axis: &TimeAxis, y: f32) {
    let palette = theme::palette(ui);
    let mut start = axis.first;
    let mut year = 1;
    let room = axis.x_of(axis.first.plus_months(12)) - axis.x.min;
    while start <= axis.end && year < 60 {
        let next = axis.first.plus_months(12 * year);
        let font = theme::regular(12.5);
        let every = if room < 34.0 { 5 } else { 1 };
        if (year - 1) % every == 0 {
            ui.painter().text(
                pos2(axis.x_of(start), y),
                Align2::CENTER_TOP,
                words::month_year(start),
                font.clone(),
                palette.soft,
            );
        }
        if next <= axis.end && room > 110.0 {
            let middle = (axis.x_of(start) + axis.x_of(next)) / 2.0;
            let label = format!("Year {year}");
            ui.painter().text(
                pos2(middle, y),
                Align2::CENTER_TOP,
                label,
                font,
                palette.faint,
            );
        }
        start = next;
        year += 1;
    }
}

/// The year starts, as grid lines of one lane.
fn year_lines(ui: &Ui, axis: &TimeAxis, y: Rangef) {
    let stroke = Stroke::new(1.0, theme::palette(ui).rule);
    let mut year = 0;
    while axis.first.plus_months(12 * year) <= axis.end && year < 60 {
        let x = axis.x_of(axis.first.plus_months(12 * year));
        ui.painter().vline(x, y, stroke);
        year += 1;
    }
    ui.painter().vline(axis.x.max, y, stroke);
}

/// The cursor follows the pointer, but not a drag.
fn follow_cursor(window: &mut Window, ui: &Ui, axis: &TimeAxis, plots: Rect) {
    if window.drag.is_some() {
        return;
    }
    if let Some(pointer) = ui.input(|input| input.pointer.hover_pos())
        && plots.contains(pointer)
        && ui.rect_contains_pointer(plots)
    {
        window.cursor = axis.day_at(pointer.x);
    }
}

fn cursor_line(window: &Window, ui: &Ui, axis: &TimeAxis, plots: Rect) {
    let stroke = Stroke::new(1.0, theme::palette(ui).faint);
    let x = axis.x_of(window.cursor).round() + 0.5;
    if axis.x.contains(x) {
        let line = [pos2(x, plots.top()), pos2(x, plots.bottom())];
        let dashes = eframe::egui::Shape::dashed_line(&line, stroke, 2.0, 4.0);
        ui.painter().extend(dashes);
    }
}

/// Lines for the rates' day, a late ratification, and today, each named at the top.
fn marks(window: &Window, ui: &Ui, axis: &TimeAxis, first: Rect, plots: Rect) {
    let palette = theme::palette(ui);
    let scenario = window.document.scenario();
    let mut named: Vec<(Date, &str)> = vec![(scenario.workforce.rates_as_of, "rates as of")];
    if let Ratification::On(day) = scenario.ratification {
        named.push((day, "ratified"));
    }
    named.push((window.today, "today"));
    named.sort_by_key(|(day, _)| *day);
    let mut taken = f32::NEG_INFINITY;
    for (day, name) in named {
        if !(axis.first..axis.end).contains(&day) {
            continue;
        }
        let x = axis.x_of(day).round() + 0.5;
        let color = if name == "today" {
            palette.today
        } else {
            palette.faint
        };
        let top = first.top() + TITLE;
        ui.painter()
            .vline(x, top - 4.0..=plots.bottom(), Stroke::new(1.0, color));
        let galley =
            ui.painter()
                .layout_no_wrap(name.to_owned(), theme::regular(12.0), palette.soft);
        let left = (x + 4.0).max(taken + 6.0);
        taken = left + galley.size().x;
        ui.painter()
            .galley(pos2(left, top - 6.0), galley, palette.soft);
    }
}

/// A lane's title, and a note beside it.
fn lane_title(ui: &Ui, lane: Rect, title: &str, note: &str) -> f32 {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    let at = pos2(lane.left(), lane.top());
    let title = painter.text(
        at,
        Align2::LEFT_TOP,
        title,
        theme::semibold(13.0),
        palette.ink,
    );
    let after = pos2(title.right() + 8.0, title.bottom());
    let note = painter.text(
        after,
        Align2::LEFT_BOTTOM,
        note,
        theme::regular(12.5),
        palette.soft,
    );
    note.right()
}
