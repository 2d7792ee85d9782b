//! One row of the table: its cells, the keys they take, and typing in them.

use eframe::egui::{
    self, Align2, Event, EventFilter, Key, Margin, Modifiers, Rect, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::columns::{Column, Row};
use super::kept::{RaiseTable, cell_id, typing_id};
use super::row_cell::{RowCell, clause_at, is_raise, spoken, start_typing, told};
use super::{ROW, entry, locks, painting};
use crate::document::dated::DatedTerm;
use crate::document::{order, words};
use crate::ui::state::{Actions, Ask, Context, Copied, Edit};
use crate::ui::widgets::names::{role_of, short_name};
use crate::ui::widgets::{controls, theme, typed, unread};

/// One row, and where it stands.
pub(super) struct Line<'a> {
    pub(super) rows: &'a [Row<'a>],
    pub(super) number: usize,
    pub(super) row: &'a Row<'a>,
    pub(super) columns: &'a [Column],
    /// The left edge of each column, and the right one of the last.
    pub(super) edges: &'a [f32],
    pub(super) top: f32,
    /// The width of the column in which a term is added; none where nothing may be.
    pub(super) add: f32,
    /// Whether the chosen term is to be brought into sight.
    pub(super) follow: bool,
}

impl Line<'_> {
    pub(super) fn show(
        &self,
        own: &mut RaiseTable,
        ui: &mut Ui,
        context: &Context,
        actions: &mut Actions,
    ) {
        for (number, column) in self.columns.iter().enumerate() {
            let (Some(left), Some(right)) = (self.edges.get(number), self.edges.get(number + 1))
            else {
                continue;
            };
            let rect = Rect::from_min_max(pos2(*left, self.top), pos2(*right, self.top + ROW));
            let rect = rect.shrink(1.0);
            let term = self.row.term(*column);
            match self.row.offer {
                Some(offer) => {
                    let place = RowCell {
                        offer,
                        at: Some(*column),
                        term,
                        rect,
                    };
                    self.cell(own, ui, context, actions, &place);
                }
                None => {
                    if let Some(term) = term {
                        owed(ui, rect, term, *column);
                    }
                }
            }
        }
        if let (Some(offer), Some(left)) = (self.row.offer, self.edges.last())
            && self.add > 0.0
            && !offer.status.is_locked()
        {
            let corner = pos2(*left, self.top);
            let rect = Rect::from_min_size(corner, vec2(self.add, ROW)).shrink(1.0);
            let place = RowCell {
                offer,
                at: None,
                term: None,
                rect,
            };
            self.cell(own, ui, context, actions, &place);
        }
    }

    fn cell(
        &self,
        own: &mut RaiseTable,
        ui: &mut Ui,
        context: &Context,
        actions: &mut Actions,
        place: &RowCell<'_>,
    ) {
        let palette = theme::palette(ui);
        let id = cell_id(&place.offer.id, place.at);
        let typing = own.typing.as_ref();
        if typing.is_some_and(|one| one.offer == place.offer.id && one.at == place.at) {
            self.type_in(own, ui, context, actions, place);
            return;
        }
        let adds = place.at.is_none();
        let held = ui.memory(|memory| memory.has_focus(id));
        // Only what holds something is a stop for Tab; arrows and clicks reach the rest.
        let sense = if place.term.is_some() || adds || held {
            Sense::click()
        } else {
            Sense::CLICK
        };
        let response = ui.interact(place.rect, id, sense);
        let label = spoken(context, place);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Cell, true, &label));
        if let Some(term) = place.term {
            if response.clicked() || response.gained_focus() {
                actions.choose(&place.offer.id, term.clause);
            }
            if context.selection.is_chosen(&place.offer.id, term.clause) {
                let role = role_of(context.scenario(), &place.offer.id);
                let stroke = Stroke::new(1.5, palette.mark(role));
                ui.painter()
                    .rect_stroke(place.rect, 4.0, stroke, StrokeKind::Inside);
                if self.follow {
                    ui.scroll_to_rect(place.rect.expand2(vec2(24.0, 0.0)), None);
                }
            }
            painting::term(ui, place.rect, term);
        } else if !context.is_presenting()
            && !place.offer.status.is_locked()
            && (response.hovered() || response.has_focus())
        {
            ui.painter().text(
                pos2(place.rect.right() - 7.0, place.rect.center().y),
                Align2::RIGHT_CENTER,
                "add",
                theme::regular(13.0),
                palette.faint,
            );
        }
        if response.gained_focus() {
            ui.scroll_to_rect(place.rect, None);
        }
        controls::focus_ring(ui, &response, place.rect.shrink(1.0));
        if response.clicked() {
            response.request_focus();
        }
        self.lock(ui, context, actions, place, &response);
        if response.double_clicked() {
            start_typing(own, context, actions, place, true);
        }
        menu(own, context, actions, place, &response);
        if response.has_focus() {
            self.keys(own, ui, context, actions, place);
            if own.typing.as_ref().is_some_and(|typing| typing.new) {
                self.type_in(own, ui, context, actions, place);
            }
        }
    }

    /// The lock of a raise that may give way.
    fn lock(
        &self,
        ui: &Ui,
        context: &Context,
        actions: &mut Actions,
        place: &RowCell<'_>,
        response: &egui::Response,
    ) {
        let Some(term) = place.term.filter(|term| is_raise(place.offer, term)) else {
            return;
        };
        let (left, right) = (place.rect.left(), place.rect.right());
        let seen = painting::is_seen(ui, left, right);
        if place.offer.status.is_locked() || context.is_presenting() || !seen {
            return;
        }
        let noticed = response.hovered() || response.has_focus();
        let number = order::number_of(context.scenario(), &place.offer.id, term.clause);
        let name = short_name(place.offer);
        let said = format!("{name}, raise {number} doesn\u{2019}t give way");
        locks::show(
            ui,
            context,
            actions,
            (place.rect, clause_at(place.offer, term)),
            &said,
            noticed,
        );
    }

    fn keys(
        &self,
        own: &mut RaiseTable,
        ui: &Ui,
        context: &Context,
        actions: &mut Actions,
        place: &RowCell<'_>,
    ) {
        let id = cell_id(&place.offer.id, place.at);
        let arrows = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
        let mut step = None;
        let (open, fill, delete, typed, copied, pasted) = ui.input_mut(|input| {
            let typed = input
                .events
                .iter()
                .any(|event| matches!(event, Event::Text(text) if !text.trim().is_empty()));
            // Keys behind typed letters are the field's, which takes the cell's place.
            let mut pressed = |modifiers, key| !typed && input.consume_key(modifiers, key);
            for (key, by) in [
                (Key::ArrowLeft, (0, -1)),
                (Key::ArrowRight, (0, 1)),
                (Key::ArrowUp, (-1, 0)),
                (Key::ArrowDown, (1, 0)),
            ] {
                if pressed(Modifiers::NONE, key) {
                    step = Some(by);
                }
            }
            let open = pressed(Modifiers::NONE, Key::F2) || pressed(Modifiers::NONE, Key::Enter);
            let fill = pressed(Modifiers::COMMAND, Key::D);
            let delete = pressed(Modifiers::NONE, Key::Delete);
            let events = &input.events;
            let copied = events.iter().any(|event| matches!(event, Event::Copy));
            let pasted = events.iter().find_map(|event| match event {
                Event::Paste(text) => Some(text.clone()),
                _ => None,
            });
            (open, fill, delete, typed, copied, pasted)
        });
        if let Some((down, right)) = step {
            self.go(ui, place, down, right);
        } else if copied {
            actions.copy(Copied::Raises);
        } else if context.is_presenting() {
        } else if open || typed {
            start_typing(own, context, actions, place, !typed);
        } else if let (true, Some(term)) = (delete, place.term) {
            actions.edit(Edit::Remove(clause_at(place.offer, term)));
        } else if fill {
            self.fill_down(context, actions, place);
        } else if let Some(text) = pasted {
            let raises = order::raises(place.offer);
            let from = place
                .term
                .and_then(|term| raises.iter().position(|raise| raise.clause == term.clause));
            entry::paste_into(
                actions,
                context.scenario().paid_in(),
                place.offer,
                from.unwrap_or(raises.len()),
                &text,
            );
        }
    }

    /// Moves the keyboard to a neighbouring cell.
    fn go(&self, ui: &Ui, place: &RowCell<'_>, down: isize, right: isize) {
        let row = self.number.checked_add_signed(down);
        let Some(offer) = row.and_then(|row| self.rows.get(row)?.offer) else {
            return;
        };
        let column = match place.at {
            Some(at) => self.columns.iter().position(|one| *one == at),
            None => Some(self.columns.len()),
        };
        let Some(to) = column.and_then(|column| column.checked_add_signed(right)) else {
            return;
        };
        let at = self.columns.get(to).copied();
        let adds = at.is_none() && to == self.columns.len();
        if at.is_some() || (adds && self.add > 0.0 && !offer.status.is_locked()) {
            ui.memory_mut(|memory| memory.request_focus(cell_id(&offer.id, at)));
        }
    }

    fn type_in(
        &self,
        own: &mut RaiseTable,
        ui: &mut Ui,
        context: &Context,
        actions: &mut Actions,
        place: &RowCell<'_>,
    ) {
        let Some(mut typing) = own.typing.take() else {
            return;
        };
        let mut child = ui.new_child(UiBuilder::new().max_rect(place.rect));
        let cell = cell_id(&place.offer.id, place.at);
        let id = cell.with("typing");
        if typing.new {
            unread::drop_one(ui.ctx(), typing_id());
            // Before the field is there, so that it takes the keys of this very frame.
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let edit = egui::TextEdit::singleline(&mut typing.text)
            .id(id)
            .font(theme::semibold(13.0))
            .margin(Margin::symmetric(6, 6))
            .desired_width(place.rect.width() - 12.0);
        let response = child.add_sized(place.rect.size(), edit);
        let label = match &typing.refused {
            Some(words) => format!("Term of {}, not taken: {words}", place.offer.name),
            None => format!("Term of {}", place.offer.name),
        };
        let value = typing.text.clone();
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(egui::Role::TextInput, true, &label);
            info.current_text_value = Some(value.clone());
            info
        });
        if response.changed() {
            typing.refused = None;
            unread::drop_one(ui.ctx(), typing_id());
        }
        if typing.refused.is_some() && !unread::stands(ui.ctx(), typing_id()) {
            // It was given up.
            return;
        }
        if let Some(words) = &typing.refused {
            typed::show_refusal(ui, id, place.rect, words);
        }
        let focused = ui.memory(|memory| memory.has_focus(id));
        if typing.new && focused && !typing.text.is_empty() && !response.changed() {
            put_cursor_at_end(ui, id, &typing.text);
        }
        let left = response.lost_focus() || (typing.new && !focused);
        if focused {
            typed::hold_open(ui.ctx(), id, response.rect);
        }
        if left {
            let pressed = |key| ui.input(|input| input.key_pressed(key));
            let (escape, enter) = (pressed(Key::Escape), pressed(Key::Enter));
            if !escape
                && let Err(words) = entry::enter(
                    actions,
                    context,
                    place.at,
                    (place.offer, place.term),
                    &typing.text,
                )
            {
                let name = format!("the raise table, {}", place.offer.name);
                unread::keep(ui, typing_id(), &name, &typing.text);
                typing.refused = Some(words);
                typing.new = false;
                if enter {
                    ui.memory_mut(|memory| memory.request_focus(id));
                }
                own.typing = Some(typing);
                return;
            }
            unread::drop_one(ui.ctx(), typing_id());
            if escape || enter {
                ui.memory_mut(|memory| memory.request_focus(cell));
            }
            return;
        }
        typing.new = false;
        own.typing = Some(typing);
    }

    fn fill_down(&self, context: &Context, actions: &mut Actions, place: &RowCell<'_>) {
        if place.offer.status.is_locked() {
            actions.tell_locked(context, &place.offer.id);
            return;
        }
        let above = self
            .number
            .checked_sub(1)
            .and_then(|above| self.rows.get(above));
        let from = above.zip(place.at).and_then(|(above, at)| {
            let term = above.term(at)?;
            above.offer?.clause(term.clause)
        });
        match from {
            Some(clause) => entry::fill(actions, place.offer, place.term, clause),
            None => actions.refuse("There is nothing above to fill from"),
        }
    }
}

/// What is owed: seen and told, never moved.
fn owed(ui: &Ui, rect: Rect, term: &DatedTerm, column: Column) {
    let id = egui::Id::unique(("owed cell", column.date, column.place));
    let response = ui.interact(rect, id, Sense::hover());
    let label = format!("Owed: {} {}", words::date(term.date), told(term));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Cell, true, &label));
    painting::term(ui, rect, term);
}

/// What a right click on a cell offers.
fn menu(
    own: &mut RaiseTable,
    context: &Context,
    actions: &mut Actions,
    place: &RowCell<'_>,
    response: &egui::Response,
) {
    if context.is_presenting() {
        return;
    }
    response.context_menu(|ui| {
        let open = !place.offer.status.is_locked();
        if open && ui.button("Type").clicked() {
            start_typing(own, context, actions, place, true);
            ui.close();
        }
        if let Some(term) = place.term
            && open
            && ui.button("Remove").clicked()
        {
            actions.edit(Edit::Remove(clause_at(place.offer, term)));
            ui.close();
        }
        if !open
            && ui
                .button("Start a counter from this offer\u{2026}")
                .clicked()
        {
            actions.ask(Ask::StartCounter {
                from: place.offer.id.clone(),
                then: None,
            });
            ui.close();
        }
        if ui.button("Copy the table").clicked() {
            actions.copy(Copied::Raises);
            ui.close();
        }
    });
}

fn put_cursor_at_end(ui: &Ui, id: egui::Id, text: &str) {
    if let Some(mut state) = egui::TextEdit::load_state(ui.ctx(), id) {
        let end = egui::text::CCursor::new(text.chars().count());
        let range = egui::text::CCursorRange::one(end);
        state.cursor.set_char_range(Some(range));
        state.store(ui.ctx(), id);
    }
}
