//! Raises pasted or typed a line each, with what is read of every line.

use eframe::egui::{Id, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

use super::pasted::reading;
use super::{Answer, Dialog, beginning, buttons, title};
use crate::document::paste;
use crate::scenario::OfferId;
use crate::ui::forms::soft;
use crate::ui::state::{Actions, Context, Edit};

/// What was pasted so far.
pub(super) struct PasteRaises {
    offer: OfferId,
    text: String,
}

impl PasteRaises {
    pub fn into(offer: OfferId) -> Self {
        Self {
            offer,
            text: String::new(),
        }
    }
}

impl Dialog for PasteRaises {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        let Some(offer) = context.offer(&self.offer) else {
            return Answer::Close;
        };
        title(ui, &format!("Paste raises into {}", offer.name));
        soft(
            ui,
            "A raise a line, such as 10/1/2026: 3%. They take the place of its raises from the first on.",
        );
        let field = TextEdit::multiline(&mut self.text)
            .id(Id::unique("raises to paste"))
            .desired_rows(6)
            .desired_width(f32::INFINITY);
        let response = ui.add(field);
        if beginning::begins(ui) {
            response.request_focus();
        }
        let value = self.text.clone();
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::TextInput, true, "Raises, one a line");
            info.current_text_value = Some(value.clone());
            info
        });
        let currency = &context.scenario().currency;
        let lines = paste::lines(&self.text, currency);
        let read = lines
            .iter()
            .filter(|line| line.raise(currency).is_ok())
            .count();
        ScrollArea::vertical()
            .id_salt("what is read")
            .max_height(180.0)
            .show(ui, |ui| {
                for line in &lines {
                    reading(ui, line, currency);
                }
            });
        let verb = format!("Paste {read}");
        let names: Vec<&str> = if read > 0 {
            vec![&verb, "Cancel"]
        } else {
            vec!["Cancel"]
        };
        match buttons(ui, &names) {
            Some(0) if read > 0 => actions.edit(Edit::Paste {
                offer: self.offer.clone(),
                column: 0,
                lines,
            }),
            Some(_) => {}
            None => return Answer::Stay,
        }
        Answer::Close
    }
}
