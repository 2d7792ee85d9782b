//! Who gains, as `report --format json` prints it: the five tables of `people`.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::costing::report::{SpreadFigures, SpreadRow};
use crate::units::text;

/// Adds the five tables to the object of `people`.
pub(super) fn add_to(people: &mut Value, spread: &SpreadFigures) {
    let tables = [
        ("by_market", &spread.by_market),
        ("by_unit", &spread.by_unit),
        ("by_job", &spread.by_job),
        ("by_scale", &spread.by_scale),
        ("by_band", &spread.by_band),
    ];
    if let Value::Object(people) = people {
        for (key, rows) in tables {
            people.insert(key.to_owned(), rows.iter().map(row).collect());
        }
    }
}

fn row(row: &SpreadRow) -> Value {
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
