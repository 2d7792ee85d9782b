//! What the bubble says of a head, line by line.

use super::drag::Drag;
use super::head::Head;
use crate::costing::report::RaiseFigures;
use crate::document::moving::Measure;
use crate::document::words;
use crate::scenario::ClauseKind;
use crate::ui::state::Context;
use crate::ui::widgets::names::short_name;
use crate::units::Currency;
use rust_decimal::Decimal;

/// The lines, the heading first.
pub(super) fn lines(drag: Option<&Drag>, context: &Context, head: &Head) -> Vec<String> {
    let offer = context.offer(&head.key.offer);
    let whose = match offer {
        Some(offer) => short_name(offer),
        None => "Already owed".to_owned(),
    };
    let what = match head.kind {
        ClauseKind::Percent => {
            let sign = if head.height.is_sign_negative() {
                ""
            } else {
                "+"
            };
            format!("{sign}{}", words::percent_two(head.height))
        }
        // Their markets and payrolls are on the page of the term; here they would cover the heads.
        ClauseKind::MinimumRate => "Minimum rates".to_owned(),
        ClauseKind::EquityPool => match head.size {
            Some((_, percent)) => format!("Equity pool of {}", words::percent_two(percent)),
            None => "Equity pool".to_owned(),
        },
        _ => head.terms.clone(),
    };
    let mut first = format!("{what} on {}", words::date(head.day));
    if head.date != head.day {
        first.push_str(&format!(", written {}", words::date(head.date)));
    }
    let mut lines = vec![
        first,
        worth(context, head).map_or(whose.clone(), |worth| format!("{whose} \u{b7} {worth}")),
    ];
    if head.owed {
        lines.push("Part of the baseline: it isn\u{2019}t moved here".to_owned());
        return lines;
    }
    let starting = drag.and_then(|drag| drag.counter.as_ref());
    if let Some((source, _)) = starting {
        let name = context.name_of(source);
        lines.push(format!(
            "Drop: starts a counter from {name} \u{b7} Esc: leaves it as it was"
        ));
    } else if head.locked && !context.is_presenting() {
        lines.push("Locked \u{b7} drag to start a counter from this offer".to_owned());
    } else if let Some(why) = head.held_height().filter(|_| !context.is_presenting()) {
        let mut why = why.to_owned();
        if let Some(letter) = why.get_mut(..1) {
            letter.make_ascii_uppercase();
        }
        lines.push(why);
    }
    lines
}

/// What it is worth, and what one more of its unit is worth.
fn worth(context: &Context, head: &Head) -> Option<String> {
    let currency = &context.scenario().currency;
    if head.left_out {
        return Some("left out of every figure".to_owned());
    }
    let own = context.results.of(&head.key.offer)?;
    let raises = &mut own.figures.raises.iter();
    let figures = raises.find(|raise| raise.clause == head.place);
    let Some(worth) = figures.and_then(|raise| raise.worth) else {
        return Some("not costed".to_owned());
    };
    let worth_said = format!("worth {} over the term", currency.brief(worth));
    let more = one_more(head, figures, worth, currency);
    Some(format!("{worth_said}{}", more.unwrap_or_default()))
}

fn one_more(
    head: &Head,
    figures: Option<&RaiseFigures>,
    worth: Decimal,
    currency: &Currency,
) -> Option<String> {
    if let Some(point) = figures.and_then(|raise| raise.value_of_a_point) {
        let point = currency.brief(point);
        return Some(format!(" \u{b7} a point here {point}"));
    }
    // Dollars for everyone cost in proportion; a lowest rate doesn't.
    if !matches!(head.kind, ClauseKind::PerHour | ClauseKind::PerYear) {
        return None;
    }
    let (measure, size) = head.size?;
    let (unit, words) = match measure {
        Measure::AnHour => (Decimal::new(10, 2), currency.rate(Decimal::new(10, 2))),
        Measure::AYear => (Decimal::ONE_HUNDRED, currency.whole(Decimal::ONE_HUNDRED)),
        Measure::Percent => return None,
    };
    let more = worth.checked_mul(unit)?.checked_div(size)?;
    let more = currency.brief(more);
    Some(format!(" \u{b7} {words} more about {more}"))
}
