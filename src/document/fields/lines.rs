//! Values of a clause that are many: a line each.

use super::Written;
use super::values::{money_in, percent_in};
use crate::document::{amounts, entry, words};
use crate::scenario::ranges::MULTIPLE;
use crate::scenario::ranges::PART;
use crate::scenario::{DatedAmount, DatedValue, Goal};
use crate::units::digits::FromDigits;
use crate::units::{Currency, Date, Known, Money};

/// Days, a line each.
pub(super) fn days(days: &[Date]) -> String {
    let lines: Vec<String> = days.iter().map(|day| words::date(*day)).collect();
    lines.join("\n")
}

/// Days as typed, a line each.
pub(super) fn read_days(text: &str) -> Result<Vec<Date>, String> {
    let days = each(text, entry::date)?;
    if days.is_empty() {
        return Err("write a date, such as Jul 1, 2027, a line each".to_owned());
    }
    Ok(days)
}

/// Values by date, a line each.
pub(super) fn values<T: FromDigits>(
    values: &[DatedValue<T>],
    said: impl Fn(&Known<T>) -> Written,
) -> Written {
    Written::lines(values.iter().map(|one| of_day(one.date, said(&one.value))))
}

/// Values by date as typed: `Jan 1, 2027: $4,000`, a line each.
pub(super) fn read_values<T>(
    text: &str,
    such_as: &str,
    read: impl Fn(&str) -> Result<T, String>,
) -> Result<Vec<DatedValue<T>>, String> {
    let values = each(text, |line| {
        let (date, value) = dated(line, such_as)?;
        let value = amounts::or_unknown(value, &read)?;
        Ok(DatedValue { date, value })
    })?;
    if values.is_empty() {
        return Err(format!(
            "write a date and a value, such as {such_as}, a line each"
        ));
    }
    Ok(values)
}

/// Amounts by date, a line each.
pub(super) fn amounts(amounts: &[DatedAmount], currency: &Currency) -> Written {
    let line = |one: &DatedAmount| of_day(one.date, money_in(&one.amount, currency));
    Written::lines(amounts.iter().map(line))
}

fn of_day(date: Date, value: Written) -> Written {
    Written::from(format!("{}: ", words::date(date))).then(value)
}

/// Amounts by date as typed.
pub(super) fn read_amounts(text: &str, currency: &Currency) -> Result<Vec<DatedAmount>, String> {
    let such_as = example("1,000,000", currency);
    let values = read_values(text, &such_as, |text| amounts::sum(text, currency))?;
    let amount = |one: DatedValue<Money>| DatedAmount {
        date: one.date,
        amount: one.value,
    };
    Ok(values.into_iter().map(amount).collect())
}

/// A date and an amount, as an example.
pub(super) fn example(amount: &str, currency: &Currency) -> String {
    format!("Jan 1, 2027: {}", currency.example(amount))
}

/// Goals, a line each: `Service: 50%, 80%`.
pub(super) fn goals(goals: &[Goal]) -> Written {
    Written::lines(goals.iter().map(|goal| {
        Written::from(format!("{}: ", goal.name))
            .then(percent_in(&goal.share))
            .then(", ".to_owned())
            .then(percent_in(&goal.reached))
    }))
}

/// Goals as typed; none is that the amount is paid in full.
pub(super) fn read_goals(text: &str) -> Result<Vec<Goal>, String> {
    each(text, |line| {
        let parts = line.rsplit_once(':').and_then(|(name, rest)| {
            let (share, reached) = rest.split_once(',')?;
            Some((name.trim(), share, reached))
        });
        let Some((name, share, reached)) = parts.filter(|(name, ..)| !name.is_empty()) else {
            return Err(
                "write a goal as its name, its share and how far it is reached: Service: 50%, 80%"
                    .to_owned(),
            );
        };
        Ok(Goal {
            name: name.to_owned(),
            share: amounts::or_unknown(share, |text| {
                amounts::percent(text, "a share of the amount", PART)
            })?,
            reached: amounts::or_unknown(reached, |text| {
                amounts::percent(text, "how far a goal is reached", MULTIPLE)
            })?,
        })
    })
}

/// A line's date, and the rest of it.
fn dated<'a>(line: &'a str, such_as: &str) -> Result<(Date, &'a str), String> {
    let (date, value) = line
        .rsplit_once(':')
        .ok_or_else(|| format!("write a date, a colon and the value: {such_as}"))?;
    Ok((entry::date(date)?, value.trim()))
}

/// Each line that isn't empty, read; what is wrong names the line where there are several.
fn each<T>(text: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<Vec<T>, String> {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let several = lines.len() > 1;
    let numbered = lines.into_iter().enumerate();
    let read = numbered.map(|(at, line)| {
        read(line).map_err(|told| {
            if several {
                format!("Line {}: {told}", at.saturating_add(1))
            } else {
                told
            }
        })
    });
    read.collect()
}
