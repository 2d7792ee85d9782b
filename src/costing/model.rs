//! A scenario made ready for costing: its workforce in cohorts, its calendar, its baseline.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::amount::AnnualPay;
use super::clock::{Clock, Ticks};
use super::cohorts::{Cell, Cohorts};
use super::error::CostingError;
use super::lines::{Change, unrounded};
use super::path::Path;
use super::schedule::{Calendar, Effect, RateChange, Step, Timing, merged};
use super::{cents, schedule};
use crate::scenario::{Clause, Offer, Rounding, Scenario, Scope};
use crate::units::Date;

/// A scenario made ready. Building it groups the workforce, which is the only part whose time grows
/// with the number of employees; [`Model::regrouped`] reuses that part.
#[derive(Debug, Clone)]
pub struct Model<'s> {
    /// The scenario.
    pub scenario: &'s Scenario,
    /// Its calendar.
    pub calendar: Calendar,
    /// The start of the term's first day.
    pub first: Ticks,
    /// The end of the horizon.
    pub end: Ticks,
    /// The distinct scopes of all clauses; number 0 is everyone.
    pub scopes: Vec<Scope>,
    /// The baseline's steps not yet in the rates.
    pub baseline: Vec<Step>,
    /// The workforce with its baseline; `None` where pay or FTE is unknown.
    pub paid: Option<Paid>,
}

/// A workforce in cohorts, with what it is paid without any offer.
#[derive(Debug, Clone)]
pub struct Paid {
    /// Who is paid what.
    pub cohorts: Arc<Cohorts>,
    /// How rates are rounded.
    pub rounding: Rounding,
    /// b(t): pay under the baseline.
    pub baseline: Path,
}

impl<'s> Model<'s> {
    /// Makes a scenario ready.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn new(scenario: &'s Scenario) -> Result<Self, CostingError> {
        Self::regrouped(scenario, None)
    }

    /// Makes a scenario ready, reusing cohorts made from the same workforce, hours and scopes.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn regrouped(
        scenario: &'s Scenario,
        cohorts: Option<Arc<Cohorts>>,
    ) -> Result<Self, CostingError> {
        let clock = Clock::new(scenario.accrual);
        let calendar = Calendar {
            clock,
            periods: scenario.pay_periods(),
            first_day: scenario.term.first_day,
            horizon: scenario.common_horizon(),
        };
        let scopes = used_scopes(scenario);
        let baseline = calendar.baseline_steps(
            &scenario.baseline,
            scenario.effective,
            scenario.workforce.rates_as_of,
            |clause| number_of(&scopes, clause),
        );
        let cohorts = match cohorts.filter(|ready| ready.grouped_by(&scopes)) {
            Some(ready) => Some(ready),
            None => Cohorts::of(&scenario.workforce, scenario.hours, &scopes)?.map(Arc::new),
        };
        let mut model = Self {
            scenario,
            calendar,
            first: clock.start_of(calendar.first_day),
            end: clock.end_of(calendar.horizon),
            scopes,
            baseline,
            paid: None,
        };
        if let Some(cohorts) = cohorts {
            model.paid = model.paid_by(cohorts, scenario.workforce.rounding)?;
        }
        Ok(model)
    }

    /// A workforce with its baseline. `None` where the baseline holds an unknown raise.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn paid_by(
        &self,
        cohorts: Arc<Cohorts>,
        rounding: Rounding,
    ) -> Result<Option<Paid>, CostingError> {
        if self
            .baseline
            .iter()
            .any(|step| step.counts && step.effect == Effect::UnknownRate)
        {
            return Ok(None);
        }
        let steps: Vec<&Step> = self.baseline.iter().collect();
        let baseline = path_of(&cohorts, rounding, &steps)?;
        Ok(Some(Paid {
            cohorts,
            rounding,
            baseline,
        }))
    }

    /// The workforce kept apart by market, bargaining unit and job family.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn paid_by_cell(&self) -> Result<Option<(Paid, Vec<Cell>)>, CostingError> {
        let workforce = &self.scenario.workforce;
        match Cohorts::by_cell(workforce, self.scenario.hours, &self.scopes)? {
            Some((cohorts, cells)) => Ok(self
                .paid_by(Arc::new(cohorts), workforce.rounding)?
                .map(|paid| (paid, cells))),
            None => Ok(None),
        }
    }

    /// The steps of an offer as it stands.
    #[must_use]
    pub fn steps(&self, offer: &Offer) -> Vec<Step> {
        self.steps_when(offer, Timing::of(self.scenario, offer))
    }

    /// The steps of an offer under another timing.
    #[must_use]
    pub fn steps_when(&self, offer: &Offer, timing: Timing) -> Vec<Step> {
        self.calendar.offer_steps(
            offer,
            self.scenario.effective_rule(offer),
            timing,
            self.scenario.last_day_of(offer),
            |clause| number_of(&self.scopes, clause),
        )
    }

    /// r(t): pay under the baseline and an offer's steps, in order.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn path(&self, paid: &Paid, steps: &[Step]) -> Result<Path, CostingError> {
        path_of(&paid.cohorts, paid.rounding, &merged(&self.baseline, steps))
    }

    /// r(t) with rates left unrounded.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn unrounded_path(&self, paid: &Paid, steps: &[Step]) -> Result<Path, CostingError> {
        path_of(
            &paid.cohorts,
            Rounding::None,
            &merged(&self.baseline, steps),
        )
    }

    /// Base payroll, dollars a year.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn base_payroll(&self) -> Result<Option<Decimal>, CostingError> {
        self.paid
            .as_ref()
            .map(|paid| paid.cohorts.base_payroll().map(AnnualPay::dollars))
            .transpose()
    }

    /// Full-time equivalents of everyone.
    #[must_use]
    pub fn fte(&self) -> Option<Decimal> {
        let paid = self.paid.as_ref()?;
        Decimal::try_from_i128_with_scale(paid.cohorts.fte(), 4).ok()
    }

    /// The first day of the term.
    #[must_use]
    pub fn first_day(&self) -> Date {
        self.calendar.first_day
    }

    /// The last day counted.
    #[must_use]
    pub fn horizon(&self) -> Date {
        self.calendar.horizon
    }
}

/// The rate changes among steps, as a path through the cohorts. Steps that don't count are left out.
fn path_of(cohorts: &Cohorts, rounding: Rounding, steps: &[&Step]) -> Result<Path, CostingError> {
    let changes: Vec<Change> = steps
        .iter()
        .filter(|step| step.counts)
        .filter_map(|step| match step.effect {
            Effect::Rate(change) => Some(Change {
                at: step.at,
                change,
                scope: step.scope,
            }),
            _ => None,
        })
        .collect();
    if rounding == Rounding::Cent && cohorts.has_rates() {
        cents::rounded(cohorts, &changes)
    } else {
        unrounded(cohorts, &changes)
    }
}

/// Steps with floors removed and minimum amounts reduced to their percent: what is left acts alike on
/// every rate.
#[must_use]
pub fn without_floors(steps: &[Step]) -> Vec<Step> {
    steps
        .iter()
        .filter_map(|step| {
            let mut step = step.clone();
            match step.effect {
                Effect::Rate(RateChange::Floor(_)) => return None,
                Effect::Rate(RateChange::GreaterOf(factor, _)) => {
                    step.effect = Effect::Rate(RateChange::Percent(factor));
                }
                _ => {}
            }
            Some(step)
        })
        .collect()
}

/// A step with its percent one point higher; `None` where it has no percent.
#[must_use]
pub fn one_point_more(step: &Step) -> Option<Step> {
    use crate::scenario::LumpAmount;
    use crate::units::{Known, Percent};
    let percent = step.percent?.get().checked_add(Decimal::ONE)?;
    let percent = Percent::new(percent).ok()?;
    let factor = schedule::Factor::of(percent);
    let mut higher = step.clone();
    higher.percent = Some(percent);
    higher.effect = match &step.effect {
        Effect::Rate(RateChange::Percent(_)) => Effect::Rate(RateChange::Percent(factor)),
        Effect::Rate(RateChange::GreaterOf(_, amount)) => {
            Effect::Rate(RateChange::GreaterOf(factor, *amount))
        }
        Effect::LumpSum(LumpAmount::PercentOfPay(_)) => {
            Effect::LumpSum(LumpAmount::PercentOfPay(Known::Known(percent)))
        }
        _ => return None,
    };
    Some(higher)
}

/// The distinct scopes of all clauses, everyone first.
fn used_scopes(scenario: &Scenario) -> Vec<Scope> {
    let mut scopes = vec![Scope::default()];
    let offers = scenario.offers.iter().flat_map(|offer| &offer.clauses);
    for clause in scenario.baseline.iter().chain(offers) {
        if !scopes.contains(&clause.scope) {
            scopes.push(clause.scope.clone());
        }
    }
    scopes
}

fn number_of(scopes: &[Scope], clause: &Clause) -> usize {
    scopes
        .iter()
        .position(|scope| *scope == clause.scope)
        .unwrap_or_default()
}
