//! Work grows with the file, not with its square: each case that once took many seconds takes at most five
//! of this thread's own time, whatever else the machine does. Builds that aren't optimised have three times that.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod own_time;

use std::fmt::Write as _;
use std::time::Duration;

use counteroffer::costing;
use counteroffer::document::paste;
use counteroffer::explore::claims;
use counteroffer::files::read_text;
use counteroffer::scenario::{PaidIn, RateUnit};
use counteroffer::units::Currency;
use own_time::own_time;

const MOST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 15 } else { 5 });

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let before = own_time();
    let done = work();
    let took = own_time() - before;
    println!("{what}: {took:?}");
    assert!(took < MOST, "{what} took {took:?}");
    done
}

struct Case {
    groups: usize,
    clauses: usize,
    wrong: usize,
    sources: usize,
}

fn text(case: &Case) -> String {
    let mut out = String::from(
        "#![enable(implicit_some)]\n(version: 1, title: \"T\", term: (first_day: \"2026-01-01\", last_day: \
         \"2026-12-31\"),\n workforce: (rates_as_of: \"2025-12-31\", rounding: Cent, people: Groups([\n",
    );
    for at in 0..case.groups {
        let _ = writeln!(
            out,
            "  (name: \"Group {at}\", market: \"Market {at}\", headcount: 1, fte: 1, rate: 25),"
        );
    }
    out.push_str(" ])),\n sources: [\n");
    for at in 0..case.sources {
        let _ = writeln!(out, "  (id: \"s{at}\", title: \"Source {at}\"),");
    }
    out.push_str(" ],\n offers: [(id: \"x\", name: \"X\", side: Union, sources: [");
    for at in 0..case.sources {
        let _ = write!(out, "\"s{at}\", ");
    }
    out.push_str("], clauses: [\n");
    for at in 0..case.clauses {
        let scope = if at < case.wrong {
            format!(", scope: (market: [\"Markt {at}\"])")
        } else {
            String::new()
        };
        let _ = writeln!(
            out,
            "  (date: \"2026-01-01\", terms: Percent(0.01){scope}),"
        );
    }
    out.push_str(" ])])\n");
    out
}

#[test]
fn many_groups_and_wrong_names_are_read_and_placed_in_time() {
    for (groups, clauses, wrong, sources) in [
        (70_000, 1, 1, 0),
        (10_000, 1_000, 1_000, 0),
        (10, 10_000, 0, 0),
        (10, 1, 0, 10_000),
    ] {
        let case = Case {
            groups,
            clauses,
            wrong,
            sources,
        };
        let text = text(&case);
        let what = format!("{groups} groups, {clauses} clauses, {wrong} wrong, {sources} sources");
        let reading = timed(&what, || read_text(&text).unwrap());
        assert!(wrong == 0 || !reading.problems.is_empty());
    }
}

#[test]
fn one_long_line_with_a_thousand_faults_is_placed_in_time() {
    let case = Case {
        groups: 50_000,
        clauses: 1,
        wrong: 0,
        sources: 0,
    };
    let text = text(&case).replace('\n', " ").replacen(
        "#![enable(implicit_some)] ",
        "#![enable(implicit_some)]\n",
        1,
    );
    let text = text.replace("Group 1", "Group\\u{200b} 1");
    let reading = timed("one long line", || read_text(&text).unwrap());
    assert_eq!(reading.problems.len(), 1_000);
}

#[test]
fn ten_thousand_pasted_lines_are_read_in_time() {
    let paid = PaidIn::us_dollars(RateUnit::Hour);
    for line in [
        "10/1/2027: 6.5%\n",
        "10/1/2027\n6.5%\n",
        "Hi team,\n",
        "10/1/2027\n",
        "x 3% 4% 5%\n",
    ] {
        let text = line.repeat(10_000);
        let read = timed(line.trim(), || paste::lines(&text, paid));
        assert!(read.len() <= paste::MOST_LINES + 1);
        assert!(
            read.last().unwrap().raise(Currency::us_dollar()).is_err(),
            "the rest is refused, not dropped"
        );
    }
    let one = format!("10/1/2027: {}", "3% ".repeat(100_000));
    timed("one line", || paste::lines(&one, paid));
}

/// A newer file whose every group has entries this version doesn't know.
#[test]
fn a_large_file_of_a_newer_version_is_read_in_time() {
    let case = Case {
        groups: 20_000,
        clauses: 1,
        wrong: 0,
        sources: 0,
    };
    let unknown: String = (0..40).map(|at| format!("new_{at}: {at}, ")).collect();
    let text = text(&case)
        .replace("version: 1", "version: 7")
        .replace("headcount: 1", &format!("{unknown}headcount: 1"));
    let reading = timed("newer", || read_text(&text).unwrap());
    assert!(reading.read_only.is_some_and(|why| why.contains("new_39")));
}

/// Each count is tried for what claims ask for once, however many claims ask for it.
#[test]
fn claims_and_counts_at_their_limits_are_checked_in_time() {
    let mut claims = String::new();
    for at in 0..150 {
        let _ = write!(
            claims,
            "(id: \"c{at}\", by: Union, words: \"about {at}\", quantity: Gap(), value: {at}, precision: About),"
        );
    }
    let mut counts = String::new();
    for at in 1..=100 {
        let _ = write!(
            counts,
            "(name: \"count {at}\", headcount: {at}, fte: 10, average_annual_pay: {at}000),"
        );
    }
    let raises =
        "(date: \"2026-01-01\", terms: Percent(3)), (date: \"2026-07-01\", terms: Percent(2))";
    let text = format!(
        "#![enable(implicit_some)]\n(version: 1, title: \"T\", term: (first_day: \"2026-01-01\", last_day: \
         \"2026-12-31\"), a: \"a\", b: \"b\", workforce: (rates_as_of: \"2025-12-31\", rounding: None, people: \
         Summary(headcount: 100, fte: 90, average_annual_pay: 50000)), offers: [(id: \"a\", name: \"A\", side: \
         Union, clauses: [{raises}]), (id: \"b\", name: \"B\", side: Employer, clauses: [])], \
         claims: [{claims}], counts: [{counts}])"
    );
    let scenario = read_text(&text).unwrap().scenario.unwrap();
    let checked = timed("claims and counts", || claims::check(&scenario).unwrap());
    assert_eq!(checked.len(), 150);
    // Each average pay makes other dollars, but for that of the workforce itself.
    assert!(checked[0].conventions.tried.len() > 1_000);
}

/// What each clause is worth takes the offer twice for each, and that takes no more than its clauses and groups.
#[test]
fn many_clauses_over_a_few_groups_are_costed_in_time() {
    let case = Case {
        groups: 12,
        clauses: 600,
        wrong: 0,
        sources: 0,
    };
    let scenario = read_text(&text(&case)).unwrap().scenario.unwrap();
    let report = timed("600 clauses", || costing::report(&scenario).unwrap());
    assert_eq!(report.offers[0].raises.len(), 600);
}

/// Offers over groups each of a part of its own, whose clauses all have days of their own; what changes rates is made
/// ready once for all of them, minimums of many markets too.
#[test]
fn many_offers_over_many_parts_of_the_workforce_are_costed_in_time() {
    let mut clauses = String::new();
    for at in 0..30 {
        let (month, day) = (1 + at % 12, 1 + at % 28);
        let _ = write!(
            clauses,
            "(date: \"2026-{month:02}-{day:02}\", terms: Percent(0.1)), "
        );
    }
    let minimums: String = (0..600)
        .map(|at| format!("(market: \"Market {at}\", rate: {}.5), ", 20 + at % 9))
        .collect();
    let minimum = format!(
        "(date: \"2026-03-03\", terms: MinimumRate(by_market: [{minimums}], ripple: SameDollars)), "
    );
    let case = Case {
        groups: 2_000,
        clauses: 0,
        wrong: 0,
        sources: 0,
    };
    let offer = |at: usize| {
        format!("(id: \"x{at}\", name: \"X {at}\", side: Union, clauses: [{clauses}{minimum}])")
    };
    let offers: Vec<String> = (0..8).map(offer).collect();
    let text = text(&case);
    let (head, _) = text.split_once(" offers: [").unwrap();
    let text = format!("{head} offers: [{}])\n", offers.join(",\n"));
    let scenario = read_text(&text).unwrap().scenario.unwrap();
    let report = timed("parts", || costing::report(&scenario).unwrap());
    assert_eq!(report.offers.len(), 8);
}

/// Whether a group is in a scope takes as long whatever the number of names.
#[test]
fn scopes_of_many_names_over_many_groups_are_costed_in_time() {
    let case = Case {
        groups: 50_000,
        clauses: 0,
        wrong: 0,
        sources: 0,
    };
    let names = |from: usize| -> String {
        let all = (0..2_000).map(|at| format!("\"Group {}\", ", (from * 997 + at * 7) % 50_000));
        all.collect()
    };
    let clauses: String = (0..10)
        .map(|at| {
            format!(
                "(date: \"2026-01-01\", terms: Percent(1), scope: (group: [{}])), ",
                names(at)
            )
        })
        .collect();
    let text = text(&case).replace("clauses: [\n", &format!("clauses: [{clauses}"));
    let scenario = read_text(&text).unwrap().scenario.unwrap();
    timed("scopes", || costing::report(&scenario).unwrap());
}
