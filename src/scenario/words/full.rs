//! Clauses with every date and value of theirs, as they stand on a sheet that is handed across.

use super::{of_money, of_percent, or_unknown};
use crate::scenario::{BenefitBasis, ClauseTerms, DatedValue, PayoutBasis, RateUnit};
use crate::units::{Date, Fte, Known, Money, text};

impl ClauseTerms {
    /// What it gives, with every date and value. `unit` is what the workforce's rates are paid for.
    #[must_use]
    pub fn in_full(&self, unit: RateUnit) -> String {
        match self {
            Self::EquityPool { tranches, .. } if tranches.len() > 1 => {
                let days: Vec<String> = tranches.iter().map(|day| text::day(*day)).collect();
                format!("{}: {}", self.in_words(unit), days.join(", "))
            }
            Self::Benefit { .. }
            | Self::Payout { .. }
            | Self::PaidTime { .. }
            | Self::Contribution { .. }
            | Self::CostStream { .. } => beside_rates(self),
            _ => self.in_words(unit),
        }
    }
}

/// What a clause that pays dollars beside rates gives; nothing for the others.
fn beside_rates(terms: &ClauseTerms) -> String {
    match terms {
        ClauseTerms::Benefit {
            today,
            values,
            participants,
            basis,
            ..
        } => {
            let per = match basis {
                BenefitBasis::PerHead => " a year each",
                BenefitBasis::PerFte => " a year per 1.0 FTE",
                BenefitBasis::PerPaidHour => " per paid hour",
            };
            let before = in_place_of(today);
            let values = dated(values, of_money);
            format!(
                "benefit {values}{per}{before}, for {}",
                of_count(participants)
            )
        }
        ClauseTerms::Payout {
            on,
            amount,
            today,
            participants,
            basis,
            ..
        } => {
            let per = match basis {
                PayoutBasis::PerHead => "each",
                PayoutBasis::PerFte => "per 1.0 FTE",
            };
            let days: Vec<String> = on.iter().map(|day| text::day(*day)).collect();
            format!(
                "payout of up to {} {per}{}, for {}, on {}",
                of_money(amount),
                in_place_of(today),
                of_count(participants),
                days.join(", ")
            )
        }
        ClauseTerms::PaidTime {
            hours,
            participants,
            backfilled,
            ..
        } => {
            let hours = or_unknown(hours, |hours| text::count(hours.get()));
            format!(
                "{hours} paid hours a year each for {}, {} of them covered by others",
                of_count(participants),
                of_percent(backfilled)
            )
        }
        ClauseTerms::Contribution {
            name,
            today,
            values,
            ..
        } => {
            let before = match today {
                Known::Known(percent) if percent.get().is_zero() => String::new(),
                today => format!(", in place of {}", of_percent(today)),
            };
            format!("{name}: {} of pay{before}", dated(values, of_percent))
        }
        ClauseTerms::CostStream { amounts, .. } => {
            let parts: Vec<String> = amounts
                .iter()
                .map(|one| format!("{} on {}", of_money(&one.amount), text::day(one.date)))
                .collect();
            format!("worked out elsewhere: {}", parts.join(", "))
        }
        _ => String::new(),
    }
}

/// Values with the dates of all but the first: `$3,500.00, $4,000.00 from Jan 1, 2027`.
fn dated<T>(values: &[DatedValue<T>], words: impl Fn(&Known<T>) -> String) -> String {
    let from = |date: Date| format!(" from {}", text::day(date));
    let parts: Vec<String> = values
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let since = if at == 0 {
                String::new()
            } else {
                from(one.date)
            };
            format!("{}{since}", words(&one.value))
        })
        .collect();
    parts.join(", ")
}

fn in_place_of(today: &Known<Money>) -> String {
    match today {
        Known::Known(money) if money.get().is_zero() => String::new(),
        today => format!(", in place of {}", of_money(today)),
    }
}

fn of_count(participants: &Known<Fte>) -> String {
    match participants.get() {
        Some(count) => text::count(count.get()),
        None => "an unknown number".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::{ClauseTerms, RateUnit};

    #[test]
    fn each_clause_beside_rates_says_what_it_gives() {
        for (terms, words) in [
            (
                "Benefit(today: 3000, values: [(date: \"2026-01-01\", value: 3500), (date: \"2027-01-01\", value: 4000)], participants: 1200, attainment: 62, basis: PerHead)",
                "benefit $3,500.00, $4,000.00 from Jan 1, 2027 a year each, in place of $3,000.00, for 1,200",
            ),
            (
                "Payout(on: [\"2027-03-15\", \"2028-03-15\"], amount: 1200, participants: unknown, basis: PerFte)",
                "payout of up to $1,200.00 per 1.0 FTE, for an unknown number, on Mar 15, 2027, Mar 15, 2028",
            ),
            (
                "PaidTime(hours: 180, participants: 95.5, backfilled: 55)",
                "180 paid hours a year each for 95.5, 55 % of them covered by others",
            ),
            (
                "Contribution(name: \"Pension\", today: 8, values: [(date: \"2028-01-01\", value: 9)])",
                "Pension: 9 % of pay, in place of 8 %",
            ),
            (
                "EquityPool(percent: 2, payroll_of: (market: [\"N\"]), tranches: [\"2026-07-01\", \"2027-07-01\"])",
                "equity pool of 2 % of the payroll of N in 2 parts: Jul 1, 2026, Jul 1, 2027",
            ),
            (
                "CostStream(amounts: [(date: \"2026-10-01\", amount: 1850000)])",
                "worked out elsewhere: $1,850,000.00 on Oct 1, 2026",
            ),
        ] {
            let implicit = ron::extensions::Extensions::IMPLICIT_SOME;
            let terms: ClauseTerms = ron::Options::default()
                .with_default_extension(implicit)
                .from_str(terms)
                .unwrap();
            assert_eq!(terms.in_full(RateUnit::Hour), words);
        }
    }
}
