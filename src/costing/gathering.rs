//! A workforce gathered into cohorts: a summary as one class, groups by cell, scale and rate.

use super::amount::AnnualPay;
use super::cohorts::{Class, Cohorts, GroupKeys, ten_thousandths};
use super::error::CostingError;
use super::grouping::grouped;
use crate::scenario::{People, RateUnit, Scope, Workforce};
use crate::units::decimal::in_units;
use crate::units::{HoursPerYear, Known};

impl Cohorts {
    /// Groups a workforce by cell, by the scopes that clauses use, and by rate or scale.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn of(
        workforce: &Workforce,
        hours: HoursPerYear,
        scopes: &[Scope],
    ) -> Result<Self, CostingError> {
        let a_year = match workforce.rate_unit {
            RateUnit::Hour => ten_thousandths(hours.get())?,
            RateUnit::Month => 120_000,
            RateUnit::Year => 10_000,
        };
        match &workforce.people {
            People::Summary {
                headcount,
                fte,
                average_annual_pay,
            } => {
                let whole_fte = fte
                    .get()
                    .map(|fte| ten_thousandths(fte.get()))
                    .transpose()?;
                let mut class = Class {
                    whole_fte,
                    headcount: headcount.get().map(i128::from),
                    is_unknown: true,
                    ..Class::default()
                };
                if let (Some(fte), Known::Known(pay)) = (whole_fte, average_annual_pay) {
                    let micro = in_units(pay.get(), 6).ok_or(CostingError::TooLarge)?;
                    // 10⁻⁴ FTE × 10⁻⁶ dollars is 10⁻¹⁰; pay is kept in 10⁻¹⁴.
                    let pay = fte
                        .checked_mul(micro)
                        .and_then(|pay| pay.checked_mul(10_000))
                        .ok_or(CostingError::TooLarge)?;
                    class.pay = AnnualPay(pay);
                    class.plain = class.pay;
                    class.fte = fte;
                    class.plain_fte = fte;
                    class.is_unknown = false;
                }
                let members = scopes.iter().map(Scope::is_everyone).collect();
                Ok(Self {
                    classes: vec![class],
                    keys: vec![GroupKeys::default()],
                    rate_decimals: 2,
                    a_year,
                    scopes: scopes.to_vec(),
                    members,
                    ..Self::default()
                })
            }
            People::Groups(_) | People::Table { .. } => {
                let Some(groups) = workforce.groups() else {
                    return Ok(Self::unread(scopes, a_year));
                };
                let mut cohorts = grouped(workforce, groups, scopes, a_year)?;
                cohorts.scopes = scopes.to_vec();
                Ok(cohorts)
            }
        }
    }

    /// A workforce of whom nothing is known, because its table isn't read: anybody may be in any scope.
    fn unread(scopes: &[Scope], a_year: i128) -> Self {
        Self {
            classes: vec![Class {
                is_unknown: true,
                ..Class::default()
            }],
            keys: vec![GroupKeys::default()],
            rate_decimals: 2,
            a_year,
            scopes: scopes.to_vec(),
            members: vec![true; scopes.len()],
            ..Self::default()
        }
    }
}
