//! A term as people write it into a cell: `6.5`, `$1.50/h`, `5% or $1.50`, `min 24`, `$750`,
//! `2% bonus`, `COLA 2–4`, `pool 1.25`, `hold steps`.

mod clause;
mod kept;
mod parts;

use rust_decimal::Decimal;

use crate::scenario::ranges::RAISE;
use crate::scenario::{PaidIn, RateUnit};
use crate::units::decimal::DecimalError;
use crate::units::reading::{Kind, Per, Piece, Refusal, Token, pieces, quantity};
use crate::units::{Currency, Date, HourlyRate, Money, Percent};
pub use kept::kept;
use parts::Parts;

/// A term as written, before it has a date, a scope and a rule.
#[derive(Debug, Clone, PartialEq)]
pub enum Draft {
    /// `unknown`, `?`: nobody has published it.
    Unknown,
    /// A raise in percent, −50 to 100.
    Percent(Percent),
    /// A raise in dollars.
    Dollars(Dollars),
    /// The greater of both.
    GreaterOf(Percent, Dollars),
    /// Nobody is paid less.
    Floor(Dollars),
    /// The lowest first step, by market.
    MinimumRates {
        /// Market and rate, as written.
        by_market: Vec<(String, Decimal)>,
        /// The rate of all other markets.
        elsewhere: Option<Decimal>,
    },
    /// A raise with prices.
    Cola {
        /// Percent of inflation it follows, if said.
        share: Option<Percent>,
        /// The least raise.
        floor: Option<Percent>,
        /// The most.
        cap: Option<Percent>,
    },
    /// A pool in percent of payroll, perhaps with a cap on it and the across-the-board raises of
    /// the first year.
    Pool {
        /// Percent of payroll.
        percent: Percent,
        cap: Option<Percent>,
    },
    /// Nobody moves a step.
    HoldSteps {
        /// Up to this day.
        until: Option<Date>,
    },
    /// Dollars once.
    LumpSum(Money, Share),
    /// A percent of a year's pay once.
    LumpOfPay(Percent),
}

/// Dollars of a raise or a rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dollars {
    pub amount: Decimal,
    /// What it is per; `None` is the unit of the workforce's rates.
    pub per: Option<Per>,
}

/// Who gets how much of a lump sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// Each employee the whole.
    Each,
    /// Each 1.0 FTE the whole.
    PerFte,
    /// Each employee by FTE.
    ByFte,
}

/// Why a cell was not taken.
#[derive(Debug, Clone, PartialEq)]
pub enum CellRefusal {
    /// The text has no reading, or more than one.
    Text(Refusal),
    /// A raise outside −50 to 100 %.
    Raise(Decimal),
    /// A value outside its range or too fine.
    Value(DecimalError),
    /// Dollars that could be a raise, a rate or a payment.
    Per(Decimal),
    /// An amount that is hardly a rate in what rates are paid for.
    Rate(Decimal, Per),
    /// A payment that could be in dollars or in percent of pay.
    Payment(Decimal),
    /// A payment of a share of pay that nobody can be paid.
    Bonus(Decimal),
    /// A lowest rate in percent.
    LowestInPercent(Decimal),
    /// A COLA or a pool with numbers whose part in it isn't said.
    Part,
    /// A COLA of so few percent that a raise of them is meant, or an end of it.
    Share(Decimal),
    /// Held steps without the day they move again.
    Until,
    /// A bare number over a term of several.
    Which,
    /// More than one term.
    TwoTerms,
}

impl From<Refusal> for CellRefusal {
    fn from(refusal: Refusal) -> Self {
        Self::Text(refusal)
    }
}

/// Reads a whole cell of a case whose rates are in what `paid` says: it settles how a bare amount's separators
/// are read, as in `min 68,000`.
///
/// # Errors
/// [`CellRefusal`] where the text is no term, or could be two.
pub fn read(text: &str, paid: PaidIn<'_>) -> Result<Draft, CellRefusal> {
    let text = text.trim();
    if text.starts_with('=') {
        let value = crate::units::reading::number(text, Kind::Percent)?;
        return Ok(Draft::Percent(raise(value)?));
    }
    draft(&pieces(text, paid.currency), text, paid.unit)
}

/// Reads the pieces of a cell, where rates are in `unit`; `text` is what they were cut from.
pub(super) fn draft(all: &[Piece], text: &str, unit: RateUnit) -> Result<Draft, CellRefusal> {
    if all.is_empty() {
        return Err(Refusal::Missing.into());
    }
    if let [one] = all
        && matches!(&one.token, Token::Mark('?'))
    {
        return Ok(Draft::Unknown);
    }
    let mut parts = Parts::of(all, text, unit);
    let found = parts.draft()?;
    parts.ended()?;
    Ok(found)
}

/// A percent a raise can have.
pub(super) fn raise(value: Decimal) -> Result<Percent, CellRefusal> {
    if !RAISE.contains(value) {
        return Err(CellRefusal::Raise(value));
    }
    Percent::new(value).map_err(CellRefusal::Value)
}

fn any_percent(value: Decimal) -> Result<Percent, CellRefusal> {
    Percent::new(value).map_err(CellRefusal::Value)
}

/// Dollars under this without a unit may be a raise; from this on, a payment.
fn payment_from() -> Decimal {
    Decimal::ONE_HUNDRED
}

/// A COLA follows a good part of inflation or all of it; a smaller percent beside the word is a raise.
fn least_share() -> Decimal {
    Decimal::from(25)
}

impl Draft {
    /// The percent of a plain raise.
    #[must_use]
    pub fn percent(&self) -> Option<Percent> {
        match self {
            Self::Percent(percent) => Some(*percent),
            _ => None,
        }
    }
}

impl CellRefusal {
    /// Says what is wrong with `typed` and how to write it.
    #[must_use]
    pub fn words(&self, typed: &str, currency: &Currency) -> String {
        let such_as = format!(
            "6.5%, {}/h or {}",
            currency.example("1.50"),
            currency.example("750")
        );
        let wanted = super::refused::Wanted {
            what: "term",
            such_as: &such_as,
        };
        match self {
            Self::Text(refusal) => super::refused::words(refusal, typed, wanted),
            Self::Raise(value) => format!(
                "{} is outside what a raise can be: \u{2212}50% to 100%",
                super::words::percent(*value)
            ),
            Self::Value(error) => error.to_string(),
            Self::Per(amount) => {
                let amount = currency.rate(*amount);
                format!(
                    "say what {amount} is: {amount}/h for a raise, min {amount} for a lowest rate, \
                     {amount} lump sum for a payment"
                )
            }
            Self::Rate(amount, per) => {
                let (per, short) = match per {
                    Per::Hour => ("an hour", "h"),
                    Per::Month => ("a month", "month"),
                    Per::Year => ("a year", "year"),
                };
                let amount = currency.rate(*amount);
                format!(
                    "rates here are paid {per}, and {amount} {per} is hardly one; write min {amount}/{short} if it \
                     is meant"
                )
            }
            Self::Payment(amount) => format!(
                "say what is paid: {} or {} of pay",
                currency.rate(*amount),
                super::words::percent(*amount)
            ),
            Self::Bonus(percent) => {
                let written = super::words::percent(*percent);
                let raise = if RAISE.contains(*percent) {
                    format!("; {written} alone is a raise, which changes rates for good")
                } else {
                    String::new()
                };
                format!(
                    "a bonus is 0% to 100% of a year\u{2019}s pay, and {written} is outside; write it as 2% bonus \
                     or {} bonus{raise}",
                    currency.example("750")
                )
            }
            Self::LowestInPercent(percent) => {
                let written = super::words::percent(*percent);
                format!(
                    "a lowest rate is an amount, such as min {}; write {written} alone for a raise, or COLA min {} \
                     for the least raise of a COLA",
                    currency.example("24"),
                    crate::units::text::plain(*percent)
                )
            }
            Self::Part => {
                "say what the number is: COLA 2\u{2013}4, COLA min 2, COLA max 4".to_owned()
            }
            Self::Share(percent) => {
                let percent = super::words::percent(*percent);
                format!(
                    "{percent} COLA can be a raise of {percent} or {percent} of inflation; write {percent} for the \
                     raise, or COLA min 2, COLA max 4, 80% COLA"
                )
            }
            Self::Until => "say until when: hold steps until 10/1/2027".to_owned(),
            Self::Which => format!(
                "say which number it is: {}, or all of them as 5% or {}/h",
                such_as,
                currency.example("1.50")
            ),
            Self::TwoTerms => "two terms; give each its own date or cell".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Draft, CellRefusal> {
        super::read(text, PaidIn::us_dollars(RateUnit::Hour))
    }

    fn said(text: &str) -> String {
        match read(text) {
            Ok(draft) => format!("{draft:?}"),
            Err(refusal) => refusal.words(text, Currency::us_dollar()),
        }
    }

    #[test]
    fn every_kind_of_term_is_read_as_it_is_written() {
        let percent = |text: &str| Percent::new(text.parse().unwrap()).unwrap();
        let an_hour = |text: &str| Dollars {
            amount: text.parse().unwrap(),
            per: Some(Per::Hour),
        };
        assert_eq!(read("6.5"), Ok(Draft::Percent(percent("6.5"))));
        assert_eq!(read("$1.50/h"), Ok(Draft::Dollars(an_hour("1.50"))));
        let bare = Dollars {
            amount: "1.50".parse().unwrap(),
            per: None,
        };
        for text in ["5% or $1.50", "the greater of 5% and $1.50", "$1.50 or 5%"] {
            assert_eq!(
                read(text),
                Ok(Draft::GreaterOf(percent("5"), bare)),
                "{text}"
            );
        }
        let floor = Dollars {
            amount: "24".parse().unwrap(),
            per: None,
        };
        for text in ["min 24", "at least $24", "floor 24", "min. 24"] {
            assert_eq!(read(text), Ok(Draft::Floor(floor)), "{text}");
        }
        let lump = Money::new("750".parse().unwrap()).unwrap();
        for text in [
            "$750",
            "$750 each",
            "750 lump sum",
            "bonus $750",
            "$750 per employee",
        ] {
            assert_eq!(read(text), Ok(Draft::LumpSum(lump, Share::Each)), "{text}");
        }
        assert_eq!(
            read("$750 per FTE"),
            Ok(Draft::LumpSum(lump, Share::PerFte))
        );
        assert_eq!(read("$750 by FTE"), Ok(Draft::LumpSum(lump, Share::ByFte)));
        for text in ["2% bonus", "lump sum 2%", "2% of pay"] {
            assert_eq!(read(text), Ok(Draft::LumpOfPay(percent("2"))), "{text}");
        }
        let cola = |share, floor, cap| Draft::Cola { share, floor, cap };
        let two_to_four = cola(None, Some(percent("2")), Some(percent("4")));
        for text in [
            "COLA 2\u{2013}4",
            "COLA 2-4%",
            "COLA 2% to 4%",
            "COLA min 2 max 4",
        ] {
            assert_eq!(read(text), Ok(two_to_four.clone()), "{text}");
        }
        assert_eq!(
            read("80% COLA max 4"),
            Ok(cola(Some(percent("80")), None, Some(percent("4"))))
        );
        assert_eq!(read("COLA"), Ok(cola(None, None, None)));
        assert_eq!(
            read("pool 1.25% cap 9"),
            Ok(Draft::Pool {
                percent: percent("1.25"),
                cap: Some(percent("9"))
            })
        );
        assert_eq!(
            read("min NCAL 25.50, elsewhere 23"),
            Ok(Draft::MinimumRates {
                by_market: vec![("NCAL".to_owned(), "25.50".parse().unwrap())],
                elsewhere: Some("23".parse().unwrap()),
            })
        );
        assert!(said("hold steps until 10/1/27").contains("2027-10-01"));
        assert_eq!(read("unknown"), Ok(Draft::Unknown));
    }

    #[test]
    fn what_could_be_another_term_is_refused_in_words() {
        assert!(said("$24.50").contains("say what $24.50 is"));
        assert!(said("COLA 3").contains("say what the number is"));
        assert!(said("3 to 4%").contains("choice"));
        assert!(said("5% + $1.50").contains("two terms"));
        assert!(said("CPI + 1%").contains("CPI") || said("CPI + 1%").contains("cpi"));
        assert!(said("101").contains("outside"));
        // What is wrong is said of what is written, not of a number read past it.
        for (text, words) in [
            ("150 bp", "\u{201c}bp\u{201d}"),
            ("3%\t2027", "two numbers"),
            ("3% a year", "\u{201c}a year\u{201d} is no unit"),
        ] {
            let told = said(text);
            assert!(
                told.contains(words) && !told.contains("outside"),
                "{text}: {told}"
            );
        }
        assert!(said("\u{a3}750").contains("currency"));
        assert!(said("").contains("missing"));
    }
}
