//! Figures as text and pictures: JSON for other programs, tables for spreadsheets, a report for
//! people, charts as SVG, PNG and PDF.

pub mod columns;
pub mod figure_csv;
pub mod figure_set;
mod offer_text;
pub mod picture;
pub mod report_csv;
pub mod report_json;
mod report_lines;
pub mod report_text;
mod spread_json;
mod spread_text;
mod statements_json;
mod statements_text;

use crate::costing::Report;
use crate::explore::statements::Statements;
use crate::scenario::Scenario;

/// A report with the scenario it is of and that scenario's hash: what an output states.
#[derive(Debug, Clone, Copy)]
pub struct Stated<'a> {
    pub scenario: &'a Scenario,
    /// SHA-256 of the scenario's canonical form, in hexadecimal.
    pub sha256: &'a str,
    /// The hash of the file, where the scenario is the shared copy of what is in it.
    pub file_sha256: Option<&'a str>,
    pub report: &'a Report,
    /// Its claims, history and settlements.
    pub statements: &'a Statements,
}

/// The name and version every output carries.
pub const PROGRAM: (&str, &str) = (env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
