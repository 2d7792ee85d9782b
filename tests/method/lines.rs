//! The worked lines of METHOD.md with a contract of their terms, and where the report has their figures.

/// A line of the page, a contract that says the same, and figures of the line: where the report has each, and
/// how the line writes it.
pub struct Worked {
    pub line: &'static str,
    pub contract: Contract,
    pub figures: &'static [(&'static str, &'static str)],
}

/// A contract of one or two offers, in the fields of a scenario file.
#[derive(Clone, Copy)]
pub struct Contract {
    last_day: &'static str,
    as_of: &'static str,
    scenario: &'static str,
    workforce: &'static str,
    a: Offered,
    b: Offered,
}

/// An offer: its fields besides its clauses, and these.
#[derive(Clone, Copy)]
struct Offered {
    fields: &'static str,
    clauses: &'static str,
}

const fn clauses(clauses: &'static str) -> Offered {
    Offered {
        fields: "",
        clauses,
    }
}

/// A year of one full-time employee at $25.00 an hour, without a raise.
const PLAIN: Contract = Contract {
    last_day: "2026-09-30",
    as_of: "2025-09-30",
    scenario: "",
    workforce: "rounding: Cent, people: Groups([(name: \"One\", headcount: 1, fte: 1, rate: 25.00)])",
    a: clauses(""),
    b: clauses(""),
};

/// An average pay of $50,000.
const FIFTY: &str =
    "rounding: None, people: Summary(headcount: 1, fte: 1, average_annual_pay: 50000)";
/// And of $60,000.
const SIXTY: &str =
    "rounding: None, people: Summary(headcount: 1, fte: 1, average_annual_pay: 60000)";

impl Contract {
    /// The scenario file.
    pub fn text(&self) -> String {
        let offer = |id: &str, side: &str, offered: Offered| {
            let Offered { fields, clauses } = offered;
            format!(
                "(id: \"{id}\", name: \"{id}\", side: {side}, status: Draft, {fields} clauses: [{clauses}])"
            )
        };
        let Self {
            last_day,
            as_of,
            scenario,
            workforce,
            a,
            b,
        } = *self;
        format!(
            "#![enable(implicit_some)]
            (version: 1, title: \"Worked line\", we_are: Neutral, a: \"a\", b: \"b\",
            term: (first_day: \"2025-10-01\", last_day: \"{last_day}\"), {scenario}
            workforce: (rates_as_of: \"{as_of}\", {workforce}),
            offers: [{}, {}])",
            offer("a", "Employer", a),
            offer("b", "Union", b)
        )
    }
}

pub const LINES: &[Worked] = &[
    Worked {
        line: "*60 FTE at $25.00 and 2,080 hours: $3,120,000*",
        contract: Contract {
            workforce: "rounding: Cent, people: Groups([(name: \"Half time\", headcount: 120, fte: 60, rate: 25.00)])",
            ..PLAIN
        },
        figures: &[("/basis/payroll", "3,120,000")],
    },
    Worked {
        line: "the 420 come to the unknown step, and aren't costed; 2 % for the 560 on $25.02 is, $582,400 a year. Under a minimum rate for the South it isn't.*",
        contract: Contract {
            workforce: "rounding: Cent, scales: [(name: \"S\", steps: [(rate: 23.10), (rate: unknown), (rate: 25.02)])],
                people: Groups([
                    (name: \"North\", market: \"North\", scale: \"S\", step: 1, headcount: 420, fte: 420),
                    (name: \"South\", market: \"South\", scale: \"S\", step: 3, headcount: 560, fte: 560)])",
            a: clauses("(date: \"2025-10-01\", terms: Percent(2))"),
            b: clauses("(date: \"2025-10-01\", terms: Percent(2)), (date: \"2025-10-01\", terms: MinimumRate(by_market: [(market: \"South\", rate: 23.00)], ripple: SamePercent))"),
            ..PLAIN
        },
        figures: &[("/people/by_market/1/offers/0/cost", "$582,400")],
    },
    Worked {
        line: "*$25.00 raised by 3 % and then 2.5 %: 25.75, then 26.39375, which pays $26.39.*",
        contract: Contract {
            // One hour a year, so that a year's pay is the rate.
            scenario: "hours: 1,",
            a: clauses("(date: \"2025-10-01\", terms: Percent(3)), (date: \"2026-02-01\", terms: Percent(2.5))"),
            b: clauses("(date: \"2025-10-01\", terms: Percent(3))"),
            ..PLAIN
        },
        figures: &[("/offers/0/exit_run_rate", "26.39"), ("/offers/1/exit_run_rate", "25.75")],
    },
    Worked {
        line: "*From 2025-10-01, A to 2029-09-30 and B to 2028-09-30: both are costed to 2028-09-30. 3 % in B of 2028-09-28 that its pay periods move to 2028-10-01 don't apply: they cost 0.*",
        contract: Contract {
            last_day: "2029-09-30",
            b: Offered {
                fields: "last_day: \"2028-09-30\",",
                clauses: "(date: \"2028-09-28\", terms: Percent(3), effective: FirstPeriodOnOrAfter)",
            },
            scenario: "pay_calendar: SemiMonthly,",
            ..PLAIN
        },
        figures: &[("/basis/horizon", "2028-09-30"), ("/offers/1/cost", "0")],
    },
    Worked {
        line: "`Weekly` from Friday 2025-10-03, 2025-10-10; `SemiMonthly`, 2025-10-16; `Monthly`, 2025-11-01.*",
        contract: Contract {
            scenario: "pay_calendar: Weekly(first_day: \"2025-10-03\"), effective: FirstPeriodOnOrAfter,",
            a: clauses("(date: \"2025-10-08\", terms: Percent(3))"),
            ..PLAIN
        },
        figures: &[("/offers/0/raises/0/takes_effect", "2025-10-10")],
    },
    Worked {
        line: "`Weekly` from Friday 2025-10-03, 2025-10-10; `SemiMonthly`, 2025-10-16; `Monthly`, 2025-11-01.*",
        contract: Contract {
            scenario: "pay_calendar: SemiMonthly, effective: FirstPeriodOnOrAfter,",
            a: clauses("(date: \"2025-10-08\", terms: Percent(3))"),
            ..PLAIN
        },
        figures: &[("/offers/0/raises/0/takes_effect", "2025-10-16")],
    },
    Worked {
        line: "`Weekly` from Friday 2025-10-03, 2025-10-10; `SemiMonthly`, 2025-10-16; `Monthly`, 2025-11-01.*",
        contract: Contract {
            scenario: "pay_calendar: Monthly, effective: FirstPeriodOnOrAfter,",
            a: clauses("(date: \"2025-10-08\", terms: Percent(3))"),
            ..PLAIN
        },
        figures: &[("/offers/0/raises/0/takes_effect", "2025-11-01")],
    },
    Worked {
        line: "6 % of $50,000 a year from 2025-10-01, ratified on 2026-01-01 and paid back: $750.00 of it, a quarter of $3,000, is paid on 2026-01-01.*",
        contract: Contract {
            scenario: "ratification: On(\"2026-01-01\"), retroactive: true,",
            workforce: FIFTY,
            a: clauses("(date: \"2025-10-01\", terms: Percent(6))"),
            ..PLAIN
        },
        figures: &[("/offers/0/arrears/total", "$750.00"), ("/offers/0/cost", "$3,000")],
    },
    Worked {
        line: "One of 2026-01-01 makes $100.00 to $101.00 in every offer, and 2 % after it $103.02, of which $2.02 are above the baseline.*",
        contract: Contract {
            scenario: "baseline: [(date: \"2025-09-01\", terms: Percent(1)), (date: \"2026-01-01\", terms: Percent(1))],",
            workforce: "rounding: None, people: Summary(headcount: 1, fte: 1, average_annual_pay: 100)",
            a: clauses("(date: \"2026-02-01\", terms: Percent(2))"),
            ..PLAIN
        },
        figures: &[
            ("/offers/0/exit_run_rate", "$103.02"),
            ("/offers/0/years/0/annualized", "$2.02"),
            ("/offers/1/exit_run_rate", "$101.00"),
        ],
    },
    Worked {
        line: "dated 2025-10-01, ratified on 2026-01-15: 2025-10-01, 2026-01-15, 2026-01-15",
        contract: Contract {
            scenario: "ratification: On(\"2026-01-15\"),",
            a: clauses("(date: \"2025-10-01\", terms: LumpSum(amount: PerFte(750), paid: Dated))"),
            b: clauses("(date: \"2025-10-01\", terms: LumpSum(amount: PerFte(750), paid: Later))"),
            ..PLAIN
        },
        figures: &[
            ("/offers/0/raises/0/takes_effect", "2025-10-01"),
            ("/offers/1/raises/0/takes_effect", "2026-01-15"),
        ],
    },
    Worked {
        line: "2 % of $50,000 earned in the twelve months before: $1,000",
        contract: Contract {
            workforce: FIFTY,
            a: clauses("(date: \"2025-10-01\", terms: LumpSum(amount: PercentOfPay(2), paid: Dated))"),
            ..PLAIN
        },
        figures: &[("/offers/0/lump_sums", "$1,000")],
    },
    Worked {
        line: "$1,850,000 on 2026-10-01 and $2,110,000 a year later: $3,960,000",
        contract: Contract {
            last_day: "2028-09-30",
            a: clauses("(date: \"2026-10-01\", terms: CostStream(amounts: [(date: \"2026-10-01\", amount: 1850000), (date: \"2027-10-01\", amount: 2110000)]))"),
            ..PLAIN
        },
        figures: &[("/offers/0/benefits", "$3,960,000"), ("/offers/0/years/2/benefits", "$2,110,000")],
    },
    Worked {
        line: "*One full-time employee at $60,000, 3 % in each of three years: cash 1,800, 3,654 and 5,563.62, added 1,800, 1,854 and 1,909.62, cost 11,017.62, new money 5,563.62 in all, payroll a year at the end 65,563.62.*",
        contract: Contract {
            last_day: "2028-09-30",
            workforce: SIXTY,
            a: clauses("(date: \"2025-10-01\", terms: Percent(3)), (date: \"2026-10-01\", terms: Percent(3)), (date: \"2027-10-01\", terms: Percent(3))"),
            ..PLAIN
        },
        figures: &[
            ("/offers/0/years/0/cash", "1,800"),
            ("/offers/0/years/1/cash", "3,654"),
            ("/offers/0/years/2/cash", "5,563.62"),
            ("/offers/0/years/1/added", "1,854"),
            ("/offers/0/years/2/added", "1,909.62"),
            ("/offers/0/cost", "11,017.62"),
            ("/offers/0/years/1/new_money", "1,854"),
            ("/offers/0/exit_run_rate", "65,563.62"),
        ],
    },
    Worked {
        line: "*The 3 % in the middle of the first year: cash 900, annualized 1,800, carry-over 900.*",
        contract: Contract {
            last_day: "2027-09-30",
            workforce: SIXTY,
            a: clauses("(date: \"2026-04-01\", terms: Percent(3))"),
            ..PLAIN
        },
        figures: &[
            ("/offers/0/years/0/cash", "900"),
            ("/offers/0/years/0/annualized", "1,800"),
            ("/offers/0/years/0/carry_over", "900"),
        ],
    },
    Worked {
        line: "*An employee who moves from $20.00 to $21.00 in the middle of a year of 2,080 hours: step movement 1,040.*",
        contract: Contract {
            workforce: "rounding: Cent, scales: [(name: \"S\", steps: [(rate: 20.00), (rate: 21.00)])],
                people: Groups([(name: \"One\", scale: \"S\", step: 1, next_step: \"2026-04-01\", headcount: 1, fte: 1)])",
            ..PLAIN
        },
        figures: &[("/basis/step_movement/0/cost", "1,040")],
    },
    Worked {
        line: "*A roll-up of 7.65 % on wages of 1,800: 137.70; with a pay base of $61,000, reached on the way from $60,000 to $61,800: 76.50. Cost of 1 % today: 645.90.*",
        contract: Contract {
            scenario: "roll_up: [(name: \"Tax\", percent: 7.65)],",
            workforce: SIXTY,
            a: clauses("(date: \"2025-10-01\", terms: Percent(3))"),
            ..PLAIN
        },
        figures: &[
            ("/offers/0/wages", "1,800"),
            ("/offers/0/roll_up", "137.70"),
            ("/basis/cost_of_one_percent", "645.90"),
        ],
    },
    Worked {
        line: "with a pay base of $61,000, reached on the way from $60,000 to $61,800: 76.50.",
        contract: Contract {
            scenario: "roll_up: [(name: \"Tax\", percent: 7.65, pay_base: 61000)],",
            workforce: SIXTY,
            a: clauses("(date: \"2025-10-01\", terms: Percent(3))"),
            ..PLAIN
        },
        figures: &[("/offers/0/roll_up", "76.50"), ("/offers/0/exit_run_rate", "$61,800")],
    },
    Worked {
        line: "*2 % for a market with 40 % of base payroll: 0.8 in the sum of raises for some.",
        contract: Contract {
            workforce: "rounding: Cent, people: Groups([
                (name: \"North\", market: \"North\", headcount: 40, fte: 40, rate: 25.00),
                (name: \"South\", market: \"South\", headcount: 60, fte: 60, rate: 25.00)])",
            a: clauses("(date: \"2025-10-01\", terms: Percent(2), scope: (market: [\"North\"]))"),
            ..PLAIN
        },
        figures: &[("/offers/0/simple_sum_scoped", "0.8")],
    },
    Worked {
        line: "2 % for somebody who moves from $20.00 to $21.00: compounded 2, with steps 7.1.*",
        contract: Contract {
            workforce: "rounding: Cent, scales: [(name: \"S\", steps: [(rate: 20.00), (rate: 21.00)])],
                people: Groups([(name: \"One\", scale: \"S\", step: 1, next_step: \"2026-04-01\", headcount: 1, fte: 1)])",
            a: clauses("(date: \"2025-10-01\", terms: Percent(2))"),
            ..PLAIN
        },
        figures: &[("/offers/0/compounded", "2"), ("/offers/0/with_steps", "7.1")],
    },
    Worked {
        line: "*2 % of $1M a year of the North, 20 FTE: 20,000 over a year, 1,000.00 per FTE.*",
        contract: Contract {
            scenario: "hours: 2000,",
            workforce: "rounding: Cent, people: Groups([(name: \"North\", market: \"North\", headcount: 20, fte: 20, rate: 25.00)])",
            a: clauses("(date: \"2025-10-01\", terms: Percent(2), scope: (market: [\"North\"]))"),
            ..PLAIN
        },
        figures: &[
            ("/people/by_market/0/offers/0/cost", "20,000"),
            ("/people/by_market/0/offers/0/per_fte", "1,000.00"),
        ],
    },
    Worked {
        line: "*A 4 % and B 6 % of $50,000 over one year, ratified a quarter late: both paid back 1,000, neither 750, A alone 250, B alone 1,500.*",
        contract: Contract {
            scenario: "ratification: On(\"2026-01-01\"), retroactive: true,",
            workforce: FIFTY,
            a: clauses("(date: \"2025-10-01\", terms: Percent(4))"),
            b: clauses("(date: \"2025-10-01\", terms: Percent(6))"),
            ..PLAIN
        },
        figures: &[
            ("/gap/cost", "1,000"),
            ("/gap/retroactivity/0/cost", "1,000"),
            ("/gap/retroactivity/1/cost", "1,500"),
            ("/gap/retroactivity/2/cost", "750"),
            ("/gap/retroactivity/3/cost", "250"),
        ],
    },
    Worked {
        line: "*Of that A 500, of that B 750.*",
        contract: Contract {
            scenario: "ratification: On(\"2026-01-01\"), retroactive: true,",
            workforce: FIFTY,
            a: clauses("(date: \"2025-10-01\", terms: Percent(4))"),
            b: clauses("(date: \"2025-10-01\", terms: Percent(6))"),
            ..PLAIN
        },
        figures: &[("/offers/0/arrears/total", "500"), ("/offers/1/arrears/total", "750")],
    },
    Worked {
        line: "by 2026-03-31 earned 27,040.00, paid 26,000.00; the 1,040.00 come on 2026-04-01.*",
        contract: Contract {
            last_day: "2026-03-31",
            scenario: "ratification: On(\"2026-04-01\"), retroactive: true,",
            a: clauses("(date: \"2025-10-01\", terms: Percent(4))"),
            ..PLAIN
        },
        figures: &[
            ("/offers/0/employee/cumulative/0/date", "2026-03-31"),
            ("/offers/0/employee/cumulative/0/earned", "27,040.00"),
            ("/offers/0/employee/cumulative/0/paid", "26,000.00"),
        ],
    },
    Worked {
        line: "*A gives 5 % at once, B 10 % a year later: B breaks even on 2027-09-30, after 729 days.*",
        contract: Contract {
            last_day: "2028-09-30",
            a: clauses("(date: \"2025-10-01\", terms: Percent(5))"),
            b: clauses("(date: \"2026-10-01\", terms: Percent(10))"),
            ..PLAIN
        },
        figures: &[("/gap/break_even/date", "2027-09-30"), ("/gap/break_even/days", "729")],
    },
    Worked {
        line: "*Pay up 5 % while prices went from 310.000 to 322.400: real wage 1.009615, catch-up \u{2212}0.952381 %.*",
        contract: Contract {
            workforce: FIFTY,
            scenario: "inflation: (index: [(month: \"2025-09-01\", value: 310.000), (month: \"2026-09-01\", value: 322.400)], projected: 2),",
            a: clauses("(date: \"2025-10-01\", terms: Percent(5))"),
            ..PLAIN
        },
        figures: &[
            ("/offers/0/real_wage/0/ratio", "1.009615"),
            ("/offers/0/real_wage/0/catch_up", "\u{2212}0.952381"),
        ],
    },
    Worked {
        line: "*3, 3 and 4 % on the first days of three years: sum 10, compounded 10.3336, average a year 3.332260, over a term of four years 14.010203;",
        contract: Contract {
            last_day: "2029-09-30",
            scenario: "settlements: [(name: \"S\", parties: \"P\", term: (first_day: \"2022-10-01\", last_day: \"2025-09-30\"),
                raises: [(date: \"2022-10-01\", percent: 3), (date: \"2023-10-01\", percent: 3), (date: \"2024-10-01\", percent: 4)])],",
            ..PLAIN
        },
        figures: &[
            ("/settlements/0/simple", "10"),
            ("/settlements/0/compounded", "10.3336"),
            ("/settlements/0/average_a_year", "3.332260"),
            ("/settlements/0/over_this_term", "14.010203"),
        ],
    },
    Worked {
        line: "Of 10 in all, nothing else known: 10 on the first day, 10.337037 in three equal raises.*",
        contract: Contract {
            scenario: "settlements: [(name: \"S\", parties: \"P\", term: (first_day: \"2022-10-01\", last_day: \"2025-09-30\"), total: 10)],",
            ..PLAIN
        },
        figures: &[
            ("/settlements/0/readings/at_once", "10"),
            ("/settlements/0/readings/equal_years", "10.337037"),
        ],
    },
];
