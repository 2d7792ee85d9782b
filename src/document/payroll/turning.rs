//! A summary turned into groups by shares, and groups into a summary: what comes of it, and what is lost.

use std::sync::Arc;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::document::entry::{self, percent_digits};
use crate::document::sound::line;
use crate::files::roster::{EmptyScope, empty_scopes};
use crate::scenario::{Group, PaidIn, People, Rounding, Scenario, Workforce};
use crate::units::decimal::round;
use crate::units::visible::LONGEST_NAME;
use crate::units::{Fte, HourlyRate, Known, Money};

/// A part of a summary.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What the group is called.
    name: String,
    /// Its share of the employees, percent; none for what the others leave.
    share: Option<Decimal>,
    /// Its rate, where it isn't the average.
    rate: Option<HourlyRate>,
}

/// A workforce turned, and what is lost.
#[derive(Debug, Clone, PartialEq)]
pub struct Turned {
    /// The workforce as it becomes.
    pub workforce: Arc<Workforce>,
    /// Base payroll as it becomes less what it was, dollars a year; none where either is unknown.
    pub payroll_changes: Option<Decimal>,
    /// Counted clauses that nobody would be in the scope of.
    pub nobody: Vec<EmptyScope>,
}

/// Reads a part a line: `Nurses 40%`, `Nurses 40% $52.10`, `Others rest`.
///
/// # Errors
/// Words that say which line is wrong and how.
pub fn parts(text: &str, paid: PaidIn<'_>) -> Result<Vec<Part>, String> {
    let lines = text.lines().map(str::trim).enumerate();
    let parts = lines
        .filter(|(_, line)| !line.is_empty())
        .map(|(at, line)| part(line, paid).map_err(|words| format!("Line {}: {words}", at + 1)));
    parts.collect()
}

fn part(text: &str, paid: PaidIn<'_>) -> Result<Part, String> {
    let such_as = "write a name and its share of the employees, such as Nurses 40%";
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_rest = |word: &str| word.eq_ignore_ascii_case("rest");
    let is_share = |word: &str| word.ends_with('%') || is_rest(word);
    let at = words.iter().rposition(|word| is_share(word));
    let at = at.filter(|at| *at > 0).ok_or(such_as)?;
    let name = words.get(..at).unwrap_or_default().join(" ");
    let name = name.trim_end_matches([':', ',']).trim().to_owned();
    if name.is_empty() {
        return Err(such_as.to_owned());
    }
    line("group", &name, LONGEST_NAME).map_err(|refusal| refusal.to_string())?;
    let share = match words.get(at) {
        Some(word) if !is_rest(word) => {
            let share = percent_digits(word)?;
            if share <= Decimal::ZERO || share > Decimal::ONE_HUNDRED {
                return Err("a share is above 0% and at most 100%".to_owned());
            }
            Some(share)
        }
        _ => None,
    };
    let rest = words.get(at + 1..).unwrap_or_default().join(" ");
    let rate = match rest.as_str() {
        "" => None,
        rate => Some(entry::rate(rate, paid)?),
    };
    Ok(Part { name, share, rate })
}

/// Groups in place of a summary. Employees are dealt out in whole numbers, those left over to the largest
/// remainders; full-time equivalents by the same shares.
///
/// # Errors
/// Words that say what stands against it.
pub fn to_groups(scenario: &Scenario, parts: &[Part]) -> Result<Turned, String> {
    let workforce = &scenario.workforce;
    let People::Summary {
        headcount,
        fte,
        average_annual_pay,
    } = &workforce.people
    else {
        return Err("the workforce is given by groups already".to_owned());
    };
    let (Some(heads), Some(fte)) = (headcount.get(), fte.get()) else {
        return Err(
            "employees and full-time equivalents must be known to be shared out".to_owned(),
        );
    };
    let shares = shares(parts)?;
    let heads = dealt(Decimal::from(heads), &shares, 0).ok_or("the shares are out of range")?;
    let ftes = dealt(fte.get(), &shares, 4).ok_or("the shares are out of range")?;
    let average = workforce.totals(scenario.hours).mean_rate;
    let average = match (average_annual_pay, average) {
        (Known::Known(_), Some(rate)) => {
            HourlyRate::new(round(rate, HourlyRate::DECIMALS)).map_or(Known::Unknown, Known::Known)
        }
        _ => Known::Unknown,
    };
    let mut groups = Vec::with_capacity(parts.len());
    for ((part, heads), fte) in parts.iter().zip(heads).zip(ftes) {
        let heads = heads.to_u64().ok_or("the shares are out of range")?;
        groups.push(Group {
            headcount: Known::Known(heads),
            fte: Fte::new(fte).map_or(Known::Unknown, Known::Known),
            rate: Some(part.rate.map_or(average, Known::Known)),
            ..super::cell::named(&part.name)
        });
    }
    let people = People::Groups(groups);
    // Averages are no rates that a payroll rounds.
    Ok(turned(scenario, people, workforce.rounding))
}

/// Every part's share; the one without a share gets what the others leave.
fn shares(parts: &[Part]) -> Result<Vec<Decimal>, String> {
    if parts.len() < 2 {
        return Err("write two groups or more, a line each".to_owned());
    }
    let said = parts.iter().filter_map(|part| part.share);
    let sum = said
        .clone()
        .try_fold(Decimal::ZERO, |sum, share| sum.checked_add(share));
    let sum = sum.ok_or("the shares are out of range")?;
    let left = Decimal::ONE_HUNDRED
        .checked_sub(sum)
        .ok_or("the shares are out of range")?;
    let open = parts.len() - said.count();
    let is_whole = if open == 0 {
        left.is_zero()
    } else {
        open == 1 && left > Decimal::ZERO
    };
    if !is_whole {
        return Err(format!(
            "the shares add up to {}, not to 100%; write rest for the last one",
            crate::document::words::percent(sum)
        ));
    }
    let all = parts.iter().map(|part| part.share.unwrap_or(left));
    Ok(all.collect())
}

/// A number dealt out by shares of 100 so that the parts, of so many decimals, add up to it.
fn dealt(whole: Decimal, shares: &[Decimal], decimals: u32) -> Option<Vec<Decimal>> {
    let unit = Decimal::try_from_i128_with_scale(1, decimals).ok()?;
    let mut parts = Vec::with_capacity(shares.len());
    let mut left = whole;
    for share in shares {
        let exact = whole
            .checked_mul(*share)?
            .checked_div(Decimal::ONE_HUNDRED)?;
        let part = exact.trunc_with_scale(decimals);
        left = left.checked_sub(part)?;
        parts.push((part, exact.checked_sub(part)?));
    }
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(parts.get(*at).map(|part| part.1)));
    for at in order.into_iter().cycle().take(1_000) {
        if left < unit {
            break;
        }
        if let Some(part) = parts.get_mut(at) {
            part.0 = part.0.checked_add(unit)?;
            left = left.checked_sub(unit)?;
        }
    }
    Some(parts.into_iter().map(|part| part.0).collect())
}

/// A summary in place of groups: their totals, and their average pay to the cent.
///
/// # Errors
/// Words that say what stands against it.
pub fn to_summary(scenario: &Scenario) -> Result<Turned, String> {
    let workforce = &scenario.workforce;
    if workforce.groups().is_none() {
        return Err("there are no groups".to_owned());
    }
    let totals = workforce.totals(scenario.hours);
    let average = totals
        .payroll
        .zip(totals.fte)
        .and_then(|(payroll, fte)| payroll.checked_div(fte))
        .and_then(|average| Money::new(round(average, 2)).ok());
    let people = People::Summary {
        headcount: totals.headcount.map_or(Known::Unknown, Known::Known),
        fte: totals
            .fte
            .and_then(|fte| Fte::new(fte).ok())
            .map_or(Known::Unknown, Known::Known),
        average_annual_pay: average.map_or(Known::Unknown, Known::Known),
    };
    let mut turned = turned(scenario, people, Rounding::None);
    let own = Arc::make_mut(&mut turned.workforce);
    own.scales.clear();
    own.ladders.clear();
    Ok(turned)
}

fn turned(scenario: &Scenario, people: People, rounding: Rounding) -> Turned {
    let before = &scenario.workforce;
    let workforce = Workforce {
        rates_as_of: before.rates_as_of,
        rate_unit: before.rate_unit,
        rounding,
        people,
        scales: before.scales.clone(),
        ladders: before.ladders.clone(),
        note: before.note.clone(),
    };
    let now = workforce.totals(scenario.hours).payroll;
    let then = before.totals(scenario.hours).payroll;
    let mut next = scenario.clone();
    next.workforce = Arc::new(workforce);
    Turned {
        payroll_changes: now.zip(then).and_then(|(now, then)| now.checked_sub(then)),
        nobody: empty_scopes(&next),
        workforce: next.workforce,
    }
}
