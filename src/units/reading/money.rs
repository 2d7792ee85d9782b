//! The signs, codes and names of money at a place of a text: those of the case, and those of others.

use super::token::{Piece, Token};
use crate::units::Currency;

/// Codes people write that are words of no other meaning.
const CODES: [&str; 13] = [
    "usd", "cad", "aud", "nzd", "gbp", "eur", "jpy", "chf", "mxn", "inr", "sek", "nok", "dkk",
];

/// Names of units of money, in the singular; each may end in `s`.
const NAMES: [&str; 3] = ["dollar", "pound", "euro"];

/// The money at the start of `rest` and how long it is; `before` is the piece before it, and `glued` whether
/// they touch.
pub(super) fn at_start(
    rest: &str,
    before: Option<&Piece>,
    glued: bool,
    currency: &Currency,
) -> Option<(Token, usize)> {
    let first = rest.chars().next()?;
    let before = before.map(|piece| &piece.token);
    let inside_a_word = glued && matches!(before, Some(Token::Word(_)));
    if first.is_alphabetic() {
        return (!inside_a_word)
            .then(|| in_letters(rest, before, glued, currency))
            .flatten();
    }
    let sign = currency.sign();
    if rest.starts_with(sign) {
        return Some((Token::Money(sign.to_owned()), sign.len()));
    }
    let own = first == '$' && sign.ends_with('$');
    let length = first.len_utf8();
    if own {
        Some((Token::Money(first.to_string()), length))
    } else if first == '\u{a2}' {
        Some((hundredths("\u{a2}", currency), length))
    } else if first == '$' || is_sign(first) {
        Some((Token::Foreign(first.to_string()), length))
    } else {
        None
    }
}

/// A currency's sign of one character.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{a3}'..='\u{a5}' | '\u{20a0}'..='\u{20cf}')
}

/// Hundredths of a unit, written by a sign or a word of dollars and euros.
fn hundredths(word: &str, currency: &Currency) -> Token {
    if currency.hundredth() != Some("penny") {
        Token::Hundredths
    } else {
        Token::Foreign(word.to_owned())
    }
}

/// Money that begins with a letter: `US$`, `CHF`, a name behind a number.
fn in_letters(
    rest: &str,
    before: Option<&Token>,
    glued: bool,
    currency: &Currency,
) -> Option<(Token, usize)> {
    let end = rest
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(rest.len());
    let word = rest.get(..end)?;
    // `68 K$`: a multiplier, and then the sign.
    let multiplier = matches!(before, Some(Token::Number(_)))
        && matches!(word, "k" | "K" | "m" | "M" | "mm" | "MM" | "b" | "B");
    if rest.get(end..).is_some_and(|rest| rest.starts_with('$')) && word.len() <= 3 && !multiplier {
        let whole = rest.get(..=end)?;
        let own = currency.sign().ends_with('$')
            && (whole.eq_ignore_ascii_case(currency.sign())
                || currency.code.starts_with(&word.to_ascii_uppercase()));
        // `of$5` lacks a blank; `NZ$5` doesn't.
        let country = word.chars().all(char::is_uppercase);
        let token = if own { Token::Money } else { Token::Foreign };
        return (own || country).then(|| (token(whole.to_owned()), end + 1));
    }
    let sign = currency.sign();
    let same = |one: &str| word.to_lowercase() == one.to_lowercase();
    if same(sign.trim_end_matches('.')) || same(&currency.code) {
        // `Fr.`: the full stop belongs to it.
        let stop = sign.ends_with('.') && rest.get(end..).is_some_and(|rest| rest.starts_with('.'));
        return Some((Token::Money(word.to_owned()), end + usize::from(stop)));
    }
    let lower = word.to_lowercase();
    if CODES.contains(&lower.as_str()) {
        return Some((Token::Foreign(word.to_owned()), end));
    }
    // `3 p.a.` has nothing of pence.
    let stop = rest.get(end..).is_some_and(|rest| rest.starts_with('.'));
    if lower == "p" && (!glued || stop) {
        return None;
    }
    named(&lower, before, currency).map(|token| (token, end))
}

/// A name of money, which is one behind a number only: a pound may be a weight and a line's `p` anything.
fn named(word: &str, before: Option<&Token>, currency: &Currency) -> Option<Token> {
    let counted = match before? {
        Token::Number(_) => true,
        Token::Word(word) => matches!(
            word.as_str(),
            "k" | "m"
                | "mm"
                | "mn"
                | "b"
                | "bn"
                | "thousand"
                | "million"
                | "millions"
                | "billion"
                | "billions"
        ),
        _ => false,
    };
    if !counted {
        return None;
    }
    match word {
        "cents" | "cent" | "c" => return Some(hundredths(word, currency)),
        "pence" | "penny" | "p" if currency.hundredth() == Some("penny") => {
            return Some(Token::Hundredths);
        }
        "pence" => return Some(Token::Foreign(word.to_owned())),
        _ => {}
    }
    let one = word.strip_suffix('s').unwrap_or(word);
    if !NAMES.contains(&one) {
        return None;
    }
    Some(if one == currency.unit() {
        Token::Money(word.to_owned())
    } else {
        Token::Foreign(word.to_owned())
    })
}
