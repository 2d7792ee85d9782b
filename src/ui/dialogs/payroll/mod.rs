//! Pages of the payroll: a scale, a ladder, proposed scales, a summary turned into groups and back.

pub(super) mod ladder;
pub(super) mod propose;
pub(super) mod scale;
pub(super) mod table;
pub(super) mod turn;

use super::{Answer, buttons};
use crate::document::{Command, PayrollEdit};
use crate::ui::forms::wrong;
use crate::ui::state::{Actions, Context};

/// The buttons under a page whose answer is one change, which may be to take away what it is of. What the
/// document refuses is said on the page; where no words come with an error, `tell` has it said beside each field.
fn answered(
    ui: &mut eframe::egui::Ui,
    words: &mut String,
    (context, actions): (&Context, &mut Actions),
    edit: Result<PayrollEdit, Option<String>>,
    remove: Option<PayrollEdit>,
    tell: impl FnOnce(),
) -> Answer {
    wrong(ui, words);
    let names: &[&str] = if remove.is_some() {
        &["Done", "Delete", "Cancel"]
    } else {
        &["Done", "Cancel"]
    };
    let chosen = match buttons(ui, names) {
        None => return Answer::Stay,
        Some(0) => edit,
        Some(1) if remove.is_some() => remove.ok_or(None),
        Some(_) => return Answer::Close,
    };
    words.clear();
    let command = chosen.map(Command::Payroll);
    let command = command.and_then(|command| {
        let tried = context.document().try_out(&command);
        tried.map_err(|refusal| Some(refusal.to_string()))?;
        Ok(command)
    });
    match command {
        Ok(command) => {
            actions.apply(command);
            Answer::Close
        }
        Err(Some(told)) => {
            *words = told;
            Answer::Stay
        }
        Err(None) => {
            tell();
            Answer::Stay
        }
    }
}
