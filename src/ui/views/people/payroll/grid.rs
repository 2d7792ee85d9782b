//! The table of groups: its columns, its rows in sight, its totals.

use eframe::egui::containers::scroll_area::DragScroll;
use eframe::egui::{
    self, Align2, Id, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};
use egui_extras::{Column as Wide, TableBuilder};

use super::kept::{Cell, Grid, Payroll, Typing};
use super::row::{Line, NUMBERS, ROW};
use super::{foot, keys, line};
use crate::document::payroll::column::{Cells, Column};
use crate::document::{Command, PayrollEdit};
use crate::scenario::Rates;
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::{controls, theme};

/// The height of the row of titles.
const TITLES: f32 = 30.0;

/// Opens the new row's name for typing.
pub(super) fn begin_new(own: &mut Payroll, rows: usize) {
    let at = Cell {
        row: rows,
        column: 0,
    };
    own.grid.go(at, false);
    own.grid.typing = Some(Typing {
        at,
        text: String::new(),
        new: true,
        refused: None,
    });
}

/// Paints the table and its totals within a height.
pub(super) fn show(
    own: &mut Payroll,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    height: f32,
) {
    let open = !context.is_presenting();
    let rows = own.known.rows.len();
    // One more row takes what is typed anew, where nothing is filtered away.
    let all = rows + usize::from(open);
    own.grid.at.row = own.grid.at.row.min(all.saturating_sub(1));
    own.grid.anchor.row = own.grid.anchor.row.min(all.saturating_sub(1));
    let widths = widths(own, ui, ui.available_width(), context);
    let sums = foot::sums_height(context);
    ScrollArea::horizontal()
        .id_salt("groups, sideways")
        .auto_shrink([false, true])
        .show(ui, |ui| {
            let wide: f32 = widths.iter().sum();
            ui.set_width(wide);
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let top = ui.cursor().min;
            let tall = (height - sums).max(TITLES + ROW * 2.0);
            let body = (tall - TITLES).min(ROW * all as f32);
            let whole = Rect::from_min_size(top, vec2(wide, TITLES + body));
            keyboard(own, ui, context, actions, whole);
            rows_in_sight(own, ui, context, actions, (&widths, body));
            foot::sums(own, ui, context, actions, &widths);
        });
}

/// The one place in the table that has the keyboard; it says which cell the cursor is on.
fn keyboard(own: &mut Payroll, ui: &mut Ui, context: &Context, actions: &mut Actions, whole: Rect) {
    let id = Grid::id();
    let response = ui.interact(whole, id, Sense::focusable_noninteractive());
    let label = spoken(own, context);
    response.widget_info(|| WidgetInfo::labeled(Role::Table, true, &label));
    if response.gained_focus() {
        own.grid.go_to = Some(own.grid.at.row);
    }
    if response.has_focus() {
        keys::take(own, ui, context, actions);
        if own.grid.typing.is_none() {
            let ring = Stroke::new(2.0, theme::palette(ui).mark(theme::Role::Edited));
            let frame = whole.expand2(vec2(1.0, 1.0));
            ui.painter()
                .rect_stroke(frame, 3.0, ring, egui::StrokeKind::Inside);
        }
    }
}

/// What a screen reader says of the table: the cell the cursor is on.
fn spoken(own: &Payroll, context: &Context) -> String {
    let workforce = &context.scenario().workforce;
    let groups = workforce.read_groups();
    let at = own.grid.at;
    let group = own.known.rows.get(at.row).and_then(|row| groups.get(*row));
    let column = at.column();
    match group {
        Some(group) => {
            let rates = Rates::of(workforce, context.scenario().hours);
            let cells = Cells::of(workforce, rates, &context.scenario().currency);
            format!(
                "Groups, row {} of {}: {}, {} {}",
                at.row + 1,
                own.known.rows.len(),
                group.name,
                column.noun(),
                cells.shown(group, column)
            )
        }
        None => "Groups, new row: type a group, or paste rows from a sheet".to_owned(),
    }
}

fn rows_in_sight(
    own: &mut Payroll,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    (widths, body): (&[f32], f32),
) {
    let scenario = context.document().snapshot();
    let workforce = &scenario.workforce;
    let groups = workforce.read_groups();
    let cells = Cells::of(
        workforce,
        Rates::of(workforce, scenario.hours),
        &scenario.currency,
    );
    let open = !context.is_presenting();
    let all = own.known.rows.len() + usize::from(open);
    let mut table = TableBuilder::new(ui)
        .id_salt("groups")
        .striped(false)
        .resizable(false)
        .drag_to_scroll(DragScroll::Never)
        .auto_shrink([false, true])
        .animate_scrolling(false)
        .min_scrolled_height(0.0)
        .max_scroll_height(body);
    for width in widths {
        table = table.column(Wide::exact(*width).clip(true));
    }
    if let Some(row) = own.grid.go_to.take() {
        let (first, last) = own.grid.in_sight;
        // What is in sight already stays where it is.
        if row < first || row >= last {
            table = table.scroll_to_row(row, None);
            // It is painted in the next frame.
            own.grid.in_sight = (row, row + 1);
        }
    }
    let mut seen: Option<(usize, usize)> = None;
    let edges = edges(widths);
    table
        .header(TITLES, |mut row| {
            row.col(|ui| {
                let rect = ui.max_rect();
                let under = Stroke::new(1.0, theme::palette(ui).outline);
                ui.painter()
                    .hline(rect.x_range(), rect.bottom() - 0.5, under);
            });
            for column in Column::ALL {
                row.col(|ui| title(own, ui, actions, column, open));
            }
        })
        .body(|body| {
            body.rows(ROW, all, |mut row| {
                let at = row.index();
                seen = Some(match seen {
                    Some((first, last)) => (first.min(at), last.max(at + 1)),
                    None => (at, at + 1),
                });
                let place = own.known.rows.get(at).copied();
                let group_of = |row: Option<usize>| {
                    let place = own.known.rows.get(row?)?;
                    groups.get(*place)
                };
                let beside = [group_of(at.checked_sub(1)), group_of(at.checked_add(1))];
                let line = Line {
                    beside,
                    row: at,
                    place,
                    group: place.and_then(|place| groups.get(place)),
                    cells: &cells,
                    edges: &edges,
                    all,
                };
                row.col(|ui| line::number(own, ui, context, actions, &line));
                for column in 0..Column::ALL.len() {
                    row.col(|ui| line::cell(own, ui, context, actions, &line, column));
                }
            });
        });
    // The first and the last row in sight may be cut.
    own.grid.in_sight = seen.map_or((0, 0), |(first, last)| {
        let cut = usize::from(last - first > 3 && last - first < all);
        (first + usize::from(first > 0), last.saturating_sub(cut))
    });
}

/// A column's title, which sorts by it.
fn title(own: &mut Payroll, ui: &mut Ui, actions: &mut Actions, column: Column, open: bool) {
    let palette = theme::palette(ui);
    let rect = ui.max_rect();
    let id = Id::unique(("sort groups", column));
    let sense = if open { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, id, sense);
    let label = format!("Sort by {}", column.noun());
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, open, &label));
    let sorted = own.grid.sorted.filter(|(by, _)| *by == column);
    let at = if column.is_figure() {
        (
            pos2(rect.right() - 8.0, rect.center().y),
            Align2::RIGHT_CENTER,
        )
    } else {
        (
            pos2(rect.left() + 8.0, rect.center().y),
            Align2::LEFT_CENTER,
        )
    };
    let ink = if response.hovered() {
        palette.ink
    } else {
        palette.soft
    };
    let font = theme::semibold(13.0);
    let text = ui.painter().text(at.0, at.1, column.title(), font, ink);
    if let Some((_, descending)) = sorted {
        let center = if column.is_figure() {
            pos2(text.left() - 9.0, rect.center().y)
        } else {
            pos2(text.right() + 9.0, rect.center().y)
        };
        crate::ui::views::people::arrow(ui, center, descending);
    }
    let stroke = Stroke::new(1.0, palette.rule);
    ui.painter()
        .vline(rect.left() + 0.5, rect.y_range(), stroke);
    let under = Stroke::new(1.0, palette.outline);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, under);
    controls::focus_ring(ui, &response, rect.shrink(3.0));
    if open && response.on_hover_text(label).clicked() {
        let descending = sorted.is_some_and(|(_, descending)| !descending);
        own.grid.sorted = Some((column, descending));
        let edit = PayrollEdit::Sort {
            by: column,
            descending,
        };
        actions.apply(Command::Payroll(edit));
    }
}

/// The left edge of each column from the first cell on, and the right one of the last, counted from the left.
fn edges(widths: &[f32]) -> Vec<f32> {
    let mut edges = Vec::with_capacity(widths.len());
    let mut left = 0.0;
    for width in widths {
        left += width;
        edges.push(left);
    }
    edges
}

/// How wide the columns are: as their longest text, names giving way where the room is short.
fn widths(own: &Payroll, ui: &Ui, room: f32, context: &Context) -> Vec<f32> {
    let measure = |text: &str, font: egui::FontId| {
        let ink = theme::palette(ui).ink;
        let galley = ui.painter().layout_no_wrap(text.to_owned(), font, ink);
        galley.size().x
    };
    let mut widths = vec![NUMBERS];
    for (at, column) in Column::ALL.iter().enumerate() {
        let longest = own.known.longest.get(at).map_or("", String::as_str);
        let title = measure(column.title(), theme::semibold(13.0)) + 16.0;
        let most = if column.is_figure() { 150.0 } else { 260.0 };
        let cell = (measure(longest, theme::regular(13.0)) + 18.0).min(most);
        // Sums are wider than what they are of.
        let sums = foot::sums_under(context, &own.known.all, *column).into_iter();
        let sums = sums.map(|(text, more)| measure(&text, theme::semibold(13.0)) + more);
        let sum = sums.fold(0.0, f32::max);
        widths.push(cell.max(title).max(sum).max(56.0));
    }
    // Names give way to each other; figures stay whole.
    let over = widths.iter().sum::<f32>() - room;
    let names: Vec<(usize, f32)> = Column::ALL
        .iter()
        .enumerate()
        .filter(|(_, column)| !column.is_figure())
        .map(|(at, column)| {
            let least = if *column == Column::Name { 150.0 } else { 64.0 };
            let own: f32 = widths.get(at + 1).copied().unwrap_or(least);
            (at + 1, (own - least).max(0.0))
        })
        .collect();
    let can: f32 = names.iter().map(|(_, can)| can).sum();
    if over > 0.0 && can > 0.0 {
        let share = (over / can).min(1.0);
        for (at, can) in names {
            if let Some(width) = widths.get_mut(at) {
                *width -= can * share;
            }
        }
    } else if over < 0.0
        && let Some(width) = widths.get_mut(1)
    {
        *width -= over;
    }
    widths
}
