//! What messages call the kinds of clauses.

use crate::scenario::ClauseKind;

/// What a kind of clause is called in a message.
pub(super) fn name_of(kind: ClauseKind) -> &'static str {
    match kind {
        ClauseKind::Percent | ClauseKind::PerHour | ClauseKind::PerYear => "raise",
        ClauseKind::GreaterOf => "raise by the greater of two amounts",
        ClauseKind::Floor => "lowest rate",
        ClauseKind::Cola => "cost-of-living raise",
        ClauseKind::MinimumRate => "minimum rate",
        ClauseKind::EquityPool => "equity pool",
        ClauseKind::HoldSteps => "hold on steps",
        ClauseKind::LumpSum => "lump sum",
        ClauseKind::Benefit => "benefit",
        ClauseKind::Payout => "payout",
        ClauseKind::PaidTime => "term for paid time",
        ClauseKind::Contribution => "contribution on pay",
        ClauseKind::CostStream => "cost stream",
    }
}
