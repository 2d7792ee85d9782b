//! One employee's cumulative pay less that under A, and from when on B is ahead.

use rust_decimal::Decimal;

use super::case::{Case, Named, Pair, Shown};
use super::missing::not_drawn;
use super::notes::{Basis, notes};
use super::parts::{end_labels, scale_of_ends, series, time_axis, values};
use super::phrases;
use super::whom::group_name;
use super::{Draft, MOST_DRAWN, Origin};
use crate::costing::curves::Sample;
use crate::costing::received::LumpSums;
use crate::costing::results::Results;
use crate::figure::position::day_number;
use crate::figure::{Body, Cell, Chart, Data, Direction, Mark, Note, Role, Rule, Series, Shade};
use crate::scenario::{OfferId, Scenario};
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

/// What the figure holds of lump sums.
fn lump_sums(case: &Case<'_>) -> LumpSums {
    let shown = case.shown.iter();
    LumpSums::of(shown.map(|shown| &*shown.results.curves))
}

/// The same in words, for a line beside the figure; nothing where nobody receives any.
#[must_use]
pub fn lump_sums_in_words(scenario: &Scenario, results: &Results) -> Option<&'static str> {
    let case = Case::new(scenario, results, MOST_DRAWN, Origin::default());
    in_words(lump_sums(&case))
}

fn in_words(lump_sums: LumpSums) -> Option<&'static str> {
    match lump_sums {
        LumpSums::None => None,
        LumpSums::Within => Some("with lump sums"),
        LumpSums::Without => Some("without lump sums"),
    }
}

/// Each offer's cumulative pay less that under A, in drawing order.
fn curves<'c, 'a>(case: &'c Case<'a>) -> Vec<(&'c Shown<'a>, Vec<Sample>)> {
    let Some(a) = base(case) else {
        return Vec::new();
    };
    let base = &a.results.curves;
    case.drawn()
        .into_iter()
        .map(|shown| {
            let own = &shown.results.curves;
            (shown, own.received_less(base, lump_sums(case)))
        })
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
        label: match lump_sums(case) {
            LumpSums::Within => format!("break-even in wages {}", text::day(day)),
            _ => format!("break-even {}", text::day(day)),
        },
    })
}

fn turns(pair: &Pair<'_, '_>) -> Option<Date> {
    let found = &pair.gap.break_even;
    found
        .date
        .filter(|_| found.days.is_some_and(|days| days > 0))
}

/// Cumulative pay on the last day: as in the report, with lump sums where the curves hold them.
fn received(shown: &Shown<'_>, lump_sums: LumpSums) -> Option<Decimal> {
    let last = shown.figures().employee.cumulative.last()?;
    match lump_sums {
        LumpSums::Within => last.earned?.checked_add(last.lump_sums?),
        _ => last.earned,
    }
}

/// B's cumulative pay on the last day less A's.
fn difference(pair: &Pair<'_, '_>, lump_sums: LumpSums) -> Option<Decimal> {
    received(pair.b, lump_sums)?.checked_sub(received(pair.a, lump_sums)?)
}

/// What the employee does with pay, and with lump sums beside it.
fn earns(case: &Case<'_>) -> &'static str {
    match lump_sums(case) {
        LumpSums::Within => "receives",
        LumpSums::None | LumpSums::Without => "earns",
    }
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
    let earns = earns(case);
    match difference(&pair, lump_sums(case)).map(|value| case.money.more_or_less(value)) {
        Some(Some(more)) => format!("{who} {earns} {more} under {b}"),
        Some(None) => format!("{who} {earns} the same under {both}"),
        None => format!("what {who} earns under {both} is not known"),
    }
}

/// What the employee earns under the one offer, where nothing is compared.
fn alone(case: &Case<'_>, who: &str, named: Named) -> String {
    let Some(one) = case.shown.first() else {
        return "no offers yet".to_owned();
    };
    let name = one.name(named);
    match received(one, lump_sums(case)).and_then(|earned| case.money.told(earned)) {
        Some(earned) => format!("{who} {} {earned} under {name}", earns(case)),
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
    let lump_sums = in_words(lump_sums(case)).map_or_else(String::new, |words| format!(" {words}"));
    format!(
        "Difference in cumulative pay{lump_sums}{from}, {} as earned, {}, {kind}{pay}, {}",
        case.money.unit(),
        who(case),
        case.period()
    )
}

fn own_notes(case: &Case<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    if let Some(pair) = case.pair()
        && let Some(difference) = difference(&pair, LumpSums::None)
        && let Some(from) = pair.gap.break_even.from
    {
        let (a, b) = (&pair.a.names.headline, &pair.b.names.headline);
        let wages = match lump_sums(case) {
            LumpSums::Within => " in wages, without lump sums",
            _ => "",
        };
        let count = |days: i32| phrases::counted(Decimal::from(days), "day");
        match (turns(&pair), pair.gap.break_even.days) {
            (Some(day), Some(days)) => notes.push(Note::shortened(
                format!(
                    "Break-even{wages}: from {} on, {} after {}, cumulative pay under {b} stays at or above that under {a}.",
                    text::day(day),
                    count(days),
                    text::day(from)
                ),
                format!(
                    "Break-even{wages} after {}, on {}.",
                    count(days),
                    text::day(day)
                ),
            )),
            (None, None) if difference.is_sign_negative() => notes.push(Note::shortened(
                format!(
                    "No break-even{wages} within the term: cumulative pay under {b} ends below that under {a}."
                ),
                format!("No break-even{wages} within the term."),
            )),
            _ => {}
        }
    }
    notes.push(Note::shortened(
        "As earned: retroactive pay counts on the days it is earned for.",
        "As earned.",
    ));
    match lump_sums(case) {
        LumpSums::None => {}
        LumpSums::Within => notes.push(Note::shortened(
            "Lump sums are in it from their days on.",
            "With lump sums.",
        )),
        LumpSums::Without => notes.push(Note::shortened(
            "Lump sums are not in it: one of them is unknown.",
            "Without lump sums.",
        )),
    }
    notes
}

fn alt(case: &Case<'_>, curves: &[(&Shown<'_>, Vec<Sample>)]) -> Vec<String> {
    let from = base(case).map_or("", |a| &a.names.full);
    let lump_sums = lump_sums(case);
    let with = in_words(lump_sums).map_or_else(String::new, |words| format!(" {words}"));
    let mut sentences = vec![format!(
        "Line chart of one employee\u{2019}s cumulative pay{with} less that under {from}, {}.",
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
        let wages = match lump_sums {
            LumpSums::Within => " in wages",
            _ => "",
        };
        sentences.push(format!("Break-even{wages} is on {}.", text::day(day)));
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
    let with = in_words(lump_sums(case)).map_or_else(String::new, |words| format!(" {words}"));
    Data {
        columns: vec![
            "offer".to_owned(),
            "by the start of".to_owned(),
            format!("difference in cumulative pay{with}, {}", case.money.unit()),
        ],
        rows: rows.collect(),
    }
}
