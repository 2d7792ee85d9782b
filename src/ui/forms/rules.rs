//! The rules an offer or the case can follow, as they are chosen and typed.

use crate::document::entry;
use crate::scenario::{EffectiveRule, Ratification};

/// Effective-day rules in the order they are offered.
pub const RULES: [EffectiveRule; 4] = [
    EffectiveRule::OnDate,
    EffectiveRule::FirstPeriodOnOrAfter,
    EffectiveRule::FirstPeriodAfter,
    EffectiveRule::NearestPeriod,
];

/// `on time`, or a day.
pub fn ratification(text: &str) -> Result<Ratification, String> {
    if text.trim().eq_ignore_ascii_case("on time") {
        return Ok(Ratification::OnTime);
    }
    entry::date(text).map(Ratification::On)
}
