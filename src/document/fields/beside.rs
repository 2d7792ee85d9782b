//! The fields of clauses beside rates: what they show, what is typed into them, what an example holds.

use rust_decimal::Decimal;

use super::lump_sum;
use super::values::{chosen, fte_in, money_in, of_percent, or_unknown, part, people, percent_in};
use super::{Field, Key, lines};
use crate::document::new_clause::Example;
use crate::document::{amounts, entry, words};
use crate::scenario::ranges::{MULTIPLE, PART};
use crate::scenario::{
    BenefitBasis, ClauseKind, ClauseTerms, DatedAmount, DatedValue, DollarTiming, PayoutBasis,
};
use crate::units::{Currency, Hours, Known, Money, text};

/// When dollars dated before a late ratification can be owed.
const WHEN: &[&str] = &["on their dates", "on ratification, if late"];
const BENEFIT_BASES: &[&str] = &[
    "each participant, a year",
    "each 1.0 FTE, a year",
    "each paid hour",
];
const PAYOUT_BASES: &[&str] = &["each participant", "each 1.0 FTE"];

/// The values of a clause's terms, in the order they are read.
pub(super) fn fields(terms: &ClauseTerms, currency: &Currency) -> Option<Vec<Field>> {
    Some(match terms {
        ClauseTerms::HoldSteps { until } => vec![Field::line(
            Key::Until,
            "Until",
            words::date(*until),
            "",
            "Oct 1, 2027",
        )],
        ClauseTerms::LumpSum { amount, paid, .. } => lump_sum::fields(amount, *paid, currency),
        ClauseTerms::Benefit {
            today,
            values,
            participants,
            attainment,
            basis,
            when,
        } => vec![
            Field::line(
                Key::Today,
                "Today",
                money_in(today, currency),
                "",
                &currency.nothing(),
            ),
            Field::lines(
                Key::Values,
                "From each date on",
                lines::values(values, |money| money_in(money, currency)),
                &lines::example("4,000", currency),
            ),
            Field::choice(
                Key::Basis,
                "Counted on",
                BENEFIT_BASES,
                match basis {
                    BenefitBasis::PerHead => 0,
                    BenefitBasis::PerFte => 1,
                    BenefitBasis::PerPaidHour => 2,
                },
            ),
            Field::line(
                Key::Participants,
                "Take part",
                fte_in(participants),
                "",
                "62,000",
            ),
            of_percent(Key::Attainment, "Get it", attainment, "100%"),
            of_when(*when),
        ],
        ClauseTerms::Payout {
            on,
            amount,
            today,
            participants,
            basis,
            likelihood,
            goals,
            when,
        } => vec![
            Field::line(
                Key::Amount,
                "Amount",
                money_in(amount, currency),
                "",
                &currency.example("1,200"),
            ),
            Field::lines(
                Key::Days,
                "Days it falls on",
                lines::days(on),
                "Mar 15, 2027",
            ),
            Field::line(
                Key::Today,
                "Today",
                money_in(today, currency),
                "",
                &currency.nothing(),
            ),
            Field::choice(
                Key::Basis,
                "Counted on",
                PAYOUT_BASES,
                usize::from(*basis == PayoutBasis::PerFte),
            ),
            Field::line(
                Key::Participants,
                "Take part",
                fte_in(participants),
                "",
                "62,000",
            ),
            of_percent(Key::Likelihood, "Likely", likelihood, "100%"),
            Field::lines(
                Key::Goals,
                "Goals: share of the amount, how far reached",
                lines::goals(goals),
                "Service: 50%, 80%",
            ),
            of_when(*when),
        ],
        ClauseTerms::PaidTime {
            hours,
            participants,
            backfilled,
            premium,
        } => vec![
            Field::line(
                Key::Hours,
                "Each",
                or_unknown(hours, |hours| text::plain(hours.get())),
                "hours a year",
                "8",
            ),
            Field::line(
                Key::Participants,
                "Take part",
                fte_in(participants),
                "FTE",
                "500",
            ),
            of_percent(Key::CalledIn, "Called in", backfilled, "100%"),
            of_percent(Key::Premium, "At rate", premium, "100%"),
        ],
        ClauseTerms::Contribution {
            name,
            today,
            values,
            when,
        } => vec![
            Field::line(Key::Name, "Name", name.clone(), "", "pension"),
            of_percent(Key::Today, "Today", today, "0%"),
            Field::lines(
                Key::Values,
                "Percent of pay from each date on",
                lines::values(values, percent_in),
                "Jan 1, 2027: 1.5%",
            ),
            of_when(*when),
        ],
        ClauseTerms::CostStream { amounts, when } => vec![
            Field::lines(
                Key::Values,
                &currency.said("Dollars on each date"),
                lines::amounts(amounts, currency),
                &lines::example("1,000,000", currency),
            ),
            of_when(*when),
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
    currency: &Currency,
) -> Result<(), String> {
    let money = |text: &str| amounts::sum(text, currency);
    match (terms, key) {
        (ClauseTerms::HoldSteps { until }, Key::Until) => *until = entry::date(text)?,
        (ClauseTerms::LumpSum { amount, paid, .. }, key) => {
            lump_sum::take(amount, paid, key, text, currency)?
        }
        (ClauseTerms::Payout { today, .. }, Key::Today) => {
            *today = amounts::or_unknown(text, money)?;
        }
        (ClauseTerms::Benefit { today, basis, .. }, Key::Today) => {
            *today = amounts::or_unknown(text, |text| of_benefit(text, *basis, currency))?;
        }
        (ClauseTerms::Benefit { values, basis, .. }, Key::Values) => {
            *values = lines::read_values(text, &lines::example("4,000", currency), |text| {
                of_benefit(text, *basis, currency)
            })?;
        }
        (
            ClauseTerms::Benefit { participants, .. }
            | ClauseTerms::Payout { participants, .. }
            | ClauseTerms::PaidTime { participants, .. },
            Key::Participants,
        ) => *participants = amounts::or_unknown(text, people)?,
        (ClauseTerms::Benefit { attainment, .. }, Key::Attainment) => {
            *attainment = part(text, "how many get it", PART)?;
        }
        (ClauseTerms::Benefit { basis, .. }, Key::Basis) => {
            *basis = match chosen(BENEFIT_BASES, text)? {
                0 => BenefitBasis::PerHead,
                1 => BenefitBasis::PerFte,
                _ => BenefitBasis::PerPaidHour,
            };
        }
        (ClauseTerms::Payout { amount, .. }, Key::Amount) => {
            *amount = amounts::or_unknown(text, money)?;
        }
        (ClauseTerms::Payout { on, .. }, Key::Days) => *on = lines::read_days(text)?,
        (ClauseTerms::Payout { basis, .. }, Key::Basis) => {
            *basis = match chosen(PAYOUT_BASES, text)? {
                0 => PayoutBasis::PerHead,
                _ => PayoutBasis::PerFte,
            };
        }
        (ClauseTerms::Payout { likelihood, .. }, Key::Likelihood) => {
            *likelihood = part(text, "how likely it is", PART)?;
        }
        (ClauseTerms::Payout { goals, .. }, Key::Goals) => *goals = lines::read_goals(text)?,
        (ClauseTerms::PaidTime { hours, .. }, Key::Hours) => {
            *hours = amounts::or_unknown(text, hours_a_year)?;
        }
        (ClauseTerms::PaidTime { backfilled, .. }, Key::CalledIn) => {
            *backfilled = part(text, "the share of hours called in for", PART)?;
        }
        (ClauseTerms::PaidTime { premium, .. }, Key::Premium) => {
            *premium = part(text, "the share of the rate", MULTIPLE)?;
        }
        (ClauseTerms::Contribution { name, .. }, Key::Name) => {
            if text.trim().is_empty() {
                return Err("write what it is called, such as pension".to_owned());
            }
            text.trim().clone_into(name);
        }
        (ClauseTerms::Contribution { today, .. }, Key::Today) => {
            *today = part(text, "a share of pay", PART)?;
        }
        (ClauseTerms::Contribution { values, .. }, Key::Values) => {
            *values = lines::read_values(text, "Jan 1, 2027: 1.5%", |text| {
                amounts::percent(text, "a share of pay", PART)
            })?;
        }
        (ClauseTerms::CostStream { amounts, .. }, Key::Values) => {
            *amounts = lines::read_amounts(text, currency)?;
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

/// The terms of an example of a kind.
pub(super) fn example(kind: ClauseKind, sample: &Example<'_>) -> Option<ClauseTerms> {
    let date = sample.date;
    Some(match kind {
        ClauseKind::HoldSteps => ClauseTerms::HoldSteps {
            until: date.plus_months(12),
        },
        ClauseKind::LumpSum => lump_sum::example(),
        ClauseKind::Benefit => ClauseTerms::Benefit {
            today: Example::money(0),
            values: vec![DatedValue {
                date,
                value: Example::money(100),
            }],
            participants: sample.everyone(),
            attainment: Example::percent(100),
            basis: BenefitBasis::PerHead,
            when: DollarTiming::Dated,
        },
        ClauseKind::Payout => ClauseTerms::Payout {
            on: vec![date],
            amount: Example::money(500),
            today: Example::money(0),
            participants: sample.everyone(),
            basis: PayoutBasis::PerHead,
            likelihood: Example::percent(100),
            goals: Vec::new(),
            when: DollarTiming::Dated,
        },
        ClauseKind::PaidTime => ClauseTerms::PaidTime {
            hours: Hours::new(Decimal::from(8)).map_or(Known::Unknown, Known::Known),
            participants: sample.full_time(),
            backfilled: Example::percent(100),
            premium: Example::percent(100),
        },
        ClauseKind::Contribution => ClauseTerms::Contribution {
            name: "pension".to_owned(),
            today: Example::percent(0),
            values: vec![DatedValue {
                date,
                value: Example::percent(1),
            }],
            when: DollarTiming::Dated,
        },
        ClauseKind::CostStream => ClauseTerms::CostStream {
            amounts: vec![DatedAmount {
                date,
                amount: Example::money(1_000_000),
            }],
            when: DollarTiming::Dated,
        },
        _ => return None,
    })
}

/// A benefit's value: dollars a year, or an hour where it is counted on paid hours.
fn of_benefit(text: &str, basis: BenefitBasis, currency: &Currency) -> Result<Money, String> {
    match basis {
        BenefitBasis::PerPaidHour => amounts::per_paid_hour(text, currency),
        BenefitBasis::PerHead | BenefitBasis::PerFte => amounts::money(text, currency),
    }
}

fn of_when(when: DollarTiming) -> Field {
    let at = usize::from(when == DollarTiming::Later);
    Field::choice(Key::When, "Owed", WHEN, at)
}

fn hours_a_year(text: &str) -> Result<Hours, String> {
    let text = text.trim();
    let digits = text.strip_suffix("hours").unwrap_or(text);
    let hours = entry::hours(digits.trim())?;
    Hours::new(hours.get()).map_err(|error| error.to_string())
}
