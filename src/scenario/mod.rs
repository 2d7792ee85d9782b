//! What the user edits: the term, the workforce, offers and their clauses, assumptions.
//!
//! These types are the scenario file (version 1) as they stand: `files` reads and writes them,
//! `costing` only reads them. They hold no results. Their rules, beyond what a type can say, are
//! checked by [`validate()`].

pub mod banding;
pub mod claim;
pub mod clause;
pub mod clause_words;
pub mod effective;
pub mod fault;
mod fault_words;
pub mod inflation;
pub mod kind;
mod ledger;
pub mod offer;
pub mod parts;
pub mod presentation;
pub mod provenance;
pub mod ranges;
pub mod roll_up;
pub mod scope;
pub mod scope_key;
pub mod settlement;
mod shared;
pub mod term;
pub mod terms;
mod totals;
pub mod validate;
pub mod workforce;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use claim::{Claim, Count, Per, Precision, Quantity, QuotedUnit, Span};
pub use clause::{Clause, ClauseId};
pub use clause_words::PaidIn;
pub use effective::{EffectiveRule, Ratification};
pub use fault::Fault;
pub use inflation::{CpiMonth, Inflation};
pub use kind::ClauseKind;
pub use ledger::Ledger;
pub use offer::{Moment, Offer, OfferId, Party, Status};
pub use parts::{
    BenefitBasis, CapReading, DatedAmount, DatedValue, DollarTiming, Goal, LumpAmount, LumpTiming,
    MarketMinimum, PayoutBasis, PayrollMeasured, Ripple,
};
pub use presentation::{Currency, FigureEdit, FigureName, FigureSettings, Parties, ShortName};
pub use provenance::{Assumption, Source, Standing, Subject};
pub use ranges::PercentRange;
pub use roll_up::RollUpRate;
pub use scope::Scope;
pub use scope_key::ScopeKey;
pub use settlement::{SettledLumpSum, SettledRaise, Settlement};
pub use term::{Accrual, Term};
pub use terms::ClauseTerms;
pub use totals::{Rates, Totals};
pub use validate::{FieldPath, Finding, Severity, validate};

pub use workforce::{
    Group, Ladder, People, RateUnit, Rounding, Scale, ScaleStep, TableGroups, Workforce,
};

use crate::units::digits::bare;
use crate::units::{Date, Fte, HourlyRate, HoursPerYear, PayCalendar, Percent};

/// The version of the scenario file these types describe.
pub const VERSION: u32 = 1;

/// One bargaining case: what is common to all offers, and the offers.
///
/// Each setting has one owner: the scenario has term, accrual, pay calendar,
/// hours, ratification, discount rate and inflation; the workforce its as-of date and
/// rounding; an offer may override the effective-day rule, retroactivity, last day and ratification.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// The file's format version, 1.
    pub version: u32,
    /// What the case is called.
    pub title: String,
    /// What the parties are called on figures.
    #[serde(default, skip_serializing_if = "Parties::are_unnamed")]
    pub parties: Parties,
    /// What its money is called.
    #[serde(default, skip_serializing_if = "Currency::is_dollar")]
    pub currency: Currency,
    /// Who uses the program: movement is told from there.
    #[serde(default)]
    pub we_are: Party,
    /// The contract's first and last day.
    pub term: Term,
    /// The last day all offers are compared over; by default the shortest last day of A and B.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub horizon: Option<Date>,
    /// How a year's hours fall on days.
    #[serde(default)]
    pub accrual: Accrual,
    /// Pay periods, for effective-day rules under monthly accrual.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pay_calendar: Option<PayCalendar>,
    /// Paid hours a year for 1.0 FTE.
    #[serde(default)]
    pub hours: HoursPerYear,
    /// When the contract is ratified, unless an offer says otherwise.
    #[serde(default)]
    pub ratification: Ratification,
    /// When a clause takes effect, unless an offer or the clause says otherwise.
    #[serde(default)]
    pub effective: EffectiveRule,
    /// Whether raises before ratification are paid back, unless an offer says otherwise.
    #[serde(default)]
    pub retroactive: bool,
    /// Discount rate of the present value, percent a year.
    #[serde(default = "zero_percent")]
    pub discount_rate: Percent,
    /// The price index behind real wages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inflation: Option<Inflation>,
    /// Rates the employer pays on top of wages; empty means none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roll_up: Vec<RollUpRate>,
    /// The first offer compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub a: Option<OfferId>,
    /// The offer compared with A.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub b: Option<OfferId>,
    /// The offer being worked on; movement is told of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<OfferId>,
    /// The employee looked at.
    #[serde(default)]
    pub employee: Employee,
    /// Who is paid. Shared between copies of the scenario, because it may be large and rarely changes;
    /// it is changed through [`Scenario::workforce_mut`].
    #[serde(with = "workforce::by_value")]
    pub workforce: Arc<Workforce>,
    /// Raises already owed under existing contracts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub baseline: Vec<Clause>,
    /// The offers, in the order shown.
    #[serde(default)]
    pub offers: Vec<Offer>,
    /// What the figures rest on that nobody has published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<Assumption>,
    /// Public statements, to be checked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Claim>,
    /// Other counts of the workforce, tried where a claim is explained.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<Count>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settlements: Vec<Settlement>,
    /// Where facts come from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// What is chosen for its figures.
    #[serde(default, skip_serializing_if = "FigureSettings::are_default")]
    pub figures: FigureSettings,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// The employee looked at: the average one, unless a rate or a group is named.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Employee {
    /// Hourly rate in dollars; by default the group's, else the workforce's average.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "bare"
    )]
    pub rate: Option<HourlyRate>,
    /// Full-time equivalent of the employee, 1 for full time.
    #[serde(default)]
    pub fte: Fte,
    /// The group whose scoped clauses apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

impl Scenario {
    /// The workforce, to be changed: copied first where another copy of the scenario shares it.
    pub fn workforce_mut(&mut self) -> &mut Workforce {
        Arc::make_mut(&mut self.workforce)
    }

    /// The offer with this id.
    #[must_use]
    pub fn offer(&self, id: &OfferId) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.id == *id)
    }

    /// The rule an offer's clauses follow, unless a clause has its own.
    #[must_use]
    pub fn effective_rule(&self, offer: &Offer) -> EffectiveRule {
        offer.effective.unwrap_or(self.effective)
    }

    /// Whether what is earned before ratification is paid on ratification.
    #[must_use]
    pub fn is_retroactive(&self, offer: &Offer) -> bool {
        offer.retroactive.unwrap_or(self.retroactive)
    }

    /// When an offer is ratified.
    #[must_use]
    pub fn ratification_of(&self, offer: &Offer) -> Ratification {
        offer.ratification.unwrap_or(self.ratification)
    }

    /// The last day of an offer: its own, or the term's.
    #[must_use]
    pub fn last_day_of(&self, offer: &Offer) -> Date {
        offer.last_day.unwrap_or(self.term.last_day)
    }

    /// The last day offers are compared over: as stated, else the shortest of A's and B's, else
    /// the term's (METHOD.md "Time").
    #[must_use]
    pub fn common_horizon(&self) -> Date {
        self.horizon.unwrap_or_else(|| {
            [&self.a, &self.b]
                .into_iter()
                .flatten()
                .filter_map(|id| self.offer(id))
                .map(|offer| self.last_day_of(offer))
                .min()
                .unwrap_or(self.term.last_day)
        })
    }

    /// The pay periods: stated, or those of a biweekly accrual.
    #[must_use]
    pub fn pay_periods(&self) -> Option<PayCalendar> {
        self.pay_calendar.or(match self.accrual {
            Accrual::Monthly => None,
            Accrual::Biweekly { first_day } => Some(PayCalendar::Biweekly { first_day }),
        })
    }
}

fn zero_percent() -> Percent {
    Percent::ZERO
}
