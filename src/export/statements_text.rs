//! Claims, history and settlements in the report for people.

use rust_decimal::Decimal;

use super::columns::{Columns, wrapped};
use super::report_lines::{LINE, heading, line};
use crate::explore::claims::{Checked, Verdict};
use crate::explore::settlements::Measures;
use crate::explore::statements::Statements;
use crate::figure::passed;
use crate::scenario::{QuotedUnit, Scenario};
use crate::units::{Currency, text};

const UNKNOWN: &str = "unknown";

/// Writes what there is; nothing for a scenario without claims, passed offers and settlements.
pub(super) fn write(out: &mut String, scenario: &Scenario, statements: &Statements) {
    let currency = &scenario.currency;
    if !statements.claims.is_empty() {
        heading(out, "Claims");
        let mut table = Columns::with_header(4, &["Who", "Claim", "Finding", "Verdict"]);
        for checked in &statements.claims {
            table.row([
                side(checked),
                quoted(checked, currency),
                found(checked, currency),
                verdict(checked),
            ]);
        }
        table.write(out);
        for checked in &statements.claims {
            let words = format!("{}: {}", checked.claim.id, checked.claim.words);
            for part in wrapped(&words, LINE) {
                line(out, &format!("    {part}"));
            }
        }
    }
    if !statements.history.is_empty() {
        heading(out, "Offers as they were passed");
        let mut table = Columns::with_header(
            2,
            &["Day", "Offer", "Cost", "Changed by", "Between the sides"],
        );
        for one in &statements.history {
            let name = scenario
                .offer(&one.offer)
                .map_or_else(String::new, |offer| offer.name.clone());
            let dollars = |value: Option<Decimal>| {
                value.map_or_else(|| "\u{2013}".to_owned(), |value| currency.exact(value))
            };
            let day = text::day(one.on.on);
            table.row([
                match &one.on.at {
                    Some(time) => format!("{day} {time}"),
                    None => day,
                },
                name,
                dollars(one.figure),
                one.conceded
                    .map_or_else(|| "\u{2013}".to_owned(), |value| currency.exact(value)),
                dollars(one.distance),
            ]);
        }
        table.write(out);
        for words in passed::in_doubt(scenario, &statements.history) {
            for part in wrapped(&words, LINE) {
                line(out, &format!("    {part}"));
            }
        }
    }
    if !statements.settlements.is_empty() {
        heading(out, "Settlements elsewhere");
        let header = ["", "Simple", "Compounded", "Average a year", "First year"];
        let mut table = Columns::with_header(1, &header);
        for (settlement, measures) in scenario.settlements.iter().zip(&statements.settlements) {
            table.row(settled(&settlement.name, measures));
        }
        table.write(out);
        for (settlement, measures) in scenario.settlements.iter().zip(&statements.settlements) {
            let Some(readings) = measures.readings else {
                continue;
            };
            let equal = readings.equal_years.map_or(String::new(), |equal| {
                format!("; in equal yearly raises, {}", text::percent_two(equal))
            });
            let told = format!(
                "{}: only the total is published. Read as one raise on the first day it is {}{equal}. \
                 These are readings, not limits.",
                settlement.name,
                text::percent_two(readings.at_once)
            );
            for part in wrapped(&told, LINE) {
                line(out, &format!("    {part}"));
            }
        }
    }
}

fn side(checked: &Checked) -> String {
    checked.claim.by.name().to_owned()
}

fn quoted(checked: &Checked, currency: &Currency) -> String {
    let precision = checked.claim.precision.name();
    match checked.claim.value {
        Some(value) => format!("{precision} {}", shown(value.get(), checked.unit, currency)),
        None => precision.to_owned(),
    }
}

fn found(checked: &Checked, currency: &Currency) -> String {
    let findings = checked.readings.iter();
    let findings: Vec<String> = findings
        .map(|reading| shown(reading.finding, checked.unit, currency))
        .collect();
    if findings.is_empty() {
        "\u{2013}".to_owned()
    } else {
        findings.join(" or ")
    }
}

fn verdict(checked: &Checked) -> String {
    let words = match checked.verdict {
        Verdict::Holds => "holds",
        Verdict::DoesNot => "doesn\u{2019}t",
        Verdict::IsAnInput => "is an input",
        Verdict::CannotBeChecked => "can\u{2019}t be checked here",
        Verdict::Depends => "depends on the reading",
    };
    words.to_owned()
}

fn shown(value: Decimal, unit: QuotedUnit, currency: &Currency) -> String {
    match unit {
        QuotedUnit::Dollars => currency.exact(value),
        QuotedUnit::Percent => text::percent(value, 4),
        QuotedUnit::Count => text::count(value),
    }
}

fn settled(name: &str, measures: &Measures) -> [String; 5] {
    let percent =
        |value: Option<Decimal>| value.map_or_else(|| UNKNOWN.to_owned(), text::percent_two);
    [
        name.to_owned(),
        percent(measures.simple),
        percent(measures.compounded),
        percent(measures.average_a_year),
        percent(measures.first_year),
    ]
}
