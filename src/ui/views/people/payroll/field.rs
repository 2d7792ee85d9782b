//! Typing in a cell: taken where it can be read, else kept and refused beside it.

use eframe::egui::{
    self, Align2, Id, Key, Margin, Rect, Role, TextEdit, Ui, UiBuilder, WidgetInfo,
};

use super::kept::{Cell, Grid, Payroll, Typing};
use super::row::Line;
use crate::document::payroll::cell;
use crate::document::payroll::column::Column;
use crate::document::{Command, PayrollEdit};
use crate::scenario::Workforce;
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::{theme, typed, unread};

/// Paints the field of the cell typed in.
pub(super) fn show(
    own: &mut Payroll,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    line: &Line<'_>,
    rect: Rect,
) {
    let Some(mut typing) = own.grid.typing.take() else {
        return;
    };
    let column = typing.at.column();
    let id = id();
    if typing.new {
        unread::drop_one(ui.ctx(), id);
        // Before the field is there, so that it takes the keys of this very frame.
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    let align = if column.is_figure() {
        Align2::RIGHT_CENTER
    } else {
        Align2::LEFT_CENTER
    };
    let edit = TextEdit::singleline(&mut typing.text)
        .id(id)
        .font(theme::regular(13.0))
        .align(align)
        .margin(Margin::symmetric(7, 6))
        .desired_width(rect.width() - 14.0);
    let response = child.add_sized(rect.size(), edit);
    let name = line.group.map_or("new row", |group| group.name.as_str());
    let label = match &typing.refused {
        Some(words) => format!("{} of {name}, not taken: {words}", column.title()),
        None => format!("{} of {name}", column.title()),
    };
    let value = typing.text.clone();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, &label);
        info.current_text_value = Some(value.clone());
        info
    });
    if response.changed() {
        typing.refused = None;
        unread::drop_one(ui.ctx(), id);
    }
    if typing.refused.is_some() && !unread::stands(ui.ctx(), id) {
        // It was given up.
        return;
    }
    if let Some(words) = &typing.refused {
        typed::show_refusal(ui, id, rect, words);
    }
    let focused = ui.memory(|memory| memory.has_focus(id));
    if typing.new && focused && !typing.text.is_empty() && !response.changed() {
        put_cursor_at_end(ui, id, &typing.text);
    }
    if focused {
        typed::hold_open(ui.ctx(), id, response.rect);
    }
    let left = response.lost_focus() || (typing.new && !focused);
    if !left {
        typing.new = false;
        own.grid.typing = Some(typing);
        return;
    }
    leave(own, ui, context, actions, line, typing);
}

/// The one field there is: what is typed stands in one cell at a time.
fn id() -> Id {
    Id::unique("cell of groups typed in")
}

/// What happens when the field is left: it is taken, given up, or refused and kept.
fn leave(
    own: &mut Payroll,
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    line: &Line<'_>,
    mut typing: Typing,
) {
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let (escape, enter, tab) = (pressed(Key::Escape), pressed(Key::Enter), pressed(Key::Tab));
    if !escape {
        match read(context, line, &typing) {
            Ok(command) => {
                if let Some(command) = command {
                    actions.apply(command);
                }
            }
            Err(words) => {
                let name = line.group.map_or("new row", |group| group.name.as_str());
                let name = format!("{} of {name}", typing.at.column().title());
                unread::keep(ui, id(), &name, &typing.text);
                typing.refused = Some(words);
                typing.new = false;
                if enter || tab {
                    ui.memory_mut(|memory| memory.request_focus(id()));
                }
                own.grid.typing = Some(typing);
                return;
            }
        }
    }
    unread::drop_one(ui.ctx(), id());
    if escape || enter || tab {
        ui.memory_mut(|memory| memory.request_focus(Grid::id()));
    }
    let back = ui.input(|input| input.modifiers.shift);
    let at = typing.at;
    if enter && !escape {
        let row = if back {
            at.row.saturating_sub(1)
        } else {
            at.row + 1
        };
        own.grid.go(Cell { row, ..at }, false);
    } else if tab {
        own.grid.go(beside(at, back), false);
    }
    ui.ctx().request_repaint();
}

/// The next cell that can be typed in, or the one before.
fn beside(at: Cell, back: bool) -> Cell {
    let last = Column::ALL.len() - 1;
    let step = |column: usize| {
        if back {
            column.checked_sub(1)
        } else {
            Some(column + 1).filter(|column| *column <= last)
        }
    };
    let mut to = step(at.column);
    while let Some(column) = to
        && Column::ALL.get(column).is_some_and(|one| !one.is_typed())
    {
        to = step(column);
    }
    Cell {
        column: to.unwrap_or(at.column),
        ..at
    }
}

/// The command that what was typed stands for; none where nothing changes.
fn read(context: &Context, line: &Line<'_>, typing: &Typing) -> Result<Option<Command>, String> {
    let workforce = &context.scenario().workforce;
    let column = typing.at.column();
    let text = typing.text.trim();
    let (Some(group), Some(row)) = (line.group, line.place) else {
        if text.is_empty() {
            return Ok(None);
        }
        if column != Column::Name {
            return Err("type the group\u{2019}s name first".to_owned());
        }
        is_free(workforce, text)?;
        let edit = PayrollEdit::Add(text.to_owned());
        return Ok(Some(Command::Payroll(edit)));
    };
    let next = cell::changed(workforce, &context.scenario().currency, group, column, text)?;
    if next == *group {
        return Ok(None);
    }
    if next.name != group.name {
        is_free(workforce, &next.name)?;
    }
    let command = Command::Payroll(PayrollEdit::Cell {
        row,
        column,
        typed: text.to_owned(),
    });
    // What breaks a rule of the whole is said beside the cell too.
    context
        .document()
        .try_out(&command)
        .map_err(|refusal| refusal.to_string())?;
    Ok(Some(command))
}

fn is_free(workforce: &Workforce, name: &str) -> Result<(), String> {
    let groups = workforce.read_groups();
    if groups.iter().any(|group| group.name == name) {
        return Err(format!("another group is called {name} already"));
    }
    Ok(())
}

fn put_cursor_at_end(ui: &Ui, id: Id, text: &str) {
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), id) {
        let end = egui::text::CCursor::new(text.chars().count());
        let range = egui::text::CCursorRange::one(end);
        state.cursor.set_char_range(Some(range));
        state.store(ui.ctx(), id);
    }
}
