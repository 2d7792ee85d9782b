//! The bar at the bottom: where the work is kept, what happened last, what figures rest on.

use eframe::egui::{Align, Frame, Label, Layout, Margin, Panel, RichText, Ui};

use super::first_start;
use crate::scenario::banding::FEWEST;
use crate::scenario::{People, Standing};
use crate::ui::state::{Actions, Context, Disk, Edit, Look, Notice, Remedy, Weight};
use crate::ui::widgets::names::pay_standing;
use crate::ui::widgets::{controls, theme};

pub fn show(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let palette = theme::palette(ui);
    let frame = Frame::new()
        .fill(palette.paper)
        .inner_margin(Margin::symmetric(14, 4));
    let bar = Panel::bottom("status bar");
    bar.frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            let small = |text: &str| RichText::new(text).size(12.5).color(palette.soft);
            if context.is_presenting() {
                let words = match joined(context) {
                    Some(joined) => format!("{} \u{b7} {joined}", basis(context)),
                    None => basis(context),
                };
                ui.add(Label::new(small(&words)).truncate());
                return;
            }
            ui.label(small(&context.file().described()));
            if context.is_first_start() && first_start::below(ui) {
                first_start::buttons(ui, actions);
            }
            if let Some(autosave) = context.autosave.as_ref().filter(is_told_here) {
                ui.add_space(8.0);
                ui.label(small(&autosave.words));
            }
            if let Some(notice) = context.notices.last().filter(is_told_here) {
                ui.add_space(8.0);
                told(ui, notice);
                // Where it is said at its place, the button stands there.
                if notice.place.is_none() {
                    remedy(ui, notice, actions);
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let room = ui.available_width() > 220.0;
                if room {
                    ui.label(small(&basis(context)));
                }
            });
        });
    });
    read_only(ui, context, actions);
    not_autosaved(ui, context, actions);
    trouble(ui, context, actions);
}

/// Whether something is told in the bar: what went wrong stands above it, whole.
fn is_told_here(notice: &&Notice) -> bool {
    notice.weight != Weight::Trouble
}

/// What can be done about it, as a button.
pub(super) fn remedy(ui: &mut Ui, notice: &Notice, actions: &mut Actions) {
    if let Some(Remedy::StartCounter(from)) = &notice.remedy {
        let button = ui.small_button("Start a counter");
        controls::focus_ring(ui, &button, button.rect);
        if button.clicked() {
            actions.edit(Edit::StartCounter {
                from: from.clone(),
                then: None,
            });
        }
    }
}

/// What is told: what went wrong or was refused in red with a sign, in as much room as there is.
fn told(ui: &mut Ui, notice: &Notice) {
    let palette = theme::palette(ui);
    let color = match notice.weight {
        Weight::Done | Weight::Passing => palette.ink,
        Weight::Refused | Weight::Trouble => {
            controls::alarm_sign(ui);
            palette.alarm
        }
    };
    let words = RichText::new(&notice.words).size(12.5);
    let label = Label::new(words.color(color)).truncate();
    ui.add(label);
}

/// Over the bar for as long as a file is open that must not be saved over: why.
fn read_only(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let Some(why) = context.file().read_only.as_ref() else {
        return;
    };
    let words = format!("Read-only: {why}");
    if strip(ui, context, "read-only", &words, "Save as\u{2026}") {
        actions.disk(Disk::SaveAs);
    }
}

/// Over the bar for as long as changes aren't kept: why.
fn not_autosaved(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let autosave = context.autosave.as_ref();
    let Some(failed) = autosave.filter(|notice| !is_told_here(notice)) else {
        return;
    };
    if strip(ui, context, "not autosaved", &failed.words, "Save") {
        actions.disk(Disk::Save);
    }
}

/// Over the bar until it is put away: what went wrong, the oldest first, however many things are told since.
fn trouble(ui: &mut Ui, context: &Context, actions: &mut Actions) {
    let troubles = context.notices.troubles();
    let Some(first) = troubles.first() else {
        return;
    };
    let words = match troubles.len() {
        1 => first.words.clone(),
        many => format!("1 of {many}: {}", first.words),
    };
    if strip(ui, context, "trouble", &words, "Dismiss") {
        actions.look(Look::TroubleRead);
    }
}

/// A strip over the bar: words in red with a sign, whole, and a button; whether it was clicked.
fn strip(ui: &mut Ui, context: &Context, id: &'static str, words: &str, button: &str) -> bool {
    if context.is_presenting() {
        return false;
    }
    let palette = theme::palette(ui);
    let frame = Frame::new()
        .fill(palette.side)
        .inner_margin(Margin::symmetric(14, 4));
    let panel = Panel::bottom(id).frame(frame);
    let strip = panel.show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            controls::alarm_sign(ui);
            ui.label(RichText::new(words).size(12.5).color(palette.alarm));
            let button = ui.small_button(button);
            controls::focus_ring(ui, &button, button.rect);
            button.clicked()
        })
    });
    strip.inner.inner
}

/// That groups too small to be shown are joined in what is presented, and what that changes.
fn joined(context: &Context) -> Option<String> {
    let banding = context.session.banding()?;
    let scenario = context.scenario();
    let changes: Vec<String> = scenario
        .offers
        .iter()
        .filter_map(|offer| {
            let bound = banding.bound_in_words(&offer.id, &scenario.currency)?;
            Some(format!("{bound} for {}", offer.name))
        })
        .collect();
    let words = format!("groups of fewer than {FEWEST} are joined to others");
    Some(if changes.is_empty() {
        words
    } else {
        format!("{words}, which changes costs: {}", changes.join(", "))
    })
}

/// What every figure rests on, in a few words.
fn basis(context: &Context) -> String {
    let scenario = context.scenario();
    let people = match &scenario.workforce.people {
        People::Summary { .. } => "Summary workforce".to_owned(),
        people @ (People::Groups(_) | People::Table { .. }) => match people.groups() {
            Some(groups) => {
                let number = crate::units::text::counted(groups.len(), "group");
                format!("{number} of employees")
            }
            None => "Table of groups not read".to_owned(),
        },
    };
    match pay_standing(scenario) {
        Some(Standing::Inferred) => format!("{people}, pay inferred"),
        Some(Standing::Assumed) => format!("{people}, pay assumed"),
        Some(Standing::MadeUp) => format!("{people}, pay made up"),
        _ => people,
    }
}
