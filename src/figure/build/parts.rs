//! Parts that charts share: curves as series, labels at their ends, marked days.

use rust_decimal::Decimal;

use super::case::{Case, Shown};
use super::money::Money;
use super::phrases::listed;
use super::scale::Scale;
use crate::costing::curves::Sample;
use crate::figure::position::day_number;
use crate::figure::{Axis, Direction, Label, Mark, Point, Role, Rule, Series, Side, ticks};
use crate::scenario::Ratification;
use crate::units::{Date, text};

/// A point over zero.
pub fn point(x: Decimal, y: Decimal) -> Point {
    Point {
        x,
        y,
        base: Decimal::ZERO,
    }
}

/// A point at a day.
pub fn at(day: Date, y: Decimal) -> Point {
    point(day_number(day), y)
}

/// An offer's samples as a series.
pub fn series(shown: &Shown<'_>, mark: Mark, samples: &[Sample]) -> Series {
    Series {
        name: shown.names.label.clone(),
        role: shown.role,
        mark,
        points: samples
            .iter()
            .map(|(day, value)| at(*day, *value))
            .collect(),
        muted: false,
        half: Vec::new(),
    }
}

/// A label beside each head of each series: its value.
pub fn head_labels(series: &[Series], words: impl Fn(Decimal) -> String) -> Vec<Label> {
    let mut labels = Vec::new();
    for (number, one) in series.iter().enumerate() {
        for point in &one.points {
            labels.push(Label {
                series: number,
                at: *point,
                text: words(point.y),
                side: Side::Beside,
            });
        }
    }
    labels
}

/// The most heads that are all labelled.
pub const MOST_LABELLED: usize = 16;

/// The same where there is room for it: of many heads only A's and B's first, largest and last.
pub fn few_head_labels(series: &[Series], words: impl Fn(Decimal) -> String) -> Vec<Label> {
    let heads: usize = series.iter().map(|one| one.points.len()).sum();
    let mut labels = head_labels(series, words);
    if heads <= MOST_LABELLED {
        return labels;
    }
    labels.retain(|label| {
        series.get(label.series).is_some_and(|one| {
            let is_compared = matches!(one.role, Role::A | Role::B);
            let largest = one.points.iter().max_by_key(|point| point.y.abs());
            let told = [one.points.first(), largest, one.points.last()];
            is_compared && told.contains(&Some(&label.at))
        })
    });
    labels
}

/// The label at the end of a series: its name and its last value.
pub fn end_label(
    number: usize,
    series: &Series,
    words: impl Fn(Decimal) -> String,
) -> Option<Label> {
    let at = *series.points.last()?;
    Some(Label {
        series: number,
        at,
        text: format!("{} {}", series.name, words(at.y)),
        side: Side::End,
    })
}

/// How the last values of all series are told.
pub fn scale_of_ends(money: Money<'_>, series: &[Series]) -> Scale {
    let ends = series.iter().filter_map(|one| one.points.last());
    money.scale_of_all(ends.map(|point| point.y))
}

/// The labels at the ends of all series.
pub fn end_labels(series: &[Series], words: impl Fn(Decimal) -> String) -> Vec<Label> {
    let all = series.iter().enumerate();
    all.filter_map(|(number, one)| end_label(number, one, &words))
        .collect()
}

/// What lies between A and B on the last day, told where the eye ends.
pub fn between(
    case: &Case<'_>,
    series: &[Series],
    words: impl Fn(Decimal) -> String,
) -> Option<Label> {
    let pair = case.pair()?;
    let of = |shown: &Shown<'_>| series.iter().position(|one| one.role == shown.role);
    let (a, b) = (of(pair.a)?, of(pair.b)?);
    let end = |at: usize| series.get(at)?.points.last().copied();
    let (from, to) = (end(a)?, end(b)?);
    let difference = to.y.checked_sub(from.y)?;
    (!difference.is_zero()).then(|| Label {
        series: b,
        at: Point {
            x: to.x,
            y: to.y,
            base: from.y,
        },
        text: words(difference),
        side: Side::Between,
    })
}

/// The line at zero of a chart of differences: A itself.
pub fn level_with(case: &Case<'_>) -> Option<Rule> {
    let a = case.of(Role::A)?;
    Some(Rule {
        on: Direction::Y,
        at: Decimal::ZERO,
        label: a.names.label.clone(),
    })
}

/// All values of series, for their axis.
pub fn values(series: &[Series]) -> impl Iterator<Item = Decimal> + '_ {
    let points = series.iter().flat_map(|one| &one.points);
    points.map(|point| point.y)
}

/// Values with room for a label beyond the outermost.
pub fn roomy(values: impl Iterator<Item = Decimal>) -> impl Iterator<Item = Decimal> {
    values.map(|value| value.saturating_mul(Decimal::new(106, 2)))
}

/// The term as an axis, longer where a day lies outside it.
pub fn time_axis(case: &Case<'_>, days: impl IntoIterator<Item = Date>) -> Axis {
    let (mut first, mut end) = (case.first(), case.end());
    for day in days {
        first = first.min(day);
        end = end.max(day);
    }
    ticks::dates(first, end)
}

/// Lines at the days offers are ratified, and at the day the rates are taken from, within the term.
pub fn day_rules(case: &Case<'_>) -> Vec<Rule> {
    let mut days: Vec<(Date, Vec<String>)> = Vec::new();
    for shown in &case.shown {
        let Ratification::On(day) = case.scenario.ratification_of(shown.offer) else {
            continue;
        };
        let name = shown.names.label.clone();
        match days.iter_mut().find(|(one, _)| *one == day) {
            Some((_, names)) => names.push(name),
            None => days.push((day, vec![name])),
        }
    }
    let mut rules: Vec<(Date, String)> = days
        .into_iter()
        .map(|(day, names)| {
            let when = text::day(day);
            let all = names.len() == case.shown.len();
            let label = if all {
                format!("ratified {when}")
            } else {
                format!("{} ratified {when}", listed(&names))
            };
            (day, label)
        })
        .collect();
    let as_of = case.scenario.workforce.rates_as_of;
    rules.push((as_of, format!("rates as of {}", text::day(as_of))));
    rules.sort_by_key(|(day, _)| *day);
    let within = case.first()..case.end();
    rules
        .into_iter()
        .filter(|(day, _)| within.contains(day))
        .map(|(day, label)| Rule {
            on: Direction::X,
            at: day_number(day),
            label,
        })
        .collect()
}
