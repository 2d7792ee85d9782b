//! Two numbers joined to a range, a choice or a list.

use super::is_year;
use crate::units::reading::{Piece, Token, dash, joins};

/// Words that may stand between two numbers besides the one that joins them: `3 up to perhaps 4 %`.
const BESIDE: [&str; 24] = [
    "up", "but", "even", "maybe", "perhaps", "possibly", "probably", "as", "much", "many", "high",
    "at", "least", "most", "nearly", "about", "almost", "around", "a", "the", "no", "more", "less",
    "than",
];

/// Whether two numbers stand joined, with nothing but their units and such words between them.
pub(super) fn stands_in(all: &[Piece]) -> bool {
    let numbers: Vec<usize> = (0..all.len())
        .filter(|at| all.get(*at).is_some_and(is_number))
        .collect();
    numbers.array_windows().any(|[low, high]| {
        let ends = [all.get(*low), all.get(*high)];
        let year = ends.iter().flatten().any(|piece| is_year(piece));
        !year && all.get(low + 1..*high).is_some_and(joined)
    })
}

fn is_number(piece: &Piece) -> bool {
    matches!(piece.token, Token::Number(_))
}

fn joined(between: &[Piece]) -> bool {
    let mut joins_them = false;
    for piece in between {
        match &piece.token {
            Token::Mark('%') | Token::Money(_) | Token::Foreign(_) | Token::Hundredths => {}
            Token::Mark(mark) if marks_a_range(*mark) => joins_them = true,
            Token::Word(word) if is_unit(word) => {}
            Token::Word(word) if joins(word) || is_choice(word) => joins_them = true,
            Token::Word(word) if BESIDE.contains(&word.as_str()) => {}
            _ => return false,
        }
    }
    joins_them
}

fn marks_a_range(mark: char) -> bool {
    dash(mark) || matches!(mark, ',' | '&' | '<' | '>' | '\u{2192}')
}

fn is_unit(word: &str) -> bool {
    matches!(
        word,
        "percent"
            | "pct"
            | "points"
            | "percentage"
            | "thousand"
            | "million"
            | "billion"
            | "k"
            | "m"
            | "mm"
            | "bn"
            | "b"
    )
}

/// Words that set one number against the other.
fn is_choice(word: &str) -> bool {
    matches!(
        word,
        "versus" | "vs" | "against" | "not" | "then" | "upto" | "instead" | "rather"
    )
}
