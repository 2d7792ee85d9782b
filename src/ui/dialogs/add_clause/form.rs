//! The values of the kind that was chosen, each field with its trouble beneath it, and what they cost before they
//! are added.

use eframe::egui::{self, Response, RichText, Role, ScrollArea, Ui, WidgetInfo};

use super::super::{buttons, title};
use super::worked::worked;
use crate::costing::cola;
use crate::document::fields::{self, Field, Input, Key, example, is_asked};
use crate::document::wrong::Wrong;
use crate::document::{entry, words};
use crate::scenario::{Clause, ClauseKind, ClauseTerms, OfferId, PaidIn, Scenario};
use crate::ui::forms::beside::{Beside, Typed, indent, named};
use crate::ui::forms::{begin_with, entered, soft, wrong as tell_wrong};
use crate::ui::state::{Actions, Context, Edit};
use crate::ui::widgets::{controls, theme};
use crate::units::Date;

/// A field of the form; none is the date.
type At = Option<Key>;

/// The values of one kind as they are typed.
pub(super) struct Form {
    kind: ClauseKind,
    from: Clause,
    date: String,
    typed: Vec<(Key, String)>,
    leave_out: bool,
    beside: Beside<At>,
    /// What was refused of the clause as a whole.
    pub(super) words: String,
    /// What the clause last read would cost.
    worked: Option<(Clause, String)>,
}

/// Where the form goes after a frame.
pub(super) enum Went {
    Stay,
    Back,
    Leave,
}

impl Form {
    pub(super) fn of(kind: ClauseKind, scenario: &Scenario, day: Date) -> Self {
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
            beside: Beside::default(),
            words: String::new(),
            worked: None,
        }
    }

    /// The clause of what is typed, or what is wrong with which field.
    fn read(&self, paid: PaidIn<'_>) -> Result<Clause, Wrong<At>> {
        let mut wrong = Wrong::default();
        let mut terms = self.from.terms.clone();
        // What is chosen says how what is typed is read.
        let is_choice = |key: &Key| matches!(key, Key::Counted | Key::Basis);
        let choices = self.typed.iter().filter(|(key, _)| is_choice(key));
        let rest = self.typed.iter().filter(|(key, _)| !is_choice(key));
        for (key, text) in choices.chain(rest) {
            let taken = fields::take(&terms, key, text, paid);
            if let Some(taken) = wrong.taken(Some(key.clone()), taken) {
                terms = taken;
            }
        }
        if let ClauseTerms::MinimumRate {
            by_market,
            elsewhere: None,
            ..
        } = &terms
            && by_market.is_empty()
            && wrong.is_nothing()
        {
            let first = self.typed.first().map(|(key, _)| key.clone());
            let told = "a minimum is missing; write one for a market, or elsewhere";
            wrong.tell(first, told);
        }
        let date = match terms.own_dates().first() {
            Some(first) => Some(*first),
            None => wrong.taken(None, entry::date(&self.date)),
        };
        let leave_out = self.leave_out;
        wrong.or(date.map(|date| {
            let mut clause = Clause::new(date, terms);
            if !clause.terms.is_known() && leave_out {
                clause.counted = false;
            }
            clause
        }))
    }

    pub(super) fn show(
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
        let right = Wrong::default();
        let wrong = read.as_ref().err().unwrap_or(&right);
        let height = (ui.ctx().content_rect().height() - 280.0).clamp(140.0, 520.0);
        let enter = ScrollArea::vertical()
            .max_height(height)
            .show(ui, |ui| self.fields(ui, scenario, wrong))
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
        tell_wrong(ui, &self.words);
        match buttons(ui, &["Add", "Back", "Cancel"]).or(enter.then_some(0)) {
            // It stays until the clause is added, so that a refusal has a place.
            Some(0) => {
                self.words.clear();
                if read.is_err() {
                    self.beside.tell_all();
                }
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
    fn fields(&mut self, ui: &mut Ui, scenario: &Scenario, wrong: &Wrong<At>) -> bool {
        let mut enter = false;
        let shown = self.shown(scenario);
        let Self {
            from,
            date,
            typed,
            beside,
            ..
        } = self;
        if from.terms.own_dates().is_empty() {
            let of = Typed {
                spoken: "Date of the new term",
                hint: "10/1/2027",
                width: 180.0,
            };
            let response = beside.row(ui, ("Effective", &None), of, date, wrong);
            enter |= entered(ui, &response);
        }
        let mut begun = false;
        for field in shown {
            let Some((_, text)) = typed.iter_mut().find(|(key, _)| *key == field.key) else {
                continue;
            };
            let response = one(ui, &field, text, (beside, wrong));
            if let Some(response) = response {
                // Enter takes the keyboard from its field: before the first field has it again, that is seen.
                enter |= field.input == Input::Line && entered(ui, &response);
                if !begun {
                    begin_with(ui, &response);
                    begun = true;
                }
            }
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
fn needs_index(scenario: &Scenario, read: &Result<Clause, Wrong<At>>) -> bool {
    let Ok(clause) = read else {
        return false;
    };
    let ClauseTerms::Cola { lag_months, .. } = clause.terms else {
        return false;
    };
    cola::index_values(scenario, clause.date, lag_months).is_err()
}

/// A field of the form; its response where text is typed.
fn one(
    ui: &mut Ui,
    field: &Field,
    text: &mut String,
    (beside, wrong): (&mut Beside<At>, &Wrong<At>),
) -> Option<Response> {
    let spoken = format!("{} of the new term", field.name);
    let at = Some(field.key.clone());
    let of = |width| Typed {
        spoken: &spoken,
        hint: &field.hint,
        width,
    };
    match field.input {
        Input::Line => {
            let color = theme::palette(ui).soft;
            let response = named(ui, &field.name, |ui| {
                let response = beside.field(ui, &at, of(180.0), text, wrong);
                if !field.unit.is_empty() {
                    ui.label(RichText::new(field.unit).size(12.5).color(color));
                }
                response
            });
            beside.under(ui, &at, text, (wrong, indent(ui)));
            Some(response)
        }
        Input::Lines => {
            soft(ui, &format!("{}, a line each", field.name));
            Some(beside.rows(ui, &at, (of(f32::INFINITY), 2), text, wrong))
        }
        Input::Choice(names) => {
            named(ui, &field.name, |ui| choice(ui, &spoken, names, text));
            beside.under(ui, &at, text, (wrong, indent(ui)));
            None
        }
    }
}

/// A menu of named choices.
fn choice(ui: &mut Ui, spoken: &str, names: &[&str], text: &mut String) {
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
}
