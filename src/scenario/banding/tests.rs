//! Groups of fewer than ten joined: who is joined to whom, and which raises follow.

use super::*;

fn workforce(text: &str) -> Workforce {
    ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(text)
        .unwrap()
}

#[test]
fn neighbouring_rates_are_joined_until_ten() {
    let all = workforce(
        "(rates_as_of: \"2025-09-30\", rounding: Cent, people: Groups([
            (name: \"a\", market: \"N\", job: \"Cook\", headcount: 4, fte: 4, rate: 20.00),
            (name: \"b\", market: \"N\", job: \"Cook\", headcount: 6, fte: 4, rate: 21.00),
            (name: \"c\", market: \"N\", job: \"Cook\", headcount: 30, fte: 30, rate: 25.00),
            (name: \"d\", market: \"N\", job: \"Baker\", headcount: 3, fte: 3, rate: 24.00),
        ]))",
    );
    let banded = all.banded(&[]).unwrap();
    let groups = banded.workforce.groups().unwrap();
    assert_eq!(banded.joined, 2);
    let shown: Vec<_> = groups
        .iter()
        .map(|group| (group.name.as_str(), group.headcount.get().unwrap()))
        .collect();
    assert_eq!(shown, [("b", 10), ("c", 33)]);
    // 8 FTE of 20.00 and 21.00; 30 FTE of 25.00 and 3 of 24.00 are 24.909…, to the cent.
    let rate = |at: usize| banded.workforce.rate_of(&groups[at]).get().unwrap().get();
    assert_eq!(rate(0).to_string(), "20.50");
    assert_eq!(rate(1).to_string(), "24.91");
    assert_eq!(banded.places["d"].name, "c");
}

#[test]
fn ten_stand_by_themselves() {
    let all = workforce(
        "(rates_as_of: \"2025-09-30\", rounding: Cent, people: Groups([
            (name: \"a\", headcount: 10, fte: 10, rate: 20.00),
            (name: \"b\", headcount: 11, fte: 11, rate: 21.00),
        ]))",
    );
    assert!(all.banded(&[]).is_none());
}

/// A raise for the named groups of four groups: 4 and 6 cooks who become one, 30 others, 9 bakers who join them.
fn after_joining(named: &str) -> (Vec<String>, bool) {
    let mut scenario: Scenario = ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(&format!(
            "(version: 1, title: \"T\", term: (first_day: \"2026-01-01\", last_day: \"2026-12-31\"),
            workforce: (rates_as_of: \"2025-12-31\", rounding: Cent, people: Groups([
                (name: \"few\", market: \"N\", headcount: 4, fte: 4, rate: 20.00),
                (name: \"more\", market: \"N\", headcount: 6, fte: 4, rate: 21.00),
                (name: \"most\", market: \"S\", headcount: 30, fte: 30, rate: 25.00),
                (name: \"nine\", market: \"S\", headcount: 9, fte: 9, rate: 24.00),
            ])),
            offers: [(id: \"o\", name: \"O\", side: Union, clauses: [
                (date: \"2026-01-01\", terms: Percent(2), scope: (group: [{named}]))])])"
        ))
        .unwrap();
    assert_eq!(scenario.band_groups(), 2);
    let clause = scenario.offers[0].clauses[0].clone();
    (clause.scope.group, clause.counted)
}

/// Each raise stays with those it was for, though others are nearer by rate.
#[test]
fn those_paid_alike_are_joined_first() {
    let mut scenario: Scenario = ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(
            "(version: 1, title: \"T\", term: (first_day: \"2026-01-01\", last_day: \"2026-12-31\"),
            workforce: (rates_as_of: \"2025-12-31\", rounding: Cent, people: Groups([
                (name: \"a\", unit: \"X\", job: \"Cook\", headcount: 4, fte: 4, rate: 20.00),
                (name: \"b\", unit: \"Y\", job: \"Cook\", headcount: 8, fte: 8, rate: 21.00),
                (name: \"c\", unit: \"X\", job: \"Baker\", headcount: 6, fte: 4, rate: 22.00),
                (name: \"d\", unit: \"Y\", job: \"Baker\", headcount: 5, fte: 8, rate: 23.00),
            ])),
            offers: [(id: \"o\", name: \"O\", side: Union, clauses: [
                (date: \"2026-01-01\", terms: Percent(2), scope: (unit: [\"X\"]))])])",
        )
        .unwrap();
    assert_eq!(scenario.band_groups(), 2);
    let groups = scenario.workforce.groups().unwrap();
    let shown: Vec<_> = groups
        .iter()
        .map(|group| {
            let rate = group.rate.unwrap().get().unwrap().get();
            (group.name.as_str(), group.unit.as_deref(), rate.to_string())
        })
        .collect();
    let of = |name, unit, rate: &str| (name, Some(unit), rate.to_owned());
    assert_eq!(shown, [of("c", "X", "21.00"), of("b", "Y", "22.00")]);
    assert!(scenario.offers[0].clauses[0].counted);
}

#[test]
fn a_joined_group_is_named_where_most_of_its_employees_were() {
    let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    assert_eq!(after_joining("\"few\", \"more\""), (names(&["more"]), true));
    assert_eq!(after_joining("\"more\""), (names(&["more"]), true));
    assert_eq!(after_joining("\"few\", \"most\""), (names(&["most"]), true));
    // A raise of nine in thirty-nine would become one of all, and without a name one of everybody.
    assert_eq!(after_joining("\"nine\""), (names(&[SMALL]), false));
    assert_eq!(after_joining("\"few\""), (names(&[SMALL]), false));
}
