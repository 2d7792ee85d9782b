//! Keys on the table of groups, and what they and the menus do.

use eframe::egui::{Event, EventFilter, Key, Modifiers, Ui};

use super::kept::{Cell, Grid, Payroll, Typing};
use crate::document::payroll::column::{Cells, Column};
use crate::document::payroll::paste;
use crate::document::{Command, PayrollEdit};
use crate::scenario::{Group, Rates};
use crate::ui::state::{Actions, Ask, Context};
use crate::units::spreadsheet::guarded_unless_number;

/// How many faults of a paste are listed.
const MOST_FAULTS: usize = 8;

#[derive(Debug, Default)]
struct Pressed {
    go: Option<(isize, isize, bool)>,
    edge: Option<(isize, isize, bool)>,
    open: bool,
    fill: bool,
    clear: bool,
    all: bool,
    row: bool,
    copy: bool,
    cut: bool,
    paste: Option<String>,
    typed: String,
}

/// Takes the keys while the table has the keyboard.
pub(super) fn take(own: &mut Payroll, ui: &Ui, context: &Context, actions: &mut Actions) {
    let arrows = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(Grid::id(), arrows));
    let in_sight = {
        let (first, last) = own.grid.in_sight;
        (first..last).contains(&own.grid.at.row)
    };
    let pressed = read(ui, in_sight);
    let rows = own.known.rows.len();
    let open = !context.is_presenting();
    let all = rows + usize::from(open);
    if let Some((down, right, extend)) = pressed.go.or(pressed.edge) {
        let at = own.grid.at;
        let by = |at: usize, by: isize, most: usize| {
            at.saturating_add_signed(by).min(most.saturating_sub(1))
        };
        let to = Cell {
            row: by(at.row, down, all),
            column: by(at.column, right, Column::ALL.len()),
        };
        let whole = own.grid.whole_rows && extend;
        own.grid.go(to, extend);
        own.grid.whole_rows = whole;
    }
    if pressed.all {
        own.grid.anchor = Cell::default();
        own.grid.at = Cell {
            row: rows.saturating_sub(1),
            column: 0,
        };
        own.grid.whole_rows = true;
    }
    if pressed.row {
        own.grid.whole_rows = true;
    }
    if pressed.copy || pressed.cut {
        copy(own, context, actions);
    }
    if !open {
        return;
    }
    if pressed.cut || pressed.clear {
        if own.grid.whole_rows && pressed.clear {
            delete(own, actions);
        } else {
            clear(own, actions);
        }
    } else if pressed.fill {
        fill_down(own, actions);
    } else if let Some(text) = pressed.paste {
        paste_at(own, context, actions, &text);
    } else if pressed.open || !pressed.typed.is_empty() {
        begin(own, context, pressed, in_sight);
    }
}

fn read(ui: &Ui, in_sight: bool) -> Pressed {
    ui.input_mut(|input| {
        let mut pressed = Pressed::default();
        let is_typed =
            |event: &Event| matches!(event, Event::Text(text) if !text.trim().is_empty());
        for event in &input.events {
            match event {
                Event::Text(text) if !text.trim().is_empty() => pressed.typed.push_str(text),
                Event::Copy => pressed.copy = true,
                Event::Cut => pressed.cut = true,
                Event::Paste(text) => pressed.paste = Some(text.clone()),
                _ => {}
            }
        }
        if !pressed.typed.is_empty() {
            // The cell's field takes the keys itself, from the first one on, where it is in sight.
            if !in_sight {
                input.events.retain(|event| !is_typed(event));
            }
            return pressed;
        }
        let mut count = |modifiers, key| input.count_and_consume_key(modifiers, key);
        // The table's own keys first: a plain key's modifiers are matched loosely.
        pressed.row = count(Modifiers::SHIFT, Key::Space) > 0;
        for (extend, shift) in [(true, Modifiers::SHIFT), (false, Modifiers::NONE)] {
            let far = isize::MAX / 2;
            for (one, by) in [
                (Key::ArrowUp, (-far, 0)),
                (Key::ArrowDown, (far, 0)),
                (Key::ArrowLeft, (0, -far)),
                (Key::ArrowRight, (0, far)),
                (Key::Home, (-far, -far)),
                (Key::End, (far, far)),
            ] {
                if count(Modifiers::COMMAND | shift, one) > 0 {
                    pressed.edge = Some((by.0, by.1, extend));
                }
            }
            for (one, by) in [
                (Key::ArrowUp, (-1, 0)),
                (Key::ArrowDown, (1, 0)),
                (Key::ArrowLeft, (0, -1)),
                (Key::ArrowRight, (0, 1)),
                (Key::PageUp, (-12, 0)),
                (Key::PageDown, (12, 0)),
                (Key::Home, (0, -far)),
                (Key::End, (0, far)),
            ] {
                // Held down, a key may come more than once in a frame: each of them counts.
                let times = count(shift, one);
                if let Ok(times @ 1..) = isize::try_from(times) {
                    let far = |by: isize| by.saturating_mul(times);
                    pressed.go = Some((far(by.0), far(by.1), extend));
                }
            }
        }
        let mut key = |modifiers, key| count(modifiers, key) > 0;
        pressed.open = key(Modifiers::NONE, Key::F2) || key(Modifiers::NONE, Key::Enter);
        pressed.fill = key(Modifiers::COMMAND, Key::D);
        pressed.all = key(Modifiers::COMMAND, Key::A);
        pressed.clear = key(Modifiers::NONE, Key::Delete) || key(Modifiers::NONE, Key::Backspace);
        pressed
    })
}

fn begin(own: &mut Payroll, context: &Context, pressed: Pressed, in_sight: bool) {
    let at = own.grid.at;
    if !at.column().is_typed() {
        return;
    }
    let text = if pressed.open {
        let workforce = &context.scenario().workforce;
        let groups = workforce.read_groups();
        let group = own.known.rows.get(at.row).and_then(|row| groups.get(*row));
        let rates = Rates::of(workforce, context.scenario().hours);
        let cells = Cells::of(workforce, rates, &context.scenario().currency);
        group.map_or_else(String::new, |group| cells.typed(group, at.column()))
    } else if in_sight {
        String::new()
    } else {
        pressed.typed
    };
    own.grid.go(at, false);
    own.grid.typing = Some(Typing {
        at,
        text,
        new: true,
        refused: None,
    });
}

/// The places of the groups chosen.
fn places(own: &Payroll) -> Vec<usize> {
    let rows = own.grid.rows();
    let chosen = rows.filter_map(|row| own.known.rows.get(row).copied());
    chosen.collect()
}

fn columns(own: &Payroll) -> Vec<Column> {
    let columns = own.grid.columns();
    let chosen = columns.filter_map(|at| Column::ALL.get(at).copied());
    chosen.collect()
}

fn edit(actions: &mut Actions, edit: PayrollEdit) {
    actions.apply(Command::Payroll(edit));
}

/// Empties what is chosen.
pub(super) fn clear(own: &Payroll, actions: &mut Actions) {
    let (rows, columns) = (places(own), columns(own));
    if !rows.is_empty() {
        edit(actions, PayrollEdit::Clear { rows, columns });
    }
}

/// Deletes the groups chosen.
pub(super) fn delete(own: &mut Payroll, actions: &mut Actions) {
    let rows = places(own);
    if rows.is_empty() {
        return;
    }
    let first = Cell {
        row: *own.grid.rows().start(),
        column: own.grid.at.column,
    };
    own.grid.go(first, false);
    edit(actions, PayrollEdit::Remove(rows));
}

/// Fills what is chosen from its first row; one row alone from the row above.
pub(super) fn fill_down(own: &Payroll, actions: &mut Actions) {
    let mut rows = places(own);
    if rows.len() == 1 {
        let above = own.grid.at.row.checked_sub(1);
        match above.and_then(|row| own.known.rows.get(row)) {
            Some(above) => rows.insert(0, *above),
            None => {
                actions.refuse("There is nothing above to fill from");
                return;
            }
        }
    }
    if rows.len() > 1 {
        let columns = columns(own);
        edit(actions, PayrollEdit::FillDown { rows, columns });
    }
}

/// Fills what is chosen down to a row.
pub(super) fn fill_to(own: &mut Payroll, actions: &mut Actions, to: usize) {
    let start = *own.grid.rows().start();
    let columns = columns(own);
    own.grid.anchor.row = start;
    own.grid.at.row = to;
    let rows = places(own);
    if rows.len() > 1 {
        edit(actions, PayrollEdit::FillDown { rows, columns });
    }
}

/// Copies what is chosen as cells.
pub(super) fn copy(own: &Payroll, context: &Context, actions: &mut Actions) {
    let rows = places(own);
    let columns = columns(own);
    if !rows.is_empty() {
        let cells = as_cells(context, &rows, &columns, false);
        actions.copy_table(cells, holds_private(context, &rows));
    }
}

/// Copies all groups shown, with headers.
pub(super) fn copy_all(own: &Payroll, context: &Context, actions: &mut Actions) {
    let rows = &own.known.rows;
    let cells = as_cells(context, rows, &Column::ALL, true);
    actions.copy_table(cells, holds_private(context, rows));
}

/// Whether a group is among these that is too small to be shared as it is.
fn holds_private(context: &Context, rows: &[usize]) -> bool {
    let groups = context.scenario().workforce.read_groups();
    let mut chosen = rows.iter().filter_map(|row| groups.get(*row));
    !context.is_presenting() && chosen.any(Group::is_small)
}

fn as_cells(context: &Context, rows: &[usize], columns: &[Column], headers: bool) -> String {
    let workforce = &context.scenario().workforce;
    let groups = workforce.read_groups();
    let cells = Cells::of(
        workforce,
        Rates::of(workforce, context.scenario().hours),
        &context.scenario().currency,
    );
    let mut text = String::new();
    let mut line = |cells: Vec<String>| {
        text.push_str(&cells.join("\t"));
        text.push('\n');
    };
    if headers {
        line(
            columns
                .iter()
                .map(|column| column.title().to_owned())
                .collect(),
        );
    }
    for group in rows.iter().filter_map(|row| groups.get(*row)) {
        line(
            columns
                .iter()
                .map(|column| cells.typed(group, *column).replace(['\t', '\n'], " "))
                .map(|cell| guarded_unless_number(&cell))
                .collect(),
        );
    }
    text
}

/// Pastes rows from the cursor on, or by their headers; what can't be read is listed, and nothing is taken.
pub(super) fn paste_at(own: &mut Payroll, context: &Context, actions: &mut Actions, text: &str) {
    let workforce = &context.scenario().workforce;
    let first = *own.grid.rows().start();
    let rows = own.known.rows.get(first..).unwrap_or_default();
    let column = own.grid.columns().start().to_owned();
    let column = Column::ALL.get(column).copied().unwrap_or(Column::Name);
    match paste::read(workforce, &context.scenario().currency, text, rows, column) {
        Ok(put) => {
            let (changed, added) = (put.changed.len(), put.added.len());
            let mut told = format!("Pasted: {changed} changed, {added} added");
            if !put.ignored.is_empty() {
                told.push_str("; left out ");
                told.push_str(&put.ignored.join(", "));
            }
            own.grid.filter.clear();
            let command = Command::Payroll(PayrollEdit::Put(put));
            match context.document().try_out(&command) {
                Ok(()) => {
                    actions.apply(command);
                    actions.tell(told);
                }
                Err(refusal) => actions.ask(Ask::Trouble {
                    title: "Nothing was pasted".to_owned(),
                    words: refusal.to_string(),
                }),
            }
        }
        Err(faults) => {
            let mut words: Vec<String> = faults
                .iter()
                .take(MOST_FAULTS)
                .map(ToString::to_string)
                .collect();
            let more = faults.len().saturating_sub(MOST_FAULTS);
            if more > 0 {
                words.push(format!("And {more} more."));
            }
            actions.ask(Ask::Trouble {
                title: "Nothing was pasted".to_owned(),
                words: words.join("\n"),
            });
        }
    }
}
