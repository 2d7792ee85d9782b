//! The history as a picture: a step line for each side over the days offers were passed, the gap between them.

use eframe::egui::{Align2, Color32, FontId, Painter, Rangef, Rect, Shape, Stroke, Ui, pos2, vec2};
use rust_decimal::Decimal;

use super::claims::role_of_side;
use crate::costing::curves::Sample;
use crate::document::words;
use crate::explore::history::{Move, Told};
use crate::figure::position::day_at;
use crate::figure::ticks::{self, Measure};
use crate::figure::{Axis, AxisKind};
use crate::scenario::Party;
use crate::ui::state::Context;
use crate::ui::widgets::axis::{TimeAxis, ValueAxis, number};
use crate::ui::widgets::curves::{curve, step_corners};
use crate::ui::widgets::{controls, theme};
use crate::units::{Currency, Date, text};

const SIDES: [Party; 3] = [Party::Employer, Party::Union, Party::Neutral];
/// Room on the right for what remains between the sides.
const RIGHT: f32 = 92.0;
const BELOW: f32 = 22.0;
const ABOVE: f32 = 20.0;

/// A figure of the history, in words.
#[must_use]
pub fn figure(told: Told, value: Decimal, currency: &Currency) -> String {
    match told {
        Told::Cost => currency.short(value),
        Told::EndRate => text::percent_two(value),
    }
}

#[must_use]
pub fn change(told: Told, value: Decimal, currency: &Currency) -> String {
    match told {
        Told::Cost => currency.short_signed(value),
        Told::EndRate => {
            let sign = if value > Decimal::ZERO { "+" } else { "" };
            format!("{sign}{} points", text::points(value))
        }
    }
}

/// The day the picture ends on: today, unless that lies so far behind the last move that the moves would
/// stand in a corner; and whether it is today.
#[must_use]
pub fn end_of(moves: &[Move], today: Date) -> Option<(Date, bool)> {
    let (first, last) = (moves.first()?.on.on, moves.last()?.on.on);
    let most = last.plus_days((first.days_until(last) * 4).max(90));
    let today = today.max(last.plus_days(1));
    Some((today.min(most), today <= most))
}

/// Paints the moves shown, in the scale of all of them.
pub fn paint(ui: &Ui, rect: Rect, context: &Context, (moves, shown): (&[Move], usize), told: Told) {
    let palette = theme::palette(ui);
    let Some((end, is_today)) = end_of(moves, context.today()) else {
        return;
    };
    let Some(first) = moves.first().map(|one| one.on.on) else {
        return;
    };
    let measure = match told {
        Told::Cost => Measure::Money(&context.scenario().currency),
        Told::EndRate => Measure::Percent,
    };
    let up = ticks::values(measure, false, moves.iter().filter_map(|one| one.figure));
    let widest = up
        .ticks
        .iter()
        .map(|tick| width(ui, &tick.label))
        .fold(30.0, f32::max);
    let plot = Rect::from_min_max(
        rect.min + vec2(widest + 10.0, ABOVE),
        rect.max - vec2(RIGHT, BELOW),
    );
    let before = first.plus_days(-(first.days_until(end) / 14).max(4));
    let axis = TimeAxis {
        first: before,
        end: end.plus_days(1),
        x: plot.x_range(),
    };
    let values = ValueAxis {
        low: number(up.low),
        high: number(up.high),
        y: Rangef::new(plot.top() + 6.0, plot.bottom()),
    };
    grid(ui, &axis, &values, &up);
    let visible = moves.get(..shown.min(moves.len())).unwrap_or(moves);
    if is_today {
        let x = axis.x_of(context.today().max(first)).round() + 0.5;
        let color = palette.today;
        ui.painter()
            .vline(x, plot.y_range(), Stroke::new(1.0, color));
        let at = pos2(x, plot.top() - 2.0);
        let font = theme::regular(12.0);
        ui.painter()
            .text(at, Align2::CENTER_BOTTOM, "today", font, palette.soft);
    }
    gap(ui, context, visible, (&axis, &values));
    let mut taken: Vec<Rect> = Vec::new();
    for side in SIDES {
        let samples = samples(visible, side);
        let role = role_of_side(context, side);
        let color = palette.mark(role);
        let corners = step_corners(&samples, &axis, &values);
        // Words keep clear of the lines.
        for two in corners.windows(2) {
            if let [from, to] = two {
                taken.push(Rect::from_two_pos(*from, *to).expand(1.0));
            }
        }
        curve(ui.painter(), corners, color, role);
    }
    for one in visible {
        let Some(value) = one.figure else { continue };
        let at = pos2(axis.x_of(one.on.on), values.y_of(value));
        let color = palette.mark(role_of_side(context, one.side));
        let radius = 5.5;
        let shape = controls::head_shape(one.side, at, radius, color, false, palette.card);
        ui.painter().add(shape);
        taken.push(Rect::from_center_size(at, vec2(13.0, 13.0)));
    }
    // The last move first: where room is short, it has its words.
    for one in visible.iter().rev() {
        label(ui, context, one, told, (&axis, &values, plot), &mut taken);
    }
    remains(ui, context, visible, told, (&axis, &values));
}

fn width(ui: &Ui, words: &str) -> f32 {
    let font = theme::regular(12.0);
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), font, Color32::PLACEHOLDER);
    galley.size().x
}

/// A side's figures by day; on one day the last counts.
fn samples(moves: &[Move], side: Party) -> Vec<Sample> {
    let own = moves.iter().filter(|one| one.side == side);
    own.filter_map(|one| Some((one.on.on, one.figure?)))
        .collect()
}

fn grid(ui: &Ui, axis: &TimeAxis, values: &ValueAxis, up: &Axis) {
    let palette = theme::palette(ui);
    let font = || theme::regular(12.0);
    let stroke = Stroke::new(1.0, palette.rule);
    for tick in &up.ticks {
        let y = values.y_of(tick.at);
        if tick.line {
            ui.painter().hline(axis.x, y, stroke);
        }
        let at = pos2(axis.x.min - 8.0, y);
        ui.painter()
            .text(at, Align2::RIGHT_CENTER, &tick.label, font(), palette.faint);
    }
    let along = ticks::dates(axis.first, axis.end);
    let mut free = f32::NEG_INFINITY;
    for tick in along.ticks.iter().filter(|_| along.kind == AxisKind::Time) {
        let Some(day) = day_at(tick.at) else { continue };
        let x = axis.x_of(day);
        if !axis.x.contains(x) {
            continue;
        }
        if tick.line {
            ui.painter().vline(x, values.y, stroke);
        }
        let galley = ui
            .painter()
            .layout_no_wrap(tick.label.clone(), font(), palette.faint);
        let left = x - galley.size().x / 2.0;
        if left > free {
            free = left + galley.size().x + 8.0;
            ui.painter()
                .galley(pos2(left, values.y.max + 6.0), galley, palette.faint);
        }
    }
}

/// The ground between the two sides, from the day both have moved.
fn gap(ui: &Ui, context: &Context, moves: &[Move], (axis, values): (&TimeAxis, &ValueAxis)) {
    let palette = theme::palette(ui);
    let color = palette
        .mark(role_of_side(context, Party::Union))
        .gamma_multiply(0.09);
    let latest = |side: Party, at: usize| {
        let upto = moves.get(..=at)?;
        upto.iter().rev().find(|one| one.side == side)?.figure
    };
    for (at, one) in moves.iter().enumerate() {
        let (Some(union), Some(employer)) = (latest(Party::Union, at), latest(Party::Employer, at))
        else {
            continue;
        };
        let right = moves
            .get(at + 1)
            .map_or(axis.x.max, |next| axis.x_of(next.on.on));
        let rect = Rect::from_two_pos(
            pos2(axis.x_of(one.on.on), values.y_of(union)),
            pos2(right, values.y_of(employer)),
        );
        ui.painter().rect_filled(rect, 0.0, color);
    }
}

/// The words of a move, at the first place where they meet nothing.
fn label(
    ui: &Ui,
    context: &Context,
    one: &Move,
    told: Told,
    (axis, values, plot): (&TimeAxis, &ValueAxis, Rect),
    taken: &mut Vec<Rect>,
) {
    let Some(value) = one.figure else { return };
    let palette = theme::palette(ui);
    let at = pos2(axis.x_of(one.on.on), values.y_of(value));
    let color = palette.text(role_of_side(context, one.side));
    let first = format!(
        "{} \u{b7} {}",
        text::day_of_month(one.on.on),
        percent_and(context, one, told)
    );
    let first = ui
        .painter()
        .layout_no_wrap(first, theme::semibold(12.5), color);
    let second = one.conceded.map(|conceded| {
        let words = change(told, conceded, &context.scenario().currency);
        ui.painter()
            .layout_no_wrap(words, theme::regular(12.5), palette.soft)
    });
    let wide = first
        .size()
        .x
        .max(second.as_ref().map_or(0.0, |one| one.size().x));
    let high = first.size().y + second.as_ref().map_or(0.0, |one| one.size().y);
    let places = [
        pos2(at.x - 6.0, at.y - 9.0 - high),
        pos2(at.x + 10.0, at.y + 6.0),
        pos2(at.x - 6.0, at.y + 10.0),
        pos2(at.x + 10.0, at.y - high / 2.0),
        pos2(at.x - wide + 6.0, at.y - 9.0 - high),
        pos2(at.x - wide + 6.0, at.y + 10.0),
        pos2(at.x + 14.0, at.y - 26.0 - high),
        pos2(at.x + 14.0, at.y + 26.0),
    ];
    let room = Rect::from_min_max(
        pos2(plot.left() - 4.0, plot.top() - ABOVE),
        pos2(plot.right() + 4.0, plot.bottom() - 2.0),
    );
    let rect = places
        .into_iter()
        .map(|min| Rect::from_min_size(min, vec2(wide, high)))
        .find(|rect| {
            room.contains_rect(*rect) && taken.iter().all(|other| !other.intersects(*rect))
        });
    // A crowd hides the words that find no place; the table has every figure.
    let Some(rect) = rect else { return };
    taken.push(rect.expand(2.0));
    let below = first.size().y;
    let ground = palette.card.gamma_multiply(0.8);
    ui.painter().rect_filled(rect, 2.0, ground);
    ui.painter().galley(rect.min, first, color);
    if let Some(second) = second {
        ui.painter()
            .galley(rect.min + vec2(0.0, below), second, palette.soft);
    }
}

/// The simple sum of a move's offer and its figure.
fn percent_and(context: &Context, one: &Move, told: Told) -> String {
    let results = context.results.of(&one.offer);
    let sum = results.and_then(|offer| offer.figures.simple_sum);
    let value = one
        .figure
        .map(|value| figure(told, value, &context.scenario().currency));
    let sum = sum.map(text::percent_close);
    [sum, value]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" \u{b7} ")
}

/// What lies between the sides after the last move shown, beside the plot.
fn remains(
    ui: &Ui,
    context: &Context,
    moves: &[Move],
    told: Told,
    (axis, values): (&TimeAxis, &ValueAxis),
) {
    let palette = theme::palette(ui);
    let latest = |side: Party| moves.iter().rev().find(|one| one.side == side)?.figure;
    let (Some(union), Some(employer)) = (latest(Party::Union), latest(Party::Employer)) else {
        return;
    };
    let Some(distance) = union.checked_sub(employer) else {
        return;
    };
    let (one, other) = (values.y_of(union), values.y_of(employer));
    let (top, bottom) = (one.min(other), one.max(other));
    let x = axis.x.max + 12.0;
    let stroke = Stroke::new(1.0, palette.soft);
    if bottom - top > 14.0 {
        arrow(ui.painter(), x, (top, bottom), stroke);
    }
    for y in [top, bottom] {
        ui.painter().hline(axis.x.max..=x + 4.0, y, stroke);
    }
    let middle = ((top + bottom) / 2.0).max(values.y.min + 14.0);
    let text = |dy: f32, words: &str, font: FontId, color: Color32| {
        let at = pos2(x + 8.0, middle + dy);
        ui.painter()
            .text(at, Align2::LEFT_CENTER, words, font, color);
    };
    let size = match told {
        Told::Cost => context.scenario().currency.short(distance.abs()),
        Told::EndRate => format!("{} points", text::points(distance.abs())),
    };
    text(-7.0, &size, theme::semibold(13.0), palette.ink);
    text(8.0, "remains", theme::regular(12.5), palette.soft);
}

fn arrow(painter: &Painter, x: f32, (top, bottom): (f32, f32), stroke: Stroke) {
    painter.vline(x, top..=bottom, stroke);
    for (y, inward) in [(top, 5.0), (bottom, -5.0)] {
        let points = vec![
            pos2(x - 3.5, y + inward),
            pos2(x, y),
            pos2(x + 3.5, y + inward),
        ];
        painter.add(Shape::line(points, stroke));
    }
}

/// The moves in words, for a screen reader.
#[must_use]
pub fn spoken(context: &Context, moves: &[Move], told: Told) -> String {
    let each = moves.iter().map(|one| {
        let value = one.figure.map_or_else(
            || "not costed".to_owned(),
            |value| figure(told, value, &context.scenario().currency),
        );
        format!(
            "{}, {}: {value}",
            words::date(one.on.on),
            context.name_of(&one.offer)
        )
    });
    each.collect::<Vec<_>>().join("; ")
}
