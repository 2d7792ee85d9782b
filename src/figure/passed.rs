//! What is said of offers passed on one day whose order isn't certain: reports, charts and the window say it alike.

use crate::explore::history::Move;
use crate::scenario::Scenario;
use crate::units::{TimeOfDay, text};

/// A sentence for each day on which the order of the moves rests on more than their times. `moves` are in
/// their order.
#[must_use]
pub fn in_doubt(scenario: &Scenario, moves: &[Move]) -> Vec<String> {
    moves
        .chunk_by(|one, next| one.on.on == next.on.on)
        .flat_map(|of_a_day| on_a_day(scenario, of_a_day))
        .collect()
}

fn on_a_day(scenario: &Scenario, moves: &[Move]) -> Vec<String> {
    let Some(first) = moves.first() else {
        return Vec::new();
    };
    let day = text::day(first.on.on);
    let named = |one: &Move| {
        let name = scenario.offer(&one.offer).map_or("", |offer| &offer.name);
        format!("\u{201c}{name}\u{201d}")
    };
    let mut said = Vec::new();
    let without: Vec<String> = moves
        .iter()
        .filter(|one| time(one).is_none())
        .map(named)
        .collect();
    if !without.is_empty() && without.len() < moves.len() {
        let (have, stand) = match without.len() {
            1 => ("has", "it stands"),
            _ => ("have", "they stand"),
        };
        said.push(format!(
            "{} {have} no time of day, as others of {day} have; {stand} before them.",
            in_a_row(&without)
        ));
    }
    for (at, one) in moves.iter().enumerate() {
        let later = moves.get(at + 1..).unwrap_or_default();
        // Without times two sides are in no order by themselves; of one side the later counts.
        let tied = later
            .iter()
            .find(|next| time(next) == time(one) && next.side == one.side);
        let Some(next) = tied else { continue };
        let when = match &next.on.at {
            Some(at) => format!("at one time, {at} on {day}"),
            None => format!("on {day}, both without a time of day"),
        };
        said.push(format!(
            "{} and {} were passed {when}; they stand in the order of the offers.",
            named(one),
            named(next)
        ));
    }
    said
}

fn time(one: &Move) -> Option<TimeOfDay> {
    one.on.at.as_deref().and_then(TimeOfDay::parse)
}

fn in_a_row(names: &[String]) -> String {
    match names {
        [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        _ => names.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::history::{Told, history};

    fn of(times: &[(&str, &str)]) -> Vec<String> {
        let offers: Vec<String> = times
            .iter()
            .enumerate()
            .map(|(at, (side, moment))| {
                format!(
                    "(id: \"{at}\", name: \"Offer {at}\", side: {side}, shared: true, status: Passed(({moment})), \
                     clauses: [])"
                )
            })
            .collect();
        let text = format!(
            "(version: 1, title: \"T\", we_are: Neutral, term: (first_day: \"2026-07-01\", last_day: \"2027-06-30\"),\
             workforce: (rates_as_of: \"2026-06-30\", rounding: None, people: Summary(headcount: 10, fte: 10, \
             average_annual_pay: 52000)), offers: [{}])",
            offers.join(", ")
        );
        let scenario = crate::files::parse_scenario(&text).unwrap();
        in_doubt(&scenario, &history(&scenario, &[], Told::Cost))
    }

    #[test]
    fn an_offer_without_a_time_is_said_where_others_of_its_day_have_one() {
        let (none, nine) = ("on: \"2026-06-02\"", "on: \"2026-06-02\", at: \"9:15 am\"");
        assert_eq!(
            of(&[("Union", none), ("Union", nine)]),
            [
                "\u{201c}Offer 0\u{201d} has no time of day, as others of Jun 2, 2026 have; it stands before them."
            ]
        );
        // It doesn't matter whose the other is: the next move of the other side rests on it.
        assert_eq!(of(&[("Employer", nine), ("Union", none)]).len(), 1);
        assert!(of(&[("Union", "on: \"2026-06-01\""), ("Union", nine)]).is_empty());
        assert!(of(&[("Union", none), ("Employer", none)]).is_empty());
    }

    #[test]
    fn one_time_however_written_is_a_tie_in_the_order_of_the_offers() {
        let told = of(&[
            ("Union", "on: \"2026-06-02\", at: \"2:30 pm\""),
            ("Union", "on: \"2026-06-02\", at: \"14:30\""),
        ]);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0].starts_with(
                "\u{201c}Offer 0\u{201d} and \u{201c}Offer 1\u{201d} were passed at one time, 14:30"
            ),
            "{told:?}"
        );
        let untimed = of(&[
            ("Union", "on: \"2026-06-02\""),
            ("Union", "on: \"2026-06-02\""),
        ]);
        assert!(
            untimed[0].contains("both without a time of day"),
            "{untimed:?}"
        );
    }
}
