//! When each clause takes effect, and in which order they apply (costing.md §2, §3).

use super::clock::{Clock, Ticks};
use crate::scenario::{
    Clause, ClauseKind, ClauseTerms, EffectiveRule, LumpAmount, LumpTiming, Offer, Ratification,
    Scenario,
};
use crate::units::decimal::in_units;
use crate::units::{Date, Known, PayCalendar, Percent};

/// A factor 1 + percent / 100 as an exact fraction of small whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factor {
    /// Numerator, positive or zero.
    pub num: i64,
    /// Denominator, a power of ten.
    pub den: i64,
}

impl Factor {
    /// The factor of a raise by `percent`.
    #[must_use]
    pub fn of(percent: Percent) -> Self {
        let millionths = in_units(percent.get(), Percent::DECIMALS).unwrap_or_default();
        let mut num = 100_000_000 + i64::try_from(millionths).unwrap_or_default();
        let mut den = 100_000_000;
        while num % 10 == 0 && den > 1 {
            num /= 10;
            den /= 10;
        }
        Self { num, den }
    }
}

/// What a clause does to an hourly rate. Dollars per hour in millionths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RateChange {
    /// Rate × factor.
    Percent(Factor),
    /// Rate + millionths of a dollar.
    PerHour(i64),
    /// The larger of the two.
    GreaterOf(Factor, i64),
    /// At least these millionths of a dollar.
    Floor(i64),
}

impl RateChange {
    /// Whether it acts alike on a sum of rates and on each of them.
    #[must_use]
    pub fn is_linear(self) -> bool {
        matches!(self, Self::Percent(_) | Self::PerHour(_))
    }
}

/// What a clause does.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Changes rates.
    Rate(RateChange),
    /// Pays dollars once.
    LumpSum(LumpAmount),
    /// Would change rates, but nobody has published by how much, or this version doesn't cost it.
    UnknownRate,
    /// Would pay dollars, but nobody has published how many, or this version doesn't cost it.
    UnknownDollars,
}

impl Effect {
    /// Whether clauses of a kind are costed yet.
    #[must_use]
    pub fn is_costed(kind: ClauseKind) -> bool {
        matches!(
            kind,
            ClauseKind::Percent
                | ClauseKind::PerHour
                | ClauseKind::GreaterOf
                | ClauseKind::Floor
                | ClauseKind::LumpSum
        )
    }
}

/// One clause at its place in time.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Its effective day.
    pub day: Date,
    /// The moment that day starts.
    pub at: Ticks,
    /// Its date as written.
    pub nominal: Date,
    /// Its place in the offer's list; `None` for a baseline clause.
    pub clause: Option<usize>,
    /// What it does.
    pub effect: Effect,
    /// The number of its scope in the model's list.
    pub scope: usize,
    /// Its percent, where it has one.
    pub percent: Option<Percent>,
    /// Whether it takes effect by the last day counted.
    pub counts: bool,
}

/// When an offer's clauses take effect: ratification and retroactivity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timing {
    /// When it is ratified.
    pub ratification: Ratification,
    /// Whether what was earned before is paid.
    pub retroactive: bool,
}

impl Timing {
    /// Ratified on time.
    pub const ON_TIME: Self = Self {
        ratification: Ratification::OnTime,
        retroactive: true,
    };

    /// The timing of an offer in its scenario.
    #[must_use]
    pub fn of(scenario: &Scenario, offer: &Offer) -> Self {
        Self {
            ratification: scenario.ratification_of(offer),
            retroactive: scenario.is_retroactive(offer),
        }
    }

    /// Ratified on a day, without retroactivity.
    #[must_use]
    pub fn late(day: Date) -> Self {
        Self {
            ratification: Ratification::On(day),
            retroactive: false,
        }
    }

    /// The day of a late ratification whose arrears are paid then.
    #[must_use]
    pub fn arrears_paid_on(self, first_day: Date) -> Option<Date> {
        match self.ratification {
            Ratification::On(day) if self.retroactive && day > first_day => Some(day),
            _ => None,
        }
    }
}

/// The days a schedule is drawn up against.
#[derive(Debug, Clone, Copy)]
pub struct Calendar {
    /// How hours fall on days.
    pub clock: Clock,
    /// Pay periods, where rules need them.
    pub periods: Option<PayCalendar>,
    /// First day of the term.
    pub first_day: Date,
    /// Last day counted.
    pub horizon: Date,
}

impl Calendar {
    /// The effective day of a date under a rule. Without pay periods every rule is `OnDate`; the
    /// scenario's checks refuse such a scenario.
    #[must_use]
    pub fn effective_day(&self, rule: EffectiveRule, date: Date) -> Date {
        match (rule, self.periods) {
            (EffectiveRule::OnDate, _) | (_, None) => date,
            (EffectiveRule::FirstPeriodOnOrAfter, Some(periods)) => periods.on_or_after(date),
            (EffectiveRule::FirstPeriodAfter, Some(periods)) => periods.after(date),
            (EffectiveRule::NearestPeriod, Some(periods)) => periods.nearest(date),
        }
    }

    /// The day a ratification takes effect: it only moves forward.
    #[must_use]
    pub fn ratification_day(&self, rule: EffectiveRule, ratified: Date) -> Date {
        match (rule, self.periods) {
            (EffectiveRule::OnDate, _) | (_, None) => ratified,
            (_, Some(periods)) => periods.on_or_after(ratified),
        }
    }

    /// The steps of an offer, in the order they apply.
    pub fn offer_steps(
        &self,
        offer: &Offer,
        rule: EffectiveRule,
        timing: Timing,
        last_day: Date,
        scope_number: impl Fn(&Clause) -> usize,
    ) -> Vec<Step> {
        let last_counted = last_day.min(self.horizon);
        let mut steps: Vec<Step> = offer
            .clauses
            .iter()
            .enumerate()
            .filter(|(_, clause)| clause.counted)
            .map(|(index, clause)| {
                let rule = clause.effective.unwrap_or(rule);
                let day = self.day_of(clause, rule, timing);
                self.step(clause, Some(index), day, last_counted, scope_number(clause))
            })
            .collect();
        steps.sort_by_key(|step| (step.day, step.nominal));
        steps
    }

    /// The baseline's steps that aren't in the rates already, in the order they apply.
    pub fn baseline_steps(
        &self,
        clauses: &[Clause],
        rule: EffectiveRule,
        rates_as_of: Date,
        scope_number: impl Fn(&Clause) -> usize,
    ) -> Vec<Step> {
        let mut steps: Vec<Step> = clauses
            .iter()
            .filter(|clause| clause.counted && clause.date > rates_as_of)
            .map(|clause| {
                let day = self.effective_day(clause.effective.unwrap_or(rule), clause.date);
                self.step(clause, None, day, self.horizon, scope_number(clause))
            })
            .collect();
        steps.sort_by_key(|step| (step.day, step.nominal));
        steps
    }

    fn day_of(&self, clause: &Clause, rule: EffectiveRule, timing: Timing) -> Date {
        let own = self.effective_day(rule, clause.date);
        // A lump sum falls on R itself, not on a pay period: it is a payment, not a rate. A contract
        // ratified before its first day owes it from that day.
        let ratified = match timing.ratification {
            Ratification::OnTime => self.first_day,
            Ratification::On(day) => day.max(self.first_day),
        };
        match &clause.terms {
            ClauseTerms::LumpSum { paid, .. } => match paid {
                LumpTiming::Dated => own,
                LumpTiming::OnRatification => ratified,
                LumpTiming::Later => own.max(ratified),
            },
            terms if terms.changes_rates() && !timing.retroactive => match timing.ratification {
                Ratification::OnTime => own,
                Ratification::On(day) => own.max(self.ratification_day(rule, day)),
            },
            _ => own,
        }
    }

    fn step(
        &self,
        clause: &Clause,
        index: Option<usize>,
        day: Date,
        last_counted: Date,
        scope: usize,
    ) -> Step {
        Step {
            day,
            at: self.clock.start_of(day),
            nominal: clause.date,
            clause: index,
            effect: effect_of(&clause.terms),
            scope,
            percent: clause.terms.percent(),
            counts: day <= last_counted,
        }
    }
}

/// What a clause's terms do, in whole numbers.
fn effect_of(terms: &ClauseTerms) -> Effect {
    let millionths = |value: rust_decimal::Decimal| {
        in_units(value, 6)
            .and_then(|units| i64::try_from(units).ok())
            .unwrap_or_default()
    };
    let change = match terms {
        ClauseTerms::Percent(Known::Known(percent)) => RateChange::Percent(Factor::of(*percent)),
        ClauseTerms::PerHour(Known::Known(amount)) => RateChange::PerHour(millionths(amount.get())),
        ClauseTerms::GreaterOf {
            percent: Known::Known(percent),
            per_hour: Some(Known::Known(amount)),
            per_year: None,
        } => RateChange::GreaterOf(Factor::of(*percent), millionths(amount.get())),
        ClauseTerms::Floor(Known::Known(rate)) => RateChange::Floor(millionths(rate.get())),
        ClauseTerms::LumpSum { amount, .. } if terms.is_known() => {
            return Effect::LumpSum(amount.clone());
        }
        terms if terms.changes_rates() => return Effect::UnknownRate,
        _ => return Effect::UnknownDollars,
    };
    Effect::Rate(change)
}

/// Merges baseline and offer steps into the order they apply: by effective day, then date as
/// written, the baseline first.
#[must_use]
pub fn merged<'a>(baseline: &'a [Step], offer: &'a [Step]) -> Vec<&'a Step> {
    let mut all: Vec<&Step> = baseline.iter().chain(offer).collect();
    all.sort_by_key(|step| (step.day, step.nominal));
    all
}
