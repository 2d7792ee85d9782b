//! The bars that add up to the gap, computed once: views, charts and reports draw these.

use rust_decimal::Decimal;

use super::Role;
use crate::costing::report::WhyFigures;

/// Which part of the difference a bar is (METHOD.md "Between two offers").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GapPart {
    /// The percents of raises, at equal dates.
    Size,
    /// Percents and dates together, where raises of both signs leave no way to part them.
    SizeAndDates,
    /// When raises come.
    Dates,
    /// Raises on raises.
    Compounding,
    /// Benefits: dollars beside wages other than lump sums.
    Benefits,
    LumpSums,
    /// Rates rounded to the cent.
    Rounding,
    /// Steps held.
    Steps,
    /// Equity pools.
    Pools,
    /// Minimum rates, floors, and amounts above the percent of a raise.
    Floors,
}

impl GapPart {
    /// What the bar is called.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Size => "Size of raises",
            Self::SizeAndDates => "Size and timing of raises",
            Self::Dates => "How early raises come",
            Self::Compounding => "Compounding",
            Self::Benefits => "Benefits",
            Self::LumpSums => "Lump sums",
            Self::Rounding => "Rounding",
            Self::Steps => "Held steps",
            Self::Pools => "Pools",
            Self::Floors => "Minimum and lowest rates",
        }
    }
}

/// One bar: a part of cost(B) − cost(A), dollars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GapBar {
    pub(crate) part: GapPart,
    /// Dollars; never zero.
    pub(crate) value: Decimal,
}

impl GapBar {
    /// Its colour: one hue for more, one for less.
    #[must_use]
    pub fn role(&self) -> Role {
        if self.value.is_sign_negative() {
            Role::Less
        } else {
            Role::More
        }
    }
}

/// The bars that aren't zero, in the order they are stripped.
#[must_use]
pub fn bars(why: &WhyFigures) -> Vec<GapBar> {
    let size = if why.timing.is_none() {
        GapPart::SizeAndDates
    } else {
        GapPart::Size
    };
    [
        (size, why.size),
        (GapPart::Dates, why.timing),
        (GapPart::Compounding, why.compounding),
        (GapPart::Benefits, why.benefits),
        (GapPart::LumpSums, why.lump_sums),
        (GapPart::Rounding, why.rounding),
        (GapPart::Steps, why.steps),
        (GapPart::Pools, why.pools),
        (GapPart::Floors, why.floors),
    ]
    .into_iter()
    .filter_map(|(part, value)| {
        let value = value.filter(|value| !value.is_zero())?;
        Some(GapBar { part, value })
    })
    .collect()
}
