//! What the figures of known cases draw: which offers, over which days, as what.

use counteroffer::figure::{Body, Direction, Figure, FigureName, Role};
use counteroffer::scenario::Ratification;
use rust_decimal::Decimal;

use super::cases::{self, chart, day, kaiser, labels, one};
use super::known::{d, fault, shared_case, table};

/// The history draws the offers that charts have no room for: none is missing there.
#[test]
fn the_history_leaves_no_offer_out_and_names_its_years() {
    let scenario = cases::example("kaiser-alliance-2025");
    let missing = |figure: &Figure| {
        let notes = figure.notes.iter();
        notes.filter(|note| note.full.contains("ot shown")).count()
    };
    let history = one(&scenario, FigureName::History);
    assert_eq!(missing(&history), 0, "{:?}", history.notes);
    assert!(
        history
            .subtitle
            .ends_with("Sep 12, 2025 \u{2013} Oct 7, 2025"),
        "{}",
        history.subtitle
    );
    assert_eq!(missing(&one(&scenario, FigureName::Cost)), 1);
}

/// A year that the term cuts says how much of it there is, in months or in days.
#[test]
fn a_cut_year_says_how_long_it_is() {
    let years = |last: &str| {
        let mut scenario = kaiser();
        scenario.term.last_day = day(last);
        let figure = one(&scenario, FigureName::Years);
        let ticks = chart(&figure).x.ticks.iter();
        ticks.map(|tick| tick.label.clone()).collect::<Vec<_>>()
    };
    assert_eq!(
        years("2028-03-31"),
        ["Year 1", "Year 2", "Year 3 (6 months)"]
    );
    assert_eq!(years("2027-10-31")[2], "Year 3 (1 month)");
    assert_eq!(years("2027-10-01")[2], "Year 3 (1 day)");
    assert_eq!(years("2027-09-30"), ["Year 1", "Year 2"]);
}

/// Offers within a hundredth of each other are drawn as differences from A, which is the line at zero.
#[test]
fn offers_nearly_alike_are_drawn_as_differences_from_a() {
    let scenario = fault("four-near-equal-ten-years");
    for (name, end) in [
        (FigureName::Cost, "+$7.30M"),
        (FigureName::WageLevel, "+0.65"),
    ] {
        let figure = one(&scenario, name);
        assert!(
            figure
                .subtitle
                .contains(" less that of the employer\u{2019}s package"),
            "{}",
            figure.subtitle
        );
        let chart = chart(&figure);
        assert_eq!(chart.series.len(), 3, "A is the rule at zero");
        assert!(chart.rules.iter().any(|rule| rule.at.is_zero()));
        assert!(labels(chart).iter().any(|text| text.ends_with(end)));
    }
    let far = one(&kaiser(), FigureName::Cost);
    assert!(!far.subtitle.contains("less that of"));
}

/// One offer in its colour, all others in grey, in charts and in the table.
#[test]
fn the_offer_chosen_is_highlighted_in_every_figure() {
    let mut scenario = kaiser();
    scenario.figures.highlight = Some(scenario.offers[1].id.clone());
    for figure in cases::set(&scenario) {
        match &figure.body {
            Body::Chart(chart) => {
                for series in &chart.series {
                    let is_other = series.role == Role::A;
                    assert_eq!(series.muted, is_other, "{:?} {}", figure.name, series.name);
                }
            }
            Body::Table(table) if figure.name == FigureName::Comparison => {
                assert_eq!(table.columns[1].1, None);
                assert_eq!(table.columns[2].1, Some(Role::B));
            }
            _ => {}
        }
    }
}

/// A lump sum that a ratification after the last day carries out of the figures is paid then: a delay takes none of
/// it.
#[test]
fn what_falls_due_after_the_end_is_not_lost() {
    let figure = one(&fault("one-offer-paid-after-the-end"), FigureName::Delay);
    let union = &chart(&figure).series;
    let union = union.iter().find(|one| one.role == Role::B).unwrap();
    let [.., before, last] = union.points.as_slice() else {
        panic!("{union:?}");
    };
    assert_eq!(last.x - before.x, Decimal::ONE);
    assert!(before.y < d("11"), "a cent an hour: {}", before.y);
    // The raise of a cent from January on; the $1,500 each are paid later, and aren't lost.
    assert_eq!(last.y.round_dp(0), d("10"));
}

/// Union terms ratified 2026-03-01, not retroactive, against the employer's on time: 456 days.
#[test]
fn break_even_is_marked_where_there_is_one() {
    let mut scenario = kaiser();
    scenario.offers[1].ratification = Some(Ratification::On(day("2026-03-01")));
    scenario.offers[1].retroactive = Some(false);
    let figure = one(&scenario, FigureName::Employee);
    let rules = &chart(&figure).rules;
    assert_eq!(rules.len(), 1);
    assert_eq!(rules[0].on, Direction::X);
    assert_eq!(rules[0].label, "break-even May 31, 2027");
    let note = "Break-even: from May 31, 2027 on, 456 days after Mar 1, 2026, cumulative pay under the union’s counter stays at or above that under the employer’s offer.";
    assert!(
        figure.notes.iter().any(|one| one.full == note),
        "{:?}",
        figure.notes
    );
    let timeline = one(&scenario, FigureName::Timeline);
    let rules = &chart(&timeline).rules;
    assert_eq!(rules[0].label, "Union ratified Mar 1, 2026");
}

#[test]
fn ten_offers_leave_room_for_four_series_and_five_columns() {
    let scenario = cases::ten_offers();
    let roles = |name| {
        let figure = one(&scenario, name);
        let series = chart(&figure).series.iter();
        series.map(|one| one.role).collect::<Vec<_>>()
    };
    let drawn = [Role::Other, Role::A, Role::B, Role::Edited];
    assert_eq!(roles(FigureName::Cost), drawn);
    assert_eq!(roles(FigureName::Timeline), drawn);
    let compared = one(&scenario, FigureName::Comparison);
    let heads: Vec<&str> = table(&compared).columns[1..]
        .iter()
        .map(|(head, _)| head.as_str())
        .collect();
    assert_eq!(
        heads,
        [
            "Employer offer",
            "Union counter",
            "Idea 10",
            "Idea 3",
            "Idea 4"
        ]
    );
}

/// What a late ratification costs grows by day: a term of one day has lost all of it the day after.
#[test]
fn delay_is_drawn_by_day_and_ends_with_what_is_compared() {
    let figure = one(&shared_case("one day"), FigureName::Delay);
    let points = &chart(&figure).series[0].points;
    // $52,000 × 17 % ÷ 12 months ÷ 31 days of July.
    let lost = d("52000") * d("0.17") / d("12") / d("31");
    assert_eq!(points.len(), 2);
    assert!((points[1].y - lost).abs() < d("0.000001"), "{points:?}");
    assert_eq!(points[1].x - points[0].x, d("1"));
    assert_eq!(
        figure.headline,
        "Delay to Jul 2, 2026 costs an employee $24 under offer A"
    );
}

/// A side's offers look in the history as its offer does in every other figure.
#[test]
fn the_sides_of_the_history_look_as_their_offers_do() {
    let figure = one(&shared_case("history"), FigureName::History);
    let named = chart(&figure)
        .series
        .iter()
        .filter(|one| !one.name.is_empty());
    let roles: Vec<(&str, Role)> = named.map(|one| (one.name.as_str(), one.role)).collect();
    assert_eq!(roles, [("Employer", Role::B), ("Union", Role::A)]);
}

/// Who gains, by market, with cells under ten hidden; a summary has none.
#[test]
fn who_gains_is_a_figure_of_groups() {
    let scenario =
        counteroffer::files::parse_scenario(include_str!("../../scenarios/five-markets.ron"))
            .unwrap();
    let figure = one(&scenario, FigureName::Spread);
    let people = counteroffer::costing::report(&scenario).unwrap().people;
    let chart = chart(&figure);
    assert_eq!(chart.y.ticks.len(), people.spread.by_market.len());
    let union = chart.series.iter().find(|one| one.role == Role::B).unwrap();
    for (point, row) in union.points.iter().zip(&people.spread.by_market) {
        let own = row
            .offers
            .iter()
            .find(|one| Some(&one.id) == scenario.b.as_ref());
        assert_eq!(Some(point.x), own.unwrap().per_fte);
    }
    assert!(matches!(
        one(&kaiser(), FigureName::Spread).body,
        Body::Empty(_)
    ));
}

/// Percents for everyone give the level without pay: 12, 8, 8 and 7 % and 13, 9, 9 and 7 %, which the settlement's
/// sources say compounds to 43.65 %.
#[test]
fn the_wage_level_is_drawn_where_only_pay_is_unknown() {
    let boeing = cases::example("boeing-iam-2024");
    let figure = one(&boeing, FigureName::WageLevel);
    let chart = chart(&figure);
    let ends: Vec<String> = chart
        .series
        .iter()
        .filter_map(|series| series.points.iter().map(|point| point.y).max())
        .map(|level| level.round_dp(4).to_string())
        .collect();
    assert_eq!(ends, ["139.7814", "143.6532"]);
}
