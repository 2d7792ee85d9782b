//! Clauses to be added: which kinds there are, and what their examples are made of.

use rust_decimal::Decimal;

use crate::scenario::{ClauseKind, People, RateUnit, Scenario};
use crate::units::decimal::round;
use crate::units::{Date, Fte, HourlyRate, Known, Money, Percent};

/// The kinds a scenario can have, in the order they are offered. Salaries have no dollars an hour, and what
/// needs rates or steps one by one has no meaning on a summary.
#[must_use]
pub fn offered(scenario: &Scenario) -> Vec<ClauseKind> {
    let hourly = scenario.workforce.rate_unit == RateUnit::Hour;
    let summary = matches!(scenario.workforce.people, People::Summary { .. });
    let kinds = ClauseKind::ALL.into_iter();
    kinds
        .filter(|kind| hourly || *kind != ClauseKind::PerHour)
        .filter(|kind| !(summary && kind.needs_groups()))
        .collect()
}

/// What examples are made of: the scenario's own size and unit.
#[derive(Debug, Clone, Copy)]
pub struct Example<'a> {
    scenario: &'a Scenario,
    /// The day an example takes effect.
    pub(super) date: Date,
}

impl<'a> Example<'a> {
    /// Of a scenario, on a day.
    #[must_use]
    pub fn of(scenario: &'a Scenario, date: Date) -> Self {
        Self { scenario, date }
    }

    /// Whether rates are paid by the hour.
    #[must_use]
    pub fn is_hourly(&self) -> bool {
        self.scenario.workforce.rate_unit == RateUnit::Hour
    }

    /// So many percent.
    #[must_use]
    pub fn percent(value: i64) -> Known<Percent> {
        Percent::new(Decimal::from(value)).map_or(Known::Unknown, Known::Known)
    }

    /// So many dollars.
    #[must_use]
    pub fn money(value: i64) -> Known<Money> {
        Money::new(Decimal::from(value)).map_or(Known::Unknown, Known::Known)
    }

    /// A minimum above the lowest rate, in whole dollars.
    #[must_use]
    pub fn minimum(&self) -> Known<HourlyRate> {
        let lowest = lowest(self.scenario);
        let above = lowest.and_then(|lowest| lowest.checked_add(step_up(self.scenario)));
        let rate = above.and_then(|rate| HourlyRate::new(round(rate, 0)).ok());
        rate.map_or(Known::Unknown, Known::Known)
    }

    /// Employees, as those who take part are written.
    #[must_use]
    pub fn everyone(&self) -> Known<Fte> {
        everyone(self.scenario)
    }

    /// Full-time equivalents of everyone.
    #[must_use]
    pub fn full_time(&self) -> Known<Fte> {
        full_time(self.scenario)
    }
}

/// What a minimum of an example stands above the lowest rate: enough to be seen.
fn step_up(scenario: &Scenario) -> Decimal {
    match scenario.workforce.rate_unit {
        RateUnit::Hour => Decimal::TWO,
        RateUnit::Month => Decimal::ONE_HUNDRED,
        RateUnit::Year => Decimal::ONE_THOUSAND,
    }
}

/// The lowest rate anybody has; of a summary, the average.
fn lowest(scenario: &Scenario) -> Option<Decimal> {
    let workforce = &scenario.workforce;
    if let People::Summary {
        average_annual_pay, ..
    } = &workforce.people
    {
        let pay = average_annual_pay.get()?.get();
        return match workforce.rate_unit {
            RateUnit::Hour => pay.checked_div(scenario.hours.get()),
            RateUnit::Month => pay.checked_div(Decimal::from(12)),
            RateUnit::Year => Some(pay),
        };
    }
    let groups = workforce.groups()?.iter();
    groups
        .filter_map(|group| workforce.rate_of(group).get())
        .map(|rate| rate.get())
        .min()
}

fn everyone(scenario: &Scenario) -> Known<Fte> {
    let heads = match &scenario.workforce.people {
        People::Summary { headcount, .. } => headcount.get(),
        people => people.groups().and_then(|groups| {
            let mut groups = groups.iter();
            groups.try_fold(0_u64, |sum, group| sum.checked_add(group.headcount.get()?))
        }),
    };
    let heads = heads.and_then(|heads| Fte::new(Decimal::from(heads)).ok());
    heads.map_or(Known::Unknown, Known::Known)
}

fn full_time(scenario: &Scenario) -> Known<Fte> {
    let fte = match &scenario.workforce.people {
        People::Summary { fte, .. } => return *fte,
        people => people.groups().and_then(|groups| {
            let mut groups = groups.iter();
            groups.try_fold(Decimal::ZERO, |sum, group| {
                sum.checked_add(group.fte.get()?.get())
            })
        }),
    };
    let fte = fte.and_then(|fte| Fte::new(fte).ok());
    fte.map_or(Known::Unknown, Known::Known)
}
