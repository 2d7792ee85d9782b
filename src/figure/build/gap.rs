//! Why A and B differ: floating bars that add up to the gap.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named};
use super::missing::not_drawn;
use super::notes::{Basis, notes};
use super::parts::roomy;
use super::say;
use crate::costing::report::WhyFigures;
use crate::figure::ticks::{self, Measure};
use crate::figure::{Body, Cell, Chart, Data, Label, Mark, Point, Role, Series, Side};
use crate::units::text;

/// One bar, from where the ones before it end.
struct Bar {
    name: &'static str,
    role: Role,
    value: Decimal,
    from: Decimal,
}

impl Bar {
    fn end(&self) -> Decimal {
        self.from.saturating_add(self.value)
    }
}

pub fn draft(case: &Case<'_>) -> Draft {
    let pair = case.pair();
    let total = pair.as_ref().and_then(|pair| pair.gap.cost);
    let bars = pair
        .as_ref()
        .map_or_else(Vec::new, |pair| bars(&pair.gap.why));
    let body = match total {
        Some(_) if bars.is_empty() => {
            Body::Empty("The two offers don\u{2019}t differ in cost.".to_owned())
        }
        Some(total) => chart(&bars, total),
        None if pair.is_none() => Body::Empty("There are no two offers to compare.".to_owned()),
        None => Body::Empty(not_drawn(case, "The parts of the difference")),
    };
    let measure = pair.as_ref().map_or_else(
        || "Difference in cost".to_owned(),
        |pair| {
            let (a, b) = (&pair.a.names.headline, &pair.b.names.headline);
            format!("Cost of {b} less cost of {a}")
        },
    );
    Draft {
        headline: headline(case, &bars, Named::Headline),
        subtitle: case.subtitle(&format!("{measure}, dollars")),
        body,
        notes: notes(case, Basis::Cost, own_notes(&bars)),
        alt: alt(case, &bars),
        data: data(&bars, total),
    }
}

/// The bars that aren't zero, in the order they are stripped.
fn bars(why: &WhyFigures) -> Vec<Bar> {
    let size = if why.timing.is_none() {
        "Size and dates of raises"
    } else {
        "Size of raises"
    };
    let mut from = Decimal::ZERO;
    [
        (size, Role::Size, why.size),
        ("Dates of raises", Role::Timing, why.timing),
        ("Compounding", Role::Compounding, why.compounding),
        ("Lump sums", Role::Rest, why.lump_sums),
        ("Cent rounding", Role::Rest, why.rounding),
        ("Floors and minimums", Role::Rest, why.floors),
    ]
    .into_iter()
    .filter_map(|(name, role, value)| {
        let value = value.filter(|value| !value.is_zero())?;
        let bar = Bar {
            name,
            role,
            value,
            from,
        };
        from = from.saturating_add(value);
        Some(bar)
    })
    .collect()
}

fn chart(bars: &[Bar], total: Decimal) -> Body {
    let sum = Bar {
        name: "Total",
        role: Role::Total,
        value: total,
        from: Decimal::ZERO,
    };
    let all: Vec<&Bar> = bars.iter().chain([&sum]).collect();
    let mut series: Vec<Series> = Vec::new();
    let mut labels = Vec::new();
    for (place, bar) in all.iter().enumerate() {
        // The last digits of unrounded parts may not add up: the last part still meets the total.
        let is_last_part = place + 2 == all.len();
        let at = Point {
            x: if is_last_part { total } else { bar.end() },
            y: Decimal::from(place),
            base: bar.from,
        };
        let known = series.iter().position(|one| one.role == bar.role);
        let number = known.unwrap_or(series.len());
        match series.get_mut(number) {
            Some(one) => {
                "Other parts".clone_into(&mut one.name);
                one.points.push(at);
            }
            None => series.push(Series {
                name: bar.name.to_owned(),
                role: bar.role,
                mark: Mark::Bar,
                points: vec![at],
            }),
        }
        labels.push(Label {
            series: number,
            at,
            text: if bar.role == Role::Total {
                say::amount(bar.value)
            } else {
                say::brief_signed(bar.value)
            },
            side: Side::Beyond,
        });
    }
    let ends = all.iter().flat_map(|bar| [bar.from, bar.end()]);
    Body::Chart(Chart {
        x: ticks::values(Measure::Dollars, true, roomy(ends)),
        y: ticks::categories(all.iter().map(|bar| bar.name.to_owned())),
        series,
        shades: Vec::new(),
        rules: Vec::new(),
        labels,
    })
}

fn headline(case: &Case<'_>, bars: &[Bar], named: Named) -> String {
    let Some(pair) = case.pair() else {
        return say::cost_alone(case, named);
    };
    let gap = say::gap(case, &pair, named);
    let mut largest: Option<&Bar> = None;
    for bar in bars {
        if largest.is_none_or(|most| bar.value.abs() > most.value.abs()) {
            largest = Some(bar);
        }
    }
    match largest.filter(|_| pair.gap.cost.is_some()) {
        Some(bar) => format!("{gap}; the largest part is {}", part(bar)),
        None => gap,
    }
}

/// `size of raises, +$809.2M`.
fn part(bar: &Bar) -> String {
    let value = text::dollars_short_signed(bar.value);
    format!("{}, {value}", bar.name.to_lowercase())
}

/// What the names of the bars mean.
fn own_notes(bars: &[Bar]) -> Vec<String> {
    let has = |role| bars.iter().any(|bar| bar.role == role);
    let mut parts = Vec::new();
    if has(Role::Size) && has(Role::Timing) {
        parts.push("Size: the percents at equal dates");
        parts.push("dates: what timing adds");
    }
    if has(Role::Compounding) {
        parts.push("compounding: raises on raises");
    }
    if parts.is_empty() {
        return Vec::new();
    }
    vec![format!("{}.", say::capitalized(&parts.join("; ")))]
}

fn alt(case: &Case<'_>, bars: &[Bar]) -> Vec<String> {
    let mut sentences = vec![format!(
        "Bars that add up to the difference in cost, {}.",
        case.period()
    )];
    sentences.push(format!("{}.", headline(case, bars, Named::Full)));
    if !bars.is_empty() {
        let parts: Vec<String> = bars.iter().map(part).collect();
        sentences.push(format!("The parts: {}.", parts.join("; ")));
    }
    sentences
}

fn data(bars: &[Bar], total: Option<Decimal>) -> Data {
    let mut rows: Vec<Vec<Cell>> = bars
        .iter()
        .map(|bar| vec![Cell::Text(bar.name.to_owned()), Cell::Dollars(bar.value)])
        .collect();
    let total = total.map_or(Cell::Nothing, Cell::Dollars);
    rows.push(vec![Cell::Text("Total".to_owned()), total]);
    Data {
        columns: ["part", "difference in cost, dollars"]
            .map(str::to_owned)
            .to_vec(),
        rows,
    }
}
