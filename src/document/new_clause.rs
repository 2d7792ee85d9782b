//! Clauses to be added: each kind in plain words, an example of it, and what it starts from.

use rust_decimal::Decimal;

use super::amounts;
use crate::scenario::{
    BenefitBasis, CapReading, Clause, ClauseKind, ClauseTerms, DatedAmount, DatedValue,
    DollarTiming, LumpAmount, LumpTiming, PayoutBasis, PayrollMeasured, People, RateUnit, Ripple,
    Scenario, Scope,
};
use crate::units::decimal::round;
use crate::units::{
    Date, Fte, HourlyAmount, HourlyRate, Hours, Known, Money, Percent, YearlyAmount,
};

/// What a lump sum is counted on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Counted {
    /// Dollars to each employee.
    #[default]
    Each,
    /// Dollars for each 1.0 FTE.
    PerFte,
    /// Dollars to each employee in proportion to the FTE.
    ByFte,
    /// Percent of a year's pay.
    OfPay,
}

/// A lump sum as typed: dollars, or a percent of pay.
///
/// # Errors
/// Words that say what is wrong.
pub fn lump(counted: Counted, text: &str) -> Result<LumpAmount, String> {
    let money = || amounts::or_unknown(text, amounts::money);
    Ok(match counted {
        Counted::Each => LumpAmount::PerHead(money()?),
        Counted::PerFte => LumpAmount::PerFte(money()?),
        Counted::ByFte => LumpAmount::Prorated(money()?),
        Counted::OfPay => LumpAmount::PercentOfPay(amounts::or_unknown(text, |text| {
            amounts::percent(text, "a share of pay", 0, 100)
        })?),
    })
}

/// What a lump sum is counted on.
#[must_use]
pub fn counted(amount: &LumpAmount) -> Counted {
    match amount {
        LumpAmount::PerHead(_) => Counted::Each,
        LumpAmount::PerFte(_) => Counted::PerFte,
        LumpAmount::Prorated(_) => Counted::ByFte,
        LumpAmount::PercentOfPay(_) => Counted::OfPay,
    }
}

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

/// A kind's title, and what it does in plain words. `unit` is what rates are paid for.
#[must_use]
pub fn in_plain_words(kind: ClauseKind, unit: RateUnit) -> (&'static str, &'static str) {
    match kind {
        ClauseKind::Percent => ("Raise in percent", "Every rate rises by the same percent."),
        ClauseKind::PerHour => (
            "Raise in dollars an hour",
            "Every rate rises by the same dollars, so that low rates gain most in percent.",
        ),
        ClauseKind::PerYear => (
            "Raise in dollars a year",
            "Every full-time employee\u{2019}s pay rises by the same dollars a year.",
        ),
        ClauseKind::GreaterOf if unit == RateUnit::Hour => (
            "Percent or dollars, the greater",
            "Each rate rises by a percent or by dollars an hour, whichever is more for it.",
        ),
        ClauseKind::GreaterOf => (
            "Percent or dollars, the greater",
            "Each rate rises by a percent or by dollars a year, whichever is more for it.",
        ),
        ClauseKind::Floor => (
            "Lowest rate",
            "Rates below it are raised to it; those above stay as they are.",
        ),
        ClauseKind::Cola => (
            "Cost-of-living raise",
            "Rates rise with a price index over the twelve months before, within limits.",
        ),
        ClauseKind::MinimumRate => (
            "Minimum rates of wage scales",
            "Scales that begin below a minimum are lifted to it, and with them what follows up the scale and its ladder.",
        ),
        ClauseKind::EquityPool => (
            "Equity pool",
            "A share of one payroll is spent on the rates of some employees, in equal parts on dates.",
        ),
        ClauseKind::HoldSteps => (
            "Steps held",
            "Nobody moves up a step of a wage scale until a day.",
        ),
        ClauseKind::LumpSum => ("Lump sum", "Paid once; it never enters a rate."),
        ClauseKind::Benefit => (
            "Benefit",
            "Dollars a year or an hour beside rates, such as tuition or health, that change on dates.",
        ),
        ClauseKind::Payout => (
            "Performance payout",
            "Paid on days as far as goals are reached.",
        ),
        ClauseKind::PaidTime => (
            "Paid time",
            "Hours off with pay, and what it costs to call somebody in for them.",
        ),
        ClauseKind::Contribution => (
            "Contribution on pay",
            "A pension or trust rate on pay that changes on dates.",
        ),
        ClauseKind::CostStream => (
            "Cost worked out elsewhere",
            "Dollar amounts on dates, as somebody else computed them.",
        ),
    }
}

/// A clause of a kind with plausible numbers, for the worked line of what it would cost here. It is shown as an
/// example and never added by itself.
#[must_use]
pub fn example(kind: ClauseKind, scenario: &Scenario, date: Date) -> Clause {
    let hourly = scenario.workforce.rate_unit == RateUnit::Hour;
    let people = everyone(scenario);
    let fte = full_time(scenario);
    let minimum = || {
        let one = lowest(scenario).and_then(|lowest| lowest.checked_add(step_up(scenario)));
        one.and_then(|rate| HourlyRate::new(round(rate, 0)).ok())
            .map_or(Known::Unknown, Known::Known)
    };
    let dollar = HourlyAmount::new(Decimal::ONE).map_or(Known::Unknown, Known::Known);
    let thousand = YearlyAmount::new(Decimal::ONE_THOUSAND).map_or(Known::Unknown, Known::Known);
    let terms = match kind {
        ClauseKind::Percent => ClauseTerms::Percent(percent(1)),
        ClauseKind::PerHour => ClauseTerms::PerHour(dollar),
        ClauseKind::PerYear => ClauseTerms::PerYear(thousand),
        ClauseKind::GreaterOf => ClauseTerms::GreaterOf {
            percent: percent(1),
            per_hour: hourly.then_some(dollar),
            per_year: (!hourly).then_some(thousand),
        },
        ClauseKind::Floor => ClauseTerms::Floor(minimum()),
        ClauseKind::Cola => ClauseTerms::Cola {
            share: percent(100),
            floor: percent(1).get(),
            cap: percent(4).get(),
            lag_months: 2,
        },
        ClauseKind::MinimumRate => ClauseTerms::MinimumRate {
            by_market: Vec::new(),
            elsewhere: Some(minimum()),
            ripple: Ripple::SamePercent,
        },
        ClauseKind::EquityPool => ClauseTerms::EquityPool {
            percent: percent(1),
            payroll_of: Scope::default(),
            tranches: vec![date],
            cap: None,
            reading: CapReading::Additive,
            measured: PayrollMeasured::Eve,
        },
        ClauseKind::HoldSteps => ClauseTerms::HoldSteps {
            until: date.plus_months(12),
        },
        ClauseKind::LumpSum => ClauseTerms::LumpSum {
            amount: LumpAmount::PerHead(money(1000)),
            paid: LumpTiming::Dated,
            measured_to: None,
        },
        ClauseKind::Benefit => ClauseTerms::Benefit {
            today: money(0),
            values: vec![DatedValue {
                date,
                value: money(100),
            }],
            participants: people,
            attainment: percent(100),
            basis: BenefitBasis::PerHead,
            when: DollarTiming::Dated,
        },
        ClauseKind::Payout => ClauseTerms::Payout {
            on: vec![date],
            amount: money(500),
            today: money(0),
            participants: people,
            basis: PayoutBasis::PerHead,
            likelihood: percent(100),
            goals: Vec::new(),
            when: DollarTiming::Dated,
        },
        ClauseKind::PaidTime => ClauseTerms::PaidTime {
            hours: Hours::new(Decimal::from(8)).map_or(Known::Unknown, Known::Known),
            participants: fte,
            backfilled: percent(100),
            premium: percent(100),
        },
        ClauseKind::Contribution => ClauseTerms::Contribution {
            name: "pension".to_owned(),
            today: percent(0),
            values: vec![DatedValue {
                date,
                value: percent(1),
            }],
            when: DollarTiming::Dated,
        },
        ClauseKind::CostStream => ClauseTerms::CostStream {
            amounts: vec![DatedAmount {
                date,
                amount: money(1_000_000),
            }],
            when: DollarTiming::Dated,
        },
    };
    Clause::new(date, terms)
}

fn percent(value: i64) -> Known<Percent> {
    Percent::new(Decimal::from(value)).map_or(Known::Unknown, Known::Known)
}

fn money(value: i64) -> Known<Money> {
    Money::new(Decimal::from(value)).map_or(Known::Unknown, Known::Known)
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

/// Employees, as those who take part are written.
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

/// Which values of a kind are asked for anew; the others start as in the example.
#[must_use]
pub fn is_asked(key: &super::fields::Key) -> bool {
    use super::fields::Key;
    matches!(
        key,
        Key::Percent
            | Key::PerHour
            | Key::PerYear
            | Key::Rate
            | Key::Elsewhere
            | Key::Amount
            | Key::Hours
            | Key::Name
    )
}
