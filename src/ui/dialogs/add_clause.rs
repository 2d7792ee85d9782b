//! The page that adds a raise or another clause to an offer.

use eframe::egui::{Grid, Response, Ui};

use super::{Answer, Dialog, buttons, title};
use crate::document::new_clause::{Asked, Counted, Kind, clause};
use crate::document::words::date;
use crate::scenario::{LumpTiming, OfferId, Scenario};
use crate::ui::forms::clause::{COUNTED, PAID};
use crate::ui::forms::{begin_with, entered, field, pick, soft, wrong};
use crate::ui::state::{Actions, Context, Edit};
use crate::units::Date;

pub(super) struct AddClause {
    offer: OfferId,
    asked: Asked,
    words: String,
}

impl AddClause {
    /// The page for a kind, on the day of the cursor.
    pub fn new(context: &Context, offer: OfferId, kind: Kind) -> Self {
        let day = day_to_add(context.scenario(), &offer, context.screen.cursor);
        let asked = Asked {
            kind,
            date: date(day),
            percent: String::new(),
            dollars: String::new(),
            counted: Counted::Each,
            paid: LumpTiming::Dated,
        };
        Self {
            offer,
            asked,
            words: String::new(),
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

impl Dialog for AddClause {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        let name = context.name_of(&self.offer);
        let Self {
            offer,
            asked,
            words,
        } = self;
        let what = match asked.kind {
            Kind::Percent => "a raise in percent",
            Kind::PerHour => "a raise in dollars an hour",
            Kind::GreaterOf => "the greater of a percent and dollars an hour",
            Kind::Floor => "a lowest rate",
            Kind::LumpSum => "a lump sum",
        };
        title(ui, &format!("Add {what} to {name}"));
        let typed = Grid::new("add a clause")
            .num_columns(2)
            .spacing([16.0, 8.0])
            .show(ui, |ui| fields(ui, asked))
            .inner;
        let enter = typed.iter().any(|field| entered(ui, field));
        if let Some(first) = typed.get(1) {
            begin_with(ui, first);
        }
        if asked.kind == Kind::Floor {
            soft(
                ui,
                "Rates below it are raised to it; those above stay as they are.",
            );
        }
        soft(
            ui,
            "For everyone; narrow it afterwards under \u{201c}To\u{201d}. What isn\u{2019}t known yet is written \u{201c}unknown\u{201d}.",
        );
        wrong(ui, words);
        match buttons(ui, &["Add", "Cancel"]).or(enter.then_some(0)) {
            // It stays until the clause is added, so that a refusal has a place.
            Some(0) => match clause(asked) {
                Ok(clause) => actions.edit(Edit::AddClause {
                    offer: offer.clone(),
                    clause: Box::new(clause),
                }),
                Err(told) => *words = told,
            },
            Some(_) => return Answer::Close,
            None => {}
        }
        Answer::Stay
    }

    fn refused(&mut self, words: String) -> Result<(), String> {
        self.words = words;
        Ok(())
    }
}

/// The fields, the date first.
fn fields(ui: &mut Ui, asked: &mut Asked) -> Vec<Response> {
    let mut typed = Vec::new();
    let mut row = |ui: &mut Ui, name: &str, spoken: &str, text: &mut String, hint: &str| {
        ui.label(name);
        typed.push(field(ui, spoken, text, hint, 180.0));
        ui.end_row();
    };
    let (percent, dollars) = ("Percent of the clause", "Dollars of the clause");
    row(
        ui,
        "Effective",
        "Date of the clause",
        &mut asked.date,
        "10/1/2027",
    );
    match asked.kind {
        Kind::Percent => row(ui, "Increase", percent, &mut asked.percent, "3%"),
        Kind::PerHour => row(ui, "An hour", dollars, &mut asked.dollars, "$0.75"),
        Kind::GreaterOf => {
            row(ui, "Increase", percent, &mut asked.percent, "3%");
            row(ui, "or an hour", dollars, &mut asked.dollars, "$0.75");
        }
        Kind::Floor => row(ui, "At least", dollars, &mut asked.dollars, "$24.00"),
        Kind::LumpSum if asked.counted == Counted::OfPay => {
            row(ui, "Amount", percent, &mut asked.percent, "1%");
        }
        Kind::LumpSum => row(ui, "Amount", dollars, &mut asked.dollars, "$1,500"),
    }
    if asked.kind == Kind::LumpSum {
        ui.label("Counted on");
        pick(ui, "Counted on", &mut asked.counted, &COUNTED);
        ui.end_row();
        ui.label("Paid");
        pick(ui, "Paid", &mut asked.paid, &PAID);
        ui.end_row();
    }
    typed
}
