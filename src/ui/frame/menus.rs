//! The menus, drawn from the list of actions.

use eframe::egui::{self, Button, Checkbox, RadioButton, Ui};

use crate::ui::state::offered::{Mark, Menu, Offered, offered};
use crate::ui::state::{Action, Actions, Context, Disk, Look};
use crate::units::visible;

/// File, Edit, View and Help.
pub fn show(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    egui::MenuBar::new().ui(ui, |ui| {
        for menu in Menu::ALL {
            ui.menu_button(menu.title(), |ui| {
                ui.set_min_width(match menu {
                    Menu::Edit => 260.0,
                    Menu::File | Menu::View => 220.0,
                    Menu::Lanes | Menu::Help => 200.0,
                });
                of_menu(ui, menu, context, actions);
            });
        }
    });
}

/// The actions of a menu, its groups parted by rules.
fn of_menu(ui: &mut Ui, menu: Menu, context: &Context, actions: &mut Actions) {
    let all = offered(context).into_iter();
    let all = all.filter_map(|one| one.place.map(|(of, group)| (of, group, one)));
    let mut group_before = None;
    for (_, group, one) in all.filter(|(of, ..)| *of == menu) {
        if group_before.is_some_and(|before| before != group) {
            ui.separator();
        }
        group_before = Some(group);
        match &one.action {
            Action::Disk(Disk::OpenExample) => recent(ui, context, actions),
            Action::Look(Look::Present(_)) => lanes(ui, context, actions),
            _ => {}
        }
        if item(ui, &one) {
            actions.push(one.action);
            ui.close();
        }
    }
}

fn lanes(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    ui.menu_button(Menu::Lanes.title(), |ui| {
        ui.set_min_width(200.0);
        of_menu(ui, Menu::Lanes, context, actions);
    });
}

fn recent(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let recent = &context.file().recent;
    if recent.is_empty() {
        return;
    }
    ui.menu_button("Open recent", |ui| {
        for path in recent {
            if ui.button(visible::path(path)).clicked() {
                actions.disk(Disk::OpenPath(path.clone()));
                ui.close();
            }
        }
    });
}

/// An action in its menu; whether it was taken. One that can't be done says why not.
fn item(ui: &mut Ui, one: &Offered) -> bool {
    let can = one.why_not.is_none();
    let keys = one.keys.as_ref().map_or("", |keys| keys.shown);
    let name = one.name.as_str();
    let response = match one.mark {
        Mark::None => ui.add_enabled(can, Button::new(name).shortcut_text(keys)),
        Mark::Tick(mut on) => ui.add_enabled(can, Checkbox::new(&mut on, name)),
        // Only a button has room for keys at its end.
        Mark::Choice(on) if !keys.is_empty() => {
            ui.add_enabled(can, Button::selectable(on, name).shortcut_text(keys))
        }
        Mark::Choice(on) => ui.add_enabled(can, RadioButton::new(on, name)),
    };
    let clicked = response.clicked();
    if let Some(why) = one.why_not {
        response.on_disabled_hover_text(why);
    }
    clicked
}
