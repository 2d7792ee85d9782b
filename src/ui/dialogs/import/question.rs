//! A question only the user can answer, asked once for the column, with no answer chosen.

use eframe::egui::{Frame, Margin, RichText, Stroke, Ui};

use super::{Import, Read};
use crate::files::roster::{DateOrder, Epoch, Meaning, Question};
use crate::ui::widgets::theme;
use crate::units::{Date, text};

#[derive(Clone, Copy)]
enum Answered {
    Order(DateOrder),
    Serials(Epoch),
    NotRead,
}

/// What the column is that a question is about.
pub(super) fn of(question: &Question) -> Meaning {
    match question {
        Question::DateOrder { of, .. }
        | Question::MixedDates { of, .. }
        | Question::Serials { of, .. } => *of,
    }
}

/// The column by its header, or by its number where it has none.
fn named(header: &str) -> String {
    if header.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("Column {header}")
    } else {
        header.to_owned()
    }
}

/// Paints the question, where there is one.
pub(super) fn show(own: &mut Import, ui: &mut Ui) {
    let question = match &own.read {
        Read::Asks(question) => question.clone(),
        Read::Refused(words) => {
            let words = words.clone();
            refused(own, ui, &words);
            return;
        }
        _ => return,
    };
    let (ask, why, choices) = asked(&question);
    let palette = theme::palette(ui);
    let orange = palette.mark(theme::Role::B);
    let mut answer = None;
    ui.add_space(8.0);
    Frame::new()
        .fill(orange.gamma_multiply(0.05))
        .stroke(Stroke::new(1.0, orange.gamma_multiply(0.6)))
        .corner_radius(7)
        .inner_margin(Margin::symmetric(12, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_wrapped(|ui| {
                ui.label(theme::strong(ask, 14.0));
                ui.label(RichText::new(why).size(13.0).color(palette.soft));
            });
            ui.add_space(2.0);
            ui.horizontal_wrapped(|ui| {
                for (name, answered) in choices {
                    if ui.button(name).clicked() {
                        answer = Some(answered);
                    }
                }
                let words = theme::strong("Asked once for the column; needed to go on", 13.0);
                ui.label(words.color(palette.text(theme::Role::B)));
            });
        });
    if let Some(answer) = answer {
        take(own, of(&question), answer);
    }
}

fn refused(own: &mut Import, ui: &mut Ui, words: &str) {
    ui.add_space(8.0);
    crate::ui::forms::wrong(ui, words);
    if ui.button("Read again").clicked() {
        own.read_by = None;
    }
}

type Choices = Vec<(String, Answered)>;

/// The question, why it is asked, and the answers there are.
fn asked(question: &Question) -> (String, String, Choices) {
    let not_read = || {
        (
            "Don\u{2019}t read this column".to_owned(),
            Answered::NotRead,
        )
    };
    match question {
        Question::DateOrder {
            header,
            example,
            line,
            more,
            ..
        } => {
            let header = named(header);
            let (month, day) = both(example);
            let ask = match (&month, &day) {
                (Some(month), Some(day)) => format!("Is {example} {month} or {day}?"),
                _ => format!("Which comes first in {example}, the month or the day?"),
            };
            let why = format!(
                "{header}, line {} and {} more: no date in this column settles it, so all are read the way you say.",
                text::count((*line).into()),
                text::count((*more).into())
            );
            let named = |day: Option<String>, order: &str| {
                day.map_or_else(|| capital(order), |day| format!("{day} \u{00b7} {order}"))
            };
            let choices = vec![
                (
                    named(month, "month first"),
                    Answered::Order(DateOrder::MonthFirst),
                ),
                (
                    named(day, "day first"),
                    Answered::Order(DateOrder::DayFirst),
                ),
                not_read(),
            ];
            (ask, why, choices)
        }
        Question::MixedDates {
            header,
            month_first,
            day_first,
            ..
        } => {
            let header = named(header);
            let ask = format!("Which comes first in {header}, the month or the day?");
            let why = format!(
                "Line {} has the month first and line {} the day: dates of the other kind are rejected.",
                text::count((*month_first).into()),
                text::count((*day_first).into())
            );
            let choices = vec![
                (
                    "Month first".to_owned(),
                    Answered::Order(DateOrder::MonthFirst),
                ),
                ("Day first".to_owned(), Answered::Order(DateOrder::DayFirst)),
                not_read(),
            ];
            (ask, why, choices)
        }
        Question::Serials {
            header,
            example,
            line,
            ..
        } => {
            let header = named(header);
            let ask = format!("Which day does {example} count from?");
            let why = format!(
                "{header}, line {}: a day number of a spreadsheet.",
                text::count((*line).into())
            );
            let choices = vec![
                (
                    "January 1, 1900".to_owned(),
                    Answered::Serials(Epoch::Since1900),
                ),
                (
                    "January 1, 1904".to_owned(),
                    Answered::Serials(Epoch::Since1904),
                ),
                not_read(),
            ];
            (ask, why, choices)
        }
    }
}

fn capital(words: &str) -> String {
    super::capital(words)
}

/// The two days a date of digits can be: month first, day first.
fn both(example: &str) -> (Option<String>, Option<String>) {
    let parts: Vec<&str> = example.split(['/', '-', '.', ' ']).collect();
    let (Some(Ok(one)), Some(Ok(other))) = (
        parts.first().map(|part| part.parse::<i8>()),
        parts.get(1).map(|part| part.parse::<i8>()),
    ) else {
        return (None, None);
    };
    let named = |month: i8, day: i8| {
        // Any leap year has the day, if a year has.
        let day = Date::new(2024, month, day).ok()?;
        Some(text::day_of_month(day))
    };
    (named(one, other), named(other, one))
}

fn take(own: &mut Import, of: Meaning, answer: Answered) {
    let columns = &mut own.profile.columns;
    if let Answered::NotRead = answer {
        columns.retain(|one| one.is != of);
        return;
    }
    for one in columns.iter_mut().filter(|one| one.is == of) {
        match answer {
            Answered::Order(order) => one.dates = Some(order),
            Answered::Serials(epoch) => one.serials = Some(epoch),
            Answered::NotRead => {}
        }
    }
}
