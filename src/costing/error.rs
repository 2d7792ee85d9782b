//! What can go wrong in costing a scenario that has passed its checks.

use thiserror::Error;

/// Why figures can't be computed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CostingError {
    /// A sum is larger than the exact arithmetic holds (about 10¹³ dollars a year over 20 years).
    #[error(
        "the figures are too large to be exact; check headcounts, rates and percents for a slip of the keys"
    )]
    TooLarge,
    /// A raise below zero leaves somebody a negative rate.
    #[error(
        "a raise per hour takes a rate below zero; check its sign, its amount and whom it applies to"
    )]
    RateBelowZero,
    /// An offer names employees that the model it is costed with doesn't tell apart.
    #[error("an offer is costed with a workforce that was made ready for other offers")]
    OtherScopes,
    /// A rate or an employee isn't where the program has put it.
    #[error(
        "the program lost its place among the rates, so no figure is told; please report this fault of the program"
    )]
    Misplaced,
    /// The lengths of wage steps have no common multiple small enough.
    #[error(
        "the months of the wage steps have no common multiple; give steps lengths such as 12, 18 or 24"
    )]
    StepLengths,
}
