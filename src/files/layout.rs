//! The lines of a scenario file: what is short stands on one line, what is long is broken up.
//!
//! Works on the one long line ron writes, whose texts are all in plain quotes.

/// The longest line, in characters; a text longer than that stays whole.
const WIDTH: usize = 100;
/// One step of indentation.
const INDENT: &str = "    ";

/// Breaks up ron's one line.
pub(super) fn lay_out(line: &str) -> String {
    let mut layout = Layout {
        line,
        closing: closing_brackets(line),
        out: String::with_capacity(line.len() * 2),
        column: 0,
    };
    layout.stretch(0, line.len(), 0);
    layout.out
}

struct Layout<'t> {
    line: &'t str,
    /// For the byte offset of each opening bracket, that of its closing one; else 0.
    closing: Vec<usize>,
    out: String,
    /// The width of the last line so far.
    column: usize,
}

impl Layout<'_> {
    /// Writes a stretch of the line, breaking up brackets that don't fit.
    fn stretch(&mut self, start: usize, end: usize, depth: usize) {
        let mut at = start;
        while at < end {
            let close = self.closing.get(at).copied().unwrap_or(0);
            if close > 0 && self.is_broken_up(at, close) {
                self.bracket(at, close, depth);
                at = close + 1;
                continue;
            }
            let until = if close > 0 {
                close + 1
            } else {
                self.word_end(at, end)
            };
            self.push(at, until);
            at = until;
        }
    }

    /// Whether a bracket is broken up: where its line would be too long, and where it is a list
    /// of several entries with brackets of their own.
    fn is_broken_up(&self, open: usize, close: usize) -> bool {
        let inside = self.slice(open + 1, close);
        // One more for the comma after it.
        let width = self.column + self.slice(open, close + 1).chars().count() + 1;
        let several = self.slice(open, open + 2) == "[("
            && self
                .closing
                .get(open + 1)
                .is_some_and(|first| first + 1 < close);
        !inside.is_empty() && (width > WIDTH || several || self.column == 0 && open == 0)
    }

    /// Writes a bracket with each of its entries on a line of its own.
    fn bracket(&mut self, open: usize, close: usize, depth: usize) {
        self.push(open, open + 1);
        let only = self.closing.get(open + 1).copied().unwrap_or(0);
        if only > 0 && only + 1 == close {
            // `Groups([…])` and `Passed((…))`: one indentation for both brackets.
            self.bracket(open + 1, only, depth);
            self.push(close, close + 1);
            return;
        }
        let mut start = open + 1;
        while start < close {
            let end = self.entry_end(start, close);
            self.new_line(depth + 1);
            self.stretch(start, end, depth + 1);
            self.out.push(',');
            start = end + usize::from(self.slice(end, end + 1) == ",");
            start += self.slice(start, close).len() - self.slice(start, close).trim_start().len();
        }
        self.new_line(depth);
        self.push(close, close + 1);
    }

    /// Where an entry ends: at the next comma outside brackets and texts.
    fn entry_end(&self, start: usize, close: usize) -> usize {
        let mut at = start;
        while at < close && self.slice(at, at + 1) != "," {
            at = match self.closing.get(at) {
                Some(inner) if *inner > 0 => inner + 1,
                _ => self.word_end(at, close),
            };
        }
        at
    }

    /// The end of a text in quotes, of a word, or of a single mark.
    fn word_end(&self, at: usize, end: usize) -> usize {
        let rest = self.slice(at, end);
        let length = match rest.chars().next() {
            Some('"') => quoted(rest),
            Some(c) if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            Some(c) => c.len_utf8(),
            None => 1,
        };
        at + length
    }

    fn new_line(&mut self, depth: usize) {
        self.out.push('\n');
        self.out.push_str(&INDENT.repeat(depth));
        self.column = INDENT.len() * depth;
    }

    fn push(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            let until = self.word_end(at, end);
            let word = plain(self.line.get(at..until).unwrap_or(""));
            self.column += word.chars().count();
            self.out.push_str(&word);
            at = until;
        }
    }

    fn slice(&self, start: usize, end: usize) -> &str {
        self.line.get(start..end).unwrap_or("")
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '#' | '-' | '+' | '.')
}

/// The length of a text in quotes at the start.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// A word as people write it: `None` for `r#None`, apostrophes bare, zero without a sign.
fn plain(word: &str) -> String {
    if word.starts_with('"') {
        return bare_apostrophes(word);
    }
    let word = word.strip_prefix("r#").unwrap_or(word);
    match word.strip_prefix('-') {
        Some(size) if !size.is_empty() && size.bytes().all(|b| b == b'0' || b == b'.') => {
            size.to_owned()
        }
        _ => word.to_owned(),
    }
}

fn bare_apostrophes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let escaped = if c == '\\' { chars.next() } else { None };
        if escaped != Some('\'') {
            out.push(c);
        }
        out.extend(escaped);
    }
    out
}

/// For each opening bracket outside texts, where its closing one is.
fn closing_brackets(line: &str) -> Vec<usize> {
    let mut closing = vec![0; line.len()];
    let mut open = Vec::new();
    let mut at = 0;
    let bytes = line.as_bytes();
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => {
                at += quoted(line.get(at..).unwrap_or(""));
                continue;
            }
            b'(' | b'[' | b'{' => open.push(at),
            b')' | b']' | b'}' => {
                if let Some(place) = open.pop().and_then(|from: usize| closing.get_mut(from)) {
                    *place = at;
                }
            }
            _ => {}
        }
        at += 1;
    }
    closing
}
