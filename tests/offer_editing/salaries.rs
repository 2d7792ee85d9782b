//! Amounts of a case whose rates are salaries: read as pay wherever they are typed.

use super::*;

#[test]
fn a_lowest_rate_of_salaries_is_read_as_pay_in_every_field_of_it() {
    let case = include_str!("../cases/salaries.ron");
    let case = parse_scenario(case).unwrap();
    assert_eq!(case.workforce.rate_unit, RateUnit::Month);
    let mut harness = shown(case, Box::new(NoDialogs));
    click(&mut harness, "+ from B");
    clauses::add_a_term(&mut harness);
    kind(&mut harness, "Lowest rate");
    write(&mut harness, "At least of the new term", "3.600");
    click(&mut harness, "Add");
    let told = harness
        .get_all_by_label_contains("can be 3.6 or 3,600")
        .count();
    assert!(told > 0, "3.600 was taken in the form");
    write(&mut harness, "At least of the new term", "3,600");
    click(&mut harness, "Add");
    let lowest = |harness: &Shown| {
        let id = harness.state().scenario().counter.clone().unwrap();
        let own = offer(harness, &id.0);
        let mut terms = own.clauses.into_iter().map(|clause| clause.terms);
        let found = terms.rfind(|terms| terms.kind().name() == "Floor");
        ron::to_string(&found.unwrap()).unwrap()
    };
    assert_eq!(lowest(&harness), "Floor(3600)");
    enter(&mut harness, "Lowest rate", "3.600");
    let words = refused(&mut harness, "Lowest rate");
    assert!(words.contains("can be 3.6 or 3,600"), "{words}");
    enter(&mut harness, "Lowest rate", "2%");
    let words = refused(&mut harness, "Lowest rate");
    assert!(words.contains("an amount a month"), "{words}");
    assert_eq!(lowest(&harness), "Floor(3600)");
    enter(&mut harness, "Lowest rate", "3'800");
    assert_eq!(lowest(&harness), "Floor(3800)");
}
