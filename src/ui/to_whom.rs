//! Whom a raise is for: everyone, or markets, units, jobs, ladders and groups ticked in a menu.

use eframe::egui::{self, Ui};

use super::{Window, rows, theme};
use crate::scenario::{Group, Offer, People, Scope};

/// Paints the row; returns the scope when it was changed. A summary has nobody to tell apart.
pub fn show(window: &Window, ui: &mut Ui, offer: &Offer, now: &Scope) -> Option<Scope> {
    let shown = now.describe();
    let groups = match &window.document.scenario().workforce.people {
        People::Groups(groups) if !offer.status.is_locked() => groups,
        _ => {
            rows::plain(ui, "To", &shown);
            return None;
        }
    };
    let mut scope = now.clone();
    rows::choices(ui, "To", &shown, |ui| {
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
                    ("market", "Market"),
                    ("unit", "Bargaining unit"),
                    ("job", "Job"),
                    ("ladder", "Ladder"),
                    ("group", "Group"),
                ] {
                    of_key(ui, key, title, groups, &mut scope);
                }
            });
    });
    (scope != *now).then_some(scope)
}

fn of_key(ui: &mut Ui, key: &str, title: &str, groups: &[Group], scope: &mut Scope) {
    let mut names: Vec<&str> = groups.iter().filter_map(|group| group.key(key)).collect();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() {
        return;
    }
    let color = theme::palette(ui).soft;
    ui.label(egui::RichText::new(title).size(12.0).color(color));
    let chosen = match key {
        "market" => &mut scope.market,
        "unit" => &mut scope.unit,
        "job" => &mut scope.job,
        "ladder" => &mut scope.ladder,
        _ => &mut scope.group,
    };
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
