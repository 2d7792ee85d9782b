//! The terms of a clause as a scenario file writes them.

use super::calendar::Day;
use super::model::Known;
use super::ron_text::{Fields, known, list, quoted, scope};
use super::terms::{Basis, Dollars, Lump, Paid, Ripple, Terms, When};

fn dated(values: &[(Day, Known)], name: &str) -> String {
    list(values.iter().map(|(day, value)| {
        let fields = Fields::default().put("date", quoted(day));
        fields.put(name, known(value)).done()
    }))
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::PerHead => "PerHead",
        Basis::PerFte => "PerFte",
        Basis::PerPaidHour => "PerPaidHour",
    }
}

fn when(when: When) -> &'static str {
    match when {
        When::Dated => "Dated",
        When::Later => "Later",
    }
}

fn lump(amount: &Lump) -> String {
    let kind = match amount {
        Lump::PerHead(_) => "PerHead",
        Lump::PerFte(_) => "PerFte",
        Lump::Prorated(_) => "Prorated",
        Lump::PercentOfPay(_) => "PercentOfPay",
    };
    format!("{kind}({})", known(amount.value()))
}

pub fn terms(terms: &Terms) -> String {
    let fields = Fields::default();
    let fields = match terms {
        Terms::Percent(value)
        | Terms::PerHour(value)
        | Terms::PerYear(value)
        | Terms::Floor(value) => return format!("{:?}({})", terms.kind(), known(value)),
        Terms::GreaterOf { percent, dollars } => {
            let name = match dollars {
                Dollars::PerHour(_) => "per_hour",
                Dollars::PerYear(_) => "per_year",
            };
            let fields = fields.put("percent", known(percent));
            fields.put(name, known(dollars.value()))
        }
        Terms::Cola {
            share,
            floor,
            cap,
            lag_months,
        } => fields
            .put("share", known(share))
            .put_if("floor", floor.as_ref())
            .put_if("cap", cap.as_ref())
            .put("lag_months", lag_months),
        Terms::MinimumRate {
            by_market,
            elsewhere,
            ripple,
        } => {
            let markets = by_market.iter().map(|(market, rate)| {
                let fields = Fields::default().put("market", quoted(market));
                fields.put("rate", known(rate)).done()
            });
            let ripple = match ripple {
                Ripple::SamePercent => "SamePercent",
                Ripple::SameDollars => "SameDollars",
                Ripple::FirstStepOnly => "FirstStepOnly",
            };
            fields
                .put("by_market", list(markets))
                .put_if("elsewhere", elsewhere.as_ref().map(known))
                .put("ripple", ripple)
        }
        Terms::EquityPool(pool) => {
            let of = (!pool.payroll_of.is_everyone()).then(|| scope(&pool.payroll_of));
            let reading = if pool.compounded {
                "Compounded"
            } else {
                "Additive"
            };
            fields
                .put("percent", known(&pool.percent))
                .put_if("payroll_of", of)
                .put("tranches", list(pool.tranches.iter().map(quoted)))
                .put_if("cap", pool.cap.as_ref())
                .put("reading", reading)
                .put("measured", if pool.today { "Today" } else { "Eve" })
        }
        Terms::HoldSteps { until } => fields.put("until", quoted(until)),
        Terms::LumpSum {
            amount,
            paid,
            measured_to,
        } => {
            let paid = match paid {
                Paid::Dated => "Dated",
                Paid::OnRatification => "OnRatification",
                Paid::Later => "Later",
            };
            fields
                .put("amount", lump(amount))
                .put("paid", paid)
                .put_if("measured_to", measured_to.map(quoted))
        }
        Terms::Benefit {
            today,
            values,
            participants,
            attainment,
            basis: per,
            when: paid,
        } => fields
            .put("today", known(today))
            .put("values", dated(values, "value"))
            .put("participants", known(participants))
            .put("attainment", known(attainment))
            .put("basis", basis(*per))
            .put("when", when(*paid)),
        Terms::Payout {
            on,
            amount,
            today,
            participants,
            basis: per,
            likelihood,
            goals,
            when: paid,
        } => {
            let goals = goals.iter().enumerate().map(|(at, (share, reached))| {
                Fields::default()
                    .put("name", quoted(format!("Goal {}", at + 1)))
                    .put("share", share)
                    .put("reached", reached)
                    .done()
            });
            fields
                .put("on", list(on.iter().map(quoted)))
                .put("amount", known(amount))
                .put("today", known(today))
                .put("participants", known(participants))
                .put("basis", basis(*per))
                .put("likelihood", known(likelihood))
                .put("goals", list(goals))
                .put("when", when(*paid))
        }
        Terms::PaidTime {
            hours,
            participants,
            backfilled,
            premium,
        } => fields
            .put("hours", known(hours))
            .put("participants", known(participants))
            .put("backfilled", known(backfilled))
            .put("premium", known(premium)),
        Terms::Contribution {
            today,
            values,
            when: paid,
        } => fields
            .put("name", quoted("Trust"))
            .put("today", known(today))
            .put("values", dated(values, "value"))
            .put("when", when(*paid)),
        Terms::CostStream {
            amounts,
            when: paid,
        } => fields
            .put("amounts", dated(amounts, "amount"))
            .put("when", when(*paid)),
    };
    format!("{:?}{}", terms.kind(), fields.done())
}
