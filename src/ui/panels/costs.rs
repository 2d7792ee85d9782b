//! How what offers cost is written on their cards and rows.

use rust_decimal::Decimal;

use crate::figure::alike;
use crate::ui::state::Context;
use crate::units::MoneyUnit;

/// The unit and decimals the costs of all cards and rows are written in: they are read down.
pub(super) fn unit_of_costs(context: &Context) -> (MoneyUnit, u32) {
    let offers = context.scenario().offers.iter();
    let costs = offers.filter_map(|offer| context.results.of(&offer.id)?.figures.cost);
    let costs: Vec<Decimal> = costs.collect();
    let (unit, places) = alike::unit_of_table(costs.iter().copied());
    // Three figures are enough on a card.
    let hundred = unit.size().saturating_mul(Decimal::ONE_HUNDRED);
    let large = costs
        .iter()
        .all(|cost| cost.is_zero() || cost.abs() >= hundred);
    if large && unit == MoneyUnit::Million {
        (unit, 0)
    } else {
        (unit, places)
    }
}
