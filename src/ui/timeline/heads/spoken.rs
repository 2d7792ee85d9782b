//! Heads for screen readers: sliders with a value in words, moved by actions.

use eframe::egui::{self, Ui, WidgetInfo, accesskit};
use rust_decimal::Decimal;

use super::drag::moved_size;
use super::head::Head;
use crate::document::moving::Measure;
use crate::document::words;
use crate::figure::position;
use crate::scenario::ranges::RAISE;
use crate::ui::state::{Actions, ClauseAt, Context, Edit};

/// A head is a slider to a screen reader: its percent is the value.
pub(super) fn describe(
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    head: &Head,
    response: &egui::Response,
) {
    let scenario = context.scenario();
    let name = scenario
        .offer(&head.key.offer)
        .map_or("", |offer| offer.name.as_str());
    let label = match head.number {
        _ if head.owed => format!("Raise already owed: {}", head.terms),
        0 => format!("{name}, {}", head.terms),
        number => format!("{name}, raise {number} of {}", head.of),
    };
    let value = position::number(head.size.map_or(head.height, |(_, size)| size));
    let effective = words::date(head.day);
    let mut text = match head.size {
        Some((Measure::Percent, size)) if head.number > 0 => {
            format!("{} percent on {effective}", size.normalize())
        }
        _ => format!("{} on {effective}", head.terms),
    };
    if head.date != head.day {
        text.push_str(&format!(", written {}", words::date(head.date)));
    }
    if head.left_out {
        text.push_str(", left out of every figure");
    }
    if head.owed {
        let said = format!("{label}, {text}");
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &said));
        return;
    }
    response.widget_info(|| WidgetInfo::slider(true, value, &label));
    let Some((measure, size)) = head.size else {
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_value(text));
        return;
    };
    let step = position::number(measure.step(false));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        let (low, high) = match measure {
            Measure::Percent => RAISE.ends(),
            Measure::AnHour => (Decimal::ZERO, Decimal::from(1_000)),
            Measure::AYear => (Decimal::ZERO, Decimal::from(1_000_000)),
        };
        node.set_min_numeric_value(position::number(low));
        node.set_max_numeric_value(position::number(high));
        node.set_numeric_value_step(step);
        node.set_value(text);
        node.add_action(accesskit::Action::SetValue);
        node.add_action(accesskit::Action::Increment);
        node.add_action(accesskit::Action::Decrement);
    });
    let (steps, exact) = asked(ui, response);
    let to = match exact {
        Some(hundredths) => Decimal::new(hundredths, 2).normalize(),
        None if steps != 0 => {
            let by = Decimal::from(steps).checked_mul(measure.step(false));
            moved_size(measure, size, by.unwrap_or_default(), false)
        }
        None => return,
    };
    actions.edit(Edit::Nudge {
        at: ClauseAt {
            offer: head.key.offer.clone(),
            clause: head.key.clause,
        },
        part: head.key.part,
        date: head.date,
        size: Some(to),
    });
}

/// What a screen reader asks for: steps up, or an exact value in hundredths.
fn asked(ui: &Ui, response: &egui::Response) -> (i64, Option<i64>) {
    ui.input(|input| {
        let ups = input.num_accesskit_action_requests(response.id, accesskit::Action::Increment);
        let downs = input.num_accesskit_action_requests(response.id, accesskit::Action::Decrement);
        let steps = i64::try_from(ups).unwrap_or(0) - i64::try_from(downs).unwrap_or(0);
        let exact = input
            .accesskit_action_requests(response.id, accesskit::Action::SetValue)
            .filter_map(|request| match &request.data {
                Some(accesskit::ActionData::NumericValue(value)) => {
                    Some(position::nearest(value * 100.0))
                }
                Some(accesskit::ActionData::Value(text)) => {
                    let percent = crate::document::entry::percent(text).ok()?;
                    crate::units::decimal::in_units(percent.get(), 2)
                        .and_then(|units| i64::try_from(units).ok())
                }
                _ => None,
            })
            .last();
        (steps, exact)
    })
}
