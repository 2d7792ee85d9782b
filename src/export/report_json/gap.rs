//! What lies between two offers, as JSON.

use serde_json::{Value, json};

use super::{date, money, percent};
use crate::costing::report::{BreakEvenFigures, GapFigures, MovementFigures, WhyFigures};

pub(super) fn value(gap: &GapFigures) -> Value {
    let by_year: Vec<Value> = gap
        .by_year
        .iter()
        .map(|(label, cost)| json!({"label": label.in_words(), "cost": money(*cost)}))
        .collect();
    let retroactivity: Vec<Value> = gap
        .retroactivity
        .iter()
        .map(|pair| json!({"a": pair.a, "b": pair.b, "cost": money(pair.cost)}))
        .collect();
    json!({
        "a": gap.a.0,
        "b": gap.b.0,
        "cost": money(gap.cost),
        "cost_per_fte": money(gap.cost_per_fte),
        "simple_points": percent(gap.simple_points),
        "compounded_points": percent(gap.compounded_points),
        "present_value": money(gap.present_value),
        "by_year": by_year,
        "why": why(&gap.why),
        "movement": movement(&gap.movement),
        "break_even": break_even(&gap.break_even),
        "retroactivity": retroactivity,
    })
}

fn why(why: &WhyFigures) -> Value {
    json!({
        "size": money(why.size),
        "timing": money(why.timing),
        "compounding": money(why.compounding),
        "benefits": money(why.benefits),
        "lump_sums": money(why.lump_sums),
        "rounding": money(why.rounding),
        "steps": money(why.steps),
        "pools": money(why.pools),
        "floors": money(why.floors),
    })
}

fn movement(movement: &MovementFigures) -> Value {
    json!({
        "counter": movement.counter.as_ref().map(|id| &id.0),
        "from": movement.from.as_ref().map(|id| &id.0),
        "to": movement.to.as_ref().map(|id| &id.0),
        "moved": money(movement.moved),
        "remains": money(movement.remains),
        "moved_share": percent(movement.moved_share),
        "remains_share": percent(movement.remains_share),
    })
}

fn break_even(even: &BreakEvenFigures) -> Value {
    json!({
        "from": even.from.map(date),
        "date": even.date.map(date),
        "days": even.days,
    })
}
