//! The sheet and what stands around the body: type sizes, headline, notes, number and hash.

#![allow(clippy::float_arithmetic)]

use crate::figure::measure::{Weight, balanced, drawable, shortened, wrapped};
use crate::figure::palette::{Palette, Rgb};
use crate::figure::scene::{
    Anchor, Outline, Part, Rect, Scene, Shape, Sheet, Size, Spot, Stroke, TextBox, TextPart, Type,
    spot,
};
use crate::figure::{Body, Figure, Note, Role, Series};

/// Line height in sizes.
const LINE: f64 = 1.28;
/// How far a headline may shrink before it is cut.
const LEAST_HEADLINE: f64 = 0.75;
/// Digits of the hash that are shown; enough to tell scenarios apart, short enough to read out.
const HASH_DIGITS: usize = 12;

/// What stands on a sheet that shows offers the other side hasn't been given.
const PRIVATE: &str = "Private: shows offers not shared";

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
    /// How small notes may become before one of them is left out.
    pub least_note: f64,
    pub margin: f64,
    /// Lines of notes and sources before they are said shorter.
    pub note_lines: usize,
    /// Lines of them before their type becomes smaller.
    pub most_note_lines: usize,
}

fn sizes(size: Size) -> Sizes {
    match size {
        Size::Slide => Sizes {
            headline: 26.0,
            subtitle: 15.0,
            body: 14.0,
            least: 12.0,
            note: 10.5,
            least_note: 9.0,
            margin: 36.0,
            note_lines: 4,
            most_note_lines: 6,
        },
        Size::HalfSlide => Sizes {
            headline: 20.0,
            subtitle: 13.0,
            body: 12.0,
            least: 9.5,
            note: 9.5,
            least_note: 7.5,
            margin: 24.0,
            note_lines: 7,
            most_note_lines: 10,
        },
        Size::Letter => Sizes {
            headline: 14.0,
            subtitle: 10.0,
            body: 9.0,
            least: 7.5,
            note: 7.5,
            least_note: 7.0,
            margin: 8.0,
            note_lines: 5,
            most_note_lines: 7,
        },
        Size::Square => Sizes {
            headline: 21.0,
            subtitle: 13.0,
            body: 12.0,
            least: 9.5,
            note: 9.5,
            least_note: 7.5,
            margin: 26.0,
            note_lines: 6,
            most_note_lines: 8,
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
    /// Which page of how many, where the sheet is one.
    pub page: Option<String>,
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
            .chain(figure.notes.iter().map(|note| note.full.as_str()))
            .chain(figure.sources.iter().map(|note| note.full.as_str()))
            .chain(figure.private.then_some(PRIVATE))
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
                title: title(figure),
                description,
                shapes: vec![ground],
                texts: Vec::new(),
                heads: Vec::new(),
                plot: None,
                left_out: 0,
                private: figure.private,
                foreign: Vec::new(),
                cells: Vec::new(),
            },
            sizes,
            palette,
            left_out: Vec::new(),
            page: None,
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

    /// The colour of a series' marks: grey where another offer is to stand out.
    pub fn mark(&self, series: &Series) -> Rgb {
        let muted = if series.muted {
            Role::Other
        } else {
            series.role
        };
        self.palette.mark(muted)
    }

    /// The colour of text about a series.
    pub fn text(&self, series: &Series) -> Rgb {
        let muted = if series.muted {
            Role::Other
        } else {
            series.role
        };
        self.palette.text(muted)
    }

    /// Notes that something found no place: `12 labels left out`.
    pub fn leave_out(&mut self, count: usize, one: &str, many: &str) {
        if count > 0 {
            self.scene.left_out += count;
            let noun = if count == 1 { one } else { many };
            self.left_out.push(format!("{count} {noun} left out"));
        }
    }

    /// A text without what can't be drawn; what the face lacks is remembered.
    pub fn drawable(&mut self, text: &str) -> String {
        let (text, foreign) = drawable(text);
        for char in foreign {
            if !self.scene.foreign.contains(&char) {
                self.scene.foreign.push(char);
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

/// What a picture is called where it is listed: its case, then its message.
fn title(figure: &Figure) -> String {
    let headline = drawable(&figure.headline).0;
    let case = drawable(&figure.case).0;
    let private = if figure.private { "Private: " } else { "" };
    if case.is_empty() {
        format!("{private}{headline}")
    } else {
        format!("{private}{case} \u{2013} {headline}")
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

/// Paragraphs of notes in lines, and the size of their type. Where they take more lines than
/// wished, the notes of least weight are said short; then more lines are taken, then smaller type.
/// Only where all of that doesn't do are the last left out, and counted.
fn fitting(
    paragraphs: &[(&str, Vec<Note>); 2],
    (size, least): (f64, f64),
    room: f64,
    (wished, most): (usize, usize),
) -> (f64, Vec<String>) {
    let all = paragraphs[0].1.len() + paragraphs[1].1.len();
    if all == 0 {
        return (size, Vec::new());
    }
    let set = |size: f64, shortened: usize, kept: usize, most: usize| {
        in_lines(paragraphs, size, room, (shortened, kept), most)
    };
    // Shortening more never takes more lines, so the least that does can be halved for.
    let fewest = |size: f64, most: usize| -> Option<Vec<String>> {
        if set(size, all, all, most + 1).len() > most {
            return None;
        }
        let (mut low, mut high) = (0, all);
        while low < high {
            let middle = low.midpoint(high);
            if set(size, middle, all, most + 1).len() <= most {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Some(set(size, high, all, most + 1))
    };
    let full = set(size, 0, all, wished + 2);
    if full.len() <= wished + 1 {
        return (size, full);
    }
    for lines in wished..=most {
        if let Some(found) = fewest(size, lines) {
            return (size, found);
        }
    }
    let mut smaller = size;
    while smaller - 0.25 >= least {
        smaller -= 0.25;
        // As much room as before, in smaller type.
        let lines = (most as f64 * size / smaller).floor() as usize;
        if let Some(found) = fewest(smaller, lines) {
            return (smaller, found);
        }
    }
    let lines = (most as f64 * size / smaller).floor() as usize;
    let (mut low, mut high) = (0, all);
    while low < high {
        let middle = (low + high).div_ceil(2);
        if set(smaller, all, middle, lines + 1).len() <= lines {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    (smaller, set(smaller, all, low, lines))
}

/// The paragraphs in at most `most` lines: the last `shortened` notes in short, the first `kept`
/// of all.
fn in_lines(
    paragraphs: &[(&str, Vec<Note>); 2],
    size: f64,
    room: f64,
    (shortened, kept): (usize, usize),
    most: usize,
) -> Vec<String> {
    // Sources become short first, then notes from the last.
    let notes = paragraphs[0].1.len();
    let all = notes + paragraphs[1].1.len();
    let mut lines: Vec<String> = Vec::new();
    let mut at = 0;
    for (name, of) in paragraphs {
        let mut words: Vec<&str> = Vec::new();
        for note in of {
            if at >= kept {
                break;
            }
            words.push(if at + shortened >= all {
                &note.short
            } else {
                &note.full
            });
            at += 1;
        }
        let left = of.len() - words.len();
        let tail = match left {
            0 => String::new(),
            1 => " And 1 more note.".to_owned(),
            more => format!(" And {more} more notes."),
        };
        if words.is_empty() && tail.is_empty() {
            continue;
        }
        let text = format!("{name}{}{tail}", words.join(" "));
        let free = most.saturating_sub(lines.len());
        if free == 0 {
            // One line too many tells the caller that it doesn't fit.
            lines.push(String::new());
            return lines;
        }
        lines.extend(wrapped(&text, size, Weight::Regular, room, free));
    }
    lines
}
