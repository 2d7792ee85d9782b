//! Stems, heads, percents and the bubble, painted.

use eframe::egui::{self, Rect, Stroke, Ui, pos2, vec2};

use super::bubble;
use super::drag::Drag;
use super::labels::{self, ALWAYS, Around, Wanted};
use super::place::{Head, head_id};
use crate::document::words;
use crate::scenario::{ClauseId, OfferId};
use crate::ui::state::Context;
use crate::ui::timeline::cursor;
use crate::ui::widgets::axis::{TimeAxis, ValueAxis};
use crate::ui::widgets::controls;
use crate::ui::widgets::names::drawing_order;
use crate::ui::widgets::theme::{self, Role};

/// Paints every raise, and the bubble of the one pointed at.
pub(super) fn paint(
    drag: Option<&Drag>,
    ui: &Ui,
    context: &Context,
    (all, axis, values): (&[Head], &TimeAxis, &ValueAxis),
    (plot, pointed): (Rect, Option<(OfferId, ClauseId)>),
) {
    let palette = theme::palette(ui);
    let scenario = context.scenario();
    let zero = values.y_of_number(0.0);
    let order: Vec<OfferId> = drawing_order(scenario)
        .into_iter()
        .map(|offer| offer.id.clone())
        .collect();
    let mut painted: Vec<&Head> = all.iter().collect();
    painted.sort_by_key(|head| order.iter().position(|id| *id == head.offer));
    let mut stems = Vec::new();
    for head in &painted {
        let color = dimmed(drag, context, head, palette.mark(head.role));
        let width = if head.role == Role::Other { 1.0 } else { 1.75 };
        let stroke = Stroke::new(width, color);
        let beside = (head.at.x - head.foot).abs() > 0.5;
        let knee = if beside {
            10.0_f32.min((zero - head.at.y).abs() * 0.3)
        } else {
            0.0
        };
        let toward = if head.at.y <= zero { -knee } else { knee };
        let foot = pos2(head.foot, zero);
        let bend = pos2(head.at.x, zero + toward);
        ui.painter().line_segment([foot, bend], stroke);
        ui.painter().line_segment([bend, head.at], stroke);
        stems.push(Rect::from_two_pos(bend, head.at).expand2(vec2(1.0, 0.0)));
    }
    let font = theme::semibold(12.5);
    let is_selected = |head: &Head| context.selection.is_chosen(&head.offer, head.clause);
    let is_pointed = |head: &Head| {
        let pointed = pointed.as_ref();
        pointed.is_some_and(|(offer, clause)| *offer == head.offer && *clause == head.clause)
    };
    let texts: Vec<_> = all
        .iter()
        .map(|head| {
            let percent = words::minus(&head.percent.normalize().to_string());
            let color = dimmed(drag, context, head, palette.text(head.role));
            ui.painter().layout_no_wrap(percent, font.clone(), color)
        })
        .collect();
    let wanted: Vec<Wanted> = all
        .iter()
        .zip(&texts)
        .map(|(head, text)| {
            // Offers that are only there say their percents when they are pointed at or chosen.
            let rank = match head.role {
                _ if is_pointed(head) || is_selected(head) => Some(ALWAYS),
                Role::Edited => Some(1),
                Role::A | Role::B if is_original(drag, context, head) => Some(3),
                Role::A | Role::B => Some(2),
                _ => None,
            };
            let size = text.size();
            Wanted { size, rank }
        })
        .collect();
    let lines = cursor::marks_at(context, axis);
    let around = Around {
        stems: &stems,
        lines: &lines,
        cursor: axis.x_of(context.screen.cursor),
        bounds: Rect::from_min_max(plot.min - vec2(6.0, 8.0), plot.max + vec2(40.0, 8.0)),
    };
    let labels = labels::places(all, &wanted, &around);
    for head in &painted {
        let color = dimmed(drag, context, head, palette.mark(head.role));
        if is_selected(head) {
            ui.painter()
                .circle_filled(head.at, 12.0, color.gamma_multiply(0.18));
        }
        if context.selection.is_locked(&head.offer, head.clause) {
            // A bar across the stem: this raise doesn't give way.
            let y = head.at.y + if head.at.y <= zero { 11.0 } else { -11.0 };
            let bar = Stroke::new(3.0, palette.ink);
            ui.painter()
                .hline(head.at.x - 6.0..=head.at.x + 6.0, y, bar);
        }
        let radius = if head.role == Role::Other { 4.5 } else { 6.0 };
        ui.painter().add(controls::head_shape(
            head.side,
            head.at,
            radius,
            color,
            head.open,
            palette.paper,
        ));
        if ui.memory(|memory| memory.has_focus(head_id(&head.offer, head.clause))) && drag.is_none()
        {
            ui.painter()
                .circle_stroke(head.at, 11.0, Stroke::new(2.0, palette.ink));
        }
    }
    let bubble = pointed
        .as_ref()
        .and_then(|(offer, clause)| {
            all.iter()
                .find(|head| head.offer == *offer && head.clause == *clause)
        })
        .map(|head| {
            let mut clear: Vec<Rect> = all.iter().map(Head::rect).collect();
            clear.extend(labels.iter().flatten());
            place_bubble(drag, ui, context, head, (&clear, plot))
        });
    for ((head, text), place) in all.iter().zip(texts).zip(labels) {
        let Some(place) = place else { continue };
        if around.crosses(place) {
            let plate = place.expand2(vec2(1.0, -2.0));
            ui.painter().rect_filled(plate, 2.0, palette.paper);
        }
        let color = palette.text(head.role);
        ui.painter().galley(place.min, text, color);
    }
    if let Some((rect, galleys)) = bubble {
        ui.painter().rect_filled(rect, 5.0, palette.chosen);
        let mut y = rect.top() + 6.0;
        for (galley, color) in galleys {
            let height = galley.size().y;
            ui.painter()
                .galley(pos2(rect.left() + 10.0, y), galley, color);
            y += height;
        }
    }
}

/// Whether a head belongs to a passed offer from which the drag under way starts a counter.
fn is_original(drag: Option<&Drag>, context: &Context, head: &Head) -> bool {
    let counter = drag.and_then(|drag| drag.counter.as_ref());
    counter.is_some_and(|(source, copy)| *source == head.offer && context.offer(&copy.id).is_some())
}

/// An original's colour while its counter is dragged: it steps back.
fn dimmed(
    drag: Option<&Drag>,
    context: &Context,
    head: &Head,
    color: egui::Color32,
) -> egui::Color32 {
    if is_original(drag, context, head) {
        color.gamma_multiply(0.45)
    } else {
        color
    }
}

/// What a bubble says, line by line.
type Said = Vec<(std::sync::Arc<egui::Galley>, egui::Color32)>;

/// The bubble's place and words; its thread to the head is painted at once, under the percents.
fn place_bubble(
    drag: Option<&Drag>,
    ui: &Ui,
    context: &Context,
    head: &Head,
    (clear, plot): (&[Rect], Rect),
) -> (Rect, Said) {
    let palette = theme::palette(ui);
    let figures = context.results.of(&head.offer).and_then(|offer| {
        offer
            .figures
            .raises
            .iter()
            .find(|raise| raise.clause == head.place)
    });
    let sign = if head.percent.is_sign_negative() {
        ""
    } else {
        "+"
    };
    let percent = words::percent_two(head.percent);
    let first = format!("{sign}{percent} on {}", words::date(head.date));
    let worth = figures.and_then(|raise| raise.worth).map_or_else(
        || "not costed".to_owned(),
        |worth| {
            format!(
                "worth {} over the term",
                crate::units::text::dollars_brief(worth)
            )
        },
    );
    let point = figures
        .and_then(|raise| raise.value_of_a_point)
        .map_or_else(String::new, |point| {
            format!(
                " \u{b7} a point here {}",
                crate::units::text::dollars_brief(point)
            )
        });
    let mut lines = vec![
        (first, theme::semibold(13.5), palette.on_chosen),
        (
            format!("{worth}{point}"),
            theme::regular(12.5),
            palette.on_chosen_soft,
        ),
    ];
    let starting = drag.and_then(|drag| drag.counter.as_ref());
    if let Some((source, _)) = starting {
        let name = context
            .offer(source)
            .map_or("", |offer| offer.name.as_str());
        let hint = format!("Drop: starts a counter from {name} \u{b7} Esc: leaves it as it was");
        lines.push((hint, theme::regular(12.5), palette.on_chosen_soft));
    } else if head.locked && !context.is_presenting() {
        let hint = "Locked \u{b7} drag to start a counter from this offer".to_owned();
        lines.push((hint, theme::regular(12.5), palette.on_chosen_soft));
    }
    let galleys: Vec<_> = lines
        .into_iter()
        .map(|(text, font, color)| (ui.painter().layout_no_wrap(text, font, color), color))
        .collect();
    let width = galleys
        .iter()
        .map(|(galley, _)| galley.size().x)
        .fold(0.0, f32::max);
    let height: f32 = galleys.iter().map(|(galley, _)| galley.size().y).sum();
    let size = vec2(width + 20.0, height + 12.0);
    let bounds = plot.expand2(vec2(0.0, 6.0));
    let rect = bubble::place(head.at, size, clear, bounds);
    let near = rect.clamp(head.at);
    let dots = Stroke::new(1.0, palette.faint);
    ui.painter()
        .extend(egui::Shape::dashed_line(&[head.at, near], dots, 2.0, 3.0));
    (rect, galleys)
}
