//! Numbers that are names: `Year 2`, `Raise 3`, `1.` at the start of a line.

use std::collections::HashSet;

use crate::units::reading::{self, Piece, Token};

/// Words a number is a name with: `Year 2`, `Raise 3`, `1.` at the start of a line.
pub(super) fn labels(all: &[Piece]) -> HashSet<usize> {
    let mut found = HashSet::new();
    for (at, piece) in all.iter().enumerate() {
        if letter_of_a_list(all, at) {
            found.insert(at);
        }
        let Token::Number(numeral) = &piece.token else {
            continue;
        };
        // `Yr. 1` is written with a dot.
        let dot = at
            .checked_sub(1)
            .and_then(|at| all.get(at))
            .is_some_and(|dot| dot.token == Token::Mark('.') && !dot.gap && piece.gap);
        let named_by = at.checked_sub(1 + usize::from(dot));
        let word = named_by.and_then(|at| match &all.get(at)?.token {
            Token::Word(word) => Some(word.as_str()),
            _ => None,
        });
        let next = all.get(at + 1);
        if !numeral.plain() || piece.end - piece.start > 4 {
            continue;
        }
        let ordinal = matches!(
            next,
            Some(Piece { token: Token::Word(word), gap: false, .. })
                if matches!(word.as_str(), "st" | "nd" | "rd" | "th")
        );
        if ordinal {
            found.extend([at, at + 1]);
            continue;
        }
        let in_brackets = at == 1
            && all.first().map(|piece| &piece.token) == Some(&Token::Mark('('))
            && next.map(|next| &next.token) == Some(&Token::Mark(')'));
        let numbering = at == 0
            && matches!(next.map(|next| &next.token), Some(Token::Mark('.' | ')')))
            && next.is_some_and(|next| !next.gap);
        let own_cell = at == 0 && next.is_some_and(|next| next.cell) && all.len() > 3;
        let named = match word {
            Some(
                "year" | "yr" | "article" | "art" | "section" | "sec" | "item" | "no" | "phase"
                | "tranche" | "fy" | "row" | "page" | "round" | "paragraph",
            ) => !goes_on(next, true),
            Some("raise" | "increase") => !goes_on(next, false),
            _ => false,
        };
        if named {
            found.extend(named_by.into_iter().chain([at]));
        } else if numbering || own_cell || in_brackets {
            found.insert(at);
        }
    }
    found
}

/// Whether a letter or a Roman numeral counts a line: `a)`, `(b)`, `iv.` at its start.
fn letter_of_a_list(all: &[Piece], at: usize) -> bool {
    let start =
        at == 0 || (at == 1 && all.first().map(|piece| &piece.token) == Some(&Token::Mark('(')));
    let counts = matches!(all.get(at).map(|piece| &piece.token), Some(Token::Word(word))
        if word.chars().count() == 1 || word.chars().all(|c| matches!(c, 'i' | 'v' | 'x')));
    let ends = all
        .get(at + 1)
        .is_some_and(|next| !next.gap && matches!(next.token, Token::Mark('.' | ')')));
    start && counts && ends
}

/// Whether a number after a label is part of something longer, and so no label's number.
fn goes_on(next: Option<&Piece>, dash_ends: bool) -> bool {
    match next.map(|next| &next.token) {
        Some(Token::Word(word)) => {
            reading::joins(word) || matches!(word.as_str(), "percent" | "pct")
        }
        Some(Token::Mark('%' | '/' | '+' | '~')) => true,
        Some(Token::Mark(mark)) if reading::dash(*mark) => {
            !(dash_ends && next.is_some_and(|next| next.gap))
        }
        Some(Token::Number(_)) => next.is_some_and(|next| !next.cell),
        _ => false,
    }
}
