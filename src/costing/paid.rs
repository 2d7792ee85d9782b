//! A workforce with what it is paid without any offer.

use std::sync::{Arc, OnceLock};

use rust_decimal::Decimal;

use super::amount::{Amount, AnnualPay};
use super::clock::Ticks;
use super::cohorts::Cohorts;
use super::error::CostingError;
use super::follow::{Follow, path_of};
use super::hidden::Hidden;
use super::path::Path;
use super::schedule::{Calendar, Event};
use super::standing::Standing;
use crate::scenario::{Rounding, Scenario};

/// A workforce in cohorts, with what it is paid without any offer.
#[derive(Debug, Clone)]
pub struct Paid {
    /// Who is paid what.
    pub(crate) cohorts: Arc<Cohorts>,
    /// Who stands on which step.
    pub(crate) standing: Arc<Standing>,
    /// How rates are rounded.
    pub(crate) rounding: Rounding,
    /// b(t): pay under the baseline.
    pub(crate) baseline: Arc<Path>,
    /// Paid hours a year for 1.0 FTE.
    pub(crate) hours: Decimal,
    /// Whose pay under the baseline isn't known, and when.
    pub(crate) hidden: Hidden,
    /// The baseline with rates left unrounded, once it was asked for.
    exact: OnceLock<Arc<Path>>,
}

impl Paid {
    pub(super) fn new(
        scenario: &Scenario,
        calendar: Calendar,
        cohorts: &Arc<Cohorts>,
        standing: Arc<Standing>,
        baseline: &[Event],
    ) -> Result<Self, CostingError> {
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
            hidden: Hidden::of(cohorts, baseline, &[], calendar.second_year()),
            exact: OnceLock::new(),
        })
    }

    /// Pay under the baseline with rates left unrounded, which `follow` follows; done once.
    pub(super) fn exact_baseline(
        &self,
        follow: impl FnOnce() -> Result<Path, CostingError>,
    ) -> Result<Arc<Path>, CostingError> {
        if let Some(path) = self.exact.get() {
            return Ok(path.clone());
        }
        let path = Arc::new(follow()?);
        Ok(self.exact.get_or_init(|| path).clone())
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

    /// Starting pay a year of everyone.
    ///
    /// # Errors
    /// [`CostingError::TooLarge`].
    pub fn base_payroll(&self) -> Result<AnnualPay, CostingError> {
        self.cohorts.base_payroll()
    }
}
