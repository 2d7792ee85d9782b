//! What steps cost before any offer, under the groups.

use eframe::egui::{Align2, Frame, Label, Margin, RichText, Role, Sense, Ui, WidgetInfo, vec2};
use rust_decimal::Decimal;

use super::kept::Payroll;
use crate::costing::report::StepMovementFigures;
use crate::costing::year_label::YearKind;
use crate::ui::state::Context;
use crate::ui::widgets::theme;
use crate::units::Currency;

/// The height of what says what steps cost.
const STEPS: f32 = 84.0;

/// The height of what stands under the sums.
pub(super) fn height(context: &Context) -> f32 {
    if has_steps(context) { STEPS } else { 8.0 }
}

fn has_steps(context: &Context) -> bool {
    !context.scenario().workforce.scales.is_empty()
}

/// What moving up steps costs by year, before any offer.
pub(super) fn show(own: &mut Payroll, ui: &mut Ui, context: &Context) {
    if !has_steps(context) {
        return;
    }
    let found = own
        .years
        .step_movement_of(context.document(), YearKind::Contract);
    let Ok(years) = found else { return };
    let palette = theme::palette(ui);
    let margin = Margin {
        top: 10,
        ..Margin::ZERO
    };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.horizontal(|ui| {
            let title = theme::strong("Steps alone, before any offer", 12.0);
            ui.label(title.color(palette.soft).extra_letter_spacing(0.6));
            let figures = of_years(&years, &context.scenario().currency);
            let room = ui.available_width() / figures.len().max(1) as f32;
            let each = room.clamp(70.0, 118.0);
            ui.add_space((ui.available_width() - each * figures.len() as f32).max(0.0) * 0.5);
            for (name, value) in figures {
                figure(ui, &name, &value, each);
            }
        });
        let how = "Part of every offer\u{2019}s payroll and of the baseline, so of no cost. \u{201c}Evenly\u{201d}: of twelve months on a step, a twelfth moves each month.";
        let how = RichText::new(how).size(12.5).color(palette.soft);
        ui.add(Label::new(how).truncate());
    });
}

fn of_years(years: &[StepMovementFigures], currency: &Currency) -> Vec<(String, String)> {
    let say = |value: Option<Decimal>| {
        value.map_or_else(|| "not costed".to_owned(), |value| currency.short(value))
    };
    let mut figures: Vec<(String, String)> = years
        .iter()
        .map(|year| (year.label.name(), say(year.cost)))
        .collect();
    let all = years
        .iter()
        .try_fold(Decimal::ZERO, |sum, year| sum.checked_add(year.cost?));
    figures.push(("Over the term".to_owned(), say(all)));
    figures
}

fn figure(ui: &mut Ui, name: &str, value: &str, wide: f32) {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(wide - 8.0, 38.0), Sense::hover());
    let label = format!("Steps alone, {name}: {value}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &label));
    let painter = ui.painter();
    let soft = theme::regular(12.5);
    painter.text(rect.left_top(), Align2::LEFT_TOP, name, soft, palette.soft);
    painter.text(
        rect.left_bottom(),
        Align2::LEFT_BOTTOM,
        value,
        theme::semibold(14.0),
        palette.ink,
    );
}
