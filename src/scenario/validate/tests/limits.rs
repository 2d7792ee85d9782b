//! How much a scenario may hold: what is at a limit is read, what is over it refused in plain words.

use std::fmt::Write as _;

/// The errors of a scenario with so many of each.
fn told(parts: &Parts) -> Vec<String> {
    let told = super::found(&parts.text(), "", "").into_iter();
    told.filter_map(|one| one.strip_prefix("Error ").map(str::to_owned))
        .collect()
}

#[derive(Clone, Copy)]
struct Parts {
    groups: usize,
    /// Whether every group has a market of its own.
    apart: bool,
    steps: usize,
    offers: usize,
    clauses: usize,
    claims: usize,
    counts: usize,
    settlements: usize,
}

const FEW: Parts = Parts {
    groups: 20,
    apart: false,
    steps: 0,
    offers: 2,
    clauses: 1,
    claims: 0,
    counts: 0,
    settlements: 0,
};

impl Parts {
    fn text(&self) -> String {
        let mut groups = String::new();
        for at in 0..self.groups {
            let market = if self.apart { at } else { at % 7 };
            let stands = if self.steps == 0 {
                "rate: 25".to_owned()
            } else {
                "scale: \"S\", step: 1".to_owned()
            };
            let _ = write!(
                groups,
                "(name: \"G {at}\", market: \"M {market}\", headcount: 20, fte: 20, {stands}),"
            );
        }
        let steps: String = (0..self.steps)
            .map(|at| format!("(rate: {}.25),", 20 + at))
            .collect();
        let scales = if self.steps == 0 {
            String::new()
        } else {
            format!("scales: [(name: \"S\", steps: [{steps}])],")
        };
        let clauses = "(date: \"2026-01-01\", terms: Percent(0.01)),".repeat(self.clauses);
        let mut offers = String::new();
        for at in 0..self.offers {
            let _ = write!(
                offers,
                "(id: \"x{at}\", name: \"X {at}\", side: Union, clauses: [{clauses}]),"
            );
        }
        let mut claims = String::new();
        for at in 0..self.claims {
            let _ = write!(
                claims,
                "(id: \"c{at}\", by: Union, words: \"about {at}\", quantity: Gap(), value: {}, precision: About),",
                at + 1
            );
        }
        let mut counts = String::new();
        for at in 0..self.counts {
            let _ = write!(
                counts,
                "(name: \"count {at}\", headcount: {at}, fte: 10, average_annual_pay: 50000),"
            );
        }
        let mut settlements = String::new();
        for at in 0..self.settlements {
            let _ = write!(settlements, "(name: \"settled {at}\", total: 10),");
        }
        format!(
            "(version: 1, title: \"T\", term: (first_day: \"2026-01-01\", last_day: \"2026-12-31\"), \
             a: \"x0\", b: \"x1\", workforce: (rates_as_of: \"2025-12-31\", rounding: Cent, \
             people: Groups([{groups}]), {scales}), offers: [{offers}], claims: [{claims}], \
             counts: [{counts}], settlements: [{settlements}])"
        )
    }
}

#[test]
fn statements_have_limits_a_hundredfold_of_a_published_dispute() {
    let at_limit = Parts {
        claims: 150,
        counts: 100,
        settlements: 1_000,
        ..FEW
    };
    assert_eq!(told(&at_limit), [""; 0]);
    let many = Parts {
        claims: 1_500,
        ..FEW
    };
    assert_eq!(told(&many), [""; 0]);
    for (parts, words) in [
        (
            Parts {
                claims: 1_501,
                ..FEW
            },
            "claims: 1501 claims are more than any contract has; at most 1500 are read",
        ),
        (
            Parts { counts: 101, ..FEW },
            "counts: 101 counts are more than any contract has; at most 100 are read",
        ),
        (
            Parts {
                settlements: 1_001,
                ..FEW
            },
            "settlements: 1001 settlements are more than any contract has; at most 1000 are read",
        ),
        (
            Parts {
                claims: 1_500,
                counts: 100,
                ..FEW
            },
            "claims: 1500 claims are more than can be checked with so many counts, clauses and groups",
        ),
        (
            Parts {
                claims: 100,
                clauses: 200,
                ..FEW
            },
            "claims: 100 claims are more than can be checked with so many counts, clauses and groups",
        ),
    ] {
        let told = told(&parts);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with(words), "{told:?}");
    }
}

#[test]
fn steps_of_scales_are_counted_for_every_part_of_the_workforce_on_them() {
    let apart = |groups| Parts {
        groups,
        apart: true,
        steps: 100,
        ..FEW
    };
    assert_eq!(told(&apart(550)), [""; 0]);
    let over = told(&apart(551));
    assert!(
        over[0].starts_with(
            "workforce.scales: the wage scales have 55100 steps, counted anew for each market, unit \
             and job that stands on them; at most 55000 can be costed"
        ),
        "{over:?}"
    );
    // Seven markets share seven copies, however many groups there are.
    let together = Parts {
        apart: false,
        ..apart(20_000)
    };
    assert_eq!(told(&together), [""; 0]);
}

#[test]
fn offers_and_parts_of_the_workforce_have_a_limit_together() {
    let apart = |groups| Parts {
        groups,
        apart: true,
        offers: 50,
        ..FEW
    };
    assert_eq!(told(&apart(3_000)), [""; 0]);
    let over = told(&apart(3_001));
    assert!(
        over[0].starts_with(
            "workforce.people: 3001 different markets, units and jobs under 50 offers are more than can be told apart"
        ),
        "{over:?}"
    );
    let together = Parts {
        apart: false,
        ..apart(20_000)
    };
    assert_eq!(told(&together), [""; 0]);
    // With more clauses fewer parts: 3,000 × 50 × (7 + 7)² is under 30 million, and 8 clauses are over.
    let with = |clauses| Parts {
        clauses,
        ..apart(3_000)
    };
    assert_eq!(told(&with(7)), [""; 0]);
    let over = told(&with(8));
    assert!(
        over[0].starts_with("workforce.people: 3000 different markets, units and jobs under 50"),
        "{over:?}"
    );
}

/// Each part of a pool sees every rate anew.
#[test]
fn each_tranche_of_a_pool_counts_as_a_clause() {
    let days: String = (0..100)
        .map(|at| format!("\"2026-{:02}-{:02}\",", 1 + at / 9, 1 + at % 9))
        .collect();
    let pool =
        format!("EquityPool(percent: 0.1, payroll_of: (), tranches: [{days}], reading: Additive)");
    let first_error = |clauses| {
        let parts = Parts { clauses, ..FEW };
        let text = parts.text().replace("Percent(0.01)", &pool);
        let told = super::found(&text, "", "");
        told.into_iter().find(|one| one.starts_with("Error "))
    };
    assert_eq!(first_error(2), None);
    let over = first_error(20).unwrap();
    assert!(over.contains("more than can be costed together"), "{over}");
    let percents = Parts { clauses: 20, ..FEW };
    assert_eq!(told(&percents), [""; 0]);
}

#[test]
fn dates_of_all_clauses_have_a_limit_together() {
    let values: String = (0..600)
        .map(|at| {
            let (year, month, day) = (2026 + at / 336, 1 + at / 28 % 12, 1 + at % 28);
            format!("(date: \"{year}-{month:02}-{day:02}\", value: {at}),")
        })
        .collect();
    let benefit = format!("Benefit(values: [{values}], participants: 20, basis: PerHead)");
    let first_error = |clauses| {
        let parts = Parts { clauses, ..FEW };
        let text = parts.text().replace("Percent(0.01)", &benefit);
        let told = super::found(&text, "", "");
        told.into_iter().find(|one| one.starts_with("Error "))
    };
    assert_eq!(first_error(50), None);
    let over = first_error(51).unwrap();
    assert!(
        over.starts_with(
            "Error offers: 61200 dates are more than any contract has; at most 60000 are read"
        ),
        "{over}"
    );
}

#[test]
fn rates_of_the_roll_up_have_a_limit_with_the_groups_they_are_applied_to() {
    let rates =
        "roll_up: [".to_owned() + &"(name: \"r\", percent: 1, on_lump_sums: true),".repeat(50);
    let told = |groups| {
        let text = Parts { groups, ..FEW }.text();
        let text = text.replacen("offers: [", &format!("{rates}],\noffers: ["), 1);
        let told = super::found(&text, "", "").into_iter();
        told.filter(|one| one.contains("roll-up rates are"))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(14_000), [""; 0]);
    assert_eq!(
        told(14_001),
        [
            "Error roll_up: 50 roll-up rates are more than any contract has; at most 49 are read. Take some out, or put alike ones together"
        ]
    );
}
