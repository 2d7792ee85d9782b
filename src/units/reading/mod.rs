//! The one reader of what people type and paste: numbers, dates and the words around them.
//!
//! A text becomes [`Piece`]s once ([`pieces`]); a field ([`number`], [`date`]), a table's cell and a
//! pasted line (`document`) read those pieces and nothing else. What has one possible meaning is read as
//! people of that habit mean it: `62,000`, `62.000,50`, `62 000`, `68k`. What has two is refused with
//! both. Refusals are data; the words stand in `document::refused`.

mod day;
mod formula;
mod money;
mod numeral;
mod piece;
mod spelled;
mod token;
mod whole_date;

use rust_decimal::Decimal;

use super::Currency;
use super::decimal::{MAX_DIGITS, round};

pub(crate) use day::MONTHS;
pub use day::{DateRefusal, day_first, weekday_of};
pub use numeral::{Kind, Numeral};
pub use piece::pieces;
pub use spelled::whole_number;
pub use token::{Piece, Token};
pub use whole_date::date;

/// Why a text is no number of its kind. Never more than the text itself says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was written.
    Missing,
    /// No digits, or signs where none belong.
    NotANumber,
    /// Two numbers where one belongs.
    TwoNumbers,
    /// `2.5–3`, `3 to 4`, `3 or 4`: a range instead of a number.
    Range,
    /// One separator with three digits after it: two numbers are possible.
    Ambiguous {
        /// As a decimal separator, plain digits.
        as_decimal: Decimal,
        /// As a separator of thousands.
        as_thousands: Decimal,
    },
    /// A small number without a percent sign: `0.065` can be 0.065 % or, as spreadsheets keep it, 6.5 %.
    Share {
        /// As a percent.
        written: Decimal,
        /// As a share of one, in percent.
        percent: Decimal,
    },
    /// Separators at places where neither habit puts them: `1,00,000`.
    Grouping,
    /// A word or sign that may change what the number means: `half of 5 %`, `CPI + 1 %`.
    Word(String),
    /// A unit that belongs to another kind of number: `$` on a percent.
    Unit(String),
    /// Money of another currency.
    Currency(String),
    /// In brackets, which may mean below zero.
    Brackets,
    /// A dash that may be a minus sign or a mere dash.
    Dash,
    /// Invisible or control characters inside.
    Invisible,
    /// More digits than can be kept exactly.
    TooManyDigits,
    /// A formula that can't be worked out.
    Formula,
    /// A formula that divides by zero.
    DivisionByZero,
    /// The day is none.
    Date(DateRefusal),
}

/// Reads a number of `kind` from a whole field: sign, currency, digits, `k`, `M` or `B`, unit; or a
/// formula after `=`. A formula's value is rounded half away from zero to the decimals of its kind.
///
/// # Errors
/// [`Refusal`] where the text is no such number, or could be two.
pub fn number(text: &str, kind: Kind) -> Result<Decimal, Refusal> {
    number_in(text, kind, Currency::us_dollar()).map_err(|refusal| match refusal {
        // What is no money has no unit of any.
        Refusal::Currency(sign) if !kind.is_money() => Refusal::Unit(sign),
        other => other,
    })
}

/// The same of a case in `currency`, whose sign, code or name may stand beside money.
///
/// # Errors
/// As [`number`]; another currency's sign too.
pub fn number_in(text: &str, kind: Kind, currency: &Currency) -> Result<Decimal, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::Missing);
    }
    if let Some(formula) = text.strip_prefix('=') {
        let value = formula::value(formula, kind, currency)?;
        return Ok(match kind.decimals() {
            0 => value.normalize(),
            places => round(value, places).normalize(),
        });
    }
    let all = pieces(text, currency);
    let (found, after) = quantity(&all)?;
    match all.get(after) {
        None => found.value(kind),
        Some(_) if ends_a_sentence(&all, after) => found.value(kind),
        Some(rest) => Err(left_over(rest, all.get(after + 1..).unwrap_or(&[]))),
    }
}

/// Whether all that is left at `at` is the mark that ends an abbreviation or a sentence: `$24/hr.`, `3.5%,`.
/// Behind digits it may be part of the number, and is none.
pub(crate) fn ends_a_sentence(all: &[Piece], at: usize) -> bool {
    let behind_a_unit = at
        .checked_sub(1)
        .and_then(|before| all.get(before))
        .is_some_and(|before| !matches!(before.token, Token::Number(_)));
    let mark = all
        .get(at)
        .is_some_and(|piece| !piece.gap && matches!(piece.token, Token::Mark('.' | ',' | ';')));
    behind_a_unit && mark && at + 1 == all.len()
}

/// What stands behind a number and belongs to none.
fn left_over(rest: &Piece, behind: &[Piece]) -> Refusal {
    let number_follows = behind
        .iter()
        .any(|piece| matches!(piece.token, Token::Number(_)));
    match &rest.token {
        Token::Number(_) | Token::Date(_) => Refusal::TwoNumbers,
        Token::Word(word) if number_follows && joins(word) => Refusal::Range,
        Token::Word(word) => Refusal::Word(word.clone()),
        Token::Mark(mark) if number_follows && dash(*mark) => Refusal::Range,
        Token::Mark(mark) => Refusal::Word(mark.to_string()),
        Token::Money(sign) => Refusal::Word(sign.clone()),
        Token::Foreign(sign) => Refusal::Currency(sign.clone()),
        Token::Hundredths => Refusal::Word("\u{a2}".to_owned()),
        Token::Invisible => Refusal::Invisible,
    }
}

/// Whether a word joins two numbers to a range or a choice.
pub(crate) fn joins(word: &str) -> bool {
    matches!(
        word,
        "to" | "or" | "and" | "through" | "thru" | "till" | "until" | "bis"
    )
}

/// Whether a sign may be read as a dash or as a minus.
pub(crate) fn dash(mark: char) -> bool {
    matches!(
        mark,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '/' | '~' | '\u{2026}'
    )
}

/// What a number is per.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    Hour,
    Month,
    Year,
}

impl Per {
    /// What an amount paid for it is: it settles how its separators are read.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::Hour => Kind::Hourly,
            Self::Month => Kind::Monthly,
            Self::Year => Kind::Pay,
        }
    }
}

/// A number with everything that was written to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    numeral: Numeral,
    /// Whether a minus sign stands before it.
    negative: bool,
    /// Whether a sign of any kind stands before it.
    pub(crate) signed: bool,
    /// The sign, code or name of money that was written.
    pub(crate) money: Option<String>,
    /// Whether it is in hundredths of its unit.
    pub(crate) cents: bool,
    /// Whether a percent sign or the word follows.
    pub(crate) percent: bool,
    /// 1,000 for `k`, and so on; 1 for none.
    pub(crate) times: u64,
    /// What it is per, if that was written.
    pub(crate) per: Option<Per>,
    /// The word for what is counted (`employees`, `FTE`, `hours`), if one was written.
    pub(crate) counted: Option<String>,
}

impl Quantity {
    /// Its value as a number of `kind`.
    ///
    /// # Errors
    /// [`Refusal`] where its unit is of another kind, or its digits can be read two ways.
    pub fn value(&self, kind: Kind) -> Result<Decimal, Refusal> {
        self.fits(kind)?;
        let times = Decimal::from(self.times);
        let mut value = self.numeral.value(kind, times)?;
        if self.cents {
            // `.75¢` is as likely 75 cents as three quarters of one.
            if value < Decimal::ONE && !value.is_zero() {
                return Err(Refusal::Word("\u{a2}".to_owned()));
            }
            value = value
                .checked_div(Decimal::ONE_HUNDRED)
                .ok_or(Refusal::TooManyDigits)?;
        }
        if self.negative && !value.is_zero() {
            value.set_sign_negative(true);
        }
        Ok(value)
    }

    /// Whether the units written belong to `kind`.
    fn fits(&self, kind: Kind) -> Result<(), Refusal> {
        let wrong = |unit: &str| Err(Refusal::Unit(unit.to_owned()));
        let money = kind.is_money();
        if self.percent && kind != Kind::Percent {
            return wrong("%");
        }
        if let Some(sign) = &self.money
            && !money
        {
            return wrong(sign);
        }
        if self.cents && kind != Kind::Hourly {
            return wrong("\u{a2}");
        }
        if self.times > 1 && !kind.is_counted_in_thousands() {
            return wrong(match self.times {
                1_000 => "k",
                1_000_000 => "M",
                _ => "B",
            });
        }
        match (self.per, kind) {
            (None, _)
            | (Some(Per::Hour), Kind::Hourly)
            | (Some(Per::Month), Kind::Monthly)
            | (Some(Per::Year), Kind::Pay | Kind::Hours) => {}
            (Some(Per::Hour), _) => return wrong("an hour"),
            (Some(Per::Month), _) => return wrong("a month"),
            (Some(Per::Year), _) => return wrong("a year"),
        }
        match (self.counted.as_deref(), kind) {
            (None, _)
            | (Some("fte"), Kind::Fte)
            | (Some("employees"), Kind::Fte | Kind::Headcount)
            | (Some("hours"), Kind::Hours) => Ok(()),
            (Some(word), _) => wrong(word),
        }
    }
}

/// The number at the start of `all` with its sign and units, and how many pieces it takes.
///
/// # Errors
/// [`Refusal`] where no number stands there, or a sign before it is in doubt.
pub fn quantity(all: &[Piece]) -> Result<(Quantity, usize), Refusal> {
    let mut at = 0;
    let mut found = Quantity {
        numeral: Numeral::default(),
        negative: false,
        signed: false,
        money: None,
        cents: false,
        percent: false,
        times: 1,
        per: None,
        counted: None,
    };
    let digits = all
        .iter()
        .any(|piece| matches!(piece.token, Token::Number(_) | Token::Date(_)));
    loop {
        let piece = all.get(at).ok_or(if at == 0 {
            Refusal::Missing
        } else {
            Refusal::NotANumber
        })?;
        match &piece.token {
            Token::Number(numeral) => {
                found.numeral = numeral.clone();
                at += 1;
                break;
            }
            Token::Mark('-' | '\u{2212}' | '+') if !found.signed => {
                found.signed = true;
                found.negative = piece.token != Token::Mark('+');
            }
            Token::Money(sign) if found.money.is_none() => found.money = Some(sign.clone()),
            Token::Foreign(sign) => return Err(Refusal::Currency(sign.clone())),
            Token::Mark('(' | '[') => return Err(Refusal::Brackets),
            Token::Mark('\u{2010}'..='\u{2015}') => return Err(Refusal::Dash),
            Token::Mark(mark) if at > 0 || mark.is_ascii_punctuation() => {
                return Err(match all.get(at + 1).map(|next| &next.token) {
                    Some(Token::Number(_)) => Refusal::Word(mark.to_string()),
                    _ => Refusal::NotANumber,
                });
            }
            _ if !digits && piece.token != Token::Invisible => return Err(Refusal::NotANumber),
            Token::Money(sign) => return Err(Refusal::Word(sign.clone())),
            Token::Hundredths => return Err(Refusal::Word("\u{a2}".to_owned())),
            Token::Mark(mark) => return Err(Refusal::Word(mark.to_string())),
            Token::Word(word) => return Err(Refusal::Word(word.clone())),
            Token::Date(_) => return Err(Refusal::TwoNumbers),
            Token::Invisible => return Err(Refusal::Invisible),
        }
        at += 1;
    }
    at += units(&mut found, all.get(at..).unwrap_or(&[]))?;
    Ok((found, at))
}

/// Takes the multiplier and the units behind a number; says how many pieces they are.
fn units(found: &mut Quantity, rest: &[Piece]) -> Result<usize, Refusal> {
    let mut at = 0;
    let word = |at: usize| match rest.get(at).map(|piece| &piece.token) {
        Some(Token::Word(word)) => word.as_str(),
        _ => "",
    };
    let mark = |at: usize| match rest.get(at).map(|piece| &piece.token) {
        Some(Token::Mark(mark)) => *mark,
        _ => '\0',
    };
    let number = |at: usize| {
        rest.get(at)
            .is_some_and(|piece| matches!(piece.token, Token::Number(_)))
    };
    let times = match word(0) {
        "k" | "thousand" | "tsd" => 1_000,
        "m" | "mm" | "mn" | "mio" | "million" | "millions" => 1_000_000,
        "b" | "bn" | "mrd" | "billion" | "billions" => 1_000_000_000,
        _ => 1,
    };
    if times > 1 {
        found.times = times;
        at += 1;
        // `1,5 Mio.` is written with a dot.
        let glued = rest.get(1).is_some_and(|piece| !piece.gap);
        at += usize::from(mark(1) == '.' && glued);
    }
    loop {
        match rest.get(at).map(|piece| &piece.token) {
            Some(Token::Money(sign))
                if found.money.is_none() && !found.cents && !number(at + 1) =>
            {
                found.money = Some(sign.clone());
                at += 1;
                continue;
            }
            Some(Token::Foreign(sign)) => return Err(Refusal::Currency(sign.clone())),
            Some(Token::Hundredths) if found.money.is_none() && !found.cents => {
                found.cents = true;
                at += 1;
                continue;
            }
            _ => {}
        }
        let taken = match (mark(at), word(at)) {
            ('%' | '\u{ff05}' | '\u{66a}', _) | (_, "percent" | "pct" | "prozent" | "procent")
                if !found.percent =>
            {
                found.percent = true;
                1 + usize::from(word(at) == "pct" && mark(at + 1) == '.')
            }
            (_, "per" | "pour" | "por")
                if !found.percent && matches!(word(at + 1), "cent" | "ciento" | "cento") =>
            {
                found.percent = true;
                2
            }
            (_, "hourly") if found.per.is_none() => {
                found.per = Some(Per::Hour);
                1
            }
            (_, "annually" | "yearly" | "annual") if found.per.is_none() => {
                found.per = Some(Per::Year);
                1
            }
            (_, "monthly") if found.per.is_none() => {
                found.per = Some(Per::Month);
                1
            }
            (_, "fte" | "ftes") if found.counted.is_none() => {
                found.counted = Some("fte".to_owned());
                1
            }
            (_, "employees" | "employee" | "people" | "members" | "heads" | "workers")
                if found.counted.is_none() =>
            {
                found.counted = Some("employees".to_owned());
                1
            }
            (_, "hours" | "hour" | "hrs" | "h")
                if found.counted.is_none() && found.per.is_none() =>
            {
                found.counted = Some("hours".to_owned());
                1
            }
            ('/', unit) | (_, unit) if found.per.is_none() => {
                let slash = mark(at) == '/';
                let preposition = matches!(unit, "an" | "a" | "per" | "each" | "every");
                let per = if slash || preposition {
                    per_named(word(at + 1))
                } else {
                    None
                };
                if per.is_none() {
                    break;
                }
                found.per = per;
                2
            }
            _ => break,
        };
        at += taken;
    }
    Ok(at)
}

fn per_named(word: &str) -> Option<Per> {
    match word {
        "h" | "hr" | "hour" | "hrs" => Some(Per::Hour),
        "mo" | "month" => Some(Per::Month),
        "y" | "yr" | "year" => Some(Per::Year),
        _ => None,
    }
}

/// The most digits a number keeps exactly.
pub const DIGITS: usize = MAX_DIGITS;
