//! Places in words, and what belongs in each entry of a scenario file.

use super::outline::{Name, Outline};
use crate::units::visible::visible;

/// The longest name repeated in a message.
const LONGEST_NAME: usize = 40;

/// A place as people say it: `offer "Union counter", clause 3, date`. Empty for the whole file.
pub(super) fn place_in_words(outline: &Outline<'_>, place: &[Name<'_>]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(step) = place.get(at) {
        let after = place.get(at + 1);
        match (step, after) {
            (Name::Field("people"), Some(Name::Field(_))) => {}
            (Name::Field("workforce"), Some(Name::Field("people")))
                if matches!(place.get(at + 2), Some(Name::Index(_))) => {}
            (Name::Field("workforce"), Some(Name::Field("scales" | "ladders"))) => {}
            (Name::Field("terms"), Some(Name::Field(_) | Name::Index(_))) => {}
            (Name::Field("inflation"), Some(Name::Field(_))) => {}
            (Name::Field(list), Some(Name::Index(index))) => {
                let entry_at = place.get(..at + 2).unwrap_or(place);
                parts.push(entry(outline, entry_at, list, *index));
                at += 1;
            }
            (Name::Field(name), _) => parts.push(in_words(name)),
            (Name::Index(index), _) => parts.push(format!("entry {}", index + 1)),
        }
        at += 1;
    }
    parts.join(", ")
}

/// An entry of a list: by its own name where it has one, else by its number.
fn entry(outline: &Outline<'_>, place: &[Name<'_>], list: &str, index: usize) -> String {
    let (what, named_by) = match list {
        "offers" => ("offer", "name"),
        "clauses" => ("clause", ""),
        "baseline" => ("baseline, clause", ""),
        "people" => ("group", "name"),
        "roll_up" => ("roll-up rate", "name"),
        "sources" => ("source", "id"),
        "assumptions" => ("assumption", ""),
        "claims" => ("claim", "id"),
        "counts" => ("count", "name"),
        "settlements" => ("settlement", "name"),
        "raises" => ("raise", ""),
        "index" => ("price index, month", ""),
        "values" => ("value", ""),
        "by_market" => ("minimum rate", "market"),
        "scales" => ("wage scale", "name"),
        "ladders" => ("ladder", "name"),
        "steps" => ("step", ""),
        "tranches" => ("part", ""),
        "on" => ("day", ""),
        "goals" => ("goal", "name"),
        "amounts" => ("amount", ""),
        _ => return format!("{}, entry {}", in_words(list), index + 1),
    };
    let number = index + 1;
    match own_name(outline, place, named_by) {
        Some(name) => format!("{what} \"{name}\""),
        None => format!("{what} {number}"),
    }
}

/// The name an entry gives itself in the file, if it is a text and not empty.
fn own_name(outline: &Outline<'_>, place: &[Name<'_>], named_by: &str) -> Option<String> {
    let mut place = place.to_vec();
    place.push(Name::Field(named_by));
    let (node, exact) = outline.resolve(&place)?;
    let quoted = outline.value(node);
    let name = quoted.strip_prefix('"')?.strip_suffix('"')?;
    let name = name.replace("\\\"", "\"").replace("\\'", "'");
    (exact && !name.trim().is_empty() && !name.contains('\n')).then(|| shorten(&name))
}

/// A text cut to one short line.
pub(super) fn shorten(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    let start: String = line.chars().take(LONGEST_NAME).collect();
    let mut short = visible(&start);
    if line.chars().count() > LONGEST_NAME || line.len() < text.trim_end().len() {
        short.push('…');
    }
    short
}

/// A field's name without underscores.
fn in_words(field: &str) -> String {
    field.replace('_', " ")
}

/// What belongs in a field, or in the brackets after a choice such as `Percent`. `around` is the
/// name of what the field lies in. Completes "title takes …"; empty for a name no scenario has.
pub(super) fn belongs(name: &str, around: &str) -> &'static str {
    match (name, around) {
        ("market" | "unit" | "job" | "ladder" | "scale" | "group", "scope" | "payroll_of")
        | ("scales", "ladders") => "a list of names, such as [\"RN\", \"Pharmacy\"]",
        ("tranches", _) | ("on", "Payout") => {
            "a list of dates, such as [\"2026-07-01\", \"2027-07-01\"]"
        }
        ("basis", "Payout") => "PerHead or PerFte",
        ("values", _) => "a list such as [(date: \"2026-01-01\", value: 3500)]",
        ("amounts", _) => "a list such as [(date: \"2026-10-01\", amount: 1850000)]",
        ("steps", _) => "a list such as [(rate: 23.10, months: 12), (rate: 24.05)]",
        ("goals", _) => "a list such as [(name: \"Quality\", share: 60, reached: 80)]",
        ("amount", "LumpSum" | "terms") => {
            "PerHead(1000), PerFte(1000), Prorated(1000) or PercentOfPay(2)"
        }
        ("status", _) => {
            "Draft, WhatIf, or Passed((on: \"2025-10-02\", at: \"14:32\")) with two brackets; \
             Agreed and Withdrawn are written like Passed"
        }
        ("Passed" | "Agreed" | "Withdrawn", _) => {
            "a day in brackets of its own: ((on: \"2025-10-02\", at: \"14:32\"))"
        }
        ("version", _) => "the number 1",
        (
            "first_day" | "last_day" | "date" | "on" | "On" | "month" | "rates_as_of" | "published"
            | "reference" | "horizon" | "until" | "measured_to" | "next_step",
            _,
        ) => "a date in quotes, such as \"2025-10-01\"",
        ("we_are" | "side", _) => "Union, Employer or Neutral",
        ("term", _) => "(first_day: \"2025-10-01\", last_day: \"2029-09-30\")",
        ("accrual", _) => "Monthly, or Biweekly(first_day: \"2025-09-28\")",
        ("pay_calendar", _) => {
            "(first_day: \"2025-09-28\") for fourteen days, Weekly(first_day: \"2025-09-28\"), \
             SemiMonthly or Monthly"
        }
        ("ratification", _) => "OnTime, or On(\"2026-03-01\")",
        ("effective", _) => "OnDate, FirstPeriodOnOrAfter, FirstPeriodAfter or NearestPeriod",
        ("retroactive" | "shared" | "on_lump_sums" | "counted", _) => "true or false",
        ("a" | "b" | "counter", _) => "the id of an offer in quotes",
        ("rounding", _) => "Cent, Dollar or None",
        ("rate_unit", _) => "Hour, Month or Year",
        ("people", _) => "Summary(headcount: …, fte: …, average_annual_pay: …) or Groups([…])",
        ("offers" | "clauses" | "baseline" | "roll_up" | "assumptions" | "Groups", _) => {
            "a list in square brackets, [(…), (…)]"
        }
        ("sources", _) => "a list in square brackets, […]",
        ("index", _) => "a list such as [(month: \"2025-06-01\", value: 322.561)]",
        ("by_market", _) => "a list such as [(market: \"North\", rate: 25.56)]",
        ("scales", _) => "a list such as [(name: \"RN\", steps: [(rate: 46.40), (rate: 48.75)])]",
        ("ladders", _) => "a list such as [(name: \"Nursing\", scales: [\"NA\", \"RN\"])]",
        ("employee" | "workforce" | "inflation" | "scope" | "payroll_of", _) => {
            "entries in round brackets, (…)"
        }
        ("terms", _) => {
            "a choice such as Percent(6.5), PerHour(1.25) or LumpSum(amount: PerHead(1000))"
        }
        ("by", "ShareInForce") => "a date in quotes, such as \"2025-10-01\"",
        ("by", _) => "Union, Employer or Neutral",
        ("quantity", _) => {
            "a choice such as Gap(over: Term, per: All), SimpleSum(offer: \"…\") or \
             NotComputed(takes: \"…\")"
        }
        ("precision", _) => "Exactly, Nearly, About, MoreThan, AtLeast, AtMost, LessThan or Most",
        ("over", _) => "Term, or Year(1) for the first contract year",
        ("per", _) => "All or Fte",
        ("claims" | "counts" | "settlements" | "raises" | "lump_sums", _) => {
            "a list in square brackets, [(…), (…)]"
        }
        ("Year", _) => "a whole number, such as 12",
        ("total", _) => "a number in digits, such as 6.5",
        ("unit", "NotComputed") => "Dollars, Percent or Count",
        ("parties", "settlements") => "a text in quotes, \"…\"",
        ("words" | "takes" | "settlement" | "input_of", _) => "a text in quotes, \"…\"",
        ("paid", _) => "Dated, OnRatification or Later",
        ("standing", _) => "Published, Inferred, Assumed, MadeUp or NotIncluded",
        ("ripple", _) => "SamePercent, SameDollars or FirstStepOnly",
        ("when", _) => "Dated or Later",
        ("measured", _) => "Eve or Today",
        ("reading", _) => "Additive or Compounded",
        ("basis", _) => "PerHead, PerFte or PerPaidHour",
        ("headcount" | "step" | "months" | "lag_months", _) => "a whole number, such as 12",
        (
            "hours" | "discount_rate" | "projected" | "rate" | "fte" | "average_annual_pay"
            | "percent" | "per_hour" | "share" | "floor" | "cap" | "today" | "participants"
            | "attainment" | "pay_base" | "amount" | "value" | "Percent" | "PerHour" | "Floor"
            | "per_year" | "PerYear" | "elsewhere" | "likelihood" | "reached" | "backfilled"
            | "premium" | "PerHead" | "PerFte" | "Prorated" | "PercentOfPay",
            _,
        ) => "a number in digits, such as 6.5",
        ("LumpSum", _) => "(amount: PerHead(1000))",
        ("GreaterOf", _) => "named values, such as (percent: 5, per_hour: 1.50)",
        ("Cola", _) => "named values, such as (share: 100, floor: 2, cap: 4)",
        ("MinimumRate", _) => "named values, such as (elsewhere: 25.56, ripple: SamePercent)",
        ("EquityPool", _) => {
            "named values, such as (percent: 2.5, tranches: [\"2026-07-01\"], cap: 9)"
        }
        ("HoldSteps", _) => "a named date, (until: \"2027-10-01\")",
        ("Benefit", _) => {
            "named values, such as (values: [(date: \"2026-01-01\", value: 3500)], participants: 1200, \
             basis: PerHead)"
        }
        ("Payout", _) => {
            "named values, such as (on: [\"2027-03-15\"], amount: 1200, participants: 6500, basis: PerHead)"
        }
        ("PaidTime", _) => "named values, such as (hours: 180, participants: 95)",
        ("Contribution", _) => {
            "named values, such as (name: \"Pension\", today: 1.25, values: [(date: \"2026-01-01\", \
             value: 1.5)])"
        }
        ("CostStream", _) => {
            "named values, such as (amounts: [(date: \"2026-10-01\", amount: 1850000)])"
        }
        ("is", "columns" | "") => {
            "what the column holds: Id, Market, Unit, Job, Scale, Step, Fte, Rate, PeriodHours, NextStep, \
             LastStep, Hired or Filter"
        }
        ("columns", _) => "a list such as [(header: \"BASE_RATE\", is: Rate)]",
        ("keep_only" | "leave_out", _) => "a list such as [(header: \"STATUS\", values: [\"T\"])]",
        ("header", _) => "a text in quotes, \"\u{2026}\"",
        ("Summary", _) => "(headcount: …, fte: …, average_annual_pay: …)",
        ("Biweekly" | "Weekly", _) => "(first_day: \"2025-09-28\")",
        (
            "title" | "name" | "id" | "note" | "source" | "why" | "about" | "publisher" | "at"
            | "group" | "market" | "unit" | "job" | "scale" | "condition" | "left_out_because",
            _,
        ) => "a text in quotes, \"…\"",
        _ => "",
    }
}
