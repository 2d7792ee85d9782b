//! How wide text is, from the embedded faces, and what is done where it doesn't fit.
//!
//! Sizes and widths are in points. Advances are the faces' own; kerning and ligatures are left to
//! the slack that [`width`] adds.

#![allow(clippy::float_arithmetic)]

mod lines;

use std::sync::LazyLock;

use ttf_parser::Face;

pub use self::lines::{balanced, unbroken, wrapped};
use crate::units::text;

/// The regular face, as embedded in every picture.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/SourceSans3-Regular.ttf");
/// The semibold face.
pub const SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/SourceSans3-Semibold.ttf");
/// The name of the family both faces belong to.
pub const FAMILY: &str = "Source Sans 3";

/// Room kept beyond the advances, of them.
const SLACK: f64 = 0.15;
/// The most of it, in sizes: over a long line, kerning evens out.
const MOST_SLACK: f64 = 1.2;
/// What stands for a character that no face has: a box, which can't be read as a question.
pub const SUBSTITUTE: char = '\u{25a1}';
/// Above the baseline, in sizes: accents on capitals too.
pub const ASCENT: f64 = 0.84;
/// Below the baseline, in sizes.
pub const DESCENT: f64 = 0.24;

/// A weight of the family.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// For reading.
    #[default]
    Regular,
    /// For headlines and figures.
    Semibold,
}

impl Weight {
    /// The weight's number in a style sheet.
    #[must_use]
    pub fn number(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Semibold => 600,
        }
    }

    fn face(self) -> Option<&'static Face<'static>> {
        static FACES: LazyLock<[Option<Face<'static>>; 2]> =
            LazyLock::new(|| [REGULAR, SEMIBOLD].map(|bytes| Face::parse(bytes, 0).ok()));
        let [regular, semibold] = &*FACES;
        match self {
            Self::Regular => regular.as_ref(),
            Self::Semibold => semibold.as_ref(),
        }
    }
}

/// The sum of the advances of a text, points.
#[must_use]
pub fn advance(text: &str, size: f64, weight: Weight) -> f64 {
    // A face that doesn't read would be a broken build; an em a character is never too narrow.
    let Some(face) = weight.face() else {
        return text.chars().map(|_| size).sum();
    };
    let mut foreign = 0.0;
    let mut units = 0.0;
    for char in text.chars() {
        match face.glyph_index(char) {
            Some(glyph) => units += f64::from(face.glyph_hor_advance(glyph).unwrap_or(0)),
            None if is_combining(char) => {}
            None => foreign += em_of(char),
        }
    }
    units * size / f64::from(face.units_per_em()) + foreign * size
}

/// The room an axis' labels take beside it, points: that of its widest. A gutter measured so cuts
/// none of them.
#[must_use]
pub fn gutter(axis: &super::Axis, size: f64) -> f64 {
    axis.ticks
        .iter()
        .map(|tick| width(&tick.label, size, Weight::Regular))
        .fold(0.0, f64::max)
}

/// What a character of another face takes at most, in sizes: ideographs are as wide as they are
/// high in every face, pictures and the widest letters of Arabic a little wider.
fn em_of(char: char) -> f64 {
    if matches!(char, '\u{1f000}'..='\u{1ffff}' | '\u{2600}'..='\u{27bf}' | '\u{600}'..='\u{8ff}') {
        1.35
    } else {
        1.05
    }
}

/// The width to keep free for a text, points: its advances and 15 % slack, at most 1.2 sizes.
#[must_use]
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let advance = advance(text, size, weight);
    advance + (advance * SLACK).min(size * MOST_SLACK)
}

/// The text with one space between words and nothing unseen, and the characters the embedded faces
/// lack: a picture draws those with a face of the system, or replaces them where there is none.
/// Marks that stand on a letter before them, and that the faces lack, are left away.
#[must_use]
pub fn drawable(text: &str) -> (String, Vec<char>) {
    let mut foreign = Vec::new();
    let mut drawn = String::with_capacity(text.len());
    for char in text.chars() {
        let narrow = matches!(char, '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}');
        if narrow || char.is_whitespace() || char.is_control() {
            if !drawn.is_empty() && !drawn.ends_with(' ') {
                drawn.push(' ');
            }
        } else if is_unseen(char) {
        } else if is_combining(char) {
            // The faces draw marks with a letter as one glyph. Where they have none for the two
            // together the mark would stand in the wrong place, and in a PDF for no letter at all.
            match drawn.pop() {
                Some(base) => match composed(base, char) {
                    Some(whole) => drawn.push(whole),
                    None => {
                        drawn.push(base);
                        foreign.push(char);
                    }
                },
                None => foreign.push(char),
            }
        } else if let Some(plain) = plain(char).filter(|_| !is_known(char)) {
            drawn.push_str(plain);
        } else {
            let known = is_known(char);
            // Syllables of Hangul may come in their parts, which few faces put together.
            let before = drawn.chars().next_back().filter(|_| !known);
            let whole = before.filter(|before| !is_known(*before));
            match whole.and_then(|before| unicode_normalization::char::compose(before, char)) {
                Some(whole) => {
                    drawn.pop();
                    foreign.pop();
                    drawn.push(whole);
                    foreign.push(whole);
                }
                None => {
                    drawn.push(char);
                    foreign.extend((!known).then_some(char));
                }
            }
        }
    }
    drawn.truncate(drawn.trim_end().len());
    (drawn, foreign)
}

/// Whether the embedded faces have a character.
#[must_use]
pub fn is_known(char: char) -> bool {
    Weight::Regular
        .face()
        .is_some_and(|face| face.glyph_index(char).is_some())
}

/// Marks that stand on the letter before them.
#[must_use]
pub fn is_combining(char: char) -> bool {
    matches!(char, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// A letter and its mark as one character of the faces, where there is one.
fn composed(base: char, mark: char) -> Option<char> {
    unicode_normalization::char::compose(base, mark).filter(|whole| is_known(*whole))
}

/// Marks of direction and joining that draw nothing; a picture reads left to right as it stands.
fn is_unseen(char: char) -> bool {
    matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}

/// A plain spelling of signs that some keyboards put in names.
fn plain(char: char) -> Option<&'static str> {
    Some(match char {
        '\u{2010}' | '\u{2011}' | '\u{fe63}' | '\u{ff0d}' => "-",
        '\u{2012}' | '\u{2015}' => "\u{2013}",
        '\u{2190}' => "<-",
        '\u{2192}' => "->",
        '\u{2248}' => "~",
        '\u{2713}' | '\u{2714}' => "x",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        _ => return None,
    })
}

/// The text, its end replaced by `…` where it doesn't fit into `room` points. Where not even one
/// character and the ellipsis fit, the ellipsis alone.
#[must_use]
pub fn shortened(text: &str, size: f64, weight: Weight, room: f64) -> String {
    if width(text, size, weight) <= room {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let fits = |count: usize| {
        let start = ends.get(count).and_then(|end| text.get(..*end));
        let cut = format!("{}\u{2026}", start.unwrap_or(text).trim_end());
        (width(&cut, size, weight) <= room).then_some(cut)
    };
    let (mut most, mut least) = (ends.len(), 0);
    let mut best = "\u{2026}".to_owned();
    while least < most {
        let middle = least.midpoint(most + 1).min(most);
        match fits(middle) {
            Some(cut) => {
                best = cut;
                least = middle;
            }
            None => most = middle - 1,
        }
    }
    best
}

/// A name, elided in its middle where it doesn't fit into `room` points: names differ at their ends.
#[must_use]
pub fn elided(name: &str, size: f64, weight: Weight, room: f64) -> String {
    if width(name, size, weight) <= room {
        return name.to_owned();
    }
    let (mut most, mut least) = (name.chars().count(), 0);
    while least < most {
        let middle = least.midpoint(most + 1).min(most);
        if width(&text::elided(name, middle), size, weight) <= room {
            least = middle;
        } else {
            most = middle - 1;
        }
    }
    text::elided(name, least)
}

/// A label such as `Union counter 127.50`, its name shortened so that the figure at its end stays.
#[must_use]
pub fn shortened_name(text: &str, size: f64, weight: Weight, room: f64) -> String {
    if width(text, size, weight) <= room {
        return text.to_owned();
    }
    let figure = text
        .rsplit_once(' ')
        .filter(|(_, last)| last.chars().any(|char| char.is_ascii_digit()));
    match figure {
        Some((name, figure)) => {
            let left = room - width(&format!(" {figure}"), size, weight);
            if left < width("\u{2026}", size, weight) {
                shortened(figure, size, weight, room)
            } else {
                format!("{} {figure}", elided(name, size, weight, left))
            }
        }
        None => shortened(text, size, weight, room),
    }
}

#[cfg(test)]
mod tests;
