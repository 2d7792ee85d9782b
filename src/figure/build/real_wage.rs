//! Real wage: what pay buys month by month, against the day it is compared with, and how that would be
//! with prices rising faster or slower than projected.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named, Shown};
use super::notes::{Basis, notes};
use super::parts::{at, end_labels, time_axis, values};
use super::phrases;
use super::say;
use crate::costing::real_wage::reference_date;
use crate::explore::real_pay::{RealMonth, real_pay};
use crate::figure::ticks::{self, Measure};
use crate::figure::{
    Body, Cell, Chart, Data, Direction, Mark, Note, Point, Role, Rule, Series, Shade,
};
use crate::units::{Date, text};

/// How much faster or slower than projected prices rise at the edges of the band, points a year.
const BAND: Decimal = Decimal::ONE;

pub fn draft(case: &Case<'_>) -> Draft {
    let lines: Vec<Series> = case
        .drawn()
        .into_iter()
        .map(|shown| line(case, shown))
        .filter(|series| !series.points.is_empty())
        .collect();
    let hundred = Decimal::ONE_HUNDRED;
    let body = if lines.is_empty() {
        Body::Empty(empty(case))
    } else {
        let labels = end_labels(&lines, |value| text::fixed(value, 1));
        let edges = banded(case).map(|shown| edges(case, shown));
        let first = lines.len();
        let series: Vec<Series> = lines
            .into_iter()
            .chain(edges.into_iter().flatten())
            .collect();
        let shades = (series.len() > first).then_some(Shade {
            of: first,
            to: Some(first + 1),
        });
        Body::Chart(Chart {
            x: time_axis(case, []),
            y: ticks::values(Measure::Index, false, values(&series).chain([hundred])),
            labels,
            shades: shades.into_iter().collect(),
            rules: vec![Rule {
                on: Direction::Y,
                at: hundred,
                label: "buys as much as before".to_owned(),
            }],
            series,
        })
    };
    let reference = case.scenario.inflation.as_ref().map_or_else(
        || "before = 100".to_owned(),
        |prices| format!("{} = 100", text::day(reference_date(case.scenario, prices))),
    );
    Draft {
        headline: headline(case, Named::Headline),
        subtitle: format!(
            "What pay buys, month by month, index, {reference}, {}",
            case.period()
        ),
        body,
        notes: notes(case, Basis::RealWage, own_notes(case)),
        alt: alt(case),
        data: data(case),
    }
}

fn empty(case: &Case<'_>) -> String {
    if case.scenario.inflation.is_none() {
        "What pay buys can\u{2019}t be drawn without a price index.".to_owned()
    } else {
        "What pay buys isn\u{2019}t known.".to_owned()
    }
}

/// What pay buys, 100 as before, on the days the report tells it for.
fn known<'s>(shown: &Shown<'s>) -> impl Iterator<Item = (Date, Decimal)> + use<'s> {
    let figures = shown.figures().real_wage.iter();
    figures.filter_map(|one| Some((one.date, hundredfold(one.ratio?)?)))
}

fn hundredfold(ratio: Decimal) -> Option<Decimal> {
    ratio.checked_mul(Decimal::ONE_HUNDRED)
}

fn months(case: &Case<'_>, shown: &Shown<'_>) -> Vec<RealMonth> {
    let curves = &shown.results.curves;
    let days = (case.first(), case.results.horizon);
    real_pay(case.scenario, shown.figures(), &curves.level, days, BAND)
}

/// The months as points; the last day has the report's own value.
fn points(case: &Case<'_>, shown: &Shown<'_>, of: fn(&RealMonth) -> Decimal) -> Vec<Point> {
    months(case, shown)
        .iter()
        .filter_map(|month| Some(at(month.month.max(case.first()), hundredfold(of(month))?)))
        .collect()
}

fn line(case: &Case<'_>, shown: &Shown<'_>) -> Series {
    let mut points = points(case, shown, |month| month.projected);
    let end = known(shown).last();
    if let Some((day, value)) = end
        && points.last().is_none_or(|last| last.x < at(day, value).x)
    {
        points.push(at(day, value));
    }
    Series {
        name: shown.names.label.clone(),
        role: shown.role,
        mark: Mark::Steps,
        points,
        muted: false,
        half: Vec::new(),
    }
}

/// The offer whose band is drawn: the edited one, else B, else the only one; bands of several would lie on
/// one another. None where every price is published.
fn banded<'c, 'a>(case: &'c Case<'a>) -> Option<&'c Shown<'a>> {
    let one = case
        .of(Role::Edited)
        .or_else(|| case.of(Role::B))
        .or_else(|| case.shown.first())?;
    let projected = months(case, one).iter().any(|month| !month.published);
    projected.then_some(one)
}

/// What bounds the band: prices that rise slower, and faster, than projected.
fn edges(case: &Case<'_>, shown: &Shown<'_>) -> [Series; 2] {
    let lower: fn(&RealMonth) -> Decimal = |month| month.with_lower;
    let higher: fn(&RealMonth) -> Decimal = |month| month.with_higher;
    [lower, higher].map(|of| Series {
        name: String::new(),
        role: shown.role,
        mark: Mark::Edge,
        points: points(case, shown, of),
        muted: false,
        half: Vec::new(),
    })
}

/// What is bought less or more at the end: `at the end pay buys 3.2% less than in Sep 2025 under the union’s counter`.
fn headline(case: &Case<'_>, named: Named) -> String {
    let when = case.scenario.inflation.as_ref().map_or_else(
        || "before".to_owned(),
        |prices| {
            format!(
                "in {}",
                text::month_year(reference_date(case.scenario, prices))
            )
        },
    );
    let end = |shown: &Shown<'_>| {
        let (_, value) = known(shown).last()?;
        let off = value.checked_sub(Decimal::ONE_HUNDRED)?;
        let size = text::fixed(off.abs(), 1);
        Some(match (size.as_str(), off.is_sign_negative()) {
            ("0.0", _) => format!("as much as {when}"),
            (_, true) => format!("{size}% less than {when}"),
            (_, false) => format!("{size}% more than {when}"),
        })
    };
    let of_b = case
        .pair()
        .and_then(|pair| Some((end(pair.b)?, pair.b.name(named).to_owned())));
    match of_b {
        Some((end, name)) => format!("at the end pay buys {end} under {name}"),
        None => say::under(case, named, end).map_or_else(
            || "what pay buys is not known".to_owned(),
            |ends| format!("at the end pay buys {ends}"),
        ),
    }
}

fn own_notes(case: &Case<'_>) -> Vec<Note> {
    let Some(prices) = &case.scenario.inflation else {
        return Vec::new();
    };
    let rate = text::percent_close(prices.projected.get());
    let band = banded(case).map(|shown| {
        let name = &shown.names.label;
        Note::shortened(
            format!("Shaded, {name}: prices rising a point a year faster or slower than that."),
            format!("Shaded, {name}: \u{b1} 1 point."),
        )
    });
    let projected = Note::shortened(
        format!("Prices beyond the index are projected to rise {rate} a year."),
        format!("Prices projected: {rate} a year."),
    );
    std::iter::once(projected).chain(band).collect()
}

fn alt(case: &Case<'_>) -> Vec<String> {
    let each: Vec<String> = case
        .shown
        .iter()
        .filter_map(|shown| {
            let values: Vec<String> = known(shown)
                .map(|(day, value)| format!("{} on {}", text::fixed(value, 1), text::day(day)))
                .collect();
            let name = &shown.names.full;
            (!values.is_empty()).then(|| format!("{name}: {}", phrases::first_of(values, 8)))
        })
        .collect();
    let drawn = format!(
        "Step chart of what pay buys by month, 100 as before the term, {}.",
        case.period()
    );
    let headline = headline(case, Named::Full);
    phrases::alternative(drawn, &headline, ("Year by year", &each))
}

fn data(case: &Case<'_>) -> Data {
    let percent = |value: Option<Decimal>| value.map_or(Cell::Nothing, Cell::Percent);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for shown in &case.shown {
        let name = || Cell::Text(shown.names.full.clone());
        rows.extend(months(case, shown).iter().map(|month| {
            vec![
                name(),
                Cell::Day(month.month.max(case.first())),
                percent(hundredfold(month.projected)),
                percent(hundredfold(month.with_lower)),
                percent(hundredfold(month.with_higher)),
                percent(month.catch_up()),
            ]
        }));
        let last = shown.figures().real_wage.last();
        rows.extend(last.map(|one| {
            vec![
                name(),
                Cell::Day(one.date),
                percent(one.ratio.and_then(hundredfold)),
                Cell::Nothing,
                Cell::Nothing,
                percent(one.catch_up),
            ]
        }));
    }
    Data {
        columns: [
            "offer",
            "from",
            "real wage, index",
            "with prices a point slower, index",
            "with prices a point faster, index",
            "catch-up raise, percent",
        ]
        .map(str::to_owned)
        .to_vec(),
        rows,
    }
}
