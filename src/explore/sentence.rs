//! A public sentence read for the number in it: value, unit and the words that say how exact it is.
//!
//! What a sentence leaves in doubt is refused with what it is: two numbers, a range, a part of a number.
//! What is read is shown for confirmation, never taken as it is.

mod doubt;
mod precision;
mod range;

use std::ops::Range;

use rust_decimal::Decimal;

use crate::scenario::{Precision, QuotedUnit};
use crate::units::Currency;
use crate::units::reading::{self, Kind, Piece, Token, pieces};

pub use crate::units::reading::Per;

/// What a sentence says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The number, with its digits; `None` where "most" is said of something without one.
    pub value: Option<Decimal>,
    /// Its unit, if that was written: `almost a billion` names none.
    pub unit: Option<QuotedUnit>,
    /// What it is per, if that was written.
    pub per: Option<Per>,
    /// How it is to be read.
    pub precision: Precision,
    /// Whether words say so; without any a number is exact.
    precision_said: bool,
    /// Where the number stands, in bytes; empty without one.
    pub at: Range<usize>,
}

/// Why a sentence isn't read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No number, and nothing said of "most".
    NoNumber,
    /// More than one number it could be about, as written.
    Several(Vec<String>),
    /// A range or a choice instead of one number.
    Range,
    /// A part or a multiple of a number: `half of 25 %`, `twice the 3 %`.
    PartOf(String),
    /// Something that makes of the number another one: `CPI + 3 %`, `5 % × 2`.
    Changed(String),
    /// A word turns round what is said: `not nearly`, `no 5 %`.
    Negated,
    /// The number itself can't be read.
    Number(reading::Refusal),
}

/// A number of a sentence with what was written to it.
struct Candidate {
    /// Its first piece and the one after its last.
    pieces: Range<usize>,
    value: Result<Decimal, reading::Refusal>,
    unit: Option<QuotedUnit>,
    per: Option<Per>,
}

/// Reads a sentence about a case in `currency`.
///
/// # Errors
/// [`Refusal`] where it has no number, more than one, or one in doubt.
pub fn read(text: &str, currency: &Currency) -> Result<Sentence, Refusal> {
    let all = pieces(text, currency);
    if range::stands_in(&all) {
        return Err(Refusal::Range);
    }
    let mut found = candidates(&all);
    // A number with a unit is what a sentence is about; one without is only where there is no other.
    if found.iter().any(|one| one.unit.is_some()) {
        found.retain(|one| one.unit.is_some());
    }
    found.dedup_by(|one, before| one.value == before.value && one.unit == before.unit);
    let one = match found.as_slice() {
        [] => return without_number(&all),
        [one] => one,
        several => {
            let written = several.iter().map(|one| written(text, &all, &one.pieces));
            return Err(Refusal::Several(written.collect()));
        }
    };
    let before = all.get(..one.pieces.start).unwrap_or(&[]);
    let after = all.get(one.pieces.end..).unwrap_or(&[]);
    if let Some(word) = precision::part_of(before, after) {
        return Err(Refusal::PartOf(word));
    }
    let value = one.value.clone().map_err(Refusal::Number)?;
    doubt::around(&all, &one.pieces)?;
    let said = precision::around(before, after)?;
    let precision = said.unwrap_or(Precision::Exactly);
    Ok(Sentence {
        value: (precision != Precision::Most).then_some(value),
        unit: one.unit,
        per: one.per,
        precision,
        precision_said: said.is_some(),
        at: span(&all, &one.pieces),
    })
}

/// A sentence without a number may still say "most of it".
fn without_number(all: &[Piece]) -> Result<Sentence, Refusal> {
    if !precision::says_most(all) {
        return Err(Refusal::NoNumber);
    }
    Ok(Sentence {
        value: None,
        unit: Some(QuotedUnit::Percent),
        per: None,
        precision: Precision::Most,
        precision_said: true,
        at: 0..0,
    })
}

fn span(all: &[Piece], of: &Range<usize>) -> Range<usize> {
    let start = all.get(of.start).map_or(0, |piece| piece.start);
    let last = of.end.checked_sub(1).and_then(|last| all.get(last));
    start..last.map_or(start, |piece| piece.end)
}

fn written(text: &str, all: &[Piece], of: &Range<usize>) -> String {
    text.get(span(all, of)).unwrap_or("").to_owned()
}

/// Whether a number is a year: four plain digits from 1900 to 2200.
fn is_year(piece: &Piece) -> bool {
    let Token::Number(numeral) = &piece.token else {
        return false;
    };
    let years = Decimal::from(1900)..=Decimal::from(2200);
    numeral.plain()
        && piece.end.saturating_sub(piece.start) == 4
        && numeral
            .value(Kind::Headcount, Decimal::ONE)
            .is_ok_and(|value| years.contains(&value))
}

/// The numbers a sentence could be about; not its dates, years and lengths of time.
fn candidates(all: &[Piece]) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let one = in_words(all, at)
            .or_else(|| spelled_out(all, at))
            .or_else(|| in_digits(all, at));
        at = match one {
            Some(one) => {
                let next = one.pieces.end.max(at + 1);
                found.push(one);
                next
            }
            None => at + 1,
        };
    }
    found
}

/// `a billion`, `half a million`, `one thousand`; with dollars behind it or not.
fn in_words(all: &[Piece], at: usize) -> Option<Candidate> {
    let word = |at: usize| match &all.get(at)?.token {
        Token::Word(word) => Some(word.as_str()),
        _ => None,
    };
    let half = word(at) == Some("half") && word(at + 1) == Some("a");
    let start = at + usize::from(half);
    let one = matches!(word(start)?, "a" | "one");
    let size: i64 = match word(start + 1)? {
        "thousand" => 1_000,
        "million" => 1_000_000,
        "billion" => 1_000_000_000,
        _ => return None,
    };
    if !one {
        return None;
    }
    let value = Decimal::from(if half { size / 2 } else { size });
    let mut end = start + 2;
    if let Some(Token::Foreign(sign)) = all.get(end).map(|piece| &piece.token) {
        return Some(Candidate {
            pieces: at..end + 1,
            value: Err(reading::Refusal::Currency(sign.clone())),
            unit: Some(QuotedUnit::Dollars),
            per: None,
        });
    }
    let unit = match word(end) {
        _ if matches!(
            all.get(end).map(|piece| &piece.token),
            Some(Token::Money(_))
        ) =>
        {
            end += 1;
            Some(QuotedUnit::Dollars)
        }
        Some("employees" | "members" | "people" | "workers") => {
            end += 1;
            Some(QuotedUnit::Count)
        }
        _ => None,
    };
    Some(Candidate {
        pieces: at..end,
        value: Ok(value),
        unit,
        per: None,
    })
}

/// `three percent`: a number as good as one in digits, and so a second one beside it; it isn't read.
fn spelled_out(all: &[Piece], at: usize) -> Option<Candidate> {
    let [Token::Word(number), unit] = [&all.get(at)?.token, &all.get(at + 1)?.token] else {
        return None;
    };
    let unit = match unit {
        Token::Mark('%') => QuotedUnit::Percent,
        Token::Word(word) if word == "percent" || word == "percentage" => QuotedUnit::Percent,
        Token::Word(word) if word == "dollars" => QuotedUnit::Dollars,
        _ => return None,
    };
    doubt::spelled(number).then(|| Candidate {
        pieces: at..at + 2,
        value: Err(reading::Refusal::Word(number.clone())),
        unit: Some(unit),
        per: None,
    })
}

/// A number in digits with its signs and units.
fn in_digits(all: &[Piece], at: usize) -> Option<Candidate> {
    let starts = matches!(
        all.get(at)?.token,
        Token::Number(_) | Token::Money(_) | Token::Foreign(_)
    );
    let number = all
        .iter()
        .skip(at)
        .take(3)
        .position(|piece| matches!(piece.token, Token::Number(_)));
    let number = at + number.filter(|_| starts)?;
    let (mut quantity, length) = match reading::quantity(all.get(at..)?) {
        Ok(read) => read,
        Err(refusal) => {
            return Some(Candidate {
                pieces: at..number + 1,
                value: Err(refusal),
                unit: Some(QuotedUnit::Dollars),
                per: None,
            });
        }
    };
    let mut end = at + length;
    let word = |at: usize| match all.get(at).map(|piece| &piece.token) {
        Some(Token::Word(word)) => word.as_str(),
        Some(Token::Mark('-')) => match all.get(at + 1).map(|piece| &piece.token) {
            Some(Token::Word(word)) => word.as_str(),
            _ => "",
        },
        _ => "",
    };
    let of_time = matches!(
        word(end),
        "year"
            | "years"
            | "month"
            | "months"
            | "week"
            | "weeks"
            | "day"
            | "days"
            | "minutes"
            | "hours"
            | "hour"
            | "hrs"
            | "th"
            | "st"
            | "nd"
            | "rd"
    ) || word(end).starts_with("year-")
        || word(end).starts_with("month-")
        || quantity.counted.as_deref() == Some("hours");
    let bare = quantity.money.is_none() && !quantity.percent && quantity.times == 1;
    if bare && (of_time || all.get(number).is_some_and(is_year)) {
        return None;
    }
    let points = matches!(word(end), "points" | "point" | "percentage");
    let heads = matches!(
        word(end),
        "nurses" | "unit-based" | "full-time" | "full-timers" | "teachers" | "jobs" | "staff"
    ) || quantity.counted.is_some();
    let unit = if quantity.money.is_some() || quantity.cents {
        Some(QuotedUnit::Dollars)
    } else if quantity.percent || points {
        end += usize::from(points);
        Some(QuotedUnit::Percent)
    } else if heads {
        Some(QuotedUnit::Count)
    } else {
        None
    };
    let per = quantity.per;
    // The digits of 1.5 billion are those of a number of ten digits, none behind the point.
    let in_words = quantity.times > 1;
    quantity.counted = None;
    let kind = match unit {
        _ if quantity.cents => Kind::Hourly,
        Some(QuotedUnit::Percent) => Kind::Percent,
        Some(QuotedUnit::Count) => Kind::Headcount,
        Some(QuotedUnit::Dollars) | None => Kind::Pay,
    };
    // Pay by the hour has digits a year's pay hasn't: `$24,125 an hour` is read by both rules or not at all.
    let by_the_hour = per == Some(Per::Hour) && kind == Kind::Pay && !in_words;
    let as_a_rate = by_the_hour.then(|| quantity.value(Kind::Hourly));
    quantity.per = None;
    let value = match as_a_rate {
        Some(Err(refusal)) => Err(refusal),
        _ => quantity.value(kind),
    };
    Some(Candidate {
        pieces: at..end,
        value: value.map(|value| if in_words { value.normalize() } else { value }),
        unit,
        per,
    })
}
