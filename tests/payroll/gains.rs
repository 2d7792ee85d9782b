//! Who gains: the page shows what the report says, sorted, with small cells hidden, and the fifths add up.

use std::time::Duration;

use counteroffer::costing::figures::report;
use counteroffer::document::gains::work_out;
use counteroffer::scenario::Group;
use counteroffer::ui::App;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use rust_decimal::Decimal;

use crate::screen::{self, Rest};
use crate::{five_markets, people};

fn who_gains(scenario: counteroffer::scenario::Scenario) -> Harness<'static, App> {
    let mut harness = people(scenario);
    harness.get_by_label("People: Who gains").click();
    for _ in 0..400 {
        harness.step();
        if screen::said(&harness).contains("Sort by cost under Union counter") {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    harness.rest();
    harness
}

#[test]
fn each_market_has_what_the_report_says_of_it() {
    let report = report(&five_markets()).unwrap();
    let harness = who_gains(five_markets());
    let said = screen::said(&harness);
    for row in &report.people.spread.by_market {
        let union = row.offers.iter().find(|one| one.id.0 == "union").unwrap();
        // Costs of a column are in one unit, millions, with as many decimals each.
        let millions = union.cost.unwrap() / rust_decimal::Decimal::from(1_000_000);
        let away = rust_decimal::RoundingStrategy::MidpointAwayFromZero;
        let cost = format!("${:.1}M", millions.round_dp_with_strategy(1, away));
        let line = said
            .lines()
            .find(|line| line.starts_with(&format!("{}: employees", row.name.as_deref().unwrap())))
            .unwrap();
        assert!(line.contains(&format!("cost {cost}")), "{line}");
    }
    assert!(said.contains("Lowest paid fifth"), "{said}");
}

#[test]
fn rows_are_sorted_by_any_column() {
    let mut harness = who_gains(five_markets());
    let order = |harness: &Harness<'_, App>| -> Vec<String> {
        let said = screen::said(harness);
        let rows = said.lines().filter(|line| line.contains(": employees "));
        rows.map(|line| line.split(':').next().unwrap().to_owned())
            .collect()
    };
    harness.get_by_label("Sort by employees").click();
    harness.rest();
    let most = ["Southern California", "Inland Empire", "Colorado", "Hawaii"];
    assert_eq!(order(&harness), most);
    harness.get_by_label("Sort by employees").click();
    harness.rest();
    let least: Vec<&str> = most.into_iter().rev().collect();
    assert_eq!(order(&harness), least);
}

#[test]
fn a_cell_under_ten_is_hidden_and_with_it_the_next_smallest() {
    let mut scenario = five_markets();
    let mut groups = scenario.workforce.groups().unwrap().to_vec();
    let small = Group {
        name: "Guam pharmacists".to_owned(),
        market: Some("Guam".to_owned()),
        headcount: counteroffer::units::Known::Known(9),
        fte: counteroffer::units::Known::Known(counteroffer::units::Fte::new(9.into()).unwrap()),
        ..groups[9].clone()
    };
    groups.push(small);
    scenario.workforce_mut().people = counteroffer::scenario::People::Groups(groups);
    let harness = who_gains(scenario);
    let said = screen::said(&harness);
    for market in ["Guam", "Hawaii"] {
        assert!(
            said.contains(&format!("{market}: hidden, too few employees")),
            "{said}"
        );
    }
    assert!(said.contains("Inland Empire: employees 2,400"), "{said}");
}

#[test]
fn the_fifths_of_equal_thirds_are_parts_of_the_lowest_and_the_highest() {
    // By hand: of 7,490 employees a fifth is 1,498: all 310 at 21.85, all 150 at 22.90, all 420 at 23.10, and
    // 618 of the 900 at 24.05, whose FTE are 305 + 148 + 380.5 + 845.25 × 618/900.
    let people = work_out(&five_markets()).unwrap();
    let lowest = people.spread.lowest_fifth.clone().unwrap();
    assert_eq!(lowest.headcount, Some(1498));
    let fte = lowest.fte.unwrap();
    assert_eq!(fte.round_dp(6), Decimal::new(1_413_905_000, 6));
    let highest = people.spread.highest_fifth.clone().unwrap();
    // 240 pharmacists at 78.45 and 1,258 of the 3,100 nurses at 77.30.
    let nurses = Decimal::new(279_075, 2) * Decimal::from(1258) / Decimal::from(3100);
    assert_eq!(
        highest.fte.unwrap().round_dp(6),
        (nurses + Decimal::from(228)).round_dp(6)
    );
}
