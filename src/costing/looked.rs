//! Whose pay is looked at: somebody of a group, somebody at a rate, or the average (METHOD.md "One employee").

use std::sync::Arc;

use rust_decimal::Decimal;

use super::alone;
use super::amount::{Amount, AnnualPay, decimal};
use super::clock::Ticks;
use super::cohorts::{RatePlace, Seat, ten_thousandths};
use super::error::CostingError;
use super::follow::holds;
use super::hidden::Hidden;
use super::model::{Model, Paid};
use super::path::Path;
use super::pay_line::PayLine;
use super::schedule::Event;
use crate::scenario::LumpAmount;
use crate::units::HourlyRate;

/// The employee looked at, made ready.
#[derive(Debug, Clone)]
pub struct Looked {
    who: Who,
    /// Full-time equivalent of the employee.
    fte: Decimal,
    /// FTE × what makes a rate a year's pay, in 10⁻⁸.
    a_year: i128,
    /// Rate on the as-of date, in the workforce's unit; `None` where it is unknown.
    pub(crate) rate: Option<Decimal>,
}

/// Who is looked at.
#[derive(Debug, Clone)]
enum Who {
    /// Everyone's pay over everyone's FTE: each rate is rounded by itself before the average is taken. The
    /// number is everyone's FTE, where it is known.
    Average(Arc<Paid>, Option<Decimal>),
    /// Somebody of a group, who moves up steps with it.
    Member(Arc<Paid>, Seat),
    /// Somebody at a rate of their own; the class whose clauses apply, where there is one.
    Alone(Arc<Paid>, HourlyRate, Option<usize>),
    /// Somebody of a group, by its class, whose rate nobody has published.
    Unpaid(Arc<Paid>, usize),
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

    /// When pay changes between two moments, both included; in no order.
    pub(super) fn changes(&self, from: Ticks, to: Ticks) -> Vec<Ticks> {
        match self {
            Self::All(path) => {
                let moves = path.standing().moments(from, to);
                path.changes().chain(moves.iter().copied()).collect()
            }
            Self::Line(line) => line.changes().collect(),
        }
    }
}

/// Makes the scenario's employee ready: at a rate, of a group, or the average. `None` where there is no such
/// group, or nobody works.
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
    let groups = scenario.workforce.read_groups();
    let group = looked.group.as_ref().and_then(|name| {
        let at = groups.iter().position(|group| group.name == *name)?;
        Some((at, groups.get(at)?))
    });
    let seat = group.and_then(|(at, _)| {
        let place = cohorts.seats.binary_search_by_key(&at, |seat| seat.group);
        cohorts.seats.get(place.ok()?).copied()
    });
    let class = group.and_then(|(at, _)| cohorts.class_of.get(at).copied());
    let ready = |who: Who, rate: Option<Decimal>| {
        Ok(Some(Looked {
            who,
            fte,
            a_year,
            rate,
        }))
    };
    let part = || model.part.clone();
    if let Some(rate) = looked.rate {
        return ready(Who::Alone(part(), rate, class), Some(rate.get()));
    }
    match (group, seat, class) {
        (Some((_, group)), Some(seat), _) => {
            let rate = scenario.workforce.rate_of(group).get();
            ready(Who::Member(part(), seat), rate.map(|rate| rate.get()))
        }
        (Some(_), None, Some(class)) => ready(Who::Unpaid(part(), class), None),
        _ if looked.group.is_some() => Ok(None),
        _ => {
            let all = model.fte();
            if all.is_some_and(|all| all.is_zero()) {
                return Ok(None);
            }
            let units = decimal(cohorts.a_year, 4);
            let rate = model.base_payroll()?.zip(all).and_then(|(payroll, all)| {
                let pay = payroll.checked_div(all)?;
                pay.checked_div(units)
            });
            ready(Who::Average(part(), all), rate)
        }
    }
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
        self.rate?.checked_mul(units)
    }

    /// FTE × what makes a rate a year's pay, in 10⁻⁸.
    pub(super) fn a_year(&self) -> i128 {
        self.a_year
    }

    /// What part of the pay followed is the employee's: so many full-time equivalents of so many. Kept as two
    /// numbers, so that an exact half of a cent stays one.
    pub(super) fn share(&self) -> (Decimal, Decimal) {
        match &self.who {
            // Where everyone's FTE is unknown the average is hidden at all times, and its share is in no figure.
            Who::Average(_, all) => (self.fte, all.unwrap_or(Decimal::ONE)),
            _ => (Decimal::ONE, Decimal::ONE),
        }
    }

    pub(super) fn paid(&self) -> &Arc<Paid> {
        match &self.who {
            Who::Average(paid, _)
            | Who::Member(paid, _)
            | Who::Alone(paid, ..)
            | Who::Unpaid(paid, _) => paid,
        }
    }

    pub(super) fn class(&self) -> Option<usize> {
        match &self.who {
            Who::Average(..) => None,
            Who::Member(_, seat) => Some(seat.class),
            Who::Alone(_, _, class) => *class,
            Who::Unpaid(_, class) => Some(*class),
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
            // Hidden at all times, somebody of unknown pay has any.
            Who::Average(..) | Who::Unpaid(..) => Some(Pay::All(path)),
            Who::Member(_, seat) => member(model, paid, seat, &path, events)?,
            Who::Alone(_, rate, class) => {
                let line = alone::line(model, paid, events, &path, *rate, *class)?;
                Some(Pay::Line(line))
            }
        })
    }

    /// When the employee's pay isn't known.
    pub(super) fn hidden(&self, hidden: &Hidden) -> Vec<(Ticks, Ticks)> {
        match &self.who {
            Who::Average(paid, all) => {
                let classes = &paid.cohorts.classes;
                let is_unknown = all.is_none() || classes.iter().any(|class| class.is_unknown);
                let always = is_unknown.then_some((Ticks::MIN, Ticks::MAX));
                hidden.all_spans().chain(always).collect()
            }
            Who::Unpaid(..) => vec![(Ticks::MIN, Ticks::MAX)],
            Who::Member(_, seat) if matches!(seat.place, RatePlace::Step { .. }) => {
                hidden.spans(self.class()).to_vec()
            }
            Who::Member(..) | Who::Alone(..) => hidden.spans_off_scales(self.class()).to_vec(),
        }
    }

    /// Whether everyone's FTE, of which the employee has a share, is known.
    pub(super) fn has_share(&self) -> bool {
        matches!(&self.who, Who::Average(_, Some(_)))
    }

    /// Whether a scope's clauses may be for the employee.
    pub(super) fn is_for(&self, scope: usize) -> bool {
        let cohorts = &self.paid().cohorts;
        match (&self.who, self.class()) {
            _ if scope == 0 || !cohorts.has_groups => true,
            (Who::Average(..), _) => cohorts.classes_in(scope).next().is_some(),
            (_, class) => class.is_some_and(|class| cohorts.applies(scope, class)),
        }
    }

    /// The part of a lump sum's employees that the one looked at stands for: 1 or 0 for somebody, a share for
    /// the average. A percent of pay is taken of what the scope is paid, so that its part is whole.
    pub(super) fn part_of(&self, scope: usize, amount: &LumpAmount) -> Option<Decimal> {
        let cohorts = &self.paid().cohorts;
        if scope == 0 {
            return Some(Decimal::ONE);
        }
        let by_heads = matches!(amount, LumpAmount::PerHead(_));
        match (&self.who, self.class()) {
            (Who::Average(..), _) if matches!(amount, LumpAmount::PercentOfPay(_)) => {
                Some(Decimal::ONE)
            }
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
            RatePlace::Rate(number) => {
                let rate = paid.cohorts.rate_of(number)?;
                Some(alone::line(
                    model,
                    paid,
                    events,
                    path,
                    rate,
                    Some(seat.class),
                )?)
            }
            RatePlace::Step { .. } => PayLine::along(path, track)?,
        };
        let Some(line) = line else { return Ok(None) };
        lines.push((track.parts, line));
    }
    Ok(Some(Pay::Line(PayLine::mean(&lines)?)))
}
