//! The menus.

use eframe::egui::{self, Button, ThemePreference, Ui};

use crate::ui::state::actions::Lanes;
use crate::ui::state::folding::Side;
use crate::ui::state::lane_sizes::Lane;
use crate::ui::state::{Actions, Ask, Context, Copied, Disk, Edit, Look, View};

/// File, Edit, View and Help.
pub fn show(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    egui::MenuBar::new().ui(ui, |ui| {
        ui.menu_button("File", |ui| file(ui, context, actions));
        ui.menu_button("Edit", |ui| edit(ui, context, actions));
        ui.menu_button("View", |ui| view(ui, context, actions));
        ui.menu_button("Help", |ui| help(ui, actions));
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

fn file(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    ui.set_min_width(220.0);
    if item(ui, true, "New contract\u{2026}", "Ctrl+N") {
        actions.disk(Disk::New);
    }
    if item(ui, true, "Open\u{2026}", "Ctrl+O") {
        actions.disk(Disk::Open);
    }
    let recent = context.file().recent.clone();
    if !recent.is_empty() {
        ui.menu_button("Open recent", |ui| {
            for path in recent {
                if item(ui, true, &path.display().to_string(), "") {
                    actions.disk(Disk::OpenPath(path));
                }
            }
        });
    }
    if item(ui, true, "Open the example", "") {
        actions.disk(Disk::OpenExample);
    }
    ui.separator();
    if item(ui, true, "Save", "Ctrl+S") {
        actions.disk(Disk::Save);
    }
    if item(ui, true, "Save as\u{2026}", "Ctrl+Shift+S") {
        actions.disk(Disk::SaveAs);
    }
    let named = context.file().path.is_some();
    if item(ui, named, "Earlier versions\u{2026}", "") {
        actions.disk(Disk::EarlierVersions);
    }
    ui.separator();
    if item(ui, true, "Export\u{2026}", "Ctrl+E") {
        actions.ask(Ask::Export);
    }
    ui.separator();
    if item(ui, true, "Quit", "Ctrl+Q") {
        actions.disk(Disk::Quit);
    }
}

fn edit(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    ui.set_min_width(260.0);
    let undo = context.document().undo_label().map(str::to_owned);
    let name = undo
        .as_ref()
        .map_or_else(|| "Undo".to_owned(), |label| format!("Undo: {label}"));
    if item(ui, undo.is_some(), &name, "Ctrl+Z") {
        actions.edit(Edit::Undo);
    }
    let redo = context.document().redo_label().map(str::to_owned);
    let name = redo
        .as_ref()
        .map_or_else(|| "Redo".to_owned(), |label| format!("Redo: {label}"));
    if item(ui, redo.is_some(), &name, "Ctrl+Shift+Z") {
        actions.edit(Edit::Redo);
    }
    ui.separator();
    if item(ui, true, "Copy the table of raises", "") {
        actions.copy(Copied::Raises);
    }
}

fn view(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    ui.set_min_width(220.0);
    for (side, name, key) in [
        (Side::Left, "offers panel", "F6"),
        (Side::Right, "values panel", "F7"),
    ] {
        let folded = context.screen.folding.is_folded(side);
        let verb = if folded { "Show" } else { "Fold" };
        if item(ui, true, &format!("{verb} the {name}"), key) {
            actions.look(Look::Panel(side));
        }
    }
    ui.menu_button("Lanes", |ui| lanes(ui, context, actions));
    if item(ui, true, "Present", "F5") {
        actions.look(Look::Present(true));
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
            actions.look(Look::Theme(theme));
            ui.close();
        }
    }
    ui.separator();
    let zoom = ctx.zoom_factor();
    if item(ui, zoom < 3.0, "Larger", "Ctrl++") {
        actions.look(Look::Zoom(zoom + 0.1));
    }
    if item(ui, zoom > 0.6, "Smaller", "Ctrl+\u{2212}") {
        actions.look(Look::Zoom(zoom - 0.1));
    }
    if item(ui, true, "Actual size", "Ctrl+0") {
        actions.look(Look::Zoom(1.0));
    }
}

fn lanes(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    ui.set_min_width(200.0);
    for lane in Lane::ALL {
        let mut shown = context.screen.lanes.shows(lane);
        let last = shown && context.screen.lanes.shown().len() == 1;
        let choice = egui::Checkbox::new(&mut shown, lane.name());
        if ui.add_enabled(!last, choice).changed() {
            actions.look(Look::At(View::Timeline));
            if shown {
                actions.look(Look::Lanes(Lanes::Show(lane)));
            } else {
                actions.look(Look::Lanes(Lanes::Hide(lane)));
            }
        }
    }
    ui.separator();
    if item(ui, !context.screen.lanes.all_shown(), "Show all lanes", "") {
        actions.look(Look::Lanes(Lanes::All));
    }
    if item(ui, true, "Put the sizes back", "") {
        actions.look(Look::Lanes(Lanes::ResetSizes));
    }
}

fn help(ui: &mut Ui, actions: &mut Actions) {
    ui.set_min_width(200.0);
    if item(ui, true, "Keys", "F1") {
        actions.ask(Ask::Keys);
    }
    if item(ui, true, "About Counteroffer", "") {
        actions.ask(Ask::About);
    }
}
