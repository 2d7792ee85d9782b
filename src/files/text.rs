//! From bytes to text: marks and encodings that editors and accidents leave behind.

use super::outline::{OpenEnd, Outline};
use super::problem::Problem;
use crate::scenario::Severity;

/// What a file that is no scenario at all is told.
pub(super) const NO_SCENARIO: &str = "this is no scenario: a scenario begins with ( after its first line, \
     #![enable(implicit_some)]; check that it is the right file";

/// The byte-order mark of UTF-8, which some editors write.
const MARK: char = '\u{feff}';

/// Takes the bytes as UTF-8 text, without a byte-order mark.
///
/// # Errors
/// A [`Problem`] for an empty file, UTF-16, one filled with zero bytes, and what is not UTF-8.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, Box<Problem>> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Box::new(whole_file(1, 1, "the file is empty", true)));
    }
    if is_utf16(bytes) {
        return Err(Box::new(whole_file(
            1,
            1,
            "the file is saved as UTF-16; open it in a text editor and save it as UTF-8",
            false,
        )));
    }
    let (valid, wrong) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, false),
        Err(error) => {
            let valid = bytes.get(..error.valid_up_to()).unwrap_or(&[]);
            (std::str::from_utf8(valid).unwrap_or(""), true)
        }
    };
    if let Some(zero) = bytes.iter().position(|byte| *byte == 0) {
        let (line, column) = place_of(valid, zero);
        return Err(Box::new(whole_file(
            line,
            column,
            "the file is damaged: it holds zero bytes here instead of text",
            true,
        )));
    }
    if wrong {
        let (line, column) = place_of(valid, valid.len());
        return Err(Box::new(whole_file(
            line,
            column,
            "this is not UTF-8 text; save the file as UTF-8 in a text editor, or it is damaged",
            true,
        )));
    }
    Ok(without_mark(valid))
}

/// The text without a byte-order mark.
pub(super) fn without_mark(text: &str) -> &str {
    text.strip_prefix(MARK).unwrap_or(text)
}

/// What can be said of a text before it is read: that it is empty, or JSON.
pub(super) fn first_look(outline: &Outline<'_>) -> Option<Problem> {
    if outline.text.trim().is_empty() {
        return Some(whole_file(1, 1, "the file is empty", true));
    }
    if outline.open_end == Some(OpenEnd::Comment) {
        return None;
    }
    let Some(whole) = outline.whole().and_then(|whole| outline.node(whole)) else {
        let message = "the file holds nothing but comments; a scenario begins with (";
        return Some(whole_file(1, 1, message, false));
    };
    if outline.slice(whole.start, whole.start + 1) == "{" {
        let place = outline.position(whole.start);
        let message = "the file is JSON or the like; a scenario begins with ( and its names have \
                       no quotes, as in (version: 1, title: \"…\")";
        return Some(whole_file(place.line, place.column, message, false));
    }
    None
}

fn whole_file(line: usize, column: usize, message: &str, damaged: bool) -> Problem {
    Problem {
        severity: Severity::Error,
        line,
        column,
        place: String::new(),
        message: message.to_owned(),
        fault: None,
        damaged,
    }
}

fn place_of(valid: &str, offset: usize) -> (usize, usize) {
    let before = valid.get(..offset.min(valid.len())).unwrap_or(valid);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    (line, column)
}

/// A UTF-16 mark, or every second byte zero where plain letters stand.
fn is_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return true;
    }
    let start = bytes.get(..bytes.len().min(64) & !1).unwrap_or(&[]);
    let zeros = |odd: usize| {
        start
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let half = start.len() / 2;
    let mostly = |count: usize| count * 5 >= half * 4;
    half > 1 && (mostly(zeros(0)) != mostly(zeros(1)))
}
