//! The marks of a chart as items of a plot.

use eframe::egui::{Color32, Stroke};
use egui_plot::{
    Bar, BarChart, FilledArea, HLine, Line, LineStyle, MarkerShape, PlotPoints, PlotUi, Points,
    VLine,
};

use super::turn;
use crate::figure::place::number;
use crate::figure::{Chart, Direction, Mark, Role, Series, Shade};
use crate::ui::theme::Palette;

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

/// Adds shades, rules and series; the points of each series. `point` is what a point of the screen is
/// worth along both axes.
pub fn add(
    plot: &mut PlotUi<'_>,
    chart: &Chart,
    palette: &Palette,
    across: bool,
    point: [f64; 2],
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
        if matches!(series.mark, Mark::Stem | Mark::Dot) {
            heads(plot, series, palette, apart(chart, index, point));
        } else {
            one(plot, series, palette, columns);
        }
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
        Mark::Stem | Mark::Dot => {}
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
                    .width(0.62)
                    .fill(color)
                    .stroke(Stroke::NONE)
            });
            let chart = BarChart::new(series.name.clone(), bars.collect()).horizontal();
            plot.bar_chart(chart.color(color).allow_hover(false));
        }
    }
}

/// Where a series' heads stand: beside those of the series before it where they would meet.
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

fn heads(plot: &mut PlotUi<'_>, series: &Series, palette: &Palette, places: Vec<[f64; 2]>) {
    let (shape, filled) = match series.role {
        Role::B => (MarkerShape::Diamond, true),
        Role::Edited => (MarkerShape::Circle, false),
        Role::Other => (MarkerShape::Square, true),
        _ => (MarkerShape::Circle, true),
    };
    let mut heads = Points::new(series.name.clone(), PlotPoints::from(places))
        .color(palette.mark(series.role))
        .shape(shape)
        .filled(filled)
        .radius(5.0)
        .allow_hover(false);
    if series.mark == Mark::Stem {
        heads = heads.stems(0.0);
    }
    plot.points(heads);
}

/// A series' points, with the corners of its steps.
fn corners(series: &Series) -> Vec<[f64; 2]> {
    let mut corners: Vec<[f64; 2]> = Vec::with_capacity(series.points.len() * 2);
    for point in &series.points {
        let (x, y) = (number(point.x), number(point.y));
        if series.mark == Mark::Steps
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
