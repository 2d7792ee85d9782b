//! What the figures of known cases say, against numbers worked out elsewhere (cases of the method, recomputed twice).

use counteroffer::figure::{Body, Cell, FigureName, Shade};
use counteroffer::scenario::Scenario;

use super::cases::{self, chart, kaiser, labels, one};
use super::known::shared_case;

#[test]
fn the_real_case_reads_as_it_should() {
    let says = |name| one(&kaiser(), name).headline;
    assert_eq!(
        says(FigureName::Timeline),
        "Raises add up to 3.5 points more under the union’s counter"
    );
    assert_eq!(
        says(FigureName::WageLevel),
        "Wages end 4.16 points higher under the union’s counter"
    );
    assert_eq!(
        says(FigureName::Cost),
        "The union’s counter costs about $960M more"
    );
    assert_eq!(
        says(FigureName::Years),
        "The gap peaks in year 4 at about $340M"
    );
    assert_eq!(
        says(FigureName::Gap),
        "The size of raises makes up 84% of the gap"
    );
    assert_eq!(
        says(FigureName::Raises),
        "The Oct 2025 raise adds about $3.0B under the union’s counter"
    );
    assert_eq!(
        says(FigureName::Employee),
        "A full-time employee earns about $16,000 more under the union’s counter"
    );
    // Eleven months at $720: 6.5 % of $132,923.08 is $8,640 a year.
    assert_eq!(
        says(FigureName::Delay),
        "Without back pay, delay to Sep 2026 costs an employee up to about $11,000"
    );
    assert_eq!(
        says(FigureName::Comparison),
        "The union’s counter costs about $16,000 more per full-time employee"
    );
}

#[test]
fn the_real_case_is_labelled_as_it_should() {
    let scenario = kaiser();
    let figure = |name| one(&scenario, name);
    let cost = figure(FigureName::Cost);
    assert_eq!(
        cost.subtitle,
        "Cumulative cost above the baseline, dollars, 62,000 full-time equivalents, Oct 1, 2025 \u{2013} Sep 30, 2029"
    );
    assert_eq!(
        labels(chart(&cost)),
        ["Employer $5.24B", "Union $6.20B", "+$964M"]
    );
    assert_eq!(chart(&cost).shades, [Shade { of: 1, to: Some(0) }]);
    let level = figure(FigureName::WageLevel);
    assert_eq!(labels(chart(&level)), ["Employer 123.34", "Union 127.50"]);
    let gap = figure(FigureName::Gap);
    assert_eq!(labels(chart(&gap)), ["+$809M", "+$56M", "+$98M", "$964M"]);
    let employee = figure(FigureName::Employee);
    assert_eq!(labels(chart(&employee)), ["Employer $0", "Union +$15,500"]);
    assert!(chart(&employee).rules.is_empty(), "never behind");
    let years = figure(FigureName::Years);
    assert_eq!(
        labels(chart(&years)),
        [
            "$0.54B", "$1.15B", "$1.63B", "$1.92B", "$0.74B", "$1.33B", "$1.86B", "$2.27B"
        ]
    );
}

/// What is said of a cut, of a tie and of offers that do the same.
#[test]
fn a_cut_saves_a_tie_has_no_peak_and_the_same_is_said_of_both() {
    let mut cuts = kaiser();
    for offer in &mut cuts.offers {
        offer.clauses.truncate(1);
    }
    cases::set_percent(&mut cuts.offers[0], 0, "-2");
    cases::set_percent(&mut cuts.offers[1], 0, "-5");
    let says = |scenario: &Scenario, name| one(scenario, name).headline;
    assert_eq!(
        says(&cuts, FigureName::Timeline),
        "Raises add up to 3 points less under the union’s counter"
    );
    // 5 % of $8,241,230,960 a year over four years.
    assert_eq!(
        says(&cuts, FigureName::Raises),
        "The Oct 2025 cut saves about $1.6B under the union’s counter"
    );
    // Each year 3 % of payroll lies between the two.
    assert_eq!(
        says(&cuts, FigureName::Years),
        "The gap is about $250M in every year"
    );
    let mut tie = kaiser();
    tie.offers[0].clauses.clear();
    tie.offers[1].clauses.truncate(2);
    assert_eq!(
        says(&tie, FigureName::Years),
        "The gap reaches about $1.2B in year 2",
        "and stays there"
    );
    let mut same = kaiser();
    same.offers[1].clauses = same.offers[0].clauses.clone();
    assert_eq!(
        says(&same, FigureName::Timeline),
        "Raises add up to the same under both offers"
    );
    let raise = says(&same, FigureName::Raises);
    assert!(raise.ends_with(" under both"), "{raise}");
    let delay = says(&same, FigureName::Delay);
    assert_eq!(
        delay, "Without back pay, delay to Sep 2026 costs an employee about $7,900 under both",
        "eleven months at $720"
    );
    // Among three offers, both would be any two.
    let mut three = same.clone();
    three
        .offers
        .push(cases::copied(&same.offers[0], "Mediator's proposal"));
    let words = says(&three, FigureName::Cost);
    assert_eq!(
        words,
        "The employer’s offer and the union’s counter cost the same"
    );
}

#[test]
fn the_gap_reads_right_either_way_round_and_where_there_is_none() {
    let less = one(&cases::swapped(), FigureName::Cost);
    assert_eq!(less.headline, "The employer’s offer costs about $960M less");
    let bars = one(&cases::swapped(), FigureName::Gap);
    assert_eq!(
        labels(chart(&bars)),
        [
            "\u{2212}$809M",
            "\u{2212}$56M",
            "\u{2212}$98M",
            "\u{2212}$964M"
        ]
    );
    let equal = cases::equal();
    let says = |name| one(&equal, name).headline;
    let same = "Both offers cost the same";
    assert_eq!(says(FigureName::Cost), same);
    assert_eq!(says(FigureName::Gap), same);
    assert_eq!(says(FigureName::Comparison), same);
    assert_eq!(
        says(FigureName::Years),
        "Both offers cost the same in every year"
    );
    assert_eq!(
        says(FigureName::Employee),
        "A full-time employee earns the same under both"
    );
    assert!(matches!(one(&equal, FigureName::Gap).body, Body::Empty(_)));
}

#[test]
fn what_is_not_known_is_said_and_points_stand_in() {
    let scenario = cases::unknown_pay();
    let cost = one(&scenario, FigureName::Cost);
    assert_eq!(
        cost.headline,
        "Raises add up to 3.5 points more under the union’s counter; cost not known"
    );
    assert_eq!(
        cost.body,
        Body::Empty(
            "The cost can\u{2019}t be drawn without knowing average annual pay.".to_owned()
        )
    );
    assert!(
        cost.alt.contains("aises add up to 3.5 points more"),
        "{}",
        cost.alt
    );
    let not_known = "Not known: average annual pay.";
    let mut notes = cost.notes.iter();
    assert!(notes.any(|note| note.full == not_known), "{:?}", cost.notes);
    let mut one_point = scenario;
    one_point.offers[0].clauses.truncate(1);
    one_point.offers[1].clauses.truncate(1);
    cases::set_percent(&mut one_point.offers[1], 0, "7.5");
    assert_eq!(
        one(&one_point, FigureName::Cost).headline,
        "Raises add up to 1 point more under the union’s counter; cost not known"
    );
}

/// A sum of percents says nothing of raises in dollars: what wages end at does. $1.25 on $25.00 is 5 %.
#[test]
fn raises_in_dollars_are_compared_by_what_they_compound_to() {
    let figure = one(&shared_case("dollars"), FigureName::Timeline);
    assert_eq!(
        figure.headline,
        "Offer B raises pay by 1 point more, compounded"
    );
}

#[test]
fn long_names_are_never_cut_in_the_headline_and_whole_in_the_alternative_text() {
    let scenario = cases::long_names();
    let figure = one(&scenario, FigureName::Cost);
    let (a, b) = (&scenario.offers[0].name, &scenario.offers[1].name);
    assert!(!figure.headline.contains(a.as_str()));
    assert!(!figure.headline.contains('…'), "{}", figure.headline);
    assert_eq!(figure.headline, "The union’s offer costs about $960M more");
    for name in [a, b] {
        assert!(figure.alt.contains(name.as_str()), "{}", figure.alt);
        let cell = Cell::Text(name.clone());
        assert!(figure.data.rows.iter().any(|row| row[0] == cell));
    }
}
