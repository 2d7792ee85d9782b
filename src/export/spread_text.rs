//! Who gains, in the report for people: a table for each way to part the workforce.

use rust_decimal::Decimal;

use super::columns::Columns;
use super::report_lines::heading;
use crate::costing::report::{OfferFigures, PeopleFigures, SpreadRow};
use crate::scenario::{RateUnit, Scenario};
use crate::units::decimal::round;
use crate::units::{Currency, text};

/// Adds a table for each way to part the workforce in which there is more than one part, and the lowest paid fifth
/// beside the highest.
pub(super) fn add_to(
    out: &mut String,
    scenario: &Scenario,
    offers: &[OfferFigures],
    people: &PeopleFigures,
) {
    let currency = &scenario.currency;
    let unit = scenario.workforce.rate_unit;
    // Where nobody is paid by the hour, it is a year's pay over paid hours.
    let starting_rate = match unit {
        RateUnit::Hour => "starting rate an hour",
        RateUnit::Month | RateUnit::Year => "starting pay by paid hours",
    };
    let spread = &people.spread;
    let tables = [
        ("market", &spread.by_market),
        ("bargaining unit", &spread.by_unit),
        ("job", &spread.by_job),
        ("scale", &spread.by_scale),
        (starting_rate, &spread.by_band),
    ];
    for (by, rows) in tables {
        if rows.len() < 2 {
            continue;
        }
        heading(out, &format!("Who gains, by {by}"));
        let rows = rows.iter().map(|row| {
            let name = row.name.clone().unwrap_or_else(|| "–".to_owned());
            (name, row)
        });
        table(out, offers, rows, currency);
    }
    let fifths = [
        ("Lowest paid fifth", &spread.lowest_fifth),
        ("Highest paid fifth", &spread.highest_fifth),
    ];
    let fifths: Vec<(String, &SpreadRow)> = fifths
        .into_iter()
        .filter_map(|(name, row)| Some((name.to_owned(), row.as_ref()?)))
        .collect();
    if !fifths.is_empty() {
        heading(out, "Who gains, the lowest and the highest paid");
        table(out, offers, fifths.into_iter(), currency);
    }
}

fn table<'a>(
    out: &mut String,
    offers: &[OfferFigures],
    rows: impl Iterator<Item = (String, &'a SpreadRow)>,
    currency: &Currency,
) {
    let mut header = vec![
        "",
        "",
        "Employees",
        "FTE",
        "Wages and lump sums",
        "Per FTE",
        "At the end",
    ];
    let one = offers.len() < 2;
    if one {
        header.remove(1);
    }
    let mut table = Columns::with_header(if one { 1 } else { 2 }, &header);
    for (name, row) in rows {
        for (at, offer) in offers.iter().enumerate() {
            let own = row.offers.iter().find(|one| one.id == offer.id);
            let first = at == 0;
            let shown = |value: Option<String>| match value {
                Some(words) => words,
                None if row.hidden => "hidden".to_owned(),
                None => "not costed".to_owned(),
            };
            let figure = |value: Option<String>| if first { shown(value) } else { String::new() };
            let heads = row.headcount.map(|heads| text::count(heads.into()));
            let mut cells = vec![if first { name.clone() } else { String::new() }];
            if !one {
                cells.push(offer.name.clone());
            }
            cells.extend([
                figure(heads),
                // A fifth cuts through groups, and its FTE has no end of decimals.
                figure(row.fte.map(|fte| text::count(round(fte, 4).normalize()))),
                shown(
                    own.and_then(|own| own.cost)
                        .map(|value| currency.exact(value)),
                ),
                shown(
                    own.and_then(|own| own.per_fte)
                        .map(|value| currency.exact(value)),
                ),
                shown(own.and_then(|own| own.end_percent).map(percent)),
            ]);
            table.row(cells);
        }
    }
    table.write(out);
}

fn percent(value: Decimal) -> String {
    text::percent_two(value)
}
