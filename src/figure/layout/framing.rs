//! Finding where the plot stands: what stands around it is measured first.

#![allow(clippy::float_arithmetic)]

use crate::figure::measure::{Weight, width, wrapped};
use crate::figure::position::number;
use crate::figure::scene::{Along, Plot, Rect};
use crate::figure::{AxisKind, Chart, Label, Mark, Point, Side};

use super::end_labels::{end_lines, is_at_the_end};
use super::frame::{Frame, LINE, range};
use super::page::Page;
use super::rules;
use super::stems::head_radius;

/// The most of the body's width that names up the side may take, and labels at the end.
const GUTTERS: (f64, f64) = (0.3, 0.38);
/// How near in height, of the axis, two heads of a day are that stand side by side.
const NEAR_HEADS: f64 = 0.06;
/// The most heads whose plot can spare room before its first day.
const MOST_ROOMY: usize = 14;

/// Finds the plot's place: what stands around it is measured first.
pub(super) fn around(page: &mut Page, chart: &Chart, body: Rect) -> Frame {
    let s = page.sizes.body;
    let most = body.width() * GUTTERS.0;
    let names: Vec<Vec<String>> = chart
        .y
        .ticks
        .iter()
        .map(|tick| {
            let text = page.drawable(&tick.label);
            let lines = if chart.y.kind == AxisKind::Category {
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
        // Over the gutter a label keeps clear of the highest tick, half of which stands above the plot.
        let over_gutter = rule_labels.iter().any(|label| label.bounds.left < left);
        top = lowest + if over_gutter { 0.8 * s } else { 0.3 * s };
    }
    let lines = if chart.x.kind == AxisKind::Category {
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
    let y = if chart.y.kind == AxisKind::Category {
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

/// Room right of the plot for the labels of curves.
fn end_gutter(page: &mut Page, chart: &Chart, body: Rect, gap: f64) -> f64 {
    let s = page.sizes.body;
    let most = body.width() * GUTTERS.1;
    let texts: Vec<String> = chart
        .labels
        .iter()
        .filter(|label| is_at_the_end(label))
        .map(|label| page.drawable(&label.text))
        .collect();
    let widest = end_lines(&texts, s, most)
        .into_iter()
        .flatten()
        .map(|line| width(&line, s, Weight::Semibold))
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
        .filter(|label| is_at_the_end(label))
        // The plot is a little lower than the body; this errs on the side of leaders.
        .map(|label| number(label.at.y) / span * height * 0.7)
        .collect();
    ends.sort_by(f64::total_cmp);
    let near = ends
        .array_windows()
        .any(|[one, next]| next - one < LINE * size);
    let between = chart.labels.iter().any(|one| one.side == Side::Between);
    size * match (near, between) {
        (_, true) => 1.7,
        (true, false) => 1.4,
        (false, false) => 0.5,
    }
}

/// Room within the plot at the ends of the axis along the bottom.
fn pads(page: &mut Page, chart: &Chart, width_of_plot: f64) -> (f64, f64) {
    let s = page.sizes.body;
    let (mut left, mut right) = (0.0_f64, 0.0_f64);
    if chart.x.kind == AxisKind::Time && (has(chart, Mark::Stem) || has(chart, Mark::Dot)) {
        let head = head_radius(page) * 2.2;
        (left, right) = (head, head);
        left = left.max(before_first(page, chart));
    }
    let most = width_of_plot * 0.22;
    let (low, high) = range(&chart.x);
    let all = number(high.saturating_sub(low)).max(f64::MIN_POSITIVE);
    for label in chart.labels.iter().filter(|one| one.side == Side::Beyond) {
        let wide = width(&page.drawable(&label.text), s, Weight::Semibold) + 0.5 * s;
        // The plot between the two rooms is at least so wide; a label inside it needs none of them.
        let before = number(label.at.x.saturating_sub(low)) / all * (width_of_plot - 2.0 * most);
        let after = number(high.saturating_sub(label.at.x)) / all * (width_of_plot - 2.0 * most);
        if label.at.x < label.at.base {
            left = left.max(wide - before);
        } else {
            right = right.max(wide - after);
        }
    }
    (left.min(most), right.min(most))
}

/// Room before the first day for a label left of its head, where heads of one day stand so near each other in height
/// that they are drawn side by side.
fn before_first(page: &mut Page, chart: &Chart) -> f64 {
    let s = page.sizes.body;
    let span = number(chart.y.high - chart.y.low).max(f64::MIN_POSITIVE);
    let heads: usize = chart.series.iter().map(|series| series.points.len()).sum();
    if heads > MOST_ROOMY {
        return 0.0;
    }
    let mut first: Vec<(f64, usize, &Point)> = Vec::new();
    for (at, series) in chart.series.iter().enumerate() {
        if series.mark == Mark::Stem {
            let heads = series.points.iter().filter(|point| point.x == chart.x.low);
            first.extend(heads.map(|point| (number(point.y) / span, at, point)));
        }
    }
    first.sort_by(|one, other| one.0.total_cmp(&other.0));
    let near = |pair: &[(f64, usize, &Point)]| match pair {
        [one, other] => other.0 - one.0 < NEAR_HEADS,
        _ => false,
    };
    let Some(pair) = first.windows(2).find(|pair| near(pair)) else {
        return 0.0;
    };
    let of_pair = |label: &&Label| {
        let is_of =
            |(_, at, point): &(f64, usize, &Point)| label.series == *at && label.at == **point;
        label.side == Side::Beside && pair.iter().any(is_of)
    };
    let texts: Vec<String> = chart
        .labels
        .iter()
        .filter(of_pair)
        .map(|label| label.text.clone())
        .collect();
    let widest = texts
        .iter()
        .map(|text| width(&page.drawable(text), s, Weight::Semibold))
        .fold(0.0, f64::max);
    if widest > 0.0 {
        // Half of the pair stands left of the day, and the label beyond it.
        widest + head_radius(page) * 2.6 + 0.4 * s
    } else {
        0.0
    }
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

/// Whether any series is drawn so.
fn has(chart: &Chart, mark: Mark) -> bool {
    chart.series.iter().any(|series| series.mark == mark)
}
