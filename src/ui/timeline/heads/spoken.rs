//! Heads for screen readers: sliders with a value in words, moved by actions.

use eframe::egui::{self, Ui, WidgetInfo, accesskit};
use rust_decimal::Decimal;

use super::drag::moved_percent;
use super::place::Head;
use crate::document::words;
use crate::figure::place;
use crate::ui::state::{Actions, ClauseAt, Context, Edit};
use crate::units::Percent;

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
        .offer(&head.offer)
        .map_or("", |offer| offer.name.as_str());
    let label = format!("{name}, raise {} of {}", head.number, head.of);
    let value = place::number(head.percent);
    response.widget_info(|| WidgetInfo::slider(true, value, &label));
    let text = format!(
        "{} percent on {}",
        head.percent.normalize(),
        words::date(head.date)
    );
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(-50.0);
        node.set_max_numeric_value(100.0);
        node.set_numeric_value_step(0.25);
        node.set_value(text);
        node.add_action(accesskit::Action::SetValue);
        node.add_action(accesskit::Action::Increment);
        node.add_action(accesskit::Action::Decrement);
    });
    let (steps, exact) = ui.input(|input| {
        let ups = input.num_accesskit_action_requests(response.id, accesskit::Action::Increment);
        let downs = input.num_accesskit_action_requests(response.id, accesskit::Action::Decrement);
        let steps = i64::try_from(ups).unwrap_or(0) - i64::try_from(downs).unwrap_or(0);
        let exact = input
            .accesskit_action_requests(response.id, accesskit::Action::SetValue)
            .filter_map(|request| match &request.data {
                Some(accesskit::ActionData::NumericValue(value)) => {
                    Some((value * 100.0).round() as i64)
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
    });
    let percent = match exact {
        Some(hundredths) => Decimal::new(hundredths, 2).normalize(),
        None if steps != 0 => moved_percent(head.percent, steps * 25, false),
        None => return,
    };
    if let Ok(percent) = Percent::new(percent) {
        actions.edit(Edit::MoveRaise {
            raise: ClauseAt {
                offer: head.offer.clone(),
                clause: head.clause,
            },
            date: head.date,
            percent,
        });
    }
}
