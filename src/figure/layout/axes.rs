//! Where the plot stands between its axes, and the axes themselves.

#![allow(clippy::float_arithmetic)]

use rust_decimal::Decimal;

use crate::figure::measure::{ASCENT, Weight, shortened, width, wrapped};
use crate::figure::place::number;
use crate::figure::scene::{Along, Anchor, Part, Plot, Rect, TextBox, TextPart, Type, spot};
use crate::figure::{Axis, Chart, Mark, Scale, Side};

use super::chart::has;
use super::page::Page;
use super::rules;
use super::stems::head_radius;

/// The plot and the room around it.
pub(super) struct Frame {
    pub plot: Plot,
    /// The whole body: what labels may use.
    pub body: Rect,
    /// Labels of vertical rules above the plot, placed already.
    pub rule_labels: Vec<TextBox>,
    /// Between the plot and the labels of curves, points.
    pub end_gap: f64,
    /// What is left of the names up the side.
    names: Vec<Vec<String>>,
}

/// Line height of body text, sizes.
pub(super) const LINE: f64 = 1.2;
/// The most of the body's width that names up the side may take, and labels at the end.
const GUTTERS: (f64, f64) = (0.3, 0.38);

/// Finds the plot's place: what stands around it is measured first.
pub(super) fn frame(page: &mut Page, chart: &Chart, body: Rect) -> Frame {
    let s = page.sizes.body;
    let most = body.width() * GUTTERS.0;
    let names: Vec<Vec<String>> = chart
        .y
        .ticks
        .iter()
        .map(|tick| {
            let text = page.drawable(&tick.label);
            let lines = if chart.y.scale == Scale::Category {
                2
            } else {
                1
            };
            wrapped(&text, s, Weight::Regular, most, lines)
        })
        .collect();
    let widest = names
        .iter()
        .flatten()
        .map(|line| width(line, s, Weight::Regular))
        .fold(0.0, f64::max);
    let left = body.left + widest + 0.7 * s;
    let end_gap = end_gap(chart, s, body.height());
    let right = body.right - end_gutter(page, chart, body, end_gap);
    let (pad_left, pad_right) = pads(page, chart, right - left);
    let (low, high) = range(&chart.x);
    let x = Along {
        low,
        high,
        from: left + pad_left,
        to: right - pad_right,
    };
    let mut top = body.top + 0.6 * s;
    if chart.y.title.is_some() {
        top += LINE * s;
    }
    let rule_labels = rules::above(page, chart, &x, body, top);
    if let Some(lowest) = rule_labels
        .iter()
        .map(|label| label.bounds.bottom)
        .reduce(f64::max)
    {
        top = lowest + 0.3 * s;
    }
    let lines = if chart.x.scale == Scale::Category {
        2.0
    } else {
        1.0
    };
    let mut bottom = body.bottom - 0.65 * s - lines * LINE * s;
    if chart.x.title.is_some() {
        bottom -= LINE * s;
    }
    let area = Rect::new(left, top, right, bottom);
    let (low, high) = range(&chart.y);
    let above = above_pad(page, chart);
    let below = if labels_below(chart) { 1.3 * s } else { 0.0 };
    let y = if chart.y.scale == Scale::Category {
        // The first category stands at the top.
        Along {
            low,
            high,
            from: top,
            to: bottom,
        }
    } else {
        Along {
            low,
            high,
            from: bottom - below,
            to: top + above,
        }
    };
    Frame {
        plot: Plot { area, x, y },
        body,
        rule_labels,
        end_gap,
        names,
    }
}

/// The ends of an axis; half a place of room around categories.
fn range(axis: &Axis) -> (Decimal, Decimal) {
    let half = Decimal::new(5, 1);
    match (axis.scale, axis.ticks.first(), axis.ticks.last()) {
        (Scale::Category, Some(first), Some(last)) => {
            (axis.low.min(first.at - half), axis.high.max(last.at + half))
        }
        _ => (axis.low, axis.high),
    }
}

/// Room right of the plot for the labels of curves.
fn end_gutter(page: &mut Page, chart: &Chart, body: Rect, gap: f64) -> f64 {
    let s = page.sizes.body;
    let most = body.width() * GUTTERS.1;
    let widest = chart
        .labels
        .iter()
        .filter(|label| label.side == Side::End)
        .map(|label| width(&page.drawable(&label.text), s, Weight::Semibold))
        .fold(0.0, f64::max);
    if widest > 0.0 {
        widest.min(most) + gap
    } else {
        s * 0.5
    }
}

/// Between the plot and the labels of curves: room for leaders where labels will have to move.
fn end_gap(chart: &Chart, size: f64, height: f64) -> f64 {
    let span = number(chart.y.high - chart.y.low).max(f64::MIN_POSITIVE);
    let mut ends: Vec<f64> = chart
        .labels
        .iter()
        .filter(|label| label.side == Side::End)
        // The plot is a little lower than the body; this errs on the side of leaders.
        .map(|label| number(label.at.y) / span * height * 0.7)
        .collect();
    ends.sort_by(f64::total_cmp);
    let near = ends.windows(2).any(|pair| pair[1] - pair[0] < LINE * size);
    size * if near { 1.4 } else { 0.5 }
}

/// Room within the plot at the ends of the axis along the bottom.
fn pads(page: &mut Page, chart: &Chart, width_of_plot: f64) -> (f64, f64) {
    let s = page.sizes.body;
    let (mut left, mut right) = (0.0_f64, 0.0_f64);
    if chart.x.scale == Scale::Time && (has(chart, Mark::Stem) || has(chart, Mark::Dot)) {
        let head = head_radius(page) * 2.2;
        (left, right) = (head, head);
    }
    for label in chart.labels.iter().filter(|one| one.side == Side::Beyond) {
        let wide = width(&page.drawable(&label.text), s, Weight::Semibold) + 0.5 * s;
        if label.at.x < label.at.base {
            left = left.max(wide);
        } else {
            right = right.max(wide);
        }
    }
    let most = width_of_plot * 0.22;
    (left.min(most), right.min(most))
}

/// Room within the plot above the highest value.
fn above_pad(page: &Page, chart: &Chart) -> f64 {
    let s = page.sizes.body;
    if chart.labels.iter().any(|one| one.side == Side::Above) {
        1.3 * s
    } else if has(chart, Mark::Stem) || has(chart, Mark::Dot) {
        head_radius(page) * 1.2
    } else {
        0.0
    }
}

fn labels_below(chart: &Chart) -> bool {
    chart
        .labels
        .iter()
        .any(|one| one.side == Side::Above && one.at.y < one.at.base)
}

/// Grid lines, tick labels and titles.
pub(super) fn draw(page: &mut Page, chart: &Chart, frame: &Frame) {
    let area = frame.plot.area;
    let rule = page.palette.rule;
    for tick in chart.x.ticks.iter().filter(|tick| tick.line) {
        let x = frame.plot.x.place(tick.at);
        let ends = vec![spot(x, area.top), spot(x, area.bottom)];
        page.line(Part::Grid, ends, rule, 0.75);
    }
    for tick in chart.y.ticks.iter().filter(|tick| tick.line) {
        let y = frame.plot.y.place(tick.at);
        let ends = vec![spot(area.left, y), spot(area.right, y)];
        page.line(Part::Grid, ends, rule, 0.75);
    }
    names_up_the_side(page, chart, frame);
    let bottom = match chart.x.scale {
        Scale::Category => categories(page, chart, frame),
        Scale::Time | Scale::Value => along_the_bottom(page, chart, frame),
    };
    titles(page, chart, frame, bottom);
}

fn tick_look(page: &Page) -> Type {
    Type {
        size: page.sizes.body,
        weight: Weight::Regular,
        colour: page.palette.faint,
    }
}

fn names_up_the_side(page: &mut Page, chart: &Chart, frame: &Frame) {
    let mut look = tick_look(page);
    if chart.y.scale == Scale::Category {
        look.colour = page.palette.ink;
    }
    let s = look.size;
    let left = frame.plot.area.left - 0.55 * s;
    let boxes: Vec<Vec<TextBox>> = chart
        .y
        .ticks
        .iter()
        .zip(&frame.names)
        .map(|(tick, lines)| {
            let middle = frame.plot.y.place(tick.at) + 0.34 * s;
            let first = middle - LINE * s * (lines.len() as f64 - 1.0) / 2.0;
            let set = |(at, line): (usize, &String)| {
                let place = spot(left, first + at as f64 * LINE * s);
                TextBox::new(TextPart::Tick, line, look, place, Anchor::End)
            };
            lines.iter().enumerate().map(set).collect()
        })
        .collect();
    let zero = chart.y.ticks.iter().position(|tick| tick.at.is_zero());
    for at in thinned(&boxes, zero.unwrap_or(0), 0.1 * s) {
        for text in &boxes[at] {
            page.write(text.clone());
        }
    }
}

/// Labels of days or values under the plot; gives their lower edge.
fn along_the_bottom(page: &mut Page, chart: &Chart, frame: &Frame) -> f64 {
    let look = tick_look(page);
    let s = look.size;
    let baseline = frame.plot.area.bottom + 0.65 * s + ASCENT * s;
    let edge = page.scene.width - page.sizes.margin * 0.5;
    let boxes: Vec<Vec<TextBox>> = chart
        .x
        .ticks
        .iter()
        .map(|tick| {
            let text = page.drawable(&tick.label);
            if text.is_empty() {
                return Vec::new();
            }
            let at = spot(frame.plot.x.place(tick.at), baseline);
            let text = TextBox::new(TextPart::Tick, &text, look, at, Anchor::Middle);
            let over = (text.bounds.right - edge).max(0.0);
            let under = (frame.body.left - text.bounds.left).max(0.0);
            vec![text.moved(under - over, 0.0)]
        })
        .collect();
    let zero = chart.x.ticks.iter().position(|tick| tick.at.is_zero());
    for at in thinned(&boxes, zero.unwrap_or(0), 0.7 * s) {
        for text in &boxes[at] {
            page.write(text.clone());
        }
    }
    frame.plot.area.bottom + 0.65 * s + LINE * s
}

/// Names of categories under the plot, in at most two lines each; gives their lower edge.
fn categories(page: &mut Page, chart: &Chart, frame: &Frame) -> f64 {
    let mut look = tick_look(page);
    look.colour = page.palette.ink;
    let s = look.size;
    let (low, high) = range(&chart.x);
    let one = frame.plot.x.place(low + Decimal::ONE) - frame.plot.x.place(low);
    let count = number(high - low).max(1.0);
    // Names share what all have; where that is too narrow for a word, every second has twice it.
    let names: Vec<String> = chart
        .x
        .ticks
        .iter()
        .map(|tick| page.drawable(&tick.label))
        .collect();
    let needed = names
        .iter()
        .flat_map(|name| name.split(' '))
        .map(|word| width(word, s, Weight::Regular))
        .fold(0.0, f64::max)
        .min(6.0 * s);
    let step = ((needed + 0.4 * s) / one.max(1.0)).ceil().clamp(1.0, count);
    let room = one * step - 0.4 * s;
    let baseline = frame.plot.area.bottom + 0.65 * s + ASCENT * s;
    for (at, (tick, name)) in chart.x.ticks.iter().zip(&names).enumerate() {
        if at % step as usize != 0 {
            continue;
        }
        let x = frame.plot.x.place(tick.at);
        for (row, line) in wrapped(name, s, Weight::Regular, room, 2)
            .iter()
            .enumerate()
        {
            let line = shortened(line, s, Weight::Regular, room);
            let place = spot(x, baseline + row as f64 * LINE * s);
            let text = TextBox::new(TextPart::Tick, &line, look, place, Anchor::Middle);
            let under = (frame.body.left - text.bounds.left).max(0.0);
            let over = (text.bounds.right - frame.body.right).max(0.0);
            page.write(text.moved(under - over, 0.0));
        }
    }
    frame.plot.area.bottom + 0.65 * s + 2.0 * LINE * s
}

/// Which labels are drawn so that none overlap: every first, second, third …, counted from `keep`.
fn thinned(boxes: &[Vec<TextBox>], keep: usize, gap: f64) -> Vec<usize> {
    let labelled: Vec<usize> = (0..boxes.len())
        .filter(|at| !boxes[*at].is_empty())
        .collect();
    let keep = labelled.iter().position(|at| *at == keep).unwrap_or(0);
    for step in 1..labelled.len().max(2) {
        let kept: Vec<usize> = labelled
            .iter()
            .enumerate()
            .filter(|(at, _)| at % step == keep % step)
            .map(|(_, at)| *at)
            .collect();
        let clear = kept.windows(2).all(|pair| {
            let touch = |one: &TextBox| {
                boxes[pair[1]].iter().any(|other| {
                    one.bounds
                        .grown(gap / 2.0)
                        .overlaps(&other.bounds.grown(gap / 2.0))
                })
            };
            !boxes[pair[0]].iter().any(touch)
        });
        if clear {
            return kept;
        }
    }
    labelled.get(keep).copied().into_iter().collect()
}

fn titles(page: &mut Page, chart: &Chart, frame: &Frame, bottom: f64) {
    let look = Type {
        colour: page.palette.soft,
        ..tick_look(page)
    };
    let s = look.size;
    if let Some(title) = &chart.y.title {
        let text = page.drawable(title);
        let text = shortened(&text, s, look.weight, frame.body.width());
        let at = spot(frame.body.left, frame.body.top + ASCENT * s);
        page.write(TextBox::new(
            TextPart::AxisTitle,
            &text,
            look,
            at,
            Anchor::Start,
        ));
    }
    if let Some(title) = &chart.x.title {
        let text = page.drawable(title);
        let area = frame.plot.area;
        let text = shortened(&text, s, look.weight, area.width());
        let at = spot(area.centre().x, bottom + ASCENT * s);
        page.write(TextBox::new(
            TextPart::AxisTitle,
            &text,
            look,
            at,
            Anchor::Middle,
        ));
    }
}

/// The line bars and stems stand on, stronger than the grid.
pub(super) fn zero_line(page: &mut Page, chart: &Chart, plot: &Plot) {
    let area = plot.area;
    let faint = page.palette.faint;
    let within = |axis: &Axis| {
        axis.scale == Scale::Value && axis.low <= Decimal::ZERO && axis.high >= Decimal::ZERO
    };
    if chart.y.scale == Scale::Category && within(&chart.x) {
        let x = plot.x.place(Decimal::ZERO);
        let ends = vec![spot(x, area.top), spot(x, area.bottom)];
        page.line(Part::Zero, ends, faint, 1.0);
    } else if within(&chart.y) {
        let y = plot.y.place(Decimal::ZERO);
        let ends = vec![spot(area.left, y), spot(area.right, y)];
        page.line(Part::Zero, ends, faint, 1.0);
    }
}
