//! The page that adds a term to an offer: every kind in plain words with what one would cost here, then the
//! values of the kind that was chosen, with what they cost before they are added.

mod worked;

use eframe::egui::{
    self, Align, Layout, Response, RichText, Role, ScrollArea, Ui, WidgetInfo, text::LayoutJob,
};

use worked::worked;

use super::{Answer, Dialog, buttons, title};
use crate::costing::cola;
use crate::document::fields::{self, Field, Input, Key, example, is_asked};
use crate::document::new_clause::offered;
use crate::document::{entry, words};
use crate::scenario::{Clause, ClauseKind, ClauseTerms, OfferId, PaidIn, Scenario};
use crate::ui::forms::{begin_with, entered, field as text_field, soft, wrong};
use crate::ui::state::{Actions, Context, Edit};
use crate::ui::widgets::{controls, theme};
use crate::units::Date;

pub(super) struct AddTerm {
    offer: OfferId,
    day: Date,
    /// What each kind would cost, once it was worked out.
    kinds: Vec<(ClauseKind, String)>,
    form: Option<Form>,
}

/// The values of one kind as they are typed.
struct Form {
    kind: ClauseKind,
    from: Clause,
    date: String,
    typed: Vec<(Key, String)>,
    leave_out: bool,
    /// Whether it was to be added: only then is told what is missing.
    tried: bool,
    words: String,
    /// What the clause last read would cost.
    worked: Option<(Clause, String)>,
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

/// Where the form goes after a frame.
enum Went {
    Stay,
    Back,
    Leave,
}

impl Form {
    fn of(kind: ClauseKind, scenario: &Scenario, day: Date) -> Self {
        let from = example(kind, scenario, day);
        let typed = fields::fields(&from.terms, &scenario.workforce, &scenario.currency);
        let typed = typed.into_iter().map(|field| {
            let text = match (&field.key, field.input) {
                (Key::Values, _) => format!("{}: ", words::date(day)),
                (key, Input::Line) if is_asked(key) => String::new(),
                _ => field.value.text(),
            };
            (field.key, text)
        });
        Self {
            kind,
            date: words::date(day),
            typed: typed.collect(),
            from,
            leave_out: true,
            tried: false,
            words: String::new(),
            worked: None,
        }
    }

    /// The clause of what is typed, or what is wrong with which field; none is the date.
    fn read(&self, paid: PaidIn<'_>) -> Result<Clause, (Option<Key>, String)> {
        let mut terms = self.from.terms.clone();
        // What is chosen says how what is typed is read.
        let is_choice = |key: &Key| matches!(key, Key::Counted | Key::Basis);
        let choices = self.typed.iter().filter(|(key, _)| is_choice(key));
        let rest = self.typed.iter().filter(|(key, _)| !is_choice(key));
        for (key, text) in choices.chain(rest) {
            terms =
                fields::take(&terms, key, text, paid).map_err(|told| (Some(key.clone()), told))?;
        }
        if let ClauseTerms::MinimumRate {
            by_market,
            elsewhere: None,
            ..
        } = &terms
            && by_market.is_empty()
        {
            let first = self.typed.first().map(|(key, _)| key.clone());
            let told = "a minimum is missing; write one for a market, or elsewhere";
            return Err((first, told.to_owned()));
        }
        let date = match terms.own_dates().first() {
            Some(first) => *first,
            None => entry::date(&self.date).map_err(|told| (None, told))?,
        };
        let mut clause = Clause::new(date, terms);
        if !clause.terms.is_known() && self.leave_out {
            clause.counted = false;
        }
        Ok(clause)
    }

    fn show(
        &mut self,
        ui: &mut Ui,
        context: &Context,
        actions: &mut Actions,
        offer: &OfferId,
    ) -> Went {
        let scenario = context.scenario();
        let words = self.kind.in_words(scenario.workforce.rate_unit);
        let whose = context.name_of(offer);
        title(
            ui,
            &format!("{} in {whose}", scenario.currency.said(words.title)),
        );
        soft(ui, &scenario.currency.said(words.does));
        let read = self.read(scenario.paid_in());
        let wrong_at = read.as_ref().err().filter(|_| self.tried);
        let wrong_at = wrong_at.map(|(key, told)| (key.clone(), told.clone()));
        let height = (ui.ctx().content_rect().height() - 280.0).clamp(140.0, 520.0);
        let enter = ScrollArea::vertical()
            .max_height(height)
            .show(ui, |ui| self.fields(ui, scenario, wrong_at.as_ref()))
            .inner;
        let unknown = read.as_ref().is_ok_and(|clause| !clause.terms.is_known());
        if unknown {
            ui.checkbox(
                &mut self.leave_out,
                "Leave it out of every figure until it is known",
            );
        }
        let line = match &read {
            Ok(_) if unknown => "What it costs is told once its numbers are known.".to_owned(),
            Ok(clause) => self.cost(scenario, offer, clause),
            Err(_) => worked(scenario, offer, &self.from, true),
        };
        ui.label(RichText::new(&line).size(13.0));
        soft(
            ui,
            "For everyone; narrow it afterwards under \u{201c}To\u{201d}. What isn\u{2019}t known yet is written \u{201c}unknown\u{201d}.",
        );
        wrong(ui, &self.words);
        match buttons(ui, &["Add", "Back", "Cancel"]).or(enter.then_some(0)) {
            // It stays until the clause is added, so that a refusal has a place.
            Some(0) => {
                self.tried = true;
                self.words.clear();
                if needs_index(scenario, &read) {
                    // What the line above says, rather than where it is missing in a file.
                    self.words = line;
                } else if let Ok(clause) = read {
                    actions.edit(Edit::AddClause {
                        offer: offer.clone(),
                        clause: Box::new(clause),
                    });
                }
                Went::Stay
            }
            Some(1) => Went::Back,
            Some(_) => Went::Leave,
            None => Went::Stay,
        }
    }

    /// What the clause costs here, worked out once for what is typed.
    fn cost(&mut self, scenario: &Scenario, offer: &OfferId, clause: &Clause) -> String {
        if let Some((own, line)) = &self.worked
            && own == clause
        {
            return line.clone();
        }
        let line = worked(scenario, offer, clause, false);
        self.worked = Some((clause.clone(), line.clone()));
        line
    }

    /// Paints the fields; whether Enter was pressed in one.
    fn fields(
        &mut self,
        ui: &mut Ui,
        scenario: &Scenario,
        wrong_at: Option<&(Option<Key>, String)>,
    ) -> bool {
        let mut enter = false;
        let refusal = |ui: &mut Ui, key: Option<&Key>| {
            if let Some((at, told)) = wrong_at
                && at.as_ref() == key
            {
                wrong(ui, told);
            }
        };
        let own_dates = !self.from.terms.own_dates().is_empty();
        if !own_dates {
            let response = labelled(ui, "Effective", "", |ui| {
                text_field(
                    ui,
                    "Date of the new term",
                    &mut self.date,
                    "10/1/2027",
                    180.0,
                )
            });
            enter |= entered(ui, &response);
            refusal(ui, None);
        }
        let mut begun = false;
        for field in self.shown(scenario) {
            let Some((_, text)) = self.typed.iter_mut().find(|(key, _)| *key == field.key) else {
                continue;
            };
            let response = one(ui, &field, text);
            if let Some(response) = response {
                // Enter takes the keyboard from its field: before the first field has it again, that is seen.
                enter |= field.input == Input::Line && entered(ui, &response);
                if !begun {
                    begin_with(ui, &response);
                    begun = true;
                }
            }
            refusal(ui, Some(&field.key));
        }
        enter
    }

    /// The fields as they are called once what is chosen is taken.
    fn shown(&self, scenario: &Scenario) -> Vec<Field> {
        let mut terms = self.from.terms.clone();
        for (key, text) in &self.typed {
            if let Ok(to) = fields::take(&terms, key, text, scenario.paid_in())
                && matches!(key, Key::Counted)
            {
                terms = to;
            }
        }
        fields::fields(&terms, &scenario.workforce, &scenario.currency)
    }
}

/// Whether a raise that follows an index has none to follow.
fn needs_index(scenario: &Scenario, read: &Result<Clause, (Option<Key>, String)>) -> bool {
    let Ok(clause) = read else {
        return false;
    };
    let ClauseTerms::Cola { lag_months, .. } = clause.terms else {
        return false;
    };
    cola::index_values(scenario, clause.date, lag_months).is_err()
}

/// A field of the form; its response where text is typed.
fn one(ui: &mut Ui, field: &Field, text: &mut String) -> Option<Response> {
    let spoken = format!("{} of the new term", field.name);
    match field.input {
        Input::Line => Some(labelled(ui, &field.name, field.unit, |ui| {
            text_field(ui, &spoken, text, &field.hint, 180.0)
        })),
        Input::Lines => {
            soft(ui, &format!("{}, a line each", field.name));
            let edit = egui::TextEdit::multiline(text)
                .hint_text(field.hint.to_owned())
                .desired_rows(2)
                .desired_width(f32::INFINITY);
            let response = ui.add(edit);
            let value = text.clone();
            response.widget_info(|| {
                let mut info = WidgetInfo::labeled(Role::MultilineTextInput, true, &spoken);
                info.current_text_value = Some(value.clone());
                info
            });
            Some(response)
        }
        Input::Choice(names) => {
            labelled(ui, &field.name, "", |ui| {
                let button = egui::Button::new((text.as_str(), controls::ROOM_FOR_CHEVRON));
                let menu = egui::containers::menu::MenuButton::from_button(button);
                let mut chosen = None;
                let (response, _) = menu.ui(ui, |ui| {
                    for name in names {
                        if ui.selectable_label(*name == text.as_str(), *name).clicked() {
                            chosen = Some((*name).to_owned());
                            ui.close();
                        }
                    }
                });
                controls::drops_down(ui, response.rect);
                let label = format!("{spoken}: {text}");
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
                if let Some(chosen) = chosen {
                    *text = chosen;
                }
            });
            None
        }
    }
}

fn labelled<T>(ui: &mut Ui, name: &str, unit: &str, contents: impl FnOnce(&mut Ui) -> T) -> T {
    let color = theme::palette(ui).soft;
    ui.horizontal(|ui| {
        let size = egui::vec2(130.0, 26.0);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(130.0);
            ui.add(egui::Label::new(RichText::new(name).color(color)).truncate());
        });
        let inner = contents(ui);
        if !unit.is_empty() {
            ui.label(RichText::new(unit).size(12.5).color(color));
        }
        inner
    })
    .inner
}
