//! An offer's terms as they would be costed: as they stand, or with one thing changed.

use super::calendar::Day;
use super::model::{Case, Clause, Offer, Paid, Ratification, Rule, Terms};
use super::path::{Effect, Step, baseline_steps, day_under, ratified_under};

/// One clause, its place in the offer's list and the day it takes effect or is paid.
pub struct Placed<'a> {
    pub day: Day,
    pub place: usize,
    pub clause: &'a Clause,
}

/// The terms of an offer.
#[derive(Clone)]
pub struct Deal<'a> {
    case: &'a Case,
    clauses: Vec<(usize, Clause)>,
    rule: Rule,
    last_day: Day,
    /// The day of ratification; none is on time, when nothing waits for it.
    pub ratified: Option<Day>,
    pub retroactive: bool,
}

impl<'a> Deal<'a> {
    pub fn of(case: &'a Case, offer: &Offer) -> Self {
        let deal = Self {
            case,
            clauses: offer.clauses.iter().cloned().enumerate().collect(),
            rule: offer.effective.unwrap_or(case.effective),
            last_day: offer.last_day.unwrap_or(case.last_day),
            ratified: None,
            retroactive: offer.retroactive.unwrap_or(case.retroactive),
        };
        match offer.ratification.unwrap_or(case.ratification) {
            Ratification::OnTime => deal,
            Ratification::On(day) => deal.ratified_on(Some(day)),
        }
    }

    /// Ratified on a day, or on time.
    pub fn ratified_on(&self, ratified: Option<Day>) -> Self {
        Self {
            ratified,
            ..self.clone()
        }
    }

    pub fn paying_back(&self, retroactive: bool) -> Self {
        Self {
            retroactive,
            ..self.clone()
        }
    }

    /// Only the first clauses in the order they take effect.
    pub fn with_first(&self, count: usize) -> Self {
        let kept: Vec<usize> = self.placed().iter().take(count).map(|p| p.place).collect();
        self.changed(|place, clause| kept.contains(&place).then(|| clause.clone()))
    }

    /// With one clause's percent a percentage point higher.
    pub fn one_point_higher(&self, which: usize) -> Self {
        self.changed(|place, clause| {
            let mut clause = clause.clone();
            if place == which {
                clause.terms = clause.terms.one_point_higher();
            }
            Some(clause)
        })
    }

    /// Without minimums: floors left out, and of the larger of a percent and dollars the percent.
    pub fn without_minimums(&self) -> Self {
        self.changed(|_, clause| match &clause.terms {
            Terms::Floor(_) => None,
            Terms::GreaterOf { percent, .. } => Some(Clause {
                terms: Terms::Percent(percent.clone()),
                ..clause.clone()
            }),
            _ => Some(clause.clone()),
        })
    }

    fn changed(&self, change: impl Fn(usize, &Clause) -> Option<Clause>) -> Self {
        let clauses = self.clauses.iter();
        Self {
            clauses: clauses
                .filter_map(|(place, clause)| Some((*place, change(*place, clause)?)))
                .collect(),
            ..self.clone()
        }
    }

    fn day_of(&self, clause: &Clause) -> Day {
        let rule = clause.effective.unwrap_or(self.rule);
        let periods = self.case.period_start();
        let own = day_under(rule, clause.date, periods);
        let ratified = |day| ratified_under(rule, day, periods);
        match &clause.terms {
            Terms::LumpSum { paid, .. } => {
                // On R itself, and never before the contract begins.
                let first_day = self.case.first_day;
                let on_ratification = self.ratified.map_or(first_day, |day| day.max(first_day));
                match paid {
                    Paid::Dated => own,
                    Paid::OnRatification => on_ratification,
                    Paid::Later => own.max(on_ratification),
                }
            }
            terms if terms.changes_rates() && !self.retroactive => {
                self.ratified.map_or(own, |day| own.max(ratified(day)))
            }
            _ => own,
        }
    }

    /// Every clause in the order it takes effect.
    pub fn placed(&self) -> Vec<Placed<'_>> {
        let mut placed: Vec<_> = self
            .clauses
            .iter()
            .map(|(place, clause)| Placed {
                day: self.day_of(clause),
                place: *place,
                clause,
            })
            .collect();
        placed.sort_by_key(|p| (p.day, p.clause.date, p.place));
        placed
    }

    /// The clauses that take effect within the offer and the common horizon.
    pub fn counted(&self) -> Vec<Placed<'_>> {
        let last = self.last_day.min(self.case.horizon());
        let mut placed = self.placed();
        placed.retain(|p| p.day <= last);
        placed
    }

    /// The raises that count and those owed already; `None` if one that counts isn't known.
    pub fn steps(&self) -> Option<Vec<Step>> {
        let mut steps = baseline_steps(self.case);
        for p in self.counted() {
            if p.clause.terms.changes_rates() {
                steps.push(Step {
                    day: p.day,
                    date: p.clause.date,
                    of_offer: true,
                    place: p.place,
                    scope: p.clause.scope.clone(),
                    effect: Effect::of(&p.clause.terms)?,
                });
            }
        }
        Some(steps)
    }
}
