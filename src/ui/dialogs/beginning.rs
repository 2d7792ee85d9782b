//! Whether a dialog is painted for the first time: what is to have the keyboard in it asks for it then.

use eframe::egui::{Context, Id, Ui};

fn id() -> Id {
    Id::unique("a dialog begins")
}

/// Notes it, before the dialog is painted.
pub(super) fn note(ctx: &Context, begins: bool) {
    ctx.data_mut(|data| data.insert_temp(id(), begins));
}

/// Whether the dialog that is painted now is painted for the first time.
pub(super) fn begins(ui: &Ui) -> bool {
    ui.data(|data| data.get_temp(id()).unwrap_or(false))
}
