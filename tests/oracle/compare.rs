//! Two lists of figures side by side.

use num_bigint::BigInt;
use num_traits::Signed;

use super::exact::{Fraction, power_of_ten};
use super::figures::{Figure, Sheet};

/// A fraction in digits a person can compare.
pub fn readable(value: Option<&Fraction>) -> String {
    let Some(value) = value else {
        return "unknown".to_owned();
    };
    let digits = value.numer().abs() * power_of_ten(12) / value.denom();
    let digits = format!("{digits:0>13}");
    let (whole, after) = digits.split_at(digits.len() - 12);
    let sign = if value.is_negative() { "-" } else { "" };
    format!("{sign}{whole}.{after}")
}

/// Whether two values lie within 10^−places of each other, or neither is known.
pub fn agree(one: Option<&Fraction>, other: Option<&Fraction>, places: Option<u32>) -> bool {
    let (Some(one), Some(other)) = (one, other) else {
        return one.is_none() && other.is_none();
    };
    let apart: BigInt = (one.numer() * other.denom() - other.numer() * one.denom()).abs();
    let unit = (one.denom() * other.denom()).abs();
    match places {
        Some(places) => apart * power_of_ten(places) <= unit,
        None => apart == BigInt::from(0),
    }
}

/// What is wrong with a figure the program shows, in words; `None` where nothing is.
fn difference(right: &Figure, shown: &Figure) -> Option<String> {
    let (one, other, places) = match (right, shown) {
        (Figure::Dollars(one), Figure::Dollars(other)) => (one, other, Some(6)),
        (Figure::Percent(one), Figure::Percent(other)) => (one, other, Some(9)),
        (Figure::Number(one), Figure::Number(other)) => (one, other, None),
        (Figure::Text(one), Figure::Text(other)) => {
            return (one != other).then(|| format!("oracle {one}, program {other}"));
        }
        _ => return Some(format!("oracle {right:?}, program {shown:?}")),
    };
    (!agree(one.as_ref(), other.as_ref(), places)).then(|| {
        format!(
            "oracle {}, program {}",
            readable(one.as_ref()),
            readable(other.as_ref())
        )
    })
}

/// Every figure on which the program differs from the oracle, one line each.
pub fn differences(oracle: &Sheet, program: &Sheet) -> Vec<String> {
    let missing = |of: &Sheet, from: &Sheet, whose: &str| -> Vec<String> {
        let keys = of.figures.iter().map(|(key, _)| *key);
        keys.filter(|(part, name)| from.find(*part, *name).is_none())
            .map(|(part, name)| format!("{part:?} {name:?}: the {whose} has none"))
            .collect()
    };
    let mut found = missing(oracle, program, "program");
    found.extend(missing(program, oracle, "oracle"));
    for ((part, name), right) in &oracle.figures {
        let shown = program.find(*part, *name);
        if let Some(difference) = shown.and_then(|shown| difference(right, shown)) {
            found.push(format!("{part:?} {name:?}: {difference}"));
        }
    }
    found
}
