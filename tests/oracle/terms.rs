//! Clauses: what an offer gives, when and to whom.

use super::calendar::Day;
use super::exact::Dec;
use super::model::{Known, Scope};
use super::periods::Rule;

#[derive(Clone, Debug)]
pub struct Clause {
    pub date: Day,
    pub terms: Terms,
    pub scope: Scope,
    pub effective: Option<Rule>,
    /// From this day a rate clause is as if it had never been.
    pub until: Option<Day>,
    /// Why it is left out, where it is.
    pub left_out: Option<String>,
}

impl Clause {
    pub fn new(date: Day, terms: Terms) -> Self {
        Self {
            date,
            terms,
            scope: Scope::default(),
            effective: None,
            until: None,
            left_out: None,
        }
    }

    pub fn is_counted(&self) -> bool {
        self.left_out.is_none()
    }
}

#[derive(Clone, Debug)]
pub enum Terms {
    Percent(Known),
    PerHour(Known),
    PerYear(Known),
    GreaterOf {
        percent: Known,
        dollars: Dollars,
    },
    Floor(Known),
    Cola {
        share: Known,
        floor: Option<Dec>,
        cap: Option<Dec>,
        lag_months: i32,
    },
    MinimumRate {
        by_market: Vec<(String, Known)>,
        elsewhere: Option<Known>,
        ripple: Ripple,
    },
    EquityPool(Pool),
    HoldSteps {
        until: Day,
    },
    LumpSum {
        amount: Lump,
        paid: Paid,
        measured_to: Option<Day>,
    },
    Benefit {
        today: Known,
        values: Vec<(Day, Known)>,
        participants: Known,
        attainment: Known,
        basis: Basis,
        when: When,
    },
    Payout {
        on: Vec<Day>,
        amount: Known,
        today: Known,
        participants: Known,
        basis: Basis,
        likelihood: Known,
        /// Share of the payout and how far reached, both in percent.
        goals: Vec<(Dec, Dec)>,
        when: When,
    },
    PaidTime {
        hours: Known,
        participants: Known,
        backfilled: Known,
        premium: Known,
    },
    Contribution {
        today: Known,
        values: Vec<(Day, Known)>,
        when: When,
    },
    CostStream {
        amounts: Vec<(Day, Known)>,
        when: When,
    },
}

#[derive(Clone, Debug)]
pub enum Dollars {
    PerHour(Known),
    PerYear(Known),
}

impl Dollars {
    pub fn value(&self) -> &Known {
        match self {
            Self::PerHour(value) | Self::PerYear(value) => value,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ripple {
    SamePercent,
    SameDollars,
    FirstStepOnly,
}

#[derive(Clone, Debug)]
pub struct Pool {
    pub percent: Known,
    pub payroll_of: Scope,
    pub tranches: Vec<Day>,
    pub cap: Option<Dec>,
    pub compounded: bool,
    /// Measured at today's rates rather than on the eve of the first tranche.
    pub today: bool,
}

#[derive(Clone, Debug)]
pub enum Lump {
    PerHead(Known),
    PerFte(Known),
    Prorated(Known),
    PercentOfPay(Known),
}

impl Lump {
    pub fn value(&self) -> &Known {
        match self {
            Self::PerHead(value)
            | Self::PerFte(value)
            | Self::Prorated(value)
            | Self::PercentOfPay(value) => value,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paid {
    Dated,
    OnRatification,
    Later,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Dated,
    Later,
}

/// What dollars are paid for, in the words of the file.
#[allow(
    clippy::enum_variant_names,
    reason = "the file's own words, which all begin alike"
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    PerHead,
    PerFte,
    PerPaidHour,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Percent,
    PerHour,
    PerYear,
    GreaterOf,
    Floor,
    Cola,
    MinimumRate,
    EquityPool,
    HoldSteps,
    LumpSum,
    Benefit,
    Payout,
    PaidTime,
    Contribution,
    CostStream,
}

impl Terms {
    pub fn kind(&self) -> Kind {
        match self {
            Self::Percent(_) => Kind::Percent,
            Self::PerHour(_) => Kind::PerHour,
            Self::PerYear(_) => Kind::PerYear,
            Self::GreaterOf { .. } => Kind::GreaterOf,
            Self::Floor(_) => Kind::Floor,
            Self::Cola { .. } => Kind::Cola,
            Self::MinimumRate { .. } => Kind::MinimumRate,
            Self::EquityPool(_) => Kind::EquityPool,
            Self::HoldSteps { .. } => Kind::HoldSteps,
            Self::LumpSum { .. } => Kind::LumpSum,
            Self::Benefit { .. } => Kind::Benefit,
            Self::Payout { .. } => Kind::Payout,
            Self::PaidTime { .. } => Kind::PaidTime,
            Self::Contribution { .. } => Kind::Contribution,
            Self::CostStream { .. } => Kind::CostStream,
        }
    }

    /// Whether it is an act on rates, rather than dollars beside them or a hold on steps.
    pub fn changes_rates(&self) -> bool {
        matches!(
            self.kind(),
            Kind::Percent
                | Kind::PerHour
                | Kind::PerYear
                | Kind::GreaterOf
                | Kind::Floor
                | Kind::Cola
                | Kind::MinimumRate
                | Kind::EquityPool
        )
    }

    /// Dollars beside rates, other than lump sums.
    pub fn is_benefit(&self) -> bool {
        matches!(
            self.kind(),
            Kind::Benefit | Kind::Payout | Kind::PaidTime | Kind::Contribution | Kind::CostStream
        )
    }

    /// Whether it acts on rates or on who stands on which step, rather than paying dollars beside.
    pub fn is_rate_or_hold(&self) -> bool {
        self.changes_rates() || self.kind() == Kind::HoldSteps
    }

    /// Whether it goes by its own dates, which no rule moves.
    pub fn goes_by_its_own_dates(&self) -> bool {
        self.is_benefit() && self.kind() != Kind::PaidTime
    }

    /// Whether it needs groups to be costed.
    pub fn needs_groups(&self) -> bool {
        matches!(self.kind(), Kind::MinimumRate | Kind::HoldSteps)
    }

    /// Its own dates, where it goes by them: that of its clause is the first.
    pub fn own_dates(&self) -> Vec<Day> {
        match self {
            Self::EquityPool(pool) => pool.tranches.clone(),
            Self::Benefit { values, .. }
            | Self::Contribution { values, .. }
            | Self::CostStream {
                amounts: values, ..
            } => values.iter().map(|(day, _)| *day).collect(),
            Self::Payout { on, .. } => on.clone(),
            _ => vec![],
        }
    }

    /// Every value it needs that a file may call unknown.
    pub fn values_mut(&mut self) -> Vec<&mut Known> {
        match self {
            Self::Percent(value) | Self::PerHour(value) | Self::PerYear(value) => vec![value],
            Self::Floor(value) => vec![value],
            Self::GreaterOf {
                percent,
                dollars: Dollars::PerHour(value) | Dollars::PerYear(value),
            } => vec![percent, value],
            Self::Cola { share, .. } => vec![share],
            Self::MinimumRate {
                by_market,
                elsewhere,
                ..
            } => {
                let named = by_market.iter_mut().map(|(_, rate)| rate);
                named.chain(elsewhere).collect()
            }
            Self::EquityPool(pool) => vec![&mut pool.percent],
            Self::HoldSteps { .. } => vec![],
            Self::LumpSum { amount, .. } => match amount {
                Lump::PerHead(value)
                | Lump::PerFte(value)
                | Lump::Prorated(value)
                | Lump::PercentOfPay(value) => vec![value],
            },
            Self::Benefit {
                today,
                values,
                participants,
                attainment,
                ..
            } => {
                let dated = values.iter_mut().map(|(_, value)| value);
                dated.chain([today, participants, attainment]).collect()
            }
            Self::Payout {
                amount,
                today,
                participants,
                likelihood,
                ..
            } => vec![amount, today, participants, likelihood],
            Self::PaidTime {
                hours,
                participants,
                backfilled,
                premium,
            } => vec![hours, participants, backfilled, premium],
            Self::Contribution { today, values, .. } => {
                let dated = values.iter_mut().map(|(_, value)| value);
                dated.chain([today]).collect()
            }
            Self::CostStream { amounts, .. } => {
                amounts.iter_mut().map(|(_, value)| value).collect()
            }
        }
    }

    /// Whether all it takes to cost it is known.
    pub fn is_known(&self) -> bool {
        let mut own = self.clone();
        own.values_mut().iter().all(|value| value.is_some())
    }

    /// Its percent as written, where it has one that is known.
    pub fn percent(&self) -> Option<&Dec> {
        match self {
            Self::Percent(percent)
            | Self::GreaterOf { percent, .. }
            | Self::LumpSum {
                amount: Lump::PercentOfPay(percent),
                ..
            } => percent.as_ref(),
            Self::EquityPool(pool) => pool.percent.as_ref(),
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
        }
        | Self::EquityPool(Pool {
            percent: Some(percent),
            ..
        }) = &mut higher
        {
            *percent = &*percent + &Dec::whole(1);
        }
        higher
    }

    /// The same terms with one more dollar of what is paid, or one more point of what is
    /// contributed, at every one of its dates; `None` for kinds that have neither.
    pub fn one_more(&self) -> Option<Self> {
        let mut more = self.clone();
        let add = |value: &mut Known| {
            if let Some(value) = value {
                *value = &*value + &Dec::whole(1);
            }
        };
        match &mut more {
            Self::Benefit { values, .. } | Self::Contribution { values, .. } => {
                values.iter_mut().for_each(|(_, value)| add(value));
            }
            Self::Payout { amount, .. } => add(amount),
            Self::LumpSum {
                amount: Lump::PerHead(value) | Lump::PerFte(value) | Lump::Prorated(value),
                ..
            } => add(value),
            _ => return None,
        }
        Some(more)
    }
}
