//! Two lists of figures side by side.

use std::collections::HashMap;

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
    let shown: HashMap<&str, &Figure> = by_name(program);
    let known = by_name(oracle);
    let unknown_to = |names: &HashMap<&str, &Figure>, sheet: &Sheet, whose: &str| {
        let missing = sheet.figures.iter().map(|(name, _)| name);
        let missing = missing.filter(|name| !names.contains_key(name.as_str()));
        missing
            .map(|name| format!("{name}: the {whose} has none"))
            .collect::<Vec<_>>()
    };
    let mut found = unknown_to(&shown, oracle, "program");
    found.extend(unknown_to(&known, program, "oracle"));
    for (name, right) in &oracle.figures {
        let shown = shown.get(name.as_str());
        if let Some(difference) = shown.and_then(|shown| difference(right, shown)) {
            found.push(format!("{name}: {difference}"));
        }
    }
    found
}

fn by_name(sheet: &Sheet) -> HashMap<&str, &Figure> {
    let figures = sheet.figures.iter();
    figures
        .map(|(name, figure)| (name.as_str(), figure))
        .collect()
}
