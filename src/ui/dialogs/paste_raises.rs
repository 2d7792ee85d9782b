//! Raises pasted or typed a line each, with what is read of every line.

use eframe::egui::Ui;

use super::pasted::{count, editor, list};
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
        let response = editor(ui, &mut self.text);
        if beginning::begins(ui) {
            response.request_focus();
        }
        let currency = &context.scenario().currency;
        let lines = paste::lines(&self.text, context.scenario().paid_in());
        let read = count(&lines, currency);
        list(ui, &lines, currency, 180.0);
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
