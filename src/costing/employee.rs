//! One employee's cumulative pay under an offer (METHOD.md "One employee").

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
use super::year_label::YearKind;
use super::years::blocks;
use crate::scenario::{ClauseKind, LumpAmount, Offer};
use crate::units::{Date, Known};

/// The employee looked at under one offer.
#[derive(Debug, Clone)]
pub struct EmployeePay {
    pay: Pay,
    baseline: Pay,
    /// Lump sums on their days, dollars; `None` for one that is unknown.
    lumps: Vec<(Ticks, Option<Decimal>)>,
    /// When pay isn't known under the offer, and under the baseline.
    hidden: [Vec<(Ticks, Ticks)>; 2],
    a_year: i128,
    /// What part of the pay followed is the employee's, as a fraction.
    share: (Decimal, Decimal),
    arrears_paid_on: Option<Date>,
}

impl EmployeePay {
    /// The employee's pay under an offer's events; `None` where it isn't known to the horizon.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn new(
        model: &Model<'_>,
        looked: &Looked,
        events: &[Event],
        timing: Timing,
    ) -> Result<Option<Self>, CostingError> {
        let costed = OfferCost::part(model, looked.paid(), events)?;
        let own = Self::of(model, looked, events, timing, &costed)?;
        Ok(own.filter(|own| own.is_known(model.first, model.end)))
    }

    /// The same, as far as it is known, of an offer costed already.
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
        let share = looked.share();
        let pay = looked.pay(model, costed.path.clone(), events)?;
        let baseline = looked.pay(model, costed.baseline.clone(), &[])?;
        let (Some(pay), Some(baseline)) = (pay, baseline) else {
            return Ok(None);
        };
        let owed = &looked.paid().hidden;
        let mut own = Self {
            pay,
            baseline,
            lumps: Vec::new(),
            hidden: [looked.hidden(&costed.hidden), looked.hidden(owed)],
            a_year: looked.a_year(),
            share,
            arrears_paid_on: timing.arrears_paid_on(model.first_day()),
        };
        own.lumps = own.lumps_of(model, looked, events, costed)?;
        Ok(Some(own))
    }

    /// Σ r·h from the first day to the end of `day`, dollars.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn earned(&self, model: &Model<'_>, day: Date) -> Result<Decimal, CostingError> {
        let to = model.calendar.clock.end_of(day);
        self.earned_before(model.first, to)
    }

    /// Σ r·h between two moments, dollars.
    ///
    /// # Errors
    /// [`CostingError`].
    pub(super) fn earned_before(&self, from: Ticks, to: Ticks) -> Result<Decimal, CostingError> {
        self.of_share(self.exact(from, to)?)
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
        let mut sum = Decimal::ZERO;
        for (at, dollars) in &self.lumps {
            if !(model.first..to).contains(at) {
                continue;
            }
            let Some(dollars) = dollars else {
                return Ok(None);
            };
            sum = sum.checked_add(*dollars).ok_or(CostingError::TooLarge)?;
        }
        Ok(Some(sum))
    }

    /// The lump sums received from the first day to the horizon on their days, dollars; `None` where one is unknown.
    pub(super) fn lumps_by_day(&self, model: &Model<'_>) -> Option<Vec<(Date, Decimal)>> {
        let clock = model.calendar.clock;
        let (first, end) = (model.first_day(), model.horizon().plus_days(1));
        let within = self.lumps.iter();
        let within = within.filter(|(at, _)| (model.first..model.end).contains(at));
        let mut lumps = within
            .map(|(at, dollars)| Some((clock.day_of(*at, first, end), (*dollars)?)))
            .collect::<Option<Vec<_>>>()?;
        lumps.sort_by_key(|(day, _)| *day);
        Some(lumps)
    }

    /// Whether pay is known throughout a time.
    #[must_use]
    pub fn is_known(&self, from: Ticks, to: Ticks) -> bool {
        self.hidden
            .first()
            .is_none_or(|spans| is_free(spans, from, to))
    }

    /// Whether what is paid by the end of a day is known.
    fn is_paid_known(&self, model: &Model<'_>, day: Date) -> bool {
        let to = model.calendar.clock.end_of(day);
        match self.arrears_paid_on {
            Some(ratified) if day < ratified => {
                let owed = self.hidden.last();
                owed.is_none_or(|spans| is_free(spans, model.first, to))
            }
            _ => self.is_known(model.first, to),
        }
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

    /// When pay changes between two moments; others may be among them.
    pub(super) fn changes(&self, from: Ticks, to: Ticks) -> Vec<Ticks> {
        self.pay.changes(from, to)
    }

    /// When rates change between two moments under this pay or another, as long as one of them pays at least as
    /// much as the other on every step from each change to the next; `None` where neither does, or it isn't the
    /// same people who move.
    pub(super) fn changes_while_ordered(
        &self,
        other: &Self,
        from: Ticks,
        to: Ticks,
    ) -> Result<Option<Vec<Ticks>>, CostingError> {
        match (&self.pay, &other.pay) {
            (Pay::All(own), Pay::All(other)) => own.changes_while_ordered(other, from, to),
            _ => Ok(None),
        }
    }

    /// When the pay of an employee followed up the steps of a scale changes; `None` for the average, whose pay changes with
    /// everyone's.
    pub(super) fn changes_of_one(&self) -> Option<Vec<Ticks>> {
        match &self.pay {
            Pay::All(_) => None,
            Pay::Line(line) => Some(line.changes().collect()),
        }
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
        costed: &OfferCost,
    ) -> Result<Vec<(Ticks, Option<Decimal>)>, CostingError> {
        let mut lumps = Vec::new();
        let lump_sums = events
            .iter()
            .filter(|event| event.kind == ClauseKind::LumpSum);
        for event in lump_sums.filter(|event| event.counts) {
            let Effect::LumpSum(amount, measured_to) = &event.effect else {
                // Nobody has published its size.
                if looked.is_for(event.scope) {
                    lumps.push((event.at, None));
                }
                continue;
            };
            let Some(part) = looked.part_of(event.scope, amount) else {
                lumps.push((event.at, None));
                continue;
            };
            if part.is_zero() {
                continue;
            }
            let large = || CostingError::TooLarge;
            let whole = match amount {
                LumpAmount::PerHead(Known::Known(money)) => Some(money.get()),
                LumpAmount::PerFte(Known::Known(money))
                | LumpAmount::Prorated(Known::Known(money)) => {
                    let whole = money.get().checked_mul(looked.fte());
                    Some(whole.ok_or_else(large)?)
                }
                LumpAmount::PercentOfPay(Known::Known(percent)) => {
                    let (from, to) = measured(event, *measured_to, model.calendar.clock);
                    let pay = self.measured_pay(looked, event.scope, (from, to), costed)?;
                    match pay {
                        Some(pay) => Some(percent_of(pay, percent.get()).ok_or_else(large)?),
                        None => None,
                    }
                }
                _ => None,
            };
            let dollars = match whole {
                Some(whole) => Some(whole.checked_mul(part).ok_or_else(large)?),
                None => None,
            };
            lumps.push((event.at, dollars));
        }
        Ok(lumps)
    }

    /// The pay that a percent is taken of. Of the average it is what is paid to the scope, over everyone's FTE as
    /// all pay is.
    fn measured_pay(
        &self,
        looked: &Looked,
        scope: usize,
        (from, to): (Ticks, Ticks),
        costed: &OfferCost,
    ) -> Result<Option<Decimal>, CostingError> {
        let pay = match &self.pay {
            Pay::All(_) if looked.has_share() => costed.pay_in(scope, from, to)?,
            Pay::All(_) => None,
            Pay::Line(_) if !self.is_known(from, to) => None,
            Pay::Line(_) => Some(self.exact(from, to)?),
        };
        pay.map(|pay| self.of_share(pay)).transpose()
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
            let mut figures = CumulativeFigures {
                date,
                earned: None,
                paid: None,
                lump_sums: None,
            };
            if let Some(pay) = &pay {
                if pay.is_known(model.first, model.calendar.clock.end_of(date)) {
                    figures.earned = Some(pay.earned(model, date)?);
                }
                if pay.is_paid_known(model, date) {
                    figures.paid = Some(pay.paid(model, date)?);
                }
                figures.lump_sums = pay.lump_sums(model, date)?;
            }
            Ok(figures)
        })
        .collect::<Result<_, CostingError>>()?;
    Ok(EmployeeFigures {
        rate: looked.and_then(|looked| looked.rate),
        fte: model.scenario.employee.fte.get(),
        cumulative,
    })
}

/// Whether no span of those unknown falls into a time.
fn is_free(spans: &[(Ticks, Ticks)], from: Ticks, to: Ticks) -> bool {
    !spans.iter().any(|(start, end)| *start < to && from < *end)
}
