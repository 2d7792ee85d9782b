//! What the figures of known cases say, against numbers worked out elsewhere (cases of the method, recomputed twice).

use counteroffer::figure::{Body, Cell, Direction, Figure, FigureName, Note, Role, Shade, Table};
use counteroffer::scenario::{Ratification, Scenario};
use rust_decimal::Decimal;

use super::cases::{self, chart, day, kaiser, labels, one};

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn table(figure: &Figure) -> &Table {
    match &figure.body {
        Body::Table(table) => table,
        other => panic!("{other:?}"),
    }
}

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
        "Delay to Sep 2026 without back pay costs each up to about $11,000"
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

/// The same with pay that somebody has published: nothing of it is inferred or assumed.
fn known_pay(mut scenario: Scenario) -> Scenario {
    scenario.assumptions.clear();
    scenario
}

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
        delay, "Delay to Sep 2026 without back pay costs each about $7,900 under both",
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

fn fault(name: &str) -> Scenario {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faults");
    let text = std::fs::read_to_string(format!("{folder}/{name}.ron")).unwrap();
    counteroffer::files::parse_scenario(&text).unwrap()
}

/// What is assumed of raises and their days stands beneath the figures that are made of nothing else; what is
/// assumed of pay doesn't.
#[test]
fn assumptions_stand_on_the_figures_that_rest_on_them() {
    let boeing = cases::example("boeing-iam-2024");
    let says = |figure: &Figure, words: &str| {
        let mut notes = figure.notes.iter();
        notes.any(|note| note.full.contains(words))
    };
    for name in [FigureName::Timeline, FigureName::WageLevel] {
        let figure = one(&boeing, name);
        assert!(says(&figure, "Assumed: "), "{:?}", figure.notes);
        assert!(says(&figure, "dates of the raises"), "{:?}", figure.notes);
    }
    for name in [FigureName::Timeline, FigureName::WageLevel] {
        let figure = one(&kaiser(), name);
        assert!(!says(&figure, "verage annual pay"), "{:?}", figure.notes);
    }
    let cost = one(&kaiser(), FigureName::Cost);
    assert!(
        says(&cost, "Average annual pay: inferred"),
        "{:?}",
        cost.notes
    );
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

#[test]
fn notes_tell_sources_assumptions_and_what_is_left_out() {
    let has = |notes: &[Note], words: &str| notes.iter().any(|note| note.full.contains(words));
    let cost = one(&kaiser(), FigureName::Cost);
    let (notes, sources) = (cost.notes, cost.sources);
    assert!(has(
        &notes,
        "\u{2248} Average annual pay: inferred. Worked back"
    ));
    assert!(has(&notes, "$720"));
    assert!(has(
        &sources,
        "Kaiser Permanente, Oct 2, 2025, Dec 5, 2025 and Nov 12, 2025; Alliance of Health Care Unions, Nov 4, 2025 and \u{201c}To Kaiser Permanente leaders\u{201d};"
    ));
    assert!(has(
        &notes,
        "Not included: minimum rates, the Inland Empire pool, tuition, payouts and other terms."
    ));
    assert!(has(&notes, "Assumed: full-time equivalents."));
    assert!(has(
        &notes,
        "Assumes ratification by Oct 1, 2025; the offers and sources reach to Dec 5, 2025."
    ));
    assert!(has(&notes, "without roll-up"));
    let notes = one(&cases::example("two-market-hospital"), FigureName::Timeline).notes;
    assert!(has(&notes, "Made up: everything."));
    assert!(has(
        &notes,
        "Ratified: the employer’s offer 3 on Sep 15, 2026, not retroactive; the union’s proposal 2 and the draft counter on Sep 15, 2026, retroactive."
    ));
    let sources = one(&cases::without_sources(), FigureName::Cost).sources;
    assert!(has(
        &sources,
        "No source given for the employer’s offer and the union’s counter."
    ));
    let notes = one(&cases::ten_offers(), FigureName::Cost).notes;
    assert!(
        has(&notes, "Not shown: Idea 4, Idea 5, Idea 6 and 3 more."),
        "{notes:?}"
    );
    let mut short = kaiser();
    short.horizon = Some(day("2028-09-30"));
    let notes = one(&short, FigureName::Cost).notes;
    assert!(has(
        &notes,
        "Counted to Sep 30, 2028; the term ends Sep 30, 2029."
    ));
}

/// What changes rates is drawn, its own words beside it; lump sums and scopes are told beneath.
#[test]
fn terms_of_every_kind_stand_on_the_timeline_or_are_told_beneath() {
    let figure = one(&cases::example("two-market-hospital"), FigureName::Timeline);
    let labels = labels(chart(&figure));
    for words in ["5% or $1.50", "$0.75/h", "min. $24.00/h"] {
        assert!(labels.contains(&words), "{words}: {labels:?}");
    }
    // Nine percents and three others; two of the twelve are for some employees only.
    let series = &chart(&figure).series;
    let drawn: usize = series.iter().map(|one| one.points.len()).sum();
    let half: usize = series.iter().map(|one| one.half.len()).sum();
    assert_eq!((drawn, half), (12, 2));
    for words in [
        "lump sum $750.00 each, by FTE",
        "$0.75/h of",
        "2.5% of Oct 4, 2026 for Valley only",
    ] {
        let told = figure.notes.iter().any(|note| note.full.contains(words));
        assert!(told, "{words}: {:?}", figure.notes);
    }
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

fn shared_case(name: &str) -> counteroffer::scenario::Scenario {
    let text = match name {
        "one day" => {
            r#"(version: 1, title: "T", term: (first_day: "2026-07-01", last_day: "2026-07-01"),
            workforce: (rates_as_of: "2026-06-30", rounding: None, people: Summary(headcount: 10, fte: 10, average_annual_pay: 52000)),
            offers: [(id: "a", name: "A", side: Union, clauses: [(date: "2026-07-01", terms: Percent(17))])])"#
        }
        "dollars" => {
            r#"(version: 1, title: "T", term: (first_day: "2026-07-01", last_day: "2027-06-30"), a: "a", b: "b",
            workforce: (rates_as_of: "2026-06-30", rounding: None, people: Summary(headcount: 10, fte: 10, average_annual_pay: 52000)),
            offers: [(id: "a", name: "A", side: Employer, clauses: [(date: "2026-07-01", terms: Percent(4))]),
                (id: "b", name: "B", side: Union, clauses: [(date: "2026-07-01", terms: PerHour(1.25))])])"#
        }
        _ => {
            r#"(version: 1, title: "T", term: (first_day: "2026-07-01", last_day: "2027-06-30"),
            a: "u", b: "e",
            workforce: (rates_as_of: "2026-06-30", rounding: None, people: Summary(headcount: 10, fte: 10, average_annual_pay: 52000)),
            offers: [(id: "u", name: "U", side: Union, shared: true, status: Passed((on: "2026-06-01")), clauses: [(date: "2026-07-01", terms: Percent(5))]),
                (id: "e", name: "E", side: Employer, shared: true, status: Passed((on: "2026-06-02")), clauses: [(date: "2026-07-01", terms: Percent(2))])])"#
        }
    };
    counteroffer::files::parse_scenario(&format!("#![enable(implicit_some)]\n{text}")).unwrap()
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

/// A sum of percents says nothing of raises in dollars: what wages end at does. $1.25 on $25.00 is 5 %.
#[test]
fn raises_in_dollars_are_compared_by_what_they_compound_to() {
    let figure = one(&shared_case("dollars"), FigureName::Timeline);
    assert_eq!(
        figure.headline,
        "Offer B raises pay by 1 point more, compounded"
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
