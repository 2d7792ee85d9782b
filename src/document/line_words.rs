//! The words that stand around a term in a line: those that change nothing. Any other may change what the line
//! means (`subject to funding`, `nurses`) and is refused by name.

use super::spelled::{counts, unit_of_money};
use crate::units::Date;
use crate::units::reading::{Piece, Refusal, Token, weekday_of};

/// The pieces without words that change nothing.
pub(super) fn without_fillers(all: &[&Piece]) -> Vec<Piece> {
    let word = |at: Option<usize>| match at.and_then(|at| all.get(at)).map(|piece| &piece.token) {
        Some(Token::Word(word)) => word.as_str(),
        _ => "",
    };
    let number = |piece: &&&Piece| matches!(piece.token, Token::Number(_));
    let first_number = all
        .iter()
        .position(|piece| number(&piece))
        .unwrap_or(all.len());
    let mut kept = Vec::with_capacity(all.len());
    for (at, piece) in all.iter().enumerate() {
        let (here, next) = (word(Some(at)), word(Some(at + 1)));
        let before = word(at.checked_sub(1));
        let filler = match here {
            "an" | "a" => !matches!(next, "hour" | "hr" | "year" | "month" | "h"),
            "of" => matches!(
                before,
                "increase" | "raise" | "adjustment" | "rise" | "atb" | "gwi" | "gsi" | "as"
            ),
            "for" | "to" | "in" => {
                let whose = if next == "the" {
                    word(Some(at + 2))
                } else {
                    next
                };
                WHOSE.contains(&whose) && (here != "in" || !ALL.contains(&whose))
            }
            // `3% from 10/1/27`; `4% from 3%` is something else.
            "from" => at + 1 == all.len(),
            // `each employee shall receive 3%`; `3% each` may be more than one.
            "each" | "every" => at < first_number && matches!(next, "employee" | "member"),
            "employee" | "member" => at < first_number && matches!(before, "each" | "every"),
            "per" => false,
            // Starting rates are some of the rates, and so are management's salaries.
            "starting" | "beginning" => !PAID_BY.contains(&next) && next != "at",
            here if PAID_BY.contains(&here) => {
                !matches!(before, "starting" | "beginning" | "management")
            }
            "management" => {
                SAYS.contains(&next) || matches!(next, "offer" | "proposal" | "counter")
            }
            // `the District shall increase wages`: who says it, not whom it is for.
            "district" | "city" | "county" | "hospital" | "university" | "state" | "agency"
            | "authority" | "college" => matches!(before, "the" | "school") && SAYS.contains(&next),
            "school" => next == "district" && SAYS.contains(&word(Some(at + 2))),
            "job" => next == "classifications",
            _ => FILLERS.contains(&here),
        };
        if !filler {
            kept.push((*piece).clone());
        }
    }
    kept
}

/// Everybody.
const ALL: [&str; 5] = ["all", "everyone", "employees", "members", "everybody"];

/// Everybody, and what all of them are paid by: raises are given to either.
const WHOSE: [&str; 15] = [
    "all",
    "everyone",
    "employees",
    "members",
    "everybody",
    "base",
    "wage",
    "wages",
    "salary",
    "salaries",
    "pay",
    "rates",
    "schedule",
    "schedules",
    "scale",
];

/// What employees are paid by.
const PAID_BY: [&str; 7] = [
    "wage", "wages", "salary", "salaries", "pay", "rate", "rates",
];

/// What a side does with an offer.
const SAYS: [&str; 4] = ["will", "shall", "offers", "proposes"];

const FILLERS: [&str; 72] = [
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
    "gsi",
    "schedule",
    "schedules",
    "scale",
    "scales",
    "classifications",
    "we",
    "are",
    "our",
    "propose",
    "proposes",
    "proposing",
    "offers",
    "offering",
    "company",
];

/// Words of a label, a greeting or a sentence that say nothing of whom, when or how much.
const NAMING: [&str; 78] = [
    "date",
    "dates",
    "day",
    "percent",
    "pct",
    "amount",
    "value",
    "year",
    "yr",
    "years",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "last",
    "final",
    "next",
    "then",
    "and",
    "of",
    "from",
    "the",
    "term",
    "term's",
    "term\u{2019}s",
    "contract",
    "agreement",
    "our",
    "your",
    "their",
    "we",
    "you",
    "they",
    "here",
    "this",
    "that",
    "are",
    "offers",
    "proposals",
    "counterproposal",
    "counteroffer",
    "counters",
    "settlement",
    "union's",
    "union\u{2019}s",
    "employer's",
    "employer\u{2019}s",
    "company",
    "company's",
    "management",
    "management's",
    "side",
    "proposed",
    "proposes",
    "propose",
    "offered",
    "raises",
    "compensation",
    "economics",
    "economic",
    "package",
    "hi",
    "hello",
    "dear",
    "team",
    "thanks",
    "kind",
    "regards",
    "units",
    "unit",
    "start",
    "starts",
    "article",
    "section",
    "phase",
    "tranche",
    "item",
];

/// Whether a line holds a number, in digits or in words. `Percent` alone is the head of a column.
pub(super) fn says_a_number(all: &[Piece]) -> bool {
    let in_words = all
        .iter()
        .any(|piece| matches!(&piece.token, Token::Word(word) if counts(word)));
    all.iter().any(|piece| match &piece.token {
        Token::Date(_) | Token::Number(_) => true,
        Token::Word(word) if word == "percent" => in_words,
        Token::Word(word) => word.chars().any(char::is_numeric),
        Token::Mark('%') => in_words,
        Token::Mark(mark) => mark.is_numeric(),
        Token::Money(_) | Token::Foreign(_) | Token::Hundredths | Token::Invisible => false,
    })
}

/// `whichever is greater`, which a pair of a percent and dollars says by itself.
pub(super) fn whichever_is_greater(kept: &[Piece]) -> bool {
    let words: Vec<&str> = kept
        .iter()
        .map(|piece| match &piece.token {
            Token::Word(word) => word.as_str(),
            _ => "",
        })
        .filter(|word| !matches!(*word, "is" | "the"))
        .collect();
    matches!(
        words.as_slice(),
        ["whichever", "greater" | "higher" | "larger" | "more"]
    )
}

/// Refuses a stretch without numbers that may change what the line means: a word nobody here knows, a weekday
/// that isn't the date's, a sign.
pub(super) fn harmless(kept: &[Piece], date: Date) -> Result<(), Refusal> {
    for (at, piece) in kept.iter().enumerate() {
        let last = at + 1 == kept.len();
        let known = match &piece.token {
            Token::Word(word) => {
                NAMING.contains(&word.as_str())
                    // What it is for is the date behind it.
                    || (last && word == "for")
                    || counts(word)
                    || weekday_of(word, date)
                    || ["fy", "y", "yr", "year"]
                        .iter()
                        .any(|label| word.strip_prefix(label).is_some_and(digits))
                    || (unit_of_money(word) && after_a_count(kept, at))
            }
            Token::Foreign(sign) => return Err(Refusal::Currency(sign.clone())),
            Token::Money(sign) => return Err(Refusal::Word(sign.clone())),
            Token::Hundredths => return Err(Refusal::Word("\u{a2}".to_owned())),
            Token::Mark(mark) if plain(*mark) => true,
            Token::Mark(mark) => return Err(Refusal::Word(mark.to_string())),
            Token::Invisible => return Err(Refusal::Invisible),
            Token::Number(_) | Token::Date(_) => true,
        };
        if !known && let Token::Word(word) = &piece.token {
            return Err(Refusal::Word(word.clone()));
        }
    }
    Ok(())
}

/// Whether a number in words stands before a place: `fifty cents`.
fn after_a_count(kept: &[Piece], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| kept.get(at));
    before.is_some_and(|piece| matches!(&piece.token, Token::Word(word) if counts(word)))
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Signs that say nothing: dashes, dots, ticks.
fn plain(mark: char) -> bool {
    matches!(
        mark,
        '-' | '\u{2010}'
            ..='\u{2015}'
                | '.'
                | '\''
                | '\u{2019}'
                | '_'
                | '/'
                | '&'
                | '>'
                | '@'
                | '\u{2026}'
                | '\u{2713}'
                | '\u{2714}'
                | '\u{2611}'
                | '\u{25aa}'
                | '\u{25e6}'
                | '\u{2043}'
                | '\u{fe0f}'
    )
}
