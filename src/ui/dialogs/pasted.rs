//! Pasted lines, some of which can't be read: what becomes of each.

use eframe::egui::{RichText, ScrollArea, Ui};

use super::{Answer, Dialog, question, title};
use crate::document::paste::PastedLine;
use crate::document::words;
use crate::scenario::OfferId;
use crate::ui::state::{Actions, Context, Edit};
use crate::ui::widgets::theme;
use crate::units::Currency;
use crate::units::text;

pub(super) struct Pasted {
    pub(super) offer: OfferId,
    pub(super) column: usize,
    pub(super) lines: Vec<PastedLine>,
}

impl Dialog for Pasted {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        let read = self
            .lines
            .iter()
            .filter(|line| line.raise(&context.scenario().currency).is_ok())
            .count();
        title(
            ui,
            &format!(
                "{read} of {} can be read",
                text::counted(self.lines.len(), "line")
            ),
        );
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for line in &self.lines {
                reading(ui, line, &context.scenario().currency);
            }
        });
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
                lines: self.lines.clone(),
            }),
            Some(_) => {}
            None => return Answer::Stay,
        }
        Answer::Close
    }
}

/// A pasted line, and under it what is read of it or why it isn't.
pub(super) fn reading(ui: &mut Ui, line: &PastedLine, currency: &Currency) {
    let palette = theme::palette(ui);
    ui.label(RichText::new(format!("{}  {}", line.number, line.text)).size(13.0));
    let (words, color) = match line.raise(currency) {
        Ok((date, percent)) => {
            let percent = words::percent(percent.get());
            (format!("{percent} on {}", words::date(date)), palette.soft)
        }
        Err(words) if line.left_out() => (words, palette.soft),
        Err(words) => (words, palette.alarm),
    };
    ui.label(RichText::new(words).size(12.5).color(color));
}
