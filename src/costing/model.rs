//! A scenario made ready for costing: its workforce in cohorts, who stands on which step, its calendar, its
//! baseline.

use std::sync::{Arc, Mutex, OnceLock};

use rust_decimal::Decimal;

use super::clock::{Clock, Ticks};
use super::cohorts::Cohorts;
use super::error::CostingError;
pub use super::follow::Follow;
use super::follow::{holds, path_of};
pub use super::paid::Paid;
use super::path::Path;
use super::schedule::{Calendar, Event, Setting, Timing, merged};
use super::standing::{self, HeldSteps, Ladderway, Standing};
use super::unpublished::UnknownPeople;
use crate::scenario::{Clause, ClauseTerms, Offer, Scenario, Scope, Workforce};
use crate::units::{Date, HoursPerYear};

/// A scenario made ready. Building it groups the workforce and counts who stands on which step, the only
/// parts whose time grows with the number of employees; [`Model::regrouped`] reuses them.
#[derive(Debug, Clone)]
pub struct Model<'s> {
    pub scenario: &'s Scenario,
    pub(crate) calendar: Calendar,
    /// The start of the term's first day.
    pub first: Ticks,
    /// The end of the horizon.
    pub end: Ticks,
    /// The distinct scopes of all clauses; number 0 is everyone.
    pub scopes: Vec<Scope>,
    /// The owed raises not yet in the rates.
    pub(crate) baseline: Vec<Event>,
    /// The workforce with its baseline; `None` where some of it is unknown.
    pub paid: Option<Arc<Paid>>,
    /// The workforce as far as it is known.
    pub part: Arc<Paid>,
    /// What can be kept while offers change.
    pub ready: Ready,
}

/// What of a model depends on the workforce and the calendar only.
#[derive(Debug, Clone)]
pub struct Ready {
    workforce: Arc<Workforce>,
    hours: HoursPerYear,
    calendar: Calendar,
    rule: crate::scenario::EffectiveRule,
    last_day: Date,
    /// Who is paid what.
    cohorts: Arc<Cohorts>,
    /// Who stands where, by the steps held: counted once for each.
    standings: Arc<Mutex<Vec<Counted>>>,
    /// What nobody has published of the workforce, once it was looked for.
    unknown_people: Arc<OnceLock<UnknownPeople>>,
}

/// Steps held, and who stands where then.
type Counted = (Vec<HeldSteps>, Arc<Standing>);

impl<'s> Model<'s> {
    /// Makes a scenario ready.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn new(scenario: &'s Scenario) -> Result<Self, CostingError> {
        Self::regrouped(scenario, None)
    }

    /// Makes a scenario ready, reusing what was made of the same workforce, hours and scopes.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn regrouped(scenario: &'s Scenario, ready: Option<Ready>) -> Result<Self, CostingError> {
        let calendar = calendar_of(scenario);
        let clock = calendar.clock;
        let scopes = used_scopes(scenario);
        let baseline = owed(scenario, calendar, &scopes).of_baseline(&scenario.baseline)?;
        let ready = match ready.filter(|ready| ready.fits(scenario, calendar, &scopes)) {
            Some(ready) => ready,
            None => Ready::new(scenario, calendar, &scopes)?,
        };
        let standing = ready.standing(&[])?;
        let part = Paid::new(scenario, calendar, &ready.cohorts, standing, &baseline)?;
        let part = Arc::new(part);
        let is_whole = !part.hidden.any_pay(Ticks::MIN, Ticks::MAX);
        Ok(Self {
            scenario,
            calendar,
            first: clock.start_of(calendar.first_day),
            end: clock.end_of(calendar.horizon),
            scopes,
            baseline,
            paid: is_whole.then(|| part.clone()),
            part,
            ready,
        })
    }

    /// The counted clauses of an offer as it stands, in the order they apply.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn events(&self, offer: &Offer) -> Result<Vec<Event>, CostingError> {
        self.events_when(offer, Timing::of(self.scenario, offer))
    }

    /// The same under another timing.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn events_when(&self, offer: &Offer, timing: Timing) -> Result<Vec<Event>, CostingError> {
        self.events_until(offer, timing, self.calendar.horizon)
    }

    /// The same, counted up to another day.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn events_until(
        &self,
        offer: &Offer,
        timing: Timing,
        last_counted: Date,
    ) -> Result<Vec<Event>, CostingError> {
        self.setting(offer, timing, last_counted)
            .of_offer(&offer.clauses)
    }

    /// What decides when an offer's clauses apply, under a timing and up to a day.
    #[must_use]
    pub fn setting(&self, offer: &Offer, timing: Timing, last_counted: Date) -> Setting<'_> {
        Setting {
            scenario: self.scenario,
            calendar: self.calendar,
            scopes: &self.scopes,
            rule: self.scenario.effective_rule(offer),
            timing,
            last_counted: self.scenario.last_day_of(offer).min(last_counted),
            own_last: Some(self.scenario.last_day_of(offer)),
        }
    }

    /// r(t): pay under the baseline and an offer's events, in order.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn path(&self, paid: &Paid, events: &[Event]) -> Result<Path, CostingError> {
        let follow = Follow {
            rounding: paid.rounding,
            detailed: false,
        };
        self.followed(paid, events, follow)
    }

    /// The same, followed in another way.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn followed(
        &self,
        paid: &Paid,
        events: &[Event],
        follow: Follow,
    ) -> Result<Path, CostingError> {
        let holds = holds(events);
        let standing = if holds.is_empty() {
            paid.standing.clone()
        } else {
            self.ready.standing(&holds)?
        };
        let all = merged(&self.baseline, events);
        path_of(&paid.cohorts, &standing, self.calendar, &all, follow)
    }

    /// b(t) with nobody moving a step.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn baseline_without_steps(&self) -> Result<Path, CostingError> {
        let way = self.ready.way();
        let parts = self.part.standing.parts;
        let still = Arc::new(Standing::still(&way, &self.part.cohorts, parts)?);
        let all = merged(&self.baseline, &[]);
        let follow = Follow {
            rounding: self.part.rounding,
            detailed: false,
        };
        path_of(&self.part.cohorts, &still, self.calendar, &all, follow)
    }

    /// Base payroll, dollars a year; `None` where pay of somebody is unknown.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn base_payroll(&self) -> Result<Option<Decimal>, CostingError> {
        if self.part.cohorts.classes.iter().any(|one| one.is_unknown) {
            return Ok(None);
        }
        self.part
            .cohorts
            .base_payroll()
            .map(|pay| Some(pay.dollars()))
    }

    /// Dollars over everyone's full-time equivalents.
    #[must_use]
    pub fn per_fte(&self, dollars: Option<Decimal>) -> Option<Decimal> {
        dollars?.checked_div(self.fte()?)
    }

    /// Full-time equivalents of everyone.
    #[must_use]
    pub fn fte(&self) -> Option<Decimal> {
        let classes = self.part.cohorts.classes.iter();
        let mut all = classes.map(|class| class.whole_fte);
        let all = all.try_fold(0_i128, |sum, fte| sum.checked_add(fte?))?;
        Decimal::try_from_i128_with_scale(all, 4).ok()
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

impl Ready {
    fn new(
        scenario: &Scenario,
        calendar: Calendar,
        scopes: &[Scope],
    ) -> Result<Self, CostingError> {
        let cohorts = Cohorts::of(&scenario.workforce, scenario.hours, scopes)?;
        Ok(Self {
            workforce: scenario.workforce.clone(),
            hours: scenario.hours,
            calendar,
            rule: scenario.effective,
            last_day: last_day_asked_for(scenario),
            cohorts: Arc::new(cohorts),
            standings: Arc::default(),
            unknown_people: Arc::default(),
        })
    }

    fn fits(&self, scenario: &Scenario, calendar: Calendar, scopes: &[Scope]) -> bool {
        Arc::ptr_eq(&self.workforce, &scenario.workforce)
            && self.hours == scenario.hours
            && self.calendar == calendar
            && self.rule == scenario.effective
            && self.last_day == last_day_asked_for(scenario)
            && self.cohorts.grouped_by(scopes)
    }

    /// What nobody has published of the workforce.
    pub(super) fn unknown_people(&self) -> &UnknownPeople {
        self.unknown_people
            .get_or_init(|| UnknownPeople::of(&self.workforce))
    }

    /// The calendar and rules that steps move by.
    #[must_use]
    pub fn way(&self) -> Ladderway<'_> {
        Ladderway {
            workforce: &self.workforce,
            calendar: self.calendar,
            rule: self.rule,
            last_day: self.last_day,
        }
    }

    /// Who stands where while some steps are held; counted at the first asking.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn standing(&self, holds: &[HeldSteps]) -> Result<Arc<Standing>, CostingError> {
        // A lock that was poisoned only means that counting is done again.
        if let Ok(known) = self.standings.lock()
            && let Some((_, standing)) = known.iter().find(|(own, _)| own == holds)
        {
            return Ok(standing.clone());
        }
        let standing = Arc::new(standing::Standing::moving(
            &self.way(),
            &self.cohorts,
            holds,
        )?);
        if let Ok(mut known) = self.standings.lock() {
            if known.len() >= MOST_STANDINGS {
                known.truncate(1);
            }
            known.push((holds.to_vec(), standing.clone()));
        }
        Ok(standing)
    }
}

fn calendar_of(scenario: &Scenario) -> Calendar {
    Calendar {
        clock: Clock::new(scenario.accrual),
        periods: scenario.pay_periods(),
        first_day: scenario.term.first_day,
        horizon: scenario.common_horizon(),
    }
}

/// The effective day of the last owed raise that takes effect before a day; of raises in the rates already too.
#[must_use]
pub fn last_owed_before(scenario: &Scenario, day: Date) -> Option<Date> {
    let setting = owed(scenario, calendar_of(scenario), &[]);
    let clauses = scenario.baseline.iter();
    clauses
        .filter(|clause| clause.counted && clause.terms.changes_rates())
        .map(|clause| setting.stands_on(clause).0)
        .filter(|own| *own < day)
        .max()
}

/// What decides when owed raises apply: the scenario's own rule, and no ratification.
fn owed<'a>(scenario: &'a Scenario, calendar: Calendar, scopes: &'a [Scope]) -> Setting<'a> {
    Setting {
        scenario,
        calendar,
        scopes,
        rule: scenario.effective,
        timing: Timing::ON_TIME,
        last_counted: calendar.horizon,
        own_last: None,
    }
}

/// Ways of holding steps that are kept counted; the first is that of nobody held.
const MOST_STANDINGS: usize = 16;

/// The last day that who stands where is asked for: some figures look past the horizon.
fn last_day_asked_for(scenario: &Scenario) -> Date {
    let horizon = scenario.common_horizon().plus_months(12);
    let reference = scenario
        .inflation
        .as_ref()
        .and_then(|index| index.reference);
    let reference = reference.unwrap_or(scenario.workforce.rates_as_of);
    let clauses = scenario.offers.iter().flat_map(|offer| &offer.clauses);
    let measured = clauses.filter_map(|clause| match clause.terms {
        ClauseTerms::LumpSum { measured_to, .. } if clause.counted => measured_to,
        _ => None,
    });
    measured
        .max()
        .unwrap_or(horizon)
        .max(reference)
        .max(horizon)
}

/// The distinct scopes of all clauses, everyone first.
fn used_scopes(scenario: &Scenario) -> Vec<Scope> {
    let mut scopes = vec![Scope::default()];
    let mut note = |scope: &Scope| {
        if !scopes.contains(scope) {
            scopes.push(scope.clone());
        }
    };
    let offers = scenario.offers.iter().flat_map(|offer| &offer.clauses);
    let all = scenario.baseline.iter().chain(offers);
    for clause in all.filter(|clause: &&Clause| clause.counted) {
        note(&clause.scope);
        if let ClauseTerms::EquityPool { payroll_of, .. } = &clause.terms {
            note(payroll_of);
        }
    }
    scopes
}
