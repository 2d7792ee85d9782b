//! What is said of a claim: its number, the finding, what would make it exactly true.

use rust_decimal::Decimal;

use crate::document::statement::claim::shown;
use crate::document::{order, words};
use crate::explore::claims::{Beside, Checked, Implied, ReadAs, Takes, Verdict};
use crate::scenario::{Claim, OfferId, Party, Precision, Quantity, QuotedUnit, Scenario};
use crate::units::Currency;
use crate::units::decimal::round;
use crate::units::text;

/// What stands where nothing is found.
pub const NOTHING: &str = "\u{2013}";

#[must_use]
pub fn side(party: Party) -> &'static str {
    match party {
        Party::Union => "Union",
        Party::Employer => "Employer",
        Party::Neutral => "Neither side",
    }
}

/// The number with its precision word, as it is said: `nearly $1,440`, `21.5%`, `most`.
#[must_use]
pub fn quoted(claim: &Claim, currency: &Currency) -> String {
    let number = claim
        .value
        .map(|value| shown(value.get(), Some(claim.quantity.unit()), currency));
    match (claim.precision, number) {
        (Precision::Most, _) => "most".to_owned(),
        (_, None) => "no number".to_owned(),
        (Precision::Exactly, Some(number)) => number,
        (precision, Some(number)) => format!("{} {number}", precision.name()),
    }
}

/// A figure in the unit of a claim, as closely as it is read.
#[must_use]
pub fn figure(value: Decimal, unit: QuotedUnit, currency: &Currency) -> String {
    match unit {
        // Dollars of one person are told to the cent, as they are quoted.
        QuotedUnit::Dollars if value.abs() < Decimal::from(100_000) => currency.exact(value),
        QuotedUnit::Dollars => currency.short(value),
        QuotedUnit::Percent => text::percent_close(round(value, 2)),
        QuotedUnit::Count => text::count(round(value, 2)),
    }
}

/// The finding: `$963.8M`, `16 of 21.5`, `9% or 9.16%`.
#[must_use]
pub fn found(checked: &Checked, currency: &Currency) -> String {
    if let Some((part, whole)) = points(checked) {
        return format!("{} of {}", text::plain(part), text::plain(whole));
    }
    let readings = checked.readings.iter();
    let mut each: Vec<String> = readings
        .map(|one| figure(one.finding, checked.unit, currency))
        .collect();
    // Two readings that come to the same conclusion are told by the first.
    if checked.verdict != Verdict::Depends {
        each.truncate(1);
    }
    if each.is_empty() {
        NOTHING.to_owned()
    } else {
        each.join(" or ")
    }
}

fn points(checked: &Checked) -> Option<(Decimal, Decimal)> {
    checked.beside.iter().find_map(|one| match one {
        Beside::Points { part, whole } => Some((*part, *whole)),
        _ => None,
    })
}

/// The last column: what would make the claim exactly true, or what stands in its place.
#[must_use]
pub fn would_be_true_with(scenario: &Scenario, checked: &Checked) -> String {
    let currency = &scenario.currency;
    let beside = checked.beside.iter().find_map(|one| match one {
        Beside::GapThen(gap) => Some(format!("the gap is then {}", currency.short(*gap))),
        Beside::ShareOfGap(share) => Some(format!(
            "{} of the gap",
            text::percent_close(round(*share, 1))
        )),
        Beside::Points { .. } | Beside::Compounded(_) => None,
    });
    if checked.verdict == Verdict::IsAnInput {
        let about = checked.claim.input_of.as_deref().unwrap_or_default();
        return match beside {
            Some(beside) => format!("the {about} was worked back from it; {beside}"),
            None => format!("the {about} was worked back from it"),
        };
    }
    if let Some(takes) = &checked.takes {
        let needs = needs(scenario, takes);
        return match beside {
            Some(beside) => format!("{needs}; {beside}"),
            None => needs,
        };
    }
    if let (Quantity::ShareInForce { by, .. }, Some(share)) =
        (&checked.claim.quantity, checked.finding())
    {
        let share = text::percent_close(round(share, 1));
        return format!("{share} of the sum by {}", words::date(*by));
    }
    if let Some(beside) = beside {
        return beside;
    }
    match &checked.implied {
        Some(implied) if implied.is_nothing() => "no single input makes it exactly true".to_owned(),
        Some(implied) => shortest(scenario, checked, implied),
        None => "true as it stands".to_owned(),
    }
}

/// The two inputs people know best; a raise where there are none.
fn shortest(scenario: &Scenario, checked: &Checked, implied: &Implied) -> String {
    let currency = &scenario.currency;
    let mut each = Vec::new();
    if let Some(fte) = &implied.fte {
        each.push(format!(
            "{} full-time employees",
            text::count(round(fte.input, 0))
        ));
    }
    if let Some(pay) = &implied.average_pay {
        each.push(format!("{} average pay", currency.short(pay.input)));
    }
    if let Some(pool) = &implied.pool {
        let pool = text::percent_close(round(pool.input, 4));
        return match checked.verdict {
            Verdict::Depends => format!(
                "holds {}; {} with a pool of {pool}",
                read_as(true),
                read_as(false)
            ),
            _ => format!("a pool of {pool}"),
        };
    }
    if each.is_empty()
        && let Some(raise) = implied.raises.first()
    {
        let percent = text::percent_close(round(raise.percent.input, 2));
        let name = raise_name(scenario, &raise.offer, raise.clause);
        each.push(format!("{percent} for {name}"));
    }
    each.join(", or ")
}

fn read_as(added: bool) -> &'static str {
    if added { "added up" } else { "compounded" }
}

/// How percents are taken together in a reading.
#[must_use]
pub fn reading(read_as: ReadAs) -> &'static str {
    match read_as {
        ReadAs::Quoted => "",
        ReadAs::AddedUp => "added up",
        ReadAs::Compounded => "compounded",
    }
}

/// A raise by its number and its offer: `raise 3 of Employer offer`.
#[must_use]
pub fn raise_name(scenario: &Scenario, offer: &OfferId, clause: usize) -> String {
    let Some(own) = scenario.offer(offer) else {
        return "a raise".to_owned();
    };
    let number = own
        .clauses
        .get(clause)
        .map_or(0, |clause| order::number_of(scenario, offer, clause.id));
    match number {
        0 => format!("a raise of {}", own.name),
        number => format!("raise {number} of {}", own.name),
    }
}

/// What checking a claim would take.
#[must_use]
pub fn needs(scenario: &Scenario, takes: &Takes) -> String {
    let name = |id: &OfferId| {
        let offer = scenario.offer(id);
        offer.map_or("an offer that isn\u{2019}t here", |offer| {
            offer.name.as_str()
        })
    };
    match takes {
        Takes::Elsewhere(what) if what.trim().is_empty() => {
            "needs facts this program doesn\u{2019}t have".to_owned()
        }
        Takes::Elsewhere(what) => format!("needs {}", what.trim()),
        Takes::Workforce => "needs the number of employees and their pay".to_owned(),
        Takes::WageScales => {
            "needs wage scales and the employees on each step: People, Payroll".to_owned()
        }
        Takes::Terms(offer) => format!("needs terms of {} that aren\u{2019}t known", name(offer)),
        Takes::Pool(offer) => format!("needs an equity pool in {} with its percent", name(offer)),
        Takes::Comparison => "needs offers A and B to compare".to_owned(),
        Takes::Settlement(name) => format!("needs the raises of {name}, or their total"),
    }
}

/// How a number with this precision is read, with its bounds; nothing to say of "no number".
#[must_use]
pub fn precision(claim: &Claim, currency: &Currency) -> Option<String> {
    let unit = claim.quantity.unit();
    if claim.precision == Precision::Most {
        return Some("Most: more than half.".to_owned());
    }
    let value = claim.value?.get();
    let said = |value: Decimal| shown(value.normalize(), Some(unit), currency);
    let part = |hundredths: i64| value.checked_mul(Decimal::new(hundredths, 2));
    Some(match claim.precision {
        Precision::Exactly => format!(
            "Exactly: equal when rounded to the digits quoted, {}.",
            shown(value, Some(unit), currency)
        ),
        Precision::Nearly => format!("Nearly: {} to {}.", said(part(90)?), said(value)),
        Precision::About => {
            format!(
                "About: within 5%, {} to {}.",
                said(part(95)?),
                said(part(105)?)
            )
        }
        Precision::MoreThan => format!("More than: above {}.", said(value)),
        Precision::AtLeast => format!("At least: {} or more.", said(value)),
        Precision::AtMost => format!("At most: {} or less.", said(value)),
        Precision::LessThan => format!("Less than: below {}.", said(value)),
        Precision::Most => return None,
    })
}
