//! Pasted lines, some of which can't be read: what becomes of each, and the text to mend.

use eframe::egui::{Id, Response, RichText, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

use super::{Answer, Dialog, question, title};
use crate::document::paste::{self, PastedLine};
use crate::document::words;
use crate::scenario::OfferId;
use crate::ui::forms::beside::beneath;
use crate::ui::forms::soft;
use crate::ui::state::{Actions, Context, Edit};
use crate::ui::widgets::theme;
use crate::units::Currency;

pub(super) struct Pasted {
    pub(super) offer: OfferId,
    pub(super) column: usize,
    /// What was pasted, as mended so far.
    pub(super) text: String,
}

impl Dialog for Pasted {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        let currency = &context.scenario().currency;
        let lines = paste::lines(&self.text, context.scenario().paid_in());
        let read = count(&lines, currency);
        title(ui, &format!("{read} of {} lines can be read", lines.len()));
        soft(
            ui,
            "A line can be mended here, or left as it is and stay out.",
        );
        editor(ui, &mut self.text);
        list(ui, &lines, currency, 240.0);
        let paste = format!("Paste {read}");
        let names: Vec<&str> = if read > 0 {
            vec![&paste, "Cancel"]
        } else {
            vec!["Close"]
        };
        match question(ui, &names, 0) {
            Some(0) if read > 0 => actions.edit(Edit::Paste {
                offer: self.offer.clone(),
                column: self.column,
                lines,
            }),
            Some(_) => {}
            None => return Answer::Stay,
        }
        Answer::Close
    }
}

/// How many lines become a raise.
pub(super) fn count(lines: &[PastedLine], currency: &Currency) -> usize {
    let read = lines.iter().filter(|line| line.raise(currency).is_ok());
    read.count()
}

/// The text itself, which scrolls where it is long.
pub(super) fn editor(ui: &mut Ui, text: &mut String) -> Response {
    let response = ScrollArea::vertical()
        .id_salt("raises to paste, scrolled")
        .max_height(130.0)
        .show(ui, |ui| {
            let field = TextEdit::multiline(text)
                .id(Id::unique("raises to paste"))
                .desired_rows(6)
                .desired_width(f32::INFINITY);
            ui.add(field)
        })
        .inner;
    let value = text.clone();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, "Raises, one a line");
        info.current_text_value = Some(value.clone());
        info
    });
    response
}

/// What is read of every line; it scrolls above `most` points.
pub(super) fn list(ui: &mut Ui, lines: &[PastedLine], currency: &Currency, most: f32) {
    ScrollArea::vertical()
        .id_salt("what is read")
        .max_height(most)
        .show(ui, |ui| {
            for line in lines {
                reading(ui, line, currency);
            }
        });
}

/// A pasted line, and under it what is read of it or why it isn't.
fn reading(ui: &mut Ui, line: &PastedLine, currency: &Currency) {
    let palette = theme::palette(ui);
    ui.label(RichText::new(format!("{}  {}", line.number, line.text)).size(13.0));
    let soft = |ui: &mut Ui, words: String| {
        ui.label(RichText::new(words).size(12.5).color(palette.soft));
    };
    match line.raise(currency) {
        Ok((date, percent)) => {
            let percent = words::percent(percent.get());
            soft(ui, format!("{percent} on {}", words::date(date)));
        }
        Err(words) if line.left_out() => soft(ui, words),
        Err(words) => beneath(ui, &words, 0.0),
    }
}
