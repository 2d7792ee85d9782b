//! When each clause takes effect, and in which order they apply (METHOD.md "Time").

use super::clock::{Clock, Ticks};
use super::effects::{Effect, Unknown};
use super::error::CostingError;
use crate::scenario::{
    Clause, ClauseKind, ClauseTerms, DollarTiming, EffectiveRule, LumpTiming, Offer, Ratification,
    Scenario, Scope,
};
use crate::units::{Date, PayCalendar, Percent};

/// One clause at its place in time.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its effective day; that of its first part where it has several.
    pub(crate) day: Date,
    /// The moment that day starts.
    pub(crate) at: Ticks,
    /// Its date as written.
    pub(crate) nominal: Date,
    /// Its place in the offer's list; `None` for a baseline clause.
    pub(crate) clause: Option<usize>,
    /// Its place in its own list, the offer's or the baseline's.
    pub(crate) place: usize,
    pub(crate) effect: Effect,
    /// The number of its scope in the model's list.
    pub(crate) scope: usize,
    /// Its percent, where it has one; of a cost-of-living raise what it comes to.
    pub(crate) percent: Option<Percent>,
    /// Whether it takes effect by the last day counted.
    pub(crate) counts: bool,
    /// Whether it ever takes effect: by its offer's own last day, also where that lies past the last day counted.
    pub(crate) comes: bool,
    /// Of a raise for a time: the moment from which it never applied.
    pub(crate) until: Option<Ticks>,
    pub(crate) kind: ClauseKind,
}

/// Where something stands in the order in which clauses apply: by effective day, then date as written; on one day
/// and date the baseline first, then by the order of the list.
pub type Order = (Date, Date, bool, usize);

impl Event {
    /// Where a part of it stands in the order, by the part's effective day and date as written.
    #[must_use]
    pub fn order(&self, day: Date, nominal: Date) -> Order {
        (day, nominal, self.clause.is_some(), self.place)
    }

    /// Why it can't be costed, where it can't.
    #[must_use]
    pub fn unknown(&self) -> Option<Unknown> {
        match self.effect {
            Effect::UnknownRate(why) | Effect::UnknownDollars(why) => Some(why),
            Effect::PartDollars(_) => Some(Unknown::Unpublished),
            Effect::Minimum(ref minimum) if !minimum.is_known() => Some(Unknown::Unpublished),
            _ => None,
        }
    }

    /// Whether it is a lump sum that can't be costed.
    #[must_use]
    pub fn hides_lump_sum(&self) -> bool {
        let hidden = matches!(self.effect, Effect::UnknownDollars(_));
        hidden && self.kind == ClauseKind::LumpSum
    }

    /// Whether rates of some class depend on it, by what is unknown of it.
    #[must_use]
    pub fn hides_rates(&self) -> bool {
        match &self.effect {
            Effect::UnknownRate(_) => true,
            Effect::Minimum(minimum) => !minimum.is_known(),
            _ => false,
        }
    }
}

/// When an offer's clauses take effect: ratification and retroactivity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timing {
    /// When it is ratified.
    pub(crate) ratification: Ratification,
    /// Whether what was earned before is paid.
    pub(crate) retroactive: bool,
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

    /// The effective day of a date that goes by a rule and by ratification, as a raise does.
    #[must_use]
    pub fn day_of_raise(
        self,
        rule: EffectiveRule,
        date: Date,
        periods: Option<PayCalendar>,
    ) -> Date {
        let own = rule.day(date, periods);
        match self.ratification {
            Ratification::On(day) if !self.retroactive => own.max(rule.ratified_day(day, periods)),
            _ => own,
        }
    }

    /// A date that pays dollars: as written, or on a late ratification where it is before that.
    #[must_use]
    pub fn of_dollars(self, when: DollarTiming, date: Date) -> Date {
        match (when, self.ratification) {
            (DollarTiming::Later, Ratification::On(day)) => date.max(day),
            _ => date,
        }
    }
}

/// The days a schedule is drawn up against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calendar {
    /// How hours fall on days.
    pub(crate) clock: Clock,
    /// Pay periods, where rules need them.
    pub(crate) periods: Option<PayCalendar>,
    /// First day of the term.
    pub(crate) first_day: Date,
    /// Last day counted.
    pub(crate) horizon: Date,
}

/// Everything beside a clause itself that decides when it applies and what it does.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    pub(crate) scenario: &'a Scenario,
    pub(crate) calendar: Calendar,
    /// The scopes that clauses use, in the model's order.
    pub(crate) scopes: &'a [Scope],
    /// The rule for clauses without one of their own.
    pub(crate) rule: EffectiveRule,
    /// When the offer is ratified.
    pub(crate) timing: Timing,
    /// The last day on which a clause still takes effect.
    pub(crate) last_counted: Date,
    /// The offer's own last day, beyond which nothing of it ever comes; none for owed raises.
    pub(crate) own_last: Option<Date>,
}

impl Calendar {
    /// The first day of the second contract year.
    #[must_use]
    pub fn second_year(&self) -> Date {
        self.first_day.plus_months(12)
    }

    /// The effective day of a date under a rule. Without pay periods every rule is `OnDate`; the
    /// scenario's checks see to it that none is missing.
    #[must_use]
    pub fn effective_day(&self, rule: EffectiveRule, date: Date) -> Date {
        rule.day(date, self.periods)
    }

    /// R's effective day, which only moves forward: R itself under `OnDate`, else the first period
    /// start on or after R.
    #[must_use]
    pub fn ratification_day(&self, rule: EffectiveRule, ratified: Date) -> Date {
        rule.ratified_day(ratified, self.periods)
    }
}

impl Setting<'_> {
    /// The effective day of a date that goes by a clause's rule and by ratification, as a raise does.
    #[must_use]
    pub fn day_of_raise(&self, clause: &Clause, date: Date) -> Date {
        let rule = clause.effective.unwrap_or(self.rule);
        self.timing.day_of_raise(rule, date, self.calendar.periods)
    }

    /// Whether what falls on a day ever comes.
    #[must_use]
    pub fn comes(&self, day: Date) -> bool {
        self.own_last.is_none_or(|last| day <= last)
    }

    /// The number of a scope in the model's list.
    ///
    /// # Errors
    /// [`CostingError::OtherScopes`].
    pub fn number_of(&self, scope: &Scope) -> Result<usize, CostingError> {
        self.scopes
            .iter()
            .position(|own| own == scope)
            .ok_or(CostingError::OtherScopes)
    }

    /// The day a clause stands on in the order, and its date as written.
    pub(super) fn stands_on(&self, clause: &Clause) -> (Date, Date) {
        let nominal = clause.terms.own_dates().first().copied();
        let nominal = nominal.unwrap_or(clause.date);
        let day = match &clause.terms {
            ClauseTerms::LumpSum { paid, .. } => self.day_of_lump_sum(clause, *paid),
            terms => match terms.when() {
                Some(when) => self.timing.of_dollars(when, nominal),
                None => self.day_of_raise(clause, nominal),
            },
        };
        (day, nominal)
    }

    fn day_of_lump_sum(&self, clause: &Clause, paid: LumpTiming) -> Date {
        let rule = clause.effective.unwrap_or(self.rule);
        let own = self.calendar.effective_day(rule, clause.date);
        // A lump sum falls on R itself, not on a pay period: it is a payment, not a rate. A contract
        // ratified before its first day owes it from that day.
        let first_day = self.calendar.first_day;
        let ratified = match self.timing.ratification {
            Ratification::OnTime => first_day,
            Ratification::On(day) => day.max(first_day),
        };
        match paid {
            LumpTiming::Dated => own,
            LumpTiming::OnRatification => ratified,
            LumpTiming::Later => own.max(ratified),
        }
    }
}

/// Merges baseline and offer into the order they apply: by effective day, then date as written, the
/// baseline first.
#[must_use]
pub fn merged<'a>(baseline: &'a [Event], offer: &'a [Event]) -> Vec<&'a Event> {
    let mut all: Vec<&Event> = baseline.iter().chain(offer).collect();
    all.sort_by_key(|event| event.order(event.day, event.nominal));
    all
}
