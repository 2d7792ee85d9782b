//! Wage level: pay against the day the rates are taken from, in steps; of offers too close to tell
//! apart, the points each lies above or below A.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named, Shown};
use super::missing::not_drawn;
use super::near;
use super::notes::{Basis, notes};
use super::parts::{at, end_labels, level_with, series, time_axis, values};
use super::say;
use crate::costing::curves::{Curve, Sample};
use crate::figure::ticks::{self, Measure};
use crate::figure::{Body, Cell, Chart, Data, Direction, Mark, Role, Rule, Series};
use crate::units::text;

pub fn draft(case: &Case<'_>) -> Draft {
    let as_of = text::day(case.scenario.workforce.rates_as_of);
    let near = near::differences(case, Curve::Level);
    let (body, measure) = match near {
        Some(differences) => {
            let a = case.of(Role::A).map_or("", |a| &a.names.headline);
            let measure = format!("Wage level less that of {a}, index points, {as_of} = 100");
            (of_differences(case, &differences), measure)
        }
        None => (of_levels(case), format!("Wage level, index, {as_of} = 100")),
    };
    Draft {
        headline: headline(case, Named::Headline),
        subtitle: case.subtitle(&measure),
        body,
        notes: notes(case, Basis::Rates, Vec::new()),
        alt: alt(case),
        data: data(case),
    }
}

/// The level holds to the last day: a point there gives the last step its length.
fn steps(case: &Case<'_>, shown: &Shown<'_>, samples: &[Sample]) -> Option<Series> {
    let (last_day, last) = *samples.last()?;
    let mut series = series(shown, Mark::Steps, samples);
    if last_day < case.end() {
        series.points.push(at(case.end(), last));
    }
    Some(series)
}

fn of_levels(case: &Case<'_>) -> Body {
    let series: Vec<Series> = case
        .drawn()
        .into_iter()
        .filter_map(|one| steps(case, one, &one.results.curves.level))
        .collect();
    if series.is_empty() {
        return Body::Empty(not_drawn(case, "The wage level"));
    }
    let as_of = text::day(case.scenario.workforce.rates_as_of);
    let hundred = Decimal::ONE_HUNDRED;
    Body::Chart(Chart {
        x: time_axis(case, []),
        y: ticks::values(Measure::Index, false, values(&series).chain([hundred])),
        labels: end_labels(&series, |level| text::fixed(level, 2)),
        rules: vec![Rule {
            on: Direction::Y,
            at: hundred,
            label: format!("{as_of} = 100"),
        }],
        shades: Vec::new(),
        series,
    })
}

fn of_differences(case: &Case<'_>, differences: &[(&Shown<'_>, Vec<Sample>)]) -> Body {
    let series: Vec<Series> = differences
        .iter()
        .filter_map(|(shown, samples)| steps(case, shown, samples))
        .collect();
    Body::Chart(Chart {
        x: time_axis(case, []),
        y: ticks::values(Measure::Index, true, values(&series)),
        labels: end_labels(&series, points_signed),
        rules: level_with(case).into_iter().collect(),
        shades: Vec::new(),
        series,
    })
}

fn points_signed(value: Decimal) -> String {
    let plus = if value > Decimal::ZERO { "+" } else { "" };
    format!("{plus}{}", text::points(value))
}

/// Where a level ends, in points above the 100 it is drawn from: steps and raises owed already are in it.
fn end_of(shown: &Shown<'_>) -> Option<Decimal> {
    let (_, level) = shown.results.curves.level.last()?;
    level.checked_sub(Decimal::ONE_HUNDRED)
}

/// How far apart two levels end, in points.
fn ends_apart(a: &Shown<'_>, b: &Shown<'_>) -> Option<Decimal> {
    end_of(b)?.checked_sub(end_of(a)?)
}

/// How far apart wages end: `wages end 4.16 points higher under the union’s counter`.
fn headline(case: &Case<'_>, named: Named) -> String {
    let apart = case.pair().and_then(|pair| {
        let points = ends_apart(pair.a, pair.b).or(pair.gap.compounded_points)?;
        let shown = text::points_in_words(points.abs());
        if shown == text::points_in_words(Decimal::ZERO) {
            return None;
        }
        let way = if points.is_sign_negative() {
            "lower"
        } else {
            "higher"
        };
        Some(format!(
            "wages end {shown} {way} under {}",
            pair.b.name(named)
        ))
    });
    apart.unwrap_or_else(|| {
        let end = |shown: &Shown<'_>| {
            let own = shown.figures();
            let end = end_of(shown).or(own.with_steps).or(own.compounded)?;
            let size = text::percent_at_most(end.abs(), 2);
            Some(match (size.as_str(), end.is_sign_negative()) {
                ("0%", _) => "where they began".to_owned(),
                (_, true) => format!("{size} lower"),
                (_, false) => format!("{size} higher"),
            })
        };
        match say::under(case, named, end) {
            // What is owed anyway isn't the offer's doing.
            Some(ends) if !case.scenario.baseline.is_empty() => {
                format!("wages end {ends}, raises owed included")
            }
            Some(ends) => format!("wages end {ends}"),
            None if case.shown.is_empty() => "no offers yet".to_owned(),
            None => "how far wages rise is not known".to_owned(),
        }
    })
}

fn alt(case: &Case<'_>) -> Vec<String> {
    let as_of = text::day(case.scenario.workforce.rates_as_of);
    let ends: Vec<String> = case
        .shown
        .iter()
        .filter_map(|shown| {
            let level = text::fixed(shown.results.curves.level.last()?.1, 2);
            Some(format!("{}: {level}", shown.names.full))
        })
        .collect();
    let mut sentences = vec![
        format!(
            "Step chart of the wage level, {as_of} = 100, {}.",
            case.period()
        ),
        format!("{}.", headline(case, Named::Full)),
    ];
    if !ends.is_empty() {
        sentences.push(format!(
            "The index on the last day \u{2013} {}.",
            ends.join("; ")
        ));
    }
    sentences
}

fn data(case: &Case<'_>) -> Data {
    let rows = case.shown.iter().flat_map(|shown| {
        let samples = shown.results.curves.level.iter();
        samples.map(|sample| row(shown, sample))
    });
    Data {
        columns: ["offer", "from", "wage level, index"]
            .map(str::to_owned)
            .to_vec(),
        rows: rows.collect(),
    }
}

fn row(shown: &Shown<'_>, (day, level): &Sample) -> Vec<Cell> {
    vec![
        Cell::Text(shown.names.full.clone()),
        Cell::Day(*day),
        Cell::Percent(*level),
    ]
}
