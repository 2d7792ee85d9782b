//! Figures made by hand, to try what no scenario gives.

use counteroffer::figure::{
    Axis, AxisKind, Body, Chart, Data, Direction, Figure, FigureName, Label, Mark, Note, Point,
    Role, Rule, Series, Side, Tick,
};
use rust_decimal::Decimal;

pub const ROLES: [Role; 4] = [Role::A, Role::B, Role::Edited, Role::Other];

pub fn figure(body: Body) -> Figure {
    Figure {
        name: FigureName::Timeline,
        number: Some(1),
        case: "Made & drawn".to_owned(),
        headline: "R&D <costs> $1.50".to_owned(),
        subtitle: "Percent, everyone".to_owned(),
        body,
        notes: vec![Note::plain("Made by hand")],
        sources: vec![Note::plain("Nowhere")],
        hash: "ab".repeat(32),
        file_hash: None,
        private: false,
        alt: "A made-up figure.".to_owned(),
        data: Data::default(),
    }
}

fn axis(kind: AxisKind, high: i64, step: usize) -> Axis {
    let ticks = (0..=high).step_by(step).map(|at| Tick {
        at: at.into(),
        label: at.to_string(),
        line: true,
    });
    Axis {
        kind,
        low: Decimal::ZERO,
        high: high.into(),
        ticks: ticks.collect(),
        title: None,
    }
}

/// One series a role, drawn with a mark, three points each.
pub fn four(mark: Mark) -> Chart {
    let series = ROLES.iter().enumerate().map(|(at, role)| Series {
        name: format!("Offer {at}"),
        role: *role,
        mark,
        points: (0..3)
            .map(|x| Point {
                x: x.into(),
                y: Decimal::from(2 + x + 2 * at as i64),
                base: Decimal::ZERO,
            })
            .collect(),
        muted: false,
        half: Vec::new(),
    });
    let x = if mark == Mark::Column {
        Axis {
            low: Decimal::new(-5, 1),
            high: Decimal::new(25, 1),
            ..axis(AxisKind::Category, 2, 1)
        }
    } else {
        axis(AxisKind::Value, 2, 1)
    };
    Chart {
        x,
        y: axis(AxisKind::Value, 12, 2),
        series: series.collect(),
        shades: Vec::new(),
        rules: Vec::new(),
        labels: Vec::new(),
    }
}

/// Stems in a crowd: `each` raises of every role within a few days, each with a label.
pub fn crowd(each: i64) -> Figure {
    let mut chart = four(Mark::Stem);
    chart.x = axis(AxisKind::Value, 1_000, 250);
    chart.y = axis(AxisKind::Value, 10, 2);
    for (at, series) in chart.series.iter_mut().enumerate() {
        series.points = (0..each)
            .map(|point| Point {
                x: Decimal::from(500 + point % 7),
                y: Decimal::from(4 + (point + at as i64) % 3),
                base: Decimal::ZERO,
            })
            .collect();
        for point in &series.points {
            chart.labels.push(Label {
                series: at,
                at: *point,
                text: format!("{}.25%", point.y),
                side: Side::Beside,
            });
        }
    }
    chart.rules = vec![Rule {
        on: Direction::X,
        at: 505.into(),
        label: "ratified".to_owned(),
    }];
    figure(Body::Chart(chart))
}
