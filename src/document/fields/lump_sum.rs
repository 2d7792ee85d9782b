//! The fields of a lump sum: how much, counted on what, paid when.

use super::values::{chosen, money_in, percent_in, written_percent};
use super::{Field, Key, UNKNOWN};
use crate::document::amounts;
use crate::document::new_clause::Example;
use crate::scenario::ranges::PART;
use crate::scenario::{ClauseTerms, LumpAmount, LumpTiming};
use crate::units::{Currency, text};

/// What a lump sum can be counted on.
pub const COUNTED: &[&str] = &[
    "each employee",
    "each 1.0 FTE",
    "each employee, by FTE",
    "percent of a year\u{2019}s pay",
];
/// When a lump sum can be paid.
pub const PAID: &[&str] = &["on its date", "on ratification", "on the later of the two"];

/// What a lump sum is counted on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Counted {
    /// Dollars to each employee.
    #[default]
    Each,
    /// Dollars for each 1.0 FTE.
    PerFte,
    /// Dollars to each employee in proportion to the FTE.
    ByFte,
    /// Percent of a year's pay.
    OfPay,
}

/// A lump sum as typed: dollars, or a percent of pay.
///
/// # Errors
/// Words that say what is wrong.
pub fn lump(counted: Counted, text: &str, currency: &Currency) -> Result<LumpAmount, String> {
    let money = || amounts::or_unknown(text, |text| amounts::sum(text, currency));
    Ok(match counted {
        Counted::Each => LumpAmount::PerHead(money()?),
        Counted::PerFte => LumpAmount::PerFte(money()?),
        Counted::ByFte => LumpAmount::Prorated(money()?),
        Counted::OfPay => LumpAmount::PercentOfPay(amounts::or_unknown(text, |text| {
            amounts::percent(text, "a share of pay", PART)
        })?),
    })
}

/// What a lump sum is counted on.
#[must_use]
pub fn counted(amount: &LumpAmount) -> Counted {
    match amount {
        LumpAmount::PerHead(_) => Counted::Each,
        LumpAmount::PerFte(_) => Counted::PerFte,
        LumpAmount::Prorated(_) => Counted::ByFte,
        LumpAmount::PercentOfPay(_) => Counted::OfPay,
    }
}

pub(super) fn fields(amount: &LumpAmount, paid: LumpTiming, currency: &Currency) -> Vec<Field> {
    let (at, value) = match amount {
        LumpAmount::PerHead(money) => (0, money_in(money, currency)),
        LumpAmount::PerFte(money) => (1, money_in(money, currency)),
        LumpAmount::Prorated(money) => (2, money_in(money, currency)),
        LumpAmount::PercentOfPay(percent) => (3, percent_in(percent)),
    };
    let hint = if at == 3 {
        "1%".to_owned()
    } else {
        currency.example("1,500")
    };
    let paid = match paid {
        LumpTiming::Dated => 0,
        LumpTiming::OnRatification => 1,
        LumpTiming::Later => 2,
    };
    vec![
        Field::line(Key::Amount, "Amount", value, "", &hint),
        Field::choice(Key::Counted, "Counted on", COUNTED, at),
        Field::choice(Key::Paid, "Paid", PAID, paid),
    ]
}

/// Takes a value as typed.
///
/// # Errors
/// Words that say what is wrong and how to write it.
pub(super) fn take(
    amount: &mut LumpAmount,
    paid: &mut LumpTiming,
    key: &Key,
    text: &str,
    currency: &Currency,
) -> Result<(), String> {
    match key {
        Key::Amount => {
            let counted = counted(amount);
            *amount = lump(counted, text, currency).map_err(|told| match written_percent(text) {
                Some(_) if counted != Counted::OfPay => format!(
                    "this lump sum is in {}; write it as {}, or choose \u{201c}percent of a year\u{2019}s pay\u{201d} \
                     beside \u{201c}Counted on\u{201d}",
                    currency.units(),
                    currency.example("1,500")
                ),
                _ => told,
            })?;
        }
        Key::Counted => {
            let to = match chosen(COUNTED, text)? {
                0 => Counted::Each,
                1 => Counted::PerFte,
                2 => Counted::ByFte,
                _ => Counted::OfPay,
            };
            *amount = recounted(amount, to, currency)?;
        }
        Key::Paid => {
            *paid = match chosen(PAID, text)? {
                0 => LumpTiming::Dated,
                1 => LumpTiming::OnRatification,
                _ => LumpTiming::Later,
            };
        }
        _ => {}
    }
    Ok(())
}

/// The terms of an example: dollars to each employee.
pub(super) fn example() -> ClauseTerms {
    ClauseTerms::LumpSum {
        amount: LumpAmount::PerHead(Example::money(1000)),
        paid: LumpTiming::Dated,
        measured_to: None,
    }
}

/// A lump sum counted on something else. Dollars are no percent: what the figure was isn't known in the other
/// measure.
fn recounted(amount: &LumpAmount, to: Counted, currency: &Currency) -> Result<LumpAmount, String> {
    let same_measure = (to == Counted::OfPay) == (counted(amount) == Counted::OfPay);
    let shown = match amount {
        LumpAmount::PerHead(money) | LumpAmount::PerFte(money) | LumpAmount::Prorated(money) => {
            money.get().map(|money| text::plain(money.get()))
        }
        LumpAmount::PercentOfPay(percent) => {
            percent.get().map(|percent| text::plain(percent.get()))
        }
    };
    let shown = shown.filter(|_| same_measure);
    lump(to, shown.as_deref().unwrap_or(UNKNOWN), currency)
}
