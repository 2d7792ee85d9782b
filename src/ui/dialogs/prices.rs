//! The page of the price index behind real wages: a month and its value a row, typed or pasted as columns.

use eframe::egui::{self, Event, Id, ScrollArea, Ui};

use super::{Answer, Dialog, taken_by, title};
use crate::document::prices::{self, Field};
use crate::document::wrong::Wrong;
use crate::document::{Command, Setting};
use crate::scenario::{Inflation, Scenario};
use crate::ui::forms::beside::{Beside, Typed, indent, named};
use crate::ui::forms::{soft, wrong as tell_wrong};
use crate::ui::state::{Actions, Context, Edit};

/// What is typed so far.
#[derive(Default)]
pub(super) struct Prices {
    asked: prices::Asked,
    rows: Vec<Row>,
    beside: Beside<Field>,
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
            beside: Beside::default(),
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

    /// The rows as lines, one for each, so that what is wrong is told beneath its row.
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
        self.asked.months = self.months();
        let read = prices::read(&self.asked);
        let right = Wrong::default();
        let wrong = read.as_ref().err().unwrap_or(&right);
        self.table(ui, wrong);
        soft(
            ui,
            "Paste two columns, months and values, into any row: it and those below are filled.",
        );
        let Self { asked, beside, .. } = self;
        let at = Field::Projected;
        let of = |spoken, hint, width| Typed {
            spoken,
            hint,
            width,
        };
        named(ui, "Then a year", |ui| {
            let inflation = of("Inflation a year", "2.5%", 90.0);
            beside.field(ui, &at, inflation, &mut asked.projected, wrong);
            soft(ui, "drawn with a band of \u{b1} 1 point");
        });
        beside.under(ui, &at, &asked.projected, (wrong, indent(ui)));
        let reference = of("Reference date", "the last raise before", 160.0);
        let at = ("Compared with", &Field::Reference);
        beside.row(ui, at, reference, &mut asked.reference, wrong);
        tell_wrong(ui, &self.words);
        taken_by(ui, "Done", || self.take(read, actions))
    }

    fn refused(&mut self, words: String) -> Result<(), String> {
        self.words = words;
        Ok(())
    }
}

impl Prices {
    fn take(&mut self, read: Result<Option<Inflation>, Wrong<Field>>, actions: &mut Actions) {
        self.words.clear();
        match read {
            Ok(prices) => {
                let setting = Setting::Prices(prices);
                actions.edit(Edit::Typed(Command::Setting(setting)));
            }
            Err(_) => self.beside.tell_all(),
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

    fn table(&mut self, ui: &mut Ui, wrong: &Wrong<Field>) {
        let height = (ui.ctx().content_rect().height() - 380.0).clamp(90.0, 300.0);
        let mut gone = None;
        let count = self.rows.len();
        let Self { rows, beside, .. } = self;
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 12.0);
            ui.spacing_mut().item_spacing = egui::vec2(10.0, 4.0);
            ui.horizontal(|ui| {
                for head in ["Month", "Index"] {
                    let size = egui::vec2(120.0, 18.0);
                    let layout = egui::Layout::left_to_right(egui::Align::Center);
                    ui.allocate_ui_with_layout(size, layout, |ui| {
                        ui.set_min_width(120.0);
                        soft(ui, head);
                    });
                }
            });
            for (at, row) in rows.iter_mut().enumerate() {
                let number = at + 1;
                let key = Field::Month(at);
                ui.horizontal(|ui| {
                    let spoken = format!("Month {number} of the index");
                    let month = typed(ui, cell(at, "month"), &spoken, &mut row.month, "Sep 2025");
                    let spoken = format!("Value {number} of the index");
                    let value = typed(ui, cell(at, "value"), &spoken, &mut row.value, "324.80");
                    // A row is read as a whole: it is left when both of its fields are.
                    beside.left_of(&key, &[&month, &value], wrong);
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
                });
                let typed = format!("{}{}", row.month, row.value);
                beside.under(ui, &key, &typed, (wrong, 0.0));
            }
        });
        if let Some(at) = gone {
            self.rows.remove(at);
            self.beside.forget_left();
        }
        self.end_empty();
    }
}

fn cell(at: usize, column: &str) -> Id {
    Id::unique(("price index", at, column))
}

fn typed(ui: &mut Ui, id: Id, spoken: &str, text: &mut String, hint: &str) -> egui::Response {
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
    response
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
