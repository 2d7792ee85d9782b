//! Who gains, as `report --format json` prints it: the five tables of `people`.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::costing::report::{SpreadFigures, SpreadRow};
use crate::units::text;

/// The five tables of `people`, by key.
pub(super) fn tables(spread: &SpreadFigures) -> [(&'static str, &[SpreadRow]); 5] {
    [
        ("by_market", &spread.by_market),
        ("by_unit", &spread.by_unit),
        ("by_job", &spread.by_job),
        ("by_scale", &spread.by_scale),
        ("by_band", &spread.by_band),
    ]
}

/// One row of a table.
pub(super) fn row(row: &SpreadRow) -> Value {
    let offers: Vec<Value> = row
        .offers
        .iter()
        .map(|offer| {
            json!({
                "id": offer.id.0,
                "cost": money(offer.cost),
                "per_fte": money(offer.per_fte),
                "end_percent": offer.end_percent.map(text::percent_six),
            })
        })
        .collect();
    json!({
        "name": row.name,
        "headcount": row.headcount,
        "fte": row.fte.map(text::plain),
        "offers": offers,
        "hidden": row.hidden,
    })
}

fn money(value: Option<Decimal>) -> Option<String> {
    value.map(text::cents)
}
