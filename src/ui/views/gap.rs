//! Why A and B differ, year by year, raise by raise, and under each pairing of retroactivity.

use eframe::egui::{Align, Layout, RichText, ScrollArea, Slider, Ui};
use rust_decimal::Decimal;

use super::picked;
use crate::document::{Command, Results, words};
use crate::figure::alike;
use crate::figure::{FigureName, build};
use crate::scenario::{OfferId, Ratification, Scenario};
use crate::ui::state::{Actions, Context, Gesture, View};
use crate::ui::widgets::table::{Cell, Table};
use crate::ui::widgets::{chart, controls, theme};
use crate::units::{Currency, MoneyUnit};

pub const VIEW: View = View {
    key: "gap",
    title: "Gap",
};

/// Below this width the two columns stand one above the other, in points.
const LEAST_FOR_TWO: f32 = 730.0;

/// How wide the dates of raises are, in points.
const FIRST: f32 = 100.0;

pub fn show(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let currency = &context.scenario().currency;
    let Some(gap) = &context.results.gap else {
        ui.add_space(16.0);
        ui.label("Choose two offers, A and B, on their cards.");
        return;
    };
    let palette = theme::palette(ui);
    let scenario = context.scenario();
    let name = |id: &OfferId| {
        scenario
            .offer(id)
            .map_or_else(String::new, |offer| offer.name.clone())
    };
    let results = &context.results;
    let (a, b) = (name(&gap.a), name(&gap.b));
    let wide = ui.available_width() >= LEAST_FOR_TWO;
    let bridge = build::figure(FigureName::Gap, scenario, results, "");
    let part = picked::scenario(context);
    let raises = build::figure(FigureName::Raises, &part, results, "");
    let mut asked = None;
    let mut copied = None;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - controls::BAR);
        ui.spacing_mut().item_spacing.x = 40.0;
        let mut left = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let of_bridge = chart::show(ui, &bridge, 190.0);
            asked = of_bridge.map(|what| (FigureName::Gap, what));
            controls::section(ui, "When it is ratified, and who pays raises back");
            months_late(ui, context, actions);
            pairings(ui, currency, results, &a, &b);
        };
        let mut right = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            controls::section(ui, &format!("\u{201c}{b}\u{201d} less \u{201c}{a}\u{201d}, by contract year"));
            // All of the column has one unit: years, raises of A and raises of B are read down.
            let ids = [&gap.a, &gap.b];
            let raises = ids.into_iter().filter_map(|id| results.of(id));
            let raises = raises.flat_map(|one| one.figures.raises.iter());
            let raises = raises.flat_map(|raise| [raise.worth, raise.value_of_a_point]);
            let costs = gap.by_year.iter().map(|(_, cost)| *cost);
            let unit = alike::unit_of_table(costs.chain(raises).flatten());
            for (year, cost) in &gap.by_year {
                let value = said(currency, *cost, unit, "not costed");
                controls::figure_row(ui, &year.in_words(), &value);
            }
            for (id, title) in [(&gap.a, &a), (&gap.b, &b)] {
                if let Some(table) = worths(context.scenario(), results, (id, title), unit) {
                    copied = table.show_filling(ui, FIRST).or(copied.take());
                }
            }
        };
        if wide {
            ui.columns(2, |columns| {
                if let [one, other] = columns {
                    // Columns stretch what they hold; notes read better as they are.
                    one.with_layout(Layout::top_down(Align::LEFT), left);
                    other.with_layout(Layout::top_down(Align::LEFT), right);
                }
            });
        } else {
            left(ui);
            right(ui);
        }
        if let Some(what) = chart::show(ui, &raises, 230.0) {
            asked = Some((FigureName::Raises, what));
        }
        ui.add_space(8.0);
        let note = "The bars add up to the gap. Size: what the percents would cost at equal timing. Dates: what the timing adds. Compounding: raises on raises.";
        let note = RichText::new(note).size(12.5).color(palette.soft);
        ui.add(eframe::egui::Label::new(note).wrap());
    });
    if let Some(cells) = copied {
        let compared = [&gap.a, &gap.b].map(|id| scenario.offer(id));
        actions.copy_table_of(cells, compared.into_iter().flatten());
    }
    if let Some((name, what)) = asked {
        actions.copy_figure(name, what);
    }
}

/// The latest ratification that is told in months.
const MOST_LATE: i32 = 600;

/// Ratification by whole months after the first day; a slide is one step to undo.
fn months_late(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let scenario = context.scenario();
    let first = scenario.term.first_day;
    let mut months = match scenario.ratification {
        Ratification::OnTime => 0,
        Ratification::On(day) => (0..MOST_LATE)
            .find(|months| first.plus_months(*months) >= day)
            .unwrap_or(MOST_LATE),
    };
    // It reaches as far as a year, and to a later day that was typed; while it slides it stays as long as it was.
    let id = ui.scope_id().with("most months late");
    let kept: Option<i32> = ui.data(|data| data.get_temp(id));
    let kept = kept.filter(|_| context.document().in_gesture());
    let most = kept.unwrap_or(months.max(12));
    ui.data_mut(|data| data.insert_temp(id, most));
    let words = if months == 1 {
        "month late"
    } else {
        "months late"
    };
    let slider = Slider::new(&mut months, 0..=most).text(words);
    let response = ui.add_enabled(!context.is_presenting(), slider);
    controls::focus_ring(ui, &response, response.rect);
    if response.drag_started() {
        actions.gesture(Gesture::Begin("Change ratification"));
    }
    if response.changed() {
        let when = match months {
            0 => Ratification::OnTime,
            months => Ratification::On(first.plus_months(months)),
        };
        let command = Command::Ratify(when);
        if context.document().in_gesture() {
            actions.gesture(Gesture::To {
                commands: vec![command],
                moves: None,
            });
        } else {
            actions.apply(command);
        }
    }
    if response.drag_stopped() {
        actions.gesture(Gesture::End);
    }
}

fn pairings(ui: &mut Ui, currency: &Currency, results: &Results, a: &str, b: &str) {
    let Some(gap) = &results.gap else {
        return;
    };
    let costs: Vec<Option<Decimal>> = gap.retroactivity.iter().map(|one| one.cost).collect();
    let costs = alike::column(currency, &costs, "not costed");
    for (pairing, value) in gap.retroactivity.iter().zip(costs) {
        let name = match (pairing.a, pairing.b) {
            (true, true) => "Both retroactive".to_owned(),
            (false, false) => "Neither retroactive".to_owned(),
            (true, false) => format!("Only \u{201c}{a}\u{201d} retroactive"),
            (false, true) => format!("Only \u{201c}{b}\u{201d} retroactive"),
        };
        controls::figure_row(ui, &name, &value);
    }
}

/// An amount in a unit, or what stands where there is none.
fn said(
    currency: &Currency,
    value: Option<Decimal>,
    unit: (MoneyUnit, u32),
    nothing: &str,
) -> String {
    value.map_or_else(
        || nothing.to_owned(),
        |value| alike::in_table(currency, value, unit),
    )
}

/// What each raise of an offer costs. One in dollars has no point: a dash stands there, and for what isn't known words.
fn worths(
    scenario: &Scenario,
    results: &Results,
    (id, name): (&OfferId, &str),
    unit: (MoneyUnit, u32),
) -> Option<Table> {
    let currency = &scenario.currency;
    let offer = results.of(id)?;
    let rows = offer.figures.raises.iter().map(|raise| {
        let worth = said(currency, raise.worth, unit, "not costed");
        let point = said(currency, raise.value_of_a_point, unit, "\u{2013}");
        let cells = vec![
            Cell::from(words::terms(&raise.terms, scenario.paid_in())),
            Cell::from(worth),
            Cell::from(point),
        ];
        (words::date(raise.takes_effect), cells)
    });
    Some(Table {
        title: format!("What each raise of {name} is worth"),
        heads: ["Increase", "Worth", "A point here"]
            .map(|head| (head.to_owned(), None))
            .to_vec(),
        rows: rows.collect(),
    })
}
