//! What a workforce adds up to on the day its rates are taken from.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::{Group, People, RateUnit, Scale, Workforce};
use crate::units::{HourlyRate, HoursPerYear, Known};

/// Sums over a workforce; none where a part is unknown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Employees.
    pub headcount: Option<u64>,
    /// Full-time equivalents.
    pub fte: Option<Decimal>,
    /// Σ rate × FTE × hours, dollars a year.
    pub payroll: Option<Decimal>,
    /// Payroll over FTE, in the unit rates are paid for; none too where nobody works.
    pub(crate) mean_rate: Option<Decimal>,
}

/// The rates of many groups: each scale is looked up once.
#[derive(Debug)]
pub struct Rates<'a> {
    scales: HashMap<&'a str, &'a Scale>,
    times: Decimal,
}

impl<'a> Rates<'a> {
    /// Those of a workforce whose full-time employees are paid so many hours a year.
    #[must_use]
    pub fn of(workforce: &'a Workforce, hours: HoursPerYear) -> Self {
        let scales = workforce.scales.iter();
        Self {
            scales: scales.map(|scale| (scale.name.as_str(), scale)).collect(),
            times: times(workforce.rate_unit, hours),
        }
    }

    /// A group's rate: its own, else that of its step.
    #[must_use]
    pub fn rate(&self, group: &Group) -> Known<HourlyRate> {
        let of_step = || {
            let scale = self.scales.get(group.scale.as_deref()?)?;
            scale.rate_of(group.step?)
        };
        group.rate.or_else(of_step).unwrap_or(Known::Unknown)
    }

    /// What a group is paid a year, dollars; none where a part of it is unknown.
    #[must_use]
    pub fn pay_a_year(&self, group: &Group) -> Option<Decimal> {
        let rate = self.rate(group).get()?.get();
        rate.checked_mul(group.fte.get()?.get())?
            .checked_mul(self.times)
    }
}

/// How often a year a rate is paid.
fn times(unit: RateUnit, hours: HoursPerYear) -> Decimal {
    match unit {
        RateUnit::Hour => hours.get(),
        RateUnit::Month => Decimal::from(12),
        RateUnit::Year => Decimal::ONE,
    }
}

impl Workforce {
    /// What the workforce adds up to; of a summary what it says.
    #[must_use]
    pub fn totals(&self, hours: HoursPerYear) -> Totals {
        if let People::Summary {
            headcount,
            fte,
            average_annual_pay,
        } = &self.people
        {
            let fte = fte.get().map(|fte| fte.get());
            let pay = average_annual_pay.get().map(|pay| pay.get());
            return Totals {
                headcount: headcount.get(),
                fte,
                payroll: fte.zip(pay).and_then(|(fte, pay)| fte.checked_mul(pay)),
                mean_rate: pay.and_then(|pay| pay.checked_div(times(self.rate_unit, hours))),
            };
        }
        match self.groups() {
            Some(groups) => self.totals_of(groups.iter(), hours),
            None => Totals::default(),
        }
    }

    /// What some of its groups add up to.
    #[must_use]
    pub fn totals_of<'a>(
        &self,
        groups: impl Iterator<Item = &'a Group> + Clone,
        hours: HoursPerYear,
    ) -> Totals {
        let rates = Rates::of(self, hours);
        let headcount = groups
            .clone()
            .try_fold(0_u64, |sum, group| sum.checked_add(group.headcount.get()?));
        let fte = groups.clone().try_fold(Decimal::ZERO, |sum, group| {
            sum.checked_add(group.fte.get()?.get())
        });
        let payroll = groups
            .map(|group| rates.pay_a_year(group))
            .try_fold(Decimal::ZERO, |sum, pay| sum.checked_add(pay?));
        let a_year = fte.and_then(|fte| fte.checked_mul(rates.times));
        Totals {
            headcount,
            fte,
            payroll,
            mean_rate: payroll
                .zip(a_year)
                .and_then(|(payroll, a_year)| payroll.checked_div(a_year)),
        }
    }
}
