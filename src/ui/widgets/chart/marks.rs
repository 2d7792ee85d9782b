//! The marks of a chart as items of a plot.

use eframe::egui::{Color32, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};
use egui_plot::{
    Bar, BarChart, FilledArea, HLine, Line, LineStyle, PlotPoint, PlotPoints, PlotTransform,
    PlotUi, VLine,
};

use super::turn;
use crate::figure::position::number;
use crate::figure::{Chart, Direction, Mark, Role, Series, Shade};
use crate::ui::widgets::theme::{self, Palette};

/// How wide a bar is, in places.
pub const BAR_WIDTH: f64 = 0.62;

/// Thin lines across the plot.
pub fn lines(plot: &mut PlotUi<'_>, (on, color, width): (Direction, Color32, f32), at: &[f64]) {
    for place in at {
        let stroke = Stroke::new(width, color);
        match on {
            Direction::X => plot.vline(VLine::new("", *place).stroke(stroke).allow_hover(false)),
            Direction::Y => plot.hline(HLine::new("", *place).stroke(stroke).allow_hover(false)),
        }
    }
}

/// Adds shades, rules and series; the points of each series.
pub fn add(
    plot: &mut PlotUi<'_>,
    chart: &Chart,
    palette: &Palette,
    across: bool,
) -> Vec<Vec<[f64; 2]>> {
    for shade in &chart.shades {
        area(plot, chart, *shade, palette);
    }
    for rule in &chart.rules {
        let place = turn(number(rule.at), across && rule.on == Direction::Y);
        lines(plot, (rule.on, palette.faint, 1.0), &[place]);
    }
    let columns: Vec<usize> = chart
        .series
        .iter()
        .enumerate()
        .filter(|(_, series)| series.mark == Mark::Column)
        .map(|(index, _)| index)
        .collect();
    let mut drawn = Vec::with_capacity(chart.series.len());
    for (index, series) in chart.series.iter().enumerate() {
        let beside = columns.iter().position(|column| *column == index);
        let columns = (beside.unwrap_or(0), columns.len());
        one(plot, series, palette, columns);
        let places = series.points.iter();
        drawn.push(
            places
                .map(|point| [number(point.x), number(point.y)])
                .collect(),
        );
    }
    drawn
}

/// How far a column stands from its category's middle, and how wide it is, in places.
#[must_use]
pub fn column_place(index: usize, of: usize) -> (f64, f64) {
    let of = of.max(1) as f64;
    let width = (0.78 / of).min(0.34);
    ((index as f64 - (of - 1.0) / 2.0) * width, width)
}

fn one(plot: &mut PlotUi<'_>, series: &Series, palette: &Palette, (beside, of): (usize, usize)) {
    let color = palette.mark(series.role);
    match series.mark {
        Mark::Line | Mark::Steps => {
            let corners = corners(series);
            let style = match series.role {
                Role::B => LineStyle::Dashed { length: 7.0 },
                Role::Other => LineStyle::Dotted { spacing: 5.0 },
                _ => LineStyle::Solid,
            };
            let line = Line::new(series.name.clone(), PlotPoints::from(corners))
                .color(color)
                .width(2.0)
                .style(style)
                .allow_hover(false);
            plot.line(line);
        }
        // Painted over the plot, which cuts off what stands on its edge.
        Mark::Stem | Mark::Dot | Mark::Edge => {}
        Mark::Column => {
            let (offset, width) = column_place(beside, of);
            let bars = series.points.iter().map(|point| {
                let (base, top) = (number(point.base), number(point.y));
                Bar::new(number(point.x) + offset, top - base)
                    .base_offset(base)
                    .width(width * 0.92)
                    .fill(color)
                    .stroke(Stroke::NONE)
            });
            let chart = BarChart::new(series.name.clone(), bars.collect());
            plot.bar_chart(chart.color(color).allow_hover(false));
        }
        Mark::Bar => {
            let bars = series.points.iter().map(|point| {
                let (base, end) = (number(point.base), number(point.x));
                Bar::new(-number(point.y), end - base)
                    .base_offset(base)
                    .width(BAR_WIDTH)
                    .fill(color)
                    .stroke(Stroke::NONE)
            });
            let chart = BarChart::new(series.name.clone(), bars.collect()).horizontal();
            plot.bar_chart(chart.color(color).allow_hover(false));
        }
    }
}

/// Where a series' heads stand, `point` being what a point of the screen is worth: beside those of the series before it where they would meet.
fn apart(chart: &Chart, index: usize, point: [f64; 2]) -> Vec<[f64; 2]> {
    let Some(series) = chart.series.get(index) else {
        return Vec::new();
    };
    let before = chart.series.iter().take(index);
    let before: Vec<[f64; 2]> = before
        .filter(|other| matches!(other.mark, Mark::Stem | Mark::Dot))
        .flat_map(corners)
        .collect();
    let places = corners(series).into_iter();
    places
        .map(|[x, y]| {
            let meets = |at: &&[f64; 2]| {
                (at[0] - x).abs() < 8.0 * point[0] && (at[1] - y).abs() < 9.0 * point[1]
            };
            let beside = before.iter().filter(meets).count();
            [x + beside as f64 * 12.0 * point[0], y]
        })
        .collect()
}

/// Paints stems and heads over the plot, whole also at its edges; where the heads stand.
pub fn heads(ui: &Ui, chart: &Chart, transform: &PlotTransform) -> Vec<Vec<Pos2>> {
    let palette = theme::palette(ui);
    let [across, up] = transform.dpos_dvalue();
    let point = [1.0 / across.abs().max(1e-12), 1.0 / up.abs().max(1e-12)];
    let mut standing = Vec::with_capacity(chart.series.len());
    for (index, series) in chart.series.iter().enumerate() {
        if !matches!(series.mark, Mark::Stem | Mark::Dot) {
            standing.push(Vec::new());
            continue;
        }
        let color = palette.mark(series.role);
        let places = apart(chart, index, point);
        let places = places.into_iter().zip(corners(series));
        let places: Vec<(Pos2, Pos2)> = places
            .map(|(beside, own)| {
                let foot = PlotPoint::new(own[0], 0.0);
                let head = PlotPoint::new(beside[0], beside[1]);
                let place = |at| transform.position_from_point(&at);
                (place(foot), place(head))
            })
            .collect();
        if series.mark == Mark::Stem {
            for (foot, head) in &places {
                let bend = pos2(head.x, foot.y + (head.y - foot.y).signum() * 6.0);
                let stem = vec![*foot, bend, *head];
                ui.painter().add(Shape::line(stem, Stroke::new(1.5, color)));
            }
        }
        for (_, head) in &places {
            ui.painter()
                .add(head_of(series.role, *head, color, palette.paper));
        }
        standing.push(places.into_iter().map(|(_, head)| head).collect());
    }
    standing
}

/// A head by its role, as in exported figures: B a diamond, the edited one open, others square.
fn head_of(role: Role, at: Pos2, color: Color32, paper: Color32) -> Shape {
    match role {
        Role::B => {
            let corners = [(0.0, -6.0), (6.0, 0.0), (0.0, 6.0), (-6.0, 0.0)];
            let corners = corners.map(|(x, y)| at + vec2(x, y)).to_vec();
            Shape::convex_polygon(corners, color, Stroke::new(1.0, paper))
        }
        Role::Edited => Shape::Vec(vec![
            Shape::circle_filled(at, 5.0, paper),
            Shape::circle_stroke(at, 5.0, Stroke::new(2.0, color)),
        ]),
        Role::Other => {
            let square = Rect::from_center_size(at, vec2(9.0, 9.0));
            Shape::rect_filled(square, 0.0, color)
        }
        _ => Shape::circle_filled(at, 5.0, color),
    }
}

/// A series' points, with the corners of its steps.
fn corners(series: &Series) -> Vec<[f64; 2]> {
    let mut corners: Vec<[f64; 2]> = Vec::with_capacity(series.points.len() * 2);
    for point in &series.points {
        let (x, y) = (number(point.x), number(point.y));
        if matches!(series.mark, Mark::Steps | Mark::Edge)
            && let Some(last) = corners.last().copied()
        {
            corners.push([x, last[1]]);
        }
        corners.push([x, y]);
    }
    corners
}

fn area(plot: &mut PlotUi<'_>, chart: &Chart, shade: Shade, palette: &Palette) {
    let Some(of) = chart.series.get(shade.of) else {
        return;
    };
    let upper = corners(of);
    let other = shade.to.and_then(|to| chart.series.get(to)).map(corners);
    let mut xs: Vec<f64> = upper.iter().map(|at| at[0]).collect();
    if let Some(other) = &other {
        xs.extend(other.iter().map(|at| at[0]));
        xs.sort_by(f64::total_cmp);
        xs.dedup();
    }
    let along = |points: &[[f64; 2]]| -> Vec<f64> { xs.iter().map(|x| at(points, *x)).collect() };
    let tops = along(&upper);
    let zero = vec![0.0; xs.len()];
    let bottoms = other.map_or(zero, |other| along(&other));
    let fill = palette.mark(of.role).gamma_multiply(0.12);
    plot.add(FilledArea::new("", &xs, &bottoms, &tops).fill_color(fill));
}

/// A curve's height at a place, straight between its points.
fn at(points: &[[f64; 2]], x: f64) -> f64 {
    let after = points.partition_point(|point| point[0] <= x);
    let Some(before) = after.checked_sub(1).and_then(|index| points.get(index)) else {
        return points.first().map_or(0.0, |first| first[1]);
    };
    let Some(next) = points.get(after) else {
        return before[1];
    };
    let part = (x - before[0]) / (next[0] - before[0]);
    before[1] + part * (next[1] - before[1])
}
