//! Clauses in the words of the table.

mod full;

use super::{
    BenefitBasis, Clause, ClauseTerms, LumpAmount, MarketMinimum, PayoutBasis, RateUnit, Ripple,
};
use crate::units::digits::FromDigits;
use crate::units::{HourlyRate, Known, Money, Percent, text};

/// What stands for a value nobody has published.
const UNKNOWN: &str = "unknown";

impl RateUnit {
    /// What a rate is paid for, in words: `an hour`.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Hour => "an hour",
            Self::Month => "a month",
            Self::Year => "a year",
        }
    }
}

impl Clause {
    /// What it gives and how long, in words: `−4 % until Jan 10, 2029`. `unit` is what the workforce's rates
    /// are paid for.
    #[must_use]
    pub fn in_words(&self, unit: RateUnit) -> String {
        let terms = self.terms.in_words(unit);
        match self.until {
            Some(until) => format!("{terms} until {}", text::day(until)),
            None => terms,
        }
    }
}

impl ClauseTerms {
    /// What it gives, in words: `6.5 %`, `+$0.75 an hour`, `at least $24.00 an hour`,
    /// `lump sum $750.00 each, by FTE`. `unit` is what the workforce's rates are paid for.
    #[must_use]
    pub fn in_words(&self, unit: RateUnit) -> String {
        match self {
            Self::Percent(percent) => of_percent(percent),
            Self::PerHour(amount) => of_amount(amount, "an hour"),
            Self::PerYear(amount) => of_amount(amount, "a year"),
            Self::GreaterOf {
                percent,
                per_hour,
                per_year,
            } => {
                let hourly = per_hour.map(|amount| of_amount(&amount, "an hour"));
                let yearly = per_year.map(|amount| of_amount(&amount, "a year"));
                let amount = hourly.or(yearly).unwrap_or_else(|| UNKNOWN.to_owned());
                format!("{} or {amount}", of_percent(percent))
            }
            Self::Floor(rate) => format!("at least {}", of_rate(rate, unit)),
            Self::LumpSum { amount, .. } => of_lump_sum(amount),
            Self::Cola { .. } => self.of_cola(),
            Self::MinimumRate {
                by_market,
                elsewhere,
                ripple,
            } => of_minimum(by_market, elsewhere.as_ref(), *ripple, unit),
            Self::EquityPool {
                percent,
                payroll_of,
                tranches,
                cap,
                ..
            } => {
                let parts = match tranches.len() {
                    0 | 1 => String::new(),
                    parts => format!(" in {parts} parts"),
                };
                let most = cap.map_or_else(String::new, |cap| {
                    format!(
                        ", at most {} with the first year\u{2019}s raises",
                        plain(cap)
                    )
                });
                format!(
                    "equity pool of {} of the payroll of {}{parts}{most}",
                    of_percent(percent),
                    payroll_of.describe()
                )
            }
            Self::HoldSteps { until } => format!("no steps until {}", text::day(*until)),
            Self::Benefit { .. } | Self::Payout { .. } => self.of_benefit(),
            Self::PaidTime {
                hours,
                participants,
                ..
            } => format!(
                "{} paid hours a year for {} FTE",
                or_unknown(hours, |hours| text::plain(hours.get())),
                or_unknown(participants, |fte| text::plain(fte.get()))
            ),
            Self::Contribution {
                name,
                today,
                values,
                ..
            } => {
                let to = values.last().map_or(today, |last| &last.value);
                format!(
                    "{name} {} of pay, {} today",
                    of_percent(to),
                    of_percent(today)
                )
            }
            Self::CostStream { amounts, .. } => match amounts.as_slice() {
                [one] => format!("{} worked out elsewhere", of_money(&one.amount)),
                many => format!("{} amounts worked out elsewhere", many.len()),
            },
        }
    }

    fn of_cola(&self) -> String {
        let Self::Cola {
            share, floor, cap, ..
        } = self
        else {
            return String::new();
        };
        let limits = match (floor, cap) {
            (Some(floor), Some(cap)) => format!(", {} to {}", plain(*floor), plain(*cap)),
            (Some(floor), None) => format!(", at least {}", plain(*floor)),
            (None, Some(cap)) => format!(", at most {}", plain(*cap)),
            (None, None) => String::new(),
        };
        format!(
            "cost-of-living raise of {} of the index{limits}",
            of_percent(share)
        )
    }

    fn of_benefit(&self) -> String {
        match self {
            Self::Benefit {
                today,
                values,
                basis,
                ..
            } => {
                let to = values.last().map_or(today, |last| &last.value);
                let per = match basis {
                    BenefitBasis::PerHead => "a year each",
                    BenefitBasis::PerFte => "a year per 1.0 FTE",
                    BenefitBasis::PerPaidHour => "a paid hour",
                };
                format!("benefit {} {per}, {} today", of_money(to), of_money(today))
            }
            Self::Payout {
                on,
                amount,
                today,
                basis,
                ..
            } => {
                let per = match basis {
                    PayoutBasis::PerHead => "each",
                    PayoutBasis::PerFte => "per 1.0 FTE",
                };
                let times = match on.len() {
                    0 | 1 => String::new(),
                    times => format!(", {times} times"),
                };
                format!(
                    "payout {} {per}{times}, {} today",
                    of_money(amount),
                    of_money(today)
                )
            }
            _ => String::new(),
        }
    }
}

fn of_lump_sum(amount: &LumpAmount) -> String {
    match amount {
        LumpAmount::PerHead(money) => format!("lump sum {} each", of_money(money)),
        LumpAmount::PerFte(money) => format!("lump sum {} per 1.0 FTE", of_money(money)),
        LumpAmount::Prorated(money) => format!("lump sum {} each, by FTE", of_money(money)),
        LumpAmount::PercentOfPay(percent) => {
            format!("lump sum {} of a year\u{2019}s pay", of_percent(percent))
        }
    }
}

fn of_minimum(
    by_market: &[MarketMinimum],
    elsewhere: Option<&Known<HourlyRate>>,
    ripple: Ripple,
    unit: RateUnit,
) -> String {
    let mut named: Vec<String> = by_market
        .iter()
        .map(|one| format!("{} in {}", of_rate(&one.rate, unit), one.market))
        .collect();
    if let Some(rest) = elsewhere {
        let place = if named.is_empty() { "" } else { " elsewhere" };
        named.push(format!("{}{place}", of_rate(rest, unit)));
    }
    let follows = match ripple {
        Ripple::SamePercent => "steps above rise by the same percent",
        Ripple::SameDollars => "steps above rise by the same dollars",
        Ripple::FirstStepOnly => "only steps below rise",
    };
    format!("minimum rate {}; {follows}", named.join(", "))
}

fn plain(percent: Percent) -> String {
    text::percent(percent.get(), Percent::DECIMALS)
}

fn of_percent(percent: &Known<Percent>) -> String {
    or_unknown(percent, plain)
}

/// An amount that can go up or down: `+$0.75 an hour`.
fn of_amount<T: FromDigits + Copy + Into<rust_decimal::Decimal>>(
    amount: &Known<T>,
    per: &str,
) -> String {
    or_unknown(amount, |amount| {
        let amount = amount.into();
        let sign = if amount.is_sign_negative() { "" } else { "+" };
        format!("{sign}{} {per}", text::rate(amount))
    })
}

fn of_rate(rate: &Known<HourlyRate>, unit: RateUnit) -> String {
    or_unknown(rate, |rate| {
        format!("{} {}", text::rate(rate.get()), unit.in_words())
    })
}

fn of_money(money: &Known<Money>) -> String {
    or_unknown(money, |money| text::dollars(money.get()))
}

fn or_unknown<T: FromDigits + Copy>(value: &Known<T>, words: impl Fn(T) -> String) -> String {
    value.get().map_or_else(|| UNKNOWN.to_owned(), words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::HourlyAmount;

    const HOUR: RateUnit = RateUnit::Hour;

    #[test]
    fn each_clause_says_what_it_gives() {
        let amount = |text: &str| Known::Known(HourlyAmount::from_digits(text).unwrap());
        let percent = Known::Known(Percent::from_digits("5.00").unwrap());
        let greater = ClauseTerms::GreaterOf {
            percent,
            per_hour: Some(amount("1.5")),
            per_year: None,
        };
        assert_eq!(greater.in_words(HOUR), "5 % or +$1.50 an hour");
        assert_eq!(
            ClauseTerms::PerHour(amount("-0.125")).in_words(HOUR),
            "\u{2212}$0.125 an hour"
        );
        assert_eq!(
            ClauseTerms::Percent(Known::Unknown).in_words(HOUR),
            "unknown"
        );
        let lowest = ClauseTerms::Floor(Known::Known(HourlyRate::from_digits("3725").unwrap()));
        assert_eq!(
            lowest.in_words(RateUnit::Month),
            "at least $3,725.00 a month"
        );
    }
}
