//! Characters nobody sees, and their being made visible.

use std::fmt::Write as _;
use std::path::Path;

/// The most characters a name or an id may have; more is no name.
pub const LONGEST_NAME: usize = 200;

/// The most characters a title, a headline or the like may have.
pub const LONGEST_LINE: usize = 1_000;

/// The most characters a note, a reason or a citation may have.
pub const LONGEST_TEXT: usize = 20_000;

/// Whether a character is one nobody sees or that changes how those around it are shown: control
/// characters, line and paragraph separators, marks that turn the direction of writing, joiners and
/// blanks without width, placeholders of what isn't there, tags, noncharacters. Blanks with a width are none of these.
#[must_use]
pub fn hidden(c: char) -> bool {
    c.is_control()
        // The last two of every plane are no characters.
        || u32::from(c) & 0xFFFE == 0xFFFE
        || matches!(
            u32::from(c),
            0x00AD
                | 0x034F
                | 0x061C
                | 0x115F
                | 0x1160
                | 0x17B4
                | 0x17B5
                | 0x180B..=0x180F
                | 0x200B..=0x200F
                | 0x2028..=0x202E
                | 0x2060..=0x206F
                | 0x2800
                | 0x3164
                | 0xFDD0..=0xFDEF
                | 0xFE00..=0xFE0F
                | 0xFEFF
                | 0xFFA0
                | 0xFFF0..=0xFFFC
                | 0x1BCA0..=0x1BCA3
                | 0x1D173..=0x1D17A
                | 0xE0000..=0xE0FFF
        )
}

/// The text with every hidden character written as its number: `U+200B` in brackets. Whatever prints
/// a name, an id or a path prints it through this, so that no text forges a line of output.
#[must_use]
pub fn visible(text: &str) -> String {
    kept(text, |_| false)
}

/// A path as a message shows it.
#[must_use]
pub fn path(path: &Path) -> String {
    visible(&path.to_string_lossy())
}

/// As [`visible`], but with line breaks and tabs kept: for notes of many lines.
#[must_use]
pub fn visible_lines(text: &str) -> String {
    kept(text, |c| matches!(c, '\n' | '\t'))
}

fn kept(text: &str, keep: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if hidden(c) && !keep(c) && !belongs(before, c, rest.clone().next()) {
            let _ = write!(out, "[{}]", number(c));
        } else {
            out.push(c);
        }
        before = Some(c);
    }
    out
}

/// Joiners and variation selectors where they are parts of a sign or of a script that needs them:
/// between emoji, behind a sign, among Arabic and Indian letters.
fn belongs(before: Option<char>, c: char, after: Option<char>) -> bool {
    let emoji = |c: Option<char>| {
        c.is_some_and(|c| matches!(u32::from(c), 0x203C..=0x3299 | 0xFE0F | 0x1F000..=0x1FAFF))
    };
    let script = |c: Option<char>| {
        c.is_some_and(|c| matches!(u32::from(c), 0x0600..=0x06FF | 0x0900..=0x0DFF))
    };
    match u32::from(c) {
        0x200C => script(before) && script(after),
        0x200D => (emoji(before) && emoji(after)) || script(before),
        0xFE0E | 0xFE0F => emoji(before) || matches!(before, Some('\u{a9}' | '\u{ae}')),
        _ => false,
    }
}

/// The first hidden character a name, an id or a path must not have, and its place in characters
/// from 1.
#[must_use]
pub fn first_hidden(text: &str) -> Option<(usize, char)> {
    found(text, |_| false)
}

/// As [`first_hidden`], with line breaks and tabs allowed: for notes.
#[must_use]
pub fn first_hidden_in_lines(text: &str) -> Option<(usize, char)> {
    found(text, |c| matches!(c, '\n' | '\t' | '\r'))
}

fn found(text: &str, keep: impl Fn(char) -> bool) -> Option<(usize, char)> {
    let mut before = None;
    let mut rest = text.chars();
    let mut at = 0_usize;
    while let Some(c) = rest.next() {
        at += 1;
        let lost = hidden(c) && !keep(c) && !belongs(before, c, rest.clone().next());
        if lost || (at == 1 && mark(c)) {
            return Some((at, c));
        }
        before = Some(c);
    }
    None
}

/// Whether a character is a mark on the one before it, and has nothing to stand on at the start of a text: there it
/// would change the sign that a message puts before it.
fn mark(c: char) -> bool {
    matches!(
        u32::from(c),
        0x0300..=0x036F
            | 0x0483..=0x0489
            | 0x0591..=0x05BD
            | 0x0610..=0x061A
            | 0x064B..=0x065F
            | 0x1AB0..=0x1AFF
            | 0x1DC0..=0x1DFF
            | 0x20D0..=0x20FF
            | 0xFE20..=0xFE2F
    )
}

/// A character's number as Unicode writes it: `U+200B`.
#[must_use]
pub fn number(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_shown_by_its_number() {
        assert_eq!(visible("Offer\u{1b}[31m"), "Offer[U+001B][31m");
        assert_eq!(
            visible("a\nb\u{2028}c\u{202e}d"),
            "a[U+000A]b[U+2028]c[U+202E]d"
        );
        assert_eq!(
            visible("\u{e9}\u{301} \u{4f60}\u{597d} \u{a0}"),
            "\u{e9}\u{301} \u{4f60}\u{597d} \u{a0}"
        );
        assert_eq!(visible_lines("a\nb\u{7f}"), "a\nb[U+007F]");
        assert_eq!(first_hidden("ab\u{200b}"), Some((3, '\u{200b}')));
        assert_eq!(first_hidden("ab\u{200d}c"), Some((3, '\u{200d}')));
        assert_eq!(first_hidden("\u{1f468}\u{200d}\u{1f469}"), None);
        assert_eq!(first_hidden_in_lines("one\ntwo"), None);
        assert_eq!(visible("a\u{fffc}\u{2fffe}"), "a[U+FFFC][U+2FFFE]");
        // A mark with no letter under it would stand on the quotation mark of a message.
        assert_eq!(first_hidden("\u{301}\u{302}"), Some((1, '\u{301}')));
        assert_eq!(first_hidden("e\u{301}"), None);
    }
}
