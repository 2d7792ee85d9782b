//! Numbers that become known: they may be put into an offer that was passed, which keeps its terms otherwise.

use crate::scenario::{Clause, ClauseTerms, DatedAmount, DatedValue, LumpAmount};
use crate::units::{Known, Money};

/// Whether a clause only says more of the same terms than it did: what was unknown has a number, it is counted or
/// left out, or what we note of it changed. What the offer gives, when and to whom stays.
#[must_use]
pub fn only_learns(from: &Clause, to: &Clause) -> bool {
    from.date == to.date
        && from.scope == to.scope
        && from.effective == to.effective
        && from.until == to.until
        && from.condition == to.condition
        && (from.terms == to.terms || is_filled_in(&from.terms, &to.terms))
}

/// Whether terms are the same but for numbers that were unknown.
fn is_filled_in(from: &ClauseTerms, to: &ClauseTerms) -> bool {
    let mut without = to.clone();
    forget(&mut without, from);
    without == *from
}

/// Makes unknown again what was unknown before. A kind that isn't named here can't be filled in.
fn forget(terms: &mut ClauseTerms, before: &ClauseTerms) {
    use ClauseTerms as T;
    match (terms, before) {
        (T::Percent(own), T::Percent(was)) => number(own, was),
        (T::PerHour(own), T::PerHour(was)) => number(own, was),
        (T::PerYear(own), T::PerYear(was)) => number(own, was),
        (
            T::GreaterOf {
                percent,
                per_hour,
                per_year,
            },
            T::GreaterOf {
                percent: percent_was,
                per_hour: hour_was,
                per_year: year_was,
            },
        ) => {
            number(percent, percent_was);
            each(per_hour, hour_was, number);
            each(per_year, year_was, number);
        }
        (T::Floor(own), T::Floor(was)) => number(own, was),
        (T::Cola { share, .. }, T::Cola { share: was, .. }) => number(share, was),
        (
            T::MinimumRate {
                by_market,
                elsewhere,
                ..
            },
            T::MinimumRate {
                by_market: markets_were,
                elsewhere: elsewhere_was,
                ..
            },
        ) => {
            each(by_market, markets_were, |own, was| {
                number(&mut own.rate, &was.rate);
            });
            each(elsewhere, elsewhere_was, number);
        }
        (T::EquityPool { percent, .. }, T::EquityPool { percent: was, .. }) => number(percent, was),
        (T::LumpSum { amount, .. }, T::LumpSum { amount: was, .. }) => lump_sum(amount, was),
        (
            T::Benefit {
                today,
                values,
                participants,
                attainment,
                ..
            },
            T::Benefit {
                today: today_was,
                values: values_were,
                participants: participants_were,
                attainment: attainment_was,
                ..
            },
        ) => {
            number(today, today_was);
            each(values, values_were, value);
            number(participants, participants_were);
            number(attainment, attainment_was);
        }
        (
            T::Payout {
                amount,
                today,
                participants,
                likelihood,
                goals,
                ..
            },
            T::Payout {
                amount: amount_was,
                today: today_was,
                participants: participants_were,
                likelihood: likelihood_was,
                goals: goals_were,
                ..
            },
        ) => {
            number(amount, amount_was);
            number(today, today_was);
            number(participants, participants_were);
            number(likelihood, likelihood_was);
            each(goals, goals_were, |own, was| {
                number(&mut own.share, &was.share);
                number(&mut own.reached, &was.reached);
            });
        }
        (
            T::PaidTime {
                hours,
                participants,
                backfilled,
                premium,
            },
            T::PaidTime {
                hours: hours_were,
                participants: participants_were,
                backfilled: backfilled_was,
                premium: premium_was,
            },
        ) => {
            number(hours, hours_were);
            number(participants, participants_were);
            number(backfilled, backfilled_was);
            number(premium, premium_was);
        }
        (
            T::Contribution { today, values, .. },
            T::Contribution {
                today: today_was,
                values: values_were,
                ..
            },
        ) => {
            number(today, today_was);
            each(values, values_were, value);
        }
        (T::CostStream { amounts, .. }, T::CostStream { amounts: were, .. }) => {
            each(amounts, were, |own: &mut DatedAmount, was| {
                number(&mut own.amount, &was.amount);
            });
        }
        _ => {}
    }
}

fn number<T>(own: &mut Known<T>, was: &Known<T>) {
    if matches!(was, Known::Unknown) {
        *own = Known::Unknown;
    }
}

fn value<T>(own: &mut DatedValue<T>, was: &DatedValue<T>) {
    number(&mut own.value, &was.value);
}

fn lump_sum(own: &mut LumpAmount, was: &LumpAmount) {
    let money = |own: &mut Known<Money>, was: &Known<Money>| number(own, was);
    match (own, was) {
        (LumpAmount::PerHead(own), LumpAmount::PerHead(was))
        | (LumpAmount::PerFte(own), LumpAmount::PerFte(was))
        | (LumpAmount::Prorated(own), LumpAmount::Prorated(was)) => money(own, was),
        (LumpAmount::PercentOfPay(own), LumpAmount::PercentOfPay(was)) => number(own, was),
        _ => {}
    }
}

/// Goes through what stands in the same places. Where one has more, the terms differ in any case.
fn each<'a, 'b, T: 'a + 'b>(
    own: impl IntoIterator<Item = &'a mut T>,
    were: impl IntoIterator<Item = &'b T>,
    forget: impl Fn(&mut T, &T),
) {
    for (own, was) in own.into_iter().zip(were) {
        forget(own, was);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::DollarTiming;
    use crate::units::digits::FromDigits;
    use crate::units::{Date, Percent};

    fn percent(digits: &str) -> Known<Percent> {
        Known::Known(Percent::from_digits(digits).unwrap())
    }

    fn contribution(
        name: &str,
        today: Known<Percent>,
        values: &[(&str, Known<Percent>)],
    ) -> ClauseTerms {
        ClauseTerms::Contribution {
            name: name.to_owned(),
            today,
            values: values
                .iter()
                .map(|(date, value)| DatedValue {
                    date: Date::parse(date).unwrap(),
                    value: *value,
                })
                .collect(),
            when: DollarTiming::Dated,
        }
    }

    #[test]
    fn only_what_was_unknown_can_be_filled_in() {
        let (day, later) = ("2026-01-01", "2027-01-01");
        let from = contribution(
            "pension",
            Known::Unknown,
            &[(day, Known::Unknown), (later, percent("2"))],
        );
        let filled = contribution(
            "pension",
            percent("1"),
            &[(day, percent("1.5")), (later, percent("2"))],
        );
        assert!(is_filled_in(&from, &filled));
        let half = contribution(
            "pension",
            percent("1"),
            &[(day, Known::Unknown), (later, percent("2"))],
        );
        assert!(is_filled_in(&from, &half));
        assert!(
            !is_filled_in(&filled, &half),
            "a number can't be taken back"
        );
        let changed = contribution(
            "pension",
            percent("1"),
            &[(day, percent("1.5")), (later, percent("3"))],
        );
        assert!(!is_filled_in(&from, &changed));
        let shorter = contribution("pension", percent("1"), &[(day, percent("1.5"))]);
        assert!(!is_filled_in(&from, &shorter));
    }

    #[test]
    fn a_name_that_reads_as_unknown_is_still_a_name() {
        let from = contribution("unknown", Known::Unknown, &[]);
        let to = contribution("pension", percent("1"), &[]);
        assert!(!is_filled_in(&from, &to));
    }
}
