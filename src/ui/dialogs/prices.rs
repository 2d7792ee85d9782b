//! The page of the price index behind real wages: a month and its value a row, typed or pasted as columns.

use eframe::egui::{self, Event, Grid, Id, ScrollArea, Ui};

use super::{Answer, Dialog, taken_by, title};
use crate::document::prices;
use crate::document::{Command, Setting};
use crate::scenario::Scenario;
use crate::ui::forms::{field, labelled, soft, wrong};
use crate::ui::state::{Actions, Context, Edit};

/// What is typed so far.
#[derive(Default)]
pub(super) struct Prices {
    asked: prices::Asked,
    rows: Vec<Row>,
    words: String,
}

/// A month and its value, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Row {
    month: String,
    value: String,
}

/// The most rows pasted at once: a hundred years of months.
const MOST_ROWS: usize = 1_200;

impl Prices {
    /// The index as it stands; empty where there is none.
    pub fn of(scenario: &Scenario) -> Self {
        let asked = prices::asked(scenario);
        let mut own = Self {
            rows: rows(&asked.months),
            asked,
            words: String::new(),
        };
        own.end_empty();
        own
    }

    /// A last row to go on typing in.
    fn end_empty(&mut self) {
        if self.rows.last().is_none_or(|last| *last != Row::default()) {
            self.rows.push(Row::default());
        }
    }

    /// The rows as lines, one for each, so that what is wrong is told by the number of its row.
    fn months(&self) -> String {
        let lines = self.rows.iter().map(|row| {
            let (month, value) = (row.month.trim(), row.value.trim());
            if month.is_empty() && value.is_empty() {
                String::new()
            } else {
                format!("{month}: {value}")
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Columns pasted into a row fill it and those below it.
    fn paste(&mut self, at: usize, text: &str) {
        let pasted: Vec<Row> = rows(text).into_iter().take(MOST_ROWS).collect();
        for (below, row) in pasted.into_iter().enumerate() {
            match self.rows.get_mut(at + below) {
                Some(own) => *own = row,
                None => self.rows.push(row),
            }
        }
        self.end_empty();
    }
}

/// Lines as rows: the last tab, colon or blank of a line parts a month from its value.
fn rows(text: &str) -> Vec<Row> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| {
            let line = line.trim();
            let parted = line.rsplit_once(['\t', ':']);
            let parted = parted.or_else(|| line.rsplit_once(char::is_whitespace));
            match parted {
                Some((month, value)) => Row {
                    month: month.trim().trim_end_matches(':').trim().to_owned(),
                    value: value.trim().to_owned(),
                },
                None => Row {
                    month: line.to_owned(),
                    value: String::new(),
                },
            }
        })
        .collect()
}

impl Dialog for Prices {
    fn show(&mut self, ui: &mut Ui, _context: &Context, actions: &mut Actions) -> Answer {
        title(ui, "Prices");
        soft(
            ui,
            "The consumer price index real wages are measured by. Without months there is none, and neither a lane nor a figure of real wages.",
        );
        self.take_columns(ui);
        self.table(ui);
        soft(
            ui,
            "Paste two columns, months and values, into any row: it and those below are filled.",
        );
        let asked = &mut self.asked;
        labelled(ui, "Then a year", |ui| {
            field(ui, "Inflation a year", &mut asked.projected, "2.5%", 90.0);
            soft(ui, "drawn with a band of \u{b1} 1 point");
        });
        labelled(ui, "Compared with", |ui| {
            let hint = "the last raise before";
            field(ui, "Reference date", &mut asked.reference, hint, 160.0);
        });
        wrong(ui, &self.words);
        taken_by(ui, "Done", || self.take(actions))
    }

    fn refused(&mut self, words: String) -> Result<(), String> {
        self.words = words;
        Ok(())
    }
}

impl Prices {
    fn take(&mut self, actions: &mut Actions) {
        self.asked.months = self.months();
        match prices::read(&self.asked) {
            Ok(prices) => {
                self.words.clear();
                let setting = Setting::Prices(prices);
                actions.edit(Edit::Typed(Command::Setting(setting)));
            }
            Err(words) => self.words = words,
        }
    }

    /// What is pasted as columns goes into rows before a field takes it as one line.
    fn take_columns(&mut self, ui: &Ui) {
        let focused = ui.memory(|memory| memory.focused());
        let at = (0..self.rows.len()).find(|at| {
            let cells = [cell(*at, "month"), cell(*at, "value")];
            focused.is_some_and(|focused| cells.contains(&focused))
        });
        let Some(at) = at else { return };
        let mut pasted = None;
        ui.input_mut(|input| {
            input.events.retain(|event| match event {
                Event::Paste(text) if text.trim().contains(['\n', '\t']) => {
                    pasted = Some(text.clone());
                    false
                }
                _ => true,
            });
        });
        if let Some(text) = pasted {
            self.paste(at, &text);
        }
    }

    fn table(&mut self, ui: &mut Ui) {
        let height = (ui.ctx().content_rect().height() - 380.0).clamp(90.0, 300.0);
        let mut gone = None;
        let count = self.rows.len();
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            Grid::new("months of the index")
                .num_columns(3)
                .spacing([10.0, 4.0])
                .show(ui, |ui| {
                    soft(ui, "Month");
                    soft(ui, "Index");
                    ui.label("");
                    ui.end_row();
                    for (at, row) in self.rows.iter_mut().enumerate() {
                        let number = at + 1;
                        let spoken = format!("Month {number} of the index");
                        typed(ui, cell(at, "month"), &spoken, &mut row.month, "Sep 2025");
                        let spoken = format!("Value {number} of the index");
                        typed(ui, cell(at, "value"), &spoken, &mut row.value, "324.80");
                        if number < count {
                            let remove = egui::Button::new("Remove").small();
                            let response = ui.add(remove);
                            let name = format!("Remove month {number}");
                            response.widget_info(|| {
                                egui::WidgetInfo::labeled(egui::Role::Button, true, &name)
                            });
                            if response.clicked() {
                                gone = Some(at);
                            }
                        }
                        ui.end_row();
                    }
                });
        });
        if let Some(at) = gone {
            self.rows.remove(at);
        }
        self.end_empty();
    }
}

fn cell(at: usize, column: &str) -> Id {
    Id::unique(("price index", at, column))
}

fn typed(ui: &mut Ui, id: Id, spoken: &str, text: &mut String, hint: &str) {
    let edit = egui::TextEdit::singleline(text)
        .id(id)
        .hint_text(hint.to_owned())
        .desired_width(110.0);
    let response = ui.add_sized([120.0, 24.0], edit);
    let value = text.clone();
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::TextInput, true, spoken);
        info.current_text_value = Some(value.clone());
        info
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_a_spreadsheet_become_rows() {
        let text = "Aug 2025\t323.98\n9/1/2025 324.80\nOct 2025: 325.1\n\n2025-11-01\t\n";
        let read: Vec<(String, String)> = rows(text)
            .into_iter()
            .map(|row| (row.month, row.value))
            .collect();
        let is = |month: &str, value: &str| (month.to_owned(), value.to_owned());
        assert_eq!(
            read,
            [
                is("Aug 2025", "323.98"),
                is("9/1/2025", "324.80"),
                is("Oct 2025", "325.1"),
                is("2025-11-01", ""),
            ]
        );
    }
}
