//! Stems, heads, what is written beside them and the bubble, painted.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{self, Color32, Galley, Rect, Stroke, Ui, Vec2, pos2, vec2};

use super::bands::{Bands, Whose};
use super::drag::Drag;
use super::head::{Head, Key, head_id};
use super::labels::{self, ALWAYS, Around, Wanted};
use super::place::upright;
use super::{bubble, said};
use crate::scenario::OfferId;
use crate::ui::state::Context;
use crate::ui::timeline::{LEFT, cursor};
use crate::ui::widgets::axis::TimeAxis;
use crate::ui::widgets::controls;
use crate::ui::widgets::names::drawing_order;
use crate::ui::widgets::theme::{self, Role};

/// The most a label may take, in points.
const LABEL: f32 = 150.0;

/// Paints every raise, and the bubble of the one pointed at.
pub(super) fn paint(
    drag: Option<&Drag>,
    ui: &Ui,
    context: &Context,
    (all, axis, bands): (&[Head], &TimeAxis, &Bands),
    (plot, values, pointed): (Rect, &[Rect], Option<Key>),
    free: &[Rect],
) {
    let palette = theme::palette(ui);
    let scenario = context.scenario();
    let order: Vec<OfferId> = drawing_order(scenario)
        .into_iter()
        .map(|offer| offer.id.clone())
        .collect();
    let mut painted: Vec<&Head> = all.iter().collect();
    painted.sort_by_key(|head| order.iter().position(|id| *id == head.key.offer));
    let mut stems = Vec::new();
    for head in &painted {
        let color = dimmed(drag, context, head, mark(&palette, head));
        let zero = head.zero;
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
        if head.owed || head.left_out {
            let way = [foot, bend, head.at];
            ui.painter()
                .extend(egui::Shape::dashed_line(&way, stroke, 2.0, 3.0));
        } else {
            ui.painter().line_segment([foot, bend], stroke);
            ui.painter().line_segment([bend, head.at], stroke);
        }
        stems.push(upright(head.at, bend.y));
    }
    let font = theme::semibold(12.5);
    let is_selected = |head: &Head| {
        context
            .selection
            .is_chosen(&head.key.offer, head.key.clause)
    };
    let is_pointed = |head: &Head| pointed.as_ref() == Some(&head.key);
    let written = |head: &Head, text: &str| {
        let color = dimmed(drag, context, head, text_color(&palette, head));
        let strike = if head.left_out { 1.0 } else { 0.0 };
        let format = TextFormat {
            font_id: font.clone(),
            color,
            strikethrough: Stroke::new(strike, color),
            ..TextFormat::default()
        };
        let mut job = LayoutJob::single_section(text.to_owned(), format);
        job.wrap = TextWrapping::truncate_at_width(LABEL);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let wanted = |head: &Head, size: Vec2| {
        // Offers that are only there say their percents when they are pointed at or chosen.
        let rank = match head.role {
            _ if is_pointed(head) || is_selected(head) => Some(ALWAYS),
            _ if head.owed || head.left_out => Some(4),
            Role::Edited => Some(1),
            Role::A | Role::B if is_original(drag, context, head) => Some(3),
            Role::A | Role::B => Some(2),
            // One with a row of its own has room for them.
            _ if bands.are_split() && is_alone(bands, head) => Some(5),
            _ => None,
        };
        let room = bands.room_of(head.row, plot.y_range());
        let bounds = Rect::from_x_y_ranges(plot.left() - LEFT..=plot.right() + 40.0, room);
        Wanted { size, rank, bounds }
    };
    let lines = cursor::marks_at(context, axis);
    let around = Around {
        stems: &stems,
        lines: &lines,
        values,
        cursor: axis.x_of(context.screen.cursor),
    };
    let mut texts: Vec<_> = all.iter().map(|head| written(head, &head.label)).collect();
    let placed = |texts: &[Arc<Galley>]| {
        let own = all.iter().zip(texts);
        let wanted: Vec<Wanted> = own.map(|(head, text)| wanted(head, text.size())).collect();
        labels::places(all, &wanted, &around)
    };
    let mut labels = placed(&texts);
    // Whom a term is for gives way before the term itself does.
    let mut shorter = false;
    for ((head, text), label) in all.iter().zip(&mut texts).zip(&labels) {
        if label.is_none() && head.brief != head.label {
            *text = written(head, &head.brief);
            shorter = true;
        }
    }
    if shorter {
        labels = placed(&texts);
    }
    for head in &painted {
        let color = dimmed(drag, context, head, mark(&palette, head));
        let zero = head.zero;
        if is_selected(head) {
            ui.painter()
                .circle_filled(head.at, 12.0, color.gamma_multiply(0.18));
        }
        if context
            .selection
            .is_locked(&head.key.offer, head.key.clause)
        {
            // A bar across the stem: this raise doesn't give way.
            let y = head.at.y + if head.at.y <= zero { 11.0 } else { -11.0 };
            let bar = Stroke::new(3.0, palette.ink);
            ui.painter()
                .hline(head.at.x - 6.0..=head.at.x + 6.0, y, bar);
        }
        if head.owed {
            // A flat cap: nothing to take hold of.
            let cap = Stroke::new(3.0, color);
            ui.painter()
                .hline(head.at.x - 6.0..=head.at.x + 6.0, head.at.y, cap);
            continue;
        }
        let radius = head.radius;
        let shape =
            |open| controls::head_shape(head.side, head.at, radius, color, open, palette.paper);
        ui.painter().add(shape(head.open || head.scoped));
        if head.scoped {
            // Half filled: for some employees only.
            let half = Rect::everything_left_of(head.at.x).intersect(ui.clip_rect());
            ui.painter().with_clip_rect(half).add(shape(false));
        }
        if ui.memory(|memory| memory.has_focus(head_id(&head.key))) && drag.is_none() {
            ui.painter()
                .circle_stroke(head.at, 11.0, Stroke::new(2.0, palette.ink));
        }
    }
    let bubble = pointed
        .as_ref()
        .and_then(|key| all.iter().find(|head| head.key == *key))
        .map(|head| {
            let mut clear: Vec<Rect> = all.iter().map(Head::rect).collect();
            clear.extend(labels.iter().flatten());
            clear.extend(values);
            place_bubble(drag, ui, context, head, (&clear, plot, free))
        });
    for ((head, text), place) in all.iter().zip(texts).zip(labels) {
        let Some(place) = place else { continue };
        // The bubble's thread runs under what is written of its head.
        if around.crosses(place) || (bubble.is_some() && is_pointed(head)) {
            let plate = place.expand2(vec2(1.0, -2.0));
            ui.painter().rect_filled(plate, 2.0, palette.paper);
        }
        let color = text_color(&palette, head);
        ui.painter().galley(place.min, text, color);
    }
    if let Some((rect, galleys)) = bubble {
        // Above what is painted after: it may stand in a lane below.
        let layer = egui::LayerId::new(egui::Order::Middle, egui::Id::unique("bubble of a head"));
        let painter = ui.ctx().layer_painter(layer).with_clip_rect(ui.clip_rect());
        painter.rect_filled(rect, 5.0, palette.chosen);
        let mut y = rect.top() + 6.0;
        for (galley, color) in galleys {
            let height = galley.size().y;
            painter.galley(pos2(rect.left() + 10.0, y), galley, color);
            y += height;
        }
    }
}

/// Whether a head stands in a row of its own offer.
fn is_alone(bands: &Bands, head: &Head) -> bool {
    let row = bands.rows().get(head.row);
    row.is_some_and(|(whose, _)| matches!(whose, Whose::Offer(_)))
}

/// Whether a head belongs to a passed offer from which the drag under way starts a counter.
fn is_original(drag: Option<&Drag>, context: &Context, head: &Head) -> bool {
    let counter = drag.and_then(|drag| drag.counter.as_ref());
    counter.is_some_and(|(source, copy)| {
        *source == head.key.offer && context.offer(&copy.id).is_some()
    })
}

/// What isn't counted, or isn't an offer's, is grey.
fn mark(palette: &theme::Palette, head: &Head) -> Color32 {
    if head.owed || head.left_out {
        palette.faint
    } else {
        palette.mark(head.role)
    }
}

fn text_color(palette: &theme::Palette, head: &Head) -> Color32 {
    if head.owed || head.left_out {
        palette.soft
    } else {
        palette.text(head.role)
    }
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

/// Left of the edge, where a bar scrolls the lanes, in points.
const BESIDE_BAR: f32 = 12.0;

/// What a bubble says, line by line.
type Said = Vec<(std::sync::Arc<egui::Galley>, egui::Color32)>;

/// The bubble's place and words; its thread to the head is painted at once, under the percents.
fn place_bubble(
    drag: Option<&Drag>,
    ui: &Ui,
    context: &Context,
    head: &Head,
    (clear, plot, free): (&[Rect], Rect, &[Rect]),
) -> (Rect, Said) {
    let palette = theme::palette(ui);
    let lines = said::lines(drag, context, head);
    let galleys: Vec<_> = lines
        .into_iter()
        .enumerate()
        .map(|(index, text)| {
            let (font, color) = match index {
                0 => (theme::semibold(13.5), palette.on_chosen),
                _ => (theme::regular(12.5), palette.on_chosen_soft),
            };
            let room = (plot.width() - 24.0).max(120.0);
            let mut job = LayoutJob::simple_singleline(text, font, color);
            job.wrap = TextWrapping::truncate_at_width(room);
            (ui.fonts_mut(|fonts| fonts.layout_job(job)), color)
        })
        .collect();
    let width = galleys
        .iter()
        .map(|(galley, _)| galley.size().x)
        .fold(0.0, f32::max);
    let height: f32 = galleys.iter().map(|(galley, _)| galley.size().y).sum();
    let size = vec2(width + 20.0, height + 12.0);
    // Right of the lane's end there is room too, and where heads fill it, in the lanes of curves.
    let mut own = plot.expand2(vec2(0.0, 6.0));
    own.max.x = own.max.x.max(ui.max_rect().right() - BESIDE_BAR);
    let seen = ui.clip_rect().shrink(2.0);
    let places: Vec<Rect> = std::iter::once(own)
        .chain(free.iter().copied())
        .map(|place| place.intersect(seen))
        .filter(|place| place.is_positive())
        .collect();
    let rect = bubble::place(head.at, size, clear, &places);
    let near = rect.clamp(head.at);
    let dots = Stroke::new(1.0, palette.faint);
    ui.painter()
        .extend(egui::Shape::dashed_line(&[head.at, near], dots, 2.0, 3.0));
    (rect, galleys)
}
