//! A scenario made ready for costing: its workforce in cohorts, who stands on which step, its calendar, its
//! baseline.

use std::sync::{Arc, Mutex};

use rust_decimal::Decimal;

use super::amount::{Amount, AnnualPay};
use super::changes;
use super::clock::{Clock, Ticks};
use super::cohorts::Cohorts;
use super::effects::Effect;
use super::error::CostingError;
use super::path::Path;
use super::rounded::rounded;
use super::schedule::{Calendar, Event, Setting, Timing, merged};
use super::standing::{self, Hold, Ladderway, Standing};
use super::unrounded::unrounded;
use crate::scenario::{Clause, ClauseTerms, Offer, Rounding, Scenario, Scope, Workforce};
use crate::units::{Date, HoursPerYear};

/// A scenario made ready. Building it groups the workforce and counts who stands on which step, the only
/// parts whose time grows with the number of employees; [`Model::regrouped`] reuses them.
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
    /// The owed raises not yet in the rates.
    pub baseline: Vec<Event>,
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
    pub cohorts: Arc<Cohorts>,
    /// Who stands where, by the steps held: counted once for each.
    standings: Arc<Mutex<Vec<Counted>>>,
}

/// Steps held, and who stands where then.
type Counted = (Vec<Hold>, Arc<Standing>);

/// A workforce in cohorts, with what it is paid without any offer.
#[derive(Debug, Clone)]
pub struct Paid {
    /// Who is paid what.
    pub cohorts: Arc<Cohorts>,
    /// Who stands on which step.
    pub standing: Arc<Standing>,
    /// How rates are rounded.
    pub rounding: Rounding,
    /// b(t): pay under the baseline.
    pub baseline: Arc<Path>,
    /// Paid hours a year for 1.0 FTE.
    pub hours: Decimal,
    /// Classes whose pay under the baseline isn't wholly known.
    pub hidden: Vec<bool>,
}

/// How exactly rates are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Follow {
    /// How they are rounded.
    pub rounding: Rounding,
    /// Whether every rate is kept at every time, rather than sums.
    pub detailed: bool,
}

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
        let clock = Clock::new(scenario.accrual);
        let calendar = Calendar {
            clock,
            periods: scenario.pay_periods(),
            first_day: scenario.term.first_day,
            horizon: scenario.common_horizon(),
        };
        let scopes = used_scopes(scenario);
        let setting = Setting {
            scenario,
            calendar,
            scopes: &scopes,
            rule: scenario.effective,
            timing: Timing::ON_TIME,
            last_counted: calendar.horizon,
        };
        let baseline = setting.of_baseline(&scenario.baseline)?;
        let ready = match ready.filter(|ready| ready.fits(scenario, calendar, &scopes)) {
            Some(ready) => ready,
            None => Ready::new(scenario, calendar, &scopes)?,
        };
        let standing = ready.standing(&[])?;
        let part = Paid::new(scenario, calendar, &ready.cohorts, standing, &baseline)?;
        let part = Arc::new(part);
        let is_whole = !part.hidden.contains(&true);
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
    pub fn standing(&self, holds: &[Hold]) -> Result<Arc<Standing>, CostingError> {
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

/// Ways of holding steps that are kept counted; the first is that of nobody held.
const MOST_STANDINGS: usize = 16;

impl Paid {
    fn new(
        scenario: &Scenario,
        calendar: Calendar,
        cohorts: &Arc<Cohorts>,
        standing: Arc<Standing>,
        baseline: &[Event],
    ) -> Result<Self, CostingError> {
        let unknown = || baseline.iter().filter(|event| event.hides_rates());
        let classes = cohorts.classes.iter().enumerate();
        let hidden = classes
            .map(|(number, class)| {
                class.is_unknown || unknown().any(|event| cohorts.applies(event.scope, number))
            })
            .collect();
        let follow = Follow {
            rounding: scenario.workforce.rounding,
            detailed: false,
        };
        let all: Vec<&Event> = baseline.iter().collect();
        let path = path_of(cohorts, &standing, calendar, &all, follow)?;
        Ok(Self {
            cohorts: cohorts.clone(),
            standing,
            rounding: scenario.workforce.rounding,
            baseline: Arc::new(path),
            hours: scenario.hours.get(),
            hidden,
        })
    }

    /// Σ r·h of a scope between two moments.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn earned_in(
        &self,
        path: &Path,
        scope: usize,
        from: Ticks,
        to: Ticks,
    ) -> Result<Amount, CostingError> {
        if scope == 0 {
            return path.earned(from, to);
        }
        self.cohorts
            .classes_in(scope)
            .try_fold(Amount::ZERO, |sum, (class, _)| {
                sum.plus(path.earned_by(class, from, to)?)
            })
    }

    /// Full-time equivalents of a scope; `None` where nobody is in it.
    #[must_use]
    pub fn fte_in(&self, scope: usize) -> Option<Decimal> {
        let fte = self.cohorts.classes_in(scope).map(|(_, class)| class.fte);
        let fte = fte.sum::<i128>();
        (fte > 0)
            .then(|| Decimal::try_from_i128_with_scale(fte, 4).ok())
            .flatten()
    }

    /// The share of base payroll that is paid to a scope, 0 to 1; `None` where payroll is unknown or 0.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn payroll_share(&self, scope: usize) -> Result<Option<Decimal>, CostingError> {
        if self.cohorts.classes.iter().any(|class| class.is_unknown) {
            return Ok(None);
        }
        let whole = self.cohorts.base_payroll()?;
        let part = self.cohorts.payroll_in(scope)?;
        Ok(part.dollars().checked_div(whole.dollars()))
    }

    /// Whether the baseline's pay of a scope isn't wholly known.
    #[must_use]
    pub fn hides(&self, scope: usize) -> bool {
        let mut classes = self.cohorts.classes_in(scope);
        classes.any(|(class, _)| self.hidden.get(class).copied().unwrap_or(true))
    }

    /// Starting pay a year of everyone.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn base_payroll(&self) -> Result<AnnualPay, CostingError> {
        self.cohorts.base_payroll()
    }
}

/// The path of events in order: one replay of all, and one for each moment on which a raise for a time ends,
/// of what is left from then on as if the ended ones had never applied.
fn path_of(
    cohorts: &Arc<Cohorts>,
    standing: &Arc<Standing>,
    calendar: Calendar,
    events: &[&Event],
    follow: Follow,
) -> Result<Path, CostingError> {
    let second_year = calendar.first_day.plus_months(12);
    let replay = |events: &[&Event]| {
        let changes = changes::of(events, second_year)?;
        let places = match follow.rounding {
            Rounding::Cent => Some(2),
            Rounding::Dollar => Some(0),
            Rounding::None => None,
        };
        match places.filter(|_| cohorts.has_rates()) {
            Some(places) => rounded(cohorts, standing, &changes, places, follow.detailed),
            None => unrounded(cohorts, standing, &changes, follow.detailed),
        }
    };
    let stages = stages(events)
        .into_iter()
        .map(|(from, events)| Ok((from, replay(&events)?)))
        .collect::<Result<_, CostingError>>()?;
    Ok(Path::new(cohorts.clone(), standing.clone(), stages))
}

/// Events that apply together: all of them, and from each moment on which a raise for a time ends those that
/// are left then.
pub(super) fn stages<'e>(events: &[&'e Event]) -> Vec<(Ticks, Vec<&'e Event>)> {
    let mut ends: Vec<Ticks> = events
        .iter()
        .filter(|event| event.counts)
        .filter_map(|event| event.until)
        .collect();
    ends.sort_unstable();
    ends.dedup();
    let mut stages = vec![(Ticks::MIN, events.to_vec())];
    for end in ends {
        let lasting = |event: &&&Event| event.until.is_none_or(|until| until > end);
        stages.push((end, events.iter().filter(lasting).copied().collect()));
    }
    stages
}

/// The steps that events hold.
pub(super) fn holds(events: &[Event]) -> Vec<Hold> {
    let counted = events.iter().filter(|event| event.counts);
    counted
        .filter_map(|event| match event.effect {
            Effect::Hold(until) => Some(Hold {
                scope: event.scope,
                from: event.day,
                until,
            }),
            _ => None,
        })
        .collect()
}

/// The last day that who stands where is asked for: some figures look past the horizon.
fn last_day_asked_for(scenario: &Scenario) -> Date {
    let horizon = scenario.common_horizon().plus_months(12);
    let reference = scenario
        .inflation
        .as_ref()
        .and_then(|index| index.reference);
    reference.map_or(horizon, |day| day.max(horizon))
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
