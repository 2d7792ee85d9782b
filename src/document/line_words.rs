//! The words that stand around a term in a line: which change nothing, which change what it means, which nobody
//! knows.

use crate::units::reading::{Piece, Refusal, Token};

/// The pieces without words that change nothing.
pub(super) fn without_fillers(all: &[&Piece]) -> Vec<Piece> {
    let word = |at: Option<usize>| match at.and_then(|at| all.get(at)).map(|piece| &piece.token) {
        Some(Token::Word(word)) => word.as_str(),
        _ => "",
    };
    let mut kept = Vec::with_capacity(all.len());
    for (at, piece) in all.iter().enumerate() {
        let (here, next) = (word(Some(at)), word(Some(at + 1)));
        let before = word(at.checked_sub(1));
        let filler = match here {
            "an" | "a" => !matches!(next, "hour" | "hr" | "year" | "month" | "h"),
            "of" => matches!(
                before,
                "increase" | "raise" | "adjustment" | "rise" | "atb" | "gwi"
            ),
            "for" | "to" => matches!(
                next,
                "all" | "everyone" | "employees" | "members" | "everybody"
            ),
            "per" | "each" | "every" => false,
            _ => FILLERS.contains(&here),
        };
        if !filler {
            kept.push((*piece).clone());
        }
    }
    kept
}

const FILLERS: [&str; 57] = [
    "effective",
    "eff",
    "on",
    "as",
    "the",
    "across-the-board",
    "across",
    "board",
    "atb",
    "gwi",
    "general",
    "wage",
    "wages",
    "salary",
    "salaries",
    "increase",
    "increases",
    "raise",
    "raises",
    "adjustment",
    "rise",
    "will",
    "be",
    "is",
    "shall",
    "receive",
    "receives",
    "get",
    "gets",
    "by",
    "at",
    "with",
    "all",
    "everyone",
    "everybody",
    "employees",
    "bargaining",
    "unit",
    "members",
    "base",
    "rate",
    "rates",
    "pay",
    "beginning",
    "starting",
    "commencing",
    "additional",
    "another",
    "increased",
    "raised",
    "offer",
    "union",
    "employer",
    "proposal",
    "counter",
    "dated",
    "further",
];

/// Words that change what a line means wherever they stand in it.
const CHANGING: [&str; 108] = [
    "not",
    "no",
    "never",
    "instead",
    "unless",
    "except",
    "if",
    "only",
    "minus",
    "plus",
    "less",
    "up",
    "cap",
    "capped",
    "maximum",
    "minimum",
    "max",
    "min",
    "half",
    "double",
    "triple",
    "twice",
    "quarter",
    "third",
    "cpi",
    "cola",
    "inflation",
    "formerly",
    "was",
    "withdrawn",
    "rejected",
    "reduced",
    "cancelled",
    "canceled",
    "deleted",
    "void",
    "or",
    "bonus",
    "lump",
    "merit",
    "previously",
    "about",
    "approximately",
    "estimated",
    "between",
    "after",
    "following",
    "before",
    "prior",
    "until",
    "through",
    "during",
    "period",
    "ratification",
    "cut",
    "reduction",
    "reduce",
    "decrease",
    "decreased",
    "furlough",
    "freeze",
    "frozen",
    "deferred",
    "delayed",
    "postponed",
    "delay",
    "retro",
    "retroactive",
    "retroactively",
    "nearly",
    "roughly",
    "around",
    "maybe",
    "perhaps",
    "possibly",
    "pension",
    "health",
    "premium",
    "premiums",
    "contribution",
    "contributions",
    "benefit",
    "benefits",
    "stipend",
    "pool",
    "step",
    "steps",
    "differential",
    "longevity",
    "one-time",
    "onetime",
    "assuming",
    "provided",
    "contingent",
    "pending",
    "without",
    "excluding",
    "hires",
    "probationary",
    "tier",
    "over",
    "under",
    "below",
    "above",
    "meeting",
    "hearing",
    "vote",
    "session",
];

/// A word that is no label and doesn't speak of raises.
pub(super) fn unknown_word(kept: &[Piece]) -> Option<String> {
    kept.iter().find_map(|piece| match &piece.token {
        Token::Word(word) if !NAMING.contains(&word.as_str()) => Some(word.clone()),
        _ => None,
    })
}

/// Words that name what stands in a table, or count years.
const NAMING: [&str; 14] = [
    "date", "dates", "day", "percent", "amount", "value", "year", "yr", "first", "second", "third",
    "fourth", "last", "then",
];

/// Refuses a stretch without numbers that has a word which changes the line's meaning, or says whom it is for.
pub(super) fn harmless(kept: &[Piece]) -> Result<(), Refusal> {
    for (at, piece) in kept.iter().enumerate() {
        let next = kept.get(at + 1).map(|piece| &piece.token);
        match &piece.token {
            Token::Word(word) if word == "for" && matches!(next, Some(Token::Word(_))) => {
                return Err(Refusal::Word(word.clone()));
            }
            Token::Word(word) if CHANGING.contains(&word.as_str()) => {
                return Err(Refusal::Word(word.clone()));
            }
            Token::Foreign(sign) => return Err(Refusal::Currency(sign.clone())),
            Token::Mark(mark @ ('%' | '+' | '~' | '\u{b1}' | '\u{2248}' | '<' | '>')) => {
                return Err(Refusal::Word(mark.to_string()));
            }
            _ => {}
        }
    }
    Ok(())
}
