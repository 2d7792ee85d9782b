//! The report as one table for spreadsheets: a row a figure.
//!
//! UTF-8 with a byte-order mark, ISO dates, plain numbers. Text that a spreadsheet would take for a formula
//! is guarded with an apostrophe; numbers never are.

use serde_json::Value;

use super::{Stated, report_json, spread_json};
use crate::units::spreadsheet::guarded_unless_number;

/// The columns: the part of the report, whose it is, the row within it, the figure and its value.
const HEADER: [&str; 5] = ["part", "offer", "row", "figure", "value"];

/// The report as CSV text.
///
/// # Errors
/// [`csv::Error`] where the table can't be written to memory.
pub fn to_text(stated: Stated<'_>) -> Result<String, csv::Error> {
    let report = report_json::head(stated);
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(HEADER)?;
    let own = |key: &str| report.get(key).unwrap_or(&Value::Null);
    for part in ["program", "scenario", "basis", "people"] {
        rows(&mut writer, part, "", "", "", own(part))?;
    }
    for (key, table) in spread_json::tables(&stated.report.people.spread) {
        let part = join("people", key);
        for (at, one) in table.iter().enumerate() {
            entry(&mut writer, &part, "", at, &spread_json::row(one))?;
        }
    }
    rows(&mut writer, "gap", "", "", "", own("gap"))?;
    rows(&mut writer, "", "", "", "assumptions", own("assumptions"))?;
    rows(&mut writer, "", "", "", "undefined", own("undefined"))?;
    for offer in report_json::offers(stated) {
        let id = offer.get("id").and_then(Value::as_str).unwrap_or_default();
        rows(&mut writer, "offer", id, "", "", &offer)?;
    }
    for list in ["claims", "history", "settlements"] {
        rows(&mut writer, "", "", "", list, own(list))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// One row for each figure below a value. Lists become parts of their own, a row named by its date or
/// label, or by its place from 1.
fn rows(
    writer: &mut csv::Writer<Vec<u8>>,
    part: &str,
    offer: &str,
    row: &str,
    figure: &str,
    value: &Value,
) -> Result<(), csv::Error> {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let figure = join(figure, key);
                rows(writer, part, offer, row, &figure, value)?;
            }
            Ok(())
        }
        Value::Array(entries) => {
            let part = join(part, figure);
            for (at, one) in entries.iter().enumerate() {
                entry(writer, &part, offer, at, one)?;
            }
            Ok(())
        }
        Value::Null => write(writer, part, offer, row, figure, ""),
        // A note of two lines stays one row, also for a reader that goes line by line.
        Value::String(text) => {
            let text = text.replace(['\r', '\n'], " ");
            write(writer, part, offer, row, figure, &text)
        }
        other => write(writer, part, offer, row, figure, &other.to_string()),
    }
}

/// The rows of one entry of a list.
fn entry(
    writer: &mut csv::Writer<Vec<u8>>,
    part: &str,
    offer: &str,
    at: usize,
    entry: &Value,
) -> Result<(), csv::Error> {
    let name = ["id", "label", "name", "date", "ratified"]
        .iter()
        .find_map(|key| entry.get(key)?.as_str().map(str::to_owned));
    let row = format!("{} {}", at + 1, name.unwrap_or_default());
    rows(writer, part, offer, row.trim_end(), "", entry)
}

fn write(
    writer: &mut csv::Writer<Vec<u8>>,
    part: &str,
    offer: &str,
    row: &str,
    figure: &str,
    value: &str,
) -> Result<(), csv::Error> {
    let cells = [part, offer, row, figure, value].map(guarded_unless_number);
    writer.write_record(&cells)
}

fn join(before: &str, key: &str) -> String {
    match (before, key) {
        ("", key) => key.to_owned(),
        (before, "") => before.to_owned(),
        (before, key) => format!("{before} {key}"),
    }
}
