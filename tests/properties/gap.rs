//! The gap: its bars add up, and the other way round each is its negative.

use super::oracle::exact::Fraction;
use super::oracle::figures::{Figure, Name, Part};
use super::oracle::generate;
use super::{SEEDS, same, shown};

const BARS: [Name; 9] = [
    Name::Size,
    Name::Timing,
    Name::Compounding,
    Name::Benefits,
    Name::LumpSums,
    Name::Rounding,
    Name::Steps,
    Name::Pools,
    Name::Floors,
];

#[test]
fn the_bars_add_up_to_the_gap() {
    for seed in SEEDS {
        let case = generate::case(seed);
        let sheet = shown(&case);
        if case.compared().is_none() {
            continue;
        }
        let Some(cost) = sheet.value(Part::Gap, Name::Cost) else {
            continue;
        };
        // Timing is missing where it is one bar with size.
        let values = BARS.map(|bar| sheet.value(Part::Why, bar));
        let sum: Fraction = values.into_iter().flatten().sum();
        same(Some(&sum), Some(cost), (Part::Gap, Name::Cost), &case);
    }
}

/// Whether a figure is B's less A's.
fn is_of_the_gap(part: Part) -> bool {
    matches!(
        part,
        Part::Gap | Part::GapYear(_) | Part::Why | Part::Retroactivity(..)
    )
}

#[test]
fn the_gap_the_other_way_round_is_its_negative() {
    for seed in SEEDS {
        let case = generate::case(seed);
        if case.compared().is_none() {
            continue;
        }
        let mut swapped = case.clone();
        std::mem::swap(&mut swapped.a, &mut swapped.b);
        let (there, back) = (shown(&case), shown(&swapped));
        for ((part, name), figure) in &there.figures {
            let (Figure::Dollars(value) | Figure::Percent(value)) = figure else {
                continue;
            };
            if is_of_the_gap(*part) {
                let other = match part {
                    Part::Retroactivity(a, b) => Part::Retroactivity(*b, *a),
                    part => *part,
                };
                let negative = back.value(other, *name).map(|value| -value);
                same(value.as_ref(), negative.as_ref(), (*part, *name), &case);
            } else if !matches!(part, Part::Movement | Part::BreakEven) {
                let other = back.value(*part, *name);
                same(value.as_ref(), other, (*part, *name), &case);
            }
        }
    }
}
