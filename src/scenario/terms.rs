//! What clauses give: the terms that can stand in an offer (METHOD.md "Clauses").

use serde::{Deserialize, Serialize};

use super::Scope;
use super::parts::{
    BenefitBasis, CapReading, DatedAmount, DatedValue, DollarTiming, Goal, LumpAmount, LumpTiming,
    MarketMinimum, PayoutBasis, PayrollMeasured, Ripple,
};
use crate::units::digits::bare;
use crate::units::{
    Date, Fte, HourlyAmount, HourlyRate, Hours, Known, Money, Percent, YearlyAmount,
};

/// What a clause gives. The first eight change rates, `HoldSteps` changes who stands on which step, and
/// the others pay dollars beside rates. Rates are in the workforce's unit unless a name says otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ClauseTerms {
    /// Rate × (1 + percent / 100).
    Percent(Known<Percent>),
    /// Rate + dollars an hour.
    PerHour(Known<HourlyAmount>),
    /// Rate + dollars a year for 1.0 FTE.
    PerYear(Known<YearlyAmount>),
    /// The larger result of a percent and of dollars, rate by rate. Just one of the amounts is given.
    GreaterOf {
        percent: Known<Percent>,
        /// Dollars an hour.
        #[serde(
            default,
            skip_serializing_if = "Option::is_none",
            serialize_with = "bare"
        )]
        per_hour: Option<Known<HourlyAmount>>,
        /// Dollars a year for 1.0 FTE.
        #[serde(
            default,
            skip_serializing_if = "Option::is_none",
            serialize_with = "bare"
        )]
        per_year: Option<Known<YearlyAmount>>,
    },
    /// Rate raised to at least this one.
    Floor(Known<HourlyRate>),
    /// A raise that follows a price index.
    Cola {
        /// Share of the index's change over twelve months, percent.
        share: Known<Percent>,
        /// The least it gives, percent.
        #[serde(
            default,
            skip_serializing_if = "Option::is_none",
            serialize_with = "bare"
        )]
        floor: Option<Percent>,
        /// The most it gives, percent.
        #[serde(
            default,
            skip_serializing_if = "Option::is_none",
            serialize_with = "bare"
        )]
        cap: Option<Percent>,
        /// Months between the index's month and the date.
        #[serde(default = "two_months")]
        lag_months: u8,
    },
    /// Wage scales whose first step is below a minimum brought up to it.
    MinimumRate {
        /// The minimum by market.
        #[serde(default)]
        by_market: Vec<MarketMinimum>,
        /// The minimum of markets not named; none where absent.
        #[serde(
            default,
            skip_serializing_if = "Option::is_none",
            serialize_with = "bare"
        )]
        elsewhere: Option<Known<HourlyRate>>,
        /// How the rest of a scale, and of its ladder, follows.
        ripple: Ripple,
    },
    /// A share of one payroll spent on the rates of the clause's scope.
    EquityPool {
        /// Percent of the payroll.
        percent: Known<Percent>,
        #[serde(default, skip_serializing_if = "Scope::is_everyone")]
        payroll_of: Scope,
        /// The dates of its equal parts, in order.
        tranches: Vec<Date>,
        /// The most it may come to together with the first year's raises for everyone, percent.
        #[serde(
            default,
            skip_serializing_if = "Option::is_none",
            serialize_with = "bare"
        )]
        cap: Option<Percent>,
        /// How the cap is read.
        #[serde(default)]
        reading: CapReading,
        /// When the payroll is measured.
        #[serde(default)]
        measured: PayrollMeasured,
    },
    /// Nobody in scope moves a step from its day on.
    HoldSteps {
        /// The first day on which steps move again.
        until: Date,
    },
    /// A payment that never enters a rate.
    LumpSum {
        /// How much.
        amount: LumpAmount,
        /// On which day.
        #[serde(default)]
        paid: LumpTiming,
        /// Of a percent of pay: the last of the twelve months' days, where it isn't the day before it is paid.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        measured_to: Option<Date>,
    },
    /// A benefit whose yearly or hourly value changes on dates.
    Benefit {
        /// Its value today, dollars.
        #[serde(default = "no_money")]
        today: Known<Money>,
        /// Its values, each from its date on, dollars.
        values: Vec<DatedValue<Money>>,
        /// Who takes part: heads, or FTE, by `basis`.
        participants: Known<Fte>,
        /// Percent of them that gets it.
        #[serde(default = "whole")]
        attainment: Known<Percent>,
        /// What the value is counted on.
        basis: BenefitBasis,
        /// When a value dated before a late ratification starts.
        #[serde(default, skip_serializing_if = "DollarTiming::is_dated")]
        when: DollarTiming,
    },
    /// A payment on dates that depends on goals reached.
    Payout {
        /// The days it falls on.
        on: Vec<Date>,
        /// Dollars for each participant when all goals are reached.
        amount: Known<Money>,
        /// What is paid today, dollars.
        #[serde(default = "no_money")]
        today: Known<Money>,
        /// Who takes part: heads, or FTE, by `basis`.
        participants: Known<Fte>,
        /// What the amount is counted on.
        basis: PayoutBasis,
        /// How likely it is paid, percent.
        #[serde(default = "whole")]
        likelihood: Known<Percent>,
        /// Its goals; none means the amount in full.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        goals: Vec<Goal>,
        /// When a day before a late ratification is paid.
        #[serde(default, skip_serializing_if = "DollarTiming::is_dated")]
        when: DollarTiming,
    },
    /// Paid time for which somebody else is called in.
    PaidTime {
        /// Hours a year for each participant.
        hours: Known<Hours>,
        /// Who takes part, FTE.
        participants: Known<Fte>,
        /// Percent of the hours for which somebody is called in.
        #[serde(default = "whole")]
        backfilled: Known<Percent>,
        /// Percent of the average rate that is paid for them.
        #[serde(default = "whole")]
        premium: Known<Percent>,
    },
    /// A pension or trust rate on pay that changes on dates.
    Contribution {
        /// What it is called.
        name: String,
        /// The rate today, percent of pay.
        #[serde(default = "no_percent")]
        today: Known<Percent>,
        /// The rates, each from its date on, percent of pay.
        values: Vec<DatedValue<Percent>>,
        /// When a rate dated before a late ratification starts.
        #[serde(default, skip_serializing_if = "DollarTiming::is_dated")]
        when: DollarTiming,
    },
    /// Dollar amounts worked out elsewhere.
    CostStream {
        /// The amounts, each on its date.
        amounts: Vec<DatedAmount>,
        /// When an amount dated before a late ratification falls.
        #[serde(default, skip_serializing_if = "DollarTiming::is_dated")]
        when: DollarTiming,
    },
}

impl ClauseTerms {
    /// Whether it changes rates, rather than holding steps or paying dollars beside them.
    #[must_use]
    pub fn changes_rates(&self) -> bool {
        self.kind().changes_rates()
    }

    /// Whether it pays dollars that depend on what people are paid: a share of pay, or time at their rates.
    #[must_use]
    pub fn rests_on_pay(&self) -> bool {
        matches!(
            self,
            Self::PaidTime { .. }
                | Self::Contribution { .. }
                | Self::LumpSum {
                    amount: LumpAmount::PercentOfPay(_),
                    ..
                }
        )
    }

    /// Whether all its values are known.
    #[must_use]
    pub fn is_known(&self) -> bool {
        match self {
            Self::Percent(percent) => percent.is_known(),
            Self::PerHour(amount) => amount.is_known(),
            Self::PerYear(amount) => amount.is_known(),
            Self::GreaterOf {
                percent,
                per_hour,
                per_year,
            } => {
                percent.is_known()
                    && per_hour.as_ref().is_none_or(Known::is_known)
                    && per_year.as_ref().is_none_or(Known::is_known)
            }
            Self::Floor(rate) => rate.is_known(),
            Self::Cola { share, .. } => share.is_known(),
            Self::MinimumRate {
                by_market,
                elsewhere,
                ..
            } => {
                by_market.iter().all(|one| one.rate.is_known())
                    && elsewhere.as_ref().is_none_or(Known::is_known)
            }
            Self::EquityPool { percent, .. } => percent.is_known(),
            Self::HoldSteps { .. } => true,
            Self::LumpSum { amount, .. } => match amount {
                LumpAmount::PerHead(money)
                | LumpAmount::PerFte(money)
                | LumpAmount::Prorated(money) => money.is_known(),
                LumpAmount::PercentOfPay(percent) => percent.is_known(),
            },
            Self::Benefit {
                today,
                values,
                participants,
                attainment,
                ..
            } => {
                today.is_known()
                    && values.iter().all(|one| one.value.is_known())
                    && participants.is_known()
                    && attainment.is_known()
            }
            Self::Payout {
                amount,
                today,
                participants,
                likelihood,
                goals,
                ..
            } => {
                amount.is_known()
                    && today.is_known()
                    && participants.is_known()
                    && likelihood.is_known()
                    && goals
                        .iter()
                        .all(|goal| goal.share.is_known() && goal.reached.is_known())
            }
            Self::PaidTime {
                hours,
                participants,
                backfilled,
                premium,
            } => {
                hours.is_known()
                    && participants.is_known()
                    && backfilled.is_known()
                    && premium.is_known()
            }
            Self::Contribution { today, values, .. } => {
                today.is_known() && values.iter().all(|one| one.value.is_known())
            }
            Self::CostStream { amounts, .. } => amounts.iter().all(|one| one.amount.is_known()),
        }
    }

    /// Its percent, where it has one: that of a raise or pool, or of pay in a lump sum.
    #[must_use]
    pub fn percent(&self) -> Option<Percent> {
        match self {
            Self::Percent(percent)
            | Self::GreaterOf { percent, .. }
            | Self::EquityPool { percent, .. }
            | Self::LumpSum {
                amount: LumpAmount::PercentOfPay(percent),
                ..
            } => percent.get(),
            _ => None,
        }
    }

    /// What it is called by itself, where it has a name of its own, such as a pension's.
    #[must_use]
    pub fn own_name(&self) -> Option<&str> {
        match self {
            Self::Contribution { name, .. } => Some(name),
            _ => None,
        }
    }

    /// The dates of its own that it goes by, in the order given: a pool's parts, a benefit's values, the days
    /// of a payout. Empty where the clause's one date is all there is.
    #[must_use]
    pub fn own_dates(&self) -> Vec<Date> {
        match self {
            Self::EquityPool { tranches: days, .. } | Self::Payout { on: days, .. } => days.clone(),
            Self::Benefit { values, .. } => values.iter().map(|one| one.date).collect(),
            Self::Contribution { values, .. } => values.iter().map(|one| one.date).collect(),
            Self::CostStream { amounts, .. } => amounts.iter().map(|one| one.date).collect(),
            _ => Vec::new(),
        }
    }

    /// The same dates, to be moved.
    pub fn own_dates_mut(&mut self) -> Vec<&mut Date> {
        match self {
            Self::EquityPool { tranches: days, .. } | Self::Payout { on: days, .. } => {
                days.iter_mut().collect()
            }
            Self::Benefit { values, .. } => values.iter_mut().map(|one| &mut one.date).collect(),
            Self::Contribution { values, .. } => {
                values.iter_mut().map(|one| &mut one.date).collect()
            }
            Self::CostStream { amounts, .. } => {
                amounts.iter_mut().map(|one| &mut one.date).collect()
            }
            _ => Vec::new(),
        }
    }

    /// When dollars dated before a late ratification are owed, where it pays such.
    #[must_use]
    pub fn when(&self) -> Option<DollarTiming> {
        match self {
            Self::Benefit { when, .. }
            | Self::Payout { when, .. }
            | Self::Contribution { when, .. }
            | Self::CostStream { when, .. } => Some(*when),
            _ => None,
        }
    }
}

fn two_months() -> u8 {
    2
}

fn no_money() -> Known<Money> {
    Known::Known(Money::ZERO)
}

fn no_percent() -> Known<Percent> {
    Known::Known(Percent::ZERO)
}

fn whole() -> Known<Percent> {
    Known::Known(Percent::WHOLE)
}
