//! One employee's cumulative pay under an offer (METHOD.md "One employee").

use std::sync::Arc;

use rust_decimal::Decimal;

use super::amount::{Amount, AnnualPay};
use super::clock::Ticks;
use super::effects::Effect;
use super::error::CostingError;
use super::looked::Pay;
pub use super::looked::{Looked, looked_at};
use super::lump_sum::{measured, percent_of};
use super::model::Model;
use super::offer_cost::OfferCost;
use super::report::{CumulativeFigures, EmployeeFigures};
use super::schedule::{Event, Timing};
use super::years::{YearKind, blocks};
use crate::scenario::{LumpAmount, Offer};
use crate::units::{Date, Known};

/// The employee looked at under one offer.
#[derive(Debug, Clone)]
pub struct EmployeePay {
    pay: Pay,
    baseline: Pay,
    /// Lump sums on their days, dollars; `None` where one is unknown.
    lumps: Option<Vec<(Ticks, Decimal)>>,
    a_year: i128,
    /// What part of the pay followed is the employee's, as a fraction.
    share: (Decimal, Decimal),
    arrears_paid_on: Option<Date>,
}

impl EmployeePay {
    /// The employee's pay under an offer's events; `None` where a raise that counts is unknown.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn new(
        model: &Model<'_>,
        looked: &Looked,
        events: &[Event],
        timing: Timing,
    ) -> Result<Option<Self>, CostingError> {
        match OfferCost::new(model, looked.paid(), events)? {
            Some(costed) => Self::of(model, looked, events, timing, &costed),
            None => Ok(None),
        }
    }

    /// The same, of an offer costed already.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn of(
        model: &Model<'_>,
        looked: &Looked,
        events: &[Event],
        timing: Timing,
        costed: &OfferCost,
    ) -> Result<Option<Self>, CostingError> {
        let class = looked.class();
        let hidden = class.is_some_and(|class| looked.paid().hidden.get(class) == Some(&true));
        if hidden {
            return Ok(None);
        }
        let share = looked.share();
        let path = Arc::new(costed.path.clone());
        let pay = looked.pay(model, path, events)?;
        let baseline = looked.pay(model, costed.baseline.clone(), &[])?;
        let (Some(pay), Some(baseline)) = (pay, baseline) else {
            return Ok(None);
        };
        let mut own = Self {
            pay,
            baseline,
            lumps: None,
            a_year: looked.a_year(),
            share,
            arrears_paid_on: timing.arrears_paid_on(model.first_day()),
        };
        own.lumps = own.lumps_of(model, looked, events)?;
        Ok(Some(own))
    }

    /// Σ r·h from the first day to the end of `day`, dollars.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn earned(&self, model: &Model<'_>, day: Date) -> Result<Decimal, CostingError> {
        let to = model.calendar.clock.end_of(day);
        self.of_share(self.exact(model.first, to)?)
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
                self.of_share(self.exact_baseline(model.first, to)?)
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
        let Some(lumps) = &self.lumps else {
            return Ok(None);
        };
        lumps
            .iter()
            .filter(|(at, _)| (model.first..to).contains(at))
            .try_fold(Decimal::ZERO, |sum, (_, dollars)| sum.checked_add(*dollars))
            .map(Some)
            .ok_or(CostingError::TooLarge)
    }

    /// Pay a year on a day, dollars a year.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn annual_pay(&self, model: &Model<'_>, day: Date) -> Result<Decimal, CostingError> {
        let pay = self
            .pay
            .at(model.calendar.clock.start_of(day), self.a_year)?;
        self.scaled(AnnualPay::dollars(pay))
    }

    /// The baseline's pay between two days, both included, dollars.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn owed(&self, model: &Model<'_>, from: Date, to: Date) -> Result<Decimal, CostingError> {
        let clock = model.calendar.clock;
        self.of_share(self.exact_baseline(clock.start_of(from), clock.end_of(to))?)
    }

    /// Pay between two moments before the employee's share is taken, for comparing signs.
    pub(super) fn exact(&self, from: Ticks, to: Ticks) -> Result<Amount, CostingError> {
        self.pay.earned(from, to, self.a_year)
    }

    /// The baseline's pay likewise.
    pub(super) fn exact_baseline(&self, from: Ticks, to: Ticks) -> Result<Amount, CostingError> {
        self.baseline.earned(from, to, self.a_year)
    }

    /// When pay changes.
    pub(super) fn changes(&self) -> Vec<Ticks> {
        self.pay.changes()
    }

    /// The baseline's pay of the first days of the term, before the employee's share is taken: what a strike of
    /// so many days loses, for [`super::break_even::break_even`].
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn exact_loss(
        &self,
        model: &Model<'_>,
        first: Date,
        days: i32,
    ) -> Result<Amount, CostingError> {
        let last = first.plus_days(days.clamp(0, first.days_until(model.horizon())));
        let clock = model.calendar.clock;
        self.exact_baseline(clock.start_of(first), clock.start_of(last))
    }

    /// Whether the employee works at all.
    #[must_use]
    pub fn works(&self) -> bool {
        self.a_year != 0
    }

    fn lumps_of(
        &self,
        model: &Model<'_>,
        looked: &Looked,
        events: &[Event],
    ) -> Result<Option<Vec<(Ticks, Decimal)>>, CostingError> {
        let mut lumps = Vec::new();
        for event in events.iter().filter(|event| event.counts) {
            if event.hides_lump_sum() {
                return Ok(None);
            }
            let Effect::LumpSum(amount, measured_to) = &event.effect else {
                continue;
            };
            let by_heads = matches!(amount, LumpAmount::PerHead(_));
            let Some(part) = looked.part_of(event.scope, by_heads) else {
                return Ok(None);
            };
            if part.is_zero() {
                continue;
            }
            let whole = match amount {
                LumpAmount::PerHead(Known::Known(money)) => Some(money.get()),
                LumpAmount::PerFte(Known::Known(money))
                | LumpAmount::Prorated(Known::Known(money)) => {
                    money.get().checked_mul(looked.fte())
                }
                LumpAmount::PercentOfPay(Known::Known(percent)) => {
                    let clock = model.calendar.clock;
                    let (from, to) = measured(event, *measured_to, clock);
                    let pay = self.of_share(self.exact(from, to)?)?;
                    percent_of(pay, percent.get())
                }
                _ => return Ok(None),
            };
            let dollars = whole.and_then(|whole| whole.checked_mul(part));
            lumps.push((event.at, dollars.ok_or(CostingError::TooLarge)?));
        }
        Ok(Some(lumps))
    }

    /// The employee's part of an amount, dollars.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub(super) fn of_share(&self, amount: Amount) -> Result<Decimal, CostingError> {
        self.scaled(amount.dollars())
    }

    fn scaled(&self, dollars: Decimal) -> Result<Decimal, CostingError> {
        let (own, all) = self.share;
        dollars
            .checked_mul(own)
            .and_then(|part| part.checked_div(all))
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
    events: &[Event],
    costed: Option<&OfferCost>,
) -> Result<EmployeeFigures, CostingError> {
    let timing = Timing::of(model.scenario, offer);
    let pay = match looked.zip(costed) {
        Some((looked, costed)) => EmployeePay::of(model, looked, events, timing, costed)?,
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
