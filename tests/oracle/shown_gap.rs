//! The program's figures between two offers as part of the flat list.

use counteroffer::costing::report::{
    BreakEvenFigures, GapFigures, MovementFigures, PairingFigures, WhyFigures,
};

use super::figures::{Name, Part, Sheet};
use super::shown::maybe;

pub fn gap_figures(sheet: &mut Sheet, gap: &GapFigures) {
    let GapFigures {
        a,
        b,
        cost,
        cost_per_fte,
        simple_points,
        compounded_points,
        present_value,
        by_year,
        why,
        movement,
        break_even,
        retroactivity,
    } = gap;
    let part = Part::Gap;
    sheet.text(part, Name::A, a);
    sheet.text(part, Name::B, b);
    sheet.dollars(part, Name::Cost, maybe(cost));
    sheet.dollars(part, Name::CostPerFte, maybe(cost_per_fte));
    sheet.percent(part, Name::SimplePoints, maybe(simple_points));
    sheet.percent(part, Name::CompoundedPoints, maybe(compounded_points));
    sheet.dollars(part, Name::PresentValue, maybe(present_value));
    for (at, (_, cash)) in by_year.iter().enumerate() {
        sheet.dollars(Part::GapYear(at), Name::Cash, maybe(cash));
    }
    why_figures(sheet, why);
    movement_figures(sheet, movement);
    let BreakEvenFigures { from, date, days } = break_even;
    let part = Part::BreakEven;
    sheet.maybe(part, Name::From, from.as_ref());
    sheet.maybe(part, Name::Date, date.as_ref());
    sheet.maybe(part, Name::Days, days.as_ref());
    for PairingFigures { a, b, cost } in retroactivity {
        sheet.dollars(Part::Retroactivity(*a, *b), Name::Cost, maybe(cost));
    }
}

fn why_figures(sheet: &mut Sheet, why: &WhyFigures) {
    let WhyFigures {
        size,
        timing,
        compounding,
        lump_sums,
        benefits,
        rounding,
        steps,
        pools,
        floors,
    } = why;
    let part = Part::Why;
    sheet.dollars(part, Name::Size, maybe(size));
    sheet.dollars(part, Name::Timing, maybe(timing));
    sheet.dollars(part, Name::Compounding, maybe(compounding));
    sheet.dollars(part, Name::LumpSums, maybe(lump_sums));
    sheet.dollars(part, Name::Rounding, maybe(rounding));
    sheet.dollars(part, Name::Benefits, maybe(benefits));
    sheet.dollars(part, Name::Steps, maybe(steps));
    sheet.dollars(part, Name::Pools, maybe(pools));
    sheet.dollars(part, Name::Floors, maybe(floors));
}

fn movement_figures(sheet: &mut Sheet, movement: &MovementFigures) {
    let MovementFigures {
        counter,
        from,
        to,
        moved,
        remains,
        moved_share,
        remains_share,
    } = movement;
    let part = Part::Movement;
    sheet.maybe(part, Name::Counter, counter.as_ref());
    sheet.maybe(part, Name::From, from.as_ref());
    sheet.maybe(part, Name::To, to.as_ref());
    sheet.percent(part, Name::MovedShare, maybe(moved_share));
    sheet.percent(part, Name::RemainsShare, maybe(remains_share));
    sheet.dollars(part, Name::Moved, maybe(moved));
    sheet.dollars(part, Name::Remains, maybe(remains));
}
