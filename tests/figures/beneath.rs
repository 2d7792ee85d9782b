//! What stands beneath the figures: what they rest on, what they leave out, and where it is from.

use counteroffer::figure::{Figure, FigureName, Note};
use counteroffer::scenario::{
    Assumption, ClauseKind, ClauseTerms, Ratification, Standing, Subject,
};

use super::cases::{self, chart, day, kaiser, labels, one};

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

/// What an assumption is about decides which figures it stands under: prices under what pay buys, steps under all that
/// holds rates, benefits under costs alone.
#[test]
fn every_subject_stands_under_the_figures_that_rest_on_it() {
    let mut scenario = cases::example("school-district");
    scenario.assumptions.clear();
    let inflation = scenario.inflation.as_ref();
    assert!(inflation.is_some(), "the case needs prices for this test");
    let all = [
        FigureName::Timeline,
        FigureName::WageLevel,
        FigureName::RealWage,
        FigureName::Cost,
        FigureName::Employee,
        FigureName::Delay,
    ];
    for (subject, stands) in [
        (Subject::Raises, [true; 6]),
        (Subject::Dates, [true; 6]),
        (Subject::Ratification, [true, true, true, true, true, false]),
        (Subject::Steps, [false, true, true, true, true, true]),
        (Subject::AveragePay, [false, false, false, true, true, true]),
        (Subject::Headcount, [false, false, false, true, false, true]),
        (
            Subject::FullTimeEquivalents,
            [false, false, false, true, false, true],
        ),
        (Subject::Benefits, [false, false, false, true, false, false]),
        (Subject::Prices, [false, false, true, false, false, false]),
    ] {
        let mut scenario = scenario.clone();
        scenario.assumptions = vec![Assumption {
            about: "what is tried".to_owned(),
            standing: Standing::Assumed,
            of: vec![subject],
            why: "Somebody said so.".to_owned(),
            ..cases::kaiser().assumptions[0].clone()
        }];
        let found = all.map(|name| {
            let figure = one(&scenario, name);
            figure
                .notes
                .iter()
                .any(|note| note.full.to_lowercase().contains("what is tried"))
        });
        assert_eq!(found, stands, "{subject:?}");
    }
}

/// A pool in two parts is told apart by its parts, in the chart and in words; beneath the chart it is one.
#[test]
fn the_parts_of_a_pool_are_told_apart() {
    let scenario = cases::example("five-markets");
    let figure = one(&scenario, FigureName::Timeline);
    let pools: Vec<&str> = labels(chart(&figure))
        .into_iter()
        .filter(|text| text.contains("pool 2.5%"))
        .collect();
    assert_eq!(pools, ["pool 2.5% (1 of 2)", "pool 2.5% (2 of 2)"]);
    assert!(
        figure.alt.contains("pool 2.5% (2 of 2) on "),
        "{}",
        figure.alt
    );
    let beneath = figure
        .notes
        .iter()
        .any(|note| note.full.contains("pool 2.5% of "));
    assert!(beneath, "{:?}", figure.notes);
    // Ratified after the first part was due, both of what is late come together.
    let mut late = scenario.clone();
    let offer = late
        .offers
        .iter_mut()
        .find(|offer| {
            offer
                .clauses
                .iter()
                .any(|one| one.terms.kind() == ClauseKind::EquityPool)
        })
        .unwrap();
    for clause in &mut offer.clauses {
        if let ClauseTerms::EquityPool { tranches, .. } = &mut clause.terms {
            let last = *tranches.last().unwrap();
            tranches.push(last.plus_months(12));
        }
    }
    offer.ratification = Some(Ratification::On(day("2028-01-15")));
    offer.retroactive = Some(false);
    let figure = one(&late, FigureName::Timeline);
    let labels = labels(chart(&figure));
    assert!(
        labels.contains(&"pool 2.5% (1\u{2013}2 of 3)"),
        "{labels:?}"
    );
    assert!(labels.contains(&"pool 2.5% (3 of 3)"), "{labels:?}");
}
