//! Rates from day to day: clauses taking effect one after another.

use super::calendar::Day;
use super::exact::Dec;
use super::hours::Hours;
use super::model::{Case, Rule, Scope, Terms};
use super::people::Crew;

/// The first pay-period start on or after a day, looked for day by day.
fn period_on_or_after(day: Day, period_start: Day) -> Day {
    let starts = |day: &Day| (day.0 - period_start.0).rem_euclid(14) == 0;
    (0..14).map(|n| day.plus(n)).find(starts).unwrap()
}

/// The day a date stands for under a rule.
pub fn day_under(rule: Rule, date: Day, period_start: Option<Day>) -> Day {
    let periods = || period_start.expect("pay periods for a rule that needs them");
    match rule {
        Rule::OnDate => date,
        Rule::FirstPeriodOnOrAfter => period_on_or_after(date, periods()),
        Rule::FirstPeriodAfter => period_on_or_after(date.plus(1), periods()),
        Rule::NearestPeriod => {
            let after = period_on_or_after(date, periods());
            let before = after.plus(if after == date { 0 } else { -14 });
            if date.0 - before.0 <= after.0 - date.0 {
                before
            } else {
                after
            }
        }
    }
}

/// A ratification day only ever moves forward to a period start.
pub fn ratified_under(rule: Rule, ratified: Day, period_start: Option<Day>) -> Day {
    match rule {
        Rule::OnDate => ratified,
        _ => day_under(Rule::FirstPeriodOnOrAfter, ratified, period_start),
    }
}

/// What a clause does to a rate.
#[derive(Clone, Debug)]
pub enum Effect {
    Percent(Dec),
    PerHour(Dec),
    GreaterOf(Dec, Dec),
    Floor(Dec),
}

impl Effect {
    /// The effect of a clause whose value is known; `None` for any other.
    pub fn of(terms: &Terms) -> Option<Self> {
        Some(match terms {
            Terms::Percent(percent) => Self::Percent(percent.clone()?),
            Terms::PerHour(dollars) => Self::PerHour(dollars.clone()?),
            Terms::GreaterOf { percent, per_hour } => {
                Self::GreaterOf(percent.clone()?, per_hour.clone()?)
            }
            Terms::Floor(rate) => Self::Floor(rate.clone()?),
            Terms::LumpSum { .. } | Terms::NotCosted(_) => return None,
        })
    }

    fn on(&self, pay: &Dec, dollar_an_hour: &Dec) -> Dec {
        let raised = |percent: &Dec| pay + &(pay * &percent.hundredth());
        let with = |dollars: &Dec| pay + &(dollars * dollar_an_hour);
        match self {
            Self::Percent(percent) => raised(percent),
            Self::PerHour(dollars) => with(dollars),
            Self::GreaterOf(percent, dollars) => raised(percent).larger(with(dollars)),
            Self::Floor(rate) => pay.clone().larger(rate * dollar_an_hour),
        }
    }
}

/// A rate clause on the day it takes effect.
#[derive(Clone, Debug)]
pub struct Step {
    pub day: Day,
    pub date: Day,
    /// Baseline clauses come before an offer's on the same day and date.
    pub of_offer: bool,
    pub place: usize,
    pub scope: Scope,
    pub effect: Effect,
}

/// Baseline clauses that are not yet in the rates; their dates decide, not their days.
pub fn baseline_steps(case: &Case) -> Vec<Step> {
    let owed = case.baseline.iter().enumerate();
    owed.filter(|(_, clause)| clause.date > case.rates_as_of)
        .map(|(place, clause)| {
            let rule = clause.effective.unwrap_or(case.effective);
            Step {
                day: day_under(rule, clause.date, case.period_start()),
                date: clause.date,
                of_offer: false,
                place,
                scope: clause.scope.clone(),
                effect: Effect::of(&clause.terms).expect("a known raise in the baseline"),
            }
        })
        .collect()
}

/// Annual pay of a full-time employee, member by member, from a day on.
struct Change {
    from: Day,
    annual: Vec<Dec>,
}

/// The pay of each member from day to day. The first entry reaches back without end.
pub struct Path(Vec<Change>);

impl Path {
    /// Walks the days from the first effective one to `last`, each member on its own.
    pub fn walk(crew: &Crew, mut steps: Vec<Step>, last: Day) -> Self {
        steps.sort_by_key(|step| (step.day, step.date, step.of_offer, step.place));
        let mut pay: Vec<Dec> = crew.members.iter().map(|m| m.start.clone()).collect();
        let annual = |pay: &[Dec]| pay.iter().map(|p| p * &crew.annual).collect();
        let mut changes = vec![Change {
            from: Day(i32::MIN),
            annual: annual(&pay),
        }];
        let mut waiting = steps.iter().peekable();
        let Some(first) = waiting.peek().map(|step| step.day) else {
            return Self(changes);
        };
        for day in first.until(last) {
            let mut changed = false;
            while let Some(step) = waiting.next_if(|step| step.day == day) {
                for (member, pay) in crew.members.iter().zip(&mut pay) {
                    if step.scope.holds(&member.keys) {
                        let raised = step.effect.on(pay, &crew.dollar_an_hour);
                        *pay = if crew.to_cents {
                            raised.to_cents()
                        } else {
                            raised
                        };
                    }
                }
                changed = true;
            }
            if changed {
                changes.push(Change {
                    from: day,
                    annual: annual(&pay),
                });
            }
        }
        Self(changes)
    }

    fn place_on(&self, day: Day) -> usize {
        self.0
            .iter()
            .rposition(|change| change.from <= day)
            .unwrap()
    }

    /// Annual pay of a full-time employee on a day, member by member.
    pub fn on(&self, day: Day) -> &[Dec] {
        &self.0[self.place_on(day)].annual
    }

    /// The days on which the pay of anyone may have changed.
    pub fn change_days(&self) -> impl Iterator<Item = Day> {
        self.0.iter().skip(1).map(|change| change.from)
    }

    /// Walks the days from one to the other, both included: hour units by stretch of unchanged
    /// pay, each with that pay.
    pub fn stretches(&self, hours: &Hours, first: Day, last: Day) -> Vec<(i64, &[Dec])> {
        let mut place = self.place_on(first);
        let mut found = vec![(0, self.0[place].annual.as_slice())];
        for day in first.until(last) {
            if self.0.get(place + 1).is_some_and(|next| next.from <= day) {
                place += 1;
                found.push((0, self.0[place].annual.as_slice()));
            }
            if let Some((units, _)) = found.last_mut() {
                *units += hours.on(day);
            }
        }
        found
    }
}
