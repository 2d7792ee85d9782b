//! Keys on a focused head or chip.

use eframe::egui::{EventFilter, Key, Modifiers, Response, Ui};

use rust_decimal::Decimal;

use super::drag::{Grabbed, moved_size, snapped_day};
use crate::document::words;
use crate::ui::state::{Actions, ClauseAt, Context, Edit, Look};

/// Arrows nudge, Delete removes, Enter types exact values. `why_not` says why its height can't be changed.
pub fn on_grabbed(
    ui: &Ui,
    context: &Context,
    actions: &mut Actions,
    (grabbed, locked, why_not): (&Grabbed, bool, Option<&str>),
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
    let at = ClauseAt {
        offer: grabbed.key.offer.clone(),
        clause: grabbed.key.clause,
    };
    if lock && locked {
        actions.tell_locked(context, &at.offer);
    } else if lock {
        actions.edit(Edit::ToggleLock(at));
    } else if delete {
        actions.edit(Edit::Remove(at));
    } else if enter {
        actions.look(Look::ExactValues);
    } else if across != 0 || up != 0 {
        let date = match (across, fine) {
            (0, _) => grabbed.date,
            (days, true) => grabbed.date.plus_days(days),
            (months, false) => {
                let scenario = context.scenario();
                let first = snapped_day(scenario, grabbed.date.plus_months(months));
                if first == grabbed.date {
                    grabbed.date.plus_months(months)
                } else {
                    first
                }
            }
        };
        let size = grabbed.size.filter(|_| up != 0).map(|(measure, size)| {
            let steps = Decimal::from(up);
            let by = steps.checked_mul(measure.step(fine)).unwrap_or_default();
            moved_size(measure, size, by, fine)
        });
        let term = context.scenario().term;
        if let Some(why) = why_not.filter(|_| up != 0 && across == 0) {
            actions.refuse(why);
        } else if !(term.first_day..=term.last_day).contains(&date) {
            actions.refuse(format!(
                "Raises lie within the term, {} to {}",
                words::date(term.first_day),
                words::date(term.last_day)
            ));
        } else {
            actions.edit(Edit::Nudge {
                at,
                part: grabbed.key.part,
                date,
                size,
            });
        }
    }
}
