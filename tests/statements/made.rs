//! Made-up cases whose costs a walk through months gives again, apart from the program.

use counteroffer::files::parse_scenario;
use counteroffer::scenario::Scenario;
use rust_decimal::Decimal;

use crate::numbers::Numbers;

/// A contract of whole months with raises on firsts of months.
#[derive(Debug, Clone)]
pub struct Made {
    pub months: u64,
    /// The scenario's workforce, then its counts: full-time equivalents and average pay.
    pub workforces: Vec<(Decimal, Decimal)>,
    pub offers: [MadeOffer; 2],
    /// Roll-up rates, percent; empty where the scenario has none.
    pub roll_up: Vec<Decimal>,
}

/// Raises by the month they are dated, from 0, and the month of a late ratification.
#[derive(Debug, Clone)]
pub struct MadeOffer {
    pub raises: Vec<(u64, Decimal)>,
    pub late: Option<u64>,
    pub retroactive: bool,
}

/// How a made-up number was worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    pub compounded: bool,
    /// 0 the term, 1 the first year, 2 the last, 3 the last annualized, 4 an average year.
    pub period: usize,
    pub with_roll_up: bool,
    pub workforce: usize,
    pub on_time: bool,
}

pub const PERIODS: [&str; 5] = [
    "over the term",
    "first year",
    "last year",
    "last year annualized",
    "average a year",
];

impl Made {
    pub fn new(n: &mut Numbers) -> Self {
        let months = 12 * (1 + n.below(5)) + if n.below(4) == 0 { n.below(12) } else { 0 };
        let workforces = (0..1 + n.below(3))
            .map(|_| {
                let fte = Decimal::from(100 + n.below(90_000));
                (
                    fte,
                    Decimal::new((3_000_000 + n.below(17_000_000)) as i64, 2),
                )
            })
            .collect();
        let roll_up = (0..n.below(3))
            .map(|_| Decimal::new((50 + n.below(1500)) as i64, 2))
            .collect();
        let offers = [offer(n, months), offer(n, months)];
        Self {
            months,
            workforces,
            offers,
            roll_up,
        }
    }

    /// The same as a scenario, with its counts.
    pub fn scenario(&self) -> Scenario {
        let offers: Vec<String> = self.offers.iter().enumerate().map(written).collect();
        let rates = self.roll_up.iter().enumerate();
        let rates: Vec<String> = rates
            .map(|(at, rate)| format!("(name: \"rate {at}\", percent: {rate})"))
            .collect();
        let counts = self.workforces.iter().enumerate().skip(1);
        let counts: Vec<String> = counts
            .map(|(at, (fte, pay))| {
                format!(
                    "(name: \"count {at}\", headcount: {fte}, fte: {fte}, average_annual_pay: {pay})"
                )
            })
            .collect();
        let (fte, pay) = self.workforces[0];
        let text = format!(
            "#![enable(implicit_some)]\n(version: 1, title: \"Made up\", \
             term: (first_day: \"2026-01-01\", last_day: \"{}\"), a: \"one\", b: \"two\", \
             roll_up: [{}], counts: [{}], workforce: (rates_as_of: \"2025-12-31\", rounding: None, \
             people: Summary(headcount: {fte}, fte: {fte}, average_annual_pay: {pay})), \
             offers: [{}])",
            last_day(self.months),
            rates.join(", "),
            counts.join(", "),
            offers.join(", "),
        );
        parse_scenario(&text).unwrap_or_else(|error| panic!("{error}\n{text}"))
    }

    /// The gap under a way, by walking the months.
    pub fn gap(&self, way: Way) -> Decimal {
        self.cost(&self.offers[1], way) - self.cost(&self.offers[0], way)
    }

    /// The cost of an offer under a way.
    pub fn cost(&self, offer: &MadeOffer, way: Way) -> Decimal {
        let (fte, pay) = self.workforces[way.workforce];
        let monthly = fte * pay / Decimal::from(12);
        let last_year = (self.months - 1) / 12 * 12;
        let span = |from: u64, to: u64| -> Decimal {
            (from..to.min(self.months))
                .map(|month| offer.above(month, way) * monthly)
                .sum()
        };
        let value = match way.period {
            0 => span(0, self.months),
            1 => span(0, 12),
            2 => span(last_year, self.months),
            3 => offer.above(self.months - 1, way) * monthly * Decimal::from(12),
            _ => span(0, self.months) * Decimal::from(12) / Decimal::from(self.months),
        };
        if !way.with_roll_up {
            return value;
        }
        let rate = if self.roll_up.is_empty() {
            Decimal::new(765, 2)
        } else {
            self.roll_up.iter().sum()
        };
        value * (Decimal::ONE + rate / Decimal::ONE_HUNDRED)
    }
}

impl MadeOffer {
    /// The rate above the baseline in a month, as a share of it.
    fn above(&self, month: u64, way: Way) -> Decimal {
        let late = self.late.filter(|_| !self.retroactive && !way.on_time);
        let in_force = self
            .raises
            .iter()
            .filter(|(own, _)| (*own).max(late.unwrap_or(0)) <= month)
            .map(|(_, percent)| *percent / Decimal::ONE_HUNDRED);
        if way.compounded {
            in_force.fold(Decimal::ONE, |rate, raise| rate * (Decimal::ONE + raise)) - Decimal::ONE
        } else {
            in_force.sum()
        }
    }
}

fn offer(n: &mut Numbers, months: u64) -> MadeOffer {
    let raises = (0..1 + n.below(6)).map(|_| {
        let percent = Decimal::new(25 * (1 + n.below(36)) as i64, 2);
        (n.below(months), percent)
    });
    let mut raises: Vec<(u64, Decimal)> = raises.collect();
    raises.sort_by_key(|(month, _)| *month);
    MadeOffer {
        raises,
        late: (n.below(3) == 0).then(|| 1 + n.below(8)),
        retroactive: n.below(3) == 0,
    }
}

fn written((at, offer): (usize, &MadeOffer)) -> String {
    let clauses: Vec<String> = offer
        .raises
        .iter()
        .map(|(month, percent)| format!("(date: \"{}\", terms: Percent({percent}))", first(*month)))
        .collect();
    let late = offer.late.map_or(String::new(), |month| {
        format!("ratification: On(\"{}\"), ", first(month))
    });
    let (id, side) = [("one", "Employer"), ("two", "Union")][at];
    format!(
        "(id: \"{id}\", name: \"{id}\", side: {side}, {late}retroactive: {}, clauses: [{}])",
        offer.retroactive,
        clauses.join(", ")
    )
}

/// The first of the n-th month from January 2026, from 0.
fn first(month: u64) -> String {
    format!("{}-{:02}-01", 2026 + month / 12, month % 12 + 1)
}

fn last_day(months: u64) -> String {
    let next = counteroffer::units::Date::parse(&first(months)).unwrap();
    next.plus_days(-1).to_string()
}
