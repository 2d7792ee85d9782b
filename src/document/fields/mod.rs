//! The fields of a clause's terms as data: what the window shows, what is typed into them, read back.

mod lines;
mod taking;

use super::words;
use crate::scenario::{
    BenefitBasis, CapReading, ClauseTerms, DollarTiming, LumpAmount, LumpTiming, PayoutBasis,
    PayrollMeasured, RateUnit, Ripple, ScopeKey, Workforce,
};
use crate::units::{Fte, HourlyAmount, HourlyRate, Known, Money, Percent, text};

pub use taking::take;

/// Which value of a clause's terms.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Key {
    /// The percent of a raise or of a pool.
    Percent,
    /// Dollars an hour.
    PerHour,
    /// Dollars a year.
    PerYear,
    /// A lowest rate.
    Rate,
    /// The share of an index.
    Share,
    /// The least a raise gives.
    Least,
    /// The most a raise or a pool gives.
    Most,
    /// Months between an index's month and a date.
    Lag,
    /// The minimum of a market.
    Market(String),
    /// The minimum of markets not named.
    Elsewhere,
    /// How the rest of a scale follows.
    Ripple,
    /// The dates of a pool's parts.
    Parts,
    /// How a cap is read.
    Reading,
    /// When a payroll is measured.
    Measured,
    /// The first day something ends.
    Until,
    /// Dollars or percent of a lump sum, dollars of a payout.
    Amount,
    /// What a lump sum is counted on.
    Counted,
    /// On which day a lump sum is paid.
    Paid,
    /// What is given today.
    Today,
    /// Values by date.
    Values,
    /// Who takes part.
    Participants,
    /// How many of them get it.
    Attainment,
    /// What a value is counted on.
    Basis,
    /// When what falls before a late ratification is paid.
    When,
    /// The days of a payout.
    Days,
    /// How likely a payout is.
    Likelihood,
    /// The goals of a payout.
    Goals,
    /// Hours a year.
    Hours,
    /// Percent of hours somebody is called in for.
    CalledIn,
    /// Percent of the rate that is paid for them.
    Premium,
    /// What a contribution is called.
    Name,
}

/// How a value is put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// A line of text.
    Line,
    /// Lines of text.
    Lines,
    /// One of these.
    Choice(&'static [&'static str]),
}

/// A value of a clause's terms as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Which value.
    pub key: Key,
    /// What it is called.
    pub name: String,
    /// What it is, as people write it; a choice by its name.
    pub value: String,
    /// What it is counted in, written after it.
    pub unit: &'static str,
    /// How it is written.
    pub hint: &'static str,
    /// How it is put in.
    pub input: Input,
}

impl Field {
    /// What it is called where it isn't seen what stands around it.
    #[must_use]
    pub fn spoken(&self) -> String {
        match self.key {
            Key::PerHour => "Dollars an hour".to_owned(),
            Key::PerYear => "Dollars a year".to_owned(),
            Key::Rate => "Lowest rate".to_owned(),
            _ if self.unit.is_empty() => self.name.clone(),
            _ => format!("{}, {}", self.name, self.unit),
        }
    }

    fn line(
        key: Key,
        name: impl Into<String>,
        value: String,
        unit: &'static str,
        hint: &'static str,
    ) -> Self {
        Self {
            key,
            name: name.into(),
            value,
            unit,
            hint,
            input: Input::Line,
        }
    }

    fn lines(key: Key, name: &str, value: String, hint: &'static str) -> Self {
        Self {
            input: Input::Lines,
            ..Self::line(key, name, value, "", hint)
        }
    }

    fn choice(key: Key, name: &str, names: &'static [&'static str], at: usize) -> Self {
        let value = names.get(at).copied().unwrap_or_default().to_owned();
        Self {
            input: Input::Choice(names),
            ..Self::line(key, name, value, "", "")
        }
    }
}

/// What a lump sum can be counted on.
pub const COUNTED: &[&str] = &[
    "each employee",
    "each 1.0 FTE",
    "each employee, by FTE",
    "percent of a year\u{2019}s pay",
];
/// When a lump sum can be paid.
pub const PAID: &[&str] = &["on its date", "on ratification", "on the later of the two"];
/// When dollars dated before a late ratification can be owed.
const WHEN: &[&str] = &["on their dates", "on ratification, if late"];
const RIPPLES: &[&str] = &[
    "by the same percent",
    "by the same dollars",
    "only steps below it rise",
];
const READINGS: &[&str] = &["the cap less the raise", "as factors, one after the other"];
const MEASURED: &[&str] = &["on the eve of the first part", "on the day of the rates"];
const BENEFIT_BASES: &[&str] = &[
    "each participant, a year",
    "each 1.0 FTE, a year",
    "each paid hour",
];
const PAYOUT_BASES: &[&str] = &["each participant", "each 1.0 FTE"];

/// What stands for a value nobody has published.
pub const UNKNOWN: &str = "unknown";

/// What the rates of a workforce are paid for, in words.
#[must_use]
pub fn per(unit: RateUnit) -> &'static str {
    match unit {
        RateUnit::Hour => "an hour",
        RateUnit::Month => "a month",
        RateUnit::Year => "a year",
    }
}

/// The values of a clause's terms, in the order they are read.
#[must_use]
pub fn fields(terms: &ClauseTerms, workforce: &Workforce) -> Vec<Field> {
    let unit = per(workforce.rate_unit);
    match terms {
        ClauseTerms::Percent(percent) => {
            vec![of_percent(Key::Percent, "Increase", percent, "3%")]
        }
        ClauseTerms::PerHour(amount) => vec![of_hour("An hour", amount)],
        ClauseTerms::PerYear(amount) => vec![of_year("A year", amount)],
        ClauseTerms::GreaterOf {
            percent,
            per_hour,
            per_year,
        } => {
            let mut all = vec![of_percent(Key::Percent, "Increase", percent, "3%")];
            all.extend(
                per_hour
                    .as_ref()
                    .map(|amount| of_hour("or an hour", amount)),
            );
            all.extend(per_year.as_ref().map(|amount| of_year("or a year", amount)));
            all
        }
        ClauseTerms::Floor(rate) => vec![Field::line(
            Key::Rate,
            "At least",
            rate_in(rate),
            unit,
            "$24.00",
        )],
        ClauseTerms::Cola {
            share,
            floor,
            cap,
            lag_months,
        } => vec![
            of_percent(Key::Share, "Of the rise", share, "100%"),
            optional(Key::Least, "At least", *floor),
            optional(Key::Most, "At most", *cap),
            Field::line(
                Key::Lag,
                "Index from",
                lag_months.to_string(),
                "months before",
                "2",
            ),
        ],
        ClauseTerms::MinimumRate {
            by_market,
            elsewhere,
            ripple,
        } => {
            let named = |market: &str| by_market.iter().find(|one| one.market == market);
            let mut markets: Vec<&str> = by_market.iter().map(|one| one.market.as_str()).collect();
            for market in workforce.names_under(ScopeKey::Market) {
                if !markets.contains(&market) {
                    markets.push(market);
                }
            }
            let of_market = |market: &&str| {
                let value = named(market).map_or_else(String::new, |one| rate_in(&one.rate));
                let key = Key::Market((*market).to_owned());
                Field::line(key, *market, value, unit, "none")
            };
            let mut all: Vec<Field> = markets.iter().map(of_market).collect();
            let rest = if all.is_empty() {
                "At least"
            } else {
                "Elsewhere"
            };
            let value = elsewhere.as_ref().map_or_else(String::new, rate_in);
            all.push(Field::line(Key::Elsewhere, rest, value, unit, "none"));
            all.push(Field::choice(
                Key::Ripple,
                "Scale follows",
                RIPPLES,
                match ripple {
                    Ripple::SamePercent => 0,
                    Ripple::SameDollars => 1,
                    Ripple::FirstStepOnly => 2,
                },
            ));
            all
        }
        ClauseTerms::EquityPool {
            percent,
            tranches,
            cap,
            reading,
            measured,
            ..
        } => vec![
            of_percent(Key::Percent, "Pool", percent, "1.25%"),
            Field::lines(
                Key::Parts,
                "Dates of its equal parts",
                lines::days(tranches),
                "Jul 1, 2026",
            ),
            optional(Key::Most, "Cap", *cap),
            Field::choice(
                Key::Reading,
                "Cap is read",
                READINGS,
                usize::from(*reading == CapReading::Compounded),
            ),
            Field::choice(
                Key::Measured,
                "Payroll",
                MEASURED,
                usize::from(*measured == PayrollMeasured::Today),
            ),
        ],
        ClauseTerms::HoldSteps { until } => vec![Field::line(
            Key::Until,
            "Until",
            words::date(*until),
            "",
            "Oct 1, 2027",
        )],
        ClauseTerms::LumpSum { amount, paid, .. } => of_lump_sum(amount, *paid),
        other => of_dollars(other),
    }
}

fn of_lump_sum(amount: &LumpAmount, paid: LumpTiming) -> Vec<Field> {
    let (at, value) = match amount {
        LumpAmount::PerHead(money) => (0, money_in(money)),
        LumpAmount::PerFte(money) => (1, money_in(money)),
        LumpAmount::Prorated(money) => (2, money_in(money)),
        LumpAmount::PercentOfPay(percent) => (3, percent_in(percent)),
    };
    let hint = if at == 3 { "1%" } else { "$1,500" };
    let paid = match paid {
        LumpTiming::Dated => 0,
        LumpTiming::OnRatification => 1,
        LumpTiming::Later => 2,
    };
    vec![
        Field::line(Key::Amount, "Amount", value, "", hint),
        Field::choice(Key::Counted, "Counted on", COUNTED, at),
        Field::choice(Key::Paid, "Paid", PAID, paid),
    ]
}

/// Those that pay dollars beside rates, but for lump sums.
fn of_dollars(terms: &ClauseTerms) -> Vec<Field> {
    match terms {
        ClauseTerms::Benefit {
            today,
            values,
            participants,
            attainment,
            basis,
            when,
        } => vec![
            Field::line(Key::Today, "Today", money_in(today), "", "$0"),
            Field::lines(
                Key::Values,
                "From each date on",
                lines::values(values, money_in),
                "Jan 1, 2027: $4,000",
            ),
            Field::choice(
                Key::Basis,
                "Counted on",
                BENEFIT_BASES,
                match basis {
                    BenefitBasis::PerHead => 0,
                    BenefitBasis::PerFte => 1,
                    BenefitBasis::PerPaidHour => 2,
                },
            ),
            Field::line(
                Key::Participants,
                "Take part",
                fte_in(participants),
                "",
                "62,000",
            ),
            of_percent(Key::Attainment, "Get it", attainment, "100%"),
            of_when(*when),
        ],
        ClauseTerms::Payout {
            on,
            amount,
            today,
            participants,
            basis,
            likelihood,
            goals,
            when,
        } => vec![
            Field::line(Key::Amount, "Amount", money_in(amount), "", "$1,200"),
            Field::lines(
                Key::Days,
                "Days it falls on",
                lines::days(on),
                "Mar 15, 2027",
            ),
            Field::line(Key::Today, "Today", money_in(today), "", "$0"),
            Field::choice(
                Key::Basis,
                "Counted on",
                PAYOUT_BASES,
                usize::from(*basis == PayoutBasis::PerFte),
            ),
            Field::line(
                Key::Participants,
                "Take part",
                fte_in(participants),
                "",
                "62,000",
            ),
            of_percent(Key::Likelihood, "Likely", likelihood, "100%"),
            Field::lines(
                Key::Goals,
                "Goals: share of the amount, how far reached",
                lines::goals(goals),
                "Service: 50%, 80%",
            ),
            of_when(*when),
        ],
        ClauseTerms::PaidTime {
            hours,
            participants,
            backfilled,
            premium,
        } => vec![
            Field::line(
                Key::Hours,
                "Each",
                or_unknown(hours, |hours| text::plain(hours.get())),
                "hours a year",
                "8",
            ),
            Field::line(
                Key::Participants,
                "Take part",
                fte_in(participants),
                "FTE",
                "500",
            ),
            of_percent(Key::CalledIn, "Called in", backfilled, "100%"),
            of_percent(Key::Premium, "At rate", premium, "100%"),
        ],
        ClauseTerms::Contribution {
            name,
            today,
            values,
            when,
        } => vec![
            Field::line(Key::Name, "Name", name.clone(), "", "pension"),
            of_percent(Key::Today, "Today", today, "0%"),
            Field::lines(
                Key::Values,
                "Percent of pay from each date on",
                lines::values(values, percent_in),
                "Jan 1, 2027: 1.5%",
            ),
            of_when(*when),
        ],
        ClauseTerms::CostStream { amounts, when } => vec![
            Field::lines(
                Key::Values,
                "Dollars on each date",
                lines::amounts(amounts),
                "Jan 1, 2027: $1,000,000",
            ),
            of_when(*when),
        ],
        _ => Vec::new(),
    }
}

fn of_when(when: DollarTiming) -> Field {
    let at = usize::from(when == DollarTiming::Later);
    Field::choice(Key::When, "Owed", WHEN, at)
}

fn of_hour(name: &str, amount: &Known<HourlyAmount>) -> Field {
    let value = or_unknown(amount, |amount| text::rate(amount.get()));
    Field::line(Key::PerHour, name, value, "", "$0.75")
}

fn of_year(name: &str, amount: &Known<crate::units::YearlyAmount>) -> Field {
    let value = or_unknown(amount, |amount| text::rate(amount.get()));
    Field::line(Key::PerYear, name, value, "", "$1,500")
}

fn of_percent(key: Key, name: &str, percent: &Known<Percent>, hint: &'static str) -> Field {
    Field::line(key, name, percent_in(percent), "", hint)
}

fn optional(key: Key, name: &str, percent: Option<Percent>) -> Field {
    let value = percent.map_or_else(String::new, |percent| words::percent(percent.get()));
    Field::line(key, name, value, "", "none")
}

fn percent_in(percent: &Known<Percent>) -> String {
    or_unknown(percent, |percent| words::percent(percent.get()))
}

fn rate_in(rate: &Known<HourlyRate>) -> String {
    or_unknown(rate, |rate| text::rate(rate.get()))
}

fn money_in(money: &Known<Money>) -> String {
    or_unknown(money, |money| text::rate(money.get()))
}

fn fte_in(fte: &Known<Fte>) -> String {
    or_unknown(fte, |fte| text::plain(fte.get()))
}

fn or_unknown<T: crate::units::digits::FromDigits + Copy>(
    value: &Known<T>,
    words: impl Fn(T) -> String,
) -> String {
    value.get().map_or_else(|| UNKNOWN.to_owned(), words)
}

#[cfg(test)]
mod tests;
