//! What is said of clauses that change rates.

use rust_decimal::Decimal;

use super::KindWords;
use super::values::{UNKNOWN, close, of_amount, of_percent, of_rate, or_unknown, plain};
use crate::scenario::{ClauseKind, ClauseTerms, MarketMinimum, PaidIn, RateUnit, Ripple};
use crate::units::{Currency, HourlyRate, HouseStyle, Known, Percent, text};

/// What a kind is called, and what it does.
pub(super) fn kind(kind: ClauseKind, unit: RateUnit) -> Option<KindWords> {
    Some(match kind {
        ClauseKind::Percent => KindWords {
            called: "raise",
            one: "raise",
            in_a_column: "",
            title: "Raise in percent",
            does: "Every rate rises by the same percent.",
        },
        ClauseKind::PerHour => KindWords {
            called: "raise per hour",
            one: "raise",
            in_a_column: "",
            title: "Raise in dollars an hour",
            does: "Every rate rises by the same dollars, so that low rates gain most in percent.",
        },
        ClauseKind::PerYear => KindWords {
            called: "raise per year",
            one: "raise",
            in_a_column: "",
            title: "Raise in dollars a year",
            does: "Every full-time employee\u{2019}s pay rises by the same dollars a year.",
        },
        ClauseKind::GreaterOf => KindWords {
            called: "raise by percent or amount",
            one: "raise by the greater of two amounts",
            in_a_column: "the greater",
            title: "Percent or dollars, the greater",
            does: if unit == RateUnit::Hour {
                "Each rate rises by a percent or by dollars an hour, whichever is more for it."
            } else {
                "Each rate rises by a percent or by dollars a year, whichever is more for it."
            },
        },
        ClauseKind::Floor => KindWords {
            called: "lowest rate",
            one: "lowest rate",
            in_a_column: "min.",
            title: "Lowest rate",
            does: "Rates below it are raised to it; those above stay as they are.",
        },
        ClauseKind::Cola => KindWords {
            called: "cost-of-living raise",
            one: "cost-of-living raise",
            in_a_column: "COLA",
            title: "Cost-of-living raise",
            does: "Rates rise with a price index over the twelve months before, within limits.",
        },
        ClauseKind::MinimumRate => KindWords {
            called: "minimum rates",
            one: "minimum rate",
            in_a_column: "min. rates",
            title: "Minimum rates of wage scales",
            does: "Scales that begin below a minimum are lifted to it, and with them what follows up the scale and its ladder.",
        },
        ClauseKind::EquityPool => KindWords {
            called: "equity pool",
            one: "equity pool",
            in_a_column: "pool",
            title: "Equity pool",
            does: "A share of one payroll is spent on the rates of some employees, in equal parts on dates.",
        },
        _ => return None,
    })
}

/// What a clause gives.
pub(super) fn in_words(terms: &ClauseTerms, paid: PaidIn<'_>, style: HouseStyle) -> Option<String> {
    Some(match terms {
        ClauseTerms::Percent(percent) => of_percent(percent, style),
        ClauseTerms::PerHour(amount) => of_amount(amount, "an hour", paid.currency),
        ClauseTerms::PerYear(amount) => of_amount(amount, "a year", paid.currency),
        ClauseTerms::GreaterOf {
            percent,
            per_hour,
            per_year,
        } => {
            let hourly = per_hour.map(|amount| of_amount(&amount, "an hour", paid.currency));
            let yearly = per_year.map(|amount| of_amount(&amount, "a year", paid.currency));
            let amount = hourly.or(yearly).unwrap_or_else(|| UNKNOWN.to_owned());
            format!("{} or {amount}", of_percent(percent, style))
        }
        ClauseTerms::Floor(rate) => format!("at least {}", of_rate(rate, paid)),
        ClauseTerms::Cola {
            share, floor, cap, ..
        } => {
            let limits = match (floor, cap) {
                (Some(floor), Some(cap)) => {
                    format!(", {} to {}", plain(*floor, style), plain(*cap, style))
                }
                (Some(floor), None) => format!(", at least {}", plain(*floor, style)),
                (None, Some(cap)) => format!(", at most {}", plain(*cap, style)),
                (None, None) => String::new(),
            };
            format!(
                "cost-of-living raise of {} of the index{limits}",
                of_percent(share, style)
            )
        }
        ClauseTerms::MinimumRate {
            by_market,
            elsewhere,
            ripple,
        } => of_minimum(by_market, elsewhere.as_ref(), *ripple, paid),
        ClauseTerms::EquityPool {
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
                    plain(cap, style)
                )
            });
            format!(
                "equity pool of {} of the payroll of {}{parts}{most}",
                of_percent(percent, style),
                payroll_of.describe()
            )
        }
        _ => return None,
    })
}

/// The fewest words that tell it.
pub(super) fn in_short(terms: &ClauseTerms, paid: PaidIn<'_>) -> Option<String> {
    let unknown = || UNKNOWN.to_owned();
    Some(match terms {
        ClauseTerms::Percent(value) => or_unknown(value, close),
        ClauseTerms::PerHour(amount) => amount.get().map_or_else(unknown, |amount| {
            format!("{}/h", paid.currency.rate(amount.get()))
        }),
        ClauseTerms::PerYear(amount) => amount.get().map_or_else(unknown, |amount| {
            format!("{}/year", paid.currency.given(amount.get()))
        }),
        ClauseTerms::GreaterOf {
            percent: share,
            per_hour,
            per_year,
        } => {
            let hourly = per_hour.and_then(|amount| Some(paid.currency.rate(amount.get()?.get())));
            let yearly = per_year.and_then(|amount| Some(paid.currency.given(amount.get()?.get())));
            let amount = hourly.or(yearly).unwrap_or_else(unknown);
            format!("{} or {amount}", or_unknown(share, close))
        }
        ClauseTerms::Floor(rate) => {
            let per = match paid.unit {
                RateUnit::Hour => "/h",
                RateUnit::Month => "/month",
                RateUnit::Year => "/year",
            };
            rate.get().map_or_else(unknown, |rate| {
                format!("min. {}{per}", paid.currency.rate(rate.get()))
            })
        }
        ClauseTerms::Cola { floor, cap, .. } => cola(*floor, *cap),
        ClauseTerms::MinimumRate { .. } => "min. rates".to_owned(),
        ClauseTerms::EquityPool { percent: share, .. } => {
            format!("pool {}", or_unknown(share, close))
        }
        _ => return None,
    })
}

/// A cost-of-living raise with its limits: `COLA 2–4`, `COLA max 4`.
fn cola(floor: Option<Percent>, cap: Option<Percent>) -> String {
    match (floor, cap) {
        (Some(floor), Some(cap)) => format!(
            "COLA {}\u{2013}{}",
            text::plain(floor.get()),
            text::plain(cap.get())
        ),
        (Some(floor), None) => format!("COLA min {}", text::plain(floor.get())),
        (None, Some(cap)) => format!("COLA max {}", text::plain(cap.get())),
        (None, None) => "COLA".to_owned(),
    }
}

/// Its number in a cell.
pub(super) fn number(terms: &ClauseTerms, paid: PaidIn<'_>) -> Option<String> {
    Some(match terms {
        ClauseTerms::Percent(value) => or_unknown(value, close),
        ClauseTerms::PerHour(value) => {
            or_unknown(value, |v| format!("{}/h", paid.currency.rate(v.get())))
        }
        ClauseTerms::PerYear(value) => {
            or_unknown(value, |v| format!("{}/year", paid.currency.close(v.get())))
        }
        ClauseTerms::GreaterOf {
            percent: share,
            per_hour,
            per_year,
        } => {
            let amount = match (per_hour, per_year) {
                (Some(hour), _) => {
                    or_unknown(hour, |v| format!("{}/h", paid.currency.rate(v.get())))
                }
                (_, Some(year)) => {
                    or_unknown(year, |v| format!("{}/year", paid.currency.close(v.get())))
                }
                _ => UNKNOWN.to_owned(),
            };
            format!("{} or {amount}", or_unknown(share, close))
        }
        ClauseTerms::Floor(rate) => or_unknown(rate, |v| {
            let per = match paid.unit {
                RateUnit::Hour => "/h",
                RateUnit::Month => "/month",
                RateUnit::Year => "/year",
            };
            format!("{}{per}", paid.currency.rate(v.get()))
        }),
        ClauseTerms::Cola {
            share, floor, cap, ..
        } => match (floor, cap) {
            (Some(floor), Some(cap)) => {
                format!("{}\u{2013}{}", text::plain(floor.get()), close(*cap))
            }
            (Some(floor), None) => format!("min {}", close(*floor)),
            (None, Some(cap)) => format!("max {}", close(*cap)),
            (None, None) => or_unknown(share, close),
        },
        ClauseTerms::MinimumRate {
            by_market,
            elsewhere,
            ..
        } => highest(by_market, elsewhere.as_ref(), paid.currency),
        ClauseTerms::EquityPool {
            percent: share,
            tranches,
            ..
        } => or_unknown(share, |share| {
            let parts = Decimal::from(tranches.len().max(1) as u64);
            let one = share.get().checked_div(parts).unwrap_or(share.get());
            text::percent_close(one)
        }),
        _ => return None,
    })
}

/// The highest of the minimum rates: the one people name.
fn highest(
    by_market: &[MarketMinimum],
    elsewhere: Option<&Known<HourlyRate>>,
    currency: &Currency,
) -> String {
    let named = by_market.iter().filter_map(|one| one.rate.get());
    let rates = named.chain(elsewhere.and_then(Known::get));
    let highest = rates.map(HourlyRate::get).max();
    highest.map_or_else(|| UNKNOWN.to_owned(), |value| currency.rate(value))
}

fn of_minimum(
    by_market: &[MarketMinimum],
    elsewhere: Option<&Known<HourlyRate>>,
    ripple: Ripple,
    paid: PaidIn<'_>,
) -> String {
    let mut named: Vec<String> = by_market
        .iter()
        .map(|one| format!("{} in {}", of_rate(&one.rate, paid), one.market))
        .collect();
    if let Some(rest) = elsewhere {
        let place = if named.is_empty() { "" } else { " elsewhere" };
        named.push(format!("{}{place}", of_rate(rest, paid)));
    }
    let follows = match ripple {
        Ripple::SamePercent => "steps above rise by the same percent",
        Ripple::SameDollars => "steps above rise by the same amount",
        Ripple::FirstStepOnly => "only steps below rise",
    };
    format!("minimum rate {}; {follows}", named.join(", "))
}
