//! Why a change can't be made.

use thiserror::Error;

/// Why a change can't be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// A passed, agreed or withdrawn offer keeps its terms.
    #[error("{0} is locked; start a counter from it to change its terms")]
    Locked(String),
    /// The file can only be looked at; why, and what to do.
    #[error("nothing can be changed here: {0}")]
    ReadOnly(String),
    /// The offer or clause is gone.
    #[error("that raise or offer is no longer there")]
    Gone,
    /// The value is out of the range raises may have.
    #[error("a raise is from −50% to 100%; {0} is outside")]
    OutOfRange(String),
    /// The clause is of a kind that has no percent.
    #[error("only percent raises can be moved; change this clause in the file")]
    NotAPercent,
    /// An offer needs a name.
    #[error("an offer needs a name")]
    Nameless,
    /// A case needs a title.
    #[error("a case needs a title")]
    Untitled,
    /// A rule of pay periods without any.
    #[error("no pay periods are known; enter the first day of one under More assumptions")]
    NoPayPeriods,
    /// The scenario would no longer hold together; why, and what to do.
    #[error("{0}")]
    Breaks(String),
    /// Groups are changed in the file.
    #[error("this workforce is given by groups; change them under People, Payroll")]
    Grouped,
}
