//! What the rules of a scenario can find wrong or doubtful: each fault with the values that show it, and no words.
//! `words/faults` says them.

mod clauses;
mod people;
mod statements;

pub use clauses::{ClauseFault, MeasuredPercent, TermsFault};
pub use people::{PeopleFault, ScaleFault};
pub use statements::StatementFault;

use rust_decimal::Decimal;

use super::{OfferId, ScopeKey, Status};
use crate::units::Date;

/// Which rule is broken, or what is doubtful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The file's version is not one this program writes.
    Version(u32),
    /// A list is longer than any contract's.
    TooMany {
        /// How many there are.
        count: usize,
        /// How many are read.
        most: usize,
        of: Listed,
    },
    /// Groups and clauses are more than can be costed together.
    TooManyTogether {
        groups: usize,
        /// The clauses of all offers and of the baseline.
        clauses: usize,
        offers: usize,
        /// The most clauses an offer that so many offers over so many groups may have each.
        most: usize,
    },
    /// Claims are more than can be checked together, with what each takes.
    TooManyToCheck { claims: usize },
    /// Steps of wage scales, counted for each market, unit and job that stands on them.
    TooManySteps { count: usize, most: usize },
    /// Offers and different markets, units and jobs are more than can be told apart.
    TooManyParts { offers: usize, parts: usize },
    /// A name is wrong.
    Name(NameFault),
    /// The term, pay periods or yearly rates are wrong.
    Time(TimeFault),
    /// An offer is wrong, or how offers are compared.
    Offer(OfferFault),
    /// A clause is wrong in what clauses of all kinds have.
    Clause(ClauseFault),
    /// What a clause gives is wrong.
    Terms(TermsFault),
    /// The workforce is wrong.
    People(PeopleFault),
    /// A wage scale or ladder is wrong, or where a group stands on it.
    Scale(ScaleFault),
    /// How the case is shown is wrong.
    Presentation(PresentationFault),
    /// A claim or settlement is wrong.
    Statement(StatementFault),
}

/// What a list that is too long holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// Groups of employees.
    Groups,
    WageScales,
    /// Steps of a scale.
    Steps,
    Ladders,
    /// Scales of a ladder.
    Scales,
    RollUpRates,
    Sources,
    Assumptions,
    /// Months of the price index.
    Months,
    /// Figures chosen.
    Figures,
    Names,
    /// Edits of figures.
    Entries,
    Clauses,
    Offers,
    /// Dates of a clause.
    Dates,
    /// Markets with a minimum.
    Markets,
    /// Goals of a payout.
    Goals,
    Claims,
    /// Other counts of the workforce.
    Counts,
    Settlements,
    /// Raises of a settlement.
    Raises,
    /// Lump sums of a settlement.
    LumpSums,
}

/// What has a name or an id of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// An offer, by its id.
    Offer,
    /// A source, by its id.
    Source,
    /// A group, by its name.
    Group,
    /// A wage scale, by its name.
    WageScale,
    /// A ladder, by its name.
    Ladder,
    /// A claim, by its id.
    Claim,
    /// A count, by its name.
    Count,
    /// A settlement, by its name.
    Settlement,
    /// An assumption, by what it is about.
    Assumption,
}

/// What is wrong with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameFault {
    /// There is none.
    Missing(Named),
    /// Another of its kind has it.
    Taken(Named, String),
    /// Nothing is called so.
    Unknown {
        /// What it should name.
        what: Named,
        written: String,
        /// The names there are.
        known: KnownNames,
    },
    /// No group has the name under a key.
    UnknownUnder {
        key: ScopeKey,
        written: String,
        /// The names there are under the key.
        known: KnownNames,
    },
    /// It holds a character that can't be seen. `field` is the field's name in the file.
    Hidden { field: &'static str },
}

/// Names that a wrong one may have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KnownNames {
    /// One is close to what was written.
    Close(String),
    /// None is close: the first of them, and how many more there are.
    Among {
        /// The first names, in their order.
        first: Vec<String>,
        /// How many further names there are.
        more: usize,
    },
}

/// What is wrong with the term, pay periods or yearly rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeFault {
    /// The term ends before it begins.
    TermEndsFirst {
        /// Its first day.
        first: Date,
        /// Its last day.
        last: Date,
    },
    /// A day of the term is too close to the calendar's ends.
    NearTheCalendarsEnd(Date),
    /// A length of time is longer than 50 years.
    TooLong {
        /// What is too long.
        what: Length,
        /// Its first day.
        first: Date,
    },
    /// The comparison ends before the term begins.
    HorizonFirst {
        /// The last day of the comparison.
        horizon: Date,
        /// The term's first day.
        first: Date,
    },
    /// Pay periods differ from those of the biweekly accrual.
    PayPeriodsDiffer {
        /// A first day of the pay calendar.
        own: Date,
        /// A first day of the accrual.
        of_accrual: Date,
    },
    /// A rule needs pay periods, and none are given.
    NoPayPeriods,
    /// A yearly rate leaves nothing.
    NothingLeft,
    /// A yearly rate is beyond what figures can rest on.
    YearlyRate {
        rate: YearlyRate,
        /// Its value, percent.
        value: Decimal,
    },
    /// A month of the price index is not named by its first day.
    NotAFirstDay(Date),
    /// A month of the price index is given twice.
    MonthTwice(Date),
    /// A month of the price index comes after a later one.
    MonthOutOfOrder(Date),
}

/// A length of time that has a longest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    Term,
    Comparison,
    OffersTerm,
}

/// A rate by the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearlyRate {
    /// By which present values are discounted.
    Discount,
    /// By which prices change.
    Prices,
}

/// What is wrong with an offer, or with how offers are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfferFault {
    /// A and B are the same offer.
    ComparedWithItself(OfferId),
    /// It was passed at the same time as another of its side.
    PassedTogether {
        /// The other offer's name.
        earlier: String,
    },
    /// It was passed on the day of another of its side, and only one of them has a time.
    PassedWithoutTime {
        /// The other offer's name.
        other: String,
        /// Whether this one has the time, and so counts as the later.
        is_later: bool,
    },
    /// Its last day lies before the term's first day.
    EndsFirst {
        /// The offer's last day.
        last: Date,
        /// The term's first day.
        first: Date,
    },
    /// What should be a time of day is none.
    NotATimeOfDay(String),
    /// It was passed or agreed, and isn't marked as shared.
    NotShared(Status),
}

/// What is wrong with how a case is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PresentationFault {
    /// The currency's symbol.
    Symbol,
    /// The currency's code.
    Code,
    /// The offer highlighted isn't there.
    Highlight(OfferId),
    /// A figure is chosen twice.
    FigureTwice,
    /// A short name is for an offer that isn't there.
    ShortNameOf(OfferId),
    /// A figure's words are given twice.
    WordsTwice,
}

impl From<NameFault> for Fault {
    fn from(fault: NameFault) -> Self {
        Self::Name(fault)
    }
}

impl From<TimeFault> for Fault {
    fn from(fault: TimeFault) -> Self {
        Self::Time(fault)
    }
}

impl From<OfferFault> for Fault {
    fn from(fault: OfferFault) -> Self {
        Self::Offer(fault)
    }
}

impl From<ClauseFault> for Fault {
    fn from(fault: ClauseFault) -> Self {
        Self::Clause(fault)
    }
}

impl From<TermsFault> for Fault {
    fn from(fault: TermsFault) -> Self {
        Self::Terms(fault)
    }
}

impl From<PeopleFault> for Fault {
    fn from(fault: PeopleFault) -> Self {
        Self::People(fault)
    }
}

impl From<ScaleFault> for Fault {
    fn from(fault: ScaleFault) -> Self {
        Self::Scale(fault)
    }
}

impl From<PresentationFault> for Fault {
    fn from(fault: PresentationFault) -> Self {
        Self::Presentation(fault)
    }
}

impl From<StatementFault> for Fault {
    fn from(fault: StatementFault) -> Self {
        Self::Statement(fault)
    }
}
