//! The section of the text report on what lies between two offers.

use rust_decimal::Decimal;

use super::{name_of, without};
use crate::costing::report::{GapFigures, MovementFigures, OfferFigures};
use crate::export::columns::Columns;
use crate::export::report_lines::{heading, may_not_add, money, paragraph, points};
use crate::figure::bars::GapPart;
use crate::scenario::{OfferId, Party, Rounding, Scenario};
use crate::units::text;

pub(super) fn write(
    out: &mut String,
    scenario: &Scenario,
    offers: &[OfferFigures],
    gap: &GapFigures,
) {
    let currency = &scenario.currency;
    let name = |id: &OfferId| name_of(offers, id);
    heading(out, &format!("Gap: {} less {}", name(&gap.b), name(&gap.a)));
    let mut table = Columns::new(1);
    let mut row = |label: &str, value: String| table.row([label.to_owned(), value]);
    row("Cost", money(currency, gap.cost));
    row("Per full-time employee", money(currency, gap.cost_per_fte));
    row("Simple sum", points(gap.simple_points));
    row("Compounded", points(gap.compounded_points));
    row("Present value", money(currency, gap.present_value));
    row("", String::new());
    let why = &gap.why;
    let size = if why.size.is_some() && why.timing.is_none() {
        GapPart::SizeAndDates
    } else {
        GapPart::Size
    };
    row(
        &format!("Why: {}", in_a_list(size)),
        money(currency, why.size),
    );
    let part = |part: GapPart| format!("     {}", in_a_list(part));
    if why.timing.is_some() || why.size.is_none() {
        row(&part(GapPart::Dates), money(currency, why.timing));
    }
    row(
        &part(GapPart::Compounding),
        money(currency, why.compounding),
    );
    let rounding = match scenario.workforce.rounding {
        Rounding::Dollar => "     rounding to the dollar",
        Rounding::Cent | Rounding::None => "     rounding to the cent",
    };
    for (label, bar) in [
        (part(GapPart::Benefits), why.benefits),
        (part(GapPart::LumpSums), why.lump_sums),
        (currency.said(rounding), why.rounding),
        (part(GapPart::Steps), why.steps),
        (part(GapPart::Pools), why.pools),
        (part(GapPart::Floors), why.floors),
    ] {
        if bar != Some(Decimal::ZERO) {
            row(&label, money(currency, bar));
        }
    }
    row("", String::new());
    for (label, cost) in &gap.by_year {
        row(&label.in_words(), money(currency, *cost));
    }
    table.write(out);
    may_not_add(out, gap.by_year.iter().map(|(_, cost)| *cost), gap.cost);
    let left_out: Vec<String> = offers
        .iter()
        .filter(|offer| (offer.id == gap.a || offer.id == gap.b) && !offer.left_out.is_empty())
        .map(|offer| format!("{} stands {}", offer.name, without(offer)))
        .collect();
    if !left_out.is_empty() {
        paragraph(
            out,
            &format!(
                "{}; what each waits for is listed below.",
                left_out.join(", ")
            ),
        );
    }
    movement(out, scenario, &gap.movement, &name);
    let works_no_hours = scenario.employee.fte.get().is_zero();
    break_even(out, gap, works_no_hours, &name);
    let cost = |a, b| {
        gap.retroactivity
            .iter()
            .find(|pair| (pair.a, pair.b) == (a, b))?
            .cost
    };
    let same = gap.retroactivity.iter().all(|pair| pair.cost == gap.cost);
    if !same {
        paragraph(
            out,
            &format!(
                "Gap by retroactive pay: both {}; only {} {}; neither {}; only {} {}.",
                money(currency, cost(true, true)),
                name(&gap.b),
                money(currency, cost(false, true)),
                money(currency, cost(false, false)),
                name(&gap.a),
                money(currency, cost(true, false)),
            ),
        );
    }
}

/// What the window calls a part of the gap, in a list.
fn in_a_list(part: GapPart) -> String {
    let mut letters = part.title().chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

fn movement(
    out: &mut String,
    scenario: &Scenario,
    movement: &MovementFigures,
    name: &dyn Fn(&OfferId) -> String,
) {
    let (Some(counter), Some(from), Some(to)) = (&movement.counter, &movement.from, &movement.to)
    else {
        return;
    };
    let currency = &scenario.currency;
    let share = |share: Option<Decimal>| {
        share.map_or(String::new(), |share| {
            format!(" ({})", text::percent(share, 1))
        })
    };
    let moved = format!(
        "{}{}",
        money(currency, movement.moved),
        share(movement.moved_share)
    );
    let remains = format!(
        "{}{}",
        money(currency, movement.remains),
        share(movement.remains_share)
    );
    let (counter, from, to) = (name(counter), name(from), name(to));
    let side = scenario.we_are;
    paragraph(
        out,
        &if side == Party::Neutral {
            format!("{counter}: {moved} from {from}, {remains} from {to}.")
        } else {
            format!("{counter}: moved {moved} from {from}; {remains} remains to {to}.")
        },
    );
}

fn break_even(
    out: &mut String,
    gap: &GapFigures,
    works_no_hours: bool,
    name: &dyn Fn(&OfferId) -> String,
) {
    let even = &gap.break_even;
    let Some(from) = even.from else { return };
    let (a, b) = (name(&gap.a), name(&gap.b));
    let words = match (even.date, even.days) {
        (Some(_), Some(0)) => {
            format!(
                "In wages, the employee looked at has never earned less under {b} than under {a}."
            )
        }
        (Some(date), Some(days)) => format!(
            "In wages, the employee looked at has earned as much under {b} as under {a}, and stays there, {days} days after {}: on {}.",
            text::day(from),
            text::day(date)
        ),
        // Without hours nobody earns anything under either: that it isn't defined is told with what isn't.
        _ if works_no_hours => return,
        _ => format!(
            "In wages, the employee looked at does not break even under {b}, compared with {a}, within the term."
        ),
    };
    paragraph(out, &words);
}
