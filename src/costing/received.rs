//! What one employee has received more under an offer than under another: cumulative pay with lump sums where all of
//! them are known (METHOD.md "One employee").

use rust_decimal::Decimal;

use super::curves::{Curve, Curves, Sample};
use crate::units::Date;

/// What curves of one employee's pay hold of lump sums. It is the same for all that are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LumpSums {
    /// The employee receives none.
    None,
    /// All of them are in.
    Within,
    /// One is unknown, so that none is in.
    Without,
}

impl LumpSums {
    /// What the curves of some offers can hold; an offer whose pay isn't known has no curve and isn't asked.
    #[must_use]
    pub fn of<'c>(curves: impl IntoIterator<Item = &'c Curves>) -> Self {
        let mut found = Self::None;
        let drawn = curves.into_iter();
        for one in drawn.filter(|one| !one.employee.is_empty()) {
            match &one.lump_sums {
                None => return Self::Without,
                Some(lumps) if lumps.iter().any(|(_, dollars)| !dollars.is_zero()) => {
                    found = Self::Within;
                }
                Some(_) => {}
            }
        }
        found
    }
}

impl Curves {
    /// Cumulative pay of the employee looked at less that under another offer, dollars, at the days of both; a
    /// sample is at the start of its day, so that a lump sum is in from the day after its own. Empty where a sum is too
    /// large.
    #[must_use]
    pub fn received_less(&self, base: &Self, lump_sums: LumpSums) -> Vec<Sample> {
        let samples = self.less(base, Curve::Employee);
        if lump_sums != LumpSums::Within {
            return samples;
        }
        let (mut own, mut other) = (Received::of(self), Received::of(base));
        let with = samples.into_iter().map(|(day, value)| {
            let more = own.before(day)?.checked_sub(other.before(day)?)?;
            Some((day, value.checked_add(more)?))
        });
        with.collect::<Option<_>>().unwrap_or_default()
    }
}

/// Lump sums added up day by day.
struct Received<'c> {
    left: &'c [Sample],
    sum: Decimal,
}

impl<'c> Received<'c> {
    fn of(curves: &'c Curves) -> Self {
        Self {
            left: curves.lump_sums.as_deref().unwrap_or_default(),
            sum: Decimal::ZERO,
        }
    }

    /// What was received before a day; days are asked in their order. `None` where it is too large.
    fn before(&mut self, day: Date) -> Option<Decimal> {
        while let Some(((on, dollars), later)) = self.left.split_first()
            && *on < day
        {
            self.sum = self.sum.checked_add(*dollars)?;
            self.left = later;
        }
        Some(self.sum)
    }
}
