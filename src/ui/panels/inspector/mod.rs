//! The right side: the chosen raise or offer, what is held, values at the cursor, the edited offer by year,
//! and why A and B differ.

mod clause;
mod comes_to;
mod counting;
mod gap_bars;
mod offer;
mod scope;

use eframe::egui::{self, RichText, ScrollArea, Sense, Ui, pos2, vec2};
use rust_decimal::Decimal;

use crate::costing::curves;
use crate::document::words;
use crate::explore::Hold;
use crate::figure::alike;
use crate::scenario::OfferId;
use crate::ui::state::{Actions, Context, Edit};
use crate::ui::widgets::names::{self, drawing_order, role_of, short_name};
use crate::ui::widgets::{controls, theme};
use crate::units::text;

/// What the panel remembers between frames.
#[derive(Debug, Default)]
pub struct Inspector {
    /// Whether the keyboard goes to the fields of the chosen raise.
    pub(crate) focus_values: bool,
    /// What was worked out of the chosen clause.
    known: Option<comes_to::WorkedOut>,
}

/// Paints the button that goes on from a locked offer with a counter.
fn counter_button(ui: &mut Ui, actions: &mut Actions, from: &OfferId) {
    if ui.button("Start a counter from this offer").clicked() {
        actions.edit(Edit::StartCounter {
            from: from.clone(),
            then: None,
        });
    }
}

pub fn show(own: &mut Inspector, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        controls::beside_the_bar(ui, |ui| {
            chosen(own, ui, context, actions);
            controls::section(ui, "While dragging, hold");
            let wide = ui.available_width() > 300.0;
            let sum = if wide { "Simple sum" } else { "Sum" };
            let compounded = if wide { "Compounded" } else { "Comp." };
            let choices = [
                (Hold::Nothing, "Nothing"),
                (Hold::SimpleSum, sum),
                (Hold::Compounded, compounded),
                (Hold::Cost, "Cost"),
            ];
            if let Some(hold) = controls::segmented(ui, "Hold", &choices, context.selection.hold) {
                actions.edit(Edit::Hold(hold));
            }
            at_the_cursor(ui, context);
            by_year(ui, context);
            gap_bars::show(ui, context);
            ui.add_space(12.0);
        });
    });
}

/// The chosen raise, else the chosen offer.
fn chosen(own: &mut Inspector, ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let selected = context.selection.clause.as_ref().and_then(|one| {
        let offer = context.offer(&one.offer)?;
        offer.clause(one.clause)?;
        Some((offer, one.clause))
    });
    if let Some((offer, at)) = selected {
        let terms = offer.clause(at).map(|clause| &clause.terms);
        let kind = terms.map_or("raise", |terms| terms.kind().called());
        controls::section(ui, &format!("Selected {kind}"));
        clause::show(own, ui, context, actions, (offer, at));
        return;
    }
    let chosen = context.selection.offer.as_ref();
    if let Some(offer) = chosen.and_then(|id| context.offer(id)) {
        controls::section(ui, "Offer");
        offer::show(ui, context, actions, offer);
        return;
    }
    controls::section(ui, "Selected raise");
    let words =
        "Click a head on the timeline, or Tab to it. Click an offer\u{2019}s card for its details.";
    let color = theme::palette(ui).soft;
    ui.label(RichText::new(words).color(color));
}

/// What the figures at the cursor are, behind the offer's name.
const OF_CURSOR: &str = " cost, level";

fn at_the_cursor(ui: &mut Ui, context: &Context) {
    let currency = &context.scenario().currency;
    controls::section(ui, &format!("At {}", words::date(context.screen.cursor)));
    let scenario = context.scenario();
    for offer in drawing_order(scenario)
        .into_iter()
        .filter(|one| role_of(scenario, &one.id) != theme::Role::Other)
    {
        let Some(result) = context.results.of(&offer.id) else {
            continue;
        };
        let level = curves::step_at(&result.curves.level, context.screen.cursor);
        let cost = curves::by_end_of(&result.curves.cost, context.screen.cursor);
        let none = || "not costed".to_owned();
        let level = level.map_or_else(none, |level| text::fixed(level, 2));
        let cost = cost.map_or_else(String::new, |cost| {
            format!("{} \u{b7} ", currency.brief(cost))
        });
        let value = format!("{cost}{level}");
        let font = theme::regular(14.0);
        let wide = |text: &str| {
            let laid = ui.painter().layout_no_wrap(
                text.to_owned(),
                font.clone(),
                egui::Color32::PLACEHOLDER,
            );
            laid.size().x
        };
        // What the figures are stands after the name, and is never lost to it.
        let room = ui.available_width() - wide(&value) - wide(OF_CURSOR) - 24.0;
        let look = (&font, egui::Color32::PLACEHOLDER);
        let name = names::in_short(ui, scenario, &offer.id, look, room);
        controls::figure_row(ui, &format!("{}{OF_CURSOR}", name.text()), &value);
    }
}

fn by_year(ui: &mut Ui, context: &Context) {
    let scenario = context.scenario();
    let shown = scenario
        .counter
        .as_ref()
        .or(scenario.b.as_ref())
        .and_then(|id| scenario.offer(id));
    let Some((offer, result)) =
        shown.and_then(|offer| Some((offer, context.results.of(&offer.id)?)))
    else {
        return;
    };
    controls::section(
        ui,
        &format!("{} by contract year, above the baseline", short_name(offer)),
    );
    let palette = theme::palette(ui);
    let years = result.figures.years.iter();
    let values = years.flat_map(|year| [year.cash, year.added, year.carry_over]);
    let unit = alike::unit_of_table(values.flatten());
    let money = |value: Option<Decimal>| match value {
        Some(value) => alike::in_table(&context.scenario().currency, value, unit),
        None => "not costed".to_owned(),
    };
    let width = ui.available_width();
    let ends = [0.46, 0.71, 1.0];
    let row = |ui: &mut Ui, name: &str, cells: [String; 3], size: f32, color: egui::Color32| {
        let (rect, response) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
        let label = format!("{name}: {}", cells.join(", "));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &label));
        let (y, font) = (rect.center().y, theme::regular(size));
        let painter = ui.painter();
        painter.text(
            pos2(rect.left(), y),
            egui::Align2::LEFT_CENTER,
            name,
            font.clone(),
            color,
        );
        for (cell, end) in cells.into_iter().zip(ends) {
            let at = pos2(rect.left() + width * end, y);
            painter.text(at, egui::Align2::RIGHT_CENTER, cell, font.clone(), color);
        }
    };
    let heads = ["Cash", "Added", "Carry-over"].map(str::to_owned);
    row(ui, "", heads, 12.5, palette.soft);
    for year in &result.figures.years {
        let cells = [year.cash, year.added, year.carry_over].map(money);
        let name = if year.label.cut {
            format!("{}, cut", year.label.name())
        } else {
            year.label.name()
        };
        row(ui, &name, cells, 13.0, palette.ink);
    }
}
