//! Cost by contract year: columns of what is earned above the baseline in each; of offers too close
//! to tell apart, what each costs more or less than A.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named, Pair};
use super::missing::not_drawn;
use super::near::is_hard_to_see;
use super::notes::{Basis, notes};
use super::parts::{point, roomy, values};
use super::phrases;
use super::say;
use crate::costing::report::YearFigures;
use crate::costing::year_label::YearLabel;
use crate::figure::alike::unit_of_all;
use crate::figure::ticks;
use crate::figure::{Axis, Body, Cell, Chart, Data, Label, Mark, Note, Point, Role, Series, Side};
use crate::units::text;

/// The most columns that carry their value.
const MOST_LABELLED: usize = 16;
/// The most years named in full on the axis.
const MOST_NAMED: usize = 8;

pub fn draft(case: &Case<'_>) -> Draft {
    let money = case.money;
    let costs: Vec<Series> = case
        .shown
        .iter()
        .filter(|shown| shown.figures().years.iter().any(|year| year.cash.is_some()))
        .map(|shown| Series {
            name: shown.names.label.clone(),
            role: shown.role,
            mark: Mark::Column,
            points: columns(&shown.figures().years).collect(),
            muted: false,
            half: Vec::new(),
        })
        .collect();
    let near = differences(&costs);
    let is_near = near.is_some();
    let series = near.unwrap_or(costs);
    let body = if series.is_empty() {
        Body::Empty(not_drawn(case, "The cost of each year"))
    } else {
        let unit = unit_of_all(values(&series));
        let words = |value| {
            if is_near {
                money.alike_signed(value, unit)
            } else {
                money.alike(value, unit)
            }
        };
        Body::Chart(Chart {
            x: axis(case),
            y: money.axis(true, roomy(values(&series))),
            labels: labels(&series, words),
            shades: Vec::new(),
            rules: Vec::new(),
            series,
        })
    };
    let a = case.of(Role::A).filter(|_| is_near);
    let measure = match a {
        Some(a) => format!("Cost of each year less that of {}", a.names.headline),
        None => "Cost above the baseline by contract year".to_owned(),
    };
    Draft {
        headline: headline(case, Named::Headline),
        subtitle: case.subtitle(&format!("{measure}, {}", money.unit())),
        body,
        notes: notes(case, Basis::Cost, own_notes(case)),
        alt: alt(case),
        data: data(case),
    }
}

fn columns(years: &[YearFigures]) -> impl Iterator<Item = Point> + '_ {
    let years = years.iter().enumerate();
    years.filter_map(|(place, year)| Some(point(Decimal::from(place), year.cash?)))
}

/// Each other offer's years less A's, where they are hard to tell from A's.
fn differences(costs: &[Series]) -> Option<Vec<Series>> {
    let a = costs.iter().find(|one| one.role == Role::A)?;
    let reach = values(costs).map(|value| value.abs()).max()?;
    let of = |one: &Series| -> Option<Vec<Point>> {
        let same = one.points.len() == a.points.len();
        let pairs = one.points.iter().zip(&a.points).filter(|_| same);
        let less = pairs.map(|(of, base)| Some(point(of.x, of.y.checked_sub(base.y)?)));
        less.collect::<Option<Vec<Point>>>()
            .filter(|points| !points.is_empty())
    };
    let others = costs.iter().filter(|one| one.role != Role::A);
    let less: Option<Vec<Series>> = others
        .map(|one| {
            Some(Series {
                points: of(one)?,
                ..one.clone()
            })
        })
        .collect();
    let less = less.filter(|less| !less.is_empty())?;
    let most = values(&less).map(|value| value.abs()).max()?;
    is_hard_to_see(most, reach).then_some(less)
}

fn years<'c>(case: &'c Case<'_>) -> &'c [YearFigures] {
    case.shown
        .first()
        .map_or(&[], |shown| shown.figures().years.as_slice())
}

/// Years by name; many of them by number, every so many.
fn axis(case: &Case<'_>) -> Axis {
    let count = years(case).len();
    if count <= MOST_NAMED {
        return ticks::categories(years(case).iter().map(named_with_length));
    }
    let every = [1, 2, 5, 10, 20, 50]
        .into_iter()
        .find(|every| count / every <= 20)
        .unwrap_or(100);
    let mut axis = ticks::categories((1..=count).map(|number| number.to_string()));
    let ticks = std::mem::take(&mut axis.ticks).into_iter().enumerate();
    axis.ticks = ticks
        .filter(|(place, _)| *place == 0 || (place + 1) % every == 0)
        .map(|(_, tick)| tick)
        .collect();
    axis.title = Some("Contract year".to_owned());
    axis
}

/// A year's name without what is said of its length.
fn short_label(label: YearLabel) -> String {
    label.name()
}

/// `Year 5 (6 months)` where the term cuts a year.
fn named_with_length(year: &YearFigures) -> String {
    let name = short_label(year.label);
    if !year.label.cut {
        return name;
    }
    let end = year.last_day.plus_days(1);
    let months = (1..12).find(|months| year.first_day.plus_months(*months) == end);
    match months {
        Some(months) => format!(
            "{name} ({})",
            phrases::counted(Decimal::from(months), "month")
        ),
        None => {
            let days = year.first_day.days_until(end);
            format!("{name} ({})", phrases::counted(Decimal::from(days), "day"))
        }
    }
}

fn labels(series: &[Series], words: impl Fn(Decimal) -> String) -> Vec<Label> {
    let columns: usize = series.iter().map(|one| one.points.len()).sum();
    if columns > MOST_LABELLED {
        return Vec::new();
    }
    let mut labels = Vec::new();
    for (number, one) in series.iter().enumerate() {
        for point in &one.points {
            labels.push(Label {
                series: number,
                at: *point,
                text: words(point.y),
                side: Side::Above,
            });
        }
    }
    labels
}

fn headline(case: &Case<'_>, named: Named) -> String {
    match case.pair() {
        Some(pair) => differ_most(case, &pair, named),
        None => say::cost_alone(case, named),
    }
}

/// The year in which A and B lie furthest apart.
fn differ_most(case: &Case<'_>, pair: &Pair<'_, '_>, named: Named) -> String {
    let (a, b) = (pair.a.name(named), pair.b.name(named));
    let known: Option<Vec<(YearLabel, Decimal)>> = pair
        .gap
        .by_year
        .iter()
        .map(|(label, value)| Some((*label, (*value)?)))
        .collect();
    let Some(known) = known.filter(|known| !known.is_empty()) else {
        return say::points_instead(pair, named);
    };
    let mut most: Option<(YearLabel, Decimal)> = None;
    for (label, value) in known {
        if most.is_none_or(|(_, most)| value.abs() > most.abs()) {
            most = Some((label, value));
        }
    }
    let more = most.and_then(|(label, value)| Some((label, case.money.more_or_less(value)?)));
    match more {
        Some((label, more)) => {
            let year = short_label(label).to_lowercase();
            if pair.gap.by_year.len() == 1 {
                return format!("{b} costs {more} in {year}");
            }
            format!("the gap is widest in {year}: {b} costs {more}")
        }
        None if pair.gap.by_year.len() == 1 => say::gap(case, pair, named),
        None => format!("{a} and {b} cost the same in every year"),
    }
}

fn own_notes(case: &Case<'_>) -> Vec<Note> {
    years(case)
        .iter()
        .filter(|year| year.label.cut)
        .map(|year| {
            let name = short_label(year.label);
            Note::shortened(
                format!(
                    "{name} is cut by the term: {} \u{2013} {}.",
                    text::day(year.first_day),
                    text::day(year.last_day)
                ),
                format!("{name} is cut by the term."),
            )
        })
        .collect()
}

fn alt(case: &Case<'_>) -> Vec<String> {
    let each: Vec<String> = case
        .shown
        .iter()
        .filter_map(|shown| {
            let of = &shown.figures().years;
            let costs: Option<Vec<String>> = of
                .iter()
                .map(|year| year.cash.map(|cash| case.money.brief(cash)))
                .collect();
            let costs = costs.filter(|costs| (1..=MOST_NAMED).contains(&costs.len()))?;
            Some(format!("{}: {}", shown.names.full, phrases::listed(&costs)))
        })
        .collect();
    let drawn = format!(
        "Columns of cost above the baseline by contract year, {}.",
        case.period()
    );
    let headline = headline(case, Named::Full);
    phrases::alternative(drawn, &headline, ("Year by year", &each))
}

fn data(case: &Case<'_>) -> Data {
    let rows = case.shown.iter().flat_map(|shown| {
        shown.figures().years.iter().map(|year| {
            vec![
                Cell::Text(shown.names.full.clone()),
                Cell::Text(year.label.in_words()),
                Cell::Day(year.first_day),
                Cell::Day(year.last_day),
                year.cash.map_or(Cell::Nothing, Cell::Dollars),
            ]
        })
    });
    Data {
        columns: vec![
            "offer".to_owned(),
            "year".to_owned(),
            "first day".to_owned(),
            "last day".to_owned(),
            format!("cost, {}", case.money.unit()),
        ],
        rows: rows.collect(),
    }
}
