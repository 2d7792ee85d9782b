//! Sentences about offers: more or less, and the same in words where nothing differs.

use rust_decimal::Decimal;

use super::case::{Case, Named, Pair, Shown};
use super::phrases::listed;
use crate::scenario::{Clause, ClauseKind, Offer};
use crate::units::text;

/// A value of each offer the headline speaks of: `21.5% under the employer’s offer and 25% under
/// the union’s counter`; one value for both where they agree; whose isn't known; `None` where none
/// is.
pub fn under(
    case: &Case<'_>,
    named: Named,
    value: impl Fn(&Shown<'_>) -> Option<String>,
) -> Option<String> {
    let mut known: Vec<(String, String)> = Vec::new();
    let mut unknown = Vec::new();
    for shown in case.spoken_of() {
        let name = shown.name(named).to_owned();
        match value(shown) {
            Some(value) => known.push((value, name)),
            None => unknown.push(name),
        }
    }
    let (first, _) = known.first()?;
    let same = known.len() > 1 && known.iter().all(|(value, _)| value == first);
    let told = match (same, known.len()) {
        (true, 2) => format!("{first} under both"),
        (true, _) => format!("{first} under all"),
        (false, _) => {
            let each: Vec<String> = known
                .iter()
                .map(|(value, name)| format!("{value} under {name}"))
                .collect();
            listed(&each)
        }
    };
    Some(if unknown.is_empty() {
        told
    } else {
        format!("{told}; not known under {}", listed(&unknown))
    })
}

/// What lies between A and B: `the union’s counter costs about $960M more`. Where the cost isn't
/// known, points.
pub fn gap(case: &Case<'_>, pair: &Pair<'_, '_>, named: Named) -> String {
    let b = pair.b.name(named);
    match pair.gap.cost.map(|cost| case.money.more_or_less(cost)) {
        Some(Some(more)) => format!("{b} costs {more}"),
        Some(None) => format!("{} cost the same", both(case, pair, named)),
        None => points_instead(case, pair, named),
    }
}

/// A and B together: `both offers` in a headline where no other is drawn beside them, else by their names.
pub fn both(case: &Case<'_>, pair: &Pair<'_, '_>, named: Named) -> String {
    match named {
        Named::Headline if case.shown.len() == 2 => "both offers".to_owned(),
        _ => format!("{} and {}", pair.a.name(named), pair.b.name(named)),
    }
}

/// How many points more one of two offers' raises add up to: `raises add up to 3.5 points more under the union’s
/// counter`. Where there is more in them than percents for everyone, what wages end at is compared, else the sums say
/// whose they are. `None` where neither is known.
pub fn points(case: &Case<'_>, pair: &Pair<'_, '_>, named: Named) -> Option<String> {
    let b = pair.b.name(named);
    // A sum that leaves dollars out says nothing against another.
    let is_partial = |shown: &Shown<'_>| shown.figures().simple_sum_is_partial;
    let points = pair
        .gap
        .simple_points
        .filter(|_| !is_partial(pair.a) && !is_partial(pair.b))?;
    let whose = whose([pair.a.offer, pair.b.offer]);
    if !whose.is_empty()
        && let Some(compounded) = compounded(case, pair, named)
    {
        return Some(compounded);
    }
    let raises = format!("raises{whose}");
    if points.is_zero() {
        let both = both(case, pair, named);
        return Some(format!("{raises} add up to the same under {both}"));
    }
    let direction = if points.is_sign_negative() {
        "less"
    } else {
        "more"
    };
    let points = text::points_in_words(points.abs());
    if points == text::points_in_words(Decimal::ZERO) {
        let both = both(case, pair, named);
        return Some(format!("{raises} add up to nearly the same under {both}"));
    }
    Some(format!("{raises} add up to {points} {direction} under {b}"))
}

/// Whose raises a simple sum adds, where offers have others: `for everyone`; nothing where it holds all of them.
pub fn whose<'s>(offers: impl IntoIterator<Item = &'s Offer>) -> &'static str {
    let changes = |clause: &&Clause| clause.terms.kind().changes_rates() && clause.counted;
    let is_all =
        |clause: &Clause| clause.terms.kind() == ClauseKind::Percent && clause.scope.is_everyone();
    let mut whose = "";
    for offer in offers {
        for clause in offer.clauses.iter().filter(changes) {
            if !is_all(clause) {
                whose = " for everyone";
            }
        }
    }
    whose
}

/// By how much more wages rise under B; `None` where it isn't known.
pub fn compounded(case: &Case<'_>, pair: &Pair<'_, '_>, named: Named) -> Option<String> {
    let points = pair.gap.compounded_points?;
    let b = pair.b.name(named);
    let size = text::points_in_words(points.abs());
    Some(if size == text::points_in_words(Decimal::ZERO) {
        let both = both(case, pair, named);
        format!("compounded, {both} raise pay alike")
    } else {
        let direction = if points.is_sign_negative() {
            "less"
        } else {
            "more"
        };
        format!("{b} raises pay by {size} {direction}, compounded")
    })
}

/// The difference in points, where the one in dollars isn't known.
pub fn points_instead(case: &Case<'_>, pair: &Pair<'_, '_>, named: Named) -> String {
    points(case, pair, named).map_or_else(
        || {
            let (a, b) = (pair.a.name(named), pair.b.name(named));
            format!("what {a} and {b} cost is not known")
        },
        |points| format!("{points}; cost not known"),
    )
}

/// What one offer costs, where nothing is compared.
pub fn cost_alone(case: &Case<'_>, named: Named) -> String {
    let Some(one) = case.shown.first() else {
        return "no offers yet".to_owned();
    };
    let name = one.name(named);
    match one.figures().cost.map(|cost| (case.money.told(cost), cost)) {
        Some((Some(size), cost)) if cost.is_sign_negative() => {
            format!("{name} costs {size} less than the baseline")
        }
        Some((Some(size), _)) => format!("{name} costs {size} above the baseline"),
        Some((None, _)) => format!("{name} costs the same as the baseline"),
        None => match one.figures().simple_sum {
            Some(sum) => format!(
                "raises{} add up to {} under {name}; cost not known",
                whose([one.offer]),
                text::percent_close(sum)
            ),
            None => format!("what {name} costs is not known"),
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
