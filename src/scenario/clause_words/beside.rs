//! What is said of clauses beside rates: held steps, and those that pay dollars.

use rust_decimal::Decimal;

use super::KindWords;
use super::values::{UNKNOWN, close, of_count, of_money, of_percent, or_unknown};
use crate::scenario::{BenefitBasis, ClauseKind, ClauseTerms, DatedValue, LumpAmount, PayoutBasis};
use crate::units::{Currency, Date, HouseStyle, Known, Money, Percent, text};

/// What a kind is called, and what it does.
pub(super) fn kind(kind: ClauseKind) -> Option<KindWords> {
    Some(match kind {
        ClauseKind::HoldSteps => KindWords {
            called: "hold on steps",
            one: "hold on steps",
            in_a_column: "steps",
            title: "Steps held",
            does: "Nobody moves up a step of a wage scale until a day.",
        },
        ClauseKind::LumpSum => KindWords {
            called: "lump sum",
            one: "lump sum",
            in_a_column: "bonus",
            title: "Lump sum",
            does: "Paid once; it never enters a rate.",
        },
        ClauseKind::Benefit => KindWords {
            called: "benefit",
            one: "benefit",
            in_a_column: "benefit",
            title: "Benefit",
            does: "Dollars a year or an hour beside rates, such as tuition or health, that change on dates.",
        },
        ClauseKind::Payout => KindWords {
            called: "payout",
            one: "payout",
            in_a_column: "payout",
            title: "Performance payout",
            does: "Paid on days as far as goals are reached.",
        },
        ClauseKind::PaidTime => KindWords {
            called: "paid time",
            one: "term for paid time",
            in_a_column: "paid time",
            title: "Paid time",
            does: "Hours off with pay, and what it costs to call somebody in for them.",
        },
        ClauseKind::Contribution => KindWords {
            called: "contribution",
            one: "contribution on pay",
            in_a_column: "contribution",
            title: "Contribution on pay",
            does: "A pension or trust rate on pay that changes on dates.",
        },
        ClauseKind::CostStream => KindWords {
            called: "cost worked out elsewhere",
            one: "cost stream",
            in_a_column: "amounts",
            title: "Cost worked out elsewhere",
            does: "Dollar amounts on dates, as somebody else computed them.",
        },
        _ => return None,
    })
}

/// What a clause gives.
pub(super) fn in_words(
    terms: &ClauseTerms,
    currency: &Currency,
    style: HouseStyle,
) -> Option<String> {
    Some(match terms {
        ClauseTerms::HoldSteps { until } => format!("no steps until {}", text::day(*until)),
        ClauseTerms::LumpSum { amount, .. } => of_lump_sum(amount, currency, style),
        ClauseTerms::Benefit {
            today,
            values,
            basis,
            ..
        } => {
            let (to, later) = in_steps(values, today, |money| of_money(money, currency));
            let per = match basis {
                BenefitBasis::PerHead => "a year each",
                BenefitBasis::PerFte => "a year per 1.0 FTE",
                BenefitBasis::PerPaidHour => "a paid hour",
            };
            format!(
                "benefit {} {per}{later}, {} today",
                of_money(to, currency),
                of_money(today, currency)
            )
        }
        ClauseTerms::Payout {
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
                of_money(amount, currency),
                of_money(today, currency)
            )
        }
        ClauseTerms::PaidTime {
            hours,
            participants,
            ..
        } => format!(
            "{} paid hours a year for {} FTE",
            or_unknown(hours, |hours| text::plain(hours.get())),
            or_unknown(participants, |fte| text::count(fte.get()))
        ),
        ClauseTerms::Contribution {
            name,
            today,
            values,
            ..
        } => {
            let (to, later) = in_steps(values, today, |percent| of_percent(percent, style));
            format!(
                "{name} {} of pay{later}, {} today",
                of_percent(to, style),
                of_percent(today, style)
            )
        }
        ClauseTerms::CostStream { amounts, .. } => match amounts.as_slice() {
            [one] => format!("{} worked out elsewhere", of_money(&one.amount, currency)),
            many => format!("{} amounts worked out elsewhere", many.len()),
        },
        _ => return None,
    })
}

/// What it gives with every date and value; `None` where [`in_words`] says them all.
pub(super) fn in_full(
    terms: &ClauseTerms,
    currency: &Currency,
    style: HouseStyle,
) -> Option<String> {
    Some(match terms {
        ClauseTerms::Benefit {
            today,
            values,
            participants,
            basis,
            ..
        } => {
            let per = match basis {
                BenefitBasis::PerHead => " a year each",
                BenefitBasis::PerFte => " a year per 1.0 FTE",
                BenefitBasis::PerPaidHour => " per paid hour",
            };
            let before = in_place_of(today, currency);
            let values = dated(values, |money| of_money(money, currency));
            format!(
                "benefit {values}{per}{before}, for {}",
                of_count(participants)
            )
        }
        ClauseTerms::Payout {
            on,
            amount,
            today,
            participants,
            basis,
            ..
        } => {
            let per = match basis {
                PayoutBasis::PerHead => "each",
                PayoutBasis::PerFte => "per 1.0 FTE",
            };
            let days: Vec<String> = on.iter().map(|day| text::day(*day)).collect();
            format!(
                "payout of up to {} {per}{}, for {}, on {}",
                of_money(amount, currency),
                in_place_of(today, currency),
                of_count(participants),
                days.join(", ")
            )
        }
        ClauseTerms::PaidTime {
            hours,
            participants,
            backfilled,
            ..
        } => {
            let hours = or_unknown(hours, |hours| text::count(hours.get()));
            format!(
                "{hours} paid hours a year each for {}, {} of them covered by others",
                of_count(participants),
                of_percent(backfilled, style)
            )
        }
        ClauseTerms::Contribution {
            name,
            today,
            values,
            ..
        } => {
            let before = match today {
                Known::Known(percent) if percent.get().is_zero() => String::new(),
                today => format!(", in place of {}", of_percent(today, style)),
            };
            format!(
                "{name}: {} of pay{before}",
                dated(values, |percent| of_percent(percent, style))
            )
        }
        ClauseTerms::CostStream { amounts, .. } => {
            let parts: Vec<String> = amounts
                .iter()
                .map(|one| {
                    format!(
                        "{} on {}",
                        of_money(&one.amount, currency),
                        text::day(one.date)
                    )
                })
                .collect();
            format!("worked out elsewhere: {}", parts.join(", "))
        }
        _ => return None,
    })
}

/// The fewest words that tell it.
pub(super) fn in_short(terms: &ClauseTerms) -> Option<String> {
    Some(match terms {
        ClauseTerms::HoldSteps { .. } => "steps held".to_owned(),
        ClauseTerms::LumpSum { .. } => "lump sum".to_owned(),
        ClauseTerms::Benefit { .. } => "benefit".to_owned(),
        ClauseTerms::Payout { .. } => "payout".to_owned(),
        ClauseTerms::PaidTime { .. } => "paid time".to_owned(),
        ClauseTerms::Contribution { name, .. } => name.clone(),
        ClauseTerms::CostStream { .. } => "cost".to_owned(),
        _ => return None,
    })
}

/// What stands on its chip in the lane of other terms.
pub(super) fn on_a_chip(terms: &ClauseTerms, currency: &Currency) -> Option<String> {
    Some(match terms {
        ClauseTerms::HoldSteps { until } => format!("steps held to {}", text::day(*until)),
        ClauseTerms::LumpSum { amount, .. } => {
            let amount = match amount {
                LumpAmount::PerHead(money)
                | LumpAmount::PerFte(money)
                | LumpAmount::Prorated(money) => rounded(money, currency),
                LumpAmount::PercentOfPay(percent) => percent.get().map(close),
            };
            amount.map_or_else(|| "lump sum".to_owned(), |amount| format!("{amount} bonus"))
        }
        ClauseTerms::Benefit { today, values, .. } => from_to(
            "benefit",
            rounded(today, currency),
            last(values).and_then(|one| rounded(one, currency)),
        ),
        ClauseTerms::Payout { amount, .. } => rounded(amount, currency).map_or_else(
            || "payout".to_owned(),
            |amount| format!("payout up to {amount}"),
        ),
        ClauseTerms::PaidTime { hours, .. } => hours.get().map_or_else(
            || "paid time".to_owned(),
            |hours| format!("{} paid hours", text::plain(hours.get())),
        ),
        ClauseTerms::Contribution {
            name,
            today,
            values,
            ..
        } => {
            let percent = |value: &Known<Percent>| value.get().map(close);
            from_to(name, percent(today), last(values).and_then(percent))
        }
        ClauseTerms::CostStream { amounts, .. } => {
            let sum = amounts.iter().try_fold(Decimal::ZERO, |sum, one| {
                sum.checked_add(one.amount.get()?.get())
            });
            sum.map_or_else(
                || "cost".to_owned(),
                |sum| format!("cost {}", currency.given(sum)),
            )
        }
        _ => return None,
    })
}

/// Its number in a cell, on one of its dates counted from 0.
pub(super) fn number(terms: &ClauseTerms, part: usize, currency: &Currency) -> Option<String> {
    Some(match terms {
        ClauseTerms::HoldSteps { .. } => "held".to_owned(),
        ClauseTerms::LumpSum { amount, .. } => match amount {
            LumpAmount::PerHead(value)
            | LumpAmount::PerFte(value)
            | LumpAmount::Prorated(value) => or_unknown(value, |money| currency.close(money.get())),
            LumpAmount::PercentOfPay(value) => or_unknown(value, close),
        },
        ClauseTerms::Benefit { values, .. } => values.get(part).map_or_else(
            || UNKNOWN.to_owned(),
            |one| or_unknown(&one.value, |money| currency.close(money.get())),
        ),
        ClauseTerms::Payout { amount, .. } => {
            or_unknown(amount, |money| currency.close(money.get()))
        }
        ClauseTerms::PaidTime { hours, .. } => {
            or_unknown(hours, |v| format!("{} h", text::plain(v.get())))
        }
        ClauseTerms::Contribution { values, .. } => values
            .get(part)
            .map_or_else(|| UNKNOWN.to_owned(), |one| or_unknown(&one.value, close)),
        ClauseTerms::CostStream { amounts, .. } => amounts.get(part).map_or_else(
            || UNKNOWN.to_owned(),
            |one| or_unknown(&one.amount, |v| currency.given(v.get())),
        ),
        _ => return None,
    })
}

fn last<T>(values: &[DatedValue<T>]) -> Option<&Known<T>> {
    values.last().map(|one| &one.value)
}

fn rounded(money: &Known<Money>, currency: &Currency) -> Option<String> {
    money.get().map(|own| currency.given(own.get()))
}

fn from_to(what: &str, from: Option<String>, to: Option<String>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from == to => format!("{what} {to}"),
        (Some(from), Some(to)) => format!("{what} {from} \u{2192} {to}"),
        (None, Some(to)) => format!("{what} {to}"),
        (_, None) => what.to_owned(),
    }
}

fn of_lump_sum(amount: &LumpAmount, currency: &Currency, style: HouseStyle) -> String {
    match amount {
        LumpAmount::PerHead(money) => format!("lump sum {} each", of_money(money, currency)),
        LumpAmount::PerFte(money) => format!("lump sum {} per 1.0 FTE", of_money(money, currency)),
        LumpAmount::Prorated(money) => {
            format!("lump sum {} each, by FTE", of_money(money, currency))
        }
        LumpAmount::PercentOfPay(percent) => {
            format!(
                "lump sum {} of a year\u{2019}s pay",
                of_percent(percent, style)
            )
        }
    }
}

/// The first value, and what it has become by the last date where it comes in steps: ` to $0.60 from Sep 1, 2028`.
fn in_steps<'v, T>(
    values: &'v [DatedValue<T>],
    today: &'v Known<T>,
    words: impl Fn(&Known<T>) -> String,
) -> (&'v Known<T>, String) {
    let later = match values {
        [_, .., last] => format!(" to {} from {}", words(&last.value), text::day(last.date)),
        _ => String::new(),
    };
    (values.first().map_or(today, |first| &first.value), later)
}

/// Values with the dates of all but the first: `$3,500.00, $4,000.00 from Jan 1, 2027`.
fn dated<T>(values: &[DatedValue<T>], words: impl Fn(&Known<T>) -> String) -> String {
    let from = |date: Date| format!(" from {}", text::day(date));
    let parts: Vec<String> = values
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let since = if at == 0 {
                String::new()
            } else {
                from(one.date)
            };
            format!("{}{since}", words(&one.value))
        })
        .collect();
    parts.join(", ")
}

fn in_place_of(today: &Known<Money>, currency: &Currency) -> String {
    match today {
        Known::Known(money) if money.get().is_zero() => String::new(),
        today => format!(", in place of {}", of_money(today, currency)),
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::clause_words::PaidIn;
    use crate::scenario::{ClauseTerms, RateUnit};
    use crate::units::HouseStyle;

    #[test]
    fn each_clause_beside_rates_says_what_it_gives() {
        for (terms, words) in [
            (
                "Benefit(today: 3000, values: [(date: \"2026-01-01\", value: 3500), (date: \"2027-01-01\", value: 4000)], participants: 1200, attainment: 62, basis: PerHead)",
                "benefit $3,500.00, $4,000.00 from Jan 1, 2027 a year each, in place of $3,000.00, for 1,200",
            ),
            (
                "Payout(on: [\"2027-03-15\", \"2028-03-15\"], amount: 1200, participants: unknown, basis: PerFte)",
                "payout of up to $1,200.00 per 1.0 FTE, for an unknown number, on Mar 15, 2027, Mar 15, 2028",
            ),
            (
                "PaidTime(hours: 180, participants: 95.5, backfilled: 55)",
                "180 paid hours a year each for 95.5, 55 % of them covered by others",
            ),
            (
                "Contribution(name: \"Pension\", today: 8, values: [(date: \"2028-01-01\", value: 9)])",
                "Pension: 9 % of pay, in place of 8 %",
            ),
            (
                "EquityPool(percent: 2, payroll_of: (market: [\"N\"]), tranches: [\"2026-07-01\", \"2027-07-01\"])",
                "equity pool of 2 % of the payroll of N in 2 parts: Jul 1, 2026, Jul 1, 2027",
            ),
            (
                "CostStream(amounts: [(date: \"2026-10-01\", amount: 1850000)])",
                "worked out elsewhere: $1,850,000.00 on Oct 1, 2026",
            ),
        ] {
            let implicit = ron::extensions::Extensions::IMPLICIT_SOME;
            let terms: ClauseTerms = ron::Options::default()
                .with_default_extension(implicit)
                .from_str(terms)
                .unwrap();
            assert_eq!(
                terms.in_full(PaidIn::us_dollars(RateUnit::Hour), HouseStyle::File),
                words
            );
        }
    }
}
