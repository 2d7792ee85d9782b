//! The raises lane: stems with heads that are dragged.

use eframe::egui::{
    self, Align2, CursorIcon, Id, Rangef, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, accesskit,
    pos2, vec2,
};
use rust_decimal::Decimal;

use super::drag::{Drag, moved_percent, snapped_day};
use super::heads::{Head, heads, label_places, stand_apart};
use super::{TITLE, bubble, keys, lane_title, year_lines};
use crate::document::{Results, words};
use crate::scenario::OfferId;
use crate::ui::place::{TimeAxis, ValueAxis, number, round_range, spoken};
use crate::ui::theme::{self, Role};
use crate::ui::words_of::drawing_order;
use crate::ui::{Selected, Window, controls};
use crate::units::Percent;

/// The name a head's widget keeps while its raise stays in the scenario.
#[must_use]
pub fn head_id(offer: &OfferId, clause: usize) -> Id {
    Id::unique(("raise head", offer.0.as_str(), clause))
}

/// Paints the lane and takes clicks, drags and keys on its heads.
pub fn show(window: &mut Window, ui: &mut Ui, results: &Results, axis: &TimeAxis, lane: Rect) {
    let plot = Rect::from_x_y_ranges(axis.x, lane.top() + TITLE..=lane.bottom());
    let kept = window.timeline.ranges[0].filter(|_| window.drag.is_some());
    let range = kept.unwrap_or_else(|| range_of(window));
    window.timeline.ranges[0] = Some(range);
    let values = ValueAxis {
        low: range.0,
        high: range.1,
        y: Rangef::new(plot.top() + 14.0, plot.bottom() - 4.0),
    };
    let note = "drag up or down for percent, sideways for date";
    lane_title(ui, lane, "Raises", note);
    grid(ui, axis, &values, range.2);
    add_where_double_clicked(window, ui, axis, &values, plot);
    let mut all = heads(window.document.scenario(), axis, &values);
    let moving = window
        .drag
        .as_ref()
        .map(|drag| (drag.offer.clone(), drag.clause));
    let moving = moving.as_ref().map(|(offer, clause)| (offer, *clause));
    stand_apart(&mut all, moving, &mut window.timeline.standing, axis.x.min);
    let pointed = interact(window, ui, &all, axis, &values);
    paint(window, ui, results, &all, &values, plot, pointed);
}

fn range_of(window: &Window) -> (f32, f32, f32) {
    let percents = window.document.scenario().offers.iter().flat_map(|offer| {
        let percents = offer
            .clauses
            .iter()
            .filter_map(|clause| clause.terms.percent());
        percents.map(|percent| number(percent.get()))
    });
    let (low, high) = percents.fold((0.0_f32, 8.0_f32), |(low, high), value| {
        (low.min(value), high.max(value + 0.5))
    });
    round_range(low, high, 5.0)
}

fn grid(ui: &Ui, axis: &TimeAxis, values: &ValueAxis, step: f32) {
    let palette = theme::palette(ui);
    year_lines(ui, axis, values.y);
    let ticks = ((values.high - values.low) / step).round() as i32;
    for tick in 0..=ticks {
        let value = values.low + tick as f32 * step;
        let y = values.y_of_number(value);
        ui.painter()
            .hline(axis.x, y, Stroke::new(1.0, palette.rule));
        let label = words::minus(&format!("{value:.0}%"));
        let at = pos2(axis.x.min - 8.0, y);
        ui.painter().text(
            at,
            Align2::RIGHT_CENTER,
            label,
            theme::regular(12.0),
            palette.faint,
        );
    }
}

fn add_where_double_clicked(
    window: &mut Window,
    ui: &Ui,
    axis: &TimeAxis,
    values: &ValueAxis,
    plot: Rect,
) {
    let sense = Sense::CLICK;
    let ground = ui.interact(plot, ui.scope_id().with("raises ground"), sense);
    ground.widget_info(|| {
        WidgetInfo::labeled(
            egui::Role::GraphicsObject,
            true,
            "Raises; double-click adds one",
        )
    });
    let Some(pointer) = ground.interact_pointer_pos() else {
        return;
    };
    if ground.clicked() {
        window.selected = None;
    }
    if ground.double_clicked() {
        let day = snapped_day(window.document.scenario(), axis.day_at(pointer.x)).max(axis.first);
        let up = values.y_of_number(0.0) - pointer.y;
        let percent = moved_percent(Decimal::ZERO, values.hundredths_in(up), false);
        window.add_raise(day, percent);
    }
}

/// Heads in date order, so that Tab walks them so. Returns the head pointed at or focused.
fn interact(
    window: &mut Window,
    ui: &Ui,
    all: &[Head],
    axis: &TimeAxis,
    values: &ValueAxis,
) -> Option<(OfferId, usize)> {
    let mut pointed = None;
    for head in all {
        let id = head_id(&head.offer, head.clause);
        let rect = Rect::from_center_size(head.at, Vec2::splat(24.0));
        let response = ui
            .interact(rect, id, Sense::drag())
            .on_hover_cursor(CursorIcon::Grab);
        describe(window, ui, head, &response);
        keys::on_head(window, ui, head, &response);
        if response.drag_started()
            && window.drag.is_none()
            && let Some(pointer) = ui.input(|input| input.pointer.press_origin())
        {
            response.request_focus();
            Drag::begin(window, head, pointer, *axis, *values);
        }
        if response.has_focus() && response.gained_focus() && window.drag.is_none() {
            window.selected = Some(Selected {
                offer: head.offer.clone(),
                clause: head.clause,
            });
        }
        if response.hovered() || (response.has_focus() && pointed.is_none()) {
            pointed = Some((head.offer.clone(), head.clause));
        }
    }
    if let Some(drag) = &window.drag {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        pointed = Some(match &drag.counter {
            Some((source, copy)) if window.document.offer(&copy.id).is_none() => {
                (source.clone(), drag.clause)
            }
            _ => (drag.offer.clone(), drag.clause),
        });
    }
    pointed
}

/// A head is a slider to a screen reader: its percent is the value.
fn describe(window: &mut Window, ui: &Ui, head: &Head, response: &egui::Response) {
    let scenario = window.document.scenario();
    let name = scenario
        .offer(&head.offer)
        .map_or("", |offer| offer.name.as_str());
    let label = format!("{name}, raise {} of {}", head.number, head.of);
    let value = spoken(head.percent);
    response.widget_info(|| WidgetInfo::slider(true, value, &label));
    let text = format!(
        "{} percent on {}",
        head.percent.normalize(),
        words::date(head.date)
    );
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(-50.0);
        node.set_max_numeric_value(100.0);
        node.set_numeric_value_step(0.25);
        node.set_value(text);
        node.add_action(accesskit::Action::SetValue);
        node.add_action(accesskit::Action::Increment);
        node.add_action(accesskit::Action::Decrement);
    });
    let (steps, exact) = ui.input(|input| {
        let ups = input.num_accesskit_action_requests(response.id, accesskit::Action::Increment);
        let downs = input.num_accesskit_action_requests(response.id, accesskit::Action::Decrement);
        let steps = i64::try_from(ups).unwrap_or(0) - i64::try_from(downs).unwrap_or(0);
        let exact = input
            .accesskit_action_requests(response.id, accesskit::Action::SetValue)
            .filter_map(|request| match &request.data {
                Some(accesskit::ActionData::NumericValue(value)) => {
                    Some((value * 100.0).round() as i64)
                }
                Some(accesskit::ActionData::Value(text)) => {
                    let percent = crate::document::entry::percent(text).ok()?;
                    crate::units::decimal::in_units(percent.get(), 2)
                        .and_then(|units| i64::try_from(units).ok())
                }
                _ => None,
            })
            .last();
        (steps, exact)
    });
    let percent = match exact {
        Some(hundredths) => Decimal::new(hundredths, 2).normalize(),
        None if steps != 0 => moved_percent(head.percent, steps * 25, false),
        None => return,
    };
    if let Ok(percent) = Percent::new(percent) {
        window.change_raise(&head.offer, head.clause, head.date, percent);
    }
}

fn paint(
    window: &Window,
    ui: &Ui,
    results: &Results,
    all: &[Head],
    values: &ValueAxis,
    plot: Rect,
    pointed: Option<(OfferId, usize)>,
) {
    let palette = theme::palette(ui);
    let scenario = window.document.scenario();
    let zero = values.y_of_number(0.0);
    let order: Vec<OfferId> = drawing_order(scenario)
        .into_iter()
        .map(|offer| offer.id.clone())
        .collect();
    let mut painted: Vec<&Head> = all.iter().collect();
    painted.sort_by_key(|head| order.iter().position(|id| *id == head.offer));
    let mut stems = Vec::new();
    for head in &painted {
        let color = palette.mark(head.role);
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
    let texts: Vec<_> = all
        .iter()
        .map(|head| {
            // Offers that are only there say their percents when they are pointed at.
            let shown = head.role != Role::Other;
            let percent = head.percent.normalize().to_string();
            let text = if shown {
                words::minus(&percent)
            } else {
                String::new()
            };
            ui.painter()
                .layout_no_wrap(text, font.clone(), palette.text(head.role))
        })
        .collect();
    let sizes: Vec<Vec2> = texts.iter().map(|text| text.size()).collect();
    let bounds = plot.expand2(vec2(40.0, 8.0));
    let labels = label_places(all, &sizes, &stems, bounds);
    for head in &painted {
        let selected = window
            .selected
            .as_ref()
            .is_some_and(|one| one.offer == head.offer && one.clause == head.clause);
        let color = palette.mark(head.role);
        if selected {
            ui.painter()
                .circle_filled(head.at, 12.0, color.gamma_multiply(0.18));
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
        if ui.memory(|memory| memory.has_focus(head_id(&head.offer, head.clause)))
            && window.drag.is_none()
        {
            ui.painter()
                .circle_stroke(head.at, 11.0, Stroke::new(2.0, palette.ink));
        }
    }
    let bubble = pointed
        .and_then(|(offer, clause)| {
            all.iter()
                .find(|head| head.offer == offer && head.clause == clause)
        })
        .map(|head| {
            let mut clear: Vec<Rect> = all.iter().map(Head::rect).collect();
            clear.extend(&labels);
            place_bubble(window, ui, results, head, &clear, plot)
        });
    for ((head, text), place) in all.iter().zip(texts).zip(&labels) {
        let color = palette.text(head.role);
        ui.painter().rect_filled(
            place.shrink2(vec2(0.0, 3.0)),
            2.0,
            palette.paper.gamma_multiply(0.7),
        );
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

/// What a bubble says, line by line.
type Said = Vec<(std::sync::Arc<egui::Galley>, egui::Color32)>;

/// The bubble's place and words; its thread to the head is painted at once, under the percents.
fn place_bubble(
    window: &Window,
    ui: &Ui,
    results: &Results,
    head: &Head,
    clear: &[Rect],
    plot: Rect,
) -> (Rect, Said) {
    let palette = theme::palette(ui);
    let figures = results.of(&head.offer).and_then(|offer| {
        offer
            .figures
            .raises
            .iter()
            .find(|raise| raise.clause == head.clause)
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
        |worth| format!("worth {} over the term", words::dollars_brief(worth)),
    );
    let point = figures
        .and_then(|raise| raise.value_of_a_point)
        .map_or_else(String::new, |point| {
            format!(" \u{b7} a point here {}", words::dollars_brief(point))
        });
    let mut lines = vec![
        (first, theme::semibold(13.5), palette.on_chosen),
        (
            format!("{worth}{point}"),
            theme::regular(12.5),
            palette.on_chosen_soft,
        ),
    ];
    let starting = window.drag.as_ref().and_then(|drag| drag.counter.as_ref());
    if let Some((source, _)) = starting {
        let name = window
            .document
            .offer(source)
            .map_or("", |offer| offer.name.as_str());
        let hint = format!("Drop to start a counter from {name} \u{b7} Esc to leave it");
        lines.push((hint, theme::regular(12.5), palette.on_chosen_soft));
    } else if head.locked {
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
