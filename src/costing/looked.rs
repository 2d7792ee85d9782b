//! Whose pay is looked at: somebody of a group, somebody at a rate, or the average (METHOD.md "One employee").

use std::sync::Arc;

use rust_decimal::Decimal;

use super::alone;
use super::amount::{Amount, AnnualPay, decimal};
use super::clock::Ticks;
use super::cohorts::{Place, Seat, ten_thousandths};
use super::error::CostingError;
use super::follow::holds;
use super::model::{Model, Paid};
use super::path::Path;
use super::pay_line::PayLine;
use super::schedule::Event;
use crate::units::HourlyRate;

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
    /// number is everyone's FTE.
    Average(Arc<Paid>, Decimal),
    /// Somebody of a group, who moves up steps with it.
    Member(Arc<Paid>, Seat),
    /// Somebody at a rate of their own; the class whose clauses apply, where there is one.
    Alone(Arc<Paid>, HourlyRate, Option<usize>),
}

/// Pay over time: of everyone, or along one line.
#[derive(Debug, Clone)]
pub(super) enum Pay {
    All(Arc<Path>),
    Line(PayLine),
}

impl Pay {
    pub(super) fn earned(
        &self,
        from: Ticks,
        to: Ticks,
        a_year: i128,
    ) -> Result<Amount, CostingError> {
        match self {
            Self::All(path) => path.earned(from, to),
            Self::Line(line) => line.earned(from, to, a_year),
        }
    }

    pub(super) fn at(&self, moment: Ticks, a_year: i128) -> Result<AnnualPay, CostingError> {
        match self {
            Self::All(path) => path.pay_at(moment),
            Self::Line(line) => line.pay_at(moment, a_year),
        }
    }

    pub(super) fn changes(&self) -> Vec<Ticks> {
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
    let units = decimal(paid.cohorts.a_year, 4);
    let rate = model
        .base_payroll()?
        .and_then(|payroll| payroll.checked_div(all))
        .and_then(|pay| pay.checked_div(units));
    Ok(rate.map(|rate| Looked {
        who: Who::Average(paid.clone(), all),
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
        let units = decimal(model.part.cohorts.a_year, 4);
        self.rate.checked_mul(units)
    }

    /// FTE × what makes a rate a year's pay, in 10⁻⁸.
    pub(super) fn a_year(&self) -> i128 {
        self.a_year
    }

    /// What part of the pay followed is the employee's: so many full-time equivalents of so many. Kept as two
    /// numbers, so that an exact half of a cent stays one.
    pub(super) fn share(&self) -> (Decimal, Decimal) {
        match &self.who {
            Who::Average(_, all) => (self.fte, *all),
            _ => (Decimal::ONE, Decimal::ONE),
        }
    }

    pub(super) fn paid(&self) -> &Arc<Paid> {
        match &self.who {
            Who::Average(paid, _) | Who::Member(paid, _) | Who::Alone(paid, ..) => paid,
        }
    }

    pub(super) fn class(&self) -> Option<usize> {
        match &self.who {
            Who::Average(..) => None,
            Who::Member(_, seat) => Some(seat.class),
            Who::Alone(_, _, class) => *class,
        }
    }

    /// The employee's pay under a path and the events it was made of.
    pub(super) fn pay(
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
    pub(super) fn part_of(&self, scope: usize, by_heads: bool) -> Option<Decimal> {
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
                decimal(some, 0).checked_div(decimal(all, 0))
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
    let held = holds(events);
    let way = model.ready.way();
    let tracks = way.tracks(&paid.cohorts, seat, paid.standing.parts, &held);
    let mut lines = Vec::with_capacity(tracks.len());
    for track in &tracks {
        let line = match track.place {
            Place::Rate(number) => {
                let rate = paid.cohorts.rates.get(number).copied().unwrap_or_default();
                let rate = decimal(i128::from(rate), paid.cohorts.rate_decimals);
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
            Place::Step { .. } => PayLine::along(path, track)?,
        };
        let Some(line) = line else { return Ok(None) };
        lines.push((track.parts, line));
    }
    Ok(Some(Pay::Line(PayLine::mean(&lines)?)))
}
