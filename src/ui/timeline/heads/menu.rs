//! The menu of a head or a chip: what can be done with its clause.

use eframe::egui::{Id, Popup, Response, SetOpenCommand, Ui};

use super::head::Key;
use crate::scenario::Clause;
use crate::ui::state::{Actions, ClauseAt, Context, Edit, Look};

fn asked_key() -> Id {
    Id::unique("the frame in which a clause\u{2019}s menu was asked for")
}

/// Whether the menu of a clause was asked for in this frame: what lies beneath keeps its own.
pub fn asked_now(ui: &Ui) -> bool {
    let frame: Option<u64> = ui.data(|data| data.get_temp(asked_key()));
    frame == Some(ui.ctx().cumulative_frame_nr())
}

/// Opened by the other button; it chooses the clause first.
pub fn of_clause(
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    key: &Key,
    response: &Response,
) {
    if context.is_presenting() {
        return;
    }
    // What is dragged reports no clicks of the other button by itself.
    let asked = response.contains_pointer() && ui.input(|input| input.pointer.secondary_clicked());
    if asked {
        let frame = ui.ctx().cumulative_frame_nr();
        ui.data_mut(|data| data.insert_temp(asked_key(), frame));
        response.request_focus();
        actions.choose(&key.offer, key.clause);
    }
    let Some(offer) = context.offer(&key.offer) else {
        return;
    };
    let at = ClauseAt {
        offer: key.offer.clone(),
        clause: key.clause,
    };
    let command = asked.then_some(SetOpenCommand::Bool(true));
    Popup::menu(response)
        .open_memory(command)
        .at_pointer_fixed()
        .show(|ui| {
            ui.set_min_width(170.0);
            let mut chosen = |words: &str| {
                let clicked = ui.button(words).clicked();
                if clicked {
                    ui.close();
                }
                clicked
            };
            if offer.status.is_locked() {
                if chosen("Start a counter from this offer") {
                    actions.edit(Edit::StartCounter {
                        from: at.offer.clone(),
                        then: None,
                    });
                }
                return;
            }
            if chosen("Type exact values\u{2026}") {
                actions.look(Look::ExactValues);
            }
            let locked = context.selection.is_locked(&key.offer, key.clause);
            let words = if locked {
                "Let it give way"
            } else {
                "Don\u{2019}t let it give way"
            };
            if chosen(words) {
                actions.edit(Edit::ToggleLock(at.clone()));
            }
            if let Some(clause) = offer.clause(at.clause) {
                let words = if clause.counted {
                    "Leave it out"
                } else {
                    "Count it"
                };
                if chosen(words) {
                    let to = Clause {
                        counted: !clause.counted,
                        ..clause.clone()
                    };
                    actions.edit(Edit::SetClause(at.clone(), Box::new(to)));
                }
            }
            if chosen("Remove") {
                actions.edit(Edit::Remove(at.clone()));
            }
        });
}
