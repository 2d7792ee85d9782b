//! Whether the chosen clause is in the figures, why not, on what it depends, and where it is taken from.

use eframe::egui::{Id, Ui};

use crate::document::{entry, words};
use crate::scenario::Clause;
use crate::ui::state::{Actions, Ask, Context};
use crate::ui::widgets::{controls, rows, typed};

/// Paints the switch between counting a clause and leaving it out, with the reason; the clause as it was changed.
pub(super) fn counted(ui: &mut Ui, id: Id, clause: &Clause) -> Option<Clause> {
    let mut changed = None;
    ui.add_space(6.0);
    let choices = [(true, "Count it"), (false, "Leave it out")];
    if let Some(counted) = controls::segmented(ui, "In the figures", &choices, clause.counted) {
        changed = Some(Clause {
            counted,
            ..clause.clone()
        });
    }
    let (spoken, hint) = if clause.counted {
        ("Why it would be left out", "Why it would be left out")
    } else {
        (
            "Why it is left out",
            "Why it is left out, such as what it waits for",
        )
    };
    let id = id.with("why left out");
    if let Some(why) = rows::long_text(ui, id, spoken, &clause.left_out_because, hint) {
        changed = Some(Clause {
            left_out_because: why.trim().to_owned(),
            ..clause.clone()
        });
    }
    changed
}

/// Paints until when a raise for a time lasts.
pub(super) fn until(
    ui: &mut Ui,
    id: Id,
    clause: &Clause,
    check: &dyn Fn(&Clause) -> Result<(), String>,
) -> Option<Clause> {
    if !clause.terms.changes_rates() {
        return None;
    }
    let id = id.with("until");
    let for_good = "for good";
    let shown = clause
        .until
        .map_or_else(|| for_good.to_owned(), words::date);
    let text = rows::typed(ui, id, "Until", "Until", &shown)?;
    let none = text.trim().is_empty() || text.trim().eq_ignore_ascii_case(for_good);
    let read = if none {
        Ok(None)
    } else {
        entry::date(&text).map(Some)
    };
    let to = read.map(|until| Clause {
        until,
        ..clause.clone()
    });
    match to.and_then(|to| check(&to).map(|()| to)) {
        Ok(to) => Some(to),
        Err(words) => {
            typed::refuse(ui, id, &text, &words);
            None
        }
    }
}

/// Paints on what it depends, where it is taken from, and our note.
pub(super) fn said_of_it(
    ui: &mut Ui,
    id: Id,
    context: &Context,
    actions: &mut Actions,
    clause: &Clause,
    locked: bool,
) -> Option<Clause> {
    let mut changed = None;
    if locked {
        if !clause.condition.is_empty() {
            rows::plain(ui, "Depends on", &clause.condition);
        }
    } else {
        let own = id.with("condition");
        let text = rows::typed(ui, own, "Depends on", "Depends on", &clause.condition);
        changed = text.map(|text| Clause {
            condition: text.trim().to_owned(),
            ..clause.clone()
        });
    }
    let sources = &context.scenario().sources;
    let now = clause.source.as_deref().and_then(|id| {
        let source = sources.iter().find(|source| source.id == id);
        source.map(|source| source.title.as_str())
    });
    let mut edit = false;
    rows::choices(ui, "Source", now.unwrap_or("none"), |ui| {
        ui.set_max_width(320.0);
        let none = [(None, "none")];
        let named = sources
            .iter()
            .map(|source| (Some(source.id.clone()), source.title.as_str()));
        for (source, title) in none.into_iter().chain(named) {
            let chosen = source == clause.source;
            if ui.selectable_label(chosen, title).clicked() && !chosen {
                changed = Some(Clause {
                    source,
                    ..clause.clone()
                });
                ui.close();
            }
        }
        if ui.button("Edit the sources\u{2026}").clicked() {
            edit = true;
            ui.close();
        }
    });
    if edit {
        actions.ask(Ask::Sources);
    }
    let hint = "Private note, never presented";
    let note = rows::long_text(ui, id.with("note"), "Note on the term", &clause.note, hint);
    changed.or_else(|| {
        note.map(|note| Clause {
            note: note.trim().to_owned(),
            ..clause.clone()
        })
    })
}
