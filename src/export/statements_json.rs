//! Claims, history and settlements in the report's JSON object.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use crate::explore::claims::{Beside, Checked, Convention, Implied, Reading, Solution, Takes};
use crate::explore::history::Move;
use crate::explore::settlements::{Measures, Real};
use crate::explore::statements::Statements;
use crate::scenario::{QuotedUnit, Scenario, Settlement};
use crate::units::text;

/// Adds `claims`, `history` and `settlements` to the report.
pub(super) fn add_to(report: &mut Value, scenario: &Scenario, statements: &Statements) {
    let Value::Object(report) = report else {
        return;
    };
    let claims = statements.claims.iter().map(claim).collect();
    let history = statements.history.iter().map(one_move).collect();
    let settlements = scenario.settlements.iter().zip(&statements.settlements);
    let settlements = settlements
        .map(|(settlement, measures)| one_settlement(settlement, measures))
        .collect();
    report.insert("claims".to_owned(), Value::Array(claims));
    report.insert("history".to_owned(), Value::Array(history));
    report.insert("settlements".to_owned(), Value::Array(settlements));
}

fn claim(checked: &Checked) -> Value {
    let claim = &checked.claim;
    let unit = checked.unit;
    let matching: Vec<Value> = checked.conventions.matching().map(convention).collect();
    let mut value = json!({
        "id": claim.id,
        "by": claim.by.name(),
        "words": claim.words,
        "date": claim.date.map(|date| date.to_string()),
        "source": claim.source,
        "quantity": claim.quantity.name(),
        "precision": claim.precision.name(),
        "value": claim.value.map(|value| text::plain(value.get())),
        "finding": checked.finding().map(|finding| number(finding, unit)),
        "readings": checked.readings.iter().map(|one| reading(one, unit)).collect::<Vec<_>>(),
        "verdict": checked.verdict.name(),
        "input_of": claim.input_of,
        "takes": checked.takes.as_ref().map(takes),
        "implied": checked.implied.as_ref().map(|own| implied(own, unit)),
        "conventions": matching,
        "conventions_tried": checked.conventions.tried.len(),
    });
    if let Some(fields) = value.as_object_mut() {
        fields.extend(checked.beside.iter().map(|one| {
            let (key, figure) = beside(*one);
            (key.to_owned(), figure)
        }));
    }
    value
}

fn reading(reading: &Reading, unit: QuotedUnit) -> Value {
    json!({
        "reading": reading.read_as.name(),
        "finding": number(reading.finding, unit),
        "against": reading.against.map(|against| number(against, unit)),
        "holds": reading.holds,
    })
}

fn beside(beside: Beside) -> (&'static str, Value) {
    match beside {
        Beside::Compounded(percent) => ("compounded", json!(text::percent_six(percent))),
        Beside::Points { part, whole } => (
            "points",
            json!({"part": text::percent_six(part), "whole": text::percent_six(whole)}),
        ),
        Beside::GapThen(dollars) => ("gap_then", json!(text::cents(dollars))),
        Beside::ShareOfGap(percent) => ("share_of_gap", json!(text::percent_six(percent))),
    }
}

fn takes(takes: &Takes) -> String {
    match takes {
        Takes::Elsewhere(words) => words.clone(),
        Takes::Workforce => "headcount, full-time equivalents and pay".to_owned(),
        Takes::WageScales => "wage scales, and the employees on each step".to_owned(),
        Takes::Terms(offer) => format!("the unknown terms of {offer}"),
        Takes::Pool(offer) => format!("a pool with its percent among the terms of {offer}"),
        Takes::Comparison => "two offers to compare".to_owned(),
        Takes::Settlement(name) => format!("the raises of {name}, or their total"),
    }
}

fn implied(implied: &Implied, unit: QuotedUnit) -> Value {
    let mut remainders = Map::new();
    let mut solved = |key: &str, solution: Option<Solution>, places: u32| {
        if let Some(solution) = solution {
            let left = number(solution.remainder, unit);
            remainders.insert(key.to_owned(), Value::String(left));
        }
        solution.map(|solution| text::fixed(solution.input, places))
    };
    let average_pay = solved("average_pay", implied.average_pay, 2);
    let fte = solved("fte", implied.fte, 2);
    let payroll = solved("payroll", implied.payroll, 2);
    let pool = solved("pool", implied.pool, 6);
    let raises: Vec<Value> = implied
        .raises
        .iter()
        .map(|raise| {
            json!({
                "offer": raise.offer.0,
                "clause": raise.clause,
                "percent": text::percent_six(raise.percent.input),
                "remainder": number(raise.percent.remainder, unit),
            })
        })
        .collect();
    json!({
        "average_pay": average_pay,
        "fte": fte,
        "payroll": payroll,
        "raises": raises,
        "pool": pool,
        "remainders": remainders,
    })
}

fn convention(convention: &Convention) -> Value {
    let value = match convention.compounding {
        Some(_) => text::cents(convention.value),
        None => text::percent_six(convention.value),
    };
    json!({
        "measure": convention.measure.name(),
        "compounding": convention.compounding.map(|own| own.name()),
        "period": convention.period.map(|own| own.name()),
        "scoped": convention.scoped,
        "roll_up": convention.roll_up.map(text::percent_six),
        "counts": convention
            .compounding
            .map(|_| convention.counts.as_deref().unwrap_or("workforce")),
        "timing": convention.timing.map(|own| own.name()),
        "value": value,
    })
}

fn one_move(one: &Move) -> Value {
    json!({
        "offer": one.offer.0,
        "side": one.side.name(),
        "on": one.on.on.to_string(),
        "at": one.on.at,
        "agreed": one.agreed,
        "cost": one.figure.map(text::cents),
        "conceded": one.conceded.map(text::cents),
        "distance": one.distance.map(text::cents),
    })
}

fn one_settlement(settlement: &Settlement, measures: &Measures) -> Value {
    let percent = |value: Option<Decimal>| value.map(text::percent_six);
    let real = match measures.real {
        Real::Known { percent, .. } => Some(text::percent_six(percent)),
        Real::NotYet | Real::Unknown => None,
    };
    json!({
        "name": settlement.name,
        "simple": percent(measures.simple),
        "compounded": percent(measures.compounded),
        "average_a_year": percent(measures.average_a_year),
        "first_year": percent(measures.first_year),
        "over_this_term": percent(measures.over_this_term),
        "real": real,
        "readings": measures.readings.map(|readings| json!({
            "at_once": text::percent_six(readings.at_once),
            "equal_years": percent(readings.equal_years),
        })),
    })
}

/// A figure in the digits of its unit: dollars to the cent, percents to six decimals, heads plainly.
fn number(value: Decimal, unit: QuotedUnit) -> String {
    match unit {
        QuotedUnit::Dollars => text::cents(value),
        QuotedUnit::Percent => text::percent_six(value),
        QuotedUnit::Count => text::plain(value),
    }
}
