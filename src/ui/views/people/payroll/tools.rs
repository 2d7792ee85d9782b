//! The row above the table: what is shown of it, and what is done with all of it.

use eframe::egui::{Id, Key, Role, TextEdit, Ui, WidgetInfo, vec2};

use super::kept::Payroll;
use super::{grid, keys};
use crate::ui::state::{Actions, Ask, Context};
use crate::ui::widgets::{controls, theme};

/// The button that begins an import.
const IMPORT: &str = "Import a roster\u{2026}";

pub(super) fn show(
    own: &mut Payroll,
    ui: &mut Ui,
    context: &Context,
    actions: &mut Actions,
    has_groups: bool,
    pages: impl FnOnce(&mut Ui),
) {
    // Tab goes from the left to the right, so that what stands at the right is painted last.
    ui.horizontal(|ui| {
        pages(ui);
        let open = !context.is_presenting();
        let names: &[&str] = match (has_groups, open) {
            (true, true) => &["Add a group", "Copy", IMPORT],
            (true, false) => &["Copy"],
            (false, true) => &[IMPORT],
            (false, false) => &[],
        };
        let taken: f32 = names.iter().map(|name| width_of(ui, name)).sum();
        let room = ui.available_width() - taken;
        let field = if has_groups {
            (room - 8.0).clamp(70.0, 180.0)
        } else {
            -8.0
        };
        ui.add_space((room - field - 8.0).max(0.0));
        if has_groups {
            filter(own, ui, field);
            if open && ui.button("Add a group").clicked() {
                own.grid.filter.clear();
                let groups = context.scenario().workforce.groups();
                grid::begin_new(own, groups.map_or(0, <[_]>::len));
            }
            let copy = ui.button("Copy");
            copy.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Copy the groups shown"));
            if copy
                .on_hover_text("Copy the groups shown, with headers, as cells")
                .clicked()
            {
                keys::copy_all(own, context, actions);
            }
        }
        if open && controls::leading(ui, theme::strong(IMPORT, 14.0), true).clicked() {
            actions.ask(Ask::ImportRoster);
        }
    });
}

/// The width of a button with the gap before it, in points.
fn width_of(ui: &Ui, name: &str) -> f32 {
    let spacing = ui.spacing();
    let around = spacing.button_padding.x * 2.0 + spacing.item_spacing.x + 1.0;
    let font = if name == IMPORT {
        theme::semibold(14.0)
    } else {
        theme::regular(14.0)
    };
    let ink = theme::palette(ui).ink;
    let text = ui.painter().layout_no_wrap(name.to_owned(), font, ink);
    text.size().x + around
}

fn filter(own: &mut Payroll, ui: &mut Ui, width: f32) {
    let id = Id::unique("filter groups");
    let edit = TextEdit::singleline(&mut own.grid.filter)
        .id(id)
        .hint_text("Filter groups")
        .desired_width(width);
    let response = ui.add_sized(vec2(width, 26.0), edit);
    let value = own.grid.filter.clone();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, "Filter groups");
        info.current_text_value = Some(value.clone());
        info
    });
    if response.changed() {
        own.grid.go(super::kept::Cell::default(), false);
    }
    let escape = ui.input(|input| input.key_pressed(Key::Escape));
    if response.lost_focus() && escape {
        own.grid.filter.clear();
    }
}
