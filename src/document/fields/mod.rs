//! The fields of a clause's terms as data: what the window shows, what is typed into them, read back.

mod beside;
mod lines;
mod lump_sum;
mod raises;
mod values;
mod written;

use super::new_clause::Example;
use crate::scenario::{Clause, ClauseKind, ClauseTerms, PaidIn, RateUnit, Scenario, Workforce};
use crate::units::{Currency, Date};

pub use written::Written;

pub use lump_sum::{COUNTED, Counted, PAID, counted, lump};

/// Which value of a clause's terms.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Key {
    /// The percent of a raise or of a pool.
    Percent,
    /// Dollars an hour.
    PerHour,
    /// Dollars a year.
    PerYear,
    /// A lowest rate.
    Rate,
    /// The share of an index.
    Share,
    /// The least a raise gives.
    Least,
    /// The most a raise or a pool gives.
    Most,
    /// Months between an index's month and a date.
    Lag,
    /// The minimum of a market.
    Market(String),
    /// The minimum of markets not named.
    Elsewhere,
    /// How the rest of a scale follows.
    Ripple,
    /// The dates of a pool's parts.
    Parts,
    /// How a cap is read.
    Reading,
    /// When a payroll is measured.
    Measured,
    /// The first day something ends.
    Until,
    /// Dollars or percent of a lump sum, dollars of a payout.
    Amount,
    /// What a lump sum is counted on.
    Counted,
    /// On which day a lump sum is paid.
    Paid,
    /// What is given today.
    Today,
    /// Values by date.
    Values,
    /// Who takes part.
    Participants,
    /// How many of them get it.
    Attainment,
    /// What a value is counted on.
    Basis,
    /// When what falls before a late ratification is paid.
    When,
    /// The days of a payout.
    Days,
    /// How likely a payout is.
    Likelihood,
    /// The goals of a payout.
    Goals,
    /// Hours a year.
    Hours,
    /// Percent of hours somebody is called in for.
    CalledIn,
    /// Percent of the rate that is paid for them.
    Premium,
    /// What a contribution is called.
    Name,
}

/// How a value is put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// A line of text.
    Line,
    /// Lines of text.
    Lines,
    Choice(&'static [&'static str]),
}

/// A value of a clause's terms as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub(crate) key: Key,
    /// What it is called.
    pub(crate) name: String,
    /// What it is, as people write it; a choice by its name.
    pub(crate) value: Written,
    /// What it is counted in, written after it.
    pub(crate) unit: &'static str,
    /// How it is written.
    pub(crate) hint: String,
    /// How it is put in.
    pub(crate) input: Input,
}

impl Field {
    /// What it is called where it isn't seen what stands around it.
    #[must_use]
    pub fn spoken(&self, currency: &Currency) -> String {
        match self.key {
            Key::PerHour => currency.said("Dollars an hour"),
            Key::PerYear => currency.said("Dollars a year"),
            Key::Rate => "Lowest rate".to_owned(),
            _ if self.unit.is_empty() => self.name.clone(),
            _ => format!("{}, {}", self.name, self.unit),
        }
    }

    fn line(
        key: Key,
        name: impl Into<String>,
        value: impl Into<Written>,
        unit: &'static str,
        hint: &str,
    ) -> Self {
        Self {
            key,
            name: name.into(),
            value: value.into(),
            unit,
            hint: hint.to_owned(),
            input: Input::Line,
        }
    }

    fn lines(key: Key, name: &str, value: impl Into<Written>, hint: &str) -> Self {
        Self {
            input: Input::Lines,
            ..Self::line(key, name, value, "", hint)
        }
    }

    fn choice(key: Key, name: &str, names: &'static [&'static str], at: usize) -> Self {
        let value = names.get(at).copied().unwrap_or_default().to_owned();
        Self {
            input: Input::Choice(names),
            ..Self::line(key, name, value, "", "")
        }
    }
}

/// What stands for a value nobody has published.
pub const UNKNOWN: &str = "unknown";

/// What the rates of a workforce are paid for, in words.
#[must_use]
pub fn per(unit: RateUnit) -> &'static str {
    match unit {
        RateUnit::Hour => "an hour",
        RateUnit::Month => "a month",
        RateUnit::Year => "a year",
    }
}

/// The values of a clause's terms, in the order they are read.
#[must_use]
pub fn fields(terms: &ClauseTerms, workforce: &Workforce, currency: &Currency) -> Vec<Field> {
    let all =
        raises::fields(terms, workforce, currency).or_else(|| beside::fields(terms, currency));
    all.unwrap_or_default()
}

/// The terms with one value as typed; rates are in what `paid` says.
///
/// # Errors
/// Words that say what is wrong and how to write it.
pub fn take(
    terms: &ClauseTerms,
    key: &Key,
    text: &str,
    paid: PaidIn<'_>,
) -> Result<ClauseTerms, String> {
    let mut next = terms.clone();
    raises::take(&mut next, key, text, paid)?;
    beside::take(&mut next, key, text, paid.currency)?;
    Ok(next)
}

/// A clause of a kind with plausible numbers, for the worked line of what it would cost here. It is shown as an
/// example and never added by itself.
#[must_use]
pub fn example(kind: ClauseKind, scenario: &Scenario, date: Date) -> Clause {
    let sample = Example::of(scenario, date);
    let terms = raises::example(kind, &sample).or_else(|| beside::example(kind, &sample));
    // Every kind has an example: a test asks for those of all.
    let terms = terms.unwrap_or(ClauseTerms::Percent(Example::percent(1)));
    Clause::new(date, terms)
}

/// Which values of a kind are asked for anew; the others start as in the example.
#[must_use]
pub fn is_asked(key: &Key) -> bool {
    use Key;
    matches!(
        key,
        Key::Percent
            | Key::PerHour
            | Key::PerYear
            | Key::Rate
            | Key::Elsewhere
            | Key::Amount
            | Key::Hours
            | Key::Name
    )
}

#[cfg(test)]
mod tests;
