//! The centre: lanes that share one time axis and one cursor.

mod borders;
mod cursor;
pub mod heads;
mod lanes;
mod terms;

use std::sync::Arc;

use eframe::egui::containers::scroll_area::{DragScroll, ScrollSource};
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Align2, Color32, FontId, Galley, Id, Rangef, Rect, ScrollArea, Sense, Stroke, Ui, pos2, vec2,
};

use crate::document::words;
use crate::figure::Axis;
use crate::ui::state::lane_sizes::{EachLane, Lane, LaneSizes};
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::axis::TimeAxis;
use crate::ui::widgets::{names, theme};
use heads::Heads;

/// Room on the left for values, on the right for the ends of curves.
const LEFT: f32 = 48.0;
const RIGHT: f32 = 104.0;
/// The most of the width that the ends of curves take.
const MOST_RIGHT: f32 = 0.2;
/// A lane's title row.
const TITLE: f32 = 20.0;
/// The row of dates under the first lane.
const DATES: f32 = 22.0;
/// Between two lanes, where the handle is.
const GAP: f32 = 10.0;
/// Room under the last lane for the lower half of its lowest value.
const BELOW: f32 = 10.0;

/// What the lanes remember between frames.
#[derive(Debug, Default)]
pub struct Timeline {
    /// The raises lane's own state, with the drag under way.
    pub(super) heads: Heads,
    /// The lane of other terms.
    terms: terms::Terms,
    /// The value axes of the other lanes, kept while a drag is under way.
    axes: EachLane<Option<Axis>>,
    /// The room the values on the left took last, in points.
    gutter: f32,
    /// Which lanes had words instead of curves last: no line runs through those.
    in_words: EachLane<bool>,
}

/// The least height of the lanes in which the dates stand on the lower edge, in points.
const LEAST_WITH_DATES: f32 = 80.0;

/// The least height the lanes share, for each of them: a curve can still be read in its part of it.
const LEAST_SHARED: f32 = 55.0;

/// Paints all lanes and takes the pointer's wishes. Where they need more height than there is, they scroll.
pub fn show(own: &mut Timeline, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let room = ui.available_height();
    let lanes = ScrollArea::vertical()
        .id_salt("lanes")
        .auto_shrink(false)
        .min_scrolled_height(0.0)
        // Dragging is for heads, borders and the cursor.
        .scroll_source(ScrollSource {
            drag: DragScroll::Never,
            ..ScrollSource::default()
        })
        .show(ui, |ui| in_room(own, ui, context, actions, room));
    // Where they would be cut by the lower edge, the dates stand on it.
    if let Some((axis, y)) = lanes.inner {
        let seen = lanes.inner_rect.intersect(ui.clip_rect());
        let row = Rect::from_min_max(pos2(seen.left(), seen.bottom() - DATES), seen.max);
        // In less room than this they would take what little is seen of a lane.
        let has_room = seen.height() >= LEAST_WITH_DATES;
        if has_room && y + DATES - 4.0 > seen.bottom() {
            let palette = theme::palette(ui);
            ui.painter().rect_filled(row, 0.0, palette.paper);
            let rule = Stroke::new(1.0, palette.rule);
            ui.painter().hline(row.x_range(), row.top(), rule);
            top_dates(ui, &axis, row.top() + 4.0);
        }
    }
}

/// The lanes in the room there is. Returns their axis and where the dates stand, where there are lanes.
fn in_room(
    own: &mut Timeline,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    room: f32,
) -> Option<(TimeAxis, f32)> {
    let whole = ui.available_rect_before_wrap();
    let seen = Rect::from_min_size(whole.min, vec2(whole.width(), room));
    let lanes = &context.screen.lanes;
    let axis = TimeAxis {
        first: context.scenario().term.first_day,
        end: context.results.horizon.plus_days(1),
        x: Rangef::new(
            seen.left() + own.gutter.max(LEFT),
            seen.right() - room_for_ends(ui, context, seen.width()),
        ),
    };
    let shows_terms = context.screen.lanes.shows(Lane::Terms);
    let chips = if shows_terms {
        terms::laid_out(&own.terms, ui, context, (&axis, seen), own.heads.moving())
    } else {
        Vec::new()
    };
    let needed = (!chips.is_empty()).then(|| terms::height(&chips));
    let taken = needed.map_or(0.0, |needed| needed + TITLE + GAP);
    let shown = lanes.shown().len();
    let others = spared(shown) + taken;
    let shared = (room - others).max(LEAST_SHARED * shown as f32);
    let first = lanes.heights(shared).first().copied().unwrap_or_default();
    let more = if lanes.shows(Lane::Raises) {
        own.heads.height(first) - first
    } else {
        0.0
    };
    let size = vec2(whole.width(), others + shared + more);
    let (area, hover) = ui.allocate_exact_size(size, Sense::hover());
    hover.widget_info(|| {
        let label =
            "Timeline: raises, wage level, cost and one employee\u{2019}s pay over the term";
        eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Figure, true, label)
    });
    let places = places(lanes, area, (shared, more), needed);
    let (Some((_, first)), Some((_, last))) = (places.first(), places.last()) else {
        return None;
    };
    let dates = first.bottom() + 4.0;
    top_dates(ui, &axis, dates);
    let all = Rect::from_x_y_ranges(axis.x, first.top() + TITLE..=last.bottom());
    cursor::follow_pointer(ui, context, actions, &axis, all);
    let plot_of = |rect: &Rect| Rect::from_x_y_ranges(axis.x, rect.top() + TITLE..=rect.bottom());
    let drawn = || places.iter().filter(|(lane, _)| !own.in_words[*lane]);
    let plots: Vec<Rect> = drawn().map(|(_, rect)| plot_of(rect)).collect();
    let of_curves = drawn().filter(|(lane, _)| !matches!(lane, Lane::Raises | Lane::Terms));
    let curves: Vec<Rect> = of_curves.map(|(_, rect)| plot_of(rect)).collect();
    let marks = cursor::marks(ui, context, &axis, &plots);
    let mut widest = 0.0_f32;
    for (index, (lane, rect)) in places.iter().enumerate() {
        let room = match lane {
            Lane::Raises => {
                let around = heads::input::Around {
                    plots: &plots,
                    marks: &marks,
                    free: &curves,
                };
                let place = (&axis, *rect);
                heads::input::show(&mut own.heads, ui, context, actions, place, &around);
                own.heads.widest
            }
            Lane::Terms => {
                let state = (&mut own.terms, &mut own.heads);
                terms::show(state, ui, context, actions, (&axis, *rect, &chips));
                0.0
            }
            _ => {
                let up = &mut own.axes[*lane];
                let widest = lanes::show(up, ui, context, actions, (&axis, *lane, *rect));
                let in_words = widest.is_none();
                if in_words != own.in_words[*lane] {
                    own.in_words[*lane] = in_words;
                    ui.ctx().request_discard("a lane of words");
                }
                widest.unwrap_or_default()
            }
        };
        widest = widest.max(room);
        borders::lane_menu(ui, context, actions, *lane, *rect);
        // Other terms take what they need: the border below the raises is theirs and the next lane's.
        let mut next = places.iter().skip(index + 1);
        let next = next
            .find(|(lane, _)| *lane != Lane::Terms)
            .filter(|_| *lane != Lane::Terms);
        if let Some((below, next)) = next {
            let gap = Rect::from_x_y_ranges(area.x_range(), next.top() - GAP..=next.top());
            let border = borders::Border {
                above: *lane,
                below: *below,
                gap,
                total: shared,
            };
            borders::handle(ui, context, actions, &border);
        }
    }
    // The gutter holds the widest value; it stands still during a drag.
    let gutter = widest + BESIDE + 6.0;
    if (gutter - own.gutter).abs() > 0.5 && !own.heads.is_dragging() {
        own.gutter = gutter;
        ui.ctx().request_repaint();
    }
    if !context.screen.lanes.shows(Lane::Raises) {
        cursor::line(ui, context, &axis, &plots);
    }
    Some((axis, dates))
}

/// What lanes don't share: their titles, the dates, the gaps and the room under the last.
fn spared(lanes: usize) -> f32 {
    let lanes = lanes as f32;
    lanes * TITLE + DATES + (lanes - 1.0) * GAP + BELOW
}

/// Where the lanes shown stand, title included; the dates stand under the first. Other terms stand below the
/// raises, as high as they need. The raises have `more` than their share where their rows need it.
fn places(
    lanes: &LaneSizes,
    area: Rect,
    (shared, more): (f32, f32),
    terms: Option<f32>,
) -> Vec<(Lane, Rect)> {
    let mut top = area.top();
    let shown = lanes.shown().into_iter();
    let mut shown: Vec<(Lane, f32)> = shown.zip(lanes.heights(shared)).collect();
    if let Some((Lane::Raises, height)) = shown.first_mut() {
        *height += more;
    }
    if let Some(height) = terms {
        let after = shown.iter().position(|(lane, _)| *lane == Lane::Raises);
        shown.insert(after.map_or(0, |after| after + 1), (Lane::Terms, height));
    }
    shown
        .into_iter()
        .enumerate()
        .map(|(index, (lane, height))| {
            let bottom = top + TITLE + height;
            let rect = Rect::from_min_max(pos2(area.left(), top), pos2(area.right(), bottom));
            top = bottom + GAP + if index == 0 { DATES } else { 0.0 };
            (lane, rect)
        })
        .collect()
}

/// The contract years and their first days, under the raises.
fn top_dates(ui: &Ui, axis: &TimeAxis, y: f32) {
    let palette = theme::palette(ui);
    let mut start = axis.first;
    let mut year = 1;
    let room = axis.x_of(axis.first.plus_months(12)) - axis.x.min;
    // Every date where each has room, else every second, every fifth or every tenth.
    let date = words::month_year(axis.first);
    let date = ui
        .painter()
        .layout_no_wrap(date, theme::regular(12.5), palette.soft);
    let wide = date.size().x + 8.0;
    let every = [1, 2, 5]
        .into_iter()
        .find(|every| room * *every as f32 >= wide);
    let every = every.unwrap_or(10);
    while start <= axis.end && year < 60 {
        let next = axis.first.plus_months(12 * year);
        let font = theme::regular(12.5);
        if (year - 1) % every == 0 {
            ui.painter().text(
                pos2(axis.x_of(start), y),
                Align2::CENTER_TOP,
                words::month_year(start),
                font.clone(),
                palette.soft,
            );
        }
        if next <= axis.end && room > 110.0 {
            let middle = (axis.x_of(start) + axis.x_of(next)) / 2.0;
            let label = format!("Year {year}");
            ui.painter().text(
                pos2(middle, y),
                Align2::CENTER_TOP,
                label,
                font,
                palette.faint,
            );
        }
        start = next;
        year += 1;
    }
}

/// The year starts, as grid lines of one lane.
fn year_lines(ui: &Ui, axis: &TimeAxis, y: Rangef) {
    let stroke = Stroke::new(1.0, theme::palette(ui).rule);
    let mut year = 0;
    while axis.first.plus_months(12 * year) <= axis.end && year < 60 {
        let x = axis.x_of(axis.first.plus_months(12 * year));
        ui.painter().vline(x, y, stroke);
        year += 1;
    }
    ui.painter().vline(axis.x.max, y, stroke);
}

/// A lane's title, and before `limit` the first of some notes that has room there, else as much of the last as has;
/// pointed at, one that isn't whole is told whole.
fn lane_title(ui: &Ui, lane: Rect, title: &str, notes: &[String], limit: f32) {
    let palette = theme::palette(ui);
    let at = pos2(lane.left(), lane.top());
    let font = theme::semibold(13.0);
    let title = {
        let galley = ui
            .painter()
            .layout_no_wrap(title.to_owned(), font, palette.ink);
        let rect = Rect::from_min_size(at, galley.size());
        ui.painter().galley(at, galley, palette.ink);
        rect
    };
    let Some(whole) = notes.first().filter(|whole| !whole.is_empty()) else {
        return;
    };
    let room = limit - title.right() - 8.0;
    let laid = |note: &String| {
        let font = theme::regular(12.5);
        let mut job = LayoutJob::simple_singleline(note.clone(), font, palette.soft);
        job.wrap = TextWrapping::truncate_at_width(room.max(0.0));
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let fitting = notes
        .iter()
        .map(|note| (note == whole, laid(note)))
        .find(|(_, galley)| !galley.elided);
    let last = || notes.last().map(|note| (false, laid(note)));
    let shown = fitting.or_else(|| last().filter(|_| room >= LEAST_NOTE));
    let mut place = title;
    let is_whole = match shown {
        Some((is_whole, galley)) => {
            let at = pos2(title.right() + 8.0, title.bottom() - galley.size().y);
            place = place.union(Rect::from_min_size(at, galley.size()));
            ui.painter().galley(at, galley, palette.soft);
            is_whole
        }
        None => false,
    };
    if !is_whole {
        let id = Id::unique(("note of a lane", whole.as_str()));
        ui.interact(place, id, Sense::hover()).on_hover_text(whole);
    }
}

/// A note with less room than this isn't written, in points.
const LEAST_NOTE: f32 = 60.0;

/// Right of the lanes, the room for the names of A, B and the edited offer beside an amount. It depends on no value, so
/// that it stands still while one is dragged.
fn room_for_ends(ui: &Ui, context: &Context, width: f32) -> f32 {
    let scenario = context.scenario();
    let compared = [&scenario.a, &scenario.b, &scenario.counter]
        .into_iter()
        .flatten();
    let font = theme::semibold(12.5);
    let widest = compared
        .filter_map(|id| scenario.offer(id))
        .map(|offer| {
            let text = format!("{} +$88,888", names::short_name(offer));
            let ink = theme::palette(ui).ink;
            let galley = ui.painter().layout_no_wrap(text, font.clone(), ink);
            galley.size().x + 14.0
        })
        .fold(RIGHT, f32::max);
    widest.min((width * MOST_RIGHT).max(RIGHT))
}

/// Between the plot and the values left of it: room for half a head that stands on the first day.
const BESIDE: f32 = 14.0;

/// A value of an axis, left of the plot. Returns the place it takes.
fn value_label(ui: &Ui, axis: &TimeAxis, y: f32, label: &str) -> Rect {
    let at = pos2(axis.x.min - BESIDE, y);
    let (font, color) = (theme::regular(12.0), theme::palette(ui).faint);
    ui.painter()
        .text(at, Align2::RIGHT_CENTER, label, font, color)
}

/// A line of text, as much as there is room for.
fn cut(ui: &Ui, text: &str, font: FontId, color: Color32, room: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, color);
    job.wrap = TextWrapping::truncate_at_width(room);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
