//! What is told of a few: no sum on one sheet less a sum on another gives what one employee is paid.

use counteroffer::export::figure_set::FigureSet;
use counteroffer::figure::{Cell, Figure, FigureName};
use counteroffer::files::parse_scenario;
use rust_decimal::Decimal;

/// Fifty clerks and a director in the North, sixty drivers in the South. A raises the director by 5 % beside 2 % for
/// all, B raises all but the director by 3 %.
const CASE: &str = r#"#![enable(implicit_some)]
(version: 1, title: "Few", a: "a", b: "b", term: (first_day: "2026-07-01", last_day: "2028-06-30"),
workforce: (rates_as_of: "2026-06-30", rounding: None, people: Groups([
 (name: "Clerks", market: "North", headcount: 50, fte: 50, rate: 21.5),
 (name: "Director", market: "North", headcount: 1, fte: 1, rate: 61.34),
 (name: "Drivers", market: "South", headcount: 60, fte: 60, rate: 24),
])),
offers: [
 (id: "a", name: "A", side: Employer, shared: true, clauses: [
  (date: "2026-07-01", terms: Percent(2)),
  (date: "2026-07-01", terms: Percent(5), scope: (group: ["Director"])),
 ]),
 (id: "b", name: "B", side: Union, shared: true, clauses: [
  (date: "2026-07-01", terms: Percent(3), scope: (group: ["Clerks", "Drivers"])),
 ]),
],)"#;

fn dollars(cell: &Cell) -> Option<Decimal> {
    match cell {
        Cell::Dollars(value) => Some(*value),
        _ => None,
    }
}

/// What both markets get under an offer, by the figure of who gains.
fn both_markets(spread: &Figure, offer: &str) -> Decimal {
    let is = |cell: &Cell, words: &str| matches!(cell, Cell::Text(own) if own == words);
    let rows = spread.data.rows.iter();
    let own = rows.filter(|row| is(&row[0], "by market") && is(&row[2], offer));
    let amounts: Vec<Decimal> = own.map(|row| dollars(&row[4]).unwrap()).collect();
    assert_eq!(amounts.len(), 2);
    amounts.iter().sum()
}

#[test]
fn who_gains_and_the_cost_differ_by_no_raise_of_one_employee() {
    let scenario = parse_scenario(CASE).unwrap();
    for with_private in [false, true] {
        let set = FigureSet::of(&scenario, with_private).unwrap();
        let figure = |name| set.figure(name).unwrap();
        let comparison = figure(FigureName::Comparison);
        let mut rows = comparison.data.rows.iter();
        let cost =
            rows.find(|row| matches!(&row[0], Cell::Text(own) if own == "Cost over the term"));
        let cost = cost.unwrap();
        for (at, offer) in [(2, "A"), (3, "B")] {
            let told = dollars(&cost[at]).unwrap();
            let summed = both_markets(figure(FigureName::Spread), offer);
            // The joined rate has six decimals: 51 × 2,080 × 2 × 10⁻⁶ × 2 % at most. The director's raise is $13,014.
            let apart = (summed - told).abs();
            assert!(apart < Decimal::new(5, 2), "{offer}: {summed} and {told}");
        }
        for one in &set.figures {
            let notes = one.notes.iter().map(|note| note.full.as_str());
            let told: Vec<&str> = notes.filter(|note| note.contains("are joined")).collect();
            assert!(
                told.iter()
                    .all(|note| note.contains("lower by up to $20,000")),
                "{told:?}"
            );
        }
    }
}
