//! An offer's terms as they would be costed: as they stand, or with one thing changed.

use super::acts::{Act, effect, percent_of};
use super::calendar::Day;
use super::crew::Crew;
use super::model::{Case, Offer, Ratification};
use super::periods::{Rule, day_under, ratified_under};
use super::steps::Hold;
use super::terms::{Clause, Paid, Terms, When};

/// One clause, its place in the offer's list and the day it takes effect or is paid.
pub struct Placed<'a> {
    pub day: Day,
    pub place: usize,
    pub clause: &'a Clause,
}

/// The terms of an offer that count.
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
        let last_day = offer.last_day.unwrap_or(case.last_day);
        let clauses = offer.clauses.iter().cloned().enumerate();
        let counted = clauses.filter(|(_, clause)| clause.is_counted());
        let clauses = counted.map(|(place, mut clause)| {
            // Beyond the offer's own last day its exit rates hold: nothing ends there.
            clause.until = clause.until.filter(|until| *until <= last_day);
            (place, clause)
        });
        let deal = Self {
            case,
            clauses: clauses.collect(),
            rule: offer.effective.unwrap_or(case.effective),
            last_day,
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

    /// The day of ratification that what was earned before it is paid on.
    pub fn pays_back_on(&self) -> Option<Day> {
        self.ratified.filter(|_| self.retroactive)
    }

    /// Only the first clauses in the order they take effect.
    pub fn with_first(&self, count: usize) -> Self {
        let kept: Vec<usize> = self.placed().iter().take(count).map(|p| p.place).collect();
        self.changed(|place, clause| kept.contains(&place).then(|| clause.clone()))
    }

    /// With other terms in the place of one clause's.
    pub fn with_terms(&self, which: usize, terms: &Terms) -> Self {
        self.changed(|place, clause| {
            let mut clause = clause.clone();
            if place == which {
                clause.terms = terms.clone();
            }
            Some(clause)
        })
    }

    /// With some clauses only, chosen by place and terms.
    pub fn keeping(&self, kept: impl Fn(usize, &Terms) -> bool) -> Self {
        self.changed(|place, clause| kept(place, &clause.terms).then(|| clause.clone()))
    }

    /// Without clauses of some kinds.
    pub fn without(&self, dropped: impl Fn(&Terms) -> bool) -> Self {
        self.changed(|_, clause| (!dropped(&clause.terms)).then(|| clause.clone()))
    }

    /// Without minimums: none set, and of the larger of a percent and dollars the percent.
    pub fn without_minimums(&self) -> Self {
        self.changed(|_, clause| match &clause.terms {
            Terms::Floor(_) | Terms::MinimumRate { .. } => None,
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

    /// The day a raise written for a date takes effect.
    fn raise_day(&self, clause: &Clause, date: Day) -> Day {
        let rule = clause.effective.unwrap_or(self.rule);
        let periods = self.case.periods();
        let own = day_under(rule, date, periods);
        match self.ratified {
            Some(ratified) if !self.retroactive => own.max(ratified_under(rule, ratified, periods)),
            _ => own,
        }
    }

    /// One of its own dates of a benefit, held back to ratification where it waits for it.
    pub fn own_day(&self, date: Day, when: When) -> Day {
        match (when, self.ratified) {
            (When::Later, Some(ratified)) => date.max(ratified),
            _ => date,
        }
    }

    fn day_of(&self, clause: &Clause) -> Day {
        match &clause.terms {
            Terms::LumpSum { paid, .. } => {
                let rule = clause.effective.unwrap_or(self.rule);
                let own = day_under(rule, clause.date, self.case.periods());
                // On R itself, and never before the contract begins.
                let first_day = self.case.first_day;
                let on_ratification = self.ratified.map_or(first_day, |day| day.max(first_day));
                match paid {
                    Paid::Dated => own,
                    Paid::OnRatification => on_ratification,
                    Paid::Later => own.max(on_ratification),
                }
            }
            Terms::Benefit { when, .. }
            | Terms::Payout { when, .. }
            | Terms::Contribution { when, .. }
            | Terms::CostStream { when, .. } => self.own_day(clause.date, *when),
            Terms::EquityPool(pool) => {
                let days = pool
                    .tranches
                    .iter()
                    .map(|date| self.raise_day(clause, *date));
                days.min().unwrap_or(clause.date)
            }
            _ => self.raise_day(clause, clause.date),
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

    /// The last day anything new comes from the offer.
    pub fn last(&self) -> Day {
        self.last_day.min(self.case.horizon())
    }

    /// The clauses that take effect within the offer and the common horizon.
    pub fn counted(&self) -> Vec<Placed<'_>> {
        let mut placed = self.placed();
        placed.retain(|p| p.day <= self.last());
        placed
    }

    /// What the offer does to rates.
    pub fn acts(&self, crew: &Crew) -> Vec<Act> {
        let mut acts = vec![];
        for (place, clause) in &self.clauses {
            if !clause.terms.changes_rates() {
                continue;
            }
            let dates = match &clause.terms {
                Terms::EquityPool(pool) => pool.tranches.clone(),
                _ => vec![clause.date],
            };
            let effect = effect(self.case, crew, clause);
            for (tranche, date) in dates.into_iter().enumerate() {
                let day = self.raise_day(clause, date);
                // Past the horizon too: it only says how far is counted, not what comes.
                if day <= self.last_day {
                    acts.push(Act {
                        day,
                        date,
                        of_offer: true,
                        place: *place,
                        tranche,
                        scope: clause.scope.clone(),
                        until: clause.until,
                        effect: effect.clone(),
                        percent: percent_of(self.case, clause),
                    });
                }
            }
        }
        acts
    }

    /// The times in which steps are held.
    pub fn holds(&self) -> Vec<Hold> {
        let all = self.placed().into_iter();
        all.filter(|placed| placed.day <= self.last_day)
            .filter_map(|placed| match placed.clause.terms {
                Terms::HoldSteps { until } => Some(Hold {
                    scope: placed.clause.scope.clone(),
                    from: placed.day,
                    until,
                }),
                _ => None,
            })
            .collect()
    }

    /// Whether it has a counted clause that only groups can cost.
    pub fn needs_groups(&self) -> bool {
        let mut counted = self.clauses.iter();
        counted.any(|(_, clause)| clause.terms.needs_groups() || !clause.scope.is_everyone())
    }
}
