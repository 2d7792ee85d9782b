//! One employee's cumulative pay under an offer (METHOD.md "One employee").

use std::sync::Arc;

use rust_decimal::Decimal;

use super::alone;
use super::amount::{Amount, AnnualPay};
use super::clock::Ticks;
use super::cohorts::{Seat, ten_thousandths};
use super::effects::Effect;
use super::error::CostingError;
use super::lump_sum::{measured, percent_of};
use super::model::{Model, Paid};
use super::offer_cost::OfferCost;
use super::path::Path;
use super::pay_line::PayLine;
use super::report::{CumulativeFigures, EmployeeFigures};
use super::schedule::{Event, Timing};
use super::standing::Hold;
use super::years::{YearKind, blocks};
use crate::scenario::{LumpAmount, Offer};
use crate::units::{Date, HourlyRate, Known};

/// The employee looked at, made ready.
#[derive(Debug, Clone)]
pub struct Looked {
    who: Who,
    /// Full-time equivalent of the employee.
    fte: Decimal,
    /// FTE × what makes a rate a year's pay, in 10⁻⁸.
    a_year: i128,
    /// Rate on the as-of date, in the workforce's unit.
    pub rate: Decimal,
}

/// Who is looked at.
#[derive(Debug, Clone)]
enum Who {
    /// Everyone's pay over everyone's FTE: each rate is rounded by itself before the average is taken. The
    /// share is the employee's FTE over everyone's.
    Average(Arc<Paid>, Decimal),
    /// Somebody of a group, who moves up steps with it.
    Member(Arc<Paid>, Seat),
    /// Somebody at a rate of their own; the class whose clauses apply, where there is one.
    Alone(Arc<Paid>, HourlyRate, Option<usize>),
}

/// The employee looked at under one offer.
#[derive(Debug, Clone)]
pub struct EmployeePay {
    pay: Pay,
    baseline: Pay,
    /// Lump sums on their days, dollars; `None` where one is unknown.
    lumps: Option<Vec<(Ticks, Decimal)>>,
    a_year: i128,
    /// What part of the pay followed is the employee's.
    share: Decimal,
    arrears_paid_on: Option<Date>,
}

/// Pay over time: of everyone, or along one line.
#[derive(Debug, Clone)]
enum Pay {
    All(Arc<Path>),
    Line(PayLine),
}

impl Pay {
    fn earned(&self, from: Ticks, to: Ticks, a_year: i128) -> Result<Amount, CostingError> {
        match self {
            Self::All(path) => path.earned(from, to),
            Self::Line(line) => line.earned(from, to, a_year),
        }
    }

    fn at(&self, moment: Ticks, a_year: i128) -> Result<AnnualPay, CostingError> {
        match self {
            Self::All(path) => path.pay_at(moment),
            Self::Line(line) => line.pay_at(moment, a_year),
        }
    }

    fn changes(&self) -> Vec<Ticks> {
        match self {
            Self::All(path) => path.changes().chain(path.standing().changes()).collect(),
            Self::Line(line) => line.changes().collect(),
        }
    }
}

/// Makes the scenario's employee ready: at a rate, of a group, or the average. `None` where the
/// rate is unknown.
///
/// # Errors
/// [`CostingError`].
pub fn looked_at(model: &Model<'_>) -> Result<Option<Looked>, CostingError> {
    let scenario = model.scenario;
    let looked = &scenario.employee;
    let cohorts = &model.part.cohorts;
    let fte = looked.fte.get();
    let a_year = ten_thousandths(fte)?
        .checked_mul(cohorts.a_year)
        .ok_or(CostingError::TooLarge)?;
    let groups = scenario.workforce.groups().unwrap_or_default();
    let group = looked.group.as_ref().and_then(|name| {
        let at = groups.iter().position(|group| group.name == *name)?;
        Some((at, groups.get(at)?))
    });
    let seat = group.and_then(|(at, _)| {
        let place = cohorts.seats.binary_search_by_key(&at, |seat| seat.group);
        cohorts.seats.get(place.ok()?).copied()
    });
    let ready = |who: Who, rate: Decimal| {
        Some(Looked {
            who,
            fte,
            a_year,
            rate,
        })
    };
    let part = || model.part.clone();
    if let Some(rate) = looked.rate {
        let class = seat.map(|seat| seat.class);
        if class.is_some_and(|class| model.part.hidden.get(class) == Some(&true)) {
            return Ok(None);
        }
        return Ok(ready(Who::Alone(part(), rate, class), rate.get()));
    }
    match (seat, group) {
        (Some(seat), Some((_, group))) => {
            let rate = scenario.workforce.rate_of(group).get();
            Ok(rate.and_then(|rate| ready(Who::Member(part(), seat), rate.get())))
        }
        _ if looked.group.is_some() => Ok(None),
        _ => average(model, fte, a_year),
    }
}

fn average(model: &Model<'_>, fte: Decimal, a_year: i128) -> Result<Option<Looked>, CostingError> {
    let (Some(paid), Some(all)) = (&model.paid, model.fte()) else {
        return Ok(None);
    };
    let units = super::amount::decimal(paid.cohorts.a_year, 4);
    let rate = model
        .base_payroll()?
        .and_then(|payroll| payroll.checked_div(all))
        .and_then(|pay| pay.checked_div(units));
    let share = fte.checked_div(all);
    Ok(share.zip(rate).map(|(share, rate)| Looked {
        who: Who::Average(paid.clone(), share),
        fte,
        a_year,
        rate,
    }))
}

impl Looked {
    /// Full-time equivalent of the employee.
    #[must_use]
    pub fn fte(&self) -> Decimal {
        self.fte
    }

    /// Annual pay on the as-of date, dollars; of the rate's own unit.
    #[must_use]
    pub fn annual_pay(&self, model: &Model<'_>) -> Option<Decimal> {
        let units = super::amount::decimal(model.part.cohorts.a_year, 4);
        self.rate.checked_mul(units)
    }

    fn paid(&self) -> &Arc<Paid> {
        match &self.who {
            Who::Average(paid, _) | Who::Member(paid, _) | Who::Alone(paid, ..) => paid,
        }
    }

    fn class(&self) -> Option<usize> {
        match &self.who {
            Who::Average(..) => None,
            Who::Member(_, seat) => Some(seat.class),
            Who::Alone(_, _, class) => *class,
        }
    }

    /// The employee's pay under a path and the events it was made of.
    fn pay(
        &self,
        model: &Model<'_>,
        path: Arc<Path>,
        events: &[Event],
    ) -> Result<Option<Pay>, CostingError> {
        let paid = self.paid();
        Ok(match &self.who {
            Who::Average(..) => Some(Pay::All(path)),
            Who::Member(_, seat) => member(model, paid, seat, &path, events)?,
            Who::Alone(_, rate, class) => {
                let line = alone::line(model, paid, events, &path, *rate, *class)?;
                Some(Pay::Line(line))
            }
        })
    }

    /// The part of a lump sum's employees that the one looked at stands for: 1 or 0 for somebody, a share for
    /// the average.
    fn part_of(&self, scope: usize, by_heads: bool) -> Option<Decimal> {
        let cohorts = &self.paid().cohorts;
        if scope == 0 {
            return Some(Decimal::ONE);
        }
        match (&self.who, self.class()) {
            (Who::Average(..), _) => {
                let count = |scope: usize| {
                    let classes = cohorts.classes_in(scope).map(|(_, class)| {
                        if by_heads {
                            class.headcount
                        } else {
                            class.whole_fte
                        }
                    });
                    classes.sum::<Option<i128>>()
                };
                let (some, all) = (count(scope)?, count(0)?);
                super::amount::decimal(some, 0).checked_div(super::amount::decimal(all, 0))
            }
            (_, Some(class)) if cohorts.applies(scope, class) => Some(Decimal::ONE),
            _ => Some(Decimal::ZERO),
        }
    }
}

/// The mean pay of a group's parts, each along its own way up the steps.
fn member(
    model: &Model<'_>,
    paid: &Paid,
    seat: &Seat,
    path: &Path,
    events: &[Event],
) -> Result<Option<Pay>, CostingError> {
    let holds: Vec<Hold> = super::model::holds(events);
    let way = model.ready.way();
    let tracks = way.tracks(&paid.cohorts, seat, paid.standing.parts, &holds);
    let mut lines = Vec::with_capacity(tracks.len());
    for track in &tracks {
        let line = match track.place {
            super::cohorts::Place::Rate(number) => {
                let rate = paid.cohorts.rates.get(number).copied().unwrap_or_default();
                let rate = super::amount::decimal(i128::from(rate), paid.cohorts.rate_decimals);
                let Ok(rate) = HourlyRate::new(rate) else {
                    return Ok(None);
                };
                Some(alone::line(
                    model,
                    paid,
                    events,
                    path,
                    rate,
                    Some(seat.class),
                )?)
            }
            super::cohorts::Place::Step { .. } => PayLine::along(path, track)?,
        };
        let Some(line) = line else { return Ok(None) };
        lines.push((track.parts, line));
    }
    Ok(Some(Pay::Line(PayLine::mean(&lines)?)))
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
        let share = match &looked.who {
            Who::Average(_, share) => *share,
            _ => Decimal::ONE,
        };
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
            a_year: looked.a_year,
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
                | LumpAmount::Prorated(Known::Known(money)) => money.get().checked_mul(looked.fte),
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
