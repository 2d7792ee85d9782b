//! A date and a term out of one line of text, whatever harmless words stand around them.
//!
//! A line falls into stretches between separators. A stretch without a number is let go unless one of
//! its words changes what the line means; a stretch with a number must be a term to the last word.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::cell::{self, CellRefusal, Draft};
use super::line_words::{harmless, unknown_word, without_fillers};
use crate::units::reading::{self, DateRefusal, Kind, Piece, Refusal, Token, pieces, quantity};
use crate::units::{Currency, Date};

/// What a line says.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// A term on a date.
    Term(Date, Draft),
    /// Nothing: no number stands in it.
    Nothing,
}

/// Why a line was not taken.
#[derive(Debug, Clone, PartialEq)]
pub enum LineRefusal {
    /// No date.
    NoDate,
    /// More than one date.
    TwoDates,
    /// A date that is none, or could be two.
    Date(DateRefusal),
    /// No term.
    NoTerm,
    /// More than one number that could be the term.
    TwoTerms,
    /// The term can't be read.
    Term(CellRefusal),
}

/// Reads one line of a case in `currency`.
///
/// # Errors
/// [`LineRefusal`] where it holds a number but not exactly one date and one term.
pub fn read(text: &str, currency: &Currency) -> Result<Said, LineRefusal> {
    let all = pieces(text, currency);
    let number_in_words = |word: &str| word == "percent" || word.chars().any(|c| c.is_numeric());
    let says_a_number = all.iter().any(|piece| match &piece.token {
        Token::Date(_) | Token::Number(_) | Token::Mark('%') => true,
        Token::Word(word) => number_in_words(word),
        Token::Mark(mark) => mark.is_numeric(),
        Token::Money(_) | Token::Foreign(_) | Token::Hundredths | Token::Invisible => false,
    });
    if !says_a_number {
        return Ok(Said::Nothing);
    }
    if all.iter().any(|piece| piece.token == Token::Invisible) {
        return Err(LineRefusal::Term(Refusal::Invisible.into()));
    }
    let date = only_date(&all)?;
    if columns_or_decimal(&all, text) {
        return Err(LineRefusal::TwoTerms);
    }
    if let Some(formula) = formula(text, &all) {
        let value = reading::number(formula, Kind::Percent).map_err(of_text)?;
        let percent = cell::raise(value).map_err(LineRefusal::Term)?;
        return Ok(Said::Term(date, Draft::Percent(percent)));
    }
    Ok(Said::Term(date, only_term(&all, text)?))
}

fn of_text(refusal: Refusal) -> LineRefusal {
    LineRefusal::Term(refusal.into())
}

fn only_date(all: &[Piece]) -> Result<Date, LineRefusal> {
    let mut found = None;
    for piece in all {
        let Token::Date(date) = &piece.token else {
            continue;
        };
        let date = date.clone().map_err(LineRefusal::Date)?;
        if found.replace(date).is_some() {
            return Err(LineRefusal::TwoDates);
        }
    }
    found.ok_or(LineRefusal::NoDate)
}

/// Whether commas may part columns or decimals, as in `2027-10-01,6,5`.
fn columns_or_decimal(all: &[Piece], text: &str) -> bool {
    all.windows(3).any(|three| {
        let [date, comma, number] = three else {
            return false;
        };
        let digits = text.get(number.start..number.end).unwrap_or("");
        matches!(date.token, Token::Date(_))
            && comma.token == Token::Mark(',')
            && !comma.gap
            && !number.gap
            && matches!(number.token, Token::Number(_))
            && digits.contains(',')
    })
}

/// What stands from a sign of equality on, where it is followed by something to work out and the
/// date stands before it.
fn formula<'a>(text: &'a str, all: &[Piece]) -> Option<&'a str> {
    let at = all
        .iter()
        .position(|piece| piece.token == Token::Mark('='))?;
    let after = all.get(at + 1..)?;
    let works = after.iter().any(|piece| {
        matches!(
            piece.token,
            Token::Mark('/' | '*' | '+' | '\u{d7}' | '\u{f7}')
        )
    });
    let dated = all
        .get(..at)?
        .iter()
        .any(|piece| matches!(piece.token, Token::Date(_)));
    let words = after
        .iter()
        .any(|piece| matches!(piece.token, Token::Word(_)));
    (works && dated && !words)
        .then(|| text.get(all.get(at)?.start..))
        .flatten()
}

/// A stretch between separators, and whether it is a cell of its own.
struct Stretch<'a> {
    pieces: Vec<&'a Piece>,
    cell: bool,
}

fn only_term(all: &[Piece], text: &str) -> Result<Draft, LineRefusal> {
    let mut found: Vec<(Draft, bool, bool)> = Vec::new();
    let mut strange: Option<String> = None;
    for stretch in stretches(all)? {
        let kept = without_fillers(&stretch.pieces);
        let numbers = kept
            .iter()
            .filter(|piece| matches!(piece.token, Token::Number(_)))
            .count();
        if numbers == 0 {
            harmless(&kept).map_err(of_text)?;
            strange = strange.or_else(|| unknown_word(&kept));
            continue;
        }
        let draft = cell::draft(&kept, text).map_err(LineRefusal::Term)?;
        let marked = kept.iter().any(|piece| match &piece.token {
            Token::Mark(mark) => *mark == '%',
            Token::Word(word) => matches!(word.as_str(), "percent" | "pct"),
            _ => false,
        });
        found.push((draft, marked, stretch.cell));
    }
    let in_cells = found.iter().all(|(_, _, cell)| *cell);
    let marked = found.iter().filter(|(_, marked, _)| *marked).count();
    match found.as_slice() {
        [] => Err(LineRefusal::NoTerm),
        // A number without a sign among words nobody knows may be an hour or a room: `Meeting at 9`.
        [(Draft::Percent(_), false, false)] if strange.is_some() => {
            Err(of_text(Refusal::Word(strange.unwrap_or_default())))
        }
        [(draft, ..)] => Ok(draft.clone()),
        // Columns of a table: the one with the percent sign is the raise.
        many if in_cells && marked == 1 => many
            .iter()
            .find(|(_, marked, _)| *marked)
            .map(|(draft, ..)| draft.clone())
            .ok_or(LineRefusal::NoTerm),
        _ => Err(LineRefusal::TwoTerms),
    }
}

fn stretches(all: &[Piece]) -> Result<Vec<Stretch<'_>>, LineRefusal> {
    let labels = labels(all);
    let mut done = Vec::new();
    let mut open: Vec<&Piece> = Vec::new();
    let mut cell = true;
    let mut bracket = None;
    for (at, piece) in all.iter().enumerate() {
        let next = all.get(at + 1);
        let before = at.checked_sub(1).and_then(|at| all.get(at));
        if piece.cell && !open.is_empty() {
            done.push(close(&mut open, cell));
        }
        cell |= piece.cell;
        let before = before.filter(|_| at.checked_sub(1).is_some_and(|at| !labels.contains(&at)));
        let parts = labels.contains(&at) || separates(piece, before, next)?;
        if !parts {
            open.push(piece);
            continue;
        }
        match piece.token {
            Token::Mark('(') => bracket = Some(before),
            Token::Mark(')') if mere_number(&open) => {
                let spelled = bracket.take().flatten().and_then(spelled);
                bracketed(&open, spelled)?;
            }
            _ => {}
        }
        if !open.is_empty() {
            // What shares its cell with a date or words is no cell of its own.
            let own = cell && next.is_none_or(|next| next.cell);
            done.push(close(&mut open, own));
        }
        cell = false;
    }
    if !open.is_empty() {
        done.push(close(&mut open, cell));
    }
    Ok(done)
}

fn close<'a>(open: &mut Vec<&'a Piece>, cell: bool) -> Stretch<'a> {
    Stretch {
        pieces: std::mem::take(open),
        cell,
    }
}

/// A number in brackets with nothing beside it may be below zero.
fn mere_number(open: &[&Piece]) -> bool {
    let words = open
        .iter()
        .any(|piece| matches!(piece.token, Token::Word(_)));
    let number = open
        .iter()
        .any(|piece| matches!(piece.token, Token::Number(_)));
    number && !words
}

/// `three (3%)` says it twice; anything else in brackets may be below zero.
fn bracketed(open: &[&Piece], spelled: Option<u32>) -> Result<(), LineRefusal> {
    let number = open.iter().find_map(|piece| match &piece.token {
        Token::Number(numeral) => numeral.value(Kind::Percent, Decimal::ONE).ok(),
        _ => None,
    });
    match (spelled, number) {
        // A fraction may follow the word: `three and one-half (3.5%)`.
        (Some(word), Some(number))
            if number == Decimal::from(word) || number.fract() != Decimal::ZERO =>
        {
            Ok(())
        }
        _ => Err(of_text(Refusal::Brackets)),
    }
}

/// The number a word spells.
fn spelled(piece: &Piece) -> Option<u32> {
    const NUMBERS: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let Token::Word(word) = &piece.token else {
        return None;
    };
    if matches!(
        word.as_str(),
        "half" | "quarter" | "one-half" | "one-quarter" | "three-quarters"
    ) {
        return Some(0);
    }
    let place = NUMBERS.iter().position(|number| number == word)?;
    u32::try_from(place).ok()
}

/// Whether a piece parts a line. A dash between two numbers doesn't: that is a range.
fn separates(
    piece: &Piece,
    before: Option<&Piece>,
    next: Option<&Piece>,
) -> Result<bool, LineRefusal> {
    let Token::Mark(mark) = piece.token else {
        return Ok(matches!(piece.token, Token::Date(_)));
    };
    let number_before = match before.map(|piece| &piece.token) {
        Some(Token::Number(_) | Token::Mark('%')) => true,
        Some(Token::Word(word)) => word == "percent",
        _ => false,
    };
    let after_number = number_before
        && next.is_some_and(|next| matches!(next.token, Token::Number(_) | Token::Money(_)));
    let loose = next.is_none_or(|next| next.gap);
    Ok(match mark {
        ':' | ';' | '|' | '=' | ',' | '\u{2022}' | '\u{b7}' | '*' | '(' | ')' | '[' | ']' | '"'
        | '!' | '\u{2192}' | '\u{25cf}' | '\u{2023}' | '\u{201c}' | '\u{201d}' | '#' => true,
        '.' => {
            let glued = !loose && !piece.gap && before.is_some();
            if glued && matches!(next.map(|next| &next.token), Some(Token::Number(_))) {
                return Err(of_text(Refusal::Word(".".to_owned())));
            }
            true
        }
        '>' => loose || next.is_some_and(|next| next.token == Token::Mark('>')),
        '\u{2014}' | '\u{2015}' => !after_number,
        '-' | '\u{2010}'..='\u{2013}' => loose && !after_number,
        _ => false,
    })
}

/// Words a number is a name with: `Year 2`, `Raise 3`, `1.` at the start of a line.
fn labels(all: &[Piece]) -> HashSet<usize> {
    let mut found = HashSet::new();
    for (at, piece) in all.iter().enumerate() {
        let Token::Number(numeral) = &piece.token else {
            continue;
        };
        let word = at.checked_sub(1).and_then(|at| match &all.get(at)?.token {
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
                | "tranche" | "fy" | "row" | "page" | "step" | "round" | "paragraph",
            ) => !goes_on(next, true),
            Some("raise" | "increase") => !goes_on(next, false),
            _ => false,
        };
        if named {
            found.extend([at - 1, at]);
        } else if numbering || own_cell || in_brackets {
            found.insert(at);
        }
    }
    found
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

/// Half a raise, alone on its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    /// A date and nothing else.
    Date,
    /// A percent with its sign and nothing else.
    Percent,
}

/// Whether a line is half a raise.
pub(super) fn half(text: &str) -> Option<Half> {
    let all = pieces(text, Currency::us_dollar());
    let bare: Vec<Piece> = all
        .iter()
        .filter(|piece| !matches!(piece.token, Token::Mark(':' | ',' | ';' | '\u{2022}')))
        .cloned()
        .collect();
    match bare.as_slice() {
        [
            Piece {
                token: Token::Date(Ok(_)),
                ..
            },
        ] => Some(Half::Date),
        _ => {
            let (found, taken) = quantity(&bare).ok()?;
            (found.percent && taken == bare.len()).then_some(Half::Percent)
        }
    }
}

impl LineRefusal {
    /// Says what is wrong with the line and what to do.
    #[must_use]
    pub fn words(&self, line: &str, currency: &Currency) -> String {
        match self {
            Self::NoDate => "no date found; write one as 10/1/2027".to_owned(),
            Self::TwoDates => "two dates in one line; give each raise its own line".to_owned(),
            Self::Date(refusal) => {
                let refusal = Refusal::Date(refusal.clone());
                let told = super::refused::words(&refusal, line, super::refused::DATE);
                format!("no date: {told}")
            }
            Self::NoTerm => "no percent found; write one as 6.5%".to_owned(),
            Self::TwoTerms
            | Self::Term(CellRefusal::Text(Refusal::Range | Refusal::TwoNumbers)) => {
                "two numbers could be the percent; leave one".to_owned()
            }
            Self::Term(refusal) => refusal.words(line, currency),
        }
    }
}
