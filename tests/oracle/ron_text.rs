//! A case written as a scenario file, the way a user would write one.

use std::fmt::Display;
use std::fmt::Write;

use super::calendar::Day;
use super::model::{
    Accrual, Case, Group, Keys, Known, Offer, People, RateUnit, Ratification, Rounding, Scale,
    Scope, Side, Status,
};
use super::periods::{Periods, Rule};
use super::ron_terms;
use super::terms::Clause;

/// Fields of a struct, those at their default left out by the caller.
#[derive(Default)]
pub struct Fields(String);

impl Fields {
    pub fn put(mut self, name: &str, value: impl Display) -> Self {
        let _ = write!(self.0, "{name}: {value}, ");
        self
    }

    pub fn put_if(self, name: &str, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.put(name, value),
            None => self,
        }
    }

    pub fn done(self) -> String {
        format!("({})", self.0.trim_end_matches(", "))
    }
}

pub fn quoted(text: impl Display) -> String {
    format!("\"{text}\"")
}

pub fn known(value: &Known) -> String {
    value
        .as_ref()
        .map_or("unknown".to_owned(), ToString::to_string)
}

pub fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<_> = items.collect();
    format!("[{}]", items.join(", "))
}

fn lines(items: impl Iterator<Item = String>) -> String {
    let lines: String = items.map(|item| format!("        {item},\n")).collect();
    format!("[\n{lines}    ]")
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Union => "Union",
        Side::Employer => "Employer",
        Side::Neutral => "Neutral",
    }
}

fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::OnDate => "OnDate",
        Rule::FirstPeriodOnOrAfter => "FirstPeriodOnOrAfter",
        Rule::FirstPeriodAfter => "FirstPeriodAfter",
        Rule::NearestPeriod => "NearestPeriod",
    }
}

fn ratification(ratification: Ratification) -> String {
    match ratification {
        Ratification::OnTime => "OnTime".to_owned(),
        Ratification::On(day) => format!("On(\"{day}\")"),
    }
}

fn from_day(day: Day) -> String {
    Fields::default().put("first_day", quoted(day)).done()
}

/// The scenario file.
pub fn write(case: &Case) -> String {
    let accrual = match case.accrual {
        Accrual::Monthly => "Monthly".to_owned(),
        Accrual::Biweekly(first) => format!("Biweekly{}", from_day(first)),
    };
    let roll_up = case.roll_up.iter().enumerate().map(|(at, rate)| {
        Fields::default()
            .put("name", quoted(format!("Rate {}", at + 1)))
            .put("percent", &rate.percent)
            .put("on_lump_sums", rate.on_lump_sums)
            .put_if("pay_base", rate.pay_base.as_ref())
            .done()
    });
    let employee = Fields::default()
        .put_if("rate", case.employee.rate.as_ref())
        .put("fte", &case.employee.fte)
        .put_if("group", case.employee.group.as_ref().map(quoted))
        .done();
    let rate_unit = match case.rate_unit {
        RateUnit::Hour => "Hour",
        RateUnit::Month => "Month",
        RateUnit::Year => "Year",
    };
    let rounding = match case.rounding {
        Rounding::None => "None",
        Rounding::Cent => "Cent",
        Rounding::Dollar => "Dollar",
    };
    let ladders = case.ladders.iter().map(|ladder| {
        Fields::default()
            .put("name", quoted(&ladder.name))
            .put("scales", list(ladder.scales.iter().map(quoted)))
            .done()
    });
    let workforce = Fields::default()
        .put("rates_as_of", quoted(case.rates_as_of))
        .put("rate_unit", rate_unit)
        .put("rounding", rounding)
        .put("people", people(&case.people))
        .put("scales", lines(case.scales.iter().map(scale)))
        .put("ladders", lines(ladders))
        .done();
    let term = Fields::default()
        .put("first_day", quoted(case.first_day))
        .put("last_day", quoted(case.last_day))
        .done();
    let mut text = "#![enable(implicit_some)]\n(\n".to_owned();
    let mut put = |name: &str, value: String| {
        let _ = writeln!(text, "    {name}: {value},");
    };
    put("version", "1".to_owned());
    put("title", quoted(&case.title));
    put("we_are", side(case.we_are).to_owned());
    put("term", term);
    if let Some(day) = case.horizon {
        put("horizon", quoted(day));
    }
    put("accrual", accrual);
    if let Some(periods) = case.pay_calendar {
        let text = match periods {
            Periods::Weeks(first) => format!("Weekly{}", from_day(first)),
            Periods::Fortnights(first) => from_day(first),
            Periods::HalfMonths => "SemiMonthly".to_owned(),
            Periods::Months => "Monthly".to_owned(),
        };
        put("pay_calendar", text);
    }
    if let Some(inflation) = &case.inflation {
        let index = inflation.index.iter().map(|(month, value)| {
            let entry = Fields::default().put("month", quoted(month));
            entry.put("value", value).done()
        });
        let fields = Fields::default().put("index", lines(index));
        let fields = fields.put("projected", &inflation.projected);
        let fields = fields.put_if("reference", inflation.reference.map(quoted));
        put("inflation", fields.done());
    }
    put("hours", case.hours.to_string());
    put("ratification", ratification(case.ratification));
    put("effective", rule(case.effective).to_owned());
    put("retroactive", case.retroactive.to_string());
    put("discount_rate", case.discount_rate.to_string());
    put("roll_up", list(roll_up));
    for (name, id) in [("a", &case.a), ("b", &case.b), ("counter", &case.counter)] {
        if let Some(id) = id {
            put(name, quoted(id));
        }
    }
    put("employee", employee);
    put("workforce", workforce);
    put("baseline", lines(case.baseline.iter().map(clause)));
    put("offers", lines(case.offers.iter().map(offer)));
    text.push_str(")\n");
    text
}

fn people(people: &People) -> String {
    match people {
        People::Summary {
            headcount,
            fte,
            annual_pay,
        } => {
            let fields = Fields::default()
                .put("headcount", known(headcount))
                .put("fte", known(fte))
                .put("average_annual_pay", known(annual_pay));
            format!("Summary{}", fields.done())
        }
        People::Groups(groups) => format!("Groups({})", lines(groups.iter().map(group))),
    }
}

fn group(group: &Group) -> String {
    let Keys {
        market,
        unit,
        job,
        ladder: _,
        scale: _,
        name,
    } = &group.keys;
    let fields = Fields::default()
        .put("name", quoted(name.as_deref().unwrap_or_default()))
        .put_if("market", market.as_ref().map(quoted))
        .put_if("unit", unit.as_ref().map(quoted))
        .put_if("job", job.as_ref().map(quoted))
        .put("headcount", known(&group.headcount))
        .put("fte", known(&group.fte));
    match &group.stands {
        None => fields.put("rate", known(&group.rate)),
        Some(stands) => fields
            .put("scale", quoted(&stands.scale))
            .put("step", stands.step)
            .put_if("next_step", stands.next_step.map(quoted)),
    }
    .done()
}

fn scale(scale: &Scale) -> String {
    let top = scale.steps.len() - 1;
    let steps = scale.steps.iter().enumerate().map(|(at, (rate, months))| {
        // Twelve months are what a file leaves out, and the top step has none.
        let months = (at < top && *months != 12).then_some(months);
        let fields = Fields::default().put("rate", known(rate));
        fields.put_if("months", months).done()
    });
    let fields = Fields::default().put("name", quoted(&scale.name));
    fields.put("steps", list(steps)).done()
}

pub fn scope(scope: &Scope) -> String {
    let mut fields = Fields::default();
    for (name, names) in [
        ("market", &scope.market),
        ("unit", &scope.unit),
        ("job", &scope.job),
        ("ladder", &scope.ladder),
        ("scale", &scope.scale),
        ("group", &scope.group),
    ] {
        if !names.is_empty() {
            fields = fields.put(name, list(names.iter().map(quoted)));
        }
    }
    fields.done()
}

fn clause(clause: &Clause) -> String {
    let scoped = !clause.scope.is_everyone();
    let left_out = clause.left_out.as_ref();
    Fields::default()
        .put("date", quoted(clause.date))
        .put("terms", ron_terms::terms(&clause.terms))
        .put_if("scope", scoped.then(|| scope(&clause.scope)))
        .put_if("effective", clause.effective.map(rule))
        .put_if("until", clause.until.map(quoted))
        .put_if("counted", left_out.map(|_| false))
        .put_if("left_out_because", left_out.map(quoted))
        .done()
}

fn status(status: &Status) -> String {
    let at = |name: &str, on: &Day, at: &Option<String>| {
        let moment = Fields::default()
            .put("on", quoted(on))
            .put_if("at", at.as_ref().map(quoted));
        format!("{name}({})", moment.done())
    };
    match status {
        Status::Draft => "Draft".to_owned(),
        Status::WhatIf => "WhatIf".to_owned(),
        Status::Passed(on, time) => at("Passed", on, time),
        Status::Agreed(on, time) => at("Agreed", on, time),
        Status::Withdrawn(on, time) => at("Withdrawn", on, time),
    }
}

fn offer(offer: &Offer) -> String {
    Fields::default()
        .put("id", quoted(&offer.id))
        .put("name", quoted(&offer.name))
        .put("side", side(offer.side))
        .put("status", status(&offer.status))
        .put("shared", offer.shared)
        .put_if("effective", offer.effective.map(rule))
        .put_if("retroactive", offer.retroactive)
        .put_if("last_day", offer.last_day.map(quoted))
        .put_if("ratification", offer.ratification.map(ratification))
        .put("clauses", list(offer.clauses.iter().map(clause)))
        .done()
}
