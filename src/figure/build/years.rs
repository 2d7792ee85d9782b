//! Cost by contract year: columns of what is earned above the baseline in each; of offers too close
//! to tell apart, what each costs more or less than A.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named, Pair, Shown};
use super::cost::NO_COST;
use super::missing::not_drawn;
use super::near::is_hard_to_see;
use super::notes::{Basis, notes, of_rounding};
use super::parts::{point, roomy, values};
use super::phrases;
use super::say;
use super::scale::Scale;
use crate::costing::report::YearFigures;
use crate::costing::year_label::YearLabel;
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
    let (scale, agrees) = scale_of(case, &series, is_near);
    let body = if series.is_empty() {
        Body::Empty(not_drawn(case, "The cost of each year"))
    } else if values(&series).all(|value| value.is_zero()) && !is_near {
        Body::Empty(NO_COST.to_owned())
    } else {
        let words = |value| {
            if is_near {
                money.alike_signed(value, scale)
            } else {
                money.alike(value, scale)
            }
        };
        Body::Chart(Chart {
            x: axis(case),
            y: money.axis_in(scale, true, roomy(values(&series))),
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
        headline: headline(case, scale, Named::Headline),
        subtitle: case.subtitle(&format!("{measure}, {}", money.unit())),
        body,
        notes: notes(case, Basis::Cost, own_notes(case, agrees)),
        alt: alt(case, scale),
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

/// The unit of the columns, fine enough for the difference the headline tells, and whether it is.
fn scale_of(case: &Case<'_>, series: &[Series], is_near: bool) -> (Scale, bool) {
    let widest = case.pair().and_then(|pair| {
        let (place, _) = widest(&pair)?;
        let of = |shown: &Shown<'_>| shown.figures().years.get(place)?.cash;
        Some((of(pair.a)?, of(pair.b)?))
    });
    let pairs: Vec<(Decimal, Decimal)> = widest.into_iter().filter(|_| !is_near).collect();
    case.money.scale_beside(values(series), &pairs)
}

/// The year in which A and B lie furthest apart, and how far.
fn widest(pair: &Pair<'_, '_>) -> Option<(usize, Decimal)> {
    let mut most: Option<(usize, Decimal)> = None;
    for (place, (_, value)) in pair.gap.by_year.iter().enumerate() {
        let value = (*value)?;
        if most.is_none_or(|(_, most)| value.abs() > most.abs()) {
            most = Some((place, value));
        }
    }
    most
}

/// `The gap peaks in year 4 at about $340M`; of a single year what B costs more.
fn headline(case: &Case<'_>, scale: Scale, named: Named) -> String {
    let Some(pair) = case.pair() else {
        return alone(case, scale, named);
    };
    let b = pair.b.name(named);
    let Some((place, value)) = widest(&pair) else {
        return say::points_instead(case, &pair, named);
    };
    let label = pair.gap.by_year.get(place).map(|(label, _)| *label);
    match (case.money.told_in(value, scale), label) {
        (Some(size), Some(label)) => {
            let year = short_label(label).to_lowercase();
            let way = if value.is_sign_negative() {
                "less"
            } else {
                "more"
            };
            if pair.gap.by_year.len() == 1 {
                return format!("{b} costs {size} {way} in {year}");
            }
            let others = pair.gap.by_year.iter().filter_map(|(_, other)| *other);
            let as_wide = others.filter(|other| other.abs() == value.abs()).count();
            match named {
                Named::Headline if as_wide == pair.gap.by_year.len() => {
                    format!("the gap is {size} in every year")
                }
                Named::Headline if as_wide > 1 => format!("the gap reaches {size} in {year}"),
                Named::Headline => format!("the gap peaks in {year} at {size}"),
                // Who can't see the columns is told which of them is the higher.
                Named::Full => format!("the gap is widest in {year}: {b} costs {size} {way}"),
            }
        }
        _ if pair.gap.by_year.len() == 1 => say::gap(case, &pair, named),
        _ => format!(
            "{} cost the same in every year",
            say::both(case, &pair, named)
        ),
    }
}

/// The year in which a single offer costs most.
fn alone(case: &Case<'_>, scale: Scale, named: Named) -> String {
    let costs: Option<Vec<(YearLabel, Decimal)>> = years(case)
        .iter()
        .map(|year| Some((year.label, year.cash?)))
        .collect();
    let costs = costs.filter(|costs| costs.len() > 1 && case.shown.len() == 1);
    let costs = costs.unwrap_or_default();
    let most = costs.iter().map(|(_, cost)| *cost).max();
    let dearest: Vec<YearLabel> = costs
        .iter()
        .filter(|(_, cost)| Some(*cost) == most)
        .map(|(label, _)| *label)
        .collect();
    let told = most.filter(|cost| *cost > Decimal::ZERO);
    let name = case.shown.first().map_or("", |one| one.name(named));
    match (
        told.and_then(|cost| case.money.told_in(cost, scale)),
        dearest.as_slice(),
    ) {
        (Some(size), [label]) => {
            let year = short_label(*label).to_lowercase();
            format!("{name} costs most in {year}: {size}")
        }
        (Some(size), all) if all.len() == costs.len() => {
            format!("{name} costs {size} in every year")
        }
        (Some(size), _) => format!("{name} costs at most {size} a year"),
        (None, _) => say::cost_alone(case, named),
    }
}

fn own_notes(case: &Case<'_>, agrees: bool) -> Vec<Note> {
    let rounding = (!agrees).then(of_rounding);
    let cut = years(case)
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
        });
    cut.chain(rounding).collect()
}

fn alt(case: &Case<'_>, scale: Scale) -> Vec<String> {
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
    let headline = headline(case, scale, Named::Full);
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
