//! What around a number changes what it means: an index it is added to, a sign, an operation, a negation.
//!
//! A quoted sentence is in free words, so unknown ones say nothing; these do, and the bare number would not be
//! what was said.

use std::ops::Range;

use super::Refusal;
use crate::units::reading::{Piece, Refusal as Unread, Token, whole_number};

/// Words that tell of an operation, on either side of a number.
const OPERATIONS: [&str; 6] = ["plus", "minus", "x", "times", "multiplied", "divided"];

/// Words before a number, touching it or a word away, that make another one of it beside those: `2 % added to`.
const BEFORE: [&str; 2] = ["added", "subtracted"];

/// Words right behind a number that do: `1.5 trillion`, `50 basis points`.
const BEHIND: [&str; 25] = [
    "doubled",
    "halved",
    "tripled",
    "quadrupled",
    "twice",
    "thrice",
    "squared",
    "hundred",
    "hundreds",
    "dozen",
    "dozens",
    "trillion",
    "trillions",
    "tn",
    "trn",
    "quadrillion",
    "lakh",
    "lakhs",
    "crore",
    "crores",
    "grand",
    "basis",
    "bp",
    "bps",
    "permille",
];

/// What turns round a sentence that a number stands in.
const NEGATIONS: [&str; 16] = [
    "not",
    "no",
    "never",
    "nor",
    "neither",
    "none",
    "nobody",
    "nothing",
    "without",
    "cannot",
    "hardly",
    "scarcely",
    "except",
    "excluding",
    "instead",
    "rather",
];

/// How many words before a number may turn round what is said of it.
const NEGATED_FROM: usize = 8;

/// How far an index may stand from a number that is told against it.
const INDEX_FROM: usize = 6;

/// Refuses the number at `at` where something around it changes its meaning.
pub(super) fn around(all: &[Piece], at: &Range<usize>) -> Result<(), Refusal> {
    let before = all.get(..at.start).unwrap_or(&[]);
    let after = all.get(at.end..).unwrap_or(&[]);
    sign_before(before, all.get(at.start).is_some_and(|number| number.gap))?;
    sign_behind(before, after)?;
    let preceding = clause(before.iter().rev());
    let following = clause(after.iter());
    let behind_comma = match after {
        [
            Piece {
                token: Token::Mark(','),
                ..
            },
            rest @ ..,
        ] => clause(rest.iter()),
        _ => following.clone(),
    };
    let changes = preceding
        .iter()
        .take(2)
        .find(|word| OPERATIONS.contains(*word) || BEFORE.contains(*word));
    let multiplies = preceding.iter().take(2).find(|word| multiplies(word));
    let less = preceding.first().filter(|word| **word == "less");
    let counts = preceding.iter().find(|word| **word != "and");
    let counts = counts.filter(|word| spelled(word) || matches!(**word, "hundred" | "thousand"));
    let behind = behind_comma.first();
    let behind = behind.filter(|word| {
        OPERATIONS.contains(*word)
            || BEHIND.contains(*word)
            || self::multiplies(word)
            || spelled(word)
            || (**word == "less" && behind_comma.get(1) != Some(&"than"))
    });
    let top = (behind_comma.starts_with(&["on", "top"])).then_some(&"on top");
    let mixed = |word: &&str| matches!(*word, "half" | "third" | "quarter" | "quarters" | "thirds");
    let and_a_half = (following.first() == Some(&"and") && following.iter().take(3).any(mixed))
        .then_some(&"and");
    let found = changes
        .or(multiplies)
        .or(less)
        .or(counts)
        .or(behind)
        .or(top)
        .or(and_a_half);
    if let Some(word) = found {
        return Err(Refusal::Changed((*word).to_owned()));
    }
    // `½ of 5 %`, `0.5 of the 5 %`.
    let of = preceding.iter().take(2).position(|word| *word == "of");
    if of.is_some_and(|at| preceding.get(at + 1) == Some(&NUMBER)) {
        return Err(Refusal::PartOf("of".to_owned()));
    }
    if let Some(index) = index_before(&preceding).or_else(|| index_behind(&following)) {
        return Err(Refusal::Changed(index));
    }
    if following.iter().take(2).any(|word| turns_round(word)) {
        return Err(Refusal::Negated);
    }
    Ok(())
}

/// Whether a word before a number, outside of the words at `phrase` that say its precision, turns round what is said.
pub(super) fn negated(preceding: &[&str], phrase: &Range<usize>) -> bool {
    let from = preceding.len().saturating_sub(NEGATED_FROM);
    let words = preceding.iter().enumerate().skip(from);
    let mut outside = words.filter(|(at, _)| !phrase.contains(at));
    outside.any(|(_, word)| turns_round(word))
}

fn turns_round(word: &str) -> bool {
    NEGATIONS.contains(&word) || word.ends_with("n't") || word.ends_with("n\u{2019}t")
}

/// `x2`, `threefold`.
fn multiplies(word: &str) -> bool {
    let factor = word.strip_prefix('x').unwrap_or("");
    (!factor.is_empty() && factor.bytes().all(|b| b.is_ascii_digit())) || word.ends_with("fold")
}

/// Whether a word is a number: `three`, `twenty-five`.
pub(super) fn spelled(word: &str) -> bool {
    word.split('-').all(|part| whole_number(part).is_some())
}

/// What stands for a number among the words of a clause.
const NUMBER: &str = "#";

/// The words on one side of a number up to the end of its clause; numbers and dates inside count as one.
fn clause<'a>(side: impl Iterator<Item = &'a Piece>) -> Vec<&'a str> {
    side.map_while(|piece| match &piece.token {
        Token::Word(word) => Some(Some(word.as_str())),
        Token::Number(_) | Token::Date(_) => Some(Some(NUMBER)),
        Token::Mark(
            ',' | ';' | ':' | '.' | '!' | '?' | '(' | ')' | '[' | ']' | '\u{2013}'..='\u{2015}',
        ) => None,
        _ => Some(None),
    })
    .flatten()
    .collect()
}

/// The index nearest to a number among the words of its clause, and where.
fn index<'a>(words: &[&'a str]) -> Option<(usize, &'a str)> {
    let near = words.iter().take(INDEX_FROM).enumerate();
    let mut indexes = near.filter(|(at, word)| match **word {
        "cpi" | "cpi-u" | "cpi-w" | "rpi" | "hicp" | "pce" | "eci" | "inflation" | "cola"
        | "colas" | "cost-of-living" | "index" | "indexed" => true,
        // A living wage is none.
        "living" => {
            let two = |near: Option<&[&str]>| {
                near.is_some_and(|near| near.contains(&"cost") && near.contains(&"of"))
            };
            two(words.get(at + 1..at + 3))
                || two(at.checked_sub(2).and_then(|from| words.get(from..*at)))
        }
        _ => false,
    });
    indexes.next().map(|(at, word)| (at, *word))
}

/// Whether a word names what has a rate of its own, as inflation has; a COLA is a raise by it.
fn has_own_rate(index: &str) -> bool {
    matches!(index, "cpi" | "cpi-u" | "cpi-w" | "inflation")
}

/// An index before a number; not where the number is the index's own: `inflation of 3 %`.
fn index_before(preceding: &[&str]) -> Option<String> {
    const TELLS: [&str; 17] = [
        "of", "was", "is", "at", "were", "rose", "reached", "hit", "ran", "averaged", "has",
        "been", "about", "nearly", "almost", "around", "roughly",
    ];
    let (at, index) = index(preceding)?;
    let between = preceding.get(..at)?;
    let own = has_own_rate(index) && at > 0 && between.iter().all(|word| TELLS.contains(word));
    (!own).then(|| index.to_owned())
}

/// An index behind a number that is told against it; `3 % inflation` is the index itself.
fn index_behind(following: &[&str]) -> Option<String> {
    let (at, index) = index(following)?;
    (!(at == 0 && has_own_rate(index))).then(|| index.to_owned())
}

/// Refuses a sign before a number that changes it: `CPI + 3 %`, `-3 %`, `± 2 %`, `2 × 5 %`. `gap` is whether a
/// blank stands between.
fn sign_before(before: &[Piece], gap: bool) -> Result<(), Refusal> {
    let Some((
        Piece {
            token: Token::Mark(mark),
            gap: apart,
            ..
        },
        rest,
    )) = before.split_last()
    else {
        return Ok(());
    };
    let begins = match rest.last().map(|piece| &piece.token) {
        None | Some(Token::Mark('"' | '\u{201c}' | ':')) => true,
        Some(Token::Word(word)) => matches!(
            word.as_str(),
            "of" | "a" | "an" | "the" | "at" | "is" | "was" | "by" | "to" | "offers"
        ),
        _ => false,
    };
    let changes = match mark {
        // A sign of its own says "up": `a +5 % raise`. After something it adds to that.
        '+' => gap || !begins,
        '-'
        | '\u{2212}'
        | '\u{2010}'..='\u{2012}'
        | '\u{b1}'
        | '\u{2213}'
        | '\u{d7}'
        | '*'
        | '\u{f7}'
        | '^'
        | '/'
        | '\u{221a}'
        | '&' => true,
        // A dash that parts a sentence stands between blanks or touches both sides.
        '\u{2013}' => !gap && (*apart || rest.is_empty()),
        _ => false,
    };
    if changes {
        Err(Refusal::Changed(mark.to_string()))
    } else {
        Ok(())
    }
}

/// Refuses a sign behind a number that changes it, and a number alone in brackets.
fn sign_behind(before: &[Piece], after: &[Piece]) -> Result<(), Refusal> {
    let opens = matches!(
        before.last().map(|piece| &piece.token),
        Some(Token::Mark('(' | '['))
    );
    let Some((
        Piece {
            token: Token::Mark(mark),
            gap,
            ..
        },
        rest,
    )) = after.split_first()
    else {
        return Ok(());
    };
    let next = rest.first();
    let changes = match mark {
        ')' | ']' if opens => return Err(Refusal::Number(Unread::Brackets)),
        // `30 %+` is 30 % or more; `5 % + COLA` is a sum.
        '+' => next.is_some_and(|next| *gap || !next.gap),
        '\u{b1}' | '\u{2213}' | '\u{d7}' | '*' | '\u{f7}' | '^' | '\u{2030}' | '\u{2031}'
        | '\u{2212}' | '&' | '/' | '\u{b2}' | '\u{b3}' => true,
        '-' | '\u{2010}'..='\u{2013}' => next.is_none(),
        _ => false,
    };
    if changes {
        Err(Refusal::Changed(mark.to_string()))
    } else {
        Ok(())
    }
}
