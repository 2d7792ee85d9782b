//! A path typed where the desktop offers no file dialog.

use std::path::PathBuf;

use eframe::egui::{self, Id, Key, Ui};

use super::{Answer, Dialog, buttons, title};
use crate::ui::state::{Actions, Context, Disk, Next};

pub(super) struct TypePath {
    saving: bool,
    path: String,
    /// Whether the field isn't on the screen yet.
    new: bool,
}

impl TypePath {
    pub fn new(saving: bool, path: String) -> Self {
        Self {
            saving,
            path,
            new: true,
        }
    }
}

impl Dialog for TypePath {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, if self.saving { "Save as" } else { "Open" });
        ui.label("This desktop offers no file dialog. Type the path of the file.");
        let field = egui::TextEdit::singleline(&mut self.path)
            .id(Id::unique("typed path"))
            .desired_width(f32::INFINITY);
        let response = ui.add(field);
        let value = self.path.clone();
        response.widget_info(|| {
            let mut info =
                egui::WidgetInfo::labeled(egui::Role::TextInput, true, "Path of the file");
            info.current_text_value = Some(value.clone());
            info
        });
        if std::mem::take(&mut self.new) {
            response.request_focus();
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let verb = if self.saving { "Save" } else { "Open" };
        match (entered, buttons(ui, &[verb, "Cancel"])) {
            (true, _) | (_, Some(0)) if !self.path.trim().is_empty() => {
                let path = PathBuf::from(self.path.trim());
                actions.disk(if self.saving {
                    Disk::SaveTo { path, over: false }
                } else {
                    Disk::GoOn(Next::Open(path))
                });
                Answer::Close
            }
            (_, Some(1)) => Answer::Close,
            _ => Answer::Stay,
        }
    }
}
