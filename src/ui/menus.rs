//! The menus.

use eframe::egui::{self, Button, ThemePreference, Ui, ViewportCommand};

use super::folding::Side;
use super::timeline::lane_sizes::Lane;
use super::{Dialog, View, Window, earlier, exporting, files};

/// File, Edit, View and Help.
pub fn show(window: &mut Window, ui: &mut Ui) {
    egui::MenuBar::new().ui(ui, |ui| {
        ui.menu_button("File", |ui| file(window, ui));
        ui.menu_button("Edit", |ui| edit(window, ui));
        ui.menu_button("View", |ui| view(window, ui));
        ui.menu_button("Help", |ui| help(window, ui));
    });
}

fn item(ui: &mut Ui, enabled: bool, name: &str, keys: &str) -> bool {
    let clicked = ui
        .add_enabled(enabled, Button::new(name).shortcut_text(keys))
        .clicked();
    if clicked {
        ui.close();
    }
    clicked
}

fn file(window: &mut Window, ui: &mut Ui) {
    ui.set_min_width(220.0);
    if item(ui, true, "New contract\u{2026}", "Ctrl+N") {
        files::new_contract(window);
    }
    if item(ui, true, "Open\u{2026}", "Ctrl+O") {
        files::open(window);
    }
    let recent = window.place.recent.clone();
    if !recent.is_empty() {
        ui.menu_button("Open recent", |ui| {
            for path in recent {
                if item(ui, true, &path.display().to_string(), "") {
                    files::open_path(window, path);
                }
            }
        });
    }
    if item(ui, true, "Open the example", "") {
        files::open_example(window);
    }
    ui.separator();
    if item(ui, true, "Save", "Ctrl+S") {
        files::save(window);
    }
    if item(ui, true, "Save as\u{2026}", "Ctrl+Shift+S") {
        files::save_as(window);
    }
    let named = window.place.path.is_some();
    if item(ui, named, "Earlier versions\u{2026}", "") {
        earlier::show(window);
    }
    ui.separator();
    if item(ui, true, "Export\u{2026}", "Ctrl+E") {
        exporting::open(window);
    }
    ui.separator();
    if item(ui, true, "Quit", "Ctrl+Q") {
        ui.ctx().send_viewport_cmd(ViewportCommand::Close);
    }
}

fn edit(window: &mut Window, ui: &mut Ui) {
    ui.set_min_width(260.0);
    let undo = window.document.undo_label().map(str::to_owned);
    let name = undo
        .as_ref()
        .map_or_else(|| "Undo".to_owned(), |label| format!("Undo: {label}"));
    if item(ui, undo.is_some(), &name, "Ctrl+Z") {
        window.undo(false);
    }
    let redo = window.document.redo_label().map(str::to_owned);
    let name = redo
        .as_ref()
        .map_or_else(|| "Redo".to_owned(), |label| format!("Redo: {label}"));
    if item(ui, redo.is_some(), &name, "Ctrl+Shift+Z") {
        window.undo(true);
    }
    ui.separator();
    if item(ui, true, "Copy the table of raises", "") {
        let cells = super::grid_entry::as_cells(window.document.scenario());
        ui.ctx().copy_text(cells);
        window.notice = Some("Copied the table of raises as cells".to_owned());
    }
}

fn view(window: &mut Window, ui: &mut Ui) {
    ui.set_min_width(220.0);
    for (side, name, key) in [
        (Side::Left, "offers panel", "F6"),
        (Side::Right, "values panel", "F7"),
    ] {
        let folded = window.folding.is_folded(side);
        let verb = if folded { "Show" } else { "Fold" };
        if item(ui, true, &format!("{verb} the {name}"), key) {
            window.toggle_panel(side);
        }
    }
    ui.menu_button("Lanes", |ui| lanes(window, ui));
    if item(ui, true, "Present", "F5") {
        window.present(true);
    }
    ui.separator();
    let ctx = ui.ctx().clone();
    let mut theme = ctx.options(|options| options.theme_preference);
    for (choice, name) in [
        (ThemePreference::Light, "Light theme"),
        (ThemePreference::Dark, "Dark theme"),
        (ThemePreference::System, "Theme of the desktop"),
    ] {
        if ui.radio_value(&mut theme, choice, name).changed() {
            ctx.set_theme(theme);
            ui.close();
        }
    }
    ui.separator();
    let zoom = ctx.zoom_factor();
    if item(ui, zoom < 3.0, "Larger", "Ctrl++") {
        ctx.set_zoom_factor(zoom + 0.1);
    }
    if item(ui, zoom > 0.6, "Smaller", "Ctrl+\u{2212}") {
        ctx.set_zoom_factor(zoom - 0.1);
    }
    if item(ui, true, "Actual size", "Ctrl+0") {
        ctx.set_zoom_factor(1.0);
    }
}

fn lanes(window: &mut Window, ui: &mut Ui) {
    ui.set_min_width(200.0);
    for lane in Lane::ALL {
        let mut shown = window.lanes.shows(lane);
        let last = shown && window.lanes.shown().len() == 1;
        let choice = egui::Checkbox::new(&mut shown, lane.name());
        if ui.add_enabled(!last, choice).changed() {
            window.view = View::Timeline;
            if shown {
                window.lanes.show(lane);
            } else {
                window.lanes.hide(lane);
            }
        }
    }
    ui.separator();
    if item(ui, !window.lanes.all_shown(), "Show all lanes", "") {
        window.lanes.show_all();
    }
    if item(ui, true, "Put the sizes back", "") {
        window.lanes.reset_sizes();
    }
}

fn help(window: &mut Window, ui: &mut Ui) {
    ui.set_min_width(200.0);
    if item(ui, true, "Keys", "F1") {
        window.dialog = Some(Dialog::Keys);
    }
    if item(ui, true, "About Counteroffer", "") {
        window.dialog = Some(Dialog::About);
    }
}
