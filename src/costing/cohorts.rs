//! Employees put together where they are paid alike (METHOD.md "Workforce").

use std::collections::HashMap;
use std::ops::Range;

use super::amount::{AnnualPay, decimal};
use super::error::CostingError;
use super::lookup::{entry, part};
use crate::scenario::Scope;
use crate::units::HourlyRate;
use crate::units::decimal::in_units;

/// Decimals of hours a year and of FTE, so that hours are whole in 10⁻⁸.
pub(super) const FTE_DECIMALS: u32 = 4;

/// Employees with the same rate, or on the same wage scale, to whom the same clauses apply. Costing a
/// cohort is exactly costing its members, because rounding is on the rate.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cohorts {
    /// One entry for each combination of keys and set of scopes that employees fall in.
    pub(crate) classes: Vec<Class>,
    /// The combinations of keys, in order of appearance.
    pub(crate) keys: Vec<GroupKeys>,
    /// Rates of employees without a scale, grouped by class, in 10^−`rate_decimals` dollars. Empty for a
    /// summary.
    pub(crate) rates: Vec<u64>,
    /// Full-time equivalents at each rate, in 10⁻⁴.
    pub(crate) ftes: Vec<u64>,
    /// The copies of wage scales, grouped by class.
    pub(crate) copies: Vec<ScaleCopy>,
    /// Starting rates of all steps of all copies, in 10^−`rate_decimals` dollars.
    pub(crate) steps: Vec<u64>,
    /// The scales of each career ladder, by their places in the workforce's list, from the lowest.
    pub(crate) ladders: Vec<Vec<usize>>,
    /// Where each group stands, in the workforce's order; groups of unknown pay are missing, those of unknown
    /// FTE have none.
    pub(crate) seats: Vec<Seat>,
    /// The classes and scales of groups on scales of which a step's rate is unknown: nobody has a seat there.
    pub(crate) unseated: Vec<(usize, usize)>,
    /// The class of each group, in the workforce's order.
    pub(crate) class_of: Vec<usize>,
    /// Whether employees are known by groups, rather than as a summary.
    pub(crate) has_groups: bool,
    /// Decimals of rates, 2 to 6.
    pub(crate) rate_decimals: u32,
    /// What a rate is multiplied with to give a year's pay of 1.0 FTE: paid hours, 12 months or 1 year,
    /// in 10⁻⁴.
    pub(crate) a_year: i128,
    /// The scopes that clauses use; number 0 is everyone.
    pub(super) scopes: Vec<Scope>,
    /// Whether a class is in a scope: scope × classes + class.
    pub(super) members: Vec<bool>,
}

/// Employees of the same keys in the same scopes, as sums.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Class {
    /// Where its rates are in the list of rates.
    pub(crate) rates: Range<usize>,
    /// Where its copies of scales are.
    pub(crate) copies: Range<usize>,
    /// Where the steps of these are.
    pub(crate) steps: Range<usize>,
    /// Starting pay a year, of employees whose pay is known.
    pub(crate) pay: AnnualPay,
    /// The part of it that is paid off the scales.
    pub(crate) plain: AnnualPay,
    /// Full-time equivalents of employees whose pay is known, in 10⁻⁴.
    pub(crate) fte: i128,
    /// The part of them off the scales.
    pub(crate) plain_fte: i128,
    /// Full-time equivalents of all; `None` where that is unknown.
    pub(crate) whole_fte: Option<i128>,
    /// Employees; `None` where that is unknown.
    pub(crate) headcount: Option<i128>,
    /// The number of its combination of keys.
    pub(crate) keys: usize,
    /// Whether pay or FTE of some of it is unknown.
    pub(crate) is_unknown: bool,
}

/// The part of a wage scale's employees that the same clauses apply to, with step rates of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScaleCopy {
    /// The class of its employees.
    pub(crate) class: usize,
    /// The scale's place in the workforce's list.
    pub(crate) scale: usize,
    /// Where its steps are in the list of steps.
    pub(crate) steps: Range<usize>,
    /// Whether a rate is unknown of a step below everybody's, which nobody is paid or comes to. A minimum rate goes
    /// by every step.
    pub lacks_steps: bool,
}

/// Where a group stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    /// The group's place in the workforce's list.
    pub(crate) group: usize,
    pub(crate) class: usize,
    /// Where its rate is.
    pub(crate) place: RatePlace,
    /// Its full-time equivalents, in 10⁻⁴.
    pub(crate) fte: u64,
}

/// Where a rate is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RatePlace {
    /// In the list of rates.
    Rate(usize),
    /// On a step, counted from 0, of a copy.
    Step { copy: usize, step: usize },
}

/// A combination of market, bargaining unit and job family.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct GroupKeys {
    pub(crate) market: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) job: Option<String>,
}

impl Cohorts {
    pub(super) fn set_members(&mut self, members: Vec<bool>) {
        self.members = members;
    }

    /// Whether the clauses of a scope apply to a class.
    ///
    /// An offer is costed only with cohorts grouped by its scopes ([`CostingError::OtherScopes`]), so there is an
    /// answer for every scope of its clauses and every class.
    #[must_use]
    pub fn applies(&self, scope: usize, class: usize) -> bool {
        self.members
            .get(scope * self.classes.len() + class)
            .copied()
            .unwrap_or(false)
    }

    /// The classes a scope's clauses apply to.
    pub fn classes_in(&self, scope: usize) -> impl Iterator<Item = (usize, &Class)> {
        let classes = self.classes.iter().enumerate();
        classes.filter(move |(number, _)| self.applies(scope, *number))
    }

    /// The market of a class.
    #[must_use]
    pub fn market_of(&self, class: usize) -> Option<&str> {
        let keys = self.classes.get(class)?.keys;
        self.keys.get(keys)?.market.as_deref()
    }

    /// The rate off the scales of a number, in the workforce's unit.
    ///
    /// # Errors
    /// [`CostingError::Misplaced`] where there is none; [`CostingError::TooLarge`].
    pub fn rate_of(&self, number: usize) -> Result<HourlyRate, CostingError> {
        let rate = decimal(i128::from(*entry(&self.rates, number)?), self.rate_decimals);
        HourlyRate::new(rate).map_err(|_| CostingError::TooLarge)
    }

    /// Where a step, counted from 0, of a copy is in the list of steps.
    ///
    /// # Errors
    /// [`CostingError::Misplaced`] where there is no such copy.
    pub fn cell(&self, copy: usize, step: usize) -> Result<usize, CostingError> {
        Ok(entry(&self.copies, copy)?.steps.start + step)
    }

    /// The rates of a class off the scales, in 10^−`rate_decimals` dollars, and the FTE at each, in 10⁻⁴.
    pub(super) fn plain_of(&self, class: &Class) -> Result<(&[u64], &[u64]), CostingError> {
        let rates = part(&self.rates, class.rates.clone())?;
        Ok((rates, part(&self.ftes, class.rates.clone())?))
    }

    /// Whether rates are known one by one, rather than as an average.
    #[must_use]
    pub fn has_rates(&self) -> bool {
        !self.rates.is_empty() || self.has_scales()
    }

    /// Whether somebody stands on a wage scale.
    #[must_use]
    pub fn has_scales(&self) -> bool {
        !self.steps.is_empty()
    }

    /// Whether the cohorts were grouped by these scopes.
    #[must_use]
    pub fn grouped_by(&self, scopes: &[Scope]) -> bool {
        self.scopes == scopes
    }

    /// A scope by its number.
    #[must_use]
    pub fn scope(&self, number: usize) -> Option<&Scope> {
        self.scopes.get(number)
    }

    /// Full-time equivalents of everyone whose pay is known, in 10⁻⁴.
    #[must_use]
    pub fn fte(&self) -> i128 {
        self.classes.iter().map(|class| class.fte).sum()
    }

    /// Base payroll of everyone whose pay is known: starting pay a year.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn base_payroll(&self) -> Result<AnnualPay, CostingError> {
        self.payroll_in(0)
    }

    /// Starting pay a year of a scope, of employees whose pay is known.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn payroll_in(&self, scope: usize) -> Result<AnnualPay, CostingError> {
        self.classes_in(scope)
            .try_fold(AnnualPay::default(), |sum, (_, class)| sum.plus(class.pay))
    }

    /// 10 to the decimals that a rate lacks of 10⁻⁶ dollars: with FTE and hours in 10⁻⁴ each, pay is then in
    /// 10⁻¹⁴ dollars.
    #[must_use]
    pub fn missing_decimals(&self) -> i128 {
        // Rates have six decimals at the most, so none is ever cut off.
        10_i128.pow(6_u32.saturating_sub(self.rate_decimals))
    }

    /// Pay a year from Σ rate × FTE, in 10^−(decimals + 4).
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn pay_of_sum(&self, sum: i128) -> Result<AnnualPay, CostingError> {
        sum.checked_mul(self.a_year)
            .and_then(|pay| pay.checked_mul(self.missing_decimals()))
            .map(AnnualPay)
            .ok_or(CostingError::TooLarge)
    }
}

/// Combinations of keys, numbered in order of appearance.
#[derive(Default)]
pub(super) struct KeyNumbers {
    pub(crate) all: Vec<GroupKeys>,
    numbers: HashMap<GroupKeys, usize>,
}

impl KeyNumbers {
    pub fn number(&mut self, keys: GroupKeys) -> usize {
        let next = self.all.len();
        *self.numbers.entry(keys).or_insert_with_key(|keys| {
            self.all.push(keys.clone());
            next
        })
    }
}

pub(super) fn ten_thousandths(value: rust_decimal::Decimal) -> Result<i128, CostingError> {
    in_units(value, FTE_DECIMALS).ok_or(CostingError::TooLarge)
}
