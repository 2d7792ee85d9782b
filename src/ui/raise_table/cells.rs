//! All offers' raises as a table, with the manners of a spreadsheet.

use eframe::egui::{
    self, Align2, Event, FontId, Id, Key, Margin, Modifiers, Rect, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{ROW, entry, locks, painting};
use crate::document::{Command, order, words};
use crate::scenario::{Offer, OfferId};
use crate::ui::state::{Actions, ClauseAt, Context, Copied, Edit};
use crate::ui::widgets::names::{is_open, role_of, short_name};
use crate::ui::widgets::{controls, theme, typed};

/// The column of names, where there is room and where there isn't.
const NAMES: (f32, f32) = (112.0, 90.0);
/// The last column, in which a raise is added.
const ADD: (f32, f32) = (52.0, 38.0);

/// What the table remembers between frames.
#[derive(Debug, Default)]
pub struct RaiseTable {
    typing: Option<Typing>,
}

/// The cell being typed in.
#[derive(Debug)]
struct Typing {
    offer: OfferId,
    column: usize,
    text: String,
    /// Whether its field isn't on the screen yet.
    new: bool,
}

/// The name a cell's widget keeps.
#[must_use]
pub fn cell_id(offer: &OfferId, column: usize) -> Id {
    Id::unique(("table cell", offer.0.as_str(), column))
}

/// Paints the table.
pub fn show(own: &mut RaiseTable, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let offers = &context.scenario().offers;
    let longest = offers
        .iter()
        .map(|offer| order::raises(offer).len())
        .max()
        .unwrap_or(0);
    let open = offers.iter().any(|offer| !offer.status.is_locked());
    let columns = longest + usize::from(open);
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        let roomy = ui.available_width() > NAMES.0 + ADD.0 + 132.0 * longest as f32;
        let (names, add) = if roomy {
            (NAMES.0, ADD.0)
        } else {
            (NAMES.1, ADD.1)
        };
        let add = if open { add } else { 0.0 };
        let room = ui.available_width() - names - add;
        let wide = (room / longest.max(1) as f32).max(125.0);
        let size = vec2(
            names + wide * longest as f32 + add,
            ROW * (offers.len() as f32 + 1.0),
        );
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        painting::header(ui, rect, names, wide, longest);
        for (row, offer) in offers.iter().enumerate() {
            let top = rect.top() + ROW * (row as f32 + 1.0);
            let above = row.checked_sub(1).and_then(|above| offers.get(above));
            let line = Line {
                offer,
                above,
                left: rect.left(),
                names,
                top,
                wide,
                columns,
                right: rect.right(),
            };
            line.show(own, ui, context, actions);
        }
    });
}

/// One offer's row.
struct Line<'a> {
    offer: &'a Offer,
    above: Option<&'a Offer>,
    left: f32,
    names: f32,
    top: f32,
    wide: f32,
    columns: usize,
    right: f32,
}

impl Line<'_> {
    fn show(&self, own: &mut RaiseTable, ui: &mut Ui, context: &Context, actions: &mut Actions) {
        let palette = theme::palette(ui);
        let stroke = Stroke::new(1.0, palette.rule);
        ui.painter().hline(self.left..=self.right, self.top, stroke);
        let scenario = context.scenario();
        let role = role_of(scenario, &self.offer.id);
        let open = is_open(scenario, self.offer);
        let center = pos2(self.left + 10.0, self.top + ROW / 2.0);
        let mark = controls::head_shape(
            self.offer.side,
            center,
            4.5,
            palette.mark(role),
            open,
            palette.paper,
        );
        ui.painter().add(mark);
        let name = short_name(self.offer);
        let names = Rect::from_min_size(pos2(self.left, self.top), vec2(self.names, ROW));
        let font = theme::regular(13.0);
        let mut job = egui::text::LayoutJob::simple_singleline(name.clone(), font, palette.ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(names.width() - 22.0);
        let galley = ui.painter().layout_job(job);
        let at = pos2(self.left + 22.0, names.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, palette.ink);
        let raises = order::raises(self.offer);
        for column in 0..self.columns {
            let raise = raises.get(column).copied();
            if raise.is_some() || (column == raises.len() && !self.offer.status.is_locked()) {
                self.cell(own, ui, context, actions, (column, raise, &name));
            }
        }
    }

    fn cell(
        &self,
        own: &mut RaiseTable,
        ui: &mut Ui,
        context: &Context,
        actions: &mut Actions,
        (column, raise, name): (usize, Option<order::Raise>, &str),
    ) {
        let palette = theme::palette(ui);
        let left = self.left + self.names + self.wide * column as f32;
        let wide = self.wide.min(self.right - left);
        let rect = Rect::from_min_size(pos2(left, self.top), vec2(wide, ROW)).shrink(1.0);
        let typing = own.typing.as_ref();
        if typing.is_some_and(|one| one.offer == self.offer.id && one.column == column) {
            self.type_in(own, ui, actions, (column, raise, rect));
            return;
        }
        let response = ui.interact(rect, cell_id(&self.offer.id, column), Sense::click());
        let label = raise.map_or_else(
            || format!("{name}, add a raise"),
            |raise| {
                let percent = words::percent(raise.percent.get());
                format!(
                    "{name}, raise {}: {} {percent}",
                    column + 1,
                    words::date(raise.date)
                )
            },
        );
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Cell, true, &label));
        if let Some(raise) = raise {
            if response.clicked() || response.gained_focus() {
                actions.choose(&self.offer.id, raise.clause);
            }
            if context.selection.is_chosen(&self.offer.id, raise.clause) {
                let role = role_of(context.scenario(), &self.offer.id);
                let stroke = Stroke::new(1.5, palette.mark(role));
                ui.painter()
                    .rect_stroke(rect, 4.0, stroke, StrokeKind::Inside);
            }
            painting::raise(ui, rect, raise);
        } else if response.hovered() || response.has_focus() {
            let at = pos2(rect.right() - 7.0, rect.center().y);
            ui.painter().text(
                at,
                Align2::RIGHT_CENTER,
                "add",
                theme::regular(13.0),
                palette.faint,
            );
        }
        controls::focus_ring(ui, &response, rect.shrink(1.0));
        if response.clicked() {
            response.request_focus();
        }
        if let Some(raise) = raise
            && !self.offer.status.is_locked()
            && !context.is_presenting()
        {
            let noticed = response.hovered() || response.has_focus();
            let said = format!("{name}, raise {} doesn\u{2019}t give way", column + 1);
            let at = ClauseAt {
                offer: self.offer.id.clone(),
                clause: raise.clause,
            };
            locks::show(ui, context, actions, (rect, at), &said, noticed);
        }
        if response.double_clicked() {
            self.start_typing(own, context, actions, (column, raise), true);
        }
        if response.has_focus() && !context.is_presenting() {
            self.keys(own, ui, context, actions, (column, raise));
            if own.typing.is_some() {
                self.type_in(own, ui, actions, (column, raise, rect));
            }
        }
    }

    fn keys(
        &self,
        own: &mut RaiseTable,
        ui: &Ui,
        context: &Context,
        actions: &mut Actions,
        (column, raise): (usize, Option<order::Raise>),
    ) {
        let (open, fill, delete, typed, copied, pasted) = ui.input_mut(|input| {
            let typed = input
                .events
                .iter()
                .any(|event| matches!(event, Event::Text(text) if !text.trim().is_empty()));
            // Keys behind typed letters are the field's, which takes the cell's place.
            let mut pressed = |modifiers, key| !typed && input.consume_key(modifiers, key);
            let open = pressed(Modifiers::NONE, Key::F2) || pressed(Modifiers::NONE, Key::Enter);
            let fill = pressed(Modifiers::COMMAND, Key::D);
            let delete = pressed(Modifiers::NONE, Key::Delete);
            let copied = input
                .events
                .iter()
                .any(|event| matches!(event, Event::Copy));
            let pasted = input.events.iter().find_map(|event| match event {
                Event::Paste(text) => Some(text.clone()),
                _ => None,
            });
            (open, fill, delete, typed, copied, pasted)
        });
        if open || typed {
            self.start_typing(own, context, actions, (column, raise), !typed);
        } else if let (true, Some(raise)) = (delete, raise) {
            actions.edit(Edit::Remove(ClauseAt {
                offer: self.offer.id.clone(),
                clause: raise.clause,
            }));
        } else if fill {
            self.fill_down(context, actions, column, raise);
        } else if copied {
            actions.copy(Copied::Raises);
        } else if let Some(text) = pasted {
            entry::paste_into(actions, self.offer, column, &text);
        }
    }

    fn start_typing(
        &self,
        own: &mut RaiseTable,
        context: &Context,
        actions: &mut Actions,
        (column, raise): (usize, Option<order::Raise>),
        as_it_is: bool,
    ) {
        if context.is_presenting() {
            return;
        }
        if self.offer.status.is_locked() {
            actions.tell_locked(context, &self.offer.id);
            return;
        }
        // Keys typed over a cell begin it anew; its field takes them itself, from the first one on.
        let text = raise
            .filter(|_| as_it_is)
            .map_or_else(String::new, entry::in_a_cell);
        own.typing = Some(Typing {
            offer: self.offer.id.clone(),
            column,
            text,
            new: true,
        });
    }

    fn type_in(
        &self,
        own: &mut RaiseTable,
        ui: &mut Ui,
        actions: &mut Actions,
        (column, raise, rect): (usize, Option<order::Raise>, Rect),
    ) {
        let Some(mut typing) = own.typing.take() else {
            return;
        };
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
        let id = cell_id(&self.offer.id, column).with("typing");
        if typing.new {
            // Before the field is there, so that it takes the keys of this very frame.
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let font: FontId = theme::semibold(13.0);
        let edit = egui::TextEdit::singleline(&mut typing.text)
            .id(id)
            .font(font)
            .margin(Margin::symmetric(6, 1));
        let response = child.add_sized(rect.size(), edit);
        let label = format!(
            "Date and percent of raise {} of {}",
            column + 1,
            self.offer.name
        );
        let value = typing.text.clone();
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(egui::Role::TextInput, true, &label);
            info.current_text_value = Some(value.clone());
            info
        });
        let left = response.lost_focus() || !ui.memory(|memory| memory.has_focus(id));
        let begins = typing.new && !left && !typing.text.is_empty() && !response.changed();
        if begins && let Some(mut state) = egui::TextEdit::load_state(ui.ctx(), id) {
            let end = egui::text::CCursor::new(typing.text.chars().count());
            state
                .cursor
                .set_char_range(Some(egui::text::CCursorRange::one(end)));
            state.store(ui.ctx(), id);
        }
        if left {
            let (escape, enter) = ui.input(|input| {
                (
                    input.key_pressed(Key::Escape),
                    input.key_pressed(Key::Enter),
                )
            });
            if !escape {
                entry::enter_cell(actions, self.offer, raise, &typing.text);
            }
            if escape || enter {
                ui.memory_mut(|memory| memory.request_focus(cell_id(&self.offer.id, column)));
            }
            return;
        }
        typed::hold_open(ui.ctx(), id, response.rect);
        own.typing = Some(Typing {
            new: false,
            ..typing
        });
    }

    fn fill_down(
        &self,
        context: &Context,
        actions: &mut Actions,
        column: usize,
        raise: Option<order::Raise>,
    ) {
        if self.offer.status.is_locked() {
            actions.tell_locked(context, &self.offer.id);
            return;
        }
        let from = self
            .above
            .and_then(|above| order::raises(above).get(column).copied());
        let Some(from) = from else {
            actions.refuse("There is nothing above to fill from");
            return;
        };
        match raise {
            Some(raise) => actions.edit(Edit::MoveRaise {
                raise: ClauseAt {
                    offer: self.offer.id.clone(),
                    clause: raise.clause,
                },
                date: from.date,
                percent: from.percent,
            }),
            None => actions.apply(Command::AddRaise {
                offer: self.offer.id.clone(),
                date: from.date,
                percent: from.percent,
            }),
        }
    }
}
