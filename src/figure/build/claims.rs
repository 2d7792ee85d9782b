//! Public statements checked: what was said, what the model finds, whether it holds.

use rust_decimal::Decimal;

use super::Draft;
use super::case::Case;
use super::names::{cut, one_line};
use super::notes::{Basis, notes};
use super::phrases::counted;
use crate::explore::claims::{Checked, Verdict, check};
use crate::figure::{Body, Cell, Data, Table, TableRow};
use crate::scenario::{Party, QuotedUnit};
use crate::units::text;

/// What stands where nothing is found.
const NOTHING: &str = "\u{2013}";
/// Characters of a statement in the table.
const OF_WORDS: usize = 110;

pub fn draft(case: &Case<'_>) -> Draft {
    // What can't be costed is told where the figures are made.
    let checked = check(case.scenario).unwrap_or_default();
    let body = if checked.is_empty() {
        Body::Empty("There are no statements to check.".to_owned())
    } else {
        Body::Table(table(case, &checked))
    };
    Draft {
        headline: headline(&checked),
        subtitle: "Public statements against the model\u{2019}s figures".to_owned(),
        body,
        notes: notes(case, Basis::Cost, Vec::new()),
        alt: alt(case, &checked),
        data: data(&checked),
    }
}

fn by(party: Party) -> &'static str {
    match party {
        Party::Union => "Union",
        Party::Employer => "Employer",
        Party::Neutral => "Neither side",
    }
}

fn verdict(of: Verdict) -> &'static str {
    match of {
        Verdict::Holds => "holds",
        Verdict::DoesNot => "doesn\u{2019}t hold",
        Verdict::IsAnInput => "is an input",
        Verdict::CannotBeChecked => "can\u{2019}t be checked here",
        Verdict::Depends => "depends on the reading",
    }
}

/// The findings of all readings.
fn found(case: &Case<'_>, one: &Checked) -> String {
    let each: Vec<String> = one
        .readings
        .iter()
        .map(|reading| match one.unit {
            QuotedUnit::Dollars => case.money.in_full(reading.finding),
            QuotedUnit::Percent => text::percent_two(reading.finding),
            QuotedUnit::Count => text::count(reading.finding.normalize()),
        })
        .collect();
    if each.is_empty() {
        NOTHING.to_owned()
    } else {
        each.join(" or ")
    }
}

fn table(case: &Case<'_>, checked: &[Checked]) -> Table {
    let columns = ["Statement", "By", "The model finds", "Verdict"];
    Table {
        columns: columns.map(|name| (name.to_owned(), None)).to_vec(),
        rows: checked
            .iter()
            .map(|one| {
                let words = cut(&one_line(&one.claim.words), OF_WORDS);
                let words = if words.is_empty() {
                    NOTHING.to_owned()
                } else {
                    words
                };
                TableRow {
                    cells: vec![
                        words,
                        by(one.claim.by).to_owned(),
                        found(case, one),
                        verdict(one.verdict).to_owned(),
                    ],
                    total: false,
                }
            })
            .collect(),
    }
}

/// `7 of 15 statements hold`.
fn headline(checked: &[Checked]) -> String {
    let holding = checked.iter().filter(|one| one.verdict == Verdict::Holds);
    let all = counted(Decimal::from(checked.len()), "statement");
    match (checked.len(), holding.count()) {
        (0, _) => "no statements yet".to_owned(),
        (_, 1) => format!("1 of {all} holds"),
        (_, holding) => format!("{holding} of {all} hold"),
    }
}

fn alt(case: &Case<'_>, checked: &[Checked]) -> Vec<String> {
    let mut sentences = vec![
        "Table of public statements, what the model finds, and whether they hold.".to_owned(),
        format!("{}.", headline(checked)),
    ];
    for row in table(case, checked).rows {
        if let [words, by, found, verdict] = row.cells.as_slice() {
            sentences.push(format!("{by}: {words} \u{2013} {found}; {verdict}."));
        }
    }
    sentences
}

fn data(checked: &[Checked]) -> Data {
    let rows = checked.iter().map(|one| {
        let finding = one.readings.first().map(|reading| reading.finding);
        let cell = match one.unit {
            QuotedUnit::Dollars => Cell::Dollars,
            QuotedUnit::Percent => Cell::Percent,
            QuotedUnit::Count => Cell::Count,
        };
        vec![
            Cell::Text(one_line(&one.claim.words)),
            Cell::Text(by(one.claim.by).to_owned()),
            one.claim.date.map_or(Cell::Nothing, Cell::Day),
            finding.map_or(Cell::Nothing, cell),
            Cell::Text(verdict(one.verdict).to_owned()),
        ]
    });
    Data {
        columns: ["statement", "by", "date", "the model finds", "verdict"]
            .map(str::to_owned)
            .to_vec(),
        rows: rows.collect(),
    }
}
