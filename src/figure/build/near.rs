//! Offers so close that their curves lie on one another: their differences from A are drawn instead.

use rust_decimal::Decimal;

use super::case::{Case, Shown};
use crate::costing::curves::{Curve, Sample};
use crate::figure::Role;

/// Below this part of the reach of all curves, percent, a difference is hard to see.
const HARD_TO_SEE: i64 = 4;

/// Each other offer's curve less A's, where all of them lie close to it; `None` where curves are
/// apart, or all the same, or there is no A among them.
pub fn differences<'c, 'a>(
    case: &'c Case<'a>,
    curve: Curve,
) -> Option<Vec<(&'c Shown<'a>, Vec<Sample>)>> {
    let of = |shown: &'c Shown<'a>| shown.results.curves.of(curve);
    let a = case.of(Role::A).filter(|a| !of(a).is_empty())?;
    let others: Vec<&Shown<'a>> = case
        .drawn()
        .into_iter()
        .filter(|shown| shown.offer.id != a.offer.id && !of(shown).is_empty())
        .collect();
    let values = case.shown.iter().flat_map(of).map(|(_, value)| *value);
    let (low, high) = values.fold(None, |range: Option<(Decimal, Decimal)>, value| {
        Some(range.map_or((value, value), |(low, high)| {
            (low.min(value), high.max(value))
        }))
    })?;
    let reach = high.checked_sub(low)?;
    let differences: Vec<(&Shown<'a>, Vec<Sample>)> = others
        .into_iter()
        .map(|shown| (shown, shown.results.curves.less(&a.results.curves, curve)))
        .collect();
    let most = differences
        .iter()
        .flat_map(|(_, samples)| samples)
        .map(|(_, value)| value.abs())
        .max()?;
    is_hard_to_see(most, reach).then_some(differences)
}

/// Whether a difference is lost in a chart that reaches so far; none at all is no difference.
pub fn is_hard_to_see(difference: Decimal, reach: Decimal) -> bool {
    let hundredfold = difference.checked_mul(Decimal::ONE_HUNDRED);
    let least = reach.checked_mul(Decimal::from(HARD_TO_SEE));
    !difference.is_zero() && hundredfold.zip(least).is_some_and(|(of, least)| of < least)
}
