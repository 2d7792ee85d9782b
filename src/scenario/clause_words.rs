//! Clauses in words. What is said of a kind stands in one file: of those that change rates in `raises`, of the
//! others in `beside`.

mod beside;
mod raises;
mod values;

use super::{Clause, ClauseKind, ClauseTerms, RateUnit, Scenario};
use crate::units::{Currency, HouseStyle, text};

/// What a kind of clause is called, and what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindWords {
    /// What a list or a heading calls it: `minimum rates`.
    called: &'static str,
    /// What a sentence calls one of them, after an article: `minimum rate`.
    one: &'static str,
    /// What stands below its number in a column of the table; nothing for a plain raise.
    pub(crate) in_a_column: &'static str,
    /// Its title among the kinds that can be added.
    pub title: &'static str,
    /// What it does, in a plain sentence.
    pub does: &'static str,
}

/// What rates of a case are paid in: for which time, and in which money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaidIn<'a> {
    /// What a rate is paid for.
    pub(crate) unit: RateUnit,
    pub(crate) currency: &'a Currency,
}

impl<'a> PaidIn<'a> {
    /// Rates for a time, in a currency.
    #[must_use]
    pub fn new(unit: RateUnit, currency: &'a Currency) -> Self {
        Self { unit, currency }
    }
}

impl PaidIn<'static> {
    /// In US dollars.
    #[must_use]
    pub fn us_dollars(unit: RateUnit) -> Self {
        Self {
            unit,
            currency: Currency::us_dollar(),
        }
    }
}

impl Scenario {
    /// What rates of the workforce are paid in.
    #[must_use]
    pub fn paid_in(&self) -> PaidIn<'_> {
        PaidIn {
            unit: self.workforce.rate_unit,
            currency: &self.currency,
        }
    }
}

impl RateUnit {
    /// What a rate is paid for, in words: `an hour`.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Hour => "an hour",
            Self::Month => "a month",
            Self::Year => "a year",
        }
    }
}

impl ClauseKind {
    /// What it is called, and what it does to rates paid for a `unit`.
    #[must_use]
    pub fn in_words(self, unit: RateUnit) -> KindWords {
        let said = raises::kind(self, unit).or_else(|| beside::kind(self));
        // Every kind has its words: a test asks for those of all.
        said.unwrap_or(KindWords {
            called: "",
            one: "",
            in_a_column: "",
            title: "",
            does: "",
        })
    }

    /// What a list or a heading calls it: `minimum rates`.
    #[must_use]
    pub fn called(self) -> &'static str {
        self.in_words(RateUnit::Hour).called
    }

    /// What a sentence calls one of them, after an article: `minimum rate`.
    #[must_use]
    pub fn one(self) -> &'static str {
        self.in_words(RateUnit::Hour).one
    }
}

impl Clause {
    /// What it gives and how long, in words: `−4 % until Jan 10, 2029`.
    #[must_use]
    pub fn in_words(&self, paid: PaidIn<'_>, style: HouseStyle) -> String {
        let terms = self.terms.in_words(paid, style);
        match self.until {
            Some(until) => format!("{terms} until {}", text::day(until)),
            None => terms,
        }
    }
}

impl ClauseTerms {
    /// What it gives, in words: `6.5 %`, `+$0.75 an hour`, `at least $24.00 an hour`,
    /// `lump sum $750.00 each, by FTE`.
    #[must_use]
    pub fn in_words(&self, paid: PaidIn<'_>, style: HouseStyle) -> String {
        let said = raises::in_words(self, paid, style)
            .or_else(|| beside::in_words(self, paid.currency, style));
        said.unwrap_or_default()
    }

    /// What it gives, with every date and value, as it stands on a sheet that is handed across.
    #[must_use]
    pub fn in_full(&self, paid: PaidIn<'_>, style: HouseStyle) -> String {
        match self {
            Self::EquityPool { tranches, .. } if tranches.len() > 1 => {
                let days: Vec<String> = tranches.iter().map(|day| text::day(*day)).collect();
                format!("{}: {}", self.in_words(paid, style), days.join(", "))
            }
            _ => beside::in_full(self, paid.currency, style)
                .unwrap_or_else(|| self.in_words(paid, style)),
        }
    }

    /// It in the fewest words that tell it: `$1.50/h`, `5% or $1.50`, `min. rates`, `pool 1.25%`.
    #[must_use]
    pub fn in_short(&self, paid: PaidIn<'_>) -> String {
        let said = raises::in_short(self, paid).or_else(|| beside::in_short(self));
        said.unwrap_or_default()
    }

    /// What stands on its chip: `$750 bonus`, `pension 1.25% → 1.5%`.
    #[must_use]
    pub fn on_a_chip(&self, currency: &Currency) -> String {
        // What changes rates is a chip only where it is left out.
        let said = beside::on_a_chip(self, currency);
        said.unwrap_or_else(|| self.kind().called().to_owned())
    }

    /// Its number on one of its dates, counted from 0, as a cell of the table shows it: `6.5%`, `$1.50/h`,
    /// `5% or $1.50`.
    #[must_use]
    pub fn number(&self, part: usize, paid: PaidIn<'_>) -> String {
        let said = raises::number(self, paid).or_else(|| beside::number(self, part, paid.currency));
        said.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::digits::FromDigits;
    use crate::units::{HourlyAmount, HourlyRate, Known, Percent};

    fn hour() -> PaidIn<'static> {
        PaidIn::us_dollars(RateUnit::Hour)
    }

    #[test]
    fn each_clause_says_what_it_gives() {
        let amount = |text: &str| Known::Known(HourlyAmount::from_digits(text).unwrap());
        let percent = Known::Known(Percent::from_digits("5.00").unwrap());
        let greater = ClauseTerms::GreaterOf {
            percent,
            per_hour: Some(amount("1.5")),
            per_year: None,
        };
        assert_eq!(
            greater.in_words(hour(), HouseStyle::File),
            "5 % or +$1.50 an hour"
        );
        assert_eq!(
            ClauseTerms::PerHour(amount("-0.125")).in_words(hour(), HouseStyle::File),
            "\u{2212}$0.125 an hour"
        );
        assert_eq!(
            ClauseTerms::Percent(Known::Unknown).in_words(hour(), HouseStyle::File),
            "unknown"
        );
        let lowest = ClauseTerms::Floor(Known::Known(HourlyRate::from_digits("3725").unwrap()));
        assert_eq!(
            lowest.in_words(PaidIn::us_dollars(RateUnit::Month), HouseStyle::File),
            "at least $3,725.00 a month"
        );
        // One short form wherever room is short.
        assert_eq!(
            lowest.in_short(PaidIn::us_dollars(RateUnit::Month)),
            "min. $3,725.00/month"
        );
        assert_eq!(
            ClauseKind::Floor.in_words(RateUnit::Month).in_a_column,
            "min."
        );
    }

    #[test]
    fn every_kind_has_its_words() {
        for kind in ClauseKind::ALL {
            let words = kind.in_words(RateUnit::Hour);
            for said in [words.called, words.one, words.title, words.does] {
                assert!(!said.is_empty(), "{kind:?}");
            }
        }
    }
}
