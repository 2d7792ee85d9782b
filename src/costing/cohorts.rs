//! Employees put together where they are paid alike (costing.md §4).

use std::collections::{HashMap, HashSet};

use super::amount::AnnualPay;
use super::error::CostingError;
use crate::scenario::{Group, People, Scope, Workforce};
use crate::units::decimal::in_units;
use crate::units::{Fte, HourlyRate, HoursPerYear, Known};

/// Decimals of hours a year and of FTE, so that hours are whole in 10⁻⁸.
const FTE_DECIMALS: u32 = 4;

/// Employees with the same rate to whom the same clauses apply. Costing a cohort is exactly
/// costing its members, because rounding is on the rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cohorts {
    /// One entry for each set of scopes that employees fall in (and, where asked for, cell).
    pub classes: Vec<Class>,
    /// Hourly rates, grouped by class, in 10^−`rate_decimals` dollars. Empty for a summary.
    pub rates: Vec<u64>,
    /// Full-time equivalents at each rate, in 10⁻⁴.
    pub ftes: Vec<u64>,
    /// Employees at each rate; `None` where that is unknown.
    pub heads: Vec<Option<i128>>,
    /// Decimals of `rates`, 2 to 6.
    pub rate_decimals: u32,
    /// Paid hours a year for 1.0 FTE, in 10⁻⁴.
    pub hours: i128,
    /// The scopes that clauses use; number 0 is everyone.
    scopes: Vec<Scope>,
    /// Whether a class is in a scope: scope × classes + class.
    members: Vec<bool>,
}

/// Employees in the same scopes, as sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// Where its cohorts are in the list of rates.
    pub rates: std::ops::Range<usize>,
    /// Starting pay a year.
    pub pay: AnnualPay,
    /// Full-time equivalents, in 10⁻⁴.
    pub fte: i128,
    /// Employees; `None` where that is unknown.
    pub headcount: Option<i128>,
    /// The cell it belongs to, where cells were asked for; else 0.
    pub cell: usize,
}

/// A combination of market, bargaining unit and job family.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Market.
    pub market: Option<String>,
    /// Bargaining unit.
    pub unit: Option<String>,
    /// Job family.
    pub job: Option<String>,
}

impl Cell {
    /// The cells of a workforce, in order of appearance; a summary is one.
    #[must_use]
    pub fn all_of(people: &People) -> Vec<Self> {
        match people {
            People::Summary { .. } => vec![Self::default()],
            People::Groups(_) | People::Table { .. } => {
                let mut seen = HashSet::new();
                let cells = people.groups().unwrap_or_default().iter().map(Self::of);
                cells.filter(|cell| seen.insert(cell.clone())).collect()
            }
        }
    }

    fn of(group: &Group) -> Self {
        Self {
            market: group.market.clone(),
            unit: group.unit.clone(),
            job: group.job.clone(),
        }
    }
}

/// One rate with the employees at it, before grouping.
struct Entry {
    class: usize,
    rate: u64,
    fte: u64,
    headcount: Option<i128>,
}

impl Cohorts {
    /// Groups a workforce by rate and by the scopes that clauses use. `None` where pay or FTE is
    /// unknown, so that nothing can be costed.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn of(
        workforce: &Workforce,
        hours: HoursPerYear,
        scopes: &[Scope],
    ) -> Result<Option<Self>, CostingError> {
        Ok(Self::grouped(workforce, hours, scopes, false)?.map(|(cohorts, _)| cohorts))
    }

    /// The same, kept apart by market, bargaining unit and job family; with the list of these.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn by_cell(
        workforce: &Workforce,
        hours: HoursPerYear,
        scopes: &[Scope],
    ) -> Result<Option<(Self, Vec<Cell>)>, CostingError> {
        Self::grouped(workforce, hours, scopes, true)
    }

    fn grouped(
        workforce: &Workforce,
        hours: HoursPerYear,
        scopes: &[Scope],
        by_cell: bool,
    ) -> Result<Option<(Self, Vec<Cell>)>, CostingError> {
        let hours = ten_thousandths(hours.get())?;
        match &workforce.people {
            People::Summary {
                headcount,
                fte,
                average_annual_pay,
            } => {
                let (Known::Known(fte), Known::Known(pay)) = (fte, average_annual_pay) else {
                    return Ok(None);
                };
                let fte = ten_thousandths(fte.get())?;
                let micro = in_units(pay.get(), 6).ok_or(CostingError::TooLarge)?;
                // 10⁻⁴ FTE × 10⁻⁶ dollars is 10⁻¹⁰; pay is kept in 10⁻¹⁴.
                let pay = fte
                    .checked_mul(micro)
                    .and_then(|pay| pay.checked_mul(10_000))
                    .ok_or(CostingError::TooLarge)?;
                let class = Class {
                    rates: 0..0,
                    pay: AnnualPay(pay),
                    fte,
                    headcount: headcount.get().map(i128::from),
                    cell: 0,
                };
                let cohorts =
                    Self::with_classes(vec![class], hours, scopes, |scope, _| scope.is_everyone());
                Ok(Some((cohorts, vec![Cell::default()])))
            }
            people @ (People::Groups(_) | People::Table { .. }) => match people.groups() {
                Some(groups) => Self::of_groups(workforce, groups, hours, scopes, by_cell),
                None => Ok(None),
            },
        }
    }

    fn of_groups(
        workforce: &Workforce,
        groups: &[Group],
        hours: i128,
        scopes: &[Scope],
        by_cell: bool,
    ) -> Result<Option<(Self, Vec<Cell>)>, CostingError> {
        let rate_decimals = groups
            .iter()
            .filter_map(|group| workforce.rate_of(group).get())
            .map(|rate| rate.get().normalize().scale())
            .max()
            .unwrap_or(0)
            .max(2);
        let mut cells: Vec<Cell> = Vec::new();
        let mut cell_numbers: HashMap<Cell, usize> = HashMap::new();
        let mut class_numbers: HashMap<(Vec<bool>, usize), usize> = HashMap::new();
        let mut class_keys: Vec<(Vec<bool>, usize)> = Vec::new();
        let mut entries = Vec::with_capacity(groups.len());
        for group in groups {
            let (Known::Known(fte), Known::Known(rate)) = (group.fte, workforce.rate_of(group))
            else {
                return Ok(None);
            };
            let cell = if by_cell {
                let key = Cell::of(group);
                let next = cells.len();
                *cell_numbers.entry(key).or_insert_with_key(|key| {
                    cells.push(key.clone());
                    next
                })
            } else {
                0
            };
            let key = (
                scopes
                    .iter()
                    .map(|scope| scope.includes(group, workforce))
                    .collect(),
                cell,
            );
            let next = class_keys.len();
            let class = *class_numbers.entry(key).or_insert_with_key(|key| {
                class_keys.push(key.clone());
                next
            });
            entries.push(Entry {
                class,
                rate: rate_units(rate, rate_decimals)?,
                fte: fte_units(fte)?,
                headcount: group.headcount.get().map(i128::from),
            });
        }
        // A cohort is a rate within a class; sorted so that the result doesn't depend on the
        // order in which a table hands its entries out.
        entries.sort_by_key(|entry| (entry.class, entry.rate));
        let mut rates: Vec<u64> = Vec::new();
        let mut ftes: Vec<u64> = Vec::new();
        let mut heads: Vec<Option<i128>> = Vec::new();
        let mut classes: Vec<Class> = Vec::new();
        for entry in entries {
            if entry.class == classes.len() {
                classes.push(Class {
                    rates: rates.len()..rates.len(),
                    pay: AnnualPay::default(),
                    fte: 0,
                    headcount: Some(0),
                    cell: class_keys.get(entry.class).map_or(0, |key| key.1),
                });
            }
            let Some(class) = classes.last_mut() else {
                continue;
            };
            let same_rate = !class.rates.is_empty() && rates.last() == Some(&entry.rate);
            let both = |a: Option<i128>, b: Option<i128>| a.zip(b).map(|(a, b)| a + b);
            match (ftes.last_mut(), heads.last_mut()) {
                (Some(fte), Some(heads)) if same_rate => {
                    *fte = fte.checked_add(entry.fte).ok_or(CostingError::TooLarge)?;
                    *heads = both(*heads, entry.headcount);
                }
                _ => {
                    rates.push(entry.rate);
                    ftes.push(entry.fte);
                    heads.push(entry.headcount);
                    class.rates.end += 1;
                }
            }
            let pay = pay_of(entry.rate, entry.fte, rate_decimals, hours)?;
            class.pay = class.pay.plus(pay)?;
            class.fte += i128::from(entry.fte);
            class.headcount = both(class.headcount, entry.headcount);
        }
        let mut cohorts = Self::with_classes(classes, hours, scopes, |_, _| false);
        for (class, (members, _)) in class_keys.iter().enumerate() {
            for (scope, member) in members.iter().enumerate() {
                let at = scope * cohorts.classes.len() + class;
                if let Some(slot) = cohorts.members.get_mut(at) {
                    *slot = *member;
                }
            }
        }
        cohorts.rates = rates;
        cohorts.ftes = ftes;
        cohorts.heads = heads;
        cohorts.rate_decimals = rate_decimals;
        Ok(Some((cohorts, cells)))
    }

    /// One employee at a rate, to whom the scopes in `member` apply.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn of_one(
        rate: HourlyRate,
        fte: Fte,
        hours: HoursPerYear,
        scopes: &[Scope],
        member: impl Fn(&Scope) -> bool,
    ) -> Result<Self, CostingError> {
        let hours = ten_thousandths(hours.get())?;
        let rate_decimals = rate.get().normalize().scale().max(2);
        let (rate, fte) = (rate_units(rate, rate_decimals)?, fte_units(fte)?);
        let class = Class {
            rates: 0..1,
            pay: pay_of(rate, fte, rate_decimals, hours)?,
            fte: i128::from(fte),
            headcount: Some(1),
            cell: 0,
        };
        let mut one = Self::with_classes(vec![class], hours, scopes, |scope, _| member(scope));
        one.rates = vec![rate];
        one.ftes = vec![fte];
        one.heads = vec![Some(1)];
        one.rate_decimals = rate_decimals;
        Ok(one)
    }

    fn with_classes(
        classes: Vec<Class>,
        hours: i128,
        scopes: &[Scope],
        member: impl Fn(&Scope, usize) -> bool,
    ) -> Self {
        let members = scopes
            .iter()
            .flat_map(|scope| (0..classes.len()).map(move |class| (scope, class)))
            .map(|(scope, class)| member(scope, class))
            .collect();
        Self {
            classes,
            rates: Vec::new(),
            ftes: Vec::new(),
            heads: Vec::new(),
            rate_decimals: 2,
            hours,
            scopes: scopes.to_vec(),
            members,
        }
    }

    /// One class by itself.
    #[must_use]
    pub fn only(&self, number: usize) -> Self {
        let scopes = 0..self.scopes.len();
        let members = scopes.map(|scope| self.applies(scope, number)).collect();
        let range = self
            .classes
            .get(number)
            .map_or(0..0, |class| class.rates.clone());
        let classes = self.classes.get(number).map(|class| Class {
            rates: 0..range.len(),
            ..class.clone()
        });
        Self {
            classes: classes.into_iter().collect(),
            rates: self.rates.get(range.clone()).unwrap_or_default().to_vec(),
            ftes: self.ftes.get(range.clone()).unwrap_or_default().to_vec(),
            heads: self.heads.get(range).unwrap_or_default().to_vec(),
            rate_decimals: self.rate_decimals,
            hours: self.hours,
            scopes: self.scopes.clone(),
            members,
        }
    }

    /// One rate of a single class by itself.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn only_rate(&self, at: usize) -> Result<Self, CostingError> {
        let (rate, fte) = (
            self.rates.get(at).copied().unwrap_or_default(),
            self.ftes.get(at).copied().unwrap_or_default(),
        );
        let class = Class {
            rates: 0..1,
            pay: pay_of(rate, fte, self.rate_decimals, self.hours)?,
            fte: i128::from(fte),
            headcount: self.heads.get(at).copied().flatten(),
            cell: 0,
        };
        Ok(Self {
            heads: vec![class.headcount],
            classes: vec![class],
            rates: vec![rate],
            ftes: vec![fte],
            rate_decimals: self.rate_decimals,
            hours: self.hours,
            scopes: self.scopes.clone(),
            members: self.members.clone(),
        })
    }

    /// Whether the clauses of a scope apply to a class.
    #[must_use]
    pub fn applies(&self, scope: usize, class: usize) -> bool {
        self.members
            .get(scope * self.classes.len() + class)
            .copied()
            .unwrap_or(false)
    }

    /// Whether rates are known one by one, rather than as an average.
    #[must_use]
    pub fn has_rates(&self) -> bool {
        !self.rates.is_empty()
    }

    /// Whether the cohorts were grouped by these scopes.
    #[must_use]
    pub fn grouped_by(&self, scopes: &[Scope]) -> bool {
        self.scopes == scopes
    }

    /// Hours a year of a class in 10⁻⁸ hours.
    #[must_use]
    pub fn class_hours(&self, class: &Class) -> i128 {
        class.fte.saturating_mul(self.hours)
    }

    /// Full-time equivalents of everyone, in 10⁻⁴.
    #[must_use]
    pub fn fte(&self) -> i128 {
        self.classes.iter().map(|class| class.fte).sum()
    }

    /// Base payroll: starting pay a year of everyone.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn base_payroll(&self) -> Result<AnnualPay, CostingError> {
        self.classes
            .iter()
            .try_fold(AnnualPay::default(), |sum, class| sum.plus(class.pay))
    }
}

/// Pay a year of FTE (10⁻⁴) at a rate (10^−`decimals` dollars) with hours in 10⁻⁴.
///
/// # Errors
/// [`CostingError::TooLarge`].
pub fn pay_of(rate: u64, fte: u64, decimals: u32, hours: i128) -> Result<AnnualPay, CostingError> {
    pay_of_sum(i128::from(rate) * i128::from(fte), decimals, hours)
}

/// Pay a year from Σ rate × FTE in 10^−(`decimals` + 4), with hours in 10⁻⁴.
///
/// # Errors
/// [`CostingError::TooLarge`].
pub fn pay_of_sum(sum: i128, decimals: u32, hours: i128) -> Result<AnnualPay, CostingError> {
    // decimals + 4 + 4 places so far; rates have at most six, so the rest is 0 or more.
    let missing = 6_u32.saturating_sub(decimals);
    sum.checked_mul(hours)
        .and_then(|pay| pay.checked_mul(10_i128.pow(missing)))
        .map(AnnualPay)
        .ok_or(CostingError::TooLarge)
}

fn ten_thousandths(value: rust_decimal::Decimal) -> Result<i128, CostingError> {
    in_units(value, FTE_DECIMALS).ok_or(CostingError::TooLarge)
}

fn fte_units(fte: Fte) -> Result<u64, CostingError> {
    u64::try_from(ten_thousandths(fte.get())?).map_err(|_| CostingError::TooLarge)
}

fn rate_units(rate: HourlyRate, decimals: u32) -> Result<u64, CostingError> {
    in_units(rate.get(), decimals)
        .and_then(|units| u64::try_from(units).ok())
        .ok_or(CostingError::TooLarge)
}
