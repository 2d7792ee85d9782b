//! What is typed into a field of a clause's terms, taken.

use super::{
    BENEFIT_BASES, COUNTED, Key, MEASURED, PAID, PAYOUT_BASES, READINGS, RIPPLES, WHEN, lines,
};
use crate::document::new_clause::{Counted, counted, lump};
use crate::document::{amounts, entry};
use crate::scenario::{
    BenefitBasis, CapReading, ClauseTerms, DollarTiming, LumpTiming, MarketMinimum, PayoutBasis,
    PayrollMeasured, Ripple,
};
use crate::units::{Fte, HourlyRate, Hours, Known, Percent, YearlyAmount};

/// The terms with one value as typed.
///
/// # Errors
/// Words that say what is wrong and how to write it.
pub fn take(terms: &ClauseTerms, key: &Key, text: &str) -> Result<ClauseTerms, String> {
    let mut next = terms.clone();
    into_rates(&mut next, key, text)?;
    into_dollars(&mut next, key, text)?;
    Ok(next)
}

fn into_rates(terms: &mut ClauseTerms, key: &Key, text: &str) -> Result<(), String> {
    match (terms, key) {
        (ClauseTerms::Percent(percent) | ClauseTerms::GreaterOf { percent, .. }, Key::Percent) => {
            *percent = amounts::or_unknown(text, entry::percent)?
        }
        (ClauseTerms::PerHour(amount), Key::PerHour)
        | (
            ClauseTerms::GreaterOf {
                per_hour: Some(amount),
                ..
            },
            Key::PerHour,
        ) => *amount = amounts::or_unknown(text, amounts::per_hour)?,
        (ClauseTerms::PerYear(amount), Key::PerYear)
        | (
            ClauseTerms::GreaterOf {
                per_year: Some(amount),
                ..
            },
            Key::PerYear,
        ) => *amount = amounts::or_unknown(text, yearly)?,
        (ClauseTerms::Floor(own), Key::Rate) => *own = amounts::or_unknown(text, rate)?,
        (ClauseTerms::Cola { share, .. }, Key::Share) => {
            *share = part(text, "a share of the index", 1000)?;
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
            *percent = part(text, "a pool", 100)?;
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
        (ClauseTerms::HoldSteps { until }, Key::Until) => *until = entry::date(text)?,
        _ => {}
    }
    Ok(())
}

fn into_dollars(terms: &mut ClauseTerms, key: &Key, text: &str) -> Result<(), String> {
    match (terms, key) {
        (ClauseTerms::LumpSum { amount, .. }, Key::Amount) => {
            *amount = lump(counted(amount), text)?
        }
        (ClauseTerms::LumpSum { amount, .. }, Key::Counted) => {
            let to = match chosen(COUNTED, text)? {
                0 => Counted::Each,
                1 => Counted::PerFte,
                2 => Counted::ByFte,
                _ => Counted::OfPay,
            };
            *amount = recounted(amount, to)?;
        }
        (ClauseTerms::LumpSum { paid, .. }, Key::Paid) => {
            *paid = match chosen(PAID, text)? {
                0 => LumpTiming::Dated,
                1 => LumpTiming::OnRatification,
                _ => LumpTiming::Later,
            };
        }
        (ClauseTerms::Benefit { today, .. } | ClauseTerms::Payout { today, .. }, Key::Today) => {
            *today = amounts::or_unknown(text, amounts::money)?;
        }
        (ClauseTerms::Benefit { values, .. }, Key::Values) => {
            *values = lines::read_values(text, "Jan 1, 2027: $4,000", amounts::money)?;
        }
        (
            ClauseTerms::Benefit { participants, .. }
            | ClauseTerms::Payout { participants, .. }
            | ClauseTerms::PaidTime { participants, .. },
            Key::Participants,
        ) => *participants = amounts::or_unknown(text, people)?,
        (ClauseTerms::Benefit { attainment, .. }, Key::Attainment) => {
            *attainment = part(text, "how many get it", 100)?;
        }
        (ClauseTerms::Benefit { basis, .. }, Key::Basis) => {
            *basis = match chosen(BENEFIT_BASES, text)? {
                0 => BenefitBasis::PerHead,
                1 => BenefitBasis::PerFte,
                _ => BenefitBasis::PerPaidHour,
            };
        }
        (ClauseTerms::Payout { amount, .. }, Key::Amount) => {
            *amount = amounts::or_unknown(text, amounts::money)?;
        }
        (ClauseTerms::Payout { on, .. }, Key::Days) => *on = lines::read_days(text)?,
        (ClauseTerms::Payout { basis, .. }, Key::Basis) => {
            *basis = match chosen(PAYOUT_BASES, text)? {
                0 => PayoutBasis::PerHead,
                _ => PayoutBasis::PerFte,
            };
        }
        (ClauseTerms::Payout { likelihood, .. }, Key::Likelihood) => {
            *likelihood = part(text, "how likely it is", 100)?;
        }
        (ClauseTerms::Payout { goals, .. }, Key::Goals) => *goals = lines::read_goals(text)?,
        (ClauseTerms::PaidTime { hours, .. }, Key::Hours) => {
            *hours = amounts::or_unknown(text, hours_a_year)?;
        }
        (ClauseTerms::PaidTime { backfilled, .. }, Key::CalledIn) => {
            *backfilled = part(text, "the share of hours called in for", 100)?;
        }
        (ClauseTerms::PaidTime { premium, .. }, Key::Premium) => {
            *premium = part(text, "the share of the rate", 1000)?;
        }
        (ClauseTerms::Contribution { name, .. }, Key::Name) => {
            if text.trim().is_empty() {
                return Err("write what it is called, such as pension".to_owned());
            }
            text.trim().clone_into(name);
        }
        (ClauseTerms::Contribution { today, .. }, Key::Today) => {
            *today = part(text, "a share of pay", 100)?;
        }
        (ClauseTerms::Contribution { values, .. }, Key::Values) => {
            *values = lines::read_values(text, "Jan 1, 2027: 1.5%", |text| {
                amounts::percent(text, "a share of pay", 0, 100)
            })?;
        }
        (ClauseTerms::CostStream { amounts, .. }, Key::Values) => {
            *amounts = lines::read_amounts(text)?;
        }
        (
            ClauseTerms::Benefit { when, .. }
            | ClauseTerms::Payout { when, .. }
            | ClauseTerms::Contribution { when, .. }
            | ClauseTerms::CostStream { when, .. },
            Key::When,
        ) => {
            *when = match chosen(WHEN, text)? {
                0 => DollarTiming::Dated,
                _ => DollarTiming::Later,
            };
        }
        _ => {}
    }
    Ok(())
}

/// A lump sum counted on something else. Dollars are no percent: what the figure was isn't known in the other
/// measure.
fn recounted(
    amount: &crate::scenario::LumpAmount,
    to: Counted,
) -> Result<crate::scenario::LumpAmount, String> {
    use crate::scenario::LumpAmount;
    let same_measure = (to == Counted::OfPay) == (counted(amount) == Counted::OfPay);
    let shown = match amount {
        LumpAmount::PerHead(money) | LumpAmount::PerFte(money) | LumpAmount::Prorated(money) => {
            money
                .get()
                .map(|money| crate::units::text::plain(money.get()))
        }
        LumpAmount::PercentOfPay(percent) => percent
            .get()
            .map(|percent| crate::units::text::plain(percent.get())),
    };
    let shown = shown.filter(|_| same_measure);
    lump(to, shown.as_deref().unwrap_or(super::UNKNOWN))
}

fn chosen(names: &[&str], text: &str) -> Result<usize, String> {
    let at = names.iter().position(|name| *name == text);
    at.ok_or_else(|| format!("choose one of: {}", names.join("; ")))
}

fn part(text: &str, what: &str, most: i64) -> Result<Known<Percent>, String> {
    amounts::or_unknown(text, |text| amounts::percent(text, what, 0, most))
}

/// A least or most, where there is one.
fn limit(text: &str) -> Result<Option<Percent>, String> {
    if is_none(text) {
        return Ok(None);
    }
    amounts::percent(text, "a limit", -50, 100).map(Some)
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

/// A rate in whatever rates are paid for, with or without those words.
fn rate(text: &str) -> Result<HourlyRate, String> {
    amounts::rate(without_unit(text))
}

fn without_unit(text: &str) -> &str {
    let text = text.trim();
    [" a month", " a year", "/month", "/year"]
        .iter()
        .find_map(|ending| text.strip_suffix(ending))
        .unwrap_or(text)
}

fn yearly(text: &str) -> Result<YearlyAmount, String> {
    let money = amounts::money(without_unit(text).trim_start_matches('+'))?;
    YearlyAmount::new(money.get()).map_err(|error| error.to_string())
}

fn people(text: &str) -> Result<Fte, String> {
    let text = text.trim();
    let digits = text.strip_suffix("FTE").unwrap_or(text);
    entry::employees(digits.trim())
}

fn hours_a_year(text: &str) -> Result<Hours, String> {
    let text = text.trim();
    let digits = text.strip_suffix("hours").unwrap_or(text);
    let hours = entry::hours(digits.trim())?;
    Hours::new(hours.get()).map_err(|error| error.to_string())
}

fn months(text: &str) -> Result<u8, String> {
    let text = text.trim();
    let digits = text.strip_suffix("months").unwrap_or(text).trim();
    digits
        .parse::<u8>()
        .map_err(|_| format!("\u{201c}{text}\u{201d} is no number of months; write it as 2"))
}
