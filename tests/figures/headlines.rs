//! What headlines say of offers whose figures a short sentence could get wrong.

use counteroffer::figure::{Figure, FigureName};
use counteroffer::scenario::Scenario;

use super::cases::{chart, day, one};

fn scenario(head: &str, people: &str, offers: [&str; 2]) -> Scenario {
    let [a, b] = offers;
    let text = format!(
        r#"#![enable(implicit_some)]
        (version: 1, title: "Headlines", a: "a", b: "b",
            term: (first_day: "2026-01-01", last_day: "2026-12-31"), {head}
            workforce: (rates_as_of: "2025-12-31", rounding: None, people: {people}),
            offers: [(id: "a", name: "Board offer", side: Employer, shared: true, {a}),
                (id: "b", name: "Guild proposal", side: Union, shared: true, {b})])"#
    );
    counteroffer::files::parse_scenario(&text).unwrap()
}

const HUNDRED: &str = "Summary(headcount: 100, fte: 100, average_annual_pay: 50000)";
const TWO_MARKETS: &str = r#"Groups([(name: "n", market: "N", headcount: 100, fte: 80, rate: 20),
    (name: "m", market: "S", headcount: 50, fte: 40, rate: unknown)])"#;

fn says(scenario: &Scenario, name: FigureName) -> String {
    one(scenario, name).headline
}

fn has_note(figure: &Figure, words: &str) -> bool {
    figure.notes.iter().any(|note| note.full.contains(words))
}

/// 3 % of $50,000 is $1,500, and 5 % $2,500. The lump sum on ratification is paid in January, not lost.
#[test]
fn a_delay_says_without_back_pay_and_loses_nothing_that_waits() {
    let lump = r#"clauses: [(date: "2026-01-01", terms: Percent(3)),
        (date: "2026-01-01", terms: LumpSum(amount: PerHead(5000), paid: OnRatification))]"#;
    let wages = r#"clauses: [(date: "2026-01-01", terms: Percent(3))]"#;
    let head = r#"ratification: On("2027-02-01"), retroactive: true,"#;
    let retroactive = one(&scenario(head, HUNDRED, [lump, wages]), FigureName::Delay);
    assert_eq!(
        retroactive.headline,
        "Without back pay, delay to Jan 2027 costs an employee $1,500 under both"
    );
    assert!(has_note(&retroactive, "isn\u{2019}t lost"));
    let head = r#"ratification: On("2027-02-01"),"#;
    let not = one(&scenario(head, HUNDRED, [wages, wages]), FigureName::Delay);
    assert_eq!(
        not.headline,
        "Delay to Jan 2027 costs an employee $1,500 under both"
    );
    assert!(!has_note(&not, "lost."), "{:?}", not.notes);
}

#[test]
fn delays_are_drawn_to_one_day() {
    let raise = r#"clauses: [(date: "2026-01-01", terms: Percent(10))]"#;
    let late = format!(r#"ratification: On("2027-06-10"), {raise}"#);
    let mut scenario = scenario("", HUNDRED, [raise, &late]);
    scenario.term.last_day = day("2027-12-31");
    let figure = one(&scenario, FigureName::Delay);
    let ends: Vec<_> = chart(&figure)
        .series
        .iter()
        .map(|series| *series.points.last().unwrap())
        .collect();
    assert_eq!(ends.len(), 2);
    assert_eq!(ends[0], ends[1], "the same raise loses the same by June 10");
}

#[test]
fn what_pay_buys_is_compared_with_a_month() {
    let inflation = r#"inflation: (reference: "2025-12-31", index: [(month: "2025-12-01", value: 300)], projected: 4),"#;
    let offers = [2, 1]
        .map(|percent| format!(r#"clauses: [(date: "2026-01-01", terms: Percent({percent}))]"#));
    let real = scenario(inflation, HUNDRED, [&offers[0], &offers[1]]);
    let headline = says(&real, FigureName::RealWage);
    assert!(
        headline.ends_with("% less than in Dec 2025 under the Guild proposal"),
        "{headline}"
    );
}

/// 5 % for the market whose rates are known, against 3 % for all: a sum of percents for everyone says whose it is.
#[test]
fn a_sum_says_whose_raises_it_adds_where_there_are_others() {
    let of_one = r#"clauses: [(date: "2026-01-01", terms: Percent(5), scope: (market: ["N"]))]"#;
    let of_all = r#"clauses: [(date: "2026-01-01", terms: Percent(3))]"#;
    let unknown = scenario("", TWO_MARKETS, [of_one, of_all]);
    let headline = says(&unknown, FigureName::Timeline);
    assert!(
        headline.starts_with("Raises for everyone add up to 3 points more under "),
        "{headline}"
    );
    // 5 % of 80 × $20 in 80 × $20 + 40 × $30 is 2.86 %; 3 % for all is 0.14 points more.
    let known = TWO_MARKETS.replace("unknown", "30");
    let known = scenario("", &known, [of_one, of_all]);
    let headline = says(&known, FigureName::Timeline);
    assert!(
        headline.ends_with("raises pay by 0.14 points more, compounded"),
        "{headline}"
    );
    // What differs by less than is shown isn't zero points more.
    let near = of_all.replace("Percent(3)", r#"Percent("3.0001")"#);
    let near = scenario("", HUNDRED, [of_all, &near]);
    assert_eq!(
        says(&near, FigureName::Timeline),
        "Raises add up to nearly the same under both offers"
    );
}

#[test]
fn nothing_is_said_of_all_where_some_gain_what_is_not_known() {
    let of_all = r#"clauses: [(date: "2026-01-01", terms: Percent(3))]"#;
    let of_one = r#"clauses: [(date: "2026-01-01", terms: Percent(5), scope: (market: ["N"]))]"#;
    let unknown = scenario("", TWO_MARKETS, [of_one, of_all]);
    let headline = says(&unknown, FigureName::Spread);
    assert!(!headline.contains("alike"), "{headline}");
    let known = TWO_MARKETS.replace("unknown", "30");
    let known = scenario("", &known, [of_all, of_one]);
    let headline = says(&known, FigureName::Spread);
    // 5 % of 2,080 hours at $20.
    assert!(
        headline.ends_with(": N, $2,080 per full-time employee"),
        "{headline}"
    );
    // The most of those that are known may not be the most.
    let three = TWO_MARKETS.replace(
        "(name: \"m\"",
        "(name: \"o\", market: \"O\", headcount: 60, fte: 60, rate: 30), (name: \"m\"",
    );
    let some = scenario("", &three, [of_one, of_all]);
    assert_eq!(
        says(&some, FigureName::Spread),
        "Largest gain known under the Guild proposal: O, $1,872 per full-time employee"
    );
    // Of those who are hidden nothing is said.
    let few = r#"Groups([(name: "n", market: "N", headcount: 100, fte: 80, rate: 20),
        (name: "o", market: "O", headcount: 60, fte: 60, rate: 20), (name: "m", market: "S", headcount: 50, fte: 40, rate: 20),
        (name: "l", market: "T", headcount: 4, fte: 4, rate: 90)])"#;
    let few = scenario("", few, [of_one, of_all]);
    assert_eq!(
        says(&few, FigureName::Spread),
        "All shown gain alike under the Guild proposal"
    );
    // Of one group only the rate is unknown.
    let figure = one(&unknown, FigureName::Cost);
    assert!(
        has_note(&figure, "Not known: rate of m."),
        "{:?}",
        figure.notes
    );
}

/// 2 % of $50,000 is $1,000: $1,000 less than a lump sum of $2,000.
#[test]
fn what_an_employee_earns_more_holds_lump_sums() {
    let lump = r#"clauses: [(date: "2026-01-01", terms: LumpSum(amount: PerHead(2000)))]"#;
    let raise = r#"clauses: [(date: "2026-01-01", terms: Percent(2))]"#;
    let headline = says(&scenario("", HUNDRED, [lump, raise]), FigureName::Employee);
    assert!(
        headline.starts_with("A full-time employee receives $1,000 less under "),
        "{headline}"
    );
}

/// A benefit in steps begins with its first value.
#[test]
fn a_benefit_in_steps_is_told_by_its_first_value() {
    let stepped = r#"clauses: [(date: "2026-02-01", terms: Percent(1)), (date: "2026-02-01", terms: Benefit(
        today: 0, values: [(date: "2026-02-01", value: "0.35"), (date: "2026-09-01", value: "0.60")],
        participants: 100, attainment: 100, basis: PerPaidHour, when: Dated))]"#;
    let figure = one(
        &scenario("", HUNDRED, [stepped, stepped]),
        FigureName::Timeline,
    );
    assert!(
        has_note(
            &figure,
            "benefit $0.35 a paid hour to $0.60 from Sep 1, 2026, $0.00 today, Feb 1, 2026"
        ),
        "{:?}",
        figure.notes
    );
}

/// So does a contribution in steps.
#[test]
fn a_contribution_in_steps_is_told_by_its_first_value() {
    let stepped = r#"clauses: [(date: "2026-02-01", terms: Percent(1)), (date: "2026-02-01", terms: Contribution(
        name: "Pension", today: "1.25", values: [(date: "2026-02-01", value: "1.5"), (date: "2026-09-01", value: 2)]))]"#;
    let one_value = stepped.replace(r#", (date: "2026-09-01", value: 2)"#, "");
    let figure = one(
        &scenario("", HUNDRED, [stepped, &one_value]),
        FigureName::Timeline,
    );
    let told = |words: &str| has_note(&figure, words);
    assert!(
        told("Pension 1.5% of pay to 2% from Sep 1, 2026, 1.25% today, Feb 1, 2026"),
        "{:?}",
        figure.notes
    );
    assert!(
        told("Pension 1.5% of pay, 1.25% today, Feb 1, 2026"),
        "{:?}",
        figure.notes
    );
}

/// An offer is named in a sentence of the alternative text as a sentence names it.
#[test]
fn sentences_of_the_alternative_text_are_sentences() {
    let figure = one(&super::cases::kaiser(), FigureName::Cost);
    assert!(
        figure
            .alt
            .contains("The union\u{2019}s counter costs about $960M more."),
        "{}",
        figure.alt
    );
    // Whom the numbers belong to is told under the names in the chart.
    assert!(
        figure.alt.contains("Union counter: $6.20B"),
        "{}",
        figure.alt
    );
    let gap = one(&super::cases::kaiser(), FigureName::Gap);
    assert!(
        gap.alt
            .contains("size of raises, +$809M; how early raises come, +$56M; compounding, +$98M"),
        "{}",
        gap.alt
    );
}

/// A gap under a unit of its chart is told in its own: nobody says a fifth of a million.
#[test]
fn a_headline_says_no_part_of_a_unit() {
    let small = super::known::fault("dollars-an-hour-only");
    // $46.23 and $14.62 more is $60.85; 10 % and five times 4 %, each to the cent, is $61.87: $1.02 for 2,080 hours of 100.
    assert_eq!(
        says(&small, FigureName::Years),
        "The gap peaks in year 6 at $212,160"
    );
}

/// A year that costs nothing has a figure too.
#[test]
fn a_year_without_cost_says_nothing_in_figures() {
    let raise = r#"clauses: [(date: "2026-01-01", terms: Percent(3))]"#;
    let mut late = scenario("", HUNDRED, [raise, raise]);
    late.term.last_day = day("2027-12-31");
    for offer in &mut late.offers {
        offer.clauses[0].date = day("2027-01-01");
    }
    let years = one(&late, FigureName::Years);
    // 3 % of 100 × $50,000.
    assert_eq!(
        super::cases::labels(chart(&years)),
        ["$0", "$150,000", "$0", "$150,000"]
    );
    assert!(years.alt.contains("$0 and $150,000"), "{}", years.alt);
}

/// The 3 % are owed to everyone before an offer is made; the offer itself has no raise.
#[test]
fn a_raise_owed_is_not_said_to_be_the_offer_s() {
    let owed = super::known::fault("as-of-effective");
    assert_eq!(
        says(&owed, FigureName::WageLevel),
        "Wages end 3% higher under offer A, raises owed included"
    );
}
