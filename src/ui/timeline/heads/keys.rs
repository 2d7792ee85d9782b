//! Keys on a focused head.

use eframe::egui::{EventFilter, Key, Modifiers, Response, Ui};

use super::drag::{moved_percent, snapped_day};
use super::place::Head;
use crate::document::words;
use crate::ui::state::{Actions, ClauseAt, Context, Edit, Look};
use crate::units::Percent;

/// Arrows nudge, Delete removes, Enter types exact values.
pub fn on_head(
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    head: &Head,
    response: &Response,
) {
    if !response.has_focus() {
        return;
    }
    let filter = EventFilter {
        tab: false,
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: false,
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let (across, up, fine, delete, enter) = ui.input_mut(|input| {
        let mut fine = false;
        let mut count = |key: Key| {
            let mut times = 0;
            // Without modifiers a key also matches with Alt: look for the modified ones first.
            for (modifiers, is_fine) in [
                (Modifiers::ALT, true),
                (Modifiers::CTRL, true),
                (Modifiers::NONE, false),
            ] {
                let pressed = input.count_and_consume_key(modifiers, key);
                if pressed > 0 && is_fine {
                    fine = true;
                }
                times += i32::try_from(pressed).unwrap_or(0);
            }
            times
        };
        let across = count(Key::ArrowRight) - count(Key::ArrowLeft);
        let up = count(Key::ArrowUp) - count(Key::ArrowDown);
        let delete = input.consume_key(Modifiers::NONE, Key::Delete)
            || input.consume_key(Modifiers::NONE, Key::Backspace);
        let enter = input.consume_key(Modifiers::NONE, Key::Enter);
        (across, up, fine, delete, enter)
    });
    let lock = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::L));
    if lock && !head.locked {
        actions.edit(Edit::ToggleLock(ClauseAt {
            offer: head.offer.clone(),
            clause: head.clause,
        }));
    } else if delete {
        actions.edit(Edit::Remove(ClauseAt {
            offer: head.offer.clone(),
            clause: head.clause,
        }));
    } else if enter {
        actions.look(Look::ExactValues);
    } else if across != 0 || up != 0 {
        let date = match (across, fine) {
            (0, _) => head.date,
            (days, true) => head.date.plus_days(days),
            (months, false) => {
                let scenario = context.scenario();
                let first = snapped_day(scenario, head.date.plus_months(months));
                if first == head.date {
                    head.date.plus_months(months)
                } else {
                    first
                }
            }
        };
        let hundredths = i64::from(up) * if fine { 1 } else { 25 };
        let percent = if up == 0 {
            head.percent
        } else {
            moved_percent(head.percent, hundredths, fine)
        };
        let term = context.scenario().term;
        if !(term.first_day..=term.last_day).contains(&date) {
            actions.refuse(format!(
                "Raises lie within the term, {} to {}",
                words::date(term.first_day),
                words::date(term.last_day)
            ));
        } else if let Ok(percent) = Percent::new(percent) {
            actions.edit(Edit::MoveRaise {
                raise: ClauseAt {
                    offer: head.offer.clone(),
                    clause: head.clause,
                },
                date,
                percent,
            });
        }
    }
}
