//! The columns of the table of settlements: what each shows of an offer's or a settlement's measures.

use rust_decimal::Decimal;

use crate::explore::settlements::{Measures, Real};
use crate::scenario::Scenario;
use crate::ui::state::Context;
use crate::units::decimal::round;
use crate::units::text;

/// What stands where nothing is published.
const UNKNOWN: &str = "unknown";
/// The columns of the whole table, and those beside the claims.
pub const WIDE: [Shown; 7] = [
    Shown::Simple,
    Shown::Compounded,
    Shown::Average,
    Shown::FirstYear,
    Shown::OverThisTerm,
    Shown::Years,
    Shown::Real,
];
pub const SMALL: [Shown; 6] = [
    Shown::Simple,
    Shown::Compounded,
    Shown::Average,
    Shown::FirstYear,
    Shown::Years,
    Shown::Real,
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    Simple,
    Compounded,
    Average,
    FirstYear,
    OverThisTerm,
    Years,
    Real,
}

impl Shown {
    pub fn head(self, context: &Context) -> String {
        match self {
            Self::Simple => "Simple".to_owned(),
            Self::Compounded => "Com\u{2010}\npounded".to_owned(),
            Self::Average => "Average\na year".to_owned(),
            Self::FirstYear => "First\nyear".to_owned(),
            Self::OverThisTerm => "Over\nthis term".to_owned(),
            Self::Years => "Term,\nyears".to_owned(),
            Self::Real => match last_month(context.scenario()) {
                Some(month) => format!("Real, to\n{month}"),
                None => "Real".to_owned(),
            },
        }
    }

    /// How wide it is among the others.
    pub fn share(self) -> f32 {
        match self {
            Self::Simple => 0.95,
            Self::Compounded => 1.2,
            Self::Average | Self::FirstYear | Self::OverThisTerm => 1.1,
            Self::Years => 0.7,
            Self::Real => 1.1,
        }
    }

    pub fn spoken(self) -> &'static str {
        match self {
            Self::Simple => "simple",
            Self::Compounded => "compounded",
            Self::Average => "average a year",
            Self::FirstYear => "first year",
            Self::OverThisTerm => "over this term",
            Self::Years => "years",
            Self::Real => "real",
        }
    }

    pub fn cell(self, of: &Measures) -> String {
        let close = |value: Option<Decimal>| {
            value.map_or_else(
                || UNKNOWN.to_owned(),
                |value| text::percent_close(round(value, 6)),
            )
        };
        let two =
            |value: Option<Decimal>| value.map_or_else(|| UNKNOWN.to_owned(), text::percent_two);
        match self {
            Self::Simple => close(of.simple),
            Self::Compounded => two(of.compounded),
            Self::Average => two(of.average_a_year),
            Self::FirstYear => close(of.first_year),
            Self::OverThisTerm => two(of.over_this_term),
            Self::Years => of
                .years
                .map_or_else(|| UNKNOWN.to_owned(), |years| text::plain(round(years, 1))),
            Self::Real => match of.real {
                Real::Known { percent, .. } => {
                    let sign = if percent > Decimal::ZERO { "+" } else { "" };
                    format!("{sign}{}%", text::minus(&text::fixed(percent, 1)))
                }
                Real::NotYet => "not yet".to_owned(),
                Real::Unknown => UNKNOWN.to_owned(),
            },
        }
    }

    /// Whether its figure is known; `cell` says why it isn't.
    pub fn is_known(self, of: &Measures) -> bool {
        match self {
            Self::Simple => of.simple.is_some(),
            Self::Compounded => of.compounded.is_some(),
            Self::Average => of.average_a_year.is_some(),
            Self::FirstYear => of.first_year.is_some(),
            Self::OverThisTerm => of.over_this_term.is_some(),
            Self::Years => of.years.is_some(),
            Self::Real => matches!(of.real, Real::Known { .. }),
        }
    }

    /// The readings of a total, under the columns they are of.
    pub fn reading(self, of: &Measures) -> Option<String> {
        let readings = of.readings?;
        let even = readings.equal_years?;
        match self {
            Self::Compounded => Some(format!(
                "{} or {}",
                text::percent_close(readings.at_once),
                text::percent_two(even)
            )),
            _ => None,
        }
    }
}

pub fn last_month(scenario: &Scenario) -> Option<String> {
    let last = scenario.inflation.as_ref()?.index.last()?;
    Some(text::month_year(last.month))
}
