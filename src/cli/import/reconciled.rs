//! An import's reconciliation in words. What stood in a rejected cell is never printed: it may be a name.

use std::fmt::Write as _;
use std::path::Path;

use rust_decimal::Decimal;

use crate::files::roster::{
    Changes, EmptyScope, Note, OutlierKind, Profile, Reconciliation, Staged,
    assumptions_to_look_over,
};
use crate::scenario::{People, Scenario};
use crate::units::visible;
use crate::units::{Currency, text};

/// How many rejected kinds of lines, scales and outliers are listed.
const MOST_LISTED: usize = 20;

/// Everything the user should look at before the import counts.
pub(super) fn reconciliation(staged: &Staged, profile: &Profile, currency: &Currency) -> String {
    let sums = &staged.reconciliation;
    let mut told = String::new();
    let mut line = |label: &str, value: String| {
        let _ = writeln!(told, "{label:<28}{value:>20}");
    };
    line("Lines below the headers", count(sums.lines));
    line("= employees", count(sums.employees));
    line("+ left out", count(sums.left_out));
    line("+ rejected", count(sums.rejected));
    line("+ blank", count(sums.blank));
    if sums.continued > 0 {
        line("+ continued lines", count(sums.continued));
    }
    let whole = if sums.is_whole() {
        "every line accounted for"
    } else {
        "NOT every line accounted for; report this"
    };
    let _ = writeln!(told, "{whole}\n");
    totals(&mut told, sums, currency);
    rejected(&mut told, staged);
    to_look_at(&mut told, staged, profile);
    told
}

fn totals(told: &mut String, sums: &Reconciliation, currency: &Currency) {
    let ledger = sums.ledger.as_ref();
    let head = if ledger.is_some() {
        ("this file", "ledger", "difference")
    } else {
        ("this file", "", "")
    };
    let _ = writeln!(told, "{:<14}{:>22}{:>22}{:>14}", "", head.0, head.1, head.2);
    let mut row = |label: &str, own: Decimal, other: Option<Decimal>, dollars: bool| {
        let shown = |value: Decimal| {
            if dollars {
                currency.exact(value)
            } else {
                text::count(value)
            }
        };
        let other_shown = other.map_or_else(String::new, shown);
        let apart = other.and_then(|other| {
            let share = own.checked_sub(other)?.checked_div(other)?;
            share.checked_mul(Decimal::ONE_HUNDRED)
        });
        let apart = apart.map_or_else(String::new, text::percent_two);
        let _ = writeln!(
            told,
            "{label:<14}{:>22}{other_shown:>22}{apart:>14}",
            shown(own)
        );
    };
    let heads = ledger
        .and_then(|ledger| ledger.headcount)
        .map(Decimal::from);
    row("Headcount", sums.employees.into(), heads, false);
    let fte = ledger.and_then(|ledger| ledger.fte).map(|fte| fte.get());
    row("FTE", sums.fte, fte, false);
    let pay = ledger
        .and_then(|ledger| ledger.payroll)
        .map(|pay| pay.get());
    row("Payroll", sums.payroll, pay, true);
    if let Some(ledger) = ledger {
        let _ = writeln!(told, "Ledger: {}", ledger.source);
    }
    told.push('\n');
}

fn rejected(told: &mut String, staged: &Staged) {
    if staged.rejected_alike.is_empty() {
        return;
    }
    let _ = writeln!(told, "Rejected lines");
    for alike in staged.rejected_alike.iter().take(MOST_LISTED) {
        let column = alike
            .header
            .as_ref()
            .map_or_else(String::new, |header| format!(", {header}"));
        let _ = writeln!(
            told,
            "  line {}{column}: {}; {} like this",
            count(alike.first_line),
            alike.reason,
            lines(alike.count)
        );
    }
    more(told, staged.rejected_alike.len(), "more reasons");
    told.push('\n');
}

fn to_look_at(told: &mut String, staged: &Staged, profile: &Profile) {
    let mut notes = Vec::new();
    let off = &staged.off_scale;
    if off.employees() > 0 {
        notes.push(format!(
            "{} have a rate off their scale and form groups without one: {} another rate than their \
             step's, {} no step",
            employees(off.employees()),
            count(off.other_rate),
            count(off.no_step)
        ));
    }
    for (scale, heads) in off.unknown_scales.iter().take(MOST_LISTED) {
        notes.push(format!(
            "scale {scale} isn't known, {} on it",
            employees(*heads)
        ));
    }
    for (kind, what) in [
        (OutlierKind::BelowMinimum, "below the minimum wage"),
        (OutlierKind::AboveMedian, "above the median many times over"),
    ] {
        let of_kind = || staged.outliers.iter().filter(|one| one.kind == kind);
        let heads: u64 = of_kind().map(|one| one.employees).sum();
        if let Some(first) = of_kind().next() {
            notes.push(format!(
                "{} {what}, the first on line {}; confirm them",
                employees(heads),
                count(first.first_line)
            ));
        }
    }
    for note in &staged.notes {
        notes.push(match note {
            Note::AllFullTime => {
                "no column of FTE is read: everyone counts as full-time".to_owned()
            }
            Note::NoIds => "no column says who it is: doubles can't be found".to_owned(),
            Note::FurtherPosts(posts) => {
                format!(
                    "{} further posts of employees on other lines",
                    count(*posts)
                )
            }
            Note::FteRounded(number) => {
                format!("FTE of {} rounded to four decimals", lines(*number))
            }
            Note::HoleInScale(scale) => format!(
                "scale {scale} can't be told from the roster: nobody stands on one of its steps"
            ),
            Note::LineBreaks(number) => {
                format!("{} with line breaks inside a cell", lines(*number))
            }
        });
    }
    notes.push(format!("rates as of {}", profile.rates_as_of));
    let _ = writeln!(told, "To look at");
    for note in notes {
        let _ = writeln!(told, "  {note}");
    }
    told.push('\n');
}

/// What has changed since the workforce the scenario had.
pub(super) fn changes(since: &Changes, currency: &Currency) -> String {
    let mut told = String::from("Against the scenario's workforce\n");
    let mut row = |label: &str, before: Option<String>, now: String| {
        let before = before.unwrap_or_else(|| "unknown".to_owned());
        let _ = writeln!(told, "  {label:<26}{before:>20} -> {now}");
    };
    row(
        "Headcount",
        since.headcount.0.map(count),
        count(since.headcount.1),
    );
    row(
        "FTE",
        since.fte.0.map(text::count),
        text::count(since.fte.1),
    );
    row(
        "Payroll",
        since.payroll.0.map(|value| currency.exact(value)),
        currency.exact(since.payroll.1),
    );
    for one in since.by_unit.iter().take(MOST_LISTED) {
        let unit = if one.unit.is_empty() {
            "no unit"
        } else {
            &one.unit
        };
        let unknown = || "unknown".to_owned();
        let (before, now) = (&one.before, &one.now);
        row(
            unit,
            before.headcount.map(count),
            now.headcount.map_or_else(unknown, count),
        );
        row(
            &format!("{unit}, FTE"),
            before.fte.map(text::count),
            now.fte.map_or_else(unknown, text::count),
        );
        row(
            &format!("{unit}, payroll"),
            before.payroll.map(|pay| currency.exact(pay)),
            now.payroll.map_or_else(unknown, |pay| currency.exact(pay)),
        );
    }
    told.push('\n');
    told
}

/// A clause nobody is in the scope of any more.
pub(super) fn empty_scope(scenario: &Scenario, scope: &EmptyScope) -> String {
    let of = match scope.offer.and_then(|at| scenario.offers.get(at)) {
        Some(offer) => format!("offer \"{}\", clause {}", offer.name, scope.clause + 1),
        None => format!("raise already owed {}", scope.clause + 1),
    };
    let names: Vec<String> = scope
        .names
        .iter()
        .map(|(key, name)| format!("{} \"{name}\"", key.name()))
        .collect();
    let whom = if names.is_empty() {
        "all its names together".to_owned()
    } else {
        names.join(", ")
    };
    format!(
        "{of}: nobody on this roster has {whom}; leave the clause out, or change its scope. Nothing was written"
    )
}

/// Assumptions that spoke of the former workforce.
pub(super) fn assumptions(scenario: &Scenario) -> String {
    let about: Vec<&str> = assumptions_to_look_over(scenario)
        .map(|one| one.about.as_str())
        .collect();
    if about.is_empty() {
        return String::new();
    }
    format!(
        "Look over what is assumed of the former workforce: {}\n",
        about.join("; ")
    )
}

/// What was written.
pub(super) fn kept(scenario: &Scenario, staged: &Staged, out: &Path) -> String {
    let table = match &scenario.workforce.people {
        People::Table { file, .. } => format!("{}\n", visible::path(&out.with_file_name(file))),
        _ => String::new(),
    };
    format!(
        "{} of equal pay kept, no names, no employee numbers\n{}\n{table}",
        match staged.groups.len() {
            1 => "1 group".to_owned(),
            groups => format!("{} groups", count(groups as u64)),
        },
        visible::path(out)
    )
}

fn more(told: &mut String, all: usize, what: &str) {
    if all > MOST_LISTED {
        let _ = writeln!(told, "  and {} {what}", all - MOST_LISTED);
    }
}

fn count(number: u64) -> String {
    text::count(number.into())
}

/// A number of lines.
pub(super) fn lines(number: u64) -> String {
    match number {
        1 => "1 line".to_owned(),
        number => format!("{} lines", count(number)),
    }
}

fn employees(number: u64) -> String {
    match number {
        1 => "1 employee".to_owned(),
        number => format!("{} employees", count(number)),
    }
}
