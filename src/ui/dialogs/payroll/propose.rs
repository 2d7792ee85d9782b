//! Scales that recurring rates of a job suggest: shown with the employees off them, taken only by a click.

use eframe::egui::{Checkbox, Frame, Margin, Role, ScrollArea, Ui, WidgetInfo};

use super::answered;
use crate::document::PayrollEdit;
use crate::document::payroll::column::digits;
use crate::files::roster::ProposedScale;
use crate::ui::dialogs::{Answer, Dialog, title};
use crate::ui::forms::soft;
use crate::ui::state::{Actions, Context};
use crate::units::text;

/// The scales proposed, and which are to be taken.
pub(in crate::ui::dialogs) struct Propose {
    list: Vec<(ProposedScale, bool)>,
    words: String,
}

impl Propose {
    /// None is chosen at first: nothing is assumed without a click.
    pub fn of(list: Vec<ProposedScale>) -> Self {
        Self {
            list: list.into_iter().map(|one| (one, false)).collect(),
            words: String::new(),
        }
    }
}

fn described(one: &ProposedScale) -> String {
    let steps = one.scale.steps.iter().zip(&one.on_steps);
    let steps: Vec<String> = steps
        .map(|(step, heads)| {
            let rate = step
                .rate
                .get()
                .map_or_else(String::new, |rate| digits(rate.get()));
            format!("{rate} ({})", text::count((*heads).into()))
        })
        .collect();
    let off = match one.off {
        0 => "nobody off it".to_owned(),
        1 => "1 employee off it".to_owned(),
        off => format!("{} employees off it", text::count(off.into())),
    };
    format!("{}; {off}", steps.join(", "))
}

impl Dialog for Propose {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Propose scales");
        soft(
            ui,
            "Rates that ten employees of a job or more have, from the lowest, with their employees. Taken, each rate is a step of twelve months; those off it keep their rate.",
        );
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for (one, chosen) in &mut self.list {
                let response = ui.add(Checkbox::new(chosen, &one.scale.name));
                let label = format!("{}: {}", one.scale.name, described(one));
                let on = *chosen;
                response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, &label));
                // Under its name, clear of the tick.
                let under = Margin {
                    left: 20,
                    ..Margin::ZERO
                };
                Frame::new().inner_margin(under).show(ui, |ui| {
                    soft(ui, &described(one));
                });
                ui.add_space(8.0);
            }
        });
        let chosen = self.list.iter().filter(|(_, chosen)| *chosen);
        let chosen: Vec<ProposedScale> = chosen.map(|(one, _)| one.clone()).collect();
        let edit = if chosen.is_empty() {
            Err(Some("Choose a scale, or cancel.".to_owned()))
        } else {
            Ok(PayrollEdit::TakeScales(chosen))
        };
        answered(ui, &mut self.words, (context, actions), edit, None, || ())
    }
}
