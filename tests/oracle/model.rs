//! A scenario as the oracle sees it: what a user may write, without the program's types.

use super::calendar::Day;
use super::exact::Dec;
use super::periods::{Periods, Rule};
use super::terms::Clause;

/// A value somebody has published, or not.
pub type Known = Option<Dec>;

#[derive(Clone, Debug)]
pub struct Case {
    pub title: String,
    pub we_are: Side,
    pub first_day: Day,
    pub last_day: Day,
    pub horizon: Option<Day>,
    pub accrual: Accrual,
    pub pay_calendar: Option<Periods>,
    pub hours: Dec,
    pub ratification: Ratification,
    pub effective: Rule,
    pub retroactive: bool,
    pub discount_rate: Dec,
    pub inflation: Option<Inflation>,
    pub roll_up: Vec<RollUp>,
    pub a: Option<String>,
    pub b: Option<String>,
    pub counter: Option<String>,
    pub employee: Employee,
    pub rates_as_of: Day,
    pub rounding: Rounding,
    pub rate_unit: RateUnit,
    pub people: People,
    pub scales: Vec<Scale>,
    pub ladders: Vec<Ladder>,
    pub baseline: Vec<Clause>,
    pub offers: Vec<Offer>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Union,
    Employer,
    Neutral,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accrual {
    Monthly,
    /// With the first day of a pay period.
    Biweekly(Day),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ratification {
    OnTime,
    On(Day),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    None,
    Cent,
    Dollar,
}

/// What a rate is a rate of, for 1.0 FTE.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateUnit {
    Hour,
    Month,
    Year,
}

#[derive(Clone, Debug)]
pub struct Inflation {
    /// Consecutive months, each by its first day.
    pub index: Vec<(Day, Dec)>,
    /// Percent a year after the last month.
    pub projected: Dec,
    /// The day prices and wages are compared with, where it is stated.
    pub reference: Option<Day>,
}

#[derive(Clone, Debug)]
pub struct RollUp {
    pub percent: Dec,
    pub on_lump_sums: bool,
    pub pay_base: Option<Dec>,
}

#[derive(Clone, Debug)]
pub struct Employee {
    pub rate: Option<Dec>,
    pub fte: Dec,
    pub group: Option<String>,
}

#[derive(Clone, Debug)]
pub enum People {
    Summary {
        headcount: Known,
        fte: Known,
        annual_pay: Known,
    },
    Groups(Vec<Group>),
}

/// What scopes ask for. Scale and ladder are those of where the group stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    pub market: Option<String>,
    pub unit: Option<String>,
    pub job: Option<String>,
    pub ladder: Option<String>,
    pub scale: Option<String>,
    pub name: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Group {
    pub keys: Keys,
    pub headcount: Known,
    pub fte: Known,
    /// Of a group without a scale.
    pub rate: Known,
    pub stands: Option<Stands>,
}

/// Where a group stands on a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stands {
    pub scale: String,
    /// From 1.
    pub step: usize,
    pub next_step: Option<Day>,
}

#[derive(Clone, Debug)]
pub struct Scale {
    pub name: String,
    /// Each step's rate, and the months until the next; the top step's are of no account.
    pub steps: Vec<(Known, i32)>,
}

#[derive(Clone, Debug)]
pub struct Ladder {
    pub name: String,
    /// From the lowest to the highest.
    pub scales: Vec<String>,
}

/// The names asked for under each key; none is everyone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    pub market: Vec<String>,
    pub unit: Vec<String>,
    pub job: Vec<String>,
    pub ladder: Vec<String>,
    pub scale: Vec<String>,
    pub group: Vec<String>,
}

impl Scope {
    /// Each key with the names asked for and what the employees have under it.
    fn pairs<'a>(&'a self, keys: &'a Keys) -> [(&'a Vec<String>, &'a Option<String>); 6] {
        [
            (&self.market, &keys.market),
            (&self.unit, &keys.unit),
            (&self.job, &keys.job),
            (&self.ladder, &keys.ladder),
            (&self.scale, &keys.scale),
            (&self.group, &keys.name),
        ]
    }

    pub fn is_everyone(&self) -> bool {
        self.pairs(&Keys::default())
            .iter()
            .all(|(names, _)| names.is_empty())
    }

    pub fn holds(&self, keys: &Keys) -> bool {
        self.pairs(keys).iter().all(|(names, own)| {
            names.is_empty() || own.as_ref().is_some_and(|own| names.contains(own))
        })
    }
}

#[derive(Clone, Debug)]
pub struct Offer {
    pub id: String,
    pub name: String,
    pub side: Side,
    pub status: Status,
    pub shared: bool,
    pub effective: Option<Rule>,
    pub retroactive: Option<bool>,
    pub last_day: Option<Day>,
    pub ratification: Option<Ratification>,
    pub clauses: Vec<Clause>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    Draft,
    WhatIf,
    Passed(Day, Option<String>),
    Agreed(Day, Option<String>),
    Withdrawn(Day, Option<String>),
}

impl Case {
    pub fn offer(&self, id: &str) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.id == id)
    }

    /// A and B, where the case names both.
    pub fn compared(&self) -> Option<(&Offer, &Offer)> {
        Some((self.offer(self.a.as_ref()?)?, self.offer(self.b.as_ref()?)?))
    }

    /// The last day offers are compared over.
    pub fn horizon(&self) -> Day {
        let last_of = |id: &String| self.offer(id).map(|o| o.last_day.unwrap_or(self.last_day));
        let shortest = [&self.a, &self.b]
            .into_iter()
            .flatten()
            .filter_map(last_of)
            .min();
        self.horizon.or(shortest).unwrap_or(self.last_day)
    }

    /// The pay periods, where there are any.
    pub fn periods(&self) -> Option<Periods> {
        self.pay_calendar.or(match self.accrual {
            Accrual::Monthly => None,
            Accrual::Biweekly(first) => Some(Periods::Fortnights(first)),
        })
    }

    pub fn scale(&self, name: &str) -> &Scale {
        let found = self.scales.iter().find(|scale| scale.name == name);
        found.unwrap_or_else(|| panic!("no scale {name}"))
    }

    /// The ladder a scale stands on and its place there, 0 the lowest.
    pub fn rank(&self, scale: &str) -> Option<(usize, usize)> {
        self.ladders.iter().enumerate().find_map(|(at, ladder)| {
            let rank = ladder.scales.iter().position(|name| name == scale)?;
            Some((at, rank))
        })
    }

    /// Gives every group the keys that follow from where it stands.
    pub fn fill_keys(&mut self) {
        let names: Vec<(String, String)> = self
            .ladders
            .iter()
            .flat_map(|ladder| {
                let scales = ladder.scales.iter();
                scales.map(|scale| (scale.clone(), ladder.name.clone()))
            })
            .collect();
        if let People::Groups(groups) = &mut self.people {
            for group in groups {
                let scale = group.stands.as_ref().map(|stands| &stands.scale);
                group.keys.scale = scale.cloned();
                group.keys.ladder = names
                    .iter()
                    .find(|(name, _)| Some(name) == scale)
                    .map(|(_, ladder)| ladder.clone());
            }
        }
    }
}
