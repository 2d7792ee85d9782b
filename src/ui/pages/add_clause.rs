//! The page that adds a raise or another clause to an offer.

use eframe::egui::{Grid, Response, Ui};

use super::super::clause_details::{COUNTED, PAID};
use super::super::dialogs::{Answer, act, buttons, title};
use super::{Window, begin_with, entered, field, pick, soft, wrong};
use crate::document::Command;
use crate::document::new_clause::{Asked, Counted, Kind, clause};
use crate::scenario::OfferId;

pub(super) fn show(
    window: &Window,
    ui: &mut Ui,
    offer: &OfferId,
    asked: &mut Asked,
    words: &mut String,
) -> Answer {
    let name = window
        .document
        .offer(offer)
        .map_or("", |offer| offer.name.as_str());
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
        Some(0) => match clause(asked) {
            Ok(clause) => {
                let command = Command::AddClause {
                    offer: offer.clone(),
                    clause: Box::new(clause),
                };
                let (offer, page) = (offer.clone(), (offer.clone(), asked.clone()));
                act(move |window| window.add_clause(&offer, command, page))
            }
            Err(told) => {
                *words = told;
                Answer::Stay
            }
        },
        Some(_) => Answer::Close,
        None => Answer::Stay,
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
