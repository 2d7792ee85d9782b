//! One employee's cumulative pay less that under A, and from when on B is ahead.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named, Pair, Shown};
use super::missing::not_drawn;
use super::notes::{Basis, notes};
use super::parts::{end_labels, scale_of_ends, series, time_axis, values};
use super::phrases;
use super::whom::group_name;
use crate::costing::curves::{Curve, Sample};
use crate::figure::position::day_number;
use crate::figure::{Body, Cell, Chart, Data, Direction, Mark, Note, Role, Rule, Series, Shade};
use crate::scenario::OfferId;
use crate::units::{Date, text};

pub fn draft(case: &Case<'_>) -> Draft {
    let curves = curves(case);
    let body = body(case, &curves);
    Draft {
        headline: headline(case, Named::Headline),
        subtitle: subtitle(case),
        body,
        notes: notes(case, Basis::Employee, own_notes(case)),
        alt: alt(case, &curves),
        data: data(case, &curves),
    }
}

/// The offer others are measured against: A.
fn base<'c, 'a>(case: &'c Case<'a>) -> Option<&'c Shown<'a>> {
    let a = case.scenario.a.as_ref();
    case.of(Role::A).filter(|shown| a == Some(&shown.offer.id))
}

/// Each offer's cumulative pay less that under A, in drawing order.
fn curves<'c, 'a>(case: &'c Case<'a>) -> Vec<(&'c Shown<'a>, Vec<Sample>)> {
    let Some(a) = base(case) else {
        return Vec::new();
    };
    let base = &a.results.curves;
    case.drawn()
        .into_iter()
        .map(|shown| (shown, shown.results.curves.less(base, Curve::Employee)))
        .filter(|(_, samples)| !samples.is_empty())
        .collect()
}

fn body(case: &Case<'_>, curves: &[(&Shown<'_>, Vec<Sample>)]) -> Body {
    if base(case).is_none() || case.shown.len() < 2 {
        return Body::Empty("There are no two offers to compare.".to_owned());
    }
    if curves.len() < 2 {
        return Body::Empty(not_drawn(case, "The employee\u{2019}s pay"));
    }
    let series: Vec<Series> = curves
        .iter()
        .map(|(shown, samples)| series(shown, Mark::Line, samples))
        .collect();
    if values(&series).all(|value| value.is_zero()) {
        return Body::Empty("The employee earns the same under every offer.".to_owned());
    }
    let scale = scale_of_ends(case.money, &series);
    Body::Chart(Chart {
        x: time_axis(case, []),
        y: case.money.axis_in(scale, true, values(&series)),
        labels: end_labels(&series, |value| case.money.alike_signed(value, scale)),
        shades: series
            .iter()
            .position(|one| one.role == Role::B)
            .map(|of| Shade { of, to: None })
            .into_iter()
            .collect(),
        rules: break_even(case).into_iter().collect(),
        series,
    })
}

/// The day B is ahead for good, where it was behind before.
fn break_even(case: &Case<'_>) -> Option<Rule> {
    let day = turns(&case.pair()?)?;
    Some(Rule {
        on: Direction::X,
        at: day_number(day),
        label: format!("break-even {}", text::day(day)),
    })
}

fn turns(pair: &Pair<'_, '_>) -> Option<Date> {
    let found = &pair.gap.break_even;
    found
        .date
        .filter(|_| found.days.is_some_and(|days| days > 0))
}

/// Cumulative pay on the last day: as in the report.
fn earned(shown: &Shown<'_>) -> Option<Decimal> {
    shown.figures().employee.cumulative.last()?.earned
}

/// B's cumulative pay on the last day less A's.
fn difference(pair: &Pair<'_, '_>) -> Option<Decimal> {
    earned(pair.b)?.checked_sub(earned(pair.a)?)
}

fn headline(case: &Case<'_>, named: Named) -> String {
    let who = who(case);
    let Some(pair) = case.pair() else {
        return alone(case, &who, named);
    };
    let (a, b) = (pair.a.name(named), pair.b.name(named));
    let both = if case.shown.len() == 2 && named == Named::Headline {
        "both".to_owned()
    } else {
        format!("{a} and {b}")
    };
    match difference(&pair).map(|value| case.money.more_or_less(value)) {
        Some(Some(more)) => format!("{who} earns {more} under {b}"),
        Some(None) => format!("{who} earns the same under {both}"),
        None => format!("what {who} earns under {both} is not known"),
    }
}

/// What the employee earns under the one offer, where nothing is compared.
fn alone(case: &Case<'_>, who: &str, named: Named) -> String {
    let Some(one) = case.shown.first() else {
        return "no offers yet".to_owned();
    };
    let name = one.name(named);
    match earned(one).and_then(|earned| case.money.told(earned)) {
        Some(earned) => format!("{who} earns {earned} under {name}"),
        None => format!("what {who} earns under {name} is not known"),
    }
}

/// `a full-time employee`, or with which part of full time.
fn who(case: &Case<'_>) -> String {
    let fte = case.scenario.employee.fte.get();
    if fte == Decimal::ONE {
        "a full-time employee".to_owned()
    } else {
        format!("an employee at {} FTE", text::count(fte.normalize()))
    }
}

fn subtitle(case: &Case<'_>) -> String {
    let employee = &case.scenario.employee;
    let kind = match (&employee.group, employee.rate) {
        (Some(group), _) => {
            group_name(case.scenario, group).map_or_else(String::new, |name| format!("{name}, "))
        }
        (None, None) => "average pay, ".to_owned(),
        (None, Some(_)) => String::new(),
    };
    let pay = case.results.employee_pay.map_or_else(
        || "pay not known".to_owned(),
        |pay| format!("{} a year full-time", case.money.approximate(pay)),
    );
    let from = base(case).map_or_else(String::new, |a| format!(" from {}", a.names.headline));
    format!(
        "Difference in cumulative pay{from}, {} as earned, {}, {kind}{pay}, {}",
        case.money.unit(),
        who(case),
        case.period()
    )
}

fn own_notes(case: &Case<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    if let Some(pair) = case.pair()
        && let Some(difference) = difference(&pair)
        && let Some(from) = pair.gap.break_even.from
    {
        let (a, b) = (&pair.a.names.headline, &pair.b.names.headline);
        let count = |days: i32| phrases::counted(Decimal::from(days), "day");
        match (turns(&pair), pair.gap.break_even.days) {
            (Some(day), Some(days)) => notes.push(Note::shortened(
                format!(
                    "Break-even: from {} on, {} after {}, cumulative pay under {b} stays at or above that under {a}.",
                    text::day(day),
                    count(days),
                    text::day(from)
                ),
                format!("Break-even after {}, on {}.", count(days), text::day(day)),
            )),
            (None, None) if difference.is_sign_negative() => notes.push(Note::shortened(
                format!(
                    "No break-even within the term: cumulative pay under {b} ends below that under {a}."
                ),
                "No break-even within the term.",
            )),
            _ => {}
        }
    }
    notes.push(Note::shortened(
        "As earned: retroactive pay counts on the days it is earned for.",
        "As earned.",
    ));
    let lumps = case.shown.iter().any(|shown| {
        let last = shown.figures().employee.cumulative.last();
        last.and_then(|last| last.lump_sums)
            .is_some_and(|sum| !sum.is_zero())
    });
    if lumps {
        notes.push(Note::shortened(
            "Lump sums are not in it.",
            "Without lump sums.",
        ));
    }
    notes
}

fn alt(case: &Case<'_>, curves: &[(&Shown<'_>, Vec<Sample>)]) -> Vec<String> {
    let from = base(case).map_or("", |a| &a.names.full);
    let mut sentences = vec![format!(
        "Line chart of one employee\u{2019}s cumulative pay less that under {from}, {}.",
        case.period()
    )];
    sentences.push(format!("{}.", headline(case, Named::Full)));
    let is_base = |id: &OfferId| base(case).is_some_and(|a| a.offer.id == *id);
    let ends: Vec<String> = curves
        .iter()
        .filter(|(shown, _)| !is_base(&shown.offer.id))
        .filter_map(|(shown, samples)| {
            let end = case.money.short_signed(samples.last()?.1);
            Some(format!("{}: {end}", shown.names.full))
        })
        .collect();
    if !ends.is_empty() {
        sentences.push(format!(
            "Difference on the last day \u{2013} {}.",
            ends.join("; ")
        ));
    }
    if let Some(day) = case.pair().and_then(|pair| turns(&pair)) {
        sentences.push(format!("Break-even is on {}.", text::day(day)));
    }
    sentences
}

fn data(case: &Case<'_>, curves: &[(&Shown<'_>, Vec<Sample>)]) -> Data {
    let rows = curves.iter().flat_map(|(shown, samples)| {
        samples.iter().map(|(day, value)| {
            vec![
                Cell::Text(shown.names.full.clone()),
                Cell::Day(*day),
                Cell::Dollars(*value),
            ]
        })
    });
    Data {
        columns: vec![
            "offer".to_owned(),
            "by the start of".to_owned(),
            format!("difference in cumulative pay, {}", case.money.unit()),
        ],
        rows: rows.collect(),
    }
}
