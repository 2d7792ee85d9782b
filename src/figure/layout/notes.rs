//! Notes and sources in lines, said shorter or set smaller where room is short.

#![allow(clippy::float_arithmetic)]

use crate::figure::Note;
use crate::figure::measure::{Weight, wrapped};
use crate::figure::position::whole;

/// The most lines taken from the figure itself before a note is left out.
const MOST_MORE: usize = 3;

/// A note as a sentence of its own.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '!', '?', '\u{2026}']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// Paragraphs of notes in lines, and the size of their type. Where they take more lines than
/// wished, the notes of least weight are said short; then more lines are taken, then smaller type.
/// Then the figure itself gives way by a few lines. Only where all of that doesn't do are the last left out, and counted.
pub(super) fn fitting(
    paragraphs: &[(&str, Vec<Note>); 2],
    (size, least): (f64, f64),
    room: f64,
    (wished, most): (usize, usize),
) -> (f64, Vec<String>) {
    let [(_, notes), (_, sources)] = paragraphs;
    let all = notes.len() + sources.len();
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
        let lines = whole(most as f64 * size / smaller);
        if let Some(found) = fewest(smaller, lines) {
            return (smaller, found);
        }
    }
    let lines = whole(most as f64 * size / smaller);
    // A chart a little lower is better than a caveat less.
    for more in 1..=MOST_MORE {
        if let Some(found) = fewest(smaller, lines + more) {
            return (smaller, found);
        }
    }
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
    let [(_, notes), (_, sources)] = paragraphs;
    let all = notes.len() + sources.len();
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
