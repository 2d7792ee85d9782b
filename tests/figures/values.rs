//! How the values of figures are written: as closely as pay bears, alike where they stand side by side, whole in the data.

use counteroffer::figure::{Body, Cell, FigureName};
use rust_decimal::Decimal;

use super::cases::{self, chart, day, kaiser, labels, one};
use super::known::{d, known_pay, table};

/// Pay that was worked back from a statement bears three figures in labels and cells, two in headlines; published pay
/// bears them all.
#[test]
fn labels_have_as_many_figures_as_pay_bears() {
    let inferred = cases::example("kaiser-alliance-2025");
    let digits = |text: &str| {
        let number = text.rsplit(' ').next().unwrap_or_default();
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        digits.trim_start_matches('0').trim_end_matches('0').len()
    };
    for figure in cases::set(&inferred) {
        let (words, most) = match &figure.body {
            Body::Chart(chart) => (labels(chart), 3),
            Body::Table(table) if figure.name == FigureName::Comparison => {
                let cells = table.rows.iter().flat_map(|row| &row.cells[1..]);
                (cells.map(String::as_str).collect(), 3)
            }
            // Claims are held against what was quoted, to its last digit.
            _ => continue,
        };
        let amounts = words.into_iter().filter(|text| text.contains('$'));
        for text in amounts {
            assert!(digits(text) <= most, "{:?}: {text}", figure.name);
        }
    }
    let known = known_pay(inferred);
    let gap = one(&known, FigureName::Gap);
    assert_eq!(
        labels(chart(&gap)),
        ["+$809.2M", "+$56.1M", "+$98.5M", "$963.8M"]
    );
    let years = one(&known, FigureName::Years);
    assert_eq!(labels(chart(&years))[..2], ["$536M", "$1,153M"]);
}

#[test]
fn the_data_hold_the_figures_unrounded() {
    let gap = one(&kaiser(), FigureName::Gap);
    let sum: Decimal = gap.data.rows[..3]
        .iter()
        .map(|row| match row[1] {
            Cell::Dollars(value) => value,
            ref other => panic!("{other:?}"),
        })
        .sum();
    assert_eq!(gap.data.rows[3][1], Cell::Dollars(sum));
    assert!((sum - d("963794507.39")).abs() < d("0.005"), "{sum}");
    let years = one(&kaiser(), FigureName::Years);
    let first = &years.data.rows[0];
    assert_eq!(first[2], Cell::Day(day("2025-10-01")));
    assert_eq!(first[4], Cell::Dollars(d("535680012.40")));
}

#[test]
fn the_comparison_gives_figures_and_their_difference_from_a() {
    let compared = one(
        &cases::example("kaiser-alliance-2025"),
        FigureName::Comparison,
    );
    let row = |name: &str| {
        let rows = &table(&compared).rows;
        let at = rows.iter().position(|row| row.cells[0] == name).unwrap();
        (
            rows[at].cells[1..].to_vec(),
            rows[at + 1].cells[1..].to_vec(),
        )
    };
    let (cost, difference) = row("Cost over the term");
    assert_eq!(cost, ["$5.24B", "$6.20B", "$4.89B"]);
    assert_eq!(difference, ["\u{2013}", "+$964M", "\u{2212}$346M"]);
    let (each, difference) = row("Per full-time employee");
    assert_eq!(each, ["$85,000", "$100,000", "$79,000"]);
    assert_eq!(difference, ["\u{2013}", "+$15,500", "\u{2212}$5,600"]);
    assert_eq!(row("Compounded").0, ["23.34%", "27.50%", "21.50%"]);
    let rounded = "Amounts are rounded; their differences may not agree in the last digit.";
    assert!(compared.notes.iter().any(|note| note.full == rounded));
}

#[test]
fn costs_keep_sensible_units_from_hundreds_to_billions() {
    let ticks = |scenario| {
        let figure = one(&scenario, FigureName::Cost);
        let ticks = chart(&figure).y.ticks.iter();
        ticks.map(|tick| tick.label.clone()).collect::<Vec<_>>()
    };
    // 62,000 people at $132,923.08 cost $6.20 billion: 75.27 % of a year's pay.
    assert_eq!(
        ticks(cases::sized("1", "1500")),
        ["$0", "$250", "$500", "$750", "$1,000", "$1,250"]
    );
    assert_eq!(
        ticks(cases::sized("10000000", "119570")),
        ["$0", "$200B", "$400B", "$600B", "$800B", "$1,000B"]
    );
}

/// Bars under a hundredth are one, with its parts in the notes; what would print as nothing has none.
#[test]
fn small_bars_are_one_and_none_prints_as_nothing() {
    let scenario =
        counteroffer::files::parse_scenario(include_str!("../../scenarios/five-markets.ron"))
            .unwrap();
    let figure = one(&scenario, FigureName::Gap);
    let chart = chart(&figure);
    for label in labels(chart) {
        assert!(label.chars().any(|c| ('1'..='9').contains(&c)), "{label}");
    }
    let names = chart.y.ticks.iter().map(|tick| tick.label.as_str());
    assert!(!names.clone().any(|name| name == "Rounding"));
    let mut notes = figure.notes.iter();
    assert!(
        notes.any(|note| note.full.starts_with("Too little to draw: rounding +$")),
        "{:?}",
        figure.notes
    );
}

/// Percents of a row have the same decimals, and amounts one unit, where pay is known.
#[test]
fn the_values_of_a_row_are_written_alike() {
    let figure = one(&known_pay(kaiser()), FigureName::Comparison);
    let row = |name: &str| -> Vec<String> {
        let mut rows = table(&figure).rows.iter();
        let row = rows.find(|row| row.cells[0] == name).unwrap();
        row.cells[1..].to_vec()
    };
    assert_eq!(row("Simple sum"), ["21.5%", "25.0%"]);
    assert_eq!(row("Cost over the term"), ["$5,239M", "$6,203M"]);
    // A column of amounts reads in one unit too, their differences with them.
    assert_eq!(row("Difference from Employer")[1], "+$964M");
    assert_eq!(row("Payroll a year at the end"), ["$10,165M", "$10,508M"]);
}
