//! A date that fills a field.

use super::day::{DateRefusal, weekday_of};
use super::{Piece, Refusal, Token, pieces};
use crate::units::{Currency, Date};

/// Reads a date from a whole field, month first where only digits stand, as in the United States:
/// `10/1/27`, `2027-10-01`, `Oct 1, 2027`, `1-Oct-27`. With dots or hyphens the order is each country's
/// own, so only a date with one possible order is read: `30.9.2029`.
///
/// # Errors
/// [`Refusal`] where the text is no date, or could be two.
pub fn date(text: &str) -> Result<Date, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::Missing);
    }
    let all = pieces(text, Currency::us_dollar());
    // `Friday, October 1, 2027` says the weekday too, which must be the date's.
    let (named, rest) = match all.as_slice() {
        [
            Piece {
                token: Token::Word(word),
                ..
            },
            rest @ ..,
        ] => (Some(word), rest),
        rest => (None, rest),
    };
    let rest = match rest {
        [
            Piece {
                token: Token::Mark(',' | '.'),
                ..
            },
            rest @ ..,
        ] if named.is_some() => rest,
        rest => rest,
    };
    match rest {
        [
            Piece {
                token: Token::Date(day),
                ..
            },
        ] => {
            let day = day.clone().map_err(Refusal::Date)?;
            match named.filter(|word| !weekday_of(word, day)) {
                None => Ok(day),
                Some(word) => Err(Refusal::Word(word.clone())),
            }
        }
        _ => Err(Refusal::Date(DateRefusal::Form)),
    }
}
