//! Labelled lines across the plot.

#![allow(clippy::float_arithmetic)]

use crate::figure::measure::{ASCENT, Weight, elided, shortened};
use crate::figure::scene::{
    Along, Anchor, Outline, Part, Rect, Shape, Stroke, TextBox, TextPart, Type, spot,
};
use crate::figure::{Chart, Direction, Rule};

use super::frame::{Frame, LINE};
use super::free::{Taken, held};
use super::page::Page;

/// The most rows of labels above a plot.
const ROWS: usize = 3;

fn look(page: &Page) -> Type {
    Type {
        size: page.sizes.body * 0.95,
        weight: Weight::Regular,
        colour: page.palette.soft,
    }
}

/// Whether a rule stands within the axis it is on.
fn within(chart: &Chart, rule: &Rule) -> bool {
    let axis = match rule.on {
        Direction::X => &chart.x,
        Direction::Y => &chart.y,
    };
    (axis.low..=axis.high).contains(&rule.at)
}

/// Labels of vertical rules in rows above the plot, each over its line as far as it can be.
pub(super) fn above(
    page: &mut Page,
    chart: &Chart,
    x: &Along,
    body: Rect,
    top: f64,
) -> Vec<TextBox> {
    let look = look(page);
    let s = look.size;
    let mut rows: Vec<Vec<TextBox>> = Vec::new();
    let mut left_out = 0;
    let mut rules: Vec<&Rule> = chart
        .rules
        .iter()
        .filter(|rule| rule.on == Direction::X && within(chart, rule))
        .collect();
    rules.sort_by_key(|rule| rule.at);
    for rule in rules {
        let text = page.drawable(&rule.label);
        let text = shortened(&text, s, look.weight, body.width() * 0.6);
        if text.is_empty() {
            continue;
        }
        let at = spot(x.place(rule.at), top + ASCENT * s);
        let label = TextBox::new(TextPart::RuleLabel, &text, look, at, Anchor::Middle);
        let under = (body.left - label.bounds.left).max(0.0);
        let over = (label.bounds.right - body.right).max(0.0);
        let label = label.moved(under - over, 0.0);
        let clear = |row: &Vec<TextBox>| {
            row.last()
                .is_none_or(|last| last.bounds.right + 0.5 * s <= label.bounds.left)
        };
        let count = rows.len();
        match rows.iter_mut().find(|row| clear(row)) {
            Some(row) => row.push(label),
            None if count < ROWS => rows.push(vec![label]),
            None => left_out += 1,
        }
    }
    page.leave_out(left_out, "line's label", "lines' labels");
    let count = rows.len();
    rows.into_iter()
        .enumerate()
        .flat_map(|(row, labels)| {
            // The first row stands next to the plot.
            let down = (count - 1 - row) as f64 * LINE * s;
            labels.into_iter().map(move |label| label.moved(0.0, down))
        })
        .collect()
}

/// The lines themselves, and the labels of the level ones.
pub(super) fn draw(page: &mut Page, chart: &Chart, frame: &Frame, taken: &mut Taken) {
    let area = frame.plot.area;
    let look = look(page);
    for label in &frame.rule_labels {
        page.write(label.clone());
    }
    let mut left_out = 0;
    for rule in chart.rules.iter().filter(|rule| within(chart, rule)) {
        let ends = match rule.on {
            Direction::X => {
                let x = frame.plot.x.place(rule.at);
                taken
                    .soft
                    .push(Rect::new(x - 0.5, area.top, x + 0.5, area.bottom));
                vec![spot(x, area.top), spot(x, area.bottom)]
            }
            Direction::Y => {
                let y = frame.plot.y.place(rule.at);
                taken
                    .soft
                    .push(Rect::new(area.left, y - 0.5, area.right, y + 0.5));
                vec![spot(area.left, y), spot(area.right, y)]
            }
        };
        page.scene.shapes.push(Shape {
            part: Part::Rule,
            outline: Outline::Line(ends),
            fill: None,
            stroke: Some(Stroke {
                colour: page.palette.faint,
                width: 1.0,
                dash: vec![2.0, 3.0],
            }),
        });
        if rule.on == Direction::Y && !level_label(page, frame, rule, look, taken) {
            left_out += 1;
        }
    }
    page.leave_out(left_out, "line's label", "lines' labels");
}

/// The label of a level rule, at one of its ends, above or below it. False where none is free.
fn level_label(page: &mut Page, frame: &Frame, rule: &Rule, look: Type, taken: &Taken) -> bool {
    let area = frame.plot.area;
    let text = page.drawable(&rule.label);
    let text = elided(&text, look.size, look.weight, area.width() * 0.9);
    if text.is_empty() {
        return true;
    }
    let y = frame.plot.y.place(rule.at);
    let probe = TextBox::new(
        TextPart::RuleLabel,
        &text,
        look,
        spot(0.0, 0.0),
        Anchor::Start,
    );
    let (wide, high) = (probe.bounds.width(), probe.bounds.height());
    let inset = 0.3 * look.size;
    let places = [
        (area.right - inset, -1.0, -1.0),
        (area.left + inset, 1.0, -1.0),
        (area.right - inset, -1.0, 1.0),
        (area.left + inset, 1.0, 1.0),
    ];
    let free = places
        .into_iter()
        .map(|(x, across, down)| {
            let clear = y + down * 0.2 * look.size;
            held(spot(x, clear), across, down, wide, high)
        })
        .find(|place| {
            let covered = page
                .scene
                .texts
                .iter()
                .any(|text| text.bounds.overlaps(place));
            !covered && taken.cost(place, &frame.body).is_some()
        });
    let Some(place) = free else { return false };
    page.write(probe.moved(place.left, place.top + ASCENT * look.size));
    true
}
