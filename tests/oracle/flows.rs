//! Dollars beside rates other than lump sums: what each such clause costs within some days.

use super::calendar::Day;
use super::deal::{Deal, Placed};
use super::exact::Dec;
use super::ledger::{Ledger, Priced};
use super::model::Known;
use super::sums::{Money, Quotient};
use super::terms::{Basis, Terms, When};

/// What a dated value is on some days: its stretches, each with the value, `today`'s first.
fn stretches<'a>(
    deal: &Deal,
    today: &'a Known,
    values: &'a [(Day, Known)],
    when: When,
    days: (Day, Day),
) -> Vec<(Day, Day, &'a Known, bool)> {
    // Of values held back to one day the last one written stands.
    let mut dated: Vec<(Day, &Known)> = vec![];
    for (date, value) in values {
        let day = deal.own_day(*date, when);
        if day > deal.last() {
            continue;
        }
        dated.retain(|(known, _)| *known != day);
        dated.push((day, value));
    }
    dated.sort_by_key(|(day, _)| *day);
    let mut found = vec![];
    let mut from = days.0;
    let mut now = (today, true);
    for (day, value) in dated {
        if day > from {
            let to = day.plus(-1).min(days.1);
            if from <= to {
                found.push((from, to, now.0, now.1));
            }
            from = day;
        }
        now = (value, false);
    }
    if from <= days.1 {
        found.push((from, days.1, now.0, now.1));
    }
    found
}

fn hundredth(value: &Dec) -> Quotient {
    Quotient::of(&value.hundredth())
}

/// The cost of one clause above the baseline from one day to the other, both included.
pub fn between(
    ledger: &Ledger,
    priced: &Priced,
    deal: &Deal,
    placed: &Placed,
    first: Day,
    last: Day,
) -> Option<Money> {
    if last < first {
        return Some(Money::zero());
    }
    let within = |day: Day| first <= day && day <= last && day <= deal.last();
    match &placed.clause.terms {
        Terms::Benefit {
            today,
            values,
            participants,
            attainment,
            basis,
            when,
        } => {
            let mut sum = Money::zero();
            for (from, to, value, before) in stretches(deal, today, values, *when, (first, last)) {
                if before {
                    continue;
                }
                let more = value.as_ref()? - today.as_ref()?;
                let mut yearly = Quotient::of(&more)
                    .times(&Quotient::of(participants.as_ref()?))
                    .times(&hundredth(attainment.as_ref()?));
                if *basis == Basis::PerPaidHour {
                    yearly = yearly.times(&Quotient::of(&ledger.case.hours));
                }
                sum = &sum + &Money::of(&yearly.times(&ledger.share_of_year(from, to)));
            }
            Some(sum)
        }
        Terms::Payout {
            on,
            amount,
            today,
            participants,
            likelihood,
            goals,
            when,
            ..
        } => {
            let days = on.iter().map(|date| deal.own_day(*date, *when));
            let times = i64::try_from(days.filter(|day| within(*day)).count()).unwrap();
            if times == 0 {
                return Some(Money::zero());
            }
            let reached = if goals.is_empty() {
                Quotient::whole(1)
            } else {
                let parts = goals.iter().map(|(share, reached)| share * reached);
                Quotient::of(&parts.sum::<Dec>()).over(&Quotient::whole(10_000))
            };
            let each = Quotient::of(&(amount.as_ref()? - today.as_ref()?))
                .times(&Quotient::of(participants.as_ref()?))
                .times(&hundredth(likelihood.as_ref()?))
                .times(&reached);
            Some(Money::of(&each.times(&Quotient::whole(times))))
        }
        Terms::PaidTime {
            hours,
            participants,
            backfilled,
            premium,
        } => {
            let from = first.max(placed.day);
            if from > last || placed.day > deal.last() {
                return Some(Money::zero());
            }
            let scope = &placed.clause.scope;
            let pay = ledger.pay_in(priced, scope, from, last)?;
            let members = ledger.crew.counted();
            let members = members.filter(|(_, line)| scope.holds(&line.keys));
            let fte: Dec = members.map(|(_, line)| line.fte.clone()).sum::<Known>()?;
            if !fte.is_positive() {
                return None;
            }
            let hours = Quotient::of(hours.as_ref()?)
                .times(&Quotient::of(participants.as_ref()?))
                .times(&hundredth(backfilled.as_ref()?))
                .times(&hundredth(premium.as_ref()?));
            let all_hours = Quotient::of(&(&fte * &ledger.case.hours));
            Some(pay.times(&hours.over(&all_hours)))
        }
        Terms::Contribution {
            today,
            values,
            when,
        } => {
            let mut sum = Money::zero();
            for (from, to, value, before) in stretches(deal, today, values, *when, (first, last)) {
                if before {
                    continue;
                }
                let more = value.as_ref()? - today.as_ref()?;
                let pay = ledger.pay_in(priced, &placed.clause.scope, from, to)?;
                sum = &sum + &pay.hundredth_times(&more);
            }
            Some(sum)
        }
        Terms::CostStream { amounts, when } => {
            let due = amounts
                .iter()
                .filter(|(date, _)| within(deal.own_day(*date, *when)));
            let due = due.map(|(_, amount)| amount.as_ref().map(Money::of_dec));
            due.sum()
        }
        _ => Some(Money::zero()),
    }
}

/// The cost of all of them within some days.
pub fn all_between(
    ledger: &Ledger,
    priced: &Priced,
    deal: &Deal,
    first: Day,
    last: Day,
) -> Option<Money> {
    deal.placed()
        .iter()
        .map(|placed| between(ledger, priced, deal, placed, first, last))
        .sum()
}
