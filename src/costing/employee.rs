//! One employee's cumulative pay under an offer (costing.md §5).

use std::sync::Arc;

use rust_decimal::Decimal;

use super::amount::{Amount, AnnualPay};
use super::cohorts::Cohorts;
use super::error::CostingError;
use super::model::{Model, Paid};
use super::offer_cost::OfferCost;
use super::report::{CumulativeFigures, EmployeeFigures};
use super::schedule::{Step, Timing};
use super::years::{YearKind, blocks};
use crate::scenario::{Group, Offer};
use crate::units::{Date, HourlyRate};

/// The employee looked at, made ready.
#[derive(Debug, Clone)]
pub struct Looked {
    /// The employee, or everyone where the average is looked at.
    pub paid: Paid,
    /// What part of `paid` is the employee: FTE over the FTE in `paid`.
    share: Decimal,
    /// Hourly rate on the as-of date.
    pub rate: Decimal,
}

/// The employee looked at under one offer.
#[derive(Debug, Clone)]
pub struct EmployeePay {
    cost: OfferCost,
    share: Decimal,
    arrears_paid_on: Option<Date>,
}

/// Makes the scenario's employee ready: at a rate, of a group, or the average. `None` where the
/// rate is unknown.
///
/// # Errors
/// [`CostingError`].
pub fn looked_at(model: &Model<'_>) -> Result<Option<Looked>, CostingError> {
    let scenario = model.scenario;
    let looked = &scenario.employee;
    let group = looked.group.as_ref().and_then(|name| named(model, name));
    let of_group = |group| scenario.workforce.rate_of(group).get();
    match looked.rate.or_else(|| of_group(group?)) {
        Some(rate) => one_at(model, rate, group),
        None if looked.group.is_some() => Ok(None),
        None => average(model),
    }
}

fn named<'s>(model: &Model<'s>, name: &str) -> Option<&'s Group> {
    let groups = model.scenario.workforce.groups()?;
    groups.iter().find(|group| group.name == name)
}

fn one_at(
    model: &Model<'_>,
    rate: HourlyRate,
    group: Option<&Group>,
) -> Result<Option<Looked>, CostingError> {
    let scenario = model.scenario;
    let fte = scenario.employee.fte;
    let one = Cohorts::of_one(rate, fte, scenario.hours, &model.scopes, |scope| {
        scope.is_everyone() || group.is_some_and(|group| scope.includes(group, &scenario.workforce))
    })?;
    let paid = model.paid_by(Arc::new(one), scenario.workforce.rounding)?;
    Ok(paid.map(|paid| Looked {
        paid,
        share: Decimal::ONE,
        rate: rate.get(),
    }))
}

/// The average employee is everyone's pay × FTE / everyone's FTE: each rate is rounded by itself
/// before the average is taken.
fn average(model: &Model<'_>) -> Result<Option<Looked>, CostingError> {
    let (Some(paid), Some(all)) = (&model.paid, model.fte()) else {
        return Ok(None);
    };
    let scenario = model.scenario;
    let rate = model
        .base_payroll()?
        .and_then(|payroll| payroll.checked_div(all))
        .and_then(|pay| pay.checked_div(scenario.hours.get()));
    let share = scenario.employee.fte.get().checked_div(all);
    Ok(share.zip(rate).map(|(share, rate)| Looked {
        paid: paid.clone(),
        share,
        rate,
    }))
}

impl EmployeePay {
    /// The employee's pay under an offer's steps; `None` where a raise that counts is unknown.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn new(
        model: &Model<'_>,
        looked: &Looked,
        steps: &[Step],
        timing: Timing,
    ) -> Result<Option<Self>, CostingError> {
        let cost = OfferCost::new(model, &looked.paid, steps)?;
        Ok(cost.map(|cost| Self {
            cost,
            share: looked.share,
            arrears_paid_on: timing.arrears_paid_on(model.first_day()),
        }))
    }

    /// Σ r·h from the first day to the end of `day`, dollars.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn earned(&self, model: &Model<'_>, day: Date) -> Result<Decimal, CostingError> {
        let to = model.calendar.clock.end_of(day);
        self.of_share(self.cost.path.earned(model.first, to)?)
    }

    /// What has been paid by the end of `day`, dollars: before a late but retroactive ratification the
    /// baseline's pay, from that day on all that was earned.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn paid(&self, model: &Model<'_>, day: Date) -> Result<Decimal, CostingError> {
        match self.arrears_paid_on {
            Some(ratified) if day < ratified => {
                let to = model.calendar.clock.end_of(day);
                self.of_share(self.cost.baseline.earned(model.first, to)?)
            }
            _ => self.earned(model, day),
        }
    }

    /// Lump sums received from the first day to the end of `day`, dollars.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn lump_sums(&self, model: &Model<'_>, day: Date) -> Result<Option<Decimal>, CostingError> {
        let to = model.calendar.clock.end_of(day);
        self.cost
            .lump_sums(model.first, to)?
            .map(|lumps| self.of_share(lumps))
            .transpose()
    }

    /// Pay a year on a day, dollars a year.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn annual_pay(&self, model: &Model<'_>, day: Date) -> Result<Decimal, CostingError> {
        let pay = self.cost.path.pay_at(model.calendar.clock.start_of(day));
        self.scaled(AnnualPay::dollars(pay))
    }

    /// The exact path, for comparing signs.
    pub(super) fn cost(&self) -> &OfferCost {
        &self.cost
    }

    /// The employee's part of an amount of everyone in the path, dollars.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub(super) fn of_share(&self, amount: Amount) -> Result<Decimal, CostingError> {
        self.scaled(amount.dollars())
    }

    fn scaled(&self, dollars: Decimal) -> Result<Decimal, CostingError> {
        dollars
            .checked_mul(self.share)
            .ok_or(CostingError::TooLarge)
    }
}

/// The employee looked at under an offer, at each contract year's end.
///
/// # Errors
/// [`CostingError`].
pub fn employee(
    model: &Model<'_>,
    looked: Option<&Looked>,
    offer: &Offer,
    steps: &[Step],
) -> Result<EmployeeFigures, CostingError> {
    let timing = Timing::of(model.scenario, offer);
    let pay = match looked {
        Some(looked) => EmployeePay::new(model, looked, steps, timing)?,
        None => None,
    };
    let cumulative = blocks(model.first_day(), model.horizon(), YearKind::Contract)
        .into_iter()
        .map(|block| {
            let date = block.last_day;
            Ok(match &pay {
                Some(pay) => CumulativeFigures {
                    date,
                    earned: Some(pay.earned(model, date)?),
                    paid: Some(pay.paid(model, date)?),
                    lump_sums: pay.lump_sums(model, date)?,
                },
                None => CumulativeFigures {
                    date,
                    earned: None,
                    paid: None,
                    lump_sums: None,
                },
            })
        })
        .collect::<Result<_, CostingError>>()?;
    Ok(EmployeeFigures {
        rate: looked.map(|looked| looked.rate),
        fte: model.scenario.employee.fte.get(),
        cumulative,
    })
}
