//! The sheet and what stands around the body: type sizes, headline, notes, number and hash.

#![allow(clippy::float_arithmetic)]

use crate::figure::measure::{Weight, balanced, drawable, shortened, width, wrapped};
use crate::figure::palette::{Palette, Rgb};
use crate::figure::scene::{
    Anchor, Outline, Part, Rect, Scene, Shape, Sheet, Size, Spot, Stroke, TextBox, TextPart, Type,
    spot,
};
use crate::figure::{Body, Figure};

/// Line height in sizes.
const LINE: f64 = 1.28;
/// How far a headline may shrink before it is cut.
const LEAST_HEADLINE: f64 = 0.75;
/// Digits of the hash that are shown; enough to tell scenarios apart, short enough to read out.
const HASH_DIGITS: usize = 12;

/// Type sizes and margins of a sheet, points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sizes {
    pub headline: f64,
    pub subtitle: f64,
    /// Ticks, labels, cells, keys: what is read in the body.
    pub body: f64,
    /// How small the body may become before something is left out.
    pub least: f64,
    pub note: f64,
    pub margin: f64,
    pub note_lines: usize,
}

fn sizes(size: Size) -> Sizes {
    match size {
        Size::Slide => Sizes {
            headline: 26.0,
            subtitle: 15.0,
            body: 14.0,
            least: 12.0,
            note: 10.5,
            margin: 36.0,
            note_lines: 3,
        },
        Size::HalfSlide => Sizes {
            headline: 20.0,
            subtitle: 13.0,
            body: 12.0,
            least: 9.5,
            note: 9.5,
            margin: 24.0,
            note_lines: 5,
        },
        Size::Letter => Sizes {
            headline: 14.0,
            subtitle: 10.0,
            body: 9.0,
            least: 7.5,
            note: 7.5,
            margin: 8.0,
            note_lines: 4,
        },
        Size::Square => Sizes {
            headline: 21.0,
            subtitle: 13.0,
            body: 12.0,
            least: 9.5,
            note: 9.5,
            margin: 26.0,
            note_lines: 4,
        },
    }
}

/// A scene being made.
pub(super) struct Page {
    pub scene: Scene,
    pub sizes: Sizes,
    pub palette: &'static Palette,
    /// What was left out, in words, for the foot.
    pub left_out: Vec<String>,
    foot: f64,
}

impl Page {
    pub fn new(figure: &Figure, sheet: Sheet) -> Self {
        let (width, height) = sheet.size.points();
        let palette = sheet.theme.palette();
        let ground = Shape {
            part: Part::Ground,
            outline: Outline::Rect(Rect::new(0.0, 0.0, width, height)),
            fill: Some((palette.paper, 1.0)),
            stroke: None,
        };
        let description = std::iter::once(figure.alt.as_str())
            .chain(figure.notes.iter().map(String::as_str))
            .map(sentence)
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        let sizes = sizes(sheet.size);
        Self {
            scene: Scene {
                sheet,
                width,
                height,
                title: drawable(&figure.headline).0,
                description,
                shapes: vec![ground],
                texts: Vec::new(),
                heads: Vec::new(),
                plot: None,
                left_out: 0,
                replaced: Vec::new(),
            },
            sizes,
            palette,
            left_out: Vec::new(),
            foot: height - sizes.margin - sizes.note * 0.3,
        }
    }

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
        let text = self.drawable(&figure.headline);
        let (size, lines) = headline(&text, self.sizes.headline, room);
        let mut y = margin;
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

    /// Notes above the foot, as one paragraph; gives the lower edge of the body.
    fn notes(&mut self, figure: &Figure) -> f64 {
        let size = self.sizes.note;
        let margin = self.sizes.margin;
        let room = self.scene.width - 2.0 * margin;
        let notes: Vec<String> = figure
            .notes
            .iter()
            .map(|note| sentence(&self.drawable(note)))
            .filter(|note| !note.is_empty())
            .collect();
        // Rows of figures come before the last of the notes.
        let table = usize::from(matches!(figure.body, Body::Table(_)));
        let lines = fitting(&notes, size, room, self.sizes.note_lines - table);
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

    /// The foot, once all is known that was left out.
    pub fn finish(mut self, figure: &Figure) -> Scene {
        let margin = self.sizes.margin;
        let look = Type {
            size: self.sizes.note,
            weight: Weight::Regular,
            colour: self.palette.faint,
        };
        let short: String = figure.hash.chars().take(HASH_DIGITS).collect();
        let right = self.scene.width - margin;
        let mut room = right - margin;
        if !short.is_empty() {
            let text = format!("Scenario {short}");
            let at = spot(right, self.foot);
            let hash = TextBox::new(TextPart::Foot, &text, look, at, Anchor::End);
            room = hash.bounds.left - margin - look.size;
            self.write(hash);
        }
        let mut text = format!("Figure {}", figure.number);
        for left_out in &self.left_out {
            text.push_str(" \u{b7} ");
            text.push_str(left_out);
        }
        let text = shortened(&text, look.size, look.weight, room);
        let at = spot(margin, self.foot);
        self.write(TextBox::new(TextPart::Foot, &text, look, at, Anchor::Start));
        self.scene
    }

    /// Notes that something found no place: `12 labels left out`.
    pub fn leave_out(&mut self, count: usize, one: &str, many: &str) {
        if count > 0 {
            self.scene.left_out += count;
            let noun = if count == 1 { one } else { many };
            self.left_out.push(format!("{count} {noun} left out"));
        }
    }

    /// A text the face can draw; what it lacks is remembered.
    pub fn drawable(&mut self, text: &str) -> String {
        let (text, replaced) = drawable(text);
        for char in replaced {
            if !self.scene.replaced.contains(&char) {
                self.scene.replaced.push(char);
            }
        }
        text
    }

    /// Adds a text, unless it has no words.
    pub fn write(&mut self, text: TextBox) {
        if !text.text.is_empty() {
            self.scene.texts.push(text);
        }
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

    /// Adds a solid line.
    pub fn line(&mut self, part: Part, places: Vec<Spot>, colour: Rgb, width: f64) {
        self.scene.shapes.push(Shape {
            part,
            outline: Outline::Line(places),
            fill: None,
            stroke: Some(Stroke {
                colour,
                width,
                dash: Vec::new(),
            }),
        });
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

/// A note as a sentence of its own.
fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '!', '?', '\u{2026}']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// As many whole notes as fit into so many lines, and how many didn't.
fn fitting(notes: &[String], size: f64, room: f64, most: usize) -> Vec<String> {
    let set = |text: &str, most| wrapped(text, size, Weight::Regular, room, most);
    for kept in (1..=notes.len()).rev() {
        let mut text = notes[..kept].join(" ");
        let more = notes.len() - kept;
        if more > 0 {
            text.push_str(&left_over(more));
        }
        let lines = set(&text, most + 1);
        if lines.len() <= most {
            return lines;
        }
    }
    let Some(first) = notes.first() else {
        return Vec::new();
    };
    let tail = match notes.len() - 1 {
        0 => String::new(),
        more => left_over(more),
    };
    let mut lines = set(first, most);
    if let Some(last) = lines.last_mut() {
        let left = room - width(&tail, size, Weight::Regular);
        *last = format!("{}{tail}", shortened(last, size, Weight::Regular, left));
    }
    lines
}

fn left_over(more: usize) -> String {
    match more {
        1 => " And 1 more note.".to_owned(),
        more => format!(" And {more} more notes."),
    }
}
