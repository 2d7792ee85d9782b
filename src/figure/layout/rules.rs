//! Labelled lines across the plot.

#![allow(clippy::float_arithmetic)]

use crate::figure::measure::{ASCENT, Weight, balanced, elided, shortened};
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

/// The lines themselves, and the labels of the upright ones.
pub(super) fn draw(page: &mut Page, chart: &Chart, frame: &Frame, taken: &mut Taken) {
    let area = frame.plot.area;
    for label in &frame.rule_labels {
        page.write(label.clone());
    }
    for rule in chart.rules.iter().filter(|rule| within(chart, rule)) {
        let ends = match rule.on {
            Direction::X => {
                let x = frame.plot.x.place(rule.at);
                taken
                    .lines
                    .push(Rect::new(x - 0.5, area.top, x + 0.5, area.bottom));
                vec![spot(x, area.top), spot(x, area.bottom)]
            }
            Direction::Y => {
                let y = frame.plot.y.place(rule.at);
                taken
                    .lines
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
    }
}

/// The labels of level lines, once all lines are drawn that they keep clear of.
pub(super) fn level_labels(page: &mut Page, chart: &Chart, frame: &Frame, taken: &Taken) {
    let look = look(page);
    let level = |rule: &&Rule| rule.on == Direction::Y && within(chart, rule);
    let mut left_out = 0;
    for rule in chart.rules.iter().filter(level) {
        left_out += usize::from(!level_label(page, frame, rule, look, taken));
    }
    page.leave_out(left_out, "line's label", "lines' labels");
}

/// Shares of the plot's width that the label of a level rule may take: less of it where the lines leave no more.
const SHARES: [f64; 3] = [0.9, 0.5, 0.3];

/// The label of a level rule, at one of its ends, else along it, above or below it. False where none is free.
fn level_label(page: &mut Page, frame: &Frame, rule: &Rule, look: Type, taken: &Taken) -> bool {
    let area = frame.plot.area;
    let words = page.drawable(&rule.label);
    if words.is_empty() {
        return true;
    }
    let y = frame.plot.y.place(rule.at);
    // On two lines before it is cut.
    for cut in [false, true] {
        for share in SHARES {
            let lines = level_lines(&words, look, area.width() * share, cut);
            if lines.is_empty() {
                continue;
            }
            let at = spot(0.0, 0.0);
            let probes = lines
                .iter()
                .map(|line| TextBox::new(TextPart::RuleLabel, line, look, at, Anchor::Start));
            let probes: Vec<TextBox> = probes.collect();
            let wide = probes.iter().map(|probe| probe.bounds.width());
            let wide = wide.fold(0.0, f64::max);
            let high = probes.first().map_or(0.0, |probe| probe.bounds.height());
            let step = LINE * look.size;
            let size = (wide, high + step * (probes.len() - 1) as f64);
            let free = level_places(area, y, size, look.size);
            let free = free.into_iter().find(|place| {
                let texts = &page.scene.texts;
                let covered = texts.iter().any(|text| text.bounds.overlaps(place));
                !covered && taken.is_free(place, &frame.body)
            });
            let Some(place) = free else { continue };
            for (row, probe) in probes.into_iter().enumerate() {
                let down = place.top + ASCENT * look.size + step * row as f64;
                page.write(probe.moved(place.left, down));
            }
            return true;
        }
    }
    false
}

/// The lines of a level rule's label in so much room: one, or two of whole words; none where it takes more, unless it
/// may be cut.
fn level_lines(words: &str, look: Type, room: f64, cut: bool) -> Vec<String> {
    let (size, weight) = (look.size, look.weight);
    let lines = if cut {
        vec![elided(words, size, weight, room)]
    } else {
        balanced(words, size, weight, room, 2)
    };
    let whole = cut || lines.join(" ") == words;
    let mut lines = lines;
    lines.retain(|line| whole && !line.is_empty());
    lines
}

/// Where the label of a level rule may stand: at its right end and its left one, above and below, then between.
fn level_places(area: Rect, y: f64, (wide, high): (f64, f64), size: f64) -> Vec<Rect> {
    let inset = 0.3 * size;
    let room = area.width() - 2.0 * inset - wide;
    let mut places = Vec::new();
    for parts in [[1.0, 0.0], [0.8, 0.2], [0.6, 0.4]] {
        for down in [-1.0, 1.0] {
            for part in parts {
                let at = spot(area.left + inset + room * part, y + down * 0.2 * size);
                places.push(held(at, 1.0, down, wide, high));
            }
        }
    }
    places
}
