//! A scenario as the oracle sees it: what a user may write, without the program's types.

use super::calendar::Day;
use super::exact::Dec;

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
    pub pay_calendar: Option<Day>,
    pub hours: Dec,
    pub ratification: Ratification,
    pub effective: Rule,
    pub retroactive: bool,
    pub discount_rate: Dec,
    pub roll_up: Vec<RollUp>,
    pub a: Option<String>,
    pub b: Option<String>,
    pub counter: Option<String>,
    pub employee: Employee,
    pub rates_as_of: Day,
    pub to_cents: bool,
    pub people: People,
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
pub enum Rule {
    OnDate,
    FirstPeriodOnOrAfter,
    FirstPeriodAfter,
    NearestPeriod,
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

#[derive(Clone, Debug, Default)]
pub struct Keys {
    pub market: Option<String>,
    pub unit: Option<String>,
    pub job: Option<String>,
    pub ladder: Option<String>,
    pub name: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Group {
    pub keys: Keys,
    pub headcount: Known,
    pub fte: Known,
    pub rate: Known,
}

/// The names asked for under each key; none is everyone.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    pub market: Vec<String>,
    pub unit: Vec<String>,
    pub job: Vec<String>,
    pub ladder: Vec<String>,
    pub group: Vec<String>,
}

impl Scope {
    /// Each key with the names asked for and what the employees have under it.
    fn pairs<'a>(&'a self, keys: &'a Keys) -> [(&'a Vec<String>, &'a Option<String>); 5] {
        [
            (&self.market, &keys.market),
            (&self.unit, &keys.unit),
            (&self.job, &keys.job),
            (&self.ladder, &keys.ladder),
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
pub struct Clause {
    pub date: Day,
    pub terms: Terms,
    pub scope: Scope,
    pub effective: Option<Rule>,
}

#[derive(Clone, Debug)]
pub enum Terms {
    Percent(Known),
    PerHour(Known),
    GreaterOf { percent: Known, per_hour: Known },
    Floor(Known),
    LumpSum { amount: Lump, paid: Paid },
    NotCosted(NotCosted),
}

#[derive(Clone, Debug)]
pub enum Lump {
    PerHead(Known),
    PerFte(Known),
    Prorated(Known),
    PercentOfPay(Known),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paid {
    Dated,
    OnRatification,
    Later,
}

/// Kinds a scenario may hold though no figure counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCosted {
    Cola,
    MinimumRate,
    EquityPool,
    Benefit,
    CostStream,
}

impl Terms {
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Percent(_) => "Percent",
            Self::PerHour(_) => "PerHour",
            Self::GreaterOf { .. } => "GreaterOf",
            Self::Floor(_) => "Floor",
            Self::LumpSum { .. } => "LumpSum",
            Self::NotCosted(NotCosted::Cola) => "Cola",
            Self::NotCosted(NotCosted::MinimumRate) => "MinimumRate",
            Self::NotCosted(NotCosted::EquityPool) => "EquityPool",
            Self::NotCosted(NotCosted::Benefit) => "Benefit",
            Self::NotCosted(NotCosted::CostStream) => "CostStream",
        }
    }

    /// Whether it changes rates, rather than paying dollars beside them.
    pub fn changes_rates(&self) -> bool {
        !matches!(
            self,
            Self::LumpSum { .. } | Self::NotCosted(NotCosted::Benefit | NotCosted::CostStream)
        )
    }

    /// Whether all it takes to cost it is known.
    pub fn is_known(&self) -> bool {
        match self {
            Self::Percent(value) | Self::PerHour(value) | Self::Floor(value) => value.is_some(),
            Self::GreaterOf { percent, per_hour } => percent.is_some() && per_hour.is_some(),
            Self::LumpSum { amount, .. } => match amount {
                Lump::PerHead(value)
                | Lump::PerFte(value)
                | Lump::Prorated(value)
                | Lump::PercentOfPay(value) => value.is_some(),
            },
            Self::NotCosted(_) => false,
        }
    }

    /// Its percent, where it has one that is known.
    pub fn percent(&self) -> Option<&Dec> {
        match self {
            Self::Percent(percent)
            | Self::GreaterOf { percent, .. }
            | Self::LumpSum {
                amount: Lump::PercentOfPay(percent),
                ..
            } => percent.as_ref(),
            _ => None,
        }
    }

    /// The same terms with the percent one percentage point higher.
    pub fn one_point_higher(&self) -> Self {
        let mut higher = self.clone();
        if let Self::Percent(Some(percent))
        | Self::GreaterOf {
            percent: Some(percent),
            ..
        }
        | Self::LumpSum {
            amount: Lump::PercentOfPay(Some(percent)),
            ..
        } = &mut higher
        {
            *percent = &*percent + &Dec::whole(1);
        }
        higher
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

    /// The first day of one of the pay periods, where there are any.
    pub fn period_start(&self) -> Option<Day> {
        self.pay_calendar.or(match self.accrual {
            Accrual::Monthly => None,
            Accrual::Biweekly(first) => Some(first),
        })
    }
}
