//! The report as one JSON object, a contract with other programs.
//!
//! Money is a decimal string to the cent, a percent a decimal string to six decimals, a rate of a step a decimal
//! string to eight, a date ISO; unknown or undefined is `null`. Keys may be added, never renamed.

mod gap;
mod offer;

use rust_decimal::Decimal;
use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::{Value, json};

use super::{PROGRAM, Stated, spread_json, statements_json};
use crate::costing::report::{
    BasisFigures, PeopleFigures, PercentileFigures, Percentiles, Report, SpreadRow,
};
use crate::costing::undefined::{RateFigure, SpreadTable, Undefined};
use crate::scenario::Assumption;
use crate::units::{Date, text};

/// Decimals of a step's rate: unrounded rates may be finer than a cent.
const RATE_DECIMALS: u32 = 8;

/// The report's object. `offers` and the tables of `people` are null in it: of a large workforce they are made one
/// at a time, so that they never lie in memory together.
#[must_use]
pub(super) fn head(stated: Stated<'_>) -> Value {
    let Stated {
        scenario,
        sha256,
        file_sha256,
        report,
        statements,
    } = stated;
    let undefined: Vec<Value> = report
        .undefined
        .iter()
        .map(|one| undefined(report, one))
        .collect();
    let mut value = json!({
        "program": {"name": PROGRAM.0, "version": PROGRAM.1},
        "scenario": {
            "title": scenario.title,
            "sha256": sha256,
            "file_sha256": file_sha256.unwrap_or(sha256),
            "shared_copy": file_sha256.is_some(),
            "private": scenario.holds_private(),
            "we_are": scenario.we_are.name(),
        },
        "basis": basis(&report.basis),
        "assumptions": scenario.assumptions.iter().map(assumption).collect::<Vec<_>>(),
        "offers": null,
        "people": people(&report.people),
        "gap": report.gap.as_ref().map(gap::value),
        "undefined": undefined,
    });
    statements_json::add_to(&mut value, scenario, statements);
    value
}

/// The report as indented JSON text, with a final line break.
#[must_use]
pub fn to_text(stated: Stated<'_>) -> String {
    // Text is written to memory, and all keys are text: nothing here can fail.
    let mut text = serde_json::to_string_pretty(&Document(stated)).unwrap_or_default();
    text.push('\n');
    text
}

/// The offers' objects, in order.
pub(super) fn offers<'r>(stated: Stated<'r>) -> impl Iterator<Item = Value> + 'r {
    let offers = stated.report.offers.iter().zip(&stated.report.apart);
    offers.map(move |(figures, apart)| offer::value(stated.scenario, figures, apart))
}

struct Document<'r>(Stated<'r>);

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let head = head(self.0);
        let mut map = serializer.serialize_map(None)?;
        for (key, value) in head.as_object().into_iter().flatten() {
            match key.as_str() {
                "offers" => map.serialize_entry(key, &Offers(self.0))?,
                "people" => map.serialize_entry(key, &People(&self.0.report.people, value))?,
                _ => map.serialize_entry(key, value)?,
            }
        }
        map.end()
    }
}

struct Offers<'r>(Stated<'r>);

impl Serialize for Offers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(offers(self.0))
    }
}

/// The object of `people`, and what it has beside its tables.
struct People<'r>(&'r PeopleFigures, &'r Value);

impl Serialize for People<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(people, head) = self;
        let mut map = serializer.serialize_map(None)?;
        for (key, value) in head.as_object().into_iter().flatten() {
            map.serialize_entry(key, value)?;
        }
        for (key, rows) in spread_json::tables(&people.spread) {
            map.serialize_entry(key, &Rows(rows))?;
        }
        map.end()
    }
}

struct Rows<'r>(&'r [SpreadRow]);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(spread_json::row))
    }
}

fn basis(basis: &BasisFigures) -> Value {
    let step_movement: Vec<Value> = basis
        .step_movement
        .iter()
        .map(|year| json!({"label": year.label.in_words(), "cost": money(year.cost)}))
        .collect();
    json!({
        "payroll": money(basis.payroll),
        "headcount": basis.headcount,
        "fte": plain(basis.fte),
        "first_day": date(basis.first_day),
        "last_day": date(basis.last_day),
        "horizon": date(basis.horizon),
        "accrual": basis.accrual,
        "rates_as_of": date(basis.rates_as_of),
        "hours": text::plain(basis.hours),
        "rate_unit": basis.rate_unit.name(),
        "cost_of_one_percent": money(basis.cost_of_one_percent),
        "discount_rate": percent(Some(basis.discount_rate)),
        "step_movement": step_movement,
    })
}

fn assumption(assumption: &Assumption) -> Value {
    json!({
        "about": assumption.about,
        "standing": assumption.standing.name(),
        "why": assumption.why,
    })
}

fn people(people: &PeopleFigures) -> Value {
    json!({
        "percentiles": people.percentiles.iter().map(percentiles_of).collect::<Vec<_>>(),
    })
}

fn percentiles_of(of: &PercentileFigures) -> Value {
    json!({
        "offer": of.offer.0,
        "end_percent": of.end_percent.map(|ranks| percentiles(ranks, percent)),
        "dollars_per_fte": of.dollars_per_fte.map(|ranks| percentiles(ranks, money)),
    })
}

fn percentiles(ranks: Percentiles, shown: impl Fn(Option<Decimal>) -> Option<String>) -> Value {
    json!({
        "p10": shown(Some(ranks.p10)),
        "p25": shown(Some(ranks.p25)),
        "p50": shown(Some(ranks.p50)),
        "p75": shown(Some(ranks.p75)),
        "p90": shown(Some(ranks.p90)),
    })
}

/// A figure without a value, named by where it stands in this object: `offers[0].compounded`.
fn undefined(report: &Report, undefined: &Undefined) -> Value {
    let name = undefined.figure.name();
    let at = undefined
        .offer
        .as_ref()
        .and_then(|id| report.offers.iter().position(|offer| offer.id == *id));
    let figure = match (undefined.figure, at) {
        (RateFigure::EndPercentiles | RateFigure::DollarPercentiles, Some(at)) => {
            format!("people.percentiles[{at}].{name}")
        }
        (RateFigure::EndPercent(table) | RateFigure::PerFte(table), Some(at)) => {
            format!("people.{}[].offers[{at}].{name}", of_table(table))
        }
        (_, Some(at)) => format!("offers[{at}].{name}"),
        (_, None) if undefined.offer.is_none() => format!("gap.{name}"),
        (_, None) => name.to_owned(),
    };
    json!({"figure": figure, "why": undefined.why.in_words()})
}

fn of_table(table: SpreadTable) -> &'static str {
    match table {
        SpreadTable::Market => "by_market",
        SpreadTable::Unit => "by_unit",
        SpreadTable::Job => "by_job",
        SpreadTable::Scale => "by_scale",
        SpreadTable::Band => "by_band",
    }
}

fn money(value: Option<Decimal>) -> Option<String> {
    value.map(text::cents)
}

fn percent(value: Option<Decimal>) -> Option<String> {
    value.map(text::percent_six)
}

fn plain(value: Option<Decimal>) -> Option<String> {
    value.map(text::plain)
}

fn rate(value: Decimal) -> String {
    text::fixed(value, RATE_DECIMALS)
}

fn date(date: Date) -> String {
    date.to_string()
}
