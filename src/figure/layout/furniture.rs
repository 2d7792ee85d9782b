//! What stands around the body: case and headline above it, notes, number and hash below.

#![allow(clippy::float_arithmetic)]

use crate::figure::measure::{Weight, balanced, shortened, wrapped};
use crate::figure::palette::Rgb;
use crate::figure::scene::{Anchor, Part, Rect, Scene, TextBox, TextPart, Type, spot};
use crate::figure::{Body, Figure, Note, Role};

use super::notes::{fitting, sentence};
use super::page::Page;
use crate::figure::PRIVATE;

/// Line height in sizes.
const LINE: f64 = 1.28;
/// How far a headline may shrink before it is cut.
const LEAST_HEADLINE: f64 = 0.75;
/// Digits of the hash that are shown; enough to tell scenarios apart, short enough to read out.
const HASH_DIGITS: usize = 12;

impl Page {
    /// Everything but the body; gives the body's room.
    pub fn furniture(&mut self, figure: &Figure) -> Rect {
        let top = self.head(figure);
        let bottom = self.notes(figure);
        let margin = self.sizes.margin;
        Rect::new(margin, top, self.scene.width - margin, bottom)
    }

    fn head(&mut self, figure: &Figure) -> f64 {
        let margin = self.sizes.margin;
        let room = self.scene.width - 2.0 * margin;
        let top = self.case(figure, margin, room);
        let text = self.drawable(&figure.headline);
        let (size, lines) = headline(&text, self.sizes.headline, room);
        let mut y = top;
        let ink = self.palette.ink;
        y = self.lines(TextPart::Headline, &lines, (size, Weight::Semibold, ink), y);
        y += self.sizes.subtitle * 0.25;
        let subtitle = self.drawable(&figure.subtitle);
        let size = self.sizes.subtitle;
        let lines = balanced(&subtitle, size, Weight::Regular, room, 3);
        let soft = self.palette.soft;
        y = self.lines(TextPart::Subtitle, &lines, (size, Weight::Regular, soft), y);
        y + self.sizes.body * 0.8
    }

    /// The case and its parties above the headline, and whether the sheet is private; gives their
    /// lower edge.
    fn case(&mut self, figure: &Figure, top: f64, room: f64) -> f64 {
        let size = self.sizes.note * 1.1;
        let baseline = top + size;
        let mut room = room;
        if figure.private {
            let look = Type {
                size,
                weight: Weight::Semibold,
                colour: self.palette.text(Role::B),
            };
            let right = self.scene.width - self.sizes.margin;
            let at = spot(right, baseline);
            let mark = TextBox::new(TextPart::Private, PRIVATE, look, at, Anchor::End);
            room -= mark.bounds.width() + size;
            self.write(mark);
        }
        let text = self.drawable(&figure.case);
        if text.is_empty() && !figure.private {
            return top;
        }
        let lines = balanced(&text, size, Weight::Semibold, room, 2);
        let soft = self.palette.soft;
        let high = lines.len().max(1) as f64 * size * LINE;
        self.lines(TextPart::Case, &lines, (size, Weight::Semibold, soft), top);
        top + high + size * 0.25
    }

    /// Notes and sources above the foot, a paragraph each; gives the lower edge of the body.
    fn notes(&mut self, figure: &Figure) -> f64 {
        let size = self.sizes.note;
        let margin = self.sizes.margin;
        let room = self.scene.width - 2.0 * margin;
        let notes = self.told(&figure.notes);
        let sources = self.told(&figure.sources);
        // Rows of figures come before the last of the notes.
        let table = usize::from(matches!(figure.body, Body::Table(_)));
        let wished = self.sizes.note_lines - table;
        let (size, lines) = fitting(
            &[("Note: ", notes), ("Source: ", sources)],
            (size, self.sizes.least_note),
            room,
            (wished, self.sizes.most_note_lines),
        );
        let top = self.foot - size - lines.len() as f64 * size * LINE - size * 0.5;
        let soft = self.palette.soft;
        self.lines(TextPart::Note, &lines, (size, Weight::Regular, soft), top);
        let rule = top - size * 0.6;
        self.line(
            Part::Grid,
            vec![spot(margin, rule), spot(self.scene.width - margin, rule)],
            self.palette.rule,
            0.75,
        );
        rule - size * 0.8
    }

    /// Notes the face can draw, as sentences, without empty ones.
    fn told(&mut self, notes: &[Note]) -> Vec<Note> {
        let mut told = Vec::with_capacity(notes.len());
        for note in notes {
            let full = sentence(&self.drawable(&note.full));
            let short = sentence(&self.drawable(&note.short));
            if !full.is_empty() {
                told.push(Note { full, short });
            }
        }
        told
    }

    /// The foot, once all is known that was left out.
    pub fn finish(mut self, figure: &Figure) -> Scene {
        let margin = self.sizes.margin;
        let look = Type {
            size: self.sizes.note,
            weight: Weight::Regular,
            colour: self.palette.faint,
        };
        let digits = |hash: &str| -> String { hash.chars().take(HASH_DIGITS).collect() };
        let short = digits(&figure.hash);
        let right = self.scene.width - margin;
        let mut room = right - margin;
        if !short.is_empty() {
            let text = match &figure.file_hash {
                Some(file) => format!("Shared part {short} of scenario {}", digits(file)),
                None => format!("Scenario {short}"),
            };
            let at = spot(right, self.foot);
            let hash = TextBox::new(TextPart::Foot, &text, look, at, Anchor::End);
            room = hash.bounds.left - margin - look.size;
            self.write(hash);
        }
        let number = figure.number.map(|number| format!("Figure {number}"));
        let parts: Vec<String> = number
            .into_iter()
            .chain(self.page.clone())
            .chain(self.left_out.iter().cloned())
            .collect();
        let text = parts.join(" \u{b7} ");
        let text = shortened(&text, look.size, look.weight, room);
        let at = spot(margin, self.foot);
        self.write(TextBox::new(TextPart::Foot, &text, look, at, Anchor::Start));
        self.scene
    }

    /// Lines from the left margin down; gives the lower edge.
    fn lines(
        &mut self,
        part: TextPart,
        lines: &[String],
        (size, weight, colour): (f64, Weight, Rgb),
        top: f64,
    ) -> f64 {
        let look = Type {
            size,
            weight,
            colour,
        };
        let left = self.sizes.margin;
        for (at, line) in lines.iter().enumerate() {
            let baseline = top + at as f64 * size * LINE + size;
            self.write(TextBox::new(
                part,
                line,
                look,
                spot(left, baseline),
                Anchor::Start,
            ));
        }
        top + lines.len() as f64 * size * LINE
    }
}

/// A headline's size and lines: two, shrinking if need be; three where the smallest needs them.
fn headline(text: &str, size: f64, room: f64) -> (f64, Vec<String>) {
    let mut smaller = size;
    while smaller >= size * LEAST_HEADLINE {
        let lines = wrapped(text, smaller, Weight::Semibold, room, 3);
        if lines.len() <= 2 {
            return (smaller, balanced(text, smaller, Weight::Semibold, room, 2));
        }
        smaller -= 0.5;
    }
    let least = size * LEAST_HEADLINE;
    (least, balanced(text, least, Weight::Semibold, room, 3))
}
