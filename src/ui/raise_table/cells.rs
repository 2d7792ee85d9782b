//! The table under the lanes: how it is laid out.

use eframe::egui::{Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use super::columns::{Column, Row, columns, parted_columns, rows};
use super::kept::RaiseTable;
use super::line::Line;
use super::{HEADER, ROW, painting};
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::names::{self, is_open, role_of};
use crate::ui::widgets::{controls, theme};

/// The column of names, where there is room and where there isn't.
const NAMES: (f32, f32) = (112.0, 90.0);
/// The last column, in which a term is added.
const ADD: f32 = 56.0;
/// The least a column is wide, in points.
const LEAST: f32 = 68.0;

pub fn show(own: &mut RaiseTable, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let scenario = context.scenario();
    let rows = rows(scenario);
    let open = rows
        .iter()
        .filter_map(|row| row.offer)
        .any(|offer| !offer.status.is_locked())
        && !context.is_presenting();
    let names = if ui.available_width() > 700.0 {
        NAMES.0
    } else {
        NAMES.1
    };
    let room = ui.available_width() - names - 4.0;
    let add = if open { ADD } else { 0.0 };
    let mut columns = columns(&rows);
    let mut widths = widths_of(ui, &rows, &columns);
    if widths.iter().sum::<f32>() + add > room {
        columns = parted_columns(&rows);
        widths = widths_of(ui, &rows, &columns);
    }
    let spare = room - add - widths.iter().sum::<f32>();
    if spare > 0.0 && !widths.is_empty() {
        let more = (spare / widths.len() as f32).min(40.0);
        widths.iter_mut().for_each(|width| *width += more);
    }
    let chosen = context.selection.clause.clone();
    let follow = chosen.is_some() && chosen != own.shown;
    own.shown = chosen;
    let tall = HEADER + ROW * rows.len() as f32;
    // As many rows as are whole: none is seen in part.
    let whole_rows = ((ui.available_height() - HEADER) / ROW).floor().max(1.0);
    let most = if whole_rows < rows.len() as f32 {
        HEADER + whole_rows * ROW + 1.0
    } else {
        f32::INFINITY
    };
    // Nothing of a row or a column that is seen whole fades.
    ui.spacing_mut().scroll.fade.size = 6.0;
    ScrollArea::vertical()
        .id_salt("terms, rows")
        .auto_shrink(false)
        .max_height(most)
        .show(ui, |ui| {
            let (whole, _) =
                ui.allocate_exact_size(vec2(ui.available_width(), tall + 10.0), Sense::hover());
            for (number, row) in rows.iter().enumerate() {
                let top = whole.top() + HEADER + ROW * number as f32;
                let name = Rect::from_min_size(pos2(whole.left(), top), vec2(names, ROW));
                name_of(ui, context, row.offer, name);
            }
            let dates = Rect::from_min_max(pos2(whole.left() + names, whole.top()), whole.max);
            let mut ui = ui.new_child(UiBuilder::new().id_salt("terms, dates").max_rect(dates));
            let columns_seen = ScrollArea::horizontal()
                .id_salt("terms, columns")
                .auto_shrink(false)
                .show(&mut ui, |ui| {
                    let wide = widths.iter().sum::<f32>() + add;
                    let (rect, _) = ui.allocate_exact_size(vec2(wide, tall), Sense::hover());
                    let mut edges = vec![rect.left()];
                    for width in &widths {
                        edges.push(edges.last().copied().unwrap_or_default() + width);
                    }
                    painting::header(ui, rect.top(), &columns, &edges);
                    for (number, row) in rows.iter().enumerate() {
                        let line = Line {
                            rows: &rows,
                            number,
                            row,
                            columns: &columns,
                            edges: &edges,
                            top: rect.top() + HEADER + ROW * number as f32,
                            add,
                            follow,
                        };
                        line.show(own, ui, context, actions);
                    }
                });
            let (seen, offset) = (
                columns_seen.inner_rect,
                columns_seen.state.clamped_offset().x,
            );
            let after = columns_seen.content_size.x - seen.width() - offset;
            painting::more(&ui, seen, (offset > 1.0, after > 1.0));
        });
}

fn widths_of(ui: &Ui, rows: &[Row<'_>], columns: &[Column]) -> Vec<f32> {
    let wide = |column: &Column| {
        let terms = rows.iter().filter_map(|row| row.term(*column));
        let widest = terms.map(|term| painting::width_of(ui, term));
        widest.fold(LEAST, f32::max)
    };
    columns.iter().map(wide).collect()
}

/// An offer's mark and short name; what is owed has the mark of what can't be moved.
fn name_of(ui: &Ui, context: &Context, offer: Option<&crate::scenario::Offer>, rect: Rect) {
    let palette = theme::palette(ui);
    let rule = Stroke::new(1.0, palette.rule);
    ui.painter()
        .hline(rect.left()..=ui.max_rect().right(), rect.top(), rule);
    let center = pos2(rect.left() + 10.0, rect.center().y);
    let font = theme::regular(13.0);
    let galley = match offer {
        Some(offer) => {
            let scenario = context.scenario();
            let color = palette.mark(role_of(scenario, &offer.id));
            let open = is_open(scenario, offer);
            let mark = controls::head_shape(offer.side, center, 4.5, color, open, palette.paper);
            ui.painter().add(mark);
            let look = (&font, palette.ink);
            let room = rect.width() - 26.0;
            names::in_short(ui, scenario, &offer.id, look, room)
        }
        None => {
            let grey = Stroke::new(2.0, palette.faint);
            let painter = ui.painter();
            painter.hline((center.x - 5.0)..=(center.x + 5.0), center.y - 3.0, grey);
            painter.vline(center.x, (center.y - 3.0)..=(center.y + 4.0), grey);
            ui.painter()
                .layout_no_wrap("Owed".to_owned(), font.clone(), palette.ink)
        }
    };
    let at = pos2(rect.left() + 22.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, palette.ink);
}
