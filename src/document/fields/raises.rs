//! The fields of clauses that change rates: what they show, what is typed into them, what an example holds.

use rust_decimal::Decimal;

use super::values::{chosen, of_percent, optional, or_unknown, part, rate_in, written_percent};
use super::{Field, Key, Written, lines, per};
use crate::document::new_clause::Example;
use crate::document::{amounts, entry, words};
use crate::scenario::ranges::{MULTIPLE, PART, RAISE};
use crate::scenario::{
    CapReading, ClauseKind, ClauseTerms, MarketMinimum, PaidIn, PayrollMeasured, Ripple, Scope,
    ScopeKey, Workforce,
};
use crate::units::reading::{Token, pieces};
use crate::units::{Currency, HourlyAmount, Known, Percent, YearlyAmount};

const RIPPLES: &[&str] = &[
    "by the same percent",
    "by the same amount",
    "only steps below it rise",
];
const READINGS: &[&str] = &["the cap less the raise", "as factors, one after the other"];
const MEASURED: &[&str] = &["on the eve of the first part", "on the day of the rates"];

/// The values of a clause's terms, in the order they are read.
pub(super) fn fields(
    terms: &ClauseTerms,
    workforce: &Workforce,
    currency: &Currency,
) -> Option<Vec<Field>> {
    let unit = per(workforce.rate_unit);
    Some(match terms {
        ClauseTerms::Percent(percent) => {
            vec![of_percent(Key::Percent, "Increase", percent, "3%")]
        }
        ClauseTerms::PerHour(amount) => vec![of_hour("An hour", amount, currency)],
        ClauseTerms::PerYear(amount) => vec![of_year("A year", amount, currency)],
        ClauseTerms::GreaterOf {
            percent,
            per_hour,
            per_year,
        } => {
            let mut all = vec![of_percent(Key::Percent, "Increase", percent, "3%")];
            all.extend(
                per_hour
                    .as_ref()
                    .map(|amount| of_hour("or an hour", amount, currency)),
            );
            all.extend(
                per_year
                    .as_ref()
                    .map(|amount| of_year("or a year", amount, currency)),
            );
            all
        }
        ClauseTerms::Floor(rate) => vec![Field::line(
            Key::Rate,
            "At least",
            rate_in(rate, currency),
            unit,
            &currency.example(entry::usual(workforce.rate_unit)),
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
                let value =
                    named(market).map_or_else(Written::default, |one| rate_in(&one.rate, currency));
                let key = Key::Market((*market).to_owned());
                Field::line(key, *market, value, unit, "none")
            };
            let mut all: Vec<Field> = markets.iter().map(of_market).collect();
            let rest = if all.is_empty() {
                "At least"
            } else {
                "Elsewhere"
            };
            let value = elsewhere
                .as_ref()
                .map_or_else(Written::default, |rate| rate_in(rate, currency));
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
        _ => return None,
    })
}

/// Takes a value as typed into the terms.
///
/// # Errors
/// Words that say what is wrong and how to write it.
pub(super) fn take(
    terms: &mut ClauseTerms,
    key: &Key,
    text: &str,
    paid: PaidIn<'_>,
) -> Result<(), String> {
    let currency = paid.currency;
    let rate = |text: &str| amounts::rate(text, paid);
    match (terms, key) {
        (ClauseTerms::Percent(percent) | ClauseTerms::GreaterOf { percent, .. }, Key::Percent) => {
            *percent = amounts::or_unknown(text, |text| {
                percent_of(entry::percent(text), text, currency)
            })?
        }
        (ClauseTerms::PerHour(amount), Key::PerHour)
        | (
            ClauseTerms::GreaterOf {
                per_hour: Some(amount),
                ..
            },
            Key::PerHour,
        ) => {
            *amount = amounts::or_unknown(text, |text| {
                let read = amounts::per_hour(text, currency);
                in_its_measure(
                    read,
                    text,
                    "this raise is in dollars an hour",
                    "0.75",
                    currency,
                )
            })?
        }
        (ClauseTerms::PerYear(amount), Key::PerYear)
        | (
            ClauseTerms::GreaterOf {
                per_year: Some(amount),
                ..
            },
            Key::PerYear,
        ) => {
            *amount = amounts::or_unknown(text, |text| {
                let read = amounts::per_year(text, currency);
                in_its_measure(
                    read,
                    text,
                    "this raise is in dollars a year",
                    "1,500",
                    currency,
                )
            })?
        }
        (ClauseTerms::Floor(own), Key::Rate) => {
            *own = amounts::or_unknown(text, |text| {
                rate(text).map_err(|told| match written_percent(text) {
                    Some(_) => format!(
                        "a lowest rate is an amount {}; write it as {}",
                        per(paid.unit),
                        currency.example(entry::usual(paid.unit))
                    ),
                    None => told,
                })
            })?;
        }
        (ClauseTerms::Cola { share, .. }, Key::Share) => {
            *share = part(text, "a share of the index", MULTIPLE)?;
        }
        (ClauseTerms::Cola { floor, .. }, Key::Least) => *floor = limit(text)?,
        (ClauseTerms::Cola { cap, .. } | ClauseTerms::EquityPool { cap, .. }, Key::Most) => {
            *cap = limit(text)?;
        }
        (ClauseTerms::Cola { lag_months, .. }, Key::Lag) => *lag_months = months(text)?,
        (ClauseTerms::MinimumRate { by_market, .. }, Key::Market(market)) => {
            let minimum = none_or(text, rate)?;
            let at = by_market.iter().position(|one| one.market == *market);
            match (minimum, at) {
                (None, Some(at)) => drop(by_market.remove(at)),
                (None, None) => {}
                (Some(rate), at) => match at.and_then(|at| by_market.get_mut(at)) {
                    Some(one) => one.rate = rate,
                    None => by_market.push(MarketMinimum {
                        market: market.clone(),
                        rate,
                    }),
                },
            }
        }
        (ClauseTerms::MinimumRate { elsewhere, .. }, Key::Elsewhere) => {
            *elsewhere = none_or(text, rate)?;
        }
        (ClauseTerms::MinimumRate { ripple, .. }, Key::Ripple) => {
            *ripple = match chosen(RIPPLES, text)? {
                0 => Ripple::SamePercent,
                1 => Ripple::SameDollars,
                _ => Ripple::FirstStepOnly,
            };
        }
        (ClauseTerms::EquityPool { percent, .. }, Key::Percent) => {
            *percent = part(text, "a pool", PART)?;
        }
        (ClauseTerms::EquityPool { tranches, .. }, Key::Parts) => {
            *tranches = lines::read_days(text)?;
        }
        (ClauseTerms::EquityPool { reading, .. }, Key::Reading) => {
            *reading = match chosen(READINGS, text)? {
                0 => CapReading::Additive,
                _ => CapReading::Compounded,
            };
        }
        (ClauseTerms::EquityPool { measured, .. }, Key::Measured) => {
            *measured = match chosen(MEASURED, text)? {
                0 => PayrollMeasured::Eve,
                _ => PayrollMeasured::Today,
            };
        }
        _ => {}
    }
    Ok(())
}

/// The terms of an example of a kind.
pub(super) fn example(kind: ClauseKind, sample: &Example<'_>) -> Option<ClauseTerms> {
    let hourly = sample.is_hourly();
    let dollar = HourlyAmount::new(Decimal::ONE).map_or(Known::Unknown, Known::Known);
    let thousand = YearlyAmount::new(Decimal::ONE_THOUSAND).map_or(Known::Unknown, Known::Known);
    Some(match kind {
        ClauseKind::Percent => ClauseTerms::Percent(Example::percent(1)),
        ClauseKind::PerHour => ClauseTerms::PerHour(dollar),
        ClauseKind::PerYear => ClauseTerms::PerYear(thousand),
        ClauseKind::GreaterOf => ClauseTerms::GreaterOf {
            percent: Example::percent(1),
            per_hour: hourly.then_some(dollar),
            per_year: (!hourly).then_some(thousand),
        },
        ClauseKind::Floor => ClauseTerms::Floor(sample.minimum()),
        ClauseKind::Cola => ClauseTerms::Cola {
            share: Example::percent(100),
            floor: Example::percent(1).get(),
            cap: Example::percent(4).get(),
            lag_months: 2,
        },
        ClauseKind::MinimumRate => ClauseTerms::MinimumRate {
            by_market: Vec::new(),
            elsewhere: Some(sample.minimum()),
            ripple: Ripple::SamePercent,
        },
        ClauseKind::EquityPool => ClauseTerms::EquityPool {
            percent: Example::percent(1),
            payroll_of: Scope::default(),
            tranches: vec![sample.date],
            cap: None,
            reading: CapReading::Additive,
            measured: PayrollMeasured::Eve,
        },
        _ => return None,
    })
}

fn of_hour(name: &str, amount: &Known<HourlyAmount>, currency: &Currency) -> Field {
    let value = or_unknown(amount, |amount| currency.rate(amount.get()));
    Field::line(Key::PerHour, name, value, "", &currency.example("0.75"))
}

fn of_year(name: &str, amount: &Known<YearlyAmount>, currency: &Currency) -> Field {
    let value = or_unknown(amount, |amount| currency.rate(amount.get()));
    Field::line(Key::PerYear, name, value, "", &currency.example("1,500"))
}

/// A least or most, where there is one.
fn limit(text: &str) -> Result<Option<Percent>, String> {
    if is_none(text) {
        return Ok(None);
    }
    amounts::percent(text, "a limit", RAISE).map(Some)
}

/// What was read of an amount; a percent typed there is told what the amount is in, and where its kind is changed.
fn in_its_measure<T>(
    read: Result<T, String>,
    text: &str,
    what: &str,
    example: &str,
    currency: &Currency,
) -> Result<T, String> {
    read.map_err(|told| match written_percent(text) {
        Some(percent) => {
            let percent = words::percent(percent);
            format!(
                "{}; write it as {}, or type {percent} into its cell in the table to make it a raise in percent",
                currency.said(what),
                currency.example(example)
            )
        }
        None => told,
    })
}

/// The same of a percent: an amount of money typed there.
fn percent_of<T>(read: Result<T, String>, text: &str, currency: &Currency) -> Result<T, String> {
    read.map_err(|told| {
        let all = pieces(text, currency);
        let money = all
            .iter()
            .any(|piece| matches!(piece.token, Token::Money(_) | Token::Hundredths));
        if !money {
            return told;
        }
        format!(
            "this raise is in percent; write it as 6.5%, or type an amount such as {}/h into its cell in the table \
             to make it one in {}",
            currency.example("0.75"),
            currency.units()
        )
    })
}

fn none_or<T>(
    text: &str,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<Option<Known<T>>, String> {
    if is_none(text) {
        return Ok(None);
    }
    amounts::or_unknown(text, read).map(Some)
}

fn is_none(text: &str) -> bool {
    matches!(text.trim(), "" | "none" | "None" | "\u{2013}")
}

fn months(text: &str) -> Result<u8, String> {
    let text = text.trim();
    let digits = text.strip_suffix("months").unwrap_or(text).trim();
    digits
        .parse::<u8>()
        .map_err(|_| format!("\u{201c}{text}\u{201d} is no number of months; write it as 2"))
}
