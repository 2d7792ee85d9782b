//! Lines and columns of a text, found without going through all of it each time.

/// How many bytes lie between two marks.
const APART: usize = 1_024;

/// A line and a column, both from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) struct Position {
    /// The line.
    pub(in super::super) line: usize,
    /// The column.
    pub(in super::super) column: usize,
}

/// A place every so many bytes, with its line and column.
#[derive(Debug)]
pub(super) struct Marks(Vec<(usize, Position)>);

impl Marks {
    pub(super) fn of(text: &str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / APART + 1);
        let mut here = Position { line: 1, column: 1 };
        let mut next = 0;
        for (at, c) in text.char_indices() {
            if at >= next {
                marks.push((at, here));
                next = at + APART;
            }
            here = after(here, c);
        }
        Self(marks)
    }

    /// The line and column of a byte offset; of the text's end where it lies beyond, of the character
    /// it is in where it lies inside one.
    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let before = self.0.partition_point(|(at, _)| *at <= offset);
        let start = Position { line: 1, column: 1 };
        let (at, position) = before
            .checked_sub(1)
            .and_then(|index| self.0.get(index).copied())
            .unwrap_or((0, start));
        let rest = text.get(at..).unwrap_or("");
        rest.char_indices()
            .take_while(|(further, c)| at + further + c.len_utf8() <= offset)
            .fold(position, |position, (_, c)| after(position, c))
    }
}

/// The place behind a character.
fn after(position: Position, c: char) -> Position {
    if c == '\n' {
        Position {
            line: position.line + 1,
            column: 1,
        }
    } else {
        Position {
            line: position.line,
            column: position.column + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_the_one_that_counting_from_the_start_finds() {
        let text = "ab\n\u{e9}\u{4f60} line\n\n".repeat(400) + &"x".repeat(3_000);
        let marks = Marks::of(&text);
        for (offset, _) in text.char_indices() {
            let before = &text[..offset];
            let line_start = before.rfind('\n').map_or(0, |at| at + 1);
            let expected = Position {
                line: before.matches('\n').count() + 1,
                column: before[line_start..].chars().count() + 1,
            };
            assert_eq!(marks.position(&text, offset), expected, "{offset}");
        }
        let end = marks.position(&text, usize::MAX);
        assert_eq!(end.column, 3_001);
    }
}
