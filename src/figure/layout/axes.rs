//! The axes: grid lines, tick labels and titles.

#![allow(clippy::float_arithmetic)]

use rust_decimal::Decimal;

use crate::figure::measure::{ASCENT, Weight, shortened, width, wrapped};
use crate::figure::position::{number, whole};
use crate::figure::scene::{Anchor, Part, Plot, Rect, TextBox, TextPart, Type, spot};
use crate::figure::{Axis, AxisKind, Chart};

use super::frame::{Frame, LINE, range};
use super::free::Taken;
use super::page::Page;

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
    let bottom = match chart.x.kind {
        AxisKind::Category => categories(page, chart, frame),
        AxisKind::Time | AxisKind::Value => along_the_bottom(page, chart, frame),
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
    if chart.y.kind == AxisKind::Category {
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
    for text in thinned(&boxes, zero.unwrap_or(0), 0.1 * s) {
        page.write(text.clone());
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
    for text in thinned(&boxes, zero.unwrap_or(0), 0.7 * s) {
        page.write(text.clone());
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
    let all = chart.x.ticks.iter().zip(&names);
    for (tick, name) in all.step_by(whole(step).max(1)) {
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

/// The lines of the labels that are drawn so that none overlap: of every first, second, third … label, counted from
/// the one at `keep`.
fn thinned(boxes: &[Vec<TextBox>], keep: usize, gap: f64) -> impl Iterator<Item = &TextBox> {
    let labelled = boxes.iter().enumerate();
    let labelled: Vec<(usize, &Vec<TextBox>)> =
        labelled.filter(|(_, lines)| !lines.is_empty()).collect();
    let keep = labelled.iter().position(|(at, _)| *at == keep).unwrap_or(0);
    let every = |step: usize| -> Vec<&Vec<TextBox>> {
        let kept = labelled.iter().enumerate();
        kept.filter(|(at, _)| at % step == keep % step)
            .map(|(_, (_, lines))| *lines)
            .collect()
    };
    let is_clear = |kept: &Vec<&Vec<TextBox>>| {
        kept.array_windows().all(|[before, after]| {
            let touch = |one: &TextBox| {
                after.iter().any(|other| {
                    one.bounds
                        .grown(gap / 2.0)
                        .overlaps(&other.bounds.grown(gap / 2.0))
                })
            };
            !before.iter().any(touch)
        })
    };
    let kept = (1..labelled.len().max(2)).map(every).find(is_clear);
    let alone = || {
        labelled
            .get(keep)
            .map(|(_, lines)| *lines)
            .into_iter()
            .collect()
    };
    kept.unwrap_or_else(alone).into_iter().flatten()
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
pub(super) fn zero_line(page: &mut Page, chart: &Chart, plot: &Plot, taken: &mut Taken) {
    let area = plot.area;
    let faint = page.palette.faint;
    let within = |axis: &Axis| {
        axis.kind == AxisKind::Value && axis.low <= Decimal::ZERO && axis.high >= Decimal::ZERO
    };
    if chart.y.kind == AxisKind::Category && within(&chart.x) {
        let x = plot.x.place(Decimal::ZERO);
        let ends = vec![spot(x, area.top), spot(x, area.bottom)];
        page.line(Part::Zero, ends, faint, 1.0);
        taken
            .lines
            .push(Rect::new(x - 0.75, area.top, x + 0.75, area.bottom));
    } else if within(&chart.y) {
        let y = plot.y.place(Decimal::ZERO);
        let ends = vec![spot(area.left, y), spot(area.right, y)];
        page.line(Part::Zero, ends, faint, 1.0);
        taken
            .lines
            .push(Rect::new(area.left, y - 0.75, area.right, y + 0.75));
    }
}
