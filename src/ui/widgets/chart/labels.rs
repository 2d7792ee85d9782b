//! Words beside the marks of a chart, moved apart where they would overlap.

use eframe::egui::{Align2, Pos2, Rect, Ui, pos2, vec2};
use egui_plot::{PlotPoint, PlotTransform};

use super::marks::{BAR_WIDTH, column_place};
use super::{at_the_end, measure, turn};
use crate::figure::position::{narrow, number};
use crate::figure::told_apart::told_apart;
use crate::figure::{Chart, Direction, Label, Mark, Role, Series, Side};
use crate::ui::widgets::curves::apart;
use crate::ui::widgets::names::end_texts;
use crate::ui::widgets::theme;

const SIZE: f32 = 12.5;

/// The width the labels right of the plot need.
pub fn room_right(ui: &Ui, chart: &Chart) -> f32 {
    let font = theme::semibold(SIZE);
    let (low, high) = (number(chart.x.low), number(chart.x.high));
    // About what is left of the plot beyond a bar's end.
    let free = |label: &Label| {
        let share = (high - number(label.at.x).max(number(label.at.base))) / (high - low).max(1e-9);
        ui.available_width() * 0.55 * narrow(share)
    };
    let needs = chart.labels.iter().filter_map(|label| {
        let wide = measure(ui, &label.text, &font) + 14.0;
        match label.side {
            Side::Beyond => Some(wide - free(label)),
            side => at_the_end(side).then_some(wide),
        }
    });
    needs.fold(12.0, f32::max).min(ui.available_width() * 0.35)
}

/// The room above the plot: that of a value over the tallest column.
pub fn room_above(chart: &Chart) -> f32 {
    let is_above = |label: &Label| label.side == Side::Above;
    if chart.labels.iter().any(is_above) {
        24.0
    } else {
        8.0
    }
}

/// The names of the series where no label says them: columns and heads.
pub fn key(ui: &mut Ui, chart: &Chart) {
    let palette = theme::palette(ui);
    let marks = [Mark::Column, Mark::Stem, Mark::Dot];
    let unnamed = chart.series.iter();
    let mut unnamed: Vec<_> = unnamed
        .filter(|series| marks.contains(&series.mark) && !series.name.is_empty())
        .collect();
    // In the order of the tables, not in that in which they are drawn over each other.
    unnamed.sort_by_key(|series| match series.role {
        Role::A => 0,
        Role::B => 1,
        Role::Edited => 2,
        _ => 3,
    });
    if unnamed.len() < 2 {
        return;
    }
    ui.add_space(8.0);
    let names: Vec<String> = unnamed.iter().map(|series| series.name.clone()).collect();
    let room = ui.max_rect().width() * 0.6;
    let font = theme::semibold(SIZE);
    let short = told_apart(&names, |_, name| measure(ui, name, &font) <= room);
    for (series, name) in unnamed.into_iter().zip(short) {
        // A name stays on one line, on the next where there is no room for it.
        let text = theme::strong(name, SIZE).color(palette.text(series.role));
        let label = ui.add(eframe::egui::Label::new(text).extend());
        label.on_hover_text(&series.name);
    }
}

/// Paints the words of both axes: along the bottom as many as don't meet.
pub fn axes(ui: &Ui, transform: &PlotTransform, x: &[(f64, String)], y: &[(f64, String)]) {
    let palette = theme::palette(ui);
    let frame = *transform.frame();
    let font = theme::regular(12.0);
    for (at, word) in y {
        let at = pos2(frame.left() - 8.0, transform.position_from_point_y(*at));
        let painter = ui.painter();
        painter.text(at, Align2::RIGHT_CENTER, word, font.clone(), palette.faint);
    }
    let mut free = f32::NEG_INFINITY;
    for (at, word) in x {
        let middle = transform.position_from_point_x(*at);
        let galley = ui
            .painter()
            .layout_no_wrap(word.clone(), font.clone(), palette.faint);
        let left = middle - galley.size().x / 2.0;
        if left > free {
            free = left + galley.size().x + 8.0;
            let at = pos2(left, frame.bottom() + 7.0);
            ui.painter().galley(at, galley, palette.faint);
        }
    }
}

/// Paints the labels, clear of the heads, and the words of the rules; the labels' texts, in the
/// figure's order.
pub fn paint(
    ui: &Ui,
    chart: &Chart,
    (transform, room): (&PlotTransform, f32),
    heads: &[Vec<Pos2>],
) -> Vec<String> {
    let palette = theme::palette(ui);
    let frame = *transform.frame();
    let all = heads.iter().flatten();
    let mut taken: Vec<Rect> = all
        .map(|head| Rect::from_center_size(*head, vec2(13.0, 13.0)))
        .collect();
    for rule in chart.rules.iter().filter(|rule| rule.on == Direction::X) {
        let x = place(transform, number(rule.at), 0.0).x;
        let right = x < frame.right() - 120.0;
        let (align, offset) = if right {
            (Align2::LEFT_TOP, 4.0)
        } else {
            (Align2::RIGHT_TOP, -4.0)
        };
        let at = pos2(x + offset, frame.top() + 1.0);
        let font = theme::regular(12.0);
        let painter = ui.painter();
        taken.push(painter.text(at, align, &rule.label, font, palette.faint));
    }
    ends(ui, chart, transform, room);
    taken.extend(columns(chart, transform));
    taken.extend(bars(chart, transform));
    for label in chart.labels.iter().filter(|label| !at_the_end(label.side)) {
        beside(ui, chart, label, (transform, heads, room), &mut taken);
    }
    chart
        .labels
        .iter()
        .map(|label| label.text.clone())
        .collect()
}

fn place(transform: &PlotTransform, x: f64, y: f64) -> Pos2 {
    transform.position_from_point(&PlotPoint::new(x, y))
}

/// The boxes of all columns: a value never stands over one.
fn columns(chart: &Chart, transform: &PlotTransform) -> Vec<Rect> {
    let series = chart.series.iter().filter(|one| one.mark == Mark::Column);
    let series: Vec<_> = series.collect();
    let each = |(index, one): (usize, &&Series)| {
        let (shift, width) = column_place(index, series.len());
        let points = one.points.iter().map(move |point| {
            let x = number(point.x) + shift;
            let (left, right) = (x - width / 2.0, x + width / 2.0);
            let top = place(transform, left, number(point.y));
            let foot = place(transform, right, number(point.base));
            Rect::from_two_pos(top, foot).shrink(1.0)
        });
        points.collect::<Vec<_>>()
    };
    series.iter().enumerate().flat_map(each).collect()
}

/// The boxes of all bars: an amount stands beside its own, on no other.
fn bars(chart: &Chart, transform: &PlotTransform) -> Vec<Rect> {
    let series = chart.series.iter().filter(|one| one.mark == Mark::Bar);
    let points = series.flat_map(|one| &one.points);
    points
        .map(|point| {
            let y = turn(number(point.y), true);
            let (base, end) = (number(point.base), number(point.x));
            let corner = place(transform, base, y - BAR_WIDTH / 2.0);
            let other = place(transform, end, y + BAR_WIDTH / 2.0);
            Rect::from_two_pos(corner, other).shrink(1.0)
        })
        .collect()
}

/// Labels right of the plot, at the height of their point.
fn ends(ui: &Ui, chart: &Chart, transform: &PlotTransform, room: f32) {
    let palette = theme::palette(ui);
    let frame = *transform.frame();
    let shown: Vec<&Label> = chart
        .labels
        .iter()
        .filter(|label| at_the_end(label.side))
        .collect();
    let wanted: Vec<f32> = shown
        .iter()
        .map(|label| place(transform, number(label.at.x), number(label.at.y)).y)
        .collect();
    let heights = apart(&wanted, 15.0, frame.top() + 4.0, frame.bottom() - 5.0);
    let texts: Vec<String> = shown.iter().map(|label| label.text.clone()).collect();
    let texts = end_texts(ui, &texts, &theme::semibold(SIZE), room - 8.0);
    for ((label, text), y) in shown.into_iter().zip(texts).zip(heights) {
        let color = color_of(chart, label, &palette);
        let at = pos2(frame.right() + 8.0, y);
        let font = theme::semibold(SIZE);
        let painter = ui.painter();
        painter.text(at, Align2::LEFT_CENTER, text, font, color);
    }
}

fn color_of(chart: &Chart, label: &Label, palette: &theme::Palette) -> eframe::egui::Color32 {
    let series = chart.series.get(label.series);
    series.map_or(palette.ink, |series| palette.text(series.role))
}

/// A label by its mark: at the first place where it meets no other.
fn beside(
    ui: &Ui,
    chart: &Chart,
    label: &Label,
    (transform, heads, room): (&PlotTransform, &[Vec<Pos2>], f32),
    taken: &mut Vec<Rect>,
) {
    let color = color_of(chart, label, &theme::palette(ui));
    let at = stands(chart, label, transform, heads);
    let below = number(label.at.y) < number(label.at.base);
    let leftward = number(label.at.x) < number(label.at.base);
    let base = place(transform, number(label.at.base), 0.0).x;
    let right = (pos2(at.x + 9.0, at.y), Align2::LEFT_CENTER);
    let left = (pos2(at.x - 9.0, at.y), Align2::RIGHT_CENTER);
    let above = (pos2(at.x, at.y - 8.0), Align2::CENTER_BOTTOM);
    let under = (pos2(at.x, at.y + 8.0), Align2::CENTER_TOP);
    let series = chart.series.get(label.series);
    let is_column = series.is_some_and(|series| series.mark == Mark::Column);
    let places = match label.side {
        // Beside its column a value would stand over the neighbour's, and be read as that one's.
        _ if is_column && below => [under; 4],
        _ if is_column => [above; 4],
        // A bar's amount stands beyond its end, or before its beginning where the axis ends sooner.
        Side::Beyond if leftward => [
            left,
            (pos2(base + 9.0, at.y), Align2::LEFT_CENTER),
            above,
            under,
        ],
        Side::Beyond => [
            right,
            (pos2(base - 9.0, at.y), Align2::RIGHT_CENTER),
            above,
            under,
        ],
        Side::Above if below => [under, above, right, left],
        Side::Above => [above, right, left, under],
        Side::Beside | Side::End | Side::Between => [right, left, above, under],
    };
    let font = theme::semibold(SIZE);
    let galley = ui.painter().layout_no_wrap(label.text.clone(), font, color);
    let mut frame = transform.frame().expand2(vec2(0.0, 8.0));
    frame.min.y = transform.frame().min.y - room_above(chart);
    frame.max.x += room;
    let free = |rect: &Rect| {
        let apart = taken.iter().all(|other| !other.intersects(*rect));
        apart && frame.contains_rect(*rect)
    };
    let rects = places.map(|(at, align)| align.anchor_size(at, galley.size()));
    // A crowd hides the labels that find no place; the table below has every figure.
    if let Some(rect) = rects.into_iter().find(|rect| free(rect)) {
        taken.push(rect.expand(1.0));
        // Paper under the words, where a line runs behind them.
        let paper = theme::palette(ui).paper.gamma_multiply(0.85);
        ui.painter().rect_filled(rect, 2.0, paper);
        ui.painter().galley(rect.min, galley, color);
    }
}

/// Where the mark a label speaks of stands on the screen.
fn stands(chart: &Chart, label: &Label, transform: &PlotTransform, heads: &[Vec<Pos2>]) -> Pos2 {
    let series = chart.series.get(label.series);
    let head = series.and_then(|series| {
        let index = series.points.iter().position(|point| *point == label.at)?;
        heads.get(label.series)?.get(index).copied()
    });
    if let Some(head) = head {
        return head;
    }
    let columns = chart.series.iter().enumerate();
    let columns: Vec<usize> = columns
        .filter(|(_, series)| series.mark == Mark::Column)
        .map(|(index, _)| index)
        .collect();
    let beside = columns.iter().position(|index| *index == label.series);
    let shift = beside.map_or(0.0, |index| column_place(index, columns.len()).0);
    let across = super::is_across(chart);
    let (x, y) = (number(label.at.x) + shift, number(label.at.y));
    place(transform, x, turn(y, across))
}
