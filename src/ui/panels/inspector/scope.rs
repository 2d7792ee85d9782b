//! Whom a raise is for: everyone, or markets, units, jobs, ladders and groups ticked in a menu.

use eframe::egui::{self, Ui};

use crate::scenario::{Offer, Scope, ScopeKey, Workforce};
use crate::ui::state::Context;
use crate::ui::widgets::{rows, theme};

/// Paints the row under a name; returns the scope when it was changed. A summary has nobody to tell apart.
pub fn show(
    ui: &mut Ui,
    context: &Context,
    offer: &Offer,
    name: &str,
    now: &Scope,
) -> Option<Scope> {
    let shown = now.describe();
    let workforce = &context.scenario().workforce;
    if workforce.groups().is_none() || offer.status.is_locked() {
        rows::plain(ui, name, &shown);
        return None;
    }
    let mut scope = now.clone();
    rows::choices(ui, name, &shown, |ui| {
        egui::ScrollArea::vertical()
            .max_height(320.0)
            .show(ui, |ui| {
                if ui
                    .selectable_label(scope.is_everyone(), "everyone")
                    .clicked()
                {
                    scope = Scope::default();
                    ui.close();
                }
                for (key, title) in [
                    (ScopeKey::Market, "Market"),
                    (ScopeKey::Unit, "Bargaining unit"),
                    (ScopeKey::Job, "Job"),
                    (ScopeKey::Ladder, "Ladder"),
                    (ScopeKey::Scale, "Wage scale"),
                    (ScopeKey::Group, "Group"),
                ] {
                    of_key(ui, key, title, workforce, &mut scope);
                }
            });
    });
    (scope != *now).then_some(scope)
}

fn of_key(ui: &mut Ui, key: ScopeKey, title: &str, workforce: &Workforce, scope: &mut Scope) {
    let mut names = workforce.names_under(key);
    names.sort_unstable();
    if names.is_empty() {
        return;
    }
    let color = theme::palette(ui).soft;
    ui.label(egui::RichText::new(title).size(12.0).color(color));
    let chosen = scope.under_mut(key);
    for name in names {
        let mut ticked = chosen.iter().any(|own| own == name);
        if ui.checkbox(&mut ticked, name).changed() {
            if ticked {
                chosen.push(name.to_owned());
            } else {
                chosen.retain(|own| own != name);
            }
        }
    }
}
