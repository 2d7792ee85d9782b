//! Changes of the payroll as commands: what they do to groups, scales, clauses, totals.

use counteroffer::document::payroll::turning::{Turned, parts, to_groups, to_summary};
use counteroffer::document::{Command, Document, PayrollEdit};
use counteroffer::files::parse_scenario;
use counteroffer::scenario::{PaidIn, People, RateUnit, Scale, Scenario};

use super::five_markets;

fn edit(scenario: Scenario, edit: PayrollEdit) -> Document {
    let mut document = Document::new(scenario);
    document.apply(Command::Payroll(edit)).unwrap();
    document
}

#[test]
fn a_market_renamed_takes_the_clauses_that_name_it_along() {
    let before = five_markets();
    let groups = before.workforce.groups().unwrap();
    let row = groups
        .iter()
        .position(|one| one.market.as_deref() == Some("Hawaii"));
    let document = edit(
        before.clone(),
        PayrollEdit::Cell {
            row: row.unwrap(),
            column: counteroffer::document::payroll::column::Column::Market,
            typed: "Hawaii and Guam".to_owned(),
        },
    );
    let text = counteroffer::files::to_ron(document.scenario()).unwrap();
    assert!(
        text.contains("market: \"Hawaii and Guam\", rate: 24.00"),
        "{text}"
    );
    assert!(!text.contains("market: \"Hawaii\""), "{text}");
}

#[test]
fn a_scale_renamed_keeps_its_people_and_one_deleted_leaves_them_their_rate() {
    let before = five_markets();
    let at = before
        .workforce
        .scales
        .iter()
        .position(|one| one.name == "LVN")
        .unwrap();
    let scale = Scale {
        name: "LVN all".to_owned(),
        ..before.workforce.scales[at].clone()
    };
    let pay = before.workforce.totals(before.hours);
    let mut document = edit(before, PayrollEdit::SetScale(Some(at), scale));
    let workforce = &document.scenario().workforce;
    assert_eq!(workforce.ladders[0].scales, ["MA", "LVN all"]);
    assert_eq!(workforce.totals(document.scenario().hours), pay);
    document
        .apply(Command::Payroll(PayrollEdit::RemoveScale(at)))
        .unwrap();
    let scenario = document.scenario();
    assert_eq!(scenario.workforce.totals(scenario.hours), pay);
    let nurses = scenario.workforce.groups().unwrap().iter();
    let mut nurses = nurses.filter(|one| one.job.as_deref() == Some("Vocational nurse"));
    assert!(nurses.all(|one| one.scale.is_none() && one.rate.is_some()));
}

#[test]
fn a_summary_is_shared_out_to_the_last_employee() {
    let text = include_str!("../../scenarios/kaiser-alliance-2025.ron");
    let scenario = parse_scenario(text).unwrap();
    let shares = parts(
        "Nurses 33.3%\nAides: 33.3%\nOthers rest",
        PaidIn::us_dollars(RateUnit::Hour),
    )
    .unwrap();
    let turned = to_groups(&scenario, &shares).unwrap();
    let groups = turned.workforce.groups().unwrap();
    let heads: u64 = groups.iter().map(|one| one.headcount.get().unwrap()).sum();
    assert_eq!((groups.len(), heads), (3, 62_000));
    let before = scenario.workforce.totals(scenario.hours);
    let after = turned.workforce.totals(scenario.hours);
    assert_eq!(before.fte, after.fte);
    // 132,923.08 ÷ 2,080 = 63.90532692…, kept to 10⁻⁶: 62,000 × 2,080 × 0.0000000769… short.
    let less = turned.payroll_changes.unwrap();
    assert!(less.abs() < rust_decimal::Decimal::from(10), "{less}");
    assert!(parts("Nurses", PaidIn::us_dollars(RateUnit::Hour)).is_err());
    let over = parts("Nurses 60%\nAides 50%", PaidIn::us_dollars(RateUnit::Hour)).unwrap();
    assert!(to_groups(&scenario, &over).is_err());
}

#[test]
fn groups_turned_into_a_summary_keep_their_totals() {
    let scenario = five_markets();
    let before = scenario.workforce.totals(scenario.hours);
    let turned = to_summary(&scenario).unwrap();
    let after = turned.workforce.totals(scenario.hours);
    assert_eq!((before.headcount, before.fte), (after.headcount, after.fte));
    assert!(matches!(turned.workforce.people, People::Summary { .. }));
    assert!(turned.workforce.scales.is_empty());
}

#[test]
fn terms_that_apply_to_nobody_in_the_new_groups_are_left_out_and_one_undo_brings_all_back() {
    let summary = to_summary(&five_markets()).unwrap();
    let turn = |turned: Turned| PayrollEdit::Replace {
        workforce: turned.workforce,
        leave_out: turned.nobody,
        label: "Turn".to_owned(),
    };
    let mut document = edit(five_markets(), turn(summary));
    let before = document.scenario().clone();
    let scoped = |scenario: &Scenario| {
        let clauses = scenario.offers.iter().flat_map(|offer| &offer.clauses);
        let counted = clauses.filter(|clause| clause.counted && !clause.scope.is_everyone());
        counted.count()
    };
    assert!(scoped(&before) > 0);
    let shares = parts("Nurses 60%\nOthers rest", before.paid_in()).unwrap();
    let turned = to_groups(&before, &shares).unwrap();
    // No group has a market or a job, so that every term that names one applies to nobody.
    assert!(turned.nobody.len() >= scoped(&before));
    document.apply(Command::Payroll(turn(turned))).unwrap();
    assert_eq!(scoped(document.scenario()), 0);
    assert!(counteroffer::costing::report(document.scenario()).is_ok());
    assert!(document.undo().is_some());
    assert_eq!(document.scenario(), &before);
}

#[test]
fn a_table_beside_the_scenario_stays_one_under_its_new_hash() {
    let mut scenario = five_markets();
    let people = counteroffer::files::table::as_table(&scenario.workforce.people, "case").unwrap();
    scenario.workforce_mut().people = people.clone();
    let document = edit(scenario, PayrollEdit::Remove(vec![9]));
    let People::Table { file, groups, .. } = &document.scenario().workforce.people else {
        panic!("no table");
    };
    let People::Table { file: before, .. } = &people else {
        panic!("no table");
    };
    assert!(file.starts_with("case.") && file != before);
    assert_eq!(groups.get().unwrap().len(), 9);
}

#[test]
fn what_breaks_a_rule_is_refused_and_changes_nothing() {
    let mut document = Document::new(five_markets());
    let all = (0..10).collect();
    let refused = document.apply(Command::Payroll(PayrollEdit::Remove(all)));
    assert!(refused.is_err());
    assert_eq!(document.scenario(), &five_markets());
}
