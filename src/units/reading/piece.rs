//! A text cut into dates, numbers, words and signs.

use super::day;
use super::money;
use super::numeral;
use super::token::{Piece, Token};
use crate::units::Currency;

/// Cuts a text of a case in `currency` into pieces; blanks part them and are none.
#[must_use]
pub fn pieces(text: &str, currency: &Currency) -> Vec<Piece> {
    let mut all: Vec<Piece> = Vec::new();
    let mut at = 0;
    let (mut gap, mut cell) = (false, false);
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if c.is_whitespace() && !matches!(c, '\u{2028}' | '\u{2029}') {
            gap = true;
            cell |= c == '\t';
            at += c.len_utf8();
            continue;
        }
        let rest = text.get(at..).unwrap_or("");
        let last = all.last();
        let (token, length) = money::at_start(rest, last, !gap, currency)
            .unwrap_or_else(|| one(c, rest, last.filter(|_| !gap)));
        all.push(Piece {
            token,
            start: at,
            end: at + length,
            gap,
            cell,
        });
        (gap, cell) = (false, false);
        at += length;
    }
    all
}

/// The piece at the start of `rest`; `glued` is the piece it touches.
fn one(c: char, rest: &str, glued: Option<&Piece>) -> (Token, usize) {
    let in_a_number = matches!(glued.map(|piece| &piece.token), Some(Token::Number(_)));
    let after_letters = matches!(glued.map(|piece| &piece.token), Some(Token::Word(_)));
    if !in_a_number
        && !after_letters
        && c.is_ascii_alphanumeric()
        && let Some((day, length)) = day::at_start(rest)
    {
        return (Token::Date(day), length);
    }
    let after_date = matches!(glued.map(|piece| &piece.token), Some(Token::Date(_)));
    if !after_letters
        && (!after_date || !matches!(c, '.' | ','))
        && let Some((numeral, length)) = numeral::at_start(rest, true)
    {
        return (Token::Number(numeral), length);
    }
    if c.is_alphabetic() {
        let length = word(rest);
        let word = rest.get(..length).unwrap_or("").to_lowercase();
        return (Token::Word(word), length);
    }
    let token = if crate::units::visible::hidden(c) {
        Token::Invisible
    } else {
        Token::Mark(c)
    };
    (token, c.len_utf8())
}

/// How long the word at the start of a text is: letters, digits behind them (`DC37`), hyphens and
/// apostrophes between letters.
fn word(text: &str) -> usize {
    let mut end = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let letter_next = characters
            .peek()
            .is_some_and(|(_, next)| next.is_alphabetic());
        let inside =
            c.is_alphanumeric() || (matches!(c, '-' | '\'' | '\u{2019}') && at > 0 && letter_next);
        if !inside {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        let one = |piece: Piece| match piece.token {
            Token::Date(Ok(day)) => format!("date {day}"),
            Token::Date(Err(_)) => "no date".to_owned(),
            Token::Number(_) => format!("number {}", &text[piece.start..piece.end]),
            Token::Money(sign) => sign,
            Token::Foreign(sign) => format!("foreign {sign}"),
            Token::Hundredths => "cents".to_owned(),
            Token::Word(word) => word,
            Token::Mark(mark) => mark.to_string(),
            Token::Invisible => "invisible".to_owned(),
        };
        pieces(text, Currency::us_dollar())
            .into_iter()
            .map(one)
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn lines_fall_into_dates_numbers_words_and_signs() {
        assert_eq!(said("2027-10-01,6.5"), "date 2027-10-01|,|number 6.5");
        assert_eq!(said("10/1/2026: 3,5%"), "date 2026-10-01|:|number 3,5|%");
        assert_eq!(
            said("Effective October 1, 2027, a 6.5% across-the-board raise"),
            "effective|date 2027-10-01|,|a|number 6.5|%|across-the-board|raise"
        );
        assert_eq!(said("2.5-3%"), "number 2.5|-|number 3|%");
        assert_eq!(said("DC37 2 1/2%"), "dc37|number 2 1/2|%");
        assert_eq!(said("$68k\u{200b}"), "$|number 68|k|invisible");
        assert_eq!(said("pool1.25"), "pool1|.|number 25");
    }
}
