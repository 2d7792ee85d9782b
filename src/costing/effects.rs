//! What a clause does, in exact numbers.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::clock::Ticks;
use super::dollars::Dollars;
use super::error::CostingError;
use super::wide::common_divisor;
use crate::scenario::{CapReading, LumpAmount, PayrollMeasured, Ripple};
use crate::units::decimal::in_units;
use crate::units::{Date, Percent};

/// A factor 1 + percent / 100 as an exact fraction of small whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factor {
    /// Numerator, positive or zero.
    pub(crate) num: i64,
    /// Denominator, a power of ten.
    pub(crate) den: i64,
}

impl Factor {
    /// The factor of a raise by `percent`.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn of(percent: Percent) -> Result<Self, CostingError> {
        let millionths = in_units(percent.get(), Percent::DECIMALS)
            .and_then(|units| i64::try_from(units).ok())
            .ok_or(CostingError::TooLarge)?;
        let mut num = 100_000_000 + millionths;
        let mut den = 100_000_000;
        while num % 10 == 0 && den > 1 {
            num /= 10;
            den /= 10;
        }
        Ok(Self { num, den })
    }
}

/// A number of dollars as an exact fraction, in lowest terms: a yearly amount turned into an hourly one
/// has no end of decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fraction {
    /// Numerator.
    pub(crate) num: i128,
    /// Denominator, above 0.
    pub(crate) den: i128,
}

impl Fraction {
    /// A fraction in lowest terms; `den` is above 0.
    #[must_use]
    pub fn new(num: i128, den: i128) -> Self {
        let divisor = common_divisor(num, den);
        Self {
            num: num / divisor,
            den: den / divisor,
        }
    }

    /// It in percent, to as many of 20 decimals as fit. Its numbers may have more digits than a decimal
    /// holds, so they are divided as whole numbers.
    #[must_use]
    pub fn percent(self) -> Option<Decimal> {
        [20_u32, 15, 10, 6].into_iter().find_map(|places| {
            let units = 10_i128.checked_pow(places + 2)?;
            let digits = super::wide::scaled(self.num, units, self.den).ok()?;
            Decimal::try_from_i128_with_scale(digits, places).ok()
        })
    }
}

/// What a clause does to a rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RateChange {
    /// Rate × factor.
    Percent(Factor),
    /// Rate + dollars in its own unit.
    Add(Fraction),
    /// The larger of the two.
    GreaterOf(Factor, Fraction),
    /// At least these millionths of a dollar.
    Floor(i64),
    /// These millionths of a dollar where it is less; where it isn't, it stays as it is, unrounded.
    Lift(i64),
}

impl RateChange {
    /// Whether it acts alike on a sum of rates and on each of them.
    #[must_use]
    pub fn is_linear(self) -> bool {
        matches!(self, Self::Percent(_) | Self::Add(_))
    }
}

/// Minimum rates, in millionths of a dollar; `None` is one that nobody has published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minimum {
    pub(crate) by_market: BTreeMap<String, Option<i64>>,
    /// Of markets not named, where there is one.
    pub(crate) elsewhere: Option<Option<i64>>,
    /// How the rest of a scale follows.
    pub(crate) ripple: Ripple,
}

impl Minimum {
    /// The minimum of a market, millionths of a dollar; none where there is none, or it is unknown.
    #[must_use]
    pub fn of(&self, market: Option<&str>) -> Option<i64> {
        self.set_for(market).flatten()
    }

    /// The highest of all markets, millionths of a dollar; none where all are unknown.
    #[must_use]
    pub fn highest(&self) -> Option<i64> {
        let all = self.by_market.values().copied();
        all.chain(self.elsewhere).flatten().max()
    }

    /// Whether a market has a minimum that nobody has published.
    #[must_use]
    pub fn hides(&self, market: Option<&str>) -> bool {
        self.set_for(market) == Some(None)
    }

    /// Whether all of them are known.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.by_market.values().all(Option::is_some) && self.elsewhere != Some(None)
    }

    fn set_for(&self, market: Option<&str>) -> Option<Option<i64>> {
        let own = market.and_then(|market| self.by_market.get(market));
        own.copied().or(self.elsewhere)
    }
}

/// An equity pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pool {
    /// Percent of the payroll.
    pub(crate) percent: Percent,
    /// The number of the scope whose payroll it is.
    pub(crate) payroll_of: usize,
    /// Its parts in order: effective day and the moment it starts, date as written, whether it counts.
    pub(crate) tranches: Vec<Tranche>,
    /// The most it may come to with the first year's raises.
    pub(crate) cap: Option<Percent>,
    /// How the cap is read.
    pub(crate) reading: CapReading,
    /// When the payroll is measured.
    pub(crate) measured: PayrollMeasured,
}

/// One part of an equity pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tranche {
    pub(crate) day: Date,
    /// The moment that day starts.
    pub(crate) at: Ticks,
    /// Its date as written.
    pub(crate) nominal: Date,
    /// Whether it takes effect by the last day counted.
    pub(crate) counts: bool,
    /// Whether it ever takes effect: by its offer's own last day.
    pub(crate) comes: bool,
}

/// What a clause does.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Changes rates one by one.
    Rate(RateChange),
    /// Lifts wage scales.
    Minimum(Arc<Minimum>),
    /// Spends a payroll's share on rates.
    Pool(Arc<Pool>),
    /// Holds steps up to this day.
    Hold(Date),
    /// Pays dollars once; a percent of pay may be measured up to a day of its own.
    LumpSum(LumpAmount, Option<Date>),
    /// Pays dollars beside rates.
    Dollars(Arc<Dollars>),
    /// Pays dollars beside rates, some of whose values nobody has published.
    PartDollars(Arc<Dollars>),
    /// Would change rates, but can't be costed.
    UnknownRate(Unknown),
    /// Would pay dollars, but can't be costed.
    UnknownDollars(Unknown),
}

/// Why a clause can't be costed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// Nobody has published a value of it.
    Unpublished,
    /// It needs to see rates or employees one by one, and the workforce is a summary.
    NeedsGroups,
    /// The price index has no value for this month.
    NoIndex(Date),
}
