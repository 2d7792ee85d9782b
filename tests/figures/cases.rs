//! The Kaiser–Alliance case, changed to be hard.

use counteroffer::costing::results::Results;
use counteroffer::figure::build::figures;
use counteroffer::figure::{Body, Chart, Figure, FigureName};
use counteroffer::files::parse_scenario;
use counteroffer::scenario::{ClauseTerms, Offer, OfferId, People, Scenario};
use counteroffer::units::digits::FromDigits;
use counteroffer::units::{Date, Fte, Known, Money, Percent};

pub const EXAMPLES: [&str; 5] = [
    "kaiser-alliance-2025",
    "boeing-iam-2024",
    "nyc-dc37-2021",
    "two-market-hospital",
    "empty-template",
];

pub fn example(name: &str) -> Scenario {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios");
    let text = std::fs::read_to_string(format!("{folder}/{name}.ron")).unwrap();
    parse_scenario(&text).unwrap()
}

/// The two offers compared; what came before them is a matter of the history.
pub fn kaiser() -> Scenario {
    let mut scenario = example(EXAMPLES[0]);
    scenario.offers.truncate(2);
    scenario
}

/// The figures of a scenario, with a hash made up.
pub fn set(scenario: &Scenario) -> Vec<Figure> {
    let results = Results::new(scenario).unwrap();
    figures(scenario, &results, &"0".repeat(64))
}

pub fn one(scenario: &Scenario, name: FigureName) -> Figure {
    let mut all = set(scenario).into_iter();
    all.find(|figure| figure.name == name).unwrap()
}

pub fn chart(figure: &Figure) -> &Chart {
    match &figure.body {
        Body::Chart(chart) => chart,
        other => panic!("{:?}: {other:?}", figure.name),
    }
}

/// The texts of a chart's labels, in its order.
pub fn labels(chart: &Chart) -> Vec<&str> {
    chart.labels.iter().map(|one| one.text.as_str()).collect()
}

pub fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// A copy of an offer under another name.
pub fn copied(offer: &Offer, name: &str) -> Offer {
    Offer {
        id: OfferId(format!("copy {name}")),
        name: name.to_owned(),
        ..offer.clone()
    }
}

pub fn set_percent(offer: &mut Offer, clause: usize, percent: &str) {
    let percent = Percent::from_digits(percent).unwrap();
    offer.clauses[clause].terms = ClauseTerms::Percent(Known::Known(percent));
}

/// A workforce of so many full-time equivalents at an annual pay; `None` is unknown.
pub fn people(scenario: &mut Scenario, number: &str, pay: Option<&str>) {
    scenario.workforce_mut().people = People::Summary {
        headcount: Known::Known(u64::from_digits(number).unwrap()),
        fte: Known::Known(Fte::from_digits(number).unwrap()),
        average_annual_pay: pay.map_or(Known::Unknown, |pay| {
            Known::Known(Money::from_digits(pay).unwrap())
        }),
    };
}

/// Ten offers beside one another, the last one edited.
pub fn ten_offers() -> Scenario {
    let mut scenario = kaiser();
    scenario.offers.truncate(2);
    for number in 3..=10 {
        let mut offer = copied(&scenario.offers[0], &format!("Idea {number}"));
        set_percent(&mut offer, 0, &format!("{number}.25"));
        scenario.offers.push(offer);
    }
    scenario.counter = Some(scenario.offers[9].id.clone());
    scenario
}

/// Ten offers, none of them edited: one other finds room beside A and B.
pub fn none_edited() -> Scenario {
    let mut scenario = ten_offers();
    scenario.counter = None;
    scenario
}

/// Names of 80 characters that differ at their ends only.
pub fn long_names() -> Scenario {
    let mut scenario = ten_offers();
    let start = "The counter of the coalition of unions, as amended after the mediator's visit ";
    for (number, offer) in scenario.offers.iter_mut().enumerate() {
        offer.name = format!("{start}{number:02}");
        assert_eq!(offer.name.chars().count(), 80);
    }
    scenario
}

pub fn all_on_one_day() -> Scenario {
    let mut scenario = kaiser();
    let clauses = scenario.offers.iter_mut().flat_map(|one| &mut one.clauses);
    for clause in clauses {
        clause.date = day("2027-04-01");
    }
    scenario
}

pub fn swapped() -> Scenario {
    let mut scenario = kaiser();
    std::mem::swap(&mut scenario.a, &mut scenario.b);
    scenario
}

/// B has A's terms.
pub fn equal() -> Scenario {
    let mut scenario = kaiser();
    scenario.offers[1].clauses = scenario.offers[0].clauses.clone();
    scenario
}

/// A term with raises at even distances.
pub fn term(first: &str, last: &str, months: i32) -> Scenario {
    let mut scenario = kaiser();
    scenario.term.first_day = day(first);
    scenario.term.last_day = day(last);
    for offer in &mut scenario.offers {
        for (number, clause) in (0..).zip(&mut offer.clauses) {
            clause.date = day(first).plus_months(number * months);
        }
    }
    scenario
}

/// A cost of about so much, by the number of people and their pay.
pub fn sized(number: &str, pay: &str) -> Scenario {
    let mut scenario = kaiser();
    people(&mut scenario, number, Some(pay));
    scenario
}

pub fn without_sources() -> Scenario {
    let mut scenario = kaiser();
    scenario.sources.clear();
    scenario.offers[1].sources.clear();
    for offer in &mut scenario.offers {
        for clause in &mut offer.clauses {
            clause.source = None;
        }
    }
    scenario
}

pub fn unknown_pay() -> Scenario {
    let mut scenario = kaiser();
    people(&mut scenario, "62000", None);
    scenario
}

pub fn without_offers() -> Scenario {
    let mut scenario = kaiser();
    scenario.offers.clear();
    scenario.a = None;
    scenario.b = None;
    scenario
}

/// A loses its place: what is left is not compared.
pub fn one_offer() -> Scenario {
    let mut scenario = kaiser();
    scenario.offers.remove(0);
    scenario
}

/// Offers nobody can be told apart by, and text that would break a picture.
pub fn odd_names() -> Scenario {
    let mut scenario = ten_offers();
    let names = ["", "  ", "same", "same", "same", "a\nb\tc", "\u{202e}tfel"];
    for (offer, name) in scenario.offers.iter_mut().zip(names) {
        offer.name = name.to_owned();
    }
    scenario
}

/// Every hard case, by name.
pub fn hard() -> Vec<(&'static str, Scenario)> {
    vec![
        ("ten offers", ten_offers()),
        ("ten offers, none edited", none_edited()),
        ("long names", long_names()),
        ("all on one day", all_on_one_day()),
        ("negative gap", swapped()),
        ("no gap", equal()),
        ("one month", term("2025-10-01", "2025-10-31", 0)),
        (
            "one month, from its middle",
            term("2025-12-15", "2026-01-14", 0),
        ),
        ("twenty years", term("2025-10-01", "2045-09-30", 48)),
        (
            "twenty years from a leap day",
            term("2024-02-29", "2044-02-28", 36),
        ),
        ("a cost of hundreds", sized("1", "1500")),
        (
            "a cost of hundreds of billions",
            sized("10000000", "141570"),
        ),
        ("no sources", without_sources()),
        ("unknown pay", unknown_pay()),
        ("no offers", without_offers()),
        ("one offer", one_offer()),
        ("odd names", odd_names()),
    ]
}
