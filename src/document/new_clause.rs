//! A clause from what is typed into the page that adds one.

use super::{amounts, entry};
use crate::scenario::{Clause, ClauseTerms, LumpAmount, LumpTiming};

/// What kinds of clauses can be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A raise in percent.
    Percent,
    /// A raise in dollars an hour.
    PerHour,
    /// The greater of a percent and dollars an hour.
    GreaterOf,
    /// A lowest hourly rate.
    Floor,
    /// A payment once.
    LumpSum,
}

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

/// What is typed so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What is added.
    pub kind: Kind,
    /// Its date.
    pub date: String,
    /// The percent of a raise, or of pay in a lump sum.
    pub percent: String,
    /// Dollars: an hour, or of a lump sum.
    pub dollars: String,
    /// What a lump sum is counted on.
    pub counted: Counted,
    /// On which day a lump sum is paid.
    pub paid: LumpTiming,
}

/// The clause of what was typed, for everyone.
///
/// # Errors
/// Words that say what is wrong and how to write it.
pub fn clause(asked: &Asked) -> Result<Clause, String> {
    let date = entry::date(&asked.date)?;
    let terms = match asked.kind {
        Kind::Percent => ClauseTerms::Percent(amounts::or_unknown(&asked.percent, entry::percent)?),
        Kind::PerHour => {
            ClauseTerms::PerHour(amounts::or_unknown(&asked.dollars, amounts::per_hour)?)
        }
        Kind::GreaterOf => ClauseTerms::GreaterOf {
            percent: amounts::or_unknown(&asked.percent, entry::percent)?,
            per_hour: Some(amounts::or_unknown(&asked.dollars, amounts::per_hour)?),
            per_year: None,
        },
        Kind::Floor => ClauseTerms::Floor(amounts::or_unknown(&asked.dollars, amounts::rate)?),
        Kind::LumpSum => {
            let text = match asked.counted {
                Counted::OfPay => &asked.percent,
                _ => &asked.dollars,
            };
            ClauseTerms::LumpSum {
                amount: lump(asked.counted, text)?,
                paid: asked.paid,
                measured_to: None,
            }
        }
    };
    Ok(Clause::new(date, terms))
}

/// A lump sum as typed: dollars, or a percent of pay.
///
/// # Errors
/// Words that say what is wrong.
pub fn lump(counted: Counted, text: &str) -> Result<LumpAmount, String> {
    let money = || amounts::or_unknown(text, amounts::money);
    Ok(match counted {
        Counted::Each => LumpAmount::PerHead(money()?),
        Counted::PerFte => LumpAmount::PerFte(money()?),
        Counted::ByFte => LumpAmount::Prorated(money()?),
        Counted::OfPay => LumpAmount::PercentOfPay(amounts::or_unknown(text, |text| {
            amounts::percent(text, "a share of pay", 0, 100)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::RateUnit;

    fn asked(kind: Kind) -> Asked {
        Asked {
            kind,
            date: "10/1/26".to_owned(),
            percent: "3.5%".to_owned(),
            dollars: "$0.75".to_owned(),
            counted: Counted::Each,
            paid: LumpTiming::Later,
        }
    }

    #[test]
    fn each_kind_takes_the_fields_it_needs() {
        let words = |kind| {
            let clause = clause(&asked(kind)).unwrap();
            assert_eq!(clause.date.to_string(), "2026-10-01");
            super::super::words::terms(&clause.terms, RateUnit::Hour)
        };
        assert_eq!(words(Kind::Percent), "3.5%");
        assert_eq!(words(Kind::PerHour), "+$0.75 an hour");
        assert_eq!(words(Kind::GreaterOf), "3.5% or +$0.75 an hour");
        assert_eq!(words(Kind::Floor), "at least $0.75 an hour");
        assert_eq!(words(Kind::LumpSum), "lump sum $0.75 each");
        let of_pay = Asked {
            counted: Counted::OfPay,
            ..asked(Kind::LumpSum)
        };
        let of_pay = clause(&of_pay).unwrap();
        assert_eq!(
            super::super::words::terms(&of_pay.terms, RateUnit::Hour),
            "lump sum 3.5% of a year\u{2019}s pay"
        );
    }

    #[test]
    fn what_is_missing_or_wrong_is_said() {
        let wrong = |change: fn(&mut Asked)| {
            let mut asked = asked(Kind::GreaterOf);
            change(&mut asked);
            clause(&asked).unwrap_err()
        };
        assert!(wrong(|asked| asked.date.clear()).contains("date is missing"));
        assert!(wrong(|asked| asked.percent = "101".to_owned()).contains("outside"));
        assert!(wrong(|asked| asked.dollars = "some".to_owned()).contains("no amount"));
    }
}
