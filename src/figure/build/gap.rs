//! Why A and B differ: floating bars that add up to the gap, one hue for more and one for less.
//!
//! Sums and products here are held back at the largest decimal, 7.9 × 10²⁸, rather than fail. No amount comes near
//! it: costing keeps none above 10²⁰ dollars, and refuses what is larger.

use rust_decimal::Decimal;

use super::Draft;
use super::case::{Case, Named};
use super::missing::not_drawn;
use super::money::Money;
use super::notes::{Basis, notes};
use super::parts::roomy;
use super::phrases;
use super::say;
use super::scale::Scale;
use crate::figure::bars::{GapBar, GapPart, bars};
use crate::figure::ticks;
use crate::figure::{Body, Cell, Chart, Data, Label, Mark, Note, Point, Role, Series, Side};
use crate::units::decimal::round;

/// One bar as drawn, from where the ones before it end.
struct Drawn {
    name: &'static str,
    role: Role,
    value: Decimal,
    from: Decimal,
}

impl Drawn {
    fn end(&self) -> Decimal {
        self.from.saturating_add(self.value)
    }
}

pub fn draft(case: &Case<'_>) -> Draft {
    let pair = case.pair();
    let total = pair.as_ref().and_then(|pair| pair.gap.cost);
    let parts = pair
        .as_ref()
        .map_or_else(Vec::new, |pair| bars(&pair.gap.why));
    let body = match total {
        Some(_) if parts.is_empty() => {
            Body::Empty("The two offers don\u{2019}t differ in cost.".to_owned())
        }
        Some(total) => chart(case, &drawn(case.money, &parts, total), total),
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
        headline: headline(case, &parts, Named::Headline),
        subtitle: case.subtitle(&format!("{measure}, {}", case.money.unit())),
        body,
        notes: notes(case, Basis::Cost, own_notes(case.money, &parts, total)),
        alt: alt(case, &parts),
        data: data(case, &parts, total),
    }
}

/// The bars under a hundredth of the largest: they are drawn as one.
fn small(parts: &[GapBar], total: Decimal) -> Vec<&GapBar> {
    let largest = largest(parts.iter().map(|bar| bar.value), total);
    let is_small = |bar: &&GapBar| {
        let hundredfold = bar.value.abs().checked_mul(Decimal::ONE_HUNDRED);
        hundredfold.is_some_and(|value| value < largest)
    };
    parts.iter().filter(is_small).collect()
}

fn largest(values: impl Iterator<Item = Decimal>, total: Decimal) -> Decimal {
    let sizes = values.map(|value| value.abs());
    sizes.fold(total.abs(), Decimal::max)
}

/// What the small bars come to together.
fn other(small: &[&GapBar]) -> Decimal {
    let values = small.iter().map(|bar| bar.value);
    values.fold(Decimal::ZERO, Decimal::saturating_add)
}

/// How the bars and their sum are printed.
fn scale_of(money: Money<'_>, bars: &[Drawn], total: Decimal) -> Scale {
    money.scale_of_parts(largest(bars.iter().map(|bar| bar.value), total))
}

/// Whether an amount shows in the unit the bars are printed in.
fn shows(value: Decimal, scale: Scale) -> bool {
    !scale.printed(value).is_zero()
}

/// The bars one after the other; the small ones are one, and none where it would show nothing.
fn drawn(money: Money<'_>, parts: &[GapBar], total: Decimal) -> Vec<Drawn> {
    let small = small(parts, total);
    let mut from = Decimal::ZERO;
    let mut all: Vec<(&'static str, Decimal)> = parts
        .iter()
        .filter(|bar| !small.contains(bar))
        .map(|bar| (bar.part.title(), bar.value))
        .collect();
    let other = other(&small);
    let scale = money.scale_of_parts(largest(parts.iter().map(|bar| bar.value), total));
    if shows(other, scale) {
        all.push(("Other", other));
    }
    all.into_iter()
        .map(|(name, value)| {
            let role = if value.is_sign_negative() {
                Role::Less
            } else {
                Role::More
            };
            let bar = Drawn {
                name,
                role,
                value,
                from,
            };
            from = bar.end();
            bar
        })
        .collect()
}

fn chart(case: &Case<'_>, bars: &[Drawn], total: Decimal) -> Body {
    let money = case.money;
    let sum = Drawn {
        name: "Total",
        role: Role::Total,
        value: total,
        from: Decimal::ZERO,
    };
    let all: Vec<&Drawn> = bars.iter().chain([&sum]).collect();
    let scale = scale_of(money, bars, total);
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
            Some(one) => one.points.push(at),
            None => series.push(Series {
                name: match bar.role {
                    Role::More => "More",
                    Role::Less => "Less",
                    _ => "Total",
                }
                .to_owned(),
                role: bar.role,
                mark: Mark::Bar,
                points: vec![at],
                muted: false,
                half: Vec::new(),
            }),
        }
        labels.push(Label {
            series: number,
            at,
            text: if bar.role == Role::Total {
                money.sum(bar.value, scale)
            } else {
                money.part(bar.value, scale)
            },
            side: Side::Beyond,
        });
    }
    let ends = all.iter().flat_map(|bar| [bar.from, bar.end()]);
    Body::Chart(Chart {
        x: money.axis_in(scale, true, roomy(ends)),
        y: ticks::categories(all.iter().map(|bar| bar.name.to_owned())),
        series,
        shades: Vec::new(),
        rules: Vec::new(),
        labels,
    })
}

/// The largest part as a share of the gap: `the size of raises makes up 84% of the gap`; where it
/// runs against the gap or exceeds it, the gap itself.
fn headline(case: &Case<'_>, parts: &[GapBar], named: Named) -> String {
    let gap = || say::cost(case, named);
    let Some(pair) = case.pair() else {
        return gap();
    };
    let Some(total) = pair.gap.cost.filter(|total| !total.is_zero()) else {
        return gap();
    };
    let mut largest: Option<&GapBar> = None;
    for bar in parts {
        if largest.is_none_or(|most| bar.value.abs() > most.value.abs()) {
            largest = Some(bar);
        }
    }
    let share = largest.and_then(|bar| {
        let share = bar.value.checked_div(total)?;
        let percent = round(share.checked_mul(Decimal::ONE_HUNDRED)?, 0);
        let is_part = (Decimal::ONE..=Decimal::ONE_HUNDRED).contains(&percent);
        is_part.then_some((bar.part, percent.normalize()))
    });
    match share {
        Some((part, percent)) if percent == Decimal::ONE_HUNDRED => {
            format!(
                "{} {} the whole gap",
                subject(part),
                verb(part, "makes", "make")
            )
        }
        Some((part, percent)) => format!(
            "{} {} up {percent}% of the gap",
            subject(part),
            verb(part, "makes", "make")
        ),
        None => gap(),
    }
}

fn subject(part: GapPart) -> &'static str {
    match part {
        GapPart::Size => "the size of raises",
        GapPart::SizeAndDates => "the size of raises and how early they come",
        GapPart::Dates => "how early raises come",
        GapPart::Compounding => "raises on raises",
        GapPart::Benefits => "benefits",
        GapPart::LumpSums => "lump sums",
        GapPart::Rounding => "rounding",
        GapPart::Steps => "held steps",
        GapPart::Pools => "pools",
        GapPart::Floors => "minimum and lowest rates",
    }
}

fn verb(part: GapPart, one: &'static str, many: &'static str) -> &'static str {
    match part {
        GapPart::Size | GapPart::Dates | GapPart::Rounding => one,
        _ => many,
    }
}

/// What the names of the bars mean, and that rounded parts may not add up where they don't.
fn own_notes(money: Money<'_>, parts: &[GapBar], total: Option<Decimal>) -> Vec<Note> {
    let has = |part| parts.iter().any(|bar| bar.part == part);
    let mut words = Vec::new();
    if has(GapPart::Size) && has(GapPart::Dates) {
        words.push("size: the percents at equal dates");
        words.push("how early: what their dates add");
    }
    if has(GapPart::Compounding) {
        words.push("compounding: raises on raises");
    }
    let mut notes = Vec::new();
    if let Some(total) = total {
        if !add_up_as_printed(money, &drawn(money, parts, total), total) {
            notes.push(Note::plain("Rounded parts may not add up to the total."));
        }
        notes.extend(note_of_small(money, parts, total));
    }
    if !words.is_empty() {
        let full = format!("{}.", phrases::capitalized(&words.join("; ")));
        notes.push(Note::plain(full));
    }
    notes
}

/// What the bar of small parts holds, or what is too little for a bar of its own.
fn note_of_small(money: Money<'_>, parts: &[GapBar], total: Decimal) -> Option<Note> {
    let small = small(parts, total);
    if small.is_empty() {
        return None;
    }
    let scale = money.scale_of_parts(largest(parts.iter().map(|bar| bar.value), total));
    let is_drawn = shows(other(&small), scale);
    let start = if is_drawn {
        "Other"
    } else {
        "Too little to draw"
    };
    let each: Vec<String> = small
        .iter()
        .map(|bar| {
            let name = bar.part.title().to_lowercase();
            format!("{name} {}", money.amount_signed(bar.value))
        })
        .collect();
    Some(Note::plain(format!("{start}: {}.", phrases::listed(&each))))
}

fn add_up_as_printed(money: Money<'_>, bars: &[Drawn], total: Decimal) -> bool {
    let scale = scale_of(money, bars, total);
    let sum = bars.iter().fold(Decimal::ZERO, |sum, bar| {
        sum.saturating_add(scale.printed(bar.value))
    });
    sum == scale.printed(total)
}

fn alt(case: &Case<'_>, parts: &[GapBar]) -> Vec<String> {
    let mut sentences = vec![format!(
        "Bars that add up to the difference in cost, {}.",
        case.period()
    )];
    sentences.push(format!("{}.", headline(case, parts, Named::Full)));
    if let Some(total) = case.pair().and_then(|pair| pair.gap.cost)
        && !parts.is_empty()
    {
        // As the bars are labelled, so that both readers hold the same numbers.
        let bars = drawn(case.money, parts, total);
        let scale = scale_of(case.money, &bars, total);
        let each: Vec<String> = bars
            .iter()
            .map(|bar| {
                let value = case.money.part(bar.value, scale);
                format!("{}, {value}", bar.name.to_lowercase())
            })
            .collect();
        sentences.push(format!(
            "The gap is {}. The parts: {}.",
            case.money.part(total, scale),
            each.join("; ")
        ));
    }
    sentences
}

fn data(case: &Case<'_>, parts: &[GapBar], total: Option<Decimal>) -> Data {
    let mut rows: Vec<Vec<Cell>> = parts
        .iter()
        .map(|bar| {
            vec![
                Cell::Text(bar.part.title().to_owned()),
                Cell::Dollars(bar.value),
            ]
        })
        .collect();
    let total = total.map_or(Cell::Nothing, Cell::Dollars);
    rows.push(vec![Cell::Text("Total".to_owned()), total]);
    Data {
        columns: vec![
            "part".to_owned(),
            format!("difference in cost, {}", case.money.unit()),
        ],
        rows,
    }
}
