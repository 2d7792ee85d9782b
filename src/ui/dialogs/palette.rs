//! Any action, offer, view or setting, found by a few letters.

use eframe::egui::{self, Align, Id, Key, Layout, Modifiers, RichText, ScrollArea, Ui};

use super::{Answer, Dialog};
use crate::document::{Command, Slot};
use crate::ui::state::offered::offered;
use crate::ui::state::{Action, Actions, Ask, Context, Edit, Look, SettingField};
use crate::ui::widgets::search::matched;
use crate::ui::widgets::{names, theme};

/// The most that is listed at once.
const MOST: usize = 12;

#[derive(Default)]
pub(super) struct Palette {
    typed: String,
    /// Which of those found is taken by Enter.
    chosen: usize,
    /// Whether its field has had the keyboard.
    begun: bool,
}

/// Something that can be found.
struct Entry {
    name: String,
    /// What it is, or its keys, in small.
    hint: String,
    why_not: Option<&'static str>,
    action: Action,
}

impl Dialog for Palette {
    fn show(&mut self, ui: &mut Ui, context: &Context, actions: &mut Actions) -> Answer {
        let (down, up, enter) = ui.input_mut(|input| {
            (
                input.consume_key(Modifiers::NONE, Key::ArrowDown),
                input.consume_key(Modifiers::NONE, Key::ArrowUp),
                input.consume_key(Modifiers::NONE, Key::Enter),
            )
        });
        self.field(ui);
        let mut found = found(context, &self.typed);
        let last = found.len().saturating_sub(1);
        self.chosen = match (down, up) {
            (true, _) => self.chosen + 1,
            (_, true) => self.chosen.saturating_sub(1),
            _ => self.chosen,
        }
        .min(last);
        let mut taken = enter.then_some(self.chosen);
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            let names: Vec<String> = found.iter().map(|entry| entry.name.clone()).collect();
            for (index, entry) in found.iter().enumerate() {
                if row(ui, entry, (&names, index), index == self.chosen) {
                    taken = Some(index);
                }
            }
        });
        if found.is_empty() {
            let color = theme::palette(ui).soft;
            ui.label(RichText::new("Nothing is called that").color(color));
            return Answer::Stay;
        }
        match taken {
            Some(index) if found.get(index).is_some_and(|one| one.why_not.is_none()) => {
                actions.push(found.swap_remove(index).action);
                Answer::Close
            }
            _ => Answer::Stay,
        }
    }

    fn closes_beside(&self) -> bool {
        true
    }

    fn holds_work(&self) -> bool {
        false
    }
}

impl Palette {
    fn field(&mut self, ui: &mut Ui) {
        let id = Id::unique("palette");
        let field = egui::TextEdit::singleline(&mut self.typed)
            .id(id)
            .hint_text("Find an action, an offer, a view or a setting")
            .desired_width(f32::INFINITY);
        let response = ui.add(field);
        let value = self.typed.clone();
        response.widget_info(|| {
            let mut info = egui::WidgetInfo::labeled(egui::Role::TextInput, true, "Find an action");
            info.current_text_value = Some(value.clone());
            info
        });
        if response.changed() {
            self.chosen = 0;
        }
        if !std::mem::replace(&mut self.begun, true) {
            response.request_focus();
        }
    }
}

/// What is called like that, the best first.
fn found(context: &Context, typed: &str) -> Vec<Entry> {
    let all = entries(context).into_iter();
    let mut found: Vec<(u32, Entry)> = all
        .filter_map(|entry| Some((matched(&entry.name, typed)?, entry)))
        .collect();
    found.sort_by_key(|(cost, _)| *cost);
    found.truncate(MOST);
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// Everything that can be found: actions, then what can be done with each offer, then settings.
fn entries(context: &Context) -> Vec<Entry> {
    let mut all: Vec<Entry> = offered(context)
        .into_iter()
        // It is open already.
        .filter(|one| !matches!(one.action, Action::Ask(Ask::Palette)))
        .map(|one| Entry {
            hint: match (&one.keys, &one.action) {
                (Some(keys), _) => keys.shown.to_owned(),
                (None, Action::Look(Look::At(_))) => "View".to_owned(),
                _ => one.place.map_or("", |(menu, _)| menu.title()).to_owned(),
            },
            name: one.name,
            why_not: one.why_not,
            action: one.action,
        })
        .collect();
    all.extend(of_offers(context));
    all.extend(settings());
    all
}

fn of_offers(context: &Context) -> impl Iterator<Item = Entry> {
    context.scenario().offers.iter().flat_map(|offer| {
        let id = || offer.id.clone();
        let entry = |name: String, action| Entry {
            name,
            hint: "Offer".to_owned(),
            why_not: None,
            action,
        };
        let name = &offer.name;
        let apply = |command| Action::Edit(Edit::Apply(command));
        [
            entry(name.clone(), Action::Look(Look::Offer(id()))),
            entry(
                format!("Start a counter from {name}"),
                Action::Edit(Edit::StartCounter {
                    from: id(),
                    then: None,
                }),
            ),
            entry(
                format!("Compare {name} as A"),
                apply(Command::Compare(Slot::A, id())),
            ),
            entry(
                format!("Compare {name} as B"),
                apply(Command::Compare(Slot::B, id())),
            ),
            entry(
                format!("Work on {name}"),
                apply(Command::WorkOn(Some(id()))),
            ),
        ]
    })
}

fn settings() -> impl Iterator<Item = Entry> {
    let entry = |name: &str, action| Entry {
        name: name.to_owned(),
        hint: "Setting".to_owned(),
        why_not: None,
        action,
    };
    let pages = [
        entry("Payroll roll-up\u{2026}", Action::Ask(Ask::RollUp)),
        entry("Sources\u{2026}", Action::Ask(Ask::Sources)),
        entry("Figures and currency\u{2026}", Action::Ask(Ask::Figures)),
        entry("What is assumed\u{2026}", Action::Ask(Ask::Assumed)),
        entry("Raises already owed\u{2026}", Action::Ask(Ask::Baseline)),
        entry("Prices rise\u{2026}", Action::Ask(Ask::Prices)),
    ];
    let fields = SettingField::ALL;
    let fields = fields.map(|one| entry(one.name(), Action::Look(Look::Setting(one))));
    pages.into_iter().chain(fields)
}

/// The size of what stands behind a name, in points.
const HINT: f32 = 12.5;

/// One that was found; whether it was taken.
fn row(ui: &mut Ui, entry: &Entry, (names, at): (&[String], usize), chosen: bool) -> bool {
    let palette = theme::palette(ui);
    let can = entry.why_not.is_none();
    ui.horizontal(|ui| {
        let hint = entry.why_not.unwrap_or(&entry.hint);
        let font = theme::regular(HINT);
        let laid = ui
            .painter()
            .layout_no_wrap(hint.to_owned(), font, palette.soft);
        // The name leaves the hint its room, and stays unlike the others.
        let around = 2.0 * ui.spacing().button_padding.x + 3.0 * ui.spacing().item_spacing.x;
        let room = ui.available_width() - laid.size().x - around;
        let font = egui::TextStyle::Button.resolve(ui.style());
        let name = names::of_list(ui, names, at, (&font, egui::Color32::PLACEHOLDER), room);
        let cut = name.text() != entry.name;
        let label = ui.add_enabled(can, egui::Button::selectable(chosen, name));
        label.widget_info(|| {
            egui::WidgetInfo::selected(egui::Role::Button, can, chosen, entry.name.as_str())
        });
        let clicked = label.clicked();
        if chosen {
            label.scroll_to_me(None);
        }
        if cut {
            label.on_hover_text(&entry.name);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(RichText::new(hint).size(HINT).color(palette.soft));
        });
        clicked
    })
    .inner
}
