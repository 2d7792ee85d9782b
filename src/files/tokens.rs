//! The marks and words of a scenario file, one after the other, whatever state it is in.
//!
//! Reading proper is ron's work; this only finds where things are in a file that ron refused, so
//! it never fails: what it can't tell apart is a [`Kind::Bare`] word.

/// What a stretch of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `(`, `[` or `{`.
    Open(Bracket),
    /// `)`, `]` or `}`.
    Close(Bracket),
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// A text in quotes; `closed` is false where the file ends inside it.
    Text {
        /// Whether its closing quote is there.
        closed: bool,
    },
    /// A number, a name, or anything else without brackets, quotes and spaces.
    Bare,
    /// The end of the file; `in_comment` where a `/*` is never closed.
    End {
        /// Whether the file ends inside a comment.
        in_comment: bool,
    },
}

/// A kind of bracket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bracket {
    /// `( )`
    Round,
    /// `[ ]`
    Square,
    /// `{ }`
    Curly,
}

impl Bracket {
    /// Its closing mark.
    pub(super) fn closing(self) -> char {
        match self {
            Self::Round => ')',
            Self::Square => ']',
            Self::Curly => '}',
        }
    }

    /// Its opening mark.
    pub(super) fn opening(self) -> char {
        match self {
            Self::Round => '(',
            Self::Square => '[',
            Self::Curly => '{',
        }
    }
}

/// A stretch of text, by byte offsets.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    /// Where it ends, exclusive.
    pub(super) end: usize,
}

/// Walks through a text.
#[derive(Debug, Clone)]
pub(super) struct Tokens<'t> {
    text: &'t str,
    at: usize,
    /// Whether a comment has been passed.
    pub(super) saw_comment: bool,
    /// Whether the text ends inside a comment.
    in_comment: bool,
}

impl<'t> Tokens<'t> {
    /// Starts at the beginning of the text, after a head such as `#![enable(implicit_some)]`.
    pub(super) fn new(text: &'t str) -> Self {
        let mut tokens = Self {
            text,
            at: 0,
            saw_comment: false,
            in_comment: false,
        };
        loop {
            tokens.skip_blank();
            if !tokens.rest().starts_with("#!") {
                return tokens;
            }
            let line = tokens.rest().lines().next().unwrap_or_default();
            tokens.at += line.rfind(']').map_or(line.len(), |close| close + 1);
        }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// The next token; at the end, [`Kind::End`] for ever.
    pub(super) fn next(&mut self) -> Token {
        self.skip_blank();
        let start = self.at;
        let rest = self.rest();
        let mark = |kind| (kind, 1);
        let (kind, length) = match rest.chars().next() {
            None => {
                let in_comment = self.in_comment;
                (Kind::End { in_comment }, 0)
            }
            Some('(') => mark(Kind::Open(Bracket::Round)),
            Some('[') => mark(Kind::Open(Bracket::Square)),
            Some('{') => mark(Kind::Open(Bracket::Curly)),
            Some(')') => mark(Kind::Close(Bracket::Round)),
            Some(']') => mark(Kind::Close(Bracket::Square)),
            Some('}') => mark(Kind::Close(Bracket::Curly)),
            Some(',') => mark(Kind::Comma),
            Some(':') => mark(Kind::Colon),
            Some('"') => quoted(rest),
            Some('r') if is_raw(rest) => raw(rest),
            Some(_) => (Kind::Bare, bare(rest)),
        };
        self.at += length;
        Token {
            kind,
            start,
            end: self.at,
        }
    }

    /// The next token, without passing it.
    pub(super) fn peek(&self) -> Token {
        self.clone().next()
    }

    /// Passes spaces and comments.
    fn skip_blank(&mut self) {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start();
            self.at += rest.len() - trimmed.len();
            if trimmed.starts_with("//") {
                self.saw_comment = true;
                self.at += trimmed.find('\n').unwrap_or(trimmed.len());
            } else if trimmed.starts_with("/*") {
                self.saw_comment = true;
                match block_comment(trimmed) {
                    Some(length) => self.at += length,
                    None => {
                        self.at = self.text.len();
                        self.in_comment = true;
                        return;
                    }
                }
            } else {
                return;
            }
        }
    }
}

/// The length of a block comment, which may hold others; none where it isn't closed.
fn block_comment(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut depth, mut at) = (0_usize, 0_usize);
    loop {
        match bytes.get(at..at + 2)? {
            b"/*" => {
                depth += 1;
                at += 2;
            }
            b"*/" => {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => at += 1,
        }
    }
}

fn quoted(text: &str) -> (Kind, usize) {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return (Kind::Text { closed: true }, at + 1),
            _ => {}
        }
    }
    (Kind::Text { closed: false }, text.len())
}

fn is_raw(text: &str) -> bool {
    let behind = text.strip_prefix('r').unwrap_or_default();
    behind.trim_start_matches('#').starts_with('"')
}

/// A raw text, `r#"…"#`: it ends at a quote with as many `#` after it as before it.
fn raw(text: &str) -> (Kind, usize) {
    let behind = text.bytes().skip(1);
    let hashes = behind.take_while(|byte| *byte == b'#').count();
    let inside = hashes + 2;
    let close = format!("\"{}", "#".repeat(hashes));
    match text.get(inside..).and_then(|rest| rest.find(&close)) {
        Some(at) => (Kind::Text { closed: true }, inside + at + close.len()),
        None => (Kind::Text { closed: false }, text.len()),
    }
}

fn bare(text: &str) -> usize {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let comment = before == '/' && (c == '/' || c == '*');
        if comment {
            return at - 1;
        }
        if c.is_whitespace() || "()[]{},:\"".contains(c) {
            return at;
        }
        before = c;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Tokens::new(text);
        let mut out = Vec::new();
        loop {
            let token = tokens.next();
            if matches!(token.kind, Kind::End { .. }) {
                return out;
            }
            out.push(&text[token.start..token.end]);
        }
    }

    #[test]
    fn marks_words_and_texts_are_told_apart() {
        assert_eq!(
            words("#![enable(implicit_some)]\n(a: 6.5%, /* ( */ b: r#None) // end"),
            ["(", "a", ":", "6.5%", ",", "b", ":", "r#None", ")"]
        );
        assert_eq!(
            words(r####"["a\"]", r#"b"]"#, r"c"]"####),
            ["[", r#""a\"]""#, ",", r###"r#"b"]"#"###, ",", "r\"c\"", "]"]
        );
        assert_eq!(words("3/* /* x */ */4//5"), ["3", "4"]);
        assert_eq!(words("#![enable(implicit_some"), Vec::<&str>::new());
    }

    #[test]
    fn what_is_never_closed_reaches_to_the_end() {
        let open_text = Tokens::new("\"abc").next();
        assert_eq!(
            (open_text.kind, open_text.end),
            (Kind::Text { closed: false }, 4)
        );
        let open_comment = Tokens::new("/* abc").next();
        assert_eq!(open_comment.kind, Kind::End { in_comment: true });
    }
}
