//! Pasted lines, some of which can't be read: what becomes of each.

use eframe::egui::{RichText, ScrollArea, Ui};

use super::{Answer, Dialog, buttons, title};
use crate::document::paste::PastedLine;
use crate::scenario::OfferId;
use crate::ui::state::{Actions, Context, Edit};
use crate::ui::widgets::theme;

pub(super) struct Pasted {
    pub offer: OfferId,
    pub column: usize,
    pub lines: Vec<PastedLine>,
}

impl Dialog for Pasted {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        let palette = theme::palette(ui);
        let read = self
            .lines
            .iter()
            .filter(|line| line.raise().is_ok())
            .count();
        title(
            ui,
            &format!("{read} of {} lines can be read", self.lines.len()),
        );
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for line in &self.lines {
                ui.label(RichText::new(format!("{}  {}", line.number, line.text)).size(13.0));
                let (words, color) = match &line.raise() {
                    Ok((date, percent)) => {
                        let percent = crate::document::words::percent(percent.get());
                        (
                            format!("{percent} on {}", crate::document::words::date(*date)),
                            palette.soft,
                        )
                    }
                    Err(words) if line.left_out() => (words.clone(), palette.soft),
                    Err(words) => (words.clone(), palette.alarm),
                };
                ui.label(RichText::new(words).size(12.5).color(color));
            }
        });
        let paste = format!("Paste {read}");
        let names: Vec<&str> = if read > 0 {
            vec![&paste, "Cancel"]
        } else {
            vec!["Close"]
        };
        match buttons(ui, &names) {
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
