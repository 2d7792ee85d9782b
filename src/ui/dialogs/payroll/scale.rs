//! A wage scale: its name, and a step a line, typed or pasted from a column of a sheet.

use eframe::egui::Ui;

use super::answered;
use crate::document::payroll::column::digits;
use crate::document::wrong::Wrong;
use crate::document::{PayrollEdit, entry};
use crate::scenario::{PaidIn, Scale, ScaleStep, Scenario};
use crate::ui::dialogs::{Answer, Dialog, title};
use crate::ui::forms::beside::{Beside, Typed};
use crate::ui::forms::{begin_with, soft};
use crate::ui::state::{Actions, Context};
use crate::units::Known;

/// What is typed so far.
pub(in crate::ui::dialogs) struct ScalePage {
    at: Option<usize>,
    name: String,
    steps: String,
    beside: Beside<Field>,
    words: String,
}

/// A field of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Name,
    Steps,
}

impl ScalePage {
    /// A new scale, or the one at a place.
    pub fn of(scenario: &Scenario, at: Option<usize>) -> Self {
        let scale = at.and_then(|at| scenario.workforce.scales.get(at));
        Self {
            at: at.filter(|_| scale.is_some()),
            name: scale.map_or_else(String::new, |scale| scale.name.clone()),
            steps: scale.map_or_else(String::new, as_lines),
            beside: Beside::default(),
            words: String::new(),
        }
    }

    fn read(&self, paid: PaidIn<'_>) -> Result<PayrollEdit, Wrong<Field>> {
        let mut wrong = Wrong::default();
        let name = self.name.trim();
        if name.is_empty() {
            wrong.tell(Field::Name, "The scale needs a name");
        }
        let lines = self.steps.lines().map(str::trim).enumerate();
        let steps = lines
            .filter(|(_, line)| !line.is_empty())
            .map(|(at, line)| step(line, paid).map_err(|words| format!("Line {}: {words}", at + 1)))
            .collect::<Result<Vec<ScaleStep>, String>>();
        let mut steps = wrong.taken(Field::Steps, steps).unwrap_or_default();
        if let Some(top) = steps.last_mut() {
            // Nobody moves on from the top.
            top.months = None;
        } else if wrong.of(&Field::Steps).is_none() {
            wrong.tell(Field::Steps, "The scale needs a step: write its rate");
        }
        let scale = Scale {
            name: name.to_owned(),
            steps,
        };
        wrong.or(Some(PayrollEdit::SetScale(self.at, scale)))
    }
}

/// A step a line: its rate, and its months where they aren't twelve.
fn as_lines(scale: &Scale) -> String {
    let lines = scale.steps.iter().map(|step| {
        let rate = step
            .rate
            .get()
            .map_or_else(|| "unknown".to_owned(), |rate| digits(rate.get()));
        match step.months {
            Some(months) => format!("{rate}, {months} months"),
            None => rate,
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A step: `21.95`, `32.90, 24 months`, `$32.90 24 months`.
fn step(line: &str, paid: PaidIn<'_>) -> Result<ScaleStep, String> {
    let wrong = || {
        "write a rate, and the months until the next step where they aren\u{2019}t 12: 32.90, 24 months".to_owned()
    };
    let lower = line.to_lowercase();
    let line = lower
        .strip_suffix("months")
        .or_else(|| lower.strip_suffix("mo."));
    let (rate, months) = match line {
        None => (lower.as_str(), None),
        Some(before) => {
            let (rate, months) = before
                .trim()
                .rsplit_once([' ', ',', '\t'])
                .ok_or_else(wrong)?;
            let months = months.parse::<u32>().map_err(|_| wrong())?;
            (rate.trim().trim_end_matches(',').trim(), Some(months))
        }
    };
    let rate = if rate.trim() == "unknown" {
        Known::Unknown
    } else {
        Known::Known(entry::rate(rate, paid)?)
    };
    Ok(ScaleStep {
        rate,
        months: months.filter(|months| *months != ScaleStep::USUAL_MONTHS),
    })
}

impl Dialog for ScalePage {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        let new = self.at.is_none();
        title(ui, if new { "Add a scale" } else { "Change a scale" });
        let read = self.read(context.scenario().paid_in());
        let right = Wrong::default();
        let wrong = read.as_ref().err().unwrap_or(&right);
        let beside = &mut self.beside;
        let called = Typed::filling("Name of the scale", "RN-SC");
        let name = beside.row(ui, ("Name", &Field::Name), called, &mut self.name, wrong);
        begin_with(ui, &name);
        soft(
            ui,
            "Its rates from the first step, a line each. Months until the next step follow where they aren\u{2019}t 12. A column of a sheet can be pasted.",
        );
        let steps = Typed::filling("Steps, one a line", "58.10\n61.20, 24 months");
        beside.rows(ui, &Field::Steps, (steps, 8), &mut self.steps, wrong);
        if !new {
            soft(
                ui,
                "Everyone on the scale gets its rates. Deleted, they keep the rate they have and no longer move.",
            );
        }
        let remove = self.at.map(PayrollEdit::RemoveScale);
        let read = read.map_err(|_| None);
        answered(
            ui,
            &mut self.words,
            (context, actions),
            read,
            remove,
            || {
                beside.tell_all();
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::RateUnit;

    #[test]
    fn steps_are_read_with_and_without_months() {
        let read = |line: &str| {
            step(line, PaidIn::us_dollars(RateUnit::Hour)).map(|step| {
                let rate = step.rate.get().map(|rate| rate.get().to_string());
                (rate, step.months)
            })
        };
        assert_eq!(read("21.95"), Ok((Some("21.95".to_owned()), None)));
        assert_eq!(
            read("$32.90, 24 months"),
            Ok((Some("32.90".to_owned()), Some(24)))
        );
        assert_eq!(
            read("32.90 12 months"),
            Ok((Some("32.90".to_owned()), None))
        );
        assert_eq!(read("unknown"), Ok((None, None)));
        assert!(read("soon").is_err() && read("24 months").is_err());
    }
}
