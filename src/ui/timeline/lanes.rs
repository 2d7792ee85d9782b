//! The lanes that follow from the raises: wage level, cost, one employee.

use eframe::egui::{Align2, Color32, Pos2, Rangef, Rect, Stroke, Ui, pos2};
use rust_decimal::Decimal;

use super::lane_sizes::Lane;
use super::paint::{apart, band, curve, points, step_corners};
use super::{TITLE, cursor, lane_title, year_lines};
use crate::costing::curves::{Curves, Sample, by_end_of, step_at};
use crate::document::{Results, words};
use crate::scenario::Scenario;
use crate::ui::Window;
use crate::ui::place::{TimeAxis, ValueAxis, number, round_range};
use crate::ui::theme::{self, Role};
use crate::ui::words_of::{drawing_order, role_of, short_name};
use crate::units::Date;

/// What a lane shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Level,
    Cost,
    Employee,
}

/// One offer's curve in a lane.
struct Line {
    name: String,
    role: Role,
    samples: Vec<Sample>,
}

/// Paints a lane that follows from the raises.
pub fn show(
    window: &mut Window,
    ui: &Ui,
    results: &Results,
    axis: &TimeAxis,
    lane: Lane,
    rect: Rect,
) {
    let kind = match lane {
        Lane::Level => Kind::Level,
        Lane::Cost => Kind::Cost,
        Lane::Raises | Lane::Employee => Kind::Employee,
    };
    let lines = lines(window.document.scenario(), results, kind);
    let plot = Rect::from_x_y_ranges(axis.x, rect.top() + TITLE..=rect.bottom());
    let slot = lane as usize;
    let kept = window.timeline.ranges[slot].filter(|_| window.drag.is_some());
    let range = kept.unwrap_or_else(|| range_of(&lines, kind));
    window.timeline.ranges[slot] = Some(range);
    let values = ValueAxis {
        low: range.0,
        high: range.1,
        y: Rangef::new(plot.top() + 4.0, plot.bottom()),
    };
    let said = said_at(kind, &lines, window.cursor);
    cursor::lane_stop(window, ui, axis, lane, plot, &said);
    title(window, ui, results, kind, rect, &lines, axis);
    grid(ui, axis, &values, range.2, kind);
    draw(ui, axis, &values, kind, &lines, plot);
    ends(ui, axis, &values, kind, &lines);
    dots(window, ui, axis, &values, kind, &lines);
}

/// The values at a day, in words.
fn said_at(kind: Kind, lines: &[Line], day: Date) -> String {
    let shown = lines.iter().filter(|line| line.role != Role::Other);
    let values = shown.filter_map(|line| {
        let value = value_at(kind, line, day)?;
        Some(format!("{} {}", line.name, say(kind, value)))
    });
    values.collect::<Vec<_>>().join(", ")
}

fn lines(scenario: &Scenario, results: &Results, kind: Kind) -> Vec<Line> {
    let of_a = scenario.a.as_ref().and_then(|a| results.of(a));
    drawing_order(scenario)
        .into_iter()
        .filter_map(|offer| {
            let curves: &Curves = &results.of(&offer.id)?.curves;
            let samples = match kind {
                Kind::Level => curves.level.clone(),
                Kind::Cost => curves.cost.clone(),
                Kind::Employee => less(&curves.employee, &of_a?.curves.employee),
            };
            Some(Line {
                name: short_name(offer),
                role: role_of(scenario, &offer.id),
                samples,
            })
        })
        .collect()
}

/// One cumulative curve less another, at the days of both.
fn less(of: &[Sample], base: &[Sample]) -> Vec<Sample> {
    let mut days: Vec<Date> = of.iter().chain(base).map(|(day, _)| *day).collect();
    days.sort_unstable();
    days.dedup();
    days.into_iter()
        .filter_map(|day| {
            let eve = day.plus_days(-1);
            let value = by_end_of(of, eve).zip(by_end_of(base, eve));
            let value = value.or_else(|| {
                let first = of.first().zip(base.first());
                first.map(|(one, other)| (one.1, other.1))
            });
            let (of, base) = value?;
            Some((day, of.checked_sub(base)?))
        })
        .collect()
}

fn range_of(lines: &[Line], kind: Kind) -> (f32, f32, f32) {
    let all = lines
        .iter()
        .flat_map(|line| line.samples.iter().map(|(_, value)| number(*value)));
    let start: f32 = if kind == Kind::Level { 100.0 } else { 0.0 };
    let (low, high) = all.fold((start, start), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    let high = if high > low { high } else { low + 1.0 };
    round_range(low, high, 3.0)
}

fn title(
    window: &Window,
    ui: &Ui,
    results: &Results,
    kind: Kind,
    rect: Rect,
    lines: &[Line],
    axis: &TimeAxis,
) {
    let scenario = window.document.scenario();
    let (title, note) = match kind {
        Kind::Level => (
            Lane::Level.name(),
            format!("{} = 100", words::date(scenario.workforce.rates_as_of)),
        ),
        Kind::Cost => (Lane::Cost.name(), "cumulative".to_owned()),
        Kind::Employee => {
            let pay = results.employee_pay.map_or_else(
                || "pay unknown".to_owned(),
                |pay| format!("{} a year", crate::units::text::dollars_brief(pay)),
            );
            let a = scenario.a.as_ref().and_then(|id| scenario.offer(id));
            let title = a.map_or_else(String::new, |a| {
                format!("difference in cumulative pay from {}, {pay}", short_name(a))
            });
            (Lane::Employee.name(), title)
        }
    };
    // The values at the cursor, from the right; the note takes what is left of the row, and values
    // that don't fit stay in the right panel.
    let palette = theme::palette(ui);
    let least = rect.left() + 190.0;
    let mut x = axis.x.max;
    for line in lines.iter().filter(|line| line.role != Role::Other) {
        let Some(value) = value_at(kind, line, window.cursor) else {
            continue;
        };
        let text = format!("{} {}", line.name, say(kind, value));
        let color = palette.text(line.role);
        let galley = ui
            .painter()
            .layout_no_wrap(text, theme::regular(12.5), color);
        let left = x - galley.size().x;
        if left < least {
            break;
        }
        ui.painter()
            .galley(pos2(left, rect.top() + 1.0), galley, color);
        x = left - 14.0;
    }
    lane_title(ui, rect, title, &note, x);
}

fn value_at(kind: Kind, line: &Line, day: Date) -> Option<Decimal> {
    match kind {
        Kind::Level => step_at(&line.samples, day),
        Kind::Cost | Kind::Employee => by_end_of(&line.samples, day),
    }
}

fn say(kind: Kind, value: Decimal) -> String {
    match kind {
        Kind::Level => crate::units::text::fixed(value, 2),
        Kind::Cost => crate::units::text::dollars_brief(value),
        Kind::Employee => words::dollars_signed(value),
    }
}

fn grid(ui: &Ui, axis: &TimeAxis, values: &ValueAxis, step: f32, kind: Kind) {
    let palette = theme::palette(ui);
    year_lines(ui, axis, values.y);
    let room = values.y.span();
    let ticks = ((values.high - values.low) / step).round() as i32;
    let every = if room / (ticks.max(1) as f32) < 15.0 {
        2
    } else {
        1
    };
    for tick in 0..=ticks {
        let value = values.low + tick as f32 * step;
        let y = values.y_of_number(value);
        ui.painter()
            .hline(axis.x, y, Stroke::new(1.0, palette.rule));
        if tick % every == 0 {
            let at = pos2(axis.x.min - 8.0, y);
            let font = theme::regular(12.0);
            ui.painter().text(
                at,
                Align2::RIGHT_CENTER,
                tick_label(kind, value, step),
                font,
                palette.faint,
            );
        }
    }
}

/// Whole round numbers with their unit.
fn tick_label(kind: Kind, value: f32, step: f32) -> String {
    if kind == Kind::Level {
        return words::minus(&format!("{value:.0}"));
    }
    if value.abs() < step / 2.0 {
        return "$0".to_owned();
    }
    let (unit, name) = if step >= 2e8 {
        (1e9, "B")
    } else if step >= 2e5 {
        (1e6, "M")
    } else if step >= 200.0 {
        (1e3, "k")
    } else {
        (1.0, "")
    };
    let (scaled, step) = (value / unit, step / unit);
    let places = if (step - step.round()).abs() < 0.01 {
        0
    } else {
        1
    };
    let sign = if scaled < 0.0 { "\u{2212}" } else { "" };
    format!("{sign}${:.places$}{name}", scaled.abs())
}

fn draw(ui: &Ui, axis: &TimeAxis, values: &ValueAxis, kind: Kind, lines: &[Line], plot: Rect) {
    let palette = theme::palette(ui);
    let painter = ui
        .painter()
        .with_clip_rect(plot.expand(2.0).intersect(ui.clip_rect()));
    let corners = |line: &Line| -> Vec<Pos2> {
        match kind {
            Kind::Level => step_corners(&line.samples, axis, values),
            Kind::Cost | Kind::Employee => points(&line.samples, axis, values),
        }
    };
    let of = |role: Role| lines.iter().find(|line| line.role == role);
    if let (Kind::Employee, Some(b)) = (kind, of(Role::B)) {
        let upper = corners(b);
        let zero: Vec<Pos2> = upper
            .iter()
            .map(|at| pos2(at.x, values.y_of_number(0.0)))
            .collect();
        band(&painter, &upper, &zero, faint(palette.mark(Role::B)));
    }
    for line in lines {
        curve(&painter, corners(line), palette.mark(line.role), line.role);
    }
}

fn faint(color: Color32) -> Color32 {
    color.gamma_multiply(0.10)
}

/// The value each curve ends on, moved apart where they would overlap.
fn ends(ui: &Ui, axis: &TimeAxis, values: &ValueAxis, kind: Kind, lines: &[Line]) {
    let palette = theme::palette(ui);
    let height = 15.0;
    let shown: Vec<(&Line, Decimal)> = lines
        .iter()
        .filter(|line| line.role != Role::Other)
        .filter(|line| !(kind == Kind::Employee && line.role == Role::A))
        .filter_map(|line| Some((line, line.samples.last()?.1)))
        .collect();
    let wanted: Vec<f32> = shown.iter().map(|(_, value)| values.y_of(*value)).collect();
    let low = values.y.min - 6.0;
    let places = apart(&wanted, height, low, values.y.max - 5.0);
    for ((line, value), y) in shown.into_iter().zip(places) {
        let color = palette.text(line.role);
        let at = pos2(axis.x.max + 6.0, y);
        let figure = say(kind, value);
        let text = format!("{} {figure}", line.name);
        let font = theme::semibold(12.5);
        let galley = ui.painter().layout_no_wrap(text, font.clone(), color);
        let fits = galley.size().x < super::RIGHT - 8.0;
        let galley = if fits {
            galley
        } else {
            ui.painter().layout_no_wrap(figure, font, color)
        };
        let top = at.y - galley.size().y / 2.0;
        ui.painter().galley(pos2(at.x, top), galley, color);
    }
}

/// A dot on each curve at the cursor.
fn dots(window: &Window, ui: &Ui, axis: &TimeAxis, values: &ValueAxis, kind: Kind, lines: &[Line]) {
    let palette = theme::palette(ui);
    let x = axis.x_of(window.cursor);
    if !axis.x.contains(x) {
        return;
    }
    for line in lines.iter().filter(|line| line.role != Role::Other) {
        let eve = if kind == Kind::Level {
            window.cursor
        } else {
            window.cursor.plus_days(-1)
        };
        if let Some(value) = value_at(kind, line, eve) {
            let at = pos2(x, values.y_of(value));
            let ring = Stroke::new(1.0, palette.paper);
            ui.painter().circle(at, 3.0, palette.mark(line.role), ring);
        }
    }
}
