//! What any figure must keep, whatever the scenario.

use std::collections::HashSet;

use counteroffer::figure::{
    Axis, AxisKind, Body, Chart, Direction, Figure, FigureName, Mark, Side, Table,
};
use rust_decimal::Decimal;

/// Characters of a headline on a slide in two lines, names cut to 36.
const LONGEST_HEADLINE: usize = 240;

/// Fails with the figure's name where something is empty, doubled, out of bounds or missing.
pub fn sound(figure: &Figure) {
    let name = figure.name;
    for text in [&figure.headline, &figure.subtitle, &figure.alt] {
        readable(text, name);
    }
    let length = figure.headline.chars().count();
    assert!(length <= LONGEST_HEADLINE, "{name:?}: {}", figure.headline);
    assert_ne!(figure.alt, figure.headline, "{name:?}");
    for note in figure.notes.iter().chain(&figure.sources) {
        for words in [&note.full, &note.short] {
            readable(words, name);
            assert!(words.ends_with(['.', '…', '!', '?']), "{name:?}: {words}");
        }
        let (full, short) = (note.full.chars().count(), note.short.chars().count());
        assert!(short <= full, "{name:?}: {note:?}");
    }
    let width = figure.data.columns.len();
    assert!(width >= 2, "{name:?}");
    for row in &figure.data.rows {
        assert_eq!(row.len(), width, "{name:?}: {row:?}");
    }
    match &figure.body {
        Body::Chart(chart) => of_chart(chart, name),
        Body::Table(table) => of_table(table, name),
        Body::Empty(reason) => readable(reason, name),
    }
}

fn readable(text: &str, name: FigureName) {
    assert!(!text.trim().is_empty(), "{name:?} has an empty text");
    assert_eq!(text, text.trim(), "{name:?}");
    let bad = text
        .chars()
        .any(|c| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c));
    assert!(!bad, "{name:?}: {text:?}");
    assert!(!text.contains("  "), "{name:?}: {text:?}");
}

fn of_chart(chart: &Chart, name: FigureName) {
    for axis in [&chart.x, &chart.y] {
        of_axis(axis, name);
    }
    let most = 4;
    let named = chart.series.iter().filter(|one| !one.name.is_empty());
    assert!((1..=most).contains(&named.count()), "{name:?}");
    let mut names = HashSet::new();
    let mut looks = HashSet::new();
    for series in &chart.series {
        if series.name.is_empty() {
            // What goes with a curve, the heads on it or the edges of its band, has its looks and no name.
            let mut others = chart.series.iter();
            let own = others.any(|one| one.role == series.role && !one.name.is_empty());
            assert!(own, "{name:?}: a series is nobody's");
        } else {
            let look = (series.role, series.mark == Mark::Stem);
            assert!(looks.insert(look), "{name:?}: two look alike");
            readable(&series.name, name);
            assert!(names.insert(&series.name), "{name:?}: {}", series.name);
        }
        assert!(!series.points.is_empty(), "{name:?}: {}", series.name);
        for point in &series.points {
            inside(&chart.x, point.x, name);
            inside(&chart.y, point.y, name);
        }
        let order = |point: &counteroffer::figure::Point| match series.mark {
            Mark::Bar => point.y,
            Mark::Dot if chart.y.kind == AxisKind::Category => point.y,
            _ => point.x,
        };
        let points = series.points.windows(2);
        assert!(points.into_iter().all(|p| order(&p[0]) <= order(&p[1])));
        match series.mark {
            Mark::Stem | Mark::Column => inside(&chart.y, Decimal::ZERO, name),
            Mark::Bar => {
                inside(&chart.x, Decimal::ZERO, name);
                for point in &series.points {
                    inside(&chart.x, point.base, name);
                }
            }
            Mark::Line | Mark::Steps | Mark::Dot | Mark::Edge => {}
        }
    }
    for label in &chart.labels {
        readable(&label.text, name);
        let series = &chart.series[label.series];
        if label.side == Side::Between {
            let last = series.points.last().unwrap();
            assert_eq!((label.at.x, label.at.y), (last.x, last.y), "{name:?}");
            continue;
        }
        assert!(series.points.contains(&label.at), "{name:?}: {label:?}");
        if label.side == Side::End {
            assert_eq!(series.points.last(), Some(&label.at), "{name:?}");
            assert!(label.text.starts_with(&series.name), "{name:?}");
        }
    }
    for rule in &chart.rules {
        readable(&rule.label, name);
        let axis = match rule.on {
            Direction::X => &chart.x,
            Direction::Y => &chart.y,
        };
        inside(axis, rule.at, name);
    }
    for shade in &chart.shades {
        assert!(shade.of < chart.series.len(), "{name:?}");
        assert!(shade.to.is_none_or(|to| to < chart.series.len()));
        // An area that isn't between two curves starts at zero.
        if shade.to.is_none() || name == FigureName::Cost {
            inside(&chart.y, Decimal::ZERO, name);
        }
    }
}

fn of_axis(axis: &Axis, name: FigureName) {
    assert!(axis.low < axis.high, "{name:?}: {axis:?}");
    let mut labels = HashSet::new();
    for tick in &axis.ticks {
        inside(axis, tick.at, name);
        readable(&tick.label, name);
        assert!(labels.insert(&tick.label), "{name:?}: {axis:?}");
    }
    assert!(axis.ticks.windows(2).all(|pair| pair[0].at < pair[1].at));
    let most = match axis.kind {
        AxisKind::Time | AxisKind::Value => 9,
        AxisKind::Category => 21,
    };
    let least = match axis.kind {
        AxisKind::Time | AxisKind::Value => 2,
        AxisKind::Category => 1,
    };
    let count = axis.ticks.len();
    assert!((least..=most).contains(&count), "{name:?}: {axis:?}");
}

fn inside(axis: &Axis, at: Decimal, name: FigureName) {
    let within = (axis.low..=axis.high).contains(&at);
    assert!(
        within,
        "{name:?}: {at} outside {} to {}",
        axis.low, axis.high
    );
}

fn of_table(table: &Table, name: FigureName) {
    assert!((2..=6).contains(&table.columns.len()), "{name:?}");
    for (head, _) in &table.columns[1..] {
        readable(head, name);
    }
    for row in &table.rows {
        assert_eq!(row.cells.len(), table.columns.len(), "{name:?}");
        for cell in &row.cells {
            readable(cell, name);
        }
    }
}
