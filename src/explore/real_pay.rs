//! Pay against prices over time, with a band of inflation (METHOD.md "Real pay").

use rust_decimal::Decimal;

use crate::costing::curves::{Sample, step_at};
use crate::costing::price_index::index_of;
use crate::costing::report::OfferFigures;
use crate::scenario::{Inflation, Scenario};
use crate::units::{Date, Percent};

/// Real pay in one month under three assumptions of inflation; 1 buys what the reference date bought.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RealMonth {
    /// The first day of the month.
    pub month: Date,
    /// With the projected inflation.
    pub projected: Decimal,
    /// With inflation lower by the band.
    pub with_lower: Decimal,
    /// With inflation higher by the band.
    pub with_higher: Decimal,
    /// Whether the index is published for the month: then the three are one.
    pub published: bool,
}

impl RealMonth {
    /// The raise that would bring pay back to what the reference date bought, percent.
    #[must_use]
    pub fn catch_up(&self) -> Option<Decimal> {
        Decimal::ONE
            .checked_div(self.projected)?
            .checked_sub(Decimal::ONE)?
            .checked_mul(Decimal::ONE_HUNDRED)
    }
}

/// Real pay on the first of each month from a day to another under an offer. `level` is its wage level, which
/// holds until its next sample; `band` is in points of yearly inflation. Empty where the report has no
/// real wage.
///
/// Wages and prices of the reference date come from the report's own real wage, so that both agree on
/// the day.
#[must_use]
pub fn real_pay(
    scenario: &Scenario,
    figures: &OfferFigures,
    level: &[Sample],
    (from, to): (Date, Date),
    band: Decimal,
) -> Vec<RealMonth> {
    let Some(inflation) = &scenario.inflation else {
        return Vec::new();
    };
    let with = |points: Decimal| {
        let projected = inflation.projected.get().checked_add(points)?;
        Some(Inflation {
            projected: Percent::new(projected).ok()?,
            ..inflation.clone()
        })
    };
    let (Some(lower), Some(higher), Some(then)) =
        (with(-band), with(band), then(inflation, figures, level))
    else {
        return Vec::new();
    };
    let published = inflation.index.last().map(|last| last.month);
    let mut months = Vec::new();
    let mut month = from.first_of_month();
    while month <= to && month < Date::latest().first_of_month() {
        let day = month.max(from);
        let real = |inflation: &Inflation| {
            step_at(level, day)?
                .checked_div(index_of(inflation, month)?)?
                .checked_div(then)
        };
        if let (Some(projected), Some(with_lower), Some(with_higher)) =
            (real(inflation), real(&lower), real(&higher))
        {
            months.push(RealMonth {
                month,
                projected,
                with_lower,
                with_higher,
                published: published.is_some_and(|last| month <= last),
            });
        }
        month = month.plus_months(1);
    }
    months
}

/// The wage level over prices on the reference date: that of a day whose real wage is known, over the
/// real wage.
fn then(inflation: &Inflation, figures: &OfferFigures, level: &[Sample]) -> Option<Decimal> {
    figures.real_wage.iter().find_map(|real| {
        step_at(level, real.date)?
            .checked_div(index_of(inflation, real.date)?)?
            .checked_div(real.ratio?)
    })
}
