//! Numbers in words, which may only say again what stands in digits: `three percent (3%)`.

use rust_decimal::Decimal;

use crate::units::reading::{Kind, Piece, Token, whole_number};

/// Whether every number in words is one of those in digits, where there are any, or counts years and the
/// like: `Year two`.
pub(super) fn agrees(all: &[Piece]) -> bool {
    let digits: Vec<Decimal> = all
        .iter()
        .enumerate()
        .filter_map(|(at, piece)| {
            let Token::Number(numeral) = &piece.token else {
                return None;
            };
            let value = numeral.value(Kind::Percent, Decimal::ONE).ok()?;
            let cents = all
                .get(at + 1)
                .is_some_and(|next| next.token == Token::Hundredths);
            if cents {
                value.checked_div(Decimal::ONE_HUNDRED)
            } else {
                Some(value)
            }
        })
        .collect();
    if digits.is_empty() {
        return true;
    }
    let mut at = 0;
    while at < all.len() {
        let length = run(all.get(at..).unwrap_or(&[]));
        if length == 0 {
            at += 1;
            continue;
        }
        let label = at
            .checked_sub(1)
            .and_then(|before| all.get(before))
            .is_some_and(|before| {
                matches!(word(before), "year" | "yr" | "phase" | "part" | "raise")
            });
        let length = with_money(all, at, length);
        let same = || {
            all.get(at..at + length)
                .and_then(value_of)
                .is_some_and(|value| digits.contains(&value))
        };
        if !label && !same() {
            return false;
        }
        at += length;
    }
    true
}

/// Whether a text ends with a number in words, the word percent or a name of money behind it or not.
pub(super) fn ends_spelled(all: &[Piece]) -> bool {
    let end = match all.last() {
        Some(last) if word(last) == "percent" || unit_of_money(word(last)) => all.len() - 1,
        _ => all.len(),
    };
    (0..end).any(|at| all.get(at..end).is_some_and(|part| run(part) == end - at))
}

/// Whether a word is part of a number in words.
pub(in crate::document) fn counts(word: &str) -> bool {
    whole(word).is_some() || fraction(word).is_some()
}

/// A name of money behind a number in words.
pub(in crate::document) fn unit_of_money(word: &str) -> bool {
    matches!(word, "dollar" | "dollars" | "cent" | "cents")
}

/// How many pieces a number in words has with the money it is of: `one dollar and fifty cents`.
fn with_money(all: &[Piece], at: usize, length: usize) -> usize {
    let here = |at: usize| all.get(at).map_or("", word);
    let end = at + length;
    match here(end) {
        "cent" | "cents" => length + 1,
        "dollar" | "dollars" => {
            let from = end + 1 + usize::from(here(end + 1) == "and");
            let cents = run(all.get(from..).unwrap_or(&[]));
            match here(from + cents) {
                "cent" | "cents" if cents > 0 => from + cents + 1 - at,
                _ => length + 1,
            }
        }
        _ => length,
    }
}

/// The value of a number in words with the money it is of.
fn value_of(all: &[Piece]) -> Option<Decimal> {
    let place = |names: [&str; 2]| all.iter().position(|piece| names.contains(&word(piece)));
    let cents = |all: &[Piece]| value(all)?.checked_div(Decimal::ONE_HUNDRED);
    match (place(["dollar", "dollars"]), place(["cent", "cents"])) {
        (None, None) => value(all),
        (None, Some(end)) => cents(all.get(..end)?),
        (Some(end), None) => value(all.get(..end)?),
        (Some(dollars), Some(end)) => {
            value(all.get(..dollars)?)?.checked_add(cents(all.get(dollars + 1..end)?)?)
        }
    }
}

fn word(piece: &Piece) -> &str {
    match &piece.token {
        Token::Word(word) => word,
        _ => "",
    }
}

/// How many pieces at the start of `all` are one number in words; 0 where none begins there.
fn run(all: &[Piece]) -> usize {
    let here = |at: usize| all.get(at).map_or("", word);
    if fraction(here(0)).is_some() && here(0) != "half" {
        return 1;
    }
    if whole(here(0)).is_none() {
        return 0;
    }
    let mut at = 1;
    while whole(here(at)).is_some() {
        at += 1;
    }
    match (here(at), here(at + 1), here(at + 2)) {
        ("and", "a" | "one", part) if fraction(part).is_some() => at + 3,
        ("and", part, _) if fraction(part).is_some() => at + 2,
        (part, ..) if fraction(part).is_some() => at + 1,
        _ => at,
    }
}

/// The value of a run; `None` where its words make no one number.
fn value(all: &[Piece]) -> Option<Decimal> {
    let words: Vec<&str> = all
        .iter()
        .map(word)
        .filter(|word| !matches!(*word, "and" | "a"))
        .collect();
    match words.as_slice() {
        [one] => whole(one).or_else(|| fraction(one)),
        // `one half` is no one and a half.
        ["one", "half"] => fraction("half"),
        [one, "one", part] if fraction(part).is_some() => whole(one)?.checked_add(fraction(part)?),
        [one, part] => whole(one)?.checked_add(fraction(part)?),
        _ => None,
    }
}

fn fraction(word: &str) -> Option<Decimal> {
    Some(match word {
        "half" | "one-half" => Decimal::new(5, 1),
        "quarter" | "one-quarter" | "one-fourth" => Decimal::new(25, 2),
        "three-quarters" | "three-fourths" => Decimal::new(75, 2),
        _ => return None,
    })
}

fn whole(word: &str) -> Option<Decimal> {
    whole_number(word).map(Decimal::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Currency;
    use crate::units::reading::pieces;

    fn told(text: &str) -> bool {
        agrees(&pieces(text, Currency::us_dollar()))
    }

    #[test]
    fn words_may_say_again_what_stands_in_digits_and_nothing_else() {
        for text in [
            "three percent (3%)",
            "three (3%)",
            "three and one-half percent (3.5%)",
            "three and a half percent (3.5%)",
            "twenty-one (21%)",
            "one-half percent (0.5%)",
            "one half percent (0.5%)",
            "Year two 3%",
            "one dollar ($1.00) per hour",
            "fifty cents ($0.50)",
            "one dollar and twenty-five cents ($1.25)",
            "3%",
        ] {
            assert!(told(text), "{text}");
        }
        for text in [
            "four percent (3%)",
            "3% (four percent)",
            "3%, then two more",
            "three (3.5%)",
            "three and one-half (3%)",
            "two three (5%)",
            "one dollar and fifty cents ($1.00)",
            "fifty cents ($50)",
        ] {
            assert!(!told(text), "{text}");
        }
    }
}
