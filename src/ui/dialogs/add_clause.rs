//! The page that adds a term to an offer: every kind in plain words with what one would cost here, then the
//! values of the kind that was chosen, with what they cost before they are added.

mod form;
mod worked;

use eframe::egui::{
    self, Align, Layout, Response, Role, ScrollArea, Ui, WidgetInfo, text::LayoutJob,
};

use form::{Form, Went};
use worked::worked;

use super::{Answer, Dialog, buttons, title};
use crate::document::fields::example;
use crate::document::new_clause::offered;
use crate::scenario::{ClauseKind, OfferId, Scenario};
use crate::ui::forms::soft;
use crate::ui::state::{Actions, Context};
use crate::ui::widgets::theme;
use crate::units::Date;

pub(super) struct AddTerm {
    offer: OfferId,
    day: Date,
    /// What each kind would cost, once it was worked out.
    kinds: Vec<(ClauseKind, String)>,
    form: Option<Form>,
}

impl AddTerm {
    /// The page for an offer, on the day of the cursor.
    pub fn new(context: &Context, offer: OfferId) -> Self {
        let scenario = context.scenario();
        let day = day_to_add(scenario, &offer, context.screen.cursor);
        let kinds = offered(scenario).into_iter().map(|kind| {
            let clause = example(kind, scenario, day);
            (kind, worked(scenario, &offer, &clause, true))
        });
        Self {
            kinds: kinds.collect(),
            offer,
            day,
            form: None,
        }
    }
}

/// The month of the cursor, within the offer's term.
fn day_to_add(scenario: &Scenario, offer: &OfferId, cursor: Date) -> Date {
    let first = scenario.term.first_day;
    let last = scenario
        .offer(offer)
        .map_or(scenario.term.last_day, |offer| scenario.last_day_of(offer));
    cursor.first_of_month().clamp(first, last.max(first))
}

impl Dialog for AddTerm {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        match &mut self.form {
            Some(form) => match form.show(ui, context, actions, &self.offer) {
                Went::Stay => Answer::Stay,
                Went::Leave => Answer::Close,
                Went::Back => {
                    self.form = None;
                    Answer::Stay
                }
            },
            None => self.choose(ui, context),
        }
    }

    fn refused(&mut self, words: String) -> Result<(), String> {
        match &mut self.form {
            Some(form) => form.words = words,
            None => return Err(words),
        }
        Ok(())
    }
}

impl AddTerm {
    fn choose(&mut self, ui: &mut Ui, context: &Context) -> Answer {
        title(
            ui,
            &format!("Add a term to {}", context.name_of(&self.offer)),
        );
        soft(ui, "What does it give?");
        let scenario = context.scenario();
        let unit = scenario.workforce.rate_unit;
        let mut chosen = None;
        let height = (ui.ctx().content_rect().height() - 220.0).clamp(160.0, 560.0);
        // As high in its first frame as in the next, or the dialog would be put in the middle for another height.
        let list = ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height);
        list.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            for (kind, cost) in &self.kinds {
                let words = kind.in_words(unit);
                if kind_button(
                    ui,
                    &scenario.currency.said(words.title),
                    &scenario.currency.said(words.does),
                    cost,
                )
                .clicked()
                {
                    chosen = Some(*kind);
                }
            }
        });
        if let Some(kind) = chosen {
            self.form = Some(Form::of(kind, scenario, self.day));
        }
        match buttons(ui, &["Cancel"]) {
            Some(_) => Answer::Close,
            None => Answer::Stay,
        }
    }
}

/// A kind as a button: its name, what it does, what one would cost.
fn kind_button(ui: &mut Ui, name: &str, plain: &str, cost: &str) -> Response {
    let palette = theme::palette(ui);
    let mut job = LayoutJob::default();
    let mut add = |text: String, font: egui::FontId, color| {
        job.append(&text, 0.0, egui::TextFormat::simple(font, color));
    };
    add(format!("{name}\n"), theme::semibold(14.0), palette.ink);
    add(format!("{plain}\n"), theme::regular(12.5), palette.soft);
    add(cost.to_owned(), theme::regular(12.5), palette.ink);
    let width = ui.available_width() - 14.0;
    job.wrap.max_width = width - 20.0;
    let made = Layout::top_down(Align::Min);
    let response = ui
        .with_layout(made, |ui| {
            // All are as wide, also where a line would just fit beside the scroll bar.
            ui.set_max_width(width);
            let button = egui::Button::new(job)
                .wrap()
                .min_size(egui::vec2(width, 0.0));
            ui.add(button)
        })
        .inner;
    let label = format!("{name}. {plain} {cost}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    response
}
