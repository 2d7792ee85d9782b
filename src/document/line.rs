//! A date and a term out of one line of text, whatever harmless words stand around them.
//!
//! A line falls into stretches between separators. A stretch without a number is let go unless one of
//! its words may change what the line means; a stretch with a number must be a term to the last word.

mod labels;

use rust_decimal::Decimal;

use super::cell::{self, CellRefusal, Draft};
use super::line_words::{harmless, says_a_number, whichever_is_greater, without_fillers};
use super::spelled;
use crate::scenario::{PaidIn, RateUnit};
use crate::units::reading::{
    self, DateRefusal, Kind, Piece, Refusal, Token, dash, pieces, quantity,
};
use crate::units::{Currency, Date};
use labels::labels;

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
    NoDate,
    /// More than one date.
    TwoDates,
    /// A date that is none, or could be two.
    Date(DateRefusal),
    NoTerm,
    /// More than one number that could be the term.
    TwoTerms,
    /// The term can't be read.
    Term(CellRefusal),
}

/// Reads one line of a case whose rates are in what `paid` says.
///
/// # Errors
/// [`LineRefusal`] where it holds a number but not exactly one date and one term.
pub fn read(text: &str, paid: PaidIn<'_>) -> Result<Said, LineRefusal> {
    let all = pieces(text, paid.currency);
    if !says_a_number(&all) {
        return Ok(Said::Nothing);
    }
    if all.iter().any(|piece| piece.token == Token::Invisible) {
        return Err(LineRefusal::Term(Refusal::Invisible.into()));
    }
    let date = only_date(&all)?;
    if let Some(word) = before_the_date(&all) {
        return Err(of_text(Refusal::Word(word)));
    }
    if columns_or_decimal(&all, text) {
        return Err(LineRefusal::TwoTerms);
    }
    if let Some(formula) = formula(text, &all) {
        let value = reading::number(formula, Kind::Percent).map_err(of_text)?;
        let percent = cell::raise(value).map_err(LineRefusal::Term)?;
        return Ok(Said::Term(date, Draft::Percent(percent)));
    }
    if !spelled::agrees(&all) {
        return Err(LineRefusal::TwoTerms);
    }
    Ok(Said::Term(date, only_term(&all, date, text, paid.unit)?))
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

/// A word that makes of a date something else than the day a term begins: `3% by 10/1/27`.
fn before_the_date(all: &[Piece]) -> Option<String> {
    all.array_windows()
        .find_map(|[one, next]| match &one.token {
            Token::Word(word) if word == "by" && matches!(next.token, Token::Date(_)) => {
                Some(word.clone())
            }
            _ => None,
        })
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

/// What a stretch with a number says.
struct Found {
    draft: Draft,
    /// Whether a percent sign or the word stands in it.
    marked: bool,
    /// Whether it fills a cell of a pasted row.
    cell: bool,
}

fn only_term(all: &[Piece], date: Date, text: &str, unit: RateUnit) -> Result<Draft, LineRefusal> {
    let mut found: Vec<Found> = Vec::new();
    let mut greater = false;
    for stretch in stretches(all)? {
        let kept = without_fillers(&stretch.pieces);
        let numbers = kept
            .iter()
            .filter(|piece| matches!(piece.token, Token::Number(_)))
            .count();
        if numbers == 0 {
            if whichever_is_greater(&kept) {
                greater = true;
            } else {
                harmless(&kept, date).map_err(of_text)?;
            }
            continue;
        }
        let draft = match cell::draft(&kept, text, unit) {
            Ok(draft) => draft,
            // A percent stands in the line already: `3%` and a year, no raise of 2,027%.
            Err(CellRefusal::Raise(_)) if found.iter().any(|one| one.marked) => {
                return Err(LineRefusal::TwoTerms);
            }
            Err(refusal) => return Err(LineRefusal::Term(refusal)),
        };
        let marked = kept.iter().any(|piece| match &piece.token {
            Token::Mark(mark) => matches!(mark, '%' | '\u{ff05}' | '\u{66a}'),
            Token::Word(word) => matches!(word.as_str(), "percent" | "pct"),
            _ => false,
        });
        found.push(Found {
            draft,
            marked,
            cell: stretch.cell,
        });
    }
    let term = match found.as_slice() {
        [] => return Err(LineRefusal::NoTerm),
        [only] => only,
        many => in_columns(many).ok_or(LineRefusal::TwoTerms)?,
    };
    if greater && !matches!(term.draft, Draft::GreaterOf(..)) {
        return Err(of_text(Refusal::Word("whichever".to_owned())));
    }
    match &term.draft {
        Draft::Percent(percent) if !term.marked => share_of_one(percent.get())?,
        _ => {}
    }
    Ok(term.draft.clone())
}

/// The raise of a row of a sheet: the column with the percent sign, where all others are sums that no
/// term pays an employee.
fn in_columns(many: &[Found]) -> Option<&Found> {
    let least = Decimal::from(1_000_000);
    let mut raises = many.iter().filter(|one| one.marked);
    let raise = raises.next()?;
    let sums = many
        .iter()
        .filter(|one| !one.marked)
        .all(|one| matches!(&one.draft, Draft::LumpSum(money, _) if money.get() >= least));
    (raises.next().is_none() && sums && many.iter().all(|one| one.cell)).then_some(raise)
}

/// Refuses `0.065` without a percent sign: spreadsheets keep 6.5% so.
fn share_of_one(value: Decimal) -> Result<(), LineRefusal> {
    let most = Decimal::new(3, 1);
    if value.is_zero() || value.abs() >= most {
        return Ok(());
    }
    let percent = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value);
    Err(of_text(Refusal::Share {
        written: value,
        percent: percent.normalize(),
    }))
}

fn stretches(all: &[Piece]) -> Result<Vec<Stretch<'_>>, LineRefusal> {
    let labels = labels(all);
    let mut done = Vec::new();
    let mut open: Vec<&Piece> = Vec::new();
    let mut cell = true;
    let mut bracket: Option<usize> = None;
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
            Token::Mark('(') => bracket = Some(at),
            // `three percent (3%)` says it twice; anything else in brackets may be below zero.
            Token::Mark(')') if mere_number(&open) => {
                let twice = bracket
                    .take()
                    .and_then(|at| all.get(..at))
                    .is_some_and(spelled::ends_spelled);
                if !twice {
                    return Err(of_text(Refusal::Brackets));
                }
                // `one dollar ($1.00) per hour`: what it is per stands behind the brackets.
                if next.is_some_and(per_follows) {
                    continue;
                }
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

fn per_follows(next: &Piece) -> bool {
    match &next.token {
        Token::Word(word) => matches!(word.as_str(), "per" | "an" | "a"),
        Token::Mark(mark) => *mark == '/',
        _ => false,
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
    let loose = next.is_none_or(|next| next.gap);
    let number_next =
        next.is_some_and(|next| matches!(next.token, Token::Number(_) | Token::Money(_)));
    // Where something else parts already, a dash before a number may be its minus sign.
    let parted = before.is_some_and(|before| {
        piece.cell || matches!(before.token, Token::Mark(':' | ';' | '=' | '|' | ','))
    });
    if matches!(mark, '-' | '\u{2010}'..='\u{2015}') && loose && number_next && parted {
        return Err(of_text(Refusal::Dash));
    }
    // Some write a minus sign behind the number.
    if dash(mark) && mark != '/' && number_before && !piece.gap && next.is_none() {
        return Err(of_text(Refusal::Dash));
    }
    // A star behind a number points to a footnote.
    if mark == '*' && number_before && !piece.gap {
        return Err(of_text(Refusal::Word("*".to_owned())));
    }
    let after_number = number_before && number_next;
    Ok(match mark {
        ':' | ';' | '|' | '=' | ',' | '\u{2022}' | '\u{b7}' | '*' | '(' | ')' | '[' | ']' | '"'
        | '!' | '@' | '\u{2192}' | '\u{25cf}' | '\u{2023}' | '\u{201c}' | '\u{201d}' | '#' => true,
        // `min. 24` is a term to its last word.
        '.' if before.is_some_and(|before| {
            matches!(&before.token, Token::Word(word) if matches!(word.as_str(), "min" | "max"))
        }) => false,
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

/// In which order a date with slashes has day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slashes {
    /// It can only have the day first.
    DayFirst,
    /// It is read month first, and could be the other with the day first.
    Either(Date, Date),
}

/// The order of a line's date with slashes; `None` where it has none, or one that both orders read alike.
pub(super) fn slashes(text: &str) -> Option<Slashes> {
    if !text.contains('/') {
        return None;
    }
    let all = pieces(text, Currency::us_dollar());
    let orders = all.iter().filter_map(|piece| match &piece.token {
        Token::Date(Err(DateRefusal::DayFirst(_))) => Some(Slashes::DayFirst),
        Token::Date(Ok(one)) => {
            let other = reading::day_first(text.get(piece.start..piece.end)?)?;
            Some(Slashes::Either(*one, other))
        }
        _ => None,
    });
    orders.into_iter().next()
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
                match refusal {
                    // Either reading is a date.
                    Refusal::Date(DateRefusal::Ambiguous(..) | DateRefusal::DayFirst(_)) => told,
                    _ => format!("no date: {told}"),
                }
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
