//! Reads the agreed cases, whose inputs are JSON of their own form, into the oracle's cases.

use serde_json::Value;

use super::calendar::Day;
use super::exact::Dec;
use super::model::{
    Accrual, Case, Employee, Group, Inflation, Keys, Known, Ladder, Offer, People, RateUnit,
    Ratification, RollUp, Rounding, Scale, Scope, Side, Stands, Status,
};
use super::periods::{Periods, Rule};
use super::terms::{Basis, Clause, Dollars, Lump, Paid, Pool, Ripple, Terms, When};

fn text(value: &Value) -> &str {
    value
        .as_str()
        .unwrap_or_else(|| panic!("text, not {value}"))
}

fn day(value: &Value) -> Day {
    Day::iso(text(value))
}

fn dec(value: &Value) -> Dec {
    Dec::parse(text(value))
}

fn known(value: &Value) -> Known {
    Some(dec(value))
}

fn name(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn list<'a>(value: &'a Value) -> impl Iterator<Item = &'a Value> + use<'a> {
    value.as_array().into_iter().flatten()
}

fn names(value: &Value) -> Vec<String> {
    list(value).map(|one| text(one).to_owned()).collect()
}

fn decimal_or(value: &Value, default: &str) -> Dec {
    value
        .as_str()
        .map_or_else(|| Dec::parse(default), Dec::parse)
}

fn rule(value: &Value) -> Option<Rule> {
    Some(match value.as_str()? {
        "OnDate" => Rule::OnDate,
        "FirstPeriodOnOrAfter" => Rule::FirstPeriodOnOrAfter,
        "FirstPeriodAfter" => Rule::FirstPeriodAfter,
        "NearestPeriod" => Rule::NearestPeriod,
        other => panic!("no rule {other}"),
    })
}

pub fn case(value: &Value) -> Case {
    let workforce = &value["workforce"];
    let mut case = Case {
        title: text(&value["title"]).to_owned(),
        we_are: Side::Neutral,
        first_day: day(&value["term"][0]),
        last_day: day(&value["term"][1]),
        horizon: None,
        accrual: match &value["accrual"] {
            Value::String(_) => Accrual::Monthly,
            fortnights => Accrual::Biweekly(day(&fortnights["Biweekly"])),
        },
        pay_calendar: match &value["pay_calendar"] {
            Value::Null => None,
            Value::String(word) if word == "SemiMonthly" => Some(Periods::HalfMonths),
            Value::String(word) if word == "Monthly" => Some(Periods::Months),
            Value::String(first) => Some(Periods::Fortnights(Day::iso(first))),
            weeks => Some(Periods::Weeks(day(&weeks["Weekly"]))),
        },
        hours: dec(&value["hours"]),
        ratification: match text(&value["ratification"]) {
            "OnTime" => Ratification::OnTime,
            day => Ratification::On(Day::iso(day)),
        },
        effective: rule(&value["effective"]).unwrap(),
        retroactive: false,
        discount_rate: dec(&value["discount_rate"]),
        inflation: value["inflation"].as_object().map(|inflation| Inflation {
            index: list(&inflation["index"])
                .map(|month| (day(&month[0]), dec(&month[1])))
                .collect(),
            projected: dec(&inflation["projected"]),
            reference: None,
        }),
        roll_up: list(&value["roll_up"])
            .map(|rate| RollUp {
                percent: dec(&rate["percent"]),
                on_lump_sums: rate["on_lump_sums"].as_bool().unwrap_or(false),
                pay_base: rate["pay_base"].as_str().map(Dec::parse),
            })
            .collect(),
        a: Some("A".to_owned()),
        b: Some("B".to_owned()),
        counter: None,
        employee: Employee {
            rate: None,
            fte: Dec::whole(1),
            group: None,
        },
        rates_as_of: day(&workforce["rates_as_of"]),
        rounding: match text(&workforce["rounding"]) {
            "Cent" => Rounding::Cent,
            "Dollar" => Rounding::Dollar,
            _ => Rounding::None,
        },
        rate_unit: match workforce["rate_unit"].as_str() {
            Some("Month") => RateUnit::Month,
            Some("Year") => RateUnit::Year,
            _ => RateUnit::Hour,
        },
        people: People::Groups(list(&workforce["groups"]).map(group).collect()),
        scales: list(&value["scales"]).map(scale).collect(),
        ladders: list(&value["ladders"])
            .map(|ladder| Ladder {
                name: text(&ladder["name"]).to_owned(),
                scales: names(&ladder["scales"]),
            })
            .collect(),
        baseline: list(&value["baseline"]).map(clause).collect(),
        offers: list(&value["offers"]).map(offer).collect(),
    };
    case.fill_keys();
    case
}

fn group(value: &Value) -> Group {
    Group {
        keys: Keys {
            market: name(&value["market"]),
            unit: name(&value["unit"]),
            job: name(&value["job"]),
            ladder: None,
            scale: None,
            name: name(&value["name"]),
        },
        headcount: value["headcount"].as_i64().map(Dec::whole),
        fte: known(&value["fte"]),
        rate: value["rate"].as_str().map(Dec::parse),
        stands: name(&value["scale"]).map(|scale| Stands {
            scale,
            step: usize::try_from(value["step"].as_u64().unwrap()).unwrap(),
            next_step: value["next_step"].as_str().map(Day::iso),
        }),
    }
}

fn scale(value: &Value) -> Scale {
    let months = |step: &Value| i32::try_from(step["months"].as_i64().unwrap_or(12)).unwrap();
    Scale {
        name: text(&value["name"]).to_owned(),
        steps: list(&value["steps"])
            .map(|step| (Some(dec(&step["rate"])), months(step)))
            .collect(),
    }
}

fn offer(value: &Value) -> Offer {
    Offer {
        id: text(&value["id"]).to_owned(),
        name: text(&value["id"]).to_owned(),
        side: Side::Neutral,
        status: Status::Draft,
        shared: false,
        effective: None,
        retroactive: value["retroactive"].as_bool(),
        last_day: None,
        ratification: None,
        clauses: list(&value["clauses"]).map(clause).collect(),
    }
}

fn scope(value: &Value) -> Scope {
    Scope {
        market: names(&value["market"]),
        unit: names(&value["unit"]),
        job: names(&value["job"]),
        ladder: names(&value["ladder"]),
        scale: names(&value["scale"]),
        group: names(&value["group"]),
    }
}

fn clause(value: &Value) -> Clause {
    Clause {
        date: day(&value["date"]),
        terms: terms(&value["terms"]),
        scope: scope(&value["scope"]),
        effective: rule(&value["effective"]),
        until: value["until"].as_str().map(Day::iso),
        left_out: (value["counted"] == Value::Bool(false)).then(|| "left out".to_owned()),
    }
}

fn dated(value: &Value) -> Vec<(Day, Known)> {
    let pairs = list(value);
    pairs.map(|pair| (day(&pair[0]), known(&pair[1]))).collect()
}

fn when(value: &Value) -> When {
    match value.as_str() {
        Some("Later") => When::Later,
        _ => When::Dated,
    }
}

fn basis(value: &Value) -> Basis {
    match text(value) {
        "PerHead" => Basis::PerHead,
        "PerFte" => Basis::PerFte,
        _ => Basis::PerPaidHour,
    }
}

fn terms(value: &Value) -> Terms {
    let (kind, own) = value.as_object().unwrap().iter().next().unwrap();
    match kind.as_str() {
        "Percent" => Terms::Percent(known(own)),
        "PerHour" => Terms::PerHour(known(own)),
        "PerYear" => Terms::PerYear(known(own)),
        "Floor" => Terms::Floor(known(own)),
        "GreaterOf" => Terms::GreaterOf {
            percent: known(&own["percent"]),
            dollars: if own["per_hour"].is_string() {
                Dollars::PerHour(known(&own["per_hour"]))
            } else {
                Dollars::PerYear(known(&own["per_year"]))
            },
        },
        "Cola" => Terms::Cola {
            share: known(&own["share"]),
            floor: own["floor"].as_str().map(Dec::parse),
            cap: own["cap"].as_str().map(Dec::parse),
            lag_months: i32::try_from(own["lag_months"].as_i64().unwrap_or(2)).unwrap(),
        },
        "MinimumRate" => Terms::MinimumRate {
            by_market: list(&own["by_market"])
                .map(|one| (text(&one["market"]).to_owned(), known(&one["rate"])))
                .collect(),
            elsewhere: own["elsewhere"].as_str().map(|rate| Some(Dec::parse(rate))),
            ripple: match text(&own["ripple"]) {
                "SamePercent" => Ripple::SamePercent,
                "SameDollars" => Ripple::SameDollars,
                _ => Ripple::FirstStepOnly,
            },
        },
        "EquityPool" => Terms::EquityPool(Pool {
            percent: known(&own["percent"]),
            payroll_of: scope(&own["payroll_of"]),
            tranches: list(&own["tranches"]).map(day).collect(),
            cap: own["cap"].as_str().map(Dec::parse),
            compounded: own["reading"] == "Compounded",
            today: own["measured"] == "Today",
        }),
        "HoldSteps" => Terms::HoldSteps {
            until: day(&own["until"]),
        },
        "LumpSum" => {
            let (kind, amount) = own["amount"].as_object().unwrap().iter().next().unwrap();
            Terms::LumpSum {
                amount: match kind.as_str() {
                    "PerHead" => Lump::PerHead(known(amount)),
                    "PerFte" => Lump::PerFte(known(amount)),
                    "Prorated" => Lump::Prorated(known(amount)),
                    _ => Lump::PercentOfPay(known(amount)),
                },
                paid: match own["paid"].as_str() {
                    Some("OnRatification") => Paid::OnRatification,
                    Some("Later") => Paid::Later,
                    _ => Paid::Dated,
                },
                measured_to: own["measured_to"].as_str().map(Day::iso),
            }
        }
        "Benefit" => Terms::Benefit {
            today: Some(decimal_or(&own["today"], "0")),
            values: dated(&own["values"]),
            participants: known(&own["participants"]),
            attainment: Some(decimal_or(&own["attainment"], "100")),
            basis: basis(&own["basis"]),
            when: when(&own["when"]),
        },
        "Payout" => Terms::Payout {
            on: list(&own["on"]).map(day).collect(),
            amount: known(&own["amount"]),
            today: Some(decimal_or(&own["today"], "0")),
            participants: known(&own["participants"]),
            basis: basis(&own["basis"]),
            likelihood: Some(decimal_or(&own["likelihood"], "100")),
            goals: list(&own["goals"])
                .map(|goal| (dec(&goal["share"]), dec(&goal["reached"])))
                .collect(),
            when: when(&own["when"]),
        },
        "PaidTime" => Terms::PaidTime {
            hours: known(&own["hours"]),
            participants: known(&own["participants"]),
            backfilled: Some(decimal_or(&own["backfilled"], "100")),
            premium: Some(decimal_or(&own["premium"], "100")),
        },
        "Contribution" => Terms::Contribution {
            today: Some(decimal_or(&own["today"], "0")),
            values: dated(&own["values"]),
            when: when(&own["when"]),
        },
        "CostStream" => Terms::CostStream {
            amounts: dated(&own["amounts"]),
            when: when(&own["when"]),
        },
        other => panic!("no terms {other}"),
    }
}
