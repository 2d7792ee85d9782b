//! Clauses as acts on rates, one a day it takes effect on.

use super::calendar::Day;
use super::cola;
use super::crew::{Crew, Line, in_a_year};
use super::exact::Dec;
use super::model::{Case, Known, RateUnit, Scope};
use super::periods::day_under;
use super::sums::Quotient;
use super::terms::{Clause, Dollars, Pool, Ripple, Terms};

/// What an act does to the rates in its scope. Dollars are those of the crew's unit.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Nobody has published what it takes to say.
    Unknown,
    Percent(Dec),
    Dollars(Quotient),
    GreaterOf(Dec, Quotient),
    Floor(Quotient),
    Minimum(Minimum),
    /// One tranche of a pool.
    Tranche(Pool),
}

#[derive(Clone, Debug)]
pub struct Minimum {
    by_market: Vec<(String, Known)>,
    elsewhere: Option<Known>,
    pub ripple: Ripple,
    /// What a dollar of a minimum is in the crew's unit.
    dollar: Quotient,
}

impl Minimum {
    /// The minimum of a line: none, or one that is known or not.
    pub fn of(&self, line: &Line) -> Option<Option<Quotient>> {
        let named = self
            .by_market
            .iter()
            .find(|(market, _)| Some(market) == line.keys.market.as_ref())
            .map(|(_, rate)| rate);
        let rate = named.or(self.elsewhere.as_ref())?;
        Some(
            rate.as_ref()
                .map(|rate| Quotient::of(rate).times(&self.dollar)),
        )
    }
}

#[derive(Clone, Debug)]
pub struct Act {
    pub day: Day,
    pub date: Day,
    /// Owed raises come before an offer's on the same day and date.
    pub of_offer: bool,
    pub place: usize,
    /// Which of a pool's tranches.
    pub tranche: usize,
    pub scope: Scope,
    pub until: Option<Day>,
    pub effect: Effect,
    /// The percent it counts with in the cap of a pool, where it has one; it may be unknown.
    pub percent: Option<Known>,
}

/// The percent of a clause that has one, a cost-of-living raise's as it comes to, known or not.
pub fn percent_of(case: &Case, clause: &Clause) -> Option<Known> {
    match &clause.terms {
        Terms::Percent(percent) | Terms::GreaterOf { percent, .. } => Some(percent.clone()),
        Terms::Cola { .. } => Some(cola::percent(case, clause)),
        _ => None,
    }
}

impl Act {
    pub fn is_over_by(&self, day: Day) -> bool {
        self.until.is_some_and(|until| until <= day)
    }

    /// Whether it is a part of a pool.
    pub fn is_part(&self) -> bool {
        matches!(self.effect, Effect::Tranche(_))
    }

    /// Its percent for everyone, where it counts as across the board.
    pub fn across_the_board(&self) -> Option<&Known> {
        self.percent.as_ref().filter(|_| self.scope.is_everyone())
    }
}

/// The effect of a rate clause on a crew.
pub fn effect(case: &Case, crew: &Crew, clause: &Clause) -> Effect {
    let unit_in_a_year = crew.annual(case);
    let in_unit = |value: &Dec, unit: RateUnit| {
        let a_year = Quotient::of(value).times(&in_a_year(unit, case));
        a_year.over(&unit_in_a_year)
    };
    let dollars = |dollars: &Dollars| match dollars {
        Dollars::PerHour(value) => value.as_ref().map(|v| in_unit(v, RateUnit::Hour)),
        Dollars::PerYear(value) => value.as_ref().map(|v| in_unit(v, RateUnit::Year)),
    };
    let found = match &clause.terms {
        Terms::Percent(percent) => percent.clone().map(Effect::Percent),
        Terms::PerHour(value) => dollars(&Dollars::PerHour(value.clone())).map(Effect::Dollars),
        Terms::PerYear(value) => dollars(&Dollars::PerYear(value.clone())).map(Effect::Dollars),
        Terms::GreaterOf {
            percent,
            dollars: more,
        } => percent
            .clone()
            .zip(dollars(more))
            .map(|(percent, dollars)| Effect::GreaterOf(percent, dollars)),
        Terms::Floor(rate) => rate
            .as_ref()
            .map(|rate| Effect::Floor(in_unit(rate, case.rate_unit))),
        Terms::Cola { .. } => cola::percent(case, clause).map(Effect::Percent),
        Terms::MinimumRate {
            by_market,
            elsewhere,
            ripple,
        } => Some(Effect::Minimum(Minimum {
            by_market: by_market.clone(),
            elsewhere: elsewhere.clone(),
            ripple: *ripple,
            dollar: in_unit(&Dec::whole(1), case.rate_unit),
        })),
        Terms::EquityPool(pool) => {
            let known = pool.percent.is_some();
            known.then(|| Effect::Tranche(pool.clone()))
        }
        _ => panic!("{:?} is no act on rates", clause.terms),
    };
    found.unwrap_or(Effect::Unknown)
}

/// The day an owed raise written for a date takes effect, by its own rule or the case's.
pub fn owed_day(case: &Case, clause: &Clause, date: Day) -> Day {
    let rule = clause.effective.unwrap_or(case.effective);
    day_under(rule, date, case.periods())
}

/// Owed raises that are not yet in the rates.
pub fn owed(case: &Case, crew: &Crew) -> Vec<Act> {
    let baseline = case.baseline.iter().enumerate();
    let counted = baseline.filter(|(_, clause)| clause.is_counted());
    let not_yet = counted.filter(|(_, clause)| {
        // Of a pool the first tranche says whether it is.
        owed_day(case, clause, clause.date) > case.rates_as_of
    });
    not_yet
        .flat_map(|(place, clause)| {
            let dates = match &clause.terms {
                Terms::EquityPool(pool) => pool.tranches.clone(),
                _ => vec![clause.date],
            };
            let effect = effect(case, crew, clause);
            let dates = dates.into_iter().enumerate();
            dates.map(move |(tranche, date)| Act {
                day: owed_day(case, clause, date),
                date,
                of_offer: false,
                place,
                tranche,
                scope: clause.scope.clone(),
                until: clause.until,
                effect: effect.clone(),
                percent: percent_of(case, clause),
            })
        })
        .collect()
}
