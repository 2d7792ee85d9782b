//! Sentences about offers: more or less, one or several, and the same in words where nothing differs.

use rust_decimal::Decimal;

use super::case::{Case, Named, Pair, Shown};
use crate::units::text;

/// `1 raise`, `5 raises`, `62,000 full-time equivalents`.
pub fn counted(count: Decimal, what: &str) -> String {
    let plural = if count == Decimal::ONE { "" } else { "s" };
    format!("{} {what}{plural}", text::count(count))
}

/// `a`, `a and b`, `a, b and c`.
pub fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// A text that starts with a capital.
pub fn capitalized(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(rest).collect()
    })
}

/// The size of an amount without its sign; cents where whole dollars would show nothing, and
/// `None` where there is nothing to show.
pub fn size(amount: Decimal) -> Option<String> {
    let amount = amount.abs();
    let short = text::dollars_short(amount);
    if short != text::dollars_short(Decimal::ZERO) {
        return Some(short);
    }
    let cents = text::dollars(amount);
    (cents != text::dollars(Decimal::ZERO)).then_some(cents)
}

/// `$963.8M more`, `$963.8M less`; `None` where there is no difference.
pub fn more_or_less(difference: Decimal) -> Option<String> {
    let direction = if difference.is_sign_negative() {
        "less"
    } else {
        "more"
    };
    Some(format!("{} {direction}", size(difference)?))
}

/// A whole amount, sign included, by the rule of [`size`].
pub fn amount(value: Decimal) -> String {
    match size(value) {
        Some(size) if value.is_sign_negative() => format!("\u{2212}{size}"),
        Some(size) => size,
        None => text::dollars_short(Decimal::ZERO),
    }
}

/// A part of a sum: its sign always shown, cents where whole dollars would show nothing.
pub fn brief_signed(value: Decimal) -> String {
    let brief = text::dollars_signed(value);
    if brief != text::dollars_short(Decimal::ZERO) {
        return brief;
    }
    let sign = if value.is_sign_negative() {
        "\u{2212}"
    } else {
        "+"
    };
    size(value).map_or(brief, |size| format!("{sign}{size}"))
}

/// The first few of a list, and how many more there are.
pub fn first_of(mut items: Vec<String>, most: usize) -> String {
    let more = items.len().saturating_sub(most);
    if more > 0 {
        items.truncate(most);
        items.push(format!("{more} more"));
    }
    listed(&items)
}

/// A value of each offer the headline speaks of: `21.5% under Employer offer and 25% under Union
/// counter`, and whose isn't known; `None` where none is.
pub fn under(
    case: &Case<'_>,
    named: Named,
    value: impl Fn(&Shown<'_>) -> Option<String>,
) -> Option<String> {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for shown in case.spoken_of() {
        let name = shown.name(named).to_owned();
        match value(shown) {
            Some(value) => known.push(format!("{value} under {name}")),
            None => unknown.push(name),
        }
    }
    if known.is_empty() {
        return None;
    }
    let known = listed(&known);
    Some(if unknown.is_empty() {
        known
    } else {
        format!("{known}; not known under {}", listed(&unknown))
    })
}

/// What lies between A and B: `Union counter costs $963.8M more than Employer offer over the term`.
/// Where the cost isn't known, points.
pub fn gap(case: &Case<'_>, pair: &Pair<'_, '_>, named: Named) -> String {
    let (a, b) = (pair.a.name(named), pair.b.name(named));
    let span = case.span();
    match pair.gap.cost.map(more_or_less) {
        Some(Some(more)) => format!("{b} costs {more} than {a} {span}"),
        Some(None) => format!("{a} and {b} cost the same {span}"),
        None => points_instead(pair, named),
    }
}

/// The difference in points, where the one in dollars isn't known.
pub fn points_instead(pair: &Pair<'_, '_>, named: Named) -> String {
    let (a, b) = (pair.a.name(named), pair.b.name(named));
    match pair.gap.simple_points {
        Some(points) if points.is_zero() => {
            format!("Raises sum to the same under {a} and {b}; the cost is not known")
        }
        Some(points) => {
            let direction = if points.is_sign_negative() {
                "less"
            } else {
                "more"
            };
            let points = text::points_in_words(points.abs());
            format!(
                "Raises sum to {points} {direction} under {b} than under {a}; the cost is not known"
            )
        }
        None => format!("What {a} and {b} cost is not known"),
    }
}

/// What one offer costs, where nothing is compared.
pub fn cost_alone(case: &Case<'_>, named: Named) -> String {
    let Some(one) = case.shown.first() else {
        return "No offers yet".to_owned();
    };
    let (name, span) = (one.name(named), case.span());
    match one.figures().cost.map(|cost| (size(cost), cost)) {
        Some((Some(size), cost)) if cost.is_sign_negative() => {
            format!("{name} costs {size} less than the baseline {span}")
        }
        Some((Some(size), _)) => format!("{name} costs {size} above the baseline {span}"),
        Some((None, _)) => format!("{name} costs the same as the baseline {span}"),
        None => match one.figures().simple_sum {
            Some(sum) => format!(
                "Raises sum to {} under {name}; the cost is not known",
                text::percent_close(sum)
            ),
            None => format!("What {name} costs is not known"),
        },
    }
}

/// The gap, or what the one offer costs.
pub fn cost(case: &Case<'_>, named: Named) -> String {
    match case.pair() {
        Some(pair) => gap(case, &pair, named),
        None => cost_alone(case, named),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn differences_read_right_in_every_size_and_sign() {
        let more = |text| more_or_less(d(text));
        assert_eq!(more("963794507.39").as_deref(), Some("$963.8M more"));
        assert_eq!(more("-963794507.39").as_deref(), Some("$963.8M less"));
        assert_eq!(more("0.3").as_deref(), Some("$0.30 more"));
        assert_eq!(more("-0.004"), None);
        assert_eq!(more("0"), None);
        assert_eq!(amount(d("-720")), "\u{2212}$720");
        assert_eq!(amount(d("-0.001")), "$0");
    }

    #[test]
    fn one_is_singular() {
        assert_eq!(counted(d("1"), "raise"), "1 raise");
        assert_eq!(counted(d("1.0"), "raise"), "1 raise");
        assert_eq!(counted(d("0.5"), "raise"), "0.5 raises");
        assert_eq!(counted(d("62000"), "employee"), "62,000 employees");
        let items = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(listed(&items), "a, b and c");
        assert_eq!(listed(&items[..2]), "a and b");
    }
}
