//! The cells of one row: painted, pointed at, dragged over.

use eframe::egui::{
    self, Align2, CursorIcon, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::field;
use super::kept::{Cell, Grid, Payroll, Typing};
use super::keys;
use super::row::{Line, NUMBERS, ROW};
use crate::document::payroll::column::Column;
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::axis::nearest;
use crate::ui::widgets::{names, theme};

/// The row's number, which chooses all of it.
pub(super) fn number(
    own: &mut Payroll,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    line: &Line<'_>,
) {
    let palette = theme::palette(ui);
    let rect = ui.max_rect();
    let id = Id::unique(("group row", line.row));
    let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
    let name = line.group.map_or("new row", |group| group.name.as_str());
    let label = format!("Choose row {}: {name}", line.row + 1);
    response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, &label));
    let chosen = own.grid.whole_rows && own.grid.rows().contains(&line.row);
    if chosen {
        ui.painter().rect_filled(rect, 0.0, palette.rule);
    }
    let ink = if chosen { palette.ink } else { palette.faint };
    ui.painter().text(
        pos2(rect.right() - 10.0, rect.center().y),
        Align2::RIGHT_CENTER,
        (line.row + 1).to_string(),
        theme::regular(12.5),
        ink,
    );
    rules(ui, rect, None);
    if response.clicked() || response.drag_started() {
        let extend = ui.input(|input| input.modifiers.shift);
        let to = Cell {
            row: line.row,
            column: 0,
        };
        own.grid.at = to;
        if !extend {
            own.grid.anchor = to;
        }
        own.grid.whole_rows = true;
        take_keyboard(own, ui);
    } else if response.dragged()
        && let Some(to) = row_under(ui, line, rect)
    {
        own.grid.at.row = to;
        own.grid.go_to = Some(to);
    }
    if response.secondary_clicked() && !chosen {
        let to = Cell {
            row: line.row,
            column: 0,
        };
        own.grid.go(to, false);
        own.grid.whole_rows = true;
    }
    menu(own, context, actions, &response);
}

pub(super) fn cell(
    own: &mut Payroll,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    line: &Line<'_>,
    number: usize,
) {
    let rect = ui.max_rect();
    let at = Cell {
        row: line.row,
        column: number,
    };
    let typed = own.grid.typing.as_ref().is_some_and(|one| one.at == at);
    if typed {
        field::show(own, ui, context, actions, line, rect);
        return;
    }
    let column = at.column();
    let id = Id::unique(("group cell", line.row, column));
    let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
    let shown = line
        .group
        .map_or_else(String::new, |group| line.cells.shown(group, column));
    let name = line.group.map_or("New row", |group| group.name.as_str());
    let label = if column == Column::Name {
        format!("{name}, name")
    } else {
        format!("{name}, {}: {shown}", column.noun())
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &label));
    let cursor = own.grid.at == at;
    chosen(own, ui, rect, at, cursor);
    text(ui, rect, line, column, &shown);
    // No rule runs through what is said across the new row.
    rules(ui, rect, line.group.is_some().then_some(number));
    if cursor {
        let held = ui.memory(|memory| memory.has_focus(Grid::id()));
        let palette = theme::palette(ui);
        let ink = if held { palette.ink } else { palette.faint };
        let stroke = Stroke::new(if held { 2.0 } else { 1.0 }, ink);
        ui.painter()
            .rect_stroke(rect, 0.0, stroke, StrokeKind::Inside);
    }
    pointed(own, ui, context, line, at, &response);
    menu(own, context, actions, &response);
    // Where the cursor moved to in this frame it is drawn in the next.
    if cursor && own.grid.at == at && !context.is_presenting() {
        handle(own, ui, actions, line, rect);
    }
}

/// The ground of what is chosen, and of what a fill reaches.
fn chosen(own: &Payroll, ui: &Ui, rect: Rect, at: Cell, cursor: bool) {
    let palette = theme::palette(ui);
    let grid = &own.grid;
    let within = grid.rows().contains(&at.row) && grid.columns().contains(&at.column);
    let several = grid.at != grid.anchor || grid.whole_rows;
    if within && several && !cursor {
        let ground = palette.mark(theme::Role::Edited).gamma_multiply(0.10);
        ui.painter().rect_filled(rect, 0.0, ground);
    }
    if let Some(to) = grid.fill_to
        && at.row > *grid.rows().end()
        && at.row <= to
        && grid.columns().contains(&at.column)
    {
        let ground = palette.mark(theme::Role::Edited).gamma_multiply(0.18);
        ui.painter().rect_filled(rect, 0.0, ground);
    }
}

fn text(ui: &Ui, rect: Rect, line: &Line<'_>, column: Column, shown: &str) {
    let palette = theme::palette(ui);
    let said = match (line.group, column) {
        (None, Column::Name) if line.row == 0 || line.row + 1 == line.all => {
            "type a group, or paste rows from a sheet: headers in any order"
        }
        _ => shown,
    };
    let lesser = match column {
        Column::Scale => line.group.is_some_and(|group| group.scale.is_none()),
        Column::NextStep => line.group.is_some_and(|group| group.next_step.is_none()),
        _ => line
            .group
            .is_none_or(|group| !line.cells.is_known(group, column)),
    };
    let ink = if lesser { palette.soft } else { palette.ink };
    let font = theme::regular(13.0);
    // What is said in the new row reaches over its empty cells.
    let room = if line.group.is_some() {
        rect.width() - 16.0
    } else {
        600.0
    };
    let galley = if let (Some(own), Column::Name) = (line.group, column) {
        // What tells a group from its neighbours stands anywhere in its name.
        let beside = line.beside.iter().flatten().map(|group| group.name.clone());
        let all: Vec<String> = std::iter::once(own.name.clone()).chain(beside).collect();
        names::of_list(ui, &all, 0, (&font, ink), room)
    } else {
        let mut job = egui::text::LayoutJob::simple_singleline(said.to_owned(), font, ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room);
        ui.painter().layout_job(job)
    };
    let left = if column.is_figure() {
        rect.right() - 8.0 - galley.size().x
    } else {
        rect.left() + 8.0
    };
    let at = pos2(left, rect.center().y - galley.size().y / 2.0);
    let mut clip = rect.intersect(ui.clip_rect());
    if line.group.is_none() {
        clip.max.x = rect.left() + 620.0;
    }
    let painter = egui::Painter::new(ui.ctx().clone(), ui.layer_id(), clip);
    painter.galley(at, galley, ink);
}

fn rules(ui: &Ui, rect: Rect, column: Option<usize>) {
    let stroke = Stroke::new(1.0, theme::palette(ui).rule);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, stroke);
    if column.is_some() {
        ui.painter()
            .vline(rect.left() + 0.5, rect.y_range(), stroke);
    }
}

/// Clicks, double clicks, and dragging over cells.
fn pointed(
    own: &mut Payroll,
    ui: &Ui,
    context: &Context,
    line: &Line<'_>,
    at: Cell,
    response: &Response,
) {
    if response.double_clicked() {
        start_typing(own, context, line, at, true);
        return;
    }
    if response.clicked() || response.drag_started() {
        let extend = ui.input(|input| input.modifiers.shift);
        own.grid.go(at, extend);
        own.grid.go_to = None;
        take_keyboard(own, ui);
    } else if response.dragged()
        && let Some(row) = row_under(ui, line, response.rect)
    {
        let column = column_under(ui, line, response.rect, at.column);
        let to = Cell { row, column };
        if to != own.grid.at {
            own.grid.go(to, true);
        }
    }
    if response.secondary_clicked() {
        let grid = &own.grid;
        let within = grid.rows().contains(&at.row) && grid.columns().contains(&at.column);
        if !within {
            own.grid.go(at, false);
            own.grid.go_to = None;
        }
    }
}

/// Gives the table the keyboard.
pub(super) fn take_keyboard(own: &Payroll, ui: &Ui) {
    // What is typed in another cell is given up by its own field first.
    if own.grid.typing.is_none() {
        ui.memory_mut(|memory| memory.request_focus(Grid::id()));
    }
}

/// Opens a cell for typing, with its text as it is or empty.
pub(super) fn start_typing(
    own: &mut Payroll,
    context: &Context,
    line: &Line<'_>,
    at: Cell,
    as_it_is: bool,
) {
    if context.is_presenting() || !at.column().is_typed() {
        return;
    }
    let text = line
        .group
        .filter(|_| as_it_is)
        .map_or_else(String::new, |group| line.cells.typed(group, at.column()));
    own.grid.go(at, false);
    own.grid.typing = Some(Typing {
        at,
        text,
        new: true,
        refused: None,
    });
}

/// The row the pointer is on.
fn row_under(ui: &Ui, line: &Line<'_>, rect: Rect) -> Option<usize> {
    let pointer = ui.input(|input| input.pointer.latest_pos())?;
    let rows = nearest(((pointer.y - rect.top()) / ROW).floor());
    let rows = isize::try_from(rows).ok()?;
    let to = line.row.saturating_add_signed(rows);
    Some(to.min(line.all.saturating_sub(1)))
}

/// The column the pointer is on.
fn column_under(ui: &Ui, line: &Line<'_>, rect: Rect, of: usize) -> usize {
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let left = line.edges.get(of).copied().unwrap_or(NUMBERS);
    let Some(x) = pointer.map(|pointer| pointer.x - rect.left() + left) else {
        return of;
    };
    let before = line.edges.iter().filter(|edge| **edge <= x).count();
    before.saturating_sub(1).min(Column::ALL.len() - 1)
}

/// The corner of what is chosen: dragged down, it fills.
fn handle(own: &mut Payroll, ui: &Ui, actions: &mut Actions, line: &Line<'_>, rect: Rect) {
    let grid = &own.grid;
    if grid.typing.is_some() || line.group.is_none() || grid.whole_rows {
        return;
    }
    // The corner belongs to the last row of what is chosen, where the cursor may not be.
    if *grid.rows().end() != line.row || *grid.columns().end() != grid.at.column {
        return;
    }
    let corner = Rect::from_center_size(rect.right_bottom() + vec2(-3.0, -3.0), vec2(9.0, 9.0));
    let id = Id::unique("fill handle of groups");
    let response = ui.interact(corner, id, Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::Unknown, true, "Fill down by dragging"));
    let palette = theme::palette(ui);
    let mark = Rect::from_center_size(rect.right_bottom() + vec2(-2.5, -2.5), vec2(6.0, 6.0));
    ui.painter().rect_filled(mark, 0.0, palette.ink);
    let stroke = Stroke::new(1.0, palette.paper);
    ui.painter()
        .rect_stroke(mark, 0.0, stroke, StrokeKind::Outside);
    if response.hovered() || response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
    }
    if response.dragged() {
        own.grid.fill_to = row_under(ui, line, rect).filter(|to| *to > line.row);
    }
    if response.drag_stopped()
        && let Some(to) = own.grid.fill_to.take()
    {
        keys::fill_to(own, actions, to);
    }
}

/// What a right click offers.
fn menu(own: &mut Payroll, context: &Context, actions: &mut Actions, response: &Response) {
    response.context_menu(|ui| {
        if ui.button("Copy").clicked() {
            keys::copy(own, context, actions);
            ui.close();
        }
        if context.is_presenting() {
            return;
        }
        if ui.button("Fill down").clicked() {
            keys::fill_down(own, actions);
            ui.close();
        }
        if ui.button("Clear").clicked() {
            keys::clear(own, actions);
            ui.close();
        }
        let several = own.grid.rows().count() > 1;
        let name = if several {
            "Delete groups"
        } else {
            "Delete group"
        };
        if ui.button(name).clicked() {
            keys::delete(own, actions);
            ui.close();
        }
    });
}
