//! The words around a number that say how exact it is.

use std::ops::Range;

use super::{Refusal, doubt};
use crate::scenario::Precision;
use crate::units::reading::{Piece, Token};

/// Words that speak of a number only where they touch it: `worried about the 25 %` is no "about 25 %".
const TOUCHING: [(&str, Precision); 24] = [
    ("nearly", Precision::Nearly),
    ("almost", Precision::Nearly),
    ("approaching", Precision::Nearly),
    ("about", Precision::About),
    ("around", Precision::About),
    ("roughly", Precision::About),
    ("approximately", Precision::About),
    ("approx", Precision::About),
    ("circa", Precision::About),
    ("some", Precision::About),
    ("estimated", Precision::About),
    ("over", Precision::MoreThan),
    ("above", Precision::MoreThan),
    ("exceeds", Precision::MoreThan),
    ("exceed", Precision::MoreThan),
    ("exceeding", Precision::MoreThan),
    ("tops", Precision::MoreThan),
    ("under", Precision::LessThan),
    ("below", Precision::LessThan),
    ("minimum", Precision::AtLeast),
    ("maximum", Precision::AtMost),
    ("exactly", Precision::Exactly),
    ("precisely", Precision::Exactly),
    ("exact", Precision::Exactly),
];

/// Phrases that may have a few words between them and the number: `higher than the nurses' 18.5 %`.
const PHRASES: [(&str, Precision); 37] = [
    ("close to", Precision::Nearly),
    ("just under", Precision::Nearly),
    ("just below", Precision::Nearly),
    ("just shy of", Precision::Nearly),
    ("not quite", Precision::Nearly),
    ("in the neighborhood of", Precision::About),
    ("in the order of", Precision::About),
    ("more than", Precision::MoreThan),
    ("higher than", Precision::MoreThan),
    ("greater than", Precision::MoreThan),
    ("larger than", Precision::MoreThan),
    ("bigger than", Precision::MoreThan),
    ("better than", Precision::MoreThan),
    ("in excess of", Precision::MoreThan),
    ("upwards of", Precision::MoreThan),
    ("at least", Precision::AtLeast),
    ("no less than", Precision::AtLeast),
    ("not less than", Precision::AtLeast),
    ("no fewer than", Precision::AtLeast),
    ("minimum of", Precision::AtLeast),
    ("at most", Precision::AtMost),
    ("up to", Precision::AtMost),
    ("no more than", Precision::AtMost),
    ("not more than", Precision::AtMost),
    ("no higher than", Precision::AtMost),
    ("maximum of", Precision::AtMost),
    ("not exceed", Precision::AtMost),
    ("not to exceed", Precision::AtMost),
    ("won\u{2019}t exceed", Precision::AtMost),
    ("never exceed", Precision::AtMost),
    ("capped at", Precision::AtMost),
    ("limited to", Precision::AtMost),
    ("less than", Precision::LessThan),
    ("fewer than", Precision::LessThan),
    ("lower than", Precision::LessThan),
    ("short of", Precision::LessThan),
    ("most of", Precision::Most),
];

/// Phrases behind a number.
const BEHIND: [(&str, Precision); 9] = [
    ("or more", Precision::AtLeast),
    ("or higher", Precision::AtLeast),
    ("and up", Precision::AtLeast),
    ("at least", Precision::AtLeast),
    ("or less", Precision::AtMost),
    ("or lower", Precision::AtMost),
    ("at most", Precision::AtMost),
    ("at the most", Precision::AtMost),
    ("or so", Precision::About),
];

/// How many words may stand between a phrase and its number.
const FARTHEST: usize = 4;

/// The precision said before or behind a number.
///
/// # Errors
/// [`Refusal::Negated`] where a word before it turns round what is said.
pub(super) fn around(before: &[Piece], after: &[Piece]) -> Result<Option<Precision>, Refusal> {
    let mut preceding: Vec<&str> = words(before.iter().rev()).collect();
    preceding.reverse();
    let following: Vec<&str> = words(after.iter()).collect();
    let behind = BEHIND
        .iter()
        .find(|(phrase, _)| starts_with(&following, phrase));
    let plus = matches!(
        after.first().map(|piece| &piece.token),
        Some(Token::Mark('+'))
    );
    let said = if let Some(precision) = sign(before) {
        Some((0..0, precision))
    } else if plus {
        Some((0..0, Precision::AtLeast))
    } else if let Some((_, precision)) = behind {
        Some((0..0, *precision))
    } else {
        said_before(&preceding)
    };
    let phrase = said.as_ref().map_or(0..0, |(phrase, _)| phrase.clone());
    if doubt::negated(&preceding, &phrase) {
        return Err(Refusal::Negated);
    }
    Ok(said.map(|(_, precision)| precision))
}

/// What a sign before a number says: `~30 %`, `>5 %`.
fn sign(before: &[Piece]) -> Option<Precision> {
    Some(match before.last().map(|piece| &piece.token)? {
        Token::Mark('~' | '\u{2248}') => Precision::About,
        Token::Mark('>') => Precision::MoreThan,
        Token::Mark('<') => Precision::LessThan,
        Token::Mark('\u{2265}') => Precision::AtLeast,
        Token::Mark('\u{2264}') => Precision::AtMost,
        _ => return None,
    })
}

/// Whether a sentence speaks of most of something.
pub(super) fn says_most(all: &[Piece]) -> bool {
    let mut rest = all;
    while let Some((_, behind)) = rest.split_first() {
        let following: Vec<&str> = words(rest.iter()).collect();
        if starts_with(&following, "most of") || starts_with(&following, "majority of") {
            return true;
        }
        rest = behind;
    }
    false
}

/// The word that makes a number only a part or a multiple of itself.
pub(super) fn part_of(before: &[Piece], after: &[Piece]) -> Option<String> {
    const NEAR: [&str; 9] = [
        "third", "quarter", "thirds", "quarters", "times", "doubled", "halved", "fraction",
        "portion",
    ];
    const FAR: [&str; 8] = [
        "half",
        "twice",
        "double",
        "triple",
        "quadruple",
        "thrice",
        "doubling",
        "tripling",
    ];
    const ENDS: [&str; 8] = [
        "-half",
        "-third",
        "-thirds",
        "-quarter",
        "-quarters",
        "-fifth",
        "-fifths",
        "-tenth",
    ];
    let is_part = |word: &str, far: bool| {
        FAR.contains(&word)
            || ENDS.iter().any(|end| word.ends_with(end))
            || (!far && NEAR.contains(&word))
    };
    let mut near = words(before.iter().rev()).take(6).enumerate();
    let next = words(after.iter()).next().filter(|word| *word == "times");
    near.find(|(at, word)| is_part(word, *at >= 3))
        .map(|(_, word)| word)
        .or(next)
        .map(str::to_owned)
}

/// The words on one side of a number, up to the end of its clause or another number.
fn words<'a>(side: impl Iterator<Item = &'a Piece>) -> impl Iterator<Item = &'a str> {
    side.map_while(|piece| match &piece.token {
        Token::Word(word) => Some(Some(word.as_str())),
        Token::Money(_) => Some(None),
        Token::Mark('\u{2019}' | '\'' | '"' | '\u{201c}' | '\u{201d}') => Some(None),
        _ => None,
    })
    .flatten()
}

fn starts_with(words: &[&str], phrase: &str) -> bool {
    let mut words = words.iter();
    phrase.split(' ').all(|part| words.next() == Some(&part))
}

/// The phrase closest to the end; of two that end alike, the longer.
fn said_before(preceding: &[&str]) -> Option<(Range<usize>, Precision)> {
    // An article or "by" between word and number doesn't part them.
    let touching = preceding
        .iter()
        .rposition(|word| !matches!(*word, "a" | "an" | "by" | "the" | "of" | "us"));
    let mut best: Option<(usize, usize, Precision)> = None;
    for end in (preceding.len().saturating_sub(FARTHEST)..=preceding.len()).rev() {
        let head = preceding.get(..end).unwrap_or(&[]);
        for (phrase, precision) in PHRASES {
            let length = phrase.split(' ').count();
            let start = end.checked_sub(length);
            let is_said = start
                .and_then(|start| head.get(start..))
                .is_some_and(|tail| alike(tail, phrase));
            if is_said && best.is_none_or(|(at, longest, _)| end >= at && length > longest) {
                best = Some((end, length, precision));
            }
        }
        if best.is_some() {
            break;
        }
    }
    let single = touching.and_then(|at| {
        let word = preceding.get(at)?;
        let only_article = preceding.get(at + 1..)?.iter().all(|word| *word != "the");
        let own = TOUCHING.iter().find(|(own, _)| own == word)?;
        only_article.then_some((at + 1, 1, own.1))
    });
    let (end, length, precision) = match (best, single) {
        // "not exceed" ends where "exceed" does, and is the longer.
        (Some(phrase), Some(word)) if phrase.0 >= word.0 => phrase,
        (_, Some(word)) => word,
        (Some(phrase), None) => phrase,
        (None, None) => return None,
    };
    Some((end.saturating_sub(length)..end, precision))
}

/// Whether words are those of a phrase; both apostrophes count alike.
fn alike(words: &[&str], phrase: &str) -> bool {
    words
        .iter()
        .map(|word| word.replace('\'', "\u{2019}"))
        .eq(phrase.split(' ').map(str::to_owned))
}
